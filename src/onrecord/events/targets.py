"""Whom an act of force hits when its clause names a thing or a number: those in the camp, the ship; "six"; "the wounded".

A place that is taken or entered stays a place; what is shelled, burnt or rammed stands for the people in it, of the country the
phrase tells, else of the party the one who acts is set against, else of the country the article plays in.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.heads import TIMES
from onrecord.events.parties import Parties
from onrecord.events.placing import Places, named_countries
from onrecord.events.tables import members, nationalities, words
from onrecord.language import syntax
from onrecord.records import Parse

AIMED_AT = frozenset(("ASSAULT", "COERCE"))
INHABITED = words(
    "camp village town neighbourhood neighborhood settlement house home hut tent hospital clinic school church mosque "
    "temple market shop hotel station post outpost checkpoint base barracks headquarters office embassy consulate convoy "
    "ship tanker vessel boat freighter ferry trawler helicopter plane aircraft airliner bus car train dairy farm prison "
    "factory crew port apartment block building dormitory kindergarten ward depot warehouse refinery plant airport airfield "
    "airbase garrison bunker truck lorry minibus ambulance suburb district refuge shelter university farmhouse schoolyard "
    "courtyard playground"
)
"""Things hit with the people in them."""

TAKING = words(
    "take retake seize capture recapture conquer reconquer occupy overrun enter storm march advance push hold invade leave"
)
"""Deeds that change who holds a place: nobody in it is meant."""

RELIEF = frozenset(("aid", "relief", "humanitarian"))
"""Words before a convoy or station of organisations that work across borders."""

ANYBODY = words("anybody anyone someone somebody nobody")
MUNITIONS = words("mortar rocket shell missile round shot bullet weapon gun gas canister bomb drone munition ammunition fire")


def find_target(parse: Parse, draft: Draft) -> int | None:
    """The token that stands for those who are hit, where it names no party itself."""
    if draft.type not in AIMED_AT or parse.lemmas[draft.token] in TAKING:
        return None
    return next(
        (token for token in hit_tokens(parse, draft) if _stands_for_people(parse, token, draft) and not _is_arm(parse, token)),
        None,
    )


def _is_arm(parse: Parse, token: int) -> bool:
    """A vessel or craft that is itself the weapon ("a truck laden with mines")."""
    return any(members("drone") & {parse.lemmas[t]} or parse.lemmas[t] in ("pack", "lade", "load") for t in parse.children[token])


def hit_tokens(parse: Parse, draft: Draft) -> Iterator[int]:
    """The tokens at the places of the draft's frame for those who undergo it."""
    carriers = [
        draft.token,
        *([draft.light] if draft.light is not None else []),
        *syntax.children_of(parse, draft.token, "dobj", "prt"),
    ]
    if draft.light is not None:
        carriers += [t for t in syntax.children_of(parse, draft.light, "dobj") if t not in carriers]
    if draft.light is not None and draft.light_kind == "get":  # "two villages came under fire"
        under = arguments.doer(parse, draft.light)
        yield from () if under is None else (under,)
    if draft.light is not None and draft.light_kind == "happen":  # "a strike hit a village"
        thing = arguments.undergoer(parse, draft.light)
        yield from () if thing is None or thing == draft.token else (thing,)
    for place in draft.frame.recipients:
        yield from arguments.place_tokens(parse, draft.token, place, carriers, noun=draft.kind == "noun")


def has_target(parse: Parse, draft: Draft) -> bool:
    """Whether the draft's own clause says what is hit, be it a party or a place."""
    return any(parse.lemmas[token] not in MUNITIONS and parse.lower[token] not in ANYBODY for token in hit_tokens(parse, draft))


def is_anybody(parse: Parse, draft: Draft) -> bool:
    """Whether the draft says that nobody or anybody is hit: those it is about are told elsewhere."""
    return any(parse.lower[token] in ANYBODY for token in hit_tokens(parse, draft))


def _stands_for_people(parse: Parse, token: int, draft: Draft) -> bool:
    if parse.lemmas[token] in TIMES or parse.lower[token] == "one" or syntax.is_negated(parse, token) or _is_any(parse, token):
        return False
    if parse.pos[token] == "NUM" or parse.lemmas[token] in ("dozen", "score", "hundred"):
        inner = next(arguments.prepositional(parse, [token], "of"), None)
        return inner is None or _stands_for_people(parse, inner, draft)
    if parse.lower[token] in ("wounded", "injured", "dead", "detained"):
        return True
    if parse.pos[token] == "PROPN":
        return draft.type == "ASSAULT" and draft.token < token
    return draft.type == "ASSAULT" and parse.lemmas[token] in INHABITED


def _is_any(parse: Parse, token: int) -> bool:
    """A thing that only might be hit ("any commercial ship")."""
    return any(parse.lower[t] == "any" for t in syntax.children_of(parse, token, "det"))


def country_of_target(parse: Parse, parties: Parties, token: int, places: Places) -> str | None:
    """The country the phrase itself tells: its owner's, or that of a place named in it; else the one an earlier mention of the
    thing told ("a Greek tanker ... the tanker")."""
    if any(parse.lower[t] in RELIEF for t in syntax.children_of(parse, token, "compound", "amod")):
        return "NGO"
    earlier = (t for t in range(token) if parse.lemmas[t] == parse.lemmas[token] and parse.pos[t] == "NOUN")
    for other in (token, *earlier):
        country = parties.owner_country(other) or _flag(parse, other) or next(iter(named_countries(parse, other, places)), None)
        if country is not None:
            return country
    return None


def _flag(parse: Parse, token: int) -> str | None:
    """The country of an adjective of nationality before a thing that is no party by itself ("the US embassy in Oslo")."""
    before = syntax.children_of(parse, token, "amod", "compound", "nmod")
    return next((code for t in before if parse.words[t][0].isupper() and (code := nationalities().get(parse.lower[t]))), None)
