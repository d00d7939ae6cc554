"""The lexicon is a table that can be printed, checked and trusted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.events.lexicon import OPTIONS, SOURCES, load_lexicon, print_lexicon, read_frame
from onrecord.events.plover import MODES, has_code
from onrecord.events.tables import class_names, load_classes, words

PREPOSITIONS = words(
    "about across after against alongside among along at before behind beside between by for from in into near of off on onto out"
    " outside over round through to around under toward towards upon with"
)


def test_every_entry_has_a_code_of_the_ontology() -> None:
    for entry in load_lexicon().entries():
        assert has_code(entry.type if entry.mode is None else f"{entry.type}/{entry.mode}"), entry


def test_every_type_has_verbs_and_every_mode_has_an_entry_or_a_governor() -> None:
    lexicon = load_lexicon()
    codes = {(entry.type, entry.mode) for entry in lexicon.entries()} | set(lexicon.governed.values())
    assert {name for name, _ in codes} == set(MODES)
    missing = {(name, mode) for name, modes in MODES.items() for mode in modes} - codes
    assert missing <= {("CONSULT", "multilateral"), ("THREATEN", "territory"), ("REJECT", "yield")}


def test_no_two_entries_of_a_lemma_ask_for_the_same_company() -> None:
    keys = Counter((e.lemma, e.pos, e.particles, e.subjects, e.objects) for e in load_lexicon().entries())
    assert [key for key, count in keys.items() if count > 1] == []


def test_frames_name_known_places() -> None:
    for entry in load_lexicon().entries():
        places = {*entry.frame.actors, *entry.frame.recipients}
        assert places <= SOURCES | PREPOSITIONS, entry


def test_particles_and_classes_are_known() -> None:
    for entry in load_lexicon().entries():
        named = {part for option in (*entry.subjects, *entry.objects) if option[0] != "=" for part in option.split("+")} - {""}
        assert named <= class_names() | OPTIONS, entry


def test_a_dropped_entry_names_no_party() -> None:
    assert all(not entry.frame.actors for entry in load_lexicon().entries() if entry.frame.dropped)


def test_lexicon_has_some_thousand_entries() -> None:
    assert sum(1 for _ in load_lexicon().entries()) > 3000


def test_the_docs_name_the_number_of_entries_of_each_type() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    for name, (verbs, nouns) in load_lexicon().counts().items():
        assert f"| {name} | {verbs} | {nouns} |" in docs


def test_printing_gives_a_line_an_entry(capsys: pytest.CaptureFixture[str]) -> None:
    print_lexicon()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == sum(1 for _ in load_lexicon().entries())
    assert all(line.count("\t") == 6 for line in lines)


def test_a_deeds_verb_gives_the_act_noun_with_its_company() -> None:
    entries = load_lexicon().nouns["bulldozing"]
    assert {(e.type, e.mode) for e in entries if not e.frame.dropped} == {("ASSAULT", "destroy")}
    assert any("property" in e.objects for e in entries)


def test_a_word_of_its_own_in_ing_is_no_act_noun() -> None:
    assert not {"building", "sending", "holding"} & set(load_lexicon().nouns)


def test_nobody_who_does_a_deed_is_an_event() -> None:
    assert not {"bomber", "kidnapper", "attacker", "negotiator"} & {
        lemma for lemma, entries in load_lexicon().nouns.items() if any(not e.frame.dropped for e in entries)
    }


def test_an_entry_that_says_no_event_is_tried_before_its_equals() -> None:
    for entries in (*load_lexicon().verbs.values(), *load_lexicon().nouns.values()):
        keys = [(-e.weight, not e.frame.dropped) for e in entries]
        assert keys == sorted(keys)


def test_classes_hold_lower_case_lemmas_only() -> None:
    assert all(word == word.lower() for word in load_classes())


def test_governed_table_has_a_default_for_each_governor() -> None:
    lexicon = load_lexicon()
    kinds = {row.kind for rows in lexicon.governors.values() for row in rows}
    assert {(kind, "-") for kind in kinds} <= set(lexicon.governed)


def test_a_frame_without_a_sign_is_refused() -> None:
    with pytest.raises(SettingsError, match="no frame"):
        read_frame("subj")
