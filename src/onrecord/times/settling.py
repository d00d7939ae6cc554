"""Events without a time of their own -> the day that the story gives them, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.language import syntax
from onrecord.records import Happened, Interval, Parse, Tense
from onrecord.times.clauses import REPORTS
from onrecord.times.incident import ASKED, EPISODES, INCIDENT, INCIDENT_SENTENCES, SPOKEN, Fact, Incidents, days_apart, is_given
from onrecord.times.story import OPEN, Story, stem_of
from onrecord.times.tense import VERBS, clause_verb, is_perfect, is_perfect_past, is_simple_past, own_tense

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

NEAR_DAYS = 21
"""Dates so near the story's own are those of its own happening, further ones are background."""

BEGINNING = frozenset({"begin", "start", "launch", "impose", "open", "declare", "lay"})
LASTING = frozenset({
    "strike", "siege", "blockade", "curfew", "exercise", "drill", "boycott", "occupation", "embargo", "ban", "lockdown", "vigil",
    "campaign",
})  # fmt: skip
"""Verbs of beginning and nouns of what goes on from then."""

ANSWERS = frozenset({"REJECT", "ACCUSE", "THREATEN"})
"""Types that a holder tells of mostly as an answer to what was told before."""


@dataclass(frozen=True)
class Settler:
    """Dates the events of one story. `own` are the times of their own sentences, `stems` dates by word family,
    `told` the days named with the cues of attributions."""

    story: Story
    incidents: Incidents
    own: Mapping[int, Happened | None]
    stems: Mapping[str, Happened]
    facts: Sequence[Fact]
    told: Mapping[str, Interval] = field(default_factory=dict)

    def settle_all(self) -> dict[int, Happened]:
        """When each event happened, by its place in the input."""
        chains = _chains(self.facts)
        best = self._best_of_chains(chains)
        incident = self.incidents.main
        settled: dict[int, Happened] = {}
        carried: Carried = {}
        for fact in sorted(self.facts, key=lambda fact: (fact.token < self.story.headline, fact.token)):
            settled[fact.number] = self._settle(fact, best.get(chains[fact.number]), incident, carried, settled)
        return settled

    def _best_of_chains(self, chains: Mapping[int, int]) -> dict[int, Happened]:
        """The finest own time that any mention of a happening has."""
        best: dict[int, Happened] = {}
        for fact in self.facts:
            own = self.own.get(fact.token)
            chain = chains[fact.number]
            if own is not None and own.end is not None and (chain not in best or _width(own) < _width(best[chain])):
                best[chain] = own
        return best

    def _settle(
        self, fact: Fact, chain: Happened | None, incident: Happened | None, carried: Carried, settled: Mapping[int, Happened]
    ) -> Happened:
        own = self.own.get(fact.token)
        tense = fact.tense
        place = (self.story.parse.paragraph_of[fact.token], fact.attribution)
        if own is not None:
            if own.begin and own.end and tense != "future" and _is_main(self.story.parse, fact.token):
                carried[place] = (self.story.parse.sentence_of[fact.token], own)
            is_day = own.basis is not None and own.begin == own.end
            return replace(own, end=None) if is_day and _is_begun(self.story.parse, fact.token) else own
        is_unreal = tense == "future" or (tense == "present" and fact.status in UNREAL)
        pointed = self._pointed_at(fact, settled)
        if pointed is not None:
            return carried_on(pointed)
        if chain is None and fact.same is not None and is_given(self.story.parse, fact.token):
            chain = settled.get(fact.same)
            chain = chain if chain is not None and chain.basis else None
        if chain is not None and not (is_unreal and self.story.is_known(chain)):
            return carried_on(chain)
        same = self._same_word(fact, tense)
        if same is not None and not self._is_background(fact, same, incident):
            return same
        if fact.type is None:
            return self._settle_untyped(fact, tense)
        if _is_said_now(self.story.parse, fact):
            return self._told(fact)
        if is_unreal:
            return OPEN
        before = carried.get(place)
        if before is not None and self._goes_on(fact, before[0]) and not _is_nearly(before[1], incident, fact):
            return carried_on(before[1])
        if fact.attribution is not None:
            return self._settle_attributed(fact, settled)
        return self._settle_told(fact, incident)

    def _pointed_at(self, fact: Fact, settled: Mapping[int, Happened]) -> Happened | None:
        """The days of the last event of the kind shortly before, where a noun points at it ("that clash")."""
        parse = self.story.parse
        if (
            parse.pos[fact.token] != "NOUN"
            or fact.status in ASKED
            or not any(parse.lower[c] in ("that", "those") for c in parse.children[fact.token])
        ):
            return None
        sentence = parse.sentence_of[fact.token]
        near = [
            o
            for o in self.facts
            if o.type == fact.type and o.token < fact.token and sentence - parse.sentence_of[o.token] <= INCIDENT_SENTENCES
        ]
        last = settled.get(max(near, key=lambda o: o.token).number) if near and fact.type is not None else None
        return last if last is not None and last.basis else None

    def _settle_attributed(self, fact: Fact, settled: Mapping[int, Happened]) -> Happened:
        """What a holder tells of: deeds of the story's kind are the story's own, answers follow what stands before them."""
        if fact.type in INCIDENT and own_tense(self.story.parse, fact.token) == "present" and fact.token >= self.story.headline:
            return OPEN
        if fact.type in CARRIED or (fact.token < self.story.headline and fact.type not in SPOKEN):
            return self._of_episode(fact, settled) or self.incidents.of_type(fact.type or "") or self.story.day or OPEN
        if fact.type in ANSWERS:
            before = self._before(fact, settled)
            if before is not None:
                return carried_on(before)
            if fact.type == "REJECT" or is_perfect_past(self.story.parse, fact.token):
                return OPEN
            return self.story.told or self.story.published_happened
        return OPEN

    def _of_episode(self, fact: Fact, settled: Mapping[int, Happened]) -> Happened | None:
        """The days of an event of the same kind that is dated in the article, where the kind makes an episode of its own."""
        if fact.type not in EPISODES:
            return None
        dated = [settled[o.number] for o in self.facts if o.type == fact.type and o.attribution and o.number in settled]
        return next((carried_on(h) for h in dated if h.begin and h.end and h.basis in ("event", "timex")), None)

    def _before(self, fact: Fact, settled: Mapping[int, Happened]) -> Happened | None:
        """The days of the last event that a holder tells of shortly before, in the same paragraph."""
        parse = self.story.parse
        for other in reversed(self.facts):
            is_near = other.token < fact.token and parse.paragraph_of[other.token] == parse.paragraph_of[fact.token]
            is_firm = other.attribution is not None and other.number in settled and other.status not in ASKED
            if not is_near or not is_firm:
                continue
            if parse.sentence_of[fact.token] - parse.sentence_of[other.token] > CARRY_SENTENCES:
                return None
            known = settled[other.number]
            if known.begin and known.end and known.basis != "published" and other.tense != "future":
                return known
        return None

    def _is_background(self, fact: Fact, same: Happened, incident: Happened | None) -> bool:
        """Whether a date belongs to another, older happening of the same kind than the story's own."""
        if incident is None or fact.type not in INCIDENT or same.begin is None or incident.begin is None:
            return False
        return abs(days_apart(same.begin, incident.begin)) > NEAR_DAYS

    def _told(self, fact: Fact) -> Happened:
        """The day of the telling that an event stands in, where one is named with its cue; else the one named near it."""
        told = self.told.get(fact.attribution or "")
        if told is None:
            return self._told_near(fact)
        published = self.story.published_happened
        is_published = (told.begin, told.end) == (published.begin, published.end)
        return published if is_published else Happened(told.begin, told.end, "story")

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

    def _settle_told(self, fact: Fact, incident: Happened | None) -> Happened:
        """What the author tells himself: words are the news of the day, deeds those of the story's day."""
        is_undone = _is_undone(self.story.parse, fact.token)
        if is_undone or fact.token in self.story.counted_events:
            return OPEN
        if fact.type in SPOKEN:
            return OPEN if is_perfect_past(self.story.parse, fact.token) else self._told_near(fact)
        if is_perfect(self.story.parse, fact.token) and fact.token >= self.story.headline:
            return self.story.published_happened
        if incident is not None and (fact.type in INCIDENT or fact.token < self.story.headline):
            return incident
        if self.story.day is not None and is_simple_past(self.story.parse, fact.token):
            return self.story.day
        return self._news(fact)

    def _settle_untyped(self, fact: Fact, tense: Tense | None) -> Happened:
        story = self.story
        in_headline = fact.token < story.headline and tense != "future"
        if story.day is not None and (is_simple_past(story.parse, fact.token) or in_headline):
            return story.day
        return self._news(fact)

    def _news(self, fact: Fact) -> Happened:
        """The publication date, for what is told as news of the day; open for what another time is counted from."""
        return OPEN if fact.token in self.story.counted_events else self.story.published_happened

    def _names_again(self, fact: Fact) -> bool:
        """Whether an event may be one that was told of before: the story's kind of event, or a noun with "the"."""
        return fact.type is None or fact.type in CARRIED or is_given(self.story.parse, fact.token)

    def _same_word(self, fact: Fact, tense: Tense | None) -> Happened | None:
        """The date of a word of the same family, where it can be the same happening."""
        parse = self.story.parse
        same = self.stems.get(stem_of(parse, fact.token))
        if same is None or parse.lemmas[fact.token] in REPORTS or not self._names_again(fact):
            return None
        if (tense == "past" and not self.story.is_known(same)) or (tense == "future" and self.story.is_known(same)):
            return None
        return carried_on(same)


