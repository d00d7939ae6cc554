"""Deeds that are none: what stands round a word, or who takes part, that speaks against a deed of politics."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import Check, Scene
from onrecord.language import syntax


def _is_gossip(scene: Scene, draft: Draft) -> bool:
    """Talk of something, not talks."""
    token = draft.token
    if draft.kind != "noun" or scene.parse.lemmas[token] != "talk" or scene.parse.tags[token] != "NN" or draft.light is not None:
        return False
    if any(scene.parse.lower[t] == "no" for t in syntax.children_of(scene.parse, token, "det")):
        return False
    return not any(scene.parse.lower[t] in ("with", "between") for t in syntax.children_of(scene.parse, token, "prep"))


def _is_interview(scene: Scene, draft: Draft) -> bool:
    return scene.parties.has_sector((*draft.actors, *draft.recipients), "JRN")


def _is_other_call(scene: Scene, draft: Draft) -> bool:
    """A later "call" that points back to no call by telephone."""
    if draft.linked_only and any(scene.parse.lower[t] in ("to", "for") for t in scene.parse.children[draft.token]):
        return True
    if draft.linked_only and syntax.child(scene.parse, draft.token, "acl") is not None:
        return True
    first = scene.drafts.get(draft.same_as) if draft.same_as is not None else None
    return draft.linked_only and draft.mode == "phone" and (first is None or scene.parse.lemmas[first.token] in ("meet", "visit"))


def _is_encounter(scene: Scene, draft: Draft) -> bool:
    """To meet with something ("met with resistance"), or friends and relatives among themselves."""
    sides = (*draft.actors, *draft.recipients)
    if scene.parties.are_civilians(sides) or (scene.lemma(draft) == "gather" and not scene.parties.is_public(sides)):
        return True
    if draft.kind != "verb" or scene.lemma(draft) != "meet":
        return False
    if arguments.is_passive(scene.parse, draft.token):
        return True
    met = list(arguments.prepositional(scene.parse, [draft.token], "with"))
    return bool(met) and not scene.parties.classes(met[0]) and scene.parse.pos[met[0]] == "NOUN" and not scene.parties.at(met[0])


def _is_name(scene: Scene, draft: Draft) -> bool:
    """What somebody is called ("called the premier a coward")."""
    if draft.kind != "verb" or draft.mode != "phone" or scene.lemma(draft) != "call":
        return False
    called = arguments.undergoer(scene.parse, draft.token)
    end = syntax.subtree(scene.parse, called)[1] if called is not None else draft.token + 1
    return scene.parse.lower[end : end + 1] in (["a"], ["an"], ["the"], ['"'], ["''"], ["“"], ["‘"], ["'"])


def _is_weapon(scene: Scene, draft: Draft) -> bool:
    """An "assault weapon"."""
    if scene.lemma(draft) != "assault":
        return False
    after = [word for word in scene.parse.lemmas[draft.token + 1 : draft.token + 3] if word.isalpha()]
    return after[:1] in (["weapon"], ["rifle"], ["gun"])


def _is_gain(scene: Scene, draft: Draft) -> bool:
    """To "make a killing"."""
    made = draft.light is not None and scene.parse.lemmas[draft.light] == "make"
    return made and scene.lemma(draft) == "killing"


def _is_plain_test(scene: Scene, draft: Draft) -> bool:
    """A test of something else than arms, in an article that tells of one of arms."""
    if not draft.linked_only or scene.lemma(draft) != "test":
        return False
    return bool(draft.actors) and not scene.parties.is_power(draft.actors)


def _is_likeness(scene: Scene, draft: Draft) -> bool:
    """A noun that only says what something is ("their words are propaganda")."""
    return draft.kind == "noun" and draft.light is not None and scene.parse.lemmas[draft.light] == "be"


def _is_domestic(scene: Scene, draft: Draft) -> bool:
    """A sanction on somebody of the own country, which only states put on one another."""
    if draft.kind != "verb" or draft.mode != "discontinue":
        return False
    return scene.parties.share_country(draft.actors, draft.recipients)


def _is_leave(scene: Scene, draft: Draft) -> bool:
    """Leave given to somebody at home, not to another state's forces."""
    if scene.lemma(draft) not in ("allow", "permit"):
        return False
    return scene.parties.share_country(draft.actors, draft.recipients) or not draft.actors


