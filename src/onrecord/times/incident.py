"""Events with times of their own -> the days of the story's own happening, and of each kind of deed it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from onrecord.records import Happened, Parse, Status, Tense
from onrecord.times.clauses import REPORTS
from onrecord.times.days import days_between
from onrecord.times.story import Story
from onrecord.times.tense import event_tense

SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT", "CONCEDE"})
"""Types done in words: told by the author without a date, they are the news of the day."""

INCIDENT = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""Types that a report is mostly about: what somebody says of one without a date is the one the story tells of."""

EPISODES = frozenset({"CONCEDE", "CONSULT"})
"""Further types that make an episode of their own beside the story's happening (the apology for a raid)."""

INCIDENT_SENTENCES = 5
"""The story's own happening is mostly told of in so many first sentences."""

PLAIN = frozenset({"", "on", "in", "at", "of", "during", "late", "early", "last"})
"""Words that bring in the time when something happened, and not since when or until when."""

RECENT_DAYS = 31
"""The story's own happening is looked for among recent days first."""

LEAD_WEIGHT = 8
"""How much more a date weighs in the first two sentences; a date long past without a deed of the story's kind needs as much."""

MAX_DAYS = 1_000_000
"""Days that stand for no limit, and for an open stretch."""

SEASON_DAYS = 93
"""A story's own happening is known at least to its season."""

GENERIC = frozenset({
    "attack", "clash", "raid", "shelling", "shooting", "strike", "blast", "explosion", "bombing", "crash", "incident", "ambush",
    "killing", "violence", "fighting", "firing", "launch", "riot", "protest", "march", "bloodshed", "assault", "disaster",
    "massacre", "crackdown", "downing", "fire", "offensive", "incursion", "walkout", "arrest", "abduction", "kidnapping",
    "battle", "bombardment", "event", "die", "explode",
})  # fmt: skip
"""Words that may name the story's own happening without saying more."""


ASKED = frozenset({"asked", "possible"})
"""Statuses of what may not have happened: its date says little about others."""

ASIDE = frozenset({"relcl", "acl"})
"""Labels of clauses that tell of a noun what is not the story's own ("the district where pupils were taken in April")."""


class Fact(NamedTuple):
    """An event to be dated: its place in the input, its token, and what other stages say of it, where they do.

    `same` is the place of an earlier mention of the same happening.
    """

    number: int
    token: int
    type: str | None = None
    attribution: str | None = None
    same: int | None = None
    tense: Tense | None = None
    status: Status | None = None


class Vote(NamedTuple):
    """What speaks for some days as those of the story's own happening."""

    type: str | None
    is_deed: bool
    begin: str
    end: str
    weight: int


