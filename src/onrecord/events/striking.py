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
        return march.actors or story.memory.owner(march)
    token = targets.find_target(story.parse, draft)
    if token is not None:
        country = _country_of(story, draft, token)
        return (story.parties.people(token, country),) if country is not None else ()
    if targets.is_anybody(story.parse, draft):
        return story.memory.victims(draft) or (story.memory.marchers(draft) if draft.mode == "arrest" else ())
    if draft.type != "ASSAULT" or targets.has_target(story.parse, draft) or _is_denied(story, draft):
        return ()
    if not draft.actors and draft.kind == "verb" and arguments.is_passive(story.parse, draft.token):
        return ()  # "a shell fired from the hills": neither who fires nor at whom
    return story.memory.hit_elsewhere(draft) or story.memory.opponent(draft)


def _country_of(story: Story, draft: Draft, token: int) -> str | None:
    """The country of those in a thing that is hit: the phrase's, that of who is hit in the same sentence, of who accuses a
    countryman of it, of the foe, else the article's."""
    parties, memory = story.parties, story.memory
    country = targets.country_of_target(story.parse, parties, token, story.places)
    if country is not None:
        return country
    for near in (memory.hit_beside(draft), memory.accuser(draft), memory.opponent(draft)):
        country = next((parties.actors[i].country for i in near if i in parties.actors), None)
        if country is not None:
            return country
    return parties.home() if memory.at_war else None


def _is_denied(story: Story, draft: Draft) -> bool:
    if _is_unreal(story, draft.token):
        return False
    carriers = [draft.token, *([draft.light] if draft.light is not None else [])]
    carriers += [t for token in carriers for t in syntax.children_of(story.parse, token, "dobj", "nsubj", "nsubjpass")]
    return any(syntax.is_negated(story.parse, t) or story.parse.lower[t] in syntax.NEGATIONS for t in carriers)


def _is_unreal(story: Story, verb: int) -> bool:
    """Whether a clause says what would be if the deed had not been done ("had Oslo not fired"), so that it was."""
    parse = story.parse
    if parse.labels[verb] != "advcl" or parse.tags[verb] not in ("VBN", "VBD"):
        return False
    had = next((t for t in syntax.children_of(parse, verb, "aux") if parse.lower[t] in ("had", "'d")), None)
    subject = syntax.own_subject(parse, verb)
    is_if = any(parse.lower[t] == "if" for t in syntax.children_of(parse, verb, "mark"))
    return had is not None and subject is not None and (had < subject or is_if)


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
