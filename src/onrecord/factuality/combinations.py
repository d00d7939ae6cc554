"""Where two words make the signature: a promise kept or broken, a chance taken, no doubt, whether, a subjunctive."""

from __future__ import annotations

from onrecord.factuality.paths import Step
from onrecord.factuality.scope import is_negated_noun
from onrecord.factuality.tables import Signature, Tables
from onrecord.language import syntax
from onrecord.records import Parse

OPEN = frozenset({"doubt", "ask", "unclear", "demand", "evaluation"})
"""Classes that say themselves what becomes of a clause with "whether"."""

UNDOUBTED = frozenset({"doubt", "question", "denying", "disputing", "dispute", "mistaking", "mistake"})
CLAUSES = frozenset({"that", "wh", "whether"})

TELLINGS = frozenset(
    {"version", "account", "story", "description", "coverage", "footage", "memory", "recollection", "narrative"}
)  # fmt: skip
"""Nouns whose definite object is something that both sides know of ("the police version of the march")."""

MANDATIVE = frozenset(
    {"suggest", "insist", "propose", "recommend", "ask", "request", "demand", "urge", "advise", "require", "order", "rule"}
)  # fmt: skip
ATTITUDES = frozenset({"support", "back", "endorse", "oppose", "favor", "favour", "advocate", "prefer"})
"""Verbs for what somebody thinks of a deed, done or not."""

TELLING = frozenset({"say", "tell", "disclose", "reveal", "specify", "explain", "clarify", "comment"})
WITHHOLDING = frozenset({"decline", "refuse", "fail", "without"})
"""Who withholds how or when something was done takes for granted that it was."""

PEACE = frozenset(
    {"armistice", "truce", "ceasefire", "cease-fire", "peace", "talk", "negotiation", "relation", "agreement", "deal", "accord"}
)
"""What is threatened by being put at risk."""

RULES = frozenset(
    {
        "accord", "act", "agreement", "amendment", "article", "bill", "charter", "clause", "code", "constitution", "convention",
        "deal", "decree", "law", "legislation", "measure", "pact", "plan", "policy", "proposal", "provision", "resolution",
        "rule", "section", "statute", "treaty",
    }
)  # fmt: skip
"""Texts that say what may be done."""

FUTILE = frozenset({"unsuccessfully", "vainly", "unsuccessful", "futile", "fruitless"})
SINGULAR = frozenset({"NN", "NNP"})
PASSING = frozenset({"to", "objto"})


def refine(parse: Parse, step: Step, found: Signature | None, tables: Tables) -> Signature | None:
    """The signature of a governor, given the one that its table row says.

    Args:
        parse: the article's.
        step: the governed word.
        found: the row's signature, if the governor has one in this frame.
        tables: the shipped ones.
    """
    if step.frame == "whether" and (found is None or found.name not in OPEN):
        return tables.signatures["ask"]
    if step.frame in CLAUSES and _is_undoubted(parse, step):
        return tables.signatures["know_np"]
    if step.frame == "that" and _is_subjunctive(parse, step):
        return tables.signatures["demand"]
    if _is_near(parse, step):
        return tables.signatures["fail"]
    if _is_deed_in_general(parse, step):
        return tables.signatures["consider"]
    if _is_withheld(parse, step) or _is_put_at_risk(parse, step):
        return tables.signatures["know_np"]
    if found is None:
        return None
    if found.name == "try" and _is_in_vain(parse, step):
        return tables.signatures["fail"]
    if found.name == "light" and _is_share_denied(parse, step):
        return tables.signatures["know_np"]
    if found.name == "manage" and _is_ability(parse, step):
        return tables.signatures["evaluation"]
    if found.name == "allow" and _is_rule(parse, step):
        return tables.signatures["possible"]
    if found.name == "judged" and _is_supposed(parse, step):
        return tables.signatures["evaluation"]
    if found.name in ("report_np", "believe_np") and _is_told_of(parse, step):
        return tables.signatures["speech"]
    if found.name in ("duty", "due") and _is_perfect(parse, step.token):
        return tables.signatures["fail" if found.name == "duty" else "possible"]
    return _paired(parse, step, found, tables) or found


def _is_in_vain(parse: Parse, step: Step) -> bool:
    """ "Tried unsuccessfully to storm the port"; "the move to bar him was unsuccessful"."""
    governor = step.governor
    if governor is None:
        return False
    words = {parse.lower[o] for o in parse.children[governor]}
    above = parse.heads[governor]
    if parse.labels[governor] == "nsubj" and parse.lemmas[above] == "be":
        words |= {parse.lower[o] for o in parse.children[above] if parse.labels[o] == "acomp"}
    return bool(words & FUTILE)


def _is_supposed(parse: Parse, step: Step) -> bool:
    """ "It would be a mistake to withdraw": nobody has yet."""
    words = () if step.governor is None else (step.governor, parse.heads[step.governor])
    return any(parse.tags[o] == "MD" for word in words for o in parse.children[word])


