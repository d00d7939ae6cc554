"""HTML and Markdown documents."""

from __future__ import annotations

import pytest

from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources import article_from_bytes, article_from_html
from sources.pages import EMPTY, REWRITE, UNDATED


def pieces(article: Article) -> list[tuple[str, str]]:
    return [(section.kind, article.text[slice(*section.span)]) for section in article.sections or ()]


def test_page_tells_title_author_outlet_day_language_and_addresses() -> None:
    article = article_from_html(REWRITE, url="https://second.example/x?utm=1")
    assert article.title == "Velmar leader says sorry, Tarnia reports"
    assert article.byline == ("Jo Berg",)
    assert (article.outlet, article.language) == ("The Second Look", "en")
    assert (article.published, article.published_basis) == ("2025-01-06T09:30:00+01:00", "metadata")
    assert article.canonical_url == "https://second.example/a/1"
    assert article.rewrites_url == "https://agency.example/story/55"


def test_page_is_parted_into_headline_summary_link_commentary_and_quote() -> None:
    found = pieces(article_from_html(REWRITE))
    assert [kind for kind, _ in found] == ["headline", "summary", "original_link", "commentary", "quote", "commentary"]
    assert found[1][1].endswith("for letting it go on so long.")
    assert found[4][1] == "We are sorry for what happened, and we mean it."


def test_words_between_elements_and_quotation_marks_are_kept() -> None:
    text = article_from_html(REWRITE).text
    assert "Oda said “it was late”. The two" in text
    assert "with a link inside and a line\nbreak too." in text


def test_navigation_comments_and_footer_are_left_out() -> None:
    text = article_from_html(REWRITE).text
    assert not any(words in text for words in ("Home", "do not believe a word", "Copyright"))


def test_copyright_line_and_update_give_no_date() -> None:
    article = article_from_html(UNDATED)
    assert (article.published, article.published_basis) == (None, None)


def test_address_tells_the_day_where_the_page_does_not() -> None:
    article = article_from_html(UNDATED, url="https://harbour.example/2025/01/06/ferry")
    assert (article.published, article.published_basis) == ("2025-01-06", "url")


@pytest.mark.parametrize(
    "declared",
    [
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-01-06", "dateModified": "2025-03-01"}]}</script>',
        '<meta name="DC.date.issued" content="2025-01-06">',
        '<meta itemprop="datePublished" content="2025-01-06">',
        '<meta name="date" content="today"><meta name="pubdate" content="6 January 2025">',
    ],
)
def test_declared_day_of_publication_counts_in_every_form(declared: str) -> None:
    article = article_from_html(UNDATED.replace("</head>", declared + "</head>"))
    assert (article.published, article.published_basis) == ("2025-01-06", "metadata")


def test_day_of_change_alone_gives_no_date() -> None:
    page = UNDATED.replace("</head>", '<meta property="article:modified_time" content="2025-02-01"></head>')
    assert article_from_html(page).published is None


def test_what_is_given_goes_before_what_the_page_says() -> None:
    article = article_from_html(REWRITE, id="x", title="Sorry", published="2024", outlet="Other")
    assert (article.id, article.title, article.published, article.outlet) == ("x", "Sorry", "2024", "Other")
    assert article.published_basis == "given"
    assert article.text.startswith("Velmar leader says sorry, Tarnia reports\n\n")


def test_link_to_the_original_in_a_bare_division_is_found() -> None:
    page = REWRITE.replace("<p><a href=", "<div><a href=").replace("here</a></p>", "here</a></div>")
    article = article_from_html(page)
    assert article.rewrites_url == "https://agency.example/story/55"
    assert ("original_link", "Read the original article here") in pieces(article)


def test_original_source_of_the_head_is_the_rewritten_page() -> None:
    page = UNDATED.replace("</head>", '<meta name="original-source" content="https://agency.example/9"></head>')
    assert article_from_html(page).rewrites_url == "https://agency.example/9"


def test_page_in_another_charset_is_read_as_declared() -> None:
    page = REWRITE.replace('charset="utf-8"', 'charset="koi8-r"').replace("it was <i>late</i>", "поздно")
    assert "поздно" in article_from_bytes(page.encode("koi8-r"), "a.html").text


def test_page_without_text_says_so() -> None:
    with pytest.raises(SourceError, match="without an article's text"):
        article_from_html(EMPTY)


MARKDOWN = """---
title: Ferry *back*
date: 6 January 2025
outlet: "Harbour Post"
draft: true
---
# Ferry **back** at [Orvan](https://orvan.example)

The ferry runs *again*, the
harbour `office` said.\\
A second line. &amp; more

> We are sorry.

* First
* Second

<div>raw</div>

![picture](x.png)

[Read the original article here](https://agency.example/1)

A comment <b>on</b> it.
"""


def test_markdown_is_read_as_rendered() -> None:
    article = article_from_bytes(MARKDOWN.encode(), "a.md")
    assert pieces(article) == [
        ("headline", "Ferry back at Orvan"),
        ("summary", "The ferry runs again, the harbour office said.\nA second line. & more"),
        ("quote", "We are sorry."),
        ("summary", "First\n\nSecond\n\nraw"),
        ("original_link", "Read the original article here"),
        ("commentary", "A comment on it."),
    ]


def test_front_matter_of_markdown_tells_about_the_article() -> None:
    article = article_from_bytes(MARKDOWN.encode(), "a.md")
    assert (article.title, article.published, article.outlet) == ("Ferry *back*", "2025-01-06", "Harbour Post")
    assert article.rewrites_url == "https://agency.example/1"
