from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.score.claims import is_same_claim
from onrecord.score.gold import GoldArticle, GoldStance, read_gold

TEXT = """id: t1
split: dev
family: -
role: single
outlet: Lakewire
published: 2025-02-03
country: COD
kind: wire report

# text
h1 Army blames rebels
p1 The army said that rebels had shelled the camp. A nurse said that rebels had shelled it twice.
p2 The rebels denied the shelling. A priest said that nobody had bombed the road.

# actors
army | Congolese army | organisation | COD | MIL
rebels | rebels | group | COD | REB
nurse | a nurse | unnamed | COD | -
priest | a priest | unnamed | COD | -

# mentions
army | name | p1 The army

# attributions
a1 | p1 | The army | said that rebels had shelled the | that rebels had shelled the camp | indirect | assert | army | - | -
a2 | p1 | A nurse | A nurse [said] | that rebels had shelled it twice | indirect | assert | nurse | - | -
a3 | p2 | The rebels | denied | the shelling | indirect | deny | rebels | - | -
a4 | p2 | A priest | said | that nobody had bombed the road | indirect | deny | priest | - | -

# events
e1 | p1 | [shelled] the camp | ASSAULT | - | rebels | - | - | a1 | attributed | AUTHOR=Uu army=CT+ | past | ? null | - | -
e2 | p1 | [shelled] it | ASSAULT | - | rebels | - | - | a2 | attributed | AUTHOR=Uu nurse=CT+ | past | ? null | - | e1
e3 | p2 | shelling | ASSAULT | - | rebels | - | - | a3 | denied | AUTHOR=Uu rebels=CT- | past | ? null | - | e1
e4 | p2 | bombed | ASSAULT | - | - | - | - | a4 | denied | AUTHOR=Uu priest=CT- | past | ? null | - | -

# stances
rebels | denies | a1 | a3
"""


@pytest.fixture
def gold(tmp_path: Path) -> GoldArticle:
    path = tmp_path / "t1.gold"
    path.write_text(TEXT.replace("said that rebels had shelled the |", "The army [said] |"), encoding="utf-8")
    return read_gold(path)


@pytest.mark.parametrize(
    ("toward", "same"), [("a1", True), ("a2", True), ("e1", True), ("e3", True), ("a3", False), ("a4", False), ("e4", False)]
)
def test_same_claim_is_told_by_another_holder_of_the_same_happening(gold: GoldArticle, toward: str, same: bool) -> None:
    assert is_same_claim(gold, gold.stances[0], toward) is same


def test_telling_with_the_other_polarity_is_another_claim(gold: GoldArticle) -> None:
    stance = GoldStance("nurse", "rejects", "a3", None)
    assert not is_same_claim(gold, stance, "a1")
