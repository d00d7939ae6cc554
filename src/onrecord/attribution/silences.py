"""Calls that nobody answers: "emails to the army were not returned", "left three requests for comment unanswered", "there was no
immediate comment from the army"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language import syntax
from onrecord.language.word_lists import load_people
from onrecord.records import Parse

CALLS = frozenset({"call", "email", "e-mail", "inquiry", "enquiry", "letter", "message", "question", "query", "request", "text"})
SILENCE = frozenset({"comment", "response", "reply", "answer", "word", "reaction"})
STAYING = frozenset({"be", "go", "remain", "stay"})
NEVER_SENT = frozenset({"question", "letter"})
"""Calls that a film or a law may leave unanswered."""

REACH = 12
"""Tokens from a call to "unanswered" at most."""


@dataclass(frozen=True, slots=True)
class Silence:
    """The words that tell a silence and what is not answered or given (token ranges), who is silent (a head), and the verb."""

    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: int
    verb: int


def is_call(parse: Parse, token: int) -> bool:
    """Whether a word names a call or the answer to one, also where the tagger takes it for a name ("Emails to the army")."""
    return bool({parse.lemmas[token], parse.lower[token], parse.lower[token].removesuffix("s")} & (CALLS | SILENCE))


def find_silence(parse: Parse, noun: int) -> Silence | None:
    """The silence told by a noun of calling or answering."""
    if parse.lemmas[noun] in SILENCE:
        return _no_word(parse, noun)
    if parse.labels[noun] in ("nsubj", "nsubjpass") and (found := _unanswered(parse, noun)) is not None:
        return found
    return _left(parse, noun) if parse.labels[noun] in ("dobj", "nsubj") else None


def _no_word(parse: Parse, noun: int) -> Silence | None:
    """ "There was no immediate comment from the army"."""
    verb = parse.heads[noun]
    if parse.labels[noun] != "attr" or syntax.child(parse, verb, "expl") is None or not syntax.is_negated(parse, noun):
        return None
    start = syntax.noun_phrase(parse, noun)[0]
    return _by(parse, noun, ("from", "by"), (verb, start), (start, noun + 1))


def _unanswered(parse: Parse, noun: int) -> Silence | None:
    """ "Calls to the ministry went unanswered", "emails to the army were not returned", "our question remains unanswered"."""
    verb = parse.heads[noun]
    below = parse.children[verb]
    last = next((c for c in below if parse.lower[c] == "unanswered"), None)
    if parse.lemmas[verb] in ("answer", "return") and syntax.is_passive(parse, verb) and syntax.is_negated(parse, verb):
        last = verb
    elif parse.lemmas[verb] not in STAYING or last is None or syntax.is_negated(parse, verb):
        return None
    first = min((c for c in below if parse.labels[c] in ("aux", "auxpass", "neg")), default=verb)
    return _by(parse, noun, ("to", "for"), (first, last + 1), (syntax.subtree(parse, noun)[0], noun + 1))


def _left(parse: Parse, noun: int) -> Silence | None:
    """ "Left three written requests for comment unanswered"."""
    end = min(parse.sentences[parse.sentence_of[noun]][1], noun + REACH)
    last = next((t for t in range(noun, end) if parse.lower[t] == "unanswered"), None)
    left = next((t for t in syntax.ancestors(parse, noun) if parse.lemmas[t] == "leave"), None)
    speaker = syntax.subject(parse, left) if left is not None else None
    if last is None or left is None or speaker is None or left > noun:
        return None
    if parse.heads[last] != left and not syntax.is_inside(parse, last, noun):
        return None
    is_people = parse.pos[speaker] in ("PROPN", "PRON") or parse.lemmas[speaker] in load_people()
    if not is_people or parse.lemmas[noun] in NEVER_SENT:
        return None
    return Silence((left, left + 1), (left + 1, last + 1), speaker, left)


def _senders(parse: Parse, noun: int, prepositions: tuple[str, ...]) -> Iterator[int]:
    """Who stands behind a preposition of a call, of what was done with it, or of its verb ("requests for comment sent to the
    ministry")."""
    verb = parse.heads[noun]
    for preposition in (*range(noun + 1, syntax.subtree(parse, noun)[1]), *parse.children[verb]):
        if parse.lower[preposition] in prepositions:
            found = syntax.child(parse, preposition, "pobj")
            if found is not None and not is_call(parse, found) and parse.lower[found] != "interview":
                yield found


def _by(
    parse: Parse, noun: int, prepositions: tuple[str, ...], cue: tuple[int, int], content: tuple[int, int]
) -> Silence | None:  # fmt: skip
    """The silence of who stands behind a preposition, if his words are none of the others."""
    verb = parse.heads[noun]
    speaker = next(_senders(parse, noun, prepositions), None)
    if speaker is None or cue[0] <= speaker < cue[1] or content[0] <= speaker < content[1]:
        return None
    return Silence(cue, content, speaker, verb) if cue[0] < cue[1] else None
