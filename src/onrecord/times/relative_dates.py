"""Pieces that count from another day -> dates: "today", "last week", "two days later", "the previous year", "that month"."""

from __future__ import annotations

from datetime import date

from onrecord.times.calendar_dates import AHEAD, BACK, with_edge
from onrecord.times.days import YEAR_SIZES, duration_value, grain_of, is_finer, shift, value_at
from onrecord.times.scene import Bounds, Draft, Piece, Scene, dated, relative

VAGUE_SIZES = {"few": (2, 5), "several": (3, 8), "couple": (2, 3), "handful": (3, 6), "some": (2, 10), "dozens": (24, 96)}
"""Fewest and most units that a vague quantity is read as."""

FROM_MENTIONED = frozenset(
    {"earlier", "later", "before", "after", "previously", "afterwards", "afterward", "thereafter", "prior", "beforehand"}
)
"""Words that count from the date last spoken of, where there is one."""

TAKES_OBJECT = frozenset({"before", "after", "prior", "later", "earlier"})


def deictic(scene: Scene, piece: Piece) -> Draft | None:
    """ "today", "yesterday", "earlier today", "the day before yesterday"."""
    number = int(piece.get("DEICTIC") or 0)
    if piece.words[:2] == ["the", "day"]:
        number += 1 if piece.has("after") else -1
    return relative(scene, piece, shift(scene.today, number, "D"), "D")


def relative_unit(scene: Scene, piece: Piece) -> Draft | None:
    """ "last week", "next month", "later this year", "the previous quarter", "the week before last", "the end of the year"."""
    token, unit = next(piece.tokens("UNIT", "SEASON", "FALL"), (piece.end - 1, "3M"))
    words = piece.words
    if unit.startswith("T"):
        return None
    if unit == "DE" and piece.has("last", "next", "coming") and scene.is_day_known:
        return _decade_span(scene, piece, ahead=not piece.has("last"))
    if piece.has("before", "after") and words[-1] in ("last", "next"):
        return relative(scene, piece, shift(scene.today, -2 if words[-1] == "last" else 2, unit), unit)
    if words[-1] in ("before", "after") and has_object(piece, piece.end - 1):
        return piece.cut(piece.start, piece.end - 1).draft("DATE", "XXXX-XX-XX") if words[0] == "the" else None
    rel = next((piece.parse.lower[t] for t, _ in reversed([*piece.tokens("REL")]) if t != token), "")
    if not rel and words[-1] in ("previous", "before", "earlier", "after"):
        rel = "previous" if words[-1] != "after" else "following"
    narrated = rel == "next" and words[0] == "the" and scene.tense(piece) == "past"
    day, anchor = _base_day(scene, "following" if narrated else rel, unit)
    if rel in ("that", "same") and anchor == "published":
        return piece.draft("DATE", "XXXX-XX-XX")
    if rel == "past" and words[0] not in ("past", "this") and day is not None and unit not in ("WE", "D"):
        return _past_span(scene, piece, unit)
    number = -1 if rel in BACK else 1 if rel in AHEAD else 0
    if unit == "WE":
        return relative(scene, piece, _weekend(scene, piece, rel, day), "WE", anchor)
    if rel == "past" and unit == "D":
        return None
    draft = with_edge(scene, piece, relative(scene, piece, day and shift(day, number, unit), unit, anchor))
    is_told = anchor == "published" and (narrated or rel == "following") and scene.tense(piece) == "past"
    return _undated(draft) if is_told else draft


def unit_out(scene: Scene, piece: Piece) -> Draft | None:
    """ "before [the year] is out": from the publication to the unit's end."""
    unit, named = piece.get("UNIT") or "Y", piece.cut(piece.start, piece.start + 2)
    is_term = piece.start > 0 and piece.parse.lower[piece.start - 1] in ("before", "until", "till")
    draft = relative(scene, named, scene.today, unit) if is_term and unit in ("W", "M", "Y", "DE") else None
    if draft is None or draft.days is None:
        return draft
    return draft._replace(days=(scene.today, draft.days[1]), is_reference=False)


def year_ago(scene: Scene, piece: Piece) -> Draft | None:
    """ "year-earlier", "year-ago": the year before, counted from the date last spoken of where that is a year."""
    unit = piece.get("UNIT") or "Y"
    base = scene.mentioned() if scene.last is not None and grain_of(scene.last.value[:10]) == unit else None
    day = shift(base or scene.today, -1, unit)
    return relative(scene, piece, day, unit, "mentioned" if base else "published")


def _past_span(scene: Scene, piece: Piece, unit: str) -> Draft:
    """ "the past year" is a stretch up to the publication, not the year before."""
    return piece.draft("DURATION", duration_value("1", unit), (shift(scene.today, -1, unit), scene.today), anchor="published")