def _is_share_denied(parse: Parse, step: Step) -> bool:
    """ "Denied involvement in the attacks": the share is denied, the attacks are not."""
    noun = step.governor
    if noun is None or parse.lemmas[noun] not in ("involvement", "role", "part", "complicity", "participation", "hand"):
        return False
    return step.frame == "in" and parse.lemmas[parse.heads[noun]] in ("deny", "disclaim", "reject", "dismiss", "disavow")


def _is_ability(parse: Parse, step: Step) -> bool:
    """ "Is able to strike", "powers able to strike": what was able to did it, what is able to may never."""
    word = step.governor
    if word is None or parse.lower[word] != "able":
        return False
    return parse.tags[parse.heads[word]] in ("VBZ", "VBP") or parse.labels[word] in ("amod", "acl", "relcl", "appos")


def _is_rule(parse: Parse, step: Step) -> bool:
    """ "The treaty permits them to strike": a text lets be done what nobody need have done; only who lets it lets it happen."""
    subject = None if step.governor is None else syntax.subject(parse, step.governor)
    return subject is not None and parse.lemmas[subject] in RULES


def _is_near(parse: Parse, step: Step) -> bool:
    """ "came within hours of attacking": almost, and not."""
    noun = step.governor
    return (
        noun is not None and step.frame == "of" and parse.tags[step.token] == "VBG" and parse.lower[parse.heads[noun]] == "within"
    )


def _is_deed_in_general(parse: Parse, step: Step) -> bool:
    """ "supports deportation": a deed without article or owner, which nobody need have done."""
    governor, noun = step.governor, step.token
    if governor is None or step.frame != "np" or parse.lemmas[governor] not in ATTITUDES or parse.tags[noun] != "NN":
        return False
    return all(parse.labels[o] == "prep" for o in parse.children[noun])


def _is_withheld(parse: Parse, step: Step) -> bool:
    """ "declined to say how many were killed", "did not say when they left"."""
    governor = step.governor
    if governor is None or step.frame != "wh" or parse.lemmas[governor] not in TELLING:
        return False
    if any(parse.labels[o] == "neg" for o in parse.children[governor]):
        return True
    return parse.labels[governor] in ("xcomp", "pcomp") and parse.lemmas[parse.heads[governor]] in WITHHOLDING


def _is_put_at_risk(parse: Parse, step: Step) -> bool:
    """ "threatens the truce"; a threatened attack is another thing."""
    governor = step.governor
    if governor is None or step.frame != "np" or parse.lemmas[governor] not in ("threaten", "endanger", "jeopardize", "imperil"):
        return False
    return parse.lemmas[step.token] in PEACE


def _paired(parse: Parse, step: Step, found: Signature, tables: Tables) -> Signature | None:
    """ "kept its promise to withdraw", "missed the chance to": the verb above decides whether it was done."""
    noun = step.governor
    if noun is None or step.frame not in PASSING or parse.pos[noun] not in ("NOUN", "PROPN"):
        return None
    above = parse.heads[noun]
    if parse.labels[noun] == "pobj":
        above = parse.heads[above]
    name = tables.pairs.get((parse.lemmas[above], found.name))
    return None if name is None else tables.signatures[name]


def _is_undoubted(parse: Parse, step: Step) -> bool:
    """ "There is no doubt that", "no denying that"."""
    word = step.governor
    if word is None:
        return False
    candidates = [word, *(o for o in parse.children[word] if parse.labels[o] in ("attr", "nsubj"))]
    return any(parse.lower[o] in UNDOUBTED and is_negated_noun(parse, o) for o in candidates)


def _is_subjunctive(parse: Parse, step: Step) -> bool:
    """ "suggested that the army withdraw": a bare verb beside a singular subject."""
    governor, verb = step.governor, step.token
    if governor is None or parse.lemmas[governor] not in MANDATIVE or parse.tags[verb] not in ("VB", "VBP"):
        return False
    if any(parse.labels[o] in ("aux", "auxpass") and parse.lower[o] != "be" for o in parse.children[verb]):
        return False
    own = syntax.own_subject(parse, verb)
    if own is None:
        return False
    singular = parse.tags[own] in SINGULAR or parse.lower[own] in ("he", "she", "it")
    return singular and not any(parse.labels[o] == "conj" for o in parse.children[own])


def _is_told_of(parse: Parse, step: Step) -> bool:
    governor = step.governor
    if governor is None or parse.lemmas[governor] not in TELLINGS:
        return False
    return is_given(parse, step.token)


def is_given(parse: Parse, noun: int) -> bool:
    """Whether a noun comes with "the", a demonstrative or a possessor: both sides know of it."""
    return parse.pos[noun] in ("NOUN", "PROPN") and any(
        parse.labels[o] == "poss" or parse.lower[o] in ("the", "this", "that", "these", "those") for o in parse.children[noun]
    )


def _is_perfect(parse: Parse, verb: int) -> bool:
    """ "ought to have been charged"."""
    return any(parse.labels[o] == "aux" and parse.lower[o] == "have" for o in parse.children[verb])
