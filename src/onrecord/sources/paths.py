"""PATH, directory, glob, `-` or address -> a sorted stream of single inputs; nothing is opened here."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.sources.limits import SourceFailure

STDIN = "-"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_GLOB = re.compile(r"[*?\[]")
_LEDGER = re.compile(r".+\.ledger(?:-wal|-shm|-journal)?")
_ABOUT = re.compile(r"(?:readme|license|licence|copying|notice|changelog|sources)(?:\.\w+)?", re.IGNORECASE)


class Input(NamedTuple):
    """One thing to read: an address, or a path (`-` is standard input)."""

    name: str
    is_url: bool = False


def expand_inputs(inputs: Iterable[str | Path]) -> Iterator[Input | SourceFailure]:
    """Single inputs in the order given, what a directory or glob holds sorted by path; one failure for each that holds none.

    A directory is walked to its depths, without following links to directories. Passed over there: hidden files and folders,
    the `..._files` folders that browsers save beside a page, ledgers (`*.ledger`), and files that tell about the folder (README,
    LICENSE ...); each is read when it is given by name. Every other file is taken, whatever its extension: its content decides.
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
        found = (Input(path) for path in sorted(glob.glob(name, recursive=True)) if Path(path).is_file())  # noqa: PTH207
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
            is_passed = name.startswith(".") or _ABOUT.fullmatch(name) or _LEDGER.fullmatch(name)
            if not is_passed and path.is_file():
                yield Input(str(path))
