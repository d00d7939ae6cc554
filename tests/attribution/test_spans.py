"""How far cue and source run, and who carries a word."""

from __future__ import annotations

import pytest

from onrecord.attribution import load_attributor
from onrecord.attribution.spans import find_carriers, find_citation, find_cue_range, find_source_ranges, with_marks, without
from onrecord.records import quote
from support import marked, parsed


def words(text: str, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    parse = parsed(text)
    return [text[parse.starts[start] : parse.ends[end - 1]] for start, end in ranges]


def test_negation_belongs_to_the_cue() -> None:
    parse = parsed("The ministry did not confirm the report.")
    assert words(parse.text, (find_cue_range(parse, 4, 1, [(5, 7)]),)) == ["did not confirm"]


def test_source_has_its_apposition_but_no_relative_clause() -> None:
    text, _ = marked("Colonel Amani, an army spokesman who fled in May, said that the camp was hit.")
    parse = parsed(text)
    head = parse.words.index("Amani")
    (source,) = words(text, find_source_ranges(parse, head, (11, 12), [(12, 17)]))
    assert source.startswith("Colonel Amani, an army spokesman")
    assert "fled" not in source


@pytest.mark.parametrize(
    "text",
    [
        "Lakewire, citing the governor, reported that the bridge was closed.",
        "Two men died, Lakewire reported, citing the governor.",
    ],
)
def test_citation_has_holder_and_carrier(text: str) -> None:
    parse = parsed(text)
    citation = find_citation(parse, parse.words.index("reported"), [])
    assert citation is not None and citation.carrier is not None
    assert (parse.words[citation.holder], parse.words[citation.carrier]) == ("governor", "Lakewire")


def test_cited_ground_is_no_holder() -> None:
    parse = parsed("The ministry, citing security concerns, said that the bridge was closed.")
    assert find_citation(parse, parse.words.index("said"), []) is None


def test_named_outlet_that_was_told_is_a_carrier() -> None:
    parse = parsed("The governor told Lakewire that the bridge was closed.")
    assert words(parse.text, find_carriers(parse, 2, 1)) == ["Lakewire"]
    assert find_carriers(parsed("The governor told reporters that the bridge was closed."), 2, 1) == ()


@pytest.mark.parametrize(
    ("text", "first", "last", "wanted"),
    [
        ("The envoy called the raid “a crime against us all.” He left.", "the", "all", "the raid “a crime against us all.”"),
        ("“We stay,” Ruiz said.", "We", "stay", "“We stay,”"),
        ("“We stay and wait,” Ruiz said.", "We", "stay", "We stay"),
        ("Ruiz said “we know that they lied” in May.", "that", "lied", "that they lied"),
    ],
)
def test_a_quotation_held_whole_keeps_its_marks_and_one_cut_short_has_none(text: str, first: str, last: str, wanted: str) -> None:
    parse = parsed(text)
    content = ((parse.words.index(first), parse.words.index(last) + 1),)
    assert words(text, with_marks(parse, content, (0, 0))) == [wanted]


def test_marks_that_are_the_cues_stay_out_of_the_content() -> None:
    parse = parsed("Ruiz said “we stay” in May.")
    assert with_marks(parse, ((3, 5),), (1, 3)) == ((3, 6),)


@pytest.mark.parametrize(
    ("ranges", "others", "left"),
    [
        ([(0, 3), (5, 9)], [(0, 3)], ((5, 9),)),
        ([(2, 9)], [(4, 6)], ((2, 4), (6, 9))),
        ([(2, 9)], [(9, 12)], ((2, 9),)),
        ([(2, 4)], [(0, 8)], ()),
    ],
)
def test_content_loses_the_words_of_its_source(
    ranges: list[tuple[int, int]], others: list[tuple[int, int]], left: object
) -> None:
    assert without(ranges, others) == left


def test_a_date_before_the_speaker_is_no_part_of_him() -> None:
    text = "In March Lakeland President Idris Bello said the mill would open."
    found = load_attributor().find(parsed(text), "a")
    assert quote(text, found[0].source) == "Lakeland President Idris Bello"
