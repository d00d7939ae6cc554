from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Section
from onrecord.sources.sections import find_byline, find_sections, is_original_link
from support import marked


def kinds(source: str, title: str | None = None) -> tuple[list[Section], list[Section]]:
    """Sections found, and sections marked as `[...]{kind}`."""
    text, spans = marked(source)
    gold = [Section(kind, span) for kind, found in spans.items() for span in found]  # type: ignore[arg-type]
    return list(find_sections(text, title=title)), sorted(gold, key=lambda section: section.span)


REWRITTEN = """[Velmar's Leader Said Sorry, Oda Reveals]{headline}

[In an interview, President Oda revealed that Velmar's leader apologised. She rejected the apology.

Velmar goes on shelling the coast.]{summary}

[Read the original article here]{original_link}

[The apology is odd. It is not a full admission of guilt.

What comes next nobody knows.]{commentary}
"""


def test_marker_line_parts_summary_from_commentary() -> None:
    found, gold = kinds(REWRITTEN)
    assert found == gold


@pytest.mark.parametrize(
    "line",
    [
        "Read the original article here",
        "Read the full story here.",
        "Read the original at The Harbour Post",
        "» See the original report: https://agency.example/1",
        "Original article",
        "Continue reading the full article on the Harbour Post",
        "[Read original story here]",
    ],
)
def test_line_that_leads_to_the_original_is_one(line: str) -> None:
    assert is_original_link(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Velmar closes the border",
        "The original article of the treaty was never ratified.",
        "Read the full text of the agreement before you sign, the minister said.",
        "Here is what we know",
        "The full report",
        "She read the original report on Monday and resigned.",
    ],
)
def test_sentence_that_speaks_of_an_original_is_none(line: str) -> None:
    assert not is_original_link(line)


def test_original_link_at_the_end_leaves_the_text_body() -> None:
    found, gold = kinds(
        "[Ferry runs again]{headline}\n\n[The ferry runs again, it said.]{body}\n\n[Read the original here]{original_link}"
    )
    assert found == gold


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("[Ferry runs again]{headline}\n\n[The ferry runs again.]{body}", id="alone-and-open"),
        pytest.param("[The ferry runs again.\n\nFog had stopped it.]{body}", id="sentence"),
        pytest.param("[A note without an end]{body}", id="only-line"),
        pytest.param(
            "[Ferry runs again]{headline}\n[The ferry runs again, the harbour said.\nFog had stopped it for long.]{body}",
            id="one-paragraph-a-line",
        ),
        pytest.param(
            "[The ferry between the two banks runs again after a week of fog that\nhad kept it at the landing, "
            "the harbour office said on Monday in a\nshort note.]{body}",
            id="hard-wrapped",
        ),
    ],
)
def test_headline_stands_alone_and_is_no_sentence(source: str) -> None:
    found, gold = kinds(source)
    assert found == gold


def test_title_is_the_headline_even_as_a_sentence() -> None:
    found, gold = kinds("[The ferry runs again.]{headline}\n\n[Fog had stopped it.]{body}", title="The ferry  runs again")
    assert found == gold


def test_byline_dateline_and_closing_credit_are_credits() -> None:
    found, gold = kinds(
        "[Oda rejects apology]{headline}\n\n[By Ana Ruiz and Tom Hale\n\nORVAN, Jan 5 (Meridian) -]{credit} "
        "[The president said no.\n\nShe said more.]{body}\n\n[(Reporting by Ana Ruiz; Editing by Tom Hale)]{credit}"
    )
    assert found == gold


def test_from_line_of_correspondents_is_a_credit() -> None:
    credit = "From Aissa Keita in Bamako and Henry Allis in Doha"
    found = find_sections(f"Ferry runs again\n\n{credit}\n\nFrom Bamako to Gao it runs again.\n\nIt runs.")
    assert [section.kind for section in found] == ["headline", "credit", "body"]


def test_byline_gives_its_names_in_order() -> None:
    text = "Oda rejects apology\n\nBy Ana Ruiz and Tom Hale\n\nThe president said no."
    assert find_byline(text, find_sections(text)) == ("Ana Ruiz", "Tom Hale")


def test_sentence_with_by_is_body() -> None:
    found, gold = kinds("[By then the ferry had gone.\n\nBy Monday nobody asked.]{body}")
    assert found == gold


@pytest.mark.parametrize(
    "caption", ["Photo: Harbour Post", "The landing on Monday. (Photo by Ana Ruiz)", "[File photo: Meridian]"]
)
def test_picture_line_is_a_caption(caption: str) -> None:
    text = f"Ferry runs again\n\n{caption}\n\nThe ferry runs again."
    assert [section.kind for section in find_sections(text)] == ["headline", "caption", "body"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He described the picture: a man running.",
        "The ministry published a map (picture below) on Monday.",
        "Reporting by the Harbour Post showed that the log was lost.",
        "Copyright law will change, the minister said.",
        "Published reports on Monday spoke of a truce",
        "The source: a man who knew the admiral and told the court that he had seen him sign the order to fire twice that night.",
    ],
)
def test_sentence_that_resembles_a_caption_or_credit_is_body(sentence: str) -> None:
    assert [section.kind for section in find_sections(f"Ferry runs again\n\nIt runs.\n\n{sentence}")] == ["headline", "body"]


@pytest.mark.parametrize(
    "credit",
    [
        "Reporting by Ana Ruiz in Orvan and Tom Hale; additional reporting by Li Wei. Editing by Ada van der Berg",
        "With files from agencies",
        "Source: Meridian",
        "© 2025 Harbour Post. All rights reserved.",
        "Copyright 2025 Meridian News Agency",
    ],
)
def test_closing_line_that_names_workers_or_source_is_a_credit(credit: str) -> None:
    assert [section.kind for section in find_sections(f"Ferry runs again\n\nIt runs.\n\n{credit}")] == [
        "headline",
        "body",
        "credit",
    ]


@pytest.mark.parametrize(
    "line", ["(" * 200, "original " * 22, "(photo " * 80, "x image" * 80, "Reporting by " * 20, "By " + "A b, " * 30]
)
def test_odd_lines_are_passed_quickly(line: str) -> None:
    begin = time.process_time()
    find_sections("\n".join([line] * 400))
    assert time.process_time() - begin < 1.0  # 0.05 s; 3 s when a pattern goes back over the line


WORDS = st.sampled_from(
    [
        "Read the original article here",
        "By Ana Ruiz",
        "ORVAN, Jan 5 (Meridian) -",
        "Photo: Post",
        "She said no.",
        "Oda says",
        "\n",
        "\n\n",
        "\u2028",
        "\r",
        " ",
        "\ufeff",
        "\u202e",
        "👩‍👩‍👧",
        "Source: Meridian",
        "2025-01-06",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(WORDS, st.text(max_size=5))).map("".join))


@given(TEXTS, st.one_of(st.none(), st.text()))
def test_sections_lie_in_the_text_in_order_without_overlap_and_lose_no_character(text: str, title: str | None) -> None:
    sections = find_sections(text, title=title)
    position, kept = 0, ""
    for section in sections:
        start, end = section.span
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not text[position:start].strip()
        position, kept = end, kept + text[start:end]
    assert not text[position:].strip()
