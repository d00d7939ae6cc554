"""When events happened and were told, in short invented reports."""

from __future__ import annotations

import pytest

from onrecord.records import Article, Happened, Span
from onrecord.times import date_heads, load_tagger
from support import marked, parsed

TUESDAY = "2024-06-11"


def dated(source: str, published: str | None = TUESDAY) -> Happened:
    """What the word marked `{e}` of a text is dated to."""
    text, spans = marked(source)
    parse, article = parsed(text), Article("a", text, published=published)
    heads: list[Span] = spans["e"]
    return date_heads(parse, article, load_tagger().find(parse, article), heads)[0]


OWN = [
    ("Troops [shelled]{e} the port of Azun on 3 March 2022.", "2022-03-03", "2022-03-03"),
    ("Troops [attacked]{e} the port on Sunday, killing nine.", "2024-06-09", "2024-06-09"),
    ("Troops attacked the port on Sunday, [killing]{e} nine.", "2024-06-09", "2024-06-09"),
    ("Parliament will [vote]{e} on the budget on Friday.", "2024-06-14", "2024-06-14"),
    ("The army plans to [withdraw]{e} from Azun on Friday.", "2024-06-14", "2024-06-14"),
    ("Workers [protested]{e} from 3 March to 9 March 2022 in Azun.", "2022-03-03", "2022-03-09"),
    ("The party has been [banned]{e} since 2014.", "2014-01-01", None),
]


@pytest.mark.parametrize(("source", "begin", "end"), OWN, ids=[case[0] for case in OWN])
def test_time_in_the_clause_dates_the_event(source: str, begin: str, end: str | None) -> None:
    happened = dated(source)
    assert (happened.begin, happened.end, happened.basis) == (begin, end, "timex")
    assert happened.timex is not None


def test_news_without_a_date_rests_on_the_publication() -> None:
    assert dated("Troops have [seized]{e} the port of Azun.") == Happened(TUESDAY, TUESDAY, "published")


def test_without_publication_date_news_stays_open() -> None:
    assert dated("Troops have [seized]{e} the port of Azun.", None) == Happened()


def test_time_of_the_telling_does_not_date_what_is_told() -> None:
    happened = dated("The army said on Sunday that rebels had [shelled]{e} the port in March 2022.")
    assert happened.begin == "2022-03-01"


KNOWN = [
    ("A few days into the war in Ukraine, the minister [apologised]{e}.", "2022-02-24", "2022-03-01"),
    ("Two weeks after the fall of Kabul, the envoy [fled]{e}.", "2021-08-26", "2021-09-01"),
    ("On the eve of the Brexit referendum, the minister [resigned]{e}.", "2016-06-22", "2016-06-22"),
    ("The group has been [banned]{e} since the 2020 election in Belarus.", "2020-08-09", None),
]


@pytest.mark.parametrize(("source", "begin", "end"), KNOWN, ids=[case[0] for case in KNOWN])
def test_time_counted_from_a_known_event_is_dated_by_it(source: str, begin: str, end: str | None) -> None:
    happened = dated(source, "2025-01-05")
    assert (happened.begin, happened.end, happened.basis) == (begin, end, "event")


def test_time_counted_from_an_unknown_event_is_never_the_publication() -> None:
    assert dated("Two weeks after the quarrel, the envoy [fled]{e}.") == Happened()


def test_time_counted_from_an_event_of_the_article() -> None:
    happened = dated("Rebels ambushed a convoy on 3 March 2022. Two days after the ambush, troops [burned]{e} the village.")
    assert (happened.begin, happened.basis) == ("2022-03-05", "event")
