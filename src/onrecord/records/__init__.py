"""The words of the field as frozen types: what passes between stages, and what a reading holds.

Imports nothing of ours. Offsets are half-open `[start, end)` in Unicode code points of `Article.text`, everywhere.
`None` means "not looked for", `()` means "looked for, none found".
"""

from __future__ import annotations

from onrecord.records.articles import NAME_CHARS, Article, PublishedBasis, Section, SectionKind, name_article
from onrecord.records.attributions import (
    AUTHOR,
    UNNAMED,
    Act,
    Actor,
    ActorType,
    Attribution,
    AttributionKind,
    Mention,
    MentionKind,
    Stance,
    StanceValue,
)
from onrecord.records.events import (
    Event,
    FactualityValue,
    Happened,
    HappenedBasis,
    Interval,
    Location,
    Status,
    Tense,
    Timex,
    TimexType,
)
from onrecord.records.parses import Parse, Quotation
from onrecord.records.readings import Failure, Reading, with_texts
from onrecord.records.texts import Span, make_id, quote

__all__ = [
    "AUTHOR",
    "NAME_CHARS",
    "UNNAMED",
    "Act",
    "Actor",
    "ActorType",
    "Article",
    "Attribution",
    "AttributionKind",
    "Event",
    "FactualityValue",
    "Failure",
    "Happened",
    "HappenedBasis",
    "Interval",
    "Location",
    "Mention",
    "MentionKind",
    "Parse",
    "PublishedBasis",
    "Quotation",
    "Reading",
    "Section",
    "SectionKind",
    "Span",
    "Stance",
    "StanceValue",
    "Status",
    "Tense",
    "Timex",
    "TimexType",
    "make_id",
    "name_article",
    "quote",
    "with_texts",
]
