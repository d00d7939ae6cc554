"""Attributions around a head -> whose word it stands in, and where on the way down each holder comes in."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.factuality.paths import Step
from onrecord.factuality.tables import Tables
from onrecord.factuality.transitions import is_speech, signature_of_cue
from onrecord.language import syntax
from onrecord.records import UNNAMED, Act, Attribution, Parse, Span

ACT_CLASSES: dict[Act, str] = {
    "assert": "report", "deny": "report", "reject": "reject", "confirm": "admit", "accuse": "report", "demand": "demand",
    "promise": "promise", "predict": "expect", "believe": "believe", "doubt": "doubt", "ask": "ask", "decide": "plan",
    "express": "regret",
}  # fmt: skip
"""The class of predicates that an attribution's act stands for where its cue is not in the table. A denial by a word that is no
denial itself ("said it did not") carries its own negation."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A holder that comes in at some point of the way down; `on_path` = its cue is the governor there."""

    name: str
    span: Span | None
    act_class: str
    on_path: bool


def outermost_first(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions by the length of their contents, longest first."""
    return sorted(attributions, key=lambda a: (-sum(e - s for s, e in a.content), a.id))


def covering(attributions: Sequence[Attribution], span: Span) -> list[Attribution]:
    """Those, in the order given, in whose content a span begins."""
    found, offset = [], span.start
    for attribution in attributions:
        for start, end in attribution.content:
            if start <= offset < end:
                found.append(attribution)
                break
    return found


Contents = Mapping[int, tuple[Span, ...]]
"""By token of a cue, the content of its attribution."""


def contents_by_cue(parse: Parse, attributions: Sequence[Attribution]) -> Contents:
    """What each token of each cue has as its content."""
    return {t: a.content for a in attributions for s in a.cue for t in span_tokens(parse, s)}


def parenthetical_voices(parse: Parse, steps: Sequence[Step], tables: Tables, cues: Contents) -> dict[int, list[Voice]]:
    """Sources between commas that the attributions lack, by index of a step.

    "Iran supplied the boats, a spokesman revealed"; "the army, she insists, had warned them"; "is ready, in her words, to talk".
    """
    voices: dict[int, list[Voice]] = {}
    for index, step in enumerate(steps):
        for other in parse.children[step.token]:
            if other in cues:
                continue
            if _is_parenthetical(parse, step.token, other, tables):
                voices.setdefault(index, []).append(replace(own_voice(parse, Step(step.token, other, "that")), on_path=False))
            elif parse.lower[other] == "in" and parse.labels[other] == "prep":
                voices.setdefault(index, []).extend(_in_words(parse, other))
    return voices


def _is_parenthetical(parse: Parse, clause: int, verb: int, tables: Tables) -> bool:
    """Whether a verb of telling, with its own subject, is put behind the clause it tells, or between commas into it."""
    if parse.labels[verb] not in ("parataxis", "dep"):
        return False
    found = tables.predicate((parse.lemmas[verb],), parse.pos[verb], "that")
    own = syntax.own_subject(parse, verb)
    if found is None or found.scope != "said" or own is None:
        return False
    start, end = syntax.subtree(parse, verb)
    edges = [parse.words[max(0, start - 1) : start + 1], parse.words[end - 1 : end + 1]]
    return own > clause or all("," in edge for edge in edges)


def _in_words(parse: Parse, preposition: int) -> list[Voice]:
    """ "in her words", "in the general's words"."""
    words = syntax.child(parse, preposition, "pobj")
    whose = None if words is None or parse.lower[words] != "words" else syntax.child(parse, words, "poss")
    if whose is None:
        return []
    return [_voice_named(parse, whose, on_path=False)]


def _voice_named(parse: Parse, holder: int, *, on_path: bool) -> Voice:
    """The voice of a noun phrase, without the sign of the possessive."""
    start, end = syntax.noun_phrase(parse, holder)
    while end - 1 > start and parse.tags[end - 1] == "POS":
        end -= 1
    span = parse.span(start, end)
    return Voice(" ".join(parse.text[span.start : span.end].split()), span, "report", on_path)


def span_tokens(parse: Parse, span: Span) -> range:
    """The tokens of a span of the text."""
    return range(token_at(parse, span.start), token_at(parse, max(span.start, span.end - 1)) + 1)


def token_at(parse: Parse, offset: int) -> int:
    """The token that holds a code point, or the last one before it."""
    return max(0, bisect.bisect_right(parse.starts, offset) - 1)


def voices_on_path(
    parse: Parse, steps: Sequence[Step], attributions: Sequence[Attribution], tables: Tables
) -> dict[int, list[Voice]]:
    """By index of a step, the holders that come in between its governor and itself, outermost first."""
    voices: dict[int, list[Voice]] = {}
    head = steps[-1].token
    for attribution in attributions:
        if attribution.cue and _is_said_of(parse, head, token_at(parse, attribution.cue[0].start)):
            if attribution.act == "deny":
                voices.setdefault(len(steps) - 1, []).append(_voice(attribution, "deny", on_path=False))
            continue
        index = _entry(parse, steps, attribution)
        governors = {steps[index].governor, *steps[index].between}
        cue = {t for s in attribution.cue for t in span_tokens(parse, s)}
        on_path = bool(cue & governors)
        if on_path and _is_beside_cue(parse, steps[index]):
            continue
        if not on_path:
            act_class = _class_beside(parse, steps[:index], steps[index], cue, tables)
        elif attribution.act == "deny" and len(cue) > 1:
            act_class = next((s.name for t in sorted(cue) if (s := signature_of_cue(parse, t, tables))), "report")
        elif attribution.act == "reject" and index == len(steps) - 1 and _is_left_standing(parse, head, cue, tables):
            act_class = "regret"
        else:
            act_class = ACT_CLASSES[attribution.act]
        voices.setdefault(index, []).append(_voice(attribution, act_class, on_path=on_path))
    return voices


def _is_left_standing(parse: Parse, head: int, cue: set[int], tables: Tables) -> bool:
    """Whether a deed is objected to or passed over by words that deny nothing ("kept silent on the raid")."""
    is_deed = parse.pos[head] in ("NOUN", "PROPN") and not is_speech(parse, head, tables)
    return is_deed and all((s := signature_of_cue(parse, t, tables)) is None or s.name == "report" for t in cue)


def _class_beside(parse: Parse, above: Sequence[Step], step: Step, cue: set[int], tables: Tables) -> str:
    """The class of a cue that stands above its content's governor, or is its subject; anywhere else the content is told.

    "denied at the time that ...", the clause parsed as the noun's; "the suspicion is that ...".
    """
    for token in sorted(cue):
        subject = parse.labels[token] in ("nsubj", "nsubjpass") and parse.heads[token] == step.governor
        if subject or token in {s.token for s in above}:
            found = signature_of_cue(parse, token, tables)
            if found is not None:
                return found.name
    return "report"


def _is_beside_cue(parse: Parse, step: Step) -> bool:
    """Whether the word is another deed of the speaker, not what he says ("said it was ready and accused Chad")."""
    if step.frame not in ("conj", "participle") or step.governor is None or syntax.own_subject(parse, step.token) is not None:
        return False
    return step.frame == "participle" or parse.tags[step.token] == parse.tags[step.governor]


def _is_said_of(parse: Parse, noun: int, cue: int) -> bool:
    """Whether the cue stands in a clause that hangs on the event's noun ("an attack which they denied having made")."""
    if parse.pos[noun] not in ("NOUN", "PROPN") or not parse.lefts[noun] <= cue < parse.rights[noun]:
        return False
    path = [cue, *syntax.ancestors(parse, cue)]
    return any(parse.heads[t] == noun and parse.labels[t] in ("relcl", "acl") for t in path)


def _voice(attribution: Attribution, act_class: str, *, on_path: bool) -> Voice:
    span = attribution.source[0] if attribution.source else None
    return Voice(attribution.chain[-1] if len(attribution.chain) > 1 else UNNAMED, span, act_class, on_path)


def _entry(parse: Parse, steps: Sequence[Step], attribution: Attribution) -> int:
    """The outermost step from which on all words of the way lie in the content."""
    index = len(steps) - 1
    while index > 0:
        start = parse.starts[steps[index - 1].token]
        if not any(s <= start < e for s, e in attribution.content):
            break
        index -= 1
    return index


def own_voice(parse: Parse, step: Step) -> Voice:
    """The holder that syntax gives to a predicate no attribution was found for: its agent, subject or possessor."""
    governor = step.governor
    assert governor is not None
    holder = _holder_of(parse, governor)
    if holder is None or holder == step.token or parse.pos[holder] in ("AUX", "VERB", "PUNCT"):
        return Voice(UNNAMED, None, "report", True)
    if parse.lower[holder] in ("it", "there", "that", "this", "which"):
        return Voice(UNNAMED, None, "report", True)
    return _voice_named(parse, holder, on_path=True)


def _holder_of(parse: Parse, governor: int) -> int | None:
    if parse.pos[governor] in ("VERB", "AUX"):
        if syntax.is_passive(parse, governor):
            return syntax.agent(parse, governor)
        return syntax.subject(parse, governor)
    if parse.pos[governor] == "ADJ":
        return syntax.own_subject(parse, parse.heads[governor])
    possessor = syntax.child(parse, governor, "poss")
    if possessor is not None:
        return possessor
    for preposition in syntax.children_of(parse, governor, "prep"):
        if parse.lower[preposition] in ("by", "from"):
            return syntax.child(parse, preposition, "pobj")
    return None
