"""One happening is told once."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize("told", ["A truce prolonged on Friday", "A truce extended on Friday"])
def test_noun_whose_participle_tells_the_same_deed_leaves_the_rest_to_be_read(told: str) -> None:
    found = rows(f"{told} was broken by [Chad]{{TCD}}.")
    assert [head for head, *_ in found] == ["broken"]
