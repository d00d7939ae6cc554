"""What the options of `onrecord read` and `onrecord add` change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import command
from onrecord.errors import OnRecordError, SettingsError
from onrecord.ledger import Ledger
from onrecord.stages import ATTRIBUTORS

STORY = "The envoy said that the guard had admitted that shots were fired. Officials are expected to resign.\n"


class Broken:
    name = "broken/1"

    def find(self, parse: object, article_id: str) -> tuple[()]:
        raise ZeroDivisionError("one sentence too many")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)


def attributions(*arguments: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("read", *arguments, "--format", "jsonl").stdout)["attributions"]
    return found


@pytest.mark.model
def test_outermost_leaves_out_nested_attributions(story: Path) -> None:
    assert any(found["parent"] for found in attributions(story))
    assert not any(found["parent"] for found in attributions(story, "--outermost"))


@pytest.mark.model
def test_min_confidence_leaves_out_what_is_less_sure(story: Path) -> None:
    sure = attributions(story, "--min-confidence", 0.8)
    assert [found["id"] for found in sure] == [found["id"] for found in attributions(story) if found["confidence"] >= 0.8]


@pytest.mark.model
def test_reasons_are_printed_only_when_asked_for(story: Path) -> None:
    assert "why: cue verb say" in run("read", story, "--explain").stdout
    assert "why:" not in run("read", story).stdout


@pytest.mark.model
def test_settings_file_is_used_and_an_option_goes_before_it(story: Path, tmp_path: Path) -> None:
    settings = tmp_path / "onrecord.toml"
    settings.write_text("min_confidence = 1.0\n")
    assert attributions(story, "--settings", settings) == []
    assert attributions(story, "--settings", settings, "--min-confidence", 0) != []


def test_wrong_settings_are_told_before_anything_is_read(story: Path, tmp_path: Path) -> None:
    settings = tmp_path / "onrecord.toml"
    settings.write_text("min_confidense = 1.0\n")
    with pytest.raises(SettingsError, match="unknown setting 'min_confidense'"):
        run("read", story, "--settings", settings)


@pytest.mark.model
def test_json_without_a_reading_is_an_empty_array(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    done = run("read", tmp_path, "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)) == (1, [])


@pytest.mark.model
def test_failed_stage_is_told_and_strict_stops_at_it(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ATTRIBUTORS, "broken", lambda settings: Broken())
    monkeypatch.setenv("ONRECORD_ATTRIBUTOR", "broken")
    done = run("read", story)
    assert done.exit_code == 1
    assert "attribution: ZeroDivisionError: one sentence too many" in done.stderr
    with pytest.raises(OnRecordError, match="attribution failed on"):
        run("read", story, "--strict")


@pytest.mark.model
def test_add_notes_what_could_not_be_read_in_the_ledger(story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("add", story, tmp_path / "empty.txt", "--ledger", tmp_path / "news.ledger")
    assert done.exit_code == 1
    assert "1 added" in done.stdout
    with Ledger.open(tmp_path / "news.ledger", read_only=True) as ledger:
        assert [(Path(row.source).name, row.stage) for row in ledger.failures()] == [("empty.txt", "source")]


@pytest.mark.model
def test_demo_reads_the_example_corpus() -> None:
    done = run("demo")
    assert done.exit_code == 0
    assert "Tomás Iriondo" in done.stdout
    assert "onrecord read PATH" in done.stdout
