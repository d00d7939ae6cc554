"""Plainly told contents -> the answers that they are by what they say: "the map was real", "we did not fire"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.attribution.idioms import Idiom
from onrecord.factuality.holders import span_tokens, token_at
from onrecord.factuality.scope import negation_of
from onrecord.factuality.tables import answer_nouns, load_tables
from onrecord.factuality.wordings import JUDGED, VERDICTS, insists, is_yes, read_fragment, read_manner
from onrecord.language import syntax
from onrecord.records import Attribution, Event, Parse, Span, StanceValue

IGNORANT = frozenset({"know", "see", "remember", "want", "plan", "expect", "hope", "intend", "have", "understand"})
"""Verbs whose negation answers nobody ("did not know who had fired")."""

BELIEVING = frozenset({"believe", "accept", "trust", "buy", "credit", "swallow"})
"""Verbs whose negation doubts what they govern, as does asking why anybody should."""

UNSURE = frozenset({"sure", "certain", "clear", "aware", "convinced"})
VERIFYING = frozenset({"authenticate", "confirm", "corroborate", "substantiate", "verify"})
EVIDENCE = frozenset({"proof", "evidence", "sign", "indication", "trace", "basis", "confirmation"})
"""What is found wanting by who doubts a claim ("found no proof of fraud")."""

SEEKING = frozenset({"find", "see", "have", "show", "offer", "be"})
NO_DOUBT = frozenset({"doubt", "question"})
"""What "there is no" of, or no reason to, leaves a claim standing."""

WORDED = (
    "yes", "yeah", "true", "yet", "early", "soon", "premature", "hard", "difficult", "impossible", "question", "matter",
    "consistent",
)  # fmt: skip
"""Words of the contents that answer by their manner."""

LYING = frozenset({"lie", "fabricate", "concoct", "invent"})
"""Verbs by which a content calls what somebody said untrue."""

INSISTING = frozenset({"insist", "maintain", "claim", "contend", "assert", "swear", "assure", "assurance", "insistence"})
BEING = frozenset({"exist", "happen", "occur", "take"})
NO_ONE = frozenset({"nobody", "none", "nothing", "neither", "no"})
MISTOLD = frozenset({"misquote", "misunderstand", "misrepresent", "mistranslate", "misreport", "misinterpret"})
REFUSALS = frozenset({"no", "not", "never", "nothing", "nobody", "none", "nonsense"})
SPEAKERS = {
    True: frozenset({"i", "we", "our", "my", "us", "ours"}),
    False: frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "i", "we", "our", "my"}),
}
"""Pronouns that may stand for the one who speaks, within quotation marks and without."""

ABLE = frozenset({"can", "ca", "could", "must", "should", "may", "might"})
LATER = frozenset({"will", "wo", "would", "'ll", "’ll", "shall"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What a content answers.

    Attributes:
        value: how.
        event: the one that it denies, if any.
        signs: what makes an answer likelier or less so: `fragment`, `refusal` (a bare one), `verdict`, `lying`, `mistold`,
            `disbelief`, `unverified`, `unaware`, `no evidence`, `no such`, `later` (not in the first sentence); of a denial
            whether it is `literal` (between quotation marks) or `reported`, of the speaker's `own` side, of a `deed` told as an
            event or of `no deed`, `buried` (the event is not the clause's own verb's), `to come`, `being` (that there was such a
            thing at all; `existing`), `nobody`'s, `past`, `such` (a thing spoken of before), `able` (what cannot, must not or
            may not be), `supposed` (told by what would have followed).
        about: the phrase that a verdict is passed on.
        sentence: the one that answers, where the content has several.
    """

    value: StanceValue
    event: Event | None = None
    signs: tuple[str, ...] = ()
    about: Span | None = None
    sentence: int | None = None


