"""What a holder does by an attribution: the cue's act in the lexicon, turned by its frame, negation and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.attribution.lexicon import CueEntry, Lexicon
from onrecord.attribution.ranges import Range
from onrecord.attribution.replies import is_out_of_reach, is_word, reply_act
from onrecord.language import syntax
from onrecord.records import Act, Parse

NEGATED: Mapping[Act, Act] = {
    "confirm": "doubt", "believe": "doubt", "predict": "doubt", "assert": "doubt", "accuse": "express", "promise": "reject",
    "decide": "reject", "demand": "reject", "deny": "doubt", "reject": "doubt", "ask": "express", "doubt": "believe",
    "express": "express",
}  # fmt: skip
"""What a negated cue does: "did not confirm" doubts, "did not agree to" rejects, "did not rule out" doubts."""

TURNED_BY_CONTENT = frozenset({"assert", "believe", "predict"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "may", "might", "could", "shall"})
COMMITTING = frozenset({"will", "would", "'ll", "’ll", "shall"})
PLAIN = frozenset({"say", "tell", "add", "state", "reply", "answer", "repeat", ":"})
ANSWERING = frozenset({"answer", "comment", "respond", "reply", "discuss", "react", "return", "explain"})
NAMING = frozenset({"call", "brand", "label", "term", "describe"})
UNTRUE = frozenset({
    "forgery", "fabrication", "lie", "fiction", "nonsense", "tale", "fantasy", "fake", "hoax", "invention", "falsehood",
    "slander", "groundless", "baseless", "unfounded", "untrue", "disinformation", "misinformation", "hearsay", "rumour", "rumor",
    "smear", "calumny", "imaginary", "concocted", "fabricate", "fanciful", "unsubstantiated",
})  # fmt: skip
"""What only something told is called."""

PUT_DOWN = frozenset({
    "absurd", "ridiculous", "laughable", "ludicrous", "preposterous", "joke", "farce", "propaganda", "gossip", "speculation",
    "exaggerate", "exaggerated", "implausible", "improbable", "far-fetched", "unconvincing", "unpersuasive", "misleading",
    "false", "wrong", "premature", "unacceptable", "absurdity", "rubbish", "myth", "distortion", "excuse", "pretext",
})  # fmt: skip
"""What deeds are called too: somebody's word is put down by them where the object names one, or points to one."""

POINTING = frozenset({"it", "this", "that", "these", "them", "those", "which"})
JUDGING = NAMING | {"find", "think", "consider", "deem"}
OWN = frozenset({"i", "we", "he", "she", "they", "it"})
OWN_POSSESSIVES = frozenset({"my", "our", "his", "her", "their", "its"})

REFUSALS = frozenset({"refuse", "decline"})
CARRYING = frozenset({"assert", "express"})
CARRIED = frozenset({"denial", "doubt"})
"""Word classes whose nouns say what is done by the verb that brings them in."""

FRAME_WORDS = {
    "that": "that",
    "whether": "whether",
    "if": "whether",
    "to": "to",
    "for": "for",
    "on": "on",
    "as": "as",
    "with": "with",
    "of": "of",
}


def find_act(parse: Parse, cue: int, content: Sequence[Range], lexicon: Lexicon) -> tuple[Act, CueEntry | None, str]:
    """The act, the cue's entry, and the frame that decided.

    A cue outside the lexicon asserts. What is said can turn a plain word of saying: a question asks, one's own deed negated
    denies, one's own future promises (or, negated, refuses); a fear of what will come predicts.
    """
    entry = lexicon.get((parse.lemmas[cue], parse.pos[cue]))
    frame = find_frame(parse, cue, content)
    act: Act = reply_act(parse, cue) or ("assert" if entry is None else entry.turns.get(frame, entry.act))
    if parse.lemmas[cue] == "want" and frame == "to":
        return _wanted(parse, cue, content), entry, frame
    if any(parse.lower[other] == "sorry" for other in syntax.children_of(parse, cue, "acomp")):
        return "express", entry, frame
    carried = _carried(parse, cue, act, lexicon)
    if carried is not None:
        return carried, entry, frame
    if _puts_down(parse, cue, content):
        return "reject", entry, frame
    if act == "promise" and frame == "that" and _is_told(parse, content):
        act = "assert"
    if is_turned(parse, cue):
        act = "reject" if parse.lemmas[cue] == "accept" or (act == "assert" and _declines(parse, cue)) else NEGATED[act]
    elif act in TURNED_BY_CONTENT:
        act = _turn(parse, act, cue, content)
    return act, entry, frame


