"""An assessment -> a value on [-3, 3] as readers of another kind of text rate it: learned weights, used only on request."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from onrecord.errors import SettingsError
from onrecord.factuality.engine import Assessment
from onrecord.factuality.paths import climb
from onrecord.language import syntax
from onrecord.records import Parse

CALIBRATIONS = ("readers",)
"""Names of the shipped tables: `readers` is learned from the ratings of UDS-IH2, where futures count as not happened."""

RANGES = ((1.5, 3.0), (-0.45, 1.45), (-3.0, -0.5))
"""The values of the three classes: positive, uncertain, negative."""

Weights = Mapping[str, tuple[float, ...]]


def calibrate(parse: Parse, token: int, assessment: Assessment, weights: Weights) -> float:
    """The rating on [-3, 3] that the table gives to an event: its class of three first, then the value within the class's range.

    Args:
        parse: the article's.
        token: the event's head.
        assessment: what the rules say of it.
        weights: from `load_weights`.
    """
    sums = [0.0, 0.0, 0.0, 0.0]
    for name in calibration_features(parse, token, assessment):
        for column, weight in enumerate(weights.get(name, ())):
            sums[column] += weight
    low, high = RANGES[max(range(3), key=lambda column: sums[column + 1])]
    return round(max(low, min(high, sums[0])), 3)


@cache
def load_weights(name: str) -> Weights:
    """A shipped table: feature -> weights of the value and of the classes in the order of `RANGES`.

    Raises:
        SettingsError: no such table.
    """
    if name not in CALIBRATIONS:
        raise SettingsError(f"no calibration {name!r}; have {', '.join(CALIBRATIONS)}")
    text = (resources.files("onrecord.factuality") / "data" / f"calibration_{name}.tsv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row[0]: tuple(map(float, row[1:])) for row in rows}


def calibration_features(parse: Parse, token: int, assessment: Assessment) -> Iterator[str]:
    """Names of what is so about an event: the rules' verdict, its own form, and the words that govern it (single lemmas)."""
    yield "bias"
    label, status = assessment.values[-1], assessment.status
    yield f"label {label}"
    yield f"author {assessment.values[0]}"
    yield f"status {status}"
    yield f"status {status} {label} {assessment.tense}"
    yield f"depth {min(3, len(assessment.holders) - 1)}"
    for reason in assessment.why:
        yield f"why {reason.split(':')[0]}"
    yield from _form(parse, token, status)
    yield from _surroundings(parse, token, status)


def _form(parse: Parse, token: int, status: str) -> Iterator[str]:
    lemma, tag, label = parse.lemmas[token].lower(), parse.tags[token], parse.labels[token]
    auxiliaries = " ".join(parse.lower[o] for o in parse.children[token] if parse.labels[o] in ("aux", "auxpass", "neg"))
    yield f"lemma {lemma}"
    yield f"tag {tag}"
    yield f"tag {tag} {label}"
    yield f"form {tag} {auxiliaries}"
    yield f"form {tag} {status}"
    yield f"label {label} {status}"
    subject = syntax.own_subject(parse, token)
    if subject is not None:
        yield f"subject {parse.lower[subject] if parse.pos[subject] == 'PRON' else parse.pos[subject]} {tag}"
    for other in parse.children[token]:
        if parse.labels[other] in ("advmod", "mark", "prt", "attr", "acomp", "neg"):
            yield f"child {parse.labels[other]} {parse.lemmas[other].lower()}"
        elif parse.labels[other] in ("advcl", "dobj", "ccomp", "xcomp", "npadvmod"):
            yield f"child {parse.labels[other]}"


def _surroundings(parse: Parse, token: int, status: str) -> Iterator[str]:
    steps = climb(parse, token)
    for distance, step in enumerate(reversed(steps[-3:])):
        frame = step.frame
        yield f"frame {distance} {frame}"
        if step.governor is not None:
            governor = parse.lemmas[step.governor].lower()
            yield f"governor {distance} {governor} {frame}"
            yield f"governor {distance} {parse.tags[step.governor]} {frame}"
        if step.marker:
            yield f"marker {distance} {step.marker}"
    yield f"frames {' '.join(step.frame for step in steps[-2:])} {status}"
    root = steps[0].token
    end = parse.sentences[parse.sentence_of[token]][1] - 1
    yield f"root {parse.tags[root]} {parse.words[end] if parse.pos[end] == 'PUNCT' else ''}"
    for other in parse.children[root]:
        if root != token and parse.tags[other] == "MD":
            yield f"root modal {parse.lower[other]}"
