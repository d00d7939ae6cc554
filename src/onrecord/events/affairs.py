"""Public affairs that are no event: quarrels of words, commitments that stand, blows to an economy."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import Check, Scene, is_violent
from onrecord.events.tables import members, words
from onrecord.language import syntax

TOPICS = frozenset(("about", "over", "between"))
"""Prepositions after which stands what people fight about, or who they are, where no force is meant."""

GROUND = frozenset(("place", "border", "property", "road"))
CONTENTIONS = words("battle fight clash war combat duel skirmish")
AFFAIRS = words("economy industry currency price stock share image reputation brand popularity standing finance sector")
MAKING = words("make give offer announce repeat reiterate renew reaffirm affirm deliver sign secure obtain win extract get seek")
STANDING = words("commitment consent")


def _is_row(scene: Scene, draft: Draft) -> bool:
    """Persons who clash over something, without police, force or crowd."""
    if draft.mode != "riot" or scene.lemma(draft) != "clash" or is_violent(scene.parse, draft.token):
        return False
    sides = (*draft.actors, *draft.recipients)
    if scene.parties.has_people(sides) or scene.parties.has_sector(sides, "COP"):
        return False
    over = {scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "prep")}
    return not over.isdisjoint(("over", "on", "about"))


def _is_dispute(scene: Scene, draft: Draft) -> bool:
    """A fight about something, or between things, where no arms are told of."""
    if draft.mode is not None or scene.lemma(draft) not in CONTENTIONS or is_violent(scene.parse, draft.token):
        return False
    sides = (*draft.actors, *draft.recipients)
    if sides and not scene.parties.are_unarmed(sides):
        return False
    thing = arguments.undergoer(scene.parse, draft.token) if draft.kind == "verb" else None
    heads = [draft.token] if thing is None else [draft.token, thing]
    preps = [t for head in heads for t in syntax.children_of(scene.parse, head, "prep") if scene.parse.lower[t] in TOPICS]
    things = [t for p in preps for t in syntax.children_of(scene.parse, p, "pobj")]
    return any(not scene.parties.at(t) and not scene.parties.classes(t) & GROUND for t in things)


def _is_setback(scene: Scene, draft: Draft) -> bool:
    """What prices, shares and good names suffer ("the economy was battered")."""
    if draft.kind != "verb" or scene.lemma(draft) not in members("figurative"):
        return False
    hit = arguments.undergoer(scene.parse, draft.token)
    return hit is not None and scene.parse.lemmas[hit] in AFFAIRS


def _is_standing(scene: Scene, draft: Draft) -> bool:
    """A commitment that somebody has, not one he makes ("doubts about its commitment to the alliance")."""
    if not scene.calm or scene.parse.pos[draft.token] != "NOUN" or scene.lemma(draft) not in STANDING:
        return False
    if scene.lemma(draft) == "consent" and scene.parse.lower[max(0, draft.token - 1)] in ("without", "and"):
        return True
    above = scene.parse.heads[draft.token]
    made = {scene.parse.lemmas[above], *(scene.parse.lemmas[t] for t in scene.parse.children[draft.token])}
    return draft.same_as is None and made.isdisjoint(MAKING)


def _is_hired_help(scene: Scene, draft: Draft) -> bool:
    """Help to nobody told, in news that is not about fighting ("hired a team to help sell the plan")."""
    return scene.calm and draft.kind == "verb" and scene.lemma(draft) == "help" and not draft.recipients


CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (_is_standing,),
    "AID": (_is_hired_help,),
    "ASSAULT": (_is_dispute, _is_setback),
    "PROTEST": (_is_row,),
}
"""What speaks against an event, by type."""
