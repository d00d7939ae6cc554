"""The shipped corpus: every article is read, and tells what its README says it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.records import Article
from onrecord.sources import read_articles

EXAMPLES = Path(__file__).parents[1] / "examples"


def articles() -> list[Article]:
    found = list(read_articles([EXAMPLES]))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def test_all_thirteen_are_read_with_title_and_day() -> None:
    found = articles()
    assert len(found) == len({article.id for article in found}) == 13
    assert all(article.title and (article.published or "").startswith("2031-") for article in found)


def test_bases_of_the_dates_are_those_of_the_readme() -> None:
    bases = {article.title or "": article.published_basis for article in articles()}
    assert sorted(basis or "" for basis in bases.values()) == ["dateline"] + ["given"] * 10 + ["metadata"] * 2


def test_rewrite_has_summary_and_commentary_and_names_the_article_it_rewrites() -> None:
    found = articles()
    (rewrite,) = (article for article in found if article.outlet == "The Second Look")
    assert rewrite.rewrites_url in {article.url for article in found}
    assert [section.kind for section in rewrite.sections or ()] == ["headline", "summary", "original_link", "commentary"]


@pytest.mark.parametrize("name", ["news.jsonl", "rewrite.html", "families.html", "congress.txt", "opinion.md"])
def test_readme_names_every_file(name: str) -> None:
    assert f"`{name}`" in (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert (EXAMPLES / name).is_file()