def read_statements(
    parse: Parse, attribution: Attribution, denied: Sequence[Event], phrases: Mapping[int, Idiom]
) -> Iterator[Statement]:
    """What a content answers in its first sentence, and the events that later sentences of it deny.

    Args:
        parse: the article's.
        attribution: one whose cue only tells.
        denied: the events of its content that are denied on its holder's word.
        phrases: the reported set phrases, by the verbs that head them.
    """
    roots = content_roots(parse, attribution)
    if not roots:
        verdict = read_fragment(parse, attribution)
        if verdict is not None:
            yield Statement(verdict, None, ("verdict", "brief"))
        elif _is_refusal(parse, attribution):
            yield from _refusal(parse, attribution)
        return
    if roots[0] in phrases:
        phrase = phrases[roots[0]]
        yield Statement(phrase.answer, None, ("weak" if phrase.weak else "set phrase",))
        return
    start, end = parse.sentences[parse.sentence_of[roots[0]]]
    first = _first(parse, attribution, roots[0], [e for e in denied if start <= token_at(parse, e.head.start) < end])
    later = list(_later(parse, attribution, roots[1:], denied))
    if first is None and not later and insists(parse, attribution) and negation_of(parse, roots[0], None) is None:
        first = Statement("denies", None, (*_signs(parse, attribution, roots[0]), "against"))
    if first is not None:
        yield replace(first, sentence=parse.sentence_of[roots[0]]) if len(roots) > 1 else first
    yield from later


def _later(parse: Parse, attribution: Attribution, roots: Sequence[int], denied: Sequence[Event]) -> Iterator[Statement]:
    """What later sentences of a content deny: an event, or that there ever was such a thing."""
    for root in roots:
        event = _event_at(parse, root, denied)
        if negation_of(parse, root, None) is None or _is_supposed(parse, root) or attribution.act in ("believe", "express"):
            continue
        manner = tuple(_manner(parse, root))
        if event is not None or ("being" in manner and "past" in manner):
            yield Statement("denies", event, ("later", *(("deed",) if event else manner)), sentence=parse.sentence_of[root])


def read_verdict(parse: Parse, attribution: Attribution) -> Statement | None:
    """The verdict that a content passes as a whole: "(confirmed) that the memo was genuine"."""
    roots = content_roots(parse, attribution)
    value = _verdict(parse, roots[0]) if roots else None
    return (
        None
        if value is None or negation_of(parse, roots[0], None) is not None
        else _judgement(parse, attribution, roots[0], value)
    )


def _refusal(parse: Parse, attribution: Attribution) -> Iterator[Statement]:
    """A content without a verb that says no: "Certainly not", "No casualties in the port", "(found) no such letter"."""
    words = [parse.lower[t] for t in span_tokens(parse, attribution.content[0]) if parse.pos[t] not in ("PUNCT", "SPACE")]
    if words[:2] == ["no", "comment"]:
        yield Statement("declines", None, ("reserve",))
    elif words[:2] == ["no", "such"]:
        yield Statement("doubts", None, ("no such",))
    elif attribution.act in ("assert", "deny", "reject"):
        yield Statement("denies", None, ("refusal" if _is_bare(parse, attribution) else "fragment",))


@cache
def _telling_words() -> frozenset[str]:
    verdicts = (
        lemma for (lemma, _, frame), found in load_tables().predicates.items() if frame == "subj" and found.name in VERDICTS
    )
    return frozenset(
        (*verdicts, *REFUSALS, *NO_ONE, *LYING, *MISTOLD, *JUDGED, "unaware", "n't", "n’t", "nor", "nowhere", "unable", *WORDED)
    )


def find_signals(parse: Parse) -> list[int]:
    """Where negations, verdicts and words of lying stand: code points, in text order. Without one nothing plain answers."""
    words = _telling_words()
    return [
        parse.starts[t]
        for t, (word, lemma) in enumerate(zip(parse.lower, parse.lemmas, strict=True))
        if word in words or lemma in words or parse.labels[t] == "neg"
    ]


