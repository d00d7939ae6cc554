"""What the rules for sides left out look at: an article's parse, its parties, its memory of who did what, its places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.events.drafts import Draft
from onrecord.events.memory import Ids, Memory
from onrecord.events.parties import Parties
from onrecord.events.placing import Places
from onrecord.records import Parse


@dataclass(frozen=True, slots=True)
class Story:
    """One article, as far as it is coded."""

    parse: Parse
    parties: Parties
    memory: Memory
    places: Places


Rule = Callable[[Story, Draft], Ids]
"""The recipients a rule knows for a draft that has none; empty when it knows nobody."""
