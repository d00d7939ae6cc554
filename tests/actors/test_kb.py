"""The knowledge base tells who held an office on a day, whom a name stands for, and what stands for a state."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import read_lines
from onrecord.actors.names import fold
from onrecord.errors import SettingsError


@cache
def kb() -> KnowledgeBase:
    return KnowledgeBase.load()


DAYS = (
    "1995-03-01", "1998-07-01", "2000-06-01", "2002-03-01", "2004-07-01", "2007-08-01", "2010-06-01", "2013-06-01", "2016-06-01",
    "2019-08-01", "2022-10-01", "2025-03-01",
)  # fmt: skip
HOLDERS = {
    ("UKR", "president"): ["Kuchma"] * 5 + ["Yushchenko", "Yanukovych", "Yanukovych", "Poroshenko"] + ["Zelenskyy"] * 3,
    ("USA", "president"): ["Clinton"] * 3 + ["Bush"] * 3 + ["Obama"] * 3 + ["Trump", "Biden", "Trump"],
    ("GBR", "head_of_government"): ["Major", *["Blair"] * 4, "Brown", *["Cameron"] * 3, "Johnson", "Truss", "Starmer"],
    ("AFG", "leader"): ["Rabbani", "Omar", "Omar", *["Karzai"] * 5, "Ghani", "Ghani", "Akhundzada", "Akhundzada"],
    ("SYR", "president"): ["al-Assad"] * 11 + ["al-Sharaa"],
}
"""Written from public record: who held the office on each of the twelve days."""


@pytest.mark.parametrize(("country", "office"), HOLDERS, ids=lambda value: value)
def test_office_holders_of_twelve_days_are_those_of_public_record(country: str, office: str) -> None:
    found = [kb().office_holder(country, office, day) for day in DAYS]
    assert [one.person.name.split()[-1] if one else None for one in found] == HOLDERS[country, office]


def test_first_assad_is_not_the_second() -> None:
    first, second = (kb().office_holder("SYR", "president", day) for day in ("1999-01-01", "2005-01-01"))
    assert first is not None and second is not None
    assert (first.person.name, second.person.name) == ("Hafez al-Assad", "Bashar al-Assad")


def test_open_term_older_than_its_last_sight_loses_confidence_but_is_told() -> None:
    near, far = (kb().office_holder("SAU", "foreign_minister", day) for day in ("2025-05-01", "2029-05-01"))
    assert near is not None and far is not None
    assert near.person == far.person
    assert near.confidence > far.confidence > 0


def test_nobody_holds_an_office_before_it_existed() -> None:
    assert kb().office_holder("SSD", "president", "1999-01-01") is None


@pytest.mark.parametrize("name", ["Zelensky", "Zelenskiy", "Zelenskyy", "Volodymyr Zelensky"])
def test_any_spelling_finds_the_person(name: str) -> None:
    assert kb().find(name, "2023-05-01")[0].person.name == "Volodymyr Zelenskyy"


def test_country_at_hand_decides_between_namesakes() -> None:
    assert kb().find("Sharif", "2014-05-01", ["PAK"])[0].person.country == "PAK"


def test_given_name_that_differs_finds_nobody() -> None:
    assert all(found.person.name != "Vladimir Putin" for found in kb().find("Roberta Putin", "2023-05-01"))


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("Kremlin", "RUS", "seat"), ("Downing Street", "GBR", "seat"), ("Belarusian", "BLR", "adjective"),
        ("Kiev", "UKR", "seat"),
        ("Foggy Bottom", "USA", "body"), ("Islamic State", "IMG", "body"), ("African Union", "IGO", "body"),
        ("South Sudan", "SSD", "name"),
    ],
)  # fmt: skip
def test_form_stands_for_its_state_or_body(text: str, country: str, kind: str) -> None:
    words = text.split()
    found = kb().find_entity(words, [word.lower() for word in words], 0, len(words))
    assert found is not None
    assert (found[0].country, found[0].kind, found[1]) == (country, kind, len(words))


def test_abbreviation_in_lower_case_is_a_plain_word() -> None:
    assert kb().find_entity(["us"], ["us"], 0, 1) is None


def test_row_of_the_user_wins(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "name,type,country,office,start\nMara Velo,person,UKR,head_of_state,2024-01-01\nVeloland Guard,group,UKR,,\n"
    )
    own = KnowledgeBase.load(table)
    found = own.office_holder("UKR", "president", "2025-01-01")
    assert found is not None and found.person.name == "Mara Velo"
    assert own.find("Velo", "2025-01-01")[0].person.name == "Mara Velo"
    assert own.find_entity(["Veloland", "Guard"], ["veloland", "guard"], 0, 2) is not None


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("name,country\nX,UKR\n", "no column type"),
        ("name,type,country\nX,king,UKR\n", "line 2: type 'king'"),
        ("name,type,country\nX,person,Ukraine\n", "line 2: country 'Ukraine'"),
        ("name,type,country,start\nX,person,UKR,May\n", "start"),
    ],
    ids=["column", "type", "country", "date"],
)
def test_wrong_table_is_refused_with_its_line(tmp_path: Path, content: str, part: str) -> None:
    table = tmp_path / "own.csv"
    table.write_text(content)
    with pytest.raises(SettingsError, match=part):
        KnowledgeBase.load(table)


def test_loading_takes_less_than_a_sixth_of_a_second() -> None:
    def load_s() -> float:
        begun = time.process_time()
        KnowledgeBase.load()
        return time.process_time() - begun

    assert min(load_s() for _ in range(3)) < 0.15


def test_names_by_their_origin_are_folded_and_stand_once_a_group() -> None:
    for line in read_lines("name_origins.tsv")[1:]:
        names = line.split("\t")[1].split(" ")
        assert len(set(names)) == len(names)
        assert all(fold(name) == name for name in names)


def test_compiled_data_stay_below_six_megabytes() -> None:
    folder = Path(__file__).parents[2] / "src" / "onrecord" / "actors" / "data"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 6_000_000


def test_the_two_presidents_bush_are_two_persons() -> None:
    father, son = (kb().office_holder("USA", "president", day) for day in ("1991-06-01", "2003-06-01"))
    assert father is not None and son is not None
    assert (father.person.name, son.person.name) == ("George H. W. Bush", "George W. Bush")
    assert kb().find("George H.W. Bush", "2003-06-01", ["USA"])[0].person.name == "George H. W. Bush"
    assert kb().find("George W. Bush", "1991-06-01", ["USA"])[0].person.name == "George W. Bush"


def test_a_state_is_named_by_itself_not_by_an_island_it_rules() -> None:
    assert kb().country_names["NOR"] == "Norway"
    assert kb().country_names["AUS"] == "Australia"


def test_a_government_is_known_by_the_surname_of_who_leads_it() -> None:
    assert kb().led_by("Starmer", "2025-03-01") == "GBR"
    assert kb().led_by("Starmer", "2015-03-01") is None


def test_surest_head_of_a_name_leads_and_past_ones_only_where_their_country_is_at_hand() -> None:
    assert kb().led_by("Obama", "2016-07-16") == "USA"  # of Equatorial Guinea's prime minister then, too
    assert kb().led_by("Bush", "2016-07-16", ["MEX", "USA"]) == "USA"
    assert kb().led_by("Bush", "2016-07-16", ["MEX"]) is None


def test_full_name_of_a_leader_tells_a_country() -> None:
    assert kb().country_of_leader("Emmanuel Macron") == "FRA"
    assert kb().country_of_leader("Oskar Quillfeather") is None
