"""Set phrases that answer: "has yet to respond", "had no comment", "could not be reached", "is having none of it".

No verb of theirs tells anything by itself, so that neither trained chances nor a list of verbs finds them. The table
`data/idioms.tsv` has one a line: the answer, whether it is negated and passive, and its words one after the other. Of a word
there may be several forms; `?` may be left out; `*` is what is answered
(`*word`: a noun that names what was said or asked; `*claim`: what was said; `*clause`: a question).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from onrecord.attribution.building import Draft
from onrecord.attribution.replies import is_word, load_replies
from onrecord.attribution.silences import CALLS, SILENCE, Silence, find_silence
from onrecord.attribution.spans import find_source_ranges
from onrecord.language import syntax
from onrecord.language.word_lists import load_speakers
from onrecord.records import Act, Parse, StanceValue

POINTING = frozenset({"it", "this", "that", "these", "those", "them"})
PEOPLE = frozenset({"some", "many", "others", "both", "most", "few", "one", "several", "nobody"})
"""Determiners and pronouns that stand for people, where they speak."""

NO_SPEAKER = frozenset({"it", "there", "this", "that", "these", "those", "what", "nothing", "everything"})
THINGS = CALLS | frozenset(
    {"body", "engine", "market", "phone", "radio", "system", "telephone", "test", "result", "image", "animal"}
)
"""What does not respond or is not available without declining anything."""

ASIDES = frozenset({",", "though", "however"})
UNREAL = frozenset({"if", "whether", "unless", "until"})
COMPLEMENTS = ("dobj", "prep", "ccomp", "xcomp", "dative", "attr")
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
    """

    answer: StanceValue
    head: int
    cue: tuple[int, int]
    content: tuple[int, int]
    speaker: int
    clause: int
    reported: bool = False


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
        pattern = Pattern(cast(StanceValue, answer), "no" in when.split(), "passive" in when.split(), forms, optional, rest)
        for form in forms[0]:
            found.setdefault(form, []).append(pattern)
    return found


def find_idioms(parse: Parse) -> list[Idiom]:
    """The set phrases of an article, one a token at most, in text order."""
    patterns = load_patterns()
    found = []
    for token, lemma in enumerate(parse.lemmas):
        if lemma in patterns:
            idiom = next((i for pattern in patterns[lemma] if (i := _match(parse, token, pattern)) is not None), None)
            found.extend([idiom] if idiom is not None else [])
        if lemma in CALLS or lemma in SILENCE:
            found.extend(_silence(parse, token))
    return found


def _match(parse: Parse, token: int, pattern: Pattern) -> Idiom | None:
    clause = parse.heads[token] if parse.labels[token] in ("acomp", "oprd", "attr") else token
    if pattern.negated and not (_is_negated(parse, clause) or any(parse.lower[c] == "less" for c in parse.children[token])):
        return None
    if pattern.passive and not syntax.is_passive(parse, token):
        return None
    last = _run(parse, token, pattern)
    if last is None or not _is_real(parse, clause):
        return None
    content = _rest(parse, token, last, pattern)
    speaker = _speaker(parse, clause)
    if content is None or speaker is None or content[0] <= speaker < content[1]:
        return None
    cue = _cue(parse, clause, token, content[0])
    while parse.pos[content[0]] == "PUNCT" or parse.lower[content[0]] in ASIDES:
        content = (content[0] + 1, content[1])
    found = Idiom(pattern.answer, token, cue, content, speaker, clause, _is_reported(parse, clause, speaker))
    return found if cue[0] < cue[1] and not cue[0] <= speaker < cue[1] else None


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
    """The last token of the phrase's own words, if they follow one another, adverbs aside."""
    end = parse.sentences[parse.sentence_of[token]][1]
    at, last = token + 1, token
    for index, forms in enumerate(pattern.forms[1:], 1):
        while at < end and (parse.pos[at] == "ADV" or parse.lower[at] in ASIDES) and not _is_form(parse, at, forms):
            at += 1
        if at < end and _is_form(parse, at, forms):
            last, at = at, at + 1
        elif index not in pattern.optional:
            return None
    return last


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
    if pattern.rest == "*word" and not (is_word(parse.lemmas[taken]) or parse.lower[taken] in POINTING):
        return None
    if pattern.rest == "*claim" and parse.lemmas[taken] not in load_replies()[1]["word"]:
        return None
    start = last if parse.pos[last] == "ADP" and parse.labels[last] != "prt" else last + 1
    return start, syntax.subtree(parse, taken)[1]


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
        (c > token and parse.labels[c] in COMPLEMENTS and parse.lower[c] in ("to", "on", "about", "for", "with"))
        or parse.labels[c] in ("dobj", "ccomp")
        for c in parse.children[token]
    )


def _is_negated(parse: Parse, clause: int) -> bool:
    if syntax.is_negated(parse, clause) or "yet" in parse.lower[max(0, clause - 2) : clause]:
        return True
    head = parse.heads[clause]
    if parse.labels[clause] == "xcomp" and (
        "yet" in parse.lower[head:clause] or parse.lemmas[head] == "unable" or syntax.is_negated(parse, head)
    ):
        return True
    subject = syntax.own_subject(parse, clause)
    return subject is not None and (parse.lower[subject] in ("nobody", "none", "neither") or syntax.is_negated(parse, subject))


def _is_real(parse: Parse, clause: int) -> bool:
    """Whether a phrase is neither supposed nor wished for."""
    around = [parse.lower[c] for c in parse.children[clause] if parse.labels[c] in ("mark", "aux", "advmod")]
    return UNREAL.isdisjoint(around) and not ("should" in around or "must" in around)


def _speaker(parse: Parse, clause: int) -> int | None:
    """Who answers; nothing where the subject is no person or body."""
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
    if parse.pos[found] in ("PROPN", "PRON") or parse.lower[found] in PEOPLE or parse.lemmas[found] in load_speakers():
        return found
    is_thing = is_word(parse.lemmas[found]) or parse.lemmas[found] in THINGS
    return found if parse.pos[found] in ("NOUN", "ADJ", "NUM") and not is_thing else None


def put_idioms(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one for each set phrase, in place of whatever its words were taken for."""
    own = (idiom for idiom in find_idioms(parse) if not idiom.reported)
    phrases = [(idiom, draft) for idiom in own if (draft := _draft(parse, idiom)) is not None]
    taken = [(idiom.cue[0], max(idiom.cue[1], idiom.head + 1)) for idiom, _ in phrases]
    kept = [d for d in drafts if not any(start <= d.head < end for start, end in taken)]
    return [*kept, *(draft for _, draft in phrases)]


def _draft(parse: Parse, idiom: Idiom) -> Draft | None:
    source = find_source_ranges(parse, idiom.speaker, idiom.cue, (idiom.content,))
    if not source:
        return None
    why = f"set phrase with {parse.lemmas[idiom.head]}: {idiom.answer}; p={CONFIDENCE:.2f}"
    return Draft(idiom.head, idiom.cue, source, (idiom.content,), ACTS[idiom.answer], CONFIDENCE, why)
