"""A parse as columns of small integers: what the learned parts read, made once an article, no object a token.

Every column has one entry more than the article has tokens: the last one, the *pad*, stands for "no such token", so that a
look-up through a missing dependent gives zeros (or an empty range) and never fails.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from onrecord.attribution.lexicon import CLASSES, Lexicon
from onrecord.records import Parse

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

LABELS = (
    "?", "ROOT", "nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "dobj", "dative", "attr", "oprd", "acomp", "prep", "agent",
    "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "cc", "mark", "aux", "auxpass", "neg", "prt", "advmod", "poss",
    "compound", "amod", "pobj", "pcomp", "appos", "npadvmod", "parataxis", "det", "dep", "nmod", "nummod", "case", "intj",
    "meta", "preconj", "predet", "quantmod", "punct",
)  # fmt: skip
POS = (
    "?", "VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "SCONJ", "PUNCT", "NUM", "DET", "PART", "CCONJ", "INTJ",
    "SYM", "X", "SPACE",
)  # fmt: skip
TAGS = (
    "?", "VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "MD", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB",
    "DT", "PDT", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "RP", "IN", "TO", "CC", "CD", "EX", "UH", "POS", "HYPH", ",", ".", ":",
    "``", "''", "-LRB-", "-RRB-", "$", "#", "SYM", "FW", "LS", "NFP", "ADD", "AFX", "XX", "_SP", '""',
)  # fmt: skip


class _Codes(dict[str, int]):
    """Codes of a closed set of names; any other name has code 0."""

    def __missing__(self, name: str) -> int:
        return 0


LABEL = _Codes((name, code) for code, name in enumerate(LABELS))
PART = _Codes((name, code) for code, name in enumerate(POS))
TAG = _Codes((name, code) for code, name in enumerate(TAGS))
MARKS = {
    ",": 1, "—": 2, "–": 2, "--": 2, "-": 2, "―": 2, "”―": 2, "”—": 2, "”–": 2, ":": 3, ";": 4, ".": 5, "?": 6, "!": 7, "…": 8,
    "...": 8, "(": 9, "[": 9, ")": 10, "]": 10,
}  # fmt: skip
TITLE, UPPER, DIGITS = 1, 2, 3
"""Shapes of words; 0 is any other."""
COMMA, DASH, COLON, SEMICOLON, STOP, QUESTION, EXCLAMATION, ELLIPSIS = range(1, 9)

JOINERS = ("and", "but", "or", "while", "so")
"""Words that join clauses; always in the vocabulary."""

NAME_CODE = 1
"""The code of every proper noun: learned parts never see which name it is."""
VOCABULARY_MAX = 8190
MEMO_MAX = 300_000


class Vocabulary:
    """Codes of frequent lemmas and word forms, lower case; 0 is a word outside, `NAME_CODE` any name."""

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words = tuple(words)
        known = dict.fromkeys((*JOINERS, *words, *sorted({lemma for lemma, _ in lexicon})))
        self.code = {word: code for code, word in enumerate(list(known)[:VOCABULARY_MAX], NAME_CODE + 1)}
        self.classes = np.zeros((VOCABULARY_MAX + 2, len(POS)), dtype=np.int64)
        for (lemma, pos), entry in lexicon.items():
            if lemma in self.code and pos in PART:
                self.classes[self.code[lemma], PART[pos]] = CLASSES.index(entry.kind)
        self._lemmas = _Memo(self.code, pack_lemma)
        self._words = _Memo(self.code, pack_word)

    def lemmas(self, lemmas: Iterable[str], size: int) -> Ints:
        """Packed lemmas (see `pack_lemma`), then a zero for the pad."""
        return _look_up(self._lemmas, lemmas, size)

    def forms(self, words: Iterable[str], size: int) -> Ints:
        """Packed word forms (see `pack_word`), then a zero for the pad."""
        return _look_up(self._words, words, size)


def pack_lemma(code: dict[str, int], lemma: str) -> int:
    """13 bits of code, then 10 bits of a hash of the last three letters."""
    return code.get(lemma, 0) | (zlib.crc32(lemma[-3:].encode("utf-8", "replace")) % 1023 + 1) << 13


def pack_word(code: dict[str, int], word: str) -> int:
    """13 bits of code, one bit "has a letter or digit", 4 bits of the mark (`MARKS`), 3 bits of shape."""
    is_word = any(map(str.isalnum, word))
    shape = TITLE if word.istitle() else UPPER if word.isupper() else DIGITS if word[:1].isdigit() else 0
    return code.get(word.lower(), 0) | is_word << 13 | MARKS.get(word, 0) << 14 | shape << 18


class _Memo(dict[str, int]):
    def __init__(self, code: dict[str, int], pack: object) -> None:
        super().__init__()
        self._code, self._pack = code, pack

    def __missing__(self, word: str) -> int:
        if len(self) > MEMO_MAX:
            self.clear()
        value: int = self._pack(self._code, word)  # type: ignore[operator]
        self[word] = value
        return value


def _look_up(memo: dict[str, int], keys: Iterable[str], size: int) -> Ints:
    column = np.zeros(size + 1, dtype=np.int64)
    column[:size] = np.fromiter(map(memo.__getitem__, keys), dtype=np.int64, count=size)
    return column


def _codes(table: dict[str, int], keys: Iterable[str], size: int) -> Ints:
    column = np.zeros(size + 1, dtype=np.int64)
    column[:size] = np.fromiter(map(table.__getitem__, keys), dtype=np.int64, count=size)
    return column


def _padded(values: Sequence[int], pad: int) -> Ints:
    column = np.empty(len(values) + 1, dtype=np.int64)
    column[:-1] = np.fromiter(values, dtype=np.int64, count=len(values))
    column[-1] = pad
    return column


def _hyphens(parse: Parse, marks: Ints) -> Bools:
    """Dashes inside a word ("Saudi-led"), which the parser parts."""
    found: Bools = np.zeros(len(marks), dtype=bool)
    inner = (t for t in np.flatnonzero(marks == DASH).tolist() if 0 < t < len(parse) - 1)
    found[[t for t in inner if parse.ends[t - 1] == parse.starts[t] and parse.ends[t] == parse.starts[t + 1]]] = True
    return found


def _number(ranges: Ints) -> Ints:
    """Each token's range by its number; the ranges, shape (ranges, 2), cover all tokens."""
    return np.repeat(np.arange(len(ranges)), ranges[:, 1] - ranges[:, 0])


