"""Times and events of a sentence -> which time belongs to which event, by the path between them in the parse."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.language import syntax
from onrecord.records import HappenedBasis, Parse, Span, Timex
from onrecord.times.days import Days, days_between, shift
from onrecord.times.tense import ASPECTUAL, FORWARD, SCHEDULED, VERBS, is_perfect, own_tense

REPORTS = frozenset({
    "say", "tell", "announce", "report", "state", "claim", "warn", "add", "note", "confirm", "deny", "admit", "allege", "reveal",
    "declare", "explain", "insist", "argue", "acknowledge", "believe", "think", "know", "estimate", "predict", "write", "accuse",
    "describe", "suggest", "show", "indicate", "recall", "remember", "comment", "stress", "maintain", "assert", "learn",
    "disclose", "testify", "quote", "cite", "read", "boast", "concede", "complain", "hint", "imply", "find", "conclude", "hear",
})  # fmt: skip
"""Verbs whose own time is that of the telling, not of what is told."""

CARRIERS = frozenset({"letter", "message", "note", "report", "article", "video", "telegram", "memo", "testimony", "remark"})
"""Further nouns for what somebody's words are told in."""

TELLINGS = frozenset({
    "interview", "statement", "briefing", "speech", "broadcast", "give", "publish", "conference", "tweet", "post", "call", "talk",
    "speak",
})  # fmt: skip
"""Words besides verbs of saying whose day is that of the telling."""

COUNTED_FROM = (None, "published", "mentioned", "named")
"""Anchors of expressions that are counted from days; any other names an event."""

MODIFIERS = frozenset({"compound", "nummod", "poss", "amod", "nmod"})
"""Labels by which a time belongs to the noun behind it ("the 2020 election", "Monday's talks")."""

ARRANGED = frozenset({
    "plan", "schedule", "hold", "set", "make", "sign", "launch", "issue", "complete", "begin", "start", "give", "carry", "stage",
    "mount", "open", "call", "fix", "due",
})  # fmt: skip
"""Participles whose time is that of the noun they describe ("talks planned for Monday", "a deal signed in 2018")."""

SHARING = frozenset({"by", "in", "while", "with", "through"})
"""Prepositions whose clause takes place when the one above does."""

CAUSES = frozenset({"for", "over", "about", "against", "despite", "on", "to"})
"""Prepositions that bring in what is spoken of or answered, at another time ("apologised for the raid")."""

BOUNDARY_MARKS = frozenset(
    {"after", "before", "since", "until", "till", "if", "unless", "once", "although", "though", "because", "while"}
)
"""Conjunctions whose clause has a time of its own."""


_STRETCH = re.compile(r"P(\d+)([DWMY])")


class Placed(NamedTuple):
    """A time at its tokens, with the word that brings it in ("on", "since", ""), and the token it belongs to.

    `basis` is `timex` or `event`; `begin` and `end_day` are ISO days. A time that hangs on an event nobody can date has
    neither; `event` is that event's token.
    """

    start: int
    end: int
    relation: str
    host: int
    begin: str | None
    end_day: str | None
    basis: HappenedBasis = "timex"
    timex: str | None = None
    through_noun: bool = False
    event: int | None = None

    @property
    def size(self) -> int:
        """Days from the first to the last; a million when a side is open."""
        if self.begin is None or self.end_day is None:
            return 1_000_000
        return days_between(self.begin, self.end_day)


def tokens_of(parse: Parse, span: Span) -> tuple[int, int]:
    """Tokens that a span touches, half-open; empty where it touches none."""
    return bisect_right(parse.ends, span.start), bisect_left(parse.starts, span.end)


def head_of(parse: Parse, span: Span) -> int | None:
    """The syntactic head of the tokens that a span touches; `None` where it touches none."""
    start, end = tokens_of(parse, span)
    if start >= end:
        return None
    if end == start + 1:
        return start
    inner = [t for t in range(start, end) if not start <= parse.heads[t] < end or parse.heads[t] == t]
    return inner[0] if inner else start


UNKNOWN = frozenset({"later", "afterwards", "afterward", "after", "following", "next", "that", "same"})
"""Words of expressions that count from a day which, where they have no days of their own, nobody has named."""


