"""Gold articles -> how much they hold, by layer, type and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from onrecord.events.plover import MODES
from onrecord.language import Parser
from onrecord.records import Act, AttributionKind, Status
from onrecord.score.families import LAUNDERED_KINDS, GoldFamily
from onrecord.score.gold import GoldArticle, GoldAttribution


def count_layers(articles: Iterable[GoldArticle]) -> dict[str, Any]:
    """How much a gold corpus holds, by layer, type and status."""
    articles = list(articles)
    attributions = [a for g in articles for a in g.attributions]
    events = [e for g in articles for e in g.events]
    dated = [(g, e) for g in articles for e in g.events if e.happened and any(e.happened)]
    away = [e for g, e in dated if e.happened != (g.article.published, g.article.published)]
    return {
        "articles": len(articles),
        "words": sum(len(g.article.text.split()) for g in articles),
        "countries": len({g.meta.get("country") for g in articles} - {None, "-"}),
        "mentions": sum(len(g.mentions) for g in articles),
        "attributions": len(attributions),
        "nested": sum(a.depth > 1 for a in attributions),
        "pronoun sources": sum(_is_pronoun(g, a) for g in articles for a in g.attributions),
        "events": len(events),
        "types": _tally((e.type for e in events), MODES),
        "statuses": _tally((e.status for e in events), get_args(Status)),
        "dated": len(dated),
        "dated not on the publication day": len(away),
        "by event": sum(e.basis == "event" for e in events),
        "stances": sum(len(g.stances) for g in articles),
        "acts": _tally((a.act for a in attributions), get_args(Act)),
        "kinds": _tally((a.kind for a in attributions), get_args(AttributionKind)),
    }


def _is_pronoun(gold: GoldArticle, attribution: GoldAttribution) -> bool:
    source = {(s.start, s.end) for s in attribution.source}
    return any(m.kind == "pronoun" and (m.span.start, m.span.end) in source for m in gold.mentions)


def _tally(values: Iterator[str], order: Iterable[str]) -> dict[str, int]:
    counts = dict.fromkeys(order, 0)
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def count_families(families: Iterable[GoldFamily]) -> dict[str, Any]:
    """How much the families hold across their articles."""
    families = list(families)
    return {
        "families": len(families),
        "copies": sum(len(f.copies) for f in families),
        "incidents": sum(len(f.incidents) for f in families),
        "roots": sum(len(f.roots) for f in families),
        "contests": sum(len(f.contests) for f in families),
        "laundered": _tally((pair.kind for f in families for pair in f.laundered), LAUNDERED_KINDS),
    }


def count_verbless_cues(articles: Iterable[GoldArticle], parser: Parser) -> int:
    """Attributions whose cue holds no word that the parser tags as a verb, or that have no cue."""
    count = 0
    for gold in articles:
        parse = parser.parse(gold.article.text)
        verbs = {start for start, part in zip(parse.starts, parse.pos, strict=True) if part in ("VERB", "AUX")}
        for attribution in gold.attributions:
            count += not any(start in verbs for span in attribution.cue for start in range(*span))
    return count
