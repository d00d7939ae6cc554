"""The stage: a parse in, attributions out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from onrecord.attribution import scoring
from onrecord.attribution.acts import find_act
from onrecord.attribution.building import MAKER, Draft, build_attributions
from onrecord.attribution.closings import find_closings, put_closings
from onrecord.attribution.columns import Bools, Columns, Vocabulary
from onrecord.attribution.contents import CUTS
from onrecord.attribution.decoding import MIN_INNER, MIN_OUTER, Choice, choose_triples
from onrecord.attribution.idioms import put_idioms
from onrecord.attribution.layouts import find_headline_speakers
from onrecord.attribution.lexicon import Lexicon, load_lexicon
from onrecord.attribution.mending import mend
from onrecord.attribution.proposals import rule_names
from onrecord.attribution.ranges import holds
from onrecord.attribution.refusals import is_yet_to_come, names_nobody, tells_no_word
from onrecord.attribution.replies import put_replies
from onrecord.attribution.retorts import cut_retorts, find_retorts, let_answer
from onrecord.attribution.scoring import Ranked, Weights
from onrecord.attribution.sources import Sources, find_sources
from onrecord.attribution.sources import rule_names as source_rule_names
from onrecord.attribution.spans import (
    CITING,
    find_carriers,
    find_citation,
    find_cue_range,
    find_source_ranges,
    whole_source,
    with_marks,
    without,
    without_opening,
)
from onrecord.attribution.triples import Reals, Triples, describe_triples, lift_rows
from onrecord.attribution.weights import load_weights
from onrecord.errors import SettingsError
from onrecord.records import Attribution, Parse

ATTRIBUTORS = ("learned",)
ADVERBIALS = ("advcl>", "clause above advcl")
MIN_ADVERBIAL = 0.5
"""Least chance of an outermost attribution whose content is an adverbial clause: seldom what somebody says."""
MIN_UNLISTED = 0.36
"""Least chance of an outermost attribution whose cue is no word of the lexicon ("imposed sanctions")."""
MIN_INNER_SOURCE = -5.0
"""Log-odds below which a source inside the parent's content is not taken in place of a likelier one outside of it."""


class Attributor(Protocol):
    """Finds attributions. `name` is written into the reading's makers."""

    @property
    def name(self) -> str:
        """The stage and its version."""
        ...

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        """All attributions of one article, at all depths, in text order."""
        ...


@dataclass(frozen=True)
class LearnedAttributor:
    """The lexicon with small learned parts on top. Build it with `load_attributor`.

    `min_outer` and `min_inner` are the least chances of an outermost and of an inner attribution.
    """

    weights: Weights
    vocabulary: Vocabulary
    lexicon: Lexicon
    min_outer: float = MIN_OUTER
    min_inner: float = MIN_INNER
    name: str = MAKER

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        """All attributions of one article, at all depths, in text order."""
        return find_attributions(parse, article_id, self)


def load_attributor(kind: str = "learned", *, min_confidence: float = 0.0, weights: Path | None = None) -> Attributor:
    """The attributor of that name.

    Args:
        kind: one of `ATTRIBUTORS`.
        min_confidence: attributions below this chance of being right, in [0, 1], are left out; 0 keeps what gives the best F1.
        weights: folder of weights trained elsewhere; `None` = those shipped.

    Raises:
        SettingsError: no such attributor, or its weights are missing or damaged.
    """
    if kind not in ATTRIBUTORS:
        raise SettingsError(f"no attributor {kind!r}; have {', '.join(ATTRIBUTORS)}")
    if not 0.0 <= min_confidence <= 1.0:
        raise SettingsError(f"min_confidence {min_confidence!r} is no chance; give a number from 0 to 1")
    learned, words = load_weights(weights)
    lexicon = load_lexicon()
    least = max(MIN_OUTER, min_confidence), max(MIN_INNER, min_confidence)
    return LearnedAttributor(learned, Vocabulary(words, lexicon), lexicon, *least)


def find_attributions(parse: Parse, article_id: str, attributor: LearnedAttributor) -> tuple[Attribution, ...]:
    """All attributions of one article, at all depths, in text order.

    Cues are proposed by the lexicon and scored; the content and the source of each are chosen from short lists of candidates; the
    whole is given a chance of being right; outermost ones are taken greedily, then those inside their contents. A few
    constructions that the parse or the training has missed are put in by rule: retorts, closings, replies and set phrases.
    """
    if not len(parse):
        return ()
    drafts = put_idioms(parse, put_replies(parse, _learned(parse, attributor)))
    return build_attributions(parse, article_id, mend(parse, drafts, attributor.lexicon))


