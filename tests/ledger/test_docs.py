"""The documentation names every table, column and view of the ledger, and its SQL runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.ledger import Ledger
from readings import talks

DOCS = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
STATEMENTS = [
    statement.strip()
    for block in re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL)
    for statement in block.split(";")
    if statement.strip()
]
HIDDEN = re.compile(r"sqlite_|.*_words_")


def objects() -> dict[str, list[str]]:
    """Columns of each table and view."""
    with Ledger.open(":memory:") as ledger:
        names = [row["name"] for row in ledger.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        return {
            name: [row["name"] for row in ledger.rows(f"PRAGMA table_info({name})")] for name in names if not HIDDEN.match(name)
        }


OBJECTS = objects()


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_table_or_view_and_its_columns_are_documented(name: str) -> None:
    row = re.search(rf"^(?:\| |\*\*)`{name}`.*?(?=^\||\n\n)", DOCS, re.MULTILINE | re.DOTALL)
    if name.endswith("_words"):
        assert f"`{name}`" in DOCS
        return
    assert row, f"{name} has no entry in docs/ledger.md"
    shared = {"reading", "recorded_at", "superseded_at", "maker"}
    missing = [column for column in OBJECTS[name] if column not in shared and f"`{column}`" not in row.group()]
    assert not missing, f"docs/ledger.md does not name {missing} of {name}"


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_table_or_view_has_sql_that_uses_it(name: str) -> None:
    assert any(re.search(rf"(?:FROM|JOIN) {name}\b", statement) for statement in STATEMENTS)


def test_documented_sql_runs() -> None:
    assert len(STATEMENTS) >= len(OBJECTS)
    with Ledger.open(":memory:") as ledger:
        ledger.add(talks())
        for statement in STATEMENTS:
            ledger.rows(statement)
