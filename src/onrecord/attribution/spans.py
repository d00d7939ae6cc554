"""The words of a chosen triple: how far its cue and its source run, and which carriers a citation names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.ranges import Range, holds
from onrecord.language import syntax
from onrecord.language.word_lists import load_speakers
from onrecord.records import Parse

MAX_GAP = 5
"""Most tokens between a cue's head and its content that still belong to the cue ("took issue with")."""
CITING = frozenset({"citing", "quoting"})
CITATION_REACH = 12
OPENING = 6
"""Tokens of a content in which a citation of its own speaker may begin."""
OCCASIONS = frozenset(
    {"address", "broadcast", "interview", "letter", "message", "post", "report", "speech", "statement", "tweet"}
)
"""What somebody speaks in."""
DATES = syntax.DAYS | syntax.MONTHS
ADDRESSING = frozenset({"ask", "inform", "instruct", "notify", "order", "remind", "tell", "warn"})
CITED = frozenset({"cable", "document", "file", "letter", "paper", "record", "recording", "transcript"})
"""What is cited besides people and bodies."""
STOPPERS = frozenset(",;:—–-“”\"'(")


def find_cue_range(parse: Parse, cue: int, source: int | None, content: Sequence[Range]) -> Range:
    """The cue's words: auxiliaries and negation before it, particle and a short gap up to the content after it."""
    start, end = cue, cue + 1
    for other in parse.children[cue]:
        label = parse.labels[other]
        if label in ("aux", "auxpass", "neg") and 0 < cue - other <= 4 and not holds(content, other):
            start = min(start, other)
        if label == "prt" and 0 < other - cue < 3:
            end = max(end, other + 1)
    if parse.lower[cue] == "according" and parse.lower[cue + 1 : cue + 2] == ["to"]:
        return start, cue + 2
    follows = [first for first, _ in content if first > cue]
    if follows:
        first = min(follows)
        between = range(cue + 1, first)
        is_clean = all(parse.words[token] not in STOPPERS and parse.lower[token] != "that" for token in between)
        if len(between) <= MAX_GAP - 1 and is_clean and not (source is not None and cue < source < first):
            end = max(end, first)
    if source is not None and start <= source < cue:
        start = cue
    return start, end


def with_marks(parse: Parse, content: Sequence[Range], cue: Range) -> tuple[Range, ...]:
    """The content with the marks of each quotation that it holds whole; one that it cuts short or stands in keeps none."""
    if not parse.quotations:
        return tuple(content)
    pieces = []
    for start, end in content:
        low, high = _with_marks(parse, start, end)
        pieces.append((start if low < cue[1] <= start else low, end if end <= cue[0] < high else high))
    return tuple(pieces)


def _with_marks(parse: Parse, start: int, end: int) -> Range:
    first, last = parse.quotation_of[start], parse.quotation_of[end - 1]
    low, high = start, end
    if first >= 0 and parse.quotations[first].end <= _past_marks(parse, end):
        low = parse.quotations[first].start if _past_marks(parse, parse.quotations[first].start) >= start else start
    if last >= 0 and parse.quotations[last].end <= _past_marks(parse, end) and low <= parse.quotations[last].start:
        high = parse.quotations[last].end
    return low, max(high, end)


def _past_marks(parse: Parse, token: int) -> int:
    """The first token from this one on that holds a letter or digit, or the text's end."""
    while token < len(parse) and not any(map(str.isalnum, parse.words[token])):
        token += 1
    return token


