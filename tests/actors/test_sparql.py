"""The query service is asked politely, and its answers become the rows a dump would give."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from onrecord.actors.sparql import USER_AGENT, Service, make_alias_query, make_query, refresh_from_service
from onrecord.errors import FetchError

ITEM = "http://www.wikidata.org/entity/"


def binding(**values: str) -> dict[str, dict[str, str]]:
    return {key: {"type": "literal", "value": value} for key, value in values.items()}


def term(item: str = "Q1", **values: str) -> dict[str, dict[str, str]]:
    known = {"personLabel": "Flavia Strofzin", "posLabel": "Queen", "office": "head_of_state", "start": "2020-03-04T00:00:00Z"}
    return binding(person=ITEM + item, **{**known, "startPrec": "11", **values})


def rows_of(*terms: dict[str, dict[str, str]], aliases: tuple[str, ...] = ()) -> list[dict[str, str]]:
    def ask(query: str) -> list[dict[str, dict[str, str]]]:
        named = [binding(person=ITEM + "Q1", alias=alias) for alias in aliases]
        return named if "altLabel" in query else list(terms)

    return list(refresh_from_service(["UKR"], "2026-01-01", ask))


def answer(*bindings: dict[str, Any]) -> bytes:
    return json.dumps({"head": {"vars": []}, "results": {"bindings": bindings}}).encode()


class Waits(list[float]):
    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@contextmanager
def serving(*answers: tuple[int, bytes, dict[str, str]]) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """A server that gives the answers in turn (the last one again and again); what it was asked, with the headers."""
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, content, headers = answers[min(len(asked), len(answers) - 1)]
            asked.append((parse_qs(body)["query"][0], dict(self.headers)))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", asked
    finally:
        server.shutdown()
        server.server_close()


def test_term_becomes_a_row_with_the_day_asked_as_last_seen() -> None:
    (row,) = rows_of(term(), aliases=("Queen Flavia", "Flavia"))
    assert (row["name"], row["country"], row["office"], row["wikidata"]) == ("Flavia Strofzin", "UKR", "head_of_state", "Q1")
    assert (row["start"], row["end"], row["basis"], row["as_of"]) == ("2020-03-04", "", "open", "2026-01-01")
    assert row["aliases"] == "Queen Flavia"


@pytest.mark.parametrize(
    ("values", "end", "basis"),
    [
        ({"ended": "2024-05-00", "end": "2024-05-01T00:00:00Z", "endPrec": "10"}, "2024-05", "stated"),
        ({"ended": "_:b0"}, "", "unknown"),
        ({"died": "2023-02-01T00:00:00Z"}, "2023-02-01", "inferred"),
    ],
    ids=["to the month", "ended at an unknown time", "died in office"],
)
def test_end_of_a_term_is_told_with_its_basis(values: dict[str, str], end: str, basis: str) -> None:
    (row,) = rows_of(term(**values))
    assert (row["end"], row["basis"]) == (end, basis)


@pytest.mark.parametrize(
    "values",
    [
        {"personLabel": "Q1"}, {"start": ""}, {"startPrec": "8"}, {"office": "", "posLabel": "Keeper of Swans"},
        {"office": "", "posLabel": "Prime Minister"}, {"start": "1980-01-01T00:00:00Z", "end": "1985-01-01T00:00:00Z"},
    ],
    ids=["no name", "no start", "a decade", "no office of ours", "head by title alone", "long ago"],
)  # fmt: skip
def test_answer_that_tells_no_term_gives_no_row(values: dict[str, str]) -> None:
    assert rows_of(term(**values)) == []


def test_same_term_from_two_parts_of_the_query_is_one_row() -> None:
    minister = {"office": "foreign_minister", "posLabel": "Minister of Foreign Affairs"}
    assert len(rows_of(term(**minister), term(**{**minister, "office": ""}))) == 1


def test_query_names_the_state_and_leaves_deprecated_statements_out() -> None:
    query = make_query("UKR")
    assert '"UKR"' in query and "DeprecatedRank" in query
    assert query.count("{") == query.count("}")
    assert "wd:Q1 wd:Q2" in make_alias_query(["Q1", "Q2"])


def test_service_is_told_who_asks_and_given_a_pause_between_queries() -> None:
    waits = Waits()
    with serving((200, answer(term()), {})) as (address, asked):
        rows = list(refresh_from_service(["UKR"], "2026-01-01", Service(address, 1.0, waits)))
    assert len(rows) == 1
    assert [headers["User-Agent"] for _, headers in asked] == [USER_AGENT] * 2
    assert "altLabel" in asked[1][0]
    assert waits == [1.0]


@pytest.mark.parametrize("status", [429, 503])
def test_busy_service_is_asked_again_after_the_wait_it_names(status: int) -> None:
    waits = Waits()
    with serving((status, b"slow down", {"Retry-After": "7"}), (status, b"", {}), (200, answer(), {})) as (address, asked):
        assert Service(address, 1.0, waits)("SELECT") == []
    assert (len(asked), waits) == (3, [7.0, 10.0])


def test_service_that_stays_busy_is_given_up() -> None:
    waits = Waits()
    with (
        serving((429, b"", {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"})) as (address, asked),
        pytest.raises(FetchError, match="429"),
    ):
        Service(address, 1.0, waits)("SELECT")
    assert (len(asked), waits) == (4, [0.0, 0.0, 0.0])


@pytest.mark.parametrize(("status", "content"), [(400, b"bad query"), (200, b"<html>"), (200, b"[]"), (200, b'{"results": 3}')])
def test_refusal_or_another_answer_is_our_error(status: int, content: bytes) -> None:
    with serving((status, content, {})) as (address, asked), pytest.raises(FetchError, match="answered"):
        Service(address, 1.0, Waits())("SELECT")
    assert len(asked) == 1


def test_service_that_cannot_be_reached_is_our_error() -> None:
    with pytest.raises(FetchError, match="cannot be asked"):
        Service("http://127.0.0.1:1/sparql", 0.0, Waits())("SELECT")
