"""`onrecord assess`: sureness, holders and dates of event heads that a user brings."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.cli.stream import tell_failures
from onrecord.errors import SourceError
from onrecord.factuality.calibration import CALIBRATIONS
from onrecord.factuality.heads import Dates, assess_file
from onrecord.records import Article, Parse, Span
from onrecord.sources import SourceFailure
from onrecord.times import date_heads, load_tagger


@click.command("assess")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--calibration", type=click.Choice(CALIBRATIONS), help="Take value from a table learned from readers' ratings.")
def assess_command(file: Path, calibration: str | None) -> None:
    """Say of event heads that you bring who holds them for how sure, and when they happened.

    FILE (or - for standard input) has one JSON object a line: {"id", "text", "published", "events": [{"start", "end"}]}, offsets
    in code points. Each event comes back with label (FactBank's), value on [-3, 3], holders below AUTHOR (spans, outermost
    first), status, begin, end_date and basis. Any other field is handed through.

    Lines that cannot be read are named at the end, the rest is done, and the exit code is 1.
    """
    done, failures = 0, []
    where = "<stdin>" if str(file) == "-" else str(file)
    for found in assess_file(_lines(file), where=where, dater=_Dater(), calibration=calibration):
        if isinstance(found, SourceFailure):
            failures.append(f"{found.where}: {found.error}")
            continue
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        done += 1
    tell_failures(failures, done)


class _Dater:
    """Days of heads in a text, for `assess_file`."""

    def __init__(self) -> None:
        self._tagger = load_tagger()

    def __call__(self, parse: Parse, published: str | None, heads: tuple[Span, ...]) -> list[Dates]:
        article = Article("", parse.text, published=published, published_basis="given" if published else None)
        timexes = self._tagger.find(parse, article)
        days = date_heads(parse, article, timexes, heads)
        return [{"begin": day.begin, "end_date": day.end, "basis": day.basis} for day in days]


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with click.open_file(str(file), "rb") as lines:
            yield from lines
    except OSError as error:
        raise SourceError(f"cannot read {file}: {error.strerror or error}; check the path") from error
