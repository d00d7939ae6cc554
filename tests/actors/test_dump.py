"""A dump is read as it really is: packed or not, with empty maps as lists, an entity a line."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.dump import TICK, alias_names, cut_date, date_of, label, qualifier, read_dump, statements
from onrecord.errors import SourceError

LINES = '[\n{"id":"Q1","labels":[],"aliases":[],"claims":[]},\n{"id":"Q2"}\n]\n'


@pytest.mark.parametrize("name", ["d.json", "d.json.gz", "d.json.bz2"])
def test_dump_is_read_packed_or_not(tmp_path: Path, name: str) -> None:
    pack = {".gz": gzip.compress, ".bz2": bz2.compress}.get(Path(name).suffix, bytes)
    (tmp_path / name).write_bytes(pack(LINES.encode()))
    assert [entity["id"] for entity in read_dump(tmp_path / name)] == ["Q1", "Q2"]


def test_answer_of_entity_data_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "Q7.json"
    path.write_text('{"entities":{"Q7":{"id":"Q7","pageid":3,"ns":0}}}')
    assert [entity["id"] for entity in read_dump(path)] == ["Q7"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (gzip.compress(LINES.encode())[:-12], "d.json.gz"),
        (b"<html>not found", "d.json"),
        (b"x", "d.json.gz"),
        (b"\xff{", "d.json"),
    ],
    ids=["cut short", "a web page", "not packed", "no UTF-8"],
)
def test_file_that_is_no_whole_dump_is_our_error(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=r"no whole Wikidata dump"):
        list(read_dump(tmp_path / name))


def test_progress_is_told_in_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text("[\n" + '{"id":"Q1"},\n' * (3 * TICK) + '{"id":"Q2"}\n]\n')
    told: list[tuple[int, int]] = []
    list(read_dump(path, lambda done, seen: told.append((done, seen))))
    assert [seen for _, seen in told] == [TICK, 2 * TICK, 3 * TICK]
    assert 0 < told[0][0] <= told[-1][0] <= path.stat().st_size


def test_empty_maps_as_lists_hold_nothing() -> None:
    entity: dict[str, Any] = {"labels": [], "aliases": [], "claims": []}
    assert (label(entity), alias_names(entity), statements(entity, "P39")) == (None, (), [])
    assert qualifier({"qualifiers": []}, "P580") == (None, False)


def test_alias_of_one_word_or_with_the_separator_makes_no_form() -> None:
    aliases = {
        "en": [{"value": "Rudi"}, {"value": "R. Elphberg"}],
        "mul": [{"value": "Rudolf|V Elphberg"}, {"value": "R. Elphberg"}],
    }
    assert alias_names({"aliases": aliases}) == ("R. Elphberg", "Rudolf V Elphberg")


@pytest.mark.parametrize(
    ("time", "precision", "told"),
    [
        ("+2019-05-20T00:00:00Z", 11, "2019-05-20"), ("+2019-05-00T00:00:00Z", 10, "2019-05"),
        ("+2019-00-00T00:00:00Z", 9, "2019"), ("+2019-00-00T00:00:00Z", 11, "2019"), ("+2010-00-00T00:00:00Z", 8, None),
        ("-0044-03-15T00:00:00Z", 11, None), ("+12019-05-20T00:00:00Z", 11, None), ("", 11, None),
    ],
)  # fmt: skip
def test_date_is_told_at_its_precision(time: str, precision: int, told: str | None) -> None:
    assert date_of({"time": time, "precision": precision}) == told


@given(st.text(max_size=30), st.integers(0, 14))
def test_any_text_is_cut_without_an_error(text: str, precision: int) -> None:
    assert len(cut_date(text, precision)) in (0, 4, 7, 10)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_gives_entities_or_our_error(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(value))
    try:
        assert all(isinstance(entity, dict) for entity in read_dump(path))
    except SourceError:
        return
