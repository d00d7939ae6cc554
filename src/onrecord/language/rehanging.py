"""Clauses that the parser hangs too low ("who" on a place, "adding that" on what was told) or, gerunds, takes for adverbial."""

from __future__ import annotations

from onrecord.language import syntax
from onrecord.language.word_lists import load_speakers
from onrecord.records import Parse

REHUNG = frozenset({"acl", "advcl", "relcl"})
"""Labels of the clauses that may hang elsewhere."""
WRITTEN = frozenset({"analysis", "article", "document", "law", "letter", "memo", "note", "paper", "ruling", "statement"})
BODIES = frozenset(
    {
        "agency", "army", "bureau", "center", "centre", "clinic", "college", "commission", "committee", "company", "council",
        "court", "department", "embassy", "firm", "force", "foundation", "government", "group", "hospital", "institute",
        "ministry", "movement", "office", "organisation", "organization", "party", "police", "school", "tank", "union",
        "university",
    }
)  # fmt: skip
"""What is never "who" beside a person that it employs."""
PLACING = frozenset({"at", "from", "in", "inside", "near", "outside"})
GOING_ON = frozenset({"add", "insist", "note", "reiterate", "stress"})
"""Participles by which a speaker goes on."""
SAYING = frozenset({"accuse", "argue", "blame", "call", "claim", "describe", "say", "urge", "warn"})
"""Participles of a speaker, where a thing or a pronoun stands before them."""
HARMING = frozenset({"burn", "damage", "destroy", "injure", "kill", "leave", "maim", "wound"})
WAVING = frozenset({"brush", "deny", "dismiss", "reject", "shrug", "wave"})
"""Participles by which a speaker answers, where a thing or a pronoun stands before them."""
REPLYING = frozenset({"confirm", "deny", "dismiss", "dispute", "reject"})
SEEMING = frozenset({"appear", "be", "happen", "seem"})
"""What brings in a clause and tells nothing."""
SUMMING_UP = frozenset(
    {
        "accusation", "account", "allegation", "appeal", "argument", "assertion", "charge", "claim", "demand", "figure",
        "invitation", "offer", "plea", "proposal", "report", "request", "suggestion", "ultimatum", "version",
    }
)  # fmt: skip
"""What a sentence is called that has just told what somebody said or asked."""
TELLING = frozenset({"declare", "report", "say", "state", "tell", "write"})
PEOPLE = frozenset(
    {"boy", "child", "civilian", "crowd", "family", "folk", "girl", "kid", "people", "person", "troop", "woman", "youth"}
)
ENDINGS = ("er", "or", "man", "men", "ist", "ian", "ant", "dent", "gent", "ee")
"""Endings of nouns for people ("miners", "residents"); things in -er pass for people too."""


def rehang(parse: Parse, verb: int, label: str) -> int | None:
    """What a clause really hangs on, `None` where it stays."""
    if label == "advcl" and (deed := _deed_before(parse, verb)) is not None:
        return deed
    return {"acl": _sure_above, "advcl": _teller_above, "relcl": _person_above}[label](parse, verb)


def is_object(parse: Parse, verb: int) -> bool:
    """Whether a gerund right behind a verb's particle is what that verb takes ("ruled out sending", "gave up shelling")."""
    before = verb - 1
    return parse.tags[verb] == "VBG" and parse.labels[before] == "prt" and parse.heads[before] == parse.heads[verb] < before


