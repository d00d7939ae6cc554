"""The other party of an event when no place of its frame names one: the first party named further down its own clause.

"Ready to contribute troops to a force in Liberia", "a hunger strike to protest Sweden's decision": the recipient is in an object,
a purpose or a preposition below. Only the event's own clause is searched, and only a party of another country (a protest may be
against one's own government).
"""

from __future__ import annotations

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Actor, Parse

SEARCHED = frozenset(("AGREE", "THREATEN", "REQUEST", "REJECT", "AID", "SANCTION", "COOPERATE", "PROTEST", "RETREAT", "CONCEDE"))
DOWN = words("dobj prep pobj xcomp pcomp acl amod poss compound dative nmod advcl conj agent acomp attr")
WITH_CLAUSE = frozenset(("REQUEST", "THREATEN", "AGREE"))
TEMPORAL = words("after before since while as when during until despite without amid although though according because")
ASIDE = {"REQUEST": TEMPORAL | {"for"}, "AGREE": TEMPORAL | {"as", "than"}, "PROTEST": TEMPORAL}
"""Prepositions that do not lead to the other party ("a call for a ban on imports", "promised as candidates")."""

OPPOSED = frozenset(("PROTEST", "THREATEN", "SANCTION", "REJECT"))
FRIENDLY = frozenset(("SUPPORT", "AID", "CONSULT"))
"""Deeds whose party is not whom an act against somebody is aimed at."""

AT_HOME = {"AGREE": frozenset(("person", "group")), "CONCEDE": frozenset(("person",))}
"""Types of event whose other party may be of the actor's own country, and the types of actor it may be."""

STATE = frozenset(("GOV", "MIL", "COP", "LEG"))
MAX_DISTANCE = 25
"""Tokens between the event and the party at most; tuned on nothing, a clause's usual length."""


def fill_recipients(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> None:
    """Sets the recipients of drafts that have actors but no recipient, where a party further down can be told."""
    for draft in drafts.values():
        if draft.type not in SEARCHED or draft.recipients or not draft.actors or draft.frame.reciprocal:
            continue
        anchors = [
            draft.token,
            *([draft.light] if draft.light is not None else []),
            *([draft.deed] if draft.deed is not None else []),
        ]
        for token in _below(parse, anchors, draft, drafts):
            found = _other(parse, parties, token, draft)
            if found:
                draft.recipients = found
                break


def _below(parse: Parse, anchors: list[int], draft: Draft, drafts: dict[int, Draft]) -> list[int]:
    found: set[int] = set()
    friendly = FRIENDLY if draft.type in OPPOSED else frozenset()
    queue = list(anchors)
    while queue:
        token = queue.pop()
        for other in parse.children[token]:
            if other in drafts and drafts[other].type in friendly and parse.labels[other] in ("advcl", "xcomp", "conj"):
                continue  # "rose up to cheer our men"
            if other not in found and other > min(anchors) and _is_open(parse, other, draft):
                found.add(other)
                queue.append(other)
    return sorted(token for token in found if token - draft.token <= MAX_DISTANCE)


def _is_open(parse: Parse, token: int, draft: Draft) -> bool:
    label = parse.labels[token]
    if label in ("nsubj", "ccomp", "relcl"):
        return draft.type in WITH_CLAUSE and label != "relcl"
    if label == "advcl":
        mark = syntax.child(parse, token, "mark", "advmod")
        return mark is None or parse.lower[mark] in ("if", "unless")
    if label == "prep" and parse.lower[token] == "in":
        return not any(parse.lemmas[t] == "presence" for t in syntax.children_of(parse, token, "pobj"))
    if label == "prep":
        return parse.lower[token] not in ASIDE.get(draft.type, TEMPORAL)
    if label == "amod" and draft.type in ("PROTEST", "REQUEST"):
        return False  # what a thing is called is nobody: "would not handle Danish beef"
    if label == "conj":
        return parse.pos[token] in ("NOUN", "PROPN", "ADJ") or draft.type == "PROTEST"
    return label in DOWN


def _other(parse: Parse, parties: Parties, token: int, draft: Draft) -> tuple[str, ...]:
    if not parties.is_named(token) or syntax.is_negated(parse, token):
        return ()
    own = {parties.actors[i].country for i in draft.actors if i in parties.actors}
    rows = [parties.actors[i] for i in parties.at(token) if i in parties.actors and i not in draft.actors]
    if draft.type == "PROTEST":
        return tuple(row.id for row in rows if row.type == "country" or (row.sector and row.sector[0] in STATE))
    return tuple(row.id for row in rows if row.country and (row.country not in own or _is_at_home(row, draft)))


def _is_at_home(row: Actor, draft: Draft) -> bool:
    """Whether a party of the actor's own country may be the other one: no state gives its word to itself or its own forces."""
    is_office = draft.type == "AGREE" and set(row.sector) & {"MIL", "GOV"}
    return row.type in AT_HOME.get(draft.type, ()) and not is_office
