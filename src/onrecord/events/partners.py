"""All who take part in an event that has no recipient, where its sentence names one of them: clashes, talks, joint patrols."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.memory import Ids, Memory, others
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.records import Parse

BROKERING = words("broker mediate facilitate")


def fill_partners(parse: Parse, parties: Parties, memory: Memory, draft: Draft) -> bool:
    """Sets the actors of a draft that all take part in; of one that is brokered, who brokers it and between whom.

    Returns:
        Whether the draft needs no recipient but those it has.
    """
    if draft.light is not None and parse.lemmas[draft.light] in BROKERING:
        _broker(parse, parties, draft, draft.light)
    if draft.frame.reciprocal:
        draft.actors = _fighters(parties, memory, draft) if draft.type == "ASSAULT" else _partners(parties, memory, draft)
    return draft.frame.reciprocal


def _broker(parse: Parse, parties: Parties, draft: Draft, light: int) -> None:
    """Who brokers talks is their actor, the two states brought together their recipients."""
    doer = arguments.doer(parse, light)
    who = parties.at(doer) if doer is not None else ()
    if who:
        draft.actors = who
        draft.recipients = others(parties.two_states(draft.token), draft)


def _fighters(parties: Parties, memory: Memory, draft: Draft) -> Ids:
    """The sides of a clash that names one or none: with whoever fights it, else those of the article's first fight."""
    if not draft.actors:
        return memory.first_fight()
    if len(draft.actors) > 1:
        return draft.actors
    foe = memory.opponent(draft)
    if not foe and memory.is_told(draft):
        foe = parties.rival(draft.actors)
    return (*draft.actors, *foe)


def _partners(parties: Parties, memory: Memory, draft: Draft) -> Ids:
    """Those who talk or work together: with one state of a story of two, the other one too ("suspended the talks")."""
    is_shared = draft.type in ("CONSULT", "COOPERATE") and draft.mode is None and draft.kind == "noun"
    is_one = len(draft.actors) == 1 and parties.are_states(draft.actors) and parties.are_side(draft.actors)
    if not is_shared or not is_one or not memory.is_told(draft):
        return draft.actors
    return (*draft.actors, *parties.rival(draft.actors))
