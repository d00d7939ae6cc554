"""A text -> its sections: headline, summary, body, quote, credit, "read the original" link, commentary, caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.records import Section, SectionKind, Span
from onrecord.sources.datelines import find_dateline

HEADLINE_MAX_CHARS = 220
_CREDIT_LINES = 5
"""A byline or a date stands in the first lines below the headline; further down such a line is a sentence."""

_LINE = re.compile(r"[^\n]+")
_CLOSED = re.compile(r"[.:;,][\"”’')\]»]*$")
_MARKER = re.compile(
    r"\W{0,5}(?:(?:(?:you can |click here to )?(?:read|see|view|find)|continue(?: reading)?)\s+)?(?:(?:the|our|its)\s+)?"
    r"(?:(?:full|complete|whole)?\s*original(?:\s+(?:news|full|source))?(?:\s+(?:article|story|report|post|piece|version|text|source))?"
    r"|(?:full|complete|whole)\s+(?:article|story|report|post|piece|version|text))"
    r"(?:\s+(?:on|at|in|from|by|with)\s+[^.]{1,60})?(?:\s+here)?(?:\s*[:(–—-]*\s*https?://\S+)?\W{0,5}",
    re.IGNORECASE,
)
_MARKER_SIGN = re.compile(
    r"\b(?:read|see|view|find|continue|here|original (?:article|story|report|post|version))\b|https?://", re.I
)
_MARKER_MAX_CHARS = 200
_PICTURE = r"(?:photo(?:graph)?|picture|image)"
_CAPTION_SIGN = re.compile(r"photo|picture|image|caption|video|/|via AP", re.IGNORECASE)
_CAPTION = re.compile(
    rf"\W{{0,5}}(?:(?:file\s+)?(?:{_PICTURE}|caption|video)(?:\s+(?:by|credit|courtesy(?: of)?))?\s*:.*"
    rf"|.{{0,400}}[(\[](?:file )?{_PICTURE}(?:\s*[:/|]|\s+(?:by|credit|courtesy)\b)[^()\[\]]{{0,80}}[)\]]\W{{0,5}}"
    rf"|.{{0,400}}[(\[]file {_PICTURE}[)\]]\W{{0,5}}"
    rf"|.{{0,400}}[.!?…\"”]\s{_PICTURE}(?:\s(?:by|credit))?:\s[^.]{{2,60}}\W{{0,5}}"
    r"|.{0,400}\([^()]{1,60}\b(?:via AP|/AP|/AFP|/Reuters|/Getty(?: Images)?|Photo/[^()]{1,40})\)\W{0,5})",
    re.IGNORECASE,
)
_NAMES = r"[^\W\d_][\w.'’-]*(?:[ ,&]+[^\W_][\w.'’-]*){0,14}"
_BYLINE = re.compile(rf"(?:By|BY)\s+(?P<names>{_NAMES})\W*")
_PERSON = r"[A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){1,3}"
_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
_FROM_LINE = re.compile(rf"From\s+{_PERSON}(?:,? in {_PLACE})(?:(?:,|;|,? and)\s+{_PERSON},? in {_PLACE}){{0,4}}\W*")
_DATE_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last updated|last modified)\b(?=.*\d)\s*(?:on|at)?\W.{4,80}"
    r"|(?:[a-z]+,?\s+)?(?:\d{1,2}\s+[a-z]{3,9}\.?|[a-z]{3,9}\.?\s+\d{1,2}),?\s+\d{4}(?:\W.{0,30})?"
    r"|\d{4}-\d\d-\d\d(?:[T ].{4,25})?)",
    re.IGNORECASE,
)
_TOP_CREDITS = (_BYLINE, _FROM_LINE, _DATE_LINE)
_CREDIT = re.compile(
    r"\W{0,5}(?:(?P<work>(?:additional\s+|further\s+)?(?:reporting|writing|editing|compiled|translated|translation)\s+by\s.{2,200}"
    r"|with\s+(?:files|reporting|additional reporting)\s+(?:from|by)\s.{2,100})"
    r"|(?:source|credit|agencies)s?\s*:\s*.{2,80}"
    r"|(?:©|\(c\)|copyright\s(?:©|\(c\)|\d{4}))\s?.{2,200})",
    re.IGNORECASE,
)
_CREDIT_WORDS = frozenset(
    word
    for words in (
        "additional agencies agency and at bureau by compiled contributed editing files for from further in of reporting",
        "staff the to translated translation wires with writing",
        "al bin da de del der di dos el la van von",
    )
    for word in words.split()
)
_WORD = re.compile(r"[^\W\d_]+")
_AND = re.compile(r"\s*(?:,|&|;|\band\b)\s*")


class _Piece(NamedTuple):
    start: int
    end: int
    kind: SectionKind | None


def find_sections(text: str, *, title: str | None = None, quotes: Iterable[Span] = ()) -> tuple[Section, ...]:
    """The sections of an article's text, in order, without overlap; white space between them belongs to none.

    The first line is the headline when it is the title, or when it stands alone and does not end as a sentence does. A line such
    as "Read the original article here" parts the page: what stands above it is the summary of another page, what stands
    below is commentary. With nothing above or nothing below the rest is body, as it is without such a line. A dateline is a
    credit of its own, so that a section may begin inside a line. Neighbouring lines of one kind are one section.

    Args:
        title: the article's, when known.
        quotes: block quotations that the page marks as such, each covering whole lines.
    """
    lines = [Span(match.start(), match.end()) for match in _LINE.finditer(text) if match.group().strip()]
    pieces = [piece for index, line in enumerate(lines) for piece in _classify(text, lines, index, title)]
    return tuple(_merged(_settle_rest(pieces, tuple(quotes)), text))


def is_original_link(line: str) -> bool:
    """Whether a line only leads to the article that a page retells ("Read the original article here")."""
    line = line.strip()
    return len(line) <= _MARKER_MAX_CHARS and bool(_MARKER_SIGN.search(line)) and bool(_MARKER.fullmatch(line))


def same_words(one: str, other: str) -> bool:
    """Whether two lines are equal but for case, white space and marks."""
    words = [re.sub(r"\W+", " ", line.casefold()).strip() for line in (one, other)]
    return words[0] == words[1]


def find_byline(text: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """The authors in a "By ..." line among the credits, in its order; `()` when there is none."""
    for section in sections:
        for line in text[slice(*section.span)].split("\n") if section.kind == "credit" else ():
            if match := _BYLINE.fullmatch(line.strip()):
                return tuple(name for name in _AND.split(match["names"].strip(" ,")) if name)
    return ()


def _classify(text: str, lines: Sequence[Span], index: int, title: str | None) -> list[_Piece]:
    start, end = lines[index]
    line = text[start:end]
    if index == 0 and _is_headline(text, lines, title):
        return [_Piece(start, end, "headline")]
    kind = _kind_of_line(line.strip(), near_top=index <= _CREDIT_LINES)
    dateline = None if kind else find_dateline(line.lstrip())
    if dateline is None:
        return [_Piece(start, end, kind)]
    cut = start + len(line) - len(line.lstrip()) + dateline.end
    return [_Piece(start, cut, "credit"), *([_Piece(cut, end, None)] if text[cut:end].strip() else [])]


def _kind_of_line(line: str, *, near_top: bool) -> SectionKind | None:
    if is_original_link(line):
        return "original_link"
    if len(line) <= 600 and _CAPTION_SIGN.search(line) and _CAPTION.fullmatch(line):
        return "caption"
    if len(line) <= 300 and _is_credit(line):
        return "credit"
    is_short = near_top and len(line) <= 150 and not line.endswith((".", "?", "!"))
    return "credit" if is_short and any(form.fullmatch(line) for form in _TOP_CREDITS) else None


def _is_credit(line: str) -> bool:
    """Whether a line credits work or a source; "Reporting by the Post showed ..." is a sentence, for its small words."""
    match = _CREDIT.fullmatch(line)
    words = _WORD.findall(match["work"] or "") if match else []
    return match is not None and not any(word[0].islower() and word not in _CREDIT_WORDS for word in words)


def _is_headline(text: str, lines: Sequence[Span], title: str | None) -> bool:
    first = text[slice(*lines[0])].strip()
    if title and same_words(first, title):
        return True
    if len(lines) == 1 or len(first) > HEADLINE_MAX_CHARS or _CLOSED.search(first) or find_dateline(first):
        return False
    gap = text[lines[0].end : lines[1].start]
    if gap.count("\n") > 1:
        return True
    # One paragraph a line: a headline is much shorter than what follows; a hard-wrapped line is about as long.
    return "\n\n" not in text.strip() and len(first) < 0.6 * (lines[1].end - lines[1].start)


def _settle_rest(pieces: Sequence[_Piece], quotes: Sequence[Span]) -> list[_Piece]:
    marker = next((index for index, piece in enumerate(pieces) if piece.kind == "original_link"), None)
    above: SectionKind = "body"
    below: SectionKind = "body"
    if marker is not None and _has_rest(pieces[:marker]) and _has_rest(pieces[marker:]):
        above, below = "summary", "commentary"
    settled = []
    for index, piece in enumerate(pieces):
        kind = piece.kind or (above if marker is None or index < marker else below)
        if piece.kind is None and any(quote.start <= piece.start and piece.end <= quote.end for quote in quotes):
            kind = "quote"
        settled.append(piece._replace(kind=kind))
    return settled


def _has_rest(pieces: Iterable[_Piece]) -> bool:
    return any(piece.kind is None for piece in pieces)


def _merged(pieces: Iterable[_Piece], text: str) -> list[Section]:
    sections: list[Section] = []
    for start, end, kind in pieces:
        piece = text[start:end]
        start, end = end - len(piece.lstrip()), start + len(piece.rstrip())
        assert kind is not None
        if sections and sections[-1].kind == kind and kind not in ("headline", "original_link"):
            start = sections.pop().span.start
        sections.append(Section(kind, Span(start, end)))
    return sections
