"""A name and a day are answered with whom they mean, with terms, basis and the table each is from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from onrecord.actors.commands import PUBLIC_RECORD, Inspector, describe


@cache
def inspector() -> Inspector:
    return Inspector()


def test_person_is_shown_with_terms_basis_and_confidence_of_the_day() -> None:
    (found,) = inspector().find("Lukashenka", "2021-06-01")
    assert (found.kind, found.name, found.country, found.wikidata) == ("person", "Alexander Lukashenko", "BLR", "Q2866")
    term = next(term for term in found.terms if term.office == "head_of_state")
    assert (term.start, term.end, term.basis, term.confidence) == ("1994-07-20", "", "open", 0.95)


def test_term_that_did_not_run_on_the_day_has_no_confidence() -> None:
    found = inspector().find("Petro Poroshenko", "2016-05-01")[0]
    shown = {term.office: term.confidence for term in found.terms}
    assert shown["head_of_state"] > 0.9
    assert shown["foreign_minister"] == 0


@pytest.mark.parametrize(
    ("name", "day", "kind", "told"),
    [
        ("the Kremlin", "1998-05-01", "seat", "the government of Russia (metonym)"),
        ("Belarusian", None, "adjective", "what is of Belarus (adjective)"),
        ("ukraine", None, "country", "Ukraine itself"),
        ("foggy bottom", "2023-05-05", "organisation", "itself"),
    ],
)
def test_place_or_form_tells_what_it_stands_for(name: str, day: str | None, kind: str, told: str) -> None:
    assert (kind, told) in [(found.kind, found.stands_for) for found in inspector().find(name, day)]


def test_seat_names_who_led_on_that_day() -> None:
    assert inspector().find("Kremlin", "1998-05-01")[0].led_by.startswith("Boris Yeltsin")


@pytest.mark.parametrize("name", ["president of Ukraine", "the Ukrainian president", "Ukraine's president"])
def test_title_with_a_country_is_its_holder_on_that_day(name: str) -> None:
    assert [found.name for found in inspector().find(name, "2016-05-01")] == ["Petro Poroshenko"]


def test_city_is_shown_apart_from_the_metonym() -> None:
    kinds = [found.kind for found in inspector().find("Minsk")]
    assert kinds[0] == "seat"
    assert "place" in kinds


def test_country_leaves_the_others_out() -> None:
    assert {found.country for found in inspector().find("Sharif", None, "PAK")} == {"PAK"}


@pytest.mark.parametrize("name", ["", "  ", "the", "'s", "|~;", "e\u0301 🙂", "-" * 50])
def test_odd_names_raise_nothing(name: str) -> None:
    for found in inspector().find(name, "2020"):
        assert list(describe(found, "2020"))


@pytest.mark.parametrize(("wrong", "right"), [("Lukashenzo", "Lukashenko"), ("Downing Sreet", "Downing Street")])
def test_near_spelling_is_offered(wrong: str, right: str) -> None:
    assert any(right in name for name in inspector().near(wrong))


def test_row_tells_the_table_it_is_from(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "name,aliases,type,country,sector,office,start,end,wikidata\n"
        "Alexander Lukashenko,Batka Lukashenko,person,BLR,GOV,commander,1995,,Q2866\n"
        "River Watch,RW Board,organisation,NGO,SOC,,,,\n"
    )
    own = Inspector([table])
    (found,) = own.find("Lukashenko", "2021-06-01")
    assert {term.office: term.origin for term in found.terms}["commander"] == str(table)
    assert str(table) in found.origin
    assert {term.origin for term in inspector().find("Zelensky")[0].terms} >= {PUBLIC_RECORD}
    assert own.find("River Watch")[0].origin == str(table)


def test_description_holds_the_basis_and_where_the_row_is_from() -> None:
    lines = list(describe(inspector().find("Zelensky", "2020-05-01")[0], "2020-05-01"))
    assert lines[0] == "Volodymyr Zelenskyy · person · Ukraine, UKR · GOV"
    assert any("2019-05-20 no end known [open, last seen" in line and "0.95 that day" in line for line in lines)
    assert lines[-1] == "  from: shipped base, Wikidata Q3874799"
