"""How likely a whole triple of source, cue and content is right: its own scores, and how it stands among the article's others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.attribution.columns import Bools, Columns, Ints
from onrecord.attribution.cues import lift
from onrecord.attribution.models import Template
from onrecord.attribution.ranges import Ranges

Reals = npt.NDArray[np.float64]
UNCOVERED = -9.0
"""The score of what covers a cue that nothing covers."""

TEMPLATES: tuple[Template, ...] = (
    ("key",), ("key", "whole_kind"), ("key", "source_kind"), ("source_kind",), ("source_kind", "whole_kind"),
    ("class", "tag", "whole_kind"), ("class", "whole_kind", "source_kind"), ("pos", "object"), ("key", "object"),
    ("first_word", "whole_kind"), ("first_word", "key"), ("head_lemma", "class"), ("head_lemma", "key"),
    ("source_lemma", "class"), ("source_lemma", "key"), ("source_word", "class"), ("source_word", "quoted"),
    ("source_pos", "class", "tag"), ("label", "pos"), ("label", "class", "tag"), ("label", "above_lemma"),
    ("above_lemma", "pos"), ("above_class", "label", "class"), ("aux", "class"), ("aux", "key"), ("negated", "class"),
    ("mark", "class"), ("share", "class"), ("share", "quoted", "class"), ("size", "class"), ("size", "pos", "source_kind"),
    ("adverb", "class"), ("prep", "key"), ("source_kind", "passive", "class"), ("source_suffix", "class"),
    ("paragraph", "class"), ("end_mark", "class"), ("cut", "class"), ("object_pos", "key"), ("clause_word", "key"),
    ("open_tag", "class"), ("open_lemma", "key"), ("quote_place", "class"), ("first_tag", "class"), ("attribute", "class"),
    ("adjective", "class"), ("above_lemma", "class"),
)  # fmt: skip
FROM_CUE = (
    "key", "class", "tag", "pos", "object", "label", "aux", "negated", "mark", "quoted", "adverb", "prep", "passive",
    "paragraph", "end_mark", "object_pos", "clause_word", "open_tag", "open_lemma", "quote_place", "attribute", "adjective",
    "depth", "place", "near_quotes",
)  # fmt: skip
FROM_CONTENT = (
    "whole_kind", "first_word", "head_lemma", "share", "size", "cut", "first_tag", "n_words", "quoted_share", "n_kinds",
    "gap_words", "start_from_cue", "end_from_cue", "rest_of_sentence", "n_pieces", "n_continued", "side", "share_exact",
    "has_subject", "n_verbs", "head_is_cue", "after_mark",
)  # fmt: skip
NUMBERS = (
    "linear", "cue", "bare", "content", "content_margin", "source", "source_margin", "source_kind", "source_pos",
    "source_label", "source_distance", "source_quoted", "source_size", "class", "pos", "label", "quoted", "paragraph", "depth",
    "place", "near_quotes", "whole_kind", "n_words", "quoted_share", "n_kinds", "gap_words", "start_from_cue", "end_from_cue",
    "rest_of_sentence", "n_pieces", "n_continued", "side", "share_exact", "has_subject", "n_verbs", "head_is_cue", "after_mark",
    "cut", "covering_cue", "covering_bare", "covering_content", "inner_cue", "n_inner", "above_cue", "above_distance",
    "head_cue", "child_cue", "sentence_cue", "rank", "quoted_article", "density", "overlap_cue", "passive", "negated",
)  # fmt: skip
NESTED_NUMBERS = (
    "inner", "outer", "bare", "cue", "source_margin", "n_words", "tag", "source_kind", "whole_kind", "class", "label",
    "inner_cue", "covering_cue",
)  # fmt: skip
"""What tells whether a triple whose cue another's content holds is right: log-odds of both chances, and the plainest numbers."""


@dataclass(frozen=True)
class Triples:
    """The best triple of each cue, shape (cues,): `head` is the source's head token (or the pad), `numbers` what chose it."""

    cue: Ints
    contents: Ranges
    content_rows: Ints
    head: Ints
    source_rows: Ints
    numbers: dict[str, Reals]


def relate(columns: Columns, triples: Triples) -> dict[str, Reals]:
    """How each triple stands to the others: which cover its cue, which it covers, what is above and below it in the tree."""
    cue, score = triples.cue, triples.numbers["cue"]
    by_token = np.full(columns.size + 1, -9.0)
    by_token[cue] = score
    covered = _covers(triples.contents, cue)
    rows = _covering(triples, covered)
    rows |= _tree(columns, cue, by_token)
    sentence = columns.sentence[cue]
    same = (sentence[:, None] == sentence[None, :]) & ~np.eye(len(cue), dtype=bool)
    rows["sentence_cue"] = np.where(same, score[None, :], -9.0).max(axis=1)
    rows["rank"] = (same & (score[None, :] > score[:, None])).sum(axis=1).astype(float)
    first, last = triples.contents.first, triples.contents.last
    overlaps = (first[:, None] < last[None, :]) & (first[None, :] < last[:, None]) & ~np.eye(len(cue), dtype=bool)
    rows["overlap_cue"] = np.where(overlaps, score[None, :], -9.0).max(axis=1)
    rows["quoted_article"] = np.full(len(cue), columns.n_quoted[-1] / max(1, columns.size))
    rows["density"] = np.full(len(cue), len(cue) / max(1, columns.size))
    return rows


