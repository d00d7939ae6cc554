"""Trains the learned parts from annotated articles: one command, the same weights from the same input.

    python -m onrecord.attribution.train --data TRAIN.jsonl --out FOLDER [--cache FOLDER]

Each later part is taught on what the earlier ones say about articles they have not seen (three folds), so that at work it meets
scores of the kind it was taught on.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from onrecord.attribution import content_features, cues, scoring, sources, triples
from onrecord.attribution.columns import Columns, Ints, Vocabulary
from onrecord.attribution.fitting import N_FOLDS, NESTED_TREES, Reals, Singles, fit_forest, fit_linear, out_of_fold
from onrecord.attribution.gold import GoldAttribution, map_gold, read_annotated
from onrecord.attribution.lexicon import load_lexicon
from onrecord.attribution.models import ForestModel, LinearModel, hash_rows
from onrecord.attribution.scoring import Model, Ranked, ScoredCues, Weights
from onrecord.attribution.sources import Sources, find_sources
from onrecord.attribution.triples import Triples
from onrecord.attribution.vocabulary import count_words
from onrecord.attribution.weights import save_weights
from onrecord.records import Parse, make_id

Bools = npt.NDArray[np.bool_]

REPEATED = 3
"""How often an article annotated at all depths counts for the parts that judge a cue or a triple by itself: there are few of
them, and only they show inner attributions."""

OUTSIDE = 0.5
"""Worth of a triple in another's content that is right, but not inside any: the other content runs too far."""


@dataclass
class Lesson:
    """One article while training: what is known, and what each part said about it out of fold."""

    id: str
    parse: Parse
    spans: Sequence[dict[str, list[list[int]]]]
    fold: int
    all_depths: bool = False
    gold: list[GoldAttribution] = field(default_factory=list)
    scored: ScoredCues | None = None
    content: Ranked | None = None
    source: Ranked | None = None


@dataclass
class Rows:
    """Rows of one learned part over all lessons: hashed features, numbers, targets, folds."""

    features: list[Ints] = field(default_factory=list)
    numbers: list[dict[str, Ints]] = field(default_factory=list)
    targets: list[Reals] = field(default_factory=list)
    counts: list[Ints] = field(default_factory=list)
    folds: list[Ints] = field(default_factory=list)
    groups: list[Ints] = field(default_factory=list)

    def add(
        self, fold: int, features: Ints, targets: Reals, numbers: dict[str, Ints] | None = None, counts: Ints | None = None
    ) -> None:
        """Rows of one lesson; `counts`: how often the second of two models is taught each."""
        self.features.append(features.astype(np.int32))
        self.targets.append(targets)
        self.folds.append(np.full(len(targets), fold))
        self.counts.append(np.ones(len(targets), dtype=np.int64) if counts is None else counts)
        if numbers is not None:
            self.numbers.append(numbers)


