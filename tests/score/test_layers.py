from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import GoldError
from onrecord.records import Reading, Span
from onrecord.score.align import Words, jaccard, pair
from onrecord.score.convert import gold_to_reading
from onrecord.score.events import is_same_interval
from onrecord.score.gold import read_gold
from onrecord.score.layers import score_layers

GOLD = read_gold(Path(__file__).parents[2] / "eval" / "gold" / "articles" / "f1-1-caspwire-apology.gold")


def figures(reading: Reading) -> dict[str, float]:
    return {f"{layer}/{s.name}": s.f1 for layer, rows in score_layers([GOLD], lambda _: reading).items() for s in rows}


def test_gold_against_itself_scores_a_hundred() -> None:
    lower_is_better = {name: value for name, value in figures(gold_to_reading(GOLD)).items() if "lower" in name}
    rest = {name: value for name, value in figures(gold_to_reading(GOLD)).items() if "lower" not in name}
    assert set(lower_is_better.values()) <= {0.0}
    assert set(rest.values()) == {100.0}


def test_an_empty_reading_finds_nothing() -> None:
    found = figures(Reading(GOLD.article, attributions=(), events=(), mentions=(), actors=(), stances=()))
    assert found["attributions/all depths"] == 0
    assert found["events/head and type"] == 0


def test_a_wrong_parent_costs_the_nested_figure_and_not_the_other() -> None:
    reading = gold_to_reading(GOLD)
    attributions = tuple(replace(a, parent=None) for a in reading.attributions or ())
    found = figures(replace(reading, attributions=attributions))
    assert found["attributions/all depths"] == 100
    assert found["attributions/nested, right parent"] == 0


def test_a_wrong_source_is_not_found() -> None:
    reading = gold_to_reading(GOLD)
    attributions = tuple(replace(a, source=(Span(0, 1),)) for a in reading.attributions or ())
    assert figures(replace(reading, attributions=attributions))["attributions/all depths"] < 10


def test_an_unknown_layer_is_named() -> None:
    with pytest.raises(GoldError, match="no layer 'evnts'; have attributions"):
        score_layers([GOLD], lambda _: gold_to_reading(GOLD), ["evnts"])


@pytest.mark.parametrize(
    ("gold", "given_days", "same"),
    [
        (("2025-02-01", "2025-02-01"), ("2025-02-01", "2025-02-01"), True),
        (("2025-02-01", "2025-02-01"), ("2025-02-01", "2025-02-02"), False),
        (("2025-02", "2025-02"), ("2025-02-01", "2025-02-28"), True),
        (("2025-02", "2025-02"), ("2025-02-11", "2025-02-11"), True),
        (("2025-02", "2025-02"), ("2025-03-01", "2025-03-01"), False),
        (("2022-02-24", None), ("2022-02-24", None), True),
        (None, None, True),
        (None, ("2025-02-01", "2025-02-01"), False),
    ],
)
def test_same_interval_means_same_days_or_inside_the_month_that_is_given(
    gold: tuple[str | None, str | None] | None, given_days: tuple[str | None, str | None] | None, same: bool
) -> None:
    assert is_same_interval(gold, given_days) is same


def test_a_comma_at_the_edge_decides_nothing() -> None:
    words = Words("“We never fired,” he said.")
    assert jaccard(words.of([Span(0, 17)]), words.of([Span(1, 15)])) == 1


@given(st.lists(st.integers(0, 5), max_size=6), st.lists(st.integers(0, 5), max_size=6))
def test_pairs_are_one_to_one(left: list[int], right: list[int]) -> None:
    numbered = list(enumerate(left)), list(enumerate(right))
    pairs = pair(*numbered, lambda a, b: (float(a[1] == b[1]),))
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    assert len(pairs) == sum(min(left.count(n), right.count(n)) for n in set(left))
