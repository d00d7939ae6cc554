"""Whatever the bytes are: an article or an error of ours, and nothing else."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import OnRecordError
from onrecord.records import Article
from onrecord.sources import article_from_bytes, article_from_html, article_from_text, read_articles
from onrecord.sources.tables import read_csv, read_jsonl

TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<html>",
        "<body>",
        "<article>",
        "<h1>",
        "</h1>",
        "<blockquote>",
        "<a href='",
        "'>",
        "<br>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<meta property='og:title' content='",
        "<time pubdate datetime='2025-01-06'>",
        "&nbsp;",
        "&#0;",
        "&#x110000;",
        "<meta charset='rot13'>",
        "<meta charset=utf-16>",
        "<![CDATA[",
        "<?xml version='1.0' encoding='x'?>",
        "<svg>",
        "<li>",
        "<q>",
        "<!doctype html>",
        "Read the original article here",
        "The ferry runs again, the harbour office said on Monday, after a week of fog on the river. " * 3,
        '<script type="application/ld+json">{"datePublished": 5, "@graph": [',
        "]}</script>",
        "<link rel=canonical href='http://[",
        "\x00",
        "\ufffe",
    ]
)
PAGES = st.lists(st.one_of(TAGS, st.text(max_size=20))).map("".join)


def checked(article: Article) -> None:
    assert article.id and article.text.strip() and article.sections
    article.text.encode("utf-8")
    position = 0
    for section in article.sections:
        assert position <= section.span.start < section.span.end <= len(article.text)
        position = section.span.end


@given(st.text(), st.one_of(st.none(), st.text()), st.one_of(st.none(), st.text(max_size=20)))
def test_any_text_gives_an_article_or_an_error_of_ours(text: str, title: str | None, published: str | None) -> None:
    try:
        checked(article_from_text(text, title=title, published=published))
    except OnRecordError as error:
        assert str(error)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_any_page_gives_an_article_or_an_error_of_ours(page: str) -> None:
    try:
        checked(article_from_html(page))
    except OnRecordError as error:
        assert str(error)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.binary(), PAGES.map(lambda page: page.encode("utf-8", "replace"))),
    st.sampled_from(["", "a.md", "a.html", "a.txt", "a.jsonl"]),
)
def test_any_bytes_give_an_article_or_an_error_of_ours(data: bytes, name: str) -> None:
    try:
        checked(article_from_bytes(data, name))
    except OnRecordError as error:
        assert str(error)


@settings(deadline=None)
@given(st.lists(st.one_of(st.binary(), st.text().map(lambda text: json.dumps({"text": text, "title": text[:9]}).encode()))))
def test_any_lines_give_articles_and_failures(lines: list[bytes]) -> None:
    for read in (read_jsonl, read_csv):
        for found in read(io.BytesIO(b"\n".join([b"id,text", *lines])), "rows"):
            checked(found) if isinstance(found, Article) else found.error.encode()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.binary(), PAGES.map(lambda page: page.encode("utf-8", "replace")), st.just(b'{"text": "One."}\n'))),
    st.sampled_from(["a", "a.md", "a.html", "a.jsonl", "a.csv", "a.json"]),
)
def test_any_file_gives_articles_and_failures(parts: list[bytes], name: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(b"".join(parts))
        found = list(read_articles([path]))
    assert found
    for item in found:
        checked(item) if isinstance(item, Article) else item.error.encode()


def test_memory_stays_flat_over_a_long_table(tmp_path: Path) -> None:
    peaks = []
    for n in (200, 4000):
        path = tmp_path / f"{n}.jsonl"
        path.write_text((json.dumps({"text": "The ferry runs again. " * 50}) + "\n") * n, encoding="utf-8")
        tracemalloc.start()
        assert sum(isinstance(item, Article) for item in read_articles([path])) == n
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000  # 4,000 rows are 4.4 MB


@pytest.mark.parametrize(
    "page",
    ["<div>" * 5000 + "text", "<p><b>" * 3000 + "The ferry runs again. " * 99, "> " * 3000 + "text", "[" * 5000 + "](a)" * 5000],
)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_deep_nesting_gives_an_article_or_an_error_of_ours(page: str, name: str) -> None:
    try:
        checked(article_from_bytes(page.encode(), name))
    except OnRecordError as error:
        assert str(error)
