"""Public affairs that are no event."""

from __future__ import annotations

import pytest

from events.coding import rows
from events.test_idioms import CALM

pytestmark = pytest.mark.model


def types(source: str) -> set[str]:
    return {code.split("/")[0] for _, code, *_ in rows(source)}


@pytest.mark.parametrize(
    ("other", "political", "kind"),
    [
        pytest.param(
            "[Ms Reyl]{NORGOV} and [Mr Aho]{NORGOV} clashed over the price of bread.",
            "[Crowds]{NORCVL} clashed with the [police]{NORCOP} over the price of bread.",
            "PROTEST", id="row",
        ),
        pytest.param(
            "[Norway]{NOR} and [Finland]{FIN} fought a battle over herring quotas.",
            "[Norway]{NOR} and [Finland]{FIN} fought a battle over the border.",
            "ASSAULT", id="dispute",
        ),
        pytest.param(
            "[Norway]{NOR}'s economy was battered by the [Russians]{RUS}.",
            "[Norway]{NOR}'s forts were battered by the [Russians]{RUS}.",
            "ASSAULT", id="setback",
        ),
        pytest.param(
            CALM + "[Norway]{NOR}'s commitment to [Finland]{FIN} is old.",
            CALM + "[Norway]{NOR} made a commitment to [Finland]{FIN}.",
            "AGREE", id="standing",
        ),
        pytest.param(
            CALM + "[Norway]{NORGOV} hired clerks to help sort the papers.", CALM + "[Norway]{NORGOV} helped [Finland]{FIN}.",
            "AID", id="hired",
        ),
        pytest.param(
            "[Oslo University]{NOREDU} charged [students]{NORCVL} more than $900.",
            "[Norway]{NORGOV} charged [Ms Reyl]{NORGOV} with fraud.",
            "ACCUSE", id="price",
        ),
        pytest.param(
            "In the survey [voters]{NORCVL} were asked to choose a premier.", "[Voters]{NORCVL} were asked to choose a premier.",
            "REQUEST", id="survey",
        ),
        pytest.param(
            "[Norway]{NORGOV} rushed to sell its defence system.", "[Norway]{NORGOV} rushed to the defence of [Finland]{FIN}.",
            "SUPPORT", id="errand",
        ),
        pytest.param(
            CALM + "[Mr Aho]{NORGOV} spoke at a conference in spring.",
            CALM + "[Mr Aho]{NORGOV} held a conference with [Finland]{FIN}.",
            "CONSULT", id="congress",
        ),
        pytest.param(
            "[Mr Aho]{NORGOV} took shots at [Finland]{FINGOV}.", "[Soldiers]{NORMIL} took shots at [Finland]{FINGOV}.",
            "ASSAULT", id="verbal shot",
        ),
        pytest.param(
            "[Norway]{NORGOV} made inquiries with printers.", "[Norway]{NORGOV} launched an inquiry into [Finland]{FIN}.",
            "ACCUSE", id="inquiry",
        ),
        pytest.param(
            "[Mr Aho]{NORGOV} was greeted with applause by [Finland]{FINGOV}.",
            "[Mr Aho]{NORGOV} was greeted by [Finland]{FINGOV}.",
            "CONSULT", id="applause",
        ),
        pytest.param(
            "[Norway]{NORGOV} declined to give [Finland]{FIN} a figure.",
            "[Norway]{NORGOV} declined to give [Finland]{FIN} arms.",
            "REJECT", id="undisclosed",
        ),
    ],
)  # fmt: skip
def test_what_happens_in_public_affairs_every_day_is_no_event(other: str, political: str, kind: str) -> None:
    assert kind not in types(other)
    assert kind in types(political)


@pytest.mark.parametrize(
    "told",
    [
        "[Mr Aho]{NORGOV} boasts a raft of endorsements from [unions]{NORLAB}.",
        "[Mr Aho]{NORGOV} collected his fourth endorsement from [unions]{NORLAB}.",
        "[Mr Aho]{NORGOV} earned its blessing from [unions]{NORLAB}.",
        "[Mr Aho]{NORGOV} has nine endorsements from [unions]{NORLAB}.",
    ],
)
def test_whoever_has_endorsements_gets_them(told: str) -> None:
    (found,) = [row for row in rows(told) if row[1] == "SUPPORT"]
    assert found[2:] == ("NORLAB", "NORGOV")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Hundreds marched in Oslo against [Norway]{NORGOV}.", "PROTEST/demo"),
        ("[Protesters]{NORCVL} interrupted a hearing of [Norway]{NORGOV}.", "PROTEST/obstruct"),
        ("[Norway]{NORGOV} rejected the ruling of [Finland]{FINGOV}.", "REJECT"),
        ("[Norway]{NORGOV} is investigating whether [Finland]{FINGOV} lied.", "ACCUSE/investigate"),
    ],
)
def test_crowds_courts_and_inquiries_are_told_in_the_words_of_news(told: str, code: str) -> None:
    assert [row[1] for row in rows(told)] == [code]


def test_money_paid_for_captives_is_aid_and_a_price_is_none() -> None:
    paid = "[Norway]{NOR} paid four million euros to the [rebels]{NORREB}."
    assert "AID" in {code for _, code, *_ in rows(f"Rebels freed two hostages a year after the kidnapping. {paid}")}
    by_nobody = rows("Rebels freed two hostages a year after the kidnapping. Not one euro had been paid.")
    assert "AID" in {code for _, code, *_ in by_nobody}
    assert rows(paid) == []


@pytest.mark.parametrize(
    ("told", "is_ransom"),
    [
        ("Four million euros were paid for the two hostages.", True),
        ("Four million euros were paid for the new port.", False),
        ("Two hundred euros were paid for each goat at the fair.", False),
    ],
)
def test_ransom_is_paid_for_people(told: str, is_ransom: bool) -> None:
    found = rows(f"Rebels freed two hostages a year after the kidnapping. {told}")
    assert ("AID" in {code for _, code, *_ in found}) == is_ransom


@pytest.mark.parametrize(
    "told",
    [
        "[Norway]{NOR} used the weapon of sanctions against [Russia]{RUS}.",
        "[Norwegian]{NOR} police used the weapon in court as evidence.",
        "The [Norwegian]{NOR} government has not launched anything for the schools.",
    ],
)
def test_arms_used_in_no_fight_are_no_force(told: str) -> None:
    assert not any(code.startswith("ASSAULT") for _, code, *_ in rows(told))


@pytest.mark.parametrize("denial", ["shelling the camp", "that it had shelled the camp"])
def test_noun_is_no_second_telling_of_what_is_only_denied(denial: str) -> None:
    found = rows(f"[Norway]{{NOR}} denied {denial}. The attack killed six.")
    assert "attack" not in {head for head, *_ in found}


@pytest.mark.parametrize(
    "told", ["[Norway]{NOR} denied using the weapon on [Finnish]{FIN} soil.", "[Norway]{NOR} denied having launched anything."]
)
def test_arms_that_are_not_named_are_force(told: str) -> None:
    assert "ASSAULT/heavy-weapons" in {code for _, code, *_ in rows(told)}
