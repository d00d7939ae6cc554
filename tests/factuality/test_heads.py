"""Event heads that a user brings."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.factuality.assessor import head_token
from onrecord.factuality.heads import assess_file
from onrecord.records import Span
from onrecord.sources import SourceFailure
from support import parsed

TEXT = "Police said that smugglers had attacked a ferry."


def line(**fields: object) -> str:
    start = TEXT.index("attacked")
    return json.dumps({"id": "a", "text": TEXT, "events": [{"start": start, "end": start + 8, "kind": "x"}], **fields})


def assessed(*lines: str | bytes, **options: Any) -> list[Any]:
    return list(assess_file(lines, **options))


def test_each_event_comes_back_with_label_value_holders_and_status() -> None:
    event = assessed(line())[0]["events"][0]
    assert (event["label"], event["value"], event["status"], event["kind"]) == ("CT+", 3.0, "attributed", "x")
    assert event["holders"] == [{"start": 0, "end": 6}]
    assert event["factuality"] == {"AUTHOR": "Uu", "Police": "CT+"}


def test_without_a_dater_days_are_none() -> None:
    event = assessed(line())[0]["events"][0]
    assert (event["begin"], event["end_date"], event["basis"]) == (None, None, None)


def test_calibration_changes_the_value_and_keeps_the_label() -> None:
    event = assessed(line(), calibration="readers")[0]["events"][0]
    assert event["label"] == "CT+" and -3 <= event["value"] <= 3 and event["value"] != 3.0


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("{}", "needs an object"),
        ("[]", "needs an object"),
        ("nonsense", "not JSON"),
        pytest.param("[" * 100_000, "not JSON", id="nested too deep"),
        (b"\xff", "not UTF-8"),
        (line(text=5), "text must be a string"),
        (line(published=2025), "published must be a string"),
        (line(events=[{"start": 5, "end": 5}]), "no piece of a text of 48 characters"),
        (line(events=[{"start": 0, "end": 999}]), "no piece of a text"),
    ],
)
def test_bad_line_is_a_failure_in_its_place_and_the_rest_is_assessed(bad: str | bytes, told: str) -> None:
    first, failure, last = assessed(line(id=1), "", bad, line(id=2), where="heads.jsonl")
    assert (first["id"], last["id"]) == (1, 2)
    assert isinstance(failure, SourceFailure)
    assert failure.where == "heads.jsonl:3"
    assert told in failure.error


def test_a_head_of_several_words_is_no_adverb() -> None:
    parse = parsed("Perhaps the recent shelling or the mayor's attempts to flee have prompted the raid.")
    assert parse.words[head_token(parse, Span(0, 27))] == "shelling"
