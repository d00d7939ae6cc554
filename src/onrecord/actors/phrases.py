"""What a parse is searched for: phrases that may mean somebody, with their parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.actors.kbdata import Entity
from onrecord.actors.places import Place
from onrecord.actors.roles import Role
from onrecord.actors.words import BUILDINGS, MOTION
from onrecord.records import Parse

HONORIFICS = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "lady": "f",
    "dame": "f", "madame": "f", "madam": "f", "daw": "f", "sheikh": "m", "señor": "m", "señora": "f", "herr": "m", "frau": "f",
    "king": "m", "prince": "m", "queen": "f", "princess": "f",
}  # fmt: skip
LOCATIVE = frozenset({
    "in", "at", "outside", "near", "inside", "into", "across", "throughout", "around", "through", "within", "toward", "towards",
    "over", "off", "onto", "from", "to", "north", "south", "east", "west", "of",
})  # fmt: skip
PROPER = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS"})
PLACED = frozenset({
    "in", "at", "outside", "near", "inside", "into", "behind", "by", "toward", "towards", "around", "on", "onto", "through",
    "over", "across", "within",
})  # fmt: skip
"""Prepositions after which a building is a place; "from" and "of" may bring in its people."""

DASHES = frozenset({"-", "–", "—", "--"})
DATELINE_TOKENS = 14
"""The agency of a dateline stands at most so many tokens into its paragraph."""

SEAT_BUILDINGS = frozenset({"Kremlin", "House", "Street", "Palace", "Whitehall", "Pentagon", "Bottom", "Hill"})


@dataclass(slots=True, eq=False)
class Phrase:
    """One phrase. Tokens are indices; `start` and `end` bound what a mention of it covers.

    Attributes:
        entity: what its head names.
        modifiers, places, owners: states and bodies, cities and other proper words before its role.
        of, possessor: what the role belongs to by a preposition or a possessive.
        within: the body of a chain of titles ("coalition spokesman").
        name: a personal or unknown proper name, without titles; `is_body` says that it looks like a body's.
        same_as: the phrase it stands in apposition to.
        core: the token after a possessor.
        in_headline: a role of the headline whose owner only the article tells.
        tail: where the phrase ends with what it belongs to ("head of the mission").
        is_member: one or some of a group ("one of them").
        nation: what a predicate says somebody is ("Moss was an American").
        is_told_of: an office told of `same_as` in the same clause ("as governor"), which need not be the holder's today.
    """

    head: int
    start: int
    end: int
    pronoun: bool = False
    entity: Entity | None = None
    role: Role | None = None
    name: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    modifiers: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    owners: tuple[str, ...] = ()
    of: Phrase | None = None
    possessor: Phrase | None = None
    same_as: Phrase | None = None
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    former: bool = False
    is_body: bool = False
    place: Place | None = None
    within: Phrase | None = None
    role_start: int = -1
    is_member: bool = False
    tail: int = 0
    core: int = 0
    in_headline: bool = False
    is_told_of: bool = False
    nation: Entity | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it is a role of whom nothing else is told: "army", "mediators"."""
        told = (self.entity, self.name, self.modifiers, self.owners, self.places, self.of, self.possessor, self.within)
        return self.role is not None and not any(told) and not (self.indefinite or self.former or self.pronoun)

    @property
    def is_bare_adjective(self) -> bool:
        """Whether one word is a state's adjective and nothing else: more often a surname than a people ("Cuban smiled")."""
        return self.entity is not None and self.entity.kind == "adjective" and self.end - self.start == 1

    @property
    def all_places(self) -> tuple[Place, ...]:
        """Places before the role, and the one the phrase itself names."""
        return self.places if self.place is None else (*self.places, self.place)

    def take_role(self, other: Phrase) -> None:
        """Takes the role of a phrase in apposition with all that belongs to it."""
        self.role, self.titles = other.role, (*self.titles, *other.titles)
        self.modifiers = (*self.modifiers, *other.modifiers)
        self.places, self.owners = other.places, (*self.owners, *other.owners)
        self.within = self.within or other.within
        self.of, self.possessor = self.of or other.of, self.possessor or other.possessor
        self.former, self.plural = other.former, False


