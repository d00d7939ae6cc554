"""Answers by other words than those of denial and doubt: "found the account credible", "accused Lima of inventing an attack",
"we do not discuss operations", "knew nothing of it", "Nonsense", "insisted that the gates stayed shut"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.factuality.holders import span_tokens
from onrecord.factuality.scope import negation_of
from onrecord.factuality.tables import answer_nouns, load_tables
from onrecord.language import syntax
from onrecord.language.word_lists import load_people
from onrecord.records import Attribution, Parse, StanceValue

FINDING = frozenset({
    "brand", "call", "consider", "deem", "denounce", "describe", "dub", "find", "judge", "label", "regard", "term", "think",
})  # fmt: skip
"""Verbs by which somebody passes a verdict on what was said."""

VERDICTS: dict[str, StanceValue] = {"false": "rejects", "true": "confirms"}
JUDGED: dict[str, StanceValue] = {
    "absurd": "rejects", "acceptable": "confirms", "believable": "confirms", "convincing": "confirms", "credible": "confirms",
    "implausible": "rejects", "persuasive": "confirms", "plausible": "confirms", "smear": "rejects", "stunt": "rejects",
    "trustworthy": "confirms", "unacceptable": "rejects", "unconvincing": "rejects", "unfounded": "rejects",
    "unproven": "rejects", "unsubstantiated": "rejects",
}  # fmt: skip
"""What is said of claims and demands alone, beside the words that call something true or false."""

ACTED = frozenset({"farce", "fiction", "invention", "joke", "performance", "theater", "theatre"})
"""What a claim or demand is called that is not meant, and a play or match in earnest."""

FABRICATING = frozenset({
    "concoct", "distort", "dream", "exaggerate", "fabricate", "fake", "falsify", "invent", "lie", "make", "mislead", "slander",
    "smear", "spread", "twist",
})  # fmt: skip
"""What somebody is accused of whose word is rejected; "make" and "dream" with "up", "spread" with what is untrue."""

UNTRUTHS = frozenset(
    {"disinformation", "falsehood", "hoax", "lie", "misinformation", "propaganda", "rumor", "rumour", "slander", "smear"}
)
LETTING_STAND = frozenset({"contest", "deny", "dispute"})
"""Verbs whose negation with a clause admits what it tells ("did not dispute that sailors had been hurt")."""

KEEPING_OPEN = frozenset({"refuse", "decline", "never", "neither", "nor"})
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
INSISTING = frozenset({"insist", "maintain", "protest"})
"""Verbs that tell against a doubt or charge."""

SHOWING = frozenset({"indicate", "prove", "show", "suggest"})
KNOWING = frozenset({"knowledge", "information", "recollection"})
WITHHELD = frozenset({"attribute", "comment", "discuss", "respond", "speculate"})
SPEAKERS = frozenset({"i", "we"})
EARLY = frozenset({"early", "premature", "soon"})
SETTLED = frozenset({"establish", "determine", "clarify", "see", "verify", "prove"})
HARD = frozenset({"hard", "difficult", "impossible"})
BELIEVED = frozenset({"accept", "believe", "credit", "reconcile", "swallow", "trust"})
REACH = 12
"""Tokens from a verb of finding to what it finds so."""

BRIEF = 6
"""Most words of a content without a verb that is a verdict."""


def read_cue(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> StanceValue | None:
    """What an attribution answers by its cue with what follows, where the cue alone answers nothing."""
    verb = _verb(parse, attribution)
    if verb is None:
        return None
    if parse.lemmas[verb] in FINDING and not syntax.is_negated(parse, verb):
        return _found(parse, verb)
    if attribution.act == "accuse" and _is_anybodys(parse, attribution) and _accuses_of_lying(parse, attribution):
        return "rejects"
    if parse.lemmas[verb] == "rule" and any(parse.lower[c] == "out" for c in parse.children[verb]):
        is_ruled = syntax.is_negated(parse, verb) or syntax.is_passive(parse, verb) or not KEEPING_OPEN.isdisjoint(cue)
        return None if is_ruled else "rejects"
    if parse.lemmas[verb] in LETTING_STAND and syntax.is_negated(parse, verb):
        helped = any(parse.lemmas[c] == "do" for c in parse.children[verb] if parse.labels[c] == "aux")
        return "confirms" if helped and syntax.child(parse, verb, "ccomp") is not None else None
    return None


def read_manner(parse: Parse, attribution: Attribution, root: int) -> tuple[StanceValue, str] | None:
    """What the first clause of a plainly told content answers by an ignorance, a reserve or a doubt, with the sign of it."""
    negated = negation_of(parse, root, None) is not None
    objects = [t for t in syntax.children_of(parse, root, "dobj", "attr", "nsubj") if parse.lower[t] not in ("i", "we")]
    if _is_reserved(parse, root, negated=negated):
        return "declines", "reserve"
    states = syntax.children_of(parse, root, "acomp", "oprd")
    if parse.lemmas[root] == "know" and _is_of_such(parse, root):
        return "denies", "such"
    if _is_of_himself(parse, attribution, root):
        if parse.lemmas[root] in ("have", "know") and _knows_nothing(parse, root, objects, negated=negated):
            return "doubts", "unaware"
        if negated and any(parse.lemmas[s] == "aware" for s in states):
            return "doubts", "unaware"
        if parse.lemmas[root] == "find" and not negated and _is_hard_to_believe(parse, root):
            return "doubts", "disbelief"
    if negated and _shows_nothing(parse, root):
        return "doubts", "no evidence"
    if "too" in {parse.lower[c] for s in states for c in parse.children[s]} and any(parse.lower[s] in EARLY for s in states):
        return "doubts", "too early"
    if _is_yet_to_be(parse, root):
        return "doubts", "too early"
    if any(parse.lower[s] == "consistent" for s in states) and not negated:
        return "confirms", "consistent"
    return None


def _is_of_himself(parse: Parse, attribution: Attribution, root: int) -> bool:
    """Whether the one who speaks tells what he himself knows or thinks ("said it knew of no such letter")."""
    subject = syntax.own_subject(parse, root)
    if subject is None:
        return True
    at = parse.starts[subject]
    words = {parse.lemmas[t] for span in attribution.source for t in span_tokens(parse, span)}
    if not SPOKESMEN.isdisjoint(words):
        return True
    is_source = any(start <= at < end for start, end in attribution.source)
    return is_source or parse.lower[subject] in ("i", "we", "he", "she", "it", "they", "nobody", "none")


def _is_hard_to_believe(parse: Parse, verb: int) -> bool:
    end = min(verb + REACH, parse.sentences[parse.sentence_of[verb]][1])
    near = range(verb, end)
    return any(parse.lower[t] in HARD for t in near) and any(parse.lemmas[t] in BELIEVED for t in near)


def is_finding(parse: Parse, attribution: Attribution) -> bool:
    """Whether a cue passes a verdict on what somebody said ("found the charge unproven")."""
    verb = _verb(parse, attribution)
    return verb is not None and parse.lemmas[verb] in FINDING and _found(parse, verb) is not None


def read_fragment(parse: Parse, attribution: Attribution) -> StanceValue | None:
    """What a content without a verb answers: "Nonsense", "A filthy lie"."""
    words = [t for t in span_tokens(parse, attribution.content[0]) if parse.pos[t] not in ("PUNCT", "SPACE")]
    if not words or len(words) > BRIEF or any(parse.lower[t] in ("no", "not", "never") for t in words):
        return None
    verb = _verb(parse, attribution)
    if verb is not None and parse.lemmas[verb] in FINDING:
        return None
    return next((value for t in words if (value := verdict_of(parse, t)) is not None), None)


def is_yes(parse: Parse, attribution: Attribution) -> bool:
    """Whether a quotation opens with "yes"."""
    words = [t for t in span_tokens(parse, attribution.content[0]) if parse.pos[t] not in ("PUNCT", "SPACE")]
    return bool(words) and parse.lower[words[0]] in ("yes", "yeah", "true")


def insists(parse: Parse, attribution: Attribution) -> bool:
    """ "insisted that", "maintains that", "swore blind": what is told is told against somebody."""
    verb = _verb(parse, attribution)
    if verb is None or syntax.is_negated(parse, verb):
        return False
    return parse.lemmas[verb] in INSISTING or (parse.lemmas[verb] == "swear" and parse.lower[verb + 1 : verb + 2] == ["blind"])


def verdict_of(parse: Parse, token: int) -> StanceValue | None:
    """Whether a word calls something said false or true."""
    found = load_tables().predicate((parse.lower[token], parse.lemmas[token]), parse.pos[token], "subj")
    if found is not None and found.name in VERDICTS:
        return VERDICTS[found.name]
    return JUDGED.get(parse.lemmas[token]) or JUDGED.get(parse.lower[token])


def _verb(parse: Parse, attribution: Attribution) -> int | None:
    """The verb of a cue."""
    for token in (t for span in attribution.cue for t in span_tokens(parse, span)):
        if parse.pos[token] == "VERB" and parse.labels[token] not in ("aux", "auxpass"):
            return token
    return None


def _found(parse: Parse, verb: int) -> StanceValue | None:
    """The verdict of "called the charge absurd", "found her claim hard to believe", "described it as a smear"."""
    end = min(parse.sentences[parse.sentence_of[verb]][1], verb + REACH)
    named = next((t for t in range(verb + 1, end) if _is_word(parse, t) and _is_judged(parse, t, verb)), None)
    if named is None:
        return None
    passed = syntax.children_of(parse, verb, "ccomp", "oprd", "xcomp", "advcl")
    passed += [t for p in syntax.children_of(parse, verb, "prep") if parse.lower[p] == "as" for t in parse.children[p]]
    said = [t for p in passed for t in (p, *_told_of(parse, p)) if t > named]
    if any(parse.lower[t] in HARD for t in said):
        is_belief = any(parse.lemmas[t] in BELIEVED for t in range(named, end))
        return "doubts" if is_belief else None
    if parse.lemmas[named].lower() in answer_nouns() and any(parse.lemmas[t] in ACTED for t in said):
        return "rejects"
    return next((value for t in said if (value := verdict_of(parse, t)) is not None), None)


def _told_of(parse: Parse, word: int) -> list[int]:
    """What a verdict tells of its word ("a credible account", but not "a credible bid")."""
    told = syntax.children_of(parse, word, "acomp", "attr")
    return told + (syntax.children_of(parse, word, "amod") if parse.lemmas[word].lower() in answer_nouns() else [])


def _is_word(parse: Parse, token: int) -> bool:
    """Whether a noun or pronoun is what a verdict may be passed on."""
    is_named = parse.lower[token] in ("it", "this", "that", "these") or parse.lemmas[token].lower() in answer_nouns()
    return is_named and parse.labels[token] in ("dobj", "nsubj")


def _is_judged(parse: Parse, token: int, verb: int) -> bool:
    """Whether a word is what the verb of finding has for its object, or the subject of what it takes."""
    head = parse.heads[token]
    return head == verb or (parse.heads[head] == verb and parse.labels[head] in ("ccomp", "xcomp", "oprd", "advcl"))


def _is_anybodys(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody accuses, and no word ("the claim accused them of inventing it")."""
    return not any(
        parse.lemmas[t].lower() in answer_nouns() for span in attribution.source for t in span_tokens(parse, span)[-1:]
    )


