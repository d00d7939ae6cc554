"""The page in a real browser: Debian's Chromium, without a network and without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from onrecord.api import read
from onrecord.report import render_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
EXAMPLE = Path(__file__).parents[2] / "examples" / "rewrite.html"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: install Debian's package chromium"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text("".join(render_page([read(EXAMPLE)])), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(java_script_enabled=False, offline=True, viewport={"width": 1000, "height": 1400})
        tab = context.new_page()
        tab.goto(file.as_uri())
        yield tab
        browser.close()


def test_each_holder_of_the_legend_has_its_colour_in_the_text(page: Page) -> None:
    shown = page.locator(".legend li").all_inner_texts()
    marked = {title.split(":")[0].split(" > ")[-1].strip() for title in titles(page)}
    assert shown
    assert marked <= {name.strip() for name in shown} | {"UNNAMED"}


def titles(page: Page) -> list[str]:
    return [mark.get_attribute("title") or "" for mark in page.locator("mark.content").all()]


def test_nested_contents_are_drawn_inside_their_parents(page: Page) -> None:
    inner = page.locator("mark.content mark.content").first
    outer = inner.locator("xpath=ancestor::mark[contains(@class,'content')][1]")
    small, large = inner.bounding_box(), outer.bounding_box()
    assert small is not None and large is not None
    assert large["y"] <= small["y"] + small["height"]
    assert small["width"] <= large["width"] + 1


def test_no_text_runs_out_of_the_window(page: Page) -> None:
    widest = max(box["x"] + box["width"] for p in page.locator("p").all() if (box := p.bounding_box()))
    assert widest <= 1000


def test_the_article_reads_as_in_the_source(page: Page) -> None:
    text = read(EXAMPLE).article.text
    body = " ".join(page.locator("article").inner_text().split())
    for piece in text.split("\n\n"):
        assert " ".join(piece.split()) in body