def mark_proper(parse: Parse, leads: Callable[[str], bool]) -> bytearray:
    """Tokens that are proper names: by their tag or, tagged as common nouns, by ending a full name elsewhere or being a leader's.

    Args:
        parse: the article's.
        leads: whether heads of a state bear a surname.
    """
    words, heads = parse.words, parse.heads
    marks, nouns = bytearray(len(words)), []
    for token, tag in enumerate(parse.tags):
        if tag in PROPER:
            marks[token] = True
        elif tag in COMMON and words[token][0].isupper():
            nouns.append(token)
    surnames = {
        words[token] for token, label in enumerate(parse.labels if nouns else (), 1)
        if label == "compound" and heads[token - 1] == token and marks[token - 1] and marks[token]
    }  # fmt: skip
    for token in nouns:
        marks[token] = words[token] in surnames or (_stands_alone(parse, token) and leads(words[token]))
    return marks


def _stands_alone(parse: Parse, token: int) -> bool:
    """Whether a noun does something without article or other words ("Trump met"), and is never written small."""
    is_bare = parse.lefts[token] == token and parse.labels[token] in ("nsubj", "nsubjpass", "poss")
    return is_bare and parse.lower[token] not in parse.words


def join_hyphens(words: list[str]) -> list[str]:
    """Words of a name with what the tokeniser cut at hyphens put together ("al", "-", "Assad")."""
    joined: list[str] = []
    glue = False
    for word in words:
        if word in ("-", "–", "‑", "'"):
            glue = True
            if joined:
                joined[-1] += "-" if word != "'" else "'"
        elif glue and joined:
            joined[-1] += word
            glue = False
        else:
            joined.append(word)
    return [word.strip("-'") for word in joined if word.strip("-'")]


def is_locative(parse: Parse, phrase: Phrase) -> bool:
    """Whether a name stands where something happens: after a preposition of place, or in a dateline."""
    head = parse.heads[phrase.head]
    if parse.labels[phrase.head] == "pobj":
        if parse.lower[head] == "to":
            return parse.lemmas[parse.heads[head]] in MOTION
        return parse.lower[head] in LOCATIVE
    return is_dateline(parse, phrase)


def is_dateline(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase opens its paragraph and a dash, a bracket or a comma follows with a dash soon after."""
    paragraph = parse.paragraphs[parse.paragraph_of[phrase.head]]
    if phrase.start - paragraph[0] > 3:
        return False
    after = parse.words[phrase.end : min(phrase.end + 10, paragraph[1])]
    return bool(after) and (after[0] in DASHES or after[0] in (",", "(")) and not DASHES.isdisjoint(after)


def is_mere_place(parse: Parse, phrase: Phrase) -> bool:
    """Whether a body called by its building is only where something happens: it stands after a word of place."""
    head = phrase.head
    if phrase.role is None or phrase.role.kind != "body" or phrase.entity is not None or parse.lower[head] not in BUILDINGS:
        return False
    return parse.labels[head] == "pobj" and parse.lower[parse.heads[head]] in PLACED


def is_dateline_place(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is the place, in capitals, of a dateline."""
    return parse.words[phrase.head].isupper() and is_dateline(parse, phrase)


def is_agency(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase stands in the brackets of a dateline: "SANAA, May 4 (Gulf Cable) - Two boats ..."."""
    words, start, end = parse.words, phrase.start, phrase.end
    if start < 2 or end + 1 >= len(words) or words[start - 1] != "(" or words[end] != ")":
        return False
    return words[end + 1] in DASHES and start - parse.paragraphs[parse.paragraph_of[start]][0] <= DATELINE_TOKENS
