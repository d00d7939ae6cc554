"""A small annotated article for tests of the scorers."""

from __future__ import annotations

from onrecord.score.blocks import read_blocks_text
from onrecord.score.gold import GoldArticle, build_gold

SMALL = """id: x
split: dev
outlet: Wire
published: 2025-02-03

# text
h1 Mayor says guards fired
p1 Mayor Odile Kasongo said on Monday that border guards had fired at a boat. Rwanda's army denied it.
p2 "They fired twice," she said. The army chief, Jean Bizimana, called the mayor's words a lie.

# actors
mayor | Odile Kasongo | person | COD | GOV
guards | border guards | group | RWA | MIL
army | Rwandan army | organisation | RWA | MIL
chief | Jean Bizimana | person | RWA | MIL
rwanda | Rwanda | country | RWA | -
nobody | unnamed boatmen | unnamed | COD | -

# mentions
mayor | name | p1 Odile Kasongo
mayor | pronoun | p2 she
chief | name | p2 Jean Bizimana
army | name | p1 Rwanda's army

# attributions
a1 | p1 | Mayor Odile Kasongo | said on Monday | that border guards had fired at a boat | indirect | assert | mayor | - | -
a2 | p1 | Rwanda's army | denied | it | indirect | deny | army | - | -
a3 | p2 | she | said | "They fired twice," | direct | assert | mayor | - | -

# events
e1 | p1 | fired | ASSAULT/firearms | - | guards | nobody | - | a1 | denied | AUTHOR=Uu mayor=CT+ | past | 2025-02-03 timex | - | -
e2 | p2 | fired | ASSAULT/firearms | - | guards | nobody | - | a3 | denied | AUTHOR=Uu mayor=CT+ | past | ? null | 2025-02-03 | e1

# stances
army | denies | a1 a3 e1 | a2
"""


def small_gold() -> GoldArticle:
    """The article, with two tellings of one event and a denial."""
    return build_gold(read_blocks_text(SMALL, "x.gold"))
