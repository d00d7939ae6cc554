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
