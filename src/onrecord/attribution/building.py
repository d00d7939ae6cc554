"""Drafts of attributions (token ranges) -> records with ids, kinds, parents and chains."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.ranges import Range
from onrecord.records import AUTHOR, UNNAMED, Act, Attribution, AttributionKind, Parse, Span, make_id

MAKER = "attribution/1"
DIRECT_SHARE = 0.95
"""Share of the content's letters within quotation marks from which it counts as direct (PolNeAR's scorer has the same)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as ranges of tokens; `head` is the cue's main token. `source` may be empty."""

    head: int
    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    act: Act
    confidence: float
    why: str
    via: tuple[Range, ...] = ()


def build_attributions(parse: Parse, article_id: str, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Records in text order, each under the innermost other one in whose content its cue lies.

    `chain` runs from AUTHOR through the parents' source texts; a source that the text leaves out stands as UNNAMED.
    """
    drafts = sorted(drafts, key=lambda d: (min(d.cue, d.content[0]), d.head))
    parents = pass_over_hedges(parse, drafts, find_parents(drafts))
    spans = [tuple(_spans(parse, ranges) for ranges in (draft.source, (draft.cue,), draft.content)) for draft in drafts]
    ids = [make_id(article_id, MAKER, *(tuple(map(tuple, part)) for part in parts)) for parts in spans]
    names = [_name(parse.text, source) for source, _, _ in spans]
    built = []
    for index, draft in enumerate(drafts):
        parent = parents[index]
        source, cue, content = spans[index]
        built.append(
            Attribution(
                id=ids[index],
                source=source,
                cue=cue,
                content=content,
                kind=kind_of(parse, draft.content),
                act=draft.act,
                holder_name=names[index],
                parent=None if parent is None else ids[parent],
                chain=_chain(index, parents, names),
                confidence=round(draft.confidence, 4),
                why=draft.why,
                via_spans=_spans(parse, draft.via),
            )
        )
    return tuple(built)


def find_parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the one with the shortest content around its cue's head, if any; never in a circle."""
    sizes = [sum(end - start for start, end in draft.content) for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda index: drafts[index].head)
    heads = [drafts[index].head for index in order]
    parents: list[int | None] = [None] * len(drafts)
    for holder in sorted(range(len(drafts)), key=lambda index: (-sizes[index], -index)):
        for start, end in drafts[holder].content:
            for index in order[bisect_left(heads, start) : bisect_left(heads, end)]:
                if sizes[index] < sizes[holder]:
                    parents[index] = holder
    return parents


HEDGES = frozenset(("seem", "appear"))


def pass_over_hedges(parse: Parse, drafts: Sequence[Draft], parents: list[int | None]) -> list[int | None]:
    """Parents without the writer's own hedges: "it seems he claimed that ..." puts nobody between the writer and him."""
    hedges = {at for at, draft in enumerate(drafts) if not draft.source and parse.lemmas[draft.head] in HEDGES}
    passed = list(parents)
    for index in range(len(passed)):
        while (parent := passed[index]) in hedges and parent is not None:
            passed[index] = parents[parent]
    return passed


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those that stand in nobody else's content."""
    return tuple(attribution for attribution in attributions if attribution.parent is None)


def kind_of(parse: Parse, content: Sequence[Range]) -> AttributionKind:
    """Direct when (nearly) all of the content's letters lie within double quotation marks, indirect when none do."""
    quoted = parse.quotation_of
    if not parse.quotations or all(max(quoted[start:end], default=-1) < 0 for start, end in content):
        return "indirect"
    inside = total = 0
    for start, end in content:
        for token in range(start, end):
            letters = sum(map(str.isalnum, parse.words[token]))
            total += letters
            inside += letters if quoted[token] >= 0 else 0
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"


def _chain(index: int, parents: Sequence[int | None], names: Sequence[str | None]) -> tuple[str, ...]:
    chain = []
    step: int | None = index
    while step is not None:
        chain.append(names[step] or UNNAMED)
        step = parents[step]
    return (AUTHOR, *reversed(chain))


def _name(text: str, source: Sequence[Span]) -> str | None:
    """The source's first piece: what follows is a relative pronoun that stands for it."""
    return " ".join(text[source[0].start : source[0].end].split()) if source else None


def _spans(parse: Parse, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(parse.span(start, end) for start, end in ranges if end > start)
