"""What an answer's noun can mean."""

from __future__ import annotations

import pytest

from onrecord.factuality import load_assessor
from onrecord.records import AUTHOR, Act, Attribution, Span
from support import parsed

pytestmark = pytest.mark.model

Told = tuple[str, str, str, Act]
CLAIM: Told = ("The mayor", "accused", "the army of shelling the market", "accuse")
DENIAL: Told = ("The general", "denied", "it", "deny")
OFFER: Told = ("A bishop", "offered", "to lead the talks", "promise")
COUNT: Told = ("A memo", "put", "the dead at nine", "assert")
VOTE: Told = ("The guild", "complained", "of fraud at the polls", "accuse")
LATE: Told = ("A baker", "added", "that bread was late", "assert")


def build(rows: list[Told]) -> tuple[str, list[Attribution]]:
    """The text of some tellings, a sentence each, and their attributions a0, a1 ..."""
    text, found = "", []
    for n, (who, cue, content, act) in enumerate(rows):
        starts = [len(text), len(text) + len(who) + 1, len(text) + len(who) + len(cue) + 2]
        text += f"{who} {cue} {content}. "
        spans = [Span(start, start + len(piece)) for start, piece in zip(starts, (who, cue, content), strict=True)]
        found.append(
            Attribution(
                id=f"a{n}", source=(spans[0],), cue=(spans[1],), content=(spans[2],), kind="indirect", act=act,
                holder=who, holder_name=who, chain=(AUTHOR, who),
            )
        )  # fmt: skip
    return text.strip(), found


@pytest.mark.parametrize(
    ("answer", "target"),
    [
        pytest.param(("The envoy", "rejected", "the accusation", "reject"), "a0", id="accusation"),
        pytest.param(("The envoy", "rejected", "the denial", "reject"), "a1", id="denial"),
        pytest.param(("The envoy", "rejected", "the offer", "reject"), "a2", id="offer"),
        pytest.param(("The envoy", "said", "that the memo was genuine", "assert"), "a3", id="paper"),
        pytest.param(("The envoy", "could not verify", "the mayor's account", "doubt"), "a0", id="whose account"),
        pytest.param(("The envoy", "found", "no proof of fraud", "doubt"), "a4", id="what no proof is found of"),
        pytest.param(("The envoy", "declined", "to comment on the accusation", "reject"), "a0", id="passed over"),
        pytest.param(("The envoy", "could not say", "who had shelled it", "doubt"), "a0", id="who did it"),
    ],
)
def test_answer_is_about_what_its_noun_means(answer: Told, target: str) -> None:
    rows = [CLAIM, DENIAL, OFFER, COUNT, VOTE, LATE, answer]
    if target == "a0":
        rows[4] = ("The guild", "warned", "of fraud at the polls", "predict")
    text, told = build(rows)
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [s.attribution_toward for s in found if s.attribution == "a6"] == [target]


def test_repeated_denial_is_about_what_was_denied_before() -> None:
    text, told = build([CLAIM, DENIAL, OFFER, LATE, ("The general", "repeated", "his denial", "deny")])
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [(s.value, s.attribution_toward) for s in found if s.attribution == "a4"] == [("denies", "a0")]


@pytest.mark.parametrize(
    ("who", "cue", "content", "act"),
    [
        ("None of the nurses", "could confirm", "the accusation", "confirm"),
        ("Nobody", "has been able to verify", "the accusation", "confirm"),
        ("The nurse", "said", "she was unable to confirm the accusation", "assert"),
    ],
)
def test_confirmation_that_fails_is_a_doubt(who: str, cue: str, content: str, act: Act) -> None:
    text, told = build([CLAIM, (who, cue, content, act)])
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [(s.value, s.attribution_toward) for s in found] == [("doubts", "a0")]


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "that version was not credible", "assert"),
        ("said", "the accusation was unproven", "assert"),
        ("blasted", "the accusation as hysterical", "express"),
    ],
)
def test_claim_called_incredible_is_rejected(cue: str, content: str, act: Act) -> None:
    text, told = build([CLAIM, ("The envoy", cue, content, act)])
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [(s.value, s.attribution_toward) for s in found] == [("rejects", "a0")]


def test_such_a_thing_that_was_not_is_denied() -> None:
    text, told = build(
        [("The mayor", "said", "he had sent a warning", "assert"), ("The envoy", "said", "no such warning had come", "assert")]
    )
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [(s.value, s.attribution_toward) for s in found] == [("denies", "a0")]


@pytest.mark.parametrize("content", ["she had no reason to doubt the mayor", "there was no doubt that soldiers had shelled it"])
def test_what_leaves_no_doubt_denies_nothing(content: str) -> None:
    text, told = build([CLAIM, ("The envoy", "said", content, "assert")])
    assert load_assessor().find_stances(parsed(text), told, ()) == ()


def test_silence_is_not_what_is_rejected() -> None:
    silent: Told = ("The army", "declined", "to comment on it", "reject")
    text, told = build([CLAIM, silent, ("The envoy", "rejected", "it", "reject")])
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [s.attribution_toward for s in found if s.attribution == "a2"] == ["a0"]
