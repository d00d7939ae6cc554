"""Interviews printed without quotation marks."""

from __future__ import annotations

from onrecord.factuality.interviews import find_interview
from support import parsed

TEXT = (
    "Marta Veloso edits a weekly in Lisbon.\n\nMarta, why did the ministers leave?\n\nThey had lost the vote.\n\n"
    "Will they return?\n\nThe party will not have them.\n\nMarta, thank you very much."
)


def test_answers_are_the_words_of_the_guest() -> None:
    found = find_interview(parsed(TEXT))
    assert found is not None and found.holder_name == "Marta Veloso"
    assert [TEXT[s:e] for s, e in found.content] == ["They had lost the vote.", "The party will not have them."]


def test_single_question_makes_no_interview() -> None:
    assert find_interview(parsed("Marta Veloso left.\n\nMarta, why did they leave?\n\nThey had lost the vote.")) is None


def test_questions_without_an_address_make_no_interview() -> None:
    assert find_interview(parsed("Who shelled the camp?\n\nNobody knows.\n\nWill it end?\n\nThe army says so.")) is None
