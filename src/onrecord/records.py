"""The words of the field as frozen types: what passes between stages, and what a reading holds.

Imports nothing of ours. Offsets are half-open `[start, end)` in Unicode code points of `Article.text`, everywhere.
`None` means "not looked for", `()` means "looked for, none found".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from typing import Literal, NamedTuple

AUTHOR = "AUTHOR"
"""The outermost holder of every chain: whoever wrote the article."""

UNNAMED = "UNNAMED"
"""The holder in a chain that the text does not name ("expected to win")."""

NAME_CHARS = 80
"""An article without a title is called by so many of its first characters, to the last whole word."""

SectionKind = Literal["headline", "summary", "body", "quote", "credit", "original_link", "commentary", "caption"]
PublishedBasis = Literal["given", "metadata", "url", "dateline"]
ActorType = Literal["person", "country", "organisation", "group", "role", "outlet", "unnamed"]
MentionKind = Literal["name", "title", "pronoun", "nominal", "metonym"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AttributionKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "deny", "reject", "confirm", "accuse", "demand", "promise", "predict", "believe", "doubt", "ask",
    "decide", "express",
]  # fmt: skip
HappenedBasis = Literal["timex", "published", "event", "story"]
FactualityValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Tense = Literal["past", "present", "future"]
Status = Literal["fact", "attributed", "denied", "negated", "possible", "future", "asked"]
StanceValue = Literal["denies", "rejects", "confirms", "doubts", "declines"]


class Span(NamedTuple):
    """A piece of `Article.text`: half-open `[start, end)` in code points."""

    start: int
    end: int


def quote(text: str, spans: Iterable[Span]) -> str:
    """The characters of the spans to the letter, pieces joined by ` … `."""
    return " … ".join(text[span.start : span.end] for span in spans)


def name_article(title: str | None, text: str) -> str:
    """What to call an article: its title, or else its first words."""
    if title:
        return title
    words = " ".join(text[: 2 * NAME_CHARS].split())
    return words if len(words) <= NAME_CHARS else f"{words[:NAME_CHARS].rpartition(' ')[0] or words[:NAME_CHARS]} …"


def make_id(*parts: object) -> str:
    """A 16-digit hexadecimal id: a hash of what the row is, the same on every run and machine.

    Args:
        parts: what makes the row itself (article id, maker, spans ...); their `repr`-free string forms are joined.
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that is of one kind, in text order and without overlaps."""

    kind: SectionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was got: its text never changes once made.

    `published` is an ISO date or date-time, or a partial date such as `2024-05`; `published_basis` says who says so.
    `sections` is `None` until the page has been looked at for them.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    outlet: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    rewrites_url: str | None = None
    byline: tuple[str, ...] | None = None
    language: str | None = None
    sections: tuple[Section, ...] | None = None


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


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or some body: a holder, a party of an event, a carrier.

    `country` is ISO 3166 alpha-3 or one of PLOVER's codes (IGO, UNO, EUR, NGO, ISM, IMG, MNC); `sector` has the main code first.
    `confidence` in [0, 1]; `basis` says whether the knowledge base, a title in the text or the text alone vouches.
    """

    id: str
    name: str
    type: ActorType
    country: str | None = None
    sector: tuple[str, ...] = ()
    office: str | None = None
    wikidata: str | None = None
    basis: Literal["kb", "title", "text"] = "text"
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of text that names an actor; `actor` is `None` where it could not be settled."""

    span: Span
    actor: str | None
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is TIMEX3; `begin` and `end` are the first and last ISO day, `None` when open."""

    id: str
    span: Span
    type: TimexType
    value: str
    begin: str | None = None
    end: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody (source) is said by a cue to hold a content.

    `source` is empty when the text names none; `content` may have several pieces, in text order. `holder` is an actor's
    id, `holder_name` what to show. `via_spans` are the carriers named by a citation, `via` their actors' ids.
    `chain` runs from AUTHOR inward and ends with this attribution's holder.
    `confidence` is the calibrated chance, in [0, 1], that source and content are right. `why` names the rule, the cue entry and
    the path, for `--explain`. `article_text` is what its texts are quoted from; it is not part of what it is.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    act: Act
    holder: str | None = None
    holder_name: str | None = None
    via: tuple[str, ...] = ()
    parent: str | None = None
    chain: tuple[str, ...] = (AUTHOR,)
    confidence: float = 1.0
    why: str | None = None
    via_spans: tuple[Span, ...] = ()
    article_text: str = field(default="", repr=False, compare=False)

    @property
    def source_text(self) -> str:
        """What the source spans quote, pieces joined by an ellipsis; empty when the text names no source."""
        return quote(self.article_text, self.source)

    @property
    def cue_text(self) -> str:
        """What the cue spans quote."""
        return quote(self.article_text, self.cue)

    @property
    def content_text(self) -> str:
        """What the content spans quote, pieces joined by an ellipsis."""
        return quote(self.article_text, self.content)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `begin` to `end`, both ISO dates and both included; `None` is an open side."""

    begin: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Happened:
    """When an event took place: days, and what they rest on (`basis` `None` = the text leaves it open)."""

    begin: str | None = None
    end: str | None = None
    basis: HappenedBasis | None = None
    timex: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event took place; `country` ISO 3166 alpha-3, degrees north and east."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A political event in the sense of PLOVER, on the attribution it stands in. Actors and recipients are ids."""

    id: str
    head: Span
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    intensity: float | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    location: Location | None = None
    happened: Happened | None = None
    told: Interval | None = None
    attribution: str | None = None
    chain: tuple[str, ...] = (AUTHOR,)
    factuality: tuple[tuple[str, FactualityValue], ...] | None = None
    tense: Tense | None = None
    status: Status | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """A holder's answer to an attribution or an event (exactly one of the two ids is given)."""

    holder: str | None
    value: StanceValue
    attribution_toward: str | None = None
    event_toward: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A stage that could not do its work on this article, and why."""

    stage: str
    error: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article. A field is `None` when its stage has not run.

    `makers` names the version of each stage that ran (`("attribution/1", ...)`).
    """

    article: Article
    sentences: tuple[Span, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    timexes: tuple[Timex, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    events: tuple[Event, ...] | None = None
    stances: tuple[Stance, ...] | None = None
    failures: tuple[Failure, ...] = ()
    makers: tuple[str, ...] = field(default=())

    def _repr_html_(self) -> str:
        """The marked-up page, for notebooks; the view stands on a higher floor, so it is looked up only when shown."""
        page: str = "".join(import_module("onrecord.report.page").render_page([self]))
        return page


def with_texts(reading: Reading) -> Reading:
    """The reading with its attributions able to quote the article's text."""
    if reading.attributions is None:
        return reading
    text = reading.article.text
    return replace(reading, attributions=tuple(replace(a, article_text=text) for a in reading.attributions))
