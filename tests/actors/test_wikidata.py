"""A Wikidata dump, in the form it really has, becomes rows of the table of actors, in bounded memory."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors.dump import read_dump
from onrecord.actors.tables import check_table, replace_rows
from onrecord.actors.wikidata import refresh_from_dump
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


def test_end_without_a_date_is_last_seen_on_the_day_it_began(tmp_path: Path) -> None:
    term = item("P39", "Q2", P580=day("2016-01-01"), P582=SOME_END)
    dump = write_dump(tmp_path / "dump.json.gz", [person("Q1", "Rudolf Elphberg", term), MINISTER, STATE])
    (row,) = refresh_from_dump(dump, "2026-01-01")
    assert (row["end"], row["basis"], row["as_of"]) == ("", "unknown", "2016-01-01")


def rows_of(tmp_path: Path, *entities: dict[str, Any], **options: Any) -> list[dict[str, str]]:
    return list(refresh_from_dump(write_dump(tmp_path / "dump.json.gz", list(entities)), "2026-01-01", **options))


def test_open_term_of_a_dead_person_ends_with_the_death(tmp_path: Path) -> None:
    rudolf = person("Q1", "Rudolf Elphberg", item("P39", "Q2", P580=day("2016-01-01")))
    rudolf["claims"]["P570"] = [{"mainsnak": day("2019-04-02"), "rank": "normal"}]
    (row,) = rows_of(tmp_path, rudolf, MINISTER, STATE)
    assert (row["end"], row["basis"], row["as_of"]) == ("2019-04-02", "inferred", "")


def test_foreign_minister_is_told_over_two_steps_of_kinds(tmp_path: Path) -> None:
    kind = entity("Q21", "minister of the exterior", {"P279": [item("P279", "Q7330070")]})
    chief = entity("Q22", "Chief of Exterior", {"P279": [item("P279", "Q21")], "P1001": [item("P1001", "Q3")]})
    (row,) = rows_of(tmp_path, person("Q1", "Rudolf Elphberg", item("P39", "Q22", P580=day("2016-01-01"))), kind, chief, STATE)
    assert row["office"] == "foreign_minister"


def test_head_of_a_region_is_no_head_of_the_state(tmp_path: Path) -> None:
    head = entity("Q31", "Prime Minister of Streslau", {"P279": [item("P279", "Q9")], "P1001": [item("P1001", "Q30")]})
    head["claims"]["P17"] = [item("P17", "Q3")]
    (row,) = rows_of(tmp_path, person("Q1", "Rudolf Elphberg", item("P39", "Q31", P580=day("2016-01-01"))), head, STATE)
    assert (row["office"], row["country"]) == ("governor", "RUR")


def test_office_that_heads_state_and_government_gives_both_rows(tmp_path: Path) -> None:
    state = entity("Q3", "Ruritania", {**STATE["claims"], "P1313": [item("P1313", "Q4")]})
    rows = rows_of(tmp_path, person("Q1", "Flavia Strofzin", item("P39", "Q4", P580=day("2020-01-01"))), KING, state)
    assert [row["office"] for row in rows] == ["head_of_state", "head_of_government"]


def test_citizenship_chooses_between_states_of_a_position_and_gives_none_by_itself(tmp_path: Path) -> None:
    other = entity("Q5000", "Kravonia", {"P298": [text("P298", "KRV")]})
    both = entity(
        "Q41", "Minister of Trade", {"P279": [item("P279", "Q9")], "P1001": [item("P1001", "Q3"), item("P1001", "Q5000")]}
    )
    stray = entity("Q42", "Minister of Tides", {"P279": [item("P279", "Q9")], "P17": [item("P17", "Q77")]})
    rudolf = person("Q1", "Rudolf Elphberg", *(item("P39", one, P580=day("2016-01-01")) for one in ("Q41", "Q42")))
    rudolf["claims"]["P27"] = [item("P27", "Q5000")]
    assert [(row["office"], row["country"]) for row in rows_of(tmp_path, rudolf, both, stray, STATE, other)] == [
        ("minister", "KRV")
    ]


def test_two_terms_of_one_person_stay_apart_and_the_same_one_twice_does_not(tmp_path: Path) -> None:
    terms = [item("P39", "Q2", rank, P580=day(start)) for start, rank in (("2001-01-01", "normal"), ("2009-01-01", "preferred"))]
    rows = rows_of(tmp_path, person("Q1", "Rudolf Elphberg", *terms, terms[0]), MINISTER, STATE)
    assert [row["start"] for row in rows] == ["2001-01-01", "2009-01-01"]


def test_term_that_ended_before_1990_is_left_out(tmp_path: Path) -> None:
    term = item("P39", "Q2", P580=day("1980-01-01"), P582=day("1989-12-31"))
    assert rows_of(tmp_path, person("Q1", "Rudolf Elphberg", term), MINISTER, STATE) == []


def party(id_: str, name: str) -> dict[str, Any]:
    return entity(id_, name, {"P31": [item("P31", "Q7278")], "P17": [item("P17", "Q3")]})


def test_party_of_a_person_kept_is_an_organisation_when_asked_for(tmp_path: Path) -> None:
    rudolf = person("Q1", "Rudolf Elphberg", item("P39", "Q2", P580=day("2016-01-01")))
    rudolf["claims"]["P102"] = [item("P102", one) for one in ("Q61", "Q63")]
    dump = (rudolf, MINISTER, STATE, party("Q61", "Blue Lions"), party("Q62", "Red Union"), party("Q63", "Forward"))
    assert len(rows_of(tmp_path, *dump)) == 1
    row = rows_of(tmp_path, *dump, parties=True)[-1]
    assert (row["name"], row["type"], row["country"], row["sector"]) == ("Blue Lions", "organisation", "RUR", "PTY")


def test_countries_asked_for_leave_the_others_out(tmp_path: Path) -> None:
    dump = (person("Q1", "Rudolf Elphberg", item("P39", "Q2", P580=day("2016-01-01"))), MINISTER, STATE)
    assert rows_of(tmp_path, *dump, countries=["KRV"]) == []
    assert len(rows_of(tmp_path, *dump, countries=["RUR"])) == 1


def test_file_without_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text("[\n]\n")
    with pytest.raises(SourceError, match="holds no"):
        list(refresh_from_dump(path, "2026-01-01"))


def test_rows_are_those_of_the_form_of_additions(tmp_path: Path) -> None:
    state = entity("Q3", "Ukraine", {**STATE["claims"], "P298": [text("P298", "UKR")]})
    rows = rows_of(tmp_path, person("Q1", "Rudolf Elphberg", item("P39", "Q2", P580=day("2016-01-01"))), MINISTER, state)
    replace_rows(rows, tmp_path / "out.csv")
    assert check_table(tmp_path / "out.csv")[1] == []


@pytest.mark.skipif(not os.environ.get("ONRECORD_KB_SAMPLE"), reason="ONRECORD_KB_SAMPLE names no sample of a dump")
def test_sample_from_elsewhere_is_read() -> None:
    path = Path(os.environ["ONRECORD_KB_SAMPLE"])
    assert len(list(read_dump(path))) > 0
    for row in refresh_from_dump(path, "2026-01-01"):
        assert (row["type"], len(row["country"]), row["start"][:1].isdigit()) == ("person", 3, True)


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
    """Every tenth entity is a person with an office, every hundredth with one of a state; the rest is what a dump is full of."""
    place = json.dumps(entity("Q7", "Village", {"P31": [item("P31", "Q532")], "P17": [item("P17", "Q3")]}))
    clerk = json.dumps(person("Q8", "Clerk", item("P39", "Q99", P580=day("2011-01-01"))))
    minister = json.dumps(person("Q9", "Rudolf Elphberg", item("P39", "Q2", P580=day("2016-01-01"))))
    path = tmp_path / "dump.json.gz"
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        file.write("[\n")
        for number in range(99_998):
            line = minister if number % 100 == 0 else clerk if number % 10 == 0 else place
            file.write(line.replace('"id": "Q', f'"id": "Q{number + 1_000}0', 1).replace("Rudolf", f"Rudolf{number}") + ",\n")
        file.write(f"{json.dumps(MINISTER)},\n{json.dumps(STATE)}\n]\n")
    tracemalloc.start()
    number = replace_rows(refresh_from_dump(path, "2026-01-01"), tmp_path / "out.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 1000
    assert peak < 4_000_000
