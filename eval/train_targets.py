"""train_targets.py GOLD_FOLDER [--write]: learns what an answer is about from the gold corpus' development part.

A conditional logit over the candidates of each answer, with the empty one, under gold attributions and events; families are
kept together in the cross-validation. Every telling of the claim answered is right, the very target a little more so. `--write`
puts the weights into `src/onrecord/factuality/data/targets.tsv`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from factuality import gold_attributions
from onrecord.factuality import Assessor, load_assessor
from onrecord.factuality.answers import read_answers
from onrecord.factuality.layers import Layers
from onrecord.factuality.targets import Features, candidates
from onrecord.language import Parser, load_parser
from onrecord.records import Event, Mention
from onrecord.score.gold import GoldArticle, read_gold_folder

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "onrecord" / "factuality" / "data" / "targets.tsv"
ABSTAIN_BIAS = -0.75
"""Taken from the empty candidate after fitting: the whole pipeline's stances, cross-validated, are best from -0.4 to -0.9."""

TARGET_SHARE = 0.7
"""How much it counts that the very target is chosen, beside that anything is which carries the claim; .5 to 1 do as well."""

Case = tuple[str, list[Features], np.ndarray, np.ndarray]
"""The group that is held out together, the candidates, and which of them carry the claim and which are the very target."""


def read_cases(gold: GoldArticle, parser: Parser, assessor: Assessor) -> list[Case]:
    """Each answer's candidates and which of them are right."""
    parse = parser.parse(gold.article.text)
    attributions = gold_attributions(gold)
    events = assessor.assess(
        parse, attributions, [Event(e.id, e.head, e.type, actors=e.actors, same_as=e.same_as) for e in gold.events]
    )
    countries = {key: actor.country for key, actor in gold.actors.items() if actor.country}
    layers = Layers(parse, attributions, events, [Mention(m.span, m.actor, "name") for m in gold.mentions], countries)
    same = {e.id: e.same_as or e.id for e in gold.events}
    cases = []
    for answer in read_answers(parse, attributions, events):
        answered = [
            s
            for s in gold.stances
            if s.value == answer.value
            and s.attribution in (answer.attribution.id, None)
            and s.holder == answer.attribution.holder
        ]
        pairs = list(candidates(answer, layers))
        found = [same.get(target.id, target.id) for target, _ in pairs]
        nothing = np.array([target.kind == "none" for target, _ in pairs])
        tellings = {same.get(telling, telling) for s in answered for telling in s.tellings}
        targets = {same.get(s.toward, s.toward) for s in answered}
        right, very = (np.array([id_ in ids for id_ in found]) if answered else nothing for ids in (tellings, targets))
        if right.any():
            cases.append((gold.meta["family"] + gold.article.id[:3], [f for _, f in pairs], right, very))
    return cases


def fit(cases: list[Case], names: dict[str, int], *, penalty: float = 1.0) -> np.ndarray:
    """Weights that make the right candidates likeliest, with an L2 penalty (L-BFGS)."""
    data = [
        (matrix(features, names), right, share)
        for _, features, carrying, very in cases
        for right, share in ((carrying, 1.0), (very, TARGET_SHARE))
        if right.any()
    ]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = 0.5 * penalty * float(weights @ weights), penalty * weights
        for rows, right, share in data:
            score = rows @ weights
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            mass = chance[right].sum()
            total -= share * float(np.log(mass))
            slope = slope - share * (rows.T @ (chance * right / mass - chance))
        return total, slope

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x


def matrix(features: list[Features], names: dict[str, int]) -> np.ndarray:
    rows = np.zeros((len(features), len(names)))
    for row, found in zip(rows, features, strict=True):
        for name, value in found.items():
            if name in names:
                row[names[name]] = value
    return rows


def accuracy(cases: list[Case], weights: np.ndarray, names: dict[str, int]) -> float:
    return float(np.mean([right[int(np.argmax(matrix(f, names) @ weights))] for _, f, right, _ in cases]))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    parser, assessor = load_parser(), load_assessor()
    cases = [c for g in read_gold_folder(arguments.gold, "dev") for c in read_cases(g, parser, assessor)]
    found = sorted({name for _, features, _, _ in cases for f in features for name in f})
    names = {name: index for index, name in enumerate(found)}
    groups = sorted({group for group, *_ in cases})
    scores = []
    for part in range(5):
        held = {g for i, g in enumerate(groups) if i % 5 == part}
        test = [c for c in cases if c[0] in held]
        weights = fit([c for c in cases if c[0] not in held], names)
        scores.append((accuracy(test, weights, names), len(test)))
    print(f"{len(cases)} answers; right by cross-validation {sum(a * n for a, n in scores) / len(cases):.3f}")
    weights = fit(cases, names)
    print(f"right on themselves {accuracy(cases, weights, names):.3f}")
    if arguments.write:
        weights[names["abstain"]] += ABSTAIN_BIAS
        lines = [f"{name}\t{weights[index]:.3f}" for name, index in names.items() if abs(weights[index]) >= 0.01]
        WEIGHTS.write_text("\n".join(["feature\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
