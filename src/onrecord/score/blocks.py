"""A gold file -> its head and its blocks of rows, with the line of each; breaches are gathered, not raised one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import GoldError


@dataclass
class Row:
    """One line of a block."""

    line: int
    text: str

    def fields(self, size: int) -> list[str]:
        """The fields between ` | `, of which there must be `size`, none empty.

        Raises:
            GoldError: their number is another, or one is empty.
        """
        fields = [part.strip() for part in re.split(r"\s\|(?:\s|$)", self.text)]
        if len(fields) != size:
            raise GoldError(f"{len(fields)} fields, need {size}")
        if "" in fields:
            raise GoldError("an empty field: write - for none")
        return fields


@dataclass
class Blocks:
    """Blocks of one file, and the errors met while reading them."""

    path: Path
    meta: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, list[Row]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def each(self, block: str, read: Callable[[Row], None]) -> None:
        """Hands each row of a block to `read`; a GoldError is kept with the row's line."""
        for row in self.blocks.get(block, []):
            try:
                read(row)
            except GoldError as error:
                self.errors.append(f"{self.path.name}:{row.line}: {block}: {error}")


def read_blocks(path: Path) -> Blocks:
    """The head and the blocks of one file, unread.

    Raises:
        GoldError: the file cannot be read as UTF-8 text.
    """
    try:
        return read_blocks_text(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"cannot read {path}: {error}") from error


def read_blocks_text(text: str, name: str) -> Blocks:
    """The head and the blocks of a file's text; the name is for messages."""
    blocks = Blocks(Path(name))
    block = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# "):
            block = line[2:].strip()
            blocks.blocks.setdefault(block, [])
        elif line.strip():
            if block:
                blocks.blocks[block].append(Row(number, line.strip()))
            else:
                key, _, value = line.partition(":")
                blocks.meta[key.strip()] = value.strip()
    return blocks


def one_of(value: str, allowed: Iterable[str], what: str) -> None:
    """Raises GoldError when a code is not among those allowed."""
    if value not in allowed:
        raise GoldError(f"{what} {value!r}: have {', '.join(allowed)}")
