"""Verbs joined to what is told that really go on with who tells it ("said the truce had failed and vowed to fight on").

The parser joins a second verb to the nearest one. Whose it is shows in its form: a past tense stands beside no "would" and no
present, a plural verb beside no singular subject; and in its sense: a thing accuses nobody, and after the harm that one side is
said to have done it is the other that answers. Such a verb, with its "and" and comma, is hung on the verb of telling.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import syntax
from onrecord.language.rehanging import (
    REHUNG,
    SEEMING,
    WRITTEN,
    find_appended,
    find_asked,
    find_that,
    is_object,
    is_thing,
    rehang,
)
from onrecord.records import Parse

PRESENT = frozenset({"VBZ", "VBP"})
PLURAL = frozenset({"NNS", "NNPS"})
SINGULAR = frozenset({"NN", "NNP"})
DENYING = frozenset(
    {
        "contest", "contradict", "decline", "deny", "disavow", "dismiss", "dispute", "object", "oppose", "rebuff", "rebut",
        "refuse", "refute", "reject", "renounce", "repudiate", "resist", "scorn", "snub", "spurn",
    }
)  # fmt: skip
ANSWERING = DENYING | {
    "accuse", "blame", "call", "castigate", "caution", "censure", "condemn", "criticise", "criticize", "decry", "demand",
    "denounce", "deplore", "pledge", "promise", "rebuke", "threaten", "urge", "vow", "warn",
}  # fmt: skip
"""What one does in words to what others have done."""
SPEAKING = ANSWERING | {
    "add", "apologise", "apologize", "appeal", "argue", "ask", "describe", "express", "hail", "insist", "note", "plead", "praise",
    "predict", "propose", "reiterate", "stress", "thank", "voice", "welcome",
}  # fmt: skip
"""What nothing but people and bodies does."""
HARM = frozenset(
    {
        "abduct", "ambush", "attack", "bomb", "bombard", "breach", "break", "burn", "cross", "destroy", "execute", "fire", "hit",
        "invade", "kidnap", "kill", "launch", "loot", "murder", "raid", "seize", "shell", "shoot", "storm", "strike", "target",
        "violate",
    }
)  # fmt: skip
DEEDS = frozenset({"appoint", "ban", "convene", "decline", "expel", "order", "recall", "refuse", "summon", "thank", "vow"})
"""What people and bodies do, and neither thing nor document."""
MEETING = frozenset({"call", "contact", "meet", "phone", "see", "speak", "talk", "visit", "write"})
"""What one does to address somebody: who told of it may well tell of what he said there."""
THINKING = frozenset({"believe", "doubt", "fear", "hope", "suspect", "think", "worry"})


def rejoin(parse: Parse) -> Parse:
    """The parse with every second verb that is joined to a clause told hung on who tells it, where form or sense says so,
    and the clauses of `onrecord.language.rehanging` on what they really hang on."""
    moved: dict[int, int] = {}
    relabelled: dict[int, str] = {}
    for verb, label in enumerate(parse.labels):
        if label == "advcl" and is_object(parse, verb):
            relabelled[verb] = "xcomp"
        if label in ("ROOT", "ccomp") and (appended := find_appended(parse, verb)) is not None:
            noun, first = appended
            moved |= {c: first for c in parse.children[verb] if c < parse.lefts[noun] and c != first}
            moved |= {verb: noun, noun: first, first: first if parse.heads[verb] == verb else parse.heads[verb]}
            relabelled |= {verb: "relcl", noun: "appos", first: label}
        if label in ("advcl", "ccomp") and (asked := find_asked(parse, verb)) is not None:
            moved[verb], relabelled[verb] = asked, "ccomp"
            continue
        if label in ("relcl", "ccomp", "acl") and (found := find_that(parse, verb)) is not None:
            moved[verb], that = found
            relabelled |= {verb: "acl" if label == "acl" else "ccomp", that: "mark"}
        elif label == "conj" and parse.pos[verb] in ("VERB", "AUX") and _is_finite(parse, verb):
            teller = _teller(parse, verb)
            if teller is not None:
                moved.update(dict.fromkeys((verb, *_joiners(parse, verb)), teller))
        elif label in REHUNG and (above := rehang(parse, verb, label)) is not None:
            moved[verb] = above
    if not (moved or relabelled):
        return parse
    heads, labels = list(parse.heads), list(parse.labels)
    for token, head in moved.items():
        heads[token] = head
        labels[token] = "ccomp" if labels[token] == "acl" else labels[token]
    for token, label in relabelled.items():
        labels[token] = label
    return replace(parse, heads=heads, labels=labels)


def _is_finite(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] in syntax.ANY_TENSE or (parse.tags[verb] == "VBG" and _has_auxiliary(parse, verb))


def _joiners(parse: Parse, verb: int) -> list[int]:
    """The "and" before a second verb and the comma before that."""
    above = parse.heads[verb]
    joiner = max((t for t in parse.children[above] if above < t < verb and parse.labels[t] == "cc"), default=verb)
    found = [joiner] if joiner < verb else []
    return [*found, joiner - 1] if parse.words[joiner - 1] == "," and parse.heads[joiner - 1] == above else found


def _teller(parse: Parse, verb: int) -> int | None:
    """The verb that a second verb belongs to, `None` where it stays."""
    if syntax.own_subject(parse, verb) is not None or any(
        parse.labels[t] in ("mark", "expl") or parse.tags[t] == "WRB" for t in parse.children[verb]
    ):
        return None
    main = syntax.main_verb(parse, verb)
    if main is not None:
        is_plain = parse.lower[verb] == parse.lemmas[verb] and not _has_auxiliary(parse, verb)  # may be an infinitive
        return main if main < verb and not is_plain and parse.quotation_of[main] == parse.quotation_of[verb] else None
    above = parse.heads[verb]
    told = above
    while parse.labels[told] == "conj" and parse.heads[told] < told:
        told = parse.heads[told]
    teller = _telling(parse, told)
    if teller is None or parse.lemmas[teller] in SEEMING or not teller < told < verb or syntax.own_subject(parse, told) is None:
        return None
    if not (_agrees_only_above(parse, verb, told, teller) or _breaks_off(parse, verb, above, told)):
        return None
    return _speaker_above(parse, verb, teller)


def _telling(parse: Parse, told: int) -> int | None:
    """The verb that brings in what is told, itself or by its object ("said in a statement that", "rejected the claim that")."""
    if parse.labels[told] == "ccomp":
        return parse.heads[told]
    mark = syntax.child(parse, told, "mark")
    if parse.labels[told] != "acl" or mark is None or parse.lower[mark] != "that":
        return None
    return next((above for above in syntax.ancestors(parse, told) if parse.pos[above] == "VERB"), None)


def _speaker_above(parse: Parse, verb: int, teller: int) -> int | None:
    """The verb of telling itself, or the one above it whose speaker it means by a pronoun, or whose thing it tells of."""
    for _ in range(syntax.MAX_STEPS):
        subject = syntax.own_subject(parse, teller)
        if subject is None or parse.quotation_of[verb] != parse.quotation_of[teller]:
            return None
        is_outer = parse.lower[subject] not in syntax.PERSONAL and not is_thing(parse, subject)
        if is_outer or parse.labels[teller] != "ccomp" or parse.heads[teller] > teller:
            return teller if _can_go_on(parse, verb, teller) else None
        teller = parse.heads[teller]
    return None


def _can_go_on(parse: Parse, verb: int, teller: int) -> bool:
    """Whether the tenses of both go together; a past tense behind a perfect may be its second participle."""
    tense = _tense(parse, verb)
    return tense == _tense(parse, teller) or (
        tense == "past" and any(parse.lemmas[other] == "have" for other in parse.children[teller] if parse.labels[other] == "aux")
    )


def _tense(parse: Parse, verb: int) -> str:
    """ "past", "present" (also of a perfect), "modal", "had", "none"."""
    for other in parse.children[verb]:
        if parse.labels[other] in ("aux", "auxpass") and other < verb:
            if parse.tags[other] == "MD":
                return "modal"
            if parse.lemmas[other] == "have":
                return "had" if parse.tags[other] == "VBD" else "present"
            if parse.tags[other] in PRESENT or parse.tags[other] == "VBD":
                return "present" if parse.tags[other] in PRESENT else "past"
    return "present" if parse.tags[verb] in PRESENT else "past" if parse.tags[verb] in ("VBD", "VBN") else "none"


def _breaks_off(parse: Parse, verb: int, above: int, told: int) -> bool:
    """Whether a second verb cannot go on with what is told, by its tense or sense beside the verb before it."""
    lemma, tense = parse.lemmas[verb], _tense(parse, above)
    if _has_auxiliary(parse, verb):
        return _tense(parse, verb) == "present" and (tense == "modal" or _is_thought(parse, told, above))
    if parse.pos[verb] == "AUX":
        return False
    if tense in ("modal", "present") and parse.tags[verb] == "VBD" and not _may_be_participle(parse, verb, above):
        return parse.lower[verb] != lemma
    subject = syntax.own_subject(parse, told)
    if subject is not None and is_thing(parse, subject):
        return lemma in DEEDS or (lemma in SPEAKING and parse.lemmas[subject] not in WRITTEN)
    if _is_done_to(parse, verb, told, subject):
        return True
    if lemma not in SPEAKING:
        return False
    if len(_joiners(parse, verb)) == 2 or parse.tags[above] == "VBG":
        return True
    if subject is not None and _is_own(parse, subject):
        teller = _telling(parse, told)
        if teller is not None and parse.lemmas[teller] in DENYING and lemma in ANSWERING:
            return True  # "denied that his men were there and accused Oran"
        if tense == "had":
            return parse.lemmas[above] not in MEETING
    return tense == "had" and (lemma in DENYING or (lemma in ANSWERING and parse.lemmas[above] in HARM))


def _is_thought(parse: Parse, told: int, above: int) -> bool:
    """Whether what is told is what somebody thinks is so: what has been done stands beside the thinking."""
    return parse.lemmas[parse.heads[told]] in THINKING and _tense(parse, above) == "present" and not _has_auxiliary(parse, above)


def _is_own(parse: Parse, subject: int) -> bool:
    """Whether a subject is the speaker by a pronoun, or what is his ("his men")."""
    owner = syntax.child(parse, subject, "poss")
    return parse.lower[subject] in syntax.PERSONAL or (owner is not None and parse.lower[owner] in syntax.POSSESSIVES)


def _is_done_to(parse: Parse, verb: int, told: int, subject: int | None) -> bool:
    """Whether a second verb is done to the subject of what is told, by a pronoun that can mean nothing else there."""
    done_to = syntax.child(parse, verb, "dobj")
    if subject is None or done_to is None or parse.lemmas[verb] not in SPEAKING | DEEDS or parse.pos[subject] == "PRON":
        return False
    wanted = {"it": False, "them": True}.get(parse.lower[done_to])
    if wanted is None or _is_plural(parse, subject) is not wanted:
        return False
    between = (token for token in range(told + 1, verb) if parse.pos[token] in ("NOUN", "PROPN"))
    return all(_is_plural(parse, token) is not wanted for token in between)


def _has_auxiliary(parse: Parse, verb: int) -> bool:
    return any(parse.labels[other] in ("aux", "auxpass") and other < verb for other in parse.children[verb])


def _may_be_participle(parse: Parse, verb: int, above: int) -> bool:
    """Whether a verb that looks past may share "have", or "be" with no object of its own, with the one before it."""
    if any(parse.lemmas[other] == "have" and parse.labels[other] == "aux" for other in parse.children[above]):
        return True
    return syntax.is_passive(parse, above) and syntax.child(parse, verb, "dobj", "ccomp", "xcomp") is None


def _agrees_only_above(parse: Parse, verb: int, told: int, teller: int) -> bool:
    """Whether a second verb agrees in number with who tells and not with the subject of what is told."""
    form = next((t for t in parse.children[verb] if parse.labels[t] in ("aux", "auxpass") and t < verb), verb)
    wanted = {"was": False, "were": True}.get(parse.lower[form])
    if parse.tags[form] in PRESENT:
        wanted = parse.tags[form] == "VBP"
    if wanted is None:
        return False
    own, above = syntax.own_subject(parse, told), syntax.own_subject(parse, teller)
    if own is None or above is None:
        return False
    return _is_plural(parse, own) is (not wanted) and _is_plural(parse, syntax.antecedent(parse, above)) is wanted


def _is_plural(parse: Parse, noun: int) -> bool | None:
    """Number of a subject; `None` where the noun does not show it."""
    word = parse.lower[noun]
    if any(parse.labels[other] == "conj" for other in parse.children[noun]) or word in ("they", "we"):
        return True
    if word in ("he", "she", "it"):
        return False
    if parse.tags[noun] == "CD":
        return word not in ("one", "1")
    return True if parse.tags[noun] in PLURAL else False if parse.tags[noun] in SINGULAR else None
