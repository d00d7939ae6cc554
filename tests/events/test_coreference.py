"""One happening is told once."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize("told", ["A truce prolonged on Friday", "A truce extended on Friday"])
def test_noun_whose_participle_tells_the_same_deed_leaves_the_rest_to_be_read(told: str) -> None:
    found = rows(f"{told} was broken by [Chad]{{TCD}}.")
    assert [head for head, *_ in found] == ["broken"]


def test_gerund_after_its_verb_is_the_same_deed() -> None:
    found = rows("[Norway]{NOR} rammed a boat of [Denmark]{DNK}. [Chad]{TCD} condemned the ramming.")
    assert ("ramming", "ASSAULT", "NOR", "DNK") in found
    assert ("condemned", "ACCUSE/disapprove", "TCD", "NOR") in found


def test_gerund_that_no_verb_told_before_is_no_deed() -> None:
    assert "ramming" not in [
        head for head, *_ in rows("[Chad]{TCD} condemned the ramming. [Norway]{NOR} rammed a boat of [Chad]{TCD}.")
    ]
