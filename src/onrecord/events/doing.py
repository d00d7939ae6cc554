"""Deeds that are none: what stands round a word, or who takes part, that speaks against a deed of politics."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import Check, Scene, is_violent
from onrecord.events.tables import words
from onrecord.language import syntax

KIN = words("brother sister mother father son daughter wife husband friend family parent uncle aunt cousin girlfriend boyfriend")
WRITINGS = words("letter sheet memo report statement study survey poll list email e-mail video document note transcript book")
FLIGHTS = words("fly travel jet")
FOES = words("force militia party state police")
LODGING = words("file lodge deliver submit send hand")
STREET = words("public civil social violent mass political widespread")


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
    if (
        _is_kin(scene, draft)
        or scene.parties.are_civilians(sides)
        or (scene.lemma(draft) == "gather" and not scene.parties.is_public(sides))
    ):
        return True
    if draft.kind != "verb" or scene.lemma(draft) != "meet":
        return False
    if arguments.is_passive(scene.parse, draft.token):
        return True
    met = list(arguments.prepositional(scene.parse, [draft.token], "with"))
    return bool(met) and not scene.parties.classes(met[0]) and scene.parse.pos[met[0]] == "NOUN" and not scene.parties.at(met[0])


def _is_kin(scene: Scene, draft: Draft) -> bool:
    """Somebody's relatives and friends."""
    met = arguments.undergoer(scene.parse, draft.token) if draft.kind == "verb" else None
    met = next(arguments.prepositional(scene.parse, [draft.token], "with"), met)
    return met is not None and scene.parse.lemmas[met] in KIN and scene.parse.pos[met] == "NOUN"


def _is_journey(scene: Scene, draft: Draft) -> bool:
    """A person's flight to nobody."""
    return scene.lemma(draft) in FLIGHTS and not draft.recipients and scene.parties.are_persons(draft.actors)


def _is_name(scene: Scene, draft: Draft) -> bool:
    """What somebody is called ("called the premier a coward")."""
    if draft.kind != "verb" or draft.mode != "phone" or scene.lemma(draft) != "call":
        return False
    if len(syntax.children_of(scene.parse, draft.token, "dobj")) > 1:
        return True
    called = arguments.undergoer(scene.parse, draft.token)
    end = syntax.subtree(scene.parse, called)[1] if called is not None else draft.token + 1
    if scene.parse.lower[end : end + 2] == [",", "among"] or syntax.child(scene.parse, draft.token, "oprd") is not None:
        return True
    return scene.parse.lower[end : end + 1] in (["a"], ["an"], ["the"], ['"'], ["''"], ["“"], ["‘"], ["'"])


def _is_own_search(scene: Scene, draft: Draft) -> bool:
    """To look through what is one's own."""
    thing = arguments.undergoer(scene.parse, draft.token) if scene.lemma(draft) == "search" else None
    return thing is not None and any(scene.parse.lower[t] == "own" for t in scene.parse.children[thing])


def _is_unopposed(scene: Scene, draft: Draft) -> bool:
    """A state that fights hard for something, a fight against a thing, a habit that kills."""
    if not scene.calm or draft.kind != "verb" or scene.lemma(draft) not in ("fight", "battle", "combat", "kill"):
        return False
    foe = arguments.undergoer(scene.parse, draft.token)
    if scene.lemma(draft) == "kill":
        acts = foe is not None and not draft.actors and not arguments.is_passive(scene.parse, draft.token)
        return acts and not is_violent(scene.parse, draft.token)
    if foe is not None and not draft.recipients:
        return scene.parse.pos[foe] == "NOUN" and not scene.parties.classes(foe) & FOES
    return not draft.recipients and not is_violent(scene.parse, draft.token)


