"""What a cue may bring in: a compact list of candidate contents for each cue, by syntax, sentence and quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from onrecord.attribution.columns import (
    COMMA,
    DASH,
    ELLIPSIS,
    LABEL,
    PART,
    SEMICOLON,
    STOP,
    Bools,
    Columns,
    Ints,
    last_true,
    next_true,
)
from onrecord.attribution.proposals import is_break, propose
from onrecord.attribution.ranges import PIECES, Ranges, settle, trim

CUTTABLE = ("advcl", "prep", "relcl", "npadvmod", "acl", "conj", "advmod", "ccomp", "xcomp", "parataxis")
_CUTTABLE = np.array([[LABEL[label]] for label in CUTTABLE])
MIN_CUT = 5
CUTS = ("", "first mark", "last mark", "last adjunct", "first adjunct", "deep clause", "after break", "quotation", "coordination")
"""Names of the cuts made at a candidate's edge, by number."""

COLUMNS = ("cue", "kind", "last_kind", "n_kinds", "cut", "n_continued")


@dataclass(frozen=True)
class Contents:
    """Candidates of all cues of an article, by cue, likeliest kinds first.

    Attributes:
        cue: index into the cues, shape (rows,), ascending.
        kind: number of the rule that gave it first (`proposals.rule_names`); `last_kind`: of the last; `n_kinds`: how many did.
        cut: 0 whole, else number of the cut made at its right or left edge (`CUTS`).
        n_continued: quotations that follow the cue's sentence and were joined.
    """

    cue: Ints
    kind: Ints
    last_kind: Ints
    n_kinds: Ints
    cut: Ints
    n_continued: Ints
    ranges: Ranges

    def select(self, rows: Ints) -> Contents:
        """The rows asked for."""
        columns: dict[str, Any] = {name: getattr(self, name)[rows] for name in COLUMNS}
        return Contents(**columns, ranges=self.ranges.select(rows))


def find_contents(columns: Columns, cues: Ints) -> Contents:
    """Candidate contents of each cue.

    Every rule of `propose` is applied to all cues at once; then each candidate is cleaned (`ranges.settle`), given variants cut
    at one edge, and joined with the quotations that follow it; equal ones are made one.

    Args:
        columns: the article's.
        cues: tokens, ascending, at least one.
    """
    _, starts, ends = propose(columns, cues)
    cue, kind = np.nonzero((ends > starts).any(axis=1).T)
    ranges = settle(columns, starts[kind, :, cue].T, ends[kind, :, cue].T, cues[cue])
    none = np.zeros(len(cue), dtype=np.int64)
    one = np.ones(len(cue), dtype=np.int64)
    whole = _unique(Contents(cue, kind, kind, one, none, none, ranges))
    whole = _unique(_concatenate(whole, _cut(columns, cues, whole)))
    return _sort(_concatenate(whole, _continue(columns, cues, whole)))


def _unique(contents: Contents) -> Contents:
    """Equal candidates of a cue made one: the first kind and cut are kept; empty ones left out."""
    key = contents.cue.astype(np.uint64)
    for column in (*contents.ranges.starts, *contents.ranges.ends):
        key = (key * np.uint64(1099511628211)) ^ column.astype(np.uint64)
        key ^= key >> np.uint64(29)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    is_first = np.ones(len(key), dtype=bool)
    is_first[1:] = ordered[1:] != ordered[:-1]
    edges = np.flatnonzero(is_first)
    if not len(edges):
        return contents
    first = order[edges]
    last_kind = np.maximum.reduceat(contents.last_kind[order], edges)
    n_kinds = np.add.reduceat(contents.n_kinds[order], edges)
    kept = contents.ranges.ends[0, first] > contents.ranges.starts[0, first]
    return replace(contents.select(first[kept]), last_kind=last_kind[kept], n_kinds=n_kinds[kept])


def _sort(contents: Contents) -> Contents:
    order = np.lexsort((contents.n_continued, contents.cut, contents.kind, contents.cue))
    return contents.select(order)


def _concatenate(one: Contents, other: Contents) -> Contents:
    columns: dict[str, Any] = {name: np.concatenate((getattr(one, name), getattr(other, name))) for name in COLUMNS}
    starts = np.concatenate((one.ranges.starts, other.ranges.starts), axis=1)
    ends = np.concatenate((one.ranges.ends, other.ranges.ends), axis=1)
    return Contents(**columns, ranges=Ranges(starts, ends))


