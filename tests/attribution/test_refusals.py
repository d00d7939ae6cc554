"""Cues of words and of blows told apart, by the shipped parser."""

from __future__ import annotations

from importlib import resources

import pytest

from onrecord.attribution import load_attributor
from onrecord.attribution.refusals import load_blows
from support import parsed


@pytest.mark.parametrize(
    "text",
    [
        "Government helicopters attacked a village east of the lake.",
        "The brigade has attacked rebel positions above the pass.",
        "Fishermen were attacked with a grenade near the buoys.",
        "Two jets struck the convoy on the mountain road.",
        "Lagos has been backing the insurgents since May.",
    ],
)
def test_a_blow_by_arms_is_nobodys_word(text: str) -> None:
    assert load_attributor().find(parsed(text), "a") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The senator attacked his rival's record on housing.",
        "The bishop attacked the army for its silence on the killings.",
        "The mayor verbally attacked the police over the arrests.",
    ],
)
def test_an_attack_in_words_stays_an_accusation(text: str) -> None:
    assert [found.act for found in load_attributor().find(parsed(text), "a")] == ["accuse"]


@pytest.mark.parametrize(
    "text",
    [
        "The sailors were denied a lawyer.",
        "The pilots have been chained and denied sleep.",
    ],
)
def test_who_is_denied_a_thing_is_told_nothing(text: str) -> None:
    assert load_attributor().find(parsed(text), "a") == ()


@pytest.mark.parametrize("text", ["The consul denied the report.", "The mine and its owner denied all blame."])
def test_who_denies_what_was_said_denies_it_in_words(text: str) -> None:
    assert [found.act for found in load_attributor().find(parsed(text), "a")] == ["deny"]


def test_each_list_of_blows_names_a_word_once() -> None:
    lines = (resources.files("onrecord.attribution") / "data" / "blows.tsv").read_text(encoding="utf-8").splitlines()[1:]
    listed = {name: words.split() for name, words in (line.split("\t") for line in lines)}
    assert all(len(words) == len(set(words)) for words in listed.values())
    assert set(listed) == set(load_blows())


@pytest.mark.parametrize(
    "text",
    [
        "The two neighbours had recalled their ambassadors in May.",
        "Norway, which signed the treaty as a guarantor, left the talks.",
        "Explainer: what is known about the raid on the mill",
    ],
)
def test_envoys_called_home_papers_signed_and_kinds_of_piece_say_nothing(text: str) -> None:
    assert load_attributor().find(parsed(text), "a") == ()
