"""Whom a threat, a march, a break or a visit is aimed at, by what stands beside it in its sentence.

Each function is a rule of `recall.py`: it gives the recipients of a draft that names none, empty when it knows nobody.
"""

from __future__ import annotations

from onrecord.events import arguments, targets
from onrecord.events.clauses import conditions
from onrecord.events.drafts import Draft
from onrecord.events.duals import is_state
from onrecord.events.memory import Ids
from onrecord.events.partners import BROKERING
from onrecord.events.placing import named_countries
from onrecord.events.story import Story
from onrecord.events.tables import words
from onrecord.language import syntax

VOICED = frozenset(("PROTEST", "REQUEST", "THREATEN", "ACCUSE"))
MEDIATING = BROKERING | {"arbitrate", "host"}
WELCOMING = words("boycott cancel call host receive welcome postpone refuse scrap shun delay")
OFFERING = words("offer propose promise pledge assure")
TRUCE = words("ceasefire truce surrender armistice cease-fire")
ENVOYS = words("ambassador envoy")
REFUGE = words("asylum refuge extradition extradite")
SHARED = words("border crossing frontier checkpoint airspace gas oil delivery pipeline trade export import transit")
"""What lies or runs between two states."""

SEATS = words("parliament ministry palace court courthouse assembly congress senate barracks headquarters")
"""Where a state's power sits: a march there is against the state."""

BEFORE_SEATS = ("on", "outside", "to", "at", "before", "toward", "towards")


def of_deed(story: Story, draft: Draft) -> Ids:
    """Whom the deed below a promise or threat is done to."""
    deed = story.memory.at.get(draft.deed) if draft.deed is not None else None
    return deed.recipients if deed is not None else ()


def under_condition(story: Story, draft: Draft) -> Ids:
    """Who would have to act first: "if Oslo leaves, Rome will close the port"."""
    if draft.mode == "hunger":
        return ()
    subject = next(conditions(story.parse, draft.token), None)
    if subject is None:
        return ()
    who = story.parties.at(subject)
    unsure = draft.type != "PROTEST" and story.parse.pos[subject] == "PRON"
    return () if unsure and story.parties.share_country(who, draft.actors) else who


def in_one_breath(story: Story, draft: Draft) -> Ids:
    """Whom the same party, in the same sentence, accuses, demands something of or marches against."""
    if draft.mode == "hunger":
        return ()
    sentence = story.parse.sentence_of[draft.token]
    for token, other in story.memory.at.items():
        if other is draft or other.type not in VOICED or story.parse.sentence_of[token] != sentence:
            continue
        if other.recipients and set(other.actors) & set(draft.actors):
            return other.recipients
    return ()


def by_which(story: Story, draft: Draft) -> Ids:
    """Whom the deed is done to that a draft is the means of ("starved the town by cutting the road")."""
    parse, preposition = story.parse, story.parse.heads[draft.token]
    is_means = parse.labels[draft.token] == "pcomp" and parse.lower[preposition] == "by"
    above = story.memory.at.get(parse.heads[preposition]) if is_means else None
    return above.recipients if above is not None and set(above.actors) & set(draft.actors) else ()


def sent_to(story: Story, draft: Draft) -> Ids:
    """Those in the camp, the town or "there" where help is brought."""
    parse = story.parse
    there = next((t for t in syntax.children_of(parse, draft.token, "advmod") if parse.lower[t] == "there"), None)
    if there is not None:
        country = story.parties.home() if story.memory.at_war else None
        return (story.parties.people(there, country),) if country is not None else ()
    token = next((t for word in ("to", "into") for t in arguments.prepositional(parse, [draft.token], word)), None)
    if token is None or parse.lemmas[token] not in targets.INHABITED:
        return ()
    country = targets.country_of_target(parse, story.parties, token, story.places)
    return (story.parties.people(token, country),) if country is not None else ()


def cut_off(story: Story, draft: Draft) -> Ids:
    """With whom there were talks, patrols or trade that are called off."""
    thing = arguments.undergoer(story.parse, draft.token) if draft.kind != "noun" else None
    if thing is None:
        return ()
    near = (thing, *arguments.prepositional(story.parse, [thing], "of"))  # "a round of talks"
    shared = next((story.memory.at[token] for token in near if token in story.memory.at), None)
    return shared.actors if shared is not None and shared.frame.reciprocal else ()


