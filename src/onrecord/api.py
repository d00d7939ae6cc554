"""The Python face: an article in almost any form goes in, readings come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.reading import Reader, read_articles_many
from onrecord.records import Article, Reading
from onrecord.settings import Settings
from onrecord.sources import SourceFailure, article_from_text, read_articles

PATH_MAX_CHARS = 1000
_LOOKS_LIKE_A_SOURCE = re.compile(r"[a-z]+://\S+|\S+\.(?:txt|html?|md|markdown|jsonl|csv|json)", re.IGNORECASE)


def read(source: str | Path | Article, *, settings: Settings | None = None) -> Reading:
    """The reading of one article.

    Args:
        source: an `Article`; a path; an http(s) address; or the text itself. A string without a line break that names an existing
            file is taken for a path, and so is one without a space that ends as a file's name does (`story.html`).
        settings: what the reader is built from; a reader is kept for the next call with equal settings.

    Raises:
        SourceError: there is no article there, or more than one (use `read_many`).
        SettingsError: a stage is unknown or not installed.
    """
    if not isinstance(source, Article):
        source = _one_article(source)
    return _reader(settings or Settings()).read(source)


def read_many(
    sources: str | Path | Iterable[str | Path | Article], *, settings: Settings | None = None, jobs: int = 1
) -> Iterator[Reading]:
    """Readings one by one, in the order of the sources; nothing is held but what is being read.

    Args:
        sources: articles, files, folders, globs or http(s) addresses. A file may hold many articles (JSONL, CSV).
        settings: what the reader is built from.
        jobs: worker processes. In a script, call it under `if __name__ == "__main__":` when it is more than 1.

    Raises:
        SourceError: one of them cannot be read; to go on over bad ones, use `onrecord.sources.read_articles` yourself.
        SettingsError: a stage is unknown or not installed, or jobs is under 1.
    """
    if isinstance(sources, str | Path):
        sources = [sources]
    return read_articles_many(_articles(sources), settings, jobs=jobs)


def _articles(sources: Iterable[str | Path | Article]) -> Iterator[Article]:
    for source in sources:
        if isinstance(source, Article):
            yield source
            continue
        for item in read_articles([source]):
            if isinstance(item, SourceFailure):
                raise SourceError(f"{item.where}: {item.error}")
            yield item


def _one_article(source: str | Path) -> Article:
    if isinstance(source, str) and not _names_a_source(source):
        return article_from_text(source)
    articles = _articles([source])
    article = next(articles, None)
    if article is None:
        raise SourceError(f"{source}: no article there")
    if next(articles, None) is not None:
        raise SourceError(f"{source} holds more than one article; use onrecord.read_many")
    return article


def _names_a_source(text: str) -> bool:
    if "\n" in text or "\0" in text or not 0 < len(text) <= PATH_MAX_CHARS:
        return False
    if _LOOKS_LIKE_A_SOURCE.fullmatch(text):
        return True
    try:
        return Path(text).exists()
    except OSError:
        return False


@lru_cache(maxsize=2)
def _reader(settings: Settings) -> Reader:
    return Reader(settings)
