from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import command
from onrecord.errors import SourceError
from onrecord.settings import Settings

TEXT = "Sudan's army denied on Tuesday that its jets had bombed Nyala. Egypt expelled two Sudanese diplomats."
STORY = json.dumps({"id": "s1", "outlet": "Wire", "published": "2025-03-04", "text": TEXT}) + "\n"

pytestmark = pytest.mark.model


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.jsonl"
    path.write_text(STORY)
    return path


def export(story: Path, form: str) -> str:
    result = CliRunner().invoke(command, ["export", str(story), "--form", form], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_polecat_rows_carry_status_and_whose_word_it_is(story: Path) -> None:
    rows = list(csv.DictReader(export(story, "polecat").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    by_type = {row["Event Type"]: row for row in rows}
    assert by_type["ASSAULT"]["status"] == "denied"
    assert by_type["SANCTION"]["status"] == "fact"
    assert by_type["SANCTION"]["Actor Country"] == "EGY"


def test_plover_records_are_json_lines(story: Path) -> None:
    assert all(isinstance(json.loads(line), dict) for line in export(story, "plover").splitlines())


def test_cameo_rows_all_have_as_many_columns_as_the_header(story: Path) -> None:
    header, *rows = [line.split("\t") for line in export(story, "cameo").splitlines()]
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def test_exported_rows_find_their_events_again(story: Path, tmp_path: Path) -> None:
    table = tmp_path / "rows.tsv"
    table.write_text(export(story, "polecat"))
    result = CliRunner().invoke(command, ["enrich", str(table), "--texts", str(story)], catch_exceptions=False)
    rows = list(csv.DictReader(result.stdout.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["matched"] for row in rows} == {"yes"}


def test_events_that_reading_leaves_out_are_matched_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Stream:
        def __init__(self, inputs: tuple[str, ...], settings: Settings, jobs: int) -> None:
            asked.append(settings.coder)

        def readings(self) -> tuple[()]:
            return ()

        def finish(self) -> None: ...

    monkeypatch.setattr("onrecord.cli.export.Stream", Stream)
    table = tmp_path / "rows.tsv"
    table.write_text("Event Type\tarticle\nACCUSE\ta\n")
    CliRunner().invoke(command, ["enrich", str(table), "--texts", "texts"], catch_exceptions=False)
    assert asked == ["frames"]


def test_a_table_without_event_types_is_refused(story: Path, tmp_path: Path) -> None:
    table = tmp_path / "rows.tsv"
    table.write_text("a\tb\n1\t2\n")
    with pytest.raises(SourceError, match="no column 'Event Type'"):
        CliRunner().invoke(command, ["enrich", str(table), "--texts", str(story)], catch_exceptions=False)