def envoy_recalled(story: Story, draft: Draft) -> Ids:
    """From where one state of a story of two calls home its envoy: the other one."""
    thing = arguments.undergoer(story.parse, draft.token) if draft.mode == "withdraw" else None
    is_envoy = thing is not None and story.parse.lemmas[thing] in ENVOYS
    return story.parties.rival(draft.actors) if is_envoy and story.parties.are_side(draft.actors) else ()


def enemy(story: Story, draft: Draft) -> Ids:
    """To whom a truce is offered or a force surrenders: the other side."""
    deed = draft.deed if draft.deed is not None else draft.token
    truce = story.parse.lemmas[deed] in TRUCE or story.parse.lemmas[draft.token] in TRUCE
    offered = story.memory.at_war and story.parse.lemmas[draft.token] in OFFERING and story.parties.are_side(draft.actors)
    if not (truce or offered):
        return ()
    return (story.parties.army_against(draft.actors) if truce else ()) or story.memory.opponent(draft)


def refuge(story: Story, draft: Draft) -> Ids:
    """The state told last before a plea for asylum or a demand for somebody's extradition: where the person is."""
    near = [draft.token, *([draft.deed] if draft.deed is not None else []), *syntax.children_of(story.parse, draft.token, "dobj")]
    near += arguments.prepositional(story.parse, [draft.token], "for")
    if not any(story.parse.lemmas[token] in REFUGE for token in near):
        return ()
    named = (story.parties.one(t) for t in range(draft.token - 1, -1, -1) if story.parties.is_named(t))
    states = (who for who in named if story.parties.are_states(who) and not set(who) & set(draft.actors))
    return next(states, ())


def seat(story: Story, draft: Draft) -> Ids:
    """The state before whose seat people protest ("rallied outside parliament"): the seat's, else their own."""
    carriers = [draft.token, *([draft.light] if draft.light is not None else [])]
    near = (token for word in BEFORE_SEATS for token in arguments.prepositional(story.parse, carriers, word))
    token = next((token for token in near if story.parse.lemmas[token] in SEATS), None)
    if token is None:
        return ()
    own = next((story.parties.actors[i].country for i in draft.actors if i in story.parties.actors), None)
    country = story.parties.owner_country(token) or own
    return (story.parties.state(country),) if is_state(country) and country is not None else ()


def shared_cut(story: Story, draft: Draft) -> Ids:
    """With whom one state of a story of two shares the border, pipe or trade that it closes: the other one."""
    thing = arguments.undergoer(story.parse, draft.token) if draft.kind == "verb" else None
    if thing is None or not story.parties.is_public(draft.actors) or not story.parties.are_side(draft.actors):
        return ()
    near = (thing, *syntax.children_of(story.parse, thing, "compound", "amod"))
    is_shared = any(story.parse.lemmas[token] in SHARED for token in near)
    return story.parties.rival(draft.actors) if is_shared else ()


def two_brought_together(story: Story, draft: Draft) -> Ids:
    """The two states a mediator brings together."""
    if draft.mode == "visit":
        return _host(story, draft)
    verbs = (draft.token, draft.light) if draft.light is not None else (draft.token,)
    mediates = draft.mode == "third-party" or any(story.parse.lemmas[token] in MEDIATING for token in verbs)
    return story.parties.two_states(draft.token) if mediates else ()


def visited(story: Story, draft: Draft) -> Ids:
    """The state of the city somebody visits."""
    if draft.mode != "visit":
        return ()
    tokens = targets.hit_tokens(story.parse, draft)
    countries = (country for token in tokens for country in named_countries(story.parse, token, story.places))
    state = next((story.parties.state(country) for country in countries), None)
    return (state,) if state is not None and not story.parties.share_country((state,), draft.actors) else ()


def _host(story: Story, draft: Draft) -> Ids:
    """Who boycotts, cancels or receives a visit."""
    above = story.parse.heads[draft.token]
    if draft.kind != "noun" or story.parse.lemmas[above] not in WELCOMING:
        return ()
    doer = arguments.doer(story.parse, above)
    return story.parties.at(doer) if doer is not None and doer != draft.token else ()
