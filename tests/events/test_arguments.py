"""Who does and who undergoes an event by its syntax."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} wants to have [the editor]{TCDCVL} arrested.", ("arrested", "TCD", "TCDCVL")),
        ("[The army]{TCDMIL} spent two years fighting [rebels]{TCDREB}.", ("fighting", "TCDMIL", "TCDREB")),
        (
            "[Norway]{NOR} suggested that [the editor]{TCDCVL} be freed and praised [Finland]{FIN}.",
            ("praised", "NOR", "FIN"),
        ),
        ("[Norway]{NOR} is seizing company assets of [Chile]{CHL}.", ("seizing", "NOR", "CHL")),
        ("[Gendarmes]{KENCOP} sprayed tear gas at [students]{KENCVL}.", ("sprayed", "KENCOP", "KENCVL")),
    ],
)
def test_parties_stand_where_syntax_says(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} criticised [Niger]{NER} for hiding rebels and urged [Norway]{NOR} to mediate.", ("urged", "TCD", "NOR")),
        ("[Chad]{TCD} railed against [Niger]{NER} for refusing to share water.", ("refusing", "NER", "")),
        ("[Norway]{NOR} joined [Chad]{TCD} to reject the plan of [Niger]{NER}.", ("reject", "NOR", "NER")),
        ("[Chad]{TCD} signed the text of a fishing treaty with [Niger]{NER}.", ("signed", "TCD NER", "")),
    ],
)
def test_clauses_below_prepositions_keep_their_doers(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("[A driver]{TCDCVL} was shot and killed by [police]{TCDCOP} in May.", "shot", ("TCDCOP", "TCDCVL")),
        ("[Chad]{TCD} called on [Sudan]{SDN} to apologise for shelling [its post]{TCDMIL}.", "shelling", ("SDN", "TCDMIL")),
        (
            "[Chad]{TCD} called on [Sudan]{SDN} to withdraw its troops and release [the crew]{TCDCVL}.",
            "release",
            ("SDN", "TCDCVL"),
        ),
        (
            "[Peru]{PER} criticised [Bolivia]{BOL} for jailing the editors and expelling [a nun]{PERCVL}.",
            "expelling",
            ("BOL", "PERCVL"),
        ),
    ],
    ids=["agent of both participles", "gerund below what is asked for", "second infinitive", "second gerund"],
)
def test_who_does_it_is_shared_and_handed_down(text: str, head: str, parties: tuple[str, str]) -> None:
    assert [row[2:] for row in rows(text) if row[0] == head] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "[Chad]{TCD} saw [two of its men]{TCDMIL} killed in May.",
        "[Chad]{TCD} had its [commander]{TCDMIL} killed in May.",
    ],
)
def test_who_only_suffers_it_does_not_do_it(text: str) -> None:
    assert "TCD" not in [row[2] for row in rows(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} has plans to attack [Niger]{NER}.", ("attack", "TCD", "NER")),
        ("[Chad]{TCD} gave [Niger]{NER} permission to deport [the monks]{MLIREL}.", ("deport", "NER", "MLIREL")),
        ("[Soldiers]{TCDMIL} advanced in a bid to free [the monks]{MLIREL}.", ("free", "TCDMIL", "MLIREL")),
        ("[Chad]{TCD} mocked a plan to deport [the monks]{MLIREL}.", ("deport", "", "MLIREL")),
    ],
)
def test_who_has_a_plan_does_what_it_says(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} has accused [rebels]{NERREB} of shelling [a fort]{TCDMIL}.", ("shelling", "NERREB", "TCDMIL")),
        ("It is [Chad]{TCD} that has shelled [the monks]{MLIREL}.", ("shelled", "TCD", "MLIREL")),
        ("[Rebels]{TCDREB} said that government aircraft had bombed [the monks]{MLIREL}.", ("bombed", "", "MLIREL")),
    ],
)
def test_the_charged_and_the_singled_out_do_it_and_not_who_speaks(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]


def test_a_states_neighbour_is_the_other_one_of_a_story_of_two() -> None:
    text = "[Chad]{TCD} blamed [Niger]{NER}. [Niger]{NER} mocked [Chad]{TCD}. [Chad]{TCD} has invaded [its]{TCD} neighbour."
    assert ("invaded", "TCD", "NER") in [(head, who, whom) for head, _, who, whom in rows(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} is likely to attack [Niger]{NER}.", ("attack", "TCD", "NER")),
        ("[Chad]{TCD} and [Niger]{NER} are due to meet on Friday.", ("meet", "TCD NER", "")),
    ],
)
def test_who_is_likely_or_due_to_do_it_does_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]
