"""A parse -> the guest's words of an interview printed without quotation marks, as attributions.

Radio news and questions-and-answers pages give the turns one paragraph each, and name the guest only by addressing him:
"Marta, why did they leave?" The paragraphs that answer are his words, whatever the author thinks of them.
"""

from __future__ import annotations

from onrecord.records import AUTHOR, Attribution, Parse, Span, make_id

MAKER = "factuality/1 interview"
MIN_QUESTIONS = 2
"""Question paragraphs that make an interview: a single one may be the author's own flourish."""


def find_interview(parse: Parse) -> Attribution | None:
    """The guest's answers as one attribution, or `None` where the text is no such interview.

    Needs two paragraphs outside quotation marks that end in a question mark, and a guest who is addressed by a name that the text
    gives in full elsewhere. Answers are the paragraphs after the first question that neither ask nor address the guest.
    """
    questions = [i for i, (start, end) in enumerate(parse.paragraphs) if _is_question(parse, start, end)]
    if len(questions) < MIN_QUESTIONS:
        return None
    guest = _guest(parse)
    if guest is None:
        return None
    name = parse.text[guest.start : guest.end]
    answers = tuple(
        parse.span(start, end)
        for i, (start, end) in enumerate(parse.paragraphs)
        if i > questions[0] and i not in questions and _addressed(parse, start, end) is None and not _is_quoted(parse, start, end)
    )
    if not answers:
        return None
    return Attribution(
        id=make_id(MAKER, guest, answers), source=(guest,), cue=(), content=answers, kind="direct", act="assert",
        holder_name=name, chain=(AUTHOR, name), why="answers of an interview",
    )  # fmt: skip


def _is_question(parse: Parse, start: int, end: int) -> bool:
    last = next((t for t in range(end - 1, start - 1, -1) if parse.pos[t] != "SPACE"), start)
    return parse.words[last] == "?" and not _is_quoted(parse, start, end)


def _is_quoted(parse: Parse, start: int, end: int) -> bool:
    return any(parse.quotation_of[t] >= 0 for t in range(start, end))


def _addressed(parse: Parse, start: int, end: int) -> int | None:
    """The name that opens or closes the paragraph behind or before a comma, as one does who speaks to somebody."""
    words = [t for t in range(start, end) if parse.pos[t] != "SPACE"]
    if len(words) > 2 and parse.pos[words[0]] == "PROPN" and parse.words[words[1]] == ",":
        return words[0]
    if len(words) > 3 and parse.pos[words[-2]] == "PROPN" and parse.words[words[-3]] == ",":
        return words[-2]
    return None


def _guest(parse: Parse) -> Span | None:
    """The first full name in the text of somebody who is addressed."""
    called = {parse.words[t] for start, end in parse.paragraphs if (t := _addressed(parse, start, end)) is not None}
    for token in range(len(parse) - 1):
        if parse.words[token] in called and parse.tags[token + 1] == "NNP" and parse.heads[token] == token + 1:
            return parse.span(token, token + 2)
    return None
