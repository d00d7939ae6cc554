"""A leader whom the press calls by the surname alone is known in a text that says no more."""

from __future__ import annotations

import pytest

from actor_stage import resolve

pytestmark = pytest.mark.model


def named(text: str, published: str) -> dict[str, str | None]:
    return {actor.name: actor.country for actor in resolve(text, published=published).actors}


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("Trump scolded [Macron]{source}, who [said]{cue} [no]{content}.", "2025-03-05", "Donald Trump"),
        ("Lavrov scolded [Macron]{source}, who [said]{cue} [no]{content}.", "2022-05-05", "Sergei Lavrov"),
        ("Obama scolded [Merkel]{source}, who [said]{cue} [no]{content}.", "2016-08-05", "Barack Obama"),
    ],
    ids=["tagged as a common noun", "a minister", "a place's name too"],
)
def test_leader_of_a_great_state_is_known_by_the_surname(text: str, published: str, name: str) -> None:
    assert name in named(text, published)


def test_who_has_left_office_is_not() -> None:
    assert "Sergei Lavrov" not in named("Lavrov scolded [Macron]{source}, who [said]{cue} [no]{content}.", "1990-05-05")


def test_a_noun_with_an_article_is_no_leader() -> None:
    assert "Donald Trump" not in named("The Trump of fate fell on [Macron]{source}, who [said]{cue} [no]{content}.", "2012-03-05")
