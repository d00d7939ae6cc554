"""Ranges of tokens as arrays: up to `PIECES` pieces a row, cut, merged, trimmed and measured for all rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.attribution.columns import Bools, Columns, Ints

PIECES = 4

Pair = tuple[Ints, Ints]
Range = tuple[int, int]
"""Tokens `[start, end)`."""


def holds(ranges: Sequence[Range], token: int) -> bool:
    """Whether a token lies in one of the ranges."""
    return any(start <= token < end for start, end in ranges)


@dataclass(frozen=True)
class Ranges:
    """Pieces `[starts, ends)` in text order, shape (PIECES, rows); an empty piece has start = end = the pad, and stands last."""

    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return int(self.starts.shape[1])

    def select(self, rows: Ints | Bools) -> Ranges:
        """The rows asked for."""
        return Ranges(self.starts[:, rows], self.ends[:, rows])

    @property
    def first(self) -> Ints:
        """First token of each row."""
        first: Ints = self.starts[0]
        return first

    @property
    def last(self) -> Ints:
        """Token after the last one of each row."""
        found: Ints = np.where(self.ends > self.starts, self.ends, 0).max(axis=0)
        return found

    @property
    def n_pieces(self) -> Ints:
        """Pieces that are not empty."""
        found: Ints = (self.ends > self.starts).sum(axis=0)
        return found

    @property
    def n_tokens(self) -> Ints:
        """Tokens in all pieces."""
        found: Ints = (self.ends - self.starts).sum(axis=0)
        return found

    def count(self, running: Ints) -> Ints:
        """How many tokens of each row have a property, from its running count (shape (n + 1,))."""
        found: Ints = (running[self.ends] - running[self.starts]).sum(axis=0)
        return found

    def covers(self, tokens: Ints) -> Bools:
        """Whether each row holds its token."""
        held: Bools = np.asarray(((self.starts <= tokens) & (tokens < self.ends)).any(axis=0))
        return held

    def pieces(self) -> list[tuple[tuple[int, int], ...]]:
        """Each row's pieces as plain pairs."""
        rows = zip(self.starts.T.tolist(), self.ends.T.tolist(), strict=True)
        return [tuple((s, e) for s, e in zip(starts, ends, strict=True) if e > s) for starts, ends in rows]


def minus(start: Ints, end: Ints, cut_start: Ints, cut_end: Ints) -> tuple[Pair, Pair]:
    """What is left of a range on either side of a cut; a side may be empty (its end not after its start)."""
    return (start, np.minimum(end, cut_start)), (np.maximum(start, cut_end), end)


def settle(columns: Columns, starts: Ints, ends: Ints, cues: Ints) -> Ranges:
    """Candidates as they come -> clean ranges: without the cue, whole quotations, no marks at the edges, in order, merged.

    A quotation that a piece touches at either end is completed, unless the cue stands inside it.

    Args:
        columns: the article's.
        starts: shape (PIECES, rows); the last piece must be free (empty).
        ends: the same; a piece whose end is not after its start is empty.
        cues: shape (rows,), a token each.
    """
    starts, ends = _without_cue(starts.copy(), ends.copy(), cues)
    for edge in (starts, ends - 1):
        starts, ends = _complete(columns, starts, ends, np.minimum(np.maximum(edge, 0), columns.size), cues)
    return trim(columns, starts, ends)


def trim(columns: Columns, starts: Ints, ends: Ints) -> Ranges:
    """Pieces without marks at their edges, in text order, touching ones merged."""
    pad = columns.size
    starts = columns.next_word[np.minimum(np.maximum(starts, 0), pad)]
    ends = columns.after_last_word[np.minimum(np.maximum(ends, 0), pad)]
    blank = pad << _SHIFT | pad
    keys = np.where(ends <= starts, blank, starts << _SHIFT | ends)
    many = ((keys < blank).sum(axis=0) > 1).nonzero()[0]
    tidy = np.empty_like(keys)
    tidy[0], tidy[1:] = keys.min(axis=0), blank
    if len(many):
        tidy[:, many] = _merge(keys[:, many], pad)
    return Ranges(tidy >> _SHIFT, tidy & _MASK)


_SHIFT, _MASK = 24, (1 << 24) - 1
"""A piece as one number, start and end: sorted with one call."""


def _merge(keys: Ints, pad: int) -> Ints:
    """Pieces in text order, touching ones made one; shape as given."""
    keys.sort(axis=0)
    starts, ends = keys >> _SHIFT, keys & _MASK
    for piece in range(1, PIECES):
        touches = (starts[piece] <= ends[piece - 1]) & (starts[piece] < pad)
        starts[piece] = np.where(touches, starts[piece - 1], starts[piece])
        ends[piece] = np.where(touches, np.maximum(ends[piece], ends[piece - 1]), ends[piece])
        starts[piece - 1] = np.where(touches, pad, starts[piece - 1])
        ends[piece - 1] = np.where(touches, pad, ends[piece - 1])
    merged: Ints = starts << _SHIFT | ends
    merged.sort(axis=0)
    return merged


def _without_cue(starts: Ints, ends: Ints, cues: Ints) -> Pair:
    for piece in range(PIECES - 1):
        around = (starts[piece] <= cues) & (cues < ends[piece])
        starts[-1] = np.where(around, cues + 1, starts[-1])
        ends[-1] = np.where(around, ends[piece], ends[-1])
        ends[piece] = np.where(around, cues, ends[piece])
    return starts, ends


def _complete(columns: Columns, starts: Ints, ends: Ints, edges: Ints, cues: Ints) -> Pair:
    quotation = columns.quotation[edges]
    grows = (quotation >= 0) & (quotation != columns.quotation[cues]) & (ends > starts)
    first, last = columns.quote_starts[quotation], columns.quote_ends[quotation]
    return np.where(grows, np.minimum(starts, first), starts), np.where(grows, np.maximum(ends, last), ends)
