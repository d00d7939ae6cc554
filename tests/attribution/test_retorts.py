"""Answers that the writer hangs on a claim, by the shipped parser."""

from __future__ import annotations

import pytest

from onrecord.attribution import load_attributor
from onrecord.records import quote
from support import parsed


def read(text: str) -> dict[str, tuple[str, str, str | None]]:
    """Source, content and parent of each attribution by the last word of its cue."""
    found = load_attributor().find(parsed(text), "a")
    return {quote(text, one.cue).split()[-1]: (quote(text, one.source), quote(text, one.content), one.parent) for one in found}


@pytest.mark.parametrize(
    ("text", "verb", "answerer", "taken_up"),
    [
        ("Herders say soldiers poisoned the well, a charge the governor denies.", "denies", "the governor", "a charge"),
        ("Lima said gunmen crossed the river, accusations Quito has rejected.", "rejected", "Quito", "accusations"),
        ("The envoy said Accra sent arms to the port, a claim disputed by Lagos.", "disputed", "Lagos", "a claim"),
        ("Residents say soldiers burned the mill, claims doubted by Accra.", "doubted", "Accra", "claims"),
        ("Monitors said the jets flew from Oran, which Algiers denies.", "denies", "Algiers", "which"),
    ],
)
def test_a_retort_is_no_part_of_what_the_speaker_said(text: str, verb: str, answerer: str, taken_up: str) -> None:
    found = read(text)
    assert found[verb] == (answerer, taken_up, None)
    assert all(answerer not in content for name, (_, content, _) in found.items() if name != verb)


def test_what_the_claim_is_called_belongs_to_the_retort() -> None:
    found = read("The envoy said Accra had sent arms to the port, an allegation Accra called baseless.")
    assert found["called"][1] == "an allegation … baseless"


def test_a_retort_inside_the_quotation_is_the_speakers_own() -> None:
    found = read("“They say we burned the mill, a charge the army denies,” the major told reporters in Sirte.")
    assert "the army denies" in found["told"][1]


def test_a_noun_that_takes_up_nothing_is_no_retort() -> None:
    found = read("The mayor said the town had a library, a hall the council refused to sell.")
    assert "the council refused" in found["said"][1]


def test_calling_a_demand_anything_answers_it() -> None:
    found = read("Quito demanded an apology, a demand Colonel Ana Paz called unacceptable.")
    assert found["called"][1] == "a demand … unacceptable"
