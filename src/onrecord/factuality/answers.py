"""Attributions -> those that answer something, and how: a denial, a rejection, a confirmation, a doubt, a refusal to comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.factuality.holders import token_at
from onrecord.records import Act, Attribution, Event, Parse, StanceValue

ACT_VALUES: dict[Act, StanceValue] = {"deny": "denies", "reject": "rejects", "confirm": "confirms", "doubt": "doubts"}
SILENT_VERBS = frozenset({
    "comment", "say", "answer", "respond", "reply", "discuss", "speak", "elaborate", "talk", "return", "name", "specify", "tell",
    "disclose", "explain", "identify", "address", "word", "detail",
})  # fmt: skip
SILENT_CUES = frozenset({"answer", "respond", "reply", "return", "comment", "discuss", "say", "speak", "explain"})
DEEDS = frozenset({"refuse", "decline"})


@dataclass(frozen=True, slots=True)
class Answer:
    """An attribution that answers; `event` is the one of its content that it denies, if any."""

    attribution: Attribution
    value: StanceValue
    event: Event | None = None


def read_answers(parse: Parse, attributions: Sequence[Attribution], events: Sequence[Event]) -> Iterator[Answer]:
    """The answers among attributions, in text order."""
    for attribution in attributions:
        denied = _denied_event(attribution, events)
        value = _value(parse, attribution, denied)
        if value is not None:
            yield Answer(attribution, value, denied if value == "denies" else _inside(attribution, events))


def _value(parse: Parse, attribution: Attribution, denied: Event | None) -> StanceValue | None:
    cue = [parse.lemmas[t] for s in attribution.cue for t in range(token_at(parse, s.start), token_at(parse, s.end - 1) + 1)]
    value = ACT_VALUES.get(attribution.act)
    if value in ("rejects", "doubts") and is_silent(parse, attribution, cue):
        return "declines"
    if value == "rejects" and set(cue) & DEEDS and _is_deed(parse, attribution):
        return None
    if value is None and attribution.act == "assert" and denied is not None:
        return "denies"
    return value


def is_silent(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """Whether somebody gives no answer: "declined to comment", "did not respond", "would neither confirm nor deny"."""
    if {"confirm", "deny"} <= set(cue):
        return True
    negated = bool(set(cue) & {"not", "n't", "n’t", "never", "yet", "no", "will", "would"})
    if set(cue) & SILENT_CUES and negated:
        return True
    return bool(set(cue) & DEEDS) and any(lemma in SILENT_VERBS for lemma in _opening(parse, attribution, 3))


def _opening(parse: Parse, attribution: Attribution, size: int) -> list[str]:
    if not attribution.content:
        return []
    start = token_at(parse, attribution.content[0].start)
    return list(parse.lemmas[start : start + size])


def _is_deed(parse: Parse, attribution: Attribution) -> bool:
    opening = _opening(parse, attribution, 2)
    return opening[:1] == ["to"]


def _denied_event(attribution: Attribution, events: Sequence[Event]) -> Event | None:
    for event in events:
        innermost = event.factuality[-1] if event.factuality else None
        if event.status == "denied" and innermost == (attribution.chain[-1], "CT-") and _holds(attribution, event):
            return event
    return None


def _inside(attribution: Attribution, events: Sequence[Event]) -> Event | None:
    return next((event for event in events if _holds(attribution, event)), None)


def _holds(attribution: Attribution, event: Event) -> bool:
    return any(start <= event.head.start < end for start, end in attribution.content)
