"""Which phrases stand beside one another as parties of one event: lists, "along with", two titles of one person."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.events.tables import is_of_people, words
from onrecord.language import syntax
from onrecord.records import Parse

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
COMPANY = words("along together")
"""Words before "with" after which stands who acts or is acted on too."""

PLURAL, SINGULAR = frozenset(("are", "have", "were")), frozenset(("is", "has", "was"))
SAME_PAST = words("hit cut put set let shut quit split cast hurt spread beat cost read bet broadcast burst bid rid shed thrust")
"""Verbs whose past looks like their plural."""


def joined(parse: Parse, token: int, companions: Sequence[int]) -> list[int]:
    """The heads of phrases that take part beside a phrase, in text order; each may have others joined to it in turn.

    `companions` are the words after which those stand who act along with somebody, as `find_companions` gives them.
    """
    if not parse.children[token]:
        return [*_before_comma(parse, token), *_accompanying(parse, token, companions)]
    found = [t for t in syntax.children_of(parse, token, "conj") if parse.pos[t] in NOMINAL]
    return [*_before_comma(parse, token), *found, *_listed(parse, token), *_accompanying(parse, token, companions)]


def _before_comma(parse: Parse, token: int) -> list[int]:
    """The first name of a headline's list without "and", which its plural verb tells ("Chad, Niger sign pact")."""
    verb, first = parse.heads[token], token - 2
    if parse.labels[token] != "nsubj" or parse.tags[token] != "NNP" or first < 0 or parse.words[token - 1] != ",":
        return []
    is_bare = parse.lower[verb] == parse.lemmas[verb] not in SAME_PAST and syntax.child(parse, verb, "aux") is None
    is_plural = is_plural_verb(parse, verb) or (is_bare and parse.tags[verb] in ("VB", "VBD"))
    opens = parse.lefts[first] == parse.sentences[parse.sentence_of[token]][0] and parse.words[first][0].isalpha()
    return [first] if is_plural and opens and parse.heads[first] in (token, verb) else []


def _listed(parse: Parse, token: int) -> list[int]:
    """The second name of a list that is parsed as a name with an apposition ("Ann Lee, Bo Ray and Cy Orr have voted")."""
    if parse.labels[token] not in syntax.SUBJECTS or parse.tags[token] not in ("NN", "NNP"):
        return []
    lists = [t for t in syntax.children_of(parse, token, "appos") if syntax.child(parse, t, "cc") is not None]
    if not lists:
        return []
    is_plural = is_plural_verb(parse, parse.heads[token])
    return [t for t in lists if is_plural or (is_plural is None and parse.pos[token] == parse.pos[t] == "PROPN")]


def is_plural_verb(parse: Parse, verb: int) -> bool | None:
    """Whether a verb stands in the plural; `None` where its form does not show."""
    first = next(iter(syntax.children_of(parse, verb, "aux", "auxpass")), verb)
    if parse.lower[first] in PLURAL or parse.tags[first] == "VBP":
        return True
    return False if parse.lower[first] in SINGULAR or parse.tags[first] == "VBZ" else None


def find_companions(parse: Parse) -> list[int]:
    """The first words of each "along with" after a comma ("asked Oslo, along with Bergen, to wait")."""
    lower = parse.lower
    if COMPANY.isdisjoint(lower):
        return []
    return [t for t in range(1, len(lower) - 1) if lower[t] in COMPANY and lower[t + 1] == "with" and lower[t - 1] == ","]


def _accompanying(parse: Parse, token: int, companions: Sequence[int]) -> list[int]:
    """Who stands after "along with" right behind a phrase, or in it."""
    if not companions:
        return []
    end = parse.rights[token] + 2
    first = next((t for t in companions if token < t < end), None)
    return [] if first is None else syntax.children_of(parse, first + 1, "pobj")


def is_title_of(parse: Parse, token: int, other: int) -> bool:
    """Whether a phrase is only a first title of the person named after it ("former judge and city mayor Ann Lee")."""
    lemma = parse.lemmas[token].lower()
    is_bare = parse.tags[token] in ("NN", "NNP") and syntax.child(parse, token, "det", "poss", "nummod") is None
    is_title = parse.tags[token] == "NN" or is_of_people(lemma)
    if not is_bare or not is_title or parse.pos[other] != "PROPN":
        return False
    before = (parse.lemmas[t].lower() for t in syntax.children_of(parse, other, "compound", "nmod"))
    return parse.labels[other] == "conj" and any(map(is_of_people, before))
