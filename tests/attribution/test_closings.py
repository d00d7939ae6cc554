"""Speakers at the end of what they say, by the shipped parser."""

from __future__ import annotations

import pytest

from onrecord.attribution import load_attributor
from onrecord.records import quote
from support import parsed


def read(text: str) -> list[tuple[str, str]]:
    """Source and content of each outermost attribution."""
    found = load_attributor().find(parsed(text), "a")
    return [(quote(text, one.source), quote(text, one.content)) for one in found if one.parent is None]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The bridge is closed to all traffic, added the governor.", "the governor", "The bridge is closed to all traffic"),
        ("Patrols were withdrawn in May, claimed the ministry.", "the ministry", "Patrols were withdrawn in May"),
        ("The talks had collapsed, warned the envoy on Friday.", "the envoy", "The talks had collapsed"),
        (
            "The council has sold the ferry, breaking a promise, charged the union spokeswoman.",
            "the union spokeswoman",
            "The council has sold the ferry, breaking a promise",
        ),
        (
            "Four divers lost off Gozo since Monday have been found after a search led by Malta, the sister of one of them said.",
            "the sister of one of them",
            "Four divers lost off Gozo since Monday have been found after a search led by Malta",
        ),
    ],
)
def test_speaker_at_the_end_holds_the_clause_before(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The governor left the capital, warned the envoy of trouble and met the bishop.",
        "He crossed the river, noted the depth and went home.",
        "Oslo shut its consulate, recalled the envoy on Monday.",
    ],
)
def test_whom_a_verb_is_done_to_is_no_speaker(text: str) -> None:
    assert not {"the envoy", "the depth"} & {source for source, _ in read(text)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Oslo on Friday denied that it had sent drones.", "Oslo"),
        ("The union in a letter threatened to close the port.", "The union"),
        ("Spokesman Idris Bello Saturday said the road was mined.", "Spokesman Idris Bello"),
        ("The road was mined, said union spokesman Idris Bello Saturday. It is closed.", "union spokesman Idris Bello"),
        (
            "Earlier, the Ministry of External Affairs claimed Quito and Lima had agreed to meet.",
            "the Ministry of External Affairs",
        ),
    ],
)
def test_a_source_ends_before_when_and_in_what_it_spoke(text: str, speaker: str) -> None:
    assert [source for source, _ in read(text)] == [speaker]


def test_a_place_before_a_sentence_with_its_own_speaker_says_nothing() -> None:
    assert "Chad" not in {source for source, _ in read("Chad: Rebels say soldiers fired on a market, ending the truce")}
    assert [source for source, _ in read("Ministry: Soldiers say they fired on nobody")] == ["Ministry"]


def test_the_day_of_the_telling_is_no_part_of_what_was_said() -> None:
    assert read("Rebels said late on Sunday army jets had struck their camp.") == [("Rebels", "army jets had struck their camp")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("OSLO: Sweden on Monday appeared to doubt that the talks were over.", set()),
        ("RUIZ: We never met.\n\nSANI: You did, I saw you.", {"RUIZ", "SANI"}),
    ],
)
def test_a_dateline_in_capitals_says_nothing_and_people_in_an_interview_do(text: str, speakers: set[str]) -> None:
    assert {source for source, _ in read(text)} & {"OSLO", "RUIZ", "SANI"} == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The tug had sunk within minutes, a pilot who saw it said.", "a pilot"),
        ("The storm wounded six people, the mayor of Oran, Idris Bello, said on his channel.", "the mayor of Oran, Idris Bello"),
        ("Miners ‘preparing new strike’ in Oran, warns union", "union"),
        ("Two hurt in fire on ferry – officials", "officials"),
    ],
)
def test_speakers_behind_clauses_names_and_dashes_are_found(text: str, speaker: str) -> None:
    assert speaker in {source for source, _ in read(text)}
