"""What the commands share: inputs -> articles -> readings with a progress bar, and the failures told at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from onrecord.reading import read_articles_many
from onrecord.records import Article, Reading
from onrecord.settings import Settings, load_settings
from onrecord.sources import SourceFailure, read_articles

Command = TypeVar("Command", bound=Callable[..., Any])


def reading_options(function: Command) -> Command:
    """The options of every command that reads articles."""
    options = [
        click.option("--jobs", "-j", default=1, show_default=True, metavar="N", help="Worker processes."),
        click.option(
            "--min-confidence", type=float, metavar="P",
            help="Keep attributions whose calibrated confidence is at least P (0 to 1). Higher: fewer and surer.",
        ),
        click.option("--settings", "settings_path", type=click.Path(path_type=Path), help="A TOML file of settings."),
        click.option("--strict", is_flag=True, default=None, help="Stop at the first article that a stage fails on."),
    ]  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def make_settings(
    settings_path: Path | None, min_confidence: float | None, strict: bool | None, *, outermost: bool | None = None
) -> Settings:
    """Settings from the options; wrong ones raise before anything is read."""
    options = {"min_confidence": min_confidence, "strict": strict, "outermost": outermost}
    return load_settings(settings_path, overrides=options)


@dataclass
class Stream:
    """Articles of any number of inputs, read in order; what could not be read is kept for the end."""

    inputs: tuple[str, ...]
    settings: Settings
    jobs: int = 1
    failures: list[str] = field(default_factory=list)
    source_failures: list[SourceFailure] = field(default_factory=list)
    done: int = 0

    def __post_init__(self) -> None:
        """Raises `SourceError` when the only input is missing or empty."""
        self._found = read_articles(self.inputs)

    def readings(self) -> Iterator[Reading]:
        """Readings one by one, with a progress bar on a terminal when there is more than one input or it is a folder."""
        with _progress(self.inputs) as progress:
            task = progress.add_task("reading", total=None)
            for reading in read_articles_many(self._articles(), self.settings, jobs=self.jobs, spare=True):
                self.done += 1
                self.failures += [f"{reading.article.id}: {f.stage}: {f.error}" for f in reading.failures]
                progress.update(task, advance=1, description=f"reading {reading.article.id[:40]}")
                yield reading

    def _articles(self) -> Iterator[Article]:
        for item in self._found:
            if isinstance(item, SourceFailure):
                self.source_failures.append(item)
                self.failures.append(f"{item.where}: {item.error}")
            else:
                yield item

    def finish(self) -> None:
        """As `tell_failures`."""
        tell_failures(self.failures, self.done)


def tell_failures(failures: Sequence[str], done: int) -> None:
    """Tells the failures on standard error, and leaves with exit code 1 when there were any."""
    for failure in failures:
        click.echo(f"failed: {failure}", err=True)
    if failures:
        click.echo(f"{done} read, {len(failures)} failed", err=True)
        raise click.exceptions.Exit(1)


def _progress(inputs: Iterable[str]) -> Progress:
    many = any(Path(name).is_dir() or "*" in name or name.endswith((".jsonl", ".csv")) for name in inputs)
    show = sys.stderr.isatty() and (many or len(list(inputs)) > 1)
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True, disable=not show,
    )  # fmt: skip


def output_console() -> Console:
    """Where outlines go: colours only on a terminal and without `NO_COLOR`; lines of 100 characters where it is none."""
    return Console(width=None if sys.stdout.isatty() else 100, soft_wrap=False, highlight=False, emoji=False)
