"""The command line: every command is a thin face of the Python API of the same name."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NoReturn

import click

from onrecord import __version__
from onrecord.errors import OnRecordError

__all__ = ["command", "main"]

_HOMES = {
    "add": "ledger.add_command",
    "assess": "assess.assess_command",
    "demo": "read.demo_command",
    "enrich": "export.enrich_command",
    "export": "export.export_command",
    "find": "ledger.find_command",
    "gold": "gold.gold_group",
    "kb": "kb.kb_group",
    "read": "read.read_command",
    "score": "score.score_command",
    "train": "train.train_group",
}


class Commands(Mapping[str, click.Command]):
    """The commands by name; each is imported when it is asked for, so that `find` need not wait for what `read` needs."""

    def __getitem__(self, name: str) -> click.Command:
        module, _, attribute = _HOMES[name].partition(".")
        found: click.Command = getattr(import_module(f"onrecord.cli.{module}"), attribute)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


@click.group(
    commands=Commands(),
    context_settings={"max_content_width": 100},
    epilog="Begin with: onrecord demo",
)
@click.version_option(__version__, prog_name="onrecord")
def command() -> None:
    """Read news and keep a ledger of who said what about which event.

    \b
      onrecord demo                       what it does, on a small example
      onrecord read article.html          one article, as an outline
      onrecord read news/ --format jsonl  a folder, one JSON object an article
      onrecord add news/ --ledger n.ledger
      onrecord find --ledger n.ledger --holder Zelensky --text missile
    """


def main() -> None:
    """Runs the command line; errors of ours become one plain line and exit code 2, Ctrl-C exit code 130."""
    _write_utf8()
    try:
        code = command.main(prog_name="onrecord", standalone_mode=False)  # a command that leaves early gives its exit code back
        sys.stdout.flush()  # here, so that a full disk is told as below
        sys.exit(code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("onrecord: stopped", err=True)
        sys.exit(130)
    except OSError as error:
        _leave_output(error)


def _write_utf8() -> None:
    """Output is UTF-8 in a pipe or file; a terminal shows `?` for what it cannot."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")


def _leave_output(error: OSError) -> NoReturn:
    if error.errno != errno.EPIPE:  # a program such as `head` that has read enough needs no word
        what = error.filename or "the output cannot be written"
        click.echo(f"onrecord: stopped, {what}: {error.strerror or error}", err=True)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still held must not fail once more at the end
    sys.exit(1 if error.errno == errno.EPIPE else 2)
