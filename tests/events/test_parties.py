"""Which actors a noun phrase stands for."""

from __future__ import annotations

import pytest

from events.coding import coded, rows
from onrecord.events import load_coder
from onrecord.records import Actor, Article, Mention
from support import marked, parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "[Chad]{TCD} accused its neighbour [Sudan]{SDN} of arming raiders.",
        "[Chad]{TCD} accused [Libya]{LBY}'s ally [Sudan]{SDN} of arming raiders.",
        "[Chad]{TCD} accused [its neighbour]{TCDGOV}, [Sudan]{SDN}, of arming raiders.",
    ],
)
def test_a_neighbour_or_ally_is_who_is_named_behind(text: str) -> None:
    assert [row[2:] for row in rows(text) if row[0] == "accused"] == [("TCD", "SDN")]


def test_the_injured_who_are_rushed_to_hospital_are_not_attacked() -> None:
    assert [
        row
        for row in rows("The injured [villagers]{TCDCVL} were rushed to hospital, [police]{TCDCOP} said.")
        if row[0] == "rushed"
    ] == []


@pytest.mark.parametrize(
    ("text", "word", "countries"),
    [
        ("[Chad]{TCD} held talks with [officials]{KENGOV} from [Kenya]{KEN}, [Uganda]{UGA} and [Rwanda]{RWA}.", "talks", 4),
        ("[Norwegian and Finnish officials]{NORGOV} met in Chad.", "met", 2),
        ("[Norway]{NOR} held talks with [Kenyan]{KEN}, Ugandan and Rwandan officials.", "talks", 4),
    ],
)
def test_officials_of_several_countries_are_a_party_of_each(text: str, word: str, countries: int) -> None:
    found = coded(text)
    of = {actor.id: actor.country for actor in found.actors}
    plain, _ = marked(text)
    met = [event for event in found.events if plain[event.head.start : event.head.end] == word]
    assert [len({of[actor] for actor in event.actors}) for event in met] == [countries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Chad]{TCD} condemned the murder of [a priest]{NERCVL} by [rebels]{NERREB}.", ("condemned", "TCD", "NERREB")),
        ("[Chad]{TCD} condemned the murder of [a priest]{NERCVL}.", ("condemned", "TCD", "")),
    ],
)
def test_who_condemns_a_deed_means_who_did_it_not_who_suffered_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(text)]


def test_last_name_that_no_mention_covers_is_the_person_of_that_name() -> None:
    text, spans = marked("[Hanna Ekdal]{X} spoke. Police have arrested Ekdal.")
    actor = Actor("ekdal", "Hanna Ekdal", "person", "NOR", ())
    mention = Mention(spans["X"][0], "ekdal", "name")
    found = load_coder().find(parsed(text), Article("a", text), (), (actor,), (mention,))
    assert found.events[0].recipients == ("ekdal",)


def test_a_name_behind_an_office_is_the_one_who_holds_it() -> None:
    text, spans = marked(
        "Oslo welcomed the resignation of [the port board]{organisation}'s director, [Ann Lee]{person}, at noon."
    )
    actors = (Actor("b", "port board", "organisation", "NOR", ("LEG",)), Actor("a", "Ann Lee", "person", "NOR"))
    mentions = (Mention(spans["organisation"][0], "b", "name"), Mention(spans["person"][0], "a", "name"))
    found = load_coder().find(parsed(text), Article("x", text), (), actors, mentions)
    assert [event.actors for event in found.events] == [("a",)]


def test_ministers_of_several_states_are_one_of_each() -> None:
    found = rows("Foreign ministers of [Chad]{TCD}, [Niger]{NER} and [Mali]{MLI} urged [Togo]{TGO} to wait.")
    assert [len(who.split()) > 2 for head, _, who, _ in found if head == "urged"] == [True]


def test_leaders_of_two_states_are_officials_and_meet() -> None:
    found = coded("The leaders of [Chad]{TCD} and [Niger]{NER} met on Friday.")
    sectors = {actor.id: (actor.country, actor.sector) for actor in found.actors}
    assert [{sectors[i] for i in event.actors} for event in found.events] == [{("TCD", ("GOV",)), ("NER", ("GOV",))}]
