from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Attribution, Failure, Reading, Section, Span
from onrecord.report import make_outline, render_page
from onrecord.report.page import _Mark, mark_up


def reading() -> Reading:
    text = "The envoy said that the guard had admitted that <shots> were fired."

    def span(piece: str) -> tuple[Span, ...]:
        return (Span(text.index(piece), text.index(piece) + len(piece)),)

    outer = Attribution(
        "1", span("The envoy"), span("said"), span("that the guard had admitted that <shots> were fired"), "indirect", "assert",
        holder_name="the envoy", chain=("AUTHOR", "the envoy"),
    )  # fmt: skip
    inner = Attribution(
        "2", span("the guard"), span("admitted"), span("that <shots> were fired"), "indirect", "confirm",
        holder_name="the guard", parent="1", chain=("AUTHOR", "the envoy", "the guard"),
    )  # fmt: skip
    article = Article("x", text, title="Envoy & guard", sections=(Section("body", Span(0, len(text))),))
    return Reading(article, sentences=(Span(0, len(text)),), attributions=(outer, inner))


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
            self.deepest = max(self.deepest, self.open.count("mark"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_page_nests_the_inner_content_in_the_outer_one() -> None:
    balance = Balance()
    balance.feed("".join(render_page([reading()])))
    assert balance.open == []
    assert balance.deepest == 2


def test_page_escapes_the_text_and_loads_nothing_from_elsewhere() -> None:
    page = "".join(render_page([reading()]))
    assert "&lt;shots&gt;" in page
    assert "<h1>Envoy &amp; guard</h1>" in page
    assert not re.search(r"<script|src=|@import|<link", page)


def page_of(**fields: str) -> str:
    """The page of the reading with these fields set on its article."""
    changed = replace(reading(), article=replace(reading().article, **fields))  # type: ignore[arg-type]
    return "".join(render_page([changed]))


def test_address_is_a_link_only_when_a_browser_may_follow_it() -> None:
    assert '<a href="https://wire.example/1?a=1&amp;b=2">' in page_of(url="https://wire.example/1?a=1&b=2")
    assert "javascript:" not in page_of(url="javascript:alert(1)")


def test_failed_stage_is_told_on_the_page() -> None:
    page = "".join(render_page([replace(reading(), failures=(Failure("events", "no <roles>"),))]))
    assert "not read: events: no &lt;roles&gt;" in page


def test_title_that_is_the_headline_is_shown_once() -> None:
    sections = (Section("headline", Span(0, 9)), Section("body", Span(10, len(reading().article.text))))
    page = page_of(title="The envoy", sections=sections)  # type: ignore[arg-type]
    assert re.findall(r"<h1>.*?The envoy.*?</h1>", page)
    assert 'class="s-headline"' not in page


def test_article_without_attributions_says_so() -> None:
    assert "No attribution found." in "".join(render_page([replace(reading(), attributions=())]))


def test_outline_hangs_the_nested_attribution_under_its_parent() -> None:
    outline = make_outline(reading())
    (outer,) = outline.entries
    assert [child.holder for child in outer.children] == ["the guard"]
    assert outline.holders == ("the envoy", "the guard")


@given(st.data())
def test_marks_that_cross_still_give_balanced_html_with_the_whole_text(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab<&é🙂 ", min_size=1, max_size=30))
    ends = st.integers(0, len(text))
    marks = [_Mark(min(pair), max(pair), "content", 1, "t") for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=6))]
    html = mark_up(text, Span(0, len(text)), marks)
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert unescape(re.sub(r"<[^>]+>", "", html)) == text
