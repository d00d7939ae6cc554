"""Trains the learned parts from annotated articles: one command, the same weights from the same input.

    onrecord train attribution --data TRAIN.jsonl --out FOLDER [--cache FOLDER]

Each later part is taught on what the earlier ones say about articles they have not seen (three folds), so that at work it meets
scores of the kind it was taught on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from onrecord.attribution import content_features, cues, scoring, sources, triples
from onrecord.attribution.columns import Bools, Columns, Ints, Vocabulary
from onrecord.attribution.contents import Contents
from onrecord.attribution.fitting import NESTED_TREES, Reals, fit_forest, fit_linear, out_of_fold
from onrecord.attribution.gold import map_gold
from onrecord.attribution.lessons import Lesson, read_lessons
from onrecord.attribution.lexicon import load_lexicon
from onrecord.attribution.models import ForestModel, LinearModel, hash_rows
from onrecord.attribution.scoring import Model, Ranked, ScoredCues, Weights
from onrecord.attribution.sources import find_sources
from onrecord.attribution.stacking import Rows, fit_model, say
from onrecord.attribution.targets import (
    OUTSIDE,
    choose_targets,
    count_alone,
    measure_contents,
    measure_sources,
    measure_triples,
    soften,
)
from onrecord.attribution.triples import Triples
from onrecord.attribution.vocabulary import count_words
from onrecord.attribution.weights import save_weights


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
            overlaps = measure_contents(columns, found, lesson.scored.tokens, golds)
            mine = right[found.cue]
            features = hash_rows(table, content_features.TEMPLATES)[:, mine]
            numbers = {name: table[name][mine] for name in content_features.NUMBERS if name in table}
            rows.add(lesson.fold, features, overlaps[mine], numbers)
            rows.groups.append(np.unique(found.cue[mine], return_inverse=True)[1])
        model, folded = fit_model(rows, content_features.NUMBERS, choose=choose_targets, soften=soften)
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
        model, folded = fit_model(rows, sources.NUMBERS)
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
        outer_model, outer_folds = fit_model(outer, triples.NUMBERS)
        inner_model, inner_folds = fit_model(inner, names)
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

    def _drop_empty(self, columns: Columns, lesson: Lesson) -> tuple[ScoredCues, Contents]:
        assert lesson.scored is not None
        return scoring.drop_empty(columns, lesson.scored)

    def _describe_contents(self, columns: Columns, scored: ScoredCues, found: Contents) -> dict[str, Ints]:
        return content_features.describe_contents(columns, scored.tokens, scored.table, found, scored.likelier)


RELATIONS = frozenset(
    (
        "cue", "covering_cue", "covering_bare", "covering_content", "above_cue", "above_distance", "head_cue", "sentence_cue",
        "rank", "overlap_cue", "density", "quoted", "quoted_article", "source_quoted", "near_quotes", "quoted_share", "side",
    )
)  # fmt: skip
"""Numbers that would tell the model of inner triples that they are inner."""


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
