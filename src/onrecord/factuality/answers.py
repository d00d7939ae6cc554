"""Attributions -> those that answer something, and how: a denial, a rejection, a confirmation, a doubt, a refusal to comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.factuality.holders import token_at
from onrecord.factuality.scope import negation_of
from onrecord.factuality.tables import load_tables
from onrecord.records import Act, Attribution, Event, Parse, Span, StanceValue

ACT_VALUES: dict[Act, StanceValue] = {"deny": "denies", "reject": "rejects", "confirm": "confirms", "doubt": "doubts"}
SILENT_VERBS = frozenset({
    "comment", "say", "answer", "respond", "reply", "discuss", "speak", "elaborate", "talk", "return", "name", "specify", "tell",
    "disclose", "explain", "identify", "address", "word", "detail",
})  # fmt: skip
SILENT_CUES = frozenset({"answer", "respond", "reply", "return", "comment", "discuss", "say", "speak", "explain"})
DEEDS = frozenset({"refuse", "decline"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "yet", "no", "will", "would", "nothing"})
STATED = frozenset({"assert", "believe", "express"})
"""Acts of plain telling, whose content may be an answer by what it says."""

PLAIN = frozenset(
    {"say", "tell", "according", "write", "add", "insist", "state", "claim", "maintain", "assert", "note", "declare"}
)
IGNORANT = frozenset({"know", "see", "remember", "want", "plan", "expect", "hope", "intend", "have", "understand"})
"""Verbs whose negation answers nobody ("did not know who had fired")."""

DISBELIEVING = frozenset({"believe", "accept", "trust", "buy", "credit"})
VERDICTS: dict[str, StanceValue] = {"false": "rejects", "true": "confirms"}
"""What a content says that calls something said false or true, by the class of its predicate."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An attribution that answers; `event` is the one of its content that it denies, if any; `plain` = its cue only tells."""

    attribution: Attribution
    value: StanceValue
    event: Event | None = None
    plain: bool = False


def read_answers(parse: Parse, attributions: Sequence[Attribution], events: Sequence[Event]) -> Iterator[Answer]:
    """The answers among attributions, in text order."""
    for attribution in attributions:
        denied = _denied_event(attribution, events)
        value = _value(parse, attribution, denied)
        if value is not None:
            event = denied if value == "denies" else _inside(attribution, events)
            yield Answer(attribution, value, event, attribution.act in STATED or is_plain(parse, attribution))


def _value(parse: Parse, attribution: Attribution, denied: Event | None) -> StanceValue | None:
    cue = _cue_lemmas(parse, attribution)
    if is_silent(parse, attribution, cue):
        return "declines"
    value = ACT_VALUES.get(attribution.act)
    if value in ("rejects", "doubts") and (_is_left_open(parse, attribution, cue) or "admit" in cue):
        return None
    if value == "rejects" and set(cue) & DEEDS and _is_deed(parse, attribution):
        return None
    if (value is None and attribution.act in STATED) or (value == "denies" and is_plain(parse, attribution)):
        return _stated(parse, attribution, denied)
    return value


def is_plain(parse: Parse, attribution: Attribution) -> bool:
    """Whether the cue tells and no more ("said", "according to"), whatever the content says."""
    return any(lemma in PLAIN for lemma in _cue_lemmas(parse, attribution))


def _cue_lemmas(parse: Parse, attribution: Attribution) -> list[str]:
    """The cue's lemmas, with "yet", "neither" and the like just before it."""
    tokens = [t for s in attribution.cue for t in _tokens(parse, s)]
    if not tokens:
        return []
    before = [t for t in range(max(0, tokens[0] - 4), tokens[0]) if parse.heads[t] in tokens or parse.lower[t] in BEFORE]
    return [parse.lemmas[t].lower() for t in (*(t for t in before if parse.lower[t] in BEFORE), *tokens)]


