"""The country of actors who are told none comes from the scene: not from where a diplomat serves, not from a mere dateline."""

from __future__ import annotations

import pytest

from actor_stage import country, holder, resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Talks went on in Kyiv. [A Western diplomat in Kyiv]{source} [said]{cue} [the offer was serious]{content}.", None),
        ("Talks went on in Kyiv. [A Polish diplomat in Kyiv]{source} [said]{cue} [the offer was serious]{content}.", "POL"),
        ("Ukraine bought drones. [Foreign engineers]{source} [said]{cue} [the parts were old]{content}.", None),
        ("Ukraine bought drones. [Engineers]{source} [said]{cue} [the parts were old]{content}.", "UKR"),
    ],
)
def test_who_serves_abroad_or_is_foreign_has_the_country_told_or_none(source: str, expected: str | None) -> None:
    assert country(source) == expected


def test_a_foreign_dateline_does_not_outweigh_the_country_the_article_is_about() -> None:
    source = (
        "NAIROBI, May 3 (Wire) - Sudan's army shelled a market in Omdurman on Tuesday. Sudan denied it. The Sudanese opposition "
        "asked for an inquiry, and Khartoum refused.\n\n[Traders]{source} [said]{cue} [the market was full]{content}."
    )
    assert country(source) == "SDN"


def test_a_group_is_of_the_country_of_its_named_member() -> None:
    source = (
        "Moscow and Kazan were quiet. Russia denied it. Ukraine asked for the tape.\n\nWidows waited all night. "
        '["We will come back"]{content}, [said]{cue} [one of them, Oksana Bila]{source}.'
    )
    found = resolve(source)
    assert {actor.country for actor in found.actors if actor.name in ("Widows", "Oksana Bila")} == {"UKR"}


def test_a_neutral_body_is_of_no_country_told_beside_it() -> None:
    assert (
        country("Norway fished. Norway waited. [A neutral commission]{source} [said]{cue} [the nets were torn]{content}.") is None
    )


def test_counted_soldiers_are_not_those_told_before() -> None:
    found = resolve("Danish soldiers held the bridge. Polish guards had caught 20 soldiers at a mill.")
    assert sum("soldiers" in actor.name.lower() for actor in found.actors) == 2


def test_the_side_that_gets_something_is_its_state() -> None:
    found = resolve("Sweden has sent tents to the Georgian side.")
    assert "GEO" in {actor.country for actor in found.actors}


def test_peacekeepers_are_those_of_the_mission_named_before() -> None:
    lead = "Mali asked the UN mission to leave. Bamako was calm. "
    actor = holder(resolve(lead + "[The peacekeepers]{source} [said]{cue} [they would go by June]{content}."))
    assert actor is not None
    assert actor.country == "UNO"
    assert "mission" in actor.name


def test_the_army_of_a_state_speaks_where_only_the_state_was_taken_for_the_source() -> None:
    actor = holder(resolve("[Congo]{source}'s army [said]{cue} [the rebels had fired]{content}."))
    assert actor is not None
    assert (actor.name, actor.sector) == ("Congolese army", ("MIL",))


def test_who_comes_from_a_village_speaks_not_the_village() -> None:
    actor = holder(resolve("Mr Georgi Dolidze, a farmer from [Tarveli]{source}, who [said]{cue} [he saw it]{content}, is 60."))
    assert actor is not None
    assert actor.name == "Georgi Dolidze"


@pytest.mark.parametrize(
    "source",
    [
        "[Corvo Freight]{source}, the Genoa firm that owns the barge, [said]{cue} [nobody was hurt]{content}.",
        "Aid came late. [Ayuda Honduras]{source} [said]{cue} [it had no trucks]{content}.",
    ],
)
def test_a_company_or_charity_is_no_person(source: str) -> None:
    actor = holder(resolve(source))
    assert actor is not None
    assert actor.type == "organisation"


def test_nobody_is_no_actor() -> None:
    found = resolve("Sudan was calm. [Nobody]{source} [said]{cue} [the war was over]{content}.")
    assert holder(found) is None
    assert all(actor.name.lower() != "nobody" for actor in found.actors)


def test_a_clause_with_where_takes_the_country_of_its_place() -> None:
    source = (
        "Azerbaijan's army denied it. Baku is sure. Nobody shares that in Tbilisi, where [prosecutors]{source} "
        "[said]{cue} [the rocket came from the east]{content}."
    )
    assert country(source) == "GEO"


def test_what_which_goes_on_about_is_no_person() -> None:
    actor = holder(resolve("[Corvo Line]{source}, which is based in Genoa, [said]{cue} [the ship was old]{content}."))
    assert actor is not None
    assert actor.type == "organisation"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Iran met envoys. [The country]{source} [said]{cue} [it would wait]{content}.", "Iran"),
        ("Kyrgyzstan and Uzbekistan met. [The Kyrgyz side]{source} [said]{cue} [it would wait]{content}.", "Kyrgyzstan"),
    ],
)
def test_the_country_and_a_side_are_their_states(source: str, name: str) -> None:
    actor = holder(resolve(source))
    assert actor is not None
    assert (actor.name, actor.type) == (name, "country")


def test_things_that_happen_in_the_country_have_no_actor_for_it() -> None:
    found = resolve("Iran met envoys. [Rahim Sadeghi]{source} [said]{cue} [nobody slept in the country]{content}.")
    end = len("Iran met envoys. Rahim Sadeghi said nobody slept in the country")
    assert all(mention.span.end != end for mention in found.mentions)


