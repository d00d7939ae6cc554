"""Phrases that stand for two parties at once: "both sides", "the two countries", "neither government", "the two Koreas"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.events.standing import PUBLIC
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Actor, Parse

SIDES = words("side party army foe rival ally leader camp service force enemy")
"""Words for sides that states need not be: one of them may be an armed group."""

STATES = words("country government state nation neighbour neighbor capital koreas ministry")
DUAL = frozenset(("both", "two", "neither", "either"))
ENTITIES = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
"""Codes that stand for no state: "both countries" are never these."""

REBELS = frozenset(("REB", "UAF", "PRM"))
FIRST_SENTENCES = 3
"""Sentences at the start of a text in which a country named once may be a side of its story."""

LEAST_SHARE = 0.25
"""How often the second side must be named for each time the first is, to be the other side of a story of two."""

MOST_OUTRANKED = 2
"""How many times as often as the lesser of two sides told nearby a third one may be named."""


def is_dual(parse: Parse, token: int) -> bool:
    """Whether a phrase stands for two parties: a word for a side with "both", "two" or "neither", or such a word alone."""
    if parse.lower[token] in ("both", "neither") and parse.labels[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "dative"):
        return syntax.child(parse, token, "pobj", "prep") is None
    lemma = parse.lemmas[token].lower()
    if lemma not in SIDES and lemma not in STATES:
        return False
    return any(
        parse.lower[other] in DUAL for other in syntax.children_of(parse, token, "det", "nummod", "predet", "preconj", "amod")
    )


def two_sides(parse: Parse, token: int, named: Mapping[int, str | None], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The two sides a dual phrase means, each the code of a state or the id of an armed group.

    Two states named before it in its sentence or the last; else the two sides the article names most, of which either may be an
    armed group where the phrase does not speak of states. Whoever does something to "both sides" is neither of them. Empty when
    the article tells no story of two.
    """
    if parse.lower[token] == "koreas":
        return ("KOR", "PRK")
    sides = {t: side for t, name in named.items() if (side := _side(actors.get(name or ""))) is not None}
    doer = _side_of_doer(parse, token, sides)
    sides = {t: side for t, side in sides.items() if side != doer}
    counts = Counter(sides.values())
    of_states = parse.lemmas[token].lower() in STATES
    if of_states:
        counts = Counter({side: count for side, count in counts.items() if side not in actors})
    near = _told_near(parse, token, sides)
    if len(near) == 2 and _are_sides(parse, token, near, counts, of_states=of_states):
        return tuple(near)
    ranked = sorted(counts, key=lambda side: (-counts[side], side))[:2]
    return tuple(ranked) if len(ranked) == 2 and counts[ranked[1]] >= LEAST_SHARE * counts[ranked[0]] else ()


def _told_near(parse: Parse, token: int, sides: Mapping[int, str]) -> list[str]:
    """The sides told before a token in its sentence, else in the one before it."""
    sentence = parse.sentence_of[token]
    for first in (sentence, sentence - 1):
        start = parse.sentences[max(first, 0)][0]
        near = dict.fromkeys(side for t, side in sorted(sides.items()) if start <= t < token)
        if near:
            return list(near)
    return []


def _are_sides(parse: Parse, token: int, near: list[str], counts: Counter[str], *, of_states: bool) -> bool:
    """Whether two sides told nearby are meant: none named in passing, and, but for states, no third one named far more often."""
    if any(side not in counts for side in near):
        return False
    if parse.sentence_of[token] < FIRST_SENTENCES:
        return True
    less, more = sorted(counts[side] for side in near)
    third = max((count for side, count in counts.items() if side not in near), default=0)
    return less > 1 and (of_states or (third <= MOST_OUTRANKED * less and less >= LEAST_SHARE * more))


def _side_of_doer(parse: Parse, token: int, sides: Mapping[int, str]) -> str | None:
    """The side of whoever acts on a phrase that is not in the subject itself, or does a verb of mediating."""
    if parse.labels[token] in syntax.SUBJECTS:
        return None
    verb = next((above for above in (token, *syntax.ancestors(parse, token)) if parse.pos[above] in ("VERB", "AUX")), None)
    subject = syntax.subject(parse, verb) if verb is not None else None
    return sides.get(subject) if subject is not None and not syntax.is_inside(parse, token, subject) else None


def is_state(country: str | None) -> bool:
    """Whether a code is that of a state, not of a body or kind of organisation."""
    return bool(country) and country not in ENTITIES


def _side(actor: Actor | None) -> str | None:
    """The side an actor stands for: its own if it is an armed group, its state's if it is a state or of its public life."""
    if actor is None:
        return None
    if actor.type in ("group", "organisation") and set(actor.sector[:1]) & REBELS:
        return actor.id
    is_public = actor.type == "country" or bool(set(actor.sector[:1]) & PUBLIC)
    return actor.country if is_public and is_state(actor.country) else None
