from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import command
from onrecord.errors import OnRecordError

TEXT = "Kigali said on Monday that rebels had shelled the camp."


@pytest.mark.model
def test_heads_come_back_with_holder_value_status_and_days(tmp_path: Path) -> None:
    head = TEXT.index("shelled")
    line = {
        "id": "1",
        "text": TEXT,
        "published": "2025-02-04",
        "mine": 7,
        "events": [{"start": head, "end": head + 7, "note": "x"}],
    }
    file = tmp_path / "heads.jsonl"
    file.write_text(json.dumps(line) + "\n")
    result = CliRunner().invoke(command, ["assess", str(file)], catch_exceptions=False)
    answer = json.loads(result.output)
    (event,) = answer["events"]
    assert (answer["mine"], event["note"]) == (7, "x")
    assert (event["label"], event["value"], event["status"]) == ("CT+", 3.0, "attributed")
    assert event["holders"] == [{"start": 0, "end": 6}]
    assert set(event) >= {"begin", "end_date", "basis"}


def test_a_line_that_is_no_object_with_events_is_named(tmp_path: Path) -> None:
    file = tmp_path / "heads.jsonl"
    file.write_text("\n[1]\n")
    with pytest.raises(OnRecordError, match="line 2"):
        CliRunner().invoke(command, ["assess", str(file)], catch_exceptions=False)


def test_wrong_lines_are_told_without_names_of_python(tmp_path: Path) -> None:
    file = tmp_path / "heads.jsonl"
    for line, told in (
        (b"x", "not JSON"),
        (b'{"id": "x"}', "needs an object"),
        (b'{"text": 5, "events": []}', "must be a string"),
        (b"\xff", "UTF-8"),
    ):
        file.write_bytes(line + b"\n")
        with pytest.raises(OnRecordError, match=told) as raised:
            CliRunner().invoke(command, ["assess", str(file)], catch_exceptions=False)
        assert "Error" not in str(raised.value)
