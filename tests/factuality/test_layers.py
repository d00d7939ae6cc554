"""What the choice of a target asks of an article's layers."""

from __future__ import annotations

from onrecord.factuality.layers import Layers, kinds_of
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


def test_other_words_for_one_kind_of_deed_are_of_that_kind() -> None:
    assert kinds_of({"rocket", "market"}) == kinds_of({"fire", "shop"}) == {"strike"}


def test_word_of_two_kinds_of_deeds_is_of_both() -> None:
    assert kinds_of({"mortar"}) == {"strike", "arm"}


def test_claim_told_within_the_word_of_who_answers_is_under_it() -> None:
    own = attribution("own", "rain", "guards", 0)
    inner = Attribution("inner", (), (), (), "indirect", "assert", "mayor", chain=(AUTHOR, "guards", "mayor"))
    found = layers()
    assert found.is_under(own, inner)
    assert not found.is_under(own, found.by_id["again"])
