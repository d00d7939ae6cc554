"""Events, factuality and times against gold ones: what counts as right, one change at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.records import Event, Happened, Reading
from onrecord.score.align import Score
from onrecord.score.convert import gold_to_reading
from onrecord.score.layers import score_layers
from score.small import small_gold

GOLD = small_gold()
WHOLE = gold_to_reading(GOLD)


def figures(reading: Reading, layer: str) -> dict[str, Score]:
    return {score.name: score for score in score_layers([GOLD], lambda _: reading, [layer])[layer]}


def with_events(**changes: Any) -> Reading:
    """The right reading with one thing changed in each event."""
    return replace(WHOLE, events=tuple(replace(event, **changes) for event in WHOLE.events or ()))


@pytest.mark.parametrize(
    ("changes", "figure"),
    [
        ({"mode": None}, "mode"),
        ({"status": "attributed"}, "status"),
        ({"actors": ("mayor",)}, "country of actors"),
        ({"recipients": ()}, "country of recipients"),
        ({"contexts": ("military",)}, "contexts, the same"),
        ({"same_as": None}, "one happening"),
    ],
)
def test_one_wrong_field_costs_its_own_figure_only(changes: dict[str, Any], figure: str) -> None:
    found = figures(with_events(**changes), "events")
    assert found.pop(figure).f1 < 100
    assert {score.f1 for name, score in found.items() if score.n_gold and "lower" not in name} == {100.0}


def test_wrong_type_at_the_right_head_is_found_as_head_alone() -> None:
    found = figures(with_events(type="COERCE", mode=None), "events")
    assert (found["head and type"].hits, found["head"].hits) == (0, 2)


def test_fact_that_gold_calls_denied_is_a_false_fact() -> None:
    found = figures(with_events(status="fact"), "events")["false facts among facts (lower is better)"]
    assert (found.hits, found.n_given) == (2, 2)


def test_value_of_a_holder_counts_by_the_holder_and_not_by_place() -> None:
    swapped = with_events(factuality=(("Odile Kasongo", "CT+"), ("AUTHOR", "Uu")))
    assert figures(swapped, "factuality")["value"].f1 == 100
    of_another = with_events(factuality=(("Jean Bizimana", "CT+"), ("AUTHOR", "Uu")))
    assert figures(of_another, "factuality")["value"].f1 == 50


def test_publication_day_for_an_open_time_is_wrong() -> None:
    found = figures(with_events(happened=Happened("2025-02-03", "2025-02-03", "published")), "times")
    assert found["happened"].f1 == 50


def test_two_events_at_one_head_pair_once() -> None:
    doubled: tuple[Event, ...] = tuple(e for event in WHOLE.events or () for e in (event, replace(event, id=event.id + "b")))
    found = figures(replace(WHOLE, events=doubled), "events")["head and type"]
    assert (found.hits, found.n_given, found.n_gold) == (2, 4, 2)
