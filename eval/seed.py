"""The seed page against what a careful analyst takes out of it: attributions, holders, events, parties, sureness, times, notes.

Every figure is a count of gold items that come out right; `gold.json` beside the page says what they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.factuality import load_assessor
from onrecord.language import load_parser
from onrecord.reading import Reader
from onrecord.records import UNNAMED, Actor, Attribution, Event, Reading, Span
from onrecord.sources import article_from_text

Gold = dict[str, Any]
PUBLISHED = "2025-01-05"
"""The day the interview came out; the page itself has no date."""
NEAR = timedelta(days=7)
FIRST_DAYS = ("2022-02-24", "2022-03-15")


@dataclass(frozen=True)
class Page:
    """The page read, with gold attributions and events paired to ours (missing ones are not in the dicts)."""

    gold: Gold
    reading: Reading
    attributions: dict[str, Attribution]
    events: dict[str, Event]

    def actors(self, ids: Sequence[str]) -> list[Actor]:
        """Our actors of these ids."""
        return [actor for actor in self.reading.actors or () if actor.id in ids]


def score_seed(folder: Path, reader: Reader) -> dict[str, float]:
    """Counts of what comes out right, by name."""
    page = read_page(folder, reader)
    return {name: float(count(page)) for name, count in FIGURES.items()}


def read_page(folder: Path, reader: Reader) -> Page:
    """Reads the page as given on the day of the interview and pairs gold with ours."""
    text = (folder / "article.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    reading = reader.read(replace(article_from_text(text), published=PUBLISHED))
    attributions = {a["id"]: found for a in gold["attributions"] if (found := match(a, reading))}
    events = {e["id"]: found for e in gold["events"] if (found := _event_at(e, reading))}
    return Page(gold, reading, attributions, events)


def match(gold: Gold, reading: Reading) -> Attribution | None:
    """Our attribution that is this gold one: half of the content's words, and sources touch (or both are missing)."""
    best, best_share = None, 0.5
    for found in reading.attributions or ():
        theirs, ours = _places(gold["content"]), _places(found.content)
        share = len(theirs & ours) / len(theirs | ours)
        touches = bool(_places(gold["source"]) & _places(found.source)) or (not gold["source"] and not found.source)
        cue = bool(_places(gold["cue"]) & _places(found.cue))
        if touches and share >= 0.5 and share + cue > best_share:
            best, best_share = found, share + cue
    return best