def _is_private_work(scene: Scene, draft: Draft) -> bool:
    """Persons who work together and hold no office."""
    sides = (*draft.actors, *draft.recipients)
    return scene.parties.are_persons(sides) and not scene.parties.is_public(sides)


def _is_personal_exit(scene: Scene, draft: Draft) -> bool:
    """A person who leaves something pulls no troops out."""
    return draft.mode == "withdraw" and draft.kind == "verb" and scene.parties.are_persons(draft.actors)


def _is_business(scene: Scene, draft: Draft) -> bool:
    """A company's directors leave it; somebody quits doing something."""
    if draft.mode != "resign":
        return False
    return scene.parties.has_sector(draft.actors, "BUS") or (
        draft.kind == "verb" and syntax.child(scene.parse, draft.token, "xcomp") is not None
    )


def _is_publication(scene: Scene, draft: Draft) -> bool:
    """The release of something else than people."""
    token = draft.token
    if draft.kind != "noun" or scene.parse.lemmas[token] != "release":
        return False
    freed = list(arguments.prepositional(scene.parse, [token], "of"))
    if freed:
        return not any(scene.parties.classes(t) & {"captive", "civilian", "official", "force", "militia", "party"} for t in freed)
    owner = syntax.child(scene.parse, token, "poss")
    return owner is None or not scene.parties.one(owner)


def _is_receipt(scene: Scene, draft: Draft) -> bool:
    """Something got from nobody; somebody who is not reached."""
    return draft.kind == "verb" and not draft.actors and scene.lemma(draft) in ("get", "obtain", "accept", "reach")


def _is_gathering(scene: Scene, draft: Draft) -> bool:
    """To gather something; what is done for an election."""
    return scene.lemma(draft) == "gather" and syntax.child(scene.parse, draft.token, "dobj") is not None


def _is_solo(scene: Scene, draft: Draft) -> bool:
    """What a person does alone is no demonstration."""
    return draft.kind == "verb" and draft.mode == "demo" and scene.parties.are_persons(draft.actors) and len(draft.actors) == 1


def _is_treatment(scene: Scene, draft: Draft) -> bool:
    """How somebody is treated, not that he is nursed."""
    return scene.lemma(draft) == "treat" and syntax.child(scene.parse, draft.token, "advmod") is not None


def _is_showing(scene: Scene, draft: Draft) -> bool:
    """To demonstrate that something is so; to clash with a rival in a debate."""
    if scene.lemma(draft) == "demonstrate":
        return syntax.child(scene.parse, draft.token, "ccomp", "xcomp", "dobj") is not None
    return draft.mode == "riot" and draft.kind == "verb" and scene.parties.are_persons((*draft.actors, *draft.recipients))


def _is_rallying(scene: Scene, draft: Draft) -> bool:
    """To rally one's followers."""
    followers = syntax.child(scene.parse, draft.token, "dobj") if scene.lemma(draft) == "rally" else None
    return followers is not None and scene.parse.lower[followers - 1] not in ("outside", "inside", "near")


CHECKS: dict[str, tuple[Check, ...]] = {
    "CONSULT": (_is_gossip, _is_interview, _is_other_call, _is_name, _is_encounter),
    "COERCE": (_is_likeness,),
    "ASSAULT": (_is_weapon, _is_gain),
    "AID": (_is_likeness, _is_treatment, _is_receipt),
    "MOBILIZE": (_is_gathering, _is_plain_test),
    "RETREAT": (_is_personal_exit, _is_publication, _is_business),
    "PROTEST": (_is_showing, _is_rallying, _is_solo),
    "SANCTION": (_is_domestic,),
    "COOPERATE": (_is_leave, _is_private_work),
}
"""What speaks against an event, by type."""
