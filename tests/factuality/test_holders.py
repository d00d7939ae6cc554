"""Whose word an event stands in where no attribution says so."""

from __future__ import annotations

from onrecord.factuality.holders import parenthetical_voices
from onrecord.factuality.paths import climb
from onrecord.factuality.tables import load_tables
from onrecord.records import Parse
from support import table_parse


def test_telling_between_commas_is_a_voice_for_the_clause_after_it() -> None:
    parse = table_parse("""
        Earlier early RB ADV 6 advmod
        , , , PUNCT 6 punct
        she she PRP PRON 4 nsubj
        insists insist VBZ VERB 6 parataxis
        , , , PUNCT 4 punct
        shells shell VBD VERB 0 ROOT
    """)
    assert voices(parse, 5) == ["she"]


def test_in_somebodys_words_is_a_voice_without_the_possessive_sign() -> None:
    parse = table_parse("""
        Guards guard NNS NOUN 2 nsubj
        left leave VBD VERB 0 ROOT
        in in IN ADP 2 prep
        Lagos Lagos NNP PROPN 6 poss
        's 's POS PART 4 case
        words word NNS NOUN 3 pobj
    """)
    assert voices(parse, 1) == ["Lagos"]


def voices(parse: Parse, head: int) -> list[str]:
    """The names of the voices beside the way to a word."""
    found = parenthetical_voices(parse, climb(parse, head), load_tables(), {})
    return [voice.name for at_step in found.values() for voice in at_step]
