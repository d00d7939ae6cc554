"""Questions that every stage asks of a parse: who is a verb's subject, is it passive or negated, how far does a phrase run.

Plain functions over a `Parse`; tokens are indices, ranges are half-open `(start, end)` of tokens, `None` = there is none.
Labels are those of the ClearNLP scheme.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Parse, parses

SUBJECTS = parses.SUBJECTS
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
CONTROLLED = frozenset({"xcomp", "advcl", "pcomp"})
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ANY_TENSE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
"""Tags of a clause's verb; the tagger takes many a VBD for a VBN."""

SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "agree", "refuse", "pledge"})
NP_CUTS = frozenset({"relcl", "acl", "parataxis", "advcl"})
FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
PERSONAL = frozenset({"he", "she", "it", "they"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nobody", "none", "nothing", "without"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"})
MONTHS = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }
)  # fmt: skip

MAX_STEPS = 8
"""Heads climbed at most, so that odd parses cannot cost much."""


def subtree(parse: Parse, token: int) -> tuple[int, int]:
    """The tokens from the first to the last of a token's subtree."""
    return parse.lefts[token], parse.rights[token]


def is_inside(parse: Parse, token: int, head: int) -> bool:
    """Whether a token is the head itself or depends on it, at any depth."""
    while token != head:
        above = parse.heads[token]
        if above == token or parse.depths[token] <= parse.depths[head]:
            return False
        token = above
    return True


def child(parse: Parse, token: int, *labels: str) -> int | None:
    """The first dependent with one of the labels, in text order."""
    own = parse.labels
    for other in parse.children[token]:
        if own[other] in labels:
            return other
    return None


def children_of(parse: Parse, token: int, *labels: str) -> list[int]:
    """All dependents with one of the labels, in text order."""
    own, found = parse.labels, []
    for other in parse.children[token]:  # the most asked question of all: a loop costs half of a comprehension here
        if own[other] in labels:
            found.append(other)
    return found


def own_subject(parse: Parse, verb: int) -> int | None:
    """The head of the verb's own subject, as it stands (a relative pronoun too).

    Of several before the verb the nearest: a dateline or an address that the parser hangs on the verb stands further off.
    """
    return parse.subjects.get(verb)


