"""Who does a verb that has no subject of its own."""

from __future__ import annotations

import pytest

from events.coding import rows
from onrecord.events.arguments import doer
from support import table_parse

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Norway]{NOR} has no wish, [aides]{NORGOV} say, to condemn [Chad]{TCD}.", ("condemn", "NOR", "TCD")),
        ("[Norway]{NOR} dispatched [envoys]{NORGOV} to meet with [rebels]{TCDREB}.", ("meet", "NORGOV TCDREB", "")),
        ("The rifle used by [a guard]{TCDCVL} to kill [the envoy]{NORGOV} was found.", ("kill", "TCDCVL", "NORGOV")),
        ("[Chad]{TCD} claimed credit for shelling [Niger]{NER}.", ("shelling", "TCD", "NER")),
        (
            "[Peru]{PER} is trying to get [Chile]{CHL} to open the port while accusing [Bolivia]{BOL} of theft.",
            ("accusing", "PER", "BOL"),
        ),
        (
            "[Rebels]{TCDREB} have found a string of [forts]{NERMIL} to ambush.",
            ("ambush", "TCDREB", "NERMIL"),
        ),
        (
            "[Chad]{TCD} thanked [Niger]{NER} for [its]{TCD} role in attacking [rebels]{MLIREB} in Mali.",
            ("attacking", "NER", "MLIREB"),
        ),
    ],
    ids=["put in", "sent", "agent of use", "earned", "while", "chosen", "thanked for its role"],
)
def test_what_stands_above_tells_who_does_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Niger]{NER}'s plan, denounced as barbaric by [Chad]{TCD}, was dropped.", ("denounced", "TCD", "NER")),
        ("[Chad]{TCD} condemned and sued [Niger]{NER}.", ("condemned", "TCD", "NER")),
    ],
)
def test_a_past_form_that_lacks_its_object_is_a_participle(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


def test_a_gerund_after_a_possessive_is_its_owners_however_it_hangs() -> None:
    parse = table_parse(
        """Oslo Oslo NNP PROPN 2 nsubj
        complained complain VBD VERB 0 ROOT
        of of IN ADP 2 prep
        Chad Chad NNP PROPN 3 pobj
        's 's POS PART 4 case
        backing back VBG VERB 2 advcl
        rebels rebel NNS NOUN 6 dobj"""
    )
    assert doer(parse, 5) == 3


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[The clerk]{NORCVL} had been asked to keep them by [the committee]{NORLEG}.", ("asked", "NORLEG", "NORCVL")),
        ("[He]{NORCVL} was suspected of fraud, and accused by [Chad]{TCD} of theft.", ("suspected", "", "NORCVL")),
    ],
    ids=["agent below the infinitive", "agent of the second alone"],
)
def test_an_agent_is_sought_where_it_belongs(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


def test_a_deed_that_a_state_led_is_its_own() -> None:
    assert ("invasion", "DNK", "TCD") in [
        (head, who, whom) for head, _, who, whom in rows("The [Danish]{DNK}-led invasion of [Chad]{TCD} failed.")
    ]


def test_who_is_to_blame_blames_nobody() -> None:
    assert ("blame", "", "TCD") in [
        (head, who, whom) for head, _, who, whom in rows("[Norway]{NOR} says that [Chad]{TCD} is to blame for the raid.")
    ]
