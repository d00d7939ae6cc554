"""Text and what is known about it -> Article: the one place that makes articles, their ids and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onrecord.contract import replace_surrogates
from onrecord.errors import SourceError
from onrecord.records import Article, PublishedBasis, Section, Span, make_id
from onrecord.sources.datelines import complete_date, find_dateline
from onrecord.sources.dates import find_url_date, parse_date
from onrecord.sources.decode import HOLDS_NUL
from onrecord.sources.limits import DEFAULT_LIMITS, Limits
from onrecord.sources.sections import find_byline, find_sections, same_words

PARAGRAPH_BREAK = "\n\n"
_URL_IN_LINE = re.compile(r"https?://[^\s<>\"')\]]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an article besides its text; `None` = not known, `byline=()` = looked for, none found.

    `basis` says where `published` is from; `headline` is what the page shows as its first paragraph; `quotes` are the block
    quotations of the text.
    """

    id: str | None = None
    title: str | None = None
    headline: str | None = None
    published: str | date | None = None
    basis: PublishedBasis = "given"
    outlet: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    rewrites_url: str | None = None
    byline: tuple[str, ...] | None = None
    language: str | None = None
    quotes: Sequence[Span] = ()


def build_article(text: str, facts: Facts, limits: Limits = DEFAULT_LIMITS) -> Article:
    """An article, its sections found, its date checked, its id made.

    The text is kept as it is but for three things: a byte order mark is dropped, `\\r\\n` becomes `\\n`, and half a surrogate
    pair (from a broken JSON escape) becomes U+FFFD. A headline that is not the first line of the text is put before it as a
    paragraph of its own.

    Raises:
        SourceError: no text, NUL in it, more than `limits.max_chars`, or a date that is none.
    """
    text, facts = _clean(text), _clean_facts(facts)
    _check(text, limits)
    text, shift = _with_headline(text, facts.headline)
    quotes = [Span(start + shift, end + shift) for start, end in facts.quotes]
    sections = find_sections(text, title=facts.headline or facts.title, quotes=quotes)
    published, basis = _date(text, sections, facts)
    return Article(
        id=facts.id or make_id("article", facts.url or facts.canonical_url or text),
        text=text,
        title=facts.title or _headline(text, sections),
        published=published,
        published_basis=basis,
        outlet=facts.outlet,
        url=facts.url,
        canonical_url=facts.canonical_url,
        rewrites_url=facts.rewrites_url or _original_url(text, sections),
        byline=facts.byline or find_byline(text, sections),
        language=facts.language,
        sections=sections,
    )


def join_paragraphs(paragraphs: Iterable[tuple[str, bool]]) -> tuple[str, list[Span]]:
    """Paragraphs divided by empty lines, and the spans of those that are block quotations.

    Args:
        paragraphs: each with whether it is a block quotation.
    """
    texts, quotes, size = [], [], 0
    for text, is_quote in paragraphs:
        texts.append(text)
        if is_quote:
            quotes.append(Span(size, size + len(text)))
        size += len(text) + len(PARAGRAPH_BREAK)
    return PARAGRAPH_BREAK.join(texts), quotes


def _clean(text: str) -> str:
    return replace_surrogates(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _clean_facts(facts: Facts) -> Facts:
    """Single-line, stripped, without half surrogates; an empty string is nothing known."""
    names = ("id", "title", "headline", "outlet", "url", "canonical_url", "rewrites_url", "language")
    clean: dict[str, Any] = {name: _clean_line(getattr(facts, name)) for name in names}
    return replace(facts, **clean)


def _clean_line(line: str | None) -> str | None:
    return " ".join(_clean(line or "").replace("\x00", "").split()) or None


def _check(text: str, limits: Limits) -> None:
    if not text.strip():
        raise SourceError("holds no text: give a file or row with the article's text in it")
    if "\x00" in text:
        raise SourceError(HOLDS_NUL)
    if len(text) > limits.max_chars:
        raise SourceError(
            f"{len(text):,} characters of text, and an article may have {limits.max_chars:,}: split it into its articles, "
            'for instance as JSONL with one {"text": ...} a line'
        )


def _with_headline(text: str, headline: str | None) -> tuple[str, int]:
    first = text.strip().split("\n", 1)[0]
    if headline is None or same_words(first, headline):
        return text, 0
    return f"{headline}{PARAGRAPH_BREAK}{text}", len(headline) + len(PARAGRAPH_BREAK)


def _headline(text: str, sections: Sequence[Section]) -> str | None:
    return next((text[slice(*section.span)] for section in sections if section.kind == "headline"), None)


def _original_url(text: str, sections: Sequence[Section]) -> str | None:
    for section in sections:
        match = _URL_IN_LINE.search(text, *section.span) if section.kind == "original_link" else None
        if match is not None:
            return match.group()
    return None


def _date(text: str, sections: Sequence[Section], facts: Facts) -> tuple[str | None, PublishedBasis | None]:
    published = parse_date(facts.published) if facts.published else None
    basis: PublishedBasis | None = facts.basis if published else None
    if published is None and (address := facts.url or facts.canonical_url) and (found := find_url_date(address)):
        published, basis = found, "url"
    for section in sections:
        for line in text[slice(*section.span)].split("\n") if section.kind == "credit" else ():
            dateline = find_dateline(line)
            if dateline and (day := complete_date(published, dateline)):
                return day, "dateline"
    return published, basis
