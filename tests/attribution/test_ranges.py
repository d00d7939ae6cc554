"""Ranges of tokens: cut, merged and trimmed for all rows at once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.columns import Columns, Vocabulary
from onrecord.attribution.ranges import PIECES, minus, settle, trim
from support import table_parse

PARSE = table_parse("""
    The the DT DET 2 det
    mayor mayor NN NOUN 3 nsubj
    said say VBD VERB 0 ROOT
    , , , PUNCT 3 punct
    " " `` PUNCT 8 punct
    We we PRP PRON 8 nsubj
    will will MD AUX 8 aux
    stay stay VB VERB 3 ccomp
    . . . PUNCT 8 punct
    " " '' PUNCT 3 punct
""")
COLUMNS = Columns(PARSE, Vocabulary((), {}))


def pieces(*rows: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    filled = [*rows, *[(len(PARSE), len(PARSE))] * (PIECES - len(rows))]
    return np.array([[start] for start, _ in filled]), np.array([[end] for _, end in filled])


def test_marks_at_the_edges_are_left_out() -> None:
    assert trim(COLUMNS, *pieces((3, 10))).pieces()[0] == ((5, 8),)


def test_touching_pieces_become_one() -> None:
    assert trim(COLUMNS, *pieces((6, 8), (5, 6))).pieces()[0] == ((5, 8),)


def test_range_without_words_is_empty() -> None:
    assert trim(COLUMNS, *pieces((3, 5))).pieces()[0] == ()


def test_touched_quotation_is_completed_and_the_cue_cut_out() -> None:
    starts, ends = pieces((1, 7))
    assert settle(COLUMNS, starts, ends, np.array([2])).pieces()[0] == ((1, 2), (5, 8))


def test_minus_leaves_both_sides() -> None:
    (a, b), (c, d) = minus(np.array([1]), np.array([9]), np.array([3]), np.array([5]))
    assert (a[0], b[0], c[0], d[0]) == (1, 3, 5, 9)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=PIECES - 1), st.integers(0, 9))
def test_settled_pieces_are_ordered_apart_and_without_the_cue(rows: list[tuple[int, int]], cue: int) -> None:
    found = settle(COLUMNS, *pieces(*rows), np.array([cue])).pieces()[0]
    flat = [edge for piece in found for edge in piece]
    assert flat == sorted(flat)
    assert all(left[1] < right[0] for left, right in pairwise(found))
    assert not any(start <= cue < end for start, end in found)
