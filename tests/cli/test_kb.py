"""`onrecord kb`: what a user types, and what comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.cli import command
from onrecord.records import Article
from onrecord.settings import Settings

OWN = "name,aliases,type,country,sector,office,start\nAda Brenko,Adele Brenko,person,UKR,GOV,foreign_minister,2026-01-10\n"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "onrecord"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["kb", *arguments], catch_exceptions=False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN)
    return path


def test_show_gives_json_with_terms() -> None:
    done = run("show", "Zelenskiy", "--on", "2020-05-01", "--format", "json")
    shown = json.loads(done.output)
    assert (done.exit_code, shown["on"], shown["candidates"][0]["country"]) == (0, "2020-05-01", "UKR")
    assert shown["candidates"][0]["terms"][0]["start"] == "2019-05-20"


def test_nothing_found_offers_near_spellings_and_leaves_with_1() -> None:
    done = run("show", "Lukashenzo")
    assert done.exit_code == 1
    assert "Alexander Lukashenko" in done.output


@pytest.mark.parametrize("arguments", [("--on", "yesterday"), ("--on", "2020-13"), ("--country", "UKX")])
def test_wrong_option_is_told(arguments: tuple[str, str]) -> None:
    done = run("show", "Putin", *arguments)
    assert done.exit_code == 2
    assert arguments[1] in done.output


def test_added_actor_is_shown_and_wins_the_office(own: Path, data: Path) -> None:
    assert run("add", str(own)).exit_code == 0
    assert (data / "actors.csv").is_file()
    assert "Ada Brenko · person" in run("show", "Adele", "Brenko").output
    assert run("show", "Ukrainian foreign minister", "--on", "2026-02-01").output.startswith("Ada Brenko")


def test_adding_again_tells_that_it_is_there(own: Path) -> None:
    run("add", str(own))
    assert "0 added, 0 replaced, 1 there already" in run("add", str(own)).output


def test_dry_run_writes_nothing(own: Path, data: Path) -> None:
    assert "1 would be added" in run("add", str(own), "--dry-run").output
    assert not data.exists()


def test_all_breaches_are_named_and_nothing_is_added(own: Path, data: Path) -> None:
    own.write_text(OWN + "Oto Vild,,person,CZX,GOV,minister,2026\nIda Mor,,person,SVK,XXX,minister,2026\n")
    done = run("add", str(own))
    assert done.exit_code == 2
    assert "line 3: country 'CZX'" in done.output
    assert "line 4: sector 'XXX'" in done.output
    assert not data.exists()


def test_table_elsewhere_tells_how_to_use_it(own: Path, tmp_path: Path, data: Path) -> None:
    done = run("add", str(own), "--to", str(tmp_path / "mine.csv"))
    assert f"ONRECORD_ACTORS={tmp_path / 'mine.csv'}" in done.output
    assert not data.exists()


@pytest.mark.model
def test_readings_use_what_was_added(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a", "Ukraine's foreign minister said that talks had failed.", published="2026-02-01")
    run("add", str(own))
    assert [said.holder_name for said in onrecord.read(article).attributions] == ["Ada Brenko"]
    monkeypatch.setenv("XDG_DATA_HOME", "/nowhere")
    assert [said.holder_name for said in onrecord.read(article, settings=Settings(outermost=True)).attributions] != ["Ada Brenko"]
