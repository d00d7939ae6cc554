"""Cues that a page's layout gives away, whatever the words: credit lines after a quotation, and colons in headlines.

These patterns are too rare, or too unevenly annotated, in the training data to be learned; they are rules with a fixed chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.attribution.columns import COLON, COMMA, DASH, LABEL, PART, Columns, Ints
from onrecord.attribution.proposals import rule_names
from onrecord.attribution.sources import rule_names as source_rule_names
from onrecord.language.word_lists import load_speakers

CUE_SCORE = 3.0
BONUS = 30.0
CREDIT_MAX_WORDS, SPEAKER_MAX_WORDS, TRANSCRIPT_MAX_WORDS = 8, 6, 3


@dataclass(frozen=True)
class Layout:
    """A pattern: which content and source rules it prescribes, and the chance that it is right (counted on PolNeAR dev)."""

    name: str
    content: str
    source: str
    chance: float


LAYOUTS = (
    Layout("credit line", "paragraph before mark", "near right", 0.8),
    Layout("headline, speaker last", "before mark", "near right", 0.7),
    Layout("headline, speaker first", "after mark", "near left 1", 0.6),
    Layout("unverified", "subject", "none", 0.6),
    Layout("hearsay", "around 0", "none", 0.5),
    Layout("quoted phrase", "phrase before", "first prep", 0.6),
    Layout("possessed claim of", "prep>", "possessor", 0.45),
    Layout("possessed claim that", "acl>", "possessor", 0.45),
    Layout("transcript", "paragraph after mark", "near left 1", 0.6),
)
"""`“We stay.” ― Ana Ruiz`; `Bridge shelled: ministry`; `Ministry: bridge shelled`; "could not be verified"; "reportedly";
"the offer, made “in good faith,” according to Ruiz, failed"; "Ruiz's claim of innocence"; "RUIZ: We stay."."""
NUMBER = {layout.name: number for number, layout in enumerate(LAYOUTS, 1)}
"""Each layout's number; 0 stands for none."""

VERIFYING = frozenset({"verify", "confirm", "corroborate", "authenticate", "substantiate", "establish"})
CLAIMS = frozenset(
    {
        "claim", "allegation", "accusation", "denial", "promise", "vow", "pledge", "threat", "assertion", "assurance", "warning",
        "admission", "insistence", "confession", "contention",
    }
)  # fmt: skip
HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


NO_SPEAKERS = frozenset(
    {"breaking", "update", "correction", "clarification", "video", "photos", "watch", "live", "analysis", "opinion"}
)
"""Words that open a headline before a colon, and name nobody."""

TURNS = frozenset({"Q", "A"})
"""Single letters that stand for who asks and who answers."""


def find_layouts(columns: Columns, cues: Ints) -> Ints:
    """For each cue the number of its layout (`NUMBER`); 0 for none."""
    found = np.zeros(len(cues), dtype=np.int64)
    for place in np.flatnonzero((columns.mark[cues] == DASH) | (columns.mark[cues] == COLON)).tolist():
        cue = int(cues[place])
        if columns.mark[cue] == DASH:
            found[place] = NUMBER["credit line"] * _is_credit_line(columns, cue) or _is_headline_credit(columns, cue)
        elif _is_transcript(columns, cue):
            found[place] = NUMBER["transcript"]
        elif columns.paragraph[cue] == 0:
            found[place] = _headline_side(columns, cue)
    lemmas = columns.parse.lemmas
    for place, cue in enumerate(cues.tolist()):
        if lemmas[cue] in VERIFYING and _is_unverified(columns, cue):
            found[place] = NUMBER["unverified"]
        elif lemmas[cue] in HEARSAY and columns.pos[cue] == PART["ADV"]:
            found[place] = NUMBER["hearsay"]
        elif lemmas[cue] in ("accord", "according") and _ends_phrase(columns, cue):
            found[place] = NUMBER["quoted phrase"]
        elif lemmas[cue] in CLAIMS and columns.pos[cue] == PART["NOUN"]:
            found[place] = _possessed_claim(columns, cue)
    return found


def _ends_phrase(columns: Columns, cue: int) -> bool:
    """Whether "according to X," closes a phrase between commas that ends in a quotation: the sentence goes on without it."""
    words, start, end = columns.parse.words, int(columns.sentence_start[cue]), int(columns.sentence_end[cue])
    if columns.quoted[cue] or not columns.quoted[max(cue - 1, 0)] or words[start:end].count(",") < 2:
        return False
    opens = int(columns.quote_starts[columns.quotation[cue - 1]])
    leads = any(columns.mark[token] == COMMA for token in range(start + 2, opens))
    resumes = any(
        words[token] == "," and columns.pos[token + 1] == PART["VERB"] for token in range(cue + 2, min(cue + 8, end - 1))
    )
    return leads and resumes and opens > start


def _possessed_claim(columns: Columns, cue: int) -> int:
    """The layout of a noun of claiming with a possessor and "of ..." or "that ..." right after it; else 0."""
    if columns.near_left[LABEL["poss"], cue] == columns.size or cue + 1 == columns.size:
        return 0
    if columns.first_right[LABEL["prep"], cue] == cue + 1 and columns.parse.lower[cue + 1] == "of":
        return NUMBER["possessed claim of"]
    clause = columns.first_right[LABEL["acl"], cue]
    return NUMBER["possessed claim that"] if clause < columns.size and columns.left[clause] == cue + 1 else 0