def _wanted(parse: Parse, cue: int, content: Sequence[Range]) -> Act:
    """What a holder wants to do himself he has decided, what he wants to know he asks; the rest he demands."""
    wanted = syntax.child(parse, cue, "xcomp", "ccomp")
    if wanted is None or syntax.own_subject(parse, wanted) is not None:
        return "demand"
    return "ask" if parse.lemmas[wanted] in ("know", "learn", "hear") else "decide"


def _declines(parse: Parse, cue: int) -> bool:
    """Whether a word of saying is refused rather than just missing: "would not say", "has not commented", "yet to respond"."""
    return _modal(parse, cue) in ("would", "will", "wo") or parse.lemmas[cue] in ANSWERING or parse.labels[cue] == "xcomp"


def _turn(parse: Parse, act: Act, cue: int, content: Sequence[Range]) -> Act:
    """The act of saying, believing or warning as its content turns it."""
    if act == "assert" and _is_question(parse, content):
        return "ask"
    claim = find_claim(parse, content)
    if claim is None:
        return act
    is_ahead = _modal(parse, claim) in FUTURE and parse.tags[claim] == "VB" and not _looks_back(parse, claim)
    if act == "believe":
        return "predict" if is_ahead else act
    negated = is_denied(parse, claim)
    if _modal(parse, claim) in COMMITTING and is_ahead:
        if act == "predict":
            return (
                "promise"
                if not negated and (is_own(parse, claim) or (parse.lemmas[cue] == "warn" and _is_threat(parse, claim)))
                else act
            )
        return ("reject" if negated else "promise") if is_own(parse, claim) else act
    denies = act == "assert" and negated and _modal(parse, claim) is None and parse.lemmas[cue] in PLAIN
    is_answer = (is_own(parse, claim) and not _is_expletive(parse, claim)) or _is_nobody(parse, claim)
    return "deny" if denies and is_answer else act


def _is_expletive(parse: Parse, claim: int) -> bool:
    """ "It is not clear who fired": "it" is nobody, and what is not so no deed."""
    subject = syntax.own_subject(parse, claim)
    return subject is not None and parse.lower[subject] == "it" and parse.lemmas[claim] in ("be", "seem", "appear")


def _looks_back(parse: Parse, verb: int) -> bool:
    """Whether a verb with a modal tells what did not come about: "would have told us"."""
    return any(parse.lower[other] == "have" for other in syntax.children_of(parse, verb, "aux"))


def _is_threat(parse: Parse, claim: int) -> bool:
    """Whether a foretold deed is in the hands of those who warn of it: a body's or somebody unnamed's (passive)."""
    subject = syntax.own_subject(parse, claim)
    if subject is None or syntax.child(parse, claim, "auxpass") is not None:
        return subject is not None
    return parse.pos[subject] == "PROPN" or parse.lemmas[subject] in ("army", "south", "north", "force", "troop", "government")


def _is_nobody(parse: Parse, claim: int) -> bool:
    subject = syntax.own_subject(parse, claim)
    return subject is not None and parse.lower[subject] in ("nobody", "none", "nothing")


def _puts_down(parse: Parse, cue: int, content: Sequence[Range]) -> bool:
    """Whether what a thing is called puts it down as untrue ("called the memo a forgery", "found the account absurd")."""
    if parse.lemmas[cue] not in JUDGING:
        return False
    tokens = [token for start, end in content for token in range(start, end)]
    first, lemmas = tokens[:2], {parse.lemmas[token].lower() for token in tokens}
    points = any(parse.lower[token] in POINTING for token in first) or any(is_word(parse.lemmas[token]) for token in tokens)
    is_told = (parse.lemmas[cue] in NAMING and bool(lemmas & UNTRUE)) or (points and bool(lemmas & (PUT_DOWN | UNTRUE)))
    return is_told and find_claim(parse, content) is None


def _carried(parse: Parse, cue: int, act: Act, lexicon: Lexicon) -> Act | None:
    """The act of the noun that a verb of saying brings in: "expressed doubt", "repeated its denial"."""
    if act not in CARRYING or parse.pos[cue] != "VERB" or is_turned(parse, cue):
        return None
    noun = syntax.child(parse, cue, "dobj")
    entry = None if noun is None or syntax.is_negated(parse, noun) else lexicon.get((parse.lemmas[noun], parse.pos[noun]))
    return entry.act if entry is not None and entry.kind in CARRIED else None


