"""Readings go in, rows of one SQLite file come out: opening, adding, superseding. Questions are in `query`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

from onrecord import __version__
from onrecord.errors import LedgerError
from onrecord.ledger.connection import connect, explained
from onrecord.ledger.folding import make_storable
from onrecord.ledger.results import AddCounts, AddResult, FailureRow, IdClash
from onrecord.ledger.rows import Row, list_rows, make_failure_id, make_reading_id
from onrecord.ledger.versions import COLUMNS, is_clash, is_newer, is_same_article
from onrecord.records import Article, Failure, Reading, name_article

TABLES = (
    "articles", "sections", "sentences", "actors", "mentions", "timexes", "attributions", "attribution_spans", "events",
    "event_actors", "factuality", "stances", "failures",
)  # fmt: skip
"""Tables that hold what was read, owners before what they own; `runs` apart."""

BATCH_READINGS = 32
BATCH_S = 1.0


class Ledger:
    """One SQLite file of who said what about which event. A context manager; other processes may read and write meanwhile.

    Nothing is deleted: a reading that a newer one replaces stays, marked with `superseded_at`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | str, *, clock: Callable[[], datetime]):
        self.path = path
        self._connection = connection
        self._clock = clock
        self._run: int | None = None
        self._clashes: list[IdClash] = []

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        create: bool = True,
        read_only: bool = False,
        timeout_s: float = 60.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """The ledger in a file, made when missing; `:memory:` gives one that is gone when closed.

        Args:
            path: the file; `.ledger` is the custom.
            create: make the file when it is missing; its folder must exist.
            read_only: for asking only; works while others write, and on a read-only disk.
            timeout_s: how long each write waits for other writers.
            clock: the time in UTC for `recorded_at` and `superseded_at`.

        Raises:
            LedgerError: no such folder, may not be written, not a ledger, made by a newer onrecord, or locked.
        """
        return cls(connect(path, create=create, read_only=read_only, timeout_s=timeout_s), path, clock=clock)

    def close(self) -> None:
        """Ends the connection; what was added is on disk already."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(self, reading: Reading) -> AddResult:
        """Writes one reading in a transaction of its own: all of it or nothing.

        Raises:
            LedgerError: the file cannot be written.
        """
        return self._add_batch([reading])[0]

    def add_many(self, readings: Iterable[Reading]) -> AddCounts:
        """Writes readings as they come, in transactions of at most 32 readings or what a second brought.

        The file is not locked while the next reading is waited for. When the iterable raises, also on Ctrl-C, what came before is
        written; a killed process loses at most the last second, and adding again makes up for it.

        Raises:
            LedgerError: the file cannot be written; earlier batches are kept.
        """
        counts: Counter[AddResult] = Counter()
        pending: list[Reading] = []
        started = monotonic()

        def flush() -> None:
            try:
                counts.update(self._add_batch(pending))
            except LedgerError:
                pending.clear()  # waiting for the same lock once more would help nobody
                raise
            pending.clear()

        try:
            for reading in readings:
                pending.append(reading)
                if len(pending) >= BATCH_READINGS or monotonic() - started > BATCH_S:
                    flush()
                    started = monotonic()
        finally:
            flush()
        return AddCounts(**{result.value: count for result, count in counts.items()})

    def add_failure(self, source: str, failure: Failure) -> bool:
        """Notes a source that could not be read at all; `False` when the same is noted already."""
        with self._transaction():
            return self._insert_failure(source, failure)

    def failures(self) -> list[FailureRow]:
        """Failures of live readings and of sources, oldest first."""
        sql = (
            "SELECT source, stage, error, recorded_at FROM failures WHERE superseded_at IS NULL "
            "ORDER BY recorded_at, source, stage, error"
        )
        return [FailureRow(*row) for row in self.rows(sql)]

    def clashes(self) -> list[IdClash]:
        """Articles added since the ledger was opened that share their id with another text, in the order they came."""
        return list(self._clashes)

    def counts(self) -> dict[str, int]:
        """The number of live rows in each table, in the order of the schema."""
        return {table: self.rows(f"SELECT count(*) FROM {table} WHERE superseded_at IS NULL")[0][0] for table in TABLES}

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of a question in SQL.

        Raises:
            LedgerError: the question is not SQL that SQLite understands, or the file cannot be read.
        """
        with explained(self.path):
            cursor = self._connection.cursor()
            cursor.row_factory = sqlite3.Row
            return cursor.execute(sql, values).fetchall()

    def _add_batch(self, readings: Sequence[Reading]) -> list[AddResult]:
        if not readings:
            return []
        prepared = [(reading, make_reading_id(reading)) for reading in readings]
        run = self._start_run()
        with self._transaction():
            results = [self._add_one(reading, key) for reading, key in prepared]
            for result in results:
                self._connection.execute(f"UPDATE runs SET {result.value} = {result.value} + 1 WHERE id = ?", (run,))
            self._connection.execute("UPDATE runs SET ended_at = ? WHERE id = ?", (self._now(), run))
        return results

    def _add_one(self, reading: Reading, key: str) -> AddResult:
        if self._connection.execute("SELECT 1 FROM articles WHERE reading = ?", (key,)).fetchone():
            return AddResult.UNCHANGED
        rivals = self._find_rivals(reading.article)
        now = self._now()
        is_older = any(not is_newer(reading, rival) for rival in rivals)
        self._connection.execute("SAVEPOINT one")
        try:
            self._insert_rows(reading, key, recorded_at=now, superseded_at=now if is_older else None)
        except sqlite3.IntegrityError as error:
            self._connection.execute("ROLLBACK TO one")
            self._insert_failure(reading.article.id, Failure("ledger", f"the reading breaks a rule of the ledger: {error}"))
            return AddResult.FAILED
        finally:
            self._connection.execute("RELEASE one")
        self._note_clashes(reading.article, rivals, is_older=is_older)
        if is_older:
            return AddResult.OLDER
        for rival in rivals:
            self._supersede(rival["reading"], now)
        return AddResult.REPLACED if rivals else AddResult.ADDED

    def _find_rivals(self, article: Article) -> list[sqlite3.Row]:
        """Live readings of the same article; see `is_same_article`."""
        keys = {"id": article.id, "coalesce(url, canonical_url)": article.url or article.canonical_url}
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        found: dict[str, sqlite3.Row] = {}
        for column, value in keys.items():
            if value is not None:
                sql = f"SELECT {', '.join(COLUMNS)} FROM articles WHERE {column} = ? AND superseded_at IS NULL"
                found |= {row["reading"]: row for row in cursor.execute(sql, (make_storable(value),))}
        return [row for row in found.values() if is_same_article(article, row)]

    def _note_clashes(self, article: Article, rivals: Iterable[sqlite3.Row], *, is_older: bool) -> None:
        for rival in rivals:
            if is_clash(article, rival):
                new, live = name_article(article.title, article.text), name_article(rival["title"], rival["text"])
                self._clashes.append(IdClash(article.id, *((live, new) if is_older else (new, live))))

    def _insert_rows(self, reading: Reading, key: str, *, recorded_at: str, superseded_at: str | None) -> None:
        tables: dict[str, list[Row]] = {}
        for table, row in list_rows(reading, key):
            tables.setdefault(table, []).append(row | {"recorded_at": recorded_at, "superseded_at": superseded_at})
        for table, rows in tables.items():
            self._connection.executemany(_insert_sql(table, tuple(rows[0])), [tuple(row.values()) for row in rows])

    def _supersede(self, key: str, now: str) -> None:
        for table in TABLES:
            self._connection.execute(f"UPDATE {table} SET superseded_at = ? WHERE reading = ?", (now, key))

    def _insert_failure(self, source: str, failure: Failure) -> bool:
        source, stage, error = (make_storable(text) for text in (source, failure.stage, failure.error))
        values = (make_failure_id(None, source, stage, error), source, stage, error, self._now())
        sql = "INSERT OR IGNORE INTO failures (id, source, stage, error, recorded_at) VALUES (?, ?, ?, ?, ?)"
        return self._connection.execute(sql, values).rowcount == 1

    def _start_run(self) -> int:
        if self._run is None:
            with self._transaction():
                sql = "INSERT INTO runs (version, recorded_at) VALUES (?, ?) RETURNING id"
                self._run = int(self._connection.execute(sql, (__version__, self._now())).fetchone()[0])
        return self._run

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:  # Ctrl-C too: half a reading must not stay
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _now(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def _insert_sql(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
