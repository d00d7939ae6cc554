"""Phrases that stand for two parties at once: "both sides", "the two countries", "neither government", "the two Koreas"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Actor, Parse

SIDES = words("side country government state nation neighbour neighbor party capital army koreas foe rival ally leader")
DUAL = frozenset(("both", "two", "neither", "either"))
ENTITIES = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
"""Codes that stand for no state: "both countries" are never these."""

FIRST_SENTENCES = 3
"""Sentences at the start of a text in which a country named once may be a side of its story."""

LEAST_SHARE = 0.25
"""How often the second country must be named for each time the first is, to be the other side of a story of two."""


def is_dual(parse: Parse, token: int) -> bool:
    """Whether a phrase stands for two parties: a word for a side with "both", "two" or "neither", or such a word alone."""
    if parse.lower[token] in ("both", "neither") and parse.labels[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "dative"):
        return syntax.child(parse, token, "pobj", "prep") is None
    if parse.lemmas[token].lower() not in SIDES:
        return False
    return any(
        parse.lower[other] in DUAL for other in syntax.children_of(parse, token, "det", "nummod", "predet", "preconj", "amod")
    )


def two_countries(parse: Parse, token: int, named: Mapping[int, str | None], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The two states a dual phrase means: those named before it in its sentence or the last, if just two, else the article's.

    Whoever does something to "both sides" is neither of them. Empty when the article is not about two states.
    """
    countries = {t: country for t, name in named.items() if (country := _state(actors.get(name or ""))) is not None}
    doer = _country_of_doer(parse, token, countries)
    countries = {t: country for t, country in countries.items() if country != doer}
    sentence = parse.sentence_of[token]
    for first in (sentence, sentence - 1):
        start = parse.sentences[max(first, 0)][0]
        near = dict.fromkeys(country for t, country in sorted(countries.items()) if start <= t < token)
        if near:
            break
    counts = Counter(countries.values())
    if parse.lower[token] == "koreas":
        return ("KOR", "PRK")
    if len(near) == 2 and (sentence < FIRST_SENTENCES or all(counts[country] > 1 for country in near)):
        return tuple(near)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))[:2]
    return tuple(ranked) if len(ranked) == 2 and counts[ranked[1]] >= LEAST_SHARE * counts[ranked[0]] else ()


def _country_of_doer(parse: Parse, token: int, countries: Mapping[int, str]) -> str | None:
    """The country of whoever acts on a phrase that is no subject itself, or does a verb of mediating."""
    if parse.labels[token] in syntax.SUBJECTS:
        return None
    verb = next((above for above in (token, *syntax.ancestors(parse, token)) if parse.pos[above] in ("VERB", "AUX")), None)
    subject = syntax.subject(parse, verb) if verb is not None else None
    return countries.get(subject) if subject is not None and subject != token else None


def is_state(country: str | None) -> bool:
    """Whether a code is that of a state, not of a body or kind of organisation."""
    return bool(country) and country not in ENTITIES


def _state(actor: Actor | None) -> str | None:
    country = actor.country if actor is not None else None
    return country if is_state(country) else None
