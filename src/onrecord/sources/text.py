"""Plain text -> Article: kept word for word."""

from __future__ import annotations

from onrecord.records import Article
from onrecord.sources.articles import Facts, build_article
from onrecord.sources.limits import DEFAULT_LIMITS, Limits


def read_text(text: str, facts: Facts, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article that a plain text is; see `build_article` for the three things that are changed.

    Raises:
        SourceError: no text, too much of it, or a bad date.
    """
    return build_article(text, facts, limits)