BEFORE = frozenset({"yet", "neither", "nor", "confirm", "confirms", "confirmed", "not", "never", "no"})


def _tokens(parse: Parse, span: Span) -> range:
    return range(token_at(parse, span.start), token_at(parse, span.end - 1) + 1)


def _stated(parse: Parse, attribution: Attribution, denied: Event | None) -> StanceValue | None:
    """The answer that a plainly told content is by what it says as a whole: "the memo was genuine", "we did not fire"."""
    root = content_root(parse, attribution)
    if root is None:
        return None
    verdict = _verdict(parse, root)
    negated = negation_of(parse, root, None) is not None
    if verdict is not None:
        return verdict if not negated else None
    if negated and parse.lemmas[root] in DISBELIEVING:
        return "doubts"
    if negated and parse.lemmas[root] in IGNORANT and not (denied and _is_at(parse, denied, root)):
        return None
    return "denies" if denied is not None or negated else None


def _is_at(parse: Parse, event: Event, token: int) -> bool:
    return token_at(parse, event.head.start) == token


def _verdict(parse: Parse, root: int) -> StanceValue | None:
    tables = load_tables()
    for other in (root, *parse.children[root]):
        if other == root or parse.labels[other] in ("attr", "acomp", "oprd"):
            found = tables.predicate((parse.lower[other], parse.lemmas[other]), parse.pos[other], "subj")
            if found is not None and found.name in VERDICTS:
                return VERDICTS[found.name]
    return None


def content_root(parse: Parse, attribution: Attribution) -> int | None:
    """The verb that heads the first sentence of a content, if one does."""
    if not attribution.content:
        return None
    tokens = [
        t for t in _tokens(parse, attribution.content[0]) if parse.pos[t] in ("VERB", "AUX") and not _is_auxiliary(parse, t)
    ]
    first = [t for t in tokens if parse.sentence_of[t] == parse.sentence_of[tokens[0]]]
    return min(first, key=lambda t: (parse.depths[t], t)) if first else None


def _is_auxiliary(parse: Parse, token: int) -> bool:
    return parse.labels[token] in ("aux", "auxpass")


def _is_left_open(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """ "did not rule out", "refused to rule out"."""
    opening = _opening(parse, attribution, 3)
    return "rule" in cue or opening[:2] == ["to", "rule"] or opening[:1] == ["rule"]


def is_silent(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """Whether somebody gives no answer: "declined to comment", "did not respond", "would neither confirm nor deny"."""
    if {"confirm", "deny"} <= set(cue) and set(cue) & {"neither", "nor", "not"}:
        return True
    negated = bool(set(cue) & NEGATIONS)
    if (
        set(cue) & SILENT_CUES
        and negated
        and (attribution.act in ("reject", "doubt") or set(cue) & {"comment", "respond", "reply"})
    ):
        return True
    return bool(set(cue) & DEEDS) and any(lemma in SILENT_VERBS for lemma in (*cue, *_opening(parse, attribution, 3)))


def _opening(parse: Parse, attribution: Attribution, size: int) -> list[str]:
    if not attribution.content:
        return []
    start = token_at(parse, attribution.content[0].start)
    return list(parse.lemmas[start : start + size])


def _is_deed(parse: Parse, attribution: Attribution) -> bool:
    opening = _opening(parse, attribution, 2)
    return opening[:1] == ["to"]


def _denied_event(attribution: Attribution, events: Sequence[Event]) -> Event | None:
    for event in events:
        innermost = event.factuality[-1] if event.factuality else None
        if event.status == "denied" and innermost == (attribution.chain[-1], "CT-") and _holds(attribution, event):
            return event
    return None


def _inside(attribution: Attribution, events: Sequence[Event]) -> Event | None:
    return next((event for event in events if _holds(attribution, event)), None)


def _holds(attribution: Attribution, event: Event) -> bool:
    return any(start <= event.head.start < end for start, end in attribution.content)
