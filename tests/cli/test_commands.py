"""The commands, run as a user runs them: in processes of their own where the exit code and the bytes matter."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from onrecord.cli import command
from onrecord.contract import load_schema
from onrecord.ledger import Ledger
from readings import talks

SOURCE = Path(__file__).parents[2] / "src"
STORY = (
    "General denies order\n\nKIGALI, Feb 3 (Wire) - General Paul Mbonyi said on Monday that the ministry had claimed that rebels "
    "shelled the town.\n\n“We never fired,” he told reporters. 🙂 e\u0301\n"
)


def run(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments], input=stdin, capture_output=True, timeout=180, check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **environ},
    )  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.mark.model
def test_jsonl_fits_the_published_schema_and_quotes_the_text(story: Path) -> None:
    done = run("read", str(story), "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, b"")
    reading = json.loads(done.stdout)
    Draft202012Validator(load_schema()).validate(reading)
    assert reading["attributions"]
    text = reading["article"]["text"]
    for found in reading["attributions"]:
        for start, end in found["source"] + found["cue"] + found["content"]:
            assert text[start:end].strip()


@pytest.mark.model
def test_two_runs_give_identical_bytes(story: Path) -> None:
    outputs = {run("read", str(story), "--format", "jsonl", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(outputs) == 1


@pytest.mark.model
def test_piped_output_is_plain(story: Path) -> None:
    done = run("read", str(story))
    assert b"\x1b" not in done.stdout
    assert "General Paul Mbonyi" in done.stdout.decode()


@pytest.mark.model
def test_standard_input_is_read_for_a_dash() -> None:
    done = run("read", "-", "--format", "jsonl", stdin=STORY.encode())
    assert json.loads(done.stdout)["article"]["title"] == "General denies order"


@pytest.mark.model
def test_a_bad_file_is_told_at_the_end_and_the_rest_is_done(tmp_path: Path, story: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "z.jsonl").write_text('{"id": "1", "text": "The envoy said it was over."}\nnot json\n')
    done = run("read", str(tmp_path), "--format", "jsonl")
    assert done.returncode == 1
    ids = [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()]
    assert len(ids) == 2
    assert ids[1] == "1"
    for said in (b"a-empty.txt", b"z.jsonl", b"2 read, 2 failed"):
        assert said in done.stderr


BAD = {
    "empty": (b"", "holds no text"),
    "binary": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "not text|binary"),
    "html without text": (b"<!doctype html><html><body><script>x()</script></body></html>", "without an article's text"),
    "one line of 5 MB": (b"word " * 1_000_000, "split it into its articles"),
}


@pytest.mark.model
@pytest.mark.parametrize("name", BAD)
def test_bad_content_is_a_plain_message_and_no_traceback(tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    path = tmp_path / ("bad.html" if "html" in name else "bad.txt")
    path.write_bytes(content)
    done = run("read", str(path))
    assert done.returncode in (1, 2)
    assert re.search(said, done.stderr.decode())
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["nowhere.txt", "."], ids=["missing file", "folder without articles"])
def test_an_input_that_gives_nothing_is_a_plain_message(tmp_path: Path, name: str) -> None:
    done = run("read", str(tmp_path / name))
    assert done.returncode in (1, 2)
    assert str(tmp_path).encode() in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_ledger_that_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path, story: Path) -> None:
    done = run("add", str(story), "--ledger", str(tmp_path / "no" / "such" / "news.ledger"))
    assert done.returncode == 2
    assert b"news.ledger" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.model
def test_adding_twice_changes_nothing_and_find_shows_it(tmp_path: Path, story: Path) -> None:
    ledger = str(tmp_path / "news.ledger")
    assert b"1 added" in run("add", str(story), "--ledger", ledger).stdout
    assert b"1 unchanged" in run("add", str(story), "--ledger", ledger).stdout
    found = run("find", "--ledger", ledger, "--holder", "mbonyi", "--format", "jsonl").stdout.splitlines()
    assert found
    assert all("bonyi" in line.decode() for line in found)


def test_found_rows_are_printed_with_day_outlet_title_and_chain_and_wrapped(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(
            talks("a1", published="2024-05-07T09:00:00+03:00", source="Olena Bondar of the " + "very " * 20 + "Harbour Board")
        )
        ledger.add(talks("a2", outlet="", source="Ana Reyl"))
    printed = CliRunner().invoke(command, ["find", "--ledger", str(path), "--act", "assert"]).output
    first, _, second = printed.partition("2024-05-07 · Harbour talks stall\n")
    assert first.startswith("2024-05-07 · Selmark Courier · Harbour talks stall\n  AUTHOR > ")
    assert all(line.startswith(" ") for line in first.splitlines()[1:])
    assert "    Ana Reyl said (assert): that two envoys had left the talks\n" in second


def test_nothing_found_is_told_and_is_no_failure(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "news.ledger").close()
    done = CliRunner().invoke(command, ["find", "--ledger", str(tmp_path / "news.ledger"), "--since", "2024"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing found" in done.stderr


@pytest.mark.model
def test_rows_of_two_files_that_share_an_id_are_told(tmp_path: Path) -> None:
    for name in ("Envoy", "Mayor"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": "1", "text": f"The {name.lower()} said it was over."}) + "\n")
    done = run("add", str(tmp_path / "Envoy.jsonl"), str(tmp_path / "Mayor.jsonl"), "--ledger", str(tmp_path / "n.ledger"))
    assert done.returncode == 0
    assert "1: “The mayor said it was over.” stands now, “The envoy said it was over.”" in done.stderr.decode()


@pytest.mark.model
def test_html_is_one_page_for_all_articles(story: Path) -> None:
    page = run("read", str(story), str(story), "--format", "html").stdout.decode()
    assert page.count("<article>") == 2
    assert page.count("<!doctype html>") == 1


@pytest.mark.model
def test_json_is_one_array(story: Path) -> None:
    assert len(json.loads(run("read", str(story), str(story), "--format", "json").stdout)) == 2


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_command_teaches_with_its_help(name: str) -> None:
    result = CliRunner().invoke(command, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_importing_onrecord_is_quick_and_loads_no_parser() -> None:
    code = (
        "import sys, time; t = time.process_time(); import onrecord; d = time.process_time() - t; "
        "print(d, any(m.split('.')[0] in ('spacy', 'numpy', 'trafilatura') for m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(SOURCE)}
    )
    seconds, heavy = done.stdout.split()
    assert heavy == "False"
    assert float(seconds) < 0.15


def test_asking_a_ledger_loads_no_parser_and_no_arrays() -> None:
    code = "import sys, onrecord.cli.ledger; print(sorted({m.split('.')[0] for m in sys.modules} & {'spacy', 'numpy', 'lxml'}))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(SOURCE)}
    )
    assert done.stdout.strip() == "[]"


def test_a_mistyped_command_is_told_the_one_meant() -> None:
    done = run("red", "a.txt")
    assert done.returncode == 2
    assert b"Usage: onrecord" in done.stderr
    assert b"Did you mean 'read'?" in done.stderr


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    done = run("kb", "show", "Lech Kaczyński", "--format", "json", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "ń".encode() in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_a_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", "kb", "show", "Putin"], stdout=full, stderr=subprocess.PIPE, check=False,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
        )  # fmt: skip
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert b"output cannot be written" in done.stderr


def test_adding_what_is_not_there_makes_no_ledger(tmp_path: Path) -> None:
    done = run("add", str(tmp_path / "none.txt"), "--ledger", str(tmp_path / "new.ledger"))
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_limit_of_none_or_less_is_a_wrong_option(tmp_path: Path) -> None:
    for arguments in (["find", "--ledger", str(tmp_path)], ["kb", "show", "Putin"]):
        done = CliRunner().invoke(command, [*arguments, "--limit", "0"])
        assert (done.exit_code, "--limit" in done.output) == (2, True)
