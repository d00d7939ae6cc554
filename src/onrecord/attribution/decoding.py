"""Scored triples -> a consistent set: outermost ones first, without overlaps, then what stands inside their contents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.attribution.columns import LABEL, TAG, Columns
from onrecord.attribution.lexicon import CLASSES
from onrecord.attribution.ranges import Range
from onrecord.attribution.triples import Reals, Triples

MIN_OUTER = 0.30
MIN_INNER = 0.4
"""Least chances of an outermost and of an inner attribution; tuned on PolNeAR dev and our gold's dev split."""

MAX_OVERLAP = 0.2
"""Share of a content's tokens that another attribution may already hold."""

Contents = list[tuple[Range, ...]]
"""The content of each triple, by row."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An accepted triple: its number, the chance that it is right, its content (cut to its parent's when inside).

    `parent` is the content it stands in, `None` for an outermost one.
    """

    row: int
    chance: float
    content: tuple[Range, ...]
    parent: tuple[Range, ...] | None = None


UNFOLDED = 0.6
"""Least chance of a noun cue under a verb that answers it ("rejected suggestions that ...")."""
ANSWERS = tuple(CLASSES.index(name) for name in ("denial", "refusal", "confirmation", "doubt", "allegation"))


def unfold(columns: Columns, made: Triples, contents: Contents, inner: list[float]) -> None:
    """Gives a verb that answers a claim the whole claim, and the claim's noun its own say.

    Annotators of outermost attributions take "denied a report [that ...]" for one; there are two, the report inside the denial.
    """
    row_of = {cue: row for row, cue in enumerate(made.cue.tolist())}
    objects = columns.first_right[LABEL["dobj"], made.cue].tolist()
    classes = columns.cue_class[made.cue].tolist()
    for row, cue in enumerate(made.cue.tolist()):
        noun = objects[row]
        if classes[row] not in ANSWERS or noun not in row_of or len(contents[row]) != 1:
            continue
        start, end = contents[row][0]
        low, high = int(columns.left[noun]), int(columns.right[noun])
        if noun < start and end <= high:
            contents[row] = ((max(low, cue + 1), end),)
        if noun < end <= high:
            inner[row_of[noun]] = max(inner[row_of[noun]], UNFOLDED)


TOLD = 0.6
"""Least chance of a participle that brings in a clause: in the training articles all of them are attributions."""


def tell_in_participles(columns: Columns, made: Triples, inner: list[float]) -> None:
    """Gives a participle of the lexicon with a clause of its own its say ("bowed to the court, saying that it had erred")."""
    cue = made.cue
    is_participle = (columns.tag[cue] == TAG["VBG"]) & (columns.label[cue] == LABEL["advcl"]) & (columns.cue_class[cue] > 0)
    for row in np.flatnonzero(is_participle & (columns.first_right[LABEL["ccomp"], cue] < columns.size)).tolist():
        inner[row] = max(inner[row], TOLD)


def choose_triples(
    columns: Columns, made: Triples, contents: Contents, chances: tuple[Reals, Reals], least: tuple[float, float]
) -> list[Choice]:
    """Accepted triples, in no order; `chances` and `least` for outermost ones and for inner ones, `contents` by row.

    Outermost ones greedily from the likeliest down; one that overlaps an accepted one's content or would swallow its cue falls
    out. Then, in each accepted content, likely ones whose cue stands inside it, at all further depths at once.
    """
    cues = made.cue.tolist()
    outer, inner = (chance.tolist() for chance in chances)
    contents = list(contents)
    unfold(columns, made, contents, inner)
    tell_in_participles(columns, made, inner)
    chosen = _choose(range(len(cues)), outer, least[0], contents, cues)
    taken = {choice.row for choice in chosen}
    for parent in tuple(chosen):
        rows = [row for row in _rows_inside(cues, parent.content) if row not in taken and inner[row] >= least[1]]
        found = _nest(rows, inner, contents, cues, parent)
        taken.update(choice.row for choice in found)
        chosen += found
    return chosen


def _choose(rows: Iterable[int], chances: list[float], least: float, contents: Contents, cues: list[int]) -> list[Choice]:
    """Greedily from the likeliest: no shared content, no cue inside another's content, none swallowed."""
    held = heads = 0  # tokens as bits of one number
    chosen = []
    for row in sorted((row for row in rows if chances[row] >= least), key=lambda row: (-chances[row], row)):
        tokens, head = _bits(contents[row]), 1 << cues[row]
        if not tokens or head & held or heads & tokens or _spills(tokens, ~held):
            continue
        chosen.append(Choice(row, chances[row], contents[row]))
        held |= tokens
        heads |= head
    return chosen


def _nest(rows: Iterable[int], chances: list[float], contents: Contents, cues: list[int], parent: Choice) -> list[Choice]:
    """Greedily from the likeliest, all depths inside one content: each two stand apart, or one stands in the other's content.

    Each is cut to the content of the one it stands in.
    """
    bounds = _bits(parent.content)
    kept: list[tuple[int, int, int]] = []  # row, content and cue as bits
    for row in sorted(rows, key=lambda row: (-chances[row], row)):
        tokens, head = _bits(contents[row]), 1 << cues[row]
        if not _spills(tokens, bounds) and all(_agree(tokens, head, others, other) for _, others, other in kept):
            kept.append((row, tokens, head))
    around = {parent.row: parent}
    kept.sort(key=lambda one: -one[1].bit_count())
    for row, _, head in kept:
        holders = [choice for choice in around.values() if head & _bits(choice.content)]
        holder = min(holders, key=lambda choice: _size(choice.content), default=parent)
        content = _clip(contents[row], holder.content)
        if content:
            around[row] = Choice(row, chances[row], content, holder.content)
    return list(around.values())[1:]


def _agree(tokens: int, head: int, others: int, other: int) -> bool:
    """Whether two attributions, content and cue as bits each, can both stand: apart, or one inside the other's content."""
    if head & others:
        return not other & tokens and not _spills(tokens, others)
    if other & tokens:
        return not _spills(others, tokens)
    return not _spills(tokens, ~others)


def _spills(tokens: int, bounds: int) -> bool:
    """Whether too much of a content lies outside its bounds; an empty one does."""
    return (tokens & ~bounds).bit_count() > MAX_OVERLAP * tokens.bit_count() if tokens else True


def _bits(ranges: Iterable[Range]) -> int:
    """Tokens as bits of one number."""
    tokens = 0
    for start, end in ranges:
        tokens |= (1 << end) - (1 << start)
    return tokens


def _rows_inside(cues: list[int], ranges: Iterable[Range]) -> Iterator[int]:
    """Rows whose cue stands in one of the ranges; cues are in text order."""
    for start, end in ranges:
        yield from range(bisect_left(cues, start), bisect_left(cues, end))


def _clip(ranges: Iterable[Range], bounds: Iterable[Range]) -> tuple[Range, ...]:
    pieces = ((max(start, low), min(end, high)) for start, end in ranges for low, high in bounds)
    return tuple((start, end) for start, end in pieces if end > start)


def _size(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)