def _is_ruin(scene: Scene, draft: Draft) -> bool:
    """A plan or hope that is destroyed, an account that is hijacked, one person whom police charge with something."""
    thing = arguments.undergoer(scene.parse, draft.token) if draft.kind == "verb" else None
    if thing is None:
        return False
    if scene.lemma(draft) == "hijack":
        return not scene.parties.classes(thing) & {"vessel", "aircraft", "property", "civilian", "force", "goods"}
    if scene.lemma(draft) == "charge":
        return scene.parties.are_persons(draft.recipients)
    return draft.mode == "destroy" and bool(scene.parties.classes(thing) & {"proposal", "idea", "abstract", "right"})


def _is_ruling(scene: Scene, draft: Draft) -> bool:
    """What a court overturns or grants is a ruling."""
    return scene.lemma(draft) in ("reverse", "grant", "overturn") and scene.parties.has_sector(draft.actors, "JUD")


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
    """Persons and companies that work together and hold no office."""
    return not scene.parties.is_public((*draft.actors, *draft.recipients))


def _is_personal_exit(scene: Scene, draft: Draft) -> bool:
    """A person who leaves something pulls no troops out; outside fighting those without arms lay none down."""
    if draft.mode == "withdraw" and draft.kind == "verb" and scene.parties.are_persons(draft.actors):
        return True
    if draft.mode not in (None, "withdraw", "ceasefire", "disarm") or not scene.calm or is_violent(scene.parse, draft.token):
        return False
    sides = (*draft.actors, *draft.recipients)
    unarmed = scene.parties.are_persons(draft.actors) and (draft.kind == "verb" or not scene.parties.is_public(draft.actors))
    return unarmed or not sides


def _is_opening(scene: Scene, draft: Draft) -> bool:
    """To usher in something that is nobody; to make something else than way."""
    thing = arguments.undergoer(scene.parse, draft.token)
    if scene.lemma(draft) == "usher":
        return thing is not None and not scene.parties.at(thing)
    return scene.lemma(draft) == "make" and draft.mode == "resign" and thing is not None and scene.parse.lemmas[thing] != "way"


def _is_stop(scene: Scene, draft: Draft) -> bool:
    """Somebody quits doing something."""
    return draft.mode == "resign" and draft.kind == "verb" and syntax.child(scene.parse, draft.token, "xcomp") is not None


def _is_written(scene: Scene, noun: int) -> bool:
    """Somebody whom a text goes to or comes from, to whom the parser may have hung what is said of the text."""
    above = scene.parse.heads[scene.parse.heads[noun]] if scene.parse.labels[noun] == "pobj" else noun
    near = [above, *syntax.children_of(scene.parse, noun, "compound")]
    return any(scene.parse.lemmas[t] in WRITINGS for t in near)


def _is_publication(scene: Scene, draft: Draft) -> bool:
    """The release of something else than people."""
    token = draft.token
    if scene.lemma(draft) == "release" and token and scene.parse.lower[token - 1] in ("news", "press"):
        return True
    if draft.kind == "verb":
        hung = scene.parse.labels[token] == "acl" and scene.lemma(draft) == "release"
        return hung and _is_written(scene, scene.parse.heads[token])
    if draft.kind != "noun" or scene.parse.lemmas[token] != "release":
        return False
    freed = list(arguments.prepositional(scene.parse, [token], "of"))
    if freed:
        return not any(scene.parties.classes(t) & {"captive", "civilian", "official", "force", "militia", "party"} for t in freed)
    owner = syntax.child(scene.parse, token, "poss")
    who = () if owner is None else scene.parties.one(owner)
    return not who or (scene.parse.tags[token] == "NNS" and scene.parties.is_power(who))


def _is_receipt(scene: Scene, draft: Draft) -> bool:
    """Something got from nobody; somebody who is not reached."""
    return draft.kind == "verb" and not draft.actors and scene.lemma(draft) in ("get", "obtain", "accept", "reach")


def _is_gathering(scene: Scene, draft: Draft) -> bool:
    """To gather something ("gathered signatures")."""
    return scene.lemma(draft) == "gather" and syntax.child(scene.parse, draft.token, "dobj") is not None


