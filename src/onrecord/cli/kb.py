"""`onrecord kb`: ask the knowledge base of actors, add one's own, bring it up to date."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

import click

from onrecord.actors.tables import COUNTRIES, check_table, merge_rows, own_table, tables_in_use
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


@kb_group.command("show")
@click.argument("name", nargs=-1, required=True)
@click.option("--on", "date", callback=check_day, metavar="DATE", help="As of this day, month or year.")
@click.option("--country", callback=check_country, metavar="ISO", help="Only of this country (ISO 3166 alpha-3).")
@click.option("--limit", default=10, show_default=True, help="At most so many.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show_command(name: tuple[str, ...], date: str | None, country: str | None, limit: int, format_: str) -> None:
    """Show whom or what a name stands for, on a day.

    \b
      onrecord kb show Zelenskiy --on 2020-05-01
      onrecord kb show the Kremlin --on 1998
      onrecord kb show president of Ukraine --on 2016-05-01
    """
    from onrecord.actors.commands import Inspector, describe

    text = " ".join(name)
    inspector = Inspector(tables_in_use(load_settings().actors))
    found = inspector.find(text, date, country)
    if format_ == "json":
        shown = {"name": text, "on": date, "candidates": [asdict(candidate) for candidate in found[:limit]]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    for candidate in found[:limit] if format_ == "text" else ():
        click.echo("\n".join(describe(candidate, date)))
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
