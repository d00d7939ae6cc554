"""Phrases for two parties at once."""

from __future__ import annotations

import pytest

from events.coding import coded

pytestmark = pytest.mark.model


def actors(source: str) -> set[str | None]:
    found = coded(source)
    rows = {actor.id: actor for actor in found.actors}
    return {rows[i].country for i in found.events[-1].actors}


def test_two_countries_are_the_two_named_before() -> None:
    assert actors("[Chad]{TCD} has thanked [Niger]{NER}. The two countries have ratified a treaty.") == {"TCD", "NER"}


def test_neither_government_is_both() -> None:
    assert actors("[Chad]{TCD} has thanked [Niger]{NER}. Neither government regrets the delay.") == {"TCD", "NER"}


def test_who_urges_both_sides_is_neither() -> None:
    found = coded("[Chad]{TCD} fought [Niger]{NER}. [Norway]{NOR} urged both sides to stop.")
    rows = {actor.id: actor.country for actor in found.actors}
    urged = next(event for event in found.events if event.type == "REQUEST")
    assert {rows[i] for i in urged.recipients} == {"TCD", "NER"}


def test_two_koreas_are_known_by_name() -> None:
    assert actors("[The North]{PRK} and [Japan]{JPN} are wary. The two Koreas signed a treaty.") == {"PRK", "KOR"}


def test_country_named_in_passing_is_no_side() -> None:
    start = "[Chad]{TCD} and [Niger]{NER} are neighbours. [Chad]{TCD} has oil. [Niger]{NER} has none. It rained. "
    assert actors(start + "A [Liberian]{LBR} ship met [Chad]{TCD}. The two sides exchanged prisoners.") == {"TCD", "NER"}


def test_sides_of_a_civil_war_are_the_state_and_its_rebels() -> None:
    text = (
        "[Rebels]{TCDREB} attacked [Chad]{TCD}. [Chad]{TCD} answered. [Niger]{NER} has shut its border to [the rebels]{TCDREB}. "
    )
    found = coded(text + "It rained. [Norway]{NOR} urged both sides to stop.")
    rows = {actor.id: actor.name for actor in found.actors}
    urged = next(event for event in found.events if event.type == "REQUEST")
    assert sorted(rows[i] for i in urged.recipients) == ["TCD", "TCDREB"]


def test_rebels_are_none_of_two_countries() -> None:
    start = "[Rebels]{TCDREB} fled. [Rebels]{TCDREB} hid. [Chad]{TCD} and [Niger]{NER} met. [Chad]{TCD} left [Niger]{NER}. "
    assert actors(start + "It rained. The two countries have ratified a treaty.") == {"TCD", "NER"}


def test_owner_of_the_subject_is_no_doer() -> None:
    assert actors("[Chad]{TCD} has thanked [Niger]{NER}. The two countries' officers met.") == {"TCD", "NER"}


def test_pronoun_for_two_sides_stands_for_both() -> None:
    found = coded("[Chad]{TCD} fought [Niger]{NER}. [The two sides]{TCDGOV} met, and [Norway]{NOR} urged [them]{TCDGOV} to stop.")
    rows = {actor.id: actor.country for actor in found.actors}
    urged = next(event for event in found.events if event.type == "REQUEST")
    assert {rows[i] for i in urged.recipients} == {"TCD", "NER"}
