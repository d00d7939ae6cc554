"""Cues that a page's layout gives away."""

from __future__ import annotations

import pytest

from onrecord.attribution.columns import Columns, Vocabulary
from onrecord.attribution.cues import find_cues
from onrecord.attribution.layouts import LAYOUTS, find_layouts
from onrecord.attribution.lexicon import load_lexicon
from support import parsed

CASES = [
    ("“We will stay in this valley until the road is mended.” ― Ana Ruiz", "credit line"),
    ("Bridge shelled in Narva overnight: ministry\n\nThe bridge was hit.", "headline, speaker last"),
    ("Ministry: bridge shelled in Narva overnight\n\nThe bridge was hit.", "headline, speaker first"),
    ("Breaking: bridge shelled in Narva overnight\n\nThe bridge was hit.", None),
    ("He was asked twice.\n\nRUIZ: We will stay in this valley until May.", "transcript"),
    ("He was asked twice.\n\nQ: Will you stay in this valley until May?", "transcript"),
    ("He was asked twice.\n\nIV: Will you stay in this valley until May?", None),
    ("The envoy lied.\n\nThe death toll could not be verified.", "unverified"),
    ("He fled.\n\nThe general reportedly fled.", "hearsay"),
    ("It failed.\n\nThe offer, made “in good faith,” according to Ruiz, failed at dawn.", "quoted phrase"),
    ("It failed.\n\nThe court doubted the general's claim of innocence.", "possessed claim of"),
    ("The bridge was hit.\n\nThree towns were shelled: Narva, Tartu and Pärnu.", None),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_layout_is_told_by_marks_and_speakers(text: str, name: str | None) -> None:
    columns = Columns(parsed(text), Vocabulary((), load_lexicon()))
    numbers = {int(number) for number in find_layouts(columns, find_cues(columns))} - {0}
    assert {LAYOUTS[number - 1].name for number in numbers} == ({name} if name else set())
