"""train_targets.py [--write]: learns what an answer is about, and scores it by cross-validation.

A conditional logit over the candidates of each answer, with the empty one: under the gold layers of the development part, and
under gold attributions of the training articles with the stances of `eval/training/answers.tsv`; and in the news of
`eval/answers`, read by the whole pipeline. Every telling of the claim
answered is right, the very target a little more so. The cross-validation reads each development article by the whole pipeline
with weights learned without the article's family: the figures to trust, for weights learned on what they are scored on flatter.
`--write` puts the weights learned from all into `src/onrecord/factuality/data/targets.tsv`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from answer_cases import Case, GoldReader, Read, read_cases, with_answers
from conditional_logit import fit_conditional
from gold_rows import family_of
from news_answers import news_cases, read_news, score_news

from onrecord.factuality.likeness import Features
from onrecord.factuality.stances import find_stances
from onrecord.score.align import Tally, Words
from onrecord.score.gold import GoldArticle, read_gold_folder
from onrecord.score.layers import pair_attributions
from onrecord.score.stances import score_stances

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "factuality" / "data" / "targets.tsv"
ABSTAIN_BIAS = -0.6
"""Taken from the empty candidate after fitting: the whole pipeline's stances, cross-validated, are best from 0 to -0.8."""

TARGET_SHARE = 0.3
"""How much it counts that the very target is chosen, beside that anything is which carries the claim."""

TRAINING_SHARE = 0.2
"""How much an answer of the training articles counts, whose nested voices are unlike the press; .1 to .35 do as well."""

NEWS_SHARE = 0.5
"""How much an answer of `eval/answers` counts; .25 to 1 do as well."""

PENALTY = 2.5
NEVER_READ = 16
"""How many articles of `eval/answers/unlearned`, the first ones, nobody has read to mend a rule."""

Weights = Mapping[str, float]
Groups = Mapping[str, Sequence[Case]]


def fit(cases: Sequence[Case], start: Weights) -> dict[str, float]:
    """Weights that make the right candidates likeliest, with an L2 penalty (L-BFGS).

    Args:
        cases: answers.
        start: where to begin; every feature that is to have a weight.
    """
    names = {name: index for index, name in enumerate(start)}
    picked = [(c, right, share) for c in cases for right, share in ((c.right, 1.0), (c.very, TARGET_SHARE)) if right.any()]
    rows = np.concatenate([matrix(c.features, names) for c, _, _ in picked])
    right = np.concatenate([marks for _, marks, _ in picked]).astype(float)
    shares = np.array([share * c.weight for c, _, share in picked])
    sizes = np.array([len(c.features) for c, _, _ in picked])
    found = fit_conditional(rows, right, sizes, PENALTY, shares=shares, start=np.array(list(start.values())))
    return dict(zip(names, map(float, found), strict=True))


def matrix(features: Sequence[Features], names: Mapping[str, int]) -> np.ndarray:
    """A row of features for each candidate."""
    rows = np.zeros((len(features), len(names)))
    for row, found in zip(rows, features, strict=True):
        for name, value in found.items():
            if name in names:
                row[names[name]] = value
    return rows


def biased(weights: Weights) -> dict[str, float]:
    """The weights as they are used."""
    return {**weights, "abstain": weights.get("abstain", 0.0) + ABSTAIN_BIAS}


def report(reads: Sequence[Read], weights: Callable[[Read], Weights]) -> str:
    """The figures of stances, read by the whole pipeline, with the weights for each article."""
    tally = Tally()
    for read in reads:
        reading = read.reading
        layers = (reading.attributions or (), reading.events or (), reading.mentions or (), reading.actors or ())
        reading = replace(reading, stances=find_stances(read.parse, *layers, weights=weights(read)))
        words = Words(read.gold.article.text)
        score_stances(read.gold, reading, words, pair_attributions(read.gold, reading, words), tally)
    return "; ".join(f"{s.name} {s.f1:.1f}" for s in tally.scores())


def hold_out(
    gold: Sequence[GoldArticle], own: Groups, extra: Sequence[Case], fresh: Groups, start: Weights
) -> dict[str, Weights]:
    """The weights learned without each family of the gold, and without each fold of the news."""
    families: dict[str, list[Case]] = {}
    for article in gold:
        families.setdefault(family_of(article), []).extend(own[article.article.id])
    groups = {**families, **fresh}
    return {
        left_out: biased(fit([*extra, *(case for name, found in groups.items() if name != left_out for case in found)], start))
        for left_out in groups
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    reader = GoldReader()
    gold = read_gold_folder(HERE / "gold", "dev")
    own = {g.article.id: read_cases(reader.under_gold(g)) for g in gold}
    training = with_answers(read_gold_folder(HERE / "training", "train"), HERE / "training" / "answers.tsv")
    extra = [case for g in training for case in read_cases(reader.under_attributions(g), weight=TRAINING_SHARE)]
    news = read_news(HERE / "answers", reader.reader, reader.parser)
    fresh: dict[str, list[Case]] = {}
    for item in news:
        fresh.setdefault(item.fold, []).extend(news_cases(item, weight=NEWS_SHARE))
    parts = [[case for found in groups.values() for case in found] for groups in (own, fresh)]
    cases = [*parts[0], *extra, *parts[1]]
    weights = fit(cases, dict.fromkeys(sorted({name for case in cases for f in case.features for name in f}), 0.0))
    held_out = hold_out(gold, own, extra, fresh, weights)
    reads = [reader.read(g) for g in gold]
    print(f"{len(parts[0])} answers of the development part, {len(extra)} of the training articles, {len(parts[1])} of the news")
    print("by cross-validation:", report(reads, lambda read: held_out[family_of(read.gold)]))
    print("on themselves:      ", report(reads, lambda read: biased(weights)))
    print("news, by cross-validation:", "; ".join(f"{s.name} {s.f1:.1f}" for s in score_news(news, held_out).scores()))
    unlearned = read_news(HERE / "answers" / "unlearned", reader.reader, reader.parser)
    for name, part in (("never read", unlearned[:NEVER_READ]), ("read for rules", unlearned[NEVER_READ:])):
        found = score_news(part, {item.fold: biased(weights) for item in part})
        print(f"news not learned from, {name}:", "; ".join(f"{s.name} {s.f1:.1f}" for s in found.scores()))
    if arguments.write:
        kept = [f"{name}\t{weight:.3f}" for name, weight in biased(weights).items() if abs(weight) >= 0.01]
        WEIGHTS.write_text("\n".join(["feature\tweight", *kept]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
