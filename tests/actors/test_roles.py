"""Words for what people are make them actors, with their sector."""

from __future__ import annotations

import pytest

from actor_stage import resolve
from onrecord.actors.kbdata import read_lines
from onrecord.actors.roles import Roles, pluralise

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("called", "sector"),
    [
        ("a heckler", "CVL"),
        ("her assistant", "LAB"),
        ("the poet", "CVL"),
        ("illegal immigrants", "REF"),
        ("a regulator", "GOV"),
        ("the school board", "GOV"),
        ("the gun lobby", "BUS"),
    ],
)
def test_who_is_only_called_what_he_is_is_an_actor(called: str, sector: str) -> None:
    said = "[the mayor]{source} [said]{cue} [it was late]{content}"
    found = resolve(f"The mayor of Lomé thanked {called} on Sunday, and {said}.")
    words = called.split(" ", 1)[1] if called.startswith(("a ", "her ", "the ")) else called
    assert [actor.sector for actor in found.actors if actor.name.endswith(words)] == [(sector,)]


def test_the_plural_of_a_word_for_a_person_means_several() -> None:
    heads = Roles().heads
    assert all(entry.role.plural for entry in heads[pluralise("neighbour")])


def test_no_term_is_listed_twice() -> None:
    terms = [line.split("\t")[0] for line in read_lines("roles.tsv")[1:]]
    assert len(terms) == len(set(terms))


def test_no_plural_that_the_rule_makes_of_a_person_is_listed_as_one_person() -> None:
    rows = [line.split("\t")[:2] for line in read_lines("roles.tsv")[1:]]
    persons = {term for term, kind in rows if kind == "person"}
    assert not {pluralise(term) for term in persons if pluralise(term) != term} & persons
