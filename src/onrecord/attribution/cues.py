"""Which tokens may be cues, and what of their surroundings tells: codes for the cue models."""

from __future__ import annotations

import numpy as np

from onrecord.attribution.columns import LABEL, PART, QUESTION, Columns, Ints
from onrecord.attribution.models import Template

FRAME = ("dobj", "ccomp", "xcomp", "prep", "acomp", "attr", "oprd", "agent", "acl", "pcomp", "pobj", "dative", "advcl", "relcl")
TEMPLATES: tuple[Template, ...] = (
    ("key",), ("lemma",), ("pos",), ("tag",), ("label",), ("class",), ("pos", "label"), ("key", "tag"), ("key", "label"),
    ("pos", "suffix"), ("class", "pos", "label"), ("class", "frame"), ("class", "tag", "label"), ("frame", "pos"),
    ("frame", "key"), ("left_frame", "pos"), ("left_frame", "key"), ("frame", "left_frame", "class"), ("object", "pos"),
    ("object", "key"), ("object_pos", "key"), ("object_tag", "pos"), ("object_suffix", "pos"), ("object_prep", "object"),
    ("object_prep", "key"), ("object_clause", "pos"), ("object_clause", "key"), ("prep", "pos"), ("prep", "key"),
    ("prep", "prep_object", "pos"), ("prep", "prep_object_pos", "key"), ("prep2", "key"), ("prep", "prep_object_pos", "class"),
    ("particle", "key"), ("adjective", "pos"), ("adjective", "key"), ("attribute", "key"), ("adverb", "key"), ("mark", "pos"),
    ("mark", "label", "pos"), ("aux", "pos"), ("aux", "key"), ("passive", "key"), ("passive", "class"), ("negated", "key"),
    ("clause_word", "key"), ("clause_tag", "key"), ("clause_word", "class"), ("clause", "pos"), ("clause_subject", "pos"),
    ("open_word", "key"), ("open_word", "class"), ("open_word", "pos"), ("open_word", "possessor", "class"),
    ("possessor", "class"), ("copula", "pos"), ("copula", "class"), ("copula", "key"), ("open_lemma", "pos"),
    ("open_lemma", "key"), ("open_tag", "class"), ("adverbial_mark", "key"), ("modifier", "key"), ("possessor", "key"),
    ("determiner", "key"), ("compound", "pos"), ("subject_pos", "pos"), ("subject_word", "pos"), ("subject_lemma", "pos"),
    ("subject_lemma", "key"), ("subject_pos", "key"), ("subject_pos", "class", "tag"), ("subject_suffix", "pos"),
    ("subject_relative", "pos"), ("subject_word", "class"), ("head_lemma", "label"), ("head_pos", "label", "pos"),
    ("head_pos", "label", "key"), ("head_label", "label", "head_pos"), ("head_subject_pos", "head_subject_word", "label"),
    ("head_class", "label", "class"), ("path2", "head2_lemma"), ("path2", "head2_pos"), ("path3", "head3_lemma"),
    ("path3", "head3_pos"), ("path2", "head2_class"), ("next_word", "pos"), ("next_word", "key"), ("last_word", "pos"),
    ("last_word", "key"), ("next2_word", "key"), ("next_tag", "pos"), ("last_tag", "pos"), ("last_tag", "tag", "next_tag"),
    ("next_word", "class"), ("quoted", "pos"), ("quoted", "key"), ("quote_size", "pos"), ("near_quotes", "quoted", "pos"),
    ("near_quotes", "quoted", "key"), ("near_quotes", "quoted", "class"), ("quote_before", "pos"), ("quote_place", "pos"),
    ("place", "pos"), ("paragraph", "pos"), ("depth", "pos"), ("end_mark", "pos"), ("first_word", "pos"),
    ("paragraph_size", "pos"), ("paragraph_place", "pos", "last_shape"), ("paragraph_place", "key"), ("paragraph_rest", "pos"),
    ("paragraph_rest", "key"), ("paragraph", "end_mark", "class"),
)  # fmt: skip


def find_cues(columns: Columns) -> Ints:
    """Tokens that may be cues, in text order: all verbs, and any word that the lexicon lists as the part of speech it is."""
    size = columns.size
    is_verb = columns.pos[:size] == PART["VERB"]
    cues: Ints = np.flatnonzero((is_verb | (columns.cue_class[:size] > 0)) & (columns.label[:size] != LABEL["aux"]))
    return cues


def describe_cues(columns: Columns, cues: Ints) -> dict[str, Ints]:
    """Codes for `TEMPLATES`: each of shape (cues,), small and not negative; 0 where a dependent or neighbour is missing."""
    table = _own(columns, cues)
    table.update(_dependents(columns, cues))
    table.update(_clauses(columns, cues))
    table.update(_above(columns, cues, table["pos"] * len(LABEL) + table["label"]))
    table.update(_neighbours(columns, cues))
    table.update(_quotations(columns, cues))
    return table


