"""A file's first bytes and its name -> the form it is in; the content goes before the name's extension."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal

from onrecord.sources.decode import decode_head
from onrecord.sources.tables import find_delimiter

Form = Literal["text", "html", "markdown", "jsonl", "csv", "json", "feed"]

HEAD_BYTES = 65_536

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.I | re.S)
_TAG = re.compile(r"</?(?:html|head|body|p|div|article|section|span|h[1-6]|br|a|table|meta|title)\b[^<>]*>", re.IGNORECASE)
_HTML_MIN_TAGS = 3
_JSON = re.compile(r"\s*(?:\[\s*(?:\{|\])|\{\s*(?:\"|\}))")
_MARKDOWN = re.compile(r"\s*(?:#{1,6} \S|---[ \t]*\r?\n\w+:)")
_TABLES: dict[str, Form] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv"}
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")


def find_form(head: bytes, name: str = "") -> Form:
    """The form of a file that begins with `head` (up to `HEAD_BYTES`); plain text when nothing speaks for another.

    An HTML page called `news.txt` is HTML, rows called `news.txt` are rows. The extension settles only what content leaves open:
    Markdown or plain text, bad rows or plain text, a piece of HTML or plain text with tags in it.
    """
    text = decode_head(head)
    suffix = PurePath(name).suffix.lower()
    if _HTML.match(text):
        return "html"
    if _FEED.match(text):
        return "feed"
    first = text.lstrip().split("\n", 1)[0].strip()
    return _table_form(text, first, suffix) or _page_form(text, suffix)


def is_row(line: str) -> bool:
    """Whether a line is a JSON object."""
    try:
        return line.lstrip().startswith("{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _table_form(text: str, first: str, suffix: str) -> Form | None:
    if is_row(first):
        return "jsonl"
    if find_delimiter(first):
        return "csv"
    if suffix in _TABLES:
        return _TABLES[suffix]
    if _JSON.match(text) and (suffix == ".json" or not first.strip("[{ ")):
        return "json"
    # A first row longer than the head cannot be parsed yet; nothing but a row begins so.
    return "jsonl" if re.match(r'\{"(?:id|text|title|published|outlet|url)":', first) else None


def _page_form(text: str, suffix: str) -> Form:
    n_tags = len(_TAG.findall(text))
    if n_tags >= _HTML_MIN_TAGS and (
        suffix in _HTML_SUFFIXES or (text.lstrip().startswith("<") and suffix not in _MARKDOWN_SUFFIXES)
    ):
        return "html"
    if suffix in _HTML_SUFFIXES and n_tags:
        return "html"
    return "markdown" if suffix in _MARKDOWN_SUFFIXES or (suffix != ".txt" and _MARKDOWN.match(text)) else "text"