def _first(parse: Parse, attribution: Attribution, root: int, denied: Sequence[Event]) -> Statement | None:
    negated = negation_of(parse, root, None) is not None
    verdict = _verdict(parse, root)
    if verdict is not None and not (negated and verdict == "rejects"):
        return _judgement(parse, attribution, root, "rejects" if negated else verdict)
    if parse.lemmas[root] in LYING and not negated and syntax.child(parse, root, "prep", "advmod") is None:
        return Statement("rejects", None, ("verdict", "lying"))
    if parse.lemmas[root] in MISTOLD:
        return None if negated else Statement("denies", None, ("mistold",))
    if _is_supposed(parse, root):
        event = _event_supposed(parse, attribution, root, denied)
        return None if event is None else Statement("denies", event, (*_signs(parse, attribution, root), "deed", "supposed"))
    if _is_undoubted(parse, root):
        return None
    if (manner := read_manner(parse, attribution, root)) is not None:
        return Statement(manner[0], None, (manner[1],))
    event = _event_at(parse, root, denied)
    if negated and parse.lemmas[root] == "correspond":
        return Statement("rejects", None, ("verdict",))
    if any(parse.lemmas[other] == "unaware" for other in syntax.children_of(parse, root, "acomp")):
        return Statement("doubts", None, ("unaware",))
    if _is_unverified(parse, root, negated=negated):
        return Statement("doubts", None, ("unverified",))
    if negated and (_is_unsure(parse, root) or _is_saw(parse, root)):
        return None
    if negated and parse.lemmas[root] in BELIEVING and _is_told(parse, root):
        return Statement("doubts", None, ("disbelief",))
    if any(_lacks_evidence(parse, verb) for verb in syntax.conjuncts(parse, root)):
        return Statement("doubts", None, ("no evidence",))
    if attribution.act in ("believe", "express"):
        return None
    if negated and parse.lemmas[root] in IGNORANT and event is None and not _is_witness(parse, root):
        return None
    signs = _signs(parse, attribution, root)
    if negated and ("to come" in signs or (event is None and "able" in _manner(parse, root))):
        return None  # "will not recognise him", "there could be no talks": refused or ruled out, and nobody answered
    if negated:
        return Statement("denies", event, (*signs, *(("deed",) if event else ("no deed", *_manner(parse, root)))))
    if denied:
        return Statement("denies", denied[0], (*signs, "buried"))
    if is_yes(parse, attribution):
        return Statement("confirms", None, ("yes",))
    return None


def _judgement(parse: Parse, attribution: Attribution, root: int, value: StanceValue) -> Statement:
    """A verdict with the phrase that it is passed on; in a headline it may open with a bare noun ("Claim that ... is a lie")."""
    first = token_at(parse, attribution.content[0].start)
    if parse.lower[first] in answer_nouns() and parse.lower[first + 1 : first + 2] == ["that"]:
        return Statement(value, None, ("verdict",), parse.span(first, first + 1))
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


def _manner(parse: Parse, root: int) -> Iterator[str]:
    """Of a denied thing that is no event of the article: whether it is said not to be at all, whose it is not, and when."""
    if parse.lemmas[root] == "exist":
        yield "existing"
    near = syntax.children_of(parse, root, "nsubj", "nsubjpass", "dobj", "attr")
    if any(parse.lower[child] == "such" for noun in near for child in parse.children[noun]):
        yield "such"
    if parse.lemmas[root] in BEING or syntax.child(parse, root, "expl") is not None:
        yield "being"
    subject = syntax.own_subject(parse, root)
    if subject is not None and (parse.lower[subject] in NO_ONE or syntax.is_negated(parse, subject)):
        yield "nobody"
    if any(parse.lower[c] in ABLE and parse.labels[c] == "aux" for c in parse.children[root]):
        yield "able"
    if parse.tags[root] in ("VBD", "VBN") or any(parse.lower[c] in ("did", "had", "was", "were") for c in parse.children[root]):
        yield "past"


def _is_unsure(parse: Parse, root: int) -> bool:
    """ "is not sure how", "it is not clear who": nothing is denied."""
    return any(parse.lemmas[other] in UNSURE for other in syntax.children_of(parse, root, "acomp"))


def _is_saw(parse: Parse, root: int) -> bool:
    """ "An apology is not a receipt": of no one thing."""
    subject, named = syntax.own_subject(parse, root), syntax.child(parse, root, "attr")
    if subject is None or named is None or parse.lemmas[root] != "be":
        return False
    return all(any(parse.lower[c] in ("a", "an") for c in parse.children[noun]) for noun in (subject, named))


