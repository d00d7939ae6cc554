"""Sources end at actors: by name, title and metonym, on the article's day."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_stage import attribute, holder, resolve, stage, summary
from onrecord.actors import Resolved
from onrecord.records import AUTHOR, UNNAMED, Article, Attribution, Section, Span
from support import marked, parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("source", "name", "country", "sector"),
    [
        ("[Ukrainian President Volodymyr Zelenskiy]{source} [said]{cue} [help was late]{content}.",
         "Volodymyr Zelenskyy", "UKR", ("GOV",)),
        ("[The Kremlin]{source} [said]{cue} [it had no plans to talk to Kyiv]{content}.", "Russia", "RUS", ("GOV",)),
        ("[Minsk]{source} [denies]{cue} [that its planes took part]{content}.", "Belarus", "BLR", ("GOV",)),
        ("[The French prime minister]{source} [said]{cue} [the law would stand]{content}.", "Élisabeth Borne", "FRA", ("GOV",)),
        ("[The Azerbaijani Defense Ministry spokesman Rauf Talibli]{source} [said]{cue} [two posts were hit]{content}.",
         "Rauf Talibli", "AZE", ("GOV", "MIL")),
        ("[A senior Turkish official]{source} [said]{cue} [the port would reopen]{content}.",
         "senior Turkish official", "TUR", ("GOV",)),
        ("[Russian troops]{source} [said]{cue} [they had been lied to]{content}.", "Russian troops", "RUS", ("MIL",)),
        ("[Lt. Col. Ibro Sani of the Nigerien army]{source} [said]{cue} [the post held]{content}.", "Ibro Sani", "NER", ("MIL",)),
        ("[Foggy Bottom]{source} [said]{cue} [it would wait]{content}.", "State Department", "USA", ("GOV",)),
        ("[A spokesman for Hamas]{source} [said]{cue} [the offer was empty]{content}.", "spokesman for Hamas", "PSE", ("REB",)),
    ],
    ids=["name", "seat", "capital", "office", "spokesman", "unnamed", "troops", "rank", "metonym", "group"],
)  # fmt: skip
def test_source_ends_at_its_actor(source: str, name: str, country: str, sector: tuple[str, ...]) -> None:
    actor = holder(resolve(source))
    assert actor is not None
    assert (actor.country, actor.sector) == (country, sector)
    assert actor.name == name


@pytest.mark.parametrize(
    ("published", "name"),
    [("2003-06-01", "Leonid Kuchma"), ("2016-06-01", "Petro Poroshenko"), ("2024-06-01", "Volodymyr Zelenskyy")],
)
def test_title_alone_is_whoever_held_it_that_day(published: str, name: str) -> None:
    found = resolve("[The president of Ukraine]{source} [said]{cue} [the vote was fair]{content}.", published=published)
    actor = holder(found)
    assert actor is not None and actor.name == name


@pytest.mark.parametrize("published", ["last week", "March 3, 2022"])
def test_publication_date_that_is_none_loses_no_actor(published: str) -> None:
    source = "[The president of Ukraine]{source} [said]{cue} [Emmanuel Macron would come]{content}."
    assert summary(holder(resolve(source, published=published))) == summary(holder(resolve(source, published=None)))


def test_office_holder_of_the_article_goes_before_the_one_of_the_base() -> None:
    found = resolve(
        "Ruritanian and French ministers met in Paris. French President Alain Dubreuil spoke first. "
        "[The French president]{source} [said]{cue} [he was tired]{content}.",
        published="2023-01-01",
    )
    actor = holder(found)
    assert actor is not None and actor.name == "Alain Dubreuil"


def test_surname_after_the_full_name_is_the_same_actor() -> None:
    found = resolve("Nadia Rahmani leads the union. [Rahmani]{source} [said]{cue} [the strike goes on]{content}.")
    assert summary(holder(found))[0] == "Nadia Rahmani"


def test_bare_surname_of_a_leader_whose_country_is_absent_is_not_that_leader() -> None:
    found = resolve("The shop in Oslo closed early. [Abbott]{source} [said]{cue} [he was ill]{content}.", published="2014-05-01")
    actor = holder(found)
    assert actor is None or actor.basis != "kb"


def test_name_and_office_in_apposition_are_one_actor() -> None:
    found = resolve("[Omar Saleh, a spokesman for the Yemeni army,]{source} [said]{cue} [the road was open]{content}.")
    assert summary(holder(found)) == ("Omar Saleh", "YEM", ("MIL",))


def test_name_behind_its_office_is_the_holder() -> None:
    found = resolve("The Yemeni army denied it. [Its spokesman, Omar Saleh,]{source} [said]{cue} [the road was open]{content}.")
    assert summary(holder(found)) == ("Omar Saleh", "YEM", ("MIL",))


def test_body_after_its_full_name_is_the_same_body() -> None:
    found = resolve("The Coastal Rescue Network has six boats. [The network]{source} [said]{cue} [two were lost]{content}.")
    assert summary(holder(found))[0] == "Coastal Rescue Network"


def test_an_office_long_after_its_last_known_holder_is_nobody_by_name() -> None:
    actor = holder(resolve("[The president of France]{source} [said]{cue} [the vote was fair]{content}.", published="2036-06-01"))
    assert summary(actor) == ("president of France", "FRA", ("GOV",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("M23 took the town of Rubaya, the army said. [The rebels]{source} [said]{cue} [the road was open]{content}.", "M23"),
        (
            "M23 and Boko Haram bought arms there, the army said. [The rebels]{source} [said]{cue} [the road was open]{content}.",
            None,
        ),
    ],
    ids=["one group", "two groups"],
)
def test_the_rebels_are_the_one_armed_group_that_has_been_named(text: str, name: str | None) -> None:
    actor = holder(resolve(text))
    assert actor is not None and (actor.name == name if name else actor.name not in ("M23", "Boko Haram"))


def test_a_known_groups_name_may_end_a_longer_one() -> None:
    actor = holder(resolve("[The Garo National Liberation Army]{source} [said]{cue} [the road was shut]{content}."))
    assert actor is not None and actor.name == "Garo National Liberation Army" and actor.country != "COL"


def test_gunmen_are_not_the_armed_group_that_is_named_beside_them() -> None:
    text = "M23 left the town of Rubaya. [The gunmen]{source} [said]{cue} [the road was shut]{content}."
    actor = holder(resolve(text))
    assert actor is not None and actor.name != "M23"


def test_city_in_which_something_happens_is_no_actor() -> None:
    found = resolve("Shells fell in Moscow on Friday.")
    assert found.actors == ()


def test_chain_runs_from_the_author_inward() -> None:
    found = resolve(
        "[Poland]{source1} [says]{cue1} that [Belarus]{source2} [admitted]{cue2} [a mistake]{content2}.",
        ("1", "indirect", None), ("2", "indirect", "a1"),
    )  # fmt: skip
    assert found.attributions[1].chain == (AUTHOR, "Poland", "Belarus")


def test_source_nobody_names_stays_unnamed_in_the_chain() -> None:
    found = resolve("The vote is [expected]{cue} [to be close]{content}.")
    assert (found.attributions[0].holder, found.attributions[0].chain) == (None, (AUTHOR, UNNAMED))


@pytest.mark.parametrize("source", ["The Harbour Gazette", "This newspaper"])
def test_article_naming_its_own_outlet_is_the_author(source: str) -> None:
    found = resolve(f"[{source}]{{source}} [could not verify]{{cue}} [the film]{{content}}.", outlet="Harbour Gazette")
    assert found.attributions[0].holder is None


def test_a_newspaper_named_before_is_not_the_author() -> None:
    found = resolve("The Harbour Gazette came out late. [The newspaper]{source} [said]{cue} [ink ran short]{content}.")
    assert summary(holder(found))[0] == "Harbour Gazette"


def test_same_person_has_one_id_across_articles() -> None:
    text, _ = marked("President Macron spoke in Paris, France.")
    ids = [
        {actor.name: actor.id for actor in stage().resolve(parsed(text), Article(id_, text, published="2023-05-04"), ()).actors}
        for id_ in ("one", "two")
    ]
    assert ids[0]["Emmanuel Macron"] == ids[1]["Emmanuel Macron"]


def test_empty_text_gives_no_actors() -> None:
    assert stage().resolve(parsed(""), Article("test", ""), ()) == Resolved((), (), ())


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="The President of Russia said \"'’ he Kyiv-al U.S.’s,.()\n€ß", max_size=120))
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    found = stage().resolve(parsed(text), Article("test", text), ())
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found.mentions)
    ids = {actor.id for actor in found.actors}
    assert all(mention.actor is None or mention.actor in ids for mention in found.mentions)
    assert list(found.mentions) == sorted(found.mentions, key=lambda mention: mention.span)


def test_dateline_gives_the_country_of_whoever_is_told_none() -> None:
    found = resolve("NAIROBI, May 4 (Wire) - [The police]{source} [said]{cue} [two men were held]{content}.")
    actor = holder(found)
    assert actor is not None and (actor.country, actor.sector) == ("KEN", ("COP",))


def test_predicate_tells_the_role_of_its_subject() -> None:
    found = resolve("Lina Torres was a nurse in Lima, Peru. [Torres]{source} [said]{cue} [the ward was full]{content}.")
    assert summary(holder(found)) == ("Lina Torres", "PER", ("MED",))


def test_statement_is_held_by_whoever_it_is_of() -> None:
    found = resolve("[Poland's statement]{source} [said]{cue} [that the border was shut]{content}.")
    assert summary(holder(found))[0] == "Poland"


def test_reaction_is_held_by_whoever_reacts() -> None:
    found = resolve(
        "President Zelensky spoke in Kyiv. [Zelensky’s reaction]{source}, [calling]{cue} [the offer a trap]{content}, came late."
    )
    assert summary(holder(found)) == ("Volodymyr Zelenskyy", "UKR", ("GOV",))


def test_who_wrote_the_article_takes_no_part_in_it() -> None:
    text, spans = marked("Ferry runs again\n\nBy Tom Hale\n\n[He]{source} [said]{cue} [so]{content}, and Ana Reyl left.")
    credit = Section("credit", Span(text.index("By"), text.index("Hale") + 4))
    article = Article("test", text, sections=(credit,))
    found = stage().resolve(parsed(text), article, (attribute(spans),))
    assert "Tom Hale" not in {actor.name for actor in found.actors}


def test_leader_of_a_great_state_is_known_by_surname_as_an_object_too() -> None:
    found = resolve("[Biden]{source} [called]{cue} [Putin a murderer]{content}.", published="2022-01-15")
    assert {actor.name for actor in found.actors} >= {"Joseph Biden", "Vladimir Putin"}


def test_hyphen_before_a_role_is_no_owner() -> None:
    assert summary(holder(resolve("[Valley Morning co-Anchor Ann Hale]{source} [said]{cue} [no]{content}.")))[0] == "Ann Hale"


def test_one_of_a_group_is_not_the_group() -> None:
    found = resolve("Kenyan doctors are on strike. [One of them]{source} [said]{cue} [the pay was late]{content}.")
    actor = holder(found)
    group = next(actor for actor in found.actors if "doctors" in actor.name and not actor.name.startswith("one"))
    assert actor is not None and actor.id != group.id and actor.country == "KEN" and actor.sector == ("MED",)


def test_city_that_is_spoken_to_is_its_government() -> None:
    found = resolve("Tirana apologised to Athens on Friday.")
    assert {actor.country for actor in found.actors} == {"ALB", "GRC"}


def test_places_are_found_with_their_coordinates() -> None:
    text = "Shells fell in Kharkiv and Paris protested."
    places = {place.location.name: place.location for place in stage().find_places(parsed(text), ["UKR"])}
    assert places["Kharkiv"].country == "UKR"
    assert places["Kharkiv"].latitude == pytest.approx(49.98, abs=0.2)


def test_country_that_the_text_does_not_tell_lowers_confidence() -> None:
    found = resolve("NAIROBI, May 4 (Wire) - [Anna Bello]{source} [said]{cue} [the road was shut]{content}.")
    actor = holder(found)
    assert actor is not None and actor.country == "KEN" and actor.confidence <= 0.4


def test_who_is_said_to_be_something_now_is_that() -> None:
    found = resolve("[Karl Osei]{source}, who is now deputy finance minister of Ghana, [said]{cue} [it was late]{content}.")
    assert summary(holder(found)) == ("Karl Osei", "GHA", ("GOV",))


def test_a_ministry_of_affairs_is_one_body() -> None:
    actor = holder(resolve("Poland waited. [The ministry of foreign affairs]{source} [said]{cue} [no]{content}."))
    assert actor is not None
    assert actor.type == "organisation"


def test_a_foreign_ministrys_researcher_is_not_foreign() -> None:
    actor = holder(resolve("Poland waited. [Foreign Ministry researcher Jan Wilk]{source} [said]{cue} [no]{content}."))
    assert actor is not None
    assert actor.country == "POL"


def test_endless_chain_of_owners_loses_no_actor() -> None:
    found = resolve(
        "[The Kremlin]{source} [said]{cue} [no]{content}. He met the head " + "of the office of the minister " * 400 + "."
    )
    assert summary(holder(found))[0] == "Russia"


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("[Maine Gov. Ada Lorne]{source}", "Ada Lorne", "USA"),
        ("[Saudi Prince Faris Bin Nadir]{source}", "Faris Bin Nadir", "SAU"),
    ],
)
def test_a_title_before_a_name_is_no_part_of_it(source: str, name: str, country: str) -> None:
    actor = holder(resolve(f"Kenya waited. {source} [said]{{cue}} [no]{{content}}."))
    assert actor is not None
    assert (actor.name, actor.country) == (name, country)


def test_a_committee_is_not_of_the_land_it_is_on() -> None:
    actor = holder(resolve("Kenya waited. [The Select Committee on Chad]{source} [said]{cue} [no]{content}."))
    assert actor is not None
    assert actor.country != "TCD"


def test_attributions_keep_all_that_is_not_told_of_the_holder() -> None:
    text = "Mali's army said the post held."
    told = Attribution(
        "a", (Span(0, 11),), (Span(12, 16),), (Span(17, 30),), "direct", "ask", "h", "H", ("v",), "p", (AUTHOR, "H"), 0.25, "why",
        (Span(0, 4),), text,
    )  # fmt: skip
    made = stage().resolve(parsed(text), Article("t", text), (told,)).attributions[0]
    changed = {field.name for field in fields(told) if getattr(made, field.name) != getattr(told, field.name)}
    assert changed == {"holder", "holder_name", "via", "chain"}
    defaults = {field.name for field in fields(told) if getattr(told, field.name) == field.default}
    assert not defaults, "a new field needs a value here, and a place where attributions get their holders"
