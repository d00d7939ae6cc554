"""Proper names that are a body's by their look: "Sudan Doctors Network", "Front for the Liberation of the Coast"."""

from __future__ import annotations

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.phrases import PROPER, Phrase, join_hyphens
from onrecord.actors.words import BODY_NOUNS
from onrecord.records import Parse

ARTICLES = frozenset({"La", "El", "Le", "Les", "Die", "Der", "The", "Los", "Las", "Il"})


def name_body(parse: Parse, kb: KnowledgeBase, phrase: Phrase) -> None:
    """Bodies by the look of their names: "Sudan Doctors Network", "Front for the Liberation of the Coast"."""
    head = phrase.head
    if len(phrase.name) > 1 and phrase.name[0] in ARTICLES and phrase.role is None:
        phrase.is_body = True
        return
    if parse.lower[head] not in BODY_NOUNS or not parse.words[head][0].isupper() or phrase.entity is not None:
        return
    end = _proper_tail(parse, kb, head)
    has_own_words = bool(phrase.owners or (phrase.role is None and len(phrase.name) > 1))
    if end > phrase.end:
        phrase.end, phrase.is_body = end, True
    elif has_own_words:
        phrase.is_body = True
    if phrase.is_body:
        start = next((t for t in range(phrase.core, head + 1) if parse.words[t][0].isupper()), head)
        phrase.name = tuple(join_hyphens(list(parse.words[start : phrase.end])))


def _proper_tail(parse: Parse, kb: KnowledgeBase, head: int) -> int:
    """Where the proper words after a body's noun end: "... for the Liberation of the Coast"."""
    limit = parse.sentences[parse.sentence_of[head]][1]
    end = token = head + 1
    if token >= limit or parse.lower[token] not in ("of", "for", "to", "against"):
        return end
    while token < limit:
        word = parse.words[token]
        if word[0].isupper() and parse.tags[token] in PROPER:
            end = token + 1
        elif word.lower() not in ("of", "for", "the", "and", "to", "in", "against"):
            break
        token += 1
    is_state = end - head <= 4 and _is_state(parse, kb, end - 1)
    return head + 1 if is_state else end


def _is_state(parse: Parse, kb: KnowledgeBase, token: int) -> bool:
    """Whether one word is a state's or region's name, or its seat's."""
    forms = kb.forms.get(parse.lower[token], ())
    return any(not form.rest and form.entity.kind in ("name", "region", "seat") for form in forms)


def is_named_after_place(parse: Parse, kb: KnowledgeBase, rest: list[int]) -> bool:
    """Whether a name ends with a state's or region's and begins with no given name, as bodies' do ("Ayuda Honduras")."""
    words = parse.words
    if len(rest) < 2 or kb.names.gender(words[rest[0]]) is not None or not words[rest[0]][0].isupper():
        return False
    return _is_state(parse, kb, rest[-1])
