"""Questions to the ledger: what each filter lets through, and that no word a user types is an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.errors import LedgerError
from onrecord.ledger import HolderCount, Ledger, count_holders, find
from onrecord.records import Article, Attribution, Reading, Span
from readings import talks

TEXT = "Minister Erdoğan said the well-known apologies, in Łódź, were O'Neil's."


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        opened.add(talks("may", published="2024-05-07"))
        opened.add(talks("month", published="2024-06", source="Ana Reyl", outlet="Łódź Daily"))
        opened.add(talks("undated", published="", source="Ana Reyl", outlet="Wire"))
        attribution = Attribution("e", (Span(0, 16),), (Span(17, 21),), (Span(22, len(TEXT)),), "indirect", "believe")
        opened.add(Reading(Article("plain", TEXT, published="2023"), attributions=(attribution,)))
        yield opened


def articles(ledger: Ledger, **filters: str) -> list[str]:
    return [found.article for found in find(ledger, **filters)]


def test_found_attribution_tells_article_holder_and_place(ledger: Ledger) -> None:
    found = find(ledger, holder="Bondar")[0]
    text = talks().article.text
    assert (found.article, found.published, found.outlet) == ("may", "2024-05-07", "Selmark Courier")
    assert (found.holder_name, found.cue, found.text) == ("Olena Bondar", "said", "that two envoys had left the talks")
    assert found.chain[0] == "AUTHOR"
    assert [text[span.start : span.end] for span in found.content_spans] == [found.text]
    assert found.sentence is not None
    assert text[found.sentence.start : found.sentence.end].startswith("Olena Bondar said")
    assert found.confidence == 0.9


@pytest.mark.parametrize("words", ["Erdoğan", "erdogan", "ERDOGAN", "minister Erdoğan", '"minister erdogan"', "Erdog\u0306an"])
def test_holder_is_found_whatever_case_and_diacritics(ledger: Ledger, words: str) -> None:
    assert articles(ledger, holder=words) == ["plain"]


def test_holder_is_found_by_the_words_of_the_source_alone(ledger: Ledger) -> None:
    assert set(articles(ledger, holder="envoys selmark")) == {"may", "month", "undated"}
    assert articles(ledger, holder="envoys bondar") == []


@pytest.mark.parametrize("words", ["apology", "well-known", "APOLOGIES lodz", '"in Łódź"', "O'Neil", "apologies AND", "apolog"])
def test_content_words_are_found_in_any_order_and_ending(ledger: Ledger, words: str) -> None:
    expected = ["plain"] if words != "apologies AND" and "lodz" not in words else []
    assert articles(ledger, text=words) == expected


def test_words_in_double_quotes_must_stand_together(ledger: Ledger) -> None:
    assert articles(ledger, text="talks envoys") != []
    assert articles(ledger, text='"talks envoys"') == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"since": "2024-05-07"}, {"may", "month"}),
        ({"since": "2024-05-08"}, {"month"}),
        ({"since": "2024-06-30"}, {"month"}),
        ({"since": "2024-07"}, set()),
        ({"until": "2023"}, {"plain"}),
        ({"until": "2023-01-01"}, {"plain"}),
        ({"since": "2024-05", "until": "2024-05"}, {"may"}),
        ({"until": "2024-06-01"}, {"may", "month", "plain"}),
        ({"outlet": "lodz daily"}, {"month"}),
        ({"act": "believe"}, {"plain"}),
        ({"act": "deny", "holder": "envoys", "since": "2024", "text": "leaving"}, {"may", "month"}),
    ],
    ids=str,
)
def test_filters_let_through_what_fits(ledger: Ledger, filters: dict[str, str], expected: set[str]) -> None:
    assert set(articles(ledger, **filters)) == expected


def test_newest_article_comes_first_and_one_without_date_last(ledger: Ledger) -> None:
    assert list(dict.fromkeys(articles(ledger))) == ["month", "may", "plain", "undated"]
    assert [found.article for found in find(ledger, limit=1)] == ["month"]
    assert find(ledger, limit=0) == []


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(), max_size=30))
@example('"')
@example('a" OR "b')
@example("NEAR(a b, 2)")
@example("text: talks*")
@example("{a} ^b -c +d")
@example("\0 left \ud800")
@example("!!! ???")
@example("talks " * 3000)
def test_no_words_are_an_error(ledger: Ledger, words: str) -> None:
    for name in ("holder", "text", "outlet"):
        find(ledger, **{name: words})


def test_words_without_a_letter_find_nothing(ledger: Ledger) -> None:
    assert find(ledger, text="?!") == []
    assert find(ledger, holder="") == []


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"since": "last week"}, "since 'last week' is not a date; write 2024, 2024-05 or 2024-05-07"),
        ({"until": "2024-02-30"}, "until '2024-02-30' is not a date"),
        ({"as_of": "now"}, "as_of 'now' is not a date"),
        ({"since": "2025", "until": "2024-06"}, "since '2025' is after until '2024-06'"),
        ({"act": "says"}, "no act 'says'; have assert, deny"),
        ({"limit": -1}, "limit -1 is below 0"),
        ({"speaker": "Bondar"}, "no filter 'speaker'; have holder, text"),
    ],
    ids=str,
)
def test_filter_that_means_nothing_is_refused(ledger: Ledger, filters: dict[str, str], message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        find(ledger, **filters)  # type: ignore[arg-type]


def test_filter_that_is_none_lets_all_through(ledger: Ledger) -> None:
    assert find(ledger, holder=None, since=None, as_of=None) == find(ledger)


def test_holders_are_counted_by_name_or_else_by_source(ledger: Ledger) -> None:
    counts = count_holders(ledger)
    assert counts[0] == HolderCount("envoys from Selmark", 3, 3, 3, "2024-05-07", "2024-06-30")
    assert counts[1] == HolderCount("Ana Reyl", 2, 2, 2, "2024-06-01", "2024-06-30")
    assert [count.holder for count in counts[2:]] == ["Minister Erdoğan", "Olena Bondar"]
    assert [count.n_attributions for count in count_holders(ledger, act="deny")] == [3]


def test_sources_that_differ_in_case_are_one_holder() -> None:
    text = "He said no. So he said."
    spans = [((Span(0, 2),), (Span(3, 7),), (Span(8, 10),)), ((Span(15, 17),), (Span(18, 22),), (Span(12, 14),))]
    attributions = tuple(Attribution(str(number), *each, "indirect", "assert") for number, each in enumerate(spans))
    with Ledger.open(":memory:") as ledger:
        ledger.add(Reading(Article("a", text), attributions=attributions))
        assert [(count.holder, count.n_attributions) for count in count_holders(ledger)] == [("He", 2)]


def test_views_show_live_rows_with_names(ledger: Ledger) -> None:
    quote = ledger.rows("SELECT * FROM quote WHERE article = 'may' ORDER BY holder")[0]
    assert (quote["holder"], quote["cue"], quote["outlet"]) == ("Olena Bondar", "said", "Selmark Courier")
    day = ledger.rows("SELECT * FROM event_day WHERE recipients = 'Ana Reyl'")[0]
    assert (day["day"], day["actors"], day["status"], day["n_events"], day["n_outlets"]) == (
        "2024-05-06", "envoys from Selmark", "attributed", 2, 2,
    )  # fmt: skip
    claims = ledger.rows("SELECT * FROM claim WHERE article = 'may'")
    assert {(claim["holder"], claim["factuality"]) for claim in claims} == {("AUTHOR", "Uu"), ("Olena Bondar", "CT+")}
    assert claims[0]["text"] == "that two envoys had left the talks"
