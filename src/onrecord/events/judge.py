"""The learned judge: whom an event is aimed at, and whether it is likely enough to be right.

Frames are written for what states and armed groups do to each other. In everyday politics anything may be said of anybody: who
is endorsed, blamed or sued is often told sentences before, and half the words of force and bargaining are figures of speech.
There three models learned from events that readers judged (`eval/train_judge.py`) have the last word: in articles of the kind
that was judged (`familiar.py`). Elsewhere, and in texts too short to tell, they are not asked.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple, Protocol

from onrecord.events.candidates import Docket, list_options
from onrecord.events.drafts import Draft
from onrecord.events.tables import read_table
from onrecord.events.worth import read_status_signs, read_worth_signs
from onrecord.records import Event

GUESSED_WRONG = 0.3
"""What a wrong recipient costs, where a right one, or rightly none, gains 1: at a chance of .23 a name gains nothing."""

KEEPING = 0.05
"""How much better than the frames' recipients others must be."""

Weights = Mapping[str, float]


class Chances(NamedTuple):
    """The chances, 0 to 1, that an event is right in type, status and both parties, and that it happened if it is a fact."""

    whole: float
    fact: float


class Least(NamedTuple):
    """Chances below which an event is left out: to be right as a whole, the same if it names both parties, and, for a fact, to
    have happened."""

    whole: float
    both: float
    fact: float

    def allows(self, chances: Chances, *, names_both: bool, is_fact: bool) -> bool:
        """Whether an event stays."""
        return chances.whole >= (self.both if names_both else self.whole) and not (is_fact and chances.fact < self.fact)


LEAST = Least(whole=0.1, both=0.58, fact=0.9)
"""Chosen so that of what stays, by verdicts on PolNeAR dev, more than .58 with both parties are right and more than .88 of the
facts happened (`eval/draws.py`)."""


class Choice(NamedTuple):
    """Whom an event is aimed at, and the chance, 0 to 1, that it is they."""

    recipients: tuple[str, ...]
    chance: float


class Odds(NamedTuple):
    """Log odds of an event whose status is not known yet: of being right as a whole, and of having happened if it is a fact."""

    whole: float
    fact: float


class Judge(Protocol):
    """Weighs the events of an article."""

    def settle(self, docket: Docket) -> Mapping[int, Odds]:
        """Sets the recipients of the drafts; how each of them stands, by token."""
        ...

    def keep(self, events: Sequence[Event], odds: Mapping[str, Odds]) -> tuple[Event, ...]:
        """The events that stay, now that their status is known; `odds` by event id."""
        ...


@dataclass(frozen=True)
class LearnedJudge:
    """The judge by weights: `choices` of signs of recipients, `whole` and `facts` of signs that an event is right as a whole, or
    happened."""

    choices: Weights
    whole: Weights
    facts: Weights

    def settle(self, docket: Docket) -> Mapping[int, Odds]:
        """Sets the recipients of the drafts; how each of them stands, by token."""
        chosen = {token: self.choose(docket, draft) for token, draft in docket.drafts.items()}
        for token, draft in docket.drafts.items():
            draft.recipients = chosen[token].recipients
        return {token: self.weigh(docket, draft, chosen[token].chance) for token, draft in docket.drafts.items()}

    def keep(self, events: Sequence[Event], odds: Mapping[str, Odds]) -> tuple[Event, ...]:
        """The events that stay, now that their status is known; `odds` by event id."""
        kept = {event.id: event for event in events if event.id not in odds or self.is_likely(event, odds[event.id])}
        return tuple(_link_anew(kept))

    def is_likely(self, event: Event, odds: Odds) -> bool:
        """Whether an event is likely enough to be right, and a fact to have happened."""
        both = bool(event.actors and event.recipients)
        return LEAST.allows(self.chances(event, odds), names_both=both, is_fact=event.status == "fact")

    def chances(self, event: Event, odds: Odds) -> Chances:
        """The chances of an event whose status is known."""
        status = weigh(read_status_signs(event.type, event.status), self.whole)
        return Chances(chance_of(odds.whole + status), chance_of(odds.fact))

    def choose(self, docket: Docket, draft: Draft) -> Choice:
        """The recipients of an event: those the frames give, others where these are likelier, nobody where all are unlikely."""
        options = list(list_options(docket, draft))
        chances = softmax([weigh(signs, self.choices) for _, signs in options])
        gains = [
            chance - (GUESSED_WRONG * (1 - chance) if ids else 0.0) for (ids, _), chance in zip(options, chances, strict=True)
        ]
        gains[0] += KEEPING
        best = max(range(len(options)), key=gains.__getitem__)
        return Choice(options[best][0], chances[best])

    def weigh(self, docket: Docket, draft: Draft, sure: float) -> Odds:
        """How an event stands whose recipients are right with the chance `sure`."""
        signs = set(read_worth_signs(docket, draft, sure))
        return Odds(weigh(signs, self.whole), weigh(signs, self.facts))


def _link_anew(kept: Mapping[str, Event]) -> Iterator[Event]:
    """Links mentions whose first one is left out to the first of them that stays."""
    first: dict[str, str] = {}
    for event in kept.values():
        if event.same_as is None or event.same_as in kept:
            yield event
            continue
        head = first.setdefault(event.same_as, event.id)
        yield replace(event, same_as=head if head != event.id else None)


def chance_of(odds: float) -> float:
    """Log odds -> chance, 0 to 1.

    >>> chance_of(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-odds))


def weigh(signs: Iterable[str], weights: Weights) -> float:
    """The sum of the weights of signs, each counted once."""
    return math.fsum(map(weights.__getitem__, weights.keys() & set(signs)))  # the same in any order


def softmax(scores: list[float]) -> list[float]:
    """Scores -> chances that sum to 1.

    >>> softmax([1.0, 1.0])
    [0.5, 0.5]
    """
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


@cache
def load_judge() -> LearnedJudge:
    """The shipped judge.

    Raises:
        SettingsError: a table breaks its form.
    """
    return LearnedJudge(*map(_read_weights, ("judge_recipients.tsv", "judge_whole.tsv", "judge_facts.tsv")))


def _read_weights(name: str) -> Weights:
    return {sign: float(weight) for sign, weight in read_table(name, ["sign", "weight"])}
