"""A Markdown document -> Article: the text a reader of the rendered document sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources.articles import Facts, build_article, join_paragraphs
from onrecord.sources.limits import DEFAULT_LIMITS, Limits
from onrecord.sources.sections import is_original_link

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(\w+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_ENTRIES = {"id": "id", "title": "title", "date": "published", "published": "published", "outlet": "outlet", "url": "url"}
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_TEXTS = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": "\n", "html_inline": ""}


class _Paragraph(NamedTuple):
    text: str
    is_quote: bool
    is_title: bool
    link: str | None


def read_markdown(source: str, facts: Facts, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of a Markdown document: rendered paragraphs divided by empty lines, marks of layout gone.

    A heading that opens the document is its headline; block quotations are sections of kind `quote`. Lines `title: ...`,
    `date: ...`, `outlet: ...`, `url: ...` between two `---` at the top are read as what is known about it, after `facts`.

    Raises:
        SourceError: no text, too much of it, or a bad date.
    """
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    if len(source) > limits.max_chars * 2:  # before the parser, which is slow on a huge line
        return build_article(source, facts, limits)
    facts, source = _take_front_matter(facts, source)
    paragraphs = list(_paragraphs(_tokens(source)))
    title = paragraphs[0].text if paragraphs and paragraphs[0].is_title else None
    original = next((part.link for part in paragraphs if part.link and is_original_link(part.text)), None)
    text, quotes = join_paragraphs((part.text, part.is_quote) for part in paragraphs)
    known = replace(
        facts,
        title=facts.title or title,
        headline=title or facts.title,
        quotes=quotes,
        rewrites_url=facts.rewrites_url or original,
    )
    return build_article(text, known, limits)


def _take_front_matter(facts: Facts, source: str) -> tuple[Facts, str]:
    match = _FRONT_MATTER.match(source)
    if match is None:
        return facts, source
    entries = [(_ENTRIES[name], value.strip("\"'")) for name, value in _ENTRY.findall(match[1]) if name in _ENTRIES]
    new: dict[str, Any] = {name: value for name, value in entries if value and not getattr(facts, name)}
    return replace(facts, **new), source[match.end() :]


def _tokens(source: str) -> list[Token]:
    from markdown_it import MarkdownIt

    try:
        return MarkdownIt("commonmark").enable("table").parse(source)
    except Exception as error:  # another library on arbitrary text: whatever it trips over is this document's failure
        raise SourceError(
            f"a Markdown document that cannot be rendered ({type(error).__name__}): save it as plain text"
        ) from error


def _paragraphs(tokens: Iterable[Token]) -> Iterator[_Paragraph]:
    depth, is_heading, first = 0, False, True
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        is_heading = token.type == "heading_open" or (is_heading and token.type == "inline")
        text = _text(token)
        text = "\n".join(line for line in (line.strip() for line in text.split("\n")) if line)
        if text:
            yield _Paragraph(text, depth > 0, is_heading and first, _link(token))
            first = False


def _text(token: Token) -> str:
    if token.type == "inline":
        return "".join(_TEXTS.get(child.type, "") or _own(child) for child in token.children or ())
    if token.type in ("fence", "code_block"):
        return token.content
    return _TAG.sub("", token.content) if token.type == "html_block" else ""


def _own(token: Token) -> str:
    return token.content if token.type in ("text", "code_inline") else ""


def _link(token: Token) -> str | None:
    links = (child.attrGet("href") for child in token.children or () if child.type == "link_open")
    return next((str(link) for link in links if str(link).startswith(("http://", "https://"))), None)
