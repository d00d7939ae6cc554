"""A gold article -> the text of its file, snippets chosen so that each is found exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.errors import GoldError
from onrecord.records import Span
from onrecord.score.gold import GoldArticle, GoldEvent, GoldStance
from onrecord.score.snippets import find_snippet

LONG_CHARS = 70
"""A longer piece is written by its first and last words."""


def write_gold(gold: GoldArticle) -> str:
    """The file's text; reading it gives an equal article.

    Raises:
        GoldError: a span crosses a paragraph's end, or cannot be told apart by any context in its paragraph.
    """
    text = gold.article.text
    blocks = [
        "\n".join(f"{key}: {value}" for key, value in gold.meta.items()),
        "# text\n" + "\n".join(f"{label} {text[span.start : span.end]}" for label, span in gold.paragraphs.items()),
        "# actors\n" + "\n".join(_actor(gold, key) for key in gold.actors),
        "# mentions\n" + "\n".join(f"{m.actor} | {m.kind} | {_placed(gold, m.span)}" for m in gold.mentions),
        "# attributions\n" + "\n".join(_attribution(gold, index) for index in range(len(gold.attributions))),
        "# events\n" + "\n".join(_event(gold, event) for event in gold.events),
        "# stances\n" + "\n".join(map(_stance, gold.stances)),
    ]
    return "\n\n".join(block.rstrip() for block in blocks) + "\n"


def _actor(gold: GoldArticle, key: str) -> str:
    a = gold.actors[key]
    parts = [a.key, a.name, a.type, a.country or "-", " ".join(a.sector) or "-"]
    parts += [f"aliases: {'; '.join(a.aliases)}"] if a.aliases else []
    parts += [f"office: {a.office}"] if a.office else []
    return " | ".join(parts)


def _attribution(gold: GoldArticle, index: int) -> str:
    a = gold.attributions[index]
    label = _label(gold, (a.cue or a.content)[0])
    spans = (_field(gold, label, s) for s in (a.source, a.cue, a.content))
    return " | ".join([a.id, label, *spans, a.kind, a.act, a.holder, a.parent or "-", " ".join(a.via) or "-"])


def _event(gold: GoldArticle, e: GoldEvent) -> str:
    label = _label(gold, e.head)
    happened = f"{_days(e.happened)} {e.basis}" if e.happened else "? null"
    return " | ".join(
        [
            e.id, label, _field(gold, label, (e.head,)), e.type + (f"/{e.mode}" if e.mode else ""), _keys(e.contexts),
            _keys(e.actors), _keys(e.recipients), e.location or "-", e.attribution or "-", e.status,
            " ".join(f"{holder}={value}" for holder, value in e.factuality), e.tense, happened,
            _days(e.told) if e.told else "-", e.same_as or "-",
        ]
    )  # fmt: skip


def _stance(s: GoldStance) -> str:
    return f"{s.holder} | {s.value} | {' '.join(s.tellings)} | {s.attribution or '-'}"


def _keys(values: Iterable[str]) -> str:
    return " ".join(values) or "-"


def _days(interval: tuple[str | None, str | None]) -> str:
    begin, end = interval
    return begin if begin is not None and begin == end else f"{begin or ''}..{end or ''}"


def _label(gold: GoldArticle, span: Span) -> str:
    for label, paragraph in gold.paragraphs.items():
        if paragraph.start <= span.start and span.end <= paragraph.end:
            return label
    raise GoldError(f"the span {tuple(span)} crosses the end of a paragraph")


def _field(gold: GoldArticle, label: str, spans: Sequence[Span]) -> str:
    pieces = []
    for span in spans:
        own = _label(gold, span)
        pieces.append(("" if own == label else f"{own}: ") + _snippet(gold, own, span))
    return " // ".join(pieces) or "-"


def _placed(gold: GoldArticle, span: Span) -> str:
    label = _label(gold, span)
    return f"{label} {_snippet(gold, label, span)}"


def _snippet(gold: GoldArticle, label: str, span: Span) -> str:
    """The shortest of: first and last words, the words, the words in ever more context."""
    text, paragraph = gold.article.text, gold.paragraphs[label]
    whole = text[span.start : span.end]
    words = whole.split(" ")
    if len(whole) > LONG_CHARS:
        for size in range(3, len(words) // 2):
            short = f"{' '.join(words[:size])} ~ {' '.join(words[-size:])}"
            if _leads_back(gold, label, short, span):
                return short
    if _leads_back(gold, label, whole, span):
        return whole
    for reach in range(1, paragraph.end - paragraph.start):
        start, end = max(paragraph.start, span.start - reach), min(paragraph.end, span.end + reach)
        if text[start : start + 1].isspace() or text[end - 1 : end].isspace():
            continue
        wide = f"{text[start : span.start]}[{whole}]{text[span.end : end]}"
        if _leads_back(gold, label, wide, span):
            return wide
    raise GoldError(f"no context in {label} tells {whole!r} apart")


def _leads_back(gold: GoldArticle, label: str, snippet: str, span: Span) -> bool:
    try:
        return find_snippet(gold.article.text, gold.paragraphs, label, snippet) == (span,)
    except GoldError:
        return False
