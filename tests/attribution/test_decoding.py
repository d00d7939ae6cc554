"""The choice of a consistent set of attributions."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.attribution.columns import Columns, Vocabulary
from onrecord.attribution.decoding import TOLD, tell_in_participles
from onrecord.attribution.lexicon import load_lexicon
from onrecord.attribution.ranges import Ranges
from onrecord.attribution.triples import Triples
from support import parsed


@pytest.mark.parametrize(
    ("text", "word", "chance"),
    [
        ("The governor bowed to the court, saying that the order had been lost.", "saying", TOLD),
        ("The governor bowed to the court, saying nothing.", "saying", 0.1),
        ("The governor bowed to the court, showing that he could wait.", "bowed", 0.1),
    ],
)
def test_participle_with_a_clause_tells(text: str, word: str, chance: float) -> None:
    columns = Columns(parsed(text), Vocabulary((), load_lexicon()))
    cue = np.array([columns.parse.words.index(word)])
    none = np.zeros((4, 1), dtype=np.int64)
    inner = [0.1]
    tell_in_participles(columns, Triples(cue, Ranges(none, none), cue, cue, cue, {}), inner)
    assert inner == [chance]
