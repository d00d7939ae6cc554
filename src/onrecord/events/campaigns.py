"""What is no event in news about parties and elections, where candidates promise, praise and travel every day."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import BACKED, PRAISING, SIDING, Check, Scene, is_violent
from onrecord.events.tables import words
from onrecord.language import syntax

PROMISES = words(
    "propose promise pledge vow commitment assurance offer guarantee commit committed ready willing prepared agree assure"
)
CONTESTS = words("battle fight clash war onslaught blitz duel combat batter take overrun storm invade retake recapture")
STOPPING = words("stop prevent block thwart obstruct disqualify limit")
ATTACKS = words("attack assault target hit hammer")
TERRIBLE = words("terror terrorist deadly suicide fatal armed bloody lethal")
LOOSED = words("bludgeon exchange trade stab shot launch rocket salvo barrage fire bombard shoot blitz torpedo snipe")
SOUGHT = words("donation fund contribution vote support nomination office reelection election seat endorsement money donor")
TALLIED = words("delegate vote seat endorsement state county primary nomination race")
RUNNING = words("campaign candidate nominee contender")
EVENTS = words("race contest event debate parade list market school competition primary campaign show tour ticket")
KEEPING = frozenset(("AID", "COOPERATE", "CONSULT", "SUPPORT", "RETREAT", "CONCEDE", "MOBILIZE", "SANCTION"))
"""Deeds that are promised to others."""
TRAVELS = words("visit trip tour travel fly arrive head journey")


def is_bare_promise(scene: Scene, draft: Draft) -> bool:
    """A person's or party's promise to nobody of nothing that is an event ("vowed to do better"): a speech, no agreement."""
    if scene.lemma(draft) not in PROMISES:
        return False
    if scene.parties.is_power(draft.actors) and not any(scene.parties.is_called(actor, RUNNING) for actor in draft.actors):
        return False
    deed = scene.drafts.get(draft.deed) if draft.deed is not None else None
    if deed is None or deed.type not in KEEPING:
        return True
    return not scene.parties.is_public({*draft.recipients, *deed.actors, *deed.recipients} - set(draft.actors))


def _is_liking(scene: Scene, draft: Draft) -> bool:
    """Praise or welcome for a thing that is nobody's act, or one's own: "hailed the recovery", "defended his record"."""
    if draft.kind != "verb" or draft.recipients or scene.lemma(draft) not in PRAISING:
        return False
    thing = arguments.undergoer(scene.parse, draft.token)
    return thing is None or not scene.parties.classes(thing) & BACKED


def is_opinion(scene: Scene, draft: Draft) -> bool:
    """What voters prefer, but for what they turn down."""
    if scene.lemma(draft) not in SIDING - {"reject"}:
        return False
    return scene.parties.has_people(draft.actors) and not scene.parties.is_public(draft.actors)


def _is_tour(scene: Scene, draft: Draft) -> bool:
    """A journey to nobody, or in the traveller's own country."""
    if draft.mode != "visit" or scene.lemma(draft) not in TRAVELS:
        return False
    return not draft.recipients or scene.parties.share_country(draft.actors, draft.recipients)


def _is_private_exit(scene: Scene, draft: Draft) -> bool:
    """A person leaves a race or a job that is no office."""
    quits = scene.lemma(draft) in ("quit", "bow", "drop")
    return draft.mode == "resign" and quits and bool(draft.actors) and not scene.parties.is_public(draft.actors)


def _is_canvassing(scene: Scene, draft: Draft) -> bool:
    """A meeting with voters, or of one body or party with itself."""
    sides = (*draft.actors, *draft.recipients)
    if draft.mode not in (None, "third-party", "phone"):
        return False
    met = next(arguments.prepositional(scene.parse, [draft.token], "with"), syntax.child(scene.parse, draft.token, "dobj"))
    return scene.parties.has_people(sides) or (len(sides) < 2 and met is None)


def _is_vote(scene: Scene, draft: Draft) -> bool:
    """How a state of the country votes, which is read as the country."""
    if scene.lemma(draft) not in SIDING:
        return False
    return scene.parties.are_states(draft.actors) and scene.parties.share_country(draft.actors, draft.recipients)


def _is_obstacle(scene: Scene, draft: Draft) -> bool:
    """To stop a rival, without power over him."""
    return scene.lemma(draft) in STOPPING and not scene.parties.is_power(draft.actors)


