"""The tables of the stage: each entry once, in a known class, with nothing left unread."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from onrecord.factuality.tables import answer_nouns, load_tables
from onrecord.factuality.targets import target_weights
from onrecord.records import Act


def rows(name: str) -> list[list[str]]:
    text = (resources.files("onrecord.factuality") / "data" / name).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


def test_no_predicate_has_two_classes_in_one_frame() -> None:
    seen = [(lemma, pos, frame) for lemma, pos, frames, _ in rows("predicates.tsv") for frame in frames.split(",")]
    assert len(seen) == len(set(seen))


def test_no_marker_has_two_rows_in_one_place() -> None:
    seen = [(word, place) for word, place, *_ in rows("markers.tsv")]
    assert len(seen) == len(set(seen))


def test_no_kind_of_deed_lists_a_word_twice() -> None:
    assert all(len(words.split()) == len(set(words.split())) for _, words in rows("deeds.tsv"))


def test_every_class_is_used_by_a_predicate() -> None:
    used = {row[3] for row in rows("predicates.tsv")}
    assert {row[0] for row in rows("classes.tsv")} - used == set()


@pytest.mark.parametrize(
    ("lemma", "pos", "frame", "outer"),
    [
        ("manage", "VERB", "to", (3, -3)),
        ("fail", "VERB", "to", (-3, 3)),
        ("prevent", "VERB", "from", (-3, 3)),
        ("force", "VERB", "objto", (3, 0)),
        ("know", "VERB", "that", None),
    ],
)
def test_signature_follows_the_literature(lemma: str, pos: str, frame: str, outer: tuple[int, int] | None) -> None:
    found = load_tables().predicate([lemma], pos, frame)
    assert found is not None and found.outer == outer


def test_particle_verb_goes_before_its_plain_verb() -> None:
    tables = load_tables()
    found = tables.predicate(["rule out", "rule"], "VERB", "ing")
    assert found is not None and found.name == "ruleout"


def test_nouns_of_answers_name_acts_of_the_records() -> None:
    assert set(answer_nouns().values()) <= set(Act.__args__)


def test_target_weights_know_the_empty_candidate() -> None:
    assert "abstain" in target_weights()
