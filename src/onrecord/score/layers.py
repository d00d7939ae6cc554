"""Gold articles and readings of the same texts -> figures by layer, from attributions to stances."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.errors import GoldError
from onrecord.records import Attribution, Reading
from onrecord.score.actors import score_holders, score_mentions
from onrecord.score.align import Score, Tally, Words, jaccard, pair, same_or_touching
from onrecord.score.events import Pairs as EventPairs
from onrecord.score.events import pair_events, score_events, score_factuality, score_times
from onrecord.score.gold import GoldArticle, GoldAttribution
from onrecord.score.stances import score_stances

MIN_JACCARD = 0.5

Pairs = list[tuple[GoldAttribution, Attribution]]


@dataclass(frozen=True, slots=True)
class Compared:
    """A gold article beside its reading, attributions and events paired."""

    gold: GoldArticle
    reading: Reading
    words: Words
    attributions: Pairs
    events: EventPairs


LAYERS: dict[str, Callable[[Compared, Tally], None]] = {
    "attributions": lambda c, tally: score_attributions(c.gold, c.reading, c.attributions, tally),
    "holders": lambda c, tally: score_holders(c.gold, c.reading, c.attributions, tally),
    "mentions": lambda c, tally: score_mentions(c.gold, c.reading, c.words, tally),
    "events": lambda c, tally: score_events(c.gold, c.reading, c.words, c.events, tally),
    "factuality": lambda c, tally: score_factuality(c.gold, c.reading, c.events, tally),
    "times": lambda c, tally: score_times(c.gold, c.events, tally),
    "stances": lambda c, tally: score_stances(c.gold, c.reading, c.words, c.attributions, tally),
}
"""What adds an article's counts to a layer's tally."""


def score_layers(
    gold: Iterable[GoldArticle], readings: Callable[[GoldArticle], Reading], layers: Iterable[str] = tuple(LAYERS)
) -> dict[str, list[Score]]:
    """Figures by layer over all articles.

    An attribution is found when it shares half of the content's words (Jaccard >= 0.5) with a predicted one and the sources
    share a word or are both empty; pairs are one to one, best content first. `nested` also wants the right parent. Accuracies of
    kind, act and holder are over found attributions, those of status, parties and times over found events (same head word
    and type).

    Args:
        gold: annotated articles.
        readings: the reading of a gold article's text.
        layers: those of `LAYERS` to score.

    Raises:
        GoldError: a layer is unknown.
    """
    layers = list(layers)
    for layer in layers:
        if layer not in LAYERS:
            raise GoldError(f"no layer {layer!r}; have {', '.join(LAYERS)}")
    tallies = {layer: Tally() for layer in layers}
    for article in gold:
        score_article(article, readings(article), tallies)
    return {layer: tally.scores() for layer, tally in tallies.items()}


def score_article(gold: GoldArticle, reading: Reading, tallies: dict[str, Tally]) -> None:
    """Adds one article's counts to the tallies of the layers wanted."""
    words = Words(gold.article.text)
    compared = Compared(gold, reading, words, pair_attributions(gold, reading, words), pair_events(gold, reading, words))
    for layer, tally in tallies.items():
        LAYERS[layer](compared, tally)


def pair_attributions(gold: GoldArticle, reading: Reading, words: Words) -> Pairs:
    """Gold and predicted attributions that are the same: content Jaccard >= 0.5 and sources that touch."""

    def score(left: GoldAttribution, right: Attribution) -> tuple[float, ...]:
        content = jaccard(words.of(left.content), words.of(right.content))
        source_right = same_or_touching(words.of(left.source), words.of(right.source))
        if content < MIN_JACCARD or not source_right:
            return (0.0,)
        cue = jaccard(words.of(left.cue), words.of(right.cue))
        return (content + cue, jaccard(words.of(left.source), words.of(right.source)))

    return pair(gold.attributions, reading.attributions or (), score)


def score_attributions(gold: GoldArticle, reading: Reading, pairs: Pairs, tally: Tally) -> None:
    """All depths, nested alone with the right parent, recall by kind, and the accuracy of kind and act."""
    given = reading.attributions or ()
    tally.add("all depths", len(pairs), len(given), len(gold.attributions))
    nested = [a for a in gold.attributions if a.parent]
    deep = [a for a in given if a.parent]
    gold_of = {right.id: left.id for left, right in pairs}
    right_parent = sum(1 for left, right in pairs if left.parent and right.parent and gold_of.get(right.parent) == left.parent)
    tally.add("nested, right parent", right_parent, len(deep), len(nested))
    found = {left.id for left, _ in pairs}
    for kind in ("direct", "mixed", "indirect"):
        these = [a for a in gold.attributions if a.kind == kind]
        hits = sum(a.id in found for a in these)
        tally.add(f"recall of {kind}", hits, len(these), len(these))
    for left, right in pairs:
        tally.check("kind", left.kind == right.kind)
        tally.check("act", left.act == right.act)
