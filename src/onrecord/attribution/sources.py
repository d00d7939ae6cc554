"""Whose word it is: a short list of candidate heads for each cue, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from onrecord.attribution.columns import COLON, LABEL, PART, POS, UPPER, Bools, Columns, Ints, empty_columns
from onrecord.attribution.cues import unclaused
from onrecord.attribution.models import Template

_SHIFT = 8
NOMINALS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")

TEMPLATES: tuple[Template, ...] = (
    ("kind",), ("kind", "tag"), ("kind", "key"), ("kind", "key", "tag"), ("kind", "class"), ("kind", "class", "tag"),
    ("kind", "label", "pos"), ("kind", "frame"), ("kind", "passive", "class"), ("kind", "passive", "key"), ("head_pos", "kind"),
    ("head_lemma", "kind"), ("head_lemma", "pos"), ("head_lemma",), ("head_word", "kind"), ("head_word", "key"),
    ("head_label", "kind"), ("head_label", "head_pos"), ("head_suffix", "head_pos"), ("head_pos", "key"), ("head_tag", "class"),
    ("preposition", "kind"), ("preposition", "key"), ("distance", "kind"), ("in_content", "kind"), ("in_content", "key"),
    ("in_content", "content_kind", "kind"), ("quoted", "head_quoted", "kind"), ("has_subject", "kind", "class"),
    ("has_subject", "kind", "label"), ("number", "kind"), ("has_agent", "kind"), ("has_possessor", "kind", "pos"),
    ("adjective", "kind"), ("head_relative", "kind"), ("between", "kind"), ("content_kind", "kind", "class"),
)  # fmt: skip
NUMBERS = (
    "kind", "number", "n_heads", "linear", "distance_signed", "distance_size", "n_commas", "in_content", "head_quoted",
    "quoted", "head_depth", "head_size", "head_pos", "head_label", "pos", "label", "has_subject", "has_agent", "has_possessor",
    "best_other",
)  # fmt: skip


def _flags(parts: tuple[str, ...]) -> Bools:
    flags = np.zeros(len(POS), dtype=bool)
    flags[[PART[part] for part in parts]] = True
    return flags


_NOMINAL, _NEAR, _PRONOUN = _flags(NOMINALS), _flags(("NOUN", "PROPN", "PRON")), _flags(("PRON", "DET"))


@dataclass(frozen=True)
class Sources:
    """Candidate heads by cue: `cue` an index into the cues, ascending; `head` a token, the pad for "none"; `kind` the rule."""

    cue: Ints
    head: Ints
    kind: Ints


def find_sources(columns: Columns, cues: Ints) -> Sources:
    """Candidate source heads of each cue, none first, then by rule; a head stands under its first rule only."""
    heads = np.array([head for _, head in propose_heads(columns, cues)])
    pad = columns.size
    is_mark = (columns.pos[heads] == PART["PUNCT"]) | (columns.pos[heads] == PART["SPACE"])
    good = (heads < pad) & (heads != cues) & ~is_mark
    keys = np.sort(heads << _SHIFT | np.arange(len(heads))[:, None], axis=0)
    again, cue = (keys[1:] >> _SHIFT == keys[:-1] >> _SHIFT).nonzero()
    good[keys[again + 1, cue] & ((1 << _SHIFT) - 1), cue] = False
    good[0] = True
    cue, kind = np.nonzero(good.T)
    return Sources(cue, heads[kind, cue], kind)


@cache
def rule_names() -> tuple[str, ...]:
    """Names of the rules by their numbers; the same for every article."""
    return tuple(name for name, _ in propose_heads(empty_columns(), np.zeros(0, dtype=np.int64)))


def propose_heads(columns: Columns, cues: Ints) -> Iterator[tuple[str, Ints]]:
    """Each rule's name and its head for every cue, the pad where it has none."""
    yield "none", np.full(len(cues), columns.size)
    yield from _own(columns, cues)
    yield from _through_object(columns, cues)
    yield from _above(columns, cues)
    yield from _near(columns, cues)


def _own(columns: Columns, cues: Ints) -> Iterator[tuple[str, Ints]]:
    right, left = columns.first_right, columns.near_left
    yield "subject", columns.subject[cues]
    yield "agent", right[LABEL["pobj"], right[LABEL["agent"], cues]]
    yield "possessor", left[LABEL["poss"], cues]
    is_noun = (columns.pos[cues] == PART["NOUN"]) | (columns.pos[cues] == PART["PROPN"])
    for label in ("compound", "amod", "nmod"):
        yield f"modifier {label}", np.where(is_noun, left[LABEL[label], cues], columns.size)
    first, last = right[LABEL["prep"], cues], columns.last_right[LABEL["prep"], cues]
    yield "first prep", right[LABEL["pobj"], first]
    yield "last prep", right[LABEL["pobj"], last]
    yield "left prep", right[LABEL["pobj"], left[LABEL["prep"], cues]]
    yield "object", right[LABEL["dobj"], cues]
    yield "prepositional object", right[LABEL["pobj"], cues]
    yield "attribute", right[LABEL["attr"], cues]


def _through_object(columns: Columns, cues: Ints) -> Iterator[tuple[str, Ints]]:
    right, left = columns.first_right, columns.near_left
    obj = columns.any_child("dobj")[cues]
    yield "object's possessor", left[LABEL["poss"], obj]
    yield "object's prep", right[LABEL["pobj"], right[LABEL["prep"], obj]]
    yield "object's modifier", left[LABEL["amod"], obj]
    yield "clause's subject", columns.subject[columns.any_child("ccomp")[cues]]
    yield "infinitive's subject", columns.subject[columns.any_child("xcomp")[cues]]


