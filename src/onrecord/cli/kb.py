"""`onrecord kb`: ask the knowledge base of actors, add one's own, bring it up to date."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from onrecord.actors.commands import Inspector, describe
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.sparql import ENDPOINT, Service, refresh_from_service
from onrecord.actors.tables import (
    COUNTRIES,
    Row,
    check_table,
    merge_rows,
    own_table,
    refreshed_table,
    replace_rows,
    tables_in_use,
)
from onrecord.actors.wikidata import refresh_from_dump
from onrecord.settings import load_settings


@click.group("kb")
def kb_group() -> None:
    """The knowledge base of actors: who is meant by a name, your own actors, newer facts from Wikidata."""


def check_day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The day as given, if it has the form of one."""
    if value is not None and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise click.BadParameter(f"{value!r} is no day; write 2024-05-14, 2024-05 or 2024")
    return value


def check_country(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The country's code in capitals, if there is such a one."""
    if value is not None and value.upper() not in COUNTRIES:
        raise click.BadParameter(f"{value!r} is no country code; give ISO 3166 alpha-3 such as UKR")
    return value.upper() if value else None


def check_countries(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The countries' codes in capitals, each once."""
    return tuple(dict.fromkeys(code for one in value if (code := check_country(context, option, one))))


@kb_group.command("show")
@click.argument("name", nargs=-1, required=True)
@click.option("--on", "day", callback=check_day, metavar="DATE", help="As of this day, month or year.")
@click.option("--country", callback=check_country, metavar="ISO", help="Only of this country (ISO 3166 alpha-3).")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most so many.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show_command(name: tuple[str, ...], day: str | None, country: str | None, limit: int, format_: str) -> None:
    """Show whom or what a name stands for, on a day.

    \b
      onrecord kb show Zelenskiy --on 2020-05-01
      onrecord kb show the Kremlin --on 1998
      onrecord kb show president of Ukraine --on 2016-05-01
    """
    text = " ".join(name)
    inspector = Inspector(tables_in_use(load_settings().actors))
    found = inspector.find(text, day, country)
    if format_ == "json":
        shown = {"name": text, "on": day, "candidates": [asdict(candidate) for candidate in found[:limit]]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    for candidate in found[:limit] if format_ == "text" else ():
        click.echo("\n".join(describe(candidate, day)))
    if len(found) > limit:
        click.echo(f"{len(found) - limit} more; ask with --country, --on, a full name, or a higher --limit", err=True)
    if not found:
        near = inspector.near(text)
        click.echo(f"nothing known by {text!r}" + (f" in {country}" if country else ""), err=True)
        click.echo(f"written almost so: {', '.join(near)}" if near else "add your own with: onrecord kb add FILE.csv", err=True)
        raise click.exceptions.Exit(1)


@kb_group.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to", "target", type=click.Path(path_type=Path, dir_okay=False), help="Another table than that of your data folder."
)
@click.option("--dry-run", is_flag=True, help="Check and count only; write nothing.")
def add_actors_command(file: Path, target: Path | None, dry_run: bool) -> None:
    """Add actors of your own, which win over the shipped ones, from a CSV file (its form: docs/kb.md).

    Everything wrong is named with its line, and then nothing is added. A row for the same actor replaces the earlier one; adding
    the same file again changes nothing. Every reading uses them from then on.
    """
    rows, breaches = check_table(file)
    for breach in breaches:
        click.echo(f"{file}, line {breach.line}: {breach.text}", err=True)
    if breaches:
        click.echo(f"nothing added; {len(breaches)} to mend", err=True)
        raise click.exceptions.Exit(2)
    path = target or own_table()
    merged = merge_rows(rows, path, dry_run=dry_run)
    told = f"{merged.added} {'would be ' if dry_run else ''}added, {merged.replaced} replaced, {merged.same} there already"
    click.echo(f"{path}: {told}")
    named = load_settings().actors
    if named and Path(named) != path:
        click.echo(f"readings use {named} (ONRECORD_ACTORS), not this table", err=True)
    elif target and not named and target != own_table():
        click.echo(f"to use it: ONRECORD_ACTORS={path}, or actors = {str(path)!r} in the settings file", err=True)


@kb_group.command("refresh")
@click.option(
    "--from",
    "dump",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="DUMP",
    help="A Wikidata dump: .json, .json.gz or .json.bz2.",
)
@click.option("--sparql", is_flag=True, help="Ask query.wikidata.org instead, one query at a time.")
@click.option(
    "--country", "countries", multiple=True, callback=check_countries, metavar="ISO", help="Only this state; may be repeated."
)
@click.option("--parties", is_flag=True, help="From a dump: the parties of the persons kept, too.")
@click.option(
    "--as-of", callback=check_day, metavar="DATE", help="Day of the dump; by default from its name, else its file's date."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Another table than that of your data folder.")
@click.option("--endpoint", default=None, hidden=True)
def refresh_command(
    dump: Path | None, sparql: bool, countries: tuple[str, ...], parties: bool, as_of: str | None, out: Path | None,
    endpoint: str | None,
) -> None:  # fmt: skip
    """Bring office-holders up to date from Wikidata (CC0), from a dump or from its query service.

    \b
      onrecord kb refresh --from wikidata-20261102-all.json.gz
      onrecord kb refresh --sparql --country UKR --country BLR

    The table takes its place only when all is read; stopped with Ctrl-C, the old one stays. With --country, rows on other states
    stay as they are. Readings use the table from then on; your own actors (kb add) come before it.
    """
    if (dump is None) == (not sparql):
        raise click.UsageError("give either --from DUMP or --sparql")
    path = out or refreshed_table()
    with _progress(dump) as progress:
        if dump is not None:
            rows = _rows_of_dump(dump, as_of, countries, parties, progress)
        else:
            rows = _rows_of_service(countries, as_of, endpoint, progress)
        number = replace_rows(rows, path, countries)
    click.echo(f"{path}: {number} rows from Wikidata" + (f" on {', '.join(countries)}" if countries else ""))


def _rows_of_dump(dump: Path, as_of: str | None, countries: tuple[str, ...], parties: bool, progress: Progress) -> Iterator[Row]:
    task = progress.add_task(f"reading {dump.name}", total=dump.stat().st_size if dump.exists() else None)
    return refresh_from_dump(
        dump, as_of or _day_of(dump), countries, parties=parties,
        progress=lambda done, seen: progress.update(task, completed=done, description=f"{seen:,} entities"),
    )  # fmt: skip


def _rows_of_service(countries: tuple[str, ...], as_of: str | None, endpoint: str | None, progress: Progress) -> Iterator[Row]:
    asked = countries or tuple(sorted(KnowledgeBase.load().country_names))
    task = progress.add_task("asking query.wikidata.org", total=len(asked))

    def told(country: str, number: int) -> None:
        progress.update(task, advance=1, description=f"{country}: {number} rows")

    return refresh_from_service(asked, as_of or date.today().isoformat(), Service(endpoint or ENDPOINT), told)


def _day_of(dump: Path) -> str:
    """The day in a dump's name (`wikidata-20261102-all.json.gz`), else that of the file."""
    match = re.search(r"(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])", dump.name)
    if match:
        return "-".join(match.groups())
    seconds = dump.stat().st_mtime if dump.exists() else 0
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _progress(dump: Path | None) -> Progress:
    done = DownloadColumn() if dump is not None else MofNCompleteColumn()
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), done, TimeRemainingColumn(),
        console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(),
    )  # fmt: skip
