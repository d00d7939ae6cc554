"""Sides that a sentence leaves out and the article tells beside it or elsewhere."""

from __future__ import annotations

import pytest

from events.coding import coded, rows

pytestmark = pytest.mark.model


def recipients(source: str, head: str) -> str:
    return next(row[3] for row in rows(source) if row[0] == head)


def actors(source: str, head: str) -> str:
    return next(row[2] for row in rows(source) if row[0] == head)


def test_refusal_of_an_offer_is_aimed_at_who_made_it() -> None:
    text = "[Norway]{NOR} offered to help [Chad]{TCD}. [Chad]{TCD} rejected the offer."
    assert recipients(text, "rejected") == "NOR"


def test_threat_without_a_target_is_aimed_at_who_the_actor_is_set_against() -> None:
    text = "[Kenya]{KEN} accused [Sudan]{SDN} of lying. [Sudan]{SDN} threatened a harsh answer."
    assert recipients(text, "threatened") == "KEN"


def test_nobody_is_aimed_at_where_the_article_sets_nobody_against_the_actor() -> None:
    assert recipients("[Sudan]{SDN} threatened to close the strait.", "threatened") == ""


def test_denied_shot_hits_nobody() -> None:
    text = "[Kenya]{KEN} shelled [Sudan]{SDN}. [Kenya]{KEN} did not open fire."
    assert recipients(text, "fire") == ""


def test_launch_without_its_owner_is_the_one_told_before() -> None:
    text = "[Sudan]{SDN} tested a missile on Monday. The launch was the third this year."
    assert actors(text, "launch") == "SDN"


@pytest.mark.parametrize(
    ("text", "head", "whom"),
    [
        ("If [Chad]{TCD} recalls its envoy, [Niger]{NER} will close the border crossing.", "close", "TCD"),
        ("[Chad]{TCD} demanded that [Niger]{NER} keep its promise to withdraw its troops.", "promise", "TCD"),
        ("[Chad]{TCD} attacked [Niger]{NER}. [Norway]{NOR} condemned the attack.", "condemned", "TCD"),
        ("[Police]{KENCOP} detained [marchers]{KENCVL} and freed them by noon.", "freed", "KENCVL"),
        ("[Marchers]{KENCVL} blocked the road and demanded that [Chad]{TCD} withdraw its troops.", "blocked", "TCD"),
    ],
)
def test_recipient_is_whom_the_text_tells_beside(text: str, head: str, whom: str) -> None:
    assert recipients(text, head) == whom


def test_police_are_whom_stones_are_thrown_at() -> None:
    text = "[Police]{KENCOP} closed the square. [Marchers]{KENCVL} threw stones."
    assert recipients(text, "threw") == "KENCOP"


def test_mediator_brings_two_states_together() -> None:
    text = "[Chad]{TCD} attacked [Niger]{NER}. [Norway]{NOR} offered to mediate."
    found = coded(text)
    rows_of = {actor.id: actor.country for actor in found.actors}
    offered = next(event for event in found.events if event.type == "AGREE")
    assert {rows_of[i] for i in offered.recipients} == {"TCD", "NER"}


@pytest.mark.parametrize(
    ("text", "head", "whom"),
    [
        ("[Police]{KENCOP} opened fire on a march by [students]{KENCVL}.", "fire", "KENCVL"),
        ("A visit by [Chad]{TCD} was called off by [Niger]{NER}.", "visit", "NER"),
        ("[Chad]{TCD} refused [inspectors]{UNOGOV} entry.", "refused", "UNOGOV"),
    ],
)
def test_recipient_stands_at_another_word_of_the_clause(text: str, head: str, whom: str) -> None:
    assert recipients(text, head) == whom


def test_threat_in_a_story_of_two_states_is_aimed_at_the_other() -> None:
    text = "Shells, mortars and rockets were heard by soldiers. "
    text += "[Chad]{TCD} is uneasy. [Niger]{NER} and [Niger]{NER}'s press are calm. [Chad]{TCD} has threatened to strike back."
    found = coded(text)
    countries = {actor.id: actor.country for actor in found.actors}
    threat = next(event for event in found.events if event.type == "THREATEN")
    assert {countries[i] for i in threat.recipients} == {"NER"}


def test_apology_told_again_is_to_the_same() -> None:
    text = "[Chad]{TCD} apologised to [Niger]{NER}. The talks went on for a week. [Chad]{TCD} has apologised."
    assert [row[3] for row in rows(text) if row[0] == "apologised"] == ["NER", "NER"]


