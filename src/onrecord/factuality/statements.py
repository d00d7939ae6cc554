"""Plainly told contents -> the answers that they are by what they say: "the memo was genuine", "we did not fire"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.factuality.holders import span_tokens, token_at
from onrecord.factuality.scope import negation_of
from onrecord.factuality.tables import load_tables
from onrecord.language import syntax
from onrecord.records import Attribution, Event, Parse, Span, StanceValue

IGNORANT = frozenset({"know", "see", "remember", "want", "plan", "expect", "hope", "intend", "have", "understand"})
"""Verbs whose negation answers nobody ("did not know who had fired")."""

BELIEVING = frozenset({"believe", "accept", "trust", "buy", "credit", "swallow"})
"""Verbs whose negation doubts what they govern, as does asking why anybody should."""

EVIDENCE = frozenset({"proof", "evidence", "sign", "indication", "trace", "basis", "confirmation"})
"""What is found wanting by who doubts a claim ("found no proof of fraud")."""

SEEKING = frozenset({"find", "see", "have", "show", "offer", "be"})
VERDICTS: dict[str, StanceValue] = {"false": "rejects", "true": "confirms"}
"""What a content says that calls something said false or true, by the class of its predicate."""

MISTOLD = frozenset({"misquote", "misunderstand", "misrepresent", "mistranslate", "misreport", "misinterpret"})
REFUSALS = frozenset({"no", "not", "never", "nothing", "nobody", "none", "nonsense"})
SPEAKERS = {
    True: frozenset({"i", "we", "our", "my", "us", "ours"}),
    False: frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "i", "we", "our", "my"}),
}
"""Pronouns that may stand for the one who speaks, within quotation marks and without."""

LATER = frozenset({"will", "wo", "would", "'ll", "’ll", "shall"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What a content answers.

    Attributes:
        value: how.
        event: the one that it denies, if any.
        signs: what makes an answer likelier or less so: `fragment`, `verdict`, `mistold`, `disbelief`, `later` (not in the first
            sentence); of a denial whether it is `literal` (between quotation marks) or `reported`, of the speaker's `own` side,
            of a `deed` told as an event or of `no deed`, `buried` (the event is not the clause's own verb's), or `to come`.
        about: the phrase that a verdict is passed on.
    """

    value: StanceValue
    event: Event | None = None
    signs: tuple[str, ...] = ()
    about: Span | None = None


def read_statements(parse: Parse, attribution: Attribution, denied: Sequence[Event]) -> Iterator[Statement]:
    """What a content answers in its first sentence, and the events that later sentences of it deny.

    Args:
        parse: the article's.
        attribution: one whose cue only tells.
        denied: the events of its content that are denied on its holder's word.
    """
    roots = content_roots(parse, attribution)
    if not roots:
        if attribution.act in ("assert", "deny") and _is_refusal(parse, attribution):
            yield Statement("denies", None, ("fragment",))
        return
    start, end = parse.sentences[parse.sentence_of[roots[0]]]
    first = _first(parse, attribution, roots[0], [e for e in denied if start <= token_at(parse, e.head.start) < end])
    if first is not None:
        yield first
    for root in roots[1:]:
        event = _event_at(parse, root, denied)
        if event is not None and negation_of(parse, root, None) is not None and not _is_supposed(parse, root):
            yield Statement("denies", event, ("later",))


def _first(parse: Parse, attribution: Attribution, root: int, denied: Sequence[Event]) -> Statement | None:
    negated = negation_of(parse, root, None) is not None
    verdict = _verdict(parse, root)
    if verdict is not None:
        return None if negated else _judgement(parse, root, verdict)
    if parse.lemmas[root] in MISTOLD:
        return None if negated else Statement("denies", None, ("mistold",))
    if _is_supposed(parse, root):
        return None
    event = _event_at(parse, root, denied)
    if (negated and parse.lemmas[root] in BELIEVING) or any(_lacks_evidence(parse, v) for v in syntax.conjuncts(parse, root)):
        return Statement("doubts", None, ("disbelief",))
    if (negated and parse.lemmas[root] in IGNORANT and event is None) or attribution.act in ("believe", "express"):
        return None
    signs = _signs(parse, attribution, root)
    if negated:
        return Statement("denies", event, (*signs, "deed" if event else "no deed"))
    return Statement("denies", denied[0], (*signs, "buried")) if denied else None


