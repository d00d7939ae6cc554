"""The learned parts in their order: cues, then the content of each, then its source, then the chance of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from onrecord.attribution import content_features, cues, layouts, sources, triples
from onrecord.attribution.columns import Columns, Ints
from onrecord.attribution.contents import Contents, find_contents
from onrecord.attribution.models import ForestModel, LinearModel, hash_rows
from onrecord.attribution.sources import Sources
from onrecord.attribution.triples import Reals, Triples, describe_nested

MIN_CUE, MIN_BARE = -3.5, -1.5
"""Log-odds by the two cue models; a cue below both is not looked at further. Lower ones cost time and find nothing more."""


N_RANKED, UNRANKED = 4, -15.0
"""Contents of a cue that the forest looks at, the best by the linear part; the score of the others, in log-odds."""


@dataclass(frozen=True)
class Model:
    """A linear part and, above it, a forest that reads its score among other numbers."""

    linear: LinearModel
    forest: ForestModel


@dataclass(frozen=True)
class Weights:
    """All learned parts.

    `cue` knows that annotators mark outermost attributions only; `bare` was taught on cues outside others' contents and judges
    a cue by itself. Likewise `outer` gives the chance that a triple is an outermost attribution, `inner` that it is one at all.
    `nested` weighs both where the cue stands in another's content; only articles annotated at all depths teach it.
    """

    cue: LinearModel
    bare: LinearModel
    content: Model
    source: Model
    outer: Model
    inner: Model
    nested: ForestModel | None = None


@dataclass(frozen=True)
class ScoredCues:
    """Cues worth a look: tokens, their codes, and log-odds by both cue models."""

    tokens: Ints
    table: dict[str, Ints]
    cue: Reals
    bare: Reals
    layout: Ints

    @property
    def likelier(self) -> Reals:
        """The higher one of both log-odds: an inner cue is a cue all the same."""
        return np.maximum(self.cue, self.bare)

    def select(self, rows: Ints) -> ScoredCues:
        """Some of them."""
        table = {name: codes[rows] for name, codes in self.table.items()}
        return ScoredCues(self.tokens[rows], table, self.cue[rows], self.bare[rows], self.layout[rows])


def score_cues(columns: Columns, cue: LinearModel, bare: LinearModel) -> ScoredCues:
    """Cues that reach `MIN_CUE` or `MIN_BARE`, in text order."""
    tokens = cues.find_cues(columns)
    if not len(tokens):
        none = np.zeros(0)
        return ScoredCues(tokens, {}, none, none, tokens)
    table = cues.describe_cues(columns, tokens)
    by_cue = cue.score(hash_rows(table, cues.TEMPLATES))
    by_bare = bare.score(hash_rows(cues.lift(table), cues.TEMPLATES))
    layout = layouts.find_layouts(columns, tokens)
    by_cue = np.where(layout > 0, np.maximum(by_cue, layouts.CUE_SCORE), by_cue)
    scored = ScoredCues(tokens, table, by_cue, by_bare, layout)
    return scored.select(np.flatnonzero((by_cue >= MIN_CUE) | (by_bare >= MIN_BARE)))


@dataclass(frozen=True)
class Ranked:
    """Candidates with their codes and scores; `best` is the row chosen for each cue, `margin` its score less the next one's."""

    rows: dict[str, Ints]
    scores: Reals
    best: Ints
    margin: Reals


def rank_contents(columns: Columns, scored: ScoredCues, found: Contents, model: Model) -> Ranked:
    """The best content of each cue; every cue must have a candidate (`drop_empty`)."""
    rows = content_features.describe_contents(columns, scored.tokens, scored.table, found, scored.likelier)
    linear = model.linear.score(hash_rows(rows, content_features.TEMPLATES))
    add_linear(rows, linear, found.cue)
    bonus = layouts.content_bonuses(columns, scored.layout[found.cue], np.where(found.cut == 0, found.kind, -2))
    likely = np.flatnonzero((rows["linear_rank"] < N_RANKED) | (bonus > 0))
    scores = np.full(len(linear), UNRANKED)
    scores[likely] = model.forest.score({name: rows[name][likely] for name in content_features.NUMBERS})
    return _ranked(rows, scores + bonus, found.cue)


def rank_sources(columns: Columns, scored: ScoredCues, found: Sources, contents: Contents, chosen: Ints, model: Model) -> Ranked:
    """The best source of each cue, given the content chosen for it."""
    rows = describe_sources(columns, scored, found, contents, chosen)
    linear = model.linear.score(hash_rows(rows, sources.TEMPLATES))
    rows["linear"] = linear  # type: ignore[assignment]
    rows["best_other"] = best_other(rows["linear"], found.cue)  # type: ignore[assignment]
    bonus = layouts.source_bonuses(columns, scored.layout[found.cue], found.kind)
    likely = np.flatnonzero((rank_rows(linear, found.cue) < N_RANKED) | (bonus > 0))
    scores = np.full(len(found.cue), UNRANKED)
    scores[likely] = model.forest.score({name: rows[name][likely] for name in sources.NUMBERS})
    return _ranked(rows, scores + bonus, found.cue)


