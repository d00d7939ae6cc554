"""Stances against gold ones: what counts as the right answer, target and claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Reading, Span, Stance
from onrecord.score.align import Score
from onrecord.score.convert import gold_to_reading
from onrecord.score.layers import score_layers
from score.small import small_gold

GOLD = small_gold()
WHOLE = gold_to_reading(GOLD)
DENIAL = Stance("army", "denies", attribution_toward="a1", attribution="a2")
FIGURES = ("holder, value and target", "holder, value and the claim", "holder and value")


def hits(reading: Reading) -> tuple[float, ...]:
    found = figures(reading)
    return tuple(found[name].hits for name in FIGURES)


def figures(reading: Reading) -> dict[str, Score]:
    return {score.name: score for score in score_layers([GOLD], lambda _: reading, ["stances"])["stances"]}


@pytest.mark.parametrize(
    ("stance", "right"),
    [
        pytest.param(DENIAL, (1, 1, 1), id="right"),
        pytest.param(replace(DENIAL, value="doubts"), (0, 0, 0), id="another value"),
        pytest.param(replace(DENIAL, holder="mayor"), (0, 0, 0), id="another holder"),
        pytest.param(replace(DENIAL, attribution_toward="a3"), (0, 1, 1), id="another telling of the claim"),
        pytest.param(replace(DENIAL, attribution_toward=None, event_toward="e1"), (0, 1, 1), id="what is claimed"),
        pytest.param(replace(DENIAL, attribution_toward=None, event_toward="e2"), (0, 0, 1), id="a mention outside the claim"),
        pytest.param(replace(DENIAL, attribution_toward="a2"), (0, 0, 1), id="its own words"),
    ],
)
def test_stance_is_right_by_holder_value_and_what_is_answered(stance: Stance, right: tuple[int, int, int]) -> None:
    assert hits(replace(WHOLE, stances=(stance,))) == right


def test_second_stance_of_the_same_kind_is_given_and_not_found() -> None:
    found = figures(replace(WHOLE, stances=(DENIAL, DENIAL)))["holder, value and target"]
    assert (found.hits, found.n_given, found.n_gold) == (1, 2, 1)


def test_target_is_known_by_its_cue_when_its_content_runs_otherwise() -> None:
    short = [replace(a, content=(Span(0, 5),)) if a.id == "a1" else a for a in WHOLE.attributions or ()]
    assert hits(replace(WHOLE, attributions=tuple(short))) == (1, 1, 1)


def test_better_target_takes_the_gold_stance_whatever_comes_first() -> None:
    given = (replace(DENIAL, attribution_toward="a2"), DENIAL)
    assert hits(replace(WHOLE, stances=given)) == (1, 1, 1)


def test_target_may_be_an_act_of_speech_where_the_gold_has_an_event() -> None:
    fired = GOLD.events[0].head
    spoken = replace((WHOLE.attributions or ())[0], id="extra", cue=(fired,), content=(Span(0, 5),))
    reading = replace(WHOLE, attributions=(*(WHOLE.attributions or ()), spoken))
    assert hits(replace(reading, stances=(replace(DENIAL, attribution_toward="extra"),))) == (0, 1, 1)


def test_target_may_be_an_event_where_the_gold_has_an_act_of_speech() -> None:
    said = next(a for a in GOLD.attributions if a.id == "a3").cue[0]
    event = replace((WHOLE.events or ())[0], id="extra", head=said)
    reading = replace(WHOLE, events=(*(WHOLE.events or ()), event))
    stance = replace(DENIAL, attribution_toward=None, event_toward="extra")
    assert hits(replace(reading, stances=(stance,))) == (0, 1, 1)
