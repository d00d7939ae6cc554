from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import NAME_CHARS, Span, name_article, quote


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Harbour talks stall", "Envoys left.", "Harbour talks stall"),
        (None, "Envoys left\n\nthe talks.", "Envoys left the talks."),
        ("", "Envoys left.", "Envoys left."),
        (None, "Envoys of the two governments left the talks on Monday, hours before the truce was to begin.",
         "Envoys of the two governments left the talks on Monday, hours before the truce …"),
    ],
)  # fmt: skip
def test_article_is_called_by_its_title_or_its_first_whole_words(title: str | None, text: str, name: str) -> None:
    assert name_article(title, text) == name


@given(st.text())
def test_name_of_an_article_is_one_short_line(text: str) -> None:
    name = name_article(None, text)
    assert len(name) <= NAME_CHARS + 2
    assert "\n" not in name


def test_pieces_of_a_quotation_are_joined_by_an_ellipsis() -> None:
    assert quote("“Never,” he said, “again.”", (Span(0, 8), Span(18, 26))) == "“Never,” … “again.”"