def test_what_is_promised_is_not_to_whom() -> None:
    assert recipients("[Chad]{TCD} promised a [commission]{TCDGOV}.", "promised") == ""


def test_civilians_are_not_the_other_side_of_a_quarrel() -> None:
    text = "[Chad]{TCD}'s mines killed [fishermen]{NERCVL}. [Chad's rebels]{TCDREB} threaten a harsh answer."
    assert recipients(text, "threaten") == ""


def test_one_quarrel_told_once_in_a_long_article_sets_nobody_against_anybody() -> None:
    text = "[Chad]{TCD} criticised [Niger]{NER}. It rained. The fair opened. [Chad]{TCD} threatened a harsh answer."
    assert recipients(text, "threatened") == ""


def test_request_is_to_whoever_refuses_it() -> None:
    text = "[France]{FRA} rejected a request from [Germany]{DEU} to close the border."
    assert recipients(text, "request") == "FRA"


def test_threat_in_news_that_is_not_about_fighting_is_aimed_at_nobody_near() -> None:
    text = (
        "[Kenya]{KEN} accused [Sudan]{SDN} of dumping sugar. [Kenya]{KEN} criticised [Sudan]{SDN} over its tariffs. "
        "Prices fell again. [Kenya]{KEN} threatened a veto."
    )
    assert recipients(text, "threatened") == ""


def test_word_that_only_begins_alike_is_not_what_is_answered() -> None:
    text = "[Chad]{TCD} complained about [Niger]{NER}. Prices rose. [Norway]{NOR} rejected the compromise."
    assert recipients(text, "rejected") == ""


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("[Police]{KENCOP} arrested [marchers]{KENCVL} on Monday. Nobody was arrested on Friday.", "KENCVL"),
        ("[Police]{KENCOP} arrested [marchers]{KENCVL}. [Kenya]{KEN} let them go on Friday.", "KENCVL"),
        ("[Norway]{NOR} promised [Chad]{TCD} to resume its food shipments.", "TCD"),
    ],
)
def test_last_event_takes_whom_another_one_tells(text: str, whom: str) -> None:
    assert rows(text)[-1][3] == whom


def test_offer_of_a_third_state_is_made_to_neither_side() -> None:
    war = "[Chad]{TCD} bombed [Niger]{NER}. [Niger]{NER} shelled [Chad]{TCD}. Rockets and mortars killed soldiers. "
    assert recipients(war + "[Norway]{NOR} offered to pay for a hospital.", "offered") == ""


@pytest.mark.parametrize(
    ("text", "head", "whom"),
    [
        ("[Chad]{TCD} told [the widows]{NERCVL} that [it]{TCD} was sorry.", "sorry", "NERCVL"),
        ("[Chad]{TCD} and [Niger]{NER} hold talks. [Chad]{TCD} cancelled the patrols with [Niger]{NER}.", "cancelled", "NER"),
        ("[Chad]{TCD} made a promise. [Niger]{NER} rejected the plea.", "rejected", "TCD"),
    ],
)
def test_recipient_is_who_is_told_or_answered(text: str, head: str, whom: str) -> None:
    assert recipients(text, head) == whom


def test_apology_told_to_the_press_is_not_to_it() -> None:
    assert recipients("[Chad]{TCD} told [reporters]{NERJRN} that [it]{TCD} was sorry.", "sorry") == ""


def test_refusal_to_act_in_news_of_peace_is_aimed_at_nobody_near() -> None:
    text = "[Chad]{TCD} criticised [Niger]{NER}. Prices rose. [Norway]{NOR} refused to lift its tariffs."
    assert recipients(text, "refused") == ""


def test_demand_that_is_dropped_by_its_maker_is_not_made_to_him() -> None:
    assert recipients("[Chad]{TCD} has dropped [its]{TCD} demand for sanctions.", "demand") == ""


def test_attack_elsewhere_is_another_one() -> None:
    text = "[Chad]{TCD} bombed [Niger]{NER}. Prices rose. [Norway]{NOR} condemned the attack"
    assert recipients(text + ".", "condemned") == "TCD"
    assert recipients(text + " in Oslo.", "condemned") == ""


def test_rescue_is_of_whom_somebody_comes_to() -> None:
    text = "[The navy]{NORMIL} came to [the crew]{FINCVL}'s rescue."
    assert (actors(text, "rescue"), recipients(text, "rescue")) == ("NORMIL", "FINCVL")
