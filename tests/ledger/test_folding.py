"""Words as users type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.folding import fold, make_storable, match_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "ERDOGAN"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("Ørsted", "orsted"),
        ("Nguyễn", "nguyen"),
        ("ﬁnn", "Finn"),
    ],
)
def test_spellings_of_one_name_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_that_differ_in_a_letter_stay_apart() -> None:
    assert fold("Reyl") != fold("Reyk")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("two envoys", '"two" "envoys"'),
        ('"two envoys" left', '"two envoys" "left"'),
        ('open "quote', '"open" "quote"'),
        ("NOT left*", '"NOT" "left*"'),
        ("- ( )", None),
        ("", None),
        ('""', None),
    ],
)
def test_words_become_quoted_words(text: str, expression: str | None) -> None:
    assert match_words(text) == expression


@given(st.text(st.characters()))
def test_storable_text_is_as_long_and_can_be_kept(text: str) -> None:
    storable = make_storable(text)
    assert len(storable) == len(text)
    assert "\0" not in storable
    storable.encode("utf-8")
