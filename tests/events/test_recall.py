"""Sides that a sentence leaves out and the article tells beside it or elsewhere."""

from __future__ import annotations

import pytest

from events.coding import coded, rows

pytestmark = pytest.mark.model
WAR = "[Chad]{TCD} bombed [Niger]{NER}. [Niger]{NER} shelled [Chad]{TCD}. Rockets and mortars killed soldiers. "


def recipients(source: str, head: str) -> str:
    """The recipients of the last event with this head."""
    return [row[3] for row in rows(source) if row[0] == head][-1]


def actors(source: str, head: str) -> str:
    """The actors of the last event with this head."""
    return [row[2] for row in rows(source) if row[0] == head][-1]


def countries_of_recipients(source: str, kind: str) -> set[str | None]:
    """The countries of the recipients of the first event of a type."""
    found = coded(source)
    rows_of = {actor.id: actor.country for actor in found.actors}
    return {rows_of[i] for i in next(event for event in found.events if event.type == kind).recipients}


AIMED = {
    "a refusal of an offer at who made it": (
        "[Norway]{NOR} offered to help [Chad]{TCD}. [Chad]{TCD} rejected the offer.", "rejected", "NOR",
    ),
    "a refusal of a plea at who spoke last": ("[Chad]{TCD} made a promise. [Niger]{NER} rejected the plea.", "rejected", "TCD"),
    "a threat at who its maker is set against": (
        "[Kenya]{KEN} accused [Sudan]{SDN} of lying. [Sudan]{SDN} threatened painful steps.", "threatened", "KEN",
    ),
    "a threat at who must act first": (
        "If [Chad]{TCD} dams the river, [Niger]{NER} will seize ships.", "seize", "TCD",
    ),
    "a promise at who demands that it be kept": (
        "[Chad]{TCD} demanded that [Niger]{NER} keep its promise of help.", "promise", "TCD",
    ),
    "blame for a deed at who did it": (
        "[Chad]{TCD} attacked [Niger]{NER}. [Norway]{NOR} condemned the attack.", "condemned", "TCD",
    ),
    "a release at who was arrested beside it": (
        "[Police]{KENCOP} arrested [students]{KENCVL} on Friday and freed them at dawn.", "freed", "KENCVL",
    ),
    "a release of unknown people at who was caught last": (
        "[Police]{KENCOP} arrested [marchers]{KENCVL}. [Kenya]{KEN} freed them on Friday.", "freed", "KENCVL",
    ),
    "an arrest of nobody at who was arrested before": (
        "[Police]{KENCOP} arrested [marchers]{KENCVL} on Monday. Nobody was arrested on Friday.", "arrested", "KENCVL",
    ),
    "help at who it is promised to": (
        "[Norway]{NOR} promised [Chad]{TCD} to resume its food shipments.", "shipments", "TCD",
    ),
    "a march at who its demand is made to": (
        "[Marchers]{KENCVL} blocked the road and demanded that [Chad]{TCD} withdraw its troops.", "blocked", "TCD",
    ),
    "stones at the police": ("[Police]{KENCOP} closed the square. [Marchers]{KENCVL} threw stones.", "threw", "KENCOP"),
    "shots at a march at those who march": (
        "[Gendarmes]{KENCOP} opened fire on the march of [students]{KENCVL}.", "fire", "KENCVL",
    ),
    "a visit at who calls it off": ("A visit by [Chad]{TCD} was called off by [Niger]{NER}.", "visit", "NER"),
    "a refused entry at who wanted in": ("[Chad]{TCD} refused [inspectors]{UNOGOV} entry.", "refused", "UNOGOV"),
    "a request at who refuses it": (
        "[France]{FRA} rejected a request from [Germany]{DEU} to close the border.", "request", "FRA",
    ),
    "an apology told again at the same": (
        "[Chad]{TCD} apologised to [Niger]{NER}. The talks went on for a week. [Chad]{TCD} has apologised.", "apologised", "NER",
    ),
    "an apology at who is told of it": ("[Chad]{TCD} told [the widows]{NERCVL} that [it]{TCD} was sorry.", "sorry", "NERCVL"),
    "an offer at who turns it down": ("[Chad]{TCD} offered a loan on Monday. [Niger]{NER} refused it.", "offered", "NER"),
    "talks called off at who would talk too": (
        "[Chad]{TCD} and [Niger]{NER} share a lake. [Chad]{TCD} cancelled a round of talks with [Niger]{NER}.",
        "cancelled", "NER",
    ),
    "an envoy recalled at the other state of the story": (
        "[Chad]{TCD} and [Niger]{NER} share a lake. [Chad]{TCD} and [Niger]{NER} fish. [Chad]{TCD} will recall its envoy.",
        "recall", "NER",
    ),
    "a charge beside what it is about at who undergoes that": (
        "[The farmer]{NERCVL} had been bribed, as [a radio station]{TCDCVL} alleged.", "alleged", "NERCVL",
    ),
    "a complaint at who does what is complained of": (
        "[The miners]{KENCVL} complained that [the senators]{UGACVL} had cut their wages.", "complained", "UGACVL",
    ),
    "criticism by a noun at whom its maker criticises elsewhere": (
        "[Chad]{TCD} accused [Niger]{NER} of lying. It rained for a week. [Chad]{TCD}'s criticism went on.", "criticism", "NER",
    ),
    "loans that are frozen at whom the same sentence makes a demand of": (
        "[Norway]{NOR}, which froze its loans, begged [Chad]{TCD} to reopen the mine.", "froze", "TCD",
    ),
    "threats at whoever is stung by them": ("[Norway]{NOR} was stung by [Chad]{TCD}'s threats.", "threats", "NOR"),
    "attacks in words at whoever is stung by them": (
        "[Norway]{NOR} was stung by criticism from [Chad]{TCD}.", "criticism", "NOR",
    ),
    "an excuse that is mocked at who was sorry": (
        "[Chad]{TCD} apologised to [Niger]{NER}. [Norway]{NOR} offered help. [Niger]{NER} mocked the excuse.",
        "mocked", "TCD",
    ),
    "delay of a thing at who demands that it be given up": (
        "[Miners]{KENCVL} demanded that [Kenya]{KEN} lift the curfew. Prices rose. [Kenya]{KEN} will ease the curfew.",
        "ease", "KENCVL",
    ),
    "praise of an acquittal at the court": (
        "[The judges]{MLIJUD} heard forty witnesses. [Norway]{NOR} hailed the acquittal.", "hailed", "MLIJUD",
    ),
    "a plea to a pronoun nobody knows at who was named before": (
        "[Chad]{TCD} had lunch with [Norway]{NOR}, then begged it to sign.", "begged", "NOR",
    ),
    "a plea for refuge at the state somebody has reached": (
        "[The general]{TCDMIL} lives in [Niger]{NER} now. [The general]{TCDMIL} has appealed for refuge.", "appealed", "NER",
    ),
    "a refused request at who made it": (
        "[The miners]{KENCVL} stayed below: [the mayors]{KENGOV} have rejected [their]{KENGOV} appeal for lamps.",
        "rejected", "KENCVL",
    ),
    "an inquiry at whom the same body investigates elsewhere": (
        "[The judges]{KENJUD} are investigating [the senator]{KENLEG}. It rained. [The judges]{KENJUD}' investigation drags on.",
        "investigation", "KENLEG",
    ),
    "a demand granted at who makes it": (
        "[Miners]{KENCVL} demand that [Kenya]{KEN} lift the curfew.", "lift", "KENCVL",
    ),
    "an arrest of nobody at who protested before": (
        "[Teachers]{KENCVL} marched against [Kenya]{KEN}. [Guards]{KENCOP} jailed nobody.", "jailed", "KENCVL",
    ),
    "shots at a march at those who marched before": (
        "[Students]{KENCVL} marched against [Kenya]{KEN}. [Gendarmes]{KENCOP} fired on a march.", "fired", "KENCVL",
    ),
    "a demand in war at the foe": (WAR + "[Chad]{TCD} demanded that the river be cleared.", "demanded", "NER"),
    "patrols cut at who patrolled too": (
        "[Chad]{TCD} and [Niger]{NER} hold talks. [Chad]{TCD} cancelled the patrols with [Niger]{NER}.", "cancelled", "NER",
    ),
    "blame for a raid at who is told to have struck, by one side alone": (
        "[Chad]{TCD} struck a bridge. [Chad]{TCD} struck it again at noon. [Norway]{NOR} condemned the raid.",
        "condemned", "TCD",
    ),
    "a deed that would have been left undone at the foe": (
        "[Chad]{TCD} shelled [Niger]{NER}. Mortars and rockets fell. Had [Chad]{TCD} not fired, the ferry would have sailed.",
        "fired", "NER",
    ),
    "a refused threat at who made it, not at who is told of it": (
        "[The widow]{KENCVL} told [the consul]{NORGOV} that [gangsters]{KENREB} threatened to burn her barn and that "
        "[she]{KENCVL} refused.", "refused", "KENREB",
    ),
    "praise of a treaty at who signed it": (
        "[Kenya]{KEN} and [Uganda]{UGA} signed a treaty on Monday. [Norway]{NOR} praised the treaty.", "praised", "KEN UGA",
    ),
    "praise of a wise step at who took it": (
        "[Kenya]{KEN} pulled back its troops on Monday. [Sudan]{SDN} praised a wise decision.", "praised", "KEN",
    ),
    "a threat given up at whom the same party praises": (
        "[Kenya]{KEN} praised [Sudan]{SDN} and withdrew [its]{KEN} threat to close the road.", "threat", "SDN",
    ),
    "a deed that is the means of another at whom that is done to": (
        "[Rebels]{MLIREB} starved [the herders]{MLIAGR} by cutting the road.", "cutting", "MLIAGR",
    ),
    "a call for what somebody refuses at who refuses it": (
        "[The Danes]{DNKGOV} called for inspectors to be let in, which [Norway]{NOR} has refused since May.", "called", "NOR",
    ),
    "a truce of rebels at the army they fight": (
        WAR + "[The colonel]{MLIMIL} slept. [Rebels]{MLIREB} offered a truce.", "offered", "MLIMIL",
    ),
    "an apology rung through at who is rung, not at the dead": (
        "[The premier]{KENGOV} rang [the consul]{UGAGOV} to say sorry for the deaths of [two divers]{TZACVL}.", "sorry", "UGAGOV",
    ),
    "a refusal told again at the same": (
        "[Norway]{NOR} offered a loan. [Chad]{TCD} turned down the loan from [Norway]{NOR}. It rained. [Chad]{TCD} refused it.",
        "refused", "NOR",
    ),
    "a killing in a headline at those killed": (
        "Massacre at dawn\n\nRockets and mortars hit a fair. [Herders]{MLIAGR} were killed there.", "Massacre", "MLIAGR",
    ),
    "a plea taken up by a noun at whom it was made to": (
        "[Chad]{TCD} asked [Niger]{NER} to clear the canal, a request that [it]{TCD} has turned down twice.", "request", "NER",
    ),
}  # fmt: skip

