"""Closed classes of words that the stage reads, from `data/words.tsv`."""

from __future__ import annotations

from onrecord.actors.kbdata import read_lines
from onrecord.language.word_lists import load_stateless


def read_classes() -> dict[str, frozenset[str]]:
    """Each class of `words.tsv` and its words, in lower case."""
    rows = (line.split("\t") for line in read_lines("words.tsv")[1:])
    return {name: frozenset(words.split(" ")) for name, words in rows}


_CLASSES = read_classes()
AIMED = _CLASSES["aimed"]
"""Lemmas of words said to or of somebody that call for his answer ("accused Bello", "asked the minister")."""

ANSWERS = _CLASSES["answer"]
"""Nouns of answers: theirs who were asked or accused before."""

BODY_NOUNS = _CLASSES["body_noun"]
"""Nouns that a capitalised name of a body ends with, or begins with before "of" or "for"."""

BUILDINGS = _CLASSES["building"]
"""Role words of bodies that are also where something happens ("marched on parliament", "died at the camp")."""

CHARITY = _CLASSES["charity"]
"""Words of the names of aid groups, which work across borders (NGO)."""

DAYS = _CLASSES["day"]
DEEDS = _CLASSES["deed"]
"""Nouns for what somebody does: what they say is said by the doer ("Kyiv's reaction")."""

FORMER = _CLASSES["former"]
FOREIGN_HAND = _CLASSES["foreign_hand"]
"""Participles behind a state's name and a hyphen that tell who helps or holds somebody, not whose he is ("Soviet-backed")."""

HARM = _CLASSES["harm"]
"""Lemmas of deeds done to others: whoever suffers them is not of the doer's side."""

HOSTILE = _CLASSES["hostile"]
"""Lemmas of deeds, beside those of harm, that nobody does to what is his own."""

JUDGED = _CLASSES["judged"]
"""Lemmas of praise, reproach and punishment, whose reasons are told of whoever gets them."""

MEN = _CLASSES["man"]
MOTION = _CLASSES["motion"]
"""Lemmas after which "to" a city is a way to it, not something said to its government."""

OUTLET_NOUNS = _CLASSES["outlet_noun"]
"""Nouns that names of media end with."""

PAPERS = _CLASSES["paper"]
"""Nouns for what is written or said: held by whoever it is of."""

PARTICLES = _CLASSES["particle"]
PEACEKEEPERS = _CLASSES["peacekeeper"]
"""Role words of troops that are the United Nations' where no other body is told."""

QUARTERS = _CLASSES["quarter"]
"""Words before a state's name that mean a part of it."""

REGIONAL = _CLASSES["regional"]
"""Adjectives after which an actor is of no one country: "a Western diplomat"."""

REPLIES = _CLASSES["reply"]
"""Lemmas of answers: whoever gives them was asked or accused before."""

SPOKESMEN = _CLASSES["spokesman"]
"""Lemmas of those who speak for one person, of whom they speak."""

STATELESS = load_stateless()
"""Role words of people whom where they are tells no country of."""

SENT = _CLASSES["sent"]
"""Role words of those who serve their country in another one, so that where they are tells nothing."""

NOBODIES = _CLASSES["nobody"]
"""Pronouns that stand for nobody in particular."""

QUANTIFIERS = _CLASSES["quantifier"]
VESSELS = _CLASSES["vessel"]
"""Nouns of ships that are no ships of war."""

CROWD = _CLASSES["crowd"]
"""Lemmas of what people in the street do, not those sent against them."""

FORCES = _CLASSES["force"]
"""Lemmas of what police and soldiers do, not people in the street."""

CREWS = _CLASSES["crew"]
WOMEN = _CLASSES["woman"]

_THINGS = PAPERS | DEEDS | _CLASSES["thing"]
_ABSTRACT = ("tion", "sion", "ment", "ness", "ism", "ance", "ence", "ship", "dom")


def is_thing(lemma: str) -> bool:
    """Whether a noun that is no role names a deed, a document or a matter, which "he" and "she" cannot mean."""
    return lemma in _THINGS or (len(lemma) > 6 and lemma.endswith(_ABSTRACT))
