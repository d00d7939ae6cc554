"""Recipients that a sentence leaves out, from what the article tells elsewhere: one rule after another until one knows.

An answer is given to whoever made the offer or demand it answers; a threat or a sanction without a target is aimed at the party
its maker is set against. Nobody who acts is guessed so, but for shows of force and marches, which are known by who does them.
"""

from __future__ import annotations

from functools import cache

from onrecord.events import aiming, answering, striking, targets
from onrecord.events.drafts import Draft
from onrecord.events.memory import Ids, Memory, others
from onrecord.events.parties import Parties
from onrecord.events.partners import fill_partners
from onrecord.events.placing import Places
from onrecord.events.settling import settle_parties
from onrecord.events.story import Rule, Story
from onrecord.records import Parse

SHOWN = frozenset(("MOBILIZE", "PROTEST"))


def _again(story: Story, draft: Draft) -> Ids:
    return story.memory.again(draft)


def _again_any(story: Story, draft: Draft) -> Ids:
    return story.memory.again(draft, kin=draft.mode == "investigate") if draft.kind == "noun" else ()


def _opponent(story: Story, draft: Draft) -> Ids:
    return story.memory.opponent(draft)


RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (targets.AIMED_AT, striking.hit),
    (frozenset(("ACCUSE",)), answering.charged),
    (frozenset(("CONCEDE", "AGREE", "SUPPORT", "THREATEN")), answering.told),
    (frozenset(("REJECT", "SUPPORT", "CONCEDE", "AGREE", "ACCUSE")), answering.answered),
    (frozenset(("AGREE", "SUPPORT", "ACCUSE", "CONCEDE", "THREATEN", "REJECT", "PROTEST")), aiming.of_deed),
    (frozenset(("THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "AGREE")), aiming.under_condition),
    (frozenset(("AID",)), aiming.sent_to),
    (frozenset(("REQUEST",)), answering.refusing),
    (frozenset(("REQUEST",)), answering.denied),
    (frozenset(("REQUEST",)), aiming.refuge),
    (frozenset(("CONCEDE", "THREATEN")), answering.joined),
    (frozenset(("COERCE", "RETREAT")), striking.beside),
    (frozenset(("COERCE", "ASSAULT", "SANCTION", "AID", "PROTEST")), aiming.by_which),
    (frozenset(("PROTEST", "REQUEST", "SANCTION")), aiming.in_one_breath),
    (frozenset(("PROTEST",)), aiming.seat),
    (frozenset(("PROTEST",)), striking.police),
    (frozenset(("AID", "AGREE", "CONCEDE")), answering.who_asked),
    (frozenset(("CONCEDE",)), answering.asked_for),
    (frozenset(("CONSULT",)), aiming.two_brought_together),
    (frozenset(("CONSULT",)), aiming.visited),
    (frozenset(("SANCTION", "REJECT")), aiming.cut_off),
    (frozenset(("SANCTION",)), aiming.envoy_recalled),
    (frozenset(("SANCTION",)), aiming.shared_cut),
    (frozenset(("CONCEDE", "AID", "AGREE", "SANCTION", "COOPERATE", "SUPPORT")), _again),
    (frozenset(("ACCUSE", "THREATEN")), answering.stung_by),
    (frozenset(("ACCUSE",)), _again_any),
    (frozenset(("REQUEST", "ACCUSE")), answering.named_before),
    (frozenset(("THREATEN", "SANCTION", "REQUEST")), _opponent),
    (frozenset(("REJECT",)), answering.turned_down),
    (frozenset(("AGREE", "RETREAT")), aiming.enemy),
)
"""Which rules are asked for which types, in order."""


def fill_from_article(
    parse: Parse, parties: Parties, drafts: dict[int, Draft], told: dict[int, Draft], places: Places, *, at_war: bool
) -> None:
    """Sets right the parties an event rules out, then fills the sides that drafts leave out.

    Args:
        parse: the article's parse.
        parties: its parties.
        drafts: those worth a row, by token; they are changed.
        told: all that were found.
        places: the places named in the text.
        at_war: the article is about fighting.
    """
    settle_parties(parse, parties, drafts)
    fill_sides(Story(parse, parties, Memory(parse, parties, drafts, told, at_war=at_war), places))


def fill_sides(story: Story) -> None:
    """Sets recipients of all drafts, deeds before the words that govern them, and the actors of shows of force.

    Last those that hang on what was filled: deeds that are promised, offers that are turned down.
    """
    memory = story.memory
    for draft in sorted(memory.drafts, key=lambda draft: (draft.deed is not None, not draft.frame.reciprocal)):
        if draft.type in SHOWN and not draft.actors:
            draft.actors = tuple(who for who in memory.owner(draft) if who not in draft.recipients)
        if not fill_partners(story.parse, story.parties, memory, draft):
            _ask_rules(story, draft)
    for draft in memory.drafts:
        if draft.recipients or not draft.actors:
            continue
        first = memory.at.get(draft.same_as) if draft.same_as is not None else None
        if first is not None and draft.type in ("REJECT", "AGREE") and not draft.frame.reciprocal:
            draft.recipients = others(first.recipients, draft)
        if draft.type in answering.PROMISED:
            draft.recipients = others(answering.of_promise(story, draft), draft)
        elif draft.type == "AGREE" and not (draft.frame.reciprocal or draft.recipients):
            draft.recipients = memory.refuser(draft)


def _ask_rules(story: Story, draft: Draft) -> None:
    """The recipients the first rule knows; without an actor only whom an act of force hits or help is brought to is asked.

    A noun of regret is said to who is told of it, whoever else its clause names.
    """
    if draft.type == "CONCEDE" and draft.kind != "verb" and (who := others(answering.told(story, draft), draft)):
        draft.recipients = who  # "rang the consul to say sorry for the deaths of two"
    for rule in _rules_of(draft.type):
        if draft.recipients:
            return
        if draft.actors or rule in (striking.hit, aiming.sent_to):
            draft.recipients = others(rule(story, draft), draft)


@cache
def _rules_of(name: str) -> tuple[Rule, ...]:
    return tuple(rule for types, rule in RULES if name in types)
