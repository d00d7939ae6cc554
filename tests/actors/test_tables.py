"""A user's own table: every breach is named with its line, merging is idempotent, nothing half-written is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.additions import COLUMNS, read_additions
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.tables import (
    COUNTRIES,
    SECTORS,
    Merged,
    check_table,
    data_folder,
    merge_rows,
    own_table,
    refreshed_table,
    tables_in_use,
    writing,
)
from onrecord.errors import SettingsError
from onrecord.events import plover

HEAD = "name,type,country,sector,office,start,end\n"
GOOD = HEAD + "Ada Brenko,person,UKR,GOV,minister,2025-03,\nRiver Watch,organisation,NGO,SOC,,,\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_sectors_and_codes_are_those_of_the_events() -> None:
    assert frozenset(plover.SECTORS) == SECTORS
    assert set(plover.ENTITIES) <= COUNTRIES


def test_good_table_has_no_breach_and_is_read_as_additions(tmp_path: Path) -> None:
    path = write(tmp_path / "own.csv", GOOD)
    rows, breaches = check_table(path)
    assert (len(rows), breaches) == (2, [])
    assert len(read_additions(path)[0]) == 1


BROKEN = {
    "country": ("Ada Brenko,person,UKX,,,,", "country 'UKX'"),
    "type": ("Ada Brenko,human,UKR,,,,", "type 'human'"),
    "sector": ("Ada Brenko,person,UKR,GOV XXX,minister,,", "sector 'XXX'"),
    "month 13": ("Ada Brenko,person,UKR,GOV,minister,2025-13,", "start '2025-13'"),
    "30 February": ("Ada Brenko,person,UKR,GOV,minister,2025-01-01,2025-02-30", "end '2025-02-30'"),
    "end before start": ("Ada Brenko,person,UKR,GOV,minister,2025-03,2024", "lies before"),
    "no name": (",person,UKR,GOV,minister,2025-03,", "name ''"),
    "two words of office": ("Ada Brenko,person,UKR,GOV,prime minister,2025,", "office 'prime minister'"),
    "term without office": ("Ada Brenko,person,UKR,GOV,,2025,", "belong to an office"),
    "a comma too many": ("Brenko, Ada,person,UKR,GOV,minister,2025,", "8 cells, but 7 columns"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_breach_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    row, said = BROKEN[name]
    path = write(tmp_path / "own.csv", f'{HEAD}"Bela\nRoz",person,HUN,,,,\n\n{row}\nOto Vild,person,CZE,,,,\n')
    _, breaches = check_table(path)
    assert any(breach.line == 5 and said in breach.text for breach in breaches), breaches
    assert {breach.line for breach in breaches} == {5}


def test_unknown_and_missing_columns_are_named_together(tmp_path: Path) -> None:
    _, breaches = check_table(write(tmp_path / "own.csv", "name,kind,contry\nAda,person,UKR\n"))
    told = " ".join(breach.text for breach in breaches if breach.line == 1)
    assert "no column 'type'" in told
    assert "unknown column 'contry'; did you mean 'country'?" in told
    assert "unknown column 'kind'" in told


def test_two_rows_of_one_key_are_a_breach(tmp_path: Path) -> None:
    _, breaches = check_table(write(tmp_path / "own.csv", GOOD + "Ada Brenko,person,UKR,OPP,minister,2025-03,\n"))
    assert [(breach.line, "as line 2" in breach.text) for breach in breaches] == [(4, True)]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00name", b'name,type,country\n"Ada'], ids=["no UTF-8", "open quotation mark"])
def test_file_that_is_no_table_is_a_settings_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"own\.csv"):
        check_table(path)


@given(st.text(max_size=200))
def test_any_text_gives_breaches_or_our_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        rows, breaches = check_table(path)
    except SettingsError:
        return
    assert breaches or not rows or set(rows[0]) == set(COLUMNS)


def test_merging_twice_changes_nothing(tmp_path: Path) -> None:
    rows, _ = check_table(write(tmp_path / "own.csv", GOOD))
    target = tmp_path / "data" / "actors.csv"
    assert merge_rows(rows, target) == Merged(2, 0, 0)
    before = target.read_bytes()
    assert merge_rows(rows, target) == Merged(0, 0, 2)
    assert target.read_bytes() == before


def test_same_key_replaces_and_keeps_the_rest(tmp_path: Path) -> None:
    target = tmp_path / "actors.csv"
    merge_rows(check_table(write(tmp_path / "own.csv", GOOD))[0], target)
    newer, _ = check_table(write(tmp_path / "new.csv", HEAD + "Ada Brenko,person,UKR,GOV,minister,2025-03,2026-01\n"))
    assert merge_rows(newer, target) == Merged(0, 1, 0)
    rows, _ = check_table(target)
    assert [(row["name"], row["end"]) for row in rows] == [("Ada Brenko", "2026-01"), ("River Watch", "")]


def test_dry_run_counts_and_writes_nothing(tmp_path: Path) -> None:
    rows, _ = check_table(write(tmp_path / "own.csv", GOOD))
    assert merge_rows(rows, tmp_path / "actors.csv", dry_run=True) == Merged(2, 0, 0)
    assert not (tmp_path / "actors.csv").exists()


def test_broken_table_there_is_not_overwritten(tmp_path: Path) -> None:
    target = write(tmp_path / "actors.csv", "name\nmine\n")
    with pytest.raises(SettingsError, match="mend or delete"):
        merge_rows(check_table(write(tmp_path / "own.csv", GOOD))[0], target)
    assert target.read_text(encoding="utf-8") == "name\nmine\n"


def test_interrupted_writing_leaves_the_old_table_and_no_scrap(tmp_path: Path) -> None:
    target = write(tmp_path / "actors.csv", GOOD)
    with pytest.raises(KeyboardInterrupt), writing(target) as write_row:
        write_row({"name": "half"})
        raise KeyboardInterrupt
    assert target.read_text(encoding="utf-8") == GOOD
    assert list(tmp_path.iterdir()) == [target]


def test_own_table_wins_over_the_refreshed_one_and_a_named_one_over_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert tables_in_use() == ()
    data_folder().mkdir()
    write(own_table(), GOOD)
    write(refreshed_table(), GOOD)
    assert tables_in_use() == (refreshed_table(), own_table())
    assert tables_in_use("mine.csv") == (Path("mine.csv"),)


def base_with(tmp_path: Path, rows: str) -> KnowledgeBase:
    return KnowledgeBase.load(write(tmp_path / "own.csv", "name,type,country,sector,office,start,end,as_of\n" + rows))


def test_own_end_of_a_term_takes_the_place_of_the_shipped_open_one(tmp_path: Path) -> None:
    shipped = KnowledgeBase.load().office_holder("RUS", "foreign_minister", "2026-03-01")
    assert shipped is not None and shipped.person.name == "Sergei Lavrov"
    own = base_with(tmp_path, "Sergei Lavrov,person,RUS,GOV,foreign_minister,2004-03,2026-02-01,\n")
    assert own.office_holder("RUS", "foreign_minister", "2026-03-01") is None
    before = own.office_holder("RUS", "foreign_minister", "2020-03-01")
    assert before is not None and before.term is not None and before.term.basis == "own"


def test_own_holder_comes_before_the_shipped_one_but_not_when_last_seen_long_ago(tmp_path: Path) -> None:
    own = base_with(tmp_path, "Ada Brenko,person,RUS,GOV,foreign_minister,2003,,2015\n")
    near, far = (own.office_holder("RUS", "foreign_minister", day) for day in ("2015-06-01", "2025-06-01"))
    assert near is not None and far is not None
    assert (near.person.name, far.person.name) == ("Ada Brenko", "Sergei Lavrov")
