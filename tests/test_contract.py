"""The published JSON form: what it holds, that it validates, and that nothing is lost on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from onrecord import records
from onrecord.contract import SCHEMA, dumps, load_schema, reading_from_dict, reading_to_dict
from onrecord.errors import SourceError
from onrecord.records import Article, Reading, Stance
from readings import WORDS, readings, talks

VALIDATOR = jsonschema.Draft202012Validator(load_schema())
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def test_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema())


@SLOW
@given(readings())
def test_every_output_is_valid_and_on_one_line(reading: Reading) -> None:
    line = dumps(reading)
    assert line.splitlines() == [line]
    line.encode("utf-8")
    VALIDATOR.validate(json.loads(line))


@SLOW
@given(readings())
def test_reading_what_was_written_gives_the_same(reading: Reading) -> None:
    assert reading_from_dict(reading_to_dict(reading)) == reading


@SLOW
@given(readings(text=WORDS))
def test_reading_a_written_line_gives_the_same(reading: Reading) -> None:
    again = reading_from_dict(json.loads(dumps(reading)))
    assert dumps(again) == dumps(reading)
    assert again.article.text == reading.article.text


def test_stage_that_has_not_run_is_null_and_one_that_found_nothing_is_empty() -> None:
    data = reading_to_dict(Reading(Article("a", "Rain."), attributions=()))
    assert data["attributions"] == []
    assert data["events"] is None
    assert data["article"]["sections"] is None


def test_keys_stand_in_the_documented_order() -> None:
    data = reading_to_dict(talks())
    assert list(data) == [
        "schema", "article", "sentences", "actors", "mentions", "timexes", "attributions", "events", "stances", "failures",
        "makers",
    ]  # fmt: skip
    assert data["schema"] == SCHEMA
    first = data["attributions"][0]
    assert first["source"] == [[21, 33]]
    assert list(first)[:5] == ["id", "source", "cue", "content", "kind"]


def test_factuality_is_an_object_by_holder() -> None:
    event = reading_to_dict(talks())["events"][0]
    assert list(event["factuality"].values()) == ["Uu", "CT+"]
    assert event["told"] == {"begin": "2024-05-06", "end": None}


def test_stance_names_the_one_thing_it_answers() -> None:
    reading = talks()
    assert reading_to_dict(reading)["stances"][0]["toward"] == {"event": reading.events[0].id}
    other = replace(reading, stances=(Stance("Kremlin", "rejects", attribution_toward="x"),))
    assert reading_to_dict(other)["stances"][0]["toward"] == {"attribution": "x"}


def test_lone_surrogate_is_replaced_one_for_one() -> None:
    article = json.loads(dumps(Reading(Article("a", "a\ud83d\ude00b"))))["article"]
    assert article["text"] == "a\ufffd\ufffdb"


def test_line_separators_are_escaped_and_come_back() -> None:
    line = dumps(Reading(Article("a", "one\u2028two\x85three\nfour")))
    assert "\u2028" not in line
    assert json.loads(line)["article"]["text"] == "one\u2028two\x85three\nfour"


def test_number_that_is_not_finite_is_refused() -> None:
    reading = talks()
    broken = replace(reading.attributions[0], confidence=float("nan"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(replace(reading, attributions=(broken,)))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "onrecord/reading/9"}, "this version reads"),
        ({"article": None}, "Article is NoneType"),
        ({"article": {"id": "a"}}, "Article has no 'text'"),
        ({"sentences": 7}, "Reading.sentences is int"),
        ({"sentences": [[0]]}, r"holds \[0\]; expected a span"),
        ({"stances": [{"holder": "x", "value": "denies"}]}, "Stance.toward"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_object_of_another_form_is_refused_by_name(change: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError, match=message):
        reading_from_dict(reading_to_dict(talks()) | change)


def test_optional_keys_may_be_absent_and_unknown_ones_are_passed_over() -> None:
    data = json.loads(dumps(talks()))
    del data["makers"], data["attributions"][0]["confidence"], data["attributions"][0]["via_spans"]
    data["article"]["mood"] = "grave"
    assert reading_from_dict(data).attributions[0].confidence == 1.0


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("section.kind", "SectionKind"),
        ("article.published_basis", "PublishedBasis"),
        ("actor.type", "ActorType"),
        ("mention.kind", "MentionKind"),
        ("timex.type", "TimexType"),
        ("attribution.kind", "AttributionKind"),
        ("attribution.act", "Act"),
        ("happened.basis", "HappenedBasis"),
        ("event.tense", "Tense"),
        ("event.status", "Status"),
        ("stance.value", "StanceValue"),
    ],
)
def test_schema_lists_exactly_the_words_of_the_types(path: str, name: str) -> None:
    owner, key = path.split(".")
    listed = load_schema()["$defs"][owner]["properties"][key]["enum"]
    assert [word for word in listed if word is not None] == list(get_args(getattr(records, name)))
