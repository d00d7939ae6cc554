"""An annotated article and its layers, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Article, Span

NOBODY = "NOBODY"
"""Stands in the gold for a holder that the text does not name."""


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor of an article; `aliases` are further names it goes by."""

    key: str
    name: str
    type: str
    country: str | None
    sector: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    office: str | None = None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A piece of text that names an actor."""

    actor: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution; `depth` is 1 for one that stands in the author's own words."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    act: str
    holder: str
    parent: str | None
    via: tuple[str, ...]
    chain: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        """Holders below AUTHOR."""
        return len(self.chain) - 1


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One mention of an event. `happened` and `told` are (first, last) ISO days or months or years, `None` for an open side."""

    id: str
    head: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    location: str | None
    attribution: str | None
    status: str
    factuality: tuple[tuple[str, str], ...]
    tense: str
    happened: tuple[str | None, str | None] | None
    basis: str | None
    told: tuple[str | None, str | None] | None
    same_as: str | None


@dataclass(frozen=True, slots=True)
class GoldStance:
    """A holder's answer to an attribution or an event, by id.

    Attributes:
        holder: key of the one who answers.
        value: how.
        toward: the attribution or event that the guidelines call the target.
        attribution: the one that carries the answer, if any.
        tellings: everything in the article that carries the claim answered, the target first.
    """

    holder: str
    value: str
    toward: str
    attribution: str | None
    tellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article: its text as an `Article`, and the layers."""

    article: Article
    meta: dict[str, str]
    paragraphs: dict[str, Span]
    actors: dict[str, GoldActor]
    mentions: tuple[GoldMention, ...]
    attributions: tuple[GoldAttribution, ...]
    events: tuple[GoldEvent, ...]
    stances: tuple[GoldStance, ...]
