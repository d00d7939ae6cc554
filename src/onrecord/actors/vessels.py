"""Ships of an article: what a name beside "tanker" means, and of which country a crew is."""

from __future__ import annotations

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.phrases import Phrase
from onrecord.actors.words import CREWS, VESSELS
from onrecord.records import Parse

FORE = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})
"""Labels of the words before a ship that may tell whose it is ("a Greek tanker", "the Greek-owned tanker")."""


class Vessels:
    """The ships one article tells of, by the tokens of their nouns, with the countries the text gives them."""

    def __init__(self, parse: Parse, kb: KnowledgeBase) -> None:
        self.parse = parse
        self.kb = kb
        self._told: dict[int, str] | None = None

    def named_by(self, phrase: Phrase) -> int | None:
        """The noun of the ship whose name a phrase is ("the ferry Solvej"); `None` where it names none."""
        parse = self.parse
        first = phrase.end - 1
        while first > phrase.start and parse.words[first - 1][0].isupper():
            first -= 1
        before = first - 1
        return before if before >= 0 and parse.lemmas[before] in VESSELS and parse.words[before].islower() else None

    def country_at(self, noun: int) -> str | None:
        """The country told before the noun of a ship, as owner or flag."""
        return self._countries().get(noun)

    def of_crew(self, phrase: Phrase) -> str | None:
        """The country of the ship a crew is of: of the last one told before it, else of the first one after it."""
        if phrase.head < 0 or self.parse.lemmas[phrase.head] not in CREWS:
            return None
        told = self._countries()
        before = [noun for noun in told if noun < phrase.head]
        noun = before[-1] if before else next(iter(told), None)
        return told[noun] if noun is not None else None

    def _countries(self) -> dict[int, str]:
        if self._told is None:
            nouns = [token for token, lemma in enumerate(self.parse.lemmas) if lemma in VESSELS]
            found = ((noun, self._before(noun)) for noun in nouns)
            self._told = {noun: country for noun, country in found if country is not None}
        return self._told

    def _before(self, noun: int) -> str | None:
        parse = self.parse
        head = parse.heads[noun] if parse.labels[noun] == "compound" else noun  # "the Danish ferry Solvej"
        for token in range(parse.lefts[head], noun):
            if parse.labels[token] in FORE and parse.lower[token] in self.kb.forms:
                found = self.kb.find_entity(parse.words, parse.lower, token, noun)
                if found is not None and found[0].kind in ("name", "adjective", "demonym"):
                    return found[0].country
        return None
