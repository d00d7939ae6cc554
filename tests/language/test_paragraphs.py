from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.paragraphs import MAX_PIECE_CHARS, MAX_WORD_CHARS, collapse_spaces, split_paragraphs
from onrecord.records import Span


def pieces(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_paragraphs(text)]


def test_a_line_break_parts_headline_and_dateline() -> None:
    assert pieces("Minister resigns\nRIGA, May 2 - The minister resigned.") == [
        "Minister resigns",
        "RIGA, May 2 - The minister resigned.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "The foreign minister said on Monday that the two governments had",
        "agreed on the terms of a truce, and that observers would be sent",
        "to the border within a week.",
    ]
    assert pieces("\n".join(lines)) == ["\n".join(lines)]


def test_a_very_long_paragraph_is_cut_at_a_sentence_end() -> None:
    text = "The army fired at the bridge. " * 2000
    cut = pieces(text)
    assert all(len(piece) <= MAX_PIECE_CHARS for piece in cut)
    assert all(piece.endswith(".") for piece in cut)


def test_a_run_of_marks_is_cut_so_that_the_tokenizer_stays_quick() -> None:
    text = "The envoy said: " + '"' * 5000 + " and left."
    cut = pieces(text)
    assert max(len(word) for piece in cut for word in piece.split()) <= MAX_WORD_CHARS
    assert "".join(cut).replace(" ", "") == text.replace(" ", "")


def test_a_long_address_stays_in_its_sentence() -> None:
    text = f"The file lay at https://outlet.example/{'a' * 300} until Monday."
    assert pieces(text) == [text]


@given(st.text(max_size=200))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    spans = split_paragraphs(text)
    covered = {i for span in spans for i in range(*span)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(max_size=100).filter(str.strip))
def test_collapsed_offsets_lead_back_to_the_same_characters(text: str) -> None:
    stripped = text.strip()
    start = text.index(stripped)
    collapsed = collapse_spaces(text, Span(start, start + len(stripped)))
    for index, character in enumerate(collapsed.text):
        if character != " ":
            assert text[collapsed.offset(index)] == character


def test_a_break_parts_a_dateline_from_the_sentence_after_it() -> None:
    text = "KIGALI, Feb 3 (Wire) - The general denied it."
    edge = text.index("The general")
    assert [text[s.start : s.end] for s in split_paragraphs(text, [0, edge])] == [
        "KIGALI, Feb 3 (Wire) -",
        "The general denied it.",
    ]
