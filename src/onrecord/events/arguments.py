"""Who stands where round an event word: what a frame's places point at, through passives, control, relatives and conjuncts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

OBJECT_CONTROL = frozenset({"of", "from", "for", "into", "over"})
"""Prepositions whose gerund is done by the object of the verb above ("accused Minsk of hiding", "praised Oslo for sending")."""

APPEALING = words("call appeal plead wait push")
"""Verbs that ask the object of their preposition to do the infinitive after it ("called on Minsk to leave")."""

ASKING = words("request order demand call plea appeal command instruction invitation")
"""Nouns whose infinitive is done by somebody else ("a request to close the border")."""

DATIVES = words("give offer grant pay send award promise pledge deny refuse lend hand guarantee accord bring allot supply")
"""Verbs whose passive may have the receiver as subject and the thing as object ("the town was handed rice")."""

CAUSING = words("have get see keep want")
"""Verbs whose object undergoes the participle after it ("had the editor jailed", "saw two ferries sunk")."""

ORDERING = words("have get")
"""Those of them by which the subject has it done, unless the object is its own ("had its commander killed")."""

SPENDING = words("spend waste")
"""Verbs whose participle is done by their subject ("spent two years fighting")."""

JOINING = frozenset({"join"})
"""Verbs whose infinitive is done by their subject with their object ("joined others to reject the plan")."""

MODIFIERS = ("amod", "compound", "nmod")
CLAUSES = ("ccomp", "xcomp")


def is_passive(parse: Parse, verb: int) -> bool:
    """As `syntax.is_passive`, and for a participle coordinated with a passive ("was arrested and deported")."""
    if syntax.is_passive(parse, verb):
        return not _is_main(parse, verb)
    if (
        parse.labels[verb] != "conj"
        or parse.tags[verb] != "VBN"
        or syntax.child(parse, verb, "nsubj", "csubj", "dobj") is not None
    ):
        return False
    return syntax.child(parse, verb, "aux") is None and is_passive(parse, parse.heads[verb])


def _is_main(parse: Parse, verb: int) -> bool:
    """Whether a "participle" is the main verb, its subject having a clause of its own ("Oslo, which hosts it, offered")."""
    noun = parse.heads[verb]
    if parse.labels[verb] != "acl" or parse.labels[noun] != "ROOT" or verb == 0 or parse.lower[verb - 1] != ",":
        return False
    return any(clause < verb for clause in syntax.children_of(parse, noun, "relcl"))


def doer(parse: Parse, verb: int) -> int | None:
    """The head of whoever does the verb: the agent of a passive, else its subject through control."""
    if is_passive(parse, verb):
        return _agent(parse, verb)
    if is_caused(parse, verb):
        return syntax.subject(parse, parse.heads[verb]) if _is_ordered(parse, verb) else None
    if _is_spent(parse, verb):
        return syntax.subject(parse, parse.heads[verb])
    controller = _controller(parse, verb)
    return controller if controller is not None else _subject(parse, verb)


def is_caused(parse: Parse, verb: int) -> bool:
    """Whether a participle tells what its subject undergoes below a verb of `CAUSING` ("got the editor jailed")."""
    if parse.tags[verb] != "VBN" or parse.labels[verb] != "ccomp" or parse.lemmas[parse.heads[verb]] not in CAUSING:
        return False
    return syntax.child(parse, verb, "aux", "auxpass") is None and syntax.own_subject(parse, verb) is not None


def _is_ordered(parse: Parse, verb: int) -> bool:
    """Whether whoever "had it done" is who did it: nobody has done to him what was his."""
    undergone = syntax.own_subject(parse, verb)
    is_own = undergone is not None and syntax.child(parse, undergone, "poss") is not None
    return parse.lemmas[parse.heads[verb]] in ORDERING and not is_own


def _is_spent(parse: Parse, verb: int) -> bool:
    """Whether a participle tells how time or money is spent ("spent two years fighting")."""
    is_below = parse.labels[verb] in ("ccomp", "xcomp", "advcl")
    return is_below and parse.tags[verb] == "VBG" and parse.lemmas[parse.heads[verb]] in SPENDING


def _controller(parse: Parse, verb: int) -> int | None:
    """Who does a gerund or infinitive by what stands above it: "accused Oslo of trying to hide it", "called on Oslo to leave"."""
    for _ in range(syntax.MAX_STEPS):
        if parse.labels[verb] == "pcomp":
            return _gerund_controller(parse, verb)
        label, above = parse.labels[verb], parse.heads[verb]
        if label == "conj" and _is_same_form(parse, verb, above) and syntax.own_subject(parse, verb) is None:
            verb = above  # "called on Oslo to leave and release the crew", "accused Oslo of hiding it and threatening the crew"
            continue
        is_infinitive = label == "xcomp" or (label == "advcl" and parse.tags[verb] == "VB")
        if not is_infinitive or syntax.own_subject(parse, verb) is not None:
            return None
        if parse.lemmas[above] in APPEALING:
            return _appealed_to(parse, above)
        if label != "xcomp":
            return None
        verb = above
    return None


def _is_same_form(parse: Parse, verb: int, above: int) -> bool:
    return parse.tags[verb] == "VB" or parse.tags[verb] == parse.tags[above] == "VBG"


def _appealed_to(parse: Parse, verb: int) -> int | None:
    """Who is asked to do something in a prepositional phrase ("appealed to Oslo to leave")."""
    for preposition in syntax.children_of(parse, verb, "prep", "prt"):
        if parse.lower[preposition] in ("on", "upon", "to", "with", "for"):
            return syntax.child(parse, preposition, "pobj")
    return None


def subjects_above(parse: Parse, verb: int) -> Iterator[int]:
    """The subjects of the verbs above a coordinated one, nearest first: one of them does it if its own can not."""
    if parse.labels[verb] == "conj":
        for above in syntax.ancestors(parse, verb):
            subject = syntax.own_subject(parse, above)
            if subject is not None:
                yield syntax.antecedent(parse, subject)


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
    if parse.labels[verb] == "relcl" and _is_gapped(parse, verb):
        return parse.heads[verb]
    return None


def _agent(parse: Parse, verb: int) -> int | None:
    found = syntax.agent(parse, verb)
    if found is not None:
        return found
    if parse.labels[verb] == "conj" and is_passive(parse, parse.heads[verb]):
        return syntax.agent(parse, parse.heads[verb])
    for conjunct in syntax.children_of(parse, verb, "conj"):  # "was shot and killed by a guard"
        if parse.tags[conjunct] == "VBN" and syntax.child(parse, conjunct, "aux", "auxpass", *syntax.SUBJECTS) is None:
            found = syntax.agent(parse, conjunct)
            if found is not None:
                return found
    for preposition in syntax.children_of(parse, verb, "prep"):
        if parse.lower[preposition] == "by":
            return syntax.child(parse, preposition, "pobj")
    return None


def _subject(parse: Parse, verb: int) -> int | None:
    if parse.labels[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in JOINING:
        return syntax.subject(parse, parse.heads[verb])
    above_infinitive = _joined_to_infinitive(parse, verb)
    found = syntax.subject(parse, verb if above_infinitive is None else above_infinitive)
    if found is None or found == verb:
        return None
    above = parse.heads[verb]
    if parse.labels[verb] == "acl" and found == above and parse.tags[verb] == "VB" and parse.lemmas[above] in ASKING:
        return None  # whoever is asked, not the request
    return found


def _joined_to_infinitive(parse: Parse, verb: int) -> int | None:
    """The verb above an infinitive or subjunctive that a finite verb is parsed as joined to, whose conjunct it is: no finite verb
    stands beside one ("asked both to wait and hopes to help", "asked that he be freed and praised Oslo")."""
    for _ in range(syntax.MAX_STEPS):
        label, above = parse.labels[verb], parse.heads[verb]
        if label not in ("xcomp", "conj") or syntax.own_subject(parse, verb) is not None:
            return None
        if label == "conj" and parse.tags[verb] in ("VBZ", "VBD") and _is_nonfinite(parse, above):
            return next((head for head in syntax.ancestors(parse, above) if parse.pos[head] in ("VERB", "AUX")), None)
        verb = above
    return None


def _is_nonfinite(parse: Parse, verb: int) -> bool:
    """Whether a verb is an infinitive or gerund below another one, or the participle of a subjunctive ("that he be freed")."""
    if parse.labels[verb] == "pcomp":
        return parse.tags[verb] == "VBG"
    if parse.labels[verb] == "ccomp":
        auxiliary = syntax.child(parse, verb, "auxpass")
        return auxiliary is not None and parse.lower[auxiliary] == "be" and syntax.child(parse, verb, "aux") is None
    return parse.labels[verb] == "xcomp" and parse.tags[verb] == "VB"


def _gerund_controller(parse: Parse, verb: int) -> int | None:
    if parse.labels[verb] != "pcomp" or syntax.own_subject(parse, verb) is not None:
        return None
    preposition = parse.heads[verb]
    above = parse.heads[preposition]
    if parse.pos[above] in ("ADV", "ADJ"):  # "stopped short of accusing"
        return syntax.subject(parse, parse.heads[above])
    if parse.pos[above] not in ("VERB", "AUX"):
        return _owner_of_noun(parse, above) if parse.pos[above] == "NOUN" else None
    if parse.lower[preposition] not in OBJECT_CONTROL:
        return None
    if is_passive(parse, above):
        return syntax.own_subject(parse, above)
    found = undergoer(parse, above)
    if found is None:
        found = next(prepositional(parse, [above], "against"), None)
    return _controller(parse, above) if found is None else found  # "called on Oslo to apologise for firing"


def _owner_of_noun(parse: Parse, noun: int) -> int | None:
    return syntax.child(parse, noun, "poss")


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


def prepositional(parse: Parse, heads: Iterable[int], word: str) -> Iterator[int]:
    """Heads of the noun phrases after a preposition that depends on any of the heads, in text order."""
    for head in heads:
        for preposition in parse.children[head]:
            if parse.lower[preposition] == word and parse.labels[preposition] in ("prep", "dative", "agent", "prt"):
                yield from _phrase_after(parse, preposition)
        if word == "because" and parse.labels[head] == "prep":
            return


def _phrase_after(parse: Parse, preposition: int) -> Iterator[int]:
    for other in parse.children[preposition]:
        if parse.labels[other] == "pobj":
            yield other
        elif parse.labels[other] == "prep":
            yield from _phrase_after(parse, other)


def place_tokens(parse: Parse, token: int, place: str, carriers: list[int], *, noun: bool) -> Iterator[int]:
    """Tokens that a frame's place points at, in order of preference.

    Args:
        token: the event word.
        place: `subj`, `obj`, `dat`, `that`, `poss`, `amod`, or a preposition.
        carriers: tokens whose prepositions count as the event's own: the word, its object, a light verb.
        noun: the event word is a noun.
    """
    if place in ("between", "among"):
        yield from prepositional(parse, carriers, place)
    elif place == "subj":
        yield from _present(doer(parse, token))
    elif place == "obj":
        yield from _present(undergoer(parse, token))
    elif place == "dat":
        yield from _present(syntax.child(parse, token, "dative"))
        if parse.lemmas[token] in DATIVES and is_passive(parse, token) and syntax.child(parse, token, "dobj") is not None:
            yield from _present(syntax.subject(parse, token))
        yield from (t for clause in syntax.children_of(parse, token, "dative") for t in _phrase_after(parse, clause))
    elif place == "that":
        yield from (
            t for clause in syntax.children_of(parse, token, "ccomp") for t in _present(syntax.own_subject(parse, clause))
        )
    elif place == "poss":
        yield from _present(syntax.child(parse, token, "poss"))
    elif place == "amod":
        near = syntax.children_of(parse, token, *MODIFIERS)
        yield from reversed([*(deep for other in near for deep in syntax.children_of(parse, other, *MODIFIERS)), *near])
    else:
        yield from prepositional(parse, carriers, place)


def _present(token: int | None) -> Iterator[int]:
    if token is not None:
        yield token
