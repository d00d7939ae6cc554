"""Words of politics in their other senses: what stands round a word, or who takes part, that speaks against its event."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.governing import NO_DEEDS, REFUSABLE
from onrecord.events.scene import BACKED, Check, Scene
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

POLLING = words("poll percent percentage % survey pollster respondent polling")
PREFERRING = words("support back oppose favor favour endorse reject")
QUESTIONS = words("whether if what who why how when where which")
PRESSED = words("comment interview information reaction clarification")
UTTERING = words("make issue repeat renew voice deliver receive face carry follow reiterate")


def _is_private_invitation(scene: Scene, draft: Draft) -> bool:
    if scene.parse.lemmas[draft.token] not in ("invite", "invitation"):
        return False
    return not (scene.parties.is_public(draft.actors) and (not draft.recipients or scene.parties.is_public(draft.recipients)))


def _is_private_assent(scene: Scene, draft: Draft) -> bool:
    """What those who decide nothing approve of, and rights that are guaranteed."""
    lemma = scene.parse.lemmas[draft.token]
    if lemma == "approve":
        return bool(draft.actors) and not scene.parties.is_public(draft.actors)
    thing = syntax.child(scene.parse, draft.token, "dobj") if lemma in ("guarantee", "assure") else None
    return thing is not None and "right" in scene.parties.classes(thing)


def _is_lead(scene: Scene, draft: Draft) -> bool:
    """Who is in charge, or takes it."""
    if scene.parse.lemmas[draft.token] != "charge" or draft.kind != "noun":
        return False
    taken = draft.light is not None and scene.parse.lemmas[draft.light] == "take"
    return taken or (draft.token > 0 and scene.parse.lower[draft.token - 1] == "in")


def _is_poll(scene: Scene, draft: Draft) -> bool:
    """What a share of those asked prefer."""
    if scene.parse.lemmas[draft.token] not in PREFERRING:
        return False
    start, end = scene.parse.sentences[scene.parse.sentence_of[draft.token]]
    return any(scene.parse.lemmas[t] in POLLING for t in range(start, end))


def _is_private_refusal(scene: Scene, draft: Draft) -> bool:
    """A refusal to do what nobody asks of a party ("his refusal to worry")."""
    if (
        draft.kind != "governor"
        or draft.deed is None
        or draft.deed in scene.drafts
        or scene.parse.pos[draft.deed] not in ("VERB", "AUX")
    ):
        return False
    return scene.parse.pos[draft.token] == "NOUN" and scene.parse.lemmas[draft.deed] not in REFUSABLE


def _is_silence(scene: Scene, draft: Draft) -> bool:
    """A refusal to speak, whatever one is asked about ("declined to comment on the offer"), or an interview declined."""
    verb = syntax.child(scene.parse, draft.token, "xcomp")
    if verb is not None and (scene.parse.lemmas[verb] in NO_DEEDS or _is_answer(scene.parse, verb)):
        return True
    thing = syntax.child(scene.parse, draft.token, "dobj")
    return thing is not None and any(
        scene.parse.lemmas[t] in PRESSED for t in (thing, *syntax.children_of(scene.parse, thing, "compound"))
    )


def _is_answer(parse: Parse, verb: int) -> bool:
    """Whether a verb is to respond to a question."""
    asked = [parse.lemmas[t] for t in arguments.prepositional(parse, [verb], "to")]
    return parse.lemmas[verb] == "respond" and (not asked or asked[0] in ("question", "query", "inquiry", "criticism"))


def _is_denial(scene: Scene, draft: Draft) -> bool:
    """A refusal to own to something ("refused to admit a fault")."""
    verb = syntax.child(scene.parse, draft.token, "xcomp", "acl")
    if verb is None or scene.parse.lemmas[verb] not in ("admit", "accept", "concede", "believe", "disavow"):
        return False
    thing = syntax.child(scene.parse, verb, "dobj")
    return thing is None or not scene.parties.classes(thing) & (BACKED | {"party", "civilian", "official", "force", "aid"})


def _is_dislike(scene: Scene, draft: Draft) -> bool:
    """To be against somebody or something that is no proposal."""
    if draft.kind != "governor" or scene.parse.lemmas[draft.token] not in ("oppose", "opposed"):
        return False
    return draft.deed not in scene.drafts and (draft.deed is None or not scene.parties.classes(draft.deed) & BACKED)


def _is_question(scene: Scene, draft: Draft) -> bool:
    """A question put to somebody, or a request for his comment."""
    token = draft.token
    if scene.parse.lemmas[token] == "ask":
        clause = syntax.child(scene.parse, token, "ccomp", "advcl")
        first = syntax.subtree(scene.parse, clause)[0] if clause is not None else token + 1
        return scene.parse.lower[min(first, len(scene.parse) - 1)] in QUESTIONS
    asked = (scene.parse.lemmas[t] for t in arguments.prepositional(scene.parse, [token], "for"))
    return scene.parse.pos[token] == "NOUN" and any(lemma in PRESSED for lemma in asked)


def _is_order(scene: Scene, draft: Draft) -> bool:
    """A plea before a court; order that is kept."""
    if draft.kind != "noun":
        return False
    if scene.parse.lemmas[draft.token] == "plea":
        return not any(scene.parse.lower[t] in ("for", "to") for t in syntax.children_of(scene.parse, draft.token, "prep", "acl"))
    kept = draft.light is not None and scene.parse.lemmas[draft.light] in ("bring", "restore", "keep", "maintain")
    return scene.parse.lemmas[draft.token] == "order" and kept


def _is_lawsuit(scene: Scene, draft: Draft) -> bool:
    """An appeal against a ruling, to a higher court."""
    if scene.parse.lemmas[draft.token] != "appeal" or scene.parse.pos[draft.token] != "VERB":
        return False
    return arguments.is_passive(scene.parse, draft.token) or syntax.child(scene.parse, draft.token, "dobj") is not None


def _is_leaving(scene: Scene, draft: Draft) -> bool:
    """To walk out of something that is no meeting."""
    if scene.parse.lemmas[draft.token] != "walk":
        return False
    ways = syntax.children_of(scene.parse, draft.token, "prep", "prt", "advmod")
    left = list(arguments.prepositional(scene.parse, [draft.token, *ways], "of"))
    return bool(left) and not any(scene.parties.classes(t) & {"talk", "organ", "deal"} for t in left)


def _is_market(scene: Scene, draft: Draft) -> bool:
    """Demand for goods."""
    if scene.parse.pos[draft.token] != "NOUN" or scene.parse.lemmas[draft.token] != "demand":
        return False
    return any(scene.parties.classes(t) & {"trade", "goods"} for t in arguments.prepositional(scene.parse, [draft.token], "for"))


def _is_danger(scene: Scene, draft: Draft) -> bool:
    """A threat that somebody is, not one he utters ("a threat to the coast")."""
    if draft.kind != "noun" or scene.parse.lemmas[draft.token] != "threat":
        return False
    if draft.light is not None and scene.parse.lemmas[draft.light] in UTTERING:
        return False
    owned = syntax.child(scene.parse, draft.token, "poss") is not None or scene.parse.tags[draft.token] == "NNS"
    return not owned or syntax.child(scene.parse, draft.token, "prep") is not None


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
    first = scene.drafts.get(draft.same_as) if draft.same_as is not None else None
    return draft.linked_only and draft.mode == "phone" and (first is None or scene.parse.lemmas[first.token] in ("meet", "visit"))


def _is_name(scene: Scene, draft: Draft) -> bool:
    """What somebody is called ("called the premier a coward")."""
    if draft.kind != "verb" or draft.mode != "phone" or scene.parse.lemmas[draft.token] != "call":
        return False
    called = arguments.undergoer(scene.parse, draft.token)
    end = syntax.subtree(scene.parse, called)[1] if called is not None else draft.token + 1
    return scene.parse.lower[end : end + 1] in (["a"], ["an"], ["the"], ['"'], ["''"], ["“"], ["‘"], ["'"])


def _is_vow(scene: Scene, draft: Draft) -> bool:
    """A vow of something that harms nobody ("vows change")."""
    if draft.kind != "governor" or scene.parse.lemmas[draft.token] not in ("vow", "swear") or draft.deed is None:
        return False
    return draft.deed not in scene.drafts and scene.parse.pos[draft.deed] == "NOUN"


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
    if scene.parse.lemmas[draft.token] not in ("allow", "permit"):
        return False
    return scene.parties.share_country(draft.actors, draft.recipients) or not draft.actors


def _is_personal_exit(scene: Scene, draft: Draft) -> bool:
    """A person who leaves something pulls no troops out."""
    return draft.mode == "withdraw" and draft.kind == "verb" and scene.parties.are_persons(draft.actors)


def _is_business(scene: Scene, draft: Draft) -> bool:
    """A company's directors leave it."""
    return draft.mode == "resign" and scene.parties.has_sector(draft.actors, "BUS")


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
    return draft.kind == "verb" and not draft.actors and scene.parse.lemmas[draft.token] in ("get", "obtain", "accept", "reach")