AIMED_AT_NOBODY = {
    "a threat where the article sets nobody against its maker": ("[Sudan]{SDN} threatened to raise its tolls.", "threatened"),
    "a threat in a long article that tells a quarrel once": (
        "[Chad]{TCD} criticised [Niger]{NER}. It rained. The fair opened. [Chad]{TCD} threatened painful steps.", "threatened",
    ),
    "a threat in news that is not about fighting": (
        "[Kenya]{KEN} accused [Sudan]{SDN} of dumping sugar. [Kenya]{KEN} criticised [Sudan]{SDN} over its tariffs. "
        "Prices fell again. [Kenya]{KEN} threatened a veto.", "threatened",
    ),
    "a threat of rebels, at civilians": (
        "[Chad]{TCD}'s shells wounded [farmers]{NERCVL}. [Chad's rebels]{TCDREB} threaten painful steps.", "threaten",
    ),
    "a denied shot": ("[Kenya]{KEN} shelled [Sudan]{SDN}. [Kenya]{KEN} did not open fire.", "fire"),
    "a promise of a body": ("[Chad]{TCD} promised a [commission]{TCDGOV}.", "promised"),
    "a refusal of a word that only begins alike": (
        "[Chad]{TCD} complained about [Niger]{NER}. Prices rose. [Norway]{NOR} rejected the compromise.", "rejected",
    ),
    "a refusal to act in news of peace": (
        "[Chad]{TCD} criticised [Niger]{NER}. Prices rose. [Norway]{NOR} refused to lift its tariffs.", "refused",
    ),
    "an apology told to the press": ("[Chad]{TCD} told [reporters]{NERJRN} that [it]{TCD} was sorry.", "sorry"),
    "a demand its maker drops": ("[Chad]{TCD} has dropped [its]{TCD} demand for sanctions.", "demand"),
    "an offer of a third state": (WAR + "[Norway]{NOR} offered to pay for a hospital.", "offered"),
    "a march at those whom it praises": (
        "[Students]{KENCVL} rose up to praise [the army]{KENMIL} on Friday.", "rose",
    ),
    "a promise at those in whose presence it will be kept": (
        "[The mayors]{KENGOV} agreed to open the vault in the presence of [Norway]{NOR}.", "agreed",
    ),
    "an inquiry by who accuses somebody": (
        "[Chad]{TCD} accused [Niger]{NER} of lying. It rained for a week. [Chad]{TCD} opened an inquiry.", "inquiry",
    ),
    "a refusal to talk at civilians": (
        "Rockets, mortars and shells wounded soldiers. [The rebels]{MLIREB} attacked [herders]{MLIAGR} again. "
        "[The rebels]{MLIREB} suspended the talks.", "suspended",
    ),
    "an order in war": (WAR + "[Chad]{TCD} ordered that the bridge be rebuilt.", "ordered"),
    "a demand in news that is not about fighting": (
        "[Kenya]{KEN} accused [Sudan]{SDN} of dumping sugar. [Kenya]{KEN} criticised [Sudan]{SDN} over its tariffs. "
        "Prices fell again. [Kenya]{KEN} demanded that the port be dredged.", "demanded",
    ),
    "shots that nobody is told to have fired": (WAR + "Nobody slept. Two shots were fired near the lake.", "fired"),
    "blame for a deed elsewhere": (
        "[Chad]{TCD} bombed [Niger]{NER}. Prices rose. [Norway]{NOR} condemned the attack in Oslo.", "condemned",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "head", "whom"), AIMED.values(), ids=AIMED)
