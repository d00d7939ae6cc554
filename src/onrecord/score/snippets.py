"""A snippet of an annotated paragraph -> where it stands in the article's text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.errors import GoldError
from onrecord.records import Span

_LABEL = re.compile(r"([a-z]\d+): ?")


def find_snippet(text: str, paragraphs: Mapping[str, Span], label: str, snippet: str) -> tuple[Span, ...]:
    """Spans of a field's pieces, parted by ` // `, in the order given.

    A piece stands in the paragraph `label`, or in the one it names itself (`p4: ...`); ` ~ ` stands for all between;
    square brackets mark the piece inside a longer context. A piece must be found exactly once, at word borders.

    Raises:
        GoldError: no such paragraph, or a piece is found never or more than once.
    """
    spans = []
    for piece in snippet.split(" // "):
        own = label
        if match := _LABEL.match(piece):
            own, piece = match.group(1), piece[match.end() :]
        if own not in paragraphs:
            raise GoldError(f"no paragraph {own!r}")
        spans.append(_find_piece(text, paragraphs[own], piece.strip(), own))
    return tuple(spans)


def _find_piece(text: str, paragraph: Span, piece: str, label: str) -> Span:
    pattern = re.compile(f"(?=({_pattern(piece)}))", re.S)
    body = text[paragraph.start : paragraph.end]
    found = list(pattern.finditer(body))
    if len(found) != 1:
        how = "not found" if not found else f"found {len(found)} times"
        raise GoldError(f"{how} in {label}: {piece!r}; a snippet must occur once: put it in [brackets] inside more context")
    start, end = found[0].span("target")
    return Span(paragraph.start + start, paragraph.start + end)


def _pattern(piece: str) -> str:
    before, opened, rest = piece.partition("[")
    target, closed, after = rest.partition("]")
    if not (opened and closed):
        before, target, after = "", piece, ""
    whole = before + target + after
    left = r"(?<!\w)" if whole[:1].isalnum() else ""
    right = r"(?!\w)" if whole[-1:].isalnum() else ""
    inner_left = r"(?<!\w)" if target[:1].isalnum() else ""
    inner_right = r"(?!\w)" if target[-1:].isalnum() else ""
    return f"{left}{_gaps(before)}{inner_left}(?P<target>{_gaps(target)}){inner_right}{_gaps(after)}{right}"


def _gaps(piece: str) -> str:
    return ".*?".join(re.escape(part) for part in re.split(r" ~ ", piece))
