"""The ledger: readings go into one SQLite file, answers to questions by name come out."""

from onrecord.ledger.query import Filters, FoundAttribution, HolderCount, count_holders, find
from onrecord.ledger.results import AddCounts, AddResult, FailureRow, IdClash
from onrecord.ledger.store import Ledger

__all__ = [
    "AddCounts",
    "AddResult",
    "FailureRow",
    "Filters",
    "FoundAttribution",
    "HolderCount",
    "IdClash",
    "Ledger",
    "count_holders",
    "find",
]