class Incidents:
    """The happenings that one story is about. `own` are the times of the events' own sentences."""

    def __init__(self, story: Story, own: Mapping[int, Happened | None], facts: Sequence[Fact]) -> None:
        self._story = story
        self._own = own
        self._facts = facts

    @cached_property
    def main(self) -> Happened | None:
        """The days of the story's own happening: those that most weighs for, single days before longer ones.

        An event told in the first sentences weighs more, and one of the kind that the article tells of most.
        """
        kind = self.main_type
        own_kind = self._most({kind}, RECENT_DAYS) or self._most({kind}, MAX_DAYS)
        if own_kind is not None:
            return own_kind
        day, told = self._story.day, self._story.told
        if day is not None and (told is None or day.timex != told.timex):
            return day
        return (
            self._most(INCIDENT, RECENT_DAYS)
            or self._most(None, RECENT_DAYS)
            or self._most(None, MAX_DAYS, least=LEAD_WEIGHT)
            or self._most({kind}, MAX_DAYS, with_asked=True)
        )

    def of_type(self, type_: str) -> Happened | None:
        """The days of the story's happening of a kind: those of its dated events, else the story's own."""
        if type_ == self.main_type or type_ not in INCIDENT | EPISODES:
            return self.main
        if not any(vote.type == type_ and vote.weight for vote in self._votes):
            return self.main
        return self._most({type_}, RECENT_DAYS, is_strict=True) or self._most({type_}, MAX_DAYS, is_strict=True)

    @cached_property
    def main_type(self) -> str | None:
        """The kind of deed that the article tells of most."""
        counts = Counter(fact.type for fact in self._facts if fact.type in INCIDENT or fact.type == "MOBILIZE")
        return max(counts, key=lambda type_: counts[type_]) if counts else None

    def _most(
        self,
        types: frozenset[str] | set[str | None] | None,
        max_days: int,
        *,
        is_strict: bool = False,
        with_asked: bool = False,
        least: int = 0,
    ) -> Happened | None:
        weights: Counter[tuple[str, str]] = Counter()
        for vote in self._votes:
            chosen = (vote.is_deed and not is_strict) if types is None or vote.type is None else vote.type in types
            if chosen and (vote.weight or with_asked) and self._age(vote.end) <= max_days:
                weights[vote.begin, vote.end] += vote.weight
        weights = Counter({days: weight for days, weight in weights.items() if weight >= least})
        if not weights:
            return None
        shortest = min(days_between(begin, end) for begin, end in weights)
        fine = {days: weight for days, weight in weights.items() if days_between(*days) <= max(shortest, 1)}
        begin, end = max(fine, key=lambda days: fine[days])
        return Happened(begin, end, "story")

    @cached_property
    def _votes(self) -> list[Vote]:
        """The dates of events, and those of verbs and nouns that may name the story's own happening."""
        parse, votes = self._story.parse, []
        for fact in self._facts:
            own = self._own.get(fact.token)
            if (
                parse.labels[fact.token] in ASIDE
                or own is None
                or (own.basis == "event" and not (self._lead_weight(fact.token) or fact.type in EPISODES))
            ):
                continue
            if self._is_told(own) and fact.tense != "future":
                is_deed = fact.type not in SPOKEN if fact.type else parse.lemmas[fact.token] not in REPORTS
                weight = 1 + self._lead_weight(fact.token) + 3 * (fact.type is not None and fact.type == self.main_type)
                if fact.status in ASKED:
                    is_deed, weight = False, 0
                votes.append(Vote(fact.type, is_deed, own.begin or "", own.end or "", weight))
        for placed in self._story.placed:
            is_host = placed.host not in self._own and parse.lemmas[placed.host] in GENERIC
            given = Happened(placed.begin, placed.end_day, "timex")
            if is_host and placed.basis == "timex" and placed.relation in PLAIN and self._is_told(given):
                weight = 2 + self._lead_weight(placed.host)
                votes.append(Vote(None, True, placed.begin or "", placed.end_day or "", weight))
        return votes

    def _age(self, day: str) -> int:
        """Days from a day to the publication."""
        return (self._story.published[1] - date.fromisoformat(day)).days if self._story.published else 0

    def _lead_weight(self, token: int) -> int:
        """How much more a word weighs for standing in the first sentences after the headline."""
        parse = self._story.parse
        first = parse.sentence_of[min(self._story.headline, len(parse) - 1)]
        distance = parse.sentence_of[token] - first
        return LEAD_WEIGHT if distance <= 1 else 2 if distance < INCIDENT_SENTENCES else 0

    def _is_told(self, happened: Happened) -> bool:
        """Whether days are known at least to their season, and do not lie ahead."""
        if not happened.begin or not happened.end:
            return False
        return days_between(happened.begin, happened.end) <= SEASON_DAYS and self._story.is_known(happened)


def tense_of(parse: Parse, fact: Fact) -> Tense | None:
    """The tense that other stages give, else that of the event's words; what "the" names has happened."""
    if fact.tense is None and is_given(parse, fact.token, is_owned=fact.type in SPOKEN):
        return "past"
    return fact.tense or event_tense(parse, fact.token)


def is_given(parse: Parse, token: int, *, is_owned: bool = False) -> bool:
    """Whether a noun names what has been spoken of ("the demand"; if it may be owned, "its refusal"): never what is foretold."""
    return parse.pos[token] == "NOUN" and any(
        (is_owned and parse.labels[c] == "poss") or parse.lower[c] in ("the", "this", "that", "these", "those")
        for c in parse.children[token]
    )


def days_apart(begin: str | None, end: str | None) -> int:
    """Days from one to the other; a million when one is open."""
    return days_between(begin, end) if begin and end else MAX_DAYS
