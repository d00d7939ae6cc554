"""Which drafts stay: the cheapest precision there is, a party that can be told and the company each type needs."""

from __future__ import annotations

from onrecord.events.drafts import Draft
from onrecord.events.heads import PACTS
from onrecord.events.parties import Parties
from onrecord.events.scene import Topics, is_violent, view
from onrecord.events.sense import are_things, is_meant
from onrecord.events.tables import members, words
from onrecord.language import syntax
from onrecord.language.word_lists import load_people
from onrecord.records import Parse

NEEDS_ACTOR = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"))
"""Types that are acts of words: without somebody who speaks they are none."""

NEEDS_PUBLIC = frozenset(("AID", "COOPERATE", "SANCTION", "MOBILIZE", "CONSULT"))
"""Types that only states, their bodies and armed groups do or undergo; among private persons they are daily life."""


GIVING = words("give deliver provide contribute bring hand help pay fund finance offer send grant extend lend")
EVERYDAY = frozenset(("AID", "MOBILIZE", "AGREE", "PROTEST", "REJECT"))
"""Types whose words say little without a party, outside articles about fighting."""

ARMED = frozenset(("explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "unconventional"))
"""Modes of force that name the arms; "shooting" and "shot" are said of films and odds too."""

WIELDING = words("use employ launch fire")
UNNAMED_ARMS = words("weapon anything")
CAPTIVES = words("man woman child captive hostage prisoner engineer release freedom ransom return")
NO_ONE = words("nobody no none neither")
OWED = frozenset(("CONCEDE", "SUPPORT", "AGREE"))
"""Acts of words that are told of though nobody does them."""
OF_FORCE = frozenset(("ASSAULT", "MOBILIZE", "RETREAT"))
OFFICIAL = words("evacuate rescue airlift asylum summit talk negotiation mediation mediate extradition embargo")
"""Words that are said of states and their like alone."""
CUTTING = words("cut reduce slash end stop curtail suspend halt")
HOSTING = words("receive welcome host greet arrive travel fly land head")
DEALS = PACTS | {"trade"}
NEEDS_RECIPIENT = frozenset(("COOPERATE",))


def keep_drafts(parse: Parse, parties: Parties, drafts: dict[int, Draft], topics: Topics) -> dict[int, Draft]:
    """The drafts that are worth a row, by token."""
    scene = view(parse, parties, drafts, topics)
    fighting = scene.fighting
    drafts = {token: draft for token, draft in drafts.items() if is_meant(scene, draft)}
    kept = {token: draft for token, draft in sorted(drafts.items()) if _is_kept(parse, parties, draft, drafts, fighting)}
    told = {draft.type for draft in kept.values() if parties.is_coded((*draft.actors, *draft.recipients))}
    for token, draft in drafts.items():
        if not fighting and draft.type in EVERYDAY and not draft.actors and not draft.recipients:
            if not _is_ransom(parse, draft):
                kept.pop(token, None)
            continue
        if (
            token not in kept
            and not draft.linked_only
            and (draft.type in told or (fighting and draft.type in OF_FORCE))
            and _is_topical(parse, draft, drafts, fighting)
        ):
            kept[token] = draft
    return dict(sorted(kept.items()))


def _is_ransom(parse: Parse, draft: Draft) -> bool:
    """Money paid by whomever, for people or for nothing told; a price ("paid for each goat") is none."""
    if draft.type != "AID" or draft.kind != "verb" or parse.lemmas[draft.token] != "pay":
        return False
    behind = (t for p in parse.children[draft.token] if parse.lower[p] == "for" for t in parse.children[p])
    bought = [t for t in behind if parse.labels[t] == "pobj"]
    return all(parse.pos[t] in ("PROPN", "PRON") or parse.lemmas[t] in load_people() | CAPTIVES for t in bought)


def _is_armed_talk(parse: Parse, draft: Draft, fighting: bool) -> bool:
    """Whether arms that are not named are used in no fight: "the weapon of sanctions", "used the weapon in court", "has not
    launched anything for schools"."""
    if draft.type != "ASSAULT" or draft.kind != "verb" or parse.lemmas[draft.token] not in WIELDING:
        return False
    taken = syntax.child(parse, draft.token, "dobj", "nsubjpass")
    if taken is None or parse.lemmas[taken] not in UNNAMED_ARMS:
        return False
    below = {parse.lower[t] for t in (*parse.children[taken], *parse.children[draft.token])}
    if "of" in below or "for" in below:
        return True
    head = parse.heads[draft.token]
    return not (fighting or syntax.is_negated(parse, draft.token) or parse.lemmas[head] == "deny")


def _is_kept(parse: Parse, parties: Parties, draft: Draft, drafts: dict[int, Draft], fighting: bool) -> bool:
    everybody = (*draft.actors, *draft.recipients)
    if (draft.linked_only and draft.same_as is None) or _is_armed_talk(parse, draft, fighting):
        return False
    if not everybody and draft.same_as is None:
        return _is_ransom(parse, draft)
    if draft.same_as is None and not parties.is_coded(everybody) and draft.kind != "governor":
        return False
    if draft.type in NEEDS_ACTOR and are_things(parties, draft.actors):
        return False
    if draft.type in NEEDS_ACTOR and not draft.actors and draft.same_as is None:
        return _is_passive_act(parse, draft) or _is_undone(parse, draft)
    if draft.frame.reciprocal and draft.type in ("CONSULT", "COOPERATE", "AGREE") and draft.kind == "verb":
        return len(everybody) > 1 or _is_plural(parse, draft)
    if draft.type in NEEDS_RECIPIENT and draft.kind != "governor" and not draft.frame.reciprocal:
        return bool(draft.recipients)
    if _is_crowd_demand(parse, draft, drafts) or _is_toll(parse, draft, drafts):
        return False
    if not _is_political(parse, parties, draft, fighting or _is_armed(parse, draft, drafts)):
        return False
    return not (draft.kind == "noun" and draft.light is None and not _has_slot(draft))


def _is_political(parse: Parse, parties: Parties, draft: Draft, fighting: bool) -> bool:
    """Whether parties and words fit the type: no stump speech as PROTEST, no verbal attack as ASSAULT, no gift as AID."""
    everybody = (*draft.actors, *draft.recipients)
    lemma = parse.lemmas[draft.token]
    if draft.kind == "governor":
        return True
    if draft.type in NEEDS_PUBLIC and not (
        fighting or lemma in OFFICIAL or (draft.kind == "noun" and draft.same_as is not None) or parties.is_public(everybody)
    ):
        return False
    if lemma in CUTTING and draft.type == "SANCTION" and not draft.recipients:
        return fighting
    if draft.type == "AID" and lemma in GIVING and not draft.recipients and draft.mode is None:
        return fighting or parties.is_public(draft.actors)
    if lemma in HOSTING and draft.mode == "visit" and parties.share_country(draft.actors, draft.recipients):
        return False
    if draft.kind == "noun" and lemma in DEALS:
        return len(everybody) > 1 and parse.tags[draft.token] != "NNP" and parties.is_public(everybody)
    if draft.kind == "noun" and draft.mode == "demo" and (draft.same_as is None or lemma == "rally"):
        return bool(draft.recipients) or any(parties.actors[i].type != "person" for i in draft.actors if i in parties.actors)
    if draft.type == "ASSAULT" and _is_figurative(lemma):
        return fighting or parties.is_armed(draft.actors, draft.recipients) or is_violent(parse, draft.token)
    return True


def _is_armed(parse: Parse, draft: Draft, drafts: dict[int, Draft]) -> bool:
    """Whether an act of force names its arms, or stands in a sentence with one that does ("strikes on X killed six")."""
    if draft.type != "ASSAULT":
        return False
    sentence = parse.sentence_of[draft.token]
    near = (d for t, d in drafts.items() if d.type == "ASSAULT" and parse.sentence_of[t] == sentence)
    return any(d.mode in ARMED or (d.kind == "noun" and parse.lemmas[d.token] == "strike") for d in near)


def _is_figurative(lemma: str) -> bool:
    """Whether a word of force is also said of words, markets, games and accidents."""
    return lemma in members("figurative")


def _is_topical(parse: Parse, draft: Draft, drafts: dict[int, Draft], fighting: bool) -> bool:
    """Whether an event whose parties the sentence leaves out may stay because the article tells of others of its type."""
    nobody = parse.pos[draft.token] == "VERB" and not draft.actors and not draft.recipients
    if draft.type in NEEDS_ACTOR and (draft.kind != "governor" or nobody):
        return False
    if draft.type == "ASSAULT" and _is_figurative(parse.lemmas[draft.token]) and not (fighting or is_violent(parse, draft.token)):
        return False
    if draft.kind == "noun" and not (fighting and draft.type in OF_FORCE):
        return False
    return not _is_crowd_demand(parse, draft, drafts) and not _is_toll(parse, draft, drafts)


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


def _is_undone(parse: Parse, draft: Draft) -> bool:
    """An act toward somebody that nobody has done ("nobody has apologised to them", "no apology was made to Oslo")."""
    is_made = draft.kind == "verb" or (draft.kind == "noun" and parse.labels[draft.token] == "nsubjpass")
    if draft.type not in OWED or not draft.recipients or not is_made:
        return False
    subject = draft.token if draft.kind == "noun" else syntax.subject(parse, draft.token)
    return subject is not None and any(parse.lower[t] in NO_ONE for t in (subject, *syntax.children_of(parse, subject, "det")))


def _is_plural(parse: Parse, draft: Draft) -> bool:
    subject = syntax.subject(parse, draft.token)
    return subject is not None and (
        parse.tags[subject] in ("NNS", "NNPS") or len(draft.actors) > 1 or parse.lower[subject] == "they"
    )


def _has_slot(draft: Draft) -> bool:
    return bool(draft.actors or draft.recipients or (draft.kind == "noun" and draft.same_as is not None))