def describe_sources(columns: Columns, scored: ScoredCues, found: Sources, contents: Contents, chosen: Ints) -> dict[str, Ints]:
    """Codes and numbers of source candidates, given the content chosen for each cue."""
    picked = contents.ranges.select(chosen[found.cue])
    kinds = contents.kind[chosen]
    return sources.describe_sources(columns, scored.tokens, scored.table, found, picked.covers(found.head), kinds)


def make_triples(scored: ScoredCues, contents: Contents, content: Ranked, found: Sources, source: Ranked) -> Triples:
    """One triple a cue."""
    numbers = {
        "cue": scored.cue,
        "bare": scored.bare,
        "content": content.scores[content.best],
        "content_margin": content.margin,
        "source": source.scores[source.best],
        "source_margin": source.margin,
    }
    picked = contents.ranges.select(content.best)
    return Triples(scored.tokens, picked, content.best, found.head[source.best], source.best, numbers)


def score_triples(rows: dict[str, Ints], model: Model, layout: Ints) -> Reals:
    """The chance of each triple, in [0, 1]; at least that of its layout."""
    linear = model.linear.score(hash_rows(rows, triples.TEMPLATES))
    odds = model.forest.score({**rows, "linear": linear})
    known = np.array([0.0, *(pattern.chance for pattern in layouts.LAYOUTS)])
    chance: Reals = np.maximum(1.0 / (1.0 + np.exp(-odds)), known[layout])
    return chance


def score_nested(rows: dict[str, Ints], outer: Reals, inner: Reals, model: ForestModel) -> Reals:
    """The inner chance of each triple, that of those in others' contents judged anew."""
    covered, numbers = describe_nested(rows, outer, inner)
    chance = inner.copy()
    if len(covered):
        chance[covered] = 1.0 / (1.0 + np.exp(-model.score(numbers)))
    return chance


def drop_empty(columns: Columns, scored: ScoredCues) -> tuple[ScoredCues, Contents]:
    """Cues that have at least one candidate content, and the candidates."""
    found = find_contents(columns, scored.tokens)
    has = np.flatnonzero(np.bincount(found.cue, minlength=len(scored.tokens)))
    if len(has) < len(scored.tokens):
        place = np.zeros(len(scored.tokens), dtype=np.int64)
        place[has] = np.arange(len(has))
        found = replace(found, cue=place[found.cue])
        scored = scored.select(has)
    return scored, found


def add_linear(rows: dict[str, Ints], linear: Reals, cue: Ints) -> None:
    """The linear score and its standing among the cue's candidates, as further columns."""
    edges = group_edges(cue)
    best = np.maximum.reduceat(linear, edges)[cue]
    weight = np.exp(linear - best)
    total = np.add.reduceat(weight, edges)[cue]
    rank = rank_rows(linear, cue)
    columns = {"linear": linear, "linear_rank": rank, "linear_gap": linear - best, "linear_share": weight / total}
    rows.update(columns)  # type: ignore[arg-type]


def rank_rows(scores: Reals, cue: Ints) -> Ints:
    """Each row's place among its cue's by falling score, from 0; the order of rows decides between equal ones."""
    order = np.lexsort((-scores, cue))
    rank = np.empty(len(cue), dtype=np.int64)
    rank[order] = np.arange(len(cue)) - group_edges(cue)[cue[order]]
    return rank


def group_edges(cue: Ints) -> Ints:
    """First row of each cue (rows are by cue, none is left out)."""
    edges: Ints = np.concatenate(([0], (cue[1:] != cue[:-1]).nonzero()[0] + 1))[: len(cue)]
    return edges


def best_other(scores: Ints, cue: Ints) -> Reals:
    """The highest score among the cue's other candidates; -20 when there is none."""
    edges = group_edges(cue)
    best = np.maximum.reduceat(scores, edges)
    is_best = scores == best[cue]
    second = np.maximum.reduceat(np.where(is_best, -20.0, scores), edges)
    found: Reals = np.where(is_best, second[cue], best[cue])
    return found


def _ranked(rows: dict[str, Ints], scores: Reals, cue: Ints) -> Ranked:
    edges = group_edges(cue)
    order = np.lexsort((-scores, cue))
    best = order[edges]
    follows = np.minimum(edges + 1, len(order) - 1)
    second = np.where(cue[order[follows]] == cue[best], scores[order[follows]], scores[best] - 5.0)
    second = np.where(follows == edges, scores[best] - 5.0, second)
    return Ranked(rows, scores, best, scores[best] - second)
