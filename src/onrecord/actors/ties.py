"""What the deeds told of a pronoun say of whom it means: who denies is who was accused, who is held is who was arrested."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.actors.words import AIMED, ANSWERS, HARM, HOSTILE, JUDGED, REPLIES, SPOKESMEN
from onrecord.language.syntax import ancestors, child, children_of, is_inside, own_subject, subject
from onrecord.records import Parse

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
PATIENTS = frozenset(("dobj", "nsubjpass", "dative"))
LED_IN = frozenset(("advcl", "pcomp", "xcomp"))
REASONS = frozenset(("for", "over", "about"))
TARGETS = frozenset(("on", "at", "to", "against"))
TURNING_DOWN = frozenset(("reject", "oppose", "dismiss", "refuse"))
INTENT = frozenset(("will", "would", "'ll", "'d"))
VERBS = frozenset(("VERB", "AUX"))

WEIGHTS = {
    "doer": 0.5, "unsaid doer": 2.1, "harmed": 1.0, "praised": 2.6, "sister": 1.5, "target": 2.1, "aimer": 0.8, "patient": 1.95,
    "told of": 0.8, "spoken for": 3.4, "one of two": 1.0,
}  # fmt: skip
"""What each tie counts, on the scale of `onrecord.actors.pronouns.WEIGHTS`; set and searched like them."""


class Ties(NamedTuple):
    """What stands round one pronoun; persons are head tokens, or `None`.

    `doer` does the verb of the clause a possessive is in, `is_unsaid` where the clause leaves him out ("urged Oslo to open its
    port"), `harms` if he does it to what is owned. `praised` undergoes the verb whose reason the pronoun stands in ("thanked the
    crew for their patience", "attacked Bello, saying he lied"). `speaker` speaks the clause; `sister` is the subject of a clause
    it is joined to inside what somebody says.
    """

    is_neuter: bool
    verb: int | None = None
    doer: int | None = None
    is_unsaid: bool = False
    harms: bool = False
    praised: int | None = None
    speaker: int | None = None
    sister: int | None = None
    replies: bool = False
    undergoes: bool = False

    def weigh(self, parse: Parse, other: int, gap: int, *, is_source: bool) -> float:
        """What the ties say for an antecedent at a token, `gap` sentences before; a pronoun that `is_source` speaks itself."""
        score = 0.0
        if self.is_neuter and child(parse, other, "conj") is not None:
            score -= WEIGHTS["one of two"]
        if self.verb is None:
            return score
        if other == self.doer:
            score += -WEIGHTS["harmed"] if self.harms else WEIGHTS["unsaid doer" if self.is_unsaid else "doer"]
        if other == self.praised:
            score += WEIGHTS["praised"]
        if other == self.sister:
            score += WEIGHTS["sister"]
        is_near = gap <= 1 and (self.replies or self.undergoes or self.speaker is not None)
        return score + self._weigh_before(parse, other, is_source or not gap) if is_near else score

    def _weigh_before(self, parse: Parse, other: int, is_source: bool) -> float:
        """What an antecedent of this sentence or the one before does or undergoes there."""
        score = 0.0
        if self.replies:
            score += WEIGHTS["target"] * _is_target(parse, other) - WEIGHTS["aimer"] * _is_aimer(parse, other)
        if self.undergoes:
            score += WEIGHTS["patient"] * (parse.labels[other] in PATIENTS and parse.pos[parse.heads[other]] == "VERB")
            score += WEIGHTS["told of"] * (not is_source and _is_told_of(parse, other))
        if self.speaker is not None and is_inside(parse, other, self.speaker):
            score += WEIGHTS["spoken for"] * _is_principal(parse, other)
        return score


def find_ties(parse: Parse, token: int) -> Ties:
    """The ties of a third-person pronoun."""
    verb = _verb_above(parse, token)
    is_neuter = parse.lower[token] in ("it", "its", "itself")
    if verb is None:
        return Ties(is_neuter)
    own, doer = own_subject(parse, verb), None
    is_owner, is_subject = parse.tags[token] == "PRP$", parse.labels[token] in SUBJECTS
    if is_owner and (own is None or not is_inside(parse, token, own)):
        doer = _told_off(parse, verb) or subject(parse, verb)
    is_unsaid = own is None or parse.tags[verb] == "VB"  # "demanded that Oslo open its port"
    return Ties(
        is_neuter, verb, doer, is_unsaid, doer is not None and _is_harmed(parse, token, verb),
        _reason_of(parse, token, verb) if is_owner else _led_in_by(parse, token, verb) if is_subject else None,
        _speaker(parse, verb), _sister(parse, verb) if is_subject else None,
        parse.lemmas[parse.heads[token]] in ANSWERS if is_owner else is_subject and _is_reply(parse, verb),
        parse.labels[token] == "nsubjpass" or (is_subject and _is_before(parse, verb)),
    )  # fmt: skip


def _verb_above(parse: Parse, token: int) -> int | None:
    """The nearest verb a token hangs on, at any remove."""
    for above in ancestors(parse, token):
        if parse.pos[above] in VERBS:
            return above
    return None


def _told_off(parse: Parse, verb: int) -> int | None:
    """Whom a verb is said of that is accused of or warned against: "warned Oslo against closing its port"."""
    if parse.labels[verb] != "pcomp" or parse.tags[verb] != "VBG":
        return None
    above = parse.heads[parse.heads[verb]]
    return child(parse, above, "dobj", "nsubjpass") if parse.lemmas[above] in AIMED | JUDGED else None


def _is_reply(parse: Parse, verb: int) -> bool:
    """Whether a verb answers, or says that its subject will ("said it would appeal")."""
    said = child(parse, verb, "ccomp") if parse.lemmas[verb] == "say" else None
    return parse.lemmas[verb] in REPLIES or (said is not None and parse.lemmas[said] in REPLIES)


def _is_before(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what was before ("fired the minister. He had refused")."""
    return any(parse.lower[token] == "had" for token in children_of(parse, verb, "aux"))


def _is_harmed(parse: Parse, token: int, verb: int) -> bool:
    """Whether what a possessive owns is the object of a deed done to others: its owner is somebody else than the doer."""
    thing = child(parse, verb, "dobj", "nsubjpass") if parse.lemmas[verb] in HARM | HOSTILE else None
    return thing is not None and is_inside(parse, token, thing)


def _reason_of(parse: Parse, token: int, verb: int) -> int | None:
    """Whom a verb of judgement is said of, where a possessive stands in its reason."""
    if parse.lemmas[verb] not in JUDGED | AIMED:
        return None
    link = next((above for above in ancestors(parse, token) if parse.labels[above] == "prep" or above == verb), verb)
    return child(parse, verb, "dobj", "nsubjpass") if parse.lower[link] in REASONS else None


def _led_in_by(parse: Parse, token: int, verb: int) -> int | None:
    """Whom a verb of judgement is said of, where a subject stands in the clause that goes on from it."""
    below = verb
    for above in ancestors(parse, verb):
        if parse.labels[below] in LED_IN and parse.lemmas[above] in JUDGED | AIMED and above < token:
            found = child(parse, above, "dobj", "nsubjpass")
            return found if found is not None and found < below else None
        if parse.pos[above] not in VERBS and parse.pos[above] not in ("ADP", "SCONJ"):
            return None
        below = above
    return None


def _speaker(parse: Parse, verb: int) -> int | None:
    """The head of the subject of the verb that a clause is the content of."""
    below = verb
    for above in ancestors(parse, verb):
        if parse.labels[below] == "ccomp":
            return own_subject(parse, above)
        below = above
    return None


def _sister(parse: Parse, verb: int) -> int | None:
    """The subject of the first of two clauses that somebody says, unless the second tells what the speaker means to do."""
    first = parse.heads[verb]
    if parse.labels[verb] != "conj" or parse.labels[first] != "ccomp":
        return None
    is_meant = any(parse.lower[token] in INTENT for token in children_of(parse, verb, "aux"))
    return None if is_meant else own_subject(parse, first)


def _is_target(parse: Parse, other: int) -> bool:
    """Whether something is said to or of somebody, or asked of him, that calls for an answer, or his plea is turned down."""
    label, head = parse.labels[other], parse.heads[other]
    verb = parse.heads[head]
    if label == "pobj":
        return parse.lower[head] in TARGETS and parse.lemmas[verb] in AIMED
    if label == "poss":
        return parse.labels[head] == "dobj" and parse.lemmas[verb] in TURNING_DOWN
    return label in PATIENTS and parse.lemmas[head] in AIMED | HOSTILE | JUDGED


def _is_aimer(parse: Parse, other: int) -> bool:
    """Whether somebody says or asks what another one has to answer."""
    label, head = parse.labels[other], parse.heads[other]
    if label == "pobj" and parse.labels[head] == "agent":
        return parse.lemmas[parse.heads[head]] in AIMED
    return label == "nsubj" and parse.lemmas[head] in AIMED and child(parse, head, "dobj", "prep") is not None


def _is_told_of(parse: Parse, other: int) -> bool:
    """Whether somebody is the subject of what another one says."""
    head = parse.heads[other]
    return parse.labels[other] in SUBJECTS and parse.labels[head] == "ccomp" and own_subject(parse, parse.heads[head]) is not None


def _is_principal(parse: Parse, other: int) -> bool:
    """Whether somebody is the one spoken for ("Bello's lawyer said he", "a spokesman for Bello said he")."""
    above = parse.heads[other]
    if parse.labels[other] == "pobj":
        above = parse.heads[above]
    return parse.labels[other] in ("poss", "pobj") and parse.lemmas[above] in SPOKESMEN
