"""Event head -> the words that govern it, outermost first, each with the frame in which the one above governs it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from onrecord.language import syntax
from onrecord.records import Parse

MAX_STEPS = 40
"""Heads climbed at most: a bound for broken parses, beyond any real sentence."""

NOMINAL = frozenset({"dobj", "dative", "iobj", "nsubjpass", "attr", "oprd"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "nummod", "quantmod", "det"})
SAME_LEVEL = frozenset({"conj", "appos"})
BARE = frozenset({"VB"})
PARTICLES = frozenset({"away", "back", "down", "off", "out"})
"""Adverbs that belong to their verb where a preposition hangs on them ("backed away from")."""


@dataclass(frozen=True, slots=True)
class Step:
    """A governed word.

    Attributes:
        token: the word.
        governor: the word above, `None` at the sentence's root.
        frame: how it is governed: `that`, `wh`, `whether`, `to`, `objto` (infinitive of somebody else), `bare`, `ing`, `np`,
            `subj`, `by`, `compound`, `relative`, `participle`, `purpose`, `clause`, `conj`, `appos`, `dep`, or a preposition.
        marker: the subordinator or preposition, lower-cased, parts joined by `_` (`instead_of`).
        between: tokens passed over (prepositions), nearest the governor first.
    """

    token: int
    governor: int | None
    frame: str
    marker: str = ""
    between: tuple[int, ...] = ()


def climb(parse: Parse, head: int, planned: Container[str] = (), telling: Container[str] = ()) -> list[Step]:
    """Steps from the root of the sentence down to the head.

    Args:
        parse: the article's.
        head: a token.
        planned: nouns that an infinitive behind them belongs to, even where the parser hangs it on the verb.
        telling: verbs of telling, to whose report a later pluperfect belongs, even where the parser coordinates the two.
    """
    steps = []
    token = head
    for _ in range(MAX_STEPS):
        above = parse.heads[token]
        if above == token:
            break
        noun = _object_before(parse, token, planned)
        step = _step(parse, token) if noun is None else Step(token, noun, "to")
        if step.frame == "conj" and parse.lemmas[above] in telling and _is_backshifted(parse, token, above):
            step = Step(token, above, "that")
        steps.append(step)
        if step.governor is None:
            return steps[::-1]
        token = step.governor
    if not steps or steps[-1].governor is not None:
        steps.append(Step(token, None, "root"))
    return steps[::-1]


def _is_backshifted(parse: Parse, verb: int, telling: int) -> bool:
    """ "said it was ready and had called": a pluperfect after a plain past, without a subject of its own."""
    auxiliaries = [parse.lower[o] for o in syntax.children_of(parse, verb, "aux")]
    if parse.tags[telling] != "VBD" or "had" not in auxiliaries or syntax.own_subject(parse, verb) is not None:
        return False
    return "have" not in [parse.lemmas[o] for o in syntax.children_of(parse, telling, "aux")]


def _object_before(parse: Parse, verb: int, planned: Container[str]) -> int | None:
    """ "thwarted a plot to bomb": the object to which the infinitive belongs."""
    if parse.labels[verb] != "advcl" or not infinitive(parse, verb):
        return None
    left = parse.lefts[verb]
    return next(
        (
            o
            for o in parse.children[parse.heads[verb]]
            if parse.labels[o] == "dobj" and parse.rights[o] == left and parse.lemmas[o] in planned
        ),
        None,
    )


def _step(parse: Parse, token: int) -> Step:
    label, above = parse.labels[token], parse.heads[token]
    if label in ("pobj", "pcomp") or (parse.labels[above] in ("prep", "agent", "dative") and parse.pos[above] == "ADP"):
        return _prepositional(parse, token, above)
    if label == "ccomp" and _is_closed_off(parse, token, above):
        return Step(token, None, "root")
    if label in ("ccomp", "xcomp", "csubj", "csubjpass"):
        return Step(token, above, *_complement(parse, token, above))
    if label == "advcl":
        return Step(token, above, *_adverbial(parse, token))
    if label in ("acl", "relcl"):
        return Step(token, above, _adnominal(parse, token))
    if label in ("attr", "oprd") and parse.lemmas[above] not in ("be", "remain", "become"):
        return Step(token, above, "as")
    if label in NOMINAL:
        return Step(token, above, "np")
    if label == "nsubj":
        return Step(token, above, "subj")
    if label == "conj" and _is_passed_over(parse, token, above):
        return Step(token, above, "clause", "rather_than")
    if label == "acomp":
        return Step(token, above, "as")
    if label in MODIFIERS:
        return Step(token, above, "compound")
    return Step(token, above, label if label in SAME_LEVEL else "dep")


def _is_passed_over(parse: Parse, verb: int, chosen: int) -> bool:
    """Whether "rather than" joins a verb to the one done ("withdrew rather than fight")."""
    joiners = (t for t in parse.children[chosen] if parse.labels[t] == "cc" and chosen < t < verb)
    return any(parse.lower[t] == "than" and parse.lower[t - 1] == "rather" for t in joiners)


def _is_closed_off(parse: Parse, clause: int, verb: int) -> bool:
    """Whether a semicolon parts a clause from the verb behind it, so that it says its own ("Rebels fled; nobody claimed it")."""
    end = parse.rights[clause]
    return clause < verb and end < len(parse) and parse.words[end] == ";"


def _prepositional(parse: Parse, token: int, preposition: int) -> Step:
    between = [preposition]
    words = [parse.lower[preposition]]
    above = parse.heads[preposition]
    while (
        above != between[-1] and parse.labels[between[-1]] in ("prep", "pcomp", "agent") and parse.pos[above] in ("ADP", "SCONJ")
    ):
        between.append(above)
        words.append(parse.lower[above])
        above = parse.heads[above]
    if above == between[-1]:
        return Step(token, None, "root", "_".join(reversed(words)), tuple(reversed(between)))
    if parse.labels[above] == "advmod" and parse.lower[above] in PARTICLES and parse.pos[parse.heads[above]] == "VERB":
        above = parse.heads[above]  # "backed away from"
    fixed = [parse.lower[other] for other in parse.children[preposition] if parse.labels[other] in ("advmod", "amod", "prep")]
    marker = (
        "_".join([*fixed, *reversed(words)])
        if fixed and fixed[0] in ("instead", "rather", "short", "far")
        else "_".join(reversed(words))
    )
    frame = "by" if parse.labels[preposition] == "agent" else words[0]
    if frame == "to" and parse.labels[token] == "pobj":
        frame = "unto" if parse.tags[token] not in BARE else "objto"
    return Step(token, above, frame, marker, tuple(reversed(between)))


def infinitive(parse: Parse, verb: int) -> bool:
    """Whether the verb has its "to"."""
    return any(parse.labels[other] == "aux" and parse.lower[other] == "to" for other in parse.children[verb])


def question_word(parse: Parse, verb: int) -> int | None:
    """The wh-word that opens the verb's clause, first in a phrase of it or one level down ("how many troops", "in which")."""
    for other in parse.children[verb]:
        if other < verb and parse.labels[other] not in ("mark", "ccomp", "advcl"):
            if parse.tags[other].startswith("W"):
                return other
            if parse.tags[parse.lefts[other]].startswith("W"):
                return parse.lefts[other]
            for deeper in parse.children[other]:
                if parse.tags[deeper].startswith("W") and parse.labels[deeper] != "relcl":
                    return deeper
    return None


