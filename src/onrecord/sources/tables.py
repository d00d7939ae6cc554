"""Rows (JSONL, CSV) -> Articles, one line at a time: a bad row is a failure with its line number, and the next is read."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from onrecord.contract import replace_surrogates
from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources.articles import Facts, build_article
from onrecord.sources.decode import decode_line
from onrecord.sources.limits import DEFAULT_LIMITS, Limits, SourceFailure

COLUMNS = ("id", "text", "title", "published", "outlet", "url")
"""What a row may have; `text` it must have. Also taken from JSONL: canonical_url, rewrites_url, language, byline."""

_STRINGS = ("title", "published", "outlet", "url", "canonical_url", "rewrites_url", "language")
_DELIMITERS = (",", "\t", ";")


def read_jsonl(stream: BinaryIO, where: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Article | SourceFailure]:
    """An article or a failure for each line with something on it, in order; holds one line in memory.

    A row is an object `{"id", "text", "title", "published", "outlet", "url"}`, in UTF-8; all but `text` may be missing or
    null, and other members are passed over. A title that is not the first line of the text is put before it as
    a paragraph of its own (the headline).
    """
    return _articles(_json_rows(stream, limits), where, limits)


def read_csv(stream: BinaryIO, where: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Article | SourceFailure]:
    """The same for comma-, semicolon- or tab-separated rows below a header that names the columns of `COLUMNS`."""
    return _articles(_csv_rows(stream, limits), where, limits)


def find_delimiter(header: str) -> str | None:
    """The mark that divides a header with `text` and at least one more known column; `None` when it is no such header."""
    for delimiter in _DELIMITERS:
        names = _names(header, delimiter)
        if "text" in names and len(set(names) & set(COLUMNS)) > 1:
            return delimiter
    return None


def _names(header: str, delimiter: str) -> list[str]:
    return [name.strip().strip('"').lower() for name in header.split(delimiter)]


_Row = tuple[int, Callable[[], Mapping[str, Any]]]
"""A row's first line, counted from 1, and what makes it or raises SourceError."""


def _articles(rows: Iterable[_Row], where: str, limits: Limits) -> Iterator[Article | SourceFailure]:
    found = False
    for number, make in rows:
        found = True
        try:
            yield build_article(*_facts(make()), limits)
        except SourceError as error:
            yield SourceFailure(f"{where}:{number}", str(error))
    if not found:
        yield SourceFailure(where, 'a table without rows: write one {"text": ...} a line, or a row below the header')


def _json_rows(stream: BinaryIO, limits: Limits) -> Iterator[_Row]:
    for number, line in _lines(stream, limits):
        if line is None or line.strip():
            yield number, lambda line=line: _json_row(line, limits)  # type: ignore[misc]


def _lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; `None` for one over the cap, whose rest is read and let go."""
    number = 0
    while line := stream.readline(limits.max_line_bytes + 1):
        number += 1
        if len(line) > limits.max_line_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            yield number, None
        else:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _json_row(line: bytes | None, limits: Limits) -> Mapping[str, Any]:
    if line is None:
        raise SourceError(f"a line of more than {limits.max_line_bytes:,} bytes: split it into one article a line")
    text = decode_line(line)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = f" ({error.msg} at character {error.pos + 1})" if isinstance(error, json.JSONDecodeError) else ""
        raise SourceError(f'not JSON{reason}: write one object a line, such as {{"text": "..."}}') from None
    if not isinstance(row, dict):
        raise SourceError(f'not a JSON object but {_kind(row)}: write one object a line, such as {{"text": "..."}}')
    return row


def _csv_rows(stream: BinaryIO, limits: Limits) -> Iterator[_Row]:
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_line_bytes))  # the module's own cap is 131,072
    lines = (line or b"" for _, line in _lines(stream, limits))
    texts = (line.decode("utf-8", "surrogateescape") for line in lines)
    header = next(texts, "")
    delimiter = next((mark for mark in _DELIMITERS if "text" in _names(header, mark)), ",")
    names = _names(header, delimiter)
    if header.strip() and "text" not in names:
        have = replace_surrogates(", ".join(names)[:200])
        yield 1, lambda: _raise(f'no column "text" in the header (it has {have}): name the column with the articles so')
        return
    reader = csv.reader(texts, delimiter=delimiter, strict=True)  # else a stray quotation mark garbles a text without a word
    while True:
        number = reader.line_num + 2  # the header is line 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = _wrong_quotes(error, number, reader.line_num + 1)
            yield number, lambda message=message: _raise(message)  # type: ignore[misc]
            continue
        if cells:
            yield number, lambda cells=cells: _csv_row(names, cells)  # type: ignore[misc]


def _wrong_quotes(error: csv.Error, first: int, last: int) -> str:
    lines = f"lines {first} to {last} are" if last > first else "the line is"
    return f"{lines} not CSV ({error}): write a quotation mark inside a quoted text twice, and close each one"


def _raise(message: str) -> Mapping[str, Any]:
    raise SourceError(message)


def _csv_row(names: list[str], cells: list[str]) -> Mapping[str, Any]:
    if len(cells) > len(names):
        raise SourceError(f"{len(cells)} cells below a header of {len(names)}: put texts with separators in quotation marks")
    row = {name: cell for name, cell in zip(names, cells, strict=False) if name in COLUMNS and cell}
    for cell in row.values():
        decode_line(cell.encode("utf-8", "surrogateescape"))
    return row


def _facts(row: Mapping[str, Any]) -> tuple[str, Facts]:
    text = row.get("text")
    if text is None:
        have = ", ".join(sorted(str(name) for name, value in row.items() if value is not None)[:10]) or "nothing"
        raise SourceError(f'no "text" in this row (it has {have}): put the article\'s text there')
    id_ = row.get("id")
    is_number = isinstance(id_, int) and not isinstance(id_, bool)
    values = {"text": text, "id": str(id_) if is_number else id_} | {name: row.get(name) for name in _STRINGS}
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise SourceError(_wrong(name, value))
    known: dict[str, Any] = {name: value for name, value in values.items() if name != "text" and value and value.strip()}
    return text, Facts(**known, headline=known.get("title"), byline=_byline(row.get("byline")))


def _byline(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise SourceError(_wrong("byline", value))
    return tuple(name for name in names if name.strip())


def _wrong(name: str, value: object) -> str:
    return f'"{name}" must be a string, and is {_kind(value)}'


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list", dict: "an object"}
    return names.get(type(value), "null")
