"""Whether a word of politics is meant politically where it stands: no danger as THREATEN, no poll as SUPPORT, no tour as a visit.

General news is full of the lexicon's words in other senses. The checks of `saying`, `doing`, `daily`, `idioms` and `affairs` and,
for news about parties and elections, of `campaigns` say of one type when an event is none; the sieve leaves such drafts out.
"""

from __future__ import annotations

from functools import cache

from onrecord.events import affairs, campaigns, daily, doing, idioms, saying
from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.scene import Check, Scene
from onrecord.events.tables import members, words
from onrecord.language import syntax
from onrecord.records import Parse

FIRMS = words("company firm business agency fee contract industry service")
"""Nouns before which a word in -ing says what a house does ("a consulting firm")."""


def is_meant(scene: Scene, draft: Draft) -> bool:
    """Whether nothing round the word says that it is used in another sense than that of its type."""
    if is_preposition(scene.parse, draft.token) or _is_part(scene.parse, draft.token):
        return False
    return not any(check(scene, draft) for check in _checks(draft.type, in_campaign=scene.campaign))


@cache
def _checks(name: str, *, in_campaign: bool) -> tuple[Check, ...]:
    """What speaks against an event of a type."""
    parts = (saying, doing, daily, idioms, affairs, *((campaigns,) if in_campaign else ()))
    return tuple(check for part in parts for check in part.CHECKS.get(name, ()))


def is_preposition(parse: Parse, token: int) -> bool:
    """A participle that is a preposition: "barring an upset", "given that"."""
    if parse.lower[token] not in ("barring", "given"):
        return False
    first = parse.sentences[parse.sentence_of[token]][0]
    if parse.lower[token] == "barring" and token > first and parse.lower[token - 1] not in (",", "and", "—", "-"):
        return False
    return syntax.child(parse, token, "aux", "auxpass", "nsubj", "nsubjpass", "agent") is None


def _is_part(parse: Parse, token: int) -> bool:
    """A participle that ends a compound ("hard-pressed"); what one does to oneself ("self-defence"); a word of a name ("the
    Bureau of Investigation")."""
    if token > 1 and parse.lower[token - 1] == "-" and parse.lower[token - 2] == "self":
        return True
    is_modifier = parse.labels[token] in ("amod", "compound", "nmod")
    if parse.lower[token].endswith("ing") and is_modifier and parse.lemmas[parse.heads[token]] in FIRMS:
        return True
    above = parse.heads[token]
    if parse.tags[token] == "NNP" and parse.labels[token] == "pobj" and parse.lower[above] == "of":
        return parse.tags[parse.heads[above]] == "NNP" and parse.words[token].istitle()
    return parse.tags[token] == "VBN" and token > 1 and parse.lower[token - 1] == "-" and parse.labels[token] in ("amod", "acomp")


def are_things(parties: Parties, ids: tuple[str, ...]) -> bool:
    """Whether all of the actors are things that somebody described ("the ad", "its value"): nothing that can act."""
    rows = [parties.actors[i] for i in ids if i in parties.actors]
    return bool(rows) and all(row.type != "person" and _head(row.name) in members("thing") for row in rows)


def _head(name: str) -> str:
    """The head of a described party's name, as a singular."""
    head = name.split(" of ")[0].split(" to ")[0].split(",")[0].split()[-1:] or [""]
    return head[0].lower().removesuffix("s")
