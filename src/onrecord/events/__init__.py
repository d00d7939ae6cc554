"""Parse and actors -> political events in the sense of PLOVER."""