def _is_campaigning(scene: Scene, draft: Draft) -> bool:
    """Money, help and staff of candidates and parties, who have no power of state."""
    return not scene.parties.is_power((*draft.actors, *draft.recipients))


def _is_contest(scene: Scene, draft: Draft) -> bool:
    """A fight for office among those who bear no arms, or an attack in words."""
    sides, lemma = (*draft.actors, *draft.recipients), scene.lemma(draft)
    if draft.mode is not None or lemma not in CONTESTS | ATTACKS:
        return False
    if lemma in ATTACKS and scene.parties.are_persons(draft.actors) and scene.parties.is_public(draft.actors):
        return not _is_of_terror(scene, draft)
    if lemma in CONTESTS and scene.parties.are_persons(sides):
        return True
    if is_violent(scene.parse, draft.token):
        return False
    unarmed = scene.parties.are_unarmed(sides) and not scene.parties.are_states(sides)
    return scene.parties.are_persons(draft.actors) or (lemma in CONTESTS and unarmed)


def _is_of_terror(scene: Scene, draft: Draft) -> bool:
    """ "The terrorist attacks", whoever speaks of them."""
    before = syntax.children_of(scene.parse, draft.token, "amod", "compound", "nmod")
    return any(scene.parse.lemmas[t] in TERRIBLE for t in before)


def _is_shot(scene: Scene, draft: Draft) -> bool:
    """Words of arms said of speeches and polls: "taking shots", "rocketed", "launched a round of attacks"."""
    if draft.mode is None or scene.lemma(draft) not in LOOSED or is_violent(scene.parse, draft.token):
        return False
    return bool(draft.actors) and scene.parties.are_unarmed(draft.actors) and not scene.parties.are_states(draft.actors)


def _is_quarrel(scene: Scene, draft: Draft) -> bool:
    """Those who clash in words."""
    if draft.mode != "riot" or scene.lemma(draft) not in ("clash", "revolt"):
        return False
    if scene.lemma(draft) == "revolt" and draft.kind == "verb" and draft.recipients:
        return False
    return not is_violent(scene.parse, draft.token) and not scene.parties.has_sector((*draft.actors, *draft.recipients), "COP")


def _is_courting(scene: Scene, draft: Draft) -> bool:
    """Votes, money and offices that candidates seek."""
    if scene.lemma(draft) not in ("seek", "solicit"):
        return False
    sought = [arguments.undergoer(scene.parse, draft.token), *arguments.prepositional(scene.parse, [draft.token], "for")]
    return any(t is not None and scene.parse.lemmas[t] in SOUGHT for t in sought)


def _is_withdrawal(scene: Scene, draft: Draft) -> bool:
    """Who leaves a race, a list or an event."""
    if draft.mode != "withdraw":
        return False
    return any(scene.parse.lemmas[t] in EVENTS for t in arguments.prepositional(scene.parse, [draft.token], "from"))


def _is_rousing(scene: Scene, draft: Draft) -> bool:
    """To rally voters."""
    if scene.lemma(draft) != "rally" or draft.kind != "verb":
        return False
    roused = arguments.undergoer(scene.parse, draft.token)
    return roused is not None and "civilian" in scene.parties.classes(roused)


def _is_tally(scene: Scene, draft: Draft) -> bool:
    """Delegates, votes and seats that are won ("picked up all 66 of the delegates")."""
    if scene.lemma(draft) not in ("pick", "scoop", "capture", "seize", "grab"):
        return False
    won = arguments.undergoer(scene.parse, draft.token)
    counted = [] if won is None else [won, *arguments.prepositional(scene.parse, [won], "of")]
    return any(scene.parse.lemmas[t] in TALLIED for t in counted)


def _is_pact_of_rivals(scene: Scene, draft: Draft) -> bool:
    """Candidates who team up."""
    return scene.parties.are_persons(draft.actors)


CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (is_bare_promise,),
    "SUPPORT": (_is_liking, is_opinion, _is_vote, _is_rousing),
    "REJECT": (is_opinion, _is_vote),
    "CONSULT": (_is_tour, _is_canvassing),
    "PROTEST": (_is_quarrel,),
    "REQUEST": (_is_courting,),
    "RETREAT": (_is_private_exit, _is_withdrawal),
    "AID": (_is_campaigning,),
    "COERCE": (_is_obstacle, _is_tally),
    "COOPERATE": (_is_pact_of_rivals,),
    "MOBILIZE": (_is_campaigning,),
    "ASSAULT": (_is_contest, _is_shot, _is_tally),
}
"""What speaks against an event, by type."""
