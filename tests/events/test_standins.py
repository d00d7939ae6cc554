"""Who acts where a verb's subject is nobody."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Ann Lee]{NORGOV} released an ad that urges [Chad]{TCD} to free the crew.", ("urges", "NORGOV", "TCD")),
        ("A letter published by [the ministry]{NORGOV} accused [Chad]{TCD} of theft.", ("accused", "NORGOV", "TCD")),
        ("[Ann Lee]{NORGOV} is a printer and a poet who has urged [Chad]{TCD} to wait.", ("urged", "NORGOV", "TCD")),
    ],
    ids=["whoever releases it", "whoever issued it", "who is called so"],
)
def test_a_text_or_a_name_given_leads_to_whose_it_is(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


def test_a_suit_told_before_accuses_in_the_name_of_whoever_filed_it() -> None:
    text = "[Norway]{NOR} filed a lawsuit in The Hague. The suit accuses [Chad]{TCD} of theft."
    assert ("accuses", "NOR", "TCD") in [(head, who, whom) for head, _, who, whom in rows(text)]


def test_a_plural_who_means_the_people_and_not_the_one_thing_before_it() -> None:
    text = "Bergen has [sailors]{NORCVL} of the [Coast Guard]{NORMIL} who are suing [Finland]{FIN}."
    assert ("suing", "NORCVL", "FIN") in [(head, who, whom) for head, _, who, whom in rows(text)]
