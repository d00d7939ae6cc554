"""Bytes, rows, files and addresses -> articles, as a stream; what gives no article gives a failure."""

from __future__ import annotations

from onrecord.sources.files import article_from_bytes, article_from_html, article_from_text, read_articles
from onrecord.sources.limits import Limits, SourceFailure

__all__ = ["Limits", "SourceFailure", "article_from_bytes", "article_from_html", "article_from_text", "read_articles"]
