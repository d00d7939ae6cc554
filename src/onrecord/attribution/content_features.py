"""What tells the right content of a cue from the others: codes and numbers of each candidate."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from onrecord.attribution.columns import LABEL, Columns, Ints
from onrecord.attribution.contents import Contents
from onrecord.attribution.cues import unclaused
from onrecord.attribution.models import Template

TEMPLATES: tuple[Template, ...] = (
    ("kind",), ("whole_kind",), ("kind", "key"), ("whole_kind", "key"), ("whole_kind", "key", "tag"), ("kind", "class"),
    ("whole_kind", "class", "tag"), ("whole_kind", "frame"), ("whole_kind", "frame", "class"), ("whole_kind", "frame", "key"),
    ("whole_kind", "left_frame"), ("whole_kind", "label", "pos"), ("whole_kind", "pos"), ("whole_kind", "subject_pos"),
    ("whole_kind", "passive", "class"), ("whole_kind", "prep", "class"), ("whole_kind", "prep", "key"),
    ("whole_kind", "object", "class"), ("whole_kind", "last_kind"), ("whole_kind", "clause"), ("first_word", "whole_kind"),
    ("first_word", "key"), ("first_word", "class", "whole_kind"), ("first_tag", "whole_kind"),
    ("first_label", "first_tag", "class"), ("before_word", "whole_kind"), ("before_word", "key"), ("before_word", "first_word"),
    ("before_word", "class", "whole_kind"), ("before_mark", "whole_kind"), ("after_word", "kind"), ("after_word", "cut"),
    ("after_word", "class"), ("after_label", "kind"), ("after_mark", "cut", "after_tag"), ("after_mark", "after_word", "cut"),
    ("last_tag", "after_mark", "cut"), ("last_tag", "kind"), ("share", "whole_kind"), ("share", "class"),
    ("share", "near_quotes", "quoted"), ("share", "key"), ("share", "n_continued"), ("share_of_sentence", "kind"),
    ("size", "whole_kind"), ("size", "class"), ("size", "key"), ("gap", "whole_kind"), ("gap", "share"), ("cut", "key"),
    ("cut", "class", "share"), ("side", "quoted", "whole_kind"), ("side", "near_quotes", "share"), ("n_pieces", "whole_kind"),
    ("head_tag", "whole_kind"), ("head_tag", "key"), ("head_lemma", "class"), ("particle", "key", "whole_kind"),
    ("paragraph", "whole_kind"), ("mark", "whole_kind"), ("open_word", "key", "whole_kind"), ("to_end", "kind"),
    ("to_start", "kind"), ("tail_label", "tail_word", "whole_kind"), ("tail_label", "tail_word"),
    ("tail_label", "tail_word", "class"), ("next_place", "next_label", "after_word"),
    ("next_place", "next_label", "whole_kind"), ("next_place", "next_label", "cut"), ("next_place", "next_label", "class"),
    ("next_place", "next_label", "key"), ("tail_label", "key"), ("next_place", "next_label", "tail_label"),
    ("joint_bucket", "joint_inside"), ("joint_bucket", "joint_inside", "class"), ("joint_bucket", "cut"),
)  # fmt: skip
FROM_CUE = (
    "key", "class", "tag", "frame", "left_frame", "label", "pos", "subject_pos", "passive", "prep", "object", "clause",
    "near_quotes", "quoted", "particle", "paragraph", "mark", "open_word",
)  # fmt: skip
NUMBERS = (
    "linear", "linear_rank", "linear_gap", "linear_share", "whole_kind", "last_kind", "n_kinds", "cut", "n_words", "n_pieces",
    "quoted_share", "n_continued", "length", "start_from_cue", "end_from_cue", "start_in_sentence", "rest_of_sentence",
    "gap_words", "gap_commas", "gap_marks", "n_verbs", "n_subjects", "has_subject", "share_exact", "n_rows", "quoted",
    "n_commas", "after_mark", "is_quote_open", "is_quote_close", "side", "class", "pos", "label", "max_cue", "quoted_rest",
    "first_pos", "first_label", "after_pos", "after_label", "last_pos", "head_pos", "head_distance", "head_is_cue", "cue_score",
    "tail_label", "tail_place", "next_place", "next_label", "tail_words", "joint_cue", "joint_tag", "joint_inside",
)  # fmt: skip


Reals = npt.NDArray[np.float64]
_BUCKETS = np.array([-3.0, -1.0, 1.0])


def describe_contents(columns: Columns, cues: Ints, table: dict[str, Ints], found: Contents, scores: Reals) -> dict[str, Ints]:
    """Codes for `TEMPLATES` and numbers for `NUMBERS` (but for the linear score's), shape (rows,).

    Args:
        columns: the article's.
        cues: tokens.
        table: the cues' codes (`cues.describe_cues`).
        found: the candidates.
        scores: the cues' log-odds of being one, shape (cues,), the higher of both cue models'.
    """
    rows = {name: table[name][found.cue] for name in FROM_CUE}
    rows["near_quotes"] = np.where(rows["quoted"] > 0, 0, rows["near_quotes"])
    rows["quoted"] = np.zeros_like(rows["quoted"])
    rows["label"] = unclaused(rows["label"])
    rows |= _shape(columns, cues, found)
    rows |= _edges(columns, found)
    rows |= _tails(columns, cues[found.cue], found)
    rows |= _inside(columns, cues, found, scores)
    rows["joint_inside"] = rows["joint_tag"] * (rows["joint_end"] <= found.ranges.last)
    rows["kind"] = found.kind + 256 * found.cut
    rows["whole_kind"] = found.kind
    rows["last_kind"] = found.last_kind
    rows["n_kinds"] = found.n_kinds
    rows["cut"] = found.cut
    rows["n_continued"] = found.n_continued
    rows["n_rows"] = np.bincount(found.cue, minlength=len(cues))[found.cue]
    return rows


def _shape(columns: Columns, cues: Ints, found: Contents) -> dict[str, Ints]:
    cue, ranges = cues[found.cue], found.ranges
    first, last = ranges.first, ranges.last
    start, end = columns.sentence_start[cue], columns.sentence_end[cue]
    n_tokens = ranges.n_tokens
    n_quoted = ranges.count(columns.n_quoted) - _own_quotation(columns, cue, found)
    left = (first < cue).astype(np.int64)
    gap_start, gap_end = np.where(left == 1, np.minimum(last, cue), cue + 1), np.where(left == 1, cue, np.maximum(first, cue + 1))
    gap_words = columns.n_words[gap_end] - columns.n_words[np.minimum(gap_start, gap_end)]
    quoted_share = n_quoted / np.maximum(1, n_tokens)
    sentence_quoted = columns.n_quoted[end] - columns.n_quoted[start]
    n_words = ranges.count(columns.n_words)
    share = n_words / np.maximum(1, columns.n_words[end] - columns.n_words[start])
    return {
        "n_words": n_words,
        "n_pieces": ranges.n_pieces,
        "length": last - first,
        "size": np.searchsorted([1, 2, 4, 7, 12, 20, 35], n_words, side="right"),
        "quoted_share": quoted_share,
        "quoted_rest": n_quoted / np.maximum(1, sentence_quoted),
        "share": np.where(n_quoted == 0, 0, np.where(quoted_share > 0.97, 2, 1)),
        "share_exact": share,
        "share_of_sentence": np.minimum(6, (share * 5).astype(np.int64)),
        "start_from_cue": first - cue,
        "end_from_cue": last - cue,
        "start_in_sentence": first - start,
        "rest_of_sentence": end - last,
        "to_end": np.minimum(3, columns.n_words[end] - columns.n_words[np.minimum(last, end)]),
        "to_start": np.minimum(3, columns.n_words[np.maximum(first, start)] - columns.n_words[start]),
        "gap": np.minimum(gap_words, 6),
        "gap_words": gap_words,
        "gap_commas": _between(columns.n_commas, gap_start, gap_end),
        "gap_marks": _between(columns.n_breaks, gap_start, gap_end),
        "side": left + (left & (last > cue)),
    }


def _own_quotation(columns: Columns, cue: Ints, found: Contents) -> Ints:
    """Tokens of each content in the quotation that the cue itself stands in: what is quoted there is not quoted by this cue."""
    quotation = columns.quotation[cue]
    low, high = columns.quote_starts[quotation], np.where(quotation >= 0, columns.quote_ends[quotation], 0)
    shared = np.minimum(found.ranges.ends, high) - np.maximum(found.ranges.starts, low)
    within: Ints = np.maximum(shared, 0).sum(axis=0)
    return within


def _edges(columns: Columns, found: Contents) -> dict[str, Ints]:
    first, last = found.ranges.first, found.ranges.last
    size = columns.size
    before = np.where(first > columns.sentence_start[first], first - 1, size)
    word_before = columns.after_last_word[first] - 1
    word_before = np.where(word_before >= columns.sentence_start[first], word_before, size)
    final = np.maximum(last - 1, 0)
    after = columns.next_word[last]
    after = np.where(after < columns.sentence_end[final], after, size)
    following = np.where(last < size, last, size)
    return {
        "first_word": columns.word[first],
        "first_tag": columns.tag[first],
        "first_label": columns.label[first],
        "first_pos": columns.pos[first],
        "before_word": columns.word[word_before],
        "before_mark": columns.mark[before] + 16 * columns.tag[before],
        "after_word": columns.word[after],
        "after_label": columns.label[after],
        "after_tag": columns.tag[after],
        "after_pos": columns.pos[after],
        "after_mark": columns.mark[following],
        "last_tag": columns.tag[final],
        "last_pos": columns.pos[final],
        "is_quote_open": (columns.quoted[first] & (columns.quote_starts[columns.quotation[first]] >= first - 1)).astype(np.int64),
        "is_quote_close": (columns.quoted[final] & (columns.quote_ends[columns.quotation[final]] <= last + 2)).astype(np.int64),
    }


def _tails(columns: Columns, cue: Ints, found: Contents) -> dict[str, Ints]:
    """The dependent of the cue that ends the content, and what the next word after the content hangs on."""
    first, last = found.ranges.first, found.ranges.last
    size = columns.size
    tail = columns.after_last_word[last] - 1
    after = columns.next_word[last]
    after = np.where(after < columns.sentence_end[np.maximum(last - 1, 0)], after, size)
    top = after
    inside = np.zeros(len(cue), dtype=bool)
    for _ in range(8):
        tail = np.where((columns.head[tail] != cue) & ~columns.is_root[tail], columns.head[tail], tail)
        above = columns.head[top]
        inside |= (above >= first) & (above < last) & (top < size)
        stops = inside | (above == cue) | columns.is_root[top]
        top = np.where(stops, top, above)
    tail = np.where(columns.head[tail] == cue, tail, size)
    place = np.where(after == size, 0, np.where(inside, 1, np.where(columns.head[top] == cue, 2, 3)))
    return {
        "tail_label": columns.label[tail],
        "tail_word": columns.word[columns.left[tail]],
        "tail_place": np.where(tail < size, tail - cue, 0),
        "tail_words": columns.n_words[columns.right[tail]] - columns.n_words[columns.left[tail]],
        "next_place": place,
        "next_label": np.where(place > 0, columns.label[top], 0),
    }


def _inside(columns: Columns, cues: Ints, found: Contents, scores: Reals) -> dict[str, Ints]:
    cue, ranges = cues[found.cue], found.ranges
    size = columns.size
    top, end = ranges.first, ranges.ends[0]
    for _ in range(6):
        above = columns.head[top]
        top = np.where((above >= ranges.first) & (above < end), above, top)
    subject = columns.subject[cue]
    conjunct = columns.first_right[LABEL["conj"], top]
    joint = (conjunct < size) & (columns.subject[conjunct] == size)
    by_token = np.full(size + 1, -9.0)
    by_token[cues] = scores
    bucket = np.searchsorted(_BUCKETS, by_token)
    same_tag = columns.tag[conjunct] == columns.tag[cue]
    return {
        "n_verbs": ranges.count(columns.n_verbs),
        "n_subjects": ranges.count(columns.n_subjects),
        "n_commas": ranges.count(columns.n_commas),
        "has_subject": (ranges.covers(subject) & (subject < size)).astype(np.int64),
        "max_cue": _highest(by_token, ranges.starts, ranges.ends),
        "head_pos": columns.pos[top],
        "head_tag": columns.tag[top],
        "head_lemma": columns.lemma[top],
        "joint_cue": np.where(joint, by_token[conjunct], -9.0),
        "joint_end": np.where(joint, conjunct, 0),
        "joint_tag": np.where(joint, 1 + same_tag, 0),
        "joint_bucket": np.where(joint, 1 + bucket[conjunct] + 8 * same_tag, 0),
        "head_distance": top - cue,
        "head_is_cue": (columns.head[top] == cue).astype(np.int64),
        "cue_score": scores[found.cue],
    }


def _highest(by_token: Reals, starts: Ints, ends: Ints) -> Reals:
    """The highest cue score inside each row's pieces, -9 for none: in one pass over all of them."""
    bounds = np.array((starts, ends)).reshape(2, -1).T.ravel()
    found = np.maximum.reduceat(by_token, bounds)[::2].reshape(starts.shape)
    highest: Reals = np.where(ends > starts, found, -9.0).max(axis=0)
    return highest


def _between(running: Ints, start: Ints, end: Ints) -> Ints:
    return running[end] - running[np.minimum(start, end)]
