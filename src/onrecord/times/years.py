"""Pieces that name a year -> dates: "2014", "mid-2022", "the end of 2019", "'98"; numbers that count something are left out."""

from __future__ import annotations

from onrecord.times.calendar_dates import with_edge, year_in
from onrecord.times.scene import Draft, Piece, Scene, dated

BEFORE_YEAR = frozenset(
    {"in", "since", "from", "of", "until", "till", "by", "between", "and", "to", "through", "during", "after", "before"}
)
"""Words after which a number before 1900 is a year."""


def year(scene: Scene, piece: Piece) -> Draft | None:
    """ "2014", "the year 2014", "mid-2022", "the end of 2019", "'98"; numbers that count or name something else are left out."""
    edged = piece.get("EDGEYEAR")
    value = edged[-4:] if edged else year_in(piece)
    if value is None:
        return None
    if piece.end - piece.start == 1 and not edged and not _is_year(piece, int(value)):
        return None
    if piece.get("APOSYEAR", "APOS") and piece.start and piece.parse.pos[piece.start - 1] not in ("ADP", "DET"):
        return None
    return with_edge(scene, piece, dated(piece, value))


def _is_year(piece: Piece, number: int) -> bool:
    parse, token = piece.parse, piece.start
    before = parse.lower[token - 1] if token else ""
    after = parse.words[token + 1] if token + 1 < len(parse) else ""
    head = parse.heads[token]
    if before in ("$", "€", "£", "#", "no.", "us$", "number", "flight", "some", "about", "than", "nearly", "over", "under"):
        return False
    if after in ("%", "percent", "km", "kilometres", "kilometers", "metres", "meters", "miles", "people"):
        return False
    if after == "-" and parse.ends[token] == parse.starts[token + 1]:
        return False
    owned = token and parse.tags[token - 1] in ("POS", "PRP$")
    counts = parse.labels[token] == "nummod" and head > token and parse.tags[head] == "NNS"
    if counts and not owned and before not in BEFORE_YEAR | {"the", "below", "above"}:
        return False
    if parse.labels[token] == "nummod" and head == token - 1 and parse.pos[head] == "PROPN":
        return False
    return 1900 <= number <= 2100 or before in BEFORE_YEAR