def _is_pity(scene: Scene, draft: Draft) -> bool:
    """Sorry for somebody, or to hear something."""
    if scene.parse.lemmas[draft.token] != "sorry":
        return False
    if scene.parse.lemmas[scene.parse.heads[draft.token]] == "feel":
        return True
    return any(
        scene.parse.lemmas[t] in ("hear", "see", "say", "tell") for t in syntax.children_of(scene.parse, draft.token, "xcomp")
    )


def _is_gathering(scene: Scene, draft: Draft) -> bool:
    """To gather something; what is done for an election."""
    return scene.parse.lemmas[draft.token] == "gather" and syntax.child(scene.parse, draft.token, "dobj") is not None


def _is_solo(scene: Scene, draft: Draft) -> bool:
    """What a person does alone is no demonstration."""
    return draft.kind == "verb" and draft.mode == "demo" and scene.parties.are_persons(draft.actors) and len(draft.actors) == 1


def _is_treatment(scene: Scene, draft: Draft) -> bool:
    """How somebody is treated, not that he is nursed."""
    return scene.parse.lemmas[draft.token] == "treat" and syntax.child(scene.parse, draft.token, "advmod") is not None


def _is_showing(scene: Scene, draft: Draft) -> bool:
    """To demonstrate that something is so; to clash with a rival in a debate."""
    if scene.parse.lemmas[draft.token] == "demonstrate":
        return syntax.child(scene.parse, draft.token, "ccomp", "xcomp", "dobj") is not None
    return draft.mode == "riot" and draft.kind == "verb" and scene.parties.are_persons((*draft.actors, *draft.recipients))