def _is_unverified(columns: Columns, cue: int) -> bool:
    """ "Could not be verified", with no agent: nobody is named who tried."""
    has = [bool(columns.any_child(label)[cue] < columns.size) for label in ("neg", "nsubjpass", "agent")]
    return has == [True, True, False]


def find_headline_speakers(columns: Columns, cues: Ints, layouts: Ints) -> dict[int, int]:
    """The head of the speaker of each mark in a headline, by the mark's token."""
    last, first = NUMBER["headline, speaker last"], NUMBER["headline, speaker first"]
    found = {}
    for cue, layout in zip(cues.tolist(), layouts.tolist(), strict=True):
        if layout in (last, first):
            head = cue - 1 if layout == first else int(columns.paragraph_end[cue]) - 1
            if columns.pos[head] in (PART["NOUN"], PART["PROPN"]):
                found[cue] = head
    return found


def bonuses(columns: Columns, layouts: Ints, kinds: Ints, names: tuple[str, ...], role: str) -> Ints:
    """`BONUS` for the candidates that the layouts prescribe, shape (rows,).

    Args:
        columns: the article's.
        layouts: each candidate's cue's layout number.
        kinds: each candidate's rule number.
        names: of the rules.
        role: "content" or "source".
    """
    wanted = np.array([-1, *(names.index(getattr(layout, role)) for layout in LAYOUTS)])
    given: Ints = np.where((layouts > 0) & (kinds == wanted[layouts]), BONUS, 0.0)
    return given


def content_bonuses(columns: Columns, layouts: Ints, kinds: Ints) -> Ints:
    """`bonuses` for contents."""
    return bonuses(columns, layouts, kinds, rule_names(), "content")


def source_bonuses(columns: Columns, layouts: Ints, kinds: Ints) -> Ints:
    """`bonuses` for sources."""
    return bonuses(columns, layouts, kinds, source_rule_names(), "source")


def _is_credit_line(columns: Columns, cue: int) -> bool:
    """A dash after a paragraph's quotation, followed by nothing but a name."""
    start, end = int(columns.paragraph_start[cue]), int(columns.paragraph_end[cue])
    n_after = int(columns.n_words[end] - columns.n_words[cue])
    quoted = bool(columns.quoted[start]) and cue - start > 3 and bool(columns.quoted[cue - 1] or columns.quoted[cue])
    return quoted and 1 <= n_after <= CREDIT_MAX_WORDS and cue + 1 < end and int(columns.pos[cue + 1]) == PART["PROPN"]


def _is_transcript(columns: Columns, cue: int) -> bool:
    """Whether a paragraph opens with a speaker in capitals and a colon, as transcripts do ("RUIZ: We stay.", "A: We stay.")."""
    start, end = int(columns.paragraph_start[cue]), int(columns.paragraph_end[cue])
    names = [word for word in columns.parse.words[start:cue] if any(map(str.isalpha, word))]
    is_name = 1 <= len(names) <= TRANSCRIPT_MAX_WORDS and all(map(str.isupper, names)) and len(names[-1]) > 2
    is_turn = cue == start + 1 and columns.parse.words[start] in TURNS
    return (
        (is_name or is_turn) and cue - start <= 2 * TRANSCRIPT_MAX_WORDS and int(columns.n_words[end] - columns.n_words[cue]) > 2
    )


def _headline_side(columns: Columns, cue: int) -> int:
    """The layout of a headline by whether its speaker stands after or before the colon; 0 when neither side names one."""
    start, end = int(columns.paragraph_start[cue]), int(columns.paragraph_end[cue])
    if columns.mark[end - 1] or not columns.n_words[end] - columns.n_words[cue]:
        return 0
    if _is_speaker(columns, cue + 1, end) and cue - start > SPEAKER_MAX_WORDS // 2:
        return NUMBER["headline, speaker last"]
    return NUMBER["headline, speaker first"] if _is_speaker(columns, start, cue) else 0


def _is_headline_credit(columns: Columns, cue: int) -> int:
    """The layout of a headline that ends in a dash and its speaker ("Bridge shelled – ministry"); else 0."""
    is_last = columns.paragraph[cue] == 0 and _headline_side(columns, cue) == NUMBER["headline, speaker last"]
    return NUMBER["headline, speaker last"] * is_last


def _is_speaker(columns: Columns, start: int, end: int) -> bool:
    """A short noun phrase whose last word is a name or a noun for somebody who speaks, with no verb in it."""
    if not 1 <= columns.n_words[end] - columns.n_words[start] <= SPEAKER_MAX_WORDS:
        return False
    inside = slice(start, end)
    if (columns.pos[inside] == PART["VERB"]).any():
        return False
    lemma, word = columns.parse.lemmas[end - 1], columns.parse.lower[end - 1]
    is_name = bool((columns.pos[inside] == PART["PROPN"]).all()) and end - start <= 3 and word not in NO_SPEAKERS
    return lemma in load_speakers() or word in load_speakers() or is_name
