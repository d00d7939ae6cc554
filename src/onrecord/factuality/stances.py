"""Attributions and events -> stances: who denies, rejects, confirms, doubts or declines to answer what."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Attribution, Event, Mention, Parse, Stance


def find_stances(
    parse: Parse, attributions: Sequence[Attribution], events: Sequence[Event], mentions: Sequence[Mention]
) -> tuple[Stance, ...]:
    """Stances in text order."""
    return ()
