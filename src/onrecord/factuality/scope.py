"""What a word's own dependents do to it: negation, modals, adverbs, adjectives, conditions, questions, commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.factuality.effects import CONDITION, NEGATED, UNREAL, Effect
from onrecord.factuality.paths import infinitive, subordinator
from onrecord.factuality.sentences import is_awaited, is_coming, is_inverted_past, sentence_type
from onrecord.factuality.tables import Marker, Tables
from onrecord.factuality.values import flipped
from onrecord.language import syntax
from onrecord.records import Parse

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr", "pobj"})
ADVERBIAL = frozenset({"advmod", "neg", "npadvmod", "det", "preconj", "cc", "amod", "intj", "predet"})
READY = frozenset({"ready", "willing", "prepared"})
SINGLE = frozenset({"a", "an", "one", "even", "any"})
WHOLE = frozenset({"all", "every", "everyone", "everybody", "both", "only", "just"})
INVERTED = frozenset({"had", "were", "should"})


def local_effects(parse: Parse, token: int, passing: int | None, tables: Tables) -> Iterator[Effect]:
    """The operators on a word, in the order in which they apply (the widest first).

    Args:
        parse: the article's.
        token: the word.
        passing: the next word on the way down to the event, whose own determiner is its own affair.
        tables: the shipped ones.
    """
    verbal = parse.pos[token] in ("VERB", "AUX")
    if verbal:
        yield from sentence_type(parse, token)
        yield from _modality(parse, token, passing, tables)
    elif is_negated_noun(parse, token):
        yield Effect(NEGATED, why="no " + parse.words[token])
    yield from _opening_hedge(parse, token, tables)
    yield from _modifiers(parse, token, tables)


def _opening_hedge(parse: Parse, token: int, tables: Tables) -> Iterator[Effect]:
    """ "Perhaps the shelling has prompted them": hedged are the sentence's verb and the noun behind the hedge, however parsed."""
    start, end = parse.sentences[parse.sentence_of[token]]
    first = next((t for t in range(start, end) if parse.pos[t] != "PUNCT"), start)
    marker = tables.marker(parse.lower[first], "adverb") if parse.labels[first] == "advmod" else None
    if marker is None or marker.flag != "possible" or parse.heads[first] == token:
        return
    noun = parse.pos[token] in ("NOUN", "PROPN") and parse.lefts[token] == first + 1 and parse.labels[token] == "nsubj"
    if noun or parse.heads[token] == token:
        yield Effect(marker.pair, marker.flag, marker.kind, parse.words[first])


def _modality(parse: Parse, verb: int, passing: int | None, tables: Tables) -> Iterator[Effect]:
    negation = negation_of(parse, verb, passing)
    inversion = inverted_word(parse, verb)
    effect = _modal(parse, verb, tables, negated=negation is not None) if not inversion else None
    if effect is not None and passing is not None and is_negated_noun(parse, passing):
        effect = _with_negated_noun(parse, verb, tables, effect)
    if effect is not None:
        yield effect
    if effect is not None and effect.kind == "negated":
        negation = None
    if effect is None or effect.pair != UNREAL.pair:
        yield from _conditions(parse, verb, passing, tables, inversion)
    if negation is not None:
        yield Effect(NEGATED, why=parse.words[negation])
    if infinitive(parse, verb) and parse.heads[verb] == verb:
        yield Effect(flipped(2), "future", why="headline infinitive")


def _modal(parse: Parse, verb: int, tables: Tables, *, negated: bool) -> Effect | None:
    """The modal's effect; `negated` in its kind says that it has taken the negation in."""
    modal = next((o for o in parse.children[verb] if parse.tags[o] == "MD"), None)
    if modal is None:
        return None
    perfect = any(parse.lower[o] in ("have", "'ve", "’ve") and parse.labels[o] == "aux" for o in parse.children[verb])
    place = "modal-perfect" if perfect else "modal-negated" if negated else "modal"
    marker = tables.marker(parse.lower[modal], place)
    if marker is None:
        return None
    if perfect and marker.pair[0] == -3:
        return UNREAL
    if perfect and _is_under_unreal(parse, verb):
        return replace(UNREAL, why=f"{parse.words[modal]} have")
    kind = "negated" if place == "modal-negated" else "value"
    return Effect(marker.pair, marker.flag, kind, f"{parse.words[modal]}{' have' if perfect else ''}")