@cache
def empty_columns() -> Columns:
    """The columns of a text without tokens: rules asked about it still give their names."""
    return Columns(Parse("", (), (), (), (), (), (), (), (), (), ()), Vocabulary((), {}))


class Columns:
    """One article's columns, each of shape (n + 1,); tables by label have shape (labels, n + 1).

    `first_right[label][i]` is the first dependent of `i` to its right with that label, `last_right` the last one, `near_left` the
    nearest to its left; the pad `n` where there is none.
    """

    def __init__(self, parse: Parse, vocabulary: Vocabulary) -> None:
        self.parse = parse
        self.code = vocabulary.code
        self.size = len(parse)
        self._words(parse, vocabulary)
        self._tree(parse)
        self._places(parse)
        self._quotations(parse)
        self.cue_class = vocabulary.classes[self.lemma, self.pos]
        self.subject = self._subjects()

    def _words(self, parse: Parse, vocabulary: Vocabulary) -> None:
        size = self.size
        self.label = _codes(LABEL, parse.labels, size)
        self.pos = _codes(PART, parse.pos, size)
        self.tag = _codes(TAG, parse.tags, size)
        lemmas, forms = vocabulary.lemmas(parse.lemmas, size), vocabulary.forms(parse.words, size)
        self.suffix = lemmas >> 13
        is_name = self.pos == PART["PROPN"]
        self.lemma = np.where(is_name, NAME_CODE, lemmas & 8191)
        self.word = np.where(is_name, NAME_CODE, forms & 8191)
        self.joins = (self.word > NAME_CODE) & (self.word <= NAME_CODE + len(JOINERS))
        self.is_word = (forms >> 13 & 1).astype(bool)
        self.mark = np.where(_hyphens(parse, forms >> 14 & 15), 0, forms >> 14 & 15)
        self.shape = forms >> 18

    def _tree(self, parse: Parse) -> None:
        size = self.size
        self.head = _padded(parse.heads, size)
        self.left = _padded(parse.lefts, size)
        self.right = _padded(parse.rights, size)
        self.depth = _padded(parse.depths, 0)
        tokens = np.arange(size + 1)
        self.is_root = self.head == tokens
        below = np.flatnonzero(~self.is_root)
        above, label = self.head[below], self.label[below]
        shape = (len(LABELS), size + 1)
        right = below > above
        after, before = below[right], below[~right]
        self.first_right = np.full(shape, size, dtype=np.int64)
        self.first_right[label[right][::-1], above[right][::-1]] = after[::-1]
        self.last_right = np.full(shape, size, dtype=np.int64)
        self.last_right[label[right], above[right]] = after
        self.near_left = np.full(shape, size, dtype=np.int64)
        self.near_left[label[~right], above[~right]] = before
        marks = label[right] == LABEL["punct"]
        self.rightmost = np.full(size + 1, -1, dtype=np.int64)
        self.rightmost[above[right][~marks]] = after[~marks]

    def _places(self, parse: Parse) -> None:
        size = self.size
        tokens = np.arange(size + 1)
        bounds = np.array([*parse.sentences, (size, size + 1)], dtype=np.int64).reshape(-1, 2)
        self.sentence = _number(bounds)
        bounds[-1, 1] = size
        self.sentence_start, self.sentence_end = bounds[self.sentence, 0], bounds[self.sentence, 1]
        edges = np.array([*parse.paragraphs, (size, size + 1)], dtype=np.int64).reshape(-1, 2)
        self.paragraph = _number(edges)
        edges[-1, 1] = size
        self.paragraph_start, self.paragraph_end = edges[self.paragraph, 0], edges[self.paragraph, 1]
        self._count(size)
        self.next_word = next_true(self.is_word, size)
        self.after_last_word = np.concatenate(([0], np.maximum.accumulate(np.where(self.is_word[:size], tokens[:size] + 1, 0))))

    def _count(self, size: int) -> None:
        """Running counts: how many tokens before each place are words, verbs, subjects, commas, colons or dashes."""
        flags = np.zeros((5, size + 1), dtype=bool)
        flags[0] = self.is_word
        flags[1] = (self.pos == PART["VERB"]) | (self.pos == PART["AUX"])
        flags[2] = (self.label == LABEL["nsubj"]) | (self.label == LABEL["nsubjpass"])
        flags[3] = self.mark == COMMA
        flags[4] = (self.mark == COLON) | (self.mark == DASH)
        counts = np.zeros((5, size + 1), dtype=np.int64)
        np.cumsum(flags[:, :size], axis=1, out=counts[:, 1:])
        self.n_words, self.n_verbs, self.n_subjects, self.n_commas, self.n_breaks = counts

    def _quotations(self, parse: Parse) -> None:
        self.quotation = _padded(parse.quotation_of, -1)
        self.quoted = self.quotation >= 0
        ends = [*((q.start, q.end, q.closed) for q in parse.quotations), (self.size, self.size, True)]
        bounds = np.array(ends, dtype=np.int64).reshape(-1, 3)
        self.quote_starts, self.quote_ends, self.quote_closed = bounds[:, 0], bounds[:, 1], bounds[:, 2]
        self.n_quoted = np.concatenate(([0], np.cumsum(self.quoted[: self.size])))

    def _subjects(self) -> Ints:
        """Each token's own subject: the nearest to its left, else the first to its right; the pad if it has none."""
        best = np.full(self.size + 1, self.size, dtype=np.int64)
        for table in (self.first_right, self.near_left):
            for label in ("expl", "csubjpass", "csubj", "nsubjpass", "nsubj"):
                found = table[LABEL[label]]
                best = np.where(found < self.size, found, best)
        return best

    def any_child(self, label: str) -> Ints:
        """For each token its dependent with the label: the first to the right, else the nearest to the left."""
        right, left = self.first_right[LABEL[label]], self.near_left[LABEL[label]]
        found: Ints = np.where(right < self.size, right, left)
        return found


def next_true(flags: Bools, size: int) -> Ints:
    """For each token the first one at or after it whose flag is set, else `size`; shape (size + 1,)."""
    places = np.where(flags[:size], np.arange(size), size)
    found: Ints = np.concatenate((np.minimum.accumulate(places[::-1])[::-1], [size]))
    return found


def last_true(flags: Bools, size: int) -> Ints:
    """For each token the last one at or before it whose flag is set, else -1; shape (size + 1,), the pad like the last token."""
    places = np.where(flags[:size], np.arange(size), -1)
    found = np.maximum.accumulate(places) if size else places
    return np.concatenate((found, found[-1:] if size else [-1]))
