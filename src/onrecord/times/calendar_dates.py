"""Pieces that name a day, a weekday, a month or a year -> dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from onrecord.records import Tense
from onrecord.times.days import Days, days_of, shift, third
from onrecord.times.scene import Draft, Piece, Scene, classes_of, dated, knows, relative
from onrecord.times.tense import clause_verb

BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
AHEAD = frozenset({"next", "coming", "following", "upcoming"})


def calendar(scene: Scene, piece: Piece) -> Draft | None:
    """ "March 3, 2022", "3 March", "Monday, Dec. 5", "2022-03-03", "03.12.2022", "7/8/07" (month first)."""
    month = piece.get("MONTH", "MONTHAB")
    if month is None:
        return _written_date(piece)
    day_token, day = next(((t, v) for t, v in piece.tokens("DAYN", "ORD")), (piece.start, ""))
    written = year_of(scene, piece)
    year = None if written is None else f"{written:04}"
    if year is None and day_token == piece.end - 1 and counts_noun(piece, day_token):
        return month_date(scene, piece.cut(piece.start, day_token))
    if not 1 <= int(day) <= 31:
        return None
    if year is not None:
        return dated(piece, f"{year}-{int(month):02}-{int(day):02}")
    return yearless(scene, piece, lambda y: f"{y:04}-{int(month):02}-{int(day):02}", "D")


def _written_date(piece: Piece) -> Draft | None:
    iso = piece.get("ISODATE")
    if iso:
        return dated(piece, iso[:10])
    numbers = [int(n) for n in re.findall(r"\d+", piece.parse.text[slice(*piece.parse.span(piece.start, piece.end))])]
    if len(numbers) < 3:
        return None
    if piece.get("SLASHDATE"):
        month, day, year = numbers[:3]
    elif piece.get("DOTDATE"):
        day, month, year = numbers[:3]
    else:
        year, month, day = numbers[-3:]
    return dated(piece, f"{full_year(year):04}-{month:02}-{day:02}")


def counts_noun(piece: Piece, token: int) -> bool:
    """Whether a number after a month counts what follows ("In May 15 people died")."""
    return piece.parse.labels[token] == "nummod" and piece.parse.heads[token] >= piece.end


def full_year(number: int) -> int:
    """A year of two digits in the century it is most often of: 70 to 99 in the 1900s."""
    return number if number >= 100 else 1900 + number if number >= 70 else 2000 + number


def year_in(piece: Piece) -> str | None:
    """The year written in a piece, as four digits."""
    year = piece.get("YEAR")
    if year:
        return year
    short = piece.get("APOSYEAR") or (piece.get("YY") if piece.get("APOS") else None)
    return f"{full_year(int(short[-2:])):04}" if short else None


def yearless(scene: Scene, piece: Piece, value: Callable[[int], str], grain: str) -> Draft | None:
    """A day or month without its year: the nearest one on the side that the tense gives, else the nearest at all."""
    if not knows(scene, "Y"):
        return piece.draft("DATE", "XXXX" + value(2000)[4:], None)
    today = scene.today
    shared = _shared_year(piece) or _narrated_year(scene, piece)
    if shared is not None:
        return dated(piece, value(shared))
    chosen = nearest((value(year) for year in range(today.year - 4, today.year + 5)), today, scene.tense(piece), grain)
    return dated(piece, chosen, anchor="published") if chosen else None


def _narrated_year(scene: Scene, piece: Piece) -> int | None:
    """The bare year last spoken of in the same paragraph, in a story of the past ("In 2006 he came back. ... In April")."""
    last = scene.last
    if last is None or len(last.value) != 4 or not last.value.isdigit() or int(last.value) >= scene.today.year:
        return None
    paragraphs = piece.parse.paragraph_of
    is_near = (
        paragraphs[last.start] == paragraphs[piece.start]
        and piece.parse.sentence_of[last.start] < piece.parse.sentence_of[piece.start]
    )
    verb = clause_verb(piece.parse, last.start)
    is_near = is_near and verb is not None and piece.parse.labels[verb] == "ROOT"
    return int(last.value) if is_near and scene.tense(piece) == "past" else None


def _shared_year(piece: Piece) -> int | None:
    """The year written at the end of a range only ("from 3 March to 9 April 2022")."""
    parse, start = piece.parse, piece.end
    if start >= len(parse) or parse.lower[start] not in ("to", "and", "until", "through", "-", "–"):
        return None
    words = parse.words[start + 1 : start + 5]
    if not any("MONTH" in classes_of(word) for word in words):
        return None
    return next((int(word) for word in words if "YEAR" in classes_of(word)), None)


FAR_DAYS = 250
NEAR_DAYS = 45
"""A yearless date told of in the past tense but further off than the one gives way to one ahead nearer than the other."""


def nearest(values: Iterable[str], today: date, tense: Tense | None, grain: str) -> str | None:
    """The value nearest to a day: before it in the past tense, after it in the future, on either side otherwise."""
    found = [(value, days) for value in values if (days := days_of(value)) is not None]
    if not found:
        return None
    slack = 2 if grain == "D" else 0
    sided = found
    if tense == "past":
        sided = [(v, d) for v, d in found if (d[0] - today).days <= slack] or found
    elif tense == "future":
        sided = [(v, d) for v, d in found if (today - d[1]).days <= slack] or found
    chosen, any_side = (min(side, key=lambda item: (distance(item[1], today), item[1][0] > today)) for side in (sided, found))
    is_far = tense == "past" and distance(chosen[1], today) > FAR_DAYS and distance(any_side[1], today) <= NEAR_DAYS
    return any_side[0] if is_far else chosen[0]


def distance(days: Days, today: date) -> int:
    """Days between a day and an interval; 0 inside it."""
    return max((days[0] - today).days, (today - days[1]).days, 0)


def month_date(scene: Scene, piece: Piece) -> Draft | None:
    """ "March", "late March 2022", "the end of March", "last May", "October of next year"."""
    token, month = next(piece.tokens("MONTH", "MONTHAB"))
    if not _is_month(piece, token):
        return None

    def value(year: int) -> str:
        return f"{year:04}-{int(month):02}"

    year = year_of(scene, piece)
    rel = rel_before(piece, token)
    if year is not None:
        draft = dated(piece, value(year))
    elif rel is not None and knows(scene, "M"):
        draft = rel_cycle(scene, piece, [value(y) for y in range(scene.today.year - 2, scene.today.year + 3)], rel)
    else:
        draft = yearless(scene, piece, value, "M")
    return with_edge(scene, piece, draft)


def _is_month(piece: Piece, token: int) -> bool:
    """Whether a word that may be a month is one here, and not a verb, a modal or a person's name."""
    parse = piece.parse
    if piece.end - piece.start > 1:
        return True
    if parse.tags[token] not in ("NNP", "NN", "NNPS") or piece.get("MONTHAB"):
        return False
    follows = token + 1 < len(parse) and parse.tags[token + 1] == "NNP" and parse.words[token + 1].istitle()
    is_name = follows and parse.labels[token] == "compound" and parse.heads[token] == token + 1 and parse.labels[token + 1] in (
        "nsubj", "nsubjpass", "appos", "ROOT", "conj",
    )  # fmt: skip
    before = parse.tags[token - 1] if token else ""
    return not is_name and not (
        before == "NNP" and parse.labels[token] in ("nsubj", "nsubjpass") and parse.heads[token - 1] == token
    )