def _learned(parse: Parse, attributor: LearnedAttributor) -> list[Draft]:
    """The drafts of the learned parts."""
    columns = Columns(parse, attributor.vocabulary)
    weights = attributor.weights
    scored = scoring.score_cues(columns, weights.cue, weights.bare)
    if not len(scored.tokens):
        return []
    scored, contents = scoring.drop_empty(columns, scored)
    if not len(scored.tokens):
        return []
    content = scoring.rank_contents(columns, scored, contents, weights.content)
    sources = find_sources(columns, scored.tokens)
    source = scoring.rank_sources(columns, scored, sources, contents, content.best, weights.source)
    made = scoring.make_triples(scored, contents, content, sources, source)
    rows = describe_triples(columns, made, scored.table, content.rows, source.rows)
    outer = scoring.score_triples(rows, weights.outer, scored.layout)
    inner = scoring.score_triples(lift_rows(rows, scored.table), weights.inner, scored.layout)
    if weights.nested is not None:
        inner = scoring.score_nested(rows, outer, inner, weights.nested)
    _rule_out(parse, columns, made, content, (outer, inner))
    retorts = find_retorts(parse, columns, made)
    let_answer(parse, columns, made, retorts, outer, inner)
    closings = find_closings(parse)
    held = put_closings(made, made.contents.pieces(), closings, outer, inner)
    held = cut_retorts(parse, held, made.cue.tolist(), retorts)
    chosen = choose_triples(columns, made, held, (outer, inner), (attributor.min_outer, attributor.min_inner))
    cites = not CITING.isdisjoint(parse.lower)
    speakers = {retort.verb: retort.answerer for retort in retorts} | {each.verb: each.speaker for each in closings}
    speakers |= find_headline_speakers(columns, scored.tokens, scored.layout)
    found = Found(parse, columns, attributor.lexicon, made, content, sources, source, cites, speakers)
    return [draft for choice in chosen if (draft := found.draft(choice)) is not None]


def _rule_out(parse: Parse, columns: Columns, made: Triples, content: Ranked, chances: tuple[Reals, Reals]) -> None:
    """Sets to nothing, in place, the chances (outer, inner) of triples that no attribution can be."""
    outer, inner = chances
    inner[names_nobody(parse, made)] = 0.0
    inner[is_yet_to_come(columns, made)] = 0.0
    wordless = tells_no_word(parse, made)
    outer[wordless] = inner[wordless] = 0.0
    outer[(outer < MIN_ADVERBIAL) & is_adverbial(content)] = 0.0
    outer[(outer < MIN_UNLISTED) & (columns.cue_class[made.cue] == 0)] = 0.0


def is_adverbial(content: Ranked) -> Bools:
    """Whether the content chosen is an adverbial clause, or what one hangs on ("blocked the road [to demand fuel]")."""
    kinds = content.rows["whole_kind"][content.best]
    return np.isin(kinds, [rule_names().index(name) for name in ADVERBIALS])


@dataclass(frozen=True)
class Found:
    """One article's triples with all that was known when they were chosen, to word them.

    `speakers` are the heads of sources that a construction settles, by the cue's token.
    """

    parse: Parse
    columns: Columns
    lexicon: Lexicon
    made: Triples
    content: Ranked
    sources: Sources
    source: Ranked
    cites: bool
    speakers: Mapping[int, int]

    def draft(self, choice: Choice) -> Draft | None:
        """The chosen triple with its words: cue, source, carriers, act, and why; none when its source is all it says."""
        parse, row = self.parse, choice.row
        cue = int(self.made.cue[row])
        picked = self._source_row(choice)
        head = int(self.sources.head[picked])
        source = head if head < self.columns.size else None
        content = without_opening(parse, choice.content)
        source = self.speakers.get(cue, whole_source(parse, cue, source))
        citation = find_citation(parse, cue, content) if self.cites else None
        if citation is not None:
            source = citation.holder
        carriers = find_carriers(parse, cue, source, citation)
        cue_range = find_cue_range(parse, cue, source, content)
        source_ranges = find_source_ranges(parse, source, cue_range, content)
        content = without(content, source_ranges)
        if not content:
            return None
        act, entry, frame = find_act(parse, cue, content, self.lexicon)
        kind = "not in the lexicon" if entry is None else entry.kind
        why = (
            f"cue {parse.pos[cue].lower()} {parse.lemmas[cue]} ({kind}, {frame}); content {self._content_rule(row)}; "
            f"source {source_rule_names()[int(self.sources.kind[picked])]}; p={choice.chance:.2f}"
        )
        return Draft(cue, cue_range, source_ranges, with_marks(parse, content, cue_range), act, choice.chance, why, carriers)

    def _content_rule(self, row: int) -> str:
        picked = self.content.best[row]
        names = rule_names()
        cut = CUTS[int(self.content.rows["cut"][picked])]
        name = names[int(self.content.rows["whole_kind"][picked])]
        return f"{name}, cut at {cut}" if cut else name

    def _source_row(self, choice: Choice) -> int:
        """The source chosen; for an inner attribution the best one inside the content it stands in, if any is likely at all."""
        best = int(self.source.best[choice.row])
        head = int(self.sources.head[best])
        if choice.parent is None or head == self.columns.size or holds(choice.parent, head):
            return best
        first, last = np.searchsorted(self.sources.cue, [choice.row, choice.row + 1]).tolist()
        inside = [row for row in range(first, last) if holds(choice.parent, int(self.sources.head[row]))]
        likely = max(inside, key=lambda row: (self.source.scores[row], -row), default=best)
        return likely if self.source.scores[likely] >= MIN_INNER_SOURCE else first
