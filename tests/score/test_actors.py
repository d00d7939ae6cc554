"""Who counts as the same actor, and how mentions are scored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Actor, Mention, Reading, Span
from onrecord.score.actors import is_same_actor, score_mentions
from onrecord.score.align import Score, Tally, Words
from onrecord.score.convert import gold_to_reading
from onrecord.score.gold import NOBODY
from score.small import small_gold

GOLD = small_gold()


@pytest.mark.parametrize(
    ("key", "predicted", "same"),
    [
        pytest.param("mayor", Actor("1", "Kasongo", "person", "COD"), True, id="family name alone"),
        pytest.param("mayor", Actor("1", "Odile Kasongo", "person", "RWA"), False, id="country against it"),
        pytest.param("mayor", Actor("1", "Odile Mbala", "person", "COD"), False, id="another family name"),
        pytest.param("mayor", Actor("1", "Odile Kasóngo", "person"), True, id="diacritics, country unknown"),
        pytest.param("army", Actor("1", "Rwandan army", "organisation", "RWA", ("MIL",)), True, id="name"),
        pytest.param("army", Actor("1", "the Rwandan army", "organisation", "RWA"), True, id="name with an article"),
        pytest.param("army", Actor("1", "navy", "organisation", "RWA", ("MIL",)), False, id="body of another name"),
        pytest.param("guards", Actor("1", "frontier troops", "group", "RWA", ("MIL",)), True, id="group by country and sector"),
        pytest.param("guards", Actor("1", "frontier troops", "group", "RWA", ("REB",)), False, id="group of another sector"),
        pytest.param("rwanda", Actor("1", "Kigali", "country", "RWA"), True, id="state by another name"),
        pytest.param("rwanda", Actor("1", "Paul Kagame", "person", "RWA"), False, id="person is no state"),
        pytest.param("mayor", None, False, id="nobody predicted"),
        pytest.param(NOBODY, None, True, id="nobody is nobody"),
        pytest.param(NOBODY, Actor("1", "Kasongo", "person"), False, id="somebody is not nobody"),
    ],
)
def test_same_actor(key: str, predicted: Actor | None, same: bool) -> None:
    assert is_same_actor(GOLD, key, predicted) is same


def mention_figures(reading: Reading) -> dict[str, Score]:
    tally = Tally()
    score_mentions(GOLD, reading, Words(GOLD.article.text), tally)
    return {score.name: score for score in tally.scores()}


def test_mentions_of_two_persons_taken_for_one_cost_precision_and_not_recall() -> None:
    reading = gold_to_reading(GOLD)
    merged = tuple(replace(m, actor="mayor" if m.actor == "chief" else m.actor) for m in reading.mentions or ())
    figures = mention_figures(replace(reading, mentions=merged))
    assert figures["mentions found"].f1 == 100
    assert figures["b-cubed recall"].recall == 100
    assert figures["b-cubed precision"].precision == pytest.approx(100 * (2 * 2 / 3 + 1 / 3 + 1) / 4)


def test_mention_that_is_not_settled_stands_alone_and_costs_recall() -> None:
    reading = gold_to_reading(GOLD)
    open_ones = tuple(replace(m, actor=None) if m.kind == "pronoun" else m for m in reading.mentions or ())
    figures = mention_figures(replace(reading, mentions=open_ones))
    assert figures["b-cubed precision"].precision == 100
    assert figures["b-cubed recall"].recall == pytest.approx(100 * (1 / 2 + 1 / 2 + 1 + 1) / 4)


def test_mention_elsewhere_is_given_and_not_found() -> None:
    reading = gold_to_reading(GOLD)
    more = (*(reading.mentions or ()), Mention(Span(0, 5), "mayor", "title"))
    found = mention_figures(replace(reading, mentions=more))["mentions found"]
    assert (found.hits, found.n_given, found.n_gold) == (4, 5, 4)
