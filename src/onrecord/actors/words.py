"""Closed classes of words that the stage reads, from `data/words.tsv`."""

from __future__ import annotations

from onrecord.actors.kbdata import read_lines


def read_classes() -> dict[str, frozenset[str]]:
    """Each class of `words.tsv` and its words, in lower case."""
    rows = (line.split("\t") for line in read_lines("words.tsv")[1:])
    return {name: frozenset(words.split(" ")) for name, words in rows}


_CLASSES = read_classes()
BODY_NOUNS = _CLASSES["body_noun"]
"""Nouns that a capitalised name of a body ends with, or begins with before "of" or "for"."""

DAYS = _CLASSES["day"]
FORMER = _CLASSES["former"]
MEN = _CLASSES["man"]
MOTION = _CLASSES["motion"]
"""Lemmas after which "to" a city is a way to it, not something said to its government."""

OUTLET_NOUNS = _CLASSES["outlet_noun"]
"""Nouns that names of media end with."""

PAPERS = _CLASSES["paper"]
"""Nouns for what is written or said: held by whoever it is of."""

PARTICLES = _CLASSES["particle"]
QUANTIFIERS = _CLASSES["quantifier"]
WOMEN = _CLASSES["woman"]
