"""The arithmetic of scores."""

from __future__ import annotations

import pytest

from onrecord.score.align import Tally


def test_a_harmony_is_the_f1_of_two_figures_counted_over_different_things() -> None:
    tally = Tally()
    tally.add("precision", 9.0, 10.0, 10.0)
    tally.add("recall", 12.0, 20.0, 20.0)
    tally.harmony("F1", "precision", "recall")
    figure = tally.scores()[-1]
    assert (figure.name, figure.precision, figure.recall) == ("F1", pytest.approx(90.0), pytest.approx(60.0))
    assert figure.f1 == pytest.approx(2 * 0.9 * 0.6 / 1.5 * 100)


def test_a_harmony_of_nothing_is_nothing() -> None:
    tally = Tally()
    tally.add("precision", 0.0, 0.0, 0.0)
    tally.add("recall", 0.0, 0.0, 0.0)
    tally.harmony("F1", "precision", "recall")
    assert tally.scores()[-1].f1 == 0.0
