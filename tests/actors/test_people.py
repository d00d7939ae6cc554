"""Persons by their names and offices: known ones, namesakes, leaders and their likes."""

from __future__ import annotations

import pytest

from actor_stage import country, holder, resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("name", "expected"), [("Oksana Bila", "UKR"), ("Piotr Nowicki", "POL")])
def test_a_persons_name_chooses_between_the_countries_an_article_is_about(name: str, expected: str) -> None:
    lead = "Poland and Ukraine met in Lviv and in Lublin. Warsaw and Kyiv agreed. "
    assert country(f"{lead}[{name}]{{source}} [said]{{cue}} [it was late]{{content}}.") == expected


@pytest.mark.parametrize("name", ["Mark Cuban", "Michael Jordan"])
def test_a_surname_that_is_a_peoples_or_a_states_name_is_a_surname(name: str) -> None:
    actor = holder(resolve(f"[{name}]{{source}} [said]{{cue}} [the sale was off]{{content}}."))
    assert actor is not None
    assert (actor.name, actor.type) == (name, "person")


def test_an_unknown_states_president_is_not_the_datelines() -> None:
    source = (
        "VIENNA, May 3 (Wire) - [Ruritania's president]{source} [said]{cue} [the war was over]{content}. Austrian police came."
    )
    assert country(source) is None


@pytest.mark.parametrize(("name", "expected"), [("Macron", "FRA"), ("Brown", None)])
def test_a_surname_alone_is_a_great_states_leader_only_where_few_bear_it(name: str, expected: str | None) -> None:
    assert country(f"[{name}]{{source}} [said]{{cue}} [the vote was fair]{{content}}.") == expected


def test_a_former_leaders_full_name_is_known_years_later() -> None:
    actor = holder(resolve("[Angela Merkel]{source} [said]{cue} [she had no regrets]{content}."))
    assert actor is not None
    assert (actor.country, actor.sector) == ("DEU", ("ELI",))


@pytest.mark.parametrize(
    ("name", "published", "expected"),
    [
        ("Guido Westerwelle", "2020-03-02", ("ELI",)),
        ("Emmanuel Macron", "2012-03-02", ()),
        ("The nurse Guido Westerwelle", "2020-03-02", ("MED",)),
    ],
)
def test_a_full_name_of_the_base_is_known_out_of_office_where_nothing_speaks_against_it(
    name: str, published: str, expected: tuple[str, ...]
) -> None:
    text = f"Germany and France met in Paris. [{name}]{{source}} [said]{{cue}} [the hall was full]{{content}}."
    actor = holder(resolve(text, published=published))
    assert actor is not None
    assert (actor.basis == "kb", actor.sector) == (expected != ("MED",), expected)


def test_namesakes_are_told_apart_by_their_initials() -> None:
    found = resolve(
        "George H. W. Bush met his son. [George W. Bush]{source} [said]{cue} [he was proud]{content}.", published="2004-05-04"
    )
    assert {actor.name for actor in found.actors} >= {"George H. W. Bush", "George W. Bush"}


def test_a_headlines_bare_role_is_whom_the_article_tells_of() -> None:
    source = (
        "Kenya sends rice as [mediators]{source} [say]{cue} [talks go on]{content}\n\n"
        "African Union mediators met both rebel groups in Juba on Monday. South Sudan thanked them."
    )
    assert country(source) == "IGO"


def test_a_titled_leader_is_no_leader_of_the_country_dealt_with() -> None:
    source = "[President Biden]{source} [said]{cue} [China must open its ports]{content}."
    assert country(source) == "USA"
    assert country("[The Biden administration]{source} [said]{cue} [China must open its ports]{content}.") == "USA"


@pytest.mark.parametrize(
    "lead",
    [
        "President Ana Duarte of Uruguay met dockers in Montevideo. ",
        "Uruguay and Brazil signed a pact. Ana Duarte, the president, met dockers in Rio. ",
        "Uruguay's president, Ana Duarte, took over from former Uruguayan president Luis Lacalle Pou. ",
    ],
    ids=["country told", "country untold", "beside the holder by the base"],
)
@pytest.mark.parametrize("office", ["The Uruguayan president", "Uruguay's president", "The president"])
def test_an_office_is_whoever_the_article_says_holds_it(lead: str, office: str) -> None:
    actor = holder(resolve(f"{lead}[{office}]{{source}} [said]{{cue}} [the port would open]{{content}}."))
    assert actor is not None
    assert actor.name == "Ana Duarte"
    told = "Uruguay" in lead and "Brazil" not in lead
    assert actor.country == "URY" or not (told or "Urug" in office)


def test_an_unknown_president_is_not_one_of_a_country_whose_holder_the_article_names() -> None:
    source = (
        "President Ana Duarte of the rowing club met Russian President Vladimir Putin. "
        "[The Russian president]{source} [said]{cue} [it was late]{content}."
    )
    actor = holder(resolve(source))
    assert actor is not None
    assert actor.name == "Vladimir Putin"


def test_a_pope_is_of_the_holy_see() -> None:
    assert country("Ana Bello toured Nigeria. [The pope]{source} [said]{cue} [the halls were full]{content}.") == "VAT"


def test_month_is_nobody_and_a_premier_of_that_name_still_somebody() -> None:
    source = "British unions will strike in May and on 3 June. [Britain's May]{source} [said]{cue} [it was wrong]{content}."
    found = resolve(source, published="2018-04-04")
    assert [actor.name for actor in found.actors if actor.type == "person"] == ["Theresa May"]
