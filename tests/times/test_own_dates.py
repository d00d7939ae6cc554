"""Times of an event's own sentence, in short invented reports."""

from __future__ import annotations

import pytest

from onrecord.records import Article, Happened
from onrecord.times import date_heads, load_tagger
from support import marked, parsed


def dated(source: str) -> Happened:
    """What the word marked `{e}` of a report of Tuesday, 11 June 2024 is dated to."""
    text, spans = marked(source)
    parse, article = parsed(text), Article("a", text, published="2024-06-11")
    return date_heads(parse, article, load_tagger().find(parse, article), spans["e"])[0]


TERMS = [
    ("Rebels vowed to march if the captives are not [freed]{e} by Friday.", None, "2024-06-14"),
    ("The two will [sign]{e} the pact before the year is out.", "2024-06-11", "2024-12-31"),
    ("The council imposed a [curfew]{e} from Sunday.", "2024-06-09", None),
    ("A [visit]{e} by the envoy planned for Friday has been called off.", "2024-06-14", "2024-06-14"),
    ("The raid may sink the [summit]{e} that the council wants to hold in July.", "2024-07-01", "2024-07-31"),
    ("Nine people died on Sunday when the truck, which was [carrying]{e} flour, came down.", "2024-06-09", "2024-06-09"),
]


@pytest.mark.parametrize(("source", "begin", "end"), TERMS, ids=[case[0] for case in TERMS])
def test_time_beside_the_event_is_its_own(source: str, begin: str | None, end: str | None) -> None:
    happened = dated(source)
    assert (happened.begin, happened.end, happened.basis) == (begin, end, "timex")


def test_second_of_two_contents_has_not_the_time_of_the_first() -> None:
    happened = dated("She said that the guns were moved in May and that the [drill]{e} was routine.")
    assert happened.basis != "timex"
