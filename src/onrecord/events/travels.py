"""Those who travel: to the state whose city they go to, and for talks in which they take part."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.placing import Places
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

MOVES = words("arrive fly travel go come land head jet return be visit leave depart journey")
"""Verbs of who is on the way or has come somewhere."""

GOALS = ("to", "in")


def settle_travels(parse: Parse, parties: Parties, drafts: dict[int, Draft], places: Places) -> None:
    """Aims visits at the state of the city that is their goal, and lets who travels for talks take part in them."""
    for draft in drafts.values():
        if draft.type != "CONSULT":
            continue
        if draft.mode == "visit" and draft.kind == "verb":
            _aim(parse, parties, draft, places)
        elif draft.kind == "noun" and draft.frame.reciprocal:
            _join(parse, parties, draft)


def _aim(parse: Parse, parties: Parties, draft: Draft, places: Places) -> None:
    """A person of state who goes to a city abroad visits its state ("flew to Oslo")."""
    if draft.recipients or not places or not parties.is_public(draft.actors):
        return
    goals = [t for word in GOALS for t in arguments.prepositional(parse, [draft.token], word)]
    country = next((places[t].country for t in goals if t in places and places[t].country), None)
    if country is not None:
        state = parties.state(country)
        draft.recipients = () if parties.share_country(draft.actors, (state,)) else (state,)


def _join(parse: Parse, parties: Parties, draft: Draft) -> None:
    """Who comes "for talks with" somebody talks with him."""
    preposition = parse.heads[draft.token]
    verb = parse.heads[preposition]
    if parse.labels[draft.token] != "pobj" or parse.lower[preposition] != "for" or parse.lemmas[verb] not in MOVES:
        return
    if not any(parse.lower[t] == "with" for t in syntax.children_of(parse, draft.token, "prep")):
        return
    doer = arguments.doer(parse, verb)
    who = parties.at(doer) if doer is not None else ()
    draft.actors = tuple(dict.fromkeys((*who, *draft.actors)))
