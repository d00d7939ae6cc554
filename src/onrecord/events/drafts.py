"""What is known of an event before it has parties' ids: its word, its type and mode, and the tokens of those who take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.events.lexicon import Frame

Kind = Literal["verb", "noun", "governor", "declared"]


@dataclass(slots=True)
class Draft:
    """An event in the making. `actors` and `recipients` are actors' ids, `deed` the token of the deed below a governor.

    `light` is the verb that carries an event noun, `linked_only` that it needs
    an earlier event of its type to be one, `is_idiom` that its verb and the words it asks for mean this deed together, whatever
    the verb governs alone ("asked the envoy to leave").
    """

    token: int
    type: str
    mode: str | None
    kind: Kind
    frame: Frame
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    light: int | None = None
    light_kind: str | None = None
    deed: int | None = None
    governor: int | None = None
    same_as: int | None = None
    subordinate: bool = False
    linked_only: bool = False
    is_idiom: bool = False

    @property
    def code(self) -> str:
        """`TYPE` or `TYPE/mode`."""
        return self.type if self.mode is None else f"{self.type}/{self.mode}"
