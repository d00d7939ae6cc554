"""Events without a time of their own -> the day that the story gives them, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from onrecord.language import syntax
from onrecord.records import Happened, Parse, Status, Tense
from onrecord.times.clauses import REPORTS
from onrecord.times.story import OPEN, Story, stem_of
from onrecord.times.tense import VERBS, clause_verb, is_aimed_at, is_perfect, own_tense, verb_tense

SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT", "CONCEDE"})
"""Types done in words: told by the author without a date, they are the news of the day."""

INCIDENT = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""Types that a report is mostly about: what somebody says of one without a date is the one the story tells of."""

CARRIED = frozenset({"ASSAULT", "PROTEST", "COERCE", "CONCEDE", "CONSULT"})
"""Types that a holder tells of without a date when it is the story's own happening; other ones stay open."""


Carried = dict[tuple[int, str | None], tuple[int, Happened]]
"""By paragraph and attribution: the sentence of the event last dated there, and its days."""

UNREAL = frozenset({"possible", "asked", "future"})
"""Statuses of what has not happened by the text's own word, unless it is told in the past ("may have fired")."""

TOLD_WINDOW = 3
"""The day named for a telling holds for words told of so many paragraphs around it."""

CARRY_SENTENCES = 2
"""A date is carried on over at most so many sentences."""

INCIDENT_SENTENCES = 5
"""The story's own happening is mostly told of in so many first sentences."""

PLAIN = frozenset({"", "on", "in", "at", "of", "during", "late", "early", "last"})
"""Words that bring in the time when something happened, and not since when or until when."""

RECENT_DAYS = 31
MAX_DAYS = 1_000_000
"""The story's own happening is looked for among recent days first."""

NEAR_DAYS = 21
"""Dates so near the story's own are those of its own happening, further ones are background."""

SEASON_DAYS = 93
"""A story's own happening is known at least to its season."""

GENERIC = frozenset({
    "attack", "clash", "raid", "shelling", "shooting", "strike", "blast", "explosion", "bombing", "crash", "incident", "ambush",
    "killing", "violence", "fighting", "firing", "launch", "riot", "protest", "march", "bloodshed", "assault", "disaster",
    "massacre", "crackdown", "downing", "fire", "offensive", "incursion", "walkout", "arrest", "abduction", "kidnapping",
    "battle", "bombardment", "event",
    "die", "explode",
})  # fmt: skip
"""Words that may name the story's own happening without saying more."""


ANSWERS = frozenset({"REJECT", "ACCUSE", "THREATEN"})
"""Types that a holder tells of mostly as an answer to what was told before."""


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


