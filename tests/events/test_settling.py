"""Parties that the event itself rules out."""

from __future__ import annotations

import pytest

from events.coding import coded, rows

pytestmark = pytest.mark.model
QUARREL = "[Chad]{TCD} and [Niger]{NER} have closed the border. [Chad]{TCD} blames [Niger]{NER}. "


def countries(source: str, head: str) -> tuple[set[str | None], set[str | None]]:
    """Countries of the actors and of the recipients of the event with this head."""
    found = coded(source)
    rows_of = {actor.id: actor.country for actor in found.actors}
    number = next(i for i, row in enumerate(rows(source)) if row[0] == head)
    event = found.events[number]
    return {rows_of[i] for i in event.actors}, {rows_of[i] for i in event.recipients}


def test_they_in_a_quotation_who_do_harm_are_not_the_speakers_side() -> None:
    text = QUARREL + '"[They]{TCDMIL} bombed our wells," [the colonel]{TCDMIL} said.'
    assert countries(text, "bombed")[0] == {"NER"}


def test_they_in_reported_speech_may_be_the_speakers_side() -> None:
    text = QUARREL + "[The colonels]{TCDMIL} said that [they]{TCDMIL} bombed two wells."
    assert countries(text, "bombed")[0] == {"TCD"}


def test_pronoun_is_not_whoever_its_verb_names() -> None:
    text = "[The union]{MLI} says that [it]{NER} has criticised [Niamey]{NER}."
    assert countries(text, "criticised") == ({"MLI"}, {"NER"})


def test_people_placed_nowhere_are_of_the_state_that_did_not_arrest_them() -> None:
    text = QUARREL + "[Chad's police]{TCDCOP} arrested [four men]{TCDCVL}."
    assert countries(text, "arrested")[1] == {"NER"}


def test_people_with_an_owner_stay_where_he_is() -> None:
    text = QUARREL + "[Chad's police]{TCDCOP} arrested four [Chadian]{TCD} [men]{TCDCVL}."
    assert countries(text, "arrested")[1] == {"TCD"}


def test_allies_of_a_state_are_not_its_own_people() -> None:
    assert [row[3] for row in rows("[Chad]{TCD} consulted [its allies]{TCDGOV}.")] == [""]
    assert [row[3] for row in rows("[Chad]{TCD} consulted [its tribes]{TCDGOV}.")] == ["TCDGOV"]


def test_rebels_harm_people_of_their_own_country() -> None:
    text = QUARREL + "[The rebels]{TCDREB} killed [four men]{TCDCVL}."
    assert countries(text, "killed")[1] == {"TCD"}


def test_people_a_state_takes_in_are_of_the_other_state() -> None:
    assert countries(QUARREL + "[Niger]{NER} sheltered [thirty weavers]{NERCVL}.", "sheltered")[1] == {"TCD"}


def test_people_a_state_promises_something_are_of_the_other_state() -> None:
    text = QUARREL + "[Niger]{NER} has promised [two dozen millers]{NERCVL} a fair trial."
    assert countries(text, "promised")[1] == {"TCD"}


def test_pronoun_is_not_whoever_its_verb_names_though_another_one_stands_below() -> None:
    text = "[The union]{MLI} says that [it]{NER} has asked [Niamey]{NER} to arrest [a dealer]{LBYCVL}."
    assert countries(text, "asked") == ({"MLI"}, {"NER"})


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("[Kenya]{KEN} deported [twelve men]{KENCVL}.", "deported"),
        ("[Kenya]{KEN} stopped [the herders]{KENAGR} from settling on its coast.", "stopped"),
    ],
)
def test_people_who_are_deported_or_kept_out_are_not_of_the_state_that_does_it(text: str, head: str) -> None:
    assert countries(text, head)[1] == {None}


def test_people_barred_from_what_is_no_border_stay_at_home() -> None:
    assert countries("[Kenya]{KEN} barred [two editors]{KENJRN} from running for office.", "barred")[1] == {"KEN"}


def test_a_plea_that_is_turned_down_is_made_to_who_turns_it_down() -> None:
    text = "[The miners]{KENCVL} stayed below: [the mayors]{UGAGOV} have rejected [their]{UGAGOV} appeal for lamps."
    assert countries(text, "appeal") == ({"KEN"}, {"UGA"})


def test_nobody_turns_down_his_own_plea() -> None:
    text = "[Chad]{TCD} asked [Niger]{NER} to clear the canal, a request that [it]{TCD} has turned down twice."
    assert countries(text, "turned") == ({"NER"}, {"TCD"})
