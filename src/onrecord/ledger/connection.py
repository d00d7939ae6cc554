"""A path goes in, a connection to a ledger of our schema comes out, or a `LedgerError` that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from time import monotonic, sleep

from onrecord.errors import LedgerError
from onrecord.sources.paths import LEDGER_MARK

SCHEMA_VERSION = 1
APPLICATION_ID = int.from_bytes(LEDGER_MARK)
"""Tells a ledger from SQLite files of other programs."""

MEMORY = ":memory:"

_HEADER = b"SQLite format 3\0"
_ADVICE = {
    "SQLITE_BUSY": "another process is writing it; wait until it is done, or allow a longer timeout",
    "SQLITE_LOCKED": "another part of this program is writing it; close that one first",
    "SQLITE_NOTADB": "it is not a ledger; name another file, or move this one away",
    "SQLITE_CORRUPT": "the file is damaged; restore it, or save what is left with `sqlite3 FILE .recover`",
    "SQLITE_READONLY": "it may not be written; check who owns the file and its folder, or open it read-only",
    "SQLITE_CANTOPEN": "it cannot be opened; check that the folder may be written",
    "SQLITE_FULL": "the disk is full; make room and add again: what was added is safe, the rest is added then",
    "SQLITE_IOERR": "the disk failed; ledgers do not work on every network disk, try a local one",
}


def connect(path: Path | str, *, create: bool, read_only: bool, timeout_s: float) -> sqlite3.Connection:
    """A connection in autocommit mode, foreign keys on, to a ledger in WAL mode.

    Args:
        path: a file, or `:memory:`.
        create: make the file when it is missing.
        read_only: never write, not even the file's schema; then `create` means nothing.
        timeout_s: how long to wait for another writer.

    Raises:
        LedgerError: missing, not a ledger, of a newer schema, locked, or not to be written.
    """
    if str(path) != MEMORY:
        _check_file(Path(path), create=create and not read_only)
    with explained(path):
        if read_only:
            return _open_read_only(path, timeout_s)
        connection = sqlite3.connect(path, timeout=timeout_s, isolation_level=None)
        with _closed_on_error(connection):
            _prepare(connection, path, timeout_s)
        return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:  # Ctrl-C too: what is left open would keep others from the file
        connection.close()
        raise


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turns errors of SQLite into a `LedgerError` that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        advice = next((text for code, text in _ADVICE.items() if name.startswith(code)), "check the file and try again")
        raise LedgerError(f"ledger {path}: {error}: {advice}") from error


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"ledger {path} is a folder; name a file in it, such as {path / 'news.ledger'}")
    if not path.exists():
        if not create:
            raise LedgerError(f"there is no ledger {path}; check the name, or make one by adding articles to it")
        if not path.parent.is_dir():
            raise LedgerError(f"ledger {path} cannot be made: there is no folder {path.parent}; make it first")
        return
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise LedgerError(f"ledger {path} cannot be read: {error.strerror}; check who may read it") from error
    if header and header != _HEADER:
        raise LedgerError(f"{path} is not a ledger (no SQLite file); name another file, or move this one away")


def _open_read_only(path: Path | str, timeout_s: float) -> sqlite3.Connection:
    address = MEMORY if str(path) == MEMORY else Path(path).absolute().as_uri() + "?mode=ro"
    try:
        connection = _open_address(address, path, timeout_s)
    except sqlite3.OperationalError as error:
        # A WAL file needs its shared-memory file, which cannot be made on a read-only disk; nobody can write there either.
        if not (error.sqlite_errorname or "").startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
        connection = _open_address(address + "&immutable=1", path, timeout_s)
    return connection


def _open_address(address: str, path: Path | str, timeout_s: float) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=timeout_s, isolation_level=None)
    with _closed_on_error(connection):
        if _read_version(connection, path) == 0:
            raise LedgerError(f"ledger {path} is empty; add articles to it first")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path | str, timeout_s: float) -> None:
    version = _read_version(connection, path)
    if version == 0:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")  # before WAL, so that the mark stands in the file itself
    _set_wal(connection, timeout_s)
    connection.execute("PRAGMA foreign_keys = ON")
    # With WAL safe against killed processes; a power cut may undo the last adds.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")  # KiB
    if version == 0:
        schema = (resources.files("onrecord.ledger") / "schema.sql").read_text(encoding="utf-8")
        connection.executescript(f"BEGIN IMMEDIATE; {schema} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")


def _read_version(connection: sqlite3.Connection, path: Path | str) -> int:
    """The file's schema version, 0 for an empty file."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if owner != APPLICATION_ID and (tables or owner):
        raise LedgerError(f"{path} is a SQLite file of another program; name another file")
    if version > SCHEMA_VERSION:
        raise LedgerError(
            f"ledger {path} has schema {version}, this onrecord knows {SCHEMA_VERSION}: pip install --upgrade onrecord"
        )
    return version


def _set_wal(connection: sqlite3.Connection, timeout_s: float) -> None:
    """Changing the journal does not wait for other writers by itself, so two processes that make one ledger would collide."""
    deadline = monotonic() + timeout_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not (error.sqlite_errorname or "").startswith("SQLITE_BUSY") or monotonic() > deadline:
                raise
        sleep(0.02)
