"""Expressions of time in short news sentences: extents, values and days against the publication date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Article, Timex
from onrecord.times import load_tagger
from onrecord.times.days import days_of
from support import marked, parsed, parser

WEDNESDAY = "2024-06-12"


def find(text: str, published: str | None = WEDNESDAY) -> tuple[Timex, ...]:
    return load_tagger().find(parsed(text), Article("a", text, published=published))


CASES = [
    # calendar dates
    ("The envoys met on [March 3, 2022]{t}.", "2022-03-03", "2022-03-03", "2022-03-03"),
    ("The envoys met on [3 March 2022]{t} in Doha.", "2022-03-03", "2022-03-03", "2022-03-03"),
    ("The envoys met on [the 3rd of March 2022]{t}.", "2022-03-03", "2022-03-03", "2022-03-03"),
    ("The envoys met on [Monday, Dec. 5, 2022]{t}, in Doha.", "2022-12-05", "2022-12-05", "2022-12-05"),
    ("The order is dated [2022-03-03]{t}.", "2022-03-03", "2022-03-03", "2022-03-03"),
    ("The order is dated [03.12.2022]{t}.", "2022-12-03", "2022-12-03", "2022-12-03"),
    ("The army withdrew on [May 30]{t}.", "2024-05-30", "2024-05-30", "2024-05-30"),
    ("The army will withdraw on [May 30]{t}.", "2025-05-30", "2025-05-30", "2025-05-30"),
    ("The army withdrew on [11 December]{t}.", "2023-12-11", "2023-12-11", "2023-12-11"),
    ("The raids of [March 3-5, 2022]{t} killed nine.", "2022-03-03", "2022-03-03", "2022-03-05"),
    ("The talks ran from [3 to 5 June]{t}.", "2024-06-03", "2024-06-03", "2024-06-05"),
    # months, seasons, quarters, halves, years
    ("Fighting resumed in [March]{t}.", "2024-03", "2024-03-01", "2024-03-31"),
    ("The vote will be held in [March]{t}.", "2025-03", "2025-03-01", "2025-03-31"),
    ("Fighting resumed in [late March 2022]{t}.", "2022-03", "2022-03-22", "2022-03-31"),
    ("Fighting resumed at [the end of March]{t}.", "2024-03", "2024-03-22", "2024-03-31"),
    ("The truce collapsed [last October]{t}.", "2023-10", "2023-10-01", "2023-10-31"),
    ("The truce collapsed in [the winter of 2014]{t}.", "2014-WI", "2014-12-01", "2015-02-28"),
    ("The truce collapsed [last summer]{t}.", "2023-SU", "2023-06-01", "2023-08-31"),
    ("Exports fell in [the third quarter of 2021]{t}.", "2021-Q3", "2021-07-01", "2021-09-30"),
    ("Exports fell in [the first quarter]{t}.", "2024-Q1", "2024-01-01", "2024-03-31"),
    ("Exports fell in [the first half of 2021]{t}.", "2021-H1", "2021-01-01", "2021-06-30"),
    ("The party was banned in [2014]{t}.", "2014", "2014-01-01", "2014-12-31"),
    ("The party was banned in [mid-2022]{t}.", "2022", "2022-05-01", "2022-08-31"),
    ("The party was banned in [late 2022]{t}.", "2022", "2022-09-01", "2022-12-31"),
    ("Spending rose in [fiscal 2023]{t}.", "2023", "2023-01-01", "2023-12-31"),
    ("Militias formed in [the 1990s]{t}.", "199", "1990-01-01", "1999-12-31"),
    ("Militias formed in [the early 1980s]{t}.", "198", "1980-01-01", "1983-04-30"),
    ("The border was drawn in [the 19th century]{t}.", "18", "1800-01-01", "1899-12-31"),
    ("The truce held over [Christmas]{t}.", "2023-12-25", "2023-12-25", "2023-12-25"),
    ("The truce held until [Easter 2022]{t}.", "2022-04-17", "2022-04-17", "2022-04-17"),
    ("The truce held on [New Year's Eve]{t}.", "2023-12-31", "2023-12-31", "2023-12-31"),
    ("Grapes will ripen in [mid-to-late August]{t}.", "2024-08", "2024-08-11", "2024-08-31"),
    ("Grapes will ripen in [early to mid July]{t}.", "2024-07", "2024-07-01", "2024-07-21"),
    ("Tea exports fell in [the October-December quarter]{t}.", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("Tea exports fell in [the March quarter of 2021]{t}.", "2021-Q1", "2021-01-01", "2021-03-31"),
    ("A hearing is set for [the week of June 24]{t}.", "2024-W26", "2024-06-24", "2024-06-30"),
    ("Sailors raced on [the weekend of 1 June]{t}.", "2024-W22-WE", "2024-06-01", "2024-06-02"),
    # weekdays
    ("The vote is set for [a week from Friday]{t}.", "2024-06-21", "2024-06-21", "2024-06-21"),
    ("The tug sails [ten days from June 20]{t}.", "2024-06-30", "2024-06-30", "2024-06-30"),
    ("The general resigned on [Monday]{t}.", "2024-06-10", "2024-06-10", "2024-06-10"),
    ("The general resigned on [Wednesday]{t}.", "2024-06-12", "2024-06-12", "2024-06-12"),
    ("The general resigned on [Thursday]{t}.", "2024-06-06", "2024-06-06", "2024-06-06"),
    ("Parliament will vote on [Friday]{t}.", "2024-06-14", "2024-06-14", "2024-06-14"),
    ("Talks are scheduled for [Monday]{t}.", "2024-06-17", "2024-06-17", "2024-06-17"),
    ("The general resigned [last Tuesday]{t}.", "2024-06-11", "2024-06-11", "2024-06-11"),
    ("Parliament votes [next Tuesday]{t}.", "2024-06-18", "2024-06-18", "2024-06-18"),
    ("The general resigned on [Tuesday last week]{t}.", "2024-06-04", "2024-06-04", "2024-06-04"),
    ("Voters chose a council on [the first Monday of June]{t}.", "2024-06-03", "2024-06-03", "2024-06-03"),
    # relative
    ("The envoy arrived [today]{t}.", "2024-06-12", "2024-06-12", "2024-06-12"),
    ("The envoy arrived [the day before yesterday]{t}.", "2024-06-10", "2024-06-10", "2024-06-10"),
    ("The envoy arrives [the day after tomorrow]{t}.", "2024-06-14", "2024-06-14", "2024-06-14"),
    ("The envoy arrived [last week]{t}.", "2024-W23", "2024-06-03", "2024-06-09"),
    ("The envoy arrived [last month]{t}.", "2024-05", "2024-05-01", "2024-05-31"),
    ("The envoy will return [later this month]{t}.", "2024-06", "2024-06-12", "2024-06-30"),
    ("The envoy came [earlier this year]{t}.", "2024", "2024-01-01", "2024-06-12"),
    ("The envoy came at [the end of last year]{t}.", "2023", "2023-09-01", "2023-12-31"),
    ("The envoy will come [next year]{t}.", "2025", "2025-01-01", "2025-12-31"),
    ("The envoy came [three days ago]{t}.", "2024-06-09", "2024-06-09", "2024-06-09"),
    ("The envoy came [two weeks ago]{t}.", "2024-W22", "2024-05-27", "2024-06-02"),
    ("The envoy came [five months ago]{t}.", "2024-01", "2024-01-01", "2024-01-31"),
    ("The envoy came [two years ago]{t}.", "2022", "2022-01-01", "2022-12-31"),
    ("The envoy came [last weekend]{t}.", "2024-W23-WE", "2024-06-08", "2024-06-09"),
    ("The envoy came [a few days ago]{t}.", "PAST_REF", "2024-06-07", "2024-06-10"),
    # stretches
    ("Shelling intensified over [the past two weeks]{t}.", "P2W", "2024-05-29", "2024-06-12"),
    ("Prices will rise over [the next four years]{t}.", "P4Y", "2024-06-12", "2028-06-12"),
    ("Shelling has intensified in [recent weeks]{t}.", "PXW", "2024-04-03", "2024-06-12"),
    ("Rains came in [the last week of March 2022]{t}.", "2022-W13", "2022-03-28", "2022-04-03"),
    ("The siege lasted [more than two years]{t}.", "P2Y", None, None),
    ("The siege lasted [two and a half years]{t}.", "P2.5Y", None, None),
    ("The siege lasted [several months]{t}.", "PXM", None, None),
    ("The siege lasted for [decades]{t}.", "PXDE", None, None),
    ("The siege lasted [twenty-five days]{t}.", "P25D", None, None),
    ("The siege lasted [half an hour]{t}.", "PT0.5H", None, None),
    ("A [12-hour]{t} curfew was imposed.", "PT12H", None, None),
    ("A [42-year-old]{t} teacher was killed.", "P42Y", None, None),
    # sets
    ("The court sits [every Monday]{t}.", "XXXX-WXX-1", None, None),
    ("The court sits [every two weeks]{t}.", "P2W", None, None),
    ("Rallies are held [daily]{t}.", "P1D", None, None),
    ("The plant builds 15 tanks [a year]{t}.", "P1Y", None, None),
    # times of day
    ("Rockets fell at [18:00 GMT on Tuesday]{t}.", "2024-06-11T18:00Z", "2024-06-11", "2024-06-11"),
    ("Rockets fell at [6:40 p.m.]{t} in Kherson.", "2024-06-12T18:40", "2024-06-12", "2024-06-12"),
    ("Rockets fell on [Tuesday night]{t}.", "2024-06-11TNI", "2024-06-11", "2024-06-11"),
    ("Rockets fell [last night]{t}.", "2024-06-11TNI", "2024-06-11", "2024-06-11"),
    ("Rockets fell [overnight]{t}.", "2024-06-12TNI", "2024-06-11", "2024-06-12"),
    ("Rockets fell on [the morning of 3 March 2022]{t}.", "2022-03-03TMO", "2022-03-03", "2022-03-03"),
    ("Rockets fell [yesterday evening]{t}.", "2024-06-11TEV", "2024-06-11", "2024-06-11"),
    # vague references
    ("The bridge is [now]{t} closed.", "PRESENT_REF", None, None),
    ("The minister [recently]{t} resigned.", "PAST_REF", None, None),
    ("They fear for [the future]{t}.", "FUTURE_REF", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("source", "value", "begin", "end"), CASES, ids=[case[0] for case in CASES])
def test_expression_is_found_and_valued(source: str, value: str, begin: str | None, end: str | None) -> None:
    text, gold = marked(source)
    found = find(text)
    assert [(t.span, t.value, t.begin, t.end) for t in found] == [(gold["t"][0], value, begin, end)]


MENTIONED = [
    ("The raid came on 3 March 2022. [The next day]{t} troops left.", "2022-03-04"),
    ("The raid came on 3 March 2022. [Two days later]{t}, troops left.", "2022-03-05"),
    ("The raid came on 3 March 2022. [A week earlier]{t}, troops had left.", "2022-W08"),
    ("The raid came in March 2022. [That year]{t} nine towns fell.", "2022"),
    ("The raid came in 2019. [The previous year]{t} nine towns fell.", "2018"),
    ("The raid came on 3 March 2022 and troops left [the same day]{t}.", "2022-03-03"),
]


@pytest.mark.parametrize(("source", "value"), MENTIONED)
def test_later_expression_counts_from_the_date_spoken_of(source: str, value: str) -> None:
    text, gold = marked(source)
    assert {t.span: t.value for t in find(text)}.get(gold["t"][0]) == value


NONE = [
    "Rebels may march on the capital.",
    "A second convoy reached the camp.",
    "The army lost 2000 soldiers.",
    "April Reyes said the camp was empty.",
    "Prices could fall and rivers spring back.",
    "About a quarter of the voters stayed at home.",
    "The Daily Observer reported it.",
    "The team won 3:1.",
]


@pytest.mark.parametrize("text", NONE)
def test_word_that_is_no_time_is_left_out(text: str) -> None:
    assert find(text) == ()


def test_without_publication_date_relative_days_stay_open() -> None:
    text = "The general resigned on Monday, and troops left on 3 March 2022."
    assert [(t.begin, t.end) for t in find(text, None)] == [(None, None), ("2022-03-03", "2022-03-03")]


def test_publication_month_alone_still_gives_the_year_before() -> None:
    assert [t.value for t in find("The general resigned last year.", "2024-06")] == ["2023"]


def test_duration_before_an_event_does_not_count_from_the_publication() -> None:
    (found,) = find("Troops left two days after the raid.")
    assert (found.type, found.value, found.begin) == ("DURATION", "P2D", None)


VOCABULARY = """March May 3 31 2022 99999 the last next early of Monday week year years ago two a few - , . ' 's 1990s 30:99 18:00
UTC said century first half quarter to and café 年 € “ ” every night overnight 0001 9999 million hundred later before"""


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*VOCABULARY.split(), "\n\n"]), max_size=25),
    st.sampled_from([None, "2024-02-29", "2024-02", "2024", "0001-01-01", "9999-12-31", "soon"]),
)
def test_any_words_give_ordered_spans_in_the_text_with_days_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    done = 0
    for found in load_tagger().find(parser().parse(text), Article("a", text, published=published)):
        assert done <= found.span.start < found.span.end <= len(text)
        assert found.begin is None or found.end is None or found.begin <= found.end
        done = found.span.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_unicode_gives_spans_in_the_text(text: str) -> None:
    for found in load_tagger().find(parser().parse(text), Article("a", text, published=WEDNESDAY)):
        assert 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize("value", ["2022-02-30", "2022-W60", "0000", "XXXX-WXX-1", "P2Y", "PAST_REF", "2022-13", ""])
def test_value_that_names_no_days_has_none(value: str) -> None:
    assert days_of(value) is None or value == "0000"
