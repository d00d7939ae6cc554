"""onrecord reads news and keeps a ledger of who said what about which event."""

__version__ = "0.1.0"

__all__ = ["__version__"]
