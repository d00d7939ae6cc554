"""What the ledger gives back of what was added to it, as frozen rows."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class AddResult(StrEnum):
    """What became of a reading that was added."""

    ADDED = "added"
    REPLACED = "replaced"
    """It took the place of an older reading, which stays in the ledger as superseded."""
    OLDER = "older"
    """It was kept as superseded: the ledger holds a newer version of the article or results of newer stages."""
    UNCHANGED = "unchanged"
    FAILED = "failed"
    """It breaks a rule of the ledger (two rows with one id); a row in `failures` says so."""


class AddCounts(NamedTuple):
    """How many readings came to which result."""

    added: int = 0
    replaced: int = 0
    older: int = 0
    unchanged: int = 0
    failed: int = 0


class FailureRow(NamedTuple):
    """A source or an article's stage that failed; `source` is a path, an address or an article's id."""

    source: str
    stage: str
    error: str
    recorded_at: str


class IdClash(NamedTuple):
    """Two articles of one id with different texts and nothing to tell them apart: one is shown, the other superseded.

    `shown` and `superseded` are their titles, or else their first words.
    """

    id: str
    shown: str
    superseded: str
