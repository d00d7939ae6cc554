"""A Wikidata dump, in the form it really has, becomes rows of the table of actors, in bounded memory."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors.wikidata import make_query, read_dump, refresh_from_dump, refresh_from_service
from onrecord.errors import SourceError


def item(claim: str, value: str, rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    """A statement whose value is an item."""
    snak = {"snaktype": "value", "property": claim, "datavalue": {"value": {"id": value}, "type": "wikibase-entityid"}}
    return {"mainsnak": snak, "rank": rank, "type": "statement", "qualifiers": {k: [v] for k, v in qualifiers.items()} or []}


def text(claim: str, value: str) -> dict[str, Any]:
    snak = {"snaktype": "value", "property": claim, "datavalue": {"value": value, "type": "string"}}
    return {"mainsnak": snak, "rank": "normal", "type": "statement"}


def day(time: str, precision: int = 11, calendar: str = "Q1985727") -> dict[str, Any]:
    value = {"time": f"+{time}T00:00:00Z", "precision": precision, "calendarmodel": f"http://www.wikidata.org/entity/{calendar}"}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "time"}}


def entity(id_: str, label: str | None, claims: dict[str, list[dict[str, Any]]], **more: Any) -> dict[str, Any]:
    labels: Any = {"en": {"language": "en", "value": label}} if label else []
    return {"type": "item", "id": id_, "labels": labels, "aliases": [], "claims": claims or [], **more}


SOME_END = {"snaktype": "somevalue"}
STATE = entity("Q3", "Ruritania", {"P298": [text("P298", "RUR")], "P1906": [item("P1906", "Q4")]})
MINISTER = entity(
    "Q2", "Minister of Foreign Affairs of Ruritania", {"P279": [item("P279", "Q7330070")], "P1001": [item("P1001", "Q3")]}
)
KING = entity("Q4", "King of Ruritania", {"P279": [item("P279", "Q5")], "P17": [item("P17", "Q3")]})


def person(id_: str, name: str, *terms: dict[str, Any], **more: Any) -> dict[str, Any]:
    return entity(id_, name, {"P31": [item("P31", "Q5")], "P39": list(terms)}, **more)


def write_dump(path: Path, entities: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("[\n")
        for number, one in enumerate(entities):
            file.write((",\n" if number else "") + json.dumps(one))
        file.write("\n]\n")
    return path


def test_term_is_told_at_the_precision_of_its_dates(tmp_path: Path) -> None:
    rudolf = person("Q1", "Rudolf Elphberg", item("P39", "Q2", P580=day("2016-05-00", 10), P582=day("2018-03-04")))
    rows = list(refresh_from_dump(write_dump(tmp_path / "dump.json.gz", [rudolf, MINISTER, STATE]), "2026-01-01"))
    assert [(row["name"], row["country"], row["office"], row["start"], row["end"]) for row in rows] == [
        ("Rudolf Elphberg", "RUR", "foreign_minister", "2016-05", "2018-03-04")
    ]


def test_head_of_state_is_told_by_the_state_that_names_the_office(tmp_path: Path) -> None:
    flavia = person("Q1", "Flavia Strofzin", item("P39", "Q4", P580=day("2020-01-01")))
    rows = list(refresh_from_dump(write_dump(tmp_path / "dump.json.gz", [flavia, KING, STATE]), "2026-01-01"))
    assert [(row["office"], row["end"], row["as_of"]) for row in rows] == [("head_of_state", "", "2026-01-01")]


@pytest.mark.parametrize(
    "term",
    [
        item("P39", "Q2", "deprecated", P580=day("2016-01-01")),
        item("P39", "Q2"),
        item("P39", "Q2", P580=day("2000-00-00", 7)),
        item("P39", "Q99", P580=day("2016-01-01")),
    ],
    ids=["deprecated", "no start", "only a century", "unknown position"],
)
def test_statement_that_tells_no_term_gives_no_row(tmp_path: Path, term: dict[str, Any]) -> None:
    dump = write_dump(tmp_path / "dump.json.gz", [person("Q1", "Rudolf Elphberg", term), MINISTER, STATE])
    assert list(refresh_from_dump(dump, "2026-01-01")) == []


def test_end_without_a_date_does_not_leave_the_term_open(tmp_path: Path) -> None:
    term = item("P39", "Q2", P580=day("2016-01-01"), P582=SOME_END)
    dump = write_dump(tmp_path / "dump.json.gz", [person("Q1", "Rudolf Elphberg", term), MINISTER, STATE])
    (row,) = refresh_from_dump(dump, "2026-01-01")
    assert row["end"] and "unknown" in row["basis"]


def test_julian_day_is_cut_to_its_month(tmp_path: Path) -> None:
    term = item("P39", "Q2", P580=day("1999-05-13", 11, "Q1985786"))
    dump = write_dump(tmp_path / "dump.json.gz", [person("Q1", "Rudolf Elphberg", term), MINISTER, STATE])
    assert [row["start"] for row in refresh_from_dump(dump, "2026-01-01")] == ["1999-05"]


def test_label_under_mul_alone_is_a_name(tmp_path: Path) -> None:
    term = item("P39", "Q2", P580=day("2016-01-01"))
    rudolf = person("Q1", "x", term) | {"labels": {"mul": {"language": "mul", "value": "Rudolf Elphberg"}}}
    dump = write_dump(tmp_path / "dump.json.gz", [rudolf, MINISTER, STATE])
    assert [row["name"] for row in refresh_from_dump(dump, "2026-01-01")] == ["Rudolf Elphberg"]


def test_truncated_dump_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text('[\n{"id": "Q1"},\n{"id": "Q2", "lab')
    with pytest.raises(SourceError, match="line 3"):
        list(read_dump(path))


def test_dump_of_100000_entities_is_read_in_bounded_memory(tmp_path: Path) -> None:
    def many() -> Iterator[dict[str, Any]]:
        yield from (STATE, MINISTER)
        for number in range(100_000):
            terms = [item("P39", "Q2", P580=day(f"{1990 + number % 30}-01-01"))] if number % 100 == 0 else []
            yield person(f"Q{number + 10}", f"Person Number{number}", *terms)

    dump = write_dump(tmp_path / "dump.json.gz", many())
    tracemalloc.start()
    number = sum(1 for _ in refresh_from_dump(dump, "2026-01-01"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 1000
    assert peak < 8_000_000


def test_answer_of_the_query_service_gives_the_same_rows() -> None:
    asked: list[str] = []

    def ask(query: str) -> dict[str, Any]:
        asked.append(query)
        binding = {
            "person": "http://www.wikidata.org/entity/Q1", "personLabel": "Flavia Strofzin", "posLabel": "Foreign Minister",
            "start": "2020-01-01T00:00:00Z", "startPrec": "9",
        }  # fmt: skip
        return {"results": {"bindings": [{key: {"value": value} for key, value in binding.items()}]}}

    (row,) = refresh_from_service(["RUR"], "2026-01-01", ask)
    assert (row["name"], row["office"], row["start"], row["wikidata"]) == ("Flavia Strofzin", "foreign_minister", "2020", "Q1")
    assert asked == [make_query("RUR")] and '"RUR"' in asked[0]
