"""What a role is told of: the party and the part of a country, which two persons of one role do not share."""

from __future__ import annotations

from onrecord.actors.cast import Figure
from onrecord.actors.phrases import Phrase
from onrecord.actors.roles import POLITICAL, Role
from onrecord.actors.scene import Scene

PARTIES = {
    "democratic": "democrat", "democrat": "democrat", "democrats": "democrat", "republican": "republican", "gop": "republican",
    "republicans": "republican", "labour": "labour", "conservative": "conservative", "tory": "conservative", "liberal": "liberal",
    "socialist": "socialist", "green": "green", "libertarian": "libertarian", "social": "social democrat",
}  # fmt: skip
"""Words before a role -> the party meant."""


COALITIONS = {"YEM": "SAU", "IRQ": "USA", "SYR": "USA", "AFG": "USA"}
"""Countries in which a coalition of states has fought in this century, and who led it."""


def leader_of(scene: Scene, role: Role) -> str | None:
    """The country that leads the coalition of states which fights in one the article speaks of too."""
    if role.term not in ("coalition", "coalition forces"):
        return None
    told = scene.focus.countries
    return next((leader for land in told if (leader := COALITIONS.get(land)) in told), None)


def party_of(scene: Scene, phrase: Phrase) -> str | None:
    """The party that a word before the role tells ("the Republican nominee"); outside politics it is an opinion or a colour."""
    parse, role = scene.parse, phrase.role
    if role is None or role.kind == "body" or not POLITICAL.issuperset(role.sector[:1]):
        return None
    stop = max(phrase.role_start, phrase.start)
    told = (PARTIES.get(parse.lower[token]) for token in range(max(phrase.start, 0), stop) if parse.words[token][0].isupper())
    return next((party for party in told if party), None)


def region_of(scene: Scene, phrase: Phrase) -> str | None:
    """The part of a country that a role is told of: "Ohio governor", "the governor of Ohio", in lower case."""
    if phrase.role is None or phrase.role.kind == "body":
        return None
    for owner in (phrase.possessor, phrase.of):
        if owner is not None and owner.entity is not None and owner.entity.kind == "region":
            return scene.text(owner).lower()
    if not any(entity.kind == "region" for entity in phrase.modifiers):
        return None
    lower, words = scene.parse.lower, scene.parse.words
    for token in range(max(phrase.start, 0), phrase.head):
        found = scene.kb.find_entity(words, lower, token, phrase.head + 1) if lower[token] in scene.kb.forms else None
        if found is not None and found[0].kind == "region":
            return " ".join(lower[token : found[1]])
    return None


def is_of_another(figure: Figure, party: str | None, region: str | None) -> bool:
    """Whether a figure is told to be of another party or part of the country than a role is."""
    if party and figure.party and party != figure.party:
        return True
    if not region:
        return False
    if figure.region:
        return figure.region != region
    titles = [term.title.lower() for term in figure.person.terms if " of " in term.title] if figure.person is not None else []
    return bool(titles) and not any(region in title for title in titles)


def is_part_of_body(scene: Scene, phrase: Phrase) -> bool:
    """Whether a word before "lawmakers" says that they are some of them only: a party's, a people's, a few."""
    parse = scene.parse
    start, stop = max(phrase.start, phrase.core, 0), phrase.role_start
    before = [token for token in range(start, stop) if parse.tags[token] not in ("DT", "PRP$", "POS")]
    states = sum(parse.lower[token] in scene.kb.forms for token in before)
    return len(before) > max(states, 1) or any(
        parse.lower[token] in PARTIES or parse.tags[token] in ("CD", "JJS", "JJR") for token in before
    )
