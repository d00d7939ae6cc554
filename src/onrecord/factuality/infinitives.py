"""An infinitive that no word's own row governs -> purpose, degree, rank, or a deed done by saying it."""

from __future__ import annotations

from onrecord.factuality.effects import Effect
from onrecord.factuality.paths import Step
from onrecord.factuality.tables import Tables
from onrecord.factuality.values import flipped
from onrecord.records import Parse

PASS: Effect = Effect((3, -3))
"""As sure as what stands above."""

PURPOSE: Effect = Effect(flipped(1), "possible", why="purpose")
RANKS = frozenset({"first", "second", "third", "last", "only", "next", "latest"})
WORDY = frozenset({
    "endorse", "praise", "criticize", "criticise", "denounce", "mock", "slam", "blast", "rebuke", "chastise", "congratulate",
    "commend", "hail", "applaud", "speak", "talk", "discuss", "ridicule", "berate", "lambaste", "deride",
})  # fmt: skip
"""Deeds of words: who does something in order to say them has said them."""

AIRED = frozenset({"swipe", "aim", "shot", "jab", "stand"})
"""What is taken in words ("took a swipe at")."""

STAGES = frozenset({"take", "use"})
"""Verbs of who turns to a place or means of speaking ("took to the stage to", "used the debate to")."""

FORUMS = frozenset({
    "twitter", "facebook", "stage", "podium", "floor", "airwave", "microphone", "speech", "debate", "interview", "rally",
    "appearance", "address", "statement", "tweet", "column", "conference", "radio", "television", "show", "pulpit", "occasion",
    "ad",
})  # fmt: skip
"""Lemmas of such places and means; a deed of any sort done there is one of words."""

COMMUNICATIVE = frozenset({"report", "demand", "regret", "thank", "promise", "admit", "deny", "reject", "refuse"})


def infinitive_effect(parse: Parse, step: Step, tables: Tables) -> Effect:
    """An infinitive that no word governs: a purpose, unless degree, rank or kind of deed say more."""
    degree = _degree(parse, step)
    if degree == "too":
        return Effect(flipped(-3), why="too")
    if degree == "enough":
        return Effect(flipped(1), "possible", why="enough")
    if _is_auxiliary(parse, step) or _is_ranked(parse, step) or is_communicative(parse, step.token, tables):
        return PASS
    if step.frame != "objto" and _is_aired(parse, step):
        return PASS
    return PURPOSE if has_finite_verb(parse, step.token) else Effect(flipped(2), "future", why="headline infinitive")


def _degree(parse: Parse, step: Step) -> str:
    """ "too" or "enough" of the adjective beside an infinitive ("too weak to attack")."""
    governor = step.governor
    assert governor is not None
    adjectives = [governor, *(o for o in parse.children[governor] if parse.labels[o] == "acomp")]
    words = {
        parse.lower[o]
        for a in adjectives
        if parse.pos[a] in ("ADJ", "ADV")
        for o in parse.children[a]
        if parse.labels[o] == "advmod"
    }
    return next((word for word in ("too", "enough") if word in words), "")


def _is_ranked(parse: Parse, step: Step) -> bool:
    """ "the first soldier to enter": what makes somebody the first is done as surely as he is the first."""
    governor = step.governor
    return (
        governor is not None
        and parse.pos[governor] in ("NOUN", "PROPN")
        and any(
            parse.labels[o] in ("amod", "det", "nummod") and (parse.lower[o] in RANKS or parse.tags[o] == "JJS")
            for o in parse.children[governor]
        )
    )


def is_communicative(parse: Parse, verb: int, tables: Tables) -> bool:
    """Whether a verb's deed is done by saying or showing it: "blocked the road to demand rifles"."""
    for frame in ("quote", "that", "for", "np"):
        found = tables.predicate((parse.lemmas[verb],), "VERB", frame)
        if found is not None and found.name in COMMUNICATIVE:
            return True
    return False


def _is_aired(parse: Parse, step: Step) -> bool:
    """ "Took to the airwaves to criticise", "joined them to endorse": a deed of words, or one done where words are aired."""
    verb, host = step.token, step.governor
    if host is None or parse.pos[host] != "VERB" or parse.labels[verb] not in ("advcl", "xcomp"):
        return False
    objects = {parse.lemmas[o] for o in parse.children[verb] if parse.labels[o] == "dobj"}
    if parse.lemmas[verb] == "take" and objects & AIRED:
        return True
    near = [o for o in parse.children[host] if parse.labels[o] in ("dobj", "prep") and o < verb]
    forums = {parse.lemmas[o] for o in near} | {parse.lemmas[t] for o in near for t in parse.children[o]}
    if parse.lemmas[host] in STAGES and forums & FORUMS:
        return True
    return parse.lemmas[verb] in WORDY


def has_finite_verb(parse: Parse, token: int) -> bool:
    """Whether the sentence of a word has a verb in a tense; headlines may lack one."""
    start, end = parse.sentences[parse.sentence_of[token]]
    return any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD", "VBN") for t in range(start, end))


def _is_auxiliary(parse: Parse, step: Step) -> bool:
    return step.governor is not None and parse.pos[step.governor] == "AUX" and parse.lemmas[step.governor] != "be"
