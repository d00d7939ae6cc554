"""The errors of onrecord: every one says what was wrong, with which value, and what to do."""

from __future__ import annotations


class OnRecordError(Exception):
    """Base of all errors that onrecord raises on purpose; its message is fit to show to a user."""


class SettingsError(OnRecordError):
    """A setting, an option or an installed part is wrong or missing. Raised before the first article is read."""


class SourceError(OnRecordError):
    """Bytes, a row, a file or an address could not be turned into an article."""


class FetchError(SourceError):
    """An address could not be read over HTTP within its caps."""


class NotParsedError(OnRecordError):
    """A text could not be parsed, or a stage was given a parse that lacks what the stage needs."""


class LedgerError(OnRecordError):
    """The ledger could not be opened, read or written."""


class GoldError(OnRecordError):
    """A gold file breaks its form; the message names file, line and what is expected."""
