"""What the attribute ruler, the lemmatiser and the embedding layer of spaCy say of a token: asked once, then remembered."""

from __future__ import annotations

import re
import sys
from typing import Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, NORM, ORTH, POS, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc, Token

Key = tuple[int, ...]
NO_TOKEN: Key = (0, 0, 0)

MEMO_MAX = 400_000
"""Keys remembered by the memo before it starts anew: about 100 MB at the most."""


MENDED = {
    "raped": "rape", "raping": "rape", "rapes": "rape", "sniped": "snipe", "sniping": "snipe", "fined": "fine",
    "fining": "fine", "staged": "stage", "staging": "stage", "cordoned": "cordon", "cordoning": "cordon",
    "rearrested": "rearrest", "waterboarded": "waterboard", "resupplied": "resupply", "installed": "install",
    "unbanned": "unban", "retook": "retake", "overflew": "overfly",
}  # fmt: skip
"""Verb forms of which the lemmatiser's rules make another word ("raped": to rap), or none."""


class Row(NamedTuple):
    """What one token shows: its columns but for place and head."""

    word: str
    lemma: str
    tag: str
    pos: str
    label: str


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
                sys.intern(mended(token, lemma)),
                sys.intern(token.tag_),
                sys.intern(token.pos_),
            )


def mended(token: Token, lemma: str) -> str:
    """A token's lemma in lower case, set right where the lemmatiser is known to be wrong."""
    return MENDED.get(token.lower_, lemma.lower()) if token.pos_ == "VERB" else lemma.lower()


def _index_as_sets(lemmatizer: Any) -> None:
    """The lemmatiser asks whether a form is in its index, which spaCy keeps as lists of thousands."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part in list(index):
        index[part] = frozenset(index[part])


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
