"""Described people of whom no country is told -> the one told before: the other side's, the place's, a people's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.actors.phrases import Phrase
from onrecord.actors.words import CREWS, HARM, VESSELS
from onrecord.language.syntax import agent
from onrecord.records import Parse

if TYPE_CHECKING:
    from onrecord.actors.focus import Focus

LOCALS = frozenset({
    "residents", "villagers", "locals", "neighbours", "neighbors", "inhabitants", "townspeople", "witnesses", "bystanders",
    "onlookers", "medics", "rescuers", "passers-by", "shopkeepers", "parishioners", "worshippers",
})  # fmt: skip
"""Who are of the place something happened in."""

SOMEBODY = frozenset({
    "men", "women", "prisoners", "captives", "detainees", "hostages", "boys", "girls", "victims", "dead", "abductees",
    "convicts", "suspects", "inmates", "activists", "tourists", "nationals", "citizens", "deportees", "couple", "pair",
})  # fmt: skip
"""What people are called who were told of before by their nation ("three Danes ... the captives")."""

PEOPLE_TAGS = frozenset(("NNS", "NNPS"))
PLACED = frozenset(("in", "at", "near", "outside", "around", "on", "inside"))


def country_before(focus: Focus, phrase: Phrase) -> str | None:
    """The country that the words before tell of people placed nowhere; `None` where they tell none."""
    word = focus.parse.lower[phrase.head]
    if word in SOMEBODY and phrase.definite:
        found = _people_told(focus, phrase.head)
    elif word in LOCALS:
        found = _place_told(focus, phrase.head)
    else:
        found = None
    return found or _other_side(focus, phrase.head)


def is_at_sea(parse: Parse, token: int) -> bool:
    """Whether those meant are the crew of a ship told of just before, whose flag nobody tells."""
    if parse.lemmas[token] not in CREWS:
        return False
    start = parse.sentences[max(parse.sentence_of[token] - 1, 0)][0]
    return any(parse.lemmas[other] in VESSELS for other in range(start, token))


def _before(parse: Parse, token: int) -> int:
    """Where the sentence before a token's begins, or its own if it opens the paragraph."""
    sentence = parse.sentence_of[token]
    start = parse.sentences[sentence][0]
    first = parse.sentences[max(sentence - 1, 0)][0]
    return first if parse.paragraph_of[first] == parse.paragraph_of[start] else start


def _people_told(focus: Focus, token: int) -> str | None:
    parse = focus.parse
    told = [(at, country) for at, country, _ in focus.told_between(_before(parse, token), token) if parse.tags[at] in PEOPLE_TAGS]
    undergoing = [country for at, country in told if parse.labels[at] in ("dobj", "nsubjpass", "pobj")]
    return undergoing[-1] if undergoing else told[-1][1] if told else None


def _place_told(focus: Focus, token: int) -> str | None:
    """The country of the last place that something is told to have happened in."""
    parse = focus.parse
    for at, country, _ in reversed(focus.told_between(_before(parse, token), token)):
        if parse.labels[at] == "pobj" and parse.lower[parse.heads[at]] in PLACED:
            return country
    return None


def _other_side(focus: Focus, token: int) -> str | None:
    """The other country told of before whoever is harmed: "Omani gunners shelled a Yemeni village, wounding two farmers"."""
    parse = focus.parse
    verb = parse.heads[token]
    label = parse.labels[token]
    if parse.lemmas[verb] not in HARM or not (label == "dobj" or (label == "nsubjpass" and agent(parse, verb) is None)):
        return None
    first, start = _before(parse, token), parse.sentences[parse.sentence_of[token]][0]
    doer = focus.subject_country(start if label == "dobj" else first, token)
    told = focus.told_between(first, token)
    return next((country for _, country, _ in reversed(told) if doer is not None and country != doer), None)
