"""Words that follow from others by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.derivation import gerund, spellings


@pytest.mark.parametrize(
    ("verb", "noun"),
    [("seize", "seizing"), ("stab", "stabbing"), ("shell", "shelling"), ("free", "freeing"), ("expel", "expelling")],
)
def test_the_act_noun_is_spelt_as_english_spells_it(verb: str, noun: str) -> None:
    assert gerund(verb) == noun


def test_a_verb_in_ize_has_its_british_spelling_too() -> None:
    assert list(spellings("demobilize")) == ["demobilize", "demobilise"]


def test_seize_is_spelt_one_way() -> None:
    assert list(spellings("seize")) == ["seize"]


@given(st.text(min_size=1))
def test_any_word_has_an_act_noun_that_ends_in_ing(word: str) -> None:
    assert gerund(word).endswith("ing")


@given(st.text())
def test_a_word_is_the_first_of_its_spellings(word: str) -> None:
    assert next(iter(spellings(word))) == word
