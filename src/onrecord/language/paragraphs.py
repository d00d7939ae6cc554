"""A text -> the spans of its paragraphs, hard-wrapped lines joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.records import Span

# Every line boundary of str.splitlines, so that no parser sees one inside a paragraph.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile(r"(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s")

WRAP_MIN_CHARS = 55
"""A block counts as hard-wrapped when all its lines but the last are at least this long, and near one another."""

WRAP_SLACK_CHARS = 25
MAX_PIECE_CHARS = 20_000
"""A paragraph longer than this is cut at a sentence's end for the parser, whose memory grows with its input."""

MAX_WORD_CHARS = 500
"""Signs without white space between them are cut after so many: the tokenizer takes marks off a word's ends one by one, so that
its time grows with the square of their number."""

_LONG_WORD = re.compile(rf"\S{{{MAX_WORD_CHARS}}}")


def split_paragraphs(text: str, breaks: Sequence[int] = ()) -> list[Span]:
    """Spans of the paragraphs of a text, without the white space around them, in text order.

    A line break ends a paragraph, except inside a block of hard-wrapped lines (all but the last of nearly one length), which
    is one paragraph. Paragraphs longer than `MAX_PIECE_CHARS` and words longer than `MAX_WORD_CHARS` are cut, and all paragraphs
    at the code points of `breaks`.
    """
    spans: list[Span] = []
    for start, end in _pieces(text, 0, len(text), _BLANK):
        lines = [line for line in _pieces(text, start, end, _BREAK) if text[line[0] : line[1]].strip()]
        if _is_hard_wrapped(lines):
            lines = [(lines[0][0], lines[-1][1])]
        for begin, stop in lines:
            long_words = (match.end() for match in _LONG_WORD.finditer(text, begin, stop))
            inner = {at for at in (*breaks, *long_words) if begin < at < stop}
            for piece in pairwise([begin, *sorted(inner), stop]):
                spans.extend(_cut(text, *piece))
    return spans


class Collapsed(NamedTuple):
    """A piece of text whose runs of white space are one space each, and the way back to the article's offsets."""

    text: str
    at: list[int]
    shift: list[int]

    def offset(self, index: int) -> int:
        """The article's offset of a character of `text`."""
        return index + self.shift[bisect_right(self.at, index) - 1]


def collapse_spaces(text: str, span: Span) -> Collapsed:
    """The piece of `text` with every run of white space made one space."""
    piece = text[span.start : span.end]
    parts: list[str] = []
    at, shift = [0], [span.start]
    done = size = 0
    for match in _SPACES.finditer(piece):
        if match.group() == " ":
            continue
        parts.append(piece[done : match.start()] + " ")
        size += match.start() - done + 1
        done = match.end()
        at.append(size)
        shift.append(span.start + done - size)
    parts.append(piece[done:])
    return Collapsed("".join(parts), at, shift)


def _pieces(text: str, start: int, end: int, breaks: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces, position = [], start
    for match in breaks.finditer(text, start, end):
        pieces.append((position, match.start()))
        position = match.end()
    pieces.append((position, end))
    return pieces


def _is_hard_wrapped(lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 3:
        return False
    lengths = [end - start for start, end in lines]
    body = lengths[:-1]
    return min(body) >= WRAP_MIN_CHARS and max(body) - min(body) <= WRAP_SLACK_CHARS and lengths[-1] <= max(body)


def _cut(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    while start < end:
        stop = end
        if end - start > MAX_PIECE_CHARS:
            ends = [match.end() for match in _SENTENCE_END.finditer(text, start, start + MAX_PIECE_CHARS)]
            space = text.rfind(" ", start + 1, start + MAX_PIECE_CHARS)
            stop = ends[-1] if ends else space if space > start else start + MAX_PIECE_CHARS
        piece = text[start:stop]
        stripped = piece.strip()
        if stripped:
            left = start + len(piece) - len(piece.lstrip())
            spans.append(Span(left, left + len(stripped)))
        start = stop
    return spans
