"""What each learned part is taught: how right its candidates are by the gold attributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.attribution import scoring
from onrecord.attribution.columns import Bools, Columns, Ints
from onrecord.attribution.contents import Contents
from onrecord.attribution.fitting import Reals
from onrecord.attribution.gold import GoldAttribution
from onrecord.attribution.lessons import Lesson
from onrecord.attribution.ranges import Ranges
from onrecord.attribution.sources import Sources
from onrecord.attribution.triples import Triples

REPEATED = 3
"""How often an article annotated at all depths counts for the parts that judge a cue or a triple by itself: there are few of
them, and only they show inner attributions."""
OUTSIDE = 0.5
"""Worth of a triple in another's content that is right, but not inside any: the other content runs too far."""


def choose_targets(overlaps: Reals, groups: Ints) -> Reals:
    """1 for a candidate that overlaps the gold content by .8 or is the best of its cue with .5."""
    best = np.maximum.reduceat(overlaps, scoring.group_edges(groups))[groups]
    good: Bools = (overlaps >= 0.8) | ((overlaps >= 0.5) & (overlaps == best))
    return good.astype(float)


def soften(overlaps: Reals) -> Reals:
    """The worth of a candidate by its Jaccard overlap with the gold content: the scorer's two bars are .5 and .8."""
    worth: Reals = np.where(overlaps < 0.3, 0.0, np.where(overlaps >= 0.8, 1.0, np.where(overlaps >= 0.5, 0.7, 0.2)))
    return worth


def count_alone(lesson: Lesson, tokens: Ints) -> Ints:
    """How often each token counts where it is judged by itself: its annotation must tell whether it is a cue at all.

    Of outermost attributions only, those in nobody's content do, once; of all depths all do, `REPEATED` times.
    """
    if lesson.all_depths:
        return np.full(len(tokens), REPEATED)
    return (~inside_any(lesson.gold, tokens)).astype(np.int64)


def inside_any(golds: Sequence[GoldAttribution], tokens: Ints) -> Bools:
    """Whether each token lies in the content of any gold attribution."""
    found = np.zeros(len(tokens), dtype=bool)
    for gold in golds:
        found |= gold.content[tokens + 1] > gold.content[tokens]
    return found


def measure_contents(columns: Columns, found: Contents, tokens: Ints, golds: Mapping[int, GoldAttribution]) -> Reals:
    """Jaccard overlap, in words, of each candidate with its cue's gold content; 0 for cues that are none."""
    overlaps = np.zeros(len(found.cue))
    for number, token in enumerate(tokens.tolist()):
        gold = golds.get(token)
        if gold is not None:
            rows = np.flatnonzero(found.cue == number)
            overlaps[rows] = jaccard(columns, found.ranges.select(rows), gold)
    return overlaps


def jaccard(columns: Columns, ranges: Ranges, gold: GoldAttribution) -> Reals:
    """Words shared over words in either, shape (rows,)."""
    shared = ranges.count(gold.content)
    union = ranges.count(columns.n_words) + gold.n_words - shared
    found: Reals = shared / np.maximum(1, union)
    return found


def measure_sources(columns: Columns, found: Sources, tokens: Ints, golds: Mapping[int, GoldAttribution]) -> Reals:
    """1 for heads inside the gold source, and for "none" where there is no gold source."""
    targets = np.zeros(len(found.cue))
    for row, (number, head) in enumerate(zip(found.cue.tolist(), found.head.tolist(), strict=True)):
        gold = golds.get(int(tokens[number]))
        if gold is not None:
            targets[row] = head in gold.source or (head == columns.size and not gold.source)
    return targets


def measure_triples(columns: Columns, made: Triples, golds: Sequence[GoldAttribution]) -> Reals:
    """1 for a triple that the scorer would count by the same cue, a half by another cue."""
    targets = np.zeros(len(made.cue))
    for gold in golds:
        overlaps = jaccard(columns, made.contents, gold)
        for row in np.flatnonzero(overlaps >= 0.5).tolist():
            head = int(made.head[row])
            if head in gold.source or (head == columns.size and not gold.source):
                same_cue = not gold.cue or int(made.cue[row]) in gold.cue
                targets[row] = max(targets[row], 1.0 if same_cue else 0.5)
    return targets