def test_the_group_is_the_armed_group_named_before() -> None:
    found = resolve("The Lake Liberation Front rebels left Beni. [The group]{source} [said]{cue} [it would not return]{content}.")
    actor = holder(found)
    assert actor is not None
    assert "Lake" in actor.name


@pytest.mark.parametrize("name", ["Ayuda Honduras", "Lake Relief"])
def test_aid_groups_are_known_by_their_names(name: str) -> None:
    actor = holder(resolve(f"Chad was calm. [{name}]{{source}} [said]{{cue}} [the road was cut]{{content}}."))
    assert actor is not None
    assert (actor.country, actor.sector) == ("NGO", ("SOC",))


def test_who_is_killed_is_not_of_the_killers_side() -> None:
    lead = "Tajik troops fired at a Kyrgyz post, killing eleven guards. "
    actor = holder(resolve(lead + "[The guards]{source} [had said]{cue} [they were few]{content}."))
    assert actor is not None
    assert actor.country == "KGZ"


def test_rebels_are_of_the_country_whose_army_they_are_named_with() -> None:
    found = resolve(
        "KIGALI, May 3 (Wire) - Rwanda denied on Monday that it helps the QLK rebels. Kigali said Congo's army had shelled the "
        "QLK. Rwandan officials spoke. [The QLK]{source} [said]{cue} [it would not return]{content}."
    )
    actor = holder(found)
    assert actor is not None
    assert (actor.country, actor.sector) == ("COD", ("REB",))


@pytest.mark.parametrize(
    ("source", "sector"),
    [
        ("[Hamas president Adel Karim]{source} [said]{cue} [no]{content}.", ("REB",)),
        ("[The interior minister of Guinea, Colonel Issa Bah]{source}, [said]{cue} [no]{content}.", ("GOV", "MIL")),
        ("[The Uzbek State Committee for National Security]{source} [said]{cue} [no]{content}.", ("SPY",)),
        ("[A U.S. defense official]{source} [said]{cue} [no]{content}.", ("GOV", "MIL")),
    ],
)
def test_sectors_are_those_of_the_body_and_the_office(source: str, sector: tuple[str, ...]) -> None:
    actor = holder(resolve(source))
    assert actor is not None
    assert actor.sector == sector


def test_the_two_countries_are_of_no_one_country() -> None:
    actor = holder(resolve("Peru and Chile met. [The two countries]{source} [said]{cue} [the road would open]{content}."))
    assert actor is not None
    assert (actor.name, actor.country, actor.sector) == ("two countries", None, ("GOV",))


def test_the_group_is_the_rebels_where_no_group_is_named() -> None:
    found = resolve("Sudan's army shelled the rebels. [The group]{source} [said]{cue} [it would fight on]{content}.")
    actor = holder(found)
    assert actor is not None
    assert (actor.country, actor.sector) == ("SDN", ("REB",))


@pytest.mark.parametrize(
    ("lead", "source", "expected"),
    [
        ("Voters in Germany and in Spain waited. Carla Prat is a German. ", "Carla Prat", "DEU"),
        ("MACAU (Wire) - A casino opened on Friday. ", "Republican Party donor Ed Moss", "USA"),
        ("Washington's lawmakers met. The United States waited. ", "The Basra committee", "USA"),
        ("Ukraine waited. Ukraine's army fell back. ", "Russian-backed rebels", "UKR"),
        ("The United States waited. Moss left. ", "Jordan Moss", "USA"),
    ],
    ids=["predicate", "party", "matter", "hand", "given name"],
)
def test_a_country_is_what_is_told_of_the_person_or_body_itself(lead: str, source: str, expected: str) -> None:
    assert country(f"{lead}[{source}]{{source}} [said]{{cue}} [the rooms were full]{{content}}.") == expected


def test_where_an_outlet_is_at_home_tells_nothing_of_those_it_speaks_of() -> None:
    text = (
        "Soldiers left Mali's north. Mali mourned. Al Jazeera said that [ninety girls]{source} [fear]{cue} [the road]{content}."
    )
    assert country(text) == "MLI"


def test_whom_rebels_are_for_is_not_whose_they_are() -> None:
    assert country("Ukraine mourned. [The pro-Russian rebels]{source} [said]{cue} [the fort fell]{content}.") == "UKR"


@pytest.mark.parametrize("people", ["Migrants", "Foreign nationals", "The terrorists"])
def test_people_from_elsewhere_are_not_of_the_country_in_focus(people: str) -> None:
    assert country(f"Ana Bello toured Nigeria. [{people}]{{source}} [said]{{cue}} [the halls were full]{{content}}.") is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Poland's mills stood still. [Hackers working for Estonia]{source} [said]{cue} [they had done it]{content}.", "EST"),
        ("Poland's mills stood still. [Hackers linked to Tallinn]{source} [said]{cue} [they had done it]{content}.", "EST"),
        ("Poland's mills stood still. [Hackers]{source} [said]{cue} [they had done it]{content}.", "POL"),
    ],
)
def test_who_works_for_a_state_is_of_it(source: str, expected: str) -> None:
    assert country(source) == expected


@pytest.mark.parametrize(("lead", "expected"), [
    ("Yemen was quiet and Saudi Arabia was not. Yemen waited for Sanaa. ", "SAU"),
    ("Iraq was quiet. The United States was not. Iraq waited for Baghdad. ", "USA"),
])  # fmt: skip
def test_a_coalition_is_of_the_state_that_leads_it_there(lead: str, expected: str) -> None:
    assert country(lead + "[The coalition]{source} [said]{cue} [it had fired]{content}.") == expected
