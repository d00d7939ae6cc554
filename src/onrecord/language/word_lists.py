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


def load_stateless() -> frozenset[str]:
    """Nouns for people whom where they are tells no country of, in both numbers: those from elsewhere, those in arms anywhere,
    everybody; and for states in the plural."""
    return load_words("stateless.txt")
