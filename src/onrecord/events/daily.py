"""Daily life, business and shows: acts among those who hold no public part, and words that have a second life there."""

from __future__ import annotations

from dataclasses import replace

from onrecord.events import arguments
from onrecord.events.campaigns import is_bare_promise, is_opinion
from onrecord.events.drafts import Draft
from onrecord.events.scene import PRAISING, Check, Scene
from onrecord.events.standing import BODIES
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Actor

PRIVATE = frozenset(("BUS", "JRN", "EDU", "MED", "CVL"))
"""Sectors of those who hold no public part: companies, reporters, scholars, doctors, the people."""

APPLAUDING = (PRAISING - words("recognize recognise")) | words("support back pay tribute")
ESPOUSING = words("defend champion")
GIVEN = words("award prize degree medal trophy star")
UNSAID = words("anonymity confidentiality privacy anonymous withhold name identify quote unnamed")
TEXTS = words("plan budget proposal bill law legislation measure policy agenda rule regulation program programme scheme formula")
BARGAINS = words(
    "business merger inversion takeover acquisition record book movie film land real-estate tv television licensing plea"
)
TRADES = words("buy sell acquire merge purchase publish star produce invest lend rent pay")
THOUGHTS = words("argument debate idea notion rumor rumour speculation theory claim narrative impression feeling movement trend")
SESSIONS = words("meeting conference session")
LOYAL = words("support back help defend protect stand unite vote respect honor honour obey serve")
RESOURCES = words("market information file network computer internet data record intelligence care school education healthcare")
LASTING = words("his her its their my our your")
RIVAL_THINGS = words("seat state district lead title majority record")


def _is_private(scene: Scene, draft: Draft) -> bool:
    """An act among persons and companies without any public part: by their sectors, or persons without one."""
    rows = [scene.parties.actors[i] for i in (*draft.actors, *draft.recipients) if i in scene.parties.actors]
    return bool(rows) and all(_has_no_part(row) for row in rows)


def _has_no_part(row: Actor) -> bool:
    """Whether an actor holds no public part: nobody whom the base knows; a people, named, may stand for its state."""
    if not row.sector:
        return row.type == "person" and row.country is not None and row.basis != "kb"
    is_people = row.type == "group" and row.name.istitle() and " " not in row.name
    return set(row.sector) <= PRIVATE and not is_people


def _is_private_deal(scene: Scene, draft: Draft) -> bool:
    """What private persons promise or accept, and their talks, in news that is not about fighting."""
    return scene.calm and _is_private(scene, draft)


def _is_resolution(scene: Scene, draft: Draft) -> bool:
    """What a person promises nobody to do, and what is no event, in news that names an election."""
    if not scene.calm or scene.parties.is_public(draft.recipients) or not scene.near_campaign:
        return False
    return scene.parties.are_persons(draft.actors) and is_bare_promise(scene, draft)


def _is_bargain(scene: Scene, draft: Draft) -> bool:
    """A deal of business, a book or a show; somebody who agrees to buy."""
    if draft.kind == "governor":
        deed = draft.deed
        return deed is not None and scene.parse.lemmas[deed] in TRADES and not scene.parties.is_public(draft.actors)
    before = (scene.parse.lemmas[t] for t in syntax.children_of(scene.parse, draft.token, "compound", "amod", "nmod"))
    return draft.kind == "noun" and any(lemma in BARGAINS for lemma in before)


def _is_private_favour(scene: Scene, draft: Draft) -> bool:
    """Praise and thanks among those who hold no public part; endorsing is said of politics alone."""
    if scene.campaign and draft.recipients and scene.lemma(draft) in ("support", "back"):
        return False
    return scene.lemma(draft) in APPLAUDING and scene.calm and _is_private(scene, draft)


def _is_leaning(scene: Scene, draft: Draft) -> bool:
    """What voters prefer, where an election is named."""
    return scene.calm and scene.near_campaign and is_opinion(scene, draft)


def _is_thanks(scene: Scene, draft: Draft) -> bool:
    """Thanks to nobody or to a crowd."""
    if scene.lemma(draft) != "thank":
        return False
    return scene.parties.has_people(draft.recipients) or (scene.campaign and not draft.recipients)


def _is_own_cause(scene: Scene, draft: Draft) -> bool:
    """To defend what is one's own ("defended his record"), or a seat in an election."""
    thing = arguments.undergoer(scene.parse, draft.token) if scene.lemma(draft) in ESPOUSING else None
    if thing is None:
        return False
    owner = syntax.child(scene.parse, thing, "poss")
    if owner is not None and scene.parse.lower[owner] in LASTING:
        return not scene.parties.is_public(draft.recipients) or not scene.parties.one(thing)
    return scene.campaign and scene.parse.lemmas[thing] in RIVAL_THINGS


