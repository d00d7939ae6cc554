"""What actors are: states, forces, offices, private persons; whether two sides share a country."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord.events.heads import CLASS_OF_SECTOR
from onrecord.records import Actor

BODIES = frozenset(("IGO", "UNO", "EUR", "NGO"))
PUBLIC = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "PRM", "UAF", "OPP", "PTY", "ELI"))
STATE_SECTORS = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
ARMED = frozenset(("MIL", "COP", "SPY", "REB", "PRM", "UAF"))


class Standing:
    """Questions about actors by id; ids that nobody has are passed over."""

    def __init__(self, actors: dict[str, Actor]) -> None:
        self.actors = actors

    def share_country(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether an actor of one and an actor of the other belong to the same country."""
        sides = [{self.actors[i].country for i in ids if i in self.actors} - {None} for ids in (one, other)]
        return bool(sides[0] & sides[1])

    def agree(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two sides may be the same: an actor or a country in common; a side left out agrees with all."""
        first, second = set(one), set(other)
        return not first or not second or bool(first & second) or self.share_country(first, second)

    def is_public(self, ids: Iterable[str]) -> bool:
        """Whether one of the actors is a state, a body of states, an office, a force or an armed group."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return any(row.type == "country" or row.country in BODIES or set(row.sector) & PUBLIC for row in rows)

    def are_persons(self, ids: Iterable[str]) -> bool:
        """Whether there are actors and all are persons who bear no arms by sector."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return bool(rows) and all(row.type == "person" and not set(row.sector) & ARMED for row in rows)

    def is_power(self, ids: Iterable[str]) -> bool:
        """Whether one of the actors is a state, a body of states, a force, an armed group or a government."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return any(
            row.type == "country"
            or row.country in BODIES
            or set(row.sector) & ARMED
            or (row.type != "person" and "GOV" in row.sector)
            for row in rows
        )

    def has_sector(self, ids: Iterable[str], sector: str) -> bool:
        """Whether one of the actors is of a sector."""
        return any(sector in self.actors[i].sector for i in ids if i in self.actors)

    def has_people(self, ids: Iterable[str]) -> bool:
        """Whether one of the actors is a crowd or somebody unnamed of the people."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return any("CVL" in row.sector and row.type in ("group", "unnamed") for row in rows)

    def are_civilians(self, ids: Iterable[str]) -> bool:
        """Whether there are actors and all are of the people: civilians without an office or a name of state."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return bool(rows) and all(row.sector[:1] == ("CVL",) for row in rows)

    def are_unarmed(self, ids: Iterable[str]) -> bool:
        """Whether there are actors and none of them bears arms by sector."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return bool(rows) and not any(set(row.sector) & ARMED for row in rows)

    def are_states(self, ids: Iterable[str]) -> bool:
        """Whether all actors are states themselves."""
        return all(self.actors[i].type == "country" for i in ids if i in self.actors)

    def is_armed(self, actors: Iterable[str], recipients: Iterable[str]) -> bool:
        """Whether a state acts, or somebody on either side bears arms by sector."""
        doers = [self.actors[i] for i in actors if i in self.actors]
        others = [self.actors[i] for i in recipients if i in self.actors]
        return any(row.type == "country" for row in doers) or any(set(row.sector) & ARMED for row in (*doers, *others))

    def is_coded(self, ids: Iterable[str]) -> bool:
        """Whether one of the actors has a country or a sector."""
        return any(self.actors[i].country or self.actors[i].sector for i in ids if i in self.actors)


@cache
def classes_of(kind: str, sector: str | None, *, is_body: bool) -> frozenset[str]:
    """Word classes of an actor by its type, its first sector, and whether its country code is that of a body of states."""
    found = {"party"}
    if kind == "country" or sector in STATE_SECTORS or is_body:
        found.add("state")
    if kind == "country":
        found.add("place")
    elif sector:
        found.add(CLASS_OF_SECTOR.get(sector, "party"))
    elif kind == "person":
        found |= {"official", "civilian"}
    if kind in ("organisation", "group") and is_body:
        found.add("organ")
    return frozenset(found)
