"""Patterns of classes over words."""

from __future__ import annotations

import pytest

from onrecord.errors import SettingsError
from onrecord.times.lexicon import read_words, shape_classes
from onrecord.times.patterns import Matcher, load_matcher, read_patterns
from onrecord.times.tagger import MAKERS

WORDS = ["word\tclass\tvalue\tform", "march\tMONTH\t3\tcap", "may\tMONTH\t5\tcap"]


def test_first_pattern_that_fits_wins() -> None:
    patterns = read_patterns(["name\tmaker\tpattern", "a\tcalendar\tMONTH YEAR", "b\tmonth\tMONTH"])
    found = list(Matcher(read_words(WORDS), patterns).find(["In", "March", "2022", "and", "May"]))
    assert [(m.start, m.end, m.name) for m in found] == [(1, 3, "a"), (4, 5, "b")]


def test_month_in_small_letters_is_no_month() -> None:
    patterns = read_patterns(["name\tmaker\tpattern", "b\tmonth\tMONTH"])
    assert not list(Matcher(read_words(WORDS), patterns).find(["may", "march"]))


def test_definition_stands_for_its_piece() -> None:
    (pattern,) = read_patterns(["name\tmaker\tpattern", "define\tDATE_\tMONTH YEAR", "a\tcalendar\tthe? DATE_"])
    assert pattern.source == "the? (MONTH YEAR)"


def test_unknown_class_is_named() -> None:
    patterns = read_patterns(["name\tmaker\tpattern", "a\tcalendar\tMOON"])
    with pytest.raises(SettingsError, match="MOON"):
        Matcher(read_words(WORDS), patterns)


@pytest.mark.parametrize("lines", [["a\tb"], ["name\tmaker\tpattern", "a\tb"]])
def test_bad_table_is_refused(lines: list[str]) -> None:
    with pytest.raises(SettingsError):
        read_patterns(lines)


def test_every_shipped_pattern_has_a_reader() -> None:
    assert set(load_matcher()._makers.values()) <= MAKERS.keys()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("2022", "YEAR"),
        ("31", "DAYN"),
        ("18:00", "CLOCK"),
        ("6pm", "CLOCKPM"),
        ("1990s", "DECADE"),
        ("21st", "ORD"),
        ("mid-2022", "EDGEYEAR"),
    ],
)
def test_shape_of_a_written_number_gives_its_class(word: str, kind: str) -> None:
    assert kind in shape_classes(word)


@pytest.mark.parametrize("word", ["٢٠٢٢", "²", "1e5", "3:75", "B-52", ""])
def test_other_signs_have_no_shape(word: str) -> None:
    assert not shape_classes(word).keys() & {"YEAR", "CLOCK", "DAYN"}