def _above(columns: Columns, cues: Ints) -> Iterator[tuple[str, Ints]]:
    right, left = columns.first_right, columns.near_left
    token = cues
    nominal = _NOMINAL[columns.pos]
    for step in range(4):
        head = np.where(columns.is_root[token], columns.size, columns.head[token])
        yield f"head {step}", np.where(nominal[head], head, columns.size)
        yield f"subject above {step}", columns.subject[head]
        if step == 0:
            yield "object above", columns.any_child("dobj")[head]
            yield "agent above", right[LABEL["pobj"], right[LABEL["agent"], head]]
            yield "prepositional object above", right[LABEL["pobj"], head]
            yield "dative above", columns.any_child("dative")[head]
        if step < 2:
            yield f"possessor above {step}", left[LABEL["poss"], head]
        token = head


def _near(columns: Columns, cues: Ints) -> Iterator[tuple[str, Ints]]:
    """The nearest nominal heads of the sentence: two to the left within 12 tokens, one to the right within 8.

    A word in capitals before a colon is a name, whatever the tagger takes it for.
    """
    size = columns.size
    nominal = _NEAR[columns.pos] & (columns.label != LABEL["compound"])
    nominal[:-1] |= (columns.mark[1:] == COLON) & (columns.shape[:-1] == UPPER) & columns.is_word[:-1]
    places = np.flatnonzero(nominal[:size])
    ends = np.concatenate((places, [size, size, size]))
    at = np.searchsorted(places, cues)
    start, end = columns.sentence_start[cues], columns.sentence_end[cues]
    for back in (1, 2):
        near = ends[np.maximum(at - back, 0)]
        yield f"near left {back}", np.where((at >= back) & (near >= np.maximum(start, cues - 12)) & (near < cues), near, size)
    near = ends[at + (ends[at] == cues)]
    yield "near right", np.where(near < np.minimum(end, cues + 8), near, size)


def describe_sources(
    columns: Columns, cues: Ints, table: dict[str, Ints], found: Sources, content: Bools, kinds: Ints
) -> dict[str, Ints]:
    """Codes for `TEMPLATES` and whole numbers for `NUMBERS` (but for "linear" and "best_other"), shape (rows,).

    Args:
        columns: the article's.
        cues: tokens.
        table: the cues' codes (`cues.describe_cues`).
        found: the candidates.
        content: whether the cue's chosen content holds the candidate's head, shape (rows,).
        kinds: kind of the cue's chosen content, shape (cues,).
    """
    head, cue = found.head, cues[found.cue]
    rows = {
        name: table[name][found.cue]
        for name in ("tag", "key", "class", "label", "pos", "frame", "passive", "adjective", "quoted")
    }
    rows["label"] = unclaused(rows["label"])
    size = columns.size
    n_heads = np.bincount(found.cue, minlength=len(cues))
    first = np.searchsorted(found.cue, np.arange(len(cues)))
    rows |= {
        "kind": found.kind,
        "number": np.minimum(np.arange(len(head)) - first[found.cue], 15),
        "n_heads": n_heads[found.cue],
        "quoted": np.zeros(len(cue), dtype=np.int64),
        "in_content": content.astype(np.int64),
        "content_kind": kinds[found.cue],
        "has_subject": (columns.subject[cue] < size).astype(np.int64),
        "has_agent": (columns.first_right[LABEL["agent"], cue] < size).astype(np.int64),
        "has_possessor": (columns.near_left[LABEL["poss"], cue] < size).astype(np.int64),
    }
    return rows | _heads(columns, head, cue) | _distances(columns, head, cue)


def _heads(columns: Columns, head: Ints, cue: Ints) -> dict[str, Ints]:
    above = np.where(columns.label[head] == LABEL["pobj"], columns.head[head], columns.size)
    relative = columns.last_right[LABEL["relcl"], head]
    return {
        "head_pos": columns.pos[head],
        "head_tag": columns.tag[head],
        "head_label": columns.label[head],
        "head_lemma": columns.lemma[head],
        "head_suffix": columns.suffix[head] * (columns.pos[head] == PART["NOUN"]),
        "head_word": np.where(_PRONOUN[columns.pos[head]], columns.word[head], 0),
        "head_relative": (relative < columns.size) * (1 + (relative == cue)),
        "head_quoted": (columns.quoted[head] & (columns.quotation[head] != columns.quotation[cue])).astype(np.int64),
        "head_depth": columns.depth[head] - columns.depth[cue],
        "head_size": columns.right[head] - columns.left[head],
        "preposition": columns.lemma[above],
    }


def _distances(columns: Columns, head: Ints, cue: Ints) -> dict[str, Ints]:
    size = columns.size
    distance = np.where(head < size, head - cue, 0)
    low, high = np.minimum(head, cue), np.minimum(np.maximum(head, cue), size)
    n_commas = np.where(head < size, columns.n_commas[high] - columns.n_commas[low], 0)
    return {
        "distance": np.searchsorted([-20, -8, -4, -1, 1, 2, 4, 8], distance),
        "distance_signed": distance,
        "distance_size": np.abs(distance),
        "n_commas": n_commas,
        "between": np.minimum(n_commas, 3),
    }
