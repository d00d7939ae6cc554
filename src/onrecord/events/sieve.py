"""Which drafts stay: the cheapest precision there is, a party that can be told and the company each type needs."""

from __future__ import annotations

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.language import syntax
from onrecord.records import Parse

NEEDS_ACTOR = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"))
"""Types that are acts of words: without somebody who speaks they are none."""

NEEDS_RECIPIENT = frozenset(("COOPERATE", "SUPPORT"))
GENERIC = frozenset(("somebody", "someone", "anyone", "people", "everyone", "one", "you", "nobody"))


def keep_drafts(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """The drafts that are worth a row, by token."""
    return {token: draft for token, draft in sorted(drafts.items()) if _is_kept(parse, parties, draft)}


def _is_kept(parse: Parse, parties: Parties, draft: Draft) -> bool:
    everybody = (*draft.actors, *draft.recipients)
    if not everybody and draft.same_as is None:
        return False
    if draft.same_as is None and not parties.is_coded(everybody) and draft.kind != "governor":
        return False
    if draft.type in NEEDS_ACTOR and not draft.actors and draft.same_as is None:
        return _is_passive_act(parse, draft)
    if draft.frame.reciprocal and draft.type in ("CONSULT", "COOPERATE", "AGREE") and draft.kind == "verb":
        return len(everybody) > 1 or _is_plural(parse, draft)
    if draft.type in NEEDS_RECIPIENT and draft.kind != "governor" and not draft.frame.reciprocal:
        return bool(draft.recipients)
    return not (draft.kind == "noun" and draft.light is None and not _has_slot(draft))


def _is_passive_act(parse: Parse, draft: Draft) -> bool:
    """An accusation or demand in the passive keeps its recipient without an actor ("was accused of")."""
    return bool(draft.recipients) and draft.type in ("ACCUSE", "REQUEST") and draft.kind in ("verb", "governor")


def _is_plural(parse: Parse, draft: Draft) -> bool:
    subject = syntax.subject(parse, draft.token)
    return subject is not None and (
        parse.tags[subject] in ("NNS", "NNPS") or len(draft.actors) > 1 or parse.lower[subject] == "they"
    )


def _has_slot(draft: Draft) -> bool:
    return bool(draft.actors or draft.recipients or draft.same_as is not None)