def agent(parse: Parse, verb: int) -> int | None:
    """The head of the noun phrase after "by" of a passive verb."""
    preposition = child(parse, verb, "agent")
    return None if preposition is None else child(parse, preposition, "pobj")


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb stands in the passive: a passive auxiliary or subject, or a bare participle after its noun."""
    if verb in parse.passives:
        return True
    return parse.tags[verb] == "VBN" and parse.labels[verb] in ("acl", "amod") and child(parse, verb, "aux") is None


def is_negated(parse: Parse, token: int) -> bool:
    """Whether a negation depends on the token itself, its auxiliary or its determiner ("no official said")."""
    for other in parse.children[token]:
        if parse.labels[other] == "neg" or (
            parse.lower[other] in NEGATIONS and parse.labels[other] in ("det", "advmod", "preconj")
        ):
            return True
    return False


def is_over(parse: Parse, token: int) -> bool:
    """Whether "no longer" stands at a word ("no longer believes", "no longer certain")."""
    return any(parse.lower[other] == "longer" and parse.lower[other - 1] == "no" for other in parse.children[token])


def subject(parse: Parse, verb: int) -> int | None:
    """The head of whoever does (or, in the passive, undergoes) the verb, through what syntax leaves unsaid.

    Own subject first, a relative pronoun giving its antecedent; then the noun a participle or relative clause hangs on; then
    the subject of the verb it is coordinated with; then the one that controls it: the object of the verb above ("urged Kyiv to
    withdraw": Kyiv) but for verbs of promising, else the subject above, that of an adjective's copula too ("is likely to
    withdraw"), climbing at most `MAX_STEPS` heads.
    """
    token = verb
    for _ in range(MAX_STEPS):
        own = own_subject(parse, token)
        if own is not None:
            return antecedent(parse, own)
        label, head = parse.labels[token], parse.heads[token]
        if head == token:
            return None
        if label in ("acl", "relcl", "amod"):
            return head if parse.pos[head] not in ("VERB", "AUX") else None
        if label == "xcomp" and parse.lemmas[head] not in SUBJECT_CONTROL:
            controller = child(parse, head, "dobj", "dative")
            if controller is not None and controller < token and parse.lower[controller] not in RELATIVES:
                return controller
        if label not in CONTROLLED and label not in ("conj", "prep", "dep", "aux", "ccomp"):
            return None
        if label == "ccomp" and parse.tags[token] not in ("VB", "VBG", "VBN"):
            return None
        if label == "xcomp" and parse.labels[head] == "acomp":
            head = parse.heads[head]
        # "Oslo has no plans, aides say, to leave": nobody does by what is only put in
        token = parse.heads[head] if label == "xcomp" and parse.labels[head] == "parataxis" else head
    return None


def main_verb(parse: Parse, verb: int) -> int | None:
    """The verb that a finite verb without subject goes with, where the parser joins it to a nonfinite one below that verb.

    No finite verb stands beside an infinitive, gerund or subjunctive ("refused to leave and called it a coup", "asked that he
    be freed and praised Oslo"). `None` where it is joined to none.
    """
    above = parse.heads[verb]
    is_finite = any(parse.tags[token] in FINITE for token in (verb, *children_of(parse, verb, "aux", "auxpass")))
    if parse.labels[verb] != "conj" or not is_finite or not is_nonfinite(parse, above) or own_subject(parse, verb) is not None:
        return None
    verbs = (token for token in ancestors(parse, above) if parse.pos[token] in ("VERB", "AUX"))
    return next((token for token in verbs if not is_nonfinite(parse, token)), None)


def is_nonfinite(parse: Parse, verb: int) -> bool:
    """Whether a verb is an infinitive or gerund below another one, joined to such, or the participle of a subjunctive."""
    label, tag = parse.labels[verb], parse.tags[verb]
    if label == "ccomp":
        auxiliary = child(parse, verb, "auxpass")
        return auxiliary is not None and parse.lower[auxiliary] == "be" and child(parse, verb, "aux") is None
    if label == "conj":
        return tag in ("VB", "VBG") and is_nonfinite(parse, parse.heads[verb])
    return (label, tag) in (("pcomp", "VBG"), ("xcomp", "VB"))


def antecedent(parse: Parse, token: int) -> int:
    """What a relative pronoun stands for: the noun its clause hangs on; any other token is its own."""
    if parse.lower[token] not in RELATIVES or not parse.tags[token].startswith("W"):
        return token
    for above in ancestors(parse, token):
        if parse.labels[above] == "relcl":
            return parse.heads[above]
        if parse.labels[above] == "ccomp" and (cleft := _cleft(parse, parse.heads[above])) is not None:
            return cleft
    return token


def _cleft(parse: Parse, verb: int) -> int | None:
    """Who is meant by "it is Oslo that": what follows a "be" whose subject is "it"."""
    own = own_subject(parse, verb) if parse.lemmas[verb] == "be" else None
    return child(parse, verb, "attr") if own is not None and parse.lower[own] == "it" else None


def ancestors(parse: Parse, token: int) -> Iterator[int]:
    """The heads above a token, nearest first, at most `MAX_STEPS`."""
    for _ in range(MAX_STEPS):
        above = parse.heads[token]
        if above == token:
            return
        yield above
        token = above


def conjuncts(parse: Parse, token: int) -> list[int]:
    """The token and all that is coordinated with it, in text order."""
    first = token
    for above in ancestors(parse, token):
        if parse.labels[first] != "conj":
            break
        first = above
    found, queue = {first}, [first]
    while queue:
        for other in children_of(parse, queue.pop(), "conj"):
            if other not in found:
                found.add(other)
                queue.append(other)
    return sorted(found)


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """The phrase of a nominal head with title, apposition and prepositions, without relative clauses and what follows them."""
    start, end = subtree(parse, head)
    for other in parse.children[head]:
        if other < head and parse.labels[other] in ("relcl", "cc", "preconj"):
            start = max(start, parse.rights[other])
    for other in range(head + 1, end):
        if parse.labels[other] in NP_CUTS and parse.lefts[other] > head:
            end = parse.lefts[other]
            break
    while end > head + 1 and parse.pos[end - 1] in ("PUNCT", "CCONJ", "SPACE"):
        end -= 1
    while start < head and parse.pos[start] in ("PUNCT", "CCONJ", "SPACE"):
        start += 1
    return start, end
