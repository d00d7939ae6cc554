from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import SourceError

TEXT = "The minister said that the bridge had been shelled."


@pytest.mark.model
def test_read_takes_text_a_path_and_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    for source in (TEXT, path, str(path), onrecord.Article("x", TEXT)):
        reading = onrecord.read(source)
        assert reading.attributions is not None
        assert [a.source_text for a in reading.attributions] == ["The minister"]


def test_read_of_many_articles_points_to_read_many(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "One said so."}\n{"text": "Two said so."}\n')
    with pytest.raises(SourceError, match="read_many"):
        onrecord.read(path)


@pytest.mark.model
def test_read_many_streams_files_and_articles_in_order(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"id": "1", "text": "One said so."}\n{"id": "2", "text": "Two said so."}\n')
    readings = onrecord.read_many([path, onrecord.Article("3", TEXT)])
    assert [reading.article.id for reading in readings] == ["1", "2", "3"]


@pytest.mark.model
def test_a_notebook_shows_a_reading_as_html() -> None:
    html = onrecord.read(TEXT)._repr_html_()
    assert "<mark" in html
    assert "The minister" in html


def test_public_names_are_sorted_and_all_there() -> None:
    assert sorted(onrecord.__all__) == onrecord.__all__
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None


@pytest.mark.parametrize("name", ["no-such-story.html", "news/none.txt", "ftp://outlet.example/story"])
def test_a_string_that_can_only_be_a_place_is_not_read_as_text(name: str) -> None:
    with pytest.raises(SourceError, match=re.escape(name)):
        onrecord.read(name)