LIFTED = ("quoted", "quote_size", "near_quotes", "quote_before", "quote_place", "depth", "last_shape")
FROM_ABOVE = (
    "head_lemma", "head_pos", "head_label", "head_class", "head_subject_pos", "head_subject_word", "path2", "head2_lemma",
    "head2_pos", "head2_class", "path3", "head3_lemma", "head3_pos",
)  # fmt: skip


def lift(table: dict[str, Ints]) -> dict[str, Ints]:
    """The same codes as if a cue stood outside all quotation, and as if a clause that completes a verb were alone.

    What stands inside another's content is judged by itself: annotators who mark outermost attributions only leave it out, and
    a model that could see where it stands would learn just that.
    """
    clausal = table["label"] == LABEL["ccomp"]
    lifted = dict(table)
    for name in LIFTED:
        lifted[name] = np.zeros_like(table[name])
    for name in FROM_ABOVE:
        lifted[name] = np.where(clausal, 0, table[name])
    lifted["label"] = unclaused(table["label"])
    return lifted


def unclaused(labels: Ints) -> Ints:
    """Labels of cues, a clause's that completes a verb turned into a sentence's: what it brings in is the same."""
    return np.where(labels == LABEL["ccomp"], LABEL["ROOT"], labels)


def _own(columns: Columns, cues: Ints) -> dict[str, Ints]:
    subject = columns.subject[cues]
    size = columns.size
    return {
        "lemma": columns.lemma[cues],
        "pos": columns.pos[cues],
        "tag": columns.tag[cues],
        "label": columns.label[cues],
        "class": columns.cue_class[cues],
        "suffix": columns.suffix[cues],
        "key": columns.lemma[cues] * 32 + columns.pos[cues],
        "subject_pos": columns.pos[subject] + 32 * columns.label[subject],
        "subject_word": np.where(columns.pos[subject] == PART["PRON"], columns.word[subject], 0),
        "subject_lemma": columns.lemma[subject],
        "subject_suffix": np.where(columns.pos[subject] == PART["NOUN"], columns.suffix[subject], 0),
        "subject_relative": (columns.last_right[LABEL["relcl"], subject] < size).astype(np.int64),
    }


def _dependents(columns: Columns, cues: Ints) -> dict[str, Ints]:
    child = {label: columns.any_child(label)[cues] for label in ("dobj", "attr", "acomp", "advmod", "mark", "aux", "poss", "det")}
    first = {label: columns.first_right[LABEL[label], cues] for label in ("prep", "prt", "acl", "agent", "dative", "relcl")}
    obj = np.where(child["dobj"] < columns.size, child["dobj"], columns.first_right[LABEL["pobj"], cues])
    inner_acl = columns.first_right[LABEL["acl"], obj]
    inner_rel = columns.first_right[LABEL["relcl"], obj]
    prep_object = columns.first_right[LABEL["pobj"], first["prep"]]
    prep2 = columns.last_right[LABEL["prep"], cues]
    passive = (columns.any_child("auxpass")[cues] < columns.size) | (columns.any_child("nsubjpass")[cues] < columns.size)
    return {
        "frame": _bits([columns.first_right[LABEL[label], cues] for label in FRAME], columns.size),
        "left_frame": _bits([columns.near_left[LABEL[label], cues] for label in FRAME], columns.size),
        "object": columns.lemma[obj],
        "object_pos": columns.pos[obj],
        "object_tag": columns.tag[obj] + 64 * columns.shape[obj],
        "object_suffix": columns.suffix[obj],
        "object_prep": columns.lemma[columns.first_right[LABEL["prep"], obj]],
        "object_clause": columns.tag[inner_acl] + 64 * (inner_rel < columns.size),
        "prep": columns.lemma[first["prep"]],
        "prep_object": columns.lemma[prep_object],
        "prep_object_pos": columns.tag[prep_object],
        "prep2": np.where(prep2 > first["prep"], columns.lemma[prep2], 0),
        "particle": columns.lemma[first["prt"]],
        "adjective": columns.lemma[child["acomp"]],
        "attribute": columns.lemma[child["attr"]],
        "adverb": columns.lemma[child["advmod"]],
        "mark": columns.word[child["mark"]],
        "aux": columns.lemma[child["aux"]],
        "passive": passive.astype(np.int64),
        "negated": (columns.any_child("neg")[cues] < columns.size).astype(np.int64),
        "modifier": columns.lemma[columns.near_left[LABEL["amod"], cues]],
        "compound": columns.pos[columns.near_left[LABEL["compound"], cues]],
        "possessor": columns.pos[child["poss"]] * 8192
        + np.where(columns.pos[child["poss"]] == PART["PRON"], columns.word[child["poss"]], 0),
        "determiner": columns.word[child["det"]],
        "copula": _copula(columns, cues),
    }


def _copula(columns: Columns, cues: Ints) -> Ints:
    """For a noun that is the subject of a verb with a clause or predicate noun: that verb and which; else 0."""
    head = columns.head[cues]
    fits = columns.label[cues] == LABEL["nsubj"]
    right = [columns.first_right[LABEL[label], head] < columns.size for label in ("ccomp", "xcomp", "attr")]
    frame = sum(found.astype(np.int64) << place for place, found in enumerate(right))
    return np.where(fits, columns.lemma[head] * 8 + frame, 0)


