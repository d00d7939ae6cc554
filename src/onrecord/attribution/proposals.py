"""Where a cue's content may lie: rules that propose ranges for all cues of an article at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from onrecord.attribution.columns import (
    COLON,
    COMMA,
    DASH,
    LABEL,
    LABELS,
    PART,
    SEMICOLON,
    Bools,
    Columns,
    Ints,
    empty_columns,
    last_true,
    next_true,
)
from onrecord.attribution.paths import PATHS, follow_paths
from onrecord.attribution.ranges import PIECES, Pair, minus

COMPLEMENTS = (
    "ccomp", "dobj", "attr", "xcomp", "acomp", "oprd", "advcl", "prep", "agent", "dative", "npadvmod", "relcl", "acl", "appos",
    "parataxis", "dep", "pobj", "pcomp", "nsubjpass", "advmod",
)  # fmt: skip
SUBJECT_WITH = ("xcomp", "acomp", "oprd", "prep")
CLAUSES_ABOVE = ("ccomp", "parataxis", "conj", "dep", "advcl")
HANGING = ("prep", "mark", "advmod", "pobj", "npadvmod", "advcl", "agent", "acl")
MIN_QUOTATION = 4

LINKED = ("xcomp", "conj", "pcomp")

Pieces = Sequence[Pair]
Proposal = tuple[str, Pieces]


def _flags(labels: Sequence[str]) -> Bools:
    flags = np.zeros(len(LABELS), dtype=bool)
    flags[[LABEL[label] for label in labels]] = True
    return flags


_LINKED, _HANGING = _flags(LINKED), _flags(HANGING)


def propose(columns: Columns, cues: Ints) -> tuple[list[str], Ints, Ints]:
    """Each rule's name, starts and ends of shape (rules, PIECES, cues); a piece whose end is not after its start is empty.

    The rules and their order are the same for every article, likeliest ones first.
    """
    block = find_blocks(columns, cues)
    path_starts, path_ends = follow_paths(columns, cues)
    rest = list(_propose_more(columns, cues, block))
    names = [*PATHS, *(name for name, _ in rest)]
    starts = np.full((len(names), PIECES, len(cues)), columns.size)
    ends = np.zeros((len(names), PIECES, len(cues)), dtype=np.int64)
    before, after = minus(path_starts, path_ends, block.start, block.end)
    n_paths = len(PATHS)
    starts[:n_paths, 0], ends[:n_paths, 0] = before
    starts[:n_paths, 1], ends[:n_paths, 1] = after
    for number, (_, pieces) in enumerate(rest, n_paths):
        for piece, (start, end) in enumerate(pieces):
            starts[number, piece], ends[number, piece] = start, end
    return names, starts, ends


@cache
def rule_names() -> tuple[str, ...]:
    """Names of the rules by their numbers; the same for every article."""
    return tuple(propose(empty_columns(), np.zeros(0, dtype=np.int64))[0])


def _propose_more(columns: Columns, cues: Ints, block: Blocks) -> Iterator[Proposal]:
    yield from _rests(columns, cues, block)
    yield from _copulas(columns, cues)
    yield from _clauses(columns, cues, block)
    yield from _sentences(columns, cues, block)
    yield from _surroundings(columns, cues)
    yield from _colons(columns, cues)
    yield from _quotations(columns, cues)


@dataclass(frozen=True)
class Blocks:
    """The words of each cue's own clause that are never content: subject, auxiliaries, the cue; `start`, `end` of shape (cues,).

    `joined` is where a coordination with another verb begins to the right (the subtree's end when there is none); `stop` the
    subtree's end; `subject` the subject's head, the pad when it has none.
    """

    start: Ints
    end: Ints
    joined: Ints
    stop: Ints
    subject: Ints


def find_blocks(columns: Columns, cues: Ints) -> Blocks:
    """The block of each cue."""
    pad = columns.size
    start, end = cues.copy(), cues + 1
    for label in ("aux", "auxpass", "neg"):
        near = columns.near_left[LABEL[label], cues]
        start = np.where(near < pad, np.minimum(start, near), start)
        after = columns.first_right[LABEL[label], cues]
        end = np.where(after - cues < 4, np.maximum(end, after + 1), end)
    particle = columns.first_right[LABEL["prt"], cues]
    end = np.where(particle - cues < 4, np.maximum(end, particle + 1), end)
    subject = columns.subject[cues]
    has = subject < pad
    start = np.where(has & (subject < cues), np.minimum(start, columns.left[subject]), start)
    end = np.where(has & (subject > cues), np.maximum(end, columns.right[subject]), end)
    coordinator, conjunct = columns.first_right[LABEL["cc"], cues], columns.first_right[LABEL["conj"], cues]
    stop = columns.right[cues]
    hangs = (columns.label[cues] == LABEL["prep"]) & (columns.first_right[LABEL["prep"], cues] == cues + 1)
    end = np.where(hangs, stop, end)  # "according to X": all of it
    joined = np.minimum(np.minimum(coordinator, columns.left[conjunct]), stop)
    return Blocks(start, end, np.maximum(joined, cues + 1), stop, subject)


_COMPLEMENTS = np.array([LABEL[label] for label in COMPLEMENTS])


def _rests(columns: Columns, cues: Ints, block: Blocks) -> Iterator[Proposal]:
    """From the first or second dependent on the right to the coordination, or to the end; with the subject before it."""
    starts = columns.left[columns.first_right[_COMPLEMENTS][:, cues]]
    starts = np.partition(np.where(starts > cues, starts, columns.size), 1, axis=0)
    for number in range(2):
        start = starts[number]
        yield f"rest {number}", ((start, block.joined),)
        yield f"rest with coordination {number}", ((start, np.where(start < columns.size, block.stop, 0)),)
    subject = (columns.left[block.subject], columns.right[block.subject])
    yield "subject and rest", _both(subject, (starts[0], block.joined))
    for label in SUBJECT_WITH:
        child = columns.first_right[LABEL[label], cues]
        yield f"subject and {label}", _both(subject, (columns.left[child], columns.right[child]))
    yield "subject", (subject,)
    above = columns.subject[columns.head[cues]]
    linked = _LINKED[columns.label[cues]]
    inherited = (columns.left[above], np.where(linked, columns.right[above], 0))
    yield "inherited subject and rest", _both(inherited, (starts[0], block.joined))
    yield from _nouns(columns, cues, (starts[0], block.stop))


def _nouns(columns: Columns, cues: Ints, rest: Pair) -> Iterator[Proposal]:
    """The noun that the cue's relative or participle clause hangs on, alone and with the rest of the clause."""
    head, label = columns.head[cues], columns.label[cues]
    before = np.minimum(columns.left[cues], columns.right[head])
    for name in ("relcl", "acl"):
        noun = (columns.left[head], np.where(label == LABEL[name], before, 0))
        yield f"noun before {name}", (noun,)
        yield f"noun before {name} and rest", _both(noun, rest)


def _copulas(columns: Columns, cues: Ints) -> Iterator[Proposal]:
    """What a noun is said to be: "her fear was [that the fighting would resume]"."""
    head = columns.head[cues]
    fits = (columns.label[cues] == LABEL["nsubj"]) & (columns.cue_class[cues] > 0)
    for label in ("ccomp", "xcomp", "attr", "acomp"):
        child = columns.first_right[LABEL[label], head]
        yield f"copula {label}", ((columns.left[child], np.where(fits, columns.right[child], 0)),)


def _clauses(columns: Columns, cues: Ints, block: Blocks) -> Iterator[Proposal]:
    """The clause above the cue's own, minus the cue's subtree, or minus its block alone."""
    head, label = columns.head[cues], columns.label[cues]
    start, end = columns.left[head], columns.right[head]
    is_verb = ((columns.pos[head] == PART["VERB"]) | (columns.pos[head] == PART["AUX"])) & ~columns.is_root[cues]
    own_start, own_end = np.minimum(columns.left[cues], block.start), columns.right[cues]
    for name in CLAUSES_ABOVE:
        closes = np.where(is_verb & (label == LABEL[name]), end, 0)
        yield f"clause above {name}", minus(start, closes, own_start, own_end)
        yield f"clause above {name} with own", minus(start, closes, block.start, block.end)


def _sentences(columns: Columns, cues: Ints, block: Blocks) -> Iterator[Proposal]:
    """The sentence before and after "S said", on one or both sides of it."""
    start, end = columns.sentence_start[cues], columns.sentence_end[cues]
    fits = columns.pos[cues] == PART["VERB"]
    breaks = next_true(is_break(columns), columns.size)
    after = np.minimum(breaks[np.minimum(block.end, columns.size)] + 1, end)
    left = (start, np.where(fits & (block.start - start >= 2), block.start, 0))
    right = (after, np.where(fits, end, 0))
    yield "sentence before", (left,)
    yield "sentence after mark", (right,)
    yield "sentence around", _both(left, right)
    yield "sentence after", ((block.end, np.where(fits, end, 0)),)
    openings = last_true(_is_opening(columns), columns.size)
    last = openings[np.maximum(block.start - 2, 0)]
    commas = last_true(is_break(columns) & ~columns.quoted, columns.size)
    comma = commas[np.maximum(block.start - 2, 0)]
    hangs = _HANGING[columns.label[cues]] & (comma >= start)
    yield "phrase before", ((comma + 1, np.where(hangs, block.start, 0)),)
    yield "sentence before from break", ((np.maximum(last + 1, start), np.where(fits & (last > start), block.start, 0)),)


def _surroundings(columns: Columns, cues: Ints) -> Iterator[Proposal]:
    """What "according to X" hangs on: the clause above without it, all, to its left, to its right; and so upwards."""
    fits = _HANGING[columns.label[cues]]
    head = columns.head[cues]
    of_preposition = (columns.pos[cues] == PART["NOUN"]) & (columns.pos[head] == PART["ADP"])
    own_start = np.where(of_preposition, columns.left[head], columns.left[cues])
    own_end = np.where(of_preposition, columns.right[head], columns.right[cues])
    top = np.where(of_preposition, columns.head[head], head)
    for step in range(3):
        start, end = columns.left[top], np.where(fits, columns.right[top], 0)
        yield f"around {step}", minus(start, end, own_start, own_end)
        yield f"left of {step}", ((start, np.minimum(end, own_start)),)
        yield f"right of {step}", minus(top, end, own_start, own_end)
        fits = fits & ~columns.is_root[top]
        top = columns.head[top]


def _colons(columns: Columns, cues: Ints) -> Iterator[Proposal]:
    """After a colon: the rest of the sentence, the sentence that follows, the rest of the paragraph."""
    colons = next_true(columns.mark == COLON, columns.size)
    colon = colons[cues]
    end = columns.sentence_end[cues]
    near = (colon < end) & (colon - cues < 25)
    yield "after colon", ((colon + 1, np.where(near, end, 0)),)
    closes = near & (colon >= end - 3)
    following = columns.sentence_end[end]
    yield "sentence after colon", ((end, np.where(closes, following, 0)),)
    yield "paragraph after colon", ((colon + 1, np.where(closes, columns.paragraph_end[end], 0)),)
    is_mark = (columns.mark[cues] == COLON) | (columns.mark[cues] == DASH)
    yield "after mark", ((cues + 1, np.where(is_mark, end, 0)),)
    yield "before mark", ((columns.sentence_start[cues], np.where(is_mark, cues, 0)),)
    yield "paragraph after mark", ((cues + 1, np.where(is_mark, columns.paragraph_end[cues], 0)),)
    yield "paragraph before mark", ((columns.paragraph_start[cues], np.where(is_mark, cues, 0)),)


def _quotations(columns: Columns, cues: Ints) -> Iterator[Proposal]:
    """The first three quotations of the sentence, each alone and all together."""
    start, end = columns.sentence_start[cues], columns.sentence_end[cues]
    first = np.searchsorted(columns.quote_ends[:-1], start, side="right")
    pairs = []
    for number in range(3):
        index = np.minimum(first + number, len(columns.quote_starts) - 1)
        opens, closes = columns.quote_starts[index], columns.quote_ends[index]
        good = (opens < end) & ((cues < opens) | (cues >= closes)) & (closes - opens >= MIN_QUOTATION)
        pairs.append((opens, np.where(good, closes, 0)))
        yield f"quotation {number}", (pairs[-1],)
    yield "quotations", pairs
    yield "quotation just before", (_quotation_before(columns, cues, first),)


def _quotation_before(columns: Columns, cues: Ints, first: Ints) -> Pair:
    """A quotation that ends where the cue's sentence begins ("... ?" he asked), with those that run up to it."""
    start = columns.sentence_start[cues]
    index = np.maximum(first - 1, 0)
    opens, closes = columns.quote_starts[index], columns.quote_ends[index]
    near = (first > 0) & (closes <= start) & (columns.n_words[start] == columns.n_words[np.minimum(closes, start)])
    return opens, np.where(near & (columns.paragraph[opens] == columns.paragraph[cues]), closes, 0)


def _both(one: Pair, other: Pair) -> Pieces:
    """Both pieces where neither is empty, else none."""
    good = (one[1] > one[0]) & (other[1] > other[0])
    return (one[0], np.where(good, one[1], 0)), (other[0], np.where(good, other[1], 0))


def is_break(columns: Columns) -> Bools:
    """Commas, dashes, colons and semicolons."""
    flags: Bools = (columns.mark >= COMMA) & (columns.mark <= SEMICOLON)
    return flags


def _is_opening(columns: Columns) -> Bools:
    """Semicolons, dashes and the first mark of a quotation."""
    marks: Bools = (columns.mark == DASH) | (columns.mark == SEMICOLON)
    marks[columns.quote_starts] = True
    return marks
