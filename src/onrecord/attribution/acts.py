"""What a holder does by an attribution: the cue's act in the lexicon, turned by its frame, negation and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.attribution.lexicon import CueEntry, Lexicon
from onrecord.language import syntax
from onrecord.records import Act, Parse

NEGATED: Mapping[Act, Act] = {
    "confirm": "doubt", "believe": "doubt", "predict": "doubt", "assert": "doubt", "accuse": "express", "promise": "reject",
    "decide": "reject", "demand": "reject", "deny": "doubt", "reject": "doubt", "ask": "express", "doubt": "believe",
    "express": "express",
}  # fmt: skip
"""What a negated cue does: "did not confirm" doubts, "did not agree to" rejects, "did not rule out" doubts."""

REFUSALS = frozenset({"refuse", "decline"})
FRAME_WORDS = {
    "that": "that",
    "whether": "whether",
    "if": "whether",
    "to": "to",
    "for": "for",
    "on": "on",
    "as": "as",
    "with": "with",
    "of": "of",
}
QUESTION_FRAMES: Mapping[str, Act] = {"say": "ask"}


def find_act(parse: Parse, cue: int, content: Sequence[tuple[int, int]], lexicon: Lexicon) -> tuple[Act, CueEntry | None, str]:
    """The act, the cue's entry, and the frame that decided.

    A cue outside the lexicon asserts. A question in quotation marks after a verb of saying asks.
    """
    entry = lexicon.get((parse.lemmas[cue], parse.pos[cue]))
    frame = find_frame(parse, cue, content)
    act: Act = "assert" if entry is None else entry.turns.get(frame, entry.act)
    if is_turned(parse, cue):
        act = NEGATED[act]
    elif act == "assert" and _is_question(parse, content):
        act = "ask"
    return act, entry, frame


def find_frame(parse: Parse, cue: int, content: Sequence[tuple[int, int]]) -> str:
    """How the content joins the cue: `quote`, `that`, `whether`, `to`, `ing`, a preposition, else `object`."""
    start = next((first for first, _ in content if first > cue), None)
    if start is None:
        return "quote" if parse.quotation_of[content[0][0]] >= 0 else "that"
    if parse.quotation_of[start] >= 0 and parse.quotation_of[cue] != parse.quotation_of[start]:
        return "quote"
    for token in (start, max(start - 1, cue + 1)):
        if parse.lower[token] in FRAME_WORDS:
            return FRAME_WORDS[parse.lower[token]]
    if parse.tags[start] == "VBG":
        return "ing"
    return _inner_frame(parse, cue, start)


def _inner_frame(parse: Parse, cue: int, start: int) -> str:
    """Of a content that opens with its own subject: a clause (`that`), an infinitive (`to`), else `object`."""
    for other in parse.children[cue]:
        if parse.labels[other] in ("ccomp", "xcomp") and parse.lefts[other] <= start < parse.rights[other] + 1:
            if any(parse.tags[inner] == "TO" for inner in parse.children[other]):
                return "to"
            return "that" if parse.labels[other] == "ccomp" else "object"
        if parse.labels[other] == "xcomp" and other > start and any(parse.tags[inner] == "TO" for inner in parse.children[other]):
            return "to"
    return "object"


def is_turned(parse: Parse, cue: int) -> bool:
    """Whether the cue is negated, or what somebody refuses to do ("refused to rule out")."""
    if syntax.is_negated(parse, cue):
        return True
    head = parse.heads[cue]
    subject = syntax.own_subject(parse, cue)
    if subject is not None and syntax.is_negated(parse, subject) and parse.lower[subject] != "nothing":
        return True
    return parse.labels[cue] == "xcomp" and (parse.lemmas[head] in REFUSALS or syntax.is_negated(parse, head))


def _is_question(parse: Parse, content: Sequence[tuple[int, int]]) -> bool:
    last = content[-1][1]
    return any(parse.words[token] == "?" for token in range(max(last - 1, 0), min(last + 1, len(parse))))