def is_placeable(parse: Parse, timex: Timex) -> bool:
    """Whether a time dates what it belongs to: by its days, or by pointing to a day that nobody has named ("that night")."""
    if timex.begin or timex.end:
        return True
    start, end = tokens_of(parse, timex.span)
    return timex.type in ("DATE", "TIME") and not UNKNOWN.isdisjoint(parse.lower[start:end])


def place(parse: Parse, timexes: Iterable[Timex], heads: frozenset[int]) -> list[Placed]:
    """Time expressions with the verb, or the event among `heads`, that each one belongs to."""
    found = []
    for timex in timexes:
        start, end = tokens_of(parse, timex.span)
        token = head_of(parse, timex.span)
        if token is None:
            continue
        relation, host = _climb(parse, token, start, end, heads)
        through_noun = _hangs_on_noun(parse, token, host)
        basis: HappenedBasis = "timex" if timex.anchor in COUNTED_FROM else "event"
        found.append(Placed(start, end, relation, host, timex.begin, timex.end, basis, timex.id, through_noun))
    return found


def place_stretches(parse: Parse, timexes: Iterable[Timex], heads: frozenset[int], published: Days | None) -> list[Placed]:
    """Bare stretches that reach to or from the publication: "has held it for ten days", "within two weeks"."""
    found: list[Placed] = []
    for timex in timexes:
        match = _STRETCH.fullmatch(timex.value)
        start, end = tokens_of(parse, timex.span)
        token = head_of(parse, timex.span)
        if timex.begin or timex.end or match is None or token is None or not start or published is None:
            continue
        relation, host = _climb(parse, token, start, end, heads)
        today, number = published[1], int(match[1])
        first, last = shift(today, -number, match[2]), shift(today, number, match[2])
        if relation == "for" and first is not None and is_perfect(parse, host):
            found.append(Placed(start, end, "for", host, first.isoformat(), None, "timex", timex.id))
        elif relation == "within" and last is not None:
            found.append(Placed(start, end, "within", host, today.isoformat(), last.isoformat(), "timex", timex.id))
    return found


def _climb(parse: Parse, token: int, start: int, end: int, heads: frozenset[int]) -> tuple[str, int]:
    before = parse.lower[start - 1] if start else ""
    relation = before if start and (parse.pos[start - 1] in ("ADP", "SCONJ") or before in ("and", "to", "through")) else ""
    if start and relation == "" and _is_tied_noun(parse, start - 1):
        return relation, start - 1
    for above in syntax.ancestors(parse, token):
        if start <= above < end:
            continue
        misread = relation in ("in", "on") and parse.labels[token] != "poss"
        if above > token and parse.labels[token] in MODIFIERS and parse.pos[above] in ("NOUN", "PROPN") and not misread:
            return relation, above
        if relation == "before" and parse.labels[token] == "nsubj" and parse.lemmas[above] == "be" and above not in heads:
            token = above  # "before the year is out": the time of what stands above
            continue
        if above in heads or parse.pos[above] in VERBS:
            return relation, _main_verb(parse, above, token, heads)
        token = above
    return relation, token


def _is_tied_noun(parse: Parse, token: int) -> bool:
    """Whether a noun is what "after" or "before" governs: a time right behind it is its own ("after the crash last May")."""
    ties = parse.lower[parse.heads[token]] in ("after", "before", "since", "following")
    return ties and parse.pos[token] == "NOUN" and parse.labels[token] == "pobj"


def _hangs_on_noun(parse: Parse, token: int, host: int) -> bool:
    """Whether a noun stands between a time and its verb ("the first loss since 1992")."""
    for above in syntax.ancestors(parse, token):
        if above == host:
            return parse.pos[host] not in VERBS
        if parse.pos[above] == "NOUN":
            return True
    return False


def _main_verb(parse: Parse, verb: int, below: int, heads: frozenset[int]) -> int:
    """The verb a time belongs to: what is planned for it rather than the plan ("plans to withdraw on Friday")."""
    if verb in heads and parse.pos[verb] not in VERBS:
        return verb
    infinitive = syntax.child(parse, verb, "xcomp")
    if parse.lemmas[verb] in FORWARD and infinitive is not None and infinitive < below and parse.tags[infinitive] == "VB":
        return infinitive
    return verb


