"""Gold articles <-> brat's standoff form (a .txt and an .ann file), so that researchers can bring theirs and look at ours.

Text-bound annotations are `Source`, `Cue`, `Content`, the mention kinds (`Name`, `Pronoun` ...), PLOVER's types at event heads.
An attribution is a brat event whose trigger is its cue (its content where there is no cue), with `Source`, `Content` and `Parent`
arguments; what brat has no place for stands as one JSON object in a note, so that nothing is lost on the way there and back.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import GoldError
from onrecord.records import Article, Span
from onrecord.score.blocks import read_blocks_text
from onrecord.score.gold import (
    NOBODY,
    GoldActor,
    GoldArticle,
    GoldAttribution,
    GoldEvent,
    GoldMention,
    GoldStance,
    build_gold,
)
from onrecord.score.writing import write_gold

EVENT_FIELDS = (
    "mode", "contexts", "actors", "recipients", "location", "attribution", "factuality", "happened", "basis", "told", "same_as",
)  # fmt: skip


@dataclass
class _Writer:
    text: str
    lines: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, letter: str) -> str:
        self.counts[letter] = self.counts.get(letter, 0) + 1
        return f"{letter}{self.counts[letter]}"

    def bound(self, kind: str, spans: tuple[Span, ...]) -> str:
        name = self.next("T")
        places = ";".join(f"{s.start} {s.end}" for s in spans)
        words = " ".join(" ".join(self.text[s.start : s.end].split()) for s in spans)
        self.lines.append(f"{name}\t{kind} {places}\t{words}")
        return name

    def note(self, target: str, data: dict[str, Any]) -> None:
        self.lines.append(f"{self.next('#')}\tAnnotatorNotes {target}\t{json.dumps(data, ensure_ascii=False)}")


def gold_to_brat(gold: GoldArticle) -> tuple[str, str]:
    """The contents of the .txt and the .ann file."""
    out = _Writer(gold.article.text)
    head = {
        "meta": gold.meta,
        "paragraphs": {label: list(span) for label, span in gold.paragraphs.items()},
        "actors": [[a.key, a.name, a.type, a.country, a.sector, a.aliases, a.office] for a in gold.actors.values()],
        "stances": [[s.holder, s.value, s.toward, s.attribution, s.tellings] for s in gold.stances],
    }
    for mention in gold.mentions:
        out.note(out.bound(mention.kind.capitalize(), (mention.span,)), {"actor": mention.actor})
    names: dict[str, str] = {a.id: f"E{index}" for index, a in enumerate(gold.attributions, 1)}
    for a in gold.attributions:
        _write_attribution(a, out, names)
    for event in gold.events:
        trigger = out.bound(event.type, (event.head,))
        name = out.next("E")
        out.lines.append(f"{name}\t{event.type}:{trigger}")
        out.lines.append(f"{out.next('A')}\tStatus {name} {event.status}")
        out.lines.append(f"{out.next('A')}\tTense {name} {event.tense}")
        out.note(name, {"id": event.id, **{key: getattr(event, key) for key in EVENT_FIELDS}})
    out.note("T0", head)
    return gold.article.text, "\n".join(out.lines) + "\n"


def _write_attribution(a: GoldAttribution, out: _Writer, names: dict[str, str]) -> None:
    content = out.bound("Content", a.content)
    cue = out.bound("Cue", a.cue) if a.cue else None
    source = out.bound("Source", a.source) if a.source else None
    name = out.next("E")
    arguments = [f"{'Attribution' if cue else 'Uncued'}:{cue or content}", f"Content:{content}"]
    arguments += [f"Source:{source}"] if source else []
    arguments += [f"Parent:{names[a.parent]}"] if a.parent else []
    out.lines.append(f"{name}\t{' '.join(arguments)}")
    out.lines.append(f"{out.next('A')}\tKind {name} {a.kind}")
    out.lines.append(f"{out.next('A')}\tAct {name} {a.act}")
    out.note(name, {"id": a.id, "holder": a.holder, "via": a.via})


@dataclass
class _Standoff:
    """One .ann file, its lines sorted out."""

    bound: dict[str, tuple[str, tuple[Span, ...]]] = field(default_factory=dict)
    events: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)


def brat_to_gold(text: str, annotations: str, *, id_: str = "article") -> GoldArticle:
    """The gold article of a brat document; where `gold_to_brat` did not write it, holders are the sources' words.

    Args:
        text: the .txt file.
        annotations: the .ann file.
        id_: the article's id where the annotations do not give one.

    Raises:
        GoldError: a line is none of brat's forms, or an attribution has no content.
    """
    standoff = _read_standoff(annotations)
    head = standoff.notes.get("T0", {})
    paragraphs = {k: Span(*v) for k, v in head.get("paragraphs", {}).items()} or _paragraphs(text)
    actors = {
        row[0]: GoldActor(row[0], row[1], row[2], row[3], tuple(row[4]), tuple(row[5]), row[6]) for row in head.get("actors", [])
    }
    raw = GoldArticle(
        article=Article("", text), meta=head.get("meta") or {"id": id_, "split": "-", "outlet": "-", "published": "2000-01-01"},
        paragraphs=paragraphs, actors=actors, mentions=_mentions(standoff), attributions=_attributions(text, standoff, actors),
        events=_events(standoff), stances=tuple(_stance(*row) for row in head.get("stances", [])),
    )  # fmt: skip
    return build_gold(read_blocks_text(write_gold(raw), id_))


def _stance(holder: str, value: str, toward: str, attribution: str | None, tellings: list[str]) -> GoldStance:
    return GoldStance(holder, value, toward, attribution, tuple(tellings))


def _paragraphs(text: str) -> dict[str, Span]:
    spans, position = {}, 0
    for number, piece in enumerate(text.split("\n"), 1):
        if piece.strip():
            spans[f"p{number}"] = Span(position, position + len(piece))
        position += len(piece) + 1
    return spans


def _read_standoff(annotations: str) -> _Standoff:
    standoff = _Standoff()
    readers: dict[str, Callable[[str, list[str]], None]] = {
        "T": lambda name, parts: standoff.bound.update({name: _read_bound(parts[0])}),
        "E": lambda name, parts: standoff.events.update({name: [_argument(a) for a in parts[0].split()]}),
        "A": lambda name, parts: _read_attribute(standoff, parts[0]),
        "#": lambda name, parts: _read_note(standoff, parts),
    }
    for number, line in enumerate(annotations.splitlines(), 1):
        if not line.strip():
            continue
        name, *parts = line.split("\t")
        try:
            if name[0] in readers:
                readers[name[0]](name, parts)
        except (ValueError, IndexError) as error:
            raise GoldError(f"line {number} is none of brat's forms: {line[:80]!r}") from error
    return standoff


def _read_bound(part: str) -> tuple[str, tuple[Span, ...]]:
    kind, _, places = part.partition(" ")
    spans = []
    for place in places.split(";"):
        start, end = place.split()
        spans.append(Span(int(start), int(end)))
    return kind, tuple(spans)


def _argument(text: str) -> tuple[str, str]:
    role, _, target = text.partition(":")
    return role, target


def _read_attribute(standoff: _Standoff, part: str) -> None:
    name, target, *value = part.split()
    standoff.attributes.setdefault(target, {})[name] = value[0] if value else "true"


def _read_note(standoff: _Standoff, parts: list[str]) -> None:
    target = parts[0].split()[1]
    try:
        data = json.loads(parts[1])
    except json.JSONDecodeError:
        return  # a person's own remark
    if isinstance(data, dict):
        standoff.notes[target] = data


def _mentions(standoff: _Standoff) -> tuple[GoldMention, ...]:
    kinds = ("Name", "Title", "Pronoun", "Nominal", "Metonym")
    return tuple(
        GoldMention(standoff.notes.get(name, {}).get("actor", "-"), kind.lower(), spans[0])
        for name, (kind, spans) in standoff.bound.items()
        if kind in kinds and name in standoff.notes
    )


def _attributions(text: str, standoff: _Standoff, actors: dict[str, GoldActor]) -> tuple[GoldAttribution, ...]:
    found = []
    ids = {name: standoff.notes.get(name, {}).get("id", name.lower()) for name in standoff.events}
    for name, arguments in standoff.events.items():
        roles = dict(arguments)
        if arguments[0][0] not in ("Attribution", "Uncued"):
            continue
        if "Content" not in roles:
            raise GoldError(f"attribution {name} has no Content")
        source = standoff.bound[roles["Source"]][1] if "Source" in roles else ()
        cue = standoff.bound[arguments[0][1]][1] if arguments[0][0] == "Attribution" else ()
        note, attributes = standoff.notes.get(name, {}), standoff.attributes.get(name, {})
        holder = note.get("holder") or _holder(text, source, actors)
        found.append(
            GoldAttribution(
                ids[name], source, cue, standoff.bound[roles["Content"]][1], attributes.get("Kind", "indirect"),
                attributes.get("Act", "assert"), holder, ids[roles["Parent"]] if "Parent" in roles else None,
                tuple(note.get("via", ())),
            )
        )  # fmt: skip
    return tuple(found)


def _holder(text: str, source: tuple[Span, ...], actors: dict[str, GoldActor]) -> str:
    """An actor named by the source's own words, made when missing."""
    if not source:
        return NOBODY
    name = " ".join(text[source[0].start : source[-1].end].split())
    key = "".join(c if c.isalnum() else "-" for c in name.lower())
    actors.setdefault(key, GoldActor(key, name, "unnamed", None, ()))
    return key


def _events(standoff: _Standoff) -> tuple[GoldEvent, ...]:
    found = []
    for name, arguments in standoff.events.items():
        kind, trigger = arguments[0]
        note = standoff.notes.get(name, {})
        if kind in ("Attribution", "Uncued") or "factuality" not in note:
            continue
        attributes = standoff.attributes.get(name, {})
        pair = {key: tuple(note[key]) if note.get(key) else None for key in ("happened", "told")}
        found.append(
            GoldEvent(
                note["id"], standoff.bound[trigger][1][0], kind, note["mode"], tuple(note["contexts"]), tuple(note["actors"]),
                tuple(note["recipients"]), note["location"], note["attribution"], attributes["Status"],
                tuple((holder, value) for holder, value in note["factuality"]), attributes["Tense"], pair["happened"],
                note["basis"], pair["told"], note["same_as"],
            )
        )  # fmt: skip
    return tuple(found)
