"""Whether two targets of a stance tell the same claim, by the gold's own links."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Span
from onrecord.score.gold import GoldArticle, GoldEvent, GoldStance

Signs = Mapping[str, set[int]]


def is_same_claim(gold: GoldArticle, stance: GoldStance, toward: str) -> bool:
    """Whether a target is the gold stance's own, or another mention or telling of the same claim.

    The claim is what the gold target tells: an event's happening (its chain of `same as`), or the happenings whose heads stand in
    an attribution's content, at any depth; where the answer's own content names some of these, only those. Another event is the
    same claim when it is a mention of such a happening; another attribution when its content holds one, told with the same
    polarity by the innermost holder (of an event target: not as something that did not happen), and its holder is not the one
    who answers.

    Args:
        gold: the article.
        stance: a gold stance.
        toward: the id of another gold attribution or event.
    """
    if toward == stance.toward:
        return True
    claim = _claim(gold, stance)
    events = {event.id: event for event in gold.events}
    if toward in events:
        return _happening(events[toward]) in claim
    holders = {attribution.id: attribution.holder for attribution in gold.attributions}
    if holders.get(toward, stance.holder) == stance.holder:
        return False
    told = _told(gold, toward)
    return any(signs & told.get(happening, set()) for happening, signs in claim.items())


def _claim(gold: GoldArticle, stance: GoldStance) -> Signs:
    for event in gold.events:
        if event.id == stance.toward:
            return {_happening(event): {0, 1}}
    told = _told(gold, stance.toward)
    answer = _told(gold, stance.attribution) if stance.attribution else {}
    return {happening: signs for happening, signs in told.items() if happening in answer} or told


def _told(gold: GoldArticle, attribution: str) -> Signs:
    """The happenings in an attribution's content and the signs that their innermost holders give them."""
    content: tuple[Span, ...] = next((a.content for a in gold.attributions if a.id == attribution), ())
    told: dict[str, set[int]] = {}
    for event in gold.events:
        if any(start <= event.head.start < end for start, end in content):
            told.setdefault(_happening(event), set()).add(_sign(event))
    return told


def _happening(event: GoldEvent) -> str:
    return event.same_as or event.id


def _sign(event: GoldEvent) -> int:
    value = event.factuality[-1][1] if event.factuality else "Uu"
    return -1 if value.endswith("-") else 1 if value.endswith("+") else 0
