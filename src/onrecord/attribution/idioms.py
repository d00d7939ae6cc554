"""Set phrases that answer: "has yet to respond", "had no comment", "could not be reached", "is having none of it".

Their words tell something only together, so that neither trained chances nor a list of verbs finds them. The table
`data/idioms.tsv` has one a line: the answer, how it must stand, and its words one after the other, adverbs and adjectives aside.
It stands negated (`no`; any other must not be), in the passive (`passive`), or is `weak`: its speaker must be a person or a body,
and it may answer nothing in the article. Of a word there may be several forms; `?` may be left out; `*` is what is answered
(`*word`: a noun that names what was said, of a silence also a question; `*claim`: what was said; `*clause`: a question).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from onrecord.attribution.building import Draft
from onrecord.attribution.replies import FORCED, SUPPOSING, UNREAL, is_out_of_reach, is_word, load_replies
from onrecord.attribution.silences import CALLS, Silence, find_silence, is_call
from onrecord.attribution.spans import find_source_ranges
from onrecord.language import syntax
from onrecord.language.word_lists import load_people
from onrecord.records import Act, Parse, StanceValue

POINTING = frozenset({"it", "this", "that", "these", "those", "them"})
PEOPLE = frozenset({"some", "many", "others", "both", "most", "few", "one", "several", "nobody", "second", "third", "fourth"})
"""Determiners and pronouns that stand for people, where they speak."""

NO_SPEAKER = frozenset({"there", "this", "that", "these", "those", "what", "nothing", "everything"})
THINGS = CALLS | frozenset({"baby", "body", "horse", "market", "patient", "radio", "server", "stock", "test", "driver"})
"""What counts as people or bodies elsewhere, or looks like it, and does not respond without declining anything."""

ASIDES = frozenset({",", "though", "however"})
DENYING = frozenset({"neither", "none"})
"""Words of a phrase that negate it."""

PARTICLES = frozenset({"aside", "away", "back", "down", "out", "up"})
SKIPPED = frozenset({"ADV", "ADJ"})
WISHED = frozenset({"can", "could", "must", "should", "may", "might"})
COMPLEMENTS = ("dobj", "prep", "ccomp", "xcomp", "dative", "attr")
TAKEN_BY = frozenset({"to", "on", "about", "for", "with", "by"})
CONFIDENCE = 0.5
HELPERS = 4
"""Tokens from an auxiliary to its verb at most."""

ACTS: Mapping[StanceValue, Act] = {
    "declines": "reject", "doubts": "doubt", "rejects": "reject", "denies": "deny", "confirms": "confirm"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """One set phrase: `forms` of each word, of which those in `optional` may be left out; `rest`: what must follow."""

    answer: StanceValue
    negated: bool
    passive: bool
    weak: bool
    forms: tuple[frozenset[str], ...]
    optional: frozenset[int]
    rest: str


@dataclass(frozen=True, slots=True)
class Idiom:
    """A set phrase in a text.

    Attributes:
        answer: what it answers.
        head: the token that it turns on.
        cue, content: its words and what is answered, as ranges of tokens.
        speaker: the head of who answers.
        clause: the token that heads its clause.
        reported: somebody is told to have said it of himself ("said he had nothing to add"): no word of its own then.
        weak: it may answer nothing.
    """

    answer: StanceValue
    head: int
    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: int
    clause: int
    reported: bool = False
    weak: bool = False


@cache
def load_patterns() -> Mapping[str, Sequence[Pattern]]:
    """The table, by the forms of each phrase's first word."""
    lines = (resources.files("onrecord.attribution") / "data" / "idioms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: dict[str, list[Pattern]] = {}
    for line in lines:
        answer, when, *words = line.split("\t")
        rest = words.pop() if "*" in words[-1] else ""
        forms = tuple(frozenset(word.lstrip("?").split()) for word in words)
        optional = frozenset(index for index, word in enumerate(words) if word.startswith("?"))
        negated, passive, weak = (mark in when.split() for mark in ("no", "passive", "weak"))
        pattern = Pattern(cast(StanceValue, answer), negated, passive, weak, forms, optional, rest)
        for form in forms[0]:
            found.setdefault(form, []).append(pattern)
    return found


def find_idioms(parse: Parse) -> list[Idiom]:
    """The set phrases of an article, one a clause at most, in text order."""
    patterns = load_patterns()
    found: dict[int, Idiom] = {}
    for token, lemma in enumerate(parse.lemmas):
        if lemma in patterns:
            idiom = next((i for pattern in patterns[lemma] if (i := _match(parse, token, pattern)) is not None), None)
            if idiom is not None and not any(token in range(*other.content) for other in found.values()):
                found.setdefault(idiom.clause, idiom)
        if is_call(parse, token):
            for idiom in _silence(parse, token):
                found.setdefault(idiom.clause, idiom)
    return list(found.values())


def _match(parse: Parse, token: int, pattern: Pattern) -> Idiom | None:
    clause = parse.heads[token] if parse.labels[token] in ("acomp", "oprd", "attr") else token
    negated = _is_negated(parse, clause) or any(parse.lower[c] == "less" for c in parse.children[token])
    is_denying = pattern.negated or any(not DENYING.isdisjoint(forms) for forms in pattern.forms)
    if (negated != pattern.negated and not is_denying) or (pattern.negated and not negated):
        return None
    if not _is_given(parse, clause, negated=is_denying):
        return None
    if pattern.passive and not syntax.is_passive(parse, token):
        return None
    last = _run(parse, token, pattern)
    content = None if last is None else _rest(parse, token, last, pattern)
    speaker = _speaker(parse, clause, strict=pattern.weak)
    if content is None or speaker is None or content[0] <= speaker < content[1]:
        return None
    cue = _cue(parse, clause, token, content[0])
    while parse.pos[content[0]] == "PUNCT" or parse.lower[content[0]] in ASIDES:
        content = (content[0] + 1, content[1])
    reported = _is_reported(parse, clause, speaker)
    if (parse.lower[speaker] == "it" and not reported) or not cue[0] < cue[1] or cue[0] <= speaker < cue[1]:
        return None
    return Idiom(pattern.answer, token, cue, content, speaker, clause, reported, pattern.weak)


def _silence(parse: Parse, noun: int) -> Iterator[Idiom]:
    found: Silence | None = find_silence(parse, noun)
    if found is not None:
        yield Idiom("declines", noun, found.cue, found.content, found.speaker, found.verb)


def _is_reported(parse: Parse, clause: int, speaker: int) -> bool:
    return parse.pos[speaker] == "PRON" and parse.labels[clause] == "ccomp" and parse.heads[clause] < clause


def _cue(parse: Parse, clause: int, token: int, until: int) -> tuple[int, int]:
    """The words of a phrase up to what is answered, with its auxiliaries and negation."""
    helpers = (c for c in parse.children[clause] if parse.labels[c] in ("aux", "auxpass", "neg") and clause - c <= HELPERS)
    first = min(helpers, default=clause)
    if until <= first:
        first = _opening(parse, until)
    return (min(first, clause, token) if until > min(clause, token) else first), until


def _opening(parse: Parse, until: int) -> int:
    """Where the auxiliaries and negations just before a token begin ("has yet to" of "has yet to respond")."""
    start = until
    while start > 0 and (parse.pos[start - 1] in ("AUX", "PART", "ADV") or parse.lemmas[start - 1] == "have"):
        start -= 1
    return start


def _run(parse: Parse, token: int, pattern: Pattern) -> int | None:
    """The last token of the phrase's own words, if they follow one another, adverbs and adjectives aside."""
    end = parse.sentences[parse.sentence_of[token]][1]
    at, last = token + 1, token
    for index, forms in enumerate(pattern.forms[1:], 1):
        skipped = at
        while skipped < end and _is_passed_over(parse, skipped) and not _is_form(parse, skipped, forms):
            skipped += 1
        if (
            skipped < end
            and _is_form(parse, skipped, forms)
            and (parse.lower[skipped] not in PARTICLES or parse.heads[skipped] == token)
        ):
            last, at = skipped, skipped + 1
        elif index not in pattern.optional:
            return None
    head = parse.heads[last]
    is_part = parse.labels[last] in ("amod", "compound", "det", "poss", "nmod") and head > last
    return None if is_part and not pattern.rest else last


def _is_passed_over(parse: Parse, token: int) -> bool:
    return parse.pos[token] in SKIPPED or parse.lower[token] in ASIDES


def _is_form(parse: Parse, token: int, forms: frozenset[str]) -> bool:
    return parse.lemmas[token] in forms or parse.lower[token] in forms


def _rest(parse: Parse, token: int, last: int, pattern: Pattern) -> tuple[int, int] | None:
    """What is answered; of a phrase that names nothing its own last words."""
    end = parse.sentences[parse.sentence_of[token]][1]
    if pattern.rest in ("", "?*"):
        return _last_words(parse, token, last, pattern)
    if pattern.rest == "*clause":
        clausal = next((c for c in parse.children[last] if parse.labels[c] == "ccomp"), None)
        return (last + 1, syntax.subtree(parse, clausal)[1]) if clausal is not None and _asks(parse, last + 1) else None
    taken = _object_of(parse, last) if parse.pos[last] in ("ADP", "PART") else syntax.child(parse, last, "dobj")
    if taken is None and pattern.rest != "*" and last + 1 < end and parse.lower[last + 1] in POINTING:
        taken = last + 1
    if taken is None or taken <= last:
        return None
    if pattern.rest == "*word" and not _is_answerable(parse, taken, pattern):
        return None
    if pattern.rest == "*claim" and parse.lemmas[taken] not in load_replies()[1]["word"]:
        return None
    start = last if parse.pos[last] == "ADP" and parse.labels[last] != "prt" else last + 1
    return start, syntax.subtree(parse, taken)[1]


def _is_answerable(parse: Parse, taken: int, pattern: Pattern) -> bool:
    """Whether something names what was said or points to it, or of a silence what was asked."""
    is_asked = pattern.answer == "declines" and parse.lemmas[taken] in CALLS
    return is_asked or is_word(parse.lemmas[taken]) or parse.lower[taken] in POINTING


def _last_words(parse: Parse, token: int, last: int, pattern: Pattern) -> tuple[int, int] | None:
    """What a phrase that need not name anything is about ("had no comment [on the charge]"), else its own last words."""
    taken = _object_of(parse, last) if pattern.rest and last > token else None
    if taken is not None:
        return last, syntax.subtree(parse, taken)[1]
    if not pattern.rest and len(pattern.forms) == 1 and _has_complement(parse, token):
        return None
    about = next(
        (c for c in parse.children[last] if c > last and parse.lower[c] in ("on", "about") and not _dates(parse, c)), None
    )
    if about is not None:
        return about, syntax.subtree(parse, about)[1]
    return (token + 1, last + 1) if last > token else (token, token + 1)


def _dates(parse: Parse, preposition: int) -> bool:
    """ "on Wednesday", "on March 12"."""
    return any(parse.lower[c] in syntax.DAYS | syntax.MONTHS for c in parse.children[preposition])


def _asks(parse: Parse, token: int) -> bool:
    """ "independently [who] fired", "[whether] it had"."""
    while parse.pos[token] == "ADV" and parse.tags[token] == "RB":
        token += 1
    return parse.tags[token].startswith("W") or parse.lower[token] in ("whether", "if")


def _object_of(parse: Parse, preposition: int) -> int | None:
    found = syntax.child(parse, preposition, "pobj", "pcomp")
    if found is not None:
        return found
    return syntax.child(parse, parse.heads[preposition], "dobj") if parse.labels[preposition] in ("prt", "advmod") else None


def _has_complement(parse: Parse, token: int) -> bool:
    """ "did not respond to treatment", "did not comment on it": something is answered, or nobody."""
    return any(
        (c > token and parse.labels[c] in COMPLEMENTS and parse.lower[c] in TAKEN_BY and not _dates(parse, c))
        or parse.labels[c] in ("dobj", "ccomp")
        for c in parse.children[token]
    )


def _is_negated(parse: Parse, clause: int) -> bool:
    if syntax.is_negated(parse, clause) or "yet" in parse.lower[max(0, clause - 2) : clause]:
        return True
    head = parse.heads[clause]
    if parse.labels[clause] == "xcomp" and ("yet" in parse.lower[head:clause] or is_out_of_reach(parse, clause)):
        return True
    subject = syntax.own_subject(parse, clause)
    return subject is not None and (parse.lower[subject] in ("nobody", "none", "neither") or syntax.is_negated(parse, subject))


def _is_given(parse: Parse, clause: int, *, negated: bool) -> bool:
    """Whether a phrase is neither supposed nor wished for, asked for or yet to come."""
    around = {parse.lower[c] for c in parse.children[clause] if parse.labels[c] in ("mark", "aux", "advmod")}
    if not around.isdisjoint(SUPPOSING) or not around.isdisjoint(WISHED - {"could", "can"} if negated else WISHED | UNREAL):
        return False
    if "to" not in around:
        return parse.labels[clause] != "pcomp"
    head = parse.heads[clause]
    above = {parse.lower[c] for c in parse.children[head] if parse.labels[c] in ("aux", "advmod")}
    if negated:
        return "yet" in parse.lower[head:clause] or is_out_of_reach(parse, clause)
    return parse.lemmas[head] in FORCED and above.isdisjoint(UNREAL | {"yet"})


def _speaker(parse: Parse, clause: int, *, strict: bool) -> int | None:
    """Who answers; nothing where the subject is no person or body."""
    found = syntax.own_subject(parse, clause)
    if found is None and parse.labels[clause] in ("conj", "advcl", "acl", "relcl", "xcomp", "ROOT", "parataxis"):
        found = syntax.subject(parse, clause)
    if found is None and parse.labels[clause] == "xcomp":
        above = parse.heads[clause]
        found = syntax.own_subject(parse, above) or syntax.subject(parse, parse.heads[above])
    if found is None:
        return None
    if parse.lower[found] in syntax.RELATIVES:
        found = syntax.antecedent(parse, found)
    if parse.lower[found] in NO_SPEAKER:
        return None
    is_name = parse.words[found][0].isupper() and parse.tags[found] == "NN" and not parse.children[found]
    is_known = is_name or parse.pos[found] in ("PROPN", "PRON") or parse.lower[found] in PEOPLE
    is_people = is_known or not load_people().isdisjoint((parse.lemmas[found], parse.lower[found]))
    if strict:
        return found if is_people and parse.lemmas[found] not in THINGS else None
    is_thing = is_word(parse.lemmas[found]) or parse.lemmas[found] in THINGS
    return found if is_people or (parse.pos[found] in ("NOUN", "ADJ", "NUM") and not is_thing) else None


def put_idioms(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one for each set phrase, in place of whatever its words were taken for."""
    idioms = find_idioms(parse)
    phrases = {id(idiom): draft for idiom in idioms if not idiom.reported and (draft := _draft(parse, idiom)) is not None}
    held = [idiom for idiom in idioms if idiom.reported or id(idiom) in phrases]
    taken = [(idiom.cue[0], max(idiom.cue[1], idiom.head + 1)) for idiom in held]
    kept = [d for d in drafts if not any(start <= d.head < end for start, end in taken)]
    return [*kept, *phrases.values()]


def _draft(parse: Parse, idiom: Idiom) -> Draft | None:
    source = find_source_ranges(parse, idiom.speaker, idiom.cue, (idiom.content,))
    if not source:
        return None
    why = f"set phrase with {parse.lemmas[idiom.head]}: {idiom.answer}; p={CONFIDENCE:.2f}"
    return Draft(idiom.head, idiom.cue, source, (idiom.content,), ACTS[idiom.answer], CONFIDENCE, why)
