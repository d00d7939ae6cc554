"""Words of force and of state are events only in fitting company."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


def types(source: str) -> set[str]:
    return {code.split("/")[0] for _, code, *_ in rows(source)}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("[Ms Reyl]{NORPTY} hammered out a bargain.", id="phrasal verb"),
        pytest.param("The [committee]{NORGOV} met the deadline.", id="meet a deadline"),
        pytest.param("The [minister]{NORGOV} fought inflation.", id="fight inflation"),
        pytest.param("[Norway]{NOR} released a report on fishing.", id="release a report"),
        pytest.param("[Norway]{NOR} was hit by a storm.", id="storm"),
        pytest.param("[Norway]{NOR} cut taxes in order to please voters.", id="in order to"),
        pytest.param("The [army]{NORMIL} demonstrated a new radio.", id="demonstrate a thing"),
    ],
)
def test_figurative_use_is_no_event(sentence: str) -> None:
    assert types(sentence) & {"ASSAULT", "CONSULT", "RETREAT", "PROTEST", "REQUEST", "COERCE"} == set()


def test_nobody_told_in_a_passive_leaves_the_actor_empty() -> None:
    found = rows("[Protesters]{NORCVL} were arrested in the harbour.")
    assert [(code, actors, recipients) for _, code, actors, recipients in found] == [("COERCE/arrest", "", "NORCVL")]


def test_rejected_allegation_is_no_reject() -> None:
    assert "REJECT" not in types("[Norway]{NOR} rejected the allegation by [Finland]{FIN}.")


def test_refusal_to_harm_is_no_reject() -> None:
    assert "REJECT" not in types("[Norway]{NOR} declined to threaten [Finland]{FIN}.")


def test_what_a_crowd_demands_is_no_second_event() -> None:
    found = rows("[Students]{NORCVL} blocked the road to demand a new law.")
    assert [code for _, code, *_ in found] == ["PROTEST/obstruct"]


def test_victims_counted_after_a_deed_are_no_second_deed() -> None:
    found = rows("[Norway]{NOR} shelled the camp, killing six soldiers.")
    assert [head for head, *_ in found] == ["shelled"]


def test_missiles_fired_at_nobody_are_a_show_of_force() -> None:
    assert types("[Norway]{NOR} fired two missiles on Monday.") == {"MOBILIZE"}
    assert types("[Norway]{NOR} fired two missiles at [Finland]{FIN}.") == {"ASSAULT"}


def test_noun_under_a_light_verb_is_one_event_at_the_noun() -> None:
    found = rows("[Norway]{NOR} held talks with [Finland]{FIN}.")
    assert [(head, code) for head, code, *_ in found] == [("talks", "CONSULT")]


def test_event_noun_without_a_party_is_no_event() -> None:
    assert rows("Talks are useful.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "An ambush below the pass killed 12 herders.",
        "Forty shoppers were wounded in an attack on a fair.",
    ],
)
def test_attack_with_deaths_is_one_though_nobody_in_arms_is_told(sentence: str) -> None:
    assert "ASSAULT" in types(sentence)


@pytest.mark.parametrize("sentence", ["A heart attack killed the singer.", "A shark attack wounded a swimmer near Perth."])
def test_attack_nobody_answers_for_is_none(sentence: str) -> None:
    assert "ASSAULT" not in types(sentence)


def test_attack_is_not_that_of_the_place_where_it_happens() -> None:
    found = rows("An attack in [Mali]{MLI} killed nine [soldiers]{MLIMIL}.")
    assert [(head, who) for head, _, who, _ in found] == [("attack", ""), ("killed", "")]


def test_attack_is_that_of_the_army_before_it() -> None:
    assert ("killed", "ASSAULT", "MMRMIL") in [row[:3] for row in rows("An [army]{MMRMIL} raid killed three villagers.")]


def test_protest_lodged_by_a_note_is_no_demonstration() -> None:
    assert types("[Chad]{TCD} lodged a protest with [Niger]{NER}.") == {"ACCUSE"}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nobody has apologised to [Norway]{NOR}.", id="nobody"),
        pytest.param("No apology was made to [Norway]{NOR}.", id="none made"),
    ],
)
def test_act_toward_somebody_that_nobody_has_done_is_one_without_an_actor(sentence: str) -> None:
    assert [(code, actors, recipients) for _, code, actors, recipients in rows(sentence)] == [("CONCEDE", "", "NOR")]


def test_threat_that_there_is_not_is_no_event() -> None:
    assert types("There was no threat to the [Norwegian troops]{NORMIL}.") == set()


@pytest.mark.parametrize("sentence", ["The [rebels]{NORREB} fired nothing.", "The [rebels]{NORREB} harmed nobody."])
def test_force_used_on_nobody_with_nothing_is_still_of_its_type(sentence: str) -> None:
    assert types(sentence) == {"ASSAULT"}


def test_police_use_force() -> None:
    assert types("The [police]{NORCOP} did not use force.") == {"ASSAULT"}
