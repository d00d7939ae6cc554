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
