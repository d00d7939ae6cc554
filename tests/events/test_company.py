"""Who gets and who gives what an event noun stands for."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Ann Lee]{NORGOV} drew criticism from [Bo Ray]{FINGOV}.", ("criticism", "FINGOV", "NORGOV")),
        ("[Ann Lee]{NORGOV} has the backing of [Bo Ray]{FINGOV} in the race.", ("backing", "FINGOV", "NORGOV")),
        ("[Ann Lee]{NORGOV} received the endorsement of [Bo Ray]{FINGOV}.", ("endorsement", "FINGOV", "NORGOV")),
        ("[Ann Lee]{NORGOV} won praise from [Bo Ray]{FINGOV} for the truce.", ("praise", "FINGOV", "NORGOV")),
        ("[Ann Lee]{NORGOV} enjoys the support of [union leaders]{NORCVL}.", ("support", "NORCVL", "NORGOV")),
        ("[Ann Lee]{NORGOV} is the target of an investigation by [police]{FINCOP}.", ("investigation", "FINCOP", "NORGOV")),
        ("[Chad]{TCD} condemned the murder of [a priest]{NERCVL} by [rebels]{NERREB}.", ("murder", "NERREB", "NERCVL")),
        ("[Chad]{TCD}'s raid on Friday was a raid on [Niger]{NER}.", ("raid", "TCD", "NER")),
    ],
    ids=["criticism", "backing of", "endorsement of", "praise", "support", "target", "agent beside the victim", "be"],
)
def test_who_gets_it_is_recipient_and_who_gives_it_actor(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


def test_support_that_nobody_is_told_to_give_is_no_event() -> None:
    assert rows("[Ann Lee]{NORGOV} enjoys support in the polls of [Norway]{NOR}.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Norway]{NOR} called for [Chad]{TCD} to release the files.", ("called", "NOR", "TCD")),
        ("[Norway]{NOR} called for [a referee]{NORCVL} to read the files.", ("called", "NOR", "")),
        ("[A judge]{TCDJUD} granted [Norway]{NOR}'s request for the files.", ("request", "NOR", "TCDJUD")),
        ("[Ann Lee]{NORGOV} requested a [Finnish]{FIN} investigation of [Bo Ray]{NORCVL}.", ("requested", "NORGOV", "FIN")),
    ],
)
def test_who_is_to_act_is_asked_and_not_whom_it_is_done_to(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Ann Lee]{NORGOV} was rattled by criticism from [Bo Ray]{FINGOV}.", ("criticism", "FINGOV", "NORGOV")),
        ("[Chad]{TCD} apologised to [Niger]{NER} and to [Mali]{MLI} for the raid.", ("apologised", "TCD", "NER MLI")),
    ],
)
def test_all_who_get_it_are_recipients(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]