class Trainer:
    """The state of one training run."""

    def __init__(self, lessons: Sequence[Lesson], words: Sequence[str]) -> None:
        self.lessons = lessons
        self.words = tuple(words)
        self.vocabulary = Vocabulary(words, load_lexicon())

    def columns(self, lesson: Lesson) -> Columns:
        """The article's columns, made anew each time: all at once would fill the memory."""
        return Columns(lesson.parse, self.vocabulary)

    def run(self) -> Weights:
        """All parts, in order."""
        cue, bare = self.fit_cues()
        content = self.fit_contents()
        source = self.fit_sources()
        (outer, inner), folded = self.fit_triples()
        return Weights(cue, bare, content, source, outer, inner, self.fit_nested(folded))

    def fit_cues(self) -> tuple[LinearModel, LinearModel]:
        """Both cue models; leaves out-of-fold scores in the lessons."""
        rows = Rows()
        bares: list[Ints] = []
        alone: list[Reals] = []
        for lesson in self.lessons:
            columns = self.columns(lesson)
            lesson.gold = map_gold(lesson.parse, columns.is_word, lesson.spans)
            tokens = cues.find_cues(columns)
            if not len(tokens):
                continue
            table = cues.describe_cues(columns, tokens)
            features = hash_rows(table, cues.TEMPLATES)
            lifted = hash_rows(cues.lift(table), cues.TEMPLATES)
            heads = {gold.head for gold in lesson.gold}
            outer = {gold.head for gold in lesson.gold if not gold.is_inner}
            parts = frozenset().union(*(gold.cue for gold in lesson.gold)) - heads
            usable = np.array([token not in parts for token in tokens.tolist()])
            targets = np.isin(tokens, sorted(outer)).astype(float)[usable]
            rows.add(lesson.fold, features[:, usable], targets, counts=count_alone(lesson, tokens)[usable])
            alone.append(np.isin(tokens, sorted(heads)).astype(float)[usable])
            bares.append(lifted[:, usable].astype(np.int32))
        bare, right = np.concatenate(bares, axis=1), np.concatenate(alone)
        features, targets, folds = np.concatenate(rows.features, axis=1), np.concatenate(rows.targets), np.concatenate(rows.folds)
        counts = np.concatenate(rows.counts)

        def fit(part: Bools) -> tuple[LinearModel, LinearModel]:
            both = np.repeat(np.arange(len(counts)), counts * part)
            return fit_linear(features[:, part], targets[part]), fit_linear(bare[:, both], right[both])

        models = out_of_fold(folds, fit)
        for lesson in self.lessons:
            lesson.scored = scoring.score_cues(self.columns(lesson), *models[lesson.fold])
        say(f"cues: {len(targets)} candidates, {int(targets.sum())} right")
        return fit(np.ones(len(targets), dtype=bool))

    def fit_contents(self) -> Model:
        """The content model, on the cues that are right; leaves the out-of-fold choice for every cue in the lessons."""
        rows = Rows()
        for lesson in self.lessons:
            columns = self.columns(lesson)
            lesson.scored, found = self._drop_empty(columns, lesson)
            golds = {gold.head: gold for gold in lesson.gold}
            right = np.array([token in golds for token in lesson.scored.tokens.tolist()], dtype=bool)
            if not right.any():
                continue
            table = self._describe_contents(columns, lesson.scored, found)
            overlaps = [measure_contents(columns, found, lesson.scored.tokens, golds)]
            mine = right[found.cue]
            features = hash_rows(table, content_features.TEMPLATES)[:, mine]
            numbers = {name: table[name][mine] for name in content_features.NUMBERS if name in table}
            rows.add(lesson.fold, features, overlaps[0][mine], numbers)
            rows.groups.append(np.unique(found.cue[mine], return_inverse=True)[1])
        model, folded = fit_model(rows, content_features.NUMBERS, choose_targets, soften, ranked=True)
        for lesson in self.lessons:
            columns = self.columns(lesson)
            scored, found = self._drop_empty(columns, lesson)
            if len(scored.tokens):
                lesson.content = scoring.rank_contents(columns, scored, found, folded[lesson.fold])
                lesson.content = Ranked({}, lesson.content.scores, lesson.content.best, lesson.content.margin)
        return model

    def fit_sources(self) -> Model:
        """The source model, on the cues that are right."""
        rows = Rows()
        for lesson in self.lessons:
            if lesson.content is None or lesson.scored is None:
                continue
            columns = self.columns(lesson)
            scored, contents = self._drop_empty(columns, lesson)
            golds = {gold.head: gold for gold in lesson.gold}
            right = np.array([token in golds for token in scored.tokens.tolist()], dtype=bool)
            if not right.any():
                continue
            found = find_sources(columns, scored.tokens)
            table = scoring.describe_sources(columns, scored, found, contents, lesson.content.best)
            targets = measure_sources(columns, found, scored.tokens, golds)
            mine = right[found.cue]
            numbers = {name: table[name][mine] for name in sources.NUMBERS if name in table}
            rows.add(lesson.fold, hash_rows(table, sources.TEMPLATES)[:, mine], targets[mine], numbers)
            rows.groups.append(np.unique(found.cue[mine], return_inverse=True)[1])
        model, folded = fit_model(rows, sources.NUMBERS, np.asarray, np.asarray, ranked=True)
        for lesson in self.lessons:
            if lesson.content is not None:
                columns = self.columns(lesson)
                scored, contents = self._drop_empty(columns, lesson)
                found = find_sources(columns, scored.tokens)
                lesson.source = scoring.rank_sources(columns, scored, found, contents, lesson.content.best, folded[lesson.fold])
        return model

    def fit_triples(self) -> tuple[tuple[Model, Model], list[tuple[Model, Model]]]:
        """Both models of the whole triple, and both of each fold: of all as outermost ones, and of each by itself."""
        outer, inner = Rows(), Rows()
        for lesson in self.lessons:
            if lesson.content is None or lesson.source is None:
                continue
            columns, scored, made, table = self._describe_triples(lesson)
            targets = measure_triples(columns, made, [gold for gold in lesson.gold if not gold.is_inner])
            alone = measure_triples(columns, made, lesson.gold)
            outside = np.repeat(np.arange(len(made.cue)), count_alone(lesson, made.cue))
            numbers = {name: table[name] for name in triples.NUMBERS if name in table}
            outer.add(lesson.fold, hash_rows(table, triples.TEMPLATES), targets, numbers)
            lifted = triples.lift_rows(table, scored.table)
            bare = {name: lifted[name][outside] for name in numbers if name not in RELATIONS}
            inner.add(lesson.fold, hash_rows(lifted, triples.TEMPLATES)[:, outside], alone[outside], bare)
        names = tuple(name for name in triples.NUMBERS if name not in RELATIONS)
        outer_model, outer_folds = fit_model(outer, triples.NUMBERS, np.asarray, np.asarray)
        inner_model, inner_folds = fit_model(inner, names, np.asarray, np.asarray)
        return (outer_model, inner_model), list(zip(outer_folds, inner_folds, strict=True))

    def fit_nested(self, folded: Sequence[tuple[Model, Model]]) -> ForestModel | None:
        """The model of triples in others' contents, on the articles annotated at all depths; `None` without such articles."""
        numbers, targets = [], []
        for lesson in self.lessons:
            if not lesson.all_depths or lesson.content is None or lesson.source is None:
                continue
            columns, scored, made, table = self._describe_triples(lesson)
            outer, inner = folded[lesson.fold]
            chances = (
                scoring.score_triples(table, outer, scored.layout),
                scoring.score_triples(triples.lift_rows(table, scored.table), inner, scored.layout),
            )
            covered, known = triples.describe_nested(table, *chances)
            nested = measure_triples(columns, made, [gold for gold in lesson.gold if gold.is_inner])
            targets.append(np.maximum(nested, OUTSIDE * measure_triples(columns, made, lesson.gold))[covered])
            numbers.append(np.array([known[name] for name in triples.NESTED_NUMBERS], dtype=np.float32).T)
        if not numbers:
            return None
        say(f"  {sum(map(len, targets))} triples in others' contents")
        return fit_forest(np.concatenate(numbers), triples.NESTED_NUMBERS, np.concatenate(targets), NESTED_TREES)

    def _describe_triples(self, lesson: Lesson) -> tuple[Columns, ScoredCues, Triples, dict[str, Ints]]:
        assert lesson.content is not None and lesson.source is not None
        columns = self.columns(lesson)
        scored, contents = self._drop_empty(columns, lesson)
        found = find_sources(columns, scored.tokens)
        made = scoring.make_triples(scored, contents, lesson.content, found, lesson.source)
        content_rows = self._describe_contents(columns, scored, contents)
        return columns, scored, made, triples.describe_triples(columns, made, scored.table, content_rows, lesson.source.rows)

    def _drop_empty(self, columns: Columns, lesson: Lesson) -> tuple[ScoredCues, Any]:
        assert lesson.scored is not None
        return scoring.drop_empty(columns, lesson.scored)

    def _describe_contents(self, columns: Columns, scored: ScoredCues, found: Any) -> dict[str, Ints]:
        return content_features.describe_contents(columns, scored.tokens, scored.table, found, scored.likelier)


