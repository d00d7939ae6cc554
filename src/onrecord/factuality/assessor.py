"""The stage: a parse, attributions and events in; the events with factuality, tense and status out, and stances."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from onrecord.factuality.engine import Assessment, assess_head
from onrecord.factuality.holders import contents_by_cue, covering, outermost_first, token_at
from onrecord.factuality.interviews import find_interview
from onrecord.factuality.stances import find_stances
from onrecord.factuality.tables import Tables, load_tables
from onrecord.factuality.transitions import is_definite
from onrecord.records import Actor, Attribution, Event, FactualityValue, Mention, Parse, Span, Stance

HEADS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "PRON", "NUM"})
"""Parts of speech that may head a happening."""

MAKER = "factuality/1"


@dataclass(frozen=True)
class Assessor:
    """Decides, for events of ours or heads of anybody's, who holds what for how sure. `name` goes into the reading's makers."""

    tables: Tables
    name: str = MAKER

    def assess(self, parse: Parse, attributions: Sequence[Attribution], events: Sequence[Event]) -> tuple[Event, ...]:
        """The events with factuality (by holder, as in their chains, AUTHOR first), tense and status set; order kept."""
        found = self.assess_heads(parse, attributions, [event.head for event in events])
        assessed = tuple(
            replace(event, factuality=factuality_of(assessment), tense=assessment.tense, status=assessment.status)
            for event, assessment in zip(events, found, strict=True)
        )
        facts = {event.same_as or event.id for event in assessed if event.status == "fact"}
        return tuple(_with_author(event) if _is_told(parse, event, facts) else event for event in assessed)

    def assess_heads(self, parse: Parse, attributions: Sequence[Attribution], heads: Sequence[Span]) -> tuple[Assessment, ...]:
        """One assessment a head, in the order given; a head of several words counts by its highest one in the syntax."""
        interview = find_interview(parse)
        if interview is not None:
            attributions = (interview, *attributions)
        cues = contents_by_cue(parse, attributions)
        ordered = outermost_first(attributions)
        return tuple(
            replace(assess_head(parse, head_token(parse, head), covering(ordered, head), cues, self.tables), head=head)
            for head in heads
        )

    def find_stances(
        self,
        parse: Parse,
        attributions: Sequence[Attribution],
        events: Sequence[Event],
        mentions: Sequence[Mention] = (),
        actors: Sequence[Actor] = (),
    ) -> tuple[Stance, ...]:
        """Who denies, rejects, confirms, doubts or declines to answer which attribution or event of the article."""
        return find_stances(parse, attributions, events, mentions, actors)


def _is_told(parse: Parse, event: Event, facts: Container[str]) -> bool:
    """Whether a deed that stands in somebody's words is one the author tells himself: a noun presented as known, outside
    quotation marks ("said the trip had been useful"). Which attack is meant is what accounts differ on, so force stays theirs."""
    if event.status != "attributed" or event.type == "ASSAULT" or (event.same_as or event.id) not in facts:
        return False
    noun = head_token(parse, event.head)
    if parse.pos[noun] != "NOUN" or parse.labels[noun] == "attr" or parse.quotation_of[noun] >= 0:
        return False
    return is_definite(parse, noun) and all(parse.lower[o] != "own" for o in parse.children[noun])


def _with_author(event: Event) -> Event:
    """The event as a fact: the author is as certain as whoever speaks of it."""
    return replace(event, factuality=(("AUTHOR", "CT+"), *(event.factuality or ())[1:]), status="fact")


def load_assessor() -> Assessor:
    """The assessor with the shipped tables.

    Raises:
        SettingsError: a shipped table is damaged.
    """
    return Assessor(load_tables())


def assess_heads(parse: Parse, attributions: Sequence[Attribution], heads: Sequence[Span]) -> tuple[Assessment, ...]:
    """`Assessor.assess_heads` with the shipped tables."""
    return load_assessor().assess_heads(parse, attributions, heads)


def head_token(parse: Parse, span: Span) -> int:
    """The word of a span that stands highest in the syntax, the first of several; no adverb but alone."""
    if not len(parse):
        return 0
    tokens = range(
        token_at(parse, span.start), max(token_at(parse, max(span.start, span.end - 1)), token_at(parse, span.start)) + 1
    )
    return min(tokens, key=lambda token: (parse.pos[token] not in HEADS, parse.depths[token], token))


def factuality_of(assessment: Assessment) -> tuple[tuple[str, FactualityValue], ...]:
    """Holder names and values, AUTHOR first; a holder that comes twice keeps the inner value."""
    return tuple({h.name: v for h, v in zip(assessment.holders, assessment.values, strict=True)}.items())
