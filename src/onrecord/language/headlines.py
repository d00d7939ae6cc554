"""Verbs that the parser takes for nouns where a headline leaves out the article ("Minister rejects claim that ...")."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Parse

ANSWERS = {
    "confirms": "confirm", "contests": "contest", "denies": "deny", "dismisses": "dismiss", "disputes": "dispute",
    "doubts": "doubt", "questions": "question", "rebuffs": "rebuff", "rebuts": "rebut", "refutes": "refute", "rejects": "reject",
    "ridicules": "ridicule", "slams": "slam", "confirm": "confirm", "deny": "deny", "dismiss": "dismiss", "dispute": "dispute",
    "reject": "reject",
}  # fmt: skip
"""Verbs of those who answer, as headlines have them, with their lemmas."""

CLAIMS = {
    "accusation": "accusation", "accusations": "accusation", "allegation": "allegation", "allegations": "allegation",
    "charge": "charge", "charges": "charge", "claim": "claim", "claims": "claim", "report": "report", "reports": "report",
    "rumors": "rumor", "rumours": "rumour",
}  # fmt: skip
"""Nouns of what they answer that are verbs too."""

LABELS_BEFORE = ("nsubj", "nsubjpass", "compound", "nmod", "amod")


def mend_headline(parse: Parse) -> Parse:
    """The parse with the verb of the first paragraph over the claim that it answers, where the parser has it otherwise."""
    last = parse.paragraphs[0][1] if parse.paragraphs else 0
    verbs = [
        token
        for token in range(1, last - 1)
        if parse.lower[token] in ANSWERS
        and parse.lower[token + 1] in CLAIMS
        and parse.pos[token + 1] == "VERB"
        and (parse.heads[token] == token + 1 or parse.heads[token + 1] == token)
    ]
    for verb in verbs:
        parse = _with_verb(_rehung(parse, verb), verb)
    return parse


def _with_verb(parse: Parse, verb: int) -> Parse:
    """The parse with the two words as a verb and a noun."""
    noun = verb + 1
    tags, pos, lemmas = list(parse.tags), list(parse.pos), list(parse.lemmas)
    pos[verb], lemmas[verb] = "VERB", ANSWERS[parse.lower[verb]]
    tags[verb] = "VBZ" if parse.lower[verb].endswith("s") else "VBP"
    pos[noun], lemmas[noun] = "NOUN", CLAIMS[parse.lower[noun]]
    tags[noun] = "NN" if parse.lower[noun] == lemmas[noun] else "NNS"
    return replace(parse, tags=tags, pos=pos, lemmas=lemmas)


def _rehung(parse: Parse, verb: int) -> Parse:
    """The parse with the claim below the verb, and with the verb what was left of it: its subject."""
    noun, heads, labels = verb + 1, list(parse.heads), list(parse.labels)
    if heads[verb] == noun:  # "rejects" is taken for the subject of "claim"
        heads[verb], labels[verb] = (verb if heads[noun] == noun else heads[noun]), labels[noun]
    heads[noun], labels[noun] = verb, "dobj"
    before = [token for token in range(verb) if heads[token] in (verb, noun) and labels[token] in LABELS_BEFORE]
    for token in before:
        heads[token], labels[token] = (verb, "nsubj") if token == before[-1] else (before[-1], "compound")
    for token in parse.children[noun]:
        if token > noun and labels[token] == "ccomp":
            labels[token] = "acl"
    return replace(parse, heads=heads, labels=labels)