def test_event_is_aimed(text: str, head: str, whom: str) -> None:
    assert recipients(text, head) == whom


@pytest.mark.parametrize(("text", "head"), AIMED_AT_NOBODY.values(), ids=AIMED_AT_NOBODY)
def test_event_is_aimed_at_nobody(text: str, head: str) -> None:
    assert recipients(text, head) == ""


def test_border_that_one_state_of_a_story_of_two_closes_is_shared_with_the_other() -> None:
    text = "[Chad]{TCD} is uneasy, and [Niger]{NER} is not. [Niger]{NER} has millet. [Chad]{TCD} may seal the frontier."
    assert countries_of_recipients(text, "SANCTION") == {"NER"}


def test_rally_outside_the_assembly_is_against_the_state() -> None:
    assert countries_of_recipients("[Nurses]{KENCVL} rallied outside the assembly at noon.", "PROTEST") == {"KEN"}


def test_regret_for_what_was_done_to_a_person_of_the_same_country_is_for_that_person() -> None:
    found = coded("[The minister]{KENGOV} regrets his insults of [the bishop]{KENREL}.", persons=True)
    names = {actor.id: actor.name for actor in found.actors}
    assert [names[i] for i in found.events[0].recipients] == ["KENREL"]


def test_launch_without_its_owner_is_the_one_told_before() -> None:
    text = "[Sudan]{SDN} tested a missile on Monday. The launch was the third this year."
    assert actors(text, "launch") == "SDN"


