"""The ledger: readings go into one SQLite file, answers to questions by name come out."""

from onrecord.ledger.query import FoundAttribution, HolderCount, count_holders, find
from onrecord.ledger.store import AddCounts, AddResult, FailureRow, Ledger

__all__ = ["AddCounts", "AddResult", "FailureRow", "FoundAttribution", "HolderCount", "Ledger", "count_holders", "find"]
