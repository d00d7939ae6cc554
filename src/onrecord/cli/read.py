"""`onrecord read` and `onrecord demo`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from onrecord.cli.stream import Stream, make_settings, output_console, reading_options
from onrecord.contract import dumps
from onrecord.errors import SourceError
from onrecord.records import Reading
from onrecord.report import make_outline, print_outline, render_page
from onrecord.settings import Settings

FORMATS = ("text", "json", "jsonl", "html")


@click.command("read")
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print.")
@click.option("--explain", is_flag=True, help="Say of each attribution which rule, cue entry and path gave it.")
@click.option("--outermost", is_flag=True, default=None, help="Only what stands in the author's own words, nothing nested.")
@reading_options
def read_command(
    inputs: tuple[str, ...], format_: str, explain: bool, outermost: bool | None, jobs: int,
    min_confidence: float | None, settings_path: Path | None, strict: bool | None,
) -> None:  # fmt: skip
    """Read articles and print who says what.

    An input is a file (plain text, HTML, Markdown, JSONL, CSV), a folder or a glob of them, an http(s) address, or - for
    standard input. JSONL has one article a line: {"id", "text", "title", "published", "outlet", "url"}; only text is needed.

    \b
      text   an outline for people: holder, cue, content, nested ones indented
      json   one JSON array, indented
      jsonl  one JSON object a line, the published form (docs/contract.md)
      html   one self-contained page with the text marked up

    Files that cannot be read are named at the end, the rest is done, and the exit code is 1.
    """
    settings = make_settings(settings_path, min_confidence, strict, outermost=outermost)
    stream = Stream(inputs, settings, jobs)
    _PRINTERS[format_](stream.readings(), explain)
    stream.finish()


@click.command("demo")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print.")
def demo_command(format_: str) -> None:
    """Read the small news corpus that comes with the package and print who says what in it."""
    stream = Stream((str(examples_folder()),), Settings())
    _PRINTERS[format_](stream.readings(), False)
    if format_ == "text":
        click.echo("That was the example corpus. Yours: onrecord read PATH, or onrecord add PATH --ledger news.ledger")
    stream.finish()


def examples_folder() -> Path:
    """The example corpus: inside the installed package, or beside the sources in a checkout.

    Raises:
        SourceError: the package was installed without it.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise SourceError("the example corpus is missing from this installation; install the package again")


def _print_text(readings: Iterable[Reading], explain: bool) -> None:
    console = output_console()
    for reading in readings:
        print_outline(make_outline(reading), console, explain=explain)


def _print_jsonl(readings: Iterable[Reading], explain: bool) -> None:
    for reading in readings:
        sys.stdout.write(dumps(reading) + "\n")


def _print_json(readings: Iterable[Reading], explain: bool) -> None:
    first = True
    for reading in readings:
        sys.stdout.write("[\n" if first else ",\n")
        sys.stdout.write(dumps(reading, indent=2))
        first = False
    sys.stdout.write("[]\n" if first else "\n]\n")


def _print_html(readings: Iterable[Reading], explain: bool) -> None:
    for piece in render_page(readings, explain=explain):
        sys.stdout.write(piece)


_PRINTERS: dict[str, Callable[[Iterable[Reading], bool], None]] = {
    "text": _print_text,
    "json": _print_json,
    "jsonl": _print_jsonl,
    "html": _print_html,
}
