"""Pieces that measure or repeat -> durations and sets ("more than two years", "every Monday"), and vague references ("now")."""

from __future__ import annotations

from onrecord.times.days import duration_value
from onrecord.times.relative_dates import quantity
from onrecord.times.scene import Draft, Piece, Scene

REFERENCES = (
    ("PAST_REF", ("past", "recently", "long ago", "time ago", "while ago", "lately")),
    ("FUTURE_REF", ("future", "soon", "shortly", "term")),
)
"""Values of vague references by a word in them; all others speak of the present."""

NOT_BEFORE_UNIT = frozenset({"JJ", "NN", "VBG", "NNP", "JJR", "JJS"})


def duration(scene: Scene, piece: Piece) -> Draft | None:
    """ "two and a half years", "several weeks", "a 12-hour", "half an hour", "decades"; "15 a year" is a set."""
    token, unit = next(piece.tokens("UNIT", "UNITS", "PART"), (piece.end - 1, "D"))
    parse = piece.parse
    if parse.words[piece.end : piece.end + 2] in (["-", "long"], ["‑", "long"]):
        return piece.cut(token, piece.end + 2).draft("DURATION", duration_value("X" if piece.get("UNITS") else "1", unit))
    if parse.lower[piece.end : piece.end + 2] == ["-", "to"] or parse.lower[piece.start - 2 : piece.start] == ["to", "-"]:
        return None  # "day-to-day"
    if piece.has("quarter") and piece.has("century"):
        return piece.draft("DURATION", "P25Y")
    if not _is_measure(piece, token, unit):
        return None
    if piece.words[0] in ("a", "an") and piece.end - piece.start == 2 and _is_rate(piece):
        return piece.draft("SET", duration_value("1", unit))
    if piece.get("UNIT") and unit in ("WE", "3M") and piece.words[0] in ("a", "an", "the", "about"):
        return None
    if piece.end - piece.start == 1 and piece.start and parse.tags[piece.start - 1] in NOT_BEFORE_UNIT:
        return None
    if unit == "WE" and piece.has("the", "entire", "all", "whole"):
        return None
    if piece.get("PART") and not piece.get("UNIT", "UNITS"):
        return piece.draft("DURATION", "PT1" + "D")
    if piece.has("entire", "whole") and piece.words[0] == "the" and not piece.get("NUM", "NUMW", "UNITS"):
        return piece.draft("DURATION", duration_value("1", unit))
    number, _ = quantity(piece)
    if number == "0":
        return None
    return piece.draft("DURATION", duration_value(number, unit))


def _is_measure(piece: Piece, token: int, unit: str) -> bool:
    """Whether the unit is one here: no ordinal ("a second carrier"), no fraction ("a quarter of"), no verb, no minutes kept."""
    parse = piece.parse
    if parse.tags[token] not in ("NN", "NNS", "NNP", "NNPS", "CD") and not (parse.tags[token] == "JJ" and unit == "Y"):
        return False
    if parse.lower[token] == "second" and (not piece.get("NUM", "NUMW", "HYPHEN") or piece.has("a")):
        return False
    after = parse.lower[token + 1] if token + 1 < len(parse) else ""
    return not (unit == "3M" and (after == "of" or not piece.get("NUM", "NUMW") or (piece.has("three") and piece.get("HYPHEN"))))


def _is_rate(piece: Piece) -> bool:
    """Whether "a year" says how often: after a number or a sum of money or its noun ("15 a year", "$2 billion a year")."""
    parse, before = piece.parse, piece.start - 1
    if before < 0 or parse.sentence_of[before] != parse.sentence_of[piece.start]:
        return False
    if parse.lower[before] in ("once", "twice", "times"):
        return True
    if parse.pos[before] == "NUM":
        return True
    counted = parse.pos[before] == "NOUN" and any(parse.labels[c] in ("nummod", "quantmod") for c in parse.children[before])
    return counted and parse.labels[piece.end - 1] == "npadvmod"


def age(scene: Scene, piece: Piece) -> Draft | None:
    """ "42-year-old", "61 years old"."""
    unit = piece.get("UNIT", "UNITS") or "Y"
    number, _ = quantity(piece)
    return piece.draft("DURATION", duration_value(number, unit))


def repeated(scene: Scene, piece: Piece) -> Draft | None:
    """ "daily", "every year", "each Monday", "every two weeks", "twice a week", "Mondays"."""
    word = piece.get("SETWORD")
    if piece.has("weekends", "semi"):
        return piece.draft("SET", "P6M" if word else "XXXX-WXX-WE")
    if word:
        return _set_word(piece, word)
    day = piece.get("WDAY", "WDAYS")
    if day:
        part = piece.get("PART")
        return piece.draft("SET", f"XXXX-WXX-{day}" + (f"T{part}" if part else ""))
    month = piece.get("MONTH")
    if month:
        return piece.draft("SET", f"XXXX-{int(month):02}")
    season = piece.get("SEASON")
    if season:
        return piece.draft("SET", f"XXXX-{season}")
    unit = piece.get("UNIT", "UNITS")
    if unit is None:
        part = piece.get("PART")
        return piece.draft("SET", f"XXXX-XX-XXT{part}") if part else None
    if unit == "D" and piece.get("PART"):
        return piece.draft("SET", f"XXXX-XX-XXT{piece.get('PART')}")
    every = piece.words[0] in ("every", "each")
    number = "2" if every and piece.has("other") else (piece.get("NUM", "NUMW", "ORD") or "1") if every else "1"
    return piece.draft("SET", duration_value(number, unit))


def _set_word(piece: Piece, value: str) -> Draft | None:
    """ "daily", "annual", but not in a title ("the Daily Star")."""
    parse, token = piece.parse, piece.start
    after = token + 1 < len(parse) and parse.tags[token + 1] == "NNP"
    if parse.tags[token].startswith("NNP") or (parse.words[token][:1].isupper() and after):
        return None
    return piece.draft("SET", value)


def reference(scene: Scene, piece: Piece) -> Draft | None:
    """ "now", "currently", "the past", "the near future", "recently", "soon": TIMEX3's vague references, without days."""
    words = " ".join(piece.words)
    if piece.words[-1] == "soon" and piece.parse.lower[min(piece.end, len(piece.parse) - 1)] == "as":
        return None
    if piece.words[-1] in ("past", "future") and not _is_noun_phrase(piece):
        return None
    if piece.words[0] == "in":
        piece = piece.cut(piece.start + 1, piece.end)
    value = next((value for value, keys in REFERENCES if any(key in words for key in keys)), "PRESENT_REF")
    return piece.draft("DATE", value)


def _is_noun_phrase(piece: Piece) -> bool:
    return piece.parse.tags[piece.end - 1] in ("NN", "JJ") and piece.parse.labels[piece.end - 1] not in ("amod", "compound")
