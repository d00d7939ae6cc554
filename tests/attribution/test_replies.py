"""Verbs that answer what their object names, by the shipped parser."""

from __future__ import annotations

import pytest

from onrecord.attribution import load_attributor
from onrecord.attribution.replies import find_doubts, find_replies, put_replies
from onrecord.records import quote
from support import parsed


@pytest.mark.parametrize(
    ("text", "answerer", "taken_up", "act"),
    [
        ("Lima spoke of a truce, a proposal that Quito has turned down.", "Quito", "proposal", "reject"),
        ("The miners stick to their account of the fire.", "miners", "account", "confirm"),
        ("The toll was confirmed by two nurses.", "nurses", "toll", "confirm"),
        ("Her claim is backed by two of the nurses.", "two", "claim", "confirm"),
        ("The clerks were unable to verify the toll.", "clerks", "toll", "doubt"),
        ("The dean resigned, brushing aside allegations of theft.", "dean", "allegations", "reject"),
        ("The harbour master had to recant the accusation.", "master", "accusation", "reject"),
        ("The clerks were not able to corroborate her story.", "clerks", "story", "doubt"),
        ("The clerks failed to confirm the toll.", "clerks", "toll", "doubt"),
        ("Nobody has been able to verify the toll.", "Nobody", "toll", "doubt"),
        ("None of the clerks was able to confirm it.", "None", "it", "doubt"),
        ("The clerks were at last able to confirm the toll.", "clerks", "toll", "confirm"),
        ("The bishop would not endorse the verdict.", "bishop", "verdict", "doubt"),
        ("The bishop does not accept the verdict.", "bishop", "verdict", "reject"),
        ("The miners no longer stick to their account of the fire.", "miners", "account", "doubt"),
        ("No bishop accepts the verdict.", "bishop", "verdict", "reject"),
    ],
)
def test_reply_has_who_answers_and_what_is_answered(text: str, answerer: str, taken_up: str, act: str) -> None:
    parse = parsed(text)
    assert [(parse.words[r.answerer], parse.words[r.noun], r.act) for r in find_replies(parse)] == [(answerer, taken_up, act)]


@pytest.mark.parametrize(
    ("text", "answerer", "act"),
    [
        ("The bishop is not sure whether the bridge will hold.", "bishop", "doubt"),
        ("The jurors were not convinced by the letter.", "jurors", "doubt"),
        ("Quito did not return three calls.", "Quito", "reject"),
        ("The bishop doubts the tally.", "bishop", "doubt"),
        ("The camp is full of miners wary of the truce.", "miners", "doubt"),
        ("The captain is sure of the crew and unsure whether to sail.", "captain", "doubt"),
    ],
)
def test_who_is_not_sure_and_who_is_silent_answer(text: str, answerer: str, act: str) -> None:
    parse = parsed(text)
    assert [(parse.words[r.answerer], r.act) for r in find_doubts(parse)] == [(answerer, act)]


def test_who_denies_somebody_something_denies_no_word() -> None:
    assert not list(find_doubts(parsed("The bishop denied them shelter.")))


def test_what_is_not_certain_by_itself_is_nobodys_doubt() -> None:
    assert not list(find_doubts(parsed("It was not certain who had closed the harbour.")))


@pytest.mark.parametrize(
    "text",
    [
        "The bishop turned down the radio.",
        "Quito may reject the proposal.",
        "The court has yet to confirm the verdict.",
        "Lima asked Quito to back its account.",
        "The rebels back the mayor.",
        "If Quito rejects the proposal, the talks are over.",
    ],
)
def test_what_is_no_reply_to_a_word_is_not_one(text: str) -> None:
    assert not list(find_replies(parsed(text)))


def test_claim_has_no_say_in_the_clause_that_answers_it() -> None:
    text = "The envoy carried an allegation that Lima rejects."
    found = load_attributor().find(parsed(text), "a")
    assert [(quote(text, a.source), quote(text, a.cue), quote(text, a.content)) for a in found if a.act == "reject"] == [
        ("Lima", "rejects", "an allegation")
    ]
    assert all(quote(text, a.cue) != "allegation" for a in found)


def test_verb_that_replies_and_doubts_is_drafted_once() -> None:
    assert len(put_replies(parsed("The bishop doubts the claim."), [])) == 1
