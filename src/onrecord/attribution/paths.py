"""Paths from a cue down the tree to what it may bring in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.attribution.columns import LABEL, Columns, Ints

PATHS = (
    "ccomp>", "ccomp<", "dobj>", "dobj<", "xcomp>", "prep>", "prep>*", "prep<", "attr>", "acomp>", "oprd>", "advcl>", "advcl<",
    "agent>*", "dative>", "dative>*", "npadvmod>", "relcl>", "acl>", "appos>", "parataxis>", "parataxis<", "dep>", "dep<",
    "pobj>", "pcomp>", "advmod>", "advmod<", "dobj> acl>", "dobj> prep>", "dobj> prep>*", "dobj> relcl>", "dobj> appos>",
    "dobj> acl> dobj>", "dobj> acl> ccomp>", "attr> acl>", "attr> prep>*", "attr> relcl>", "pobj> acl>", "pobj> prep>*",
    "acomp> prep>", "acomp> prep>*", "acomp> ccomp>", "acomp> xcomp>", "acomp> xcomp> dobj>", "acomp> xcomp> ccomp>",
    "xcomp> dobj>", "xcomp> ccomp>", "xcomp> prep>", "xcomp> prep>*", "xcomp> xcomp>", "xcomp> xcomp> dobj>", "oprd> ccomp>",
    "oprd> prep>*", "prep> pobj> prep>", "prep> pobj> prep>*", "prep> pobj> acl>", "prep> pobj> relcl>", "prep> pobj> appos>",
)  # fmt: skip
"""Dependents whose subtree may be the content: labels from the cue down, `>` the first to the right, `<` the nearest to the
left; `*` leaves out the dependent itself (a preposition). A content that the cue's own clause interrupts loses that clause."""


def _compile(paths: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Labels and sides by step, shape (3, paths), and whether the last dependent itself is left out; label 0: no further step."""
    labels, sides = np.zeros((3, len(paths)), dtype=np.int64), np.zeros((3, len(paths)), dtype=np.int64)
    for number, path in enumerate(paths):
        for step, part in enumerate(path.split()):
            labels[step, number] = LABEL[part.rstrip("<>*")]
            sides[step, number] = "<" in part
    return labels, sides, np.array([path.endswith("*") for path in paths], dtype=np.int64)


_LABELS, _SIDES, _INNER = _compile(PATHS)
_DEEP = [np.flatnonzero(_LABELS[step]) for step in range(3)]


def follow_paths(columns: Columns, cues: Ints) -> tuple[Ints, Ints]:
    """Subtrees at the ends of `PATHS`, starts and ends of shape (paths, cues); none is an empty range at the pad."""
    left = _SIDES[0][:, None] == 1
    token = np.where(left, columns.near_left[_LABELS[0]][:, cues], columns.first_right[_LABELS[0]][:, cues])
    for step in (1, 2):
        deep = _DEEP[step]
        token[deep] = columns.first_right[_LABELS[step][deep][:, None], token[deep]]
    start = np.where(_INNER[:, None] == 1, token + 1, columns.left[token])
    return np.minimum(start, columns.size), columns.right[token]
