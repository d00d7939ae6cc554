"""An outline -> lines in a terminal, holders in colours of their own; plain where the output is no terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from onrecord.records import Event, name_article
from onrecord.report.outline import Entry, Outline

COLOURS = ("cyan", "magenta", "yellow", "green", "blue", "bright_red", "bright_cyan", "bright_magenta")
STATUS_COLOURS = {"fact": "bold", "denied": "red", "negated": "red", "attributed": "yellow"}
INDENT = 4


def print_outline(outline: Outline, console: Console, *, explain: bool = False) -> None:
    """Prints an article's attributions, nested ones under the one that carries them.

    Args:
        outline: from `make_outline`.
        console: where to; rich leaves colours out when it is no terminal or `NO_COLOR` is set.
        explain: also say which rule, cue entry and path gave each attribution.
    """
    colours = {holder: COLOURS[index % len(COLOURS)] for index, holder in enumerate(outline.holders)}
    _print_head(outline, console, colours)
    section = ""
    for entry in outline.entries:
        if entry.section != section:
            section = entry.section
            console.print(Text(section.replace("_", " "), style="dim"))
        _print_entry(entry, outline, console, colours, depth=0, explain=explain)
    if outline.loose:
        console.print(Text("the author's own word", style="dim"))
        for event in outline.loose:
            print_indented(console, _event_line(event, outline), INDENT)
    console.print()


def _print_head(outline: Outline, console: Console, colours: dict[str, str]) -> None:
    article = outline.article
    console.print(Text(name_article(article.title, article.text), style="bold"))
    total = sum(1 for _ in outline.walk())
    nested = total - len(outline.entries)
    counts = f"{total} attribution{'s' * (total != 1)}" + (f", {nested} nested" if nested else "")
    parts = [article.outlet, article.published, counts]
    console.print(Text(" · ".join(part for part in parts if part), style="dim"))
    if outline.holders:
        legend = Text.assemble(("holders: ", "dim"))
        for index, holder in enumerate(outline.holders):
            legend.append(", " if index else "", style="dim")
            legend.append(holder, style=colours[holder])
        console.print(legend)
    console.print()


def _print_entry(entry: Entry, outline: Outline, console: Console, colours: dict[str, str], *, depth: int, explain: bool) -> None:
    colour = colours[entry.holder]
    head = Text("└ " if depth else "")
    head.append(entry.source_text or entry.holder, style=f"bold {colour}")
    if entry.source_text and entry.holder not in (entry.source_text, "(unnamed)"):
        head.append(f" = {entry.holder}", style=colour)
    head.append("  ")
    head.append(entry.cue_text or "(no cue)", style="underline")
    head.append(f"  {entry.attribution.act}, {entry.attribution.kind}{_place(entry)}", style="dim")
    print_indented(console, head, INDENT * depth + 2)
    left = INDENT * depth + INDENT + 2
    print_indented(console, Text(entry.content_text, style=colour if depth == 0 else ""), left)
    if explain and entry.attribution.why:
        why = f"why: {entry.attribution.why} (confidence {entry.attribution.confidence:.2f})"
        print_indented(console, Text(why, style="dim italic"), left)
    for event in entry.events:
        print_indented(console, _event_line(event, outline), left)
    for child in entry.children:
        _print_entry(child, outline, console, colours, depth=depth + 1, explain=explain)


def print_indented(console: Console, text: Text, left: int) -> None:
    """Wraps to the console's width behind an indent, without blanks at the ends of lines."""
    for line in text.wrap(console, max(console.width - left, 20)):
        line.rstrip()
        console.print(Text(" " * left) + line)


def _place(entry: Entry) -> str:
    return f"  · sentence {entry.sentence}" if entry.sentence else ""


def _event_line(event: Event, outline: Outline) -> Text:
    text = outline.article.text
    line = Text("◆ ", style="dim")
    line.append(event.type + (f"/{event.mode}" if event.mode else ""), style="bold")
    line.append(f" “{text[event.head.start : event.head.end]}”")
    actors = ", ".join(outline.names.get(actor, actor) for actor in event.actors) or "?"
    recipients = ", ".join(outline.names.get(actor, actor) for actor in event.recipients)
    line.append(f"  {actors}" + (f" → {recipients}" if recipients else ""))
    if event.status:
        line.append(f"  {event.status}", style=STATUS_COLOURS.get(event.status, "cyan"))
    if event.happened and event.happened.basis:
        days = dict.fromkeys((event.happened.begin or "…", event.happened.end or "…"))
        line.append(f"  {' to '.join(days)}", style="dim")
    return line