def _is_award(scene: Scene, draft: Draft) -> bool:
    """Who is honoured with a prize."""
    if scene.lemma(draft) not in ("honor", "honour"):
        return False
    given = arguments.prepositional(scene.parse, [draft.token], "with")
    return not draft.actors or any(scene.parse.lemmas[t] in GIVEN for t in given)


def _is_private_wish(scene: Scene, draft: Draft) -> bool:
    """What those who hold no public part ask of each other."""
    return bool(draft.actors and draft.recipients) and scene.calm and _is_private(scene, draft)


def _is_confidence(scene: Scene, draft: Draft) -> bool:
    """A source that asks not to be named."""
    things = [*arguments.prepositional(scene.parse, [draft.token], "for")]
    undergoer = arguments.undergoer(scene.parse, draft.token)
    things += [] if undergoer is None else [undergoer]
    below = syntax.children_of(scene.parse, draft.token, "ccomp", "xcomp") if scene.lemma(draft) in ("ask", "request") else []
    things += [deeper for t in below for deeper in (t, *syntax.children_of(scene.parse, t, "acomp"))]
    return any(scene.parse.lemmas[t] in UNSAID for t in things)


def _is_attraction(scene: Scene, draft: Draft) -> bool:
    """What somebody has for people who like him ("his appeal to miners")."""
    if scene.lemma(draft) != "appeal":
        return False
    if any(scene.parse.lower[t] == "for" for t in syntax.children_of(scene.parse, draft.token, "prep")):
        return draft.kind == "noun" and not draft.recipients and scene.campaign
    if syntax.child(scene.parse, draft.token, "acl", "xcomp", "advcl", "ccomp") is not None:
        return False
    liked = arguments.prepositional(scene.parse, [draft.token], "to")
    if any("civilian" in scene.parties.classes(t) for t in liked):
        return True
    return scene.parties.has_people(draft.recipients) or (draft.kind == "noun" and not draft.recipients)


def _is_programme(scene: Scene, draft: Draft) -> bool:
    """What a plan or a law provides for ("his plan calls for lower rates")."""
    doer = arguments.doer(scene.parse, draft.token) if scene.parse.pos[draft.token] == "VERB" else None
    return doer is not None and scene.parse.pos[doer] == "NOUN" and scene.parse.lemmas[doer] in TEXTS


def _is_telephone(scene: Scene, draft: Draft) -> bool:
    """Calls that are received or held with somebody."""
    if draft.kind == "verb" or scene.lemma(draft) != "call" or scene.parse.pos[draft.token] != "NOUN":
        return False
    after = {scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "prep")}
    if "with" in after:
        return True
    return any(
        scene.parse.pos[t] == "NUM" or scene.parse.lemmas[t] in ("phone", "telephone", "conference", "distress")
        for t in syntax.children_of(scene.parse, draft.token, "nummod", "compound", "amod")
    )


def _is_risk(scene: Scene, draft: Draft) -> bool:
    """A thing that threatens something: it says nothing."""
    if scene.parse.pos[draft.token] != "VERB" or scene.lemma(draft) != "threaten":
        return False
    doer = arguments.doer(scene.parse, draft.token)
    if doer is None:
        return False
    if scene.parse.lower[doer] in ("that", "this", "which"):
        return True
    return scene.parse.pos[doer] == "NOUN" and (doer in scene.drafts or "thing" in scene.parties.classes(doer))


def _is_private_gift(scene: Scene, draft: Draft) -> bool:
    """Money and help that persons give to whoever is no power, in texts that tell of no fighting."""
    if not scene.calm or not draft.actors:
        return False
    rows = [scene.parties.actors[i] for i in draft.actors if i in scene.parties.actors]
    return bool(rows) and all(row.type == "person" for row in rows) and not scene.parties.is_power(draft.recipients)


def _is_loyalty(scene: Scene, draft: Draft) -> bool:
    """An oath to stand by somebody is no threat."""
    if scene.lemma(draft) not in ("vow", "swear", "pledge", "promise"):
        return False
    below = syntax.child(scene.parse, draft.token, "ccomp", "xcomp")
    return below is not None and scene.parse.lemmas[below] in LOYAL


def _is_party_gift(scene: Scene, draft: Draft) -> bool:
    """Money to somebody of no public part at home, or in news that names an election; the people and refugees are helped."""
    if not scene.calm or not draft.recipients:
        return False
    if not scene.near_campaign and not scene.parties.share_country(draft.actors, draft.recipients):
        return False
    rows = [scene.parties.actors[i] for i in draft.recipients if i in scene.parties.actors]
    return all(row.type != "country" and (not row.sector or row.sector[0] in ("SOC", "BUS", "MED", "EDU")) for row in rows)


def _is_crowd_at_door(scene: Scene, draft: Draft) -> bool:
    """Who is received by a crowd; travellers of no public part."""
    if draft.mode != "visit" or not scene.calm:
        return False
    if scene.lemma(draft) in ("receive", "greet", "welcome") and scene.parties.has_people(draft.recipients):
        return True
    if scene.lemma(draft) == "welcome" and syntax.child(scene.parse, draft.token, "xcomp") is not None:
        return True
    return bool(draft.actors) and _is_private(scene, replace(draft, recipients=()))


