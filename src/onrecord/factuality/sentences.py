"""What kind of sentence or clause a verb heads: a question, a command, something awaited or still to come."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.factuality.effects import OPEN, Effect
from onrecord.factuality.paths import question_word, subordinator
from onrecord.factuality.tables import Tables
from onrecord.language import syntax
from onrecord.records import Parse

COMING = frozenset({"next", "coming", "following"})


def sentence_type(parse: Parse, verb: int) -> Iterator[Effect]:
    """A question or a command leaves open what its verb says."""
    if is_asked(parse, verb):
        yield Effect(OPEN, "asked", why="question")
    elif is_command(parse, verb):
        yield Effect(OPEN, "asked", why="imperative")


def is_asked(parse: Parse, verb: int) -> bool:
    """Whether the verb heads a question that may be answered by yes or no."""
    if parse.labels[verb] not in ("ROOT", "ccomp", "conj", "parataxis", "dep"):
        return False
    end = parse.sentences[parse.sentence_of[verb]][1]
    if "?" not in parse.words[verb:end]:
        return False
    stop = next((t for t in range(verb, end) if parse.words[t] in ("?", ".", "!", ";") or t == end - 1), verb)
    if parse.words[stop] != "?" or subordinator(parse, verb).startswith("that"):
        return False
    return question_word(parse, verb) is None and not any(parse.tags[t].startswith("W") for t in range(parse.lefts[verb], verb))


def is_command(parse: Parse, verb: int) -> bool:
    """Whether the verb is an imperative: a bare form that opens its clause, without subject or auxiliary."""
    if parse.tags[verb] != "VB" or parse.labels[verb] not in ("ROOT", "ccomp", "parataxis"):
        return False
    if any(
        parse.labels[o] in ("nsubj", "nsubjpass", "mark", "expl") or parse.tags[o] in ("MD", "TO") for o in parse.children[verb]
    ):
        return False
    if any(parse.labels[o] == "aux" and parse.lower[o] not in ("do", "please") for o in parse.children[verb]):
        return False
    left = parse.lefts[verb]
    return parse.labels[verb] != "ccomp" or left == 0 or parse.quotation_of[verb] >= 0


def is_coming(parse: Parse, verb: int, time: int) -> bool:
    """ "meets next week", "is leaving tomorrow": a present tense with a time to come."""
    if parse.lower[time] != "tomorrow" and not any(parse.lower[o] in COMING for o in parse.children[time]):
        return False
    auxiliaries = [o for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass")]
    first = auxiliaries[0] if auxiliaries else verb
    return parse.tags[first] in ("VBZ", "VBP") and parse.lower[first] not in ("has", "have")


def is_inverted_past(parse: Parse, verb: int, adverb: int) -> bool:
    """ "Hardly had they left when": they left."""
    after = parse.lower[adverb + 1] if adverb + 1 < len(parse) else ""
    return adverb < verb and after == "had" and parse.lower[adverb] in ("hardly", "scarcely", "barely")


def is_awaited(parse: Parse, verb: int, tables: Tables) -> bool:
    """Whether a clause says of its noun that it is planned, promised or expected ("the talks that the UN plans to hold")."""
    own = syntax.own_subject(parse, verb)
    is_object = syntax.is_passive(parse, verb) if own is None else not parse.tags[own].startswith("W")
    if not is_object or parse.pos[verb] != "VERB" or any(parse.labels[o] == "mark" for o in parse.children[verb]):
        return False
    lemmas = (parse.lower[verb], parse.lemmas[verb])
    found = tables.predicate(lemmas, "VERB", "np") or tables.predicate(lemmas, "VERB", "to")
    return found is not None and found.flag == "future"