def _covers(contents: Ranges, tokens: Ints) -> Bools:
    """Whether content i holds token j, shape (rows, tokens)."""
    starts, ends = contents.starts[:, :, None], contents.ends[:, :, None]
    held: Bools = np.asarray(((starts <= tokens) & (tokens < ends)).any(axis=0))
    return held


def _covering(triples: Triples, covered: Bools) -> dict[str, Reals]:
    numbers = triples.numbers
    score = numbers["cue"]
    around = np.where(covered, score[:, None], UNCOVERED)
    best = around.argmax(axis=0)
    every = np.arange(len(score))
    found = covered[best, every]
    return {
        "covering_cue": around.max(axis=0),
        "covering_bare": np.where(found, numbers["bare"][best], -9.0),
        "covering_content": np.where(found, numbers["content"][best], 0.0),
        "inner_cue": np.where(covered, score[None, :], -9.0).max(axis=1),
        "n_inner": covered.sum(axis=1).astype(float),
    }


def _tree(columns: Columns, cue: Ints, by_token: Reals) -> dict[str, Reals]:
    child = np.full(columns.size + 1, -9.0)
    below = cue[~columns.is_root[cue]]
    np.maximum.at(child, columns.head[below], by_token[below])
    above, distance, token = np.full(len(cue), -9.0), np.zeros(len(cue)), cue
    head_score = np.where(columns.is_root[cue], -9.0, by_token[columns.head[cue]])
    for step in range(1, 7):
        token = np.where(columns.is_root[token], columns.size, columns.head[token])
        higher = by_token[token] > above
        above, distance = np.where(higher, by_token[token], above), np.where(higher, float(step), distance)
    return {"above_cue": above, "above_distance": distance, "head_cue": head_score, "child_cue": child[cue]}


def describe_triples(
    columns: Columns, triples: Triples, cue_table: dict[str, Ints], contents: dict[str, Ints], sources: dict[str, Ints]
) -> dict[str, Ints]:
    """Codes for `TEMPLATES` and numbers for `NUMBERS` (but for "linear"), shape (cues,).

    Args:
        columns: the article's.
        triples: the best of each cue.
        cue_table: the cues' codes, of the same cues.
        contents: codes and numbers of all content candidates; `triples.content_rows` picks the chosen ones.
        sources: the same for sources.
    """
    rows: dict[str, Ints] = {name: cue_table[name] for name in FROM_CUE}
    rows |= {name: contents[name][triples.content_rows] for name in FROM_CONTENT}
    picked = triples.source_rows
    rows["source_kind"] = sources["kind"][picked]
    rows["source_pos"] = sources["head_pos"][picked]
    rows["source_label"] = sources["head_label"][picked]
    rows["source_lemma"] = sources["head_lemma"][picked]
    rows["source_word"] = sources["head_word"][picked]
    rows["source_suffix"] = sources["head_suffix"][picked]
    rows["source_distance"] = sources["distance_signed"][picked]
    rows["source_quoted"] = sources["head_quoted"][picked]
    rows["source_size"] = sources["head_size"][picked]
    rows["above_lemma"] = cue_table["head_lemma"]
    rows["above_class"] = cue_table["head_class"]
    rows |= triples.numbers  # type: ignore[arg-type]
    rows |= relate(columns, triples)  # type: ignore[arg-type]
    return rows


def describe_nested(rows: dict[str, Ints], outer: Reals, inner: Reals) -> tuple[Ints, dict[str, npt.NDArray[np.generic]]]:
    """Triples whose cue stands in another's content, and their `NESTED_NUMBERS`."""
    covered = np.flatnonzero(rows["covering_cue"] > UNCOVERED)
    numbers: dict[str, npt.NDArray[np.generic]] = {**rows, "inner": log_odds(inner), "outer": log_odds(outer)}
    return covered, {name: numbers[name][covered] for name in NESTED_NUMBERS}


def log_odds(chance: Reals) -> Reals:
    """Log-odds of chances, cut off at one in ten thousand."""
    cut = np.clip(chance, 1e-4, 1 - 1e-4)
    odds: Reals = np.log(cut / (1 - cut))
    return odds


def lift_rows(rows: dict[str, Ints], cue_table: dict[str, Ints]) -> dict[str, Ints]:
    """The same rows with the cue's own codes lifted out of what stands around it (`cues.lift`)."""
    lifted = lift(cue_table)
    changed = {name: lifted[name] for name in FROM_CUE}
    return rows | changed | {"above_lemma": lifted["head_lemma"], "above_class": lifted["head_class"]}
