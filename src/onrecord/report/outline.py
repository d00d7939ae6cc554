"""A reading -> its outline: attributions as a forest in text order, each with its place, holder, cue, content and events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import UNNAMED, Article, Attribution, Event, Reading, Section, Span, Stance, quote

NOBODY_SHOWN = "(unnamed)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution as shown: its texts, its place, and what hangs on it."""

    attribution: Attribution
    holder: str
    source_text: str
    cue_text: str
    content_text: str
    section: str
    sentence: int | None
    children: tuple[Entry, ...]
    events: tuple[Event, ...]
    stances: tuple[Stance, ...]

    def walk(self) -> Iterable[Entry]:
        """This entry and all below it, outermost first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """A reading as a person reads it. `holders` in the order of their first appearance; `loose` are the author's own events."""

    article: Article
    entries: tuple[Entry, ...]
    holders: tuple[str, ...]
    loose: tuple[Event, ...]
    names: dict[str, str]

    def walk(self) -> Iterable[Entry]:
        """All entries, each before those nested in it."""
        for entry in self.entries:
            yield from entry.walk()


def quote_line(text: str, spans: Iterable[Span]) -> str:
    """As `quote`, on one line: white space runs made one space."""
    return " ".join(quote(text, spans).split())


def make_outline(reading: Reading) -> Outline:
    """The outline of a reading. Attributions whose parent is missing stand at the top."""
    attributions = reading.attributions or ()
    ids = {a.id for a in attributions}
    below: dict[str | None, list[Attribution]] = {}
    for attribution in attributions:
        below.setdefault(attribution.parent if attribution.parent in ids else None, []).append(attribution)
    events: dict[str | None, list[Event]] = {}
    for event in reading.events or ():
        events.setdefault(event.attribution if event.attribution in ids else None, []).append(event)
    stances: dict[str | None, list[Stance]] = {}
    for stance in reading.stances or ():
        stances.setdefault(stance.attribution, []).append(stance)
    starts = [span.start for span in reading.sentences or ()]

    def entry(attribution: Attribution) -> Entry:
        text, anchor = reading.article.text, _anchor(attribution)
        return Entry(
            attribution, holder_shown(attribution), quote_line(text, attribution.source), quote_line(text, attribution.cue),
            quote_line(text, attribution.content), _section_at(reading.article.sections, anchor),
            bisect_right(starts, anchor) if starts else None,
            tuple(entry(child) for child in below.get(attribution.id, [])),
            tuple(events.get(attribution.id, [])), tuple(stances.get(attribution.id, [])),
        )  # fmt: skip

    entries = tuple(entry(attribution) for attribution in below.get(None, []))
    holders = dict.fromkeys(e.holder for top in entries for e in top.walk())
    names = {actor.id: actor.name for actor in reading.actors or ()}
    return Outline(reading.article, entries, tuple(holders), tuple(events.get(None, [])), names)


def holder_shown(attribution: Attribution) -> str:
    """The holder's name, or what stands for one that the text does not name."""
    name = attribution.holder_name or (attribution.chain[-1] if len(attribution.chain) > 1 else UNNAMED)
    return NOBODY_SHOWN if name == UNNAMED else name


def _anchor(attribution: Attribution) -> int:
    spans = attribution.cue or attribution.content
    return spans[0].start


def _section_at(sections: tuple[Section, ...] | None, offset: int) -> str:
    return next((s.kind for s in sections or () if s.span.start <= offset < s.span.end), "body")
