"""Files that are no ledger, or cannot be one, are refused with what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, find
from onrecord.records import Article
from onrecord.sources import read_articles
from readings import talks


def make_text(path: Path) -> None:
    path.write_text("Envoys left the talks on Monday.")


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title)")
    connection.close()


def make_newer(path: Path) -> None:
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def make_damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_text, "is not a ledger .* name another file"),
        (make_foreign, "of another program; name another file"),
        (make_newer, "has schema 99, this onrecord knows 1: pip install --upgrade onrecord"),
        (make_damaged, "it is not a ledger; name another file"),
        (Path.mkdir, "is a folder; name a file in it"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_file_that_is_no_ledger_is_refused(tmp_path: Path, make: Callable[[Path], None], message: str, read_only: bool) -> None:
    path = tmp_path / "news.ledger"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=message):
        Ledger.open(path, read_only=read_only)
    if make is not make_newer:
        assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}], ids=str)
def test_missing_ledger_is_not_made_unasked(tmp_path: Path, options: dict[str, bool]) -> None:
    path = tmp_path / "news.ledger"
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger.open(path, **options)
    assert not path.exists()


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no folder .*archive; make it first"):
        Ledger.open(tmp_path / "archive" / "news.ledger")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that nobody may write")
def test_folder_that_may_not_be_written_is_refused() -> None:
    with pytest.raises(LedgerError, match="check that the folder may be written"):
        Ledger.open("/proc/news.ledger")


def test_locked_ledger_says_so_after_its_timeout(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with Ledger.open(path) as writer, Ledger.open(path, timeout_s=0.05) as other:
        writer._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another process is writing it"):
            other.add(talks())
        with pytest.raises(LedgerError, match="another process is writing it"):
            other.add_many([talks()])
        writer._connection.execute("ROLLBACK")
        assert other.add(talks()) == "added"


def test_reader_sees_what_was_added_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with Ledger.open(path) as writer:
        writer.add(talks("a"))
        writer._connection.execute("BEGIN IMMEDIATE")
        with Ledger.open(path, read_only=True, timeout_s=0.05) as reader:
            assert len(find(reader)) == 2
        writer._connection.execute("ROLLBACK")


def test_read_only_ledger_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    Ledger.open(path).close()
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(LedgerError, match="open it read-only"):
        ledger.add(talks())


def test_empty_file_becomes_a_ledger_but_cannot_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    path.touch()
    with pytest.raises(LedgerError, match="is empty; add articles to it first"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert ledger.add(talks()) == "added"


def test_path_with_signs_of_an_address_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "talks?mode=rw&x#1 %41.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(talks())
    with Ledger.open(path, read_only=True) as ledger:
        assert len(find(ledger)) == 2
    assert {file.name.removesuffix("-wal").removesuffix("-shm") for file in tmp_path.iterdir()} == {path.name}


@pytest.mark.parametrize("name", ["news.ledger", "news.db", "river"])
def test_ledger_of_any_name_is_passed_over_in_a_folder_of_articles(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Envoys left the talks on Monday.")
    with Ledger.open(tmp_path / name) as ledger:
        ledger.add(talks())
        while_open = [found for found in read_articles([tmp_path]) if not isinstance(found, Article)]
        assert len(list(tmp_path.iterdir())) > 2, "WAL mode keeps files beside the ledger"
    assert while_open == []
    assert [found for found in read_articles([tmp_path]) if not isinstance(found, Article)] == []


def test_question_that_is_no_sql_is_an_error_of_ours() -> None:
    with Ledger.open(":memory:") as ledger, pytest.raises(LedgerError, match="syntax error"):
        ledger.rows("SELEKT 1")
