"""Which actors a noun phrase stands for."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "[Chad]{TCD} accused its neighbour [Sudan]{SDN} of arming raiders.",
        "[Chad]{TCD} accused [Libya]{LBY}'s ally [Sudan]{SDN} of arming raiders.",
        "[Chad]{TCD} accused [its neighbour]{TCDGOV}, [Sudan]{SDN}, of arming raiders.",
    ],
)
def test_a_neighbour_or_ally_is_who_is_named_behind(text: str) -> None:
    assert [row[2:] for row in rows(text) if row[0] == "accused"] == [("TCD", "SDN")]


def test_the_injured_who_are_rushed_to_hospital_are_not_attacked() -> None:
    assert [
        row
        for row in rows("The injured [villagers]{TCDCVL} were rushed to hospital, [police]{TCDCOP} said.")
        if row[0] == "rushed"
    ] == []