def _is_rallying(scene: Scene, draft: Draft) -> bool:
    """To rally one's followers."""
    followers = syntax.child(scene.parse, draft.token, "dobj") if scene.parse.lemmas[draft.token] == "rally" else None
    return followers is not None and scene.parse.lower[followers - 1] not in ("outside", "inside", "near")


CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (_is_private_invitation, _is_private_assent),
    "ACCUSE": (_is_lead,),
    "SUPPORT": (_is_poll,),
    "REJECT": (_is_poll, _is_private_refusal, _is_silence, _is_denial, _is_dislike, _is_leaving),
    "REQUEST": (_is_question, _is_market, _is_order, _is_lawsuit),
    "THREATEN": (_is_danger, _is_vow),
    "CONSULT": (_is_gossip, _is_interview, _is_other_call, _is_name),
    "COERCE": (_is_likeness,),
    "AID": (_is_likeness, _is_treatment, _is_receipt),
    "CONCEDE": (_is_pity,),
    "MOBILIZE": (_is_gathering,),
    "RETREAT": (_is_personal_exit, _is_publication, _is_business),
    "PROTEST": (_is_showing, _is_rallying, _is_solo),
    "SANCTION": (_is_domestic,),
    "COOPERATE": (_is_leave,),
}
"""What speaks against an event, by type."""
