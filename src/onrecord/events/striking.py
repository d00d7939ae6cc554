"""Whom a deed of force or power hits, where its sentence names nobody: those in the thing that is hit, those caught before.

Each function is a rule of `recall.py`: it gives the recipients of a draft that names none, empty when it knows nobody.
"""

from __future__ import annotations

from onrecord.events import arguments, targets
from onrecord.events.drafts import Draft
from onrecord.events.memory import Ids
from onrecord.events.story import Story
from onrecord.events.tables import words
from onrecord.language import syntax

CAUGHT = words("him her them")
ARREST = words("arrest detain free release let jail hold seize search confiscate question")


def hit(story: Story, draft: Draft) -> Ids:
    """Those an act of force hits: who is in the thing it hits, else whom the other drafts of the happening tell."""
    march = next((story.memory.at[t] for t in targets.hit_tokens(story.parse, draft) if t in story.memory.at), None)
    if march is not None and march.type == "PROTEST":
        return march.actors
    token = targets.find_target(story.parse, draft)
    if token is not None:
        country = targets.country_of_target(story.parse, story.parties, token, story.places)
        foe = story.memory.opponent(draft)
        country = country or next((story.parties.actors[i].country for i in foe if i in story.parties.actors), None)
        country = country or (story.parties.home() if story.memory.at_war else None)
        return (story.parties.people(token, country),) if country is not None else ()
    if targets.is_anybody(story.parse, draft):
        return story.memory.victims(draft)
    if draft.type != "ASSAULT" or targets.has_target(story.parse, draft) or _is_denied(story, draft):
        return ()
    return story.memory.hit_elsewhere(draft) or story.memory.opponent(draft)


def _is_denied(story: Story, draft: Draft) -> bool:
    carriers = [draft.token, *([draft.light] if draft.light is not None else [])]
    carriers += [t for token in carriers for t in syntax.children_of(story.parse, token, "dobj", "nsubj", "nsubjpass")]
    return any(syntax.is_negated(story.parse, t) or story.parse.lower[t] in syntax.NEGATIONS for t in carriers)


def beside(story: Story, draft: Draft) -> Ids:
    """Whom the verb it is coordinated with is done to ("detained two and freed them"); of a "them" that nobody knows, whoever
    was caught last."""
    thing = arguments.undergoer(story.parse, draft.token) if draft.kind == "verb" else None
    if thing is not None and story.parse.lower[thing] in CAUGHT and not story.parties.is_named(thing):
        return story.memory.caught(draft)
    above = story.memory.at.get(story.parse.heads[draft.token]) if story.parse.labels[draft.token] == "conj" else None
    if above is None or story.parse.lemmas[draft.token] not in ARREST or not set(above.actors) & set(draft.actors):
        return ()
    return above.recipients


def police(story: Story, draft: Draft) -> Ids:
    """Against whom stones are thrown and cars burnt, in a country whose police the article tells of."""
    is_deed = draft.kind == "verb" and draft.mode in ("riot", "vandalize")  # a "revolt" may be one of delegates
    return story.parties.police_of(draft.actors) if is_deed else ()