RELATIONS = frozenset(
    (
        "cue", "covering_cue", "covering_bare", "covering_content", "above_cue", "above_distance", "head_cue", "sentence_cue",
        "rank", "overlap_cue", "density", "quoted", "quoted_article", "source_quoted", "near_quotes", "quoted_share", "side",
    )
)  # fmt: skip
"""Numbers that would tell the model of inner triples that they are inner."""


def fit_model(
    rows: Rows, names: Sequence[str], choose: Any, soften_targets: Any, *, ranked: bool = False
) -> tuple[Model, list[Model]]:
    """The full model and one a fold: linear parts first, then forests that read linear scores out of fold."""
    features, folds = np.concatenate(rows.features, axis=1), np.concatenate(rows.folds)
    targets = np.concatenate(rows.targets)
    labels = choose(targets) if not ranked or choose is np.asarray else choose(targets, merge_groups(rows.groups))
    linears = out_of_fold(folds, lambda part: fit_linear(features[:, part], labels[part]))
    linear = np.empty(len(targets))
    for fold, model in enumerate(linears):
        mine = folds == fold
        linear[mine] = model.score(features[:, mine])
    known = {name: np.concatenate([numbers[name] for numbers in rows.numbers]) for name in rows.numbers[0]}
    known["linear"] = cast("Ints", linear)
    if ranked:
        groups = merge_groups(rows.groups)
        scoring.add_linear(known, linear, groups)
        known["best_other"] = cast("Ints", scoring.best_other(cast("Ints", linear), groups))
    matrix: Singles = np.array([known[name] for name in names], dtype=np.float32).T
    soft = soften_targets(targets)
    forests = out_of_fold(folds, lambda part: fit_forest(matrix[part], names, soft[part]))
    scores = np.empty(len(targets))
    for fold, forest in enumerate(forests):
        mine = folds == fold
        scores[mine] = forest.score({name: matrix[mine, place] for place, name in enumerate(names)})
    say(f"  {len(targets)} rows, {len(names)} numbers; log-loss out of fold {log_loss(soft, scores):.4f}")
    if ranked:
        report_choice(scores, targets, merge_groups(rows.groups))
    folded = [Model(linears[fold], forests[fold]) for fold in range(N_FOLDS)]
    return Model(fit_linear(features, labels), fit_forest(matrix, names, soft)), folded


