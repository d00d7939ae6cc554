"""`onrecord kb`: what a user types, and what comes back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord import api
from onrecord.actors.sparql import Service
from onrecord.cli import command
from onrecord.errors import SettingsError, SourceError
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


def fact(claim: str, value: object, **qualifiers: object) -> dict[str, object]:
    snak = {"snaktype": "value", "property": claim, "datavalue": {"value": value, "type": "string"}}
    return {"mainsnak": snak, "rank": "normal", "type": "statement", "qualifiers": {k: [v] for k, v in qualifiers.items()} or []}


def write_dump(path: Path, minister: str = "Ada Brenko", code: str = "UKR") -> Path:
    """A dump of a state, its foreign minister's office, and who holds it."""
    start = {"snaktype": "value", "datavalue": {"value": {"time": "+2026-01-10T00:00:00Z", "precision": 11}, "type": "time"}}
    entities = (
        ("Q900", "Farland", {"P298": [fact("P298", code)]}),
        ("Q901", "Foreign Minister", {"P279": [fact("P279", {"id": "Q7330070"})], "P1001": [fact("P1001", {"id": "Q900"})]}),
        ("Q902", minister, {"P31": [fact("P31", {"id": "Q5"})], "P39": [fact("P39", {"id": "Q901"}, P580=start)]}),
    )
    lines = [
        json.dumps(
            {"type": "item", "id": item, "labels": {"en": {"language": "en", "value": name}}, "aliases": [], "claims": claims}
        )
        for item, name, claims in entities
    ]
    path.write_bytes(gzip.compress(("[\n" + ",\n".join(lines) + "\n]\n").encode()))
    return path


def test_refresh_from_a_dump_is_asked_from_then_on(tmp_path: Path, data: Path) -> None:
    done = run("refresh", "--from", str(write_dump(tmp_path / "wikidata-20260301-all.json.gz")))
    assert (done.exit_code, "1 rows from Wikidata" in done.output) == (0, True)
    assert "2026-01-10,,open,2026-03-01,Q902" in (data / "wikidata.csv").read_text()
    shown = run("show", "foreign minister of Ukraine", "--on", "2026-02-01").output
    assert shown.startswith("Ada Brenko")
    assert "refreshed from Wikidata" in shown


def test_refresh_of_one_country_keeps_rows_on_the_others(tmp_path: Path, data: Path) -> None:
    run("refresh", "--from", str(write_dump(tmp_path / "a.json.gz")))
    run("refresh", "--from", str(write_dump(tmp_path / "b.json.gz", "Oto Vild", "SVK")), "--country", "SVK")
    run("refresh", "--from", str(write_dump(tmp_path / "c.json.gz", "Ida Mor")), "--country", "ukr")
    names = [line.split(",")[0] for line in (data / "wikidata.csv").read_text().splitlines()[1:]]
    assert sorted(names) == ["Ida Mor", "Oto Vild"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, None], ids=["stopped with Ctrl-C", "broken dump"])
def test_refresh_that_does_not_end_leaves_the_old_table(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException] | None
) -> None:
    run("refresh", "--from", str(write_dump(tmp_path / "a.json.gz")))
    before = (data / "wikidata.csv").read_bytes()
    broken = tmp_path / "broken.json.gz"
    broken.write_bytes((tmp_path / "a.json.gz").read_bytes()[:-20])
    if error is not None:
        monkeypatch.setattr("onrecord.actors.wikidata.person_rows", lambda *_: (_ for _ in ()).throw(error))
    with pytest.raises((SourceError, KeyboardInterrupt, click.Abort)):
        command.main(["kb", "refresh", "--from", str(broken if error is None else tmp_path / "a.json.gz")], standalone_mode=False)
    assert (data / "wikidata.csv").read_bytes() == before
    assert [path.name for path in data.iterdir()] == ["wikidata.csv"]


def test_dump_without_office_holders_changes_nothing(tmp_path: Path, data: Path) -> None:
    dump = write_dump(tmp_path / "a.json.gz")
    with pytest.raises(SettingsError, match="no office-holder found"):
        run("refresh", "--from", str(dump), "--country", "FRA")
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("arguments", [(), ("--sparql", "--from", __file__)], ids=["neither", "both"])
def test_refresh_needs_one_of_dump_and_service(arguments: tuple[str, ...]) -> None:
    done = run("refresh", *arguments)
    assert done.exit_code == 2
    assert "either --from DUMP or --sparql" in done.output


def test_refresh_asks_the_service_for_the_states_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    row = {"person": "http://x/Q1", "personLabel": "Ada Brenko", "office": "head_of_state", "start": "2026-01-10T00:00:00Z"}

    def ask(_self: Service, query: str) -> list[dict[str, dict[str, str]]]:
        asked.append(query)
        return [] if "altLabel" in query else [{key: {"value": value} for key, value in row.items()}]

    monkeypatch.setattr(Service, "__call__", ask)
    done = run("refresh", "--sparql", "--country", "UKR", "--country", "BLR")
    assert (done.exit_code, len(asked)) == (0, 4)
    assert "2 rows from Wikidata on UKR, BLR" in done.output


@pytest.mark.model
def test_readings_use_what_was_added(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a", "Ukraine's foreign minister said that talks had failed.", published="2026-02-01")
    run("add", str(own))
    api._reader.cache_clear()  # a reader that other tests built knows the tables of their day
    assert [said.holder_name for said in onrecord.read(article).attributions] == ["Ada Brenko"]
    monkeypatch.setenv("XDG_DATA_HOME", "/nowhere")
    assert [said.holder_name for said in onrecord.read(article, settings=Settings(outermost=True)).attributions] != ["Ada Brenko"]
