"""A token -> the verb that governs it, and whether that verb looks back or forward.

What the parse alone says, so that a bare "on Tuesday" can be read; how sure anybody is belongs to the factuality stage.
"""

from __future__ import annotations

from onrecord.language import syntax
from onrecord.records import Parse, Tense

FUTURE_AUX = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d", "could", "might", "may", "should", "must", "can", "ca"}
)
"""Modals that put their verb after the time of speaking, or leave it open, unless "have" follows."""

FORWARD = frozenset({
    "plan", "expect", "schedule", "set", "due", "slate", "intend", "vow", "pledge", "promise", "threaten", "hope", "want", "aim",
    "urge", "demand", "call", "ask", "order", "agree", "decide", "prepare", "propose", "seek", "offer", "ready", "likely",
    "go", "mean", "book", "anticipate", "project", "forecast", "request", "consider", "try", "need", "require",
    "upcoming", "forthcoming", "deadline", "poise", "invite", "summon", "postpone", "delay", "reschedule", "refuse",
})  # fmt: skip
"""Lemmas whose infinitive, or whose "for"-phrase, lies after them."""

SCHEDULED = frozenset({
    "schedule", "set", "due", "slate", "plan", "expect", "book", "upcoming", "forthcoming", "deadline", "likely", "postpone",
})  # fmt: skip
"""Lemmas that put a time that hangs on them after the time of speaking ("scheduled for Tuesday")."""

DEMANDS = frozenset({"demand", "ask", "insist", "urge", "propose", "recommend", "request", "order", "require", "suggest", "call"})
"""Words whose "that"-clause in the bare form is what is asked for."""

ASPECTUAL = frozenset({
    "begin", "start", "continue", "help", "manage", "fail", "appear", "seem", "come", "use", "happen", "let", "make", "force",
    "have", "cease", "stop", "proceed", "prove",
})  # fmt: skip
"""Verbs whose infinitive takes place when they do."""

VERBS = frozenset({"VERB", "AUX"})
AUXILIARIES = frozenset({"aux", "auxpass"})
HAVE = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
AIMING = FORWARD | {"be"}

UNFORESEEN = frozenset({
    "abduction", "ambush", "assault", "attack", "blast", "bloodshed", "bombardment", "bombing", "clash", "crash", "earthquake",
    "explosion", "flood", "kidnapping", "killing", "massacre", "quake", "raid", "riot", "shelling", "shooting", "violence",
})  # fmt: skip
"""Nouns of what nobody announces: with a day of its own it lies behind."""


def clause_verb(parse: Parse, token: int) -> int | None:
    """The nearest verb at or above a token, auxiliaries giving way to their main verb; `None` in a clause without one."""
    for other in (token, *syntax.ancestors(parse, token)):
        if parse.pos[other] in VERBS:
            if parse.labels[other] in ("aux", "auxpass"):
                continue
            return other
    return None


def tense_at(parse: Parse, token: int) -> Tense | None:
    """The tense of the clause a token stands in; `None` where no verb tells. "Sunday's raid" has been, whatever its verb says."""
    if parse.labels[token] in ("poss", "compound", "nmod") and parse.lemmas[parse.heads[token]] in UNFORESEEN:
        return "past"
    if _is_forward_phrase(parse, token) or _is_set_for(parse, token):
        return "future"
    verb = clause_verb(parse, token)
    if verb is not None and any(parse.lower[c] in ("if", "unless") and parse.labels[c] == "mark" for c in parse.children[verb]):
        return "future"
    return None if verb is None else verb_tense(parse, verb)


def verb_tense(parse: Parse, verb: int) -> Tense | None:
    """The tense of a verb: its own form and auxiliaries, or those of the verb it hangs on."""
    for _ in range(syntax.MAX_STEPS):
        own = own_tense(parse, verb)
        if own is not None:
            return own
        above = parse.heads[verb]
        if above == verb:
            return None
        if parse.tags[verb] == "VB" and _is_infinitive(parse, verb) and parse.lemmas[above] in AIMING:
            return "future"
        if parse.pos[above] not in VERBS:
            climbed = clause_verb(parse, above)
            if climbed is None:
                return None
            above = climbed
        verb = above
    return None


