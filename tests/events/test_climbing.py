"""Who does a verb whose own clause leaves it out."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


def test_thing_that_is_the_subject_beside_does_not_apologise() -> None:
    text = "[Norway]{NOR} telephoned [Finland]{FIN} two days after its rockets hit a [Finnish]{FIN} trawler "
    text += "and apologised."
    found = {row[0]: row[2:] for row in rows(text)}
    assert found["apologised"][0] == "NOR"


def test_thing_asked_for_is_not_asked() -> None:
    found = {row[0]: row[3] for row in rows("[Norway]{NOR}'s request for [experts]{NORGOV} stands.")}
    assert found.get("request", "") == ""


def test_infinitive_after_an_appeal_is_done_by_whoever_is_appealed_to() -> None:
    text = "[Norway]{NOR} called on [marchers]{KENCVL} to protest in peace."
    assert {row[0]: row[2] for row in rows(text)}["protest"] == "KENCVL"


def test_infinitive_below_a_gerund_is_done_by_whoever_is_accused_of_it() -> None:
    text = "[Norway]{NOR} accused [Sudan]{SDN} of trying to shell [Kenya]{KEN}."
    assert {row[0]: row[2] for row in rows(text)}["shell"] == "SDN"


def test_finite_verb_is_not_done_by_whoever_does_an_infinitive_before_it() -> None:
    text = "[Norway]{NOR} has asked both [Kenya]{KEN} and [Sudan]{SDN} to be patient and hopes to broker talks."
    assert {row[0]: row[2] for row in rows(text)}["broker"] == "NOR"
