"""The stage: a parse in, attributions out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onrecord.attribution.building import MAKER, Draft, Range, build_attributions
from onrecord.attribution.lexicon import CueEntry, Lexicon, load_lexicon
from onrecord.errors import SettingsError
from onrecord.language import syntax
from onrecord.records import Attribution, Parse

ATTRIBUTORS = ("rules",)


class Attributor(Protocol):
    """Finds attributions. `name` is written into the reading's makers."""

    @property
    def name(self) -> str:
        """The stage and its version."""
        ...

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        """All attributions of one article, at all depths, in text order."""
        ...


@dataclass(frozen=True)
class RuleAttributor:
    """Lexicon and syntax alone."""

    lexicon: Lexicon
    min_confidence: float = 0.0
    name: str = MAKER

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        """All attributions of one article, at all depths, in text order."""
        return find_attributions(parse, article_id, self.lexicon)


def load_attributor(kind: str = "rules", *, min_confidence: float = 0.0) -> Attributor:
    """The attributor of that name.

    Args:
        kind: one of `ATTRIBUTORS`.
        min_confidence: attributions below this chance of being right, in [0, 1], are left out.

    Raises:
        SettingsError: no such attributor.
    """
    if kind not in ATTRIBUTORS:
        raise SettingsError(f"no attributor {kind!r}; have {', '.join(ATTRIBUTORS)}")
    return RuleAttributor(load_lexicon(), min_confidence)


def find_attributions(parse: Parse, article_id: str, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Verbs of the lexicon with a clause or a quotation, and "according to"."""
    drafts = []
    for token in range(len(parse)):
        entry = lexicon.get((parse.lemmas[token], parse.pos[token]))
        if entry is not None:
            draft = _draft(parse, token, entry)
            if draft is not None:
                drafts.append(draft)
    return build_attributions(parse, article_id, drafts)


def _draft(parse: Parse, token: int, entry: CueEntry) -> Draft | None:
    source = syntax.subject(parse, token) if entry.pos == "VERB" else None
    clause = syntax.child(parse, token, "ccomp")
    content: Range | None = None
    cue = (token, token + 1)
    if entry.lemma == "accord":
        to = syntax.child(parse, token, "prep")
        source = None if to is None else syntax.child(parse, to, "pobj")
        if source is None:
            return None
        cue = (token, token + 2)
        content = _around(parse, parse.heads[token], parse.lefts[token], parse.rights[token])
    elif clause is not None:
        first = min(token, parse.lefts[source]) if source is not None and source < token else token
        content = _around(parse, clause, first, token + 1)
    if content is None or source is None or content[0] <= source < content[1]:
        return None
    act = entry.turns.get("that", entry.act)
    why = f"cue {entry.pos.lower()} {entry.lemma} ({entry.kind}); content clause; source subject"
    return Draft(token, cue, (syntax.noun_phrase(parse, source),), (content,), act, 0.5, why)


def _around(parse: Parse, head: int, start: int, end: int) -> Range | None:
    first, last = syntax.subtree(parse, head)
    if first <= start < last:
        first, last = (first, start) if head < start else (end, last)
    while first < last and parse.pos[last - 1] in ("PUNCT", "SPACE"):
        last -= 1
    while first < last and parse.pos[first] in ("PUNCT", "SPACE"):
        first += 1
    return (first, last) if first < last else None
