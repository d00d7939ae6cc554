"""Set phrases that answer, by the shipped parser."""

from __future__ import annotations

from importlib import resources

import pytest

from onrecord.attribution import load_attributor
from onrecord.attribution.idioms import find_idioms, load_patterns
from support import parsed


@pytest.mark.parametrize(
    ("text", "speaker", "answer", "about"),
    [
        ("Quito has yet to comment on the fire.", "Quito", "declines", "on the fire"),
        ("The harbour board had no immediate comment on the toll.", "board", "declines", "on the toll"),
        ("The harbour board has not commented.", "board", "declines", "commented"),
        ("The pilots could not be reached for comment.", "pilots", "declines", "for comment"),
        ("The pilots could not be reached on Wednesday.", "pilots", "declines", "reached"),
        ("One clerk agreed. A third was unconvinced by it.", "third", "doubts", "by it"),
        ("The dean would not be drawn on the fees.", "dean", "declines", "on the fees"),
        ("The dean kept silent about the fees.", "dean", "declines", "about the fees"),
        ("The dean was reluctant, though, to discuss the fees.", "dean", "declines", "to discuss"),
        ("The nurses are having none of it.", "nurses", "rejects", "none of it"),
        ("Quito took issue with the tally.", "Quito", "rejects", "with the tally"),
        ("The nurses gave a very different account.", "nurses", "rejects", "a very different account"),
        ("The dean laughed at the suggestion.", "dean", "rejects", "at the suggestion"),
        ("The dean turned it down.", "dean", "rejects", "it down"),
        ("The nurses were unconvinced by the report.", "nurses", "doubts", "by the report"),
        ("The nurses have their doubts.", "nurses", "doubts", "their doubts"),
        ("A clerk in the office was less certain.", "clerk", "doubts", "certain"),
        ("The clerks could not establish who had lit it.", "clerks", "doubts", "who had lit it"),
        ("Both stokers pleaded not guilty.", "stokers", "denies", "not guilty"),
        ("The dean came clean about the fees.", "dean", "confirms", "about the fees"),
    ],
)
def test_phrase_has_who_answers_how_and_what_is_answered(text: str, speaker: str, answer: str, about: str) -> None:
    parse = parsed(text)
    found = [(parse.words[i.speaker], i.answer, parse.text[slice(*parse.span(*i.content))]) for i in find_idioms(parse)]
    assert found == [(speaker, answer, about)]


@pytest.mark.parametrize(
    "text",
    [
        "The patients did not respond to the drug.",
        "The guns stayed silent on Monday.",
        "The stock did not react to the rumour.",
        "An agreement could not be reached by midnight.",
        "Tickets are not available.",
        "The outcome was not certain.",
        "The army said the opposite bank had been mined.",
        "The dean ruled that out of ten students two had passed.",
        "The bank owns up to ten percent of the port.",
        "The gallery did not buy that painting.",
        "The border guards turned them away.",
        "If the board does not respond, they will sue.",
        "The pilots were sure that it would hold.",
        "The dean turned the radio down.",
        "The phones could not be reached.",
        "The board threw out an offer of bread.",
    ],
)
def test_words_of_a_phrase_in_other_company_are_none(text: str) -> None:
    assert find_idioms(parsed(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The stoker did not plead guilty.",
        "The nurses did not back up the claim.",
        "No nurse backed up the claim.",
        "The dean did not turn it down.",
        "The nurses do not disagree with the finding.",
        "The dean did not remain silent about the fees.",
    ],
)
def test_negated_phrase_answers_nothing(text: str) -> None:
    assert find_idioms(parsed(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The stoker is expected to plead guilty.",
        "The stoker will plead guilty.",
        "The stoker may plead guilty.",
        "The board urged the stoker to come clean.",
        "The stoker has yet to come clean.",
        "To come clean, the stoker resigned.",
        "The dean tried to distance himself from the claim.",
        "The court may throw out the charge.",
    ],
)
def test_phrase_yet_to_come_or_wished_for_answers_nothing(text: str) -> None:
    assert find_idioms(parsed(text)) == []


@pytest.mark.parametrize(
    "text",
    ["The dean accused the nurses of dodging the claim.", "The nurses blamed the dean for keeping silent on the fees."],
)
def test_silence_that_somebody_is_blamed_for_is_not_his_who_blames(text: str) -> None:
    assert find_idioms(parsed(text)) == []


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("The nurses are having none of it.", False),
        ("The dean would not comment.", False),
        ("The nurses have not responded.", True),
        ("The dean sidestepped the question.", True),
    ],
)
def test_phrase_of_other_uses_too_is_weak(text: str, weak: bool) -> None:
    assert [i.weak for i in find_idioms(parsed(text))] == [weak]


def test_a_clause_has_one_phrase() -> None:
    assert [i.cue for i in find_idioms(parsed("The dean preferred not to comment."))] == [(2, 3)]


def test_phrase_is_found_where_no_other_cue_is() -> None:
    found = load_attributor().find(parsed("Emails to the nurses were not returned."), "a")
    assert [(a.act, a.holder_name) for a in found] == [("reject", "the nurses")]


def test_phrase_told_of_oneself_is_reported() -> None:
    assert [i.reported for i in find_idioms(parsed("The dean said he had nothing to add."))] == [True]


def test_attribution_of_a_phrase_stands_in_place_of_what_its_words_were_taken_for() -> None:
    found = load_attributor().find(
        parsed("The board said the bridge had failed. The nurses offered no comment on the plan."), "a"
    )
    assert [(a.act, a.holder_name) for a in found] == [("assert", "The board"), ("reject", "The nurses")]


def test_every_line_of_the_table_is_a_pattern() -> None:
    lines = (resources.files("onrecord.attribution") / "data" / "idioms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    patterns = {id(p) for found in load_patterns().values() for p in found}
    assert len(patterns) == len(lines)
