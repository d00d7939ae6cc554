"""The words round a verb choose among its entries."""

from __future__ import annotations

from onrecord.events.lexicon import Entry, load_lexicon
from onrecord.events.phrasal import find_entries, has_particles, index_verbs, words_around
from onrecord.records import Parse
from support import table_parse

BARE = """
Oslo   oslo   NNP PROPN 2 nsubj
cut    cut    VBD VERB  0 ROOT
grain  grain  NN  NOUN  4 compound
aid    aid    NN  NOUN  2 dobj
"""
WITH_OFF = BARE + "off off RP ADP 2 prt\n"


def entries_at(table: str) -> list[Entry]:
    parse = table_parse(table)
    return list(find_entries(parse, 1, index_verbs(load_lexicon())["cut"]))


def test_a_particle_leaves_only_entries_that_ask_for_words_there() -> None:
    found = entries_at(WITH_OFF)
    assert found
    assert all(entry.particles for entry in found)


def test_without_a_particle_no_entry_that_asks_for_one_is_tried() -> None:
    found = entries_at(BARE)
    assert found
    assert not any("off" in entry.particles for entry in found)


def test_cues_pass_over_no_entry_whose_particles_stand_there() -> None:
    for table in (BARE, WITH_OFF):
        parse: Parse = table_parse(table)
        around, particles = words_around(parse, 1), {"off"} if table == WITH_OFF else set()
        for lemma, entries in load_lexicon().verbs.items():
            asked = [entry for entry in entries if entry.particles and has_particles(entry.particles, around, particles)]
            found = [entry for entry in find_entries(parse, 1, index_verbs(load_lexicon())[lemma]) if entry.particles]
            assert found == asked, lemma


def test_words_behind_a_preposition_of_the_object_stand_round_a_verb() -> None:
    parse = table_parse(BARE + "to to IN ADP 4 prep\nChad chad NNP PROPN 5 pobj\n")
    assert {"aid", "to", "chad", "grain"} <= words_around(parse, 1)
    assert "oslo" not in words_around(parse, 1)
