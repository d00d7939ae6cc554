from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import command
from onrecord.errors import SourceError

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


@pytest.mark.model
def test_bad_lines_are_named_at_the_end_and_the_rest_is_done(tmp_path: Path) -> None:
    file = tmp_path / "heads.jsonl"
    good = json.dumps({"id": "2", "text": TEXT, "events": []}).encode()
    file.write_bytes(b"\n[1]\n" + good + b"\n\xff\n")
    result = CliRunner().invoke(command, ["assess", str(file)], catch_exceptions=False)
    assert (result.exit_code, json.loads(result.stdout)["id"]) == (1, "2")
    for told in (f"failed: {file}:2: needs an object", f"failed: {file}:4: not UTF-8", "1 read, 2 failed"):
        assert told in result.stderr
    assert "Error" not in result.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"cannot read .*none\.jsonl"):
        CliRunner().invoke(command, ["assess", str(tmp_path / "none.jsonl")], catch_exceptions=False)
