"""From a text to who answers how, through the whole pipeline."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.reading import Reader
from onrecord.records import Article, Reading

CLAIM = "Ana Bello, the opposition leader, said on Monday that guards had stolen two million euros from the port. "


@cache
def read(text: str) -> Reading:
    return _reader().read(Article(id="t", text=text, published="2025-03-12"))


@cache
def _reader() -> Reader:
    return Reader()


def answers(sentence: str) -> list[tuple[str | None, str]]:
    """Holder and value of each stance of a sentence that follows a claim."""
    reading = read(CLAIM + sentence)
    named = {actor.id: actor.name for actor in reading.actors or ()}
    return [(named.get(stance.holder or ""), stance.value) for stance in reading.stances or ()]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Nobody has been able to verify the claim that guards had stolen it.", None),
        ("Journalists were unable to verify the claim that guards had stolen it.", "Journalists"),
        ("The ministry has not been able to confirm that guards had stolen it.", "ministry"),
        ("Journalists failed to confirm that guards had stolen it.", "Journalists"),
    ],
)
def test_who_could_not_confirm_doubts(sentence: str, holder: str | None) -> None:
    assert answers(sentence) == [(holder, "doubts")]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Calls to the ministry went unanswered.", "ministry"),
        ('"No comment," the minister said.', "minister"),
        ("The ministry said it had no comment.", "ministry"),
        ("The company said it would not comment.", "company"),
        ("The minister preferred not to comment.", "minister"),
        ('"We do not comment on operations," the army said.', "army"),
        ("The ministry failed to say who had stolen it.", "ministry"),
    ],
)
def test_silence_is_one_stance_of_who_keeps_it(sentence: str, holder: str) -> None:
    assert answers(sentence) == [(holder, "declines")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Israel kept silent on its bombing of Damascus.",
        "The guards kept silent about the rebels' attack on the port.",
        "Russia took issue with the shelling of the hospital.",
        "The general had nothing to say about the army's attack on the port.",
    ],
)
def test_deed_passed_over_or_objected_to_stays_a_fact(sentence: str) -> None:
    assert [event.status for event in read(sentence).events or () if event.type == "ASSAULT"] == ["fact"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ('"If one shot had been fired, I would have resigned," the police chief said.', ["denies"]),
        ('"If the police had not fired, we would have lost the town," the police chief said.', []),
        ('"Had the army fired one shot, we would have heard it," the mayor said.', []),
    ],
)
def test_what_would_have_had_another_end_is_denied(sentence: str, value: list[str]) -> None:
    reading = read(f"A doctor said police had fired live rounds in Abancay. {sentence}")
    assert [stance.value for stance in reading.stances or ()] == value


def test_who_is_silent_when_asked_declines() -> None:
    sentence = "The minister did not say, when he was asked by a reporter, whether guards had stolen it."
    assert answers(sentence) == [("minister", "declines")]


def test_verdict_of_a_headline_is_on_the_claim_it_opens_with() -> None:
    reading = read(
        'Tehran: claim that Iran armed attackers is "a worn-out tale"\n\nRiyadh said on Monday that Iran had armed the attackers.'
    )
    told = {attribution.id: attribution.holder_name for attribution in reading.attributions or ()}
    assert {(s.value, told.get(s.attribution_toward or "")) for s in reading.stances or ()} == {("rejects", "Saudi Arabia")}
