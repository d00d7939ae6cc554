"""A table of expressions in sentences of their own: extent, type and TIMEX3 value, told on Wednesday, 12 June 2024."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.records import Article, Timex
from onrecord.times import load_tagger
from support import marked, parsed

TABLE = Path(__file__).parent / "data" / "expressions.tsv"


def read_table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = read_table()


def find(text: str) -> list[Timex]:
    return list(load_tagger().find(parsed(text), Article("a", text, published="2024-06-12")))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['kind']}: {row['sentence']}" for row in ROWS])
def test_expression_has_its_extent_type_and_value(row: dict[str, str]) -> None:
    text, gold = marked(row["sentence"])
    found = {t.span: (t.type, t.value) for t in find(text)}
    assert found.get(gold["t"][0]) == (row["type"], row["value"])


def test_table_has_many_expressions_of_many_kinds() -> None:
    assert len(ROWS) >= 400
    assert len({row["kind"] for row in ROWS}) >= 30


NONE = [
    "Mother Teresa and Father Brown met the King.",
    "A memorial for the dead was boxed in by traffic.",
    "Labor unions and veterans won a victory.",
    "They may day after defeat protest.",
    "The Earth's core is hot.",
    "Statues on Easter Island lean.",
    "She left home in her early 20s with a handful of $20s.",
    "Work goes on from day-to-day.",
]


@pytest.mark.parametrize("text", NONE)
def test_word_that_is_no_time_here_is_left_out(text: str) -> None:
    assert find(text) == []
