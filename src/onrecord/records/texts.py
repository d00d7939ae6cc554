"""Pieces of a text, what they quote, and ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of `Article.text`: half-open `[start, end)` in code points."""

    start: int
    end: int


def quote(text: str, spans: Iterable[Span]) -> str:
    """The characters of the spans to the letter, pieces joined by ` … `."""
    return " … ".join(text[span.start : span.end] for span in spans)


def make_id(*parts: object) -> str:
    """A 16-digit hexadecimal id: a hash of what the row is, the same on every run and machine.

    Args:
        parts: what makes the row itself (article id, maker, spans ...); their `repr`-free string forms are joined.
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
