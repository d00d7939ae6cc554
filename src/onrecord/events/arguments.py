"""Who stands where round an event word: what a frame's places point at, through passives, control, relatives and conjuncts."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.clauses import DATIVES, agent, beside, is_caused, is_passive, phrase_after, prepositional, undergoer
from onrecord.events.control import controller, subject
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

__all__ = [
    "MODIFIERS",
    "beside",
    "doer",
    "is_caused",
    "is_passive",
    "place_tokens",
    "prepositional",
    "subjects_above",
    "undergoer",
]

ORDERING = words("have get")
"""Verbs of `clauses.CAUSING` by which the subject has it done, unless the object is its own ("had its commander killed")."""

SPENDING = words("spend waste")
"""Verbs whose participle is done by their subject ("spent two years fighting")."""

LEADING = frozenset(("led", "backed", "brokered", "sponsored", "mediated"))
"""Participles that tell whose deed a noun is ("the Danish-led invasion")."""

MODIFIERS = ("amod", "compound", "nmod")
"""How words before a noun hang on it, but for its owner."""


def doer(parse: Parse, verb: int) -> int | None:
    """The head of whoever does the verb: the agent of a passive, else its subject through control."""
    if is_passive(parse, verb):
        return agent(parse, verb)
    if is_caused(parse, verb):
        return syntax.subject(parse, parse.heads[verb]) if _is_ordered(parse, verb) else None
    if _is_spent(parse, verb):
        return syntax.subject(parse, parse.heads[verb])
    found = controller(parse, verb)
    return found if found is not None else subject(parse, verb)


def _is_ordered(parse: Parse, verb: int) -> bool:
    """Whether whoever "had it done" is who did it: nobody has done to him what was his."""
    undergone = syntax.own_subject(parse, verb)
    is_own = undergone is not None and syntax.child(parse, undergone, "poss") is not None
    return parse.lemmas[parse.heads[verb]] in ORDERING and not is_own


def _is_spent(parse: Parse, verb: int) -> bool:
    """Whether a participle tells how time or money is spent ("spent two years fighting")."""
    is_below = parse.labels[verb] in ("ccomp", "xcomp", "advcl")
    return is_below and parse.tags[verb] == "VBG" and parse.lemmas[parse.heads[verb]] in SPENDING


def subjects_above(parse: Parse, verb: int) -> Iterator[int]:
    """The subjects of the verbs above a coordinated one, nearest first: one of them does it if its own can not."""
    if parse.labels[verb] == "conj":
        for above in syntax.ancestors(parse, verb):
            own = syntax.own_subject(parse, above)
            if own is not None:
                yield syntax.antecedent(parse, own)


def place_tokens(parse: Parse, token: int, place: str, carriers: list[int], *, noun: bool) -> Iterator[int]:
    """Tokens that a frame's place points at, in order of preference.

    Args:
        token: the event word.
        place: `subj`, `obj`, `dat`, `that`, `poss`, `amod`, or a preposition.
        carriers: tokens whose prepositions count as the event's own: the word, its object, a light verb.
        noun: the event word is a noun.
    """
    if place in ("between", "among"):
        yield from prepositional(parse, carriers, place)
    elif place == "subj":
        yield from _present(doer(parse, token))
    elif place == "obj":
        yield from _present(undergoer(parse, token))
    elif place == "dat":
        yield from _present(syntax.child(parse, token, "dative"))
        if parse.lemmas[token] in DATIVES and is_passive(parse, token) and syntax.child(parse, token, "dobj") is not None:
            yield from _present(syntax.subject(parse, token))
        yield from (t for clause in syntax.children_of(parse, token, "dative") for t in phrase_after(parse, clause))
    elif place == "that":
        yield from (
            t for clause in syntax.children_of(parse, token, "ccomp") for t in _present(syntax.own_subject(parse, clause))
        )
    elif place == "poss":
        yield from _present(syntax.child(parse, token, "poss"))
    elif place == "amod":
        near = syntax.children_of(parse, token, *MODIFIERS)
        near += [t for led in near if parse.lower[led] in LEADING for t in syntax.children_of(parse, led, "npadvmod")]
        yield from reversed([*(deep for other in near for deep in syntax.children_of(parse, other, *MODIFIERS)), *near])
    else:
        yield from prepositional(parse, carriers, place)


def _present(token: int | None) -> Iterator[int]:
    if token is not None:
        yield token