def _decade_span(scene: Scene, piece: Piece, *, ahead: bool) -> Draft:
    """ "the last decade", "the next decade": ten years up to the publication or from it."""
    other = shift(scene.today, 10 if ahead else -10, "Y")
    return piece.draft("DURATION", "P1DE", (scene.today, other) if ahead else (other, scene.today), anchor="published")


def _base_day(scene: Scene, rel: str, unit: str) -> tuple[date | None, str]:
    """The day a relative unit counts from: the date last spoken of for "the previous", "that", "the following"."""
    mentioned = scene.mentioned()
    if (
        rel in ("previous", "preceding", "prior", "following", "that", "same")
        and mentioned is not None
        and scene.last is not None
    ):
        grain = grain_of(scene.last.value[:10])
        base = {"2W": "W", "3M": "Q", "6M": "H", "NI": "D"}.get(unit, unit)
        if grain is not None and (grain == base or is_finer(grain, base)):
            return mentioned, "mentioned"
    return scene.today, "published"


def _weekend(scene: Scene, piece: Piece, rel: str, day: date | None) -> date | None:
    if day is None:
        return None
    if rel in BACK:
        return shift(day, -1, "W")
    if rel in AHEAD:
        return shift(day, 1, "W")
    early_and_past = day.weekday() < 4 and scene.tense(piece) == "past"
    return shift(day, -1, "W") if early_and_past else day


