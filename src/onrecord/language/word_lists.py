"""Word lists of this folder that more than one stage asks, from `data/`."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def load_words(name: str) -> frozenset[str]:
    """The words of a list `data/NAME`, in lower case."""
    path = resources.files("onrecord.language") / "data" / name
    return frozenset(path.read_text(encoding="utf-8").split())


def load_speakers() -> frozenset[str]:
    """Nouns for people and bodies that speak, as lemmas."""
    return load_words("speakers.txt")


@cache
def load_people() -> frozenset[str]:
    """Nouns for people and bodies, the speakers among them and whoever else has a role: lemmas, some in the plural too."""
    table = (resources.files("onrecord.actors") / "data" / "roles.tsv").read_text(encoding="utf-8")
    terms = (line.split("\t")[0] for line in table.splitlines()[1:])
    return load_speakers() | {term for term in terms if " " not in term}


def load_stateless() -> frozenset[str]:
    """Nouns for people whom where they are tells no country of, in both numbers: those from elsewhere, those in arms anywhere,
    everybody; and for states in the plural."""
    return load_words("stateless.txt")
