"""Parties that an event itself rules out, set right.

A "they" that does harm is not the speaker's own side, a pronoun is not whoever its own verb names, and in a story of two states
people whom nothing places at home are not of the state that hits them.

Mentions and described people get their party and their country from the actors stage, which does not know what is done to whom.
"""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.duals import REBELS
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

HARMING = frozenset(("ASSAULT", "COERCE"))
"""Deeds that a state's forces do to the people of the other state of a story of two."""

ANSWERING = frozenset(("REJECT", "CONCEDE", "AGREE"))
"""Types that answer a plea."""

SHELTERING = words("take shelter host accept admit receive house accommodate")
"""Help that people get who have come from abroad."""

BARRING = words("ban bar block keep exclude stop prohibit forbid restrict bring admit let allow welcome")
ENTERING = words("enter entry come immigrate immigration settle travel arrive country nation abroad")
"""Words that say of people who are let in or kept out that they are from elsewhere."""

THEIRS = frozenset(("they", "them"))
ALLIES = words("ally partner neighbour neighbor")
MARKS = frozenset('"“„«')


def settle_parties(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> None:
    """Corrects actors and recipients of all drafts."""
    for draft in drafts.values():
        if draft.kind != "noun":
            _keep_apart(parse, parties, draft)
            _part_from_speaker(parse, parties, draft)
            _give_plea_back(parse, parties, draft, drafts)
            _let_asked_answer(parse, draft, drafts)
        _let_allies_go(parties, draft)
    moved = _find_homes(parse, parties, drafts)
    for draft in drafts.values() if moved else ():
        draft.actors = tuple(moved.get(actor, actor) for actor in draft.actors)
        draft.recipients = tuple(moved.get(actor, actor) for actor in draft.recipients)


def _keep_apart(parse: Parse, parties: Parties, draft: Draft) -> None:
    """A pronoun for whoever acts is not the party its verb names as object ("it accused Oslo", of whatever is not Oslo)."""
    doer = arguments.doer(parse, draft.token)
    other = arguments.undergoer(parse, draft.token) if doer is not None and parse.lower[doer] in syntax.PERSONAL else None
    if other is None or parse.pos[other] != "PROPN":
        return
    named = parties.one(other)
    if not named or named != draft.actors:
        return
    draft.recipients = named
    draft.actors = next((who for who in _parties_above(parse, parties, draft.token) if not set(who) & set(named)), ())


def _give_plea_back(parse: Parse, parties: Parties, draft: Draft, drafts: dict[int, Draft]) -> None:
    """A plea that somebody turns down is not his own ("the mayor rejected their appeal"): it is of the party named before."""
    thing = arguments.undergoer(parse, draft.token) if draft.type == "REJECT" else None
    plea = drafts.get(thing) if thing is not None else None
    owner = syntax.child(parse, thing, "poss") if plea is not None and thing is not None else None
    if owner is None or plea is None or parse.pos[owner] != "PRON" or parties.one(owner) != draft.actors:
        return
    start = parse.sentences[max(parse.sentence_of[owner] - 1, 0)][0]
    before = (parties.one(t) for t in range(owner - 1, start - 1, -1) if parties.is_named(t) and parse.pos[t] != "PRON")
    is_one = parse.lower[owner] in ("his", "her")
    found = next((who for who in before if who and not set(who) & set(draft.actors) and parties.are_persons(who) == is_one), ())
    plea.actors, draft.recipients = found, draft.recipients or found
    plea.recipients = tuple(actor for actor in plea.recipients if actor not in found) or draft.actors


def _let_asked_answer(parse: Parse, draft: Draft, drafts: dict[int, Draft]) -> None:
    """Nobody turns down his own plea: an "it" that does is whom it was made to ("begged Oslo to sign, a plea it ignored")."""
    doer = arguments.doer(parse, draft.token) if draft.type in ANSWERING else None
    thing = arguments.undergoer(parse, draft.token) if doer is not None and parse.lower[doer] in syntax.PERSONAL else None
    plea = drafts.get(thing) if thing is not None else None
    if plea is not None and plea.type == "REQUEST" and draft.actors and draft.actors == plea.actors and plea.recipients:
        draft.actors, draft.recipients = plea.recipients, plea.actors


def _parties_above(parse: Parse, parties: Parties, token: int) -> list[tuple[str, ...]]:
    """Who does the verbs or owns the nouns above a clause, nearest first ("Oslo's claim that it")."""
    found = []
    for above in syntax.ancestors(parse, token):
        is_noun = parse.pos[above] == "NOUN"
        head = syntax.child(parse, above, "poss") if is_noun else syntax.own_subject(parse, above)
        if head is not None and parse.lower[head] not in syntax.PERSONAL:
            found.append(parties.at(head))
    return [who for who in found if who]


def _part_from_speaker(parse: Parse, parties: Parties, draft: Draft) -> None:
    """In a story of two states a "they" in direct speech that does harm is the other one, never the speaker's."""
    doer = arguments.doer(parse, draft.token) if draft.type in HARMING else None
    if doer is None or parse.lower[doer] not in THEIRS:
        return
    for clause in (draft.token, *syntax.ancestors(parse, draft.token)):
        above = parse.heads[clause]
        if parse.labels[clause] != "ccomp" or not _is_quoted(parse, clause):
            continue
        speaker = syntax.own_subject(parse, above)
        own = parties.at(speaker) if speaker is not None else ()
        if parties.share_country(own, draft.actors):
            rival = parties.rival(own)
            draft.actors = rival or draft.actors
            draft.recipients = tuple(actor for actor in draft.recipients if actor not in rival)
        return


def _let_allies_go(parties: Parties, draft: Draft) -> None:
    """The allies and partners of a state are not its own people ("would consult our allies")."""
    if draft.actors and parties.are_states(draft.actors):
        draft.recipients = tuple(
            actor
            for actor in draft.recipients
            if not parties.is_called(actor, ALLIES) or not parties.share_country((actor,), draft.actors)
        )


def _is_quoted(parse: Parse, clause: int) -> bool:
    first = parse.lefts[clause]
    return any(parse.words[token] in MARKS for token in (max(first - 1, 0), first))


def _find_homes(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> dict[str, str]:
    """New actors, by the old ones, for people whom the text places nowhere and whose country an event rules out."""
    moved: dict[str, str] = {}
    for draft in drafts.values():
        if draft.frame.reciprocal:
            continue
        for actor in draft.recipients:
            if actor in moved or actor in draft.actors or not parties.is_guessed(actor):
                continue
            country = _find_home(parse, parties, draft, actor)
            if country is not None or (_is_from_elsewhere(parse, draft) and _is_at_home(parties, draft, actor)):
                moved[actor] = parties.moved(actor, country)
    return moved


def _find_home(parse: Parse, parties: Parties, draft: Draft, actor: str) -> str | None:
    """The other state of a story of two for somebody placed nowhere whom the one harms or takes in; `None` when nothing
    speaks against the country he has."""
    if not parties.share_country((actor,), draft.actors):
        return None
    is_harmed = draft.type in HARMING and _is_of_state(parties, draft)
    is_let_in = draft.type == "AID" and parse.lemmas[draft.token] in SHELTERING
    if is_harmed or ((is_let_in or draft.type == "AGREE") and parties.are_states(draft.actors)):
        return next((parties.actors[rival].country for rival in parties.rival(draft.actors)), None)
    return None


def _is_from_elsewhere(parse: Parse, draft: Draft) -> bool:
    """Whether whom nothing places is deported, let in or kept out ("stopped the herders from settling there")."""
    if draft.mode == "deport":
        return True
    if parse.lemmas[draft.token] not in BARRING:
        return False
    start, end = syntax.subtree(parse, draft.token)
    return any(parse.lemmas[token] in ENTERING for token in range(start, end))


def _is_at_home(parties: Parties, draft: Draft, actor: str) -> bool:
    """Whether an actor has the country of whoever acts, or that of the article."""
    return parties.share_country((actor,), draft.actors) or parties.actors[actor].country == parties.home()


def _is_of_state(parties: Parties, draft: Draft) -> bool:
    """Whether a state or a body or group of it acts: no person, no rebels, no civilians but such as arrest people."""
    rows = [parties.actors[i] for i in draft.actors if i in parties.actors]
    others = REBELS if draft.mode == "arrest" else REBELS | {"CVL"}
    return any(row.type != "person" and not set(row.sector[:1]) & others for row in rows)
