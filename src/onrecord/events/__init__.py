"""Parse and actors -> political events in the sense of PLOVER."""

from onrecord.events.coder import Coded, FrameCoder, load_coder

__all__ = ["Coded", "FrameCoder", "load_coder"]