def _is_solo(scene: Scene, draft: Draft) -> bool:
    """What a person does alone is no demonstration and no boycott."""
    alone = scene.parties.are_persons(draft.actors) and len(draft.actors) == 1
    return alone and (draft.mode == "boycott" or (draft.kind == "verb" and draft.mode == "demo"))


def _is_illness(scene: Scene, draft: Draft) -> bool:
    """A disorder of body or mind, not of the street."""
    if scene.lemma(draft) != "disorder" or draft.kind != "noun":
        return False
    before = [scene.parse.lemmas[t] for t in syntax.children_of(scene.parse, draft.token, "amod", "compound", "nmod")]
    return bool(before) and STREET.isdisjoint(before)


def _is_verbal(scene: Scene, draft: Draft) -> bool:
    """To protest that something is so, in words or by a note; the boos of a hall at a rally."""
    if draft.kind != "verb":
        above = scene.parse.heads[draft.token]
        return (
            scene.lemma(draft) == "protest" and scene.parse.labels[draft.token] == "dobj" and scene.parse.lemmas[above] in LODGING
        )
    if scene.lemma(draft) == "protest":
        return syntax.child(scene.parse, draft.token, "ccomp") is not None
    return scene.campaign and scene.lemma(draft) in ("boo", "jeer", "heckle")


def _is_bearing(scene: Scene, draft: Draft) -> bool:
    """Who bears arms ("fighters armed with rifles") has got them from nobody told."""
    if scene.lemma(draft) not in ("arm", "equip") or scene.parse.tags[draft.token] != "VBN" or draft.actors:
        return False
    return any(scene.parse.lower[t] == "with" for t in syntax.children_of(scene.parse, draft.token, "prep"))


def _is_treatment(scene: Scene, draft: Draft) -> bool:
    """How somebody is treated, not that he is nursed."""
    return scene.lemma(draft) == "treat" and syntax.child(scene.parse, draft.token, "advmod") is not None


def _is_showing(scene: Scene, draft: Draft) -> bool:
    """To demonstrate that something is so; to clash with a rival in a debate."""
    if scene.lemma(draft) == "demonstrate":
        marks = [scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "mark")]
        return "as" in marks or syntax.child(scene.parse, draft.token, "ccomp", "xcomp", "dobj") is not None
    return draft.mode == "riot" and draft.kind == "verb" and scene.parties.are_persons((*draft.actors, *draft.recipients))


def _is_rallying(scene: Scene, draft: Draft) -> bool:
    """To rally one's followers; to be on the march."""
    if (
        draft.kind == "noun"
        and scene.lemma(draft) == "march"
        and scene.parse.lower[draft.token - 2 : draft.token] == ["on", "the"]
    ):
        return True
    followers = syntax.child(scene.parse, draft.token, "dobj") if scene.lemma(draft) == "rally" else None
    return followers is not None and scene.parse.lower[followers - 1] not in ("outside", "inside", "near")


CHECKS: dict[str, tuple[Check, ...]] = {
    "CONCEDE": (_is_ruling,),
    "CONSULT": (_is_gossip, _is_interview, _is_other_call, _is_name, _is_encounter, _is_journey),
    "COERCE": (_is_likeness, _is_own_search),
    "ASSAULT": (_is_weapon, _is_gain, _is_unopposed, _is_ruin),
    "AID": (_is_likeness, _is_treatment, _is_receipt, _is_bearing),
    "MOBILIZE": (_is_gathering, _is_plain_test),
    "RETREAT": (_is_personal_exit, _is_publication, _is_stop, _is_opening),
    "PROTEST": (_is_showing, _is_rallying, _is_solo, _is_illness, _is_verbal),
    "SANCTION": (_is_domestic,),
    "COOPERATE": (_is_leave, _is_private_work),
}
"""What speaks against an event, by type."""