@dataclass(frozen=True)
class Settler:
    """Dates the events of one story. `own` are the times of their own sentences, `stems` dates by word family."""

    story: Story
    own: Mapping[int, Happened | None]
    stems: Mapping[str, Happened]
    facts: Sequence[Fact]

    def settle_all(self) -> dict[int, Happened]:
        """When each event happened, by its place in the input."""
        chains = _chains(self.facts)
        best = self._best_of_chains(chains)
        incident = self.incident()
        settled: dict[int, Happened] = {}
        carried: dict[tuple[int, str | None], tuple[int, Happened]] = {}
        for fact in sorted(self.facts, key=lambda fact: fact.token):
            settled[fact.number] = self._settle(fact, best.get(chains[fact.number]), incident, carried, settled)
        return settled

    def _best_of_chains(self, chains: Mapping[int, int]) -> dict[int, Happened]:
        """The finest own time that any mention of a happening has."""
        best: dict[int, Happened] = {}
        for fact in self.facts:
            own = self.own.get(fact.token)
            chain = chains[fact.number]
            if own is not None and own.basis is not None and (chain not in best or _width(own) < _width(best[chain])):
                best[chain] = own
        return best

    def incident(self) -> Happened | None:
        """The days of the story's own happening: those that most weighs for, single days before longer ones.

        An event told in the first sentences weighs more, and one of the kind that the article tells of most.
        """
        main = frozenset({self._main_type() or ""})
        for types, max_days in (
            (main, RECENT_DAYS),
            (main, MAX_DAYS),
            (INCIDENT, RECENT_DAYS),
            (None, RECENT_DAYS),
            (None, MAX_DAYS),
        ):
            found = self._incident_of(types, max_days)
            if found is not None:
                return found
        return None

    def _incident_of(self, types: frozenset[str] | None, max_days: int) -> Happened | None:
        weights: Counter[tuple[str, str]] = Counter()
        main = self._main_type()
        for fact in self.facts:
            own = self.own.get(fact.token)
            if own is not None and own.basis == "timex" and self._is_incident(fact, types):
                self._weigh(weights, own, 1 + self._lead_weight(fact.token) + 3 * (fact.type is not None and fact.type == main))
        for placed in self.story.placed:
            is_host = placed.host not in self.own and self.story.parse.lemmas[placed.host] in GENERIC
            if is_host and placed.basis == "timex" and placed.relation in PLAIN:
                self._weigh(weights, Happened(placed.begin, placed.end_day, "timex"), 2 + self._lead_weight(placed.host))
        weights = Counter({days: weight for days, weight in weights.items() if self._age(days[1]) <= max_days})
        if not weights:
            return None
        shortest = min(_days(begin, end) for begin, end in weights)
        fine = {days: weight for days, weight in weights.items() if _days(*days) <= max(shortest, 1)}
        begin, end = max(fine, key=lambda days: fine[days])
        return Happened(begin, end, "story")

    def _age(self, day: str) -> int:
        """Days from a day to the publication."""
        return (self.story.published[1] - date.fromisoformat(day)).days if self.story.published else 0

    def _is_incident(self, fact: Fact, types: frozenset[str] | None) -> bool:
        is_deed = (
            (fact.type not in SPOKEN if types is None else fact.type in types)
            if fact.type
            else self.story.parse.lemmas[fact.token] not in REPORTS
        )
        return is_deed and self._tense(fact) != "future"

    def _lead_weight(self, token: int) -> int:
        """How much more a word weighs for standing in the first sentences after the headline."""
        parse = self.story.parse
        first = parse.sentence_of[min(self.story.headline, len(parse) - 1)]
        distance = parse.sentence_of[token] - first
        return 8 if distance <= 1 else 2 if distance < INCIDENT_SENTENCES else 0

    def _main_type(self) -> str | None:
        counts = Counter(fact.type for fact in self.facts if fact.type in INCIDENT or fact.type == "MOBILIZE")
        return max(counts, key=lambda type_: counts[type_]) if counts else None

    def _weigh(self, weights: Counter[tuple[str, str]], happened: Happened, weight: int) -> None:
        if happened.begin and happened.end and _days(happened.begin, happened.end) <= SEASON_DAYS and self._is_known(happened):
            weights[happened.begin, happened.end] += weight

    def _is_known(self, happened: Happened) -> bool:
        published = self.story.published
        return published is None or (happened.begin or "") <= published[1].isoformat()

    def _tense(self, fact: Fact) -> Tense | None:
        if fact.tense is None and is_given(self.story.parse, fact.token, is_owned=fact.type in SPOKEN):
            return "past"
        return fact.tense or event_tense(self.story.parse, fact.token)

    def _settle(
        self, fact: Fact, chain: Happened | None, incident: Happened | None, carried: Carried, settled: Mapping[int, Happened]
    ) -> Happened:
        own = self.own.get(fact.token)
        tense = self._tense(fact)
        place = (self.story.parse.paragraph_of[fact.token], fact.attribution)
        if own is not None:
            if own.begin and own.end and tense != "future" and _is_main(self.story.parse, fact.token):
                carried[place] = (self.story.parse.sentence_of[fact.token], own)
            return own
        is_unreal = tense == "future" or (tense == "present" and fact.status in UNREAL)
        if chain is not None and not (is_unreal and self._is_known(chain)):
            return carried_on(chain)
        same = self._same_word(fact, tense)
        if same is not None and not self._is_background(fact, same, incident):
            return same
        if fact.type is None:
            return self._settle_untyped(fact, tense)
        if tense == "future" or (tense == "present" and fact.status in UNREAL):
            return OPEN
        before = carried.get(place)
        if before is not None and self._goes_on(fact, before[0]) and not _is_nearly(before[1], incident, fact):
            return carried_on(before[1])
        if fact.attribution is not None:
            return self._settle_attributed(fact, incident, settled)
        return self._settle_told(fact, tense, incident)

    def _settle_attributed(self, fact: Fact, incident: Happened | None, settled: Mapping[int, Happened]) -> Happened:
        """What a holder tells of: deeds of the story's kind are the story's own, answers follow what stands before them."""
        if fact.type in INCIDENT and own_tense(self.story.parse, fact.token) == "present" and fact.token >= self.story.headline:
            return OPEN
        if fact.type in CARRIED or (fact.token < self.story.headline and fact.type not in SPOKEN):
            return incident or self.story.day or OPEN
        if fact.type in SPOKEN and self.story.parse.pos[fact.token] == "ADJ":
            return self._told_near(fact)  # "is ready to", "is willing to": so when it is told
        if fact.type in ANSWERS:
            before = self._before(fact, settled)
            if before is not None:
                return carried_on(before)
            return self.story.told or self.story.published_happened
        return OPEN

    def _before(self, fact: Fact, settled: Mapping[int, Happened]) -> Happened | None:
        """The days of the last event that a holder tells of shortly before, in the same paragraph."""
        parse = self.story.parse
        for other in reversed(self.facts):
            is_near = other.token < fact.token and parse.paragraph_of[other.token] == parse.paragraph_of[fact.token]
            if not is_near or other.attribution is None or other.number not in settled:
                continue
            if parse.sentence_of[fact.token] - parse.sentence_of[other.token] > CARRY_SENTENCES:
                return None
            known = settled[other.number]
            if known.begin and known.end and known.basis != "published" and self._tense(other) != "future":
                return known
        return None

    def _is_background(self, fact: Fact, same: Happened, incident: Happened | None) -> bool:
        """Whether a date belongs to another, older happening of the same kind than the story's own."""
        if incident is None or fact.type not in INCIDENT or same.begin is None or incident.begin is None:
            return False
        return abs(_days(same.begin, incident.begin)) > NEAR_DAYS

    def _told_near(self, fact: Fact) -> Happened:
        """The day named for the telling, for words told of near it; further on the publication's."""
        told = self.story.told
        if told is None:
            return self.story.published_happened
        paragraphs = self.story.parse.paragraph_of
        at = next((p.start for p in self.story.placed if p.timex == told.timex), 0)
        return told if abs(paragraphs[fact.token] - paragraphs[at]) <= TOLD_WINDOW else self.story.published_happened

    def _goes_on(self, fact: Fact, sentence: int) -> bool:
        """Whether an event goes on with what a sentence shortly before tells: simple past, at most two sentences on."""
        parse = self.story.parse
        return parse.sentence_of[fact.token] - sentence <= CARRY_SENTENCES and is_simple_past(parse, fact.token)

    def _settle_told(self, fact: Fact, tense: Tense | None, incident: Happened | None) -> Happened:
        """What the author tells himself: words are the news of the day, deeds those of the story's day."""
        if is_perfect(self.story.parse, fact.token) and syntax.is_negated(self.story.parse, fact.token):
            return OPEN
        if fact.type in SPOKEN:
            return self._told_near(fact)
        if is_perfect(self.story.parse, fact.token) and fact.token >= self.story.headline:
            return self.story.published_happened
        if incident is not None and (fact.type in INCIDENT or fact.token < self.story.headline):
            return incident
        if self.story.day is not None and is_simple_past(self.story.parse, fact.token):
            return self.story.day
        return self.story.published_happened

    def _settle_untyped(self, fact: Fact, tense: Tense | None) -> Happened:
        story = self.story
        in_headline = fact.token < story.headline and tense != "future"
        if story.day is not None and (is_simple_past(story.parse, fact.token) or in_headline):
            return story.day
        return story.published_happened

    def _names_again(self, fact: Fact) -> bool:
        """Whether an event may be one that was told of before: the story's kind of event, or a noun with "the"."""
        return fact.type is None or fact.type in CARRIED or is_given(self.story.parse, fact.token)

    def _same_word(self, fact: Fact, tense: Tense | None) -> Happened | None:
        """The date of a word of the same family, where it can be the same happening."""
        parse = self.story.parse
        same = self.stems.get(stem_of(parse, fact.token))
        if same is None or parse.lemmas[fact.token] in REPORTS or not self._names_again(fact):
            return None
        if (tense == "past" and not self._is_known(same)) or (tense == "future" and self._is_known(same)):
            return None
        return carried_on(same)