def lenders(parse: Parse, head: int) -> Iterator[int]:
    """Tokens whose time an event may take over, nearest first: itself, what it coordinates or governs, and what is above it."""
    yield head
    yield from _below(parse, head)
    token = head
    for above in syntax.ancestors(parse, token):
        if _is_boundary(parse, token, above):
            return
        if parse.pos[above] in VERBS or parse.pos[above] == "NOUN":
            yield above
            if parse.pos[above] in VERBS:
                yield from _below(parse, above)
        token = above


def _arranged_below(parse: Parse, preposition: int) -> Iterator[int]:
    """Participles that the parse hangs on a noun's complement ("a visit by the minister planned for Monday")."""
    noun = syntax.child(parse, preposition, "pobj")
    if noun is not None:
        yield from (c for c in syntax.children_of(parse, noun, "acl") if parse.lemmas[c] in SCHEDULED)


def _below(parse: Parse, head: int) -> Iterator[int]:
    """Coordinated verbs that share the subject, and the object of a verb."""
    if parse.pos[head] in VERBS:
        yield from carriers(parse, head)
    for child in parse.children[head]:
        label = parse.labels[child]
        if label == "advcl" and is_when(parse, child):
            yield child
        if label in ("acl", "relcl") and parse.tags[child] in ("VBN", "VBD") and parse.lemmas[child] in ARRANGED:
            yield child
        if label == "prep" and parse.pos[head] == "NOUN":
            yield from _arranged_below(parse, child)
        if label == "relcl" and parse.lemmas[child] in FORWARD:
            yield from (c for c in parse.children[child] if parse.labels[c] == "xcomp" and parse.tags[c] == "VB")
        if label in ("ccomp", "xcomp") and parse.lemmas[head] in ("let", "make", "help") and parse.tags[child] == "VB":
            yield child
        shares = label == "conj" and parse.pos[child] in VERBS and syntax.own_subject(parse, child) is None
        if shares or (label == "dobj" and parse.pos[head] in VERBS) or (label == "xcomp" and parse.tags[child] == "VBG"):
            yield child


def carriers(parse: Parse, verb: int) -> Iterator[int]:
    """Participles of the statement that something is said in ("said in a statement published on Friday")."""
    for preposition in syntax.children_of(parse, verb, "prep"):
        noun = syntax.child(parse, preposition, "pobj")
        if noun is not None and parse.lemmas[noun] in TELLINGS | CARRIERS:
            yield from syntax.children_of(parse, noun, "acl")


def is_when(parse: Parse, verb: int) -> bool:
    """Whether a verb's clause says when what stands above it happened."""
    return any(parse.lower[c] == "when" for c in parse.children[verb])


def _is_going_on(parse: Parse, verb: int) -> bool:
    """Whether a past progressive tells what went on when the rest happened ("which was carrying flour, came down")."""
    return parse.tags[verb] == "VBG" and any(parse.lower[c] in ("was", "were") for c in parse.children[verb])


def _is_boundary(parse: Parse, token: int, above: int) -> bool:
    """Whether what stands below has a time of its own that the word above does not give."""
    label = parse.labels[token]
    if label in ("ccomp", "csubj", "parataxis", "relcl"):
        return label != "relcl" or not _is_going_on(parse, token)
    if label == "xcomp":
        speaks = parse.lemmas[above] in REPORTS
        return speaks or (parse.tags[token] == "VB" and parse.lemmas[above] not in ASPECTUAL)
    if label == "advcl":
        mark = syntax.child(parse, token, "mark", "advmod")
        return (mark is not None and parse.lower[mark] in BOUNDARY_MARKS) or parse.tags[token] == "VB"
    if label == "pcomp":
        return parse.lower[above] not in SHARING
    if label == "pobj":
        return parse.lower[above] in CAUSES or parse.lower[above] in BOUNDARY_MARKS
    if label == "conj" and parse.pos[token] in VERBS:
        if any(parse.lower[c] == "that" and parse.labels[c] == "mark" for c in parse.children[token]):
            return True  # "said that it was moved in May and that the drill was over": two contents
        return own_tense(parse, token) != own_tense(parse, above) and own_tense(parse, token) is not None
    if label == "acl":
        return parse.tags[token] == "VB"
    return False
