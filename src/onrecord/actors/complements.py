"""Offices told of somebody in the same clause: "while she was premier", "as governor he signed", "named him envoy"."""

from __future__ import annotations

from onrecord.actors.phrases import PROPER, Phrase
from onrecord.language.syntax import child, own_subject
from onrecord.records import Parse

BEING = frozenset({"am", "is", "was", "be", "been", "being", "became", "become", "remained", "remains"})
PERSONS = frozenset({"i", "he", "she", "him", "her", "me", "who", "his", "my"})
PLACING = frozenset({
    "appoint", "choose", "confirm", "describe", "elect", "install", "name", "nominate", "pick", "propose", "replace", "see",
    "select", "serve", "succeed", "tap", "tie",
})  # fmt: skip
"""Lemmas after which "as" tells what the one whom the verb puts there is, not the one who does it."""


def complement_of(parse: Parse, phrase: Phrase) -> int | None:
    """The token of whoever a bare office without an article is told of; `None` where it names its holder itself."""
    start, head = max(phrase.core, phrase.start), phrase.head
    first = min(max(phrase.start, 0), head)
    if phrase.role is None or phrase.role.kind != "office" or phrase.plural or phrase.name or not first:
        return None
    before = parse.lower[first - 1]
    if before == "as":
        return _placed(parse, first - 1)
    if before in BEING and not phrase.definite and parse.labels[head] != "attr" and start > 1:
        told = first - 2
        return told if _is_person(parse, told) else None  # "while she was premier", misread
    return None


def _placed(parse: Parse, link: int) -> int | None:
    """Of whom "as" and an office are told: whom the verb puts there, the owner or bearer of the noun, else the subject."""
    above = parse.heads[link]
    if parse.pos[above] in ("PROPN", "PRON"):
        return above if _is_person(parse, above) else None
    if parse.pos[above] == "NOUN":
        owner = child(parse, above, "poss")
        if owner is not None:
            return owner if _is_person(parse, owner) else None
        above = parse.heads[above]
    if parse.pos[above] not in ("VERB", "AUX"):
        return None
    if parse.lemmas[above] in PLACING:
        placed = child(parse, above, "dobj", "nsubjpass")
        if placed is not None and _is_person(parse, placed):
            return placed
    subject = own_subject(parse, above)
    return subject if subject is not None and _is_person(parse, subject) else None


def _is_person(parse: Parse, token: int) -> bool:
    return parse.tags[token] in PROPER or parse.lower[token] in PERSONS
