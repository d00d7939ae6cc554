"""The source spans of attributions -> the tokens that name who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.actors.words import DEEDS, PAPERS
from onrecord.records import Attribution, Parse, Span

HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
"""Parts of speech that a source's head may have; a verb at the top means that the span holds its cue too."""

NOUNS = frozenset({"NOUN", "PROPN"})


def find_source_heads(parse: Parse, attributions: Iterable[Attribution]) -> dict[str, list[int]]:
    """The head tokens of each attribution's source spans, by its id."""
    return {a.id: [_climb(parse, head_of(parse, span), a.cue) for span in a.source] for a in attributions}


def head_of(parse: Parse, span: Span) -> int:
    """The token of a source span on which the others depend; the first of several conjuncts."""
    first = min(bisect_left(parse.ends, span.start + 1), len(parse) - 1)
    last = max(bisect_left(parse.starts, span.end), first + 1)
    if last == first + 1:
        return first
    outside = [t for t in range(first, last) if not first <= parse.heads[t] < last or parse.heads[t] == t]
    if len(outside) == 1 and parse.pos[outside[0]] in HEADS and parse.lower[outside[0]] != "the":
        return outside[0]
    nominal = [t for t in outside if parse.pos[t] in HEADS] or [
        t for t in range(first, last) if parse.pos[t] in ("NOUN", "PROPN", "PRON")
    ]
    head = min(nominal or outside or [first], key=lambda t: (parse.depths[t], t))
    return last - 1 if parse.lower[head] == "the" else head  # "the North", whose parse is odd


def _climb(parse: Parse, head: int, cue: tuple[Span, ...]) -> int:
    """The noun that speaks where a source is only a part of it: "[Congo]'s army said", "a farmer from [Kalo], who said"."""
    above = parse.heads[head]
    if parse.labels[head] == "poss" and parse.labels[above] in ("nsubj", "nsubjpass") and parse.pos[above] in NOUNS:
        verb = parse.heads[above]
        if _is_cue(parse, verb, cue) and parse.pos[verb] == "VERB":
            return above
    if (
        parse.labels[head] == "pobj"
        and parse.lower[above] not in ("to", "for")  # "calls to [the ministry] went unanswered"
        and parse.labels[parse.heads[above]] in ("nsubj", "nsubjpass")
        and _is_cue(parse, parse.heads[parse.heads[above]], cue)
    ):
        noun = parse.heads[above]
        return noun if parse.pos[noun] in NOUNS and parse.lemmas[noun] not in PAPERS | DEEDS else head
    if parse.labels[head] == "pobj" and parse.lower[above] in ("from", "in", "at") and parse.tags[head] in ("NNP", "NNPS"):
        noun = parse.heads[above]
        if parse.pos[noun] in NOUNS and parse.lefts[head] == head:
            return noun
    return head


def _is_cue(parse: Parse, verb: int, cue: tuple[Span, ...]) -> bool:
    return any(span.start <= parse.starts[verb] < span.end for span in cue)
