"""A "who" means a person, not the place or body named last before it."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve
from support import marked

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A midwife at the clinic in Gao, who fled on foot, told us so.", "midwife"),
        ("The envoy to the African Union, who is ill, stayed at home.", "envoy"),
        ("A lawyer for Ana Bello, who is in jail, came to court.", "Bello"),
    ],
    ids=["place", "body", "person"],
)
def test_who_is_the_person_before_it(text: str, name: str) -> None:
    found = resolve(text)
    at = text.index("who")
    mention = next(mention for mention in found.mentions if mention.span.start == at)
    assert name in next(actor.name for actor in found.actors if actor.id == mention.actor)


def test_who_that_speaks_is_the_person_before_it() -> None:
    actor = holder(resolve("A midwife at the clinic in Gao, [who]{source} [asked]{cue} [not to be named]{content}, was there."))
    assert actor is not None and "midwife" in actor.name


def test_source_that_is_only_where_somebody_is_ends_at_him() -> None:
    actor = holder(resolve("A midwife at [the clinic]{source} [said]{cue} [the roof had gone]{content}."))
    assert actor is not None and "midwife" in actor.name


def test_who_is_accused_of_something_is_not_of_it() -> None:
    text, _ = marked("The mayor accused the rebels of burning schools.")
    names = {actor.name for actor in resolve(text).actors if actor.sector == ("REB",)}
    assert names == {"rebels"}
