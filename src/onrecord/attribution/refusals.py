"""Triples that look like an attribution and tell of none: nobody's word, deeds, leave given, blows struck."""

from __future__ import annotations

from functools import cache
from importlib import resources

import numpy as np

from onrecord.attribution.columns import LABEL, Bools, Columns
from onrecord.attribution.lexicon import CLASSES
from onrecord.attribution.replies import is_deprived
from onrecord.attribution.triples import Triples
from onrecord.language import syntax
from onrecord.language.word_lists import load_speakers
from onrecord.records import Parse

NOBODY = frozenset({"nobody", "anybody", "anyone", "none"})
UNDERLINING = frozenset({"highlight", "underscore", "underline"})
LETTING = frozenset({"allow", "continue", "permit"})
WRITTEN = frozenset(
    {
        "analysis", "article", "assessment", "book", "document", "editorial", "finding", "letter", "memo", "message", "note",
        "paper", "poll", "post", "report", "research", "review", "ruling", "speech", "statement", "study", "survey", "tweet",
    }
)  # fmt: skip
UNDONE = tuple(CLASSES.index(name) for name in ("refusal", "promise", "intention"))
REPORTING = frozenset({"accuse", "announce", "claim", "deny", "report", "say", "tell", "warn"})
DEPRIVING = frozenset({"deny"})
COLONS = frozenset({":"})
SPOKEN = frozenset({"i", "me", "my", "our", "us", "we", "you", "your"})
SIGNING = frozenset({"sign"})
CALLING = frozenset({"recall", "summon"})
GENRES = frozenset(
    {"analysis", "background", "breaking", "correction", "exclusive", "explained", "explainer", "factbox", "focus", "interview"}
    | {"live", "opinion", "profile", "q&a", "timeline", "update", "updated", "video", "watch"}
)
"""What kind of piece follows, before a headline's colon."""

OPENING, MAX_WORDS = 3, 4
"""First paragraphs in which a dateline may stand, and the words it has at most."""
VERBAL = frozenset({"as", "for", "over", "personally", "publicly", "rhetorically", "verbally"})
"""What hangs on an attack in words: with one of them it stays one."""


def names_nobody(parse: Parse, made: Triples) -> list[int]:
    """Triples whose source is nobody at all ("denied that anybody had ordered it"): inside a content they hold nothing."""
    size = len(parse)
    heads = enumerate(made.head.tolist())
    return [row for row, head in heads if head < size and (parse.lower[head] in NOBODY or _is_none(parse, head))]


def is_yet_to_come(columns: Columns, made: Triples) -> Bools:
    """Triples whose cue is what one refuses, promises or means to do: "declined [to comment]" is one attribution, not two."""
    head = columns.head[made.cue]
    marked = columns.near_left[LABEL["aux"], made.cue] < columns.size
    under: Bools = (columns.label[made.cue] == LABEL["xcomp"]) & marked & np.isin(columns.cue_class[head], UNDONE)
    return under


def tells_no_word(parse: Parse, made: Triples) -> list[int]:
    """Triples whose cue is no word or thought at any depth: topics, deeds that underline, leave given,
    things denied to somebody, blows and armed help."""
    lemmas, lists = parse.lemmas, load_blows()
    tests = (
        (COLONS, _is_topic),
        (UNDERLINING, _is_done_by_deed),
        (LETTING, _lets_happen),
        (SIGNING, _is_signed),
        (CALLING, _is_called_home),
        (DEPRIVING, is_deprived),
        (lists["blow"], _is_blow),
        (lists["help"], _is_armed_help),
    )
    cues = enumerate(made.cue.tolist())
    return [row for row, cue in cues if any(lemmas[cue] in words and holds(parse, cue) for words, holds in tests)]