def whole_source(parse: Parse, cue: int, head: int | None) -> int | None:
    """The head of who speaks, where a wrong one was chosen or none.

    The cue's subject where only a part of it was taken ("the Ministry of [External Affairs] said", "envoys from Oran and [Tunis]
    are hopeful"), that of the adjective above it ("nobody was [able] to verify"), or the one it shares with the verb before it
    where none was; nobody for who is told ("was summoned and told").
    """
    if _is_told(parse, cue):
        return None if head == syntax.subject(parse, cue) else head
    if head is None:
        if parse.labels[cue] != "conj" or parse.tags[cue] not in syntax.ANY_TENSE or syntax.is_passive(parse, cue):
            return None
        shared = syntax.subject(parse, cue)
        return shared if shared is not None and parse.pos[shared] in ("NOUN", "PROPN") else None
    if parse.labels[cue] == "acomp":
        subject = syntax.own_subject(parse, parse.heads[cue])
        return (
            subject if subject is not None and parse.lower[subject] != "it" and syntax.is_inside(parse, head, subject) else head
        )
    if parse.labels[head] == "acomp" and parse.labels[cue] == "xcomp" and parse.heads[cue] == head:
        return syntax.own_subject(parse, parse.heads[head])
    if parse.labels[head] != "pobj" or parse.lower[parse.heads[head]] != "of":
        return head
    subject = syntax.own_subject(parse, cue)
    return subject if subject == parse.heads[parse.heads[head]] else head


def _is_told(parse: Parse, cue: int) -> bool:
    """Whether a verb of telling shares the passive before it: it has what is told and nobody whom."""
    if parse.labels[cue] != "conj" or parse.lemmas[cue] not in ADDRESSING or syntax.own_subject(parse, cue) is not None:
        return False
    if not syntax.is_passive(parse, parse.heads[cue]) or syntax.child(parse, cue, "aux", "dobj", "dative") is not None:
        return False
    return parse.tags[cue] in ("VBN", "VBD") and syntax.child(parse, cue, "ccomp", "xcomp") is not None


def without_opening(parse: Parse, content: Sequence[Range]) -> tuple[Range, ...]:
    """The content without what the parser joins to its front.

    The day of the telling ("said late on [Sunday rebels had left]"), or a citation ("wrote, [citing a nurse, that he had left]").
    """
    start, end = content[0]
    if start and start + 1 < end and parse.lower[start] in syntax.DAYS and parse.lower[start - 1] == "on":
        return ((start + 1, end), *content[1:])
    for token in range(start, min(start + OPENING, end)):
        if parse.lower[token] in CITING and (cited := syntax.child(parse, token, "dobj")) is not None:
            after = parse.rights[cited]
            if after + 1 < end and parse.words[after] == "," and (token == start or parse.lower[after + 1] == "that"):
                return ((after + 1, end), *content[1:])
    return tuple(content)


def find_source_ranges(parse: Parse, head: int | None, cue: Range, content: Sequence[Range]) -> tuple[Range, ...]:
    """The noun phrase around a source's head, without relative clauses, the cue and the content.

    A relative pronoun stands beside what it stands for: two pieces ("the nurse", "who").
    """
    if head is None:
        return ()
    antecedent = syntax.antecedent(parse, head)
    if antecedent != head and not holds(content, antecedent):
        named = _phrase(parse, antecedent, cue, content)
        return ((named[0], min(named[1], head)), (head, head + 1))
    return (_phrase(parse, head, cue, content),)


def _phrase(parse: Parse, head: int, cue: Range, content: Sequence[Range]) -> Range:
    start, end = syntax.noun_phrase(parse, head)
    if parse.lower[head] in syntax.DAYS and start < head and parse.pos[head - 1] == "PROPN":
        head, end = head - 1, head  # "said spokesman Idris Bello [Saturday]"
    start = _past_date(parse, start, head)
    for low, high in (cue, *content):
        if low <= head < high:
            continue
        if start < high <= head:
            start = high
        if head < low < end:
            end = low
    return _trimmed(parse, start, _before_occasion(parse, head, end), head)


def _past_date(parse: Parse, start: int, head: int) -> int:
    """The phrase's start behind a date that opens the sentence's own phrase ("In [July] President Bello said")."""
    if not start or parse.pos[start - 1] != "ADP" or parse.lower[start] not in DATES:
        return start
    while start < head and (parse.lower[start] in DATES or parse.words[start].isdigit() or parse.words[start] == ","):
        start += 1
    return start


