"""`onrecord export` and `onrecord enrich`: events in the forms that researchers work with."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from onrecord.cli.stream import Stream, make_settings, reading_options
from onrecord.errors import SourceError
from onrecord.records import Reading
from onrecord.report.enrich import enrich, enrich_header
from onrecord.report.gdelt import cameo_lines
from onrecord.report.plover import plover_records
from onrecord.report.polecat import polecat_lines


def _plover_lines(readings: Iterable[Reading]) -> Iterator[str]:
    for record in plover_records(readings):
        yield json.dumps(record, ensure_ascii=False)


FORMS: dict[str, Callable[[Iterable[Reading]], Iterator[str]]] = {
    "polecat": polecat_lines,
    "plover": _plover_lines,
    "cameo": cameo_lines,
}


@click.command("export")
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--form", type=click.Choice(sorted(FORMS)), default="polecat", show_default=True, help="Which form.")
@reading_options
def export_command(
    inputs: tuple[str, ...],
    form: str,
    jobs: int,
    min_confidence: float | None,
    settings_path: Path | None,
    strict: bool | None,
) -> None:
    """Read articles and print their events in the form of an event data set, ours beside it.

    \b
      polecat  tab-separated: POLECAT's 40 columns, then chain, depth, status, factuality,
               on_word_of, denied_by, happened_at, told_at and spans
      plover   one PLOVER record a line, as JSON
      cameo    tab-separated, CAMEO codes and columns in GDELT's manner

    Events are printed that are only claimed, denied, threatened or asked for, too: filter on the column status, where only
    "fact" is the author's own word that it happened.
    """
    stream = Stream(inputs, make_settings(settings_path, min_confidence, strict), jobs)
    for line in FORMS[form](stream.readings()):
        sys.stdout.write(line + "\n")
    stream.finish()


@click.command("enrich")
@click.argument("table", type=click.Path(path_type=Path))
@click.option(
    "--texts", required=True, metavar="PATH", help="The articles that the rows were coded from: JSONL, CSV or a folder."
)
@reading_options
def enrich_command(
    table: Path,
    texts: str,
    jobs: int,
    min_confidence: float | None,
    settings_path: Path | None,
    strict: bool | None,
) -> None:
    """Add our columns to the rows of a POLECAT file: whose word each event is, with which status, happened and told when.

    TABLE is tab-separated with POLECAT's column names. A column "article" (or "Story ID") that holds the articles' ids is best;
    without one a row is matched by outlet and publication date. Rows keep their order; where none of our events fits,
    `matched` is "no" and `match_note` says why. Events that `read` leaves out as likely wrong are matched too (coder "frames").
    """
    header, rows = _read_table(table)
    settings = make_settings(settings_path, min_confidence, strict)
    if settings.coder == "events":  # somebody has coded the event: one that we would doubt may still be it
        settings = replace(settings, coder="frames")
    stream = Stream((texts,), settings, jobs)
    columns = enrich_header(header)
    enriched = enrich(rows, stream.readings())
    writer = csv.writer(sys.stdout, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\", lineterminator="\n")
    writer.writerow(columns)
    matched = 0
    for row in enriched:
        matched += row["matched"] == "yes"
        writer.writerow([" ".join(row.get(column, "").split()) for column in columns])
    click.echo(f"{matched} of {len(rows)} rows matched to an event", err=True)
    stream.finish()


def _read_table(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            header = next(reader, [])
            rows = [dict(zip(header, row, strict=False)) for row in reader if row]
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror or error}; check the path") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path} is no tab-separated table in UTF-8: {error}") from error
    if "Event Type" not in header:
        raise SourceError(f"{path} has no column 'Event Type'; give a tab-separated file with POLECAT's column names")
    return header, rows
