"""What the choice of a target asks of an article's layers."""

from __future__ import annotations

from onrecord.factuality.layers import Layers
from onrecord.records import AUTHOR, Attribution, Span
from support import parsed

TEXT = (
    "Mayor blames pilots for fire\n\n"
    "The mayor blamed pilots for the harbour fire. A nurse spoke of rain. The guards blamed pilots for the harbour fire too."
)


def attribution(id_: str, content: str, who: str, after: int) -> Attribution:
    start = TEXT.index(content, after)
    cue = Span(start - 7, start - 1)
    return Attribution(id_, (), (cue,), (Span(start, start + len(content)),), "indirect", "accuse", who, chain=(AUTHOR, who))


def layers() -> Layers:
    claims = [
        attribution("headline", "pilots for fire", "mayor", 0),
        attribution("lead", "pilots for the harbour fire", "mayor", 0),
        attribution("other", "rain", "nurse", 0),
        attribution("again", "pilots for the harbour fire", "guards", 80),
    ]
    return Layers(parsed(TEXT), claims, [])


def test_first_telling_below_the_headline_opens_a_claim() -> None:
    assert [layers().opens(id_, "pilots") for id_ in ("headline", "lead", "other", "again")] == [False, True, True, False]


def test_teller_who_answers_himself_opens_nothing() -> None:
    assert layers().opens("again", "mayor")


def test_claims_of_half_the_same_words_are_tellings_of_each_other() -> None:
    assert layers().tellings("again") == ["headline", "lead", "again"]
