"""What goes into the ledger, what replaces what, and that nothing is lost, doubled or left half written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.contract import replace_surrogates
from onrecord.ledger import AddCounts, AddResult, Ledger, find
from onrecord.ledger.store import TABLES
from onrecord.records import Article, Failure, Reading
from readings import readings, talks

SLOW = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


def dump(ledger: Ledger) -> list[str]:
    """The whole file as SQL, apart from runs."""
    return [line for line in ledger._connection.iterdump() if not line.startswith('INSERT INTO "runs"')]


class Clock:
    """A clock that moves on an hour with every look."""

    def __init__(self) -> None:
        self.now = datetime(2024, 5, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def live(ledger: Ledger, column: str) -> list[str]:
    """A column of the live articles, sorted."""
    return [row[0] for row in ledger.rows(f"SELECT {column} FROM articles WHERE superseded_at IS NULL ORDER BY 1")]


def test_every_table_gets_its_rows(ledger: Ledger) -> None:
    assert ledger.add(replace(talks(), failures=(Failure("times", "no year"),))) is AddResult.ADDED
    assert all(ledger.counts().values()), ledger.counts()
    assert ledger.counts()["attribution_spans"] == 6


@SLOW
@given(readings(), readings())
def test_adding_the_same_twice_changes_nothing(one: Reading, two: Reading) -> None:
    with Ledger.open(":memory:", clock=Clock()) as ledger:
        ledger.add_many([one, two])
        before = dump(ledger)
        again = ledger.add_many([two, one, two])
        assert again == AddCounts(unchanged=3)
        assert dump(ledger) == before


@SLOW
@given(readings())
def test_text_and_spans_come_back_as_they_were(reading: Reading) -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.add(reading)
        text = replace_surrogates(reading.article.text).replace("\0", "\ufffd")
        assert ledger.rows("SELECT text FROM articles")[0]["text"] == text
        sql = 'SELECT substr(text, start + 1, "end" - start), start, "end" FROM sentences JOIN articles USING (reading)'
        for piece, start, end in ledger.rows(sql):
            assert piece == text[start:end]
        found = {row.attribution: row for row in find(ledger, limit=None)}
        for attribution in reading.attributions or ():
            row = found[attribution.id]
            assert row.content_spans == attribution.content
            assert row.source_spans == attribution.source
            assert row.text == " … ".join(text[span.start : span.end] for span in attribution.content)


@SLOW
@given(readings(), readings())
def test_each_article_has_at_most_one_live_reading(one: Reading, two: Reading) -> None:
    two = replace(two, article=replace(two.article, id=one.article.id))
    with Ledger.open(":memory:") as ledger:
        ledger.add_many([one, two])
        assert ledger.counts()["articles"] == 1
        assert ledger.rows("PRAGMA foreign_key_check") == []
        for table in TABLES:
            sql = f"""SELECT count(*) FROM {table} AS owned JOIN articles AS owner USING (reading)
                      WHERE owned.superseded_at IS NOT owner.superseded_at"""
            assert ledger.rows(sql)[0][0] == 0, table


def test_newer_maker_replaces_and_the_old_rows_stay(ledger: Ledger) -> None:
    ledger.add(talks(makers=("attribution/1",)))
    assert ledger.add(talks(makers=("attribution/2",))) is AddResult.REPLACED
    makers = ledger.rows("SELECT maker, superseded_at IS NULL AS live FROM attributions ORDER BY number")
    assert [tuple(row) for row in makers] == [("attribution/1", 0)] * 2 + [("attribution/2", 1)] * 2


def test_older_maker_is_kept_but_does_not_replace(ledger: Ledger) -> None:
    ledger.add(talks(makers=("attribution/10",)))
    assert ledger.add(talks(makers=("attribution/9",))) is AddResult.OLDER
    assert live(ledger, "makers") == ['["attribution/10"]']
    assert ledger.add(talks(makers=("attribution/9",))) is AddResult.UNCHANGED


@pytest.mark.parametrize(("live", "later"), [("3.10.0", "3.9.2"), ("3.8", "3")])
def test_versions_of_makers_are_compared_as_numbers(ledger: Ledger, live: str, later: str) -> None:
    ledger.add(talks(makers=(f"en_core_web_sm/{live}",)))
    assert ledger.add(talks(makers=(f"en_core_web_sm/{later}",))) is AddResult.OLDER


def test_rows_name_their_maker(ledger: Ledger) -> None:
    ledger.add(talks(makers=("en_core_web_sm/3.8.0", "attribution/1", "actors/2")))
    makers = {
        table: ledger.rows(f"SELECT DISTINCT maker FROM {table}")[0][0]
        for table in ("sentences", "attributions", "mentions", "events")
    }
    assert makers == {
        "sentences": "en_core_web_sm/3.8.0",
        "attributions": "attribution/1",
        "mentions": "actors/2",
        "events": None,
    }


def test_reading_with_a_stage_missing_does_not_replace_a_whole_one(ledger: Ledger) -> None:
    ledger.add(talks())
    assert ledger.add(replace(talks(), events=None, stances=None)) is AddResult.OLDER
    assert ledger.counts()["events"] == 1


def test_stage_not_run_is_told_from_one_that_found_nothing(ledger: Ledger) -> None:
    ledger.add(Reading(Article("a", "Rain."), attributions=()))
    assert ledger.rows("SELECT looked FROM articles")[0]["looked"] == '["attributions"]'


def test_new_text_at_the_same_address_replaces_whatever_its_id(ledger: Ledger) -> None:
    ledger.add(talks("a1", url="https://example.org/talks"))
    later = talks("a2", source="Irena Bondar", url="https://example.org/talks")
    assert ledger.add(later) is AddResult.REPLACED
    assert [row.source for row in find(ledger, act="assert")] == ["Irena Bondar"]


def test_version_published_on_an_earlier_day_does_not_replace(ledger: Ledger) -> None:
    ledger.add(talks(published="2024-05-09"))
    assert ledger.add(talks(source="I. Bondar", published="2024-05-08")) is AddResult.OLDER
    assert live(ledger, "published") == ["2024-05-09"]


def test_copies_with_one_canonical_address_both_stay(ledger: Ledger) -> None:
    for outlet in ("one", "two"):
        address = f"https://{outlet}.example/talks"
        ledger.add(talks(outlet, outlet=outlet, url=address, canonical_url="https://wire.example/talks"))
    assert live(ledger, "outlet") == ["one", "two"]


def test_ledger_can_be_asked_as_of_a_day() -> None:
    clock = Clock()
    with Ledger.open(":memory:", clock=clock) as ledger:
        ledger.add(talks(source="Olena Bondar", makers=("attribution/1",)))
        clock.now += timedelta(days=10)
        ledger.add(talks(source="Irena Bondar", makers=("attribution/1",)))
        days = ("2024-05-06", "2024-05-07", "2024-05-16", "2024-05-17", "2024-06")
        held = [[found.source for found in find(ledger, act="assert", as_of=day)] for day in days]
    assert held == [[], ["Olena Bondar"], ["Olena Bondar"], ["Irena Bondar"], ["Irena Bondar"]]


def test_two_rows_with_one_id_are_a_failure_and_the_rest_is_added(ledger: Ledger) -> None:
    broken = talks("broken")
    broken = replace(broken, attributions=(broken.attributions[0],) * 2)  # type: ignore[index]
    assert ledger.add_many([talks("a"), broken, talks("b")]) == AddCounts(added=2, failed=1)
    assert [(row.source, row.stage) for row in ledger.failures()] == [("broken", "ledger")]
    assert ledger.counts()["articles"] == 2
    assert ledger.add(broken) is AddResult.FAILED
    assert len(ledger.failures()) == 1


def test_failure_of_a_reading_goes_when_a_good_reading_comes(ledger: Ledger) -> None:
    ledger.add(replace(talks(), events=None, failures=(Failure("events", "no roles"),)))
    assert [row.error for row in ledger.failures()] == ["no roles"]
    ledger.add(talks())
    assert ledger.failures() == []


def test_source_that_could_not_be_read_is_a_failure_once(ledger: Ledger) -> None:
    failure = Failure("sources", "no text")
    assert ledger.add_failure("page.html", failure)
    assert not ledger.add_failure("page.html", failure)
    assert [row[:3] for row in ledger.failures()] == [("page.html", "sources", "no text")]


def test_run_counts_what_was_added(ledger: Ledger) -> None:
    ledger.add_many([talks("a"), talks("b"), talks("a")])
    row = ledger.rows("SELECT added, unchanged, replaced, ended_at IS NULL FROM runs")
    assert [tuple(values) for values in row] == [(2, 1, 0, 0)]


def test_what_came_before_an_interrupt_is_written(ledger: Ledger) -> None:
    def interrupted() -> Iterator[Reading]:
        yield from (talks(str(number)) for number in range(5))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add_many(interrupted())
    assert ledger.counts()["articles"] == 5


def test_file_is_not_locked_while_the_next_reading_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    with Ledger.open(path) as ledger, Ledger.open(path, timeout_s=0.1) as other:

        def slow() -> Iterator[Reading]:
            yield talks("a")
            other.add(talks("b"))

        ledger.add_many(slow())
        assert ledger.counts()["articles"] == 2