def subordinator(parse: Parse, verb: int) -> str:
    """The clause's subordinator with what belongs to it (`as_if`, `so_that`), or an empty string."""
    marks = [
        o
        for o in parse.children[verb]
        if o < verb and (parse.labels[o] == "mark" or parse.tags[o] in ("IN", "WRB") or parse.lower[o] in ("rather", "once"))
    ]
    return "_".join(parse.lower[o] for o in marks[:2])


def _complement(parse: Parse, verb: int, above: int) -> tuple[str, str]:
    mark = subordinator(parse, verb)
    if infinitive(parse, verb):
        other = syntax.own_subject(parse, verb) is not None or (
            parse.labels[verb] == "xcomp" and any(o < verb for o in syntax.children_of(parse, above, "dobj", "dative"))
        )
        return ("objto" if other else "to"), mark
    if mark in ("whether", "if"):
        return "whether", mark
    if question_word(parse, verb) is not None and mark != "that":
        return "wh", mark
    first = next((o for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass")), verb)
    if parse.tags[first] == "VBG" and (first == verb or parse.lower[first] in ("having", "being")):
        return "ing", mark
    if parse.tags[verb] in BARE and not syntax.children_of(parse, verb, "aux") and parse.labels[verb] in ("ccomp", "xcomp"):
        return ("that" if mark == "that" else "bare"), mark
    return ("that" if parse.labels[verb] != "xcomp" else "as"), mark


def _adverbial(parse: Parse, verb: int) -> tuple[str, str]:
    mark = subordinator(parse, verb)
    if infinitive(parse, verb) and "than" not in mark:
        return ("to" if "in" not in mark else "purpose"), mark
    if not mark and parse.tags[verb] in ("VBG", "VBN") and syntax.own_subject(parse, verb) is None:
        return "participle", mark
    return "clause", mark


def _adnominal(parse: Parse, verb: int) -> str:
    if infinitive(parse, verb):
        return "to"
    mark = subordinator(parse, verb)
    has_relative = question_word(parse, verb) is not None or any(
        parse.lower[o] == "that" and parse.labels[o] in ("nsubj", "nsubjpass", "dobj", "pobj") for o in parse.children[verb]
    )
    if parse.labels[verb] == "acl" and mark in ("that", "whether") and not has_relative:
        return "that"
    objects = [o for o in parse.children[verb] if parse.labels[o] == "dobj"]
    if len(objects) > 1 and parse.lower[objects[0]] == "that":
        return "that"
    if parse.labels[verb] == "relcl" and mark == "that" and not has_relative and syntax.own_subject(parse, verb) is not None:
        return "that"
    return "relative" if parse.labels[verb] == "relcl" else "participle"
