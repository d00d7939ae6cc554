"""Event heads that a user brings."""

from __future__ import annotations

import json

import pytest

from onrecord.errors import OnRecordError
from onrecord.factuality.assessor import head_token
from onrecord.factuality.heads import assess_file
from onrecord.records import Span
from support import parsed

TEXT = "Police said that smugglers had attacked a ferry."


def line(**fields: object) -> str:
    start = TEXT.index("attacked")
    return json.dumps({"id": "a", "text": TEXT, "events": [{"start": start, "end": start + 8, "kind": "x"}], **fields})


def test_each_event_comes_back_with_label_value_holders_and_status() -> None:
    event = next(assess_file([line()]))["events"][0]
    assert (event["label"], event["value"], event["status"], event["kind"]) == ("CT+", 3.0, "attributed", "x")
    assert event["holders"] == [{"start": 0, "end": 6}]
    assert event["factuality"] == {"AUTHOR": "Uu", "Police": "CT+"}


def test_without_a_dater_days_are_none() -> None:
    event = next(assess_file([line()]))["events"][0]
    assert (event["begin"], event["end_date"], event["basis"]) == (None, None, None)


def test_calibration_changes_the_value_and_keeps_the_label() -> None:
    event = next(assess_file([line()], calibration="readers"))["events"][0]
    assert event["label"] == "CT+" and -3 <= event["value"] <= 3 and event["value"] != 3.0


@pytest.mark.parametrize(
    "bad", ["{}", "[]", "nonsense", line(events=[{"start": 5, "end": 5}]), line(events=[{"start": 0, "end": 999}])]
)
def test_bad_line_is_named(bad: str) -> None:
    with pytest.raises(OnRecordError, match="line 2"):
        list(assess_file(["", bad]))


def test_a_head_of_several_words_is_no_adverb() -> None:
    parse = parsed("Perhaps the recent shelling or the mayor's attempts to flee have prompted the raid.")
    assert parse.words[head_token(parse, Span(0, 27))] == "shelling"
