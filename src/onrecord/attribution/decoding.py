"""Scored triples -> a consistent set: outermost ones first, without overlaps, then what stands inside their contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.attribution.columns import Columns
from onrecord.attribution.triples import Reals, Triples

MIN_OUTER = 0.36
MIN_INNER = 0.5
"""Least chances of an outermost and of an inner attribution; tuned on PolNeAR dev and our gold's dev split."""

MAX_OVERLAP = 0.2
"""Share of a content's tokens that another attribution may already hold."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """An accepted triple: its number, the chance that it is right, its content (cut to its parent's when inside)."""

    row: int
    chance: float
    content: tuple[Range, ...]


def choose_triples(
    columns: Columns, made: Triples, outer: Reals, inner: Reals, min_outer: float, min_inner: float
) -> list[Choice]:
    """Accepted triples, in no order.

    Outermost ones greedily from the likeliest down; one that overlaps an accepted one's content or would swallow its cue falls
    out. Then, in each accepted content, the likeliest ones whose cue and source stand inside it, and so on inwards.
    """
    contents = [made.contents.pieces(row) for row in range(len(made.cue))]
    cues = made.cue.tolist()
    outers = _choose(range(len(cues)), outer.tolist(), min_outer, contents, cues)
    chosen = list(outers)
    chances = inner.tolist()
    queue = list(outers)
    while queue:
        parent = queue.pop()
        taken = {choice.row for choice in chosen}
        inside = [row for row, cue in enumerate(cues) if row not in taken and _holds(parent.content, cue)]
        clipped = {row: _clip(contents[row], parent.content) for row in inside}
        rows = [row for row in inside if _size(clipped[row]) >= (1 - MAX_OVERLAP) * _size(contents[row])]
        for row in rows:
            contents[row] = clipped[row]
        found = _choose(rows, chances, min_inner, contents, cues)
        chosen += found
        queue += found
    return chosen


def _choose(
    rows: Iterable[int], chances: list[float], least: float, contents: list[tuple[Range, ...]], cues: list[int]
) -> list[Choice]:
    """Greedily from the likeliest: no shared content, no cue inside another's content, none swallowed."""
    held: set[int] = set()
    heads: set[int] = set()
    chosen = []
    for row in sorted((row for row in rows if chances[row] >= least), key=lambda row: (-chances[row], row)):
        tokens = [token for start, end in contents[row] for token in range(start, end)]
        if not tokens or cues[row] in held or not heads.isdisjoint(tokens):
            continue
        if sum(token in held for token in tokens) > MAX_OVERLAP * len(tokens):
            continue
        chosen.append(Choice(row, chances[row], contents[row]))
        held.update(tokens)
        heads.add(cues[row])
    return chosen


def _holds(ranges: Iterable[Range], token: int) -> bool:
    return any(start <= token < end for start, end in ranges)


def _clip(ranges: Iterable[Range], bounds: Iterable[Range]) -> tuple[Range, ...]:
    pieces = ((max(start, low), min(end, high)) for start, end in ranges for low, high in bounds)
    return tuple((start, end) for start, end in pieces if end > start)


def _size(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)