def _is_enabling(scene: Scene, draft: Draft) -> bool:
    """What frees somebody to do something."""
    if scene.lemma(draft) != "free" or draft.kind != "verb" or draft.actors:
        return False
    below = syntax.children_of(scene.parse, draft.token, "xcomp", "ccomp", "advcl")
    return any(scene.parse.lower[t] == "to" for verb in below for t in syntax.children_of(scene.parse, verb, "aux"))


def _is_access(scene: Scene, draft: Draft) -> bool:
    """Access to money, markets or data lets nobody in."""
    if draft.mode != "access":
        return False
    things = syntax.children_of(scene.parse, draft.token, "dobj")
    reached = arguments.prepositional(scene.parse, [draft.token, *things], "to")
    return any(scene.parse.lemmas[t] in RESOURCES or "money" in scene.parties.classes(t) for t in reached)


def _is_company_exit(scene: Scene, draft: Draft) -> bool:
    """Who leaves a company, a paper or a school; a company's directors."""
    if draft.mode != "resign":
        return False
    if scene.parties.has_sector(draft.actors, "BUS"):
        return True
    if scene.parties.is_public(draft.actors):
        return False
    if scene.parties.has_sector(draft.actors, "JRN"):
        return scene.calm
    left = [t for word in ("from", "as") for t in arguments.prepositional(scene.parse, [draft.token], word)]
    left += [deeper for t in left for deeper in arguments.prepositional(scene.parse, [t], "of")]
    return any(scene.parties.has_sector(scene.parties.at(t), sector) for t in left for sector in ("BUS", "JRN", "EDU"))


def _is_interviewed(scene: Scene, draft: Draft) -> bool:
    """Whom reporters question."""
    return scene.calm and scene.lemma(draft) in ("question", "grill", "quiz") and draft.kind == "verb" and not draft.actors


def _is_interruption(scene: Scene, draft: Draft) -> bool:
    """To cut somebody off who speaks."""
    thing = arguments.undergoer(scene.parse, draft.token) if scene.lemma(draft) == "cut" and draft.kind == "verb" else None
    return thing is not None and scene.parse.lower[thing] in ("him", "her", "me")


def _is_unowned(scene: Scene, draft: Draft) -> bool:
    """Help and sanctions for nobody, in news that names an election, or for what is only thought ("fuel for an argument")."""
    if not scene.calm or draft.mode == "convict" or draft.same_as is not None or draft.kind == "governor":
        return False
    if not draft.recipients:
        return draft.kind == "verb" and scene.campaign
    given = arguments.prepositional(scene.parse, [draft.token], "to")
    return any(scene.parse.lemmas[t] in THOUGHTS for t in given)


def _is_own_session(scene: Scene, draft: Draft) -> bool:
    """A meeting of one body at home, or a conference of nobody told."""
    if draft.kind != "noun" or draft.mode is not None or not scene.calm or scene.lemma(draft) not in SESSIONS:
        return False
    sides = (*draft.actors, *draft.recipients)
    partners = [scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "prep")]
    if len(sides) > 1 or "with" in partners or "between" in partners or scene.parse.tags[draft.token].startswith("NNP"):
        return False
    rows = [scene.parties.actors[i] for i in sides if i in scene.parties.actors]
    return bool(rows) and all(row.type == "organisation" and row.country not in BODIES for row in rows)


def _is_tough_talk(scene: Scene, draft: Draft) -> bool:
    """To talk tough, to speak with one voice."""
    if scene.lemma(draft) not in ("talk", "speak"):
        return False
    voiced = arguments.prepositional(scene.parse, [draft.token], "with")
    after = scene.parse.lower[draft.token + 1 : draft.token + 2]
    return after in (["tough"], ["big"]) or any(scene.parse.lemmas[t] in ("voice", "confidence", "pride") for t in voiced)


CHECKS: dict[str, tuple[Check, ...]] = {
    "ACCUSE": (_is_interviewed,),
    "AGREE": (_is_private_deal, _is_resolution, _is_bargain, _is_programme),
    "AID": (_is_private_gift, _is_party_gift, _is_unowned),
    "COERCE": (_is_interruption,),
    "CONSULT": (_is_crowd_at_door, _is_own_session, _is_tough_talk, _is_private_deal),
    "RETREAT": (_is_enabling, _is_access, _is_company_exit),
    "SANCTION": (_is_unowned,),
    "SUPPORT": (_is_private_favour, _is_leaning, _is_thanks, _is_own_cause, _is_award),
    "REQUEST": (_is_private_wish, _is_confidence, _is_attraction, _is_programme, _is_telephone),
    "THREATEN": (_is_risk, _is_loyalty, _is_programme),
}
"""What speaks against an event, by type."""
