"""The cue lexicon: which lemma, as which part of speech, can bring in what somebody holds, and what it does by that."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast, get_args

from onrecord.errors import SettingsError
from onrecord.records import Act

CLASSES = (
    "-", "communication", "allegation", "denial", "refusal", "confirmation", "demand", "promise", "prediction", "cognition",
    "doubt", "attitude", "intention", "asking", "hearsay", "colon",
)  # fmt: skip
"""Word classes in the order of their codes; `-` is a word outside the lexicon."""

HEADER = ["lemma", "pos", "class", "act", "turns"]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A cue as the lexicon lists it.

    `turns` maps a frame (`that`, `whether`, `to`, `ing`, `for`, `on`, `as`, `object`, `quote`) to the act it turns the cue into.
    """

    lemma: str
    pos: str
    kind: str
    act: Act
    turns: Mapping[str, Act]


Lexicon = Mapping[tuple[str, str], CueEntry]


def read_lexicon(lines: Iterable[str], name: str = "cues.tsv") -> dict[tuple[str, str], CueEntry]:
    """Entries by (lemma, Universal part of speech).

    Raises:
        SettingsError: a line has other columns, an unknown class or an unknown act; the message names the line.
    """
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if next(rows, None) != HEADER:
        raise SettingsError(f"{name}: the first line must be {' '.join(HEADER)}, parted by tabs")
    found = {}
    for number, row in enumerate(rows, 2):
        if len(row) != len(HEADER) or row[2] not in CLASSES or row[3] not in get_args(Act):
            raise SettingsError(
                f"{name}, line {number}: {row!r} is no entry; needs {' '.join(HEADER)} with a known class and act"
            )
        lemma, pos, kind, act, turns = row
        found[lemma, pos] = CueEntry(lemma, pos, kind, cast(Act, act), _read_turns(turns, f"{name}, line {number}"))
    return found


@cache
def load_lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    path = resources.files("onrecord.attribution") / "data" / "cues.tsv"
    return read_lexicon(path.read_text(encoding="utf-8").splitlines())


def _read_turns(field: str, place: str) -> dict[str, Act]:
    turns: dict[str, Act] = {}
    for pair in field.split(";") if field != "-" else ():
        frame, _, act = pair.partition("=")
        if act not in get_args(Act):
            raise SettingsError(f"{place}: {pair!r} names no act")
        turns[frame] = cast(Act, act)
    return turns