def rel_before(piece: Piece, token: int) -> str | None:
    """The word such as "last" or "next" that stands before a token of the piece."""
    found = [piece.parse.lower[t] for t, _ in piece.tokens("REL") if t < token]
    return found[-1] if found else None


def rel_cycle(scene: Scene, piece: Piece, values: list[str], rel: str) -> Draft | None:
    """The last, this or next one of a value that comes back each year."""
    today = scene.today
    found = [(v, d) for v in values if (d := days_of(v)) is not None]
    if rel in BACK:
        chosen = [v for v, d in found if d[1] < today][-1:]
    elif rel in AHEAD:
        chosen = [v for v, d in found if d[0] > today][:1]
    else:
        chosen = [v for v, _ in found if v[:4] == f"{today.year:04}"]
    return dated(piece, chosen[0], anchor="published") if chosen else None


def year_of(scene: Scene, piece: Piece) -> int | None:
    """The year that a piece names or points to ("of last year", "that year"); `None` when it names none."""
    written = year_in(piece)
    if written is not None:
        return int(written)
    units = [token for token, value in piece.tokens("UNIT") if value == "Y"]
    if not units or piece.parse.lower[units[-1] - 1] not in (BACK | AHEAD | {"this", "that", "same", "current", "the"}):
        return None
    rel = piece.parse.lower[units[-1] - 1]
    if rel in ("that", "same", "the"):
        mentioned = scene.mentioned()
        return mentioned.year if mentioned else scene.today.year
    return scene.today.year + (-1 if rel in BACK else 1 if rel in AHEAD else 0)


