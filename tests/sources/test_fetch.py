"""Addresses, read from a server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import FetchError
from onrecord.records import Article
from onrecord.sources import Limits, SourceFailure, read_articles
from onrecord.sources import fetch as fetch_module
from onrecord.sources.fetch import fetch
from sources.pages import REWRITE


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, "get_" + self.path.strip("/").split("?")[0], self.get_missing)()

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def get_page(self) -> None:
        self.answer(200, REWRITE.encode(), Content_Type="text/html")

    def get_latin(self) -> None:
        self.answer(
            200,
            "Le café est fermé, dit-il.".encode("koi8-r", "replace") + "да".encode("koi8-r"),
            Content_Type="text/plain; charset=koi8-r",
        )

    def get_zipped(self) -> None:
        self.answer(200, gzip.compress(b"x" * 100_000), Content_Type="text/plain", Content_Encoding="gzip")

    def get_moved(self) -> None:
        self.answer(302, b"", Location="/page")

    def get_round(self) -> None:
        self.answer(302, b"", Location="/round")

    def get_file(self) -> None:
        self.answer(302, b"", Location="file:///etc/hostname")

    def get_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def get_missing(self) -> None:
        self.answer(404, b"none")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_page_is_read_with_its_address(site: str) -> None:
    (article,) = read_articles([f"{site}/page?x=1"])
    assert isinstance(article, Article)
    assert article.url == f"{site}/page?x=1"
    assert article.canonical_url == f"{site}/a/1"


def test_charset_of_the_server_is_used(site: str) -> None:
    (article,) = read_articles([f"{site}/latin"])
    assert isinstance(article, Article) and article.text.endswith("да")


def test_redirect_within_local_addresses_is_followed_when_the_first_is_local(site: str) -> None:
    assert fetch(f"{site}/moved").url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "says"),
    [("/missing", "404"), ("/round", "more than 5 redirects"), ("/file", "not an http or https address")],
)
def test_address_that_gives_no_page_says_why(site: str, path: str, says: str) -> None:
    (failure,) = read_articles([site + path])
    assert isinstance(failure, SourceFailure) and failure.where == site + path
    assert says in failure.error


def test_page_over_the_cap_is_refused_after_decompression(site: str) -> None:
    with pytest.raises(FetchError, match="more than 10,000 bytes"):
        fetch(f"{site}/zipped", Limits(max_fetch_bytes=10_000))


def test_slow_page_is_given_up(site: str) -> None:
    begin = time.monotonic()
    with pytest.raises(FetchError, match="not done after"):
        fetch(f"{site}/slow", Limits(timeout_s=0.3))
    assert time.monotonic() - begin < 1.5


def test_redirect_from_a_public_address_into_a_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first look-up, of the address given, says public; the second, of the redirect's, is the true one.
    answers = iter([["93.184.215.14"]])
    real = fetch_module._addresses
    monkeypatch.setattr(fetch_module, "_addresses", lambda url: next(answers, None) or real(url))
    with pytest.raises(FetchError, match="private network"):
        fetch(f"{site}/moved")


def test_address_that_resolves_otherwise_the_second_time_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_module, "_addresses", lambda url: ["93.184.215.14"])
    with pytest.raises(FetchError, match="private network"):
        fetch(f"{site}/moved")


@pytest.mark.parametrize("url", ["http://[::1", "https://a.example:99999/", "https://a.example:port/"])
def test_broken_address_says_what_is_broken(url: str) -> None:
    (failure,) = read_articles([url])
    assert isinstance(failure, SourceFailure) and "not a whole address (" in failure.error


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/hostname", "http://"])
def test_address_of_another_kind_is_refused(url: str) -> None:
    (failure,) = read_articles([url])
    assert isinstance(failure, SourceFailure) and "not an http or https address" in failure.error


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("127.0.0.1", True), ("10.1.2.3", True), ("169.254.169.254", True), ("::1", True), ("fe80::1%eth0", True),
        ("::ffff:192.168.0.1", True), ("100.64.0.1", True), ("0.0.0.0", True), ("224.0.0.1", True),
        ("93.184.215.14", False), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", False),
    ],
)  # fmt: skip
def test_private_addresses_are_known(address: str, private: bool) -> None:
    assert fetch_module._is_private(address) is private


def test_port_without_a_server_is_a_failure() -> None:
    (failure,) = read_articles(["http://127.0.0.1:9/"])
    assert isinstance(failure, SourceFailure) and "could not be read" in failure.error


@pytest.mark.parametrize("path", ["page", "missing"])
def test_password_in_an_address_is_in_no_article_and_no_failure(site: str, path: str) -> None:
    (found,) = read_articles([site.replace("://", "://reader:pa@ss@") + f"/{path}"])
    assert "pa@ss" not in repr(found)
    assert f"{site}/{path}" in repr(found)
