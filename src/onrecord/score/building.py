"""The blocks of a gold file -> the annotated article, every breach of the form named with its line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from onrecord.errors import GoldError
from onrecord.events.plover import CONTEXTS, ENTITIES, MODES, SECTORS
from onrecord.records import (
    AUTHOR,
    UNNAMED,
    Act,
    ActorType,
    Article,
    AttributionKind,
    FactualityValue,
    HappenedBasis,
    MentionKind,
    Section,
    SectionKind,
    Span,
    StanceValue,
    Status,
    Tense,
)  # fmt: skip
from onrecord.score.annotations import NOBODY, GoldActor, GoldArticle, GoldAttribution, GoldEvent, GoldMention, GoldStance
from onrecord.score.blocks import Blocks, Row, one_of
from onrecord.score.snippets import find_snippet

SECTION_LETTERS: dict[str, SectionKind] = {
    "h": "headline", "s": "summary", "p": "body", "q": "quote", "k": "credit", "l": "original_link", "m": "commentary",
    "c": "caption",
}  # fmt: skip
HEAD_WORDS = {
    "split": ("dev", "test", "train", "-"),
    "role": ("original", "copy", "rewrite", "own-root", "citing", "denial", "single", "-"),
}  # fmt: skip
"""Lines of the head that take one word of a few."""
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?$")


class GoldBuilder:
    """Reads the blocks of one gold file; every breach goes into their `errors`."""

    def __init__(self, reader: Blocks) -> None:
        self.reader = reader
        self.paragraphs: dict[str, Span] = {}
        self.text = ""
        self.actors: dict[str, GoldActor] = {}
        self.mentions: list[GoldMention] = []
        self.attributions: dict[str, GoldAttribution] = {}
        self.events: dict[str, GoldEvent] = {}
        self.stances: list[GoldStance] = []

    def build(self) -> GoldArticle:
        """The article, as far as its rows keep the form."""
        reader = self.reader
        self._check_head()
        for block, read in (
            ("text", self._paragraph), ("actors", self._actor), ("mentions", self._mention),
            ("attributions", self._attribution), ("events", self._event), ("stances", self._stance),
        ):  # fmt: skip
            reader.each(block, read)
        unknown = set(reader.blocks) - {"text", "actors", "mentions", "attributions", "events", "stances"}
        reader.errors.extend(f"{reader.path.name}: unknown block `# {name}`" for name in sorted(unknown))
        self._nest()
        self._check_events()
        meta = reader.meta
        sections = tuple(Section(SECTION_LETTERS[label[0]], span) for label, span in self.paragraphs.items())
        article = Article(
            id=meta.get("id", ""), text=self.text, published=meta.get("published"), published_basis="given",
            outlet=meta.get("outlet"), url=meta.get("url"), language="en", sections=sections,
            title=next((self.text[s.span.start : s.span.end] for s in sections if s.kind == "headline"), None),
        )  # fmt: skip
        return GoldArticle(
            article, meta, self.paragraphs, self.actors, tuple(self.mentions), tuple(self.attributions.values()),
            tuple(self.events.values()), tuple(self.stances),
        )  # fmt: skip

    def _check_head(self) -> None:
        reader = self.reader
        for name in ("id", "split", "outlet", "published"):
            if name not in reader.meta:
                reader.errors.append(f"{reader.path.name}: the head lacks `{name}:`")
        for name, words in HEAD_WORDS.items():
            if (word := reader.meta.get(name, "-")) not in words:
                reader.errors.append(f"{reader.path.name}: `{name}: {word}`; have {', '.join(words)}")

    def _paragraph(self, row: Row) -> None:
        label, _, text = row.text.partition(" ")
        if not re.fullmatch(r"[a-z]\d+", label) or label[0] not in SECTION_LETTERS:
            raise GoldError(f"a paragraph begins with a label such as p1, not {label!r}")
        if label in self.paragraphs:
            raise GoldError(f"label {label} stands twice")
        self.text += "\n\n" if self.text else ""
        self.paragraphs[label] = Span(len(self.text), len(self.text) + len(text.strip()))
        self.text += text.strip()

    def _spans(self, label: str, snippet: str) -> tuple[Span, ...]:
        return () if snippet == "-" else find_snippet(self.text, self.paragraphs, label, snippet)

    def _actor(self, row: Row) -> None:
        parts = [part.strip() for part in row.text.split(" | ")]
        if len(parts) < 5:
            raise GoldError(f"{len(parts)} fields, need key | name | type | country | sectors")
        key, name, type_, country, sectors = parts[:5]
        one_of(type_, get_args(ActorType), "type")
        if country != "-" and country not in ENTITIES and not re.fullmatch(r"[A-Z]{3}", country):
            raise GoldError(f"country {country!r} is no ISO alpha-3 code")
        sector = tuple(sectors.split()) if sectors != "-" else ()
        for code in sector:
            one_of(code, SECTORS, "sector")
        extra = dict(part.partition(":")[::2] for part in parts[5:])
        aliases = tuple(a.strip() for a in extra.get("aliases", "").split(";") if a.strip())
        if key in self.actors or not re.fullmatch(r"[\w.-]+", key):
            raise GoldError(f"actor key {key!r} stands twice or holds a space")
        self.actors[key] = GoldActor(
            key, name, type_, None if country == "-" else country, sector, aliases, extra.get("office", "").strip() or None
        )

    def _known(self, key: str, extra: tuple[str, ...] = ()) -> str:
        if key not in self.actors and key not in extra:
            raise GoldError(f"no actor {key!r} in # actors")
        return key

    def _mention(self, row: Row) -> None:
        parts = [part.strip() for part in row.text.split(" | ")]
        if len(parts) < 3:
            raise GoldError("need actor | kind | p1 snippet | ...")
        self._known(parts[0])
        one_of(parts[1], get_args(MentionKind), "kind")
        for part in parts[2:]:
            label, _, snippet = part.partition(" ")
            for span in self._spans(label.rstrip(":"), snippet):
                self.mentions.append(GoldMention(parts[0], parts[1], span))

    def _attribution(self, row: Row) -> None:
        id_, label, source, cue, content, kind, act, holder, parent, via = row.fields(10)
        if id_ in self.attributions:
            raise GoldError(f"id {id_} stands twice")
        one_of(kind, get_args(AttributionKind), "kind")
        one_of(act, get_args(Act), "act")
        spans = self._spans(label, content)
        if not spans:
            raise GoldError("an attribution has a content")
        if holder == "-" and not self.actors:  # an article for training: attributions alone
            holder = NOBODY
        self.attributions[id_] = GoldAttribution(
            id_, self._spans(label, source), self._spans(label, cue), spans, kind, act, self._known(holder, (AUTHOR, NOBODY)),
            None if parent == "-" else parent, tuple(self._known(key) for key in via.split()) if via != "-" else (),
        )  # fmt: skip

    def _nest(self) -> None:
        """Chains from parents; a parent must exist, come from outside, and hold the cue in its content."""
        for id_, inner in self.attributions.items():
            seen, chain, outer = [id_], [inner.holder], inner
            while outer.parent is not None:
                parent = self.attributions.get(outer.parent)
                if parent is None or parent.id in seen:
                    self._error("attributions", f"{id_}: no such parent {outer.parent!r}")
                    break
                cue = outer.cue or outer.content
                if not any(s <= cue[0].start < e for s, e in parent.content):
                    self._error("attributions", f"{outer.id}: its cue does not stand in the content of {parent.id}")
                chain.insert(0, parent.holder)
                seen.append(parent.id)
                outer = parent
            names = tuple(UNNAMED if key == NOBODY else key for key in chain)
            self.attributions[id_] = replace(inner, chain=(AUTHOR, *names))

    def _error(self, block: str, message: str) -> None:
        text = f"{self.reader.path.name}: {block}: {message}"
        if text not in self.reader.errors:
            self.reader.errors.append(text)

    def _event(self, row: Row) -> None:
        (
            id_, label, head, type_mode, contexts, actors, recipients, location, attribution, status, factuality, tense,
            happened, told, same_as,
        ) = row.fields(15)  # fmt: skip
        if id_ in self.events:
            raise GoldError(f"id {id_} stands twice")
        type_, _, mode = type_mode.partition("/")
        one_of(type_, MODES, "type")
        if mode:
            one_of(mode, MODES[type_], f"mode of {type_}")
        for context in _keys(contexts):
            one_of(context, CONTEXTS, "context")
        one_of(status, get_args(Status), "status")
        one_of(tense, get_args(Tense), "tense")
        held = tuple(_held(part) for part in factuality.split())
        spans = self._spans(label, head)
        if len(spans) != 1:
            raise GoldError("the head is one word")
        days, basis = _happened(happened)
        self.events[id_] = GoldEvent(
            id_, spans[0], type_, mode or None, _keys(contexts), tuple(map(self._known, _keys(actors))),
            tuple(map(self._known, _keys(recipients))), None if location == "-" else location,
            None if attribution == "-" else attribution, status, held, tense, days, basis,
            None if told == "-" else _days(told), None if same_as == "-" else same_as,
        )  # fmt: skip

    def _check_events(self) -> None:
        for event in self.events.values():
            chain: tuple[str, ...] = (AUTHOR,)
            if event.attribution is not None:
                held = self.attributions.get(event.attribution)
                if held is None:
                    self._error("events", f"{event.id}: no attribution {event.attribution!r}")
                    continue
                chain = held.chain
                if not any(s <= event.head.start < e for s, e in held.content) and event.head not in held.cue:
                    self._error("events", f"{event.id}: its head does not stand in the content of {event.attribution}")
            for holder, _ in event.factuality:
                if holder.replace(NOBODY, UNNAMED) not in chain:
                    self._error("events", f"{event.id}: holder {holder!r} is not on its chain {' > '.join(chain)}")
            if event.same_as and event.same_as not in self.events:
                self._error("events", f"{event.id}: same as {event.same_as!r}, which is no event")
            if AUTHOR not in dict(event.factuality):
                self._error("events", f"{event.id}: factuality lacks AUTHOR")
            elif (event.status == "fact") != (dict(event.factuality)[AUTHOR] == "CT+" and event.tense != "future"):
                self._error("events", f"{event.id}: fact if and only if AUTHOR=CT+ and not future")

    def _stance(self, row: Row) -> None:
        holder, value, targets, attribution = row.fields(4)
        self._known(holder, (AUTHOR, NOBODY))
        one_of(value, get_args(StanceValue), "stance")
        tellings = tuple(targets.split())
        for telling in tellings:
            if telling not in self.attributions and telling not in self.events:
                raise GoldError(f"toward {telling!r}: no such attribution or event")
        if attribution != "-" and attribution not in self.attributions:
            raise GoldError(f"no attribution {attribution!r}")
        self.stances.append(GoldStance(holder, value, tellings[0], None if attribution == "-" else attribution, tellings))


def _keys(field_text: str) -> tuple[str, ...]:
    return () if field_text == "-" else tuple(field_text.split())


def _held(part: str) -> tuple[str, str]:
    holder, _, value = part.partition("=")
    one_of(value, get_args(FactualityValue), "factuality")
    return holder, value


def _happened(text: str) -> tuple[tuple[str | None, str | None] | None, str | None]:
    when, _, basis = text.partition(" ")
    basis = basis.strip()
    if when in ("?", "-"):
        if basis not in ("null", "", "-"):
            raise GoldError("an open time has the basis null")
        return None, None
    one_of(basis, get_args(HappenedBasis), "basis of happened")
    return _days(when), basis


def _days(text: str) -> tuple[str | None, str | None]:
    begin, dots, end = text.partition("..")
    sides = (begin or None, end or None) if dots else (begin, begin)
    for side in sides:
        if side is not None and not _DAY.match(side):
            raise GoldError(f"{text!r} is no day, month, year or range of them (2025-02-01..2025-02-03)")
    return sides
