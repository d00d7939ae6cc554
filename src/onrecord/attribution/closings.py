"""Speakers at the end of what they say: "..., added the governor", "..., the sister of one of them said on Monday".

The parser takes a speaker behind the verb for its object, or one before it for a further name of the last place, so that who
speaks becomes what is said or nobody. Such a closing is a comma, then a verb of saying and a noun phrase that can speak, in
either order, then the sentence's end, a comma, or when and where it was said. Behind a quotation the trained choice knows better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.decoding import Contents
from onrecord.attribution.ranges import Range
from onrecord.attribution.triples import Reals, Triples
from onrecord.language import syntax
from onrecord.language.word_lists import load_speakers
from onrecord.records import Parse

CLOSING = frozenset(
    {
        "acknowledge", "add", "admit", "affirm", "allege", "announce", "argue", "assert", "charge", "claim", "comment",
        "complain", "concede", "conclude", "confirm", "contend", "continue", "declare", "explain", "insist", "lament",
        "maintain", "note", "observe", "recall", "remark", "reply", "report", "respond", "reveal", "say", "state", "stress",
        "suggest", "warn", "write",
    }
)  # fmt: skip
"""Verbs of saying that close a sentence."""
MODIFIERS = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
MAY_FOLLOW = frozenset({"after", "at", "during", "in", "late", "on", "who"}) | syntax.DAYS
"""What may follow a closing: when and where it was said, or more of the speaker."""
DONE_TO = frozenset({"charge", "recall", "warn"})
"""Verbs of saying done to people too: joined to the clause before, they close nothing ("shut its gate, recalled the envoy")."""
SPOKESPEOPLE = frozenset({"spokesman", "spokesperson", "spokeswoman"})
"""Those to whom it is seldom done."""
FINITE = syntax.ANY_TENSE | {"MD"}
REACH = 12
"""Tokens from "who" to the verb at most."""
CHANCE = 0.7
"""Chance given to a closing; the trained chances have hardly seen any."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Tokens of the verb and of its speaker's head, and what he says."""

    verb: int
    speaker: int
    content: Range


def find_closings(parse: Parse) -> list[Closing]:
    """The closings of an article, in text order."""
    found = []
    for cue, lemma in enumerate(parse.lemmas):
        if lemma in CLOSING and parse.tags[cue] in ("VBD", "VBZ", "VBP"):
            closing = _speaker_behind(parse, cue) or _speaker_before(parse, cue)
            if closing is not None:
                found.append(closing)
    return found


def put_closings(made: Triples, contents: Contents, closings: Sequence[Closing], outer: Reals, inner: Reals) -> Contents:
    """Contents with those of the closings put in; raises their chances in `outer` and `inner`, in place."""
    said = {closing.verb: closing.content for closing in closings}
    held = list(contents)
    for row, cue in enumerate(made.cue.tolist()):
        if cue in said:
            held[row] = (said[cue],)
            outer[row], inner[row] = max(outer[row], CHANCE), max(inner[row], CHANCE)
    return held


def _speaker_behind(parse: Parse, verb: int) -> Closing | None:
    """The closing ", added the governor." around a verb."""
    start, end = parse.sentences[parse.sentence_of[verb]]
    if verb == start or parse.words[verb - 1] != ",":
        return None
    last = verb + 1
    while last < end and parse.pos[last] in MODIFIERS:
        last += 1
    head = last - 1
    if not _can_speak(parse, head) or not _ends_here(parse, last, end):
        return None
    if parse.lemmas[verb] in DONE_TO and parse.labels[verb] == "conj" and parse.lemmas[head] not in SPOKESPEOPLE:
        return None
    return _closing(parse, verb, head, verb - 1)


def _speaker_before(parse: Parse, verb: int) -> Closing | None:
    """The closing ", the sister of one of them said on Monday" around a verb whose subject the parser has missed."""
    start, end = parse.sentences[parse.sentence_of[verb]]
    if verb == start or not _ends_here(parse, verb + 1, end):
        return None
    first = until = _before_relative(parse, verb, start)
    if until == verb and parse.labels[verb - 1] in syntax.SUBJECTS:
        return None
    while first > start and (parse.pos[first - 1] in MODIFIERS or parse.lower[first - 1] in ("of", "'s", "’s", "them")):
        first -= 1
    of = next((token for token in range(first, until) if parse.lower[token] == "of"), until)
    head = of - 1
    if first - 1 <= start or parse.words[first - 1] != "," or head < first or not _can_speak(parse, head):
        return None
    subject = syntax.own_subject(parse, verb)
    if subject is not None and first <= subject < until:
        return None
    return _closing(parse, verb, head, first - 1)


def _before_relative(parse: Parse, verb: int, start: int) -> int:
    """Where a clause with "who" begins that stands between a speaker and the verb, or a name between commas; else the verb."""
    if parse.words[verb - 1] == ",":
        token = verb - 1
        while token > start and parse.pos[token - 1] == "PROPN":
            token -= 1
        return token - 1 if token < verb - 1 and parse.words[token - 1] == "," else verb
    for token in range(verb - 1, max(start, verb - REACH), -1):
        if parse.words[token] == ",":
            break
        if parse.lower[token] == "who" and parse.labels[token] in syntax.SUBJECTS:
            return token if parse.heads[token] < verb else verb
    return verb


def _closing(parse: Parse, verb: int, speaker: int, comma: int) -> Closing | None:
    """The closing whose content stands before the comma, if that is a clause outside of quotation marks."""
    start = parse.sentences[parse.sentence_of[verb]][0]
    while start < comma and parse.pos[start] in ("PUNCT", "SPACE"):
        start += 1
    if comma <= start or parse.quotation_of[comma - 1] >= 0:
        return None
    last = parse.words[parse.sentences[parse.sentence_of[verb]][1] - 1]
    is_headline = not parse.paragraph_of[verb] and last[-1:].isalnum()
    if not is_headline and not any(parse.tags[token] in FINITE for token in range(start, comma)):
        return None
    return Closing(verb, speaker, (start, comma))


def _can_speak(parse: Parse, head: int) -> bool:
    if parse.pos[head] == "PROPN":
        return parse.lower[head] not in syntax.DAYS
    return parse.pos[head] == "NOUN" and parse.lemmas[head] in load_speakers()


def _ends_here(parse: Parse, token: int, end: int) -> bool:
    """Whether nothing follows but what may; anything else makes the phrase whom the verb is done to ("warned him that")."""
    return token >= end or parse.words[token] in (".", ",") or parse.lower[token] in MAY_FOLLOW