def _is_unverified(parse: Parse, root: int, *, negated: bool) -> bool:
    """ "was unable to confirm the report", "has not been able to verify it"."""
    states = syntax.children_of(parse, root, "acomp")
    verbs = [t for state in states for t in syntax.children_of(parse, state, "xcomp") if parse.lemmas[t] in VERIFYING]
    return bool(verbs) and any(parse.lemmas[state] == ("able" if negated else "unable") for state in states)


def _is_told(parse: Parse, root: int) -> bool:
    """Whether what is not believed can be a word; "will accept no responsibility" doubts none."""
    taken = syntax.child(parse, root, "dobj")
    return parse.lemmas[root] != "accept" or taken is None or parse.lemmas[taken].lower() in answer_nouns()


def _is_witness(parse: Parse, root: int) -> bool:
    """ "saw no boat", "had heard nothing": what a witness denies; "did not see who fired" is no denial."""
    seen = syntax.child(parse, root, "dobj")
    return parse.lemmas[root] == "see" and seen is not None and syntax.is_negated(parse, seen)


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


def _event_supposed(parse: Parse, attribution: Attribution, root: int, denied: Sequence[Event]) -> Event | None:
    """What is denied by what would have followed ("If one shot had been fired, I would have resigned"); what another one has left
    undone is held against him."""
    conditions = [c for c in syntax.children_of(parse, root, "advcl") if _is_past_condition(parse, c)]
    own = [e for e in denied if not e.actors or attribution.holder in e.actors]
    return next((e for e in own for c in conditions if syntax.is_inside(parse, token_at(parse, e.head.start), c)), None)


def _is_past_condition(parse: Parse, verb: int) -> bool:
    below = {parse.lower[c] for c in parse.children[verb] if parse.labels[c] in ("mark", "aux", "auxpass")}
    return {"if", "had"} <= below or _is_inverted(parse, verb)


def _is_inverted(parse: Parse, verb: int) -> bool:
    subject = syntax.own_subject(parse, verb)
    before = [c for c in parse.children[verb] if subject is not None and c < subject]
    return any(parse.lower[c] in ("had", "were") and parse.labels[c] in ("aux", "auxpass") for c in before)


def _is_refusal(parse: Parse, attribution: Attribution) -> bool:
    """A content without a verb that says no ("Absolutely not", "No casualties in the port")."""
    words = [t for span in attribution.content[:1] for t in span_tokens(parse, span) if parse.pos[t] not in ("PUNCT", "SPACE")]
    return any(parse.lower[t] in REFUSALS for t in words[:2])


def _is_bare(parse: Parse, attribution: Attribution) -> bool:
    """ "Absolutely not", "Never": a refusal that names nothing."""
    return not any(parse.pos[t] in ("NOUN", "PROPN", "NUM") for span in attribution.content for t in span_tokens(parse, span))


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
    judged = next((JUDGED[parse.lemmas[o]] for o in others if parse.lemmas[o] in JUDGED and _is_of_words(parse, root)), None)
    return next((VERDICTS[s.name] for s in found if s is not None and s.name in VERDICTS), judged)


def _is_of_words(parse: Parse, root: int) -> bool:
    """Whether what a clause is about is a word of somebody's ("that version", "the demand", "it")."""
    subject = syntax.own_subject(parse, root)
    return subject is not None and (
        parse.lemmas[subject].lower() in answer_nouns() or parse.lower[subject] in ("it", "that", "this")
    )


def _is_undoubted(parse: Parse, root: int) -> bool:
    """ "there was no doubt that he did", "had no reason to doubt them": nothing is denied."""
    lacking = [t for t in syntax.children_of(parse, root, "attr", "dobj") if syntax.is_negated(parse, t)]
    reasons = [low for t in lacking if parse.lemmas[t] in ("cause", "reason") for low in parse.children[t]]
    return any(parse.lemmas[t] in NO_DOUBT for t in (*lacking, *reasons))
