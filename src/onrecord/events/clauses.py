"""What a verb's own clause gives: its voice, its object, its agent and the phrases after its prepositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

DATIVES = words("give offer grant pay send award promise pledge deny refuse lend hand guarantee accord bring allot supply")
"""Verbs whose passive may have the receiver as subject and the thing as object ("the town was handed rice")."""

CAUSING = words("have get see keep want")
"""Verbs whose object undergoes the participle after it ("had the editor jailed", "saw two ferries sunk")."""

CLAUSES = ("ccomp", "xcomp")

TRANSITIVE = words(
    "accuse convict suspect acquit charge sentence jail arrest detain deport evict kill injure wound behead execute indict sue"
    " denounce condemn brand dub hail praise slam criticize criticise rebuke lambast lambaste censure deride banish kidnap"
    " acclaim ridicule mock blame"
)
"""Verbs that do not go without an object: one that has none is a participle, whatever its tag ("Banker accused of fraud")."""

AFTER_PARTICIPLE = frozenset(("of", "as", "for", "by", "over", "after", "in", "with", "to"))
"""Prepositions right after which such a participle is told by."""

CHOOSING = words("identify find choose pick select name seek want need")
"""Verbs whose subject does the infinitive after their object to that object ("picked a town to shell")."""


def is_passive(parse: Parse, verb: int) -> bool:
    """As `syntax.is_passive`, and for a participle coordinated with a passive ("was arrested and deported")."""
    if syntax.is_passive(parse, verb):
        return not _is_main(parse, verb)
    if parse.tags[verb] == "VBN" and parse.labels[verb] == "advcl" and _is_bare_adverbial(parse, verb):
        return True
    if parse.tags[verb] in ("VBD", "VBN") and _is_by_somebody(parse, verb):
        return True
    if parse.lemmas[verb] in TRANSITIVE and (_is_bare_participle(parse, verb) or _is_to_blame(parse, verb)):
        return True
    if (
        parse.labels[verb] != "conj"
        or parse.tags[verb] != "VBN"
        or syntax.child(parse, verb, "nsubj", "csubj", "dobj") is not None
    ):
        return False
    return syntax.child(parse, verb, "aux") is None and is_passive(parse, parse.heads[verb])


def _is_bare_participle(parse: Parse, verb: int) -> bool:
    """Whether a past form that needs an object has none and no auxiliary, but a phrase right after it ("Banker accused of")."""
    if parse.tags[verb] not in ("VBD", "VBN") or verb + 1 >= len(parse) or parse.labels[verb] == "relcl":
        return False
    if parse.labels[verb] == "conj" and parse.pos[parse.heads[verb]] != "VERB":
        return False  # "forty dead and wounded at the pit"
    if parse.heads[verb + 1] != verb or parse.lower[verb + 1] not in AFTER_PARTICIPLE:
        return False
    own = syntax.child(parse, verb, "dobj", "aux", "ccomp", "xcomp", "oprd", "dative")
    return own is None and not any(syntax.child(parse, t, "dobj") is not None for t in syntax.children_of(parse, verb, "conj"))


def _is_by_somebody(parse: Parse, verb: int) -> bool:
    """Whether a past form without object has an agent: a participle, whatever its tag ("bombs dropped by jets fell")."""
    return syntax.child(parse, verb, "agent") is not None and syntax.child(parse, verb, "aux", "dobj", "ccomp", "xcomp") is None


def _is_bare_adverbial(parse: Parse, verb: int) -> bool:
    """Whether a participle that has nothing of its own tells what the subject undergoes ("Ambushed by rebels, the unit ...")."""
    return syntax.child(parse, verb, "aux", "nsubj", "dobj", "ccomp", "xcomp", "oprd") is None


def _is_to_blame(parse: Parse, verb: int) -> bool:
    """Whether an infinitive without object is said of whom it is done to ("Oslo is to blame")."""
    above = parse.heads[verb]
    is_below = parse.labels[verb] == "xcomp" and parse.lemmas[above] == "be" and parse.tags[verb] == "VB"
    return is_below and syntax.child(parse, verb, "dobj", "auxpass") is None


def _is_main(parse: Parse, verb: int) -> bool:
    """Whether a "participle" is the main verb, its subject having a clause of its own ("Oslo, which hosts it, offered")."""
    noun = parse.heads[verb]
    if parse.labels[verb] != "acl" or parse.labels[noun] != "ROOT" or verb == 0 or parse.lower[verb - 1] != ",":
        return False
    return any(clause < verb for clause in syntax.children_of(parse, noun, "relcl"))


def is_caused(parse: Parse, verb: int) -> bool:
    """Whether a participle tells what its subject undergoes below a verb of `CAUSING` ("got the editor jailed")."""
    if parse.tags[verb] != "VBN" or parse.labels[verb] != "ccomp" or parse.lemmas[parse.heads[verb]] not in CAUSING:
        return False
    return syntax.child(parse, verb, "aux", "auxpass") is None and syntax.own_subject(parse, verb) is not None


def undergoer(parse: Parse, verb: int) -> int | None:
    """The head of the verb's object: the subject of a passive, the noun of an object relative, the next conjunct's object."""
    own = syntax.child(parse, verb, "dobj")
    if is_caused(parse, verb):
        return syntax.own_subject(parse, verb)
    if is_passive(parse, verb):
        return own if own is not None and parse.lemmas[verb] in DATIVES else syntax.subject(parse, verb)
    if own is not None:
        return syntax.antecedent(parse, own)
    for clause in syntax.children_of(parse, verb, *CLAUSES):
        inner = syntax.own_subject(parse, clause)
        if inner is not None and (_is_bare(parse, clause) or parse.lemmas[verb] == "let"):
            return inner
    for conjunct in syntax.children_of(parse, verb, "conj"):
        shared = syntax.child(parse, conjunct, "dobj")
        if shared is not None and syntax.own_subject(parse, conjunct) is None and shared - verb < 6:
            return shared
    if is_chosen_for(parse, verb) or (parse.labels[verb] == "relcl" and _is_gapped(parse, verb)):
        return parse.heads[verb]
    return None


def is_chosen_for(parse: Parse, verb: int) -> bool:
    """Whether an infinitive tells what is to be done to what a verb of `CHOOSING` has for object ("found two ships to seize")."""
    if parse.tags[verb] != "VB" or parse.labels[verb] not in ("relcl", "acl") or syntax.own_subject(parse, verb) is not None:
        return False
    if syntax.child(parse, verb, "dobj", "prep", "xcomp", "ccomp", "auxpass") is not None:
        return False
    return _verb_over(parse, parse.heads[verb]) is not None


def _verb_over(parse: Parse, noun: int) -> int | None:
    """The verb of `CHOOSING` whose object a noun is, itself or after "of" ("a number of ships")."""
    preposition = parse.heads[noun]
    if parse.labels[noun] == "pobj" and parse.lower[preposition] == "of":
        noun = parse.heads[preposition]
    above = parse.heads[noun]
    return above if parse.labels[noun] == "dobj" and parse.lemmas[above] in CHOOSING else None


def chooser(parse: Parse, verb: int) -> int | None:
    """The verb of `CHOOSING` above an infinitive that tells what is to be done to its object, or `None`."""
    return _verb_over(parse, parse.heads[verb]) if is_chosen_for(parse, verb) else None


def agent(parse: Parse, verb: int) -> int | None:
    """The head of whoever does a passive verb: after its own "by", or that of a participle joined to it."""
    found = syntax.agent(parse, verb)
    if found is not None:
        return found
    if parse.labels[verb] == "conj" and is_passive(parse, parse.heads[verb]):
        return syntax.agent(parse, parse.heads[verb])
    found = _shared_agent(parse, verb)
    if found is not None:
        return found
    below = syntax.children_of(parse, verb, "xcomp")  # "was asked to wait by the envoy"
    return next(
        (
            t
            for head in (verb, *below)
            for p in syntax.children_of(parse, head, "prep", "agent")
            for t in syntax.children_of(parse, p, "pobj")
            if parse.lower[p] == "by"
        ),
        None,
    )


def _shared_agent(parse: Parse, verb: int) -> int | None:
    """The agent of a bare participle joined to a bare one ("was shot and killed by a guard")."""
    if syntax.child(parse, verb, "prep", "dobj", "xcomp", "ccomp") is not None:
        return None  # "was suspected of fraud, and accused by"
    for conjunct in syntax.children_of(parse, verb, "conj"):
        own = syntax.child(parse, conjunct, "aux", "auxpass", *syntax.SUBJECTS)
        found = syntax.agent(parse, conjunct) if parse.tags[conjunct] == "VBN" and own is None else None
        if found is not None:
            return found
    return None


def _is_bare(parse: Parse, clause: int) -> bool:
    auxiliary = syntax.child(parse, clause, "aux")
    if parse.pos[clause] in ("NOUN", "ADJ"):
        return auxiliary is None
    return parse.tags[clause] in ("VB", "VBG", "VBN") and (auxiliary is None or parse.lower[auxiliary] == "to")


def _is_gapped(parse: Parse, verb: int) -> bool:
    own = syntax.own_subject(parse, verb)
    if own is None or parse.lower[own] in syntax.RELATIVES:
        return False
    if any(parse.labels[other] == "prep" and not parse.children[other] for other in parse.children[verb]):
        return False
    return not any(parse.labels[other] in ("ccomp", "xcomp", "attr", "acomp") for other in parse.children[verb])


def conditions(parse: Parse, token: int) -> Iterator[int]:
    """The subjects of the clauses with "if" or "unless" below a word: who would have to act first."""
    for clause in syntax.children_of(parse, token, "advcl"):
        mark, inner = syntax.child(parse, clause, "mark"), syntax.own_subject(parse, clause)
        if mark is not None and inner is not None and parse.lower[mark] in ("if", "unless"):
            yield inner


def prepositional(parse: Parse, heads: Iterable[int], word: str) -> Iterator[int]:
    """Heads of the noun phrases after a preposition that depends on any of the heads, in text order."""
    for head in heads:
        for preposition in parse.children[head]:
            if parse.lower[preposition] == word and parse.labels[preposition] in ("prep", "dative", "agent", "prt"):
                yield from phrase_after(parse, preposition)
        if word == "because" and parse.labels[head] == "prep":
            return


def phrase_after(parse: Parse, preposition: int) -> Iterator[int]:
    """Heads of the noun phrases after a preposition, and after one that stands below it ("from behind the line")."""
    for other in parse.children[preposition]:
        if parse.labels[other] == "pobj":
            yield other
        elif parse.labels[other] == "prep":
            yield from phrase_after(parse, other)


def beside(parse: Parse, token: int) -> list[int]:
    """The heads after the same preposition, joined to the one a phrase stands after ("apologised to Oslo and to Minsk")."""
    preposition = parse.heads[token]
    if parse.labels[token] != "pobj":
        return []
    joined = [t for t in syntax.children_of(parse, preposition, "conj") if parse.lower[t] == parse.lower[preposition]]
    return [head for second in joined for head in phrase_after(parse, second)]
