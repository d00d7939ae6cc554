"""Whom "who", "whom" and "whose" mean: what their clause hangs on, or the person above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.actors.cast import GROUPS, Figure
from onrecord.language.syntax import ancestors, antecedent
from onrecord.records import Parse

RELATIVES = frozenset(("who", "whom", "whose"))
LINKS = frozenset(("pobj", "prep", "compound"))


def find_relatives(parse: Parse) -> Iterator[int]:
    """The tokens of relative pronouns for persons."""
    return (token for token, tag in enumerate(parse.tags) if tag in ("WP", "WP$") and parse.lower[token] in RELATIVES)


def person_meant(parse: Parse, relative: int, figures: Mapping[int, Figure | None]) -> int:
    """The token of whom a "who" means; the parser hangs it on the last noun before it.

    After a place or a single body it is the person that noun belongs to ("a doctor at the clinic in Kalo, who asked").
    """
    noun = antecedent(parse, relative)
    if noun == relative or not _is_nobody(parse, noun, figures.get(noun)):
        return noun
    below = noun
    for above in ancestors(parse, noun):
        if parse.labels[below] not in LINKS:
            break
        figure = figures.get(above)
        if figure is not None and (figure.type not in GROUPS or parse.tags[above] == "NNS"):
            return above
        below = above
    return noun


def _is_nobody(parse: Parse, noun: int, figure: Figure | None) -> bool:
    """Whether a noun is no person or people: a place, a thing, one body."""
    if parse.tags[noun] in ("NNS", "NNPS") and figure is not None:
        return False
    return figure is None or figure.type in GROUPS