def own_tense(parse: Parse, verb: int) -> Tense | None:
    """The tense that the verb's form and auxiliaries give; `None` for bare participles and infinitives."""
    auxiliaries = [c for c in parse.children[verb] if parse.labels[c] in AUXILIARIES]
    before = [parse.lower[c] for c in auxiliaries if c < verb]
    has = not HAVE.isdisjoint(before)
    if not FUTURE_AUX.isdisjoint(before):
        return "past" if has else "future"
    if has:
        return "past"
    tags = [*(parse.tags[c] for c in auxiliaries), parse.tags[verb]]
    if "VBD" in tags:
        return "past"
    if parse.tags[verb] == "VBG" and parse.lemmas[verb] == "go" and syntax.child(parse, verb, "xcomp") is not None:
        return "future"
    return "present" if "VBZ" in tags or "VBP" in tags else None


def is_aimed_at(parse: Parse, verb: int) -> bool:
    """Whether a verb names what somebody wants, asks for or aims at: an infinitive, or the bare form after "demand that"."""
    above = parse.heads[verb]
    if parse.tags[verb] not in ("VB", "VBP") or above == verb:
        return False
    if _is_infinitive(parse, verb):
        return parse.labels[verb] in ("xcomp", "acl", "advcl", "ccomp", "relcl") and parse.lemmas[above] not in ASPECTUAL
    bare = not any(parse.labels[c] in ("aux", "auxpass") for c in parse.children[verb])
    return bare and parse.labels[verb] in ("ccomp", "acl") and parse.lemmas[above] in DEMANDS


def _is_term(parse: Parse, verb: int) -> bool:
    """Whether a clause sets a term for what is to come: "unless he is freed", "if they do not leave"; not "if it had"."""
    marks = [parse.lower[c] for c in parse.children[verb] if parse.labels[c] == "mark"]
    return ("if" in marks or "unless" in marks) and not is_perfect_past(parse, verb)


def is_perfect_past(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in the past perfect ("had fled"): before what the story is telling."""
    return parse.tags[verb] == "VBN" and any(
        parse.lower[c] in ("had", "'d", "’d") and parse.labels[c] == "aux" for c in parse.children[verb]
    )


def _is_set_for(parse: Parse, token: int) -> bool:
    """Whether a time is what something is set for ("called a strike for Thursday")."""
    head = parse.heads[token]
    return parse.lower[head] == "for" and parse.labels[token] == "pobj" and parse.labels[head] == "prep"


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] == "to" and parse.labels[c] == "aux" for c in parse.children[verb])


def _is_forward_phrase(parse: Parse, token: int) -> bool:
    """Whether a word on the way up to the verb points forward ("scheduled for Tuesday", "the deadline on Friday")."""
    for above in syntax.ancestors(parse, token):
        complement = syntax.child(parse, above, "acomp")
        if complement is not None and parse.lemmas[above] == "be" and parse.lemmas[complement] in FORWARD:
            return own_tense(parse, above) != "past"
        if parse.lemmas[above] in SCHEDULED and parse.tags[above] in ("VBN", "JJ", "NN", "VBG"):
            return not any(parse.lower[c] in ("had", "has", "have") for c in parse.children[above])
        if parse.pos[above] in VERBS and parse.labels[above] not in ("acl", "amod"):
            return False
    return False


def is_perfect(parse: Parse, token: int) -> bool:
    """Whether a verb stands in the present perfect: what is told is news now; "would have" is not."""
    if any(parse.lower[c] in FUTURE_AUX and parse.labels[c] == "aux" for c in parse.children[token]):
        return False
    return any(parse.lower[c] in ("have", "has", "'ve", "’ve") for c in parse.children[token] if parse.labels[c] == "aux")


def event_tense(parse: Parse, token: int) -> Tense | None:
    """The tense of an event: of its verb, or of the clause its noun stands in; what is asked for or aimed at lies ahead."""
    verb = token if parse.pos[token] in VERBS else clause_verb(parse, token)
    if verb is None:
        return None
    return "future" if is_aimed_at(parse, verb) or _is_term(parse, verb) else verb_tense(parse, verb)


def is_simple_past(parse: Parse, token: int) -> bool:
    """Whether the event is told in the simple past, itself or with the clause it stands in; "has agreed" is told of the day."""
    verb = token if parse.pos[token] in VERBS else clause_verb(parse, token)
    if verb is None or verb_tense(parse, verb) != "past":
        return False
    return not is_perfect(parse, verb)
