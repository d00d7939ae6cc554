"""Who does or undergoes a deed whose own clause leaves it out: the subject above, the object beside, the force telling of it,
whoever is blamed or thanked for it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events import arguments
from onrecord.events.control import CHARGING
from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

MUTE = frozenset(("aircraft", "vessel", "weapon", "heavy", "property", "deal", "accusation", "money"))
"""Classes of things, which do not speak."""

CRAFT = frozenset(("vessel", "aircraft", "drone"))

BLAMING = CHARGING | {"charge"}
FOR_WHICH = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "AID"))
"""Types of deeds whose doer is whoever is blamed or thanked for them."""

AT_HOME = words("crackdown clampdown repression")
"""Deeds of those who rule against their own people."""


def is_mute(parse: Parse, parties: Parties, verb: int) -> bool:
    """Whether the subject the syntax gives a verb of words is a thing ("the helicopter was hit and he apologised")."""
    subject = arguments.doer(parse, verb)
    if subject is None or parties.is_named(subject) or parse.labels[verb] != "conj":
        return False
    return bool(parties.classes(subject) & MUTE)


def beside(parse: Parse, parties: Parties, verb: int, draft: Draft) -> tuple[str, ...]:
    """Whom the verb beside it was done to ("rang her and apologised", "apologised to Oslo and offered help")."""
    is_joined = parse.labels[verb] == "conj"
    above_it = _joined_above(parse, verb) if draft.type == "REJECT" else syntax.ancestors(parse, verb) if is_joined else ()
    for above in above_it:
        heads = syntax.children_of(parse, above, "dobj", "dative")
        heads += [t for word in ("to", "with") for t in arguments.prepositional(parse, [above], word)]
        subject = syntax.own_subject(parse, above)
        if subject is None or not set(parties.at(syntax.antecedent(parse, subject))) & set(draft.actors):
            continue
        for head in heads:
            found = tuple(actor for actor in parties.at(head) if actor not in draft.actors)
            if found and parties.is_named(head):
                return found
    return ()


def _joined_above(parse: Parse, verb: int) -> Iterator[int]:
    """The verbs a verb is coordinated with, nearest first; none of those that only govern them."""
    while parse.labels[verb] == "conj" and parse.heads[verb] != verb:
        verb = parse.heads[verb]
        yield verb


def climb(parse: Parse, parties: Parties, verb: int) -> tuple[str, ...]:
    """Who does a verb whose own subject is no party: the subject above ("rang her after it sank and apologised")."""
    for subject in arguments.subjects_above(parse, verb):
        found = () if parties.classes(subject) & MUTE and not parties.is_named(subject) else parties.at(subject)
        if found:
            return found
    return ()


def commander(parse: Parse, parties: Parties, verb: int, craft: int) -> tuple[str, ...]:
    """Whose a ship or aircraft is that acts in what a force or state says ("the navy reports that a cutter stopped them")."""
    if not parties.classes(craft) & CRAFT or any(parse.lemmas[t] == "government" for t in parse.children[craft]):
        return ()
    for clause in (verb, *syntax.ancestors(parse, verb)):
        if parse.labels[clause] == "ccomp":
            speaker = syntax.subject(parse, parse.heads[clause])
            who = parties.at(speaker) if speaker is not None else ()
            undergone = arguments.undergoer(parse, verb)
            is_own = undergone is not None and undergone != craft and bool(set(parties.at(undergone)) & set(who))
            return who if parties.is_armed(who, ()) and not is_own else ()
    return ()


def whose_deed(parse: Parse, parties: Parties, token: int, draft: Draft) -> tuple[str, ...]:
    """Who does what a noun names, as words above it tell.

    Of a crackdown at home its clause's subject ("his regime, isolated after the crackdown on dissent"); who is blamed or thanked
    for it; whose example it is ("his actions, including requests to deploy ...").
    """
    if parse.lemmas[draft.token] in AT_HOME and not draft.recipients:
        return _subject_above(parse, parties, token)
    is_told = bool(parse.children[token] or draft.recipients)
    charged = _charged_with(parse, parties, token) if draft.type in FOR_WHICH and is_told else ()
    if charged:
        return charged
    preposition = parse.heads[token]
    if parse.labels[token] != "pobj" or parse.lower[preposition] not in ("including", "like"):
        return ()
    owner = syntax.child(parse, parse.heads[preposition], "poss")
    return parties.at(owner) if owner is not None else ()


def _charged_with(parse: Parse, parties: Parties, token: int) -> tuple[str, ...]:
    """Who is charged with or thanked for a deed ("blamed Oslo for the raid", "accused of the murder of two traders")."""
    preposition = parse.heads[token]
    verb = parse.heads[preposition]
    if parse.labels[token] != "pobj" or parse.lower[preposition] not in ("for", "of", "over", "with"):
        return ()
    if parse.labels[verb] in ("dobj", "nsubjpass") and parse.pos[verb] in ("NOUN", "PROPN"):
        verb = parse.heads[verb]  # "accused rebels of shelling", parsed as theirs
    charged = arguments.undergoer(parse, verb) if parse.lemmas[verb] in BLAMING and parse.pos[verb] == "VERB" else None
    return parties.at(charged) if charged is not None else ()


def _subject_above(parse: Parse, parties: Parties, token: int) -> tuple[str, ...]:
    """The subject of the nearest verb above a token."""
    verb = next((above for above in syntax.ancestors(parse, token) if parse.pos[above] == "VERB"), None)
    subject = syntax.subject(parse, verb) if verb is not None else None
    return parties.at(subject) if subject is not None else ()