def _is_nearly(before: Happened, incident: Happened | None, fact: Fact) -> bool:
    """Whether a deed of the story's kind follows a date so near the story's own that it is the story's own."""
    if incident is None or fact.type not in INCIDENT or not before.begin or not incident.begin:
        return False
    return abs(_days(before.begin, incident.begin)) <= NEAR_DAYS


def carried_on(happened: Happened) -> Happened:
    """The days of one mention given to another: they still rest on the event that they were counted from."""
    return happened if happened.basis == "event" else replace(happened, basis="story")


def _chains(facts: Sequence[Fact]) -> dict[int, int]:
    """For each event the first mention of its happening."""
    first: dict[int, int] = {}
    for fact in facts:
        first[fact.number] = first.get(fact.same, fact.same) if fact.same is not None else fact.number
    return first


def _is_main(parse: Parse, token: int) -> bool:
    """Whether a verb carries its sentence, alone, coordinated or as what somebody says."""
    return parse.pos[token] in VERBS and parse.labels[token] in ("ROOT", "conj", "ccomp")


def _days(begin: str | None, end: str | None) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days if begin and end else 1_000_000


def _width(happened: Happened) -> tuple[bool, str, str]:
    """Finer intervals first: one day before open or longer ones."""
    return happened.begin is None or happened.begin != happened.end, happened.begin or "", happened.end or ""


def event_tense(parse: Parse, token: int) -> Tense | None:
    """The tense of an event: of its verb, or of the clause its noun stands in; what is asked for or aimed at lies ahead."""
    verb = token if parse.pos[token] in VERBS else clause_verb(parse, token)
    if verb is None:
        return None
    return "future" if is_aimed_at(parse, verb) else verb_tense(parse, verb)


def is_given(parse: Parse, token: int, *, is_owned: bool = False) -> bool:
    """Whether a noun names what has been spoken of ("the demand"; if it may be owned, "its refusal"): never what is foretold."""
    return parse.pos[token] == "NOUN" and any(
        (is_owned and parse.labels[c] == "poss") or parse.lower[c] in ("the", "this", "that", "these", "those")
        for c in parse.children[token]
    )


def is_simple_past(parse: Parse, token: int) -> bool:
    """Whether the event is told in the simple past, itself or with the clause it stands in; "has agreed" is told of the day."""
    verb = token if parse.pos[token] in VERBS else clause_verb(parse, token)
    if verb is None or verb_tense(parse, verb) != "past":
        return False
    return not is_perfect(parse, verb)