def _before_occasion(parse: Parse, head: int, end: int) -> int:
    """The phrase's end before the day and the piece in which somebody spoke ("Oslo [on Friday]", "the union [in a letter]")."""
    for token in range(head + 1, end):
        above = parse.heads[token] == head
        if above and parse.lower[token] in syntax.DAYS:
            return token
        if above and parse.lower[token] in ("on", "in") and parse.labels[token] == "prep":
            occasion = syntax.child(parse, token, "pobj")
            if occasion is not None and (parse.lower[occasion] in syntax.DAYS or parse.lemmas[occasion] in OCCASIONS):
                return token
    return end


def find_carriers(parse: Parse, cue: int, source: int | None, citation: Citation | None = None) -> tuple[Range, ...]:
    """Who carries another's word: whoever cites the holder, or was told ("told Lakewire"), when that is a name."""
    if citation is not None:
        return () if citation.carrier is None else (syntax.noun_phrase(parse, citation.carrier),)
    if parse.lemmas[cue] == "tell" and not syntax.is_passive(parse, cue):
        told = syntax.child(parse, cue, "dobj", "dative")
        if told is not None and parse.pos[told] == "PROPN" and told != source:
            return (syntax.noun_phrase(parse, told),)
    return ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Heads of the holder that is cited and of the carrier that cites him, if it is named."""

    holder: int
    carrier: int | None


def find_citation(parse: Parse, cue: int, content: Sequence[Range]) -> Citation | None:
    """The citation that goes with a cue: "Lakewire, citing the governor, reported", "reported Lakewire, quoting a nurse".

    It stands within `CITATION_REACH` tokens of the cue, outside its content, and what is cited is a name or somebody who speaks,
    not a ground ("citing security concerns").
    """
    start, end = parse.sentences[parse.sentence_of[cue]]
    for token in range(max(start, cue - CITATION_REACH), min(end, cue + CITATION_REACH)):
        if parse.lower[token] in CITING and token != cue and not holds(content, token) and not _has_other(parse, cue, token):
            holder = syntax.child(parse, token, "dobj", "pobj")
            is_word = holder is not None and parse.lemmas[holder] in load_speakers() | CITED
            if holder is not None and (is_word or parse.pos[holder] in ("PROPN", "PRON")):
                return Citation(holder, _carrier(parse, cue, token, holder))
    return None


def _has_other(parse: Parse, cue: int, citing: int) -> bool:
    """Whether a cue behind a citation has a subject between them: another's word ("wrote, citing a nurse, that Ruiz said")."""
    subject = syntax.own_subject(parse, cue)
    return subject is not None and citing < subject < cue and parse.pos[subject] in ("NOUN", "PROPN")


def _carrier(parse: Parse, cue: int, citing: int, holder: int) -> int | None:
    carrier = syntax.own_subject(parse, cue)
    if carrier is None and citing >= 2 and parse.words[citing - 1] == "," and parse.lower[citing - 2].isalpha():
        carrier = citing - 2
    return None if carrier in (holder, cue) else carrier


def _trimmed(parse: Parse, start: int, end: int, head: int) -> Range:
    while end > head + 1 and (parse.pos[end - 1] in ("PUNCT", "CCONJ", "SPACE") or parse.tags[end - 1] == "POS"):
        end -= 1
    while start < head and parse.pos[start] in ("PUNCT", "CCONJ", "SPACE"):
        start += 1
    return start, max(end, head + 1)


def without(ranges: Sequence[Range], others: Sequence[Range]) -> tuple[Range, ...]:
    """What is left of the ranges outside of the others: nobody's content holds the words that name its source."""
    left = list(ranges)
    for low, high in others:
        left = [
            piece for start, end in left for piece in ((start, min(end, low)), (max(start, high), end)) if piece[0] < piece[1]
        ]
    return tuple(left)