def _accuses_of_lying(parse: Parse, attribution: Attribution) -> bool:
    """Whether what somebody is accused of is to have said what is untrue ("of inventing a raid", "of spreading lies")."""
    tokens = (t for span in attribution.content for t in span_tokens(parse, span))
    return any(parse.tags[t] == "VBG" and parse.lemmas[t] in FABRICATING and _is_untrue(parse, t) for t in tokens)


def _is_untrue(parse: Parse, verb: int) -> bool:
    """ "Making up a raid", "spreading lies", "lying", but not "making weapons" or "lying in wait"."""
    below = {parse.lemmas[c] for c in parse.children[verb]}
    if parse.lemmas[verb] in ("make", "dream"):
        return "up" in below
    if parse.lemmas[verb] == "lie":
        return below.isdisjoint({"in", "on", "down", "low", "under", "behind"})
    return parse.lemmas[verb] != "spread" or not below.isdisjoint(UNTRUTHS)


def _is_reserved(parse: Parse, root: int, *, negated: bool) -> bool:
    """ "I do not discuss operations", "I could not speak for him", "that is a question for the navy"."""
    subject = syntax.own_subject(parse, root)
    if negated and parse.lemmas[root] == "speak":
        return _is_for_people(parse, root)
    if negated and parse.lemmas[root] in WITHHELD and subject is not None and parse.lower[subject] in SPEAKERS:
        return parse.tags[root] == "VB" and not any(parse.lower[c] in ("did", "had") for c in parse.children[root])
    if negated and parse.lemmas[root] == "say" and any(parse.lower[c] in ("could", "can") for c in parse.children[root]):
        return any(parse.lower[c] in ("nothing", "more") for c in parse.children[root])
    asked = syntax.children_of(parse, root, "attr")
    return any((parse.lemmas[a] == "question" or not negated) and _is_left_to(parse, a) for a in asked)


