"""Calls that nobody answers, by the shipped parser."""

from __future__ import annotations

import pytest

from onrecord.attribution.idioms import find_idioms
from support import parsed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Calls to the harbour board went unanswered.", "board"),
        ("Emails to the dean were not returned.", "dean"),
        ("There was no immediate comment from the nurses.", "nurses"),
        ("The board left three requests for comment unanswered.", "board"),
        ("Requests for comment sent to the board were not returned.", "board"),
        ("Our question to the dean, whether it had failed, remains unanswered.", "dean"),
    ],
)
def test_silence_is_of_who_was_asked(text: str, speaker: str) -> None:
    parse = parsed(text)
    assert [(parse.words[i.speaker], i.answer) for i in find_idioms(parse)] == [(speaker, "declines")]


@pytest.mark.parametrize(
    "text",
    [
        "Calls to the board were returned.",
        "There was a comment from the nurses.",
        "The calls went well.",
        "The film leaves the question of guilt unanswered.",
        "The report left many questions unanswered.",
        "The nurse left the letter on the table; the bell went unanswered.",
    ],
)
def test_answered_calls_are_no_silence(text: str) -> None:
    assert find_idioms(parsed(text)) == []