@cache
def load_blows() -> dict[str, frozenset[str]]:
    """Words of blows by class: `blow` and `help` are cues in words too, `armed`, `struck` and `weapon` tell which is meant."""
    lines = (resources.files("onrecord.attribution") / "data" / "blows.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {name: frozenset(words.split()) for name, words in rows}


def _is_topic(parse: Parse, cue: int) -> bool:
    """A place or topic before a sentence that names its own speaker ("Chad: rebels say the road is cut"), or a dateline."""
    if _is_dateline(parse, cue) or parse.lower[cue - 1] in GENRES:
        return True
    start, end = parse.sentences[parse.sentence_of[cue]]
    speakers = load_speakers()
    if any(parse.pos[token] != "PROPN" or parse.lower[token] in speakers for token in range(start, cue)):
        return False
    root = next((token for token in range(cue + 1, end) if parse.heads[token] == token), None)
    if root is None or parse.lemmas[root] not in REPORTING:
        return False
    speaker = syntax.own_subject(parse, root)
    return speaker is not None and speaker > cue and parse.pos[speaker] in ("NOUN", "PROPN")


def _is_dateline(parse: Parse, cue: int) -> bool:
    """A place in capitals that opens the report ("OSLO: The talks are over"); in an interview others follow, or one says I."""
    number = parse.paragraph_of[cue]
    if number >= OPENING or not _is_in_capitals(parse, number, cue):
        return False
    start, end = parse.paragraphs[number]
    if any(parse.lower[token] in SPOKEN for token in range(start, end) if parse.quotation_of[token] < 0):
        return False
    colons = (next((t for t in range(*piece) if parse.words[t] == ":"), piece[0]) for piece in parse.paragraphs[number + 1 :])
    return not any(_is_in_capitals(parse, parse.paragraph_of[colon], colon) for colon in colons)


def _is_in_capitals(parse: Parse, paragraph: int, colon: int) -> bool:
    """Whether a paragraph begins with one to four words in capitals before that colon."""
    words = parse.words[parse.paragraphs[paragraph][0] : colon]
    return 0 < len(words) <= MAX_WORDS and all(word.isupper() and len(word) > 2 for word in words)


def _is_signed(parse: Parse, cue: int) -> bool:
    """A treaty or paper signed, by which nothing is told."""
    return syntax.child(parse, cue, "ccomp", "xcomp") is None


def _is_called_home(parse: Parse, cue: int) -> bool:
    """ "recalled its ambassador", "was summoned": people are, and nothing is remembered or told."""
    called = syntax.own_subject(parse, cue) if syntax.is_passive(parse, cue) else syntax.child(parse, cue, "dobj")
    return called is not None and parse.pos[called] in ("NOUN", "PROPN") and parse.lemmas[called] in load_speakers()


def _is_done_by_deed(parse: Parse, cue: int) -> bool:
    """A deed or happening underlines something ("his reaction highlights the contrast"): the writer says so."""
    head = syntax.own_subject(parse, cue)
    if head is None or parse.pos[head] != "NOUN":
        return False
    return parse.lemmas[head] not in load_speakers() and parse.lemmas[head] not in WRITTEN


def _lets_happen(parse: Parse, cue: int) -> bool:
    """Goes on or gives leave with an infinitive: "continues to allow", "allowed trucks to pass" say nothing."""
    if not parse.tags[cue].startswith("V"):
        return False
    clauses = syntax.children_of(parse, cue, "xcomp", "ccomp")
    return any(parse.lower[low] == "to" for clause in clauses for low in parse.children[clause])


def _is_blow(parse: Parse, cue: int) -> bool:
    """An attack by arms: an armed doer, something that arms strike, or a weapon; "attacked her record" is none."""
    if any(parse.lower[child] in VERBAL for child in parse.children[cue]):  # "for its silence", "verbally"
        return False
    lists = load_blows()
    if parse.tags[cue].startswith("V"):
        doer = syntax.agent(parse, cue) if syntax.is_passive(parse, cue) else syntax.subject(parse, cue)
        struck = syntax.own_subject(parse, cue) if syntax.is_passive(parse, cue) else syntax.child(parse, cue, "dobj")
    else:
        doer, struck = syntax.child(parse, cue, "poss"), _object_of(parse, cue, "on", "against")
    weapon = _object_of(parse, cue, "with")
    return _is_of(parse, doer, lists["armed"]) or _is_of(parse, struck, lists["struck"]) or _is_of(parse, weapon, lists["weapon"])


def _is_armed_help(parse: Parse, cue: int) -> bool:
    """Help for people under arms ("backing the rebels"): a deed, not an opinion."""
    return _is_of(parse, syntax.child(parse, cue, "dobj"), load_blows()["armed"])


def _object_of(parse: Parse, token: int, *words: str) -> int | None:
    for preposition in syntax.children_of(parse, token, "prep"):
        if parse.lower[preposition] in words:
            return syntax.child(parse, preposition, "pobj")
    return None


def _is_of(parse: Parse, head: int | None, words: frozenset[str]) -> bool:
    return head is not None and parse.pos[head] in ("NOUN", "PROPN") and parse.lemmas[head].lower() in words


def _is_none(parse: Parse, head: int) -> bool:
    return any(parse.labels[other] == "det" and parse.lower[other] == "no" for other in parse.children[head])