def _cut(columns: Columns, cues: Ints, whole: Contents) -> Contents:
    """Variants of the one-piece candidates, cut short at their outer edge."""
    rows = np.flatnonzero(_is_cuttable(columns, whole))
    start, end = whole.ranges.first[rows], whole.ranges.last[rows]
    on_right = start > cues[whole.cue[rows]]
    numbers, new_start, new_end = _cuts(columns, start, end, on_right)
    good = (new_end > new_start) & ((new_start > start) | (new_end < end)) & (new_start >= start)
    cut, base = good.nonzero()
    picked = rows[base]
    starts = np.full((2, PIECES, len(picked)), columns.size)
    starts[:, 0] = new_start[cut, base], new_end[cut, base]
    none = np.zeros(len(picked), dtype=np.int64)
    return Contents(whole.cue[picked], whole.kind[picked], none, none, numbers[cut], none, trim(columns, *starts))


def _is_cuttable(columns: Columns, whole: Contents) -> Bools:
    start, end = whole.ranges.first, whole.ranges.last
    one_quotation = (columns.quotation[start] >= 0) & (columns.quotation[start] == columns.quotation[np.maximum(end - 1, 0)])
    good: Bools = (whole.ranges.n_pieces == 1) & (end - start >= MIN_CUT) & ~one_quotation
    return good


_RIGHT_CUTS, _LEFT_CUTS = (1, 2, 3, 4, 5, 8), (6, 7)
_CUT_NUMBERS = np.array(_RIGHT_CUTS + _LEFT_CUTS)


def _cuts(columns: Columns, start: Ints, end: Ints, on_right: Bools) -> tuple[Ints, Ints, Ints]:
    """Numbers of `CUTS`, and the range that each leaves of each row, shape (cuts, rows); an impossible one is empty."""
    n_right = len(_RIGHT_CUTS)
    starts = np.empty((len(_CUT_NUMBERS), len(start)), dtype=np.int64)
    ends = np.empty_like(starts)
    starts[:n_right] = start
    ends[:n_right] = _before_joiner(columns, np.where(on_right, _right_ends(columns, start, end), 0))
    broken = last_true(_is_left_break(columns), columns.size)[np.maximum(end - 3, 0)]
    opens = last_true(_starts_quotation(columns), columns.size)[np.maximum(end - 3, 0)]
    starts[n_right] = broken + 1 + columns.joins[np.minimum(broken + 1, columns.size)]
    starts[n_right + 1] = opens
    ends[n_right:] = np.where(~on_right & (np.array((broken, opens)) > start), end, 0)
    return _CUT_NUMBERS, starts, ends


def _right_ends(columns: Columns, start: Ints, end: Ints) -> Ints:
    """Where each of `_RIGHT_CUTS` ends, shape (cuts, rows); 0 for an impossible one."""
    size = columns.size
    outside = ~columns.quoted
    marks = is_break(columns) & outside
    marks[:-1] &= outside[1:]
    first = next_true(marks, size)[np.minimum(start + 2, size)]
    last = last_true(marks, size)[np.maximum(end - 3, 0)]
    head = _top(columns, start, end)
    lasts = _edge_adjunct(columns, head, start, end, last=True)
    firsts = _edge_adjunct(columns, head, start, end, last=False)
    joint = _coordination(columns, head, end)
    fits = first < end - 2
    ends = np.array((first, last, lasts, firsts, _deep_clause(columns, head, start, end), joint))
    ends[0] *= fits
    ends[1] *= fits & (last > first)
    ends[3] *= firsts < lasts
    ends[5] *= joint > start + 1
    return ends


def _before_joiner(columns: Columns, end: Ints) -> Ints:
    """The end without a closing "and", "but" ...; 0 stays 0."""
    last = columns.after_last_word[np.minimum(np.maximum(end, 0), columns.size)]
    joins = columns.joins[np.maximum(last - 1, 0)] & (last > 0)
    return np.where(joins, last - 1, last)


def _top(columns: Columns, start: Ints, end: Ints) -> Ints:
    """The head of a range: the highest token above its first one that is still inside."""
    top = start
    for _ in range(7):
        above = columns.head[top]
        top = np.where((above >= start) & (above < end), above, top)
    return top


def _edge_adjunct(columns: Columns, head: Ints, start: Ints, end: Ints, *, last: bool) -> Ints:
    """Where the first or last adjunct to the right of a range's head begins; 0 if there is none."""
    table = columns.last_right if last else columns.first_right
    lefts = columns.left[table[_CUTTABLE, head]]
    good = (lefts > start + 1) & (lefts < end) & ~columns.quoted[lefts]
    if last:
        latest: Ints = np.where(good, lefts, 0).max(axis=0)
        return latest
    found: Ints = np.where(good, lefts, columns.size + 1).min(axis=0)
    return np.where(found > columns.size, 0, found)


