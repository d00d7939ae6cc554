"""What is no event in news about parties and elections, where candidates promise, praise and travel every day."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import BACKED, Check, Scene
from onrecord.events.tables import words
from onrecord.language import syntax

PRAISING = words(
    "hail praise applaud welcome commend laud defend thank champion recognize recognise salute honor honour celebrate cheer"
)
PROMISES = words(
    "propose promise pledge vow commitment assurance offer guarantee commit committed ready willing prepared agree assure"
)
CONTESTS = words("battle fight clash war onslaught blitz duel combat target hit attack assault")
TRAVELS = words("visit trip tour travel fly arrive head journey drive")


def _is_bare_promise(scene: Scene, draft: Draft) -> bool:
    """A person's or party's promise to nobody of nothing that is an event ("vowed to do better"): a speech, no agreement."""
    if scene.parse.lemmas[draft.token] not in PROMISES or scene.parties.are_official(draft.actors):
        return False
    deed = scene.drafts.get(draft.deed) if draft.deed is not None else None
    others = {*draft.recipients, *((*deed.actors, *deed.recipients) if deed is not None else ())}
    return not scene.parties.is_public(others - set(draft.actors))


def _is_liking(scene: Scene, draft: Draft) -> bool:
    """Praise or welcome for a thing that is nobody's act, or one's own: "hailed the recovery", "defended his record"."""
    if draft.kind != "verb" or draft.recipients or scene.parse.lemmas[draft.token] not in PRAISING:
        return False
    thing = arguments.undergoer(scene.parse, draft.token)
    return thing is None or not scene.parties.classes(thing) & BACKED


def _is_tour(scene: Scene, draft: Draft) -> bool:
    """A journey to nobody, or in the traveller's own country."""
    if draft.mode != "visit" or scene.parse.lemmas[draft.token] not in TRAVELS:
        return False
    return not draft.recipients or scene.parties.share_country(draft.actors, draft.recipients)


def _is_private_exit(scene: Scene, draft: Draft) -> bool:
    """A person leaves a race or a job that is no office."""
    quits = scene.parse.lemmas[draft.token] in ("quit", "bow", "drop")
    return draft.mode == "resign" and quits and bool(draft.actors) and not scene.parties.is_public(draft.actors)


def _is_canvassing(scene: Scene, draft: Draft) -> bool:
    """A meeting with voters, or of one body or party with itself."""
    sides = (*draft.actors, *draft.recipients)
    if draft.mode is not None:
        return False
    met = next(arguments.prepositional(scene.parse, [draft.token], "with"), syntax.child(scene.parse, draft.token, "dobj"))
    return scene.parties.has_people(sides) or (len(sides) < 2 and met is None)


def _is_funding(scene: Scene, draft: Draft) -> bool:
    """Money and help for candidates and parties."""
    return not scene.parties.are_official((*draft.actors, *draft.recipients))


def _is_contest(scene: Scene, draft: Draft) -> bool:
    """A fight for office or an attack in words, among those who bear no arms."""
    sides = (*draft.actors, *draft.recipients)
    if scene.parse.lemmas[draft.token] not in CONTESTS or draft.mode is not None:
        return False
    return scene.parties.are_unarmed(sides) and not scene.parties.are_states(sides)


CAMPAIGN_CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (_is_bare_promise,),
    "SUPPORT": (_is_liking,),
    "CONSULT": (_is_tour, _is_canvassing),
    "RETREAT": (_is_private_exit,),
    "AID": (_is_funding,),
    "ASSAULT": (_is_contest,),
}
"""What speaks against an event, by type."""