def _clauses(columns: Columns, cues: Ints) -> dict[str, Ints]:
    clause = columns.any_child("ccomp")[cues]
    opened = columns.any_child("xcomp")[cues]
    open_tag = np.where(opened < columns.size, opened, columns.first_right[LABEL["acl"], cues])
    adverbial = columns.any_child("advcl")[cues]
    first = columns.left[clause]
    return {
        "clause": (clause < columns.size) * (1 + (clause > cues)),
        "clause_word": np.where(first > cues, columns.word[first], 8191 * (clause < columns.size)),
        "clause_tag": columns.tag[clause],
        "clause_subject": columns.tag[columns.subject[clause]],
        "open_word": columns.word[columns.left[open_tag]],
        "open_lemma": columns.lemma[open_tag],
        "open_tag": columns.tag[open_tag],
        "adverbial_mark": columns.word[columns.near_left[LABEL["mark"], adverbial]]
        + 8192 * (adverbial > cues) * (adverbial < columns.size),
    }


def _above(columns: Columns, cues: Ints, path: Ints) -> dict[str, Ints]:
    head = np.where(columns.is_root[cues], columns.size, columns.head[cues])
    head2 = np.where(columns.is_root[head], columns.size, columns.head[head])
    head3 = np.where(columns.is_root[head2], columns.size, columns.head[head2])
    subject = columns.subject[head]
    path2 = path * len(LABEL) + columns.label[head]
    return {
        "head_lemma": columns.lemma[head],
        "head_pos": columns.pos[head],
        "head_label": columns.label[head],
        "head_class": columns.cue_class[head],
        "head_subject_pos": columns.pos[subject],
        "head_subject_word": np.where(columns.pos[subject] == PART["PRON"], columns.word[subject], 0),
        "path2": path2,
        "head2_lemma": columns.lemma[head2],
        "head2_pos": columns.pos[head2],
        "head2_class": columns.cue_class[head2],
        "path3": path2 * len(LABEL) + columns.label[head2],
        "head3_lemma": columns.lemma[head3],
        "head3_pos": columns.pos[head3],
    }


def _neighbours(columns: Columns, cues: Ints) -> dict[str, Ints]:
    size = columns.size
    start, end = columns.sentence_start[cues], columns.sentence_end[cues]
    after = np.where(cues + 1 < end, cues + 1, size)
    after2 = np.where(cues + 2 < end, cues + 2, size)
    before = np.where(cues > start, cues - 1, size)
    place = (cues - start) * 4 // np.maximum(1, end - start)
    last = np.maximum(end - 1, 0)
    last = np.where(columns.quoted[last] & (columns.mark[last] == 0) & (last > start), last - 1, last)
    return {
        "next_word": columns.word[after] + 8192 * columns.mark[after],
        "next2_word": columns.word[after2] + 8192 * columns.mark[after2],
        "last_word": columns.word[before] + 8192 * columns.mark[before],
        "next_tag": columns.tag[after],
        "last_tag": columns.tag[before],
        "place": place,
        "paragraph": np.minimum(columns.paragraph[cues], 5),
        "paragraph_size": np.minimum(9, (columns.paragraph_end[cues] - start) // 12),
        "paragraph_place": np.minimum(cues - columns.paragraph_start[cues], 5),
        "paragraph_rest": np.minimum(columns.paragraph_end[cues] - cues, 8),
        "last_shape": columns.shape[before] + 8 * columns.quoted[before],
        "depth": np.minimum(columns.depth[cues], 4),
        "end_mark": np.where(columns.mark[last] == QUESTION, 1, 0) + 2 * columns.is_word[last],
        "first_word": columns.word[start],
    }


def _quotations(columns: Columns, cues: Ints) -> dict[str, Ints]:
    start, end = columns.sentence_start[cues], columns.sentence_end[cues]
    quotation = columns.quotation[cues]
    quoted = quotation >= 0
    first, last = columns.quote_starts[quotation], columns.quote_ends[quotation]
    before = columns.n_quoted[cues] - columns.n_quoted[np.maximum(start, cues - 6)] > 0
    ahead = columns.n_quoted[np.minimum(end, cues + 7)] - columns.n_quoted[np.minimum(cues + 1, end)] > 0
    lead = columns.after_last_word[np.where(quoted, first, 0)] - 1
    inside = np.where(quoted & (lead >= start), lead, columns.size)
    return {
        "quoted": quoted.astype(np.int64),
        "quote_size": np.where(quoted, 1 + np.searchsorted([6, 12, 40], last - first), 0),
        "near_quotes": before + 2 * ahead.astype(np.int64),
        "quote_before": np.where(quoted, 1 + columns.lemma[inside], 0),
        "quote_place": np.where(quoted, 1 + (first < start) + 2 * columns.quote_closed[quotation], 0),
    }


def _bits(children: list[Ints], size: int) -> Ints:
    found = np.zeros(len(children[0]), dtype=np.int64)
    for place, child in enumerate(children):
        found |= (child < size).astype(np.int64) << place
    return found
