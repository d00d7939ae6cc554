"""Scorers that a user can run on gold of his own, in the form of `eval/gold/GUIDELINES.md`."""
