"""One article's syntax as columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from onrecord.records.texts import Span

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
PASSIVE_MARKS = frozenset(("auxpass", "nsubjpass", "csubjpass"))
"""Labels below a verb that show that it stands in the passive."""


class Quotation(NamedTuple):
    """A quotation as a range of tokens `[start, end)`, its marks included; an open one ends at its paragraph's end."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True)
class Parse:
    """One article's syntax as columns, one entry a token, in text order; no stage touches the parser's own objects.

    Attributes:
        text: the article's text.
        words: the token's own characters (`text[starts[i]:ends[i]]`).
        lemmas: lower-cased dictionary forms.
        tags: Penn Treebank tags (`VBD`).
        pos: Universal part of speech (`VERB`).
        heads: index of the head token in the article; a root points to itself.
        labels: dependency labels of the ClearNLP scheme (`nsubj`, `dobj`, `ccomp`); `ROOT` at a root.
        starts, ends: code points of the article.
        sentences: token ranges `[start, end)`, in text order, covering all tokens; never across a paragraph.
        paragraphs: token ranges `[start, end)`, in text order, covering all tokens.
        quotations: ranges between double quotation marks of any kind, outermost ones, in text order.
    """

    text: str
    words: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    pos: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[tuple[int, int]]
    quotations: Sequence[Quotation] = ()

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lower(self) -> list[str]:
        """Words in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def children(self) -> list[list[int]]:
        """Direct dependents of each token, in text order; leaves share one empty list, so none of them may be changed."""
        leaf: list[int] = []
        children = [leaf] * len(self.words)
        for token, head in enumerate(self.heads):
            if head != token:
                if children[head] is leaf:
                    children[head] = [token]
                else:
                    children[head].append(token)
        return children

    @cached_property
    def subjects(self) -> dict[int, int]:
        """The head of each token's own subject: of several the nearest before the token, else the first after it."""
        found: dict[int, int] = {}
        for token, label in enumerate(self.labels):
            if label in SUBJECTS:
                head = self.heads[token]
                if token < head or (token > head and head not in found):
                    found[head] = token
        return found

    @cached_property
    def passives(self) -> frozenset[int]:
        """Tokens with a passive auxiliary or subject."""
        heads = self.heads
        return frozenset(heads[t] for t, label in enumerate(self.labels) if label in PASSIVE_MARKS and heads[t] != t)

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index into `sentences` of each token."""
        return _owners(self.sentences, len(self.words))

    @cached_property
    def paragraph_of(self) -> list[int]:
        """Index into `paragraphs` of each token."""
        return _owners(self.paragraphs, len(self.words))

    @cached_property
    def quotation_of(self) -> list[int]:
        """Index into `quotations` of each token, marks included; -1 outside."""
        owners = [-1] * len(self.words)
        for index, quotation in enumerate(self.quotations):
            owners[quotation.start : quotation.end] = [index] * (quotation.end - quotation.start)
        return owners

    @cached_property
    def depths(self) -> list[int]:
        """Steps from each token up to its sentence's root."""
        return self._walk[0]

    @cached_property
    def lefts(self) -> list[int]:
        """First token of each token's subtree."""
        return self._walk[1]

    @cached_property
    def rights(self) -> list[int]:
        """Token after the last one of each token's subtree: the subtree lies in `[lefts[i], rights[i])`."""
        return self._walk[2]

    @cached_property
    def _walk(self) -> tuple[list[int], list[int], list[int]]:
        size = len(self.words)
        depths, lefts, rights = [0] * size, list(range(size)), list(range(1, size + 1))
        children, heads = self.children, self.heads
        order = [token for token in range(size) if heads[token] == token]
        for token in order:  # grows while it is walked: heads before their dependents
            for child in children[token]:
                depths[child] = depths[token] + 1
                order.append(child)
        for token in reversed(order):
            head = heads[token]
            if lefts[token] < lefts[head]:
                lefts[head] = lefts[token]
            if rights[token] > rights[head]:
                rights[head] = rights[token]
        return depths, lefts, rights

    def span(self, start: int, end: int) -> Span:
        """Code points covered by the tokens `[start, end)`, which must not be empty."""
        return Span(self.starts[start], self.ends[end - 1])

    def sentence_spans(self) -> tuple[Span, ...]:
        """Each sentence in code points."""
        return tuple(self.span(start, end) for start, end in self.sentences)


def _owners(ranges: Iterable[tuple[int, int]], size: int) -> list[int]:
    owners = [0] * size
    for index, (start, end) in enumerate(ranges):
        owners[start:end] = [index] * (end - start)
    return owners
