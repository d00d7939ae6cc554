"""`onrecord add` and `onrecord find`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.stream import Stream, make_settings, output_console, reading_options
from onrecord.ledger import IdClash, Ledger, find
from onrecord.ledger.query import FoundAttribution
from onrecord.records import Act, Failure
from onrecord.report.outline import NOBODY_SHOWN
from onrecord.report.terminal import print_indented

LEDGER_OPTION = click.option(
    "--ledger", "ledger_path", type=click.Path(path_type=Path), required=True, envvar="ONRECORD_LEDGER", metavar="FILE",
    help="The ledger, one SQLite file. Also from ONRECORD_LEDGER.",
)  # fmt: skip

CLASHES_TOLD = 10


@click.command("add")
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-...")
@LEDGER_OPTION
@reading_options
def add_command(
    inputs: tuple[str, ...], ledger_path: Path, jobs: int, min_confidence: float | None, settings_path: Path | None,
    strict: bool | None,
) -> None:  # fmt: skip
    """Read articles and write what they say to a ledger, which is made when missing.

    Adding the same again changes nothing. Ctrl-C keeps what was written; run the command again to go on. A new text under an id
    that is there already takes its place, which is told, unless outlet or url say that it is another article.
    """
    settings = make_settings(settings_path, min_confidence, strict)
    stream = Stream(inputs, settings, jobs)  # first: an input that is not there makes no ledger
    with Ledger.open(ledger_path) as ledger:
        try:
            counts = ledger.add_many(stream.readings())
        except KeyboardInterrupt:
            click.echo(f"stopped after {stream.done} articles; what was read is in {ledger_path}; run again to go on", err=True)
            raise
        for failure in stream.source_failures:
            ledger.add_failure(failure.where, Failure("source", failure.error))
        clashes = ledger.clashes()
    told = ", ".join(f"{count} {name}" for name, count in counts._asdict().items() if count)
    click.echo(f"{ledger_path}: {told or 'nothing to add'}")
    _tell_clashes(clashes)
    stream.finish()


def _tell_clashes(clashes: list[IdClash]) -> None:
    if not clashes:
        return
    click.echo(f"{len(clashes)} share their id with another text; two articles need two ids, or an outlet or a url:", err=True)
    for clash in clashes[:CLASHES_TOLD]:
        click.echo(f"  {clash.id}: “{clash.shown}” stands now, “{clash.superseded}” is kept as superseded", err=True)
    if len(clashes) > CLASHES_TOLD:
        click.echo(f"  and {len(clashes) - CLASHES_TOLD} more", err=True)


@click.command("find")
@LEDGER_OPTION
@click.option("--holder", metavar="NAME", help="Words of the holder's name or of the source, any case, with or without accents.")
@click.option("--text", metavar="WORDS", help='Words that the content must hold; "in double quotes" they stand together.')
@click.option("--since", metavar="DATE", help="From this day, month or year on (2024-05-07, 2024-05, 2024).")
@click.option("--until", metavar="DATE", help="Up to this day, month or year.")
@click.option("--outlet", metavar="NAME", help="Only from this outlet.")
@click.option("--act", type=click.Choice(get_args(Act)), help="Only this act.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many.")
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def find_command(
    ledger_path: Path, holder: str | None, text: str | None, since: str | None, until: str | None, outlet: str | None,
    act: str | None, limit: int, format_: str,
) -> None:  # fmt: skip
    """Find who said what in a ledger, newest first.

    \b
      onrecord find --ledger news.ledger --holder lukashenko
      onrecord find --ledger news.ledger --text '"missile launches"' --since 2024
      onrecord find --ledger news.ledger --act deny --format jsonl
    """
    with Ledger.open(ledger_path, create=False, read_only=True) as ledger:
        found = find(ledger, holder=holder, text=text, since=since, until=until, outlet=outlet, act=act, limit=limit)
    if format_ == "jsonl":
        for row in found:
            sys.stdout.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
        return
    console = output_console()
    for row in found:
        _print_found(row, console)
    if not found:
        click.echo("nothing found; try fewer or other words, names and dates", err=True)


def _print_found(row: FoundAttribution, console: Console) -> None:
    where = [row.published[:10] if row.published else "no date", row.outlet, row.title or row.article]
    print_indented(console, Text(" · ".join(part for part in where if part), style="dim"), 0)
    print_indented(console, Text(" > ".join(row.chain), style="cyan"), 2)
    said = Text(row.source or NOBODY_SHOWN, style="bold")
    said.append(f" {row.cue} ", style="not bold underline")
    said.append(f"({row.act}): ", style="not bold dim")
    said.append(" ".join(row.text.split()), style="not bold")
    print_indented(console, said, 4)
