"""An article as it was got, and the sections of its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.texts import Span

SectionKind = Literal["headline", "summary", "body", "quote", "credit", "original_link", "commentary", "caption"]
PublishedBasis = Literal["given", "metadata", "url", "dateline"]

NAME_CHARS = 80
"""An article without a title is called by so many of its first characters, to the last whole word."""


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


def name_article(title: str | None, text: str) -> str:
    """What to call an article: its title, or else its first words."""
    if title:
        return title
    words = " ".join(text[: 2 * NAME_CHARS].split())
    return words if len(words) <= NAME_CHARS else f"{words[:NAME_CHARS].rpartition(' ')[0] or words[:NAME_CHARS]} …"
