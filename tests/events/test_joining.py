"""Who stands beside whom as a party of one event."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "[Ann Lee]{NORGOV}, [Bo Ray]{FINGOV} and [Cy Orr]{DNKGOV} have all condemned [Chad]{TCD}.",
            ("condemned", "NORGOV FINGOV DNKGOV", "TCD"),
        ),
        ("[Norway]{NOR}, along with [Finland]{FIN}, condemned [Chad]{TCD}.", ("condemned", "NOR FIN", "TCD")),
        ("Former [judge]{NORJUD} and Oslo Mayor [Ann Lee]{NORGOV} criticised [Chad]{TCD}.", ("criticised", "NORGOV", "TCD")),
    ],
    ids=["list", "along with", "two titles"],
)
def test_all_who_are_named_take_part_and_a_title_is_nobody(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]
