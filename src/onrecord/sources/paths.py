"""PATH, directory, glob, `-` or address -> a sorted stream of single inputs; of files only the mark of a ledger is looked at."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.sources.limits import SourceFailure

STDIN = "-"
LEDGER_MARK = b"ONRC"
"""SQLite's application id of our ledgers: by it they are told from other files, whatever their name."""

_MARK_AT = 68  # where SQLite's file form has the application id
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_GLOB = re.compile(r"[*?\[]")
_BESIDE = re.compile(r"-(?:wal|shm|journal)\Z")
_ABOUT = re.compile(r"(?:readme|license|licence|copying|notice|changelog|sources)(?:\.\w+)?", re.IGNORECASE)


class Input(NamedTuple):
    """One thing to read: an address, or a path (`-` is standard input)."""

    name: str
    is_url: bool = False


def expand_inputs(inputs: Iterable[str | Path]) -> Iterator[Input | SourceFailure]:
    """Single inputs in the order given, what a directory or glob holds sorted by path; one failure for each that holds none.

    A directory is walked to its depths, without following links to directories. Passed over there: hidden files and folders,
    the `..._files` folders that browsers save beside a page, ledgers, and files that tell about the folder (README, LICENSE
    ...); each is read when it is given by name. Every other file is taken, whatever its extension: its content decides. A glob
    passes over ledgers only.
    """
    for given in inputs:
        yield from _expand(os.fspath(given))


def _expand(name: str) -> Iterator[Input | SourceFailure]:
    if name == STDIN:
        yield Input(name)
    elif _SCHEME.match(name):
        yield Input(name, is_url=True)
    elif not name:
        yield SourceFailure("''", "an empty name: give a file, a directory, an address, or - for standard input")
    elif "\x00" in name:
        yield SourceFailure(name, "a path cannot hold NUL characters")
    elif os.path.isdir(name):  # noqa: PTH112 - a str, kept as it was given
        yield from _or_failure(
            name, _walk(name), "a directory without articles: give one with text, HTML, Markdown or JSONL files"
        )
    elif os.path.lexists(name):
        yield Input(name)
    elif _GLOB.search(name):
        paths = sorted(glob.glob(name, recursive=True))  # noqa: PTH207
        found = (Input(path) for path in paths if Path(path).is_file() and not _is_ledger(path))
        yield from _or_failure(name, found, "no file matches this pattern")
    else:
        yield SourceFailure(name, "no such file or directory: check the path")


def _or_failure(name: str, found: Iterable[Input], error: str) -> Iterator[Input | SourceFailure]:
    empty = True
    for item in found:
        empty = False
        yield item
    if empty:
        yield SourceFailure(name, error)


def _walk(top: str) -> Iterator[Input]:
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith("_files"))
        for name in sorted(files):
            path = Path(folder, name)
            is_passed = name.startswith(".") or _ABOUT.fullmatch(name)
            if not is_passed and path.is_file() and not _is_ledger(str(path)):
                yield Input(str(path))


def _is_ledger(path: str) -> bool:
    """Whether a file is a ledger, by its name or its mark, or one of those that SQLite keeps beside a ledger."""
    ledger = _BESIDE.sub("", path)
    return ledger.endswith(".ledger") or (Path(ledger).is_file() and _read_mark(ledger) == LEDGER_MARK)


def _read_mark(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            file.seek(_MARK_AT)
            return file.read(len(LEDGER_MARK))
    except OSError:
        return b""  # whoever reads the file tells what is wrong with it