def _coordination(columns: Columns, head: Ints, end: Ints) -> Ints:
    """Where a predicate coordinated with a range's head begins, with its "and"; 0 if there is none, or it has its own subject."""
    conjunct = columns.first_right[LABEL["conj"], head]
    coordinator = columns.first_right[LABEL["cc"], head]
    begins = np.minimum(columns.left[conjunct], np.where(coordinator < conjunct, coordinator, columns.size))
    shared = (conjunct < end) & (columns.subject[conjunct] == columns.size) & (columns.pos[conjunct] == PART["VERB"])
    return np.where(shared, begins, 0)


def _deep_clause(columns: Columns, head: Ints, start: Ints, end: Ints) -> Ints:
    """Where the lowest adverbial or relative clause on the right edge begins; 0 if there is none below the head's own."""
    clause = (columns.label == LABEL["advcl"]) | (columns.label == LABEL["relcl"])
    rightmost = columns.rightmost
    found, top = np.zeros(len(head), dtype=np.int64), head
    for step in range(6):
        below = rightmost[top]
        good = (below >= 0) & (columns.left[below] < end)
        found = np.where(good & clause[below] & (step > 0) & (columns.left[below] > start + 1), columns.left[below], found)
        top = np.where(good, below, top)
    return found


def _is_left_break(columns: Columns) -> Bools:
    """A semicolon, colon or dash, or a comma before "while", "but", "and", "so"; outside quotations."""
    joiner = np.append(columns.joins[1:], False)
    mark = columns.mark
    breaks = ((mark >= DASH) & (mark <= SEMICOLON)) | ((mark == COMMA) & joiner)
    found: Bools = breaks & ~np.append(columns.quoted[1:], False)
    return found


def _starts_quotation(columns: Columns) -> Bools:
    flags = np.zeros(columns.size + 1, dtype=bool)
    flags[columns.quote_starts[:-1]] = True
    return flags


def _continue(columns: Columns, cues: Ints, contents: Contents) -> Contents:
    """Candidates with quoted edges once more, with the cue-less quotations that follow in the paragraph."""
    runs = _quotation_runs(columns)
    ranges, token = contents.ranges, cues[contents.cue]
    first, last = ranges.first, ranges.last
    touches = (columns.quoted[first] | columns.quoted[np.maximum(last - 1, 0)]) & ~columns.quoted[token]
    after = np.maximum(columns.sentence_end[token], last)
    index = np.searchsorted(columns.quote_starts[:-1], after - 1)
    opens = columns.quote_starts[index]
    near = (columns.n_words[opens] - columns.n_words[np.minimum(after, opens)] == 0) & (opens < columns.size)
    same = (columns.paragraph[opens] == columns.paragraph[token]) | _resumes(columns)[index]
    rows = np.flatnonzero(touches & near & same & (runs[index] > 0) & (ranges.n_pieces < PIECES))
    count = runs[index[rows]]
    starts, ends = ranges.starts[:, rows].copy(), ranges.ends[:, rows].copy()
    starts[-1], ends[-1] = opens[rows], columns.quote_ends[index[rows] + count - 1]
    return replace(contents.select(rows), n_continued=count, ranges=trim(columns, starts, ends))


def _resumes(columns: Columns) -> Bools:
    """For each quotation whether it opens a paragraph after one whose quotation was left open: the same speech goes on."""
    starts = columns.quote_starts
    found = np.zeros(len(starts), dtype=bool)
    opens = columns.paragraph_start[starts[1:]] == starts[1:]
    follows = columns.paragraph[starts[1:]] == columns.paragraph[starts[:-1]] + 1
    found[1:] = opens & follows & ~columns.quote_closed[:-1] & (starts[1:] < columns.size)
    return found


def _quotation_runs(columns: Columns) -> Ints:
    """For each quotation how many from it on stand as sentences of their own, with no word between them.

    They stand in one paragraph, or in several that each leave their quotation open for the next.
    """
    n_quotes = len(columns.quote_starts) - 1
    resumes = _resumes(columns)
    runs = np.zeros(n_quotes + 1, dtype=np.int64)
    ended = (columns.mark >= STOP) & (columns.mark <= ELLIPSIS)
    for index in range(n_quotes - 1, -1, -1):
        end = int(columns.quote_ends[index])
        if not (ended[max(end - 2, 0)] or ended[end] or end >= columns.paragraph_end[columns.quote_starts[index]]):
            continue
        following = int(columns.quote_starts[index + 1])
        joins = runs[index + 1] and columns.n_words[following] == columns.n_words[end]
        same = columns.paragraph[following] == columns.paragraph[columns.quote_starts[index]]
        joins = joins and (same or resumes[index + 1])
        runs[index] = 1 + (runs[index + 1] if joins else 0)
    return runs