def _with_negated_noun(parse: Parse, verb: int, tables: Tables, effect: Effect) -> Effect:
    """ "There could be no talks": as sure as "could not", the noun's own "no" turns it."""
    modal = next(o for o in parse.children[verb] if parse.tags[o] == "MD")
    marker = tables.marker(parse.lower[modal], "modal-negated")
    return effect if marker is None else replace(effect, pair=flipped(-marker.pair[0]), flag=marker.flag)


def _conditions(parse: Parse, verb: int, passing: int | None, tables: Tables, inversion: str) -> Iterator[Effect]:
    if inversion == "had":
        yield replace(UNREAL, why="inversion")
    elif inversion:
        yield Effect(CONDITION, "conditional", why="inversion")
    if has_condition(parse, verb, passing, tables):
        yield Effect(CONDITION, "conditional", "condition", "under a condition")
    if parse.heads[verb] == verb and subordinator(parse, verb) == "if":
        yield (
            replace(UNREAL, why="if only")
            if "only" in parse.lower[parse.lefts[verb] : verb]
            else Effect(CONDITION, "conditional")
        )


def _is_under_unreal(parse: Parse, verb: int) -> bool:
    """ "might have signed had they asked": a condition in the past perfect did not hold."""
    return any(
        parse.labels[o] in ("advcl", "ccomp")
        and (
            inverted_word(parse, o) == "had"
            or (subordinator(parse, o) == "if" and any(parse.lower[x] in ("had", "'d", "’d") for x in parse.children[o]))
        )
        for o in parse.children[verb]
    )


def negation_of(parse: Parse, verb: int, passing: int | None) -> int | None:
    """The word that negates a verb: its own negation, or "no", "nobody", "neither" of its subject or object."""
    for other in parse.children[verb]:
        label, word = parse.labels[other], parse.lower[other]
        if label in ADVERBIAL and _negates(parse, other):
            if label == "cc" and other > verb:
                continue
            if not _is_narrow(parse, other) and not _is_delayed(parse, verb):
                return other
        if label in ARGUMENTS and other != passing:
            if word in ("nobody", "none", "nothing", "neither", "nor"):
                return other
            if is_negated_noun(parse, other):
                return other
        if label == "prep" and other < verb and _opens_inverted(parse, verb, other):
            return other
        if label in ("prep", "agent") and any(parse.lower[o] in ("nothing", "nobody", "none") for o in parse.children[other]):
            return other
    return None


def _opens_inverted(parse: Parse, verb: int, preposition: int) -> bool:
    """ "At no point did ...", "Under no circumstances will ...": a negated phrase, then auxiliary and subject."""
    own = syntax.own_subject(parse, verb)
    if own is None or not any(is_negated_noun(parse, o) for o in parse.children[preposition]):
        return False
    return any(preposition < o < own and parse.labels[o] in ("aux", "auxpass") for o in parse.children[verb])


def _negates(parse: Parse, token: int) -> bool:
    if parse.lower[token] in ("not", "n't", "n’t", "never", "neither", "nor", "nowhere"):
        return True
    return parse.labels[token] == "advmod" and any(
        parse.lower[o] in ("no", "not") and parse.labels[o] in ("neg", "advmod", "det") for o in parse.children[token]
    )


def _is_narrow(parse: Parse, negation: int) -> bool:
    """ "not only", "not just", "not because": the negation leaves the verb alone."""
    after = parse.lower[negation + 1] if negation + 1 < len(parse) else ""
    return after in ("only", "just", "merely", "simply", "least", "because", "until")


def is_negated_noun(parse: Parse, noun: int) -> bool:
    """Whether the noun has a "no", "neither" or "not a" of its own; "not all" leaves some."""
    left = parse.lefts[noun]
    if parse.lower[left] == "not" and left < noun and parse.lower[left + 1] in (SINGLE | WHOLE):
        return parse.lower[left + 1] in SINGLE
    return any(
        (parse.lower[o] in ("no", "neither") and parse.labels[o] in ("det", "preconj", "cc", "neg", "amod", "nmod") and o < noun)
        or parse.labels[o] == "neg"
        for o in parse.children[noun]
    )


