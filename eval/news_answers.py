"""News with the answers in it listed by their words: reading the tables, what the program makes of them, cases, figures."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from answer_cases import Case, layers_of

from onrecord.factuality.answers import Answer, read_answers
from onrecord.factuality.layers import Layers
from onrecord.factuality.stances import find_stances
from onrecord.factuality.targets import Target, candidates
from onrecord.reading import Reader, credit_edges
from onrecord.records import Article, Attribution, Event, Parse, Reading, Span
from onrecord.score.align import Tally

PUBLISHED = "2025-03-12"
ALIKE = frozenset({"denies", "rejects"})
"""Values taken for one."""

CARRIED = 0.8
"""How much of a carrier's words must lie in a content that answers by what it says."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer as listed: its value, the words that carry it, and those by which the claim is told."""

    value: str
    carrier: Span
    claims: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class News:
    """An article, its answers, what the whole pipeline makes of it, and the parse; `fold` is for cross-validation."""

    fold: str
    told: tuple[Told, ...]
    reading: Reading
    parse: Parse


def read_news(folder: Path, reader: Reader, parser: object, folds: int = 8) -> list[News]:
    """The articles of a folder, read by the whole pipeline.

    Raises:
        ValueError: words of a table do not occur just once in their article.
    """
    found = []
    for number, path in enumerate(sorted(folder.glob("*.txt"))):
        article = Article(id=path.stem, text=path.read_text(encoding="utf-8").strip(), published=PUBLISHED)
        parse = parser.parse(article.text, credit_edges(article))  # type: ignore[attr-defined]
        found.append(
            News(f"news {number % folds}", _read_table(path.with_suffix(".tsv"), article.text), reader.read(article), parse)
        )
    return found


def _read_table(path: Path, text: str) -> tuple[Told, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Told(row["value"], _place(text, row["carrier"], path), tuple(_place(text, c, path) for c in row["claims"].split(" || ")))
        for row in rows
    )


def _place(text: str, words: str, path: Path) -> Span:
    if text.count(words) != 1:
        raise ValueError(f"{path.name}: {words!r} occurs {text.count(words)} times")
    return Span(text.index(words), text.index(words) + len(words))


def news_cases(news: News, *, weight: float = 1.0) -> list[Case]:
    """The answers that the program sees in an article, but those of another value, or whose claim there is no candidate for."""
    reading, parse = news.reading, news.parse
    attributions, events = reading.attributions or (), reading.events or ()
    answers = list(read_answers(parse, attributions, events))
    layers = layers_of(reading, parse, answers)
    found = (_case(answer, layers, news, weight) for answer in answers)
    return [case for case in found if case is not None]


def _case(answer: Answer, layers: Layers, news: News, weight: float) -> Case | None:
    own = answer.attribution
    mine = [told for told in news.told if _carries(told, own, answer, news.parse)]
    answered = [told for told in mine if is_alike(told.value, answer.value)]
    pairs = [pair for pair in candidates(answer, layers) if not (answer.firm and pair[0].kind == "none")]
    events = {event.id: event for event in news.reading.events or ()}
    right = np.array([_is_right(target, answered, layers.by_id, events) for target, _ in pairs], dtype=bool)
    if (mine and not answered) or not right.any():
        return None
    return Case([features for _, features in pairs], right, np.zeros(len(right), dtype=bool), weight)


def _is_right(
    target: Target, answered: Sequence[Told], attributions: Mapping[str, Attribution], events: Mapping[str, Event]
) -> bool:
    if target.kind == "none":
        return not answered
    claims = [claim for told in answered for claim in told.claims]
    return is_claim(target.id, claims, attributions, events)


def is_claim(id_: str, claims: Sequence[Span], attributions: Mapping[str, Attribution], events: Mapping[str, Event]) -> bool:
    """Whether an attribution (by its cue) or event (by its head, or that of what it repeats) tells one of some claims."""
    if id_ in attributions:
        places: Sequence[Span] = attributions[id_].cue
    else:
        event = events[id_]
        places = [event.head, *([events[event.same_as].head] if event.same_as in events else [])]
    return any(_overlap(claim, place) > 0 for claim in claims for place in places)


def _carries(told: Told, own: Attribution, answer: Answer | None, parse: Parse) -> bool:
    """Whether an attribution's cue stands in the carrier or, where it only tells, the carrier in its content."""
    if any(_overlap(told.carrier, span) > 0 for span in own.cue):
        return True
    if answer is not None and not answer.plain:
        return False
    if answer is not None and answer.sentence is not None:
        first, last = parse.sentences[answer.sentence]
        if _overlap(told.carrier, Span(parse.starts[first], parse.ends[last - 1])) <= 0:
            return False
    return sum(max(0, _overlap(told.carrier, span)) for span in own.content) >= CARRIED * (told.carrier.end - told.carrier.start)


def is_alike(left: str, right: str) -> bool:
    """Whether two values are one."""
    return left == right or {left, right} == ALIKE


def _overlap(left: Span, right: Span) -> int:
    return min(left.end, right.end) - max(left.start, right.start)


def score_news(news: Sequence[News], weights: Mapping[str, Mapping[str, float]]) -> Tally:
    """The answers found (by carrier and value), and of them those about the claim; `weights` by fold."""
    tally = Tally()
    for item in news:
        reading = item.reading
        attributions = {a.id: a for a in reading.attributions or ()}
        events = {event.id: event for event in reading.events or ()}
        layers = (reading.attributions or (), reading.events or (), reading.mentions or (), reading.actors or ())
        given = find_stances(item.parse, *layers, weights=weights[item.fold])
        left = {"answer": list(item.told), "answer and claim": list(item.told)}
        for stance in given:
            own = attributions.get(stance.attribution or "")
            target = stance.attribution_toward or stance.event_toward or ""
            for name, rest in left.items() if own is not None else ():
                mine = (t for t in rest if is_alike(t.value, stance.value) and _carries(t, own, None, item.parse))
                hit = next((t for t in mine if name == "answer" or is_claim(target, t.claims, attributions, events)), None)
                if hit is not None:
                    rest.remove(hit)
        for name, rest in left.items():
            tally.add(name, len(item.told) - len(rest), len(given), len(item.told))
    return tally
