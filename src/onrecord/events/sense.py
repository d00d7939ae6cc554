"""Whether a word of politics is meant politically where it stands: no danger as THREATEN, no poll as SUPPORT, no tour as a visit.

General news is full of the lexicon's words in other senses. Each check says of one type when what stands round a word, or who
takes part, speaks against the event; the sieve leaves such drafts out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.governing import REFUSABLE
from onrecord.events.parties import Parties
from onrecord.events.tables import members, words
from onrecord.language import syntax
from onrecord.records import Parse

CAMPAIGN_TOKENS = 120
"""Chosen by reading: reports of campaigns have such a word in 15 to 60 tokens, other politics in over 200."""

POLLING = words("poll percent percentage % survey pollster respondent polling")
PREFERRING = words("support back oppose favor favour endorse reject")
PRAISING = words(
    "hail praise applaud welcome commend laud defend thank champion recognize recognise salute honor honour celebrate cheer"
)
BACKED = frozenset(("deal", "proposal", "organ", "statehood", "ceasefire", "talk", "relation"))
"""Classes of what is praised or welcomed as politics; other things are liked."""

PROMISES = words("promise pledge vow commitment assurance offer guarantee commit committed ready willing prepared agree assure")
QUESTIONS = words("whether if what who why how when where which")
PRESSED = words("comment interview information reaction clarification")
UTTERING = words("make issue repeat renew voice deliver receive face carry follow reiterate")
TRAVELS = words("visit trip tour travel fly arrive head journey drive")


@dataclass(frozen=True, slots=True)
class Scene:
    """What all checks look at. `campaign`: the article tells of an election campaign."""

    parse: Parse
    parties: Parties
    drafts: dict[int, Draft]
    campaign: bool


def view(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> Scene:
    """The scene of an article."""
    return Scene(parse, parties, drafts, is_of_campaign(parse))


def is_of_campaign(parse: Parse) -> bool:
    """Whether the article is about an election campaign: one word of campaigns in `CAMPAIGN_TOKENS` tokens at least."""
    campaign = members("campaign")
    found = sum(lemma in campaign for lemma in parse.lemmas)
    return found > 2 and found * CAMPAIGN_TOKENS > len(parse)


def is_meant(scene: Scene, draft: Draft) -> bool:
    """Whether nothing round the word says that it is used in another sense than that of its type."""
    checks = CHECKS.get(draft.type, ())
    if scene.campaign:
        checks += CAMPAIGN_CHECKS.get(draft.type, ())
    return not any(check(scene, draft) for check in checks)


def are_things(parties: Parties, ids: tuple[str, ...]) -> bool:
    """Whether all of the actors are things that somebody described ("the ad", "its value"): nothing that can act."""
    rows = [parties.actors[i] for i in ids if i in parties.actors]
    return bool(rows) and all(row.type == "unnamed" and _head(row.name) in members("thing") for row in rows)


def _head(name: str) -> str:
    """The head of a described party's name, as a singular."""
    head = name.split(" of ")[0].split(" to ")[0].split(",")[0].split()[-1:] or [""]
    return head[0].lower().removesuffix("s")


def _is_bare_promise(scene: Scene, draft: Draft) -> bool:
    """A person's or party's promise to nobody of nothing that is an event ("vowed to do better"): a speech, no agreement."""
    if scene.parse.lemmas[draft.token] not in PROMISES or draft.recipients or draft.same_as is not None:
        return False
    return draft.deed not in scene.drafts and not scene.parties.are_official(draft.actors)


def _is_private_invitation(scene: Scene, draft: Draft) -> bool:
    if scene.parse.lemmas[draft.token] not in ("invite", "invitation"):
        return False
    return not (scene.parties.is_public(draft.actors) and (not draft.recipients or scene.parties.is_public(draft.recipients)))


def _is_poll(scene: Scene, draft: Draft) -> bool:
    """What a share of those asked prefer."""
    if scene.parse.lemmas[draft.token] not in PREFERRING:
        return False
    start, end = scene.parse.sentences[scene.parse.sentence_of[draft.token]]
    return any(scene.parse.lemmas[t] in POLLING for t in range(start, end))


def _is_liking(scene: Scene, draft: Draft) -> bool:
    """Praise or welcome for a thing that is nobody's act, or one's own: "hailed the recovery", "defended his record"."""
    if draft.kind != "verb" or draft.recipients or scene.parse.lemmas[draft.token] not in PRAISING:
        return False
    thing = arguments.undergoer(scene.parse, draft.token)
    return thing is None or not scene.parties.classes(thing) & BACKED


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


def _is_question(scene: Scene, draft: Draft) -> bool:
    """A question put to somebody, or a request for his comment."""
    token = draft.token
    if scene.parse.lemmas[token] == "ask":
        clause = syntax.child(scene.parse, token, "ccomp", "advcl")
        first = syntax.subtree(scene.parse, clause)[0] if clause is not None else token + 1
        return scene.parse.lower[min(first, len(scene.parse) - 1)] in QUESTIONS
    asked = (scene.parse.lemmas[t] for t in arguments.prepositional(scene.parse, [token], "for"))
    return scene.parse.pos[token] == "NOUN" and any(lemma in PRESSED for lemma in asked)


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
    return not any(scene.parse.lower[t] in ("with", "between") for t in syntax.children_of(scene.parse, token, "prep"))


def _is_interview(scene: Scene, draft: Draft) -> bool:
    return scene.parties.has_sector((*draft.actors, *draft.recipients), "JRN")


def _is_tour(scene: Scene, draft: Draft) -> bool:
    """A journey to nobody, or in the traveller's own country."""
    if draft.mode != "visit" or scene.parse.lemmas[draft.token] not in TRAVELS:
        return False
    return not draft.recipients or scene.parties.share_country(draft.actors, draft.recipients)


def _is_other_call(scene: Scene, draft: Draft) -> bool:
    """A later "call" that points back to no call by telephone."""
    first = scene.drafts.get(draft.same_as) if draft.same_as is not None else None
    return draft.linked_only and draft.mode == "phone" and (first is None or scene.parse.lemmas[first.token] in ("meet", "visit"))


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


def _is_private_exit(scene: Scene, draft: Draft) -> bool:
    """A person leaves a race or a job that is no office."""
    return draft.mode == "resign" and bool(draft.actors) and not scene.parties.is_public(draft.actors)


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
    return followers is not None and bool(scene.parties.classes(followers) & {"party", "civilian", "official", "aid"})


Check = Callable[[Scene, Draft], bool]
CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (_is_private_invitation,),
    "SUPPORT": (_is_poll,),
    "REJECT": (_is_poll, _is_private_refusal),
    "REQUEST": (_is_question, _is_market),
    "THREATEN": (_is_danger,),
    "CONSULT": (_is_gossip, _is_interview, _is_other_call),
    "COERCE": (_is_likeness,),
    "AID": (_is_likeness, _is_treatment),
    "RETREAT": (_is_personal_exit,),
    "PROTEST": (_is_showing, _is_rallying),
    "SANCTION": (_is_domestic,),
    "COOPERATE": (_is_leave,),
}
"""What speaks against an event, by type."""

CAMPAIGN_CHECKS: dict[str, tuple[Check, ...]] = {
    "AGREE": (_is_bare_promise,),
    "SUPPORT": (_is_liking,),
    "CONSULT": (_is_tour,),
    "RETREAT": (_is_private_exit,),
}
"""What speaks against one in an article about an election campaign, where candidates promise, praise and travel every day."""
