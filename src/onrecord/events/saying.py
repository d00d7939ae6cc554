"""Acts of words that are none: promises, refusals, requests, threats and support in another sense."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.governing import NO_DEEDS, REFUSABLE
from onrecord.events.scene import BACKED, SIDING, Check, Scene
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

POLLING = words("poll percent percentage % survey pollster respondent polling")
PREFERRING = SIDING | {"endorse"}
QUESTIONS = words("whether if what who why how when where which")
PRESSED = words("press comment interview information reaction clarification specific detail answer explanation")
ANSWERING = words(
    "respond comment explain defend answer elaborate clarify react describe name rank identify say lay share discuss weigh "
    "predict stand sit clap smile listen speak read repeat imagine look"
)
"""What is asked for and is no matter of politics: words, and small gestures."""

CALLING = words("for on upon")
MATTERS = words("issue thing everything point matter much lot that this it")
OFFERED = words("apology condolence praise endorsement thanks prayer criticism congratulation sympathy advice support")
UTTERING = words("make issue repeat renew voice deliver receive face carry follow reiterate")


def _is_private_invitation(scene: Scene, draft: Draft) -> bool:
    if scene.lemma(draft) not in ("invite", "invitation"):
        return False
    return not (scene.parties.is_public(draft.actors) and (not draft.recipients or scene.parties.is_public(draft.recipients)))


def _is_private_assent(scene: Scene, draft: Draft) -> bool:
    """What those who decide nothing approve of, and rights that are guaranteed."""
    lemma = scene.lemma(draft)
    if lemma == "approve":
        return bool(draft.actors) and not scene.parties.is_public(draft.actors)
    thing = syntax.child(scene.parse, draft.token, "dobj") if lemma in ("guarantee", "assure") else None
    return thing is not None and "right" in scene.parties.classes(thing)


def _is_same_mind(scene: Scene, draft: Draft) -> bool:
    """To be of one mind on something ("agrees with him on everything")."""
    if scene.lemma(draft) != "agree":
        return False
    if syntax.child(scene.parse, draft.token, "ccomp") is not None:
        return not scene.parties.is_public(draft.actors) or any(
            scene.parse.lower[t] == "with" for t in syntax.children_of(scene.parse, draft.token, "prep")
        )
    return any(scene.parse.lemmas[t] in MATTERS for t in arguments.prepositional(scene.parse, [draft.token], "on"))


def _is_insight(scene: Scene, draft: Draft) -> bool:
    """The recognition that something is so."""
    if draft.kind != "noun" or scene.lemma(draft) != "recognition":
        return False
    return any(scene.parse.labels[t] in ("acl", "ccomp", "relcl") for t in scene.parse.children[draft.token])


def _is_offered_word(scene: Scene, draft: Draft) -> bool:
    """Words that are offered: apologies, praise."""
    thing = syntax.child(scene.parse, draft.token, "dobj") if scene.lemma(draft) == "offer" else None
    return thing is not None and scene.parse.lemmas[thing] in OFFERED


def _is_lead(scene: Scene, draft: Draft) -> bool:
    """Who is in charge, or takes it."""
    if scene.lemma(draft) != "charge" or draft.kind != "noun":
        return False
    taken = draft.light is not None and scene.parse.lemmas[draft.light] == "take"
    return taken or (draft.token > 0 and scene.parse.lower[draft.token - 1] == "in") or _is_under(scene.parse, draft.token)


def _is_under(parse: Parse, noun: int) -> bool:
    """ "Those under her charge"."""
    return parse.labels[noun] == "pobj" and parse.lower[parse.heads[noun]] == "under"


def _is_poll(scene: Scene, draft: Draft) -> bool:
    """What a share of those asked prefer."""
    if scene.lemma(draft) not in PREFERRING:
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
    if thing is None:
        return False
    asked = [thing, *syntax.children_of(scene.parse, thing, "compound"), *arguments.prepositional(scene.parse, [thing], "for")]
    return any(scene.parse.lemmas[t] in PRESSED for t in asked)


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
    if draft.kind != "governor" or scene.lemma(draft) not in ("oppose", "opposed"):
        return False
    return draft.deed not in scene.drafts and (draft.deed is None or not scene.parties.classes(draft.deed) & BACKED)


def _is_question(scene: Scene, draft: Draft) -> bool:
    """A question put to somebody, or a request for his comment."""
    token = draft.token
    if scene.parse.lemmas[token] == "ask":
        answer = syntax.child(scene.parse, token, "xcomp")
        if answer is not None and scene.parse.lemmas[answer] in ANSWERING:
            return True
        clause = syntax.child(scene.parse, token, "ccomp", "advcl")
        first = syntax.subtree(scene.parse, clause)[0] if clause is not None else token + 1
        return scene.parse.lower[min(first, len(scene.parse) - 1)] in QUESTIONS
    if scene.parse.lemmas[token] == "press" and syntax.child(scene.parse, token, "xcomp") is None:
        if any(scene.parse.lower[t] in ("on", "about") for t in syntax.children_of(scene.parse, token, "prep")):
            return True
        return any(scene.parse.lemmas[t] in PRESSED for t in arguments.prepositional(scene.parse, [token], "for"))
    asked = [scene.parse.lemmas[t] for t in arguments.prepositional(scene.parse, [token], "for")]
    asked += [scene.parse.lemmas[t] for t in syntax.children_of(scene.parse, token, "compound")]
    for seeking in syntax.children_of(scene.parse, token, "acl"):
        asked += [scene.parse.lemmas[t] for t in syntax.children_of(scene.parse, seeking, "dobj")]
    return scene.parse.pos[token] == "NOUN" and any(lemma in PRESSED for lemma in asked)


def _is_naming(scene: Scene, draft: Draft) -> bool:
    """To call something a name, or somebody on the telephone."""
    if scene.lemma(draft) != "call" or scene.parse.pos[draft.token] != "VERB":
        return False
    return CALLING.isdisjoint(scene.parse.lower[draft.token + 1 : draft.token + 4])


def _is_order(scene: Scene, draft: Draft) -> bool:
    """A plea before a court; order that is kept."""
    if draft.kind != "noun":
        pleads = scene.lemma(draft) == "plead" and not draft.recipients
        return pleads and not any(
            scene.parse.lower[t] in ("for", "with") for t in syntax.children_of(scene.parse, draft.token, "prep")
        )
    if scene.lemma(draft) == "plea":
        return not any(scene.parse.lower[t] in ("for", "to") for t in syntax.children_of(scene.parse, draft.token, "prep", "acl"))
    is_kept = draft.light is not None and scene.parse.lemmas[draft.light] in ("bring", "restore", "keep", "maintain")
    return scene.lemma(draft) == "order" and is_kept


def _is_lawsuit(scene: Scene, draft: Draft) -> bool:
    """An appeal against a ruling, to a higher court."""
    if scene.lemma(draft) != "appeal" or scene.parse.pos[draft.token] != "VERB":
        return False
    return arguments.is_passive(scene.parse, draft.token) or syntax.child(scene.parse, draft.token, "dobj") is not None


def _is_leaving(scene: Scene, draft: Draft) -> bool:
    """To walk out of something that is no meeting."""
    if scene.lemma(draft) != "walk":
        return False
    ways = syntax.children_of(scene.parse, draft.token, "prep", "prt", "advmod")
    left = list(arguments.prepositional(scene.parse, [draft.token, *ways], "of"))
    return bool(left) and not any(scene.parties.classes(t) & {"talk", "organ", "deal"} for t in left)


def _is_danger(scene: Scene, draft: Draft) -> bool:
    """A threat that somebody is, not one he utters ("a threat to the coast")."""
    if draft.kind != "noun" or scene.lemma(draft) != "threat":
        return False
    if draft.light is not None and scene.parse.lemmas[draft.light] in UTTERING:
        return False
    owned = syntax.child(scene.parse, draft.token, "poss") is not None or scene.parse.tags[draft.token] == "NNS"
    return not owned or syntax.child(scene.parse, draft.token, "prep") is not None


def _is_vow(scene: Scene, draft: Draft) -> bool:
    """A vow of something that harms nobody ("vows change")."""
    if draft.kind != "governor" or scene.lemma(draft) not in ("vow", "swear") or draft.deed is None:
        return False
    return draft.deed not in scene.drafts and scene.parse.pos[draft.deed] == "NOUN"


def _is_asked_for_news(scene: Scene, draft: Draft) -> bool:
    """Whom reporters interview."""
    if scene.lemma(draft) != "interview":
        return False
    return not draft.actors or scene.parties.has_sector(draft.actors, "JRN") or scene.parties.are_states(draft.actors)


def _is_at_side(scene: Scene, draft: Draft) -> bool:
    """Where somebody stands."""
    if scene.lemma(draft) != "stand":
        return False
    heads = (t for p in syntax.children_of(scene.parse, draft.token, "prep") for t in syntax.children_of(scene.parse, p, "pobj"))
    return any(scene.parse.lemmas[t] in ("side", "stage", "podium", "desk", "microphone") for t in heads)


def _is_aimed_at_voters(scene: Scene, draft: Draft) -> bool:
    """Whom a campaign targets."""
    return scene.lemma(draft) == "target" and scene.parties.has_people(draft.recipients)


def _is_pity(scene: Scene, draft: Draft) -> bool:
    """Sorry for somebody, or to hear something."""
    if scene.lemma(draft) != "sorry":
        return False
    if scene.parse.lemmas[scene.parse.heads[draft.token]] == "feel":
        return True
    return any(
        scene.parse.lemmas[t] in ("hear", "see", "say", "tell") for t in syntax.children_of(scene.parse, draft.token, "xcomp")
    )


CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (_is_private_invitation, _is_private_assent, _is_offered_word, _is_same_mind),
    "ACCUSE": (_is_lead, _is_aimed_at_voters, _is_asked_for_news),
    "SUPPORT": (_is_poll, _is_at_side, _is_insight),
    "REJECT": (_is_poll, _is_private_refusal, _is_silence, _is_denial, _is_dislike, _is_leaving),
    "REQUEST": (_is_question, _is_naming, _is_order, _is_lawsuit),
    "THREATEN": (_is_danger, _is_vow),
    "CONCEDE": (_is_pity,),
}
"""What speaks against an event, by type."""