def with_edge(scene: Scene, piece: Piece, draft: Draft | None) -> Draft | None:
    """The draft with its days cut to the part that "early", "late", "the end of", "later this" names."""
    if draft is None or draft.days is None:
        return draft
    first, last = draft.days
    edge = edge_of(piece)
    if edge is None or first is None or last is None:
        return draft
    if piece.has("earlier", "later") and first <= scene.today <= last:
        return draft._replace(days=(first, scene.today) if piece.has("earlier") else (scene.today, last))
    if edge == "REST":
        return draft._replace(days=(max(first, min(scene.today, last)), last))
    if edge == "HALF":
        middle = first + (last - first) // 2
        return draft._replace(days=(first, middle) if piece.has("first") else (middle + timedelta(1), last))
    edges = [value for _, value in piece.tokens("EDGE")]
    end = third((first, last), edges[-1] if len(edges) > 1 else edge)[1]  # "mid-to-late": from the one to the other
    return draft._replace(days=(third((first, last), edge)[0], end))


def edge_of(piece: Piece) -> str | None:
    """Which part of a stretch a piece names: START, MID, END, HALF, REST or none."""
    if piece.has("earlier", "later"):
        return "START" if piece.has("earlier") else "END"
    words = piece.get("EDGEYEAR", "EDGEDECADE")
    if words:
        return {"e": "START", "m": "MID", "l": "END"}[words[0].lower()]
    edge = piece.get("EDGE", "EDGENOUN")
    return None if edge == "-" else edge


def weekday(scene: Scene, piece: Piece) -> Draft | None:
    """ "Monday", "last Tuesday", "Tuesday last week": the tense decides for a bare one, past where it does not tell."""
    if piece.words[0] == "following" and piece.parse.pos[piece.start] not in ("ADJ",):
        piece = piece.cut(piece.start + 1, piece.end)  # "Following Monday's debate": a preposition
    number = int(piece.get("WDAY", "WDAYAB") or 1)
    if not scene.is_day_known:
        return piece.draft("DATE", f"XXXX-WXX-{number}")
    rel = rel_before(piece, piece.end) or ""
    today, anchor = scene.today, "published"
    if piece.has("week"):
        monday = today - timedelta(today.weekday()) + timedelta(7 * (-1 if rel in BACK else 1 if rel in AHEAD else 0))
        return relative(scene, piece, monday + timedelta(number - 1), "D")
    mentioned = scene.mentioned()
    if rel in ("following", "previous", "preceding", "same", "that") and mentioned is not None:
        today, anchor = mentioned, "mentioned"
    ahead = (number - 1 - today.weekday()) % 7
    if rel in AHEAD:
        day = shift(today, ahead or 7, "D")
    elif rel in BACK:
        day = shift(today, (ahead or 7) - 7, "D")
    elif (tense := scene.tense(piece)) == "future" or (rel in ("this", "that", "same") and ahead and tense != "past"):
        day = shift(today, ahead, "D")
    else:
        day = shift(today, ahead - 7 if ahead else 0, "D")
    return relative(scene, piece, day, "D", anchor)


def day_range(scene: Scene, piece: Piece) -> Draft | None:
    """ "March 3-5", "3 to 5 March 2022"; the value is the first day."""
    tokens = [(t, v) for t, v in piece.tokens("DAYN", "ORD")]
    month = piece.get("MONTH", "MONTHAB")
    if len(tokens) < 2 or month is None:
        return None
    (_, first), (token, last) = tokens[:2]
    if int(last) <= int(first) or (token == piece.end - 1 and counts_noun(piece, token)):
        return calendar(scene, piece.cut(piece.start, tokens[0][0] + 1)) if piece.name == "day_range_1" else None
    year = year_in(piece)
    draft = (
        dated(piece, f"{year}-{int(month):02}-{int(first):02}")
        if year
        else yearless(scene, piece, lambda y: f"{y:04}-{int(month):02}-{int(first):02}", "D")
    )
    if draft is None or draft.days is None or draft.days[0] is None:
        return draft
    end = shift(draft.days[0], int(last) - int(first), "D")
    return draft._replace(days=(draft.days[0], end if end and end.month == int(month) else draft.days[0]))
