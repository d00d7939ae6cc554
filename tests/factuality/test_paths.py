"""The way from a sentence's root down to an event's word."""

from __future__ import annotations

import pytest

from onrecord.factuality.paths import climb
from support import table_parse


@pytest.mark.parametrize(("auxiliary", "frame"), [("had have VBD AUX 6 aux", "that"), ("then then RB ADV 6 advmod", "conj")])
def test_pluperfect_coordinated_with_a_plain_past_of_telling_is_told(auxiliary: str, frame: str) -> None:
    parse = table_parse(f"""
        Miners miner NNS NOUN 2 nsubj
        said say VBD VERB 0 ROOT
        much much JJ ADJ 2 dobj
        and and CC CCONJ 2 cc
        {auxiliary}
        struck strike VBN VERB 2 conj
    """)
    assert climb(parse, 5, telling={"say"})[-1].frame == frame
