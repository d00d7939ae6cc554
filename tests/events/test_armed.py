"""Strikes of arms and of work, fronted participles, what is shot down, and villages nobody is told to have hit."""

from __future__ import annotations

import pytest

from events.coding import coded, rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "sentence",
    [
        "[Chad]{TCD}'s strike on [Niger]{NER} began at noon.",
        "[The army]{TCDMIL} launched a strike.",
        "Two more strikes hit a [Nigerien]{NER} clinic.",
        "[Chad]{TCD} carried out the strike that killed the mayor.",
    ],
    ids=["on a target", "of a force", "hits", "kills"],
)
def test_strike_of_arms_is_assault(sentence: str) -> None:
    assert "ASSAULT" in [kind for _, kind, *_ in rows(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Miners]{TCDLAB} in [Chad]{TCD} began a strike on Monday.",
        "A strike by [teachers]{TCDEDU} closed schools in [Chad]{TCD}.",
    ],
)
def test_strike_of_those_who_work_is_protest(sentence: str) -> None:
    assert [kind for _, kind, *_ in rows(sentence) if kind in ("PROTEST", "ASSAULT")] in (["PROTEST"], [])


def test_fronted_participle_is_done_to_the_subject() -> None:
    assert ("Ambushed", "ASSAULT", "NERREB", "TCDMIL") in rows(
        "Ambushed near the river by [rebels]{NERREB}, [the battalion]{TCDMIL} fled."
    )


def test_rocket_that_is_shot_down_is_no_test() -> None:
    found = rows("[Chad]{TCD} shot down a missile on Monday.")
    assert [kind for _, kind, *_ in found] == ["ASSAULT/heavy-weapons"]


def test_missile_fired_into_the_sea_stays_a_test() -> None:
    found = rows("[Chad]{TCD} fired a missile into the sea on Monday.")
    assert [kind for _, kind, *_ in found] == ["MOBILIZE/weapons"]


def test_town_that_is_lost_to_somebody_is_taken_by_him() -> None:
    assert ("lost", "ASSAULT", "NERREB", "TCDMIL") in rows("[The army]{TCDMIL} lost the town to [rebels]{NERREB} on Friday.")


def test_raped_is_no_rebuke() -> None:
    found = coded("[Soldiers]{TCDMIL} raped [women]{TCDCVL} in the camp.")
    assert [(e.type, e.mode) for e in found.events] == [("ASSAULT", "sexual")]