def _is_delayed(parse: Parse, verb: int) -> bool:
    """ "did not leave until Friday": in the past it happened, only late."""
    return any(parse.lower[o] == "did" and parse.labels[o] == "aux" for o in parse.children[verb]) and any(
        parse.lower[o] == "until" or (parse.labels[o] == "advcl" and subordinator(parse, o) == "until")
        for o in parse.children[verb]
        if o > verb
    )


def has_condition(parse: Parse, verb: int, passing: int | None, tables: Tables) -> bool:
    """Whether an if-clause, or one of its kin, hangs on the verb; one that follows the verb's complement belongs to that."""
    complement = passing is not None and parse.labels[passing] in ("ccomp", "xcomp")
    if not complement and makes_terms(parse, verb, tables):
        passing, complement = verb, True
    return any(
        parse.labels[o] == "advcl" and (passing is None or not complement or o < passing) and is_condition(parse, o, tables)
        for o in parse.children[verb]
    )


def makes_terms(parse: Parse, verb: int, tables: Tables) -> bool:
    """Whether a condition behind the word belongs to what is promised, not to the promise ("threatened to shoot if")."""
    if any(parse.lower[o] in READY and parse.labels[o] == "acomp" for o in parse.children[verb]):
        return True
    found = tables.predicate((parse.lemmas[verb],), "VERB", "to")
    return found is not None and found.name in ("promise", "demand") and parse.tags[verb] != "VB"


def is_condition(parse: Parse, verb: int, tables: Tables) -> bool:
    """Whether the clause of the verb is a condition: by its subordinator, or by inversion ("Had X ...", "Were X to ...")."""
    marker = clause_marker(subordinator(parse, verb), tables)
    return (marker is not None and marker.flag == "conditional") or bool(inverted_word(parse, verb))


def clause_marker(words: str, tables: Tables) -> Marker | None:
    """The effect of a subordinator: of its two words, or of its first."""
    first = words.split("_")[0] if words else ""
    return tables.marker(words, "clause") or (None if first in ("as", "so", "in") else tables.marker(first, "clause"))


def inverted_word(parse: Parse, verb: int) -> str:
    """ "had", "were" or "should" that opens the verb's clause before its subject, outside questions; else nothing."""
    own = syntax.own_subject(parse, verb)
    left = parse.lefts[verb]
    if own is None and parse.lower[verb] == "had" and left == verb and parse.labels[verb] == "advcl":
        return "had" if any(parse.labels[o] == "ccomp" for o in parse.children[verb]) else ""
    if own is None or parse.lower[left] not in INVERTED or not left < own or (parse.heads[left] != verb and left != verb):
        return ""
    if parse.lower[left] == "had" and (left == verb or parse.tags[verb] not in ("VBN", "VBD")):
        return ""
    return "" if parse.words[parse.sentences[parse.sentence_of[verb]][1] - 1] == "?" else parse.lower[left]


def _modifiers(parse: Parse, token: int, tables: Tables) -> Iterator[Effect]:
    for other in parse.children[token]:
        label = parse.labels[other]
        if label in ("relcl", "acl") and is_awaited(parse, other, tables):
            yield Effect(flipped(2), "future", why=parse.words[other])
        if label == "det" and parse.lower[other] == "any":
            yield Effect((1, -3), "conditional", why="any")
        if label in ("npadvmod", "advmod") and is_coming(parse, token, other):
            yield Effect(flipped(2), "future", why=parse.words[other])
        if label == "advmod" and is_inverted_past(parse, token, other):
            continue
        if label in ("advmod", "npadvmod", "intj", "neg"):
            marker = tables.marker(parse.lower[other], "adverb")
        elif label in ("amod", "nmod", "compound"):
            marker = tables.marker(parse.lower[other], "adjective")
        else:
            continue
        if marker is not None:
            yield Effect(marker.pair, marker.flag, marker.kind, parse.words[other])
