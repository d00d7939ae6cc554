"""The phrases of an article -> the countries it speaks of, and the one in focus at each token, for whoever is told none."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import Entity
from onrecord.actors.people_before import country_before, is_at_sea
from onrecord.actors.phrases import DASHES, Phrase, is_dateline, is_locative
from onrecord.actors.places import Gazetteer
from onrecord.actors.words import REGIONAL, SENT, STATELESS
from onrecord.records import Parse

NO_STATES = frozenset({"IGO", "NGO", "UNO", "EUR", "IMG", "ISM", "MNC"})
SHARED_NAMES = frozenset({
    "Congress", "Senate", "House of Representatives", "Treasury", "National Security Council", "Foreign Office", "Home Office",
    "Labour Party", "Conservative Party", "Democratic Party", "Republican Party", "Bundesrat", "Channel One", "MoD",
    "House of Commons",
})  # fmt: skip
"""Bodies whose names other states share: theirs only in an article that speaks of their state."""

RIVALS = frozenset({"Democratic Party", "Republican Party"})
"""Parties that are those of the United States where an article names both by nothing else."""

LEAD_PARAGRAPHS = 4
WEIGHT, LEAD_WEIGHT = 10, 20
"""What a name of a country counts for it, in the lead more than in the rest."""

PLACE_WEIGHT, DATELINE_WEIGHT = 2, 4
NAME_WEIGHT = 20
"""What a person's name counts for the countries it is common in, beside what the text tells of them."""

