"""Rejections without an answering word: "falsely claimed", and calling somebody a murderer who claims innocence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.factuality.holders import span_tokens
from onrecord.factuality.scope import negation_of
from onrecord.factuality.statements import content_roots
from onrecord.factuality.tables import disbelief_words, load_tables
from onrecord.records import Attribution, Mention, Parse, Span, Stance

NAMING = frozenset({"call", "brand", "label", "dub", "denounce"})
BRANDS = frozenset({
    "murderer", "killer", "liar", "thief", "terrorist", "criminal", "butcher", "traitor", "executioner", "aggressor", "torturer",
    "accomplice", "culprit",
})  # fmt: skip
"""What somebody is called whose claim of innocence is not believed."""

LIARS = frozenset({"liar", "fantasist", "fabulist", "fraud"})
"""What somebody is called whose word is not believed, whatever it is."""

EXCUSES = frozenset({"innocence", "innocent", "victim", "blameless", "guiltless", "passive", "bystander", "scapegoat"})
BLAME = frozenset({"responsible", "responsibility", "guilty", "guilt", "blame", "fault", "decision", "order", "involve", "know"})
"""Words that make a negated claim one of innocence ("was not responsible")."""


def disbelieved(parse: Parse, attributions: Sequence[Attribution]) -> Iterator[Stance]:
    """What a claim's own wording rejects ("falsely claimed", "pretends that"): for the holder further out, or the author.

    The author's have neither holder nor attribution.
    """
    tables = load_tables()
    words = disbelief_words()
    if words.isdisjoint(parse.lower) and words.isdisjoint(parse.lemmas):
        return
    by_id = {a.id: a for a in attributions}
    for attribution in attributions:
        tokens = [*_all_tokens(parse, attribution.cue)]
        around = {o for t in tokens for o in (t, *parse.children[t])}
        markers = [tables.marker(parse.lower[o], "adverb") for o in around]
        found = [tables.predicate((parse.lemmas[t],), parse.pos[t], "that") for t in tokens]
        if any(m is not None and m.kind == "disbelief" for m in markers) or any(s and s.name == "pretend" for s in found):
            outer = by_id.get(attribution.parent or "")
            yield Stance(
                holder=outer.holder if outer else None,
                value="rejects",
                attribution_toward=attribution.id,
                event_toward=None,
                attribution=outer.id if outer else None,
            )


def branded(parse: Parse, attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> Iterator[Stance]:
    """Who calls another a criminal rejects his claim of innocence in the same article, the nearest before, else the next."""
    if (BRANDS | LIARS).isdisjoint(map(str.lower, parse.lemmas)):
        return
    for attribution in attributions:
        content = [*_all_tokens(parse, attribution.content)]
        naming = {parse.lemmas[t] for t in (*_all_tokens(parse, attribution.cue), *content[:1])}
        brands = {parse.lemmas[t].lower() for t in content} & (BRANDS | LIARS)
        if not naming & NAMING or not brands:
            continue
        called = {m.actor for m in mentions if m.actor and any(s <= m.span.start < e for s, e in attribution.content)}
        here = attribution.content[0].start
        claims = [
            (a.content[0].start > here, abs(a.content[0].start - here), a.id)
            for a in attributions
            if a.holder in called and a.holder != attribution.holder and (brands & LIARS or is_excuse(parse, a))
        ]
        if claims:
            yield Stance(attribution.holder, "rejects", min(claims)[2], None, attribution.id)


def is_excuse(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody says that he is innocent."""
    lemmas = {parse.lemmas[t].lower() for t in _all_tokens(parse, attribution.content)}
    if lemmas & EXCUSES:
        return True
    roots = content_roots(parse, attribution)[:1]
    return bool(lemmas & BLAME) and any(negation_of(parse, root, None) is not None for root in roots)


def _all_tokens(parse: Parse, spans: Sequence[Span]) -> Iterator[int]:
    for span in spans:
        yield from span_tokens(parse, span)
