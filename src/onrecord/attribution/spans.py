"""The words of a chosen triple: how far its cue and its source run, and which carriers a citation names."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language import syntax
from onrecord.records import Parse

Range = tuple[int, int]

MAX_GAP = 5
"""Most tokens between a cue's head and its content that still belong to the cue ("took issue with")."""
CARRIER_CUES = frozenset({"cite", "quote"})
STOPPERS = frozenset(",;:—–-“”\"'(")


def find_cue_range(parse: Parse, cue: int, source: int | None, content: Sequence[Range]) -> Range:
    """The cue's words: auxiliaries and negation before it, particle and a short gap up to the content after it."""
    start, end = cue, cue + 1
    for other in parse.children[cue]:
        label = parse.labels[other]
        if label in ("aux", "auxpass", "neg") and 0 < cue - other <= 4 and not _holds(content, other):
            start = min(start, other)
        if label == "prt" and 0 < other - cue < 3:
            end = max(end, other + 1)
    if parse.lower[cue] == "according" and parse.lower[cue + 1 : cue + 2] == ["to"]:
        return start, cue + 2
    follows = [first for first, _ in content if first > cue]
    if follows:
        first = min(follows)
        between = range(cue + 1, first)
        is_clean = all(parse.words[token] not in STOPPERS and parse.lower[token] != "that" for token in between)
        if len(between) <= MAX_GAP - 1 and is_clean and not (source is not None and cue < source < first):
            end = max(end, first)
    if source is not None and start <= source < cue:
        start = cue
    return start, end


def find_source_ranges(parse: Parse, head: int | None, cue: Range, content: Sequence[Range]) -> tuple[Range, ...]:
    """The noun phrase around a source's head, without relative clauses, the cue and the content."""
    if head is None:
        return ()
    start, end = syntax.noun_phrase(parse, head)
    for low, high in (cue, *content):
        if low <= head < high:
            continue
        if start < high <= head:
            start = high
        if head < low < end:
            end = low
    start, end = _trimmed(parse, start, end, head)
    return ((start, end),)


def find_carriers(parse: Parse, cue: int, source: int | None) -> tuple[Range, ...]:
    """Who carries another's word: the subject of "citing", or whoever was told ("told Lakewire"), when that is a name."""
    for other in syntax.children_of(parse, cue, "advcl", "prep"):
        if parse.lemmas[other] in CARRIER_CUES and parse.lower[other].endswith("ing"):
            carrier = syntax.own_subject(parse, cue)
            if carrier is not None and carrier != source:
                return (syntax.noun_phrase(parse, carrier),)
    if parse.lemmas[cue] == "tell" and not syntax.is_passive(parse, cue):
        told = syntax.child(parse, cue, "dobj", "dative")
        if told is not None and parse.pos[told] == "PROPN" and told != source:
            return (syntax.noun_phrase(parse, told),)
    return ()


def cited(parse: Parse, cue: int) -> int | None:
    """The one a carrier cites ("Lakewire, citing the governor, reported"): the holder in its place; `None` without a citation."""
    for other in syntax.children_of(parse, cue, "advcl", "prep"):
        if parse.lemmas[other] in CARRIER_CUES and parse.lower[other].endswith("ing"):
            return syntax.child(parse, other, "dobj", "pobj")
    return None


def _trimmed(parse: Parse, start: int, end: int, head: int) -> Range:
    while end > head + 1 and (parse.pos[end - 1] in ("PUNCT", "CCONJ", "SPACE") or parse.tags[end - 1] == "POS"):
        end -= 1
    while start < head and parse.pos[start] in ("PUNCT", "CCONJ", "SPACE"):
        start += 1
    return start, max(end, head + 1)


def _holds(ranges: Sequence[Range], token: int) -> bool:
    return any(start <= token < end for start, end in ranges)