def _is_left_to(parse: Parse, noun: int) -> bool:
    return parse.lemmas[noun] in ("question", "matter") and _is_for_people(parse, noun)


def _is_for_people(parse: Parse, token: int) -> bool:
    """ "For the navy", "for her", but not "for two days" or "for debate"."""
    behind = (t for p in parse.children[token] if parse.lower[p] == "for" for t in parse.children[p])
    return any(parse.pos[t] in ("PROPN", "PRON") or parse.lemmas[t] in load_people() for t in behind)


def _is_of_such(parse: Parse, root: int) -> bool:
    """ "knew of no such cut"."""
    about = (t for p in parse.children[root] if parse.lower[p] in ("of", "about") for t in parse.children[p])
    return any({"no", "such"} <= {parse.lower[c] for c in parse.children[t]} for t in about)


def _shows_nothing(parse: Parse, root: int) -> bool:
    """ "proved nothing", "have seen nothing to suggest a leak", "there was nothing to show"."""
    nothing = next(
        (t for t in syntax.children_of(parse, root, "dobj", "attr") if parse.lower[t] in ("nothing", "anything")), None
    )
    if nothing is None:
        return False
    is_shown = parse.lemmas[root] in SHOWING and (parse.lemmas[root] != "show" or syntax.is_passive(parse, root))
    return is_shown or any(parse.lemmas[t] in SHOWING for t in (*parse.children[root], *parse.children[nothing]))


def _knows_nothing(parse: Parse, root: int, objects: Sequence[int], *, negated: bool) -> bool:
    """ "had no knowledge of it", "knew nothing of any arrests", "know of no such order"."""
    if parse.lemmas[root] == "have":
        return negated and any(parse.lemmas[t] in KNOWING for t in objects)
    if not negated:
        about = (t for p in parse.children[root] if parse.lower[p] in ("of", "about") for t in parse.children[p])
        return any(parse.lower[c] == "no" for t in about for c in parse.children[t])
    return any(parse.lower[t] in ("nothing", "anything") for t in objects) or any(
        parse.lower[c] in ("of", "about") for c in parse.children[root]
    )


def _is_yet_to_be(parse: Parse, root: int) -> bool:
    """ "has yet to be established"."""
    low = [t for c in syntax.children_of(parse, root, "xcomp") for t in (c, *parse.children[c])]
    return (
        parse.lemmas[root] == "have"
        and any(parse.lower[c] == "yet" for c in (*parse.children[root], *low))
        and any(parse.lemmas[t] in SETTLED for t in low)
    )
