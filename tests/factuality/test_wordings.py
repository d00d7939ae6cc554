"""Answers by other words than those of denial and doubt."""

from __future__ import annotations

import pytest

from onrecord.factuality.answers import Answer, read_answers
from onrecord.records import AUTHOR, Act, Attribution, Span
from support import parsed


def answers(text: str, cue: str, content: str, act: Act) -> list[Answer]:
    """The answers of a general's one attribution."""
    spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in (cue, content)]
    attribution = Attribution(
        id="a1", source=(), cue=(spans[0],), content=(spans[1],), kind="indirect", act=act,
        holder="general", holder_name="the general", chain=(AUTHOR, "general"),
    )  # fmt: skip
    return list(read_answers(parsed(text), [attribution], []))


@pytest.mark.parametrize(
    ("text", "cue", "content", "act", "value"),
    [
        ("The general found the charge unproven.", "found", "the charge unproven", "assert", "rejects"),
        ("The general found her account credible.", "found", "her account credible", "assert", "confirms"),
        ("The general found her claim hard to believe.", "found", "her claim hard to believe", "assert", "doubts"),
        ("The general accused Lima of inventing a raid.", "accused", "Lima of inventing a raid", "accuse", "rejects"),
        ("The general accused Lima of making up the raid.", "accused", "Lima of making up the raid", "accuse", "rejects"),
        ("The general ruled out talks.", "ruled out", "talks", "decide", "rejects"),
        ("The general called the charge a performance.", "called", "the charge a performance", "assert", "rejects"),
        (
            "The general accused Lima of making bombs and inventing a raid.",
            "accused",
            "Lima of making bombs and inventing a raid",
            "accuse",
            "rejects",
        ),
        ("The general did not dispute that a mill had burned.", "did not dispute", "that a mill had burned", "doubt", "confirms"),
        ("The general confirmed that the memo was real.", "confirmed", "that the memo was real", "confirm", "confirms"),
    ],
)
def test_cue_with_what_follows_answers(text: str, cue: str, content: str, act: Act, value: str) -> None:
    assert [answer.value for answer in answers(text, cue, content, act)] == [value]


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("he knew nothing of any arrests", "doubts"),
        ("he was not aware of it", "doubts"),
        ("he knew of no such order", "denies"),
        ("it was too early to say", "doubts"),
        ("there was nothing to suggest a leak", "doubts"),
        ("the cause had yet to be established", "doubts"),
        ("he could not speak for the mayor", "declines"),
        ("that was a question for the navy", "declines"),
        ("the mark was consistent with a blast", "confirms"),
        ("he had nothing to add", "declines"),
        ("nonsense", "rejects"),
    ],
)
def test_told_content_answers_by_its_manner(content: str, value: str) -> None:
    assert [answer.value for answer in answers(f"The general said {content}.", "said", content, "assert")] == [value]


def test_what_is_insisted_on_answers() -> None:
    content = "that the gates had stayed shut"
    assert [answer.value for answer in answers(f"The general insisted {content}.", "insisted", content, "assert")] == ["denies"]
    assert answers(f"The general said {content}.", "said", content, "assert") == []


@pytest.mark.parametrize(
    ("text", "cue", "content", "act"),
    [
        ("The general said an apology is not a receipt.", "said", "an apology is not a receipt", "assert"),
        ("The general said he would not recognise the mayor.", "said", "he would not recognise the mayor", "assert"),
        ("The general said there could be no talks.", "said", "there could be no talks", "assert"),
        ("The general refused them passage.", "refused", "them passage", "reject"),
        ("The general accused Lima of spreading mines.", "accused", "Lima of spreading mines", "accuse"),
        ("The general refused to rule out a pullout.", "refused to rule out", "a pullout", "decide"),
        ("The general found the mill burned.", "found", "the mill burned", "assert"),
        ("The general found it hard to sleep.", "found", "it hard to sleep", "believe"),
        ("The general called this a credible bid.", "called", "this a credible bid", "assert"),
        ("The general described it as his best performance.", "described", "it as his best performance", "assert"),
        ("The general accused Lima of lying in wait.", "accused", "Lima of lying in wait", "accuse"),
        ("The general accused Lima of staging a coup.", "accused", "Lima of staging a coup", "accuse"),
        ("The general said the guards knew nothing of it.", "said", "the guards knew nothing of it", "assert"),
        ("The general said it was a matter for debate.", "said", "it was a matter for debate", "assert"),
        ("The general said he could not speak for two days.", "said", "he could not speak for two days", "believe"),
    ],
)
def test_words_that_answer_nobody(text: str, cue: str, content: str, act: Act) -> None:
    assert answers(text, cue, content, act) == []


def test_verdict_on_what_is_called_a_word_always_answers_one() -> None:
    (on_charge,) = answers("The general said the charge was absurd.", "said", "the charge was absurd", "assert")
    (on_book,) = answers("The general said the book was absurd.", "said", "the book was absurd", "assert")
    assert (on_charge.firm, on_book.firm) == (True, False)
