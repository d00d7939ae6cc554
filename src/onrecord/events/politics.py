"""Politics at home, where frames know least: learned weights say whom an event is aimed at, and whether it is worth a row.

Frames are written for what states and armed groups do to each other. In the politics of one country anything may be said of
anybody: who is endorsed, blamed or sued is often told sentences before, and half the words of force and bargaining are figures
of speech. There two models learned from events that readers judged (`eval/train_politics.py`) have the last word. Elsewhere, in
reports of fighting, between states, and in texts too short to tell, they are not asked.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from onrecord.events.candidates import Docket, list_options
from onrecord.events.drafts import Draft
from onrecord.events.duals import is_state
from onrecord.events.parties import Parties
from onrecord.events.scene import Topics
from onrecord.events.tables import read_table
from onrecord.events.worth import read_worth_signs

HOME_SHARE = 0.7
"""Share of an article's actors that must be of one country for it to be about that country's politics."""

LEAST_PARTIES = 8
"""Actors with a country from which an article is long enough to tell."""

GUESSED_WRONG = 0.3
"""What a wrong recipient costs, where a right one, or rightly none, gains 1: at a chance of .23 a name gains nothing."""

KEEPING = 0.05
"""How much better than the frames' recipients others must be."""

LEAST_WORTH = 0.2
"""The chance of being right in type, status and both parties below which an event is left out: by cross-validation a quarter of
the events, of which one in eight is right."""

Weights = Mapping[str, float]


class Choice(NamedTuple):
    """Whom an event is aimed at, and the chance, 0 to 1, that it is they."""

    recipients: tuple[str, ...]
    chance: float


class Judge(Protocol):
    """Weighs the events of an article about politics at home."""

    def settle(self, docket: Docket) -> dict[int, Draft]:
        """The drafts that stay, by token; sets their recipients."""
        ...


@dataclass(frozen=True)
class LearnedJudge:
    """The judge by weights: `choices` of signs of recipients, `worth` of signs that an event is right as a whole."""

    choices: Weights
    worth: Weights
    least: float = LEAST_WORTH

    def settle(self, docket: Docket) -> dict[int, Draft]:
        """The drafts that stay, by token; sets their recipients."""
        chosen = {token: self.choose(docket, draft) for token, draft in docket.drafts.items()}
        for token, draft in docket.drafts.items():
            draft.recipients = chosen[token].recipients
        kept = {t: d for t, d in docket.drafts.items() if self.chance(docket, d, chosen[t].chance) >= self.least}
        _link_anew(kept, docket.drafts)
        return kept

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

    def chance(self, docket: Docket, draft: Draft, sure: float) -> float:
        """The chance, 0 to 1, that an event is right in type, status and both parties; `sure` is that of its recipients."""
        return 1 / (1 + math.exp(-weigh(read_worth_signs(docket, draft, sure), self.worth)))


def _link_anew(kept: Mapping[int, Draft], told: Mapping[int, Draft]) -> None:
    """Links mentions whose first one is left out now to the first of them that stays."""
    first: dict[int, int] = {}
    for token, draft in kept.items():
        if draft.same_as is not None and draft.same_as in told and draft.same_as not in kept:
            head = first.setdefault(draft.same_as, token)
            draft.same_as = head if head != token else None


def is_at_home(parties: Parties, topics: Topics) -> bool:
    """Whether an article is about one country's politics: it tells of political parties or elections, is not about fighting, and
    of the actors with a country, eight at least, seven in ten are of one."""
    if topics.fighting or not topics.near_campaign:
        return False
    counts = Counter(actor.country for actor in parties.actors.values() if actor.country is not None and is_state(actor.country))
    total = counts.total()
    return total >= LEAST_PARTIES and max(counts.values()) >= HOME_SHARE * total


def weigh(signs: Iterable[str], weights: Weights) -> float:
    """The sum of the weights of signs, each counted once."""
    return math.fsum(weights[sign] for sign in set(signs) if sign in weights)  # the same in any order


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
    return LearnedJudge(_read_weights("politics_recipients.tsv"), _read_weights("politics_worth.tsv"))


def _read_weights(name: str) -> Weights:
    return {sign: float(weight) for sign, weight in read_table(name, ["sign", "weight"])}