def _is_nearly(before: Happened, incident: Happened | None, fact: Fact) -> bool:
    """Whether a deed of the story's kind follows a date so near the story's own that it is the story's own."""
    if incident is None or fact.type not in INCIDENT or not before.begin or not incident.begin:
        return False
    return abs(days_apart(before.begin, incident.begin)) <= NEAR_DAYS


def _is_begun(parse: Parse, token: int) -> bool:
    """Whether something that lasts is told of as begun ("launched a general strike", "imposed a curfew"): it goes on."""
    verb = parse.heads[token]
    is_object = parse.labels[token] in ("dobj", "nsubjpass") and parse.lemmas[verb] in BEGINNING
    return is_object and parse.lemmas[token] in LASTING and is_simple_past(parse, verb)


def _is_undone(parse: Parse, token: int) -> bool:
    """Whether something is told as not done so far: "has not opened an inquiry", "have yet to withdraw it"."""
    verb = clause_verb(parse, token)
    if verb is None:
        return False
    is_yet = any(parse.lower[c] == "yet" for c in parse.children[parse.heads[verb]] if c < verb) and parse.tags[verb] == "VB"
    return is_yet or (is_perfect(parse, verb) and syntax.is_negated(parse, verb))


def _is_said_now(parse: Parse, fact: Fact) -> bool:
    """Whether a speaker does something by saying it, or is ready for it then ("We appeal to all", "is willing to talk")."""
    if fact.attribution is None or fact.type not in SPOKEN:
        return False
    if parse.pos[fact.token] == "ADJ":
        return fact.type == "AGREE"
    subject = syntax.subject(parse, fact.token)
    return own_tense(parse, fact.token) == "present" and subject is not None and parse.lower[subject] in ("i", "we")


def carried_on(happened: Happened) -> Happened:
    """The days of one mention given to another: they still rest on the event that they were counted from."""
    if happened.basis in ("event", "published", "story"):
        return happened
    return Happened(happened.begin, happened.end, "story", happened.timex)


def _chains(facts: Sequence[Fact]) -> dict[int, int]:
    """For each event the first mention of its happening."""
    first: dict[int, int] = {}
    for fact in facts:
        first[fact.number] = first.get(fact.same, fact.same) if fact.same is not None else fact.number
    return first


def _is_main(parse: Parse, token: int) -> bool:
    """Whether a verb carries its sentence, alone, coordinated or as what somebody says."""
    return parse.pos[token] in VERBS and parse.labels[token] in ("ROOT", "conj", "ccomp")


def _width(happened: Happened) -> tuple[bool, str, str]:
    """Finer intervals first: one day before open or longer ones."""
    return happened.begin is None or happened.begin != happened.end, happened.begin or "", happened.end or ""