def find_that(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The verb of telling above a clause whose "that" the parser takes for a part of it, and the "that" ("said at the time that
    its guns had not fired"): the clause may hang on the noun in between."""
    above, subject = parse.heads[verb], syntax.own_subject(parse, verb)
    if parse.labels[verb] == "relcl":
        preposition = parse.heads[above]
        if parse.labels[above] != "pobj" or parse.labels[preposition] != "prep":
            return None
        above = parse.heads[preposition]
        if syntax.child(parse, above, "ccomp", "dobj", "xcomp") is not None:
            return None
    is_noun = parse.labels[verb] == "acl" and parse.pos[above] == "NOUN"  # "a report that guards had fired"
    if subject is None or above > verb or not (is_noun or parse.lemmas[above] in TELLING):
        return None
    that = parse.children[verb][0]
    is_that = that < subject and parse.lower[that] == "that" and parse.labels[that] in ("dobj", "advmod")
    return (above, that) if is_that else None


def find_appended(parse: Parse, verb: int) -> tuple[int, int] | None:
    """Of a clause that hangs on a noun behind a whole sentence, taken for the main one ("The group offered to help, an [offer]
    Oslo turned down"): that noun, and the verb of the sentence before it."""
    first = next((t for t in syntax.children_of(parse, verb, "ccomp") if t < verb), None)
    subject = next((t for t in reversed(parse.children[verb]) if t < verb and parse.labels[t] == "nsubj"), None)
    if first is None or subject is None:
        return None
    noun = next((t for t in parse.children[verb] if first < t < subject and parse.lemmas[t] in SUMMING_UP), None)
    if noun is None or parse.lefts[subject] != noun + 1:
        return None
    start = parse.lefts[noun]
    is_put_behind = parse.lower[start] in ("a", "an") and parse.words[start - 1] == "," and first < start
    return (noun, first) if is_put_behind else None


def find_asked(parse: Parse, verb: int) -> int | None:
    """The verb of saying that a clause with "whether" belongs to, hung on what stands between ("did not say, when he was asked,
    whether it had")."""
    aside = parse.heads[verb]
    teller = parse.heads[aside]
    mark = next((t for t in parse.children[verb] if parse.lower[t] == "whether"), None)
    if mark is None or parse.words[mark - 1] != "," or parse.labels[aside] != "advcl" or not teller < aside < mark:
        return None
    return teller if parse.lemmas[teller] in ("say", "know") and syntax.child(parse, teller, "ccomp") is None else None


def _sure_above(parse: Parse, verb: int) -> int | None:
    """The verb that tells something "with confidence", where the parser hangs on that what is told."""
    noun = parse.heads[verb]
    preposition = parse.heads[noun]
    if parse.lemmas[noun] not in ("certainty", "confidence") or parse.lower[preposition] != "with":
        return None
    above = parse.heads[preposition]
    return above if parse.pos[above] == "VERB" and syntax.child(parse, verb, "mark") is not None else None


def _deed_before(parse: Parse, verb: int) -> int | None:
    """The deed told that did the harm of a participle, where the parser hangs that on who tells it ("denied that guards had fired
    on the camp, killing nine")."""
    teller = parse.heads[verb]
    if parse.lemmas[verb] not in HARMING or parse.tags[verb] != "VBG" or parse.words[verb - 1] != "," or teller > verb:
        return None
    if parse.lemmas[teller] not in TELLING | SAYING | REPLYING:
        return None
    told = (t for t in range(verb - 1, teller, -1) if parse.pos[t] == "VERB" and syntax.own_subject(parse, t) is not None)
    return next((t for t in told if syntax.is_inside(parse, t, teller)), None)


def _teller_above(parse: Parse, verb: int) -> int | None:
    """The verb of telling that "..., adding that" goes on, where the parser hangs it on what was told."""
    told = parse.heads[verb]
    if parse.tags[verb] != "VBG" or parse.labels[told] not in ("ccomp", "conj") or parse.words[verb - 1] != "," or told > verb:
        return None
    while parse.labels[told] == "conj" and parse.heads[told] < told:
        told = parse.heads[told]
    teller, subject = parse.heads[told], syntax.own_subject(parse, told)
    is_told = parse.labels[told] == "ccomp" and teller < told and parse.quotation_of[verb] == parse.quotation_of[teller]
    if not is_told or subject is None or parse.lemmas[teller] in SEEMING:
        return None
    lemma = parse.lemmas[verb]
    if lemma == "say" and syntax.child(parse, verb, "ccomp") is None:
        return None
    is_vague = is_thing(parse, subject) or parse.lower[subject] in syntax.PERSONAL
    goes_on = lemma in GOING_ON or (lemma in SAYING | WAVING and is_vague)
    return teller if goes_on and parse.lemmas[told] not in TELLING else None


def _person_above(parse: Parse, verb: int) -> int | None:
    """The person whom "who" means, where the parser hangs its clause on a place or body ("a nurse at the clinic, who ...")."""
    noun = parse.heads[verb]
    preposition = parse.heads[noun]
    if parse.labels[noun] != "pobj" or not any(
        parse.lower[t] == "who" for t in syntax.children_of(parse, verb, *syntax.SUBJECTS)
    ):
        return None
    above = parse.heads[preposition]
    is_body = parse.lemmas[noun].lower() in BODIES or (
        parse.lower[preposition] in PLACING and (parse.pos[noun] == "PROPN" or is_thing(parse, noun))
    )
    return above if is_body and parse.labels[preposition] == "prep" and _is_person(parse, above) else None


def _is_person(parse: Parse, noun: int) -> bool:
    lemma = parse.lemmas[noun]
    is_speaker = parse.pos[noun] == "NOUN" and (lemma in load_speakers() or lemma.endswith(ENDINGS))
    return is_speaker and lemma not in BODIES


def is_thing(parse: Parse, noun: int) -> bool:
    """Whether a noun is neither a person nor a body that speaks; what is written counts as a thing."""
    lemma = parse.lemmas[noun]
    is_person = lemma in load_speakers() or parse.lower[noun] in load_speakers() or lemma in PEOPLE or lemma.endswith(ENDINGS)
    return parse.pos[noun] == "NOUN" and (lemma in WRITTEN or not is_person)
