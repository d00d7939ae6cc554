"""A bare surname -> the leader or minister whom the press calls so, in a text that says nothing else of him or his state."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.names import fold
from onrecord.actors.phrases import PROPER, Phrase
from onrecord.actors.scene import Scene
from onrecord.actors.terms import LEADERS, WORLD_LEADERS, Found
from onrecord.records import Parse

SINGLE_OFFICES = LEADERS | {"foreign_minister", "defence_minister", "vice_president", "interior_minister", "finance_minister"}
GREAT_STATES = frozenset({"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "ISR", "TUR", "IND"})
"""States whose leaders the world's press calls by the surname, though others somewhere lead something by that name."""

PERSONAL = frozenset(("nsubj", "nsubjpass", "poss", "agent", "dobj", "dative"))
"""Places in a sentence where a bare surname is a person's."""

MAX_BEARERS = 6
"""Persons of the base who may bear a surname that is to mean a leader."""

FEW_BEARERS = 2
"""The same, where it is to mean a minister."""

IN_OFFICE = 0.3
"""Confidence from which a term of the knowledge base counts as running on the day."""

SURELY_IN_OFFICE = 0.8
"""The same, for a leader of whose state nothing else speaks."""


def known_by_surname(scene: Scene, phrase: Phrase, ranked: Sequence[Found], explicit: str | None) -> Found | None:
    """Whom a bare surname means: the only leader of that name on the day, by a name that few bear.

    Who leads none of the great states, or is a minister, is called so in a headline, a post or an opening sentence alone.

    Args:
        scene: the article's.
        phrase: the name.
        ranked: persons of the base who bear it, best first.
        explicit: the country that the phrase itself tells.
    """
    is_bare = len(phrase.name) == 1 and phrase.role is None and not scene.kb.names.gender(phrase.name[0])
    is_free = explicit is None or phrase.place is not None  # a place of that name tells no country of the person
    if not (is_bare and is_free and len(ranked) <= MAX_BEARERS and _is_personal(scene.parse, phrase.head)):
        return None
    opens = scene.parse.sentence_of[phrase.head] == 0
    offices = SINGLE_OFFICES if opens and len(ranked) <= FEW_BEARERS else LEADERS
    great = (found for found in ranked if found.person.country in GREAT_STATES and _serves(found, offices, IN_OFFICE))
    leaders = [found for found in ranked if opens and _serves(found, WORLD_LEADERS, SURELY_IN_OFFICE)]
    meant = next(great, None) or (leaders[0] if len(leaders) == 1 else None)
    return meant if meant is None or not _is_somebody_else(scene, phrase, meant) else None


def _is_personal(parse: Parse, head: int) -> bool:
    """Whether a name does or owns something or has something done to it, as persons do."""
    while parse.labels[head] == "conj":
        head = parse.heads[head]
    return parse.labels[head] in PERSONAL


def _serves(found: Found, offices: frozenset[str], least: float) -> bool:
    """Whether somebody has one of some offices on the day, as surely as asked."""
    return found.term is not None and found.term.office in offices and found.confidence >= least


def _is_somebody_else(scene: Scene, phrase: Phrase, found: Found) -> bool:
    """Whether the article gives the name to somebody by another given name ("Pedro Maduro, a mechanic")."""
    parse, surname = scene.parse, phrase.name[0]
    own = {word for name in (found.person.name, *found.person.aliases) for word in fold(name).split(" ")}
    return any(
        word == surname
        and parse.tags[token - 1] in PROPER
        and scene.kb.names.gender(parse.words[token - 1]) is not None
        and fold(parse.words[token - 1]) not in own
        for token, word in enumerate(parse.words)
        if token
    )
