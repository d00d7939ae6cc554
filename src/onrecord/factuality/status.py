"""Values and flag -> the headline (status) and the tense of an event."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Parse, Status, Tense

PAST_TAGS = frozenset({"VBD", "VBN"})
FLAGGED: dict[str, Status] = {"asked": "asked", "future": "future", "possible": "possible", "conditional": "possible"}


def derive_status(values: Sequence[int], flag: str) -> Status:
    """The status that follows from the values, AUTHOR's first, and from what the innermost operators left open.

    `fact` only when AUTHOR is certain (3) and nothing is left to come.
    """
    author, inner = values[0], values[-1]
    if author == 3 and flag in ("-", "possible"):
        return "fact"
    if author == -3:
        return "negated"
    if min(values) == -3:
        return "denied"
    if inner < 0:
        return "possible"
    if flag == "future" and inner == 0:
        return "possible"
    if flag in FLAGGED:
        return FLAGGED[flag]
    if len(values) > 1 and inner >= 2:
        return "attributed"
    return "possible"


def derive_tense(parse: Parse, token: int, flag: str) -> Tense:
    """Past, present or future of the event itself; a noun has the tense of the verb above it."""
    if flag in ("future", "conditional"):
        return "future"
    verb = token
    for _ in range(8):
        if parse.pos[verb] in ("VERB", "AUX") or parse.heads[verb] == verb:
            break
        verb = parse.heads[verb]
    tags = {parse.tags[verb], *(parse.tags[o] for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass"))}
    if tags & PAST_TAGS:
        return "past"
    if flag == "asked" and "VB" in tags:
        return "future"
    return "past" if parse.pos[token] == "NOUN" else "present"
