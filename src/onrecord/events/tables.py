"""The stage's data files -> rows of text; one place that opens them and says where a line is wrong."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from functools import cache
from importlib import resources

from onrecord.errors import SettingsError

PEOPLE = frozenset(("civilian", "official", "diplomat", "force", "police", "militia", "captive", "peacekeeper", "worker"))
"""Classes of words for people."""


def read_table(name: str, header: list[str]) -> Iterator[list[str]]:
    """The rows of `data/NAME`, without its first line.

    Raises:
        SettingsError: the first line is not the header, or a row has another number of fields; the message names the line.
    """
    text = (resources.files("onrecord.events") / "data" / name).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    if next(rows, None) != header:
        raise SettingsError(f"{name}: the first line must be {' '.join(header)}, parted by tabs")
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise SettingsError(f"{name}, line {number}: {len(row)} fields, needs {len(header)}: {row!r}")
        yield row


def words(text: str) -> frozenset[str]:
    """The words of a text parted by spaces, as a set: short word lists that stand beside the rule they serve.

    >>> sorted(words("will shall"))
    ['shall', 'will']
    """
    return frozenset(text.split())


@cache
def load_classes() -> dict[str, frozenset[str]]:
    """Word classes by lemma (`data/classes.tsv`): what a party, weapon, place or thing is, as far as frames ask."""
    found: dict[str, set[str]] = {}
    for name, members in read_table("classes.tsv", ["class", "words"]):
        for word in members.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def members(name: str) -> frozenset[str]:
    """The lemmas of a word class."""
    return frozenset(word for word, names in load_classes().items() if name in names)


@cache
def is_of_people(lemma: str) -> bool:
    """Whether a noun is of a class of people: somebody who can act, of no side or of one."""
    return not PEOPLE.isdisjoint(load_classes().get(lemma, ()))


@cache
def class_names() -> frozenset[str]:
    """All word classes that frames may name, with those that come from an actor's own row."""
    return frozenset(name for names in load_classes().values() for name in names) | {"party", "state"}


def _entities() -> Iterator[list[str]]:
    packed = (resources.files("onrecord.actors") / "data" / "entities.tsv.gz").read_bytes()
    return (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())


@cache
def country_names() -> dict[str, str]:
    """Each state's English name by its ISO 3166 code, for states that only a rule brings in; from the knowledge base's file."""
    return {code: name for kind, _, code, _, _, name, *_ in _entities() if kind == "name"}


@cache
def nationalities() -> dict[str, str]:
    """The ISO 3166 code of each adjective of nationality, in lower case; from the knowledge base's file."""
    rows = ((code, forms) for kind, _, code, _, _, _, forms, *_ in _entities() if kind == "adjective")
    return {form.casefold(): code for code, forms in rows for form in forms.split("|") if len(code) == 3}