def merge_groups(groups: Sequence[Ints]) -> Ints:
    """Groups numbered through all lessons."""
    merged, base = [], 0
    for group in groups:
        merged.append(group + base)
        base += int(group.max()) + 1
    return np.concatenate(merged)


def choose_targets(overlaps: Reals, groups: Ints) -> Reals:
    """1 for a candidate that overlaps the gold content by .8 or is the best of its cue with .5."""
    best = np.maximum.reduceat(overlaps, scoring.group_edges(groups))[groups]
    good: Bools = (overlaps >= 0.8) | ((overlaps >= 0.5) & (overlaps == best))
    return good.astype(float)


def soften(overlaps: Reals) -> Reals:
    """The worth of a candidate by its Jaccard overlap with the gold content: the scorer's two bars are .5 and .8."""
    worth: Reals = np.where(overlaps < 0.3, 0.0, np.where(overlaps >= 0.8, 1.0, np.where(overlaps >= 0.5, 0.7, 0.2)))
    return worth


def log_loss(targets: Reals, odds: Reals) -> float:
    """Mean of the cross entropy, in nats."""
    return float(np.mean(np.logaddexp(0, odds) - targets * odds))


def report_choice(scores: Reals, targets: Reals, groups: Ints) -> None:
    """Says how often the highest score is right."""
    order = np.lexsort((-scores, groups))
    best = order[scoring.group_edges(groups)]
    top = np.maximum.reduceat(targets, scoring.group_edges(groups))
    right, close, there = (float(np.mean(share)) for share in (targets[best] >= 0.5, targets[best] >= 0.8, top >= 0.5))
    say(f"  chosen >= .5: {right:.3f}, >= .8: {close:.3f}; there: {there:.3f}")


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


def measure_contents(columns: Columns, found: Any, tokens: Ints, golds: dict[int, GoldAttribution]) -> Reals:
    """Jaccard overlap, in words, of each candidate with its cue's gold content; 0 for cues that are none."""
    overlaps = np.zeros(len(found.cue))
    for number, token in enumerate(tokens.tolist()):
        gold = golds.get(token)
        if gold is not None:
            rows = np.flatnonzero(found.cue == number)
            overlaps[rows] = jaccard(columns, found.ranges.select(rows), gold)
    return overlaps


def jaccard(columns: Columns, ranges: Any, gold: GoldAttribution) -> Reals:
    """Words shared over words in either, shape (rows,)."""
    shared = ranges.count(gold.content)
    union = ranges.count(columns.n_words) + gold.n_words - shared
    found: Reals = shared / np.maximum(1, union)
    return found


def measure_sources(columns: Columns, found: Sources, tokens: Ints, golds: dict[int, GoldAttribution]) -> Reals:
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


def train(paths: Iterable[Path], out: Path, *, cache: Path | None = None) -> None:
    """Learns all weights from annotated articles and writes them with their manifest.

    Args:
        paths: JSONL files with `id`, `text` and `attributions` (see `gold.read_annotated`).
        out: folder for `weights.npz`, `vocabulary.txt` and `manifest.json`; made if it is missing.
        cache: folder where parses are kept between runs; `None` = parse each time.

    Raises:
        SettingsError: the extra `train` is not installed.
        GoldError: a file breaks its form.
    """
    lessons = list(read_lessons(paths, cache))
    say(f"{len(lessons)} articles, {sum(len(lesson.parse) for lesson in lessons)} tokens")
    trainer = Trainer(lessons, count_words(lesson.parse for lesson in lessons))
    weights = trainer.run()
    save_weights(weights, trainer.words, out, n_articles=len(lessons))


def read_lessons(paths: Iterable[Path], cache: Path | None) -> Iterable[Lesson]:
    """Annotated articles with their parses, by id; the fold depends on the id alone."""
    from onrecord.language import load_parser

    parser = load_parser()
    rows = sorted(read_annotated(paths), key=lambda row: str(row["id"]))
    for row in rows:
        text, name = str(row["text"]), str(row["id"])
        kept = cache / f"{make_id(parser.name, text)}.pickle" if cache else None
        if kept and kept.exists():
            parse = pickle.loads(kept.read_bytes())
        else:
            parse = parser.parse(text)
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(pickle.dumps(parse))
        all_depths = row.get("depths") == "all"
        fold = int(make_id(row.get("family") or name), 16) % N_FOLDS
        yield Lesson(name, parse, cast("Any", row["attributions"]), fold, all_depths)


def say(line: str) -> None:
    """A line of progress, to standard error."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.attribution.train", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="annotated articles, JSONL")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--cache", type=Path, help="folder where parses are kept between runs")
    options = parser.parse_args(arguments)
    train(options.data, options.out, cache=options.cache)


if __name__ == "__main__":
    main()
