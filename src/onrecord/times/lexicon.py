"""Words of time -> their classes: months, weekdays, units, numbers, modifiers, and the shapes of written numbers and dates."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from onrecord.errors import SettingsError

HEADER = ["word", "class", "value", "form"]
FORMS = {
    "any": (str.lower, str.title, str.upper),
    "cap": (str.title, str.upper),
    "upper": (str.upper,),
}
"""How a word may be written: anyhow, with a capital (months: "may" is a verb), all in capitals (time zones)."""

Classes = Mapping[str, str]
"""The classes of a word, each with its value there (MONTH -> "3")."""

_INTEGER = re.compile(r"\d{1,4}")
_SHAPES = (
    ("NUM", re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{5,}")),
    ("DECADE", re.compile(r"(?:1[0-9]|20)?\d0['’]?s")),
    ("DECADE", re.compile(r"['’‘]\d0s")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?")),
    ("CLOCKPM", re.compile(r"(?:1[0-2]|0?\d)(?:[:.][0-5]\d)?[ap]\.?m\.?", re.I)),
    ("SLASHDATE", re.compile(r"(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:(?:19|20)\d\d|\d\d)")),
    ("DOTDATE", re.compile(r"(?:3[01]|[12]\d|0?[1-9])[./](?:1[0-2]|0?[1-9])[./](?:19|20)\d\d")),
    ("ISODATE", re.compile(r"(?:1\d|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:T[\d:.]+Z?)?")),
    ("EDGEYEAR", re.compile(r"(?:mid|early|late)[-‑–](?:1[5-9]|20)\d\d", re.I)),
    ("EDGEDECADE", re.compile(r"(?:mid|early|late)[-‑–](?:(?:1[0-9]|20)?\d0s|['’]\d0s)", re.I)),
    ("EDGEORD", re.compile(r"(?:mid|early|late)[-‑–]\d{1,2}(?:st|nd|rd|th)", re.I)),
    ("YEARRANGE", re.compile(r"(?:1[5-9]|20)\d\d[-–/](?:\d\d|(?:19|20)\d\d)")),
    ("FISCALYEAR", re.compile(r"FY['’]?(?:20)?\d\d")),
    ("APOSYEAR", re.compile(r"['’‘]\d\d")),
    ("OFFSET", re.compile(r"(?:GMT|UTC)?[+-]\d{1,2}(?::?\d\d)?")),
    ("ORD", re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.I)),
)  # fmt: skip


def read_words(lines: Iterable[str], name: str = "words.tsv") -> dict[str, dict[str, str]]:
    """Classes by word, in each way the word may be written.

    Raises:
        SettingsError: a line has other columns or an unknown form; the message names the line.
    """
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if next(rows, None) != HEADER:
        raise SettingsError(f"{name}: the first line must be {' '.join(HEADER)}, parted by tabs")
    words: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows, 2):
        if len(row) != len(HEADER) or row[3] not in FORMS:
            raise SettingsError(f"{name}, line {number}: {row!r} is no entry; needs {' '.join(HEADER)} with a form of {FORMS}")
        word, kind, value, form = row
        for write in FORMS[form]:
            words.setdefault(write(word), {})[kind] = value
    return words


@cache
def load_words() -> dict[str, dict[str, str]]:
    """The shipped words, read once."""
    path = resources.files("onrecord.times") / "data" / "words.tsv"
    return read_words(path.read_text(encoding="utf-8").splitlines())


def shape_classes(word: str) -> Classes:
    """The classes of a number or a date written as one word; none for anything else."""
    if _INTEGER.fullmatch(word) and word.isascii():
        return _integer_classes(word)
    for kind, pattern in _SHAPES:
        if pattern.fullmatch(word) and word.replace("’", "'").replace("‘", "'").isascii() | ("–" in word) | ("‑" in word):
            if kind == "ORD":
                return {"ORD": re.sub(r"\D", "", word)}
            extra = {"NUM": word.replace(",", "")} if kind == "NUM" or re.fullmatch(r"\d+\.\d+", word) else {}
            return {kind: word, **extra}
    return {}


def _integer_classes(word: str) -> Classes:
    number = int(word)
    found = {"NUM": word}
    if len(word) <= 2:
        found |= {"HOURN": word} if number <= 24 else {}
        found |= {"DAYN": word} if 1 <= number <= 31 else {}
        found |= {"MONTHN": word} if 1 <= number <= 12 else {}
        found |= {"YY": word} if len(word) == 2 else {}
    if len(word) == 4:
        found |= {"YEAR": word} if 1000 <= number <= 2199 else {}
        found |= {"CLOCK4": word} if number // 100 <= 24 and number % 100 < 60 else {}
    return found


@cache
def sample_shapes() -> tuple[str, ...]:
    """A written example of every combination of classes that `shape_classes` can give."""
    samples = [f"{n}" for n in range(2400)] + [f"{n:02}" for n in range(100)] + [f"{n:04}" for n in range(0, 2400, 7)]
    samples += ["1,000", "2.5", "10.75", "18.30", "9999", "12345", "1990s", "90s", "'90s", "18:00", "6pm", "7/8/07", "12.03.2022"]
    samples += [
        "8/8/2007",
        "2022-03-22",
        "mid-2022",
        "mid-1980s",
        "mid-15th",
        "2019-21",
        "FY2024",
        "'98",
        "+8",
        "GMT+8",
        "1st",
        "121st",
    ]
    return tuple(samples)
