"""Words that name a well-known event."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import SettingsError
from onrecord.times.known import Knowledge, load_calendar, read_calendar
from support import parsed

PLACES = ["code\twords", "UKR\tukraine ukrainian"]


def find(text: str, word: str, today: str = "2025-01-05") -> str | None:
    """The id of the event that a word's phrase names."""
    parse = parsed(text)
    head = parse.words.index(word)
    day = date.fromisoformat(today)
    known = Knowledge(parse, (day, day)).of_phrase(parse.lefts[head], parse.rights[head], head)
    return known.id if known else None


CASES = [
    ("Prices rose after the full-scale invasion of Ukraine.", "invasion", "ukraine-war"),
    ("Minsk jailed hundreds after the disputed 2020 election; Belarus denied it.", "election", "belarus-election-2020"),
    ("Washington waited for the 2020 election, and American voters did too.", "election", "us-election-2020"),
    ("Kyiv and all Ukraine changed in the war.", "war", "ukraine-war"),
    ("Security was tightened after 9/11 in all airports.", "9/11", "september-11"),
    ("Envoys left before the fall of Kabul.", "fall", "fall-of-kabul"),
]


@pytest.mark.parametrize(("text", "word", "name"), CASES)
def test_phrase_names_the_known_event(text: str, word: str, name: str) -> None:
    assert find(text, word) == name


NONE = [
    ("Voters in Azun waited for the election.", "election"),
    ("The war between the two guilds of bakers ended.", "war"),
    ("The 2019 election in Azun was calm.", "election"),
]


@pytest.mark.parametrize(("text", "word"), NONE)
def test_phrase_that_may_name_any_event_names_none(text: str, word: str) -> None:
    assert find(text, word) is None


def test_event_after_the_publication_is_not_known() -> None:
    assert find("Envoys left before the fall of Kabul.", "fall", "2020-05-01") is None


def test_shipped_calendar_has_days_in_order_and_places_it_knows() -> None:
    calendar = load_calendar()
    codes = frozenset().union(*calendar.places.values())
    for known in (known for entries in calendar.kinds.values() for known in entries):
        assert known.end is None or known.begin <= known.end, known.id
        assert known.places <= codes, known.id


@pytest.mark.parametrize("line", ["a\twar\t2022-02-30\t\tUKR\t-", "a\twar\t2022-02-24", "a\twar\tsoon\t\tUKR\t-"])
def test_bad_line_of_the_calendar_is_named(line: str) -> None:
    with pytest.raises(SettingsError, match="line 2"):
        read_calendar(["id\tkind\tbegin\tend\tplaces\tnames", line], PLACES)


def test_what_any_country_may_have_needs_the_country() -> None:
    assert find("Togo put down a coup attempt.", "attempt") is None
    assert find("Turkey jailed officers after the coup attempt.", "attempt") == "turkey-coup-2016"
