"""Words of politics that tell no single happening: causes fought for, prospects, courts' routine, reporters' questions."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import Check, Scene
from onrecord.events.tables import words
from onrecord.language import syntax

ILLS = words(
    "terror terrorism extremism crime poverty corruption cancer disease inequality hunger drug racism bigotry hate hatred"
)
"""What a cause is fought against: no party, and no single fight."""

STRUGGLES = words("war fight battle combat")
MURDERS = words("murder rape")
PRESS = words("press media news newspaper reporter journalist")
COURTS = words("court judge justice tribunal")
EFFECTS = words(
    "jam derail undermine overshadow upend eclipse tear split spill engulf destabilise destabilize become overwhelm erode "
    "disrupt unravel fracture jeopardise jeopardize swamp drown deepen worsen widen delay complicate sink reshape dominate"
)
"""What something threatens to do that is only likely to do it."""

IMPULSES = words("temptation urge impulse instinct fear anger narrative notion reality emotion curiosity")
FORECASTS = words("prediction forecast estimate projection")
REJECTED = frozenset(("proposal", "demand", "deal", "talk", "aid", "restriction", "sanction", "ceasefire", "party", "official"))
INERT = frozenset(("goods", "trade", "thing", "abstract", "utility", "money", "idea"))
TEAMS = words("group panel commission committee agency body team office unit council department board ministry task")

IDIOMS: dict[tuple[str, str], tuple[tuple[str, ...], str | None]] = {
    ("CONCEDE", "concede"): (("ccomp",), None),  # that something is so
    ("CONSULT", "confer"): (("dobj",), None),  # an honour
    ("REQUEST", "call"): (("prt", "advmod"), "out"),  # somebody out
    ("REQUEST", "lean"): (("prep",), "for"),  # on somebody for something
    ("RETREAT", "step"): (("dobj",), None),  # something back
}
"""Verbs of a type that with a dependent of one of the labels, if told that word, are another verb."""

RESCINDING = words("rescind withdraw revoke retract pull drop renounce unsay")


def _is_idiom(scene: Scene, draft: Draft) -> bool:
    """Another verb, by what hangs on it, than that of its type."""
    labels, word = IDIOMS.get((draft.type, scene.lemma(draft)), ((), None))
    told = syntax.children_of(scene.parse, draft.token, *labels)
    return any(word is None or scene.parse.lower[other] == word for other in told)


def _is_cause(scene: Scene, draft: Draft) -> bool:
    """A war on terror, a fight against poverty."""
    if scene.lemma(draft) not in STRUGGLES:
        return False
    foes = [t for word in ("on", "against") for t in arguments.prepositional(scene.parse, [draft.token], word)]
    undergoer = arguments.undergoer(scene.parse, draft.token) if draft.kind == "verb" else None
    foes += [] if undergoer is None else [undergoer, *arguments.prepositional(scene.parse, [undergoer], "on")]
    return any(scene.parse.lemmas[t] in ILLS for t in foes)


def _is_private_crime(scene: Scene, draft: Draft) -> bool:
    """A murder among people of no public part, or a count of murders, in news that is not about fighting."""
    if not scene.calm or draft.kind != "noun" or scene.lemma(draft) not in MURDERS:
        return False
    return not scene.parties.is_public((*draft.actors, *draft.recipients))


def _is_generic_victim(scene: Scene, draft: Draft) -> bool:
    """Whoever suffers it ("women who are raped"): nobody told."""
    parse, token = scene.parse, draft.token
    if draft.kind != "verb" or parse.labels[token] != "relcl" or not arguments.is_passive(parse, token):
        return False
    noun = parse.heads[token]
    is_bare = parse.tags[noun] == "NNS" and syntax.child(parse, noun, "det", "poss", "nummod", "amod") is None
    return is_bare and any(parse.tags[t] in ("VBP", "VBZ") for t in syntax.children_of(parse, token, "auxpass", "aux"))


def _is_press_inquiry(scene: Scene, draft: Draft) -> bool:
    """What reporters want to know."""
    if draft.kind != "noun" or scene.lemma(draft) not in ("inquiry", "enquiry"):
        return False
    near = syntax.children_of(scene.parse, draft.token, "compound", "amod", "nmod", "poss")
    return scene.parties.has_sector(draft.actors, "JRN") or any(scene.parse.lemmas[t] in PRESS for t in near)


def _is_task(scene: Scene, draft: Draft) -> bool:
    """A body charged with doing something."""
    if scene.lemma(draft) != "charge" or draft.kind != "verb":
        return False
    who = scene.parse.heads[draft.token] if scene.parse.labels[draft.token] == "acl" else None
    who = arguments.undergoer(scene.parse, draft.token) if who is None else who
    with_ = [t for t in syntax.children_of(scene.parse, draft.token, "prep") if scene.parse.lower[t] == "with"]
    return who is not None and scene.parse.lemmas[who] in TEAMS and any(syntax.child(scene.parse, t, "pcomp") for t in with_)


def _is_bench(scene: Scene, draft: Draft) -> bool:
    """The prosecution as those who plead."""
    if draft.kind != "noun" or scene.lemma(draft) != "prosecution":
        return False
    children = scene.parse.children[draft.token]
    return [scene.parse.lower[t] for t in children if t < draft.token] == ["the"] and not any(
        scene.parse.lower[t] in ("of", "against", "for") for t in children
    )


def _is_interviewer(scene: Scene, draft: Draft) -> bool:
    """ "When asked to pick one": whoever asks only wants to know, as does who asks a question."""
    parse, token = scene.parse, draft.token
    if scene.lemma(draft) != "ask" or parse.pos[token] != "VERB":
        return False
    thing = arguments.undergoer(parse, token)
    if thing is not None and parse.lemmas[thing] == "question":
        return True
    is_reduced = parse.labels[token] == "advcl" and parse.tags[token] == "VBN" and syntax.agent(parse, token) is None
    if not is_reduced or syntax.own_subject(parse, token) is not None:
        return False
    return any(parse.lower[t] in ("when", "if", "once") for t in parse.children[token] if t < token)


def _is_decree(scene: Scene, draft: Draft) -> bool:
    """An executive order, whatever hangs on it; orders that are taken from somebody."""
    parse, token = scene.parse, draft.token
    if scene.lemma(draft) != "order" or (draft.kind != "noun" and parse.pos[token] != "NOUN"):
        return False
    if any(parse.lower[t] == "executive" for t in syntax.children_of(parse, token, "amod", "compound")):
        return True
    return draft.light is not None and parse.lemmas[draft.light] in ("take", "follow", "obey")


def _is_economic(scene: Scene, draft: Draft) -> bool:
    """Demand for goods, or as such, of nobody ("stoked demand")."""
    parse, token = scene.parse, draft.token
    if scene.lemma(draft) != "demand":
        return False
    wanted = arguments.prepositional(parse, [token], "for") if parse.pos[token] == "NOUN" else ()
    if any(scene.parties.classes(t) & {"trade", "goods"} for t in wanted):
        return True
    if draft.kind != "noun" or parse.tags[token] != "NN" or draft.actors:
        return False
    return syntax.child(parse, token, "det", "poss", "acl", "ccomp", "relcl") is None and draft.same_as is None


def _is_inner(scene: Scene, draft: Draft) -> bool:
    """To yield to a temptation, go along with a narrative, backpedal on a forecast."""
    reached = arguments.prepositional(scene.parse, [draft.token], "to")
    if draft.kind == "verb" and any(scene.parse.lemmas[t] in IMPULSES for t in reached):
        return True
    left = [t for word in ("on", "from") for t in arguments.prepositional(scene.parse, [draft.token], word)]
    return draft.kind == "verb" and any(scene.parse.lemmas[t] in FORECASTS for t in left)


def _is_dismissal(scene: Scene, draft: Draft) -> bool:
    """A case that a court dismisses."""
    if scene.lemma(draft) != "dismiss":
        return False
    return any(scene.parties.is_called(actor, COURTS) for actor in draft.actors)


def _is_reproach(scene: Scene, draft: Draft) -> bool:
    """To regret what others do."""
    parse = scene.parse
    clause = syntax.child(parse, draft.token, "ccomp") if scene.lemma(draft) == "regret" else None
    doer = None if clause is None else syntax.own_subject(parse, clause)
    if doer is None or parse.lower[doer] in ("i", "we", "he", "she", "it", "this", "that", "there"):
        return False
    if syntax.child(parse, doer, "poss") is not None:
        return False
    who = scene.parties.at(doer)
    speaker = syntax.subject(parse, draft.token)
    is_own_word = speaker is not None and parse.lower[speaker] in ("i", "we")
    return set(who).isdisjoint(draft.actors) and (bool(who) or is_own_word)


def _is_regulation(scene: Scene, draft: Draft) -> bool:
    """What somebody proposes to nobody to do, and what is no event, in news that is not about fighting."""
    if not scene.calm or scene.lemma(draft) != "propose" or draft.recipients:
        return False
    return draft.deed is None or draft.deed not in scene.drafts


def _is_prospect(scene: Scene, draft: Draft) -> bool:
    """What threatens to happen."""
    if scene.lemma(draft) != "threaten" or draft.deed is None:
        return False
    return scene.parse.lemmas[draft.deed] in EFFECTS


def _is_outlook(scene: Scene, draft: Draft) -> bool:
    """The rejection of what nobody proposed ("a rejection of cynicism")."""
    if draft.kind != "noun" or scene.lemma(draft) != "rejection" or not scene.calm:
        return False
    things = list(arguments.prepositional(scene.parse, [draft.token], "of"))
    return bool(things) and not any(scene.parties.classes(t) & REJECTED or scene.parties.at(t) for t in things)


def _is_truce_word(scene: Scene, draft: Draft) -> bool:
    """The fire of a "cease- fire"."""
    return scene.lemma(draft) == "fire" and "cease" in scene.parse.lower[max(0, draft.token - 2) : draft.token]


def _is_fuel(scene: Scene, draft: Draft) -> bool:
    """A thing that feeds or funds somebody."""
    if draft.kind != "verb" or draft.actors or arguments.is_passive(scene.parse, draft.token):
        return False
    doer = arguments.doer(scene.parse, draft.token)
    return doer is not None and scene.parse.pos[doer] == "NOUN" and not scene.parties.classes(doer) - INERT


def _is_private_lie(scene: Scene, draft: Draft) -> bool:
    """Lies that people of no public part spread, in news that is not about fighting."""
    return draft.mode == "misinformation" and scene.calm and not scene.parties.is_public(draft.actors)


def _is_taken_back(scene: Scene, draft: Draft) -> bool:
    """Backing that is withdrawn."""
    above = scene.parse.heads[draft.token]
    is_object = draft.kind == "noun" and scene.parse.labels[draft.token] in ("dobj", "nsubjpass")
    return is_object and scene.parse.lemmas[above] in RESCINDING


def _is_appearance(scene: Scene, draft: Draft) -> bool:
    """A person's withdrawal, which moves no troops."""
    if draft.kind != "noun" or draft.mode != "withdraw" or not scene.calm:
        return False
    return scene.parties.are_persons(draft.actors) and next(iter(_left(scene, draft)), None) is None


def _left(scene: Scene, draft: Draft) -> Iterator[int]:
    for word in ("from", "of"):
        yield from arguments.prepositional(scene.parse, [draft.token], word)


CHECKS: dict[str, tuple[Check, ...]] = {
    "ACCUSE": (_is_press_inquiry, _is_bench, _is_task, _is_generic_victim),
    "AGREE": (_is_inner, _is_regulation),
    "AID": (_is_fuel,),
    "ASSAULT": (_is_cause, _is_truce_word, _is_private_crime, _is_generic_victim),
    "COERCE": (_is_generic_victim, _is_private_lie),
    "CONCEDE": (_is_idiom, _is_inner, _is_dismissal, _is_reproach),
    "CONSULT": (_is_idiom,),
    "REJECT": (_is_outlook,),
    "REQUEST": (_is_idiom, _is_interviewer, _is_decree, _is_economic),
    "RETREAT": (_is_idiom, _is_appearance),
    "SUPPORT": (_is_taken_back,),
    "THREATEN": (_is_prospect,),
}
"""What speaks against an event, by type."""