def _is_told(parse: Parse, content: Sequence[Range]) -> bool:
    """Whether a content tells of what is or was ("assured them that no gun had fired")."""
    claim = find_claim(parse, content)
    return claim is not None and parse.tags[claim] in ("VBD", "VBN", "VBZ", "VBP") and _modal(parse, claim) is None


def find_claim(parse: Parse, content: Sequence[Range]) -> int | None:
    """The main predicate of a content: its highest token, when that is a verb."""
    start, end = content[0]
    top = start
    while start <= parse.heads[top] < end and parse.heads[top] != top:
        top = parse.heads[top]
    return top if parse.pos[top] in ("VERB", "AUX") else None


def is_own(parse: Parse, claim: int) -> bool:
    """Whether a predicate is about whoever speaks: its subject is a personal pronoun, or possessed by one ("his men")."""
    subject = syntax.own_subject(parse, claim)
    if subject is None:
        return False
    if parse.lower[subject] in OWN:
        return True
    return any(parse.labels[other] == "poss" and parse.lower[other] in OWN_POSSESSIVES for other in parse.children[subject])


def is_denied(parse: Parse, claim: int) -> bool:
    """Whether a predicate is negated, itself or by its subject or object ("nobody fired", "no shot fell")."""
    if syntax.is_negated(parse, claim):
        return True
    for other in syntax.children_of(parse, claim, "nsubj", "nsubjpass", "dobj"):
        if parse.lower[other] in syntax.NEGATIONS or syntax.is_negated(parse, other):
            return True
    return False


def _modal(parse: Parse, verb: int) -> str | None:
    return next((parse.lower[other] for other in syntax.children_of(parse, verb, "aux") if parse.tags[other] == "MD"), None)


def find_frame(parse: Parse, cue: int, content: Sequence[Range]) -> str:
    """How the content joins the cue: `quote`, `that`, `whether`, `to`, `ing`, a preposition, else `object`."""
    start = next((first for first, _ in content if first > cue), None)
    if start is None:
        return "quote" if parse.quotation_of[content[0][0]] >= 0 else "that"
    if parse.quotation_of[start] >= 0 and parse.quotation_of[cue] != parse.quotation_of[start]:
        return "quote"
    for token in (start, max(start - 1, cue + 1)):
        if parse.lower[token] in FRAME_WORDS:
            return FRAME_WORDS[parse.lower[token]]
    if parse.tags[start] == "VBG":
        return "ing"
    return _inner_frame(parse, cue, start)


def _inner_frame(parse: Parse, cue: int, start: int) -> str:
    """Of a content that opens with its own subject: a clause (`that`), an infinitive (`to`), else `object`."""
    for other in parse.children[cue]:
        if parse.labels[other] in ("ccomp", "xcomp") and parse.lefts[other] <= start < parse.rights[other] + 1:
            if any(parse.tags[inner] == "TO" for inner in parse.children[other]):
                return "to"
            return "that" if parse.labels[other] == "ccomp" else "object"
        if parse.labels[other] == "xcomp" and other > start and any(parse.tags[inner] == "TO" for inner in parse.children[other]):
            return "to"
    return "object"


def is_turned(parse: Parse, cue: int) -> bool:
    """Whether the cue is negated, or what somebody refuses to do ("refused to rule out")."""
    if syntax.is_negated(parse, cue) or syntax.is_over(parse, cue):
        return True
    head = parse.heads[cue]
    if parse.labels[cue] in ("acomp", "attr", "oprd") and (syntax.is_negated(parse, head) or syntax.is_over(parse, head)):
        return True
    subject = syntax.own_subject(parse, cue)
    if subject is not None and syntax.is_negated(parse, subject) and parse.lower[subject] != "nothing":
        return True
    if parse.labels[cue] == "xcomp" and any(parse.lower[other] == "yet" for other in parse.children[head]):
        return True
    return parse.labels[cue] == "xcomp" and (parse.lemmas[head] in REFUSALS or is_out_of_reach(parse, cue))


def _is_question(parse: Parse, content: Sequence[Range]) -> bool:
    last = content[-1][1]
    return any(parse.words[token] == "?" for token in range(max(last - 1, 0), min(last + 1, len(parse))))
