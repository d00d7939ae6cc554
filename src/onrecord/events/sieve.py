"""Which drafts stay: the cheapest precision there is, a party that can be told and the company each type needs."""

from __future__ import annotations

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.language import syntax
from onrecord.records import Parse

NEEDS_ACTOR = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"))
"""Types that are acts of words: without somebody who speaks they are none."""

NEEDS_RECIPIENT = frozenset(("COOPERATE",))
GENERIC = frozenset(("somebody", "someone", "anyone", "people", "everyone", "one", "you", "nobody"))


def keep_drafts(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """The drafts that are worth a row, by token."""
    kept = {token: draft for token, draft in sorted(drafts.items()) if _is_kept(parse, parties, draft, drafts)}
    told = {draft.type for draft in kept.values() if parties.is_coded((*draft.actors, *draft.recipients))}
    for token, draft in drafts.items():
        if token not in kept and draft.type in told and _is_topical(parse, draft, drafts):
            kept[token] = draft
    return dict(sorted(kept.items()))


def _is_kept(parse: Parse, parties: Parties, draft: Draft, drafts: dict[int, Draft]) -> bool:
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
    if _is_crowd_demand(parse, draft, drafts) or _is_toll(parse, draft, drafts):
        return False
    return not (draft.kind == "noun" and draft.light is None and not _has_slot(draft))


def _is_topical(parse: Parse, draft: Draft, drafts: dict[int, Draft]) -> bool:
    """Whether an event whose parties the sentence leaves out may stay because the article tells of others of its type."""
    if draft.type in NEEDS_ACTOR and draft.kind != "governor":
        return False
    return draft.kind != "noun" and not _is_crowd_demand(parse, draft, drafts)


def _is_crowd_demand(parse: Parse, draft: Draft, drafts: dict[int, Draft]) -> bool:
    """What a crowd asks for by its protest is no second event ("blocked the road to demand ...")."""
    if draft.type not in ("REQUEST", "ACCUSE") or parse.labels[draft.token] not in ("advcl", "xcomp"):
        return False
    above = drafts.get(parse.heads[draft.token])
    near = [above] if above is not None else [d for d in drafts.values() if d.light == parse.heads[draft.token]]
    return any(other.type == "PROTEST" for other in near)


def _is_toll(parse: Parse, draft: Draft, drafts: dict[int, Draft]) -> bool:
    """The count of victims after a deed is no second deed ("shelled the camp, killing six")."""
    if parse.lemmas[draft.token] not in ("kill", "wound", "injure", "maim") or parse.tags[draft.token] != "VBG":
        return False
    sentence = parse.sentence_of[draft.token]
    return any(d.type == "ASSAULT" and d is not draft and parse.sentence_of[t] == sentence for t, d in drafts.items())


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
