"""Attributions where the parse misleads, by the shipped parser."""

from __future__ import annotations

import pytest

from onrecord.attribution import load_attributor
from onrecord.records import quote
from support import parsed


def read(text: str) -> dict[str, tuple[str, str]]:
    """Source and content of each attribution by its cue."""
    return {
        quote(text, a.cue): (quote(text, a.source), quote(text, a.content)) for a in load_attributor().find(parsed(text), "a")
    }


@pytest.mark.parametrize(
    ("text", "speaker", "told", "cue"),
    [
        (
            "The port authority said that the storm had sunk two tugs and rejected the complaint of the owners.",
            "The port authority",
            "that the storm had sunk two tugs",
            "rejected",
        ),
        (
            "The widow said that her letters had been opened and refused to name the clerk.",
            "The widow",
            "that her letters had been opened",
            "refused",
        ),
    ],
)
def test_reply_coordinated_with_what_is_told_is_the_speakers(text: str, speaker: str, told: str, cue: str) -> None:
    found = read(text)
    assert found["said"] == (speaker, told)
    assert found[cue][0] == speaker


def test_who_is_told_to_have_denied_it_has_denied_it() -> None:
    assert read("The governor said the miners struck first and denied responsibility.")["denied"][0] == "the miners"


def test_who_is_quoted_speaks() -> None:
    text = "The radio quoted a baker in Oran as saying that the mill was shut."
    assert read(text)["saying"] == ("a baker in Oran", "that the mill was shut")


def test_passive_of_quoting_belongs_to_the_cue() -> None:
    text = "“The mill is shut,” the baker was quoted as saying."
    assert read(text)["was quoted as saying"] == ("the baker", "“The mill is shut,”")


def test_what_a_semicolon_parts_from_a_verb_with_an_object_is_not_its_content() -> None:
    assert "has claimed" not in read("Rebels burned a mill near the ford; no group has claimed responsibility.")
    assert read("The mill is safe; he said so.")["said"][0] == "he"


def test_who_is_summoned_and_told_says_nothing() -> None:
    assert read("The consul was summoned and told that the port was shut.")["told"][0] == ""


def test_a_citation_goes_with_one_verb_and_is_no_cue_beside_it() -> None:
    found = read("The Oran Herald reported on Friday, citing two officials, that Lakeland had told the court it would pay.")
    assert found["reported"][0] == "two officials"
    assert found["had told the court"][0] == "Lakeland"
    assert "citing" not in found


def test_what_a_thing_is_described_as_is_told_too() -> None:
    assert read("The mill has described the letters as forged.")["has described"][1] == "the letters as forged"


def test_the_whole_subject_of_an_adjective_speaks() -> None:
    assert read("Envoys from Oran and Tunis are hopeful that it will end.")["hopeful"][0] == "Envoys from Oran and Tunis"


def test_a_clause_on_either_side_of_the_speaker_is_told() -> None:
    found = load_attributor().find(parsed("The miners were safe, he said; food would be sent down."), "a")
    assert quote("The miners were safe, he said; food would be sent down.", found[0].content).startswith("The miners were safe")


def test_a_retort_behind_a_semicolon_is_not_told_by_the_first_speaker() -> None:
    text = "Ferry rammed near reef, Oran says; Tunis blames crew"
    told = {quote(text, found.cue): quote(text, found.content) for found in load_attributor().find(parsed(text), "a")}
    assert told["says"] == "Ferry rammed near reef"


def test_what_another_says_against_it_is_not_its_content() -> None:
    found = read("The truce had held, the envoy said, but the rebels claimed it was broken.")
    assert ("the envoy", "The truce had held") in found.values()


def test_time_of_the_telling_stands_before_the_content() -> None:
    found = read("Ruzgys admitted last month that he had driven the car but maintained that he knew nothing of the plan.")
    assert found["admitted"][1].startswith("that he had driven the car")


def test_harm_that_a_deed_did_is_told_with_it() -> None:
    found = read("He denied a report by the newspaper Azun Today that guards had fired on a survey team, killing one engineer.")
    assert found["denied"][1].endswith("killing one engineer")
