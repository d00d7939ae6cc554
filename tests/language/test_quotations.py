from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import find_quotations, split_paragraphs
from support import marked


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("[“We never fired,”]{q} he said. [“Ask them.”]{q}", id="curly"),
        pytest.param('[" We never fired,"]{q} he said.'.replace('" ', '"'), id="straight"),
        pytest.param("The minister called it [«an act of war»]{q} on Monday.", id="guillemets"),
        pytest.param("[„Wir gehen“]{q}, said the envoy.", id="german"),
        pytest.param("[“He told me ‘go home’ and I went,”]{q} she said.", id="single marks inside"),
        pytest.param("[‘We will not leave,’]{q} said the mayor's aide.", id="british single marks"),
        pytest.param("[``We are ready,'']{q} he said.", id="typewriter marks"),
        pytest.param("「」 is empty but [「撤退」]{q} is not.".replace("「」 is empty but ", ""), id="corner brackets"),
    ],
)
def test_a_quotation_runs_from_mark_to_mark(source: str) -> None:
    text, spans = marked(source)
    assert quoted(text) == [text[s.start : s.end] for s in spans["q"]]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We will go on,\n\nsaid nobody at all."
    (only,) = find_quotations(text, split_paragraphs(text))
    assert (text[only.start : only.end], only.closed) == ("“We will go on,", False)


def test_a_quotation_continued_over_paragraphs_is_one_piece_a_paragraph() -> None:
    assert quoted("“We held the bridge.\n\n“Then we left,” he said.") == ["“We held the bridge.", "“Then we left,”"]


def test_apostrophes_open_nothing() -> None:
    assert quoted("The ministers' aides didn't know the '90s' wars.") == []


def test_an_inch_mark_opens_nothing() -> None:
    assert quoted('The pipe, 6" wide, was found near the border.') == []


@given(st.text(alphabet=st.sampled_from("ab \n\"'“”‘’«»„`."), max_size=80))
def test_quotations_lie_in_paragraphs_in_order_without_overlap(text: str) -> None:
    paragraphs = split_paragraphs(text)
    end = 0
    for quotation in find_quotations(text, paragraphs):
        assert end <= quotation.start < quotation.end
        assert any(p.start <= quotation.start and quotation.end <= p.end for p in paragraphs)
        end = quotation.end