def _judgement(parse: Parse, root: int, value: StanceValue) -> Statement:
    """A verdict with the phrase that it is passed on."""
    subject = syntax.own_subject(parse, root)
    if subject is None:
        return Statement(value, None, ("verdict",))
    about = parse.span(*syntax.subtree(parse, subject))
    return Statement(value, None, ("verdict",), about)


def _signs(parse: Parse, attribution: Attribution, root: int) -> tuple[str, ...]:
    """Whether a denial is literal, of what the speaker's side is said to have done, or of what is to come."""
    signs = ["literal" if attribution.kind == "direct" else "reported"]
    subject = syntax.own_subject(parse, root)
    if subject is not None:
        start, end = syntax.subtree(parse, subject)
        if any(parse.lower[t] in SPEAKERS[attribution.kind == "direct"] for t in range(start, end)):
            signs.append("own")
    if any(parse.lower[c] in LATER and parse.labels[c] == "aux" for c in parse.children[root]):
        signs.append("to come")
    return tuple(signs)


def content_roots(parse: Parse, attribution: Attribution) -> list[int]:
    """The verbs that head the sentences of a content, in text order."""
    by_sentence: dict[int, int] = {}
    for token in (t for span in attribution.content for t in span_tokens(parse, span)):
        if parse.pos[token] not in ("VERB", "AUX") or parse.labels[token] in ("aux", "auxpass"):
            continue
        best = by_sentence.get(parse.sentence_of[token])
        if best is None or parse.depths[token] < parse.depths[best]:
            by_sentence[parse.sentence_of[token]] = token
    return [by_sentence[sentence] for sentence in sorted(by_sentence)]


def _is_supposed(parse: Parse, root: int) -> bool:
    """Whether a clause only says what would have been ("Had they asked, nobody would have been hurt")."""
    auxiliaries = {parse.lower[c] for c in parse.children[root] if parse.labels[c] in ("aux", "auxpass")}
    if auxiliaries & {"would", "could", "might"} and "have" in auxiliaries:
        return True
    return any(_is_inverted(parse, verb) for verb in (root, *syntax.children_of(parse, root, "advcl")))


def _is_inverted(parse: Parse, verb: int) -> bool:
    subject = syntax.own_subject(parse, verb)
    before = [c for c in parse.children[verb] if subject is not None and c < subject]
    return any(parse.lower[c] in ("had", "were") and parse.labels[c] in ("aux", "auxpass") for c in before)


def _is_refusal(parse: Parse, attribution: Attribution) -> bool:
    """A content without a verb that says no ("Absolutely not", "No casualties in the port")."""
    words = [t for span in attribution.content[:1] for t in span_tokens(parse, span) if parse.pos[t] not in ("PUNCT", "SPACE")]
    return any(parse.lower[t] in REFUSALS for t in words[:2])


def _event_at(parse: Parse, root: int, events: Sequence[Event]) -> Event | None:
    """The event that a clause's verb denies: itself, or what it has as its subject or object."""
    near = {root, *syntax.children_of(parse, root, "dobj", "nsubj", "nsubjpass", "attr", "xcomp")}
    return next((event for event in events if token_at(parse, event.head.start) in near), None)


def _lacks_evidence(parse: Parse, verb: int) -> bool:
    """ "found no proof of fraud"."""
    objects = syntax.children_of(parse, verb, "dobj", "attr", "nsubjpass")
    if parse.lemmas[verb] not in SEEKING or not any(parse.lemmas[o] in EVIDENCE for o in objects):
        return False
    return negation_of(parse, verb, None) is not None


def _verdict(parse: Parse, root: int) -> StanceValue | None:
    """Whether a clause calls its subject false ("is a forgery") or true ("is genuine")."""
    others = (root, *syntax.children_of(parse, root, "attr", "acomp", "oprd"))
    found = (load_tables().predicate((parse.lower[o], parse.lemmas[o]), parse.pos[o], "subj") for o in others)
    return next((VERDICTS[s.name] for s in found if s is not None and s.name in VERDICTS), None)