MAIN_SHARE = 0.15
"""Share of the first country's weight from which an article counts as being about a country too."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MAX_CLIMB = 8
"""Heads climbed at most in search of a clause with "where"."""

OUTSIDE = (["outside", "the", "region"], ["outside", "the", "country"])
FAR = 99
"""Depth given to a country told elsewhere than at a subject."""

OFFICIALS = frozenset((sector,) for sector in ("GOV", "MIL", "COP", "JUD", "LEG"))
"""First sectors of those who hold an office of state."""

FILED_SHARE = 0.4
"""Share of the first country's weight from which a dateline's country is that of officials told none; else it is a bureau's, or
that of talks on neutral ground."""

FILED_WEIGHT = 0.5
"""What the country of the dateline counts for officials told none."""

FOCUS_WEIGHT = 0.5
"""What the country in focus counts for a person told none, beside its share of the article and the origin of the name."""


class Focus:
    """The countries of one article: `countries` by weight, `main` those it is about, with their `shares`; `default` the first.

    `filed`: where the report was filed, if the text tells much of that country.
    """

    def __init__(self, parse: Parse, kb: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self.parse = parse
        self.kb = kb
        self.gazetteer = gazetteer
        self.countries: list[str] = []
        self.main: list[str] = []
        self.is_contested = False
        self.default: str | None = None
        self.shares: dict[str, float] = {}
        self.filed: str | None = None
        self._evidence: list[tuple[int, str, int]] = []

    def survey(self, phrases: list[Phrase]) -> None:
        """Ranks the countries the article speaks of. Places in which something happens and datelines count more than parties,
        the lead more than the rest; the first one is the default of whoever is told no country."""
        parse = self.parse
        lead = parse.paragraphs[min(LEAD_PARAGRAPHS, len(parse.paragraphs)) - 1][1] if parse.paragraphs else 0
        datelines = self._datelines()
        rest = [(phrase, LEAD_WEIGHT if phrase.head < lead else WEIGHT) for phrase in phrases if phrase.start not in datelines]
        counts: Counter[str] = Counter()
        names = {" ".join(phrase.name) for phrase in phrases if len(phrase.name) > 1 and phrase.place is None}
        surnames = {name.rsplit(" ", 1)[-1] for name in names}
        bare = {phrase.entity.name for phrase in phrases if phrase.entity is not None and self._is_bare(phrase)}
        shared = SHARED_NAMES - RIVALS if bare >= RIVALS else SHARED_NAMES
        for phrase, weight in rest:
            if phrase.is_bare_adjective and parse.words[phrase.start] in surnames:
                continue  # "Cuban smiled", of somebody called so
            for entity in _entities(phrase):
                if entity.country not in NO_STATES and entity.name not in shared and entity.type != "outlet":
                    counts[entity.country] += weight * self._place_weight(phrase, entity)
                    self._note(phrase.head, entity.country)
        filed = self._count_datelines(datelines, counts)
        self._count_cities(rest, counts)
        for country, weight in filed.items():
            if counts[country] == weight and len(counts) > 1:
                counts[country] = WEIGHT  # a bureau abroad: nothing else is told of where it stands
        self._evidence.sort()
        self._count_leaders(names, counts)
        if not counts:
            counts.update(self.kb.names.guess_country(sorted(names)))
        known, borne = list(counts), Counter[str]()
        for name in sorted(names):
            for country, share in self.kb.names.shares(name, known).items():
                if share:
                    borne[country] += round(NAME_WEIGHT * min(share, 1.0))
        for country, weight in borne.items():
            counts[country] += min(weight, counts[country])  # where names come from never says more than what is told
        self._rank(counts)

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether a name stands alone: "Republicans", and neither "French Republicans" nor "Free Democrats"."""
        return not phrase.modifiers and (phrase.start == 0 or not self.parse.words[phrase.start - 1][0].isupper())

    def _count_leaders(self, names: set[str], counts: Counter[str]) -> None:
        """Whoever has led a state speaks of it by a full name."""
        for name in sorted(names):
            country = self.kb.country_of_leader(name)
            if country is not None and country not in NO_STATES:
                counts[country] += WEIGHT

    def _rank(self, counts: Counter[str]) -> None:
        self.countries = [country for country, _ in counts.most_common()]
        self.is_contested = len(counts) > 1 and counts.most_common(2)[1][1] >= 0.6 * counts.most_common(1)[0][1]
        self.main = [country for country in self.countries[:4] if counts[country] >= MAIN_SHARE * counts[self.countries[0]]]
        self.default = self.countries[0] if self.countries else None
        total = sum(counts[country] for country in self.main)
        self.shares = {country: counts[country] / total for country in self.main}

    def _count_cities(self, phrases: list[tuple[Phrase, int]], counts: Counter[str]) -> None:
        known = [country for country, _ in counts.most_common()]
        for phrase, weight in phrases:
            if not phrase.all_places:
                continue
            weight *= DATELINE_WEIGHT if is_dateline(self.parse, phrase) else PLACE_WEIGHT
            for place in phrase.all_places:
                city = place.choose(known)
                if city is not None and (city.country in known or is_locative(self.parse, phrase)):
                    counts[city.country] += weight
                    self._note(phrase.head, city.country)

    def _count_datelines(self, datelines: dict[int, int], counts: Counter[str]) -> Counter[str]:
        """What the datelines count for each country, which `counts` is raised by."""
        parse, known, filed = self.parse, [country for country, _ in counts.most_common()], Counter[str]()
        for start, stop in datelines.items():
            name = parse.words[start:stop]
            entity = self.kb.find_entity([word.title() for word in name], parse.lower[start:stop], 0, stop - start)
            place = self.gazetteer.find(" ".join(name)) if entity is None else None
            city = place.choose(known) if place is not None else None
            country = entity[0].country if entity is not None else city.country if city is not None else None
            if country is not None:
                filed[country] += LEAD_WEIGHT * DATELINE_WEIGHT
                self._note(start, country)
                if self.filed is None and counts[country] >= FILED_SHARE * max(counts.values(), default=1):
                    self.filed = country
        counts.update(filed)
        return filed

    def _datelines(self) -> dict[int, int]:
        """First and last-but-one tokens of the names in capitals that open a paragraph and are parted from it by a dash."""
        parse, found = self.parse, {}
        for start, end in parse.paragraphs:
            stop = start
            while stop < min(start + 4, end) and parse.words[stop].isupper() and len(parse.words[stop]) > 1:
                stop += 1
            if stop > start and any(word in DASHES for word in parse.words[stop : min(stop + 14, end)]):
                found[start] = stop
        return found

    def _place_weight(self, phrase: Phrase, entity: Entity) -> int:
        if entity is not phrase.entity or not is_locative(self.parse, phrase):
            return 1
        return DATELINE_WEIGHT if is_dateline(self.parse, phrase) else PLACE_WEIGHT

    def note(self, token: int, country: str | None) -> None:
        """Keeps the country of a figure settled at a token, for whoever comes after and is told none."""
        if country is not None and country not in NO_STATES:
            insort(self._evidence, self._weigh(token, country))

    def _note(self, token: int, country: str) -> None:
        self._evidence.append(self._weigh(token, country))

    def _weigh(self, token: int, country: str) -> tuple[int, str, int]:
        """A country told at a token, with how near the token stands to its sentence's subject."""
        parse = self.parse
        label, depth = parse.labels[token], parse.depths[token]
        if label == "pobj":
            above = parse.heads[parse.heads[token]]
            start = parse.sentences[parse.sentence_of[token]][0]
            if parse.heads[token] - start <= 1 and parse.lower[parse.heads[token]] in ("in", "at", "from"):
                label, depth = "nsubj", -1  # the place its sentence opens with
            elif parse.labels[above] in SUBJECTS:
                label, depth = "nsubj", parse.depths[above]
        return token, country, depth if label in SUBJECTS or label == "poss" else FAR

    def at(self, token: int) -> str | None:
        """The country spoken of at a token, for whoever is told none; else the article's first."""
        return self.told_near(token) or self.default

    def sure(self, token: int) -> str | None:
        """The country in focus, and none where the article is as much about another one."""
        return self.told_near(token) or (None if self.is_contested else self.default)

    def inherited(self, phrase: Phrase) -> str | None:
        """The country in focus for a described actor who is told none; `None` for those of no one country, or from abroad."""
        lower, start = self.parse.lower, max(phrase.start, 0)
        role = phrase.role_start if phrase.role_start >= start else phrase.end
        if any(word in REGIONAL for word in lower[start:role]):
            return None
        if any(word in SENT or word in STATELESS for word in lower[role : phrase.end]):
            return None
        if is_at_sea(self.parse, phrase.head) or self.parse.lower[phrase.end : phrase.end + 3] in OUTSIDE:
            return None
        return country_before(self, phrase) or self._undergone(phrase) or self.told_near(phrase.head) or self._filed(phrase)

    def _filed(self, phrase: Phrase) -> str | None:
        """The country where the report was filed, for an office or body of state told none; else the first one."""
        is_official = phrase.role is not None and phrase.role.sector[:1] in OFFICIALS
        return self.filed if is_official and self.filed in self.main else self.default

    def _undergone(self, phrase: Phrase) -> str | None:
        """The article's own country for whoever another one does something to ("the Danish consul praised the nurses")."""
        parse, token = self.parse, phrase.head
        if token < 0 or parse.labels[token] not in ("dobj", "dative") or not phrase.definite or phrase.possessor is not None:
            return None
        doer = self.subject_country(parse.sentences[parse.sentence_of[token]][0], token)
        return self.default if doer is not None and doer != self.default and not self.is_contested else None

    def home(self, token: int, name: str, *, is_official: bool = False) -> str | None:
        """The likeliest country of a person the text tells none of: by the name, the focus and what the article is about.

        One who `is_official` ("Interior Minister Ana Bello said") is rather of the country where the report was filed, if the
        text speaks of it.
        """
        told = self.told_near(token)
        scores = self.kb.names.shares(name, self.main)
        for country in scores:
            scores[country] += self.shares[country]
        if told is not None:
            scores[told] = scores.get(told, 0.0) + FOCUS_WEIGHT
        elif is_official and self.filed in self.main:
            scores[self.filed] += FILED_WEIGHT
        return max(scores, key=lambda country: scores[country], default=None)

    def told_near(self, token: int) -> str | None:
        """The country of the place a sentence opens with, else of the subject nearest to its main clause.

        Of this sentence, or of the one before it in the paragraph.
        """
        parse = self.parse
        sentence = parse.sentence_of[token]
        start = parse.sentences[sentence][0]
        found = self._place_around(token) or self.subject_country(start, token)
        if found is None and sentence:
            first = parse.sentences[sentence - 1][0]
            is_same_voice = parse.quotation_of[max(start - 3, first)] < 0 or parse.quotation_of[token] >= 0
            if parse.paragraph_of[start] == parse.paragraph_of[first] and is_same_voice:
                found = self.subject_country(first, start)
        return found

    def _place_around(self, token: int) -> str | None:
        """The country of the place a relative clause with "where" tells of: "in Tbilisi, where prosecutors suspect"."""
        parse = self.parse
        for _ in range(MAX_CLIMB):
            above = parse.heads[token]
            if above == token:
                return None
            if parse.labels[token] == "relcl" and any(parse.lower[t] == "where" for t in range(parse.lefts[token], token)):
                at = bisect_left(self._evidence, (above,))
                is_told = at < len(self._evidence) and self._evidence[at][0] == above
                return self._evidence[at][1] if is_told else None
            token = above
        return None

    def told_between(self, start: int, end: int) -> list[tuple[int, str, int]]:
        """Tokens that tell a country, with it and with how near they stand to a subject, in text order."""
        return self._evidence[bisect_left(self._evidence, (start,)) : bisect_left(self._evidence, (end,))]

    def subject_country(self, start: int, end: int) -> str | None:
        """The country of the subject nearest to the main clause between two tokens."""
        best: tuple[int, int, str] | None = None
        for at in range(bisect_left(self._evidence, (start,)), bisect_left(self._evidence, (end,))):
            token, country, depth = self._evidence[at]
            if depth < FAR and (best is None or (depth, -token) < best[:2]):
                best = (depth, -token, country)
        return None if best is None else best[2]


def _entities(phrase: Phrase) -> tuple[Entity, ...]:
    """The names of the base in a phrase: its own, and those of the words before it."""
    return tuple(phrase.modifiers) if phrase.entity is None else (phrase.entity, *phrase.modifiers)