def ago(scene: Scene, piece: Piece) -> Draft | None:
    """ "two years ago", "three days earlier", "a few weeks later", "months ago"; of "two days after the raid" only "two days"."""
    last = piece.end - 1
    word, unit = piece.parse.lower[last], _unit(piece)
    if word in TAKES_OBJECT and has_object(piece, last):
        return piece.cut(piece.start, last).draft("DURATION", duration_value(quantity(piece)[0], unit))
    if word == "ago" and piece.parse.lower[last - 1] in ("-", "–"):
        return None
    sign = 1 if piece.get("AGO") == "+" or piece.has("now", "time") or (piece.has("today") and piece.has("from")) else -1
    counts_on = word in FROM_MENTIONED and scene.mentioned() is not None
    base = scene.mentioned() if counts_on else scene.today
    anchor = "mentioned" if counts_on else "published"
    number, sizes = quantity(piece)
    if sign > 0 and not counts_on and base is not None and word in FROM_MENTIONED and scene.tense(piece) == "past":
        return _undated(_later(scene, piece, base, number, sizes, unit))
    if base is None or (not counts_on and not scene.published):
        return piece.draft("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if sizes is not None:
        return _vague(piece, base, sign, sizes, unit, anchor)
    return _counted(scene, piece, base, sign * float(number), unit, anchor)


def _later(scene: Scene, piece: Piece, base: date, number: str, sizes: tuple[int, int] | None, unit: str) -> Draft | None:
    if sizes is not None or not scene.published:
        return piece.draft("DATE", "FUTURE_REF")
    return _counted(scene, piece, base, float(number), unit, "published")


def _undated(draft: Draft | None) -> Draft | None:
    """A draft that counts from a day nobody named ("Two days later troops left" at the start of a story): its days are open."""
    return draft and draft._replace(days=None, anchor=None, is_reference=False)


def _unit(piece: Piece) -> str:
    return next((value for _, value in piece.tokens("UNIT", "UNITS")), "D")


def has_object(piece: Piece, token: int) -> bool:
    """Whether "before" or "after" governs what follows ("two days after the raid"), and is no adverb of its own."""
    parse = piece.parse
    if parse.lower[token] in ("later", "earlier"):
        return token + 1 < len(parse) and parse.lower[token + 1] == "than"
    if parse.lower[token] == "prior":
        return token + 1 < len(parse) and parse.lower[token + 1] == "to"
    children = any(c > token and parse.labels[c] in ("pobj", "pcomp") for c in parse.children[token])
    marks = parse.labels[token] == "mark" and parse.heads[token] > token
    return children or marks or (token + 1 < len(parse) and parse.pos[token + 1] in ("DET", "PRON", "PROPN"))


def _vague(piece: Piece, base: date, sign: int, sizes: tuple[int, int], unit: str, anchor: str) -> Draft:
    near, far = (shift(base, sign * size, unit) for size in sizes)
    days = (far, near) if sign < 0 else (near, far)
    return piece.draft("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", days, anchor=anchor)


def _counted(scene: Scene, piece: Piece, base: date, number: float, unit: str, anchor: str) -> Draft | None:
    if unit.startswith("T"):
        value = duration_value(f"{abs(number):g}", unit)
        day = shift(base, int(number), unit)
        return piece.draft("DURATION", value, (day, day) if scene.is_day_known else None, anchor=anchor)
    if number != int(number) and unit in YEAR_SIZES and unit != "Y":
        number, unit = number * YEAR_SIZES[unit], "Y"
    whole = int(number)
    if number != whole and unit == "Y":
        day, unit = shift(base, int(number * 12), "M"), "M"
    else:
        day = shift(base, whole, unit)
    grain = {"NI": "D", "2W": "W", "WE": "WE", "DE": "Y", "CE": "Y"}.get(unit, unit)
    if anchor == "mentioned" and scene.last is not None and unit == "Y":
        last_grain = grain_of(scene.last.value[:10])
        grain = last_grain if last_grain in ("M", "Q", "H") else grain
    return relative(scene, piece, day, grain, anchor)


def quantity(piece: Piece) -> tuple[str, tuple[int, int] | None]:
    """How many units: the number as TIMEX3 writes it, and the fewest and most units where it is vague ("X")."""
    for word in piece.words:
        if word in VAGUE_SIZES and not (word == "some" and piece.get("NUM", "NUMW")):
            return "X", VAGUE_SIZES[word]
    numbers = [float(v) for _, v in piece.tokens("NUM", "NUMW")]
    if not numbers:
        return _articled(piece)
    if piece.has("to", "or") or (len(numbers) == 2 and piece.get("NUM") and piece.get("HYPHEN")):
        total = numbers[-1]
    else:
        total = compose(numbers)
    if piece.has("half") and piece.has("and"):
        total += 0.5
    return f"{total:g}", None


def _articled(piece: Piece) -> tuple[str, tuple[int, int] | None]:
    """ "a year", "half a year", "a year and a half", bare "years"."""
    if piece.get("UNITS") and not piece.get("ART"):
        return "X", (2, 10)
    if piece.has("half"):
        return ("1.5" if piece.has("and") else "0.5"), None
    if piece.has("few", "many", "number", "countless", "numerous", "various", "multiple") or piece.get("CROWD"):
        return "X", (2, 10)
    return "1", None


def compose(numbers: list[float]) -> float:
    """The number that number words make together: 20 and 5 -> 25, 2 and 100 -> 200, 2 and 12 -> 24."""
    total = 0.0
    for number in numbers:
        if number >= 100 or (number == 12 and total):
            total = (total or 1) * number
        else:
            total += number
    return total


def the_day(scene: Scene, piece: Piece) -> Draft | None:
    """ "that day", "that year": the one last spoken of. "The day", "the year" are left out: they mostly name none."""
    unit = piece.get("UNIT")
    mentioned = scene.mentioned()
    if piece.words[0] != "that" or unit is None or mentioned is None or scene.last is None:
        return None
    if piece.parse.labels[piece.start] != "det":
        return None
    grain = grain_of(scene.last.value[:10])
    if grain is None or (grain != unit and not is_finer(grain, unit)):
        return None
    return dated(piece, value_at(mentioned, unit), anchor="mentioned")


def same_ago(scene: Scene, piece: Piece) -> Draft | None:
    """ "the same month a year ago", "the same period last year": the stretch last spoken of, a year or unit before."""
    if scene.last is None or scene.last.days is None or scene.last.days[0] is None:
        return None
    units = [value for _, value in piece.tokens("UNIT")]
    own = piece.get("UNIT") if piece.words[2] != "period" else None
    grain = {"3M": "Q"}.get(own or "", own) or grain_of(scene.last.value[:10]) or "Y"
    if piece.has("quarter"):
        grain = "Q"
    written = piece.get("YEAR")
    base = scene.last.days[0]
    if written:
        day = shift(base, int(written) - base.year, "Y")
    else:
        year_ahead = piece.has("next", "following")
        day = shift(base, 1 if year_ahead else -1, units[-1] if units else "Y")
    return relative(scene, piece, day, grain, "mentioned")


def span_around(scene: Scene, piece: Piece) -> Draft | None:
    """ "the past two weeks", "the next four years", "recent weeks", "the first three months"."""
    unit = _unit(piece)
    number, sizes = quantity(piece)
    if piece.get("PART") and not piece.get("UNITS"):
        return None
    value = duration_value(number, unit)
    most = sizes[1] if sizes else int(float(number) + 0.5)
    going = piece.get("REL", "GOING") or "0"
    rel = next((piece.parse.lower[t] for t, _ in piece.tokens("REL", "GOING")), "")
    today: date = scene.today
    if not scene.is_day_known or not (going == "past" or rel in BACK | AHEAD):
        return piece.draft("DURATION", value)
    if rel in AHEAD:
        days: Bounds = (today, shift(today, most, unit))
    else:
        days = (shift(today, -most, unit), today)
    return piece.draft("DURATION", value, days, anchor="published")
