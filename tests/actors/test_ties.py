"""Pronouns end at whom the deeds around them mean: who answers was accused, who is held was caught."""

from __future__ import annotations

import pytest

from actor_stage import resolve
from support import marked

pytestmark = pytest.mark.model


def meant(text: str, pronoun: str) -> str:
    """The name of whom the last such pronoun of a text means."""
    found, (text, _) = resolve(text), marked(text)
    at = text.rindex(f" {pronoun} ") + 1
    mention = next(mention for mention in found.mentions if mention.span.start == at)
    return next((actor.name for actor in found.actors if actor.id == mention.actor), "")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Senator Ines Calder accused Mayor Ruth Osei of theft. On Sunday she denied it.", "she", "Ruth Osei"),
        ("Judge Ann Tolley questioned Sheriff Mary Quill for an hour. Then she refused to go on.", "she", "Mary Quill"),
        ("Hungary called on Serbia to open the archive. On Monday its refusal was read out.", "its", "Serbia"),
        ("Minister Pavel Hruska dismissed Governor Tomas Beran. Earlier he had refused to sign.", "he", "Tomas Beran"),
        ("Envoy Lena Falk praised Captain Ida Storm, saying she had kept her word.", "she", "Ida Storm"),
        ("Norway thanked Iceland for its help at the summit.", "its", "Iceland"),
        ("Norway urged Iceland to open its ports at once.", "its", "Iceland"),
        ("A spokesman for Mr. Hruska told Mr. Beran that he would stay.", "he", "Hruska"),
        ("Hungary complained that Serbia had bombed its depots on Friday.", "its", "Hungary"),
        ("Envoy Lena Falk said that Captain Ida Storm was asleep and that she should be tried.", "she", "Ida Storm"),
        ("Greek police watched Greek protesters in a square. At noon they threw stones.", "they", "Greek protesters"),
    ],
    ids=["answer", "question", "refusal", "before", "judged", "reason", "left unsaid", "spokesman", "harm", "joined", "crowd"],
)  # fmt: skip
def test_pronoun_is_whom_the_deeds_around_it_mean(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == name


def test_who_vows_in_a_second_clause_is_the_speaker() -> None:
    assert meant("[Hungary]{source} [said]{cue} [Serbia was late and that it would pay the bill]{content}.", "it") == "Hungary"


def test_it_that_is_accused_is_a_body_told_before() -> None:
    assert meant("Chad closed the border after Niger said [a word]{content} and accused it of theft.", "it") == "Chad"
