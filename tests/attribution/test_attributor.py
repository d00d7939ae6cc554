"""Attributions of short news sentences, by the shipped parser."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.attribution import Attributor, load_attributor
from onrecord.errors import SettingsError
from support import marked, parsed

WORDS = [
    "The",
    "minister",
    "said",
    "that",
    "rebels",
    "had",
    "denied",
    "“",
    "”",
    '"',
    "'",
    "''",
    "«",
    "»",
    "shelling",
    "the",
    "camp",
    ",",
    "according",
    "to",
    "Lakewire",
    ";",
    "he",
    "urged",
    "Kigali",
    "\n\n",
    "to\nwithdraw",
    ".",
    "?",
    ":",
    "—",
    "<tweet",
    'id="1">',
    "</tweet>",
    "@army",
    "https://x.example",
    "claims",
    "of",
    "fear",
    "who",
    "was",
    "told",
    "and",
    "she",
    "expects",
    "🙂",
    "…",
]


@cache
def load() -> Attributor:
    return load_attributor()


@pytest.fixture(scope="module")
def attributor() -> Attributor:
    return load()


CASES = [
    "[The minister]{source} [said]{cue} [that the bridge at Narva had been closed]{content}.",
    "[The bridge had been closed]{content}, [the minister]{source} [said]{cue}.",
    "[Rebels shelled the camp]{content}, [according to]{cue} [the army]{source}.",
]


@pytest.mark.parametrize("sentence", CASES)
def test_source_cue_and_content_are_found(attributor: Attributor, sentence: str) -> None:
    text, spans = marked(sentence)
    (found,) = attributor.find(parsed(text), "a")
    assert found.source == tuple(spans["source"])
    assert found.cue == tuple(spans["cue"])
    assert found.content == tuple(spans["content"])


def test_nested_attribution_has_parent_and_chain(attributor: Attributor) -> None:
    outer, inner = attributor.find(parsed("The minister said that the rebels had claimed that the bridge was theirs."), "a")
    assert inner.parent == outer.id
    assert inner.chain == ("AUTHOR", "The minister", "the rebels")


def test_likely_inner_one_does_not_hide_the_one_around_it(attributor: Attributor) -> None:
    found = attributor.find(parsed("The mayor told reporters that she was convinced the drivers had promised to stay."), "a")
    chains = [attribution.chain[1:] for attribution in found]
    assert chains == [("The mayor",), ("The mayor", "she"), ("The mayor", "she", "the drivers")]


@pytest.mark.parametrize("word", ["refused", "vowed", "intended"])
def test_what_one_refuses_or_means_to_say_is_not_said(attributor: Attributor, word: str) -> None:
    found = attributor.find(parsed(f"Lawyers said he {word} to accuse the port of negligence."), "a")
    assert [attribution.holder_name for attribution in found] == ["Lawyers", "he"]


def test_name_in_capitals_speaks_whatever_the_tagger_takes_it_for(attributor: Attributor) -> None:
    found = attributor.find(parsed("Who gave the order?\n\nMOREAU: They believe that I gave it. I gave nothing."), "a")
    assert [attribution.chain[1:] for attribution in found] == [("MOREAU",), ("MOREAU", "They")]


def test_nobody_holds_nothing_inside_a_denial(attributor: Attributor) -> None:
    found = attributor.find(parsed("The ministry denied that anybody had ordered the guards to leave."), "a")
    assert [attribution.holder_name for attribution in found] == ["The ministry"]


def test_who_is_accorded_is_no_part_of_the_content(attributor: Attributor) -> None:
    text, spans = marked("According to [a UN report]{source} seen by Lakewire, [rebels have recruited children]{content}.")
    (found,) = attributor.find(parsed(text), "a")
    assert found.content == tuple(spans["content"])


def test_what_a_deed_highlights_is_the_writers_reading(attributor: Attributor) -> None:
    assert not attributor.find(parsed("The minister's reaction highlights the contrast between the two capitals."), "a")


def test_going_on_and_giving_leave_say_nothing(attributor: Attributor) -> None:
    assert not attributor.find(parsed("Oslo continues to allow Sweden to keep two frigates in the fjord."), "a")


def test_unknown_attributor_names_those_there_are() -> None:
    with pytest.raises(SettingsError, match="learned"):
        load_attributor("oracle")


def test_no_tokens_no_attributions(attributor: Attributor) -> None:
    assert attributor.find(parsed(""), "a") == ()
    assert attributor.find(parsed(" \n\n "), "a") == ()


def test_text_may_end_with_somebodys_claim(attributor: Attributor) -> None:
    assert attributor.find(parsed("the harbour master's claim"), "a") == ()


def test_denial_is_turned_into_doubt_by_negation(attributor: Attributor) -> None:
    found = attributor.find(parsed("The ministry did not confirm that the convoy had been hit."), "a")
    assert [attribution.act for attribution in found] == ["doubt"]
    assert "confirm" in (found[0].why or "")


@given(text=st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for attribution in load().find(parsed(text), "a"):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)


@given(words=st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=60, deadline=None)
def test_odd_news_gives_cue_outside_content_and_no_circle(words: list[str]) -> None:
    found = load().find(parsed(" ".join(words)), "a")
    parents = {attribution.id: attribution.parent for attribution in found}
    assert len(parents) == len(found)
    for attribution in found:
        for start, end in attribution.content:
            assert all(end <= low or high <= start for low, high in attribution.cue)
        step, steps = attribution.parent, 0
        while step is not None:
            step, steps = parents[step], steps + 1
            assert steps <= len(found)
        assert len(attribution.chain) == steps + 2


def test_a_source_that_is_all_that_was_said_is_no_attribution(attributor: Attributor) -> None:
    assert not attributor.find(parsed("No one said."), "a")


def test_a_deed_of_state_outside_the_lexicon_is_no_attribution(attributor: Attributor) -> None:
    assert not attributor.find(parsed("The African Union imposed sanctions on Gabon."), "a")
