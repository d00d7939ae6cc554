"""Where the parties of an event word stand."""

from __future__ import annotations

import pytest

from events.coding import rows
from onrecord.events import load_coder
from onrecord.records import Actor, Article, Mention
from support import marked, parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("kind", "expected"), [("metonym", {"TCD", "NER"}), ("name", {"TCD", "NER", "NOR"})])
def test_capital_before_talks_is_only_where_they_are_held(kind: str, expected: set[str]) -> None:
    text, spans = marked("[Chad]{TCD} and [Niger]{NER} will open the [Oslo]{NOR} talks.")
    actors = tuple(Actor(label, label, "country", label) for label in spans)
    mentions = tuple(Mention(span, label, kind if label == "NOR" else "name") for label, [span] in spans.items())
    found = load_coder().find(parsed(text), Article("a", text), (), actors, mentions)
    assert set(found.events[0].actors) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} protested over [the writer]{KENCVL}'s arrest.", ("arrest", "", "KENCVL")),
        ("[Chad]{TCD} condemned [the writer]{KENCVL}'s murder.", ("condemned", "TCD", "")),
        ("[Chad]{TCD} condemned [the army]{KENMIL}'s killing of [students]{KENCVL}.", ("condemned", "TCD", "KENMIL")),
        ("[Chad]{TCD} condemned [Kenya]{KEN}'s release of [students]{KENCVL}.", ("release", "KEN", "KENCVL")),
    ],
)
def test_person_before_a_deed_undergoes_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Niger]{NER} has placed [Chad]{TCD} under siege.", ("siege", "NER", "TCD")),
        ("Since May [Chad]{TCD} has been put under blockade by [Niger]{NER}.", ("blockade", "NER", "TCD")),
        ("[Chad]{TCD} has been put under blockade by [Niger]{NER}.", ("blockade", "NER", "TCD")),
    ],
    ids=["active", "passive", "passive, first word"],
)
def test_who_is_put_under_something_undergoes_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("[Chad]{TCD} blamed [Niger]{NER} for the bombing of a market.", "bombing"),
        ("[Chad]{TCD} accused [Niger]{NER} of the murder of two nuns.", "murder"),
        ("[Chad]{TCD} thanked [Niger]{NER} for the release of the sailors.", "release"),
    ],
)
def test_who_is_blamed_or_thanked_for_a_deed_did_it(text: str, head: str) -> None:
    assert next(row[2] for row in rows(text) if row[0] == head) == "NER"


def test_airspace_that_is_violated_is_its_owners() -> None:
    text = "[Norway]{NOR} said that no aircraft had violated [its]{NOR} airspace."
    assert next(row[2:] for row in rows(text) if row[0] == "violated") == ("", "NOR")


@pytest.mark.parametrize("told", ["scuffled with", "battled"])
def test_entry_that_asks_for_an_object_or_what_follows_a_preposition_fits_either(told: str) -> None:
    assert [row[1:] for row in rows(f"[Bakers]{{TCDCVL}} {told} [police]{{TCDCOP}} at the quay.")] == [
        ("PROTEST/riot", "TCDCVL", "TCDCOP")
    ]


@pytest.mark.parametrize("told", ["opened the gates of the castle", "opened an airbase on Monday"])
def test_what_is_opened_to_nobody_in_arms_or_office_is_no_event(told: str) -> None:
    assert rows(f"[Norway]{{NOR}} {told}.") == []
