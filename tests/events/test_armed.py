"""Force told by its arms, its doers and those it hits; strikes of arms and of work."""

from __future__ import annotations

import pytest

from events.coding import coded, rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "sentence",
    [
        "[Chad]{TCD}'s strike on [Niger]{NER} began at noon.",
        "[The army]{TCDMIL} launched a strike.",
        "Two more strikes hit a [Nigerien]{NER} clinic.",
        "[Chad]{TCD} carried out the strike that killed the mayor.",
    ],
    ids=["on a target", "of a force", "hits", "kills"],
)
def test_strike_of_arms_is_assault(sentence: str) -> None:
    assert "ASSAULT" in [kind for _, kind, *_ in rows(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Miners]{TCDLAB} in [Chad]{TCD} began a strike on Monday.",
        "A strike by [dockers]{TCDLAB} began in [Chad]{TCD}.",
    ],
)
def test_strike_of_those_who_work_is_protest(sentence: str) -> None:
    assert [kind for _, kind, *_ in rows(sentence)] == ["PROTEST/strike"]


def test_fronted_participle_is_done_to_the_subject() -> None:
    assert ("Ambushed", "ASSAULT", "NERREB", "TCDMIL") in rows(
        "Ambushed near the river by [rebels]{NERREB}, [the battalion]{TCDMIL} fled."
    )


def test_rocket_that_is_shot_down_is_no_test() -> None:
    found = rows("[Chad]{TCD} shot down a missile on Monday.")
    assert [kind for _, kind, *_ in found] == ["ASSAULT/heavy-weapons"]


def test_missile_fired_into_the_sea_stays_a_test() -> None:
    found = rows("[Chad]{TCD} fired a missile into the sea on Monday.")
    assert [kind for _, kind, *_ in found] == ["MOBILIZE/weapons"]


def test_town_that_is_lost_to_somebody_is_taken_by_him() -> None:
    assert ("lost", "ASSAULT", "NERREB", "TCDMIL") in rows("[The army]{TCDMIL} lost the town to [rebels]{NERREB} on Friday.")


def test_raped_is_no_rebuke() -> None:
    found = coded("[Soldiers]{TCDMIL} raped [women]{TCDCVL} in the camp.")
    assert [(e.type, e.mode) for e in found.events] == [("ASSAULT", "sexual")]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Two drones hit [Niger]{NER} overnight.", "ASSAULT/drone"),
        ("[Chad]{TCD} attacked [Niger]{NER} with rockets.", "ASSAULT/heavy-weapons"),
        ("[Gunmen]{TCDUAF} attacked [Niger]{NER}.", "ASSAULT"),
    ],
)
def test_arms_that_the_sentence_names_give_the_mode(sentence: str, code: str) -> None:
    assert code in [kind for _, kind, *_ in rows(sentence)]


def test_blockade_imposed_by_somebody_is_one_event_and_his() -> None:
    found = rows("The blockade imposed by [Niger]{NER} on [Mali]{MLI} entered its third month.")
    assert found == [("blockade", "COERCE/restrict", "NER", "MLI")]


def test_truce_that_takes_effect_is_told_once() -> None:
    found = rows("A ceasefire between [Chad]{TCD} and [Niger]{NER} went into force at noon.")
    assert [head for head, *_ in found] == ["ceasefire"]


def test_headline_without_and_names_both() -> None:
    (found,) = rows("[Egypt]{EGY}, [Qatar]{QAT} condemn [Mali]{MLI} over raid")
    assert sorted(found[2].split()) == ["EGY", "QAT"]


def test_strike_of_those_who_rule_a_country_is_its_own() -> None:
    found = rows("A [Chad]{TCD} army airstrike killed a [Nigerien]{NER} mayor.")
    assert ("airstrike", "ASSAULT/aerial", "TCD") in [(head, kind, who) for head, kind, who, _ in found]


def test_who_died_in_an_attack_is_whom_it_hit() -> None:
    found = rows("[Six officers]{TCDCOP} died in an ambush by [rebels]{NERREB}.")
    assert ("ambush", "ASSAULT", "NERREB", "TCDCOP") in found


def test_who_is_under_attack_is_whom_it_hits() -> None:
    assert ("bombardment", "ASSAULT/heavy-weapons", "", "NER") in rows("[Niger]{NER} is again under bombardment.")


def test_cyber_attacks_hit_the_subject_of_the_verb_that_tells_of_them() -> None:
    assert ("attacks", "COERCE/cyber", "", "NER") in rows("[Niger]{NER} was hit by a wave of cyber attacks.")


def test_jets_that_are_scrambled_are_their_owners() -> None:
    assert ("scrambled", "MOBILIZE/weapons", "DNK", "") in rows("[Danish]{DNK} jets were scrambled on Friday.")


def test_what_is_dropped_by_somebody_is_done_by_him() -> None:
    assert ("dropped", "ASSAULT/aerial", "TCDMIL") in [
        (head, kind, who) for head, kind, who, _ in rows("Bombs dropped by [jets]{TCDMIL} destroyed a clinic in [Niger]{NER}.")
    ]


def test_shot_at_a_prize_is_no_shot() -> None:
    assert "ASSAULT/firearms" not in [
        kind for _, kind, *_ in rows("[Ann Lee]{NORGOV} deserves a shot at [Finland]{FIN} in the cup.")
    ]
