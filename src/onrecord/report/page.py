"""Readings -> one self-contained HTML page: each article's text with nested marks, and its holders. No scripts needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from onrecord.records import Attribution, Reading, Span
from onrecord.report.outline import Entry, Outline, make_outline

HUES = (205, 20, 130, 280, 50, 330, 175, 90, 250, 0)
STYLE = """
:root { color-scheme: light dark; }
body { font: 17px/1.75 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; margin-bottom: .2rem; }
.meta, .legend, .note { font: 14px/1.5 system-ui, sans-serif; color: #555; }
.legend { padding: 0; list-style: none; }
.legend li { display: inline-block; margin: 0 .9rem .2rem 0; }
.legend b { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-right: .3em; }
p[class^=s-] { margin: .8rem 0; }
.s-headline { font-weight: bold; font-size: 1.15rem; }
.s-credit, .s-caption, .s-original_link { font: 14px/1.5 system-ui, sans-serif; color: #666; }
.s-commentary { border-left: 3px solid #ddd; padding-left: .8rem; }
mark { background: none; color: inherit; }
mark.content { background: hsl(var(--h) 80% 50% / .13); border-bottom: 2px solid hsl(var(--h) 65% 45%); padding: .12em 0; }
mark.content mark.content { padding-bottom: .3em; }
mark.content mark.content mark.content { padding-bottom: .5em; }
mark.source { font-weight: bold; color: hsl(var(--h) 65% 33%); }
mark.cue { text-decoration: underline dotted; text-underline-offset: .25em; }
details { font: 14px/1.5 system-ui, sans-serif; margin-top: 1.5rem; }
details ul { padding-left: 1.2rem; }
article + article { border-top: 1px solid #ccc; margin-top: 3rem; padding-top: 1rem; }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #16181b; }
  mark.source { color: hsl(var(--h) 60% 70%); }
  .meta, .legend, .note, .s-credit, .s-caption, .s-original_link { color: #999; }
  .s-commentary { border-left-color: #444; }
}
@media print { body { max-width: none; } }
"""


class _Mark(NamedTuple):
    start: int
    end: int
    role: str
    hue: int
    title: str


def render_page(readings: Iterable[Reading], *, explain: bool = False) -> Iterator[str]:
    """Pieces of the page, to be written one after the other; the readings are taken one by one.

    Args:
        readings: those to show, in this order.
        explain: also say in each tip which rule gave the attribution.
    """
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>onrecord: who says what</title>\n<style>{STYLE}</style></head>\n<body>\n"
    )
    for reading in readings:
        yield _render_article(reading, explain=explain)
    yield "</body></html>\n"


def _render_article(reading: Reading, *, explain: bool) -> str:
    outline = make_outline(reading)
    hues = {holder: HUES[index % len(HUES)] for index, holder in enumerate(outline.holders)}
    article = outline.article
    meta = " · ".join(escape(part) for part in (article.outlet, article.published) if part)
    if article.url and article.url.startswith(("http://", "https://")):
        meta += f' · <a href="{escape(article.url)}">{escape(article.url)}</a>'
    marks = sorted(_marks(outline, hues, explain=explain), key=lambda m: (m.start, -m.end))
    at = _title_span(reading)
    title = mark_up(article.text, at, marks) if at else escape(article.title or article.id)
    failures = "".join(f'<p class="note">not read: {escape(f.stage)}: {escape(f.error)}</p>' for f in reading.failures)
    return (
        f'<article>\n<h1>{title}</h1>\n<p class="meta">{meta}</p>\n{_legend(hues)}{failures}'
        f"{''.join(_paragraphs(reading, marks))}{_details(outline)}</article>\n"
    )


def _title_span(reading: Reading) -> Span | None:
    """The headline in the text that is the title, so that it is shown once and with its marks."""
    text, title = reading.article.text, reading.article.title
    spans = (s.span for s in reading.article.sections or () if s.kind == "headline")
    return next((span for span in spans if text[span.start : span.end] == title), None)


def _legend(hues: dict[str, int]) -> str:
    if not hues:
        return '<p class="note">No attribution found.</p>\n'
    items = "".join(f'<li><b style="background:hsl({hue} 65% 45%)"></b>{escape(name)}</li>' for name, hue in hues.items())
    return f'<ul class="legend" aria-label="holders">{items}</ul>\n'


def _marks(outline: Outline, hues: dict[str, int], *, explain: bool) -> Iterator[_Mark]:
    for entry in outline.walk():
        hue, attribution = hues[entry.holder], entry.attribution
        tip = f"{' > '.join(attribution.chain)}: {entry.cue_text} ({attribution.act}, {attribution.kind})"
        if explain and attribution.why:
            tip += f" — {attribution.why}"
        for role, spans in _roles(attribution):
            for span in spans:
                yield _Mark(span.start, span.end, role, hue, tip)


def _roles(attribution: Attribution) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield "content", attribution.content
    yield "source", attribution.source
    yield "cue", attribution.cue


def _paragraphs(reading: Reading, marks: list[_Mark]) -> Iterator[str]:
    """The text in paragraphs: each section, cut at its empty lines."""
    text = reading.article.text
    sections = [(s.kind, s.span) for s in reading.article.sections or ()] or [("body", Span(0, len(text)))]
    position = 0
    for kind, span in [*sections, ("body", Span(len(text), len(text)))]:
        if text[position : span.start].strip():
            yield from _paragraph("body", text, Span(position, span.start), marks)
        if span.end > span.start and span != _title_span(reading):
            yield from _paragraph(kind, text, span, marks)
        position = max(position, span.end)


def _paragraph(kind: str, text: str, span: Span, marks: list[_Mark]) -> Iterator[str]:
    start = span.start
    while start < span.end:
        end = text.find("\n\n", start, span.end)
        end = span.end if end < 0 else end
        if text[start:end].strip():
            yield f'<p class="s-{kind}">{mark_up(text, Span(start, end), marks)}</p>\n'
        start = end + 2


def mark_up(text: str, span: Span, marks: Iterable[_Mark]) -> str:
    """The text of the span as HTML with nested `<mark>`s; a mark that crosses another's end is closed and opened again."""
    inside = [m for m in marks if m.start < span.end and m.end > span.start]
    points = sorted({span.start, span.end, *(min(max(p, span.start), span.end) for m in inside for p in (m.start, m.end))})
    parts: list[str] = []
    open_marks: list[_Mark] = []
    for index, point in enumerate(points):
        wanted = sorted(
            (m for m in inside if m.start <= point < m.end and point < span.end), key=lambda m: (m.start, -m.end, m.role)
        )
        keep = 0
        while keep < min(len(open_marks), len(wanted)) and open_marks[keep] is wanted[keep]:
            keep += 1
        parts.append("</mark>" * (len(open_marks) - keep))
        parts.extend(f'<mark class="{m.role}" style="--h:{m.hue}" title="{escape(m.title)}">' for m in wanted[keep:])
        open_marks = wanted
        if index + 1 < len(points):
            parts.append(escape(text[point : points[index + 1]]).replace("\n", "<br>"))
    return "".join(parts)


def _details(outline: Outline) -> str:
    if not outline.entries:
        return ""
    return f"<details><summary>Outline</summary><ul>{''.join(map(_item, outline.entries))}</ul></details>\n"


def _item(entry: Entry) -> str:
    inner = "".join(map(_item, entry.children))
    below = f"<ul>{inner}</ul>" if inner else ""
    return (
        f"<li><b>{escape(entry.holder)}</b> {escape(entry.cue_text)} <i>({entry.attribution.act})</i>: "
        f"{escape(entry.content_text)}{below}</li>"
    )