def _places(spans: Sequence[Sequence[int]] | Sequence[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _event_at(gold: Gold, reading: Reading) -> Event | None:
    return next((e for e in reading.events or () if list(e.head) == gold["head"]), None)


def _count_sections(page: Page) -> int:
    ours = [(s.kind, list(s.span)) for s in page.reading.article.sections or ()]
    return sum((s["kind"], s["span"]) in ours for s in page.gold["sections"])


def _holder_right(gold: Gold, found: Attribution) -> bool:
    return (found.holder_name or UNNAMED) == (gold["holder"] or UNNAMED)


def _count_holders(page: Page) -> int:
    return sum(_holder_right(a, page.attributions[a["id"]]) for a in page.gold["attributions"] if a["id"] in page.attributions)


def _count_chains(page: Page) -> int:
    golds = [a for a in page.gold["attributions"] if a["id"] in page.attributions]
    return sum(list(page.attributions[a["id"]].chain) == a["chain"] for a in golds)


def _is_nested(page: Page) -> int:
    inner, outer = page.attributions.get("A03"), page.attributions.get("A02")
    return int(inner is not None and outer is not None and inner.parent == outer.id)


def _required(page: Page) -> list[tuple[Gold, Event]]:
    """Events E01 to E12 that are found with the right type."""
    golds = [e for e in page.gold["events"] if e["id"] != "E13" and e["id"] in page.events]
    return [(gold, page.events[gold["id"]]) for gold in golds if page.events[gold["id"]].type == gold["plover"]]


def _party_right(gold: Gold | None, actors: Sequence[Actor]) -> bool:
    if gold is None:
        return not actors
    if "person" in gold:
        return any(actor.name == gold["person"] and actor.country == gold["country"] for actor in actors)
    sector = gold.get("sector")
    return any(actor.country == gold["country"] and (not sector or sector in actor.sector) for actor in actors)


def _count_party(role: str, ours: Callable[[Event], Sequence[str]]) -> Callable[[Page], int]:
    return lambda page: sum(_party_right(gold[role], page.actors(ours(event))) for gold, event in _required(page))


def _count_event_chains(page: Page) -> int:
    """Events whose holders are the gold's: those on the chain of the attribution they stand in."""
    chains = {a.id: list(a.chain) for a in page.reading.attributions or ()}
    return sum(chains.get(event.attribution or "", ["AUTHOR"]) == gold["chain"] for gold, event in _required(page))


def _count_factuality(page: Page) -> int:
    return sum(_sureness_right(gold, event) for gold in page.gold["events"] if (event := page.events.get(gold["id"])))


def _sureness_right(gold: Gold, event: Event) -> bool:
    ours = dict(event.factuality or ())
    return all(ours.get(holder) == value for holder, value in gold["factuality"].items())


def _is_no_fact(page: Page) -> int:
    event = page.events.get("E13")
    return int(event is None or event.status != "fact")


def _is_dated(page: Page) -> int:
    """E01: the first days of the war, by an event; told when the interview came out."""
    event = page.events.get("E01")
    if event is None or event.happened is None or event.told is None:
        return 0
    begin, end, basis = event.happened.begin or "", event.happened.end or "", event.happened.basis
    in_time = FIRST_DAYS[0] <= begin <= end <= FIRST_DAYS[1] and basis == "event"
    return int(in_time and abs(date.fromisoformat(event.told.end or "9999-01-01") - date.fromisoformat(PUBLISHED)) <= NEAR)


def _count_contested(page: Page) -> int:
    """Answers of the other side that are a stance of his toward a claim in question, or the accusation itself."""
    contested = page.gold["contested"][0]
    return sum(_is_stance(page, id_) for id_ in contested["against"])


def _is_stance(page: Page, id_: str) -> bool:
    answer = page.attributions.get(id_)
    if answer is None:
        return False
    stances = [s for s in page.reading.stances or () if s.attribution == answer.id]
    return any(s.holder == answer.holder and s.value in ("denies", "rejects", "doubts") for s in stances)


def _count_notes(page: Page) -> int:
    return sum(bool(check(page)) for check in NOTES)


def _attributions_in(page: Page, note: int) -> list[Attribution]:
    start, end = page.gold["notes"][note]["anchor"]
    return [a for a in page.reading.attributions or () if any(s.start < end + 45 and start - 1 <= s.start for s in a.cue)]


def _events_in(page: Page, note: int) -> list[Event]:
    start, end = page.gold["notes"][note]["anchor"]
    return [e for e in page.reading.events or () if start <= e.head.start < end]


def _forecast_is_no_fact(page: Page) -> bool:
    cues = [a for a in _attributions_in(page, 0) if a.act in ("predict", "believe")]
    return any(a.chain[-1] == UNNAMED for a in cues) and all(e.status != "fact" for e in _events_in(page, 0))


def _hedge_is_kept(page: Page) -> bool:
    """Also where no political event stands there: the hedged noun itself is assessed."""
    anchor = Span(*page.gold["notes"][2]["anchor"])
    parse = load_parser().parse(page.reading.article.text)
    hedged = load_assessor().assess_heads(parse, page.reading.attributions or (), [anchor])[0]
    return hedged.status == "possible" and all(e.status == "possible" for e in _events_in(page, 2))


def _question_is_open(page: Page) -> bool:
    asked = [
        a
        for a in page.reading.attributions or ()
        if a.act == "ask" and _places(a.content) & _places([page.gold["notes"][3]["anchor"]])
    ]
    return bool(asked) and all(e.status != "fact" for e in _events_in(page, 3))


def _marker_says_nothing(page: Page) -> bool:
    start, end = page.gold["notes"][4]["anchor"]
    return not any(start <= s.start < end for a in page.reading.attributions or () for s in a.content)


def _same_man(name: str, *notes: int) -> Callable[[Page], bool]:
    def check(page: Page) -> bool:
        ids = {actor.id for actor in page.reading.actors or () if actor.name == name}
        anchors = [page.gold["notes"][note]["anchor"] for note in notes]
        mentions = [m for m in page.reading.mentions or () if any(s <= m.span.start and m.span.end <= e for s, e in anchors)]
        return len(ids) == 1 and any(m.actor in ids for m in mentions)

    return check


NOTES: tuple[Callable[[Page], bool], ...] = (
    _forecast_is_no_fact,
    lambda page: bool(_is_dated(page)),
    _hedge_is_kept,
    _question_is_open,
    _marker_says_nothing,
    _same_man("Volodymyr Zelenskyy", 5),
    _same_man("Alexander Lukashenko", 6),
)
"""One check for each of the gold's notes, in its order."""

FIGURES: dict[str, Callable[[Page], int]] = {
    "attributions": lambda page: len(page.attributions),
    "A03 under A02": _is_nested,
    "holders": _count_holders,
    "chains": _count_chains,
    "sections": _count_sections,
    "events": lambda page: len(_required(page)),
    "actors of events": _count_party("actor", lambda event: event.actors),
    "recipients of events": _count_party("recipient", lambda event: event.recipients),
    "chains of events": _count_event_chains,
    "factuality": _count_factuality,
    "E13 no fact": _is_no_fact,
    "E01 happened and told": _is_dated,
    "answers to the contested claim": _count_contested,
    "notes": _count_notes,
}
