"""The laws of a whole reading, held by texts that nobody would write and by texts that resemble news."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from onrecord.contract import dumps, load_schema, reading_from_dict
from onrecord.reading import Reader
from onrecord.records import AUTHOR, Article, Reading

pytestmark = pytest.mark.model

PIECES = st.sampled_from(
    [
        "President Musa Danjuma ", "he ", "Kigali ", "officials in Baku ", "the army ", "rebels ", "nobody ", "they ", "who ",
        "said ", "denied ", "had claimed that ", "according to ", "reportedly ", "was told ", "warned ", "apologised for ",
        "shelled the camp ", "would withdraw ", "did not attack ", "sanctions on Iran ", "talks ", "if ", "unless ",
        "“We never fired,” ", "“", "”", '"', "'", "‘so-called’ ", ", ", ". ", "\n\n", "\n", ": ", "— ", "(", ")", "? ", "- ",
        "on Monday ", "two days later ", "in 2014 ", "a few days into the war ", "🙂 ", "e\u0301 ", "\u05e9\u05dc\u05d5\u05dd ",
        "RT @mod: ", "KYIV, Jan 5 (Wire) - ", "By Ana Ruiz\n", "\u200f", "\ufeff", "\x00", "&amp; ", "1,000 ", "U.N. ",
    ]
)  # fmt: skip
NEWSLIKE = st.lists(PIECES, max_size=40).map("".join)
TEXTS = st.one_of(st.text(max_size=150), NEWSLIKE)
SLOW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def reader() -> Reader:
    return Reader()


def read(text: str) -> Reading:
    return reader().read(Article("x", text, published="2025-02-03", published_basis="given"))


def spans(value: Any, key: str = "") -> list[tuple[str, list[int]]]:
    """Every span of a reading's JSON with the key it stands under."""
    if isinstance(value, dict):
        return [found for name, inner in value.items() for found in spans(inner, name)]
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(item, int) for item in value):
            return [(key, value)]
        return [found for inner in value for found in spans(inner, key)]
    return []


@SLOW
@given(TEXTS)
def test_any_text_gives_a_reading_without_a_failure(text: str) -> None:
    assert read(text).failures == ()


@SLOW
@given(TEXTS)
def test_every_span_lies_in_the_text_and_is_not_empty(text: str) -> None:
    for key, (start, end) in spans(json.loads(dumps(read(text)))):
        assert 0 <= start < end <= len(text), key


@SLOW
@given(NEWSLIKE)
def test_every_reading_fits_the_published_schema_and_comes_back_equal(text: str) -> None:
    reading = read(text)
    data = json.loads(dumps(reading))
    Draft202012Validator(load_schema()).validate(data)
    if "\ufffd" not in dumps(reading):
        assert reading_from_dict(data) == reading


@SLOW
@given(NEWSLIKE)
def test_chains_begin_with_the_author_and_ids_lead_somewhere(text: str) -> None:
    reading = read(text)
    attributions = {a.id: a for a in reading.attributions or ()}
    actors = {actor.id for actor in reading.actors or ()}
    for found in attributions.values():
        assert found.chain[0] == AUTHOR
        assert found.parent is None or found.parent in attributions
        assert found.holder is None or found.holder in actors
    for event in reading.events or ():
        assert set(event.actors) | set(event.recipients) <= actors
        assert event.attribution is None or event.attribution in attributions


@SLOW
@given(NEWSLIKE)
def test_only_what_the_author_holds_certain_and_not_future_is_a_fact(text: str) -> None:
    for event in read(text).events or ():
        certain = dict(event.factuality or ()).get(AUTHOR) == "CT+" and event.tense != "future"
        assert (event.status == "fact") == certain


@settings(max_examples=25, deadline=None)
@given(NEWSLIKE)
def test_reading_twice_gives_the_same_bytes(text: str) -> None:
    first = dumps(read(text))
    read("Something else was said in between, the minister claimed.")
    assert dumps(read(text)) == first
