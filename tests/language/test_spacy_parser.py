"""The fast path must equal the stock pipeline in every column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SettingsError
from onrecord.language import load_parser
from onrecord.records import Parse
from support import parsed

TEXTS = [
    "General denies order\n\nKIGALI, Feb 3 - The general said he hadn't ordered it. \"Let's be clear,\" he told reporters, "
    "\"I ain't gonna resign, and y'all gotta accept it.\"\n\nThere's no proof, but there were witnesses; those who had "
    "seen the convoys were being questioned.",
    "A  wide   gap\tand a no-break\u00a0space; emoji 🙂🇺🇦 and e\u0301 combining, then \u05e9\u05dc\u05d5\u05dd right-to-left. "
    "He had had to do what did matter. Did they? C'mon, said the aide, nothin' doing.",
    "",
    "   \n\n ",
    "@mod_ua: RT #Kherson https://t.example/abc — “we’re holding!!!” (1/2)",
]
COLUMNS = ["words", "lemmas", "tags", "pos", "heads", "labels", "starts", "ends", "sentences", "paragraphs", "quotations"]


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS, ids=["news", "odd spaces", "empty", "blank", "tweet"])
def test_fast_parse_equals_the_stock_pipeline_in_every_column(text: str) -> None:
    stock = load_parser(stock=True).parse(text)
    fast = parsed(text)
    for column in COLUMNS:
        assert list(getattr(fast, column)) == list(getattr(stock, column)), column


def lawful(parse: Parse) -> None:
    size = len(parse)
    assert all(len(getattr(parse, column)) == size for column in COLUMNS[:8])
    assert [i for s, e in parse.sentences for i in range(s, e)] == list(range(size))
    assert [i for s, e in parse.paragraphs for i in range(s, e)] == list(range(size))
    assert all(s < e for s, e in zip(parse.starts, parse.ends, strict=True))
    for start, end in parse.sentences:
        assert all(start <= parse.heads[i] < end for i in range(start, end)), "a head lies outside its sentence"


@pytest.mark.model
@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_a_parse_whose_words_stand_in_the_text(text: str) -> None:
    parse = parsed(text)
    lawful(parse)
    for word, start, end in zip(parse.words, parse.starts, parse.ends, strict=True):
        assert "".join(text[start:end].split()) == "".join(word.split())


@pytest.mark.model
def test_two_parses_of_one_text_are_equal_whatever_came_between() -> None:
    first = parsed(TEXTS[0])
    parsed(TEXTS[1])
    assert parsed(TEXTS[0]) == first


def test_a_parser_that_is_not_installed_is_named_with_what_to_do() -> None:
    with pytest.raises(SettingsError, match=r"no parser 'en_no_such'.*pip install"):
        load_parser("en_no_such")


def test_an_abbreviated_rank_stays_one_word_and_ends_no_sentence() -> None:
    parse = load_parser().parse("The raid failed, said army spokesman Brig. Duarte. Lt. Col. Ana Ruiz was wounded.")
    assert {"Brig.", "Lt.", "Col."} <= set(parse.words)
    assert len(parse.sentences) == 2
