"""Nouns for people and bodies that speak."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def load_speakers() -> frozenset[str]:
    """Nouns for people and bodies that speak, from `data/speakers.txt`."""
    path = resources.files("onrecord.language") / "data" / "speakers.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
