"""Inputs of every form -> a stream of articles and failures: opens, sniffs, and hands over to the module of the form."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources import html, markdown, tables
from onrecord.sources.articles import Facts, build_article
from onrecord.sources.decode import IS_BINARY, check_magic, decode, is_wide
from onrecord.sources.fetch import fetch, without_login
from onrecord.sources.forms import HEAD_BYTES, Form, find_form, is_row
from onrecord.sources.limits import DEFAULT_LIMITS, Limits, SourceFailure
from onrecord.sources.paths import STDIN, Input, expand_inputs

_READERS: Mapping[Form, Callable[[str, Facts, Limits], Article]] = {
    "text": build_article,
    "html": html.read_html,
    "markdown": markdown.read_markdown,
}
_TABLES = {"jsonl": tables.read_jsonl, "csv": tables.read_csv}
_NO_ARTICLE: Mapping[Form, str] = {
    "json": "one JSON document, not rows: write one object a line, for instance with `jq -c '.[]' FILE > FILE.jsonl`",
    "feed": "a feed or sitemap, not an article: give the addresses it lists",
    "jsonl": "rows, not one article: read them with read_articles",
    "csv": "rows, not one article: read them with read_articles",
}


def read_articles(inputs: Iterable[str | Path], *, limits: Limits = DEFAULT_LIMITS) -> Iterator[Article | SourceFailure]:
    """Every article of the inputs, in their order, one at a time; what cannot be read comes as a failure in its place.

    One article is in memory at a time: a JSONL file of any length streams.

    Args:
        inputs: files, directories, glob patterns, http(s) addresses, or `-` for standard input; see `expand_inputs` for what a
            directory gives.

    Raises:
        SourceError: there is no input, or there is only one and it is a missing path, a pattern without a match or a directory
            without files. Raised by the call itself, before anything is read. Among several inputs the same is a failure, so that
            a long run does not end at one path.
    """
    given = iter([inputs] if isinstance(inputs, (str, Path)) else inputs)
    first = list(islice(given, 2))
    if not first:
        raise SourceError("nothing to read: give a file, a directory, an address, or - for standard input")
    items = expand_inputs(chain(first, given))
    if len(first) == 1:
        head = next(items)
        if isinstance(head, SourceFailure):
            raise SourceError(f"{head.where}: {head.error}")
        items = chain([head], items)
    return (found for item in items for found in _read_item(item, limits))


def article_from_text(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """An article from a plain text, which is kept word for word (`\\r\\n` becomes `\\n`).

    Args:
        id: made from the address, or else from the text, when not given.
        title: put before the text as its first paragraph if it is not its first line already.
        published: see `parse_date`.

    Raises:
        SourceError: no text, NUL in it, more than `limits.max_chars` characters, or a date that is none.
    """
    facts = Facts(id=id, title=title, headline=title, published=published, outlet=outlet, url=url)
    return build_article(text, facts, limits)


def article_from_html(
    page: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """An article from an HTML page; what is given goes before what the page says. `url` also resolves relative links.

    Raises:
        SourceError: no article's text on the page, too much of it, or a date that is none.
    """
    facts = Facts(id=id, title=title, published=published, outlet=outlet, url=url)
    return html.read_html(page, facts, limits)


def article_from_bytes(
    data: bytes,
    name: str = "",
    *,
    charset: str | None = None,
    url: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """An article from the bytes of a text, HTML or Markdown file.

    Args:
        name: the file's name; its extension helps where the content leaves the form open, and messages begin with it.
        charset: what a server declares; see `decode` for when it counts.
        url: where the bytes are from.

    Raises:
        SourceError: binary data, an unknown encoding, rows instead of an article, no text, too much of it.
    """
    try:
        return _article(data, name, Facts(url=url), charset, limits)
    except SourceError as error:
        raise SourceError(f"{name or 'input'}: {error}") from error


def _article(data: bytes, name: str, facts: Facts, charset: str | None, limits: Limits) -> Article:
    form = find_form(data[:HEAD_BYTES], name)
    if form in _NO_ARTICLE:
        decode(data[:HEAD_BYTES], "latin-1")  # binary data that begins like rows is binary data
        raise SourceError(_NO_ARTICLE[form])
    source = decode(data, charset or (html.declared_charset(data) if form == "html" else None))
    return _READERS[form](source, facts, limits)


def _read_item(item: Input | SourceFailure, limits: Limits) -> Iterator[Article | SourceFailure]:
    """The articles of one input; everything that can be wrong with it ends here as a failure."""
    if isinstance(item, SourceFailure):
        yield item
        return
    where = "<stdin>" if item.name == STDIN else without_login(item.name) if item.is_url else item.name
    try:
        if item.is_url:
            page = fetch(item.name, limits)
            end = without_login(page.url)
            facts = Facts(url=where, canonical_url=end if end != where else None)
            yield _article(page.data, where.split("?")[0], facts, page.charset, limits)
        elif item.name == STDIN:
            yield from _read_stream(cast(BinaryIO, getattr(sys.stdin, "buffer", sys.stdin)), where, limits)
        else:
            with Path(item.name).open("rb") as stream:
                yield from _read_stream(stream, where, limits)
    except SourceError as error:
        yield SourceFailure(where, str(error))
    except OSError as error:
        yield SourceFailure(where, f"cannot be read ({error.strerror or error}): check the path and its permissions")


def _read_stream(stream: BinaryIO, where: str, limits: Limits) -> Iterator[Article | SourceFailure]:
    head = stream.readline(HEAD_BYTES)  # a row is read as soon as it has come, so that a pipe streams
    if not is_row(head.decode("utf-8", "replace").removeprefix("\ufeff")):
        head += stream.read(HEAD_BYTES)
    form = find_form(head, where)
    if form not in _TABLES:
        data = head + stream.read(limits.max_file_bytes + 1 - len(head)) if len(head) <= limits.max_file_bytes else head
        if len(data) > limits.max_file_bytes:
            check_magic(head)
            raise SourceError(f"more than {limits.max_file_bytes:,} bytes: split it into its articles, for instance as JSONL")
        yield _article(data, where, Facts(), None, limits)
        return
    _check_table(head)
    yield from _TABLES[form](cast(BinaryIO, io.BufferedReader(_Rest(head, stream), HEAD_BYTES)), where, limits)


def _check_table(head: bytes) -> None:
    check_magic(head)
    if is_wide(head):
        raise SourceError("a table in UTF-16 or UTF-32: convert it first, for instance with `iconv -f UTF-16 -t UTF-8`")
    if b"\x00" in head:
        raise SourceError(IS_BINARY)


class _Rest(io.RawIOBase):
    """A stream whose first bytes have been read already, from its beginning."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or self._read(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)

    def _read(self, size: int) -> bytes:
        return self._stream.read1(size) if hasattr(self._stream, "read1") else self._stream.read(size)
