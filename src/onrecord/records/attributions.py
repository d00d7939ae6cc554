"""Who is said to hold what: actors, their mentions, attributions and stances."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.texts import Span, quote

AUTHOR = "AUTHOR"
"""The outermost holder of every chain: whoever wrote the article."""

UNNAMED = "UNNAMED"
"""The holder in a chain that the text does not name ("expected to win")."""

ActorType = Literal["person", "country", "organisation", "group", "role", "outlet", "unnamed"]
MentionKind = Literal["name", "title", "pronoun", "nominal", "metonym"]
AttributionKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "deny", "reject", "confirm", "accuse", "demand", "promise", "predict", "believe", "doubt", "ask",
    "decide", "express",
]  # fmt: skip
StanceValue = Literal["denies", "rejects", "confirms", "doubts", "declines"]


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
class Stance:
    """A holder's answer to an attribution or an event (exactly one of the two ids is given)."""

    holder: str | None
    value: StanceValue
    attribution_toward: str | None = None
    event_toward: str | None = None
    attribution: str | None = None
