"""onrecord reads news and keeps a ledger of who said what about which event.

Importing it is cheap: the parser and the stages load at the first reading.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import read, read_many
    from onrecord.errors import OnRecordError
    from onrecord.ledger import Ledger, find
    from onrecord.records import Actor, Article, Attribution, Event, Reading, Span
    from onrecord.settings import Settings

__version__ = "0.1.0"

_HOMES = {
    "Actor": "records",
    "Article": "records",
    "Attribution": "records",
    "Event": "records",
    "Ledger": "ledger",
    "OnRecordError": "errors",
    "Reading": "records",
    "Settings": "settings",
    "Span": "records",
    "find": "ledger",
    "read": "api",
    "read_many": "api",
}

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Event",
    "Ledger",
    "OnRecordError",
    "Reading",
    "Settings",
    "Span",
    "__version__",
    "find",
    "read",
    "read_many",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"onrecord.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