def test_who_rushes_to_help_acts_and_who_is_helped_gets_it() -> None:
    text = "[The fire brigade]{NORMIL} rushed to [the farmers]{FINCVL}' aid."
    assert (actors(text, "aid"), recipients(text, "aid")) == ("NORMIL", "FINCVL")


def test_mediator_brings_two_states_together() -> None:
    text = "[Chad]{TCD} attacked [Niger]{NER}. [Norway]{NOR} offered to mediate."
    assert countries_of_recipients(text, "AGREE") == {"TCD", "NER"}


def test_threat_in_a_story_of_two_states_is_aimed_at_the_other() -> None:
    text = "Shells, mortars and rockets were heard by soldiers. "
    text += "[Chad]{TCD} is uneasy. [Niger]{NER} and [Niger]{NER}'s press are calm. [Chad]{TCD} has threatened to strike back."
    assert countries_of_recipients(text, "THREATEN") == {"NER"}


def test_help_brought_there_is_for_the_people_of_the_place() -> None:
    text = WAR + "[Niger]{NER} slept. [Niger]{NER} woke. [Norway]{NOR} delivered food there on Friday."
    assert countries_of_recipients(text, "AID") == {"NER"}


def test_who_condemns_a_killing_accuses_nobody_of_having_been_killed() -> None:
    found = rows("A [clerk]{NORCVL} was killed in a raid on Friday. [Finland]{FIN} condemned the killing.")
    assert ("condemned", "ACCUSE/disapprove", "FIN", "") in found
