"""What is one article: by address, by id, by outlet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.ledger import AddResult, IdClash, Ledger, count_holders, find
from readings import talks


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


@pytest.mark.parametrize("told_apart_by", ["outlet", "url"])
def test_articles_that_share_an_id_stay_apart_when_outlet_or_address_differ(ledger: Ledger, told_apart_by: str) -> None:
    for name in ("one", "two"):
        values = {"outlet": name, "url": f"https://{name}.example/1"}
        ledger.add(talks("1", source=f"{name.title()} Bondar", **{told_apart_by: values[told_apart_by]}))
    assert {row.source for row in find(ledger, act="assert")} == {"One Bondar", "Two Bondar"}
    assert count_holders(ledger, holder="envoys")[0].n_articles == 2
    assert ledger.clashes() == []


def test_outlet_or_address_that_comes_later_makes_no_second_article(ledger: Ledger) -> None:
    ledger.add(talks(outlet=""))
    assert ledger.add(talks(outlet="Selmark Courier")) is AddResult.REPLACED
    assert ledger.add(talks(outlet="SELMARK COURIER", url="https://courier.example/1")) is AddResult.REPLACED
    assert ledger.clashes() == []


@pytest.mark.parametrize(("day", "shown"), [("2024-05-09", "new"), ("2024-05-01", "old")])
def test_another_text_under_one_id_is_told_whichever_stands(ledger: Ledger, day: str, shown: str) -> None:
    old, new = talks("1", published="2024-05-07"), talks("1", source="Ana Reyl", published=day)
    titles = {
        name: replace(reading, article=replace(reading.article, title=name)) for name, reading in (("old", old), ("new", new))
    }
    ledger.add_many(titles.values())
    other = "new" if shown == "old" else "old"
    assert ledger.clashes() == [IdClash("1", shown, other)]
    assert [row["title"] for row in ledger.rows("SELECT title FROM articles WHERE superseded_at IS NULL")] == [shown]


def test_new_text_at_the_same_address_is_no_clash(ledger: Ledger) -> None:
    for source in ("Olena Bondar", "Ana Reyl"):
        ledger.add(talks(source=source, url="https://courier.example/1"))
    assert ledger.clashes() == []
