"""A parse's words -> matches of the patterns of time, in one pass.

Each word becomes one character that stands for its set of classes; the patterns of `data/patterns.tsv` become one regular
expression over those characters, tried only where a word can begin an expression. The first pattern in the table that fits wins.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from onrecord.errors import SettingsError
from onrecord.times.lexicon import Classes, load_words, sample_shapes, shape_classes

HEADER = ["name", "maker", "pattern"]
OTHER = "."
"""The character of a word that no pattern knows."""

MAX_WORDS = 100_000
"""Words whose characters are remembered."""

_ITEM = re.compile(r"[A-Za-z][\w.']*")
_FIRST_CHAR = 0x100


class Match(NamedTuple):
    """Tokens `[start, end)` that a pattern fits, with the maker that can read them."""

    start: int
    end: int
    name: str
    maker: str


class Pattern(NamedTuple):
    """A line of the table, its definitions put in."""

    name: str
    maker: str
    source: str


class _Chars(dict[str, str]):
    """The character of any word; of new words found by their shape and kept, up to `MAX_WORDS`."""

    def __init__(self, known: Mapping[str, str], of_shape: Callable[[str], str]) -> None:
        super().__init__(known)
        self._known, self._of_shape = known, of_shape

    def __missing__(self, word: str) -> str:
        if len(self) > MAX_WORDS:
            self.clear()
            self.update(self._known)
        self[word] = char = self._of_shape(word)
        return char


class Matcher:
    """Finds the patterns in a sequence of words."""

    def __init__(self, words: Mapping[str, Classes], patterns: Sequence[Pattern]) -> None:
        self._words = words
        self._makers = {pattern.name: pattern.maker for pattern in patterns}
        literals = {item for p in patterns for item in _ITEM.findall(p.source) if item.islower()}
        self._literals = literals
        signatures: dict[frozenset[str], str] = {}
        self._chars: dict[str, str] = {}
        vocabulary = {*words, *literals, *(w.title() for w in literals), *(w.upper() for w in literals), *sample_shapes()}
        for word in sorted(vocabulary):
            signature = self._signature(word)
            self._chars[word] = signatures.setdefault(signature, chr(_FIRST_CHAR + len(signatures)))
        self._signatures = signatures
        self._regex = _compile(patterns, signatures)
        self._char_of = _Chars(self._chars, self._char_of_shape)

    def find(self, words: Sequence[str]) -> Iterator[Match]:
        """Matches in text order, without overlaps."""
        for match in self._regex.finditer("".join(map(self._char_of.__getitem__, words))):
            name = match.lastgroup or ""
            yield Match(match.start(), match.end(), name, self._makers[name])

    def _signature(self, word: str) -> frozenset[str]:
        classes = {*self._words.get(word, ()), *shape_classes(word)}
        lower = word.lower()
        return frozenset(classes | {lower} if lower in self._literals else classes)

    def _char_of_shape(self, word: str) -> str:
        classes = shape_classes(word)
        return self._signatures.get(frozenset(classes), OTHER) if classes else OTHER


def _compile(patterns: Sequence[Pattern], signatures: Mapping[frozenset[str], str]) -> re.Pattern[str]:
    sets: dict[str, str] = {}
    for signature, char in signatures.items():
        for item in signature:
            sets[item] = sets.get(item, "") + char

    def chars(match: re.Match[str]) -> str:
        if match[0] not in sets:
            raise SettingsError(f"patterns.tsv: {match[0]!r} is neither a class, a definition nor a word")
        return f"[{''.join(sorted(sets[match[0]]))}]"

    parts = [(p.name, _ITEM.sub(chars, p.source).replace(" ", "")) for p in patterns]
    pattern = "|".join(f"(?P<{name}>{part.replace('(', '(?:')})" for name, part in parts)
    starters = _join(char for signature, char in signatures.items() if signature - NEVER_FIRST)
    weak = _join(char for signature, char in signatures.items() if signature <= WEAK)
    core = _join(char for signature, char in signatures.items() if not signature <= WEAK)
    return re.compile(f"(?=[{starters}])(?=[{weak}]*[{core}])(?:{pattern})")


def _join(chars: Iterable[str]) -> str:
    return "".join(sorted(chars))


NEVER_FIRST = frozenset({"of", "and", "or", "to", "COMMA", "RPAR", "HYPHEN", "on", "POSS", "old", "olds", "SPAN", "time"})
"""Words and classes that only ever stand inside an expression."""

WEAK = frozenset({
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "from", "as", "so", "all", "no", "more", "most", "less", "fewer",
    "than", "least", "up", "well", "just", "over", "under", "about", "around", "little", "these", "those", "its", "their", "his",
    "her", "our", "some", "many", "few", "several", "number", "single", "other", "another", "further", "good", "full", "whole",
    "entire", "very", "first", "second", "latter", "before", "after", "next", "last", "this", "that", "same", "times",
    "ART", "APPROX", "FUZZY", "CROWD", "NUM", "NUMW", "HOURN", "DAYN", "MONTHN", "YY", "ORD", "HYPHEN", "COMMA", "LPAR", "RPAR",
    "POSS", "TIMES", "REL", "EVERY", "AGO", "EDGE",
})  # fmt: skip
"""Words and classes that make no expression without others: an attempt at a match is worth it only where one follows."""


def read_patterns(lines: Iterable[str], name: str = "patterns.tsv") -> list[Pattern]:
    """The patterns in order; lines named `define` give a name to a piece that later lines may use.

    Raises:
        SettingsError: a line has other columns; the message names the line.
    """
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if next(rows, None) != HEADER:
        raise SettingsError(f"{name}: the first line must be {' '.join(HEADER)}, parted by tabs")
    defined: dict[str, str] = {}
    patterns = []
    for number, row in enumerate(rows, 2):
        if len(row) != len(HEADER):
            raise SettingsError(f"{name}, line {number}: {row!r} is no pattern; needs {' '.join(HEADER)}")
        source = _ITEM.sub(lambda match: defined.get(match[0], match[0]), row[2])
        if row[0] == "define":
            defined[row[1]] = f"({source})"
        else:
            patterns.append(Pattern(row[0], row[1], source))
    return patterns


@cache
def load_matcher() -> Matcher:
    """The matcher of the shipped words and patterns, built once."""
    path = resources.files("onrecord.times") / "data" / "patterns.tsv"
    return Matcher(load_words(), read_patterns(path.read_text(encoding="utf-8").splitlines()))
