"""A text and its paragraphs -> where quotations run, by their marks alone.

The state is taken from the marks and not from tags: a straight mark tagged as opening would swallow what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.records import Span

_OPENERS = {"“": "”", "«": "»", "„": "“”", "‟": "”", "「": "」", "『": "』", "〝": "〞", "＂": "＂"}
_STRAIGHT = {'"', "''", "``", "‘‘", "’’", "＂"}
_MARK = re.compile(r"''|``|‘‘|’’|[\"“”«»„‟「」『』〝〞＂]")
_SINGLE_OPEN = re.compile(r"(?<!\w)[‘'](?=[^\W\d])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…;:])[’'](?!\w)")

SINGLE_MIN_CHARS = 3


class QuotedSpan(NamedTuple):
    """A quotation in code points, marks included; an open one ends with its paragraph."""

    start: int
    end: int
    closed: bool


def find_quotations(text: str, paragraphs: Iterable[Span]) -> list[QuotedSpan]:
    """Outermost quotations between double marks of any kind, in text order, none across a paragraph's end.

    A quotation left open runs to the end of its paragraph (the next one opens again when it continues), so that an odd mark
    costs at most its own paragraph. Where a paragraph has no double mark at all, single marks that open before a word and close
    after one count (British style); apostrophes do not.
    """
    found: list[QuotedSpan] = []
    for paragraph in paragraphs:
        marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
        found.extend(_double(text, paragraph, marks) if marks else _single(text, paragraph))
    return found


def _double(text: str, paragraph: Span, marks: list[re.Match[str]]) -> list[QuotedSpan]:
    found: list[QuotedSpan] = []
    start, closers, depth = -1, "", 0
    for match in marks:
        mark = match.group()
        if start < 0:
            if _may_open(text, match, paragraph):
                start, closers, depth = match.start(), _closers(mark), 0
        elif mark in closers or (mark in _STRAIGHT and closers in _STRAIGHT) or (mark == "”" and closers in _STRAIGHT):
            if depth:
                depth -= 1
            else:
                found.append(QuotedSpan(start, match.end(), True))
                start = -1
        elif mark in _OPENERS and mark not in _STRAIGHT and _OPENERS[mark] == closers and mark != "“":
            depth += 1
    if start >= 0:
        found.append(QuotedSpan(start, paragraph.end, False))
    return found


def _closers(mark: str) -> str:
    if mark == "“":
        return "”\"''’’"
    return _OPENERS.get(mark, '"') if mark not in _STRAIGHT else mark


def _may_open(text: str, match: re.Match[str], paragraph: Span) -> bool:
    mark = match.group()
    if mark in "”»」』〞’’":
        return mark == "»" and text.find("«", match.end(), paragraph.end) >= 0  # German and Danish way: »so«
    if mark in ('"', "''"):
        before = text[match.start() - 1 : match.start()]
        if before.isdigit() and text.find(mark, match.end(), paragraph.end) < 0:
            return False  # 6'2" or a stray inch mark
        return match.end() < paragraph.end
    return True


def _single(text: str, paragraph: Span) -> list[QuotedSpan]:
    found: list[QuotedSpan] = []
    position = paragraph.start
    while opening := _SINGLE_OPEN.search(text, position, paragraph.end):
        closing = _SINGLE_CLOSE.search(text, opening.end() + SINGLE_MIN_CHARS, paragraph.end)
        if not closing:
            break
        inside = text[opening.start() : closing.end()]
        if opening.group() == "'" or closing.group() == "’" or "'" in inside:
            found.append(QuotedSpan(opening.start(), closing.end(), True))
        position = closing.end()
    return found
