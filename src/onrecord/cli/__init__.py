"""The command line: every command is a thin face of the Python API of the same name."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import NoReturn

import click

from onrecord import __version__
from onrecord.cli.assess import assess_command
from onrecord.cli.export import enrich_command, export_command
from onrecord.cli.gold import gold_group
from onrecord.cli.kb import kb_group
from onrecord.cli.ledger import add_command, find_command
from onrecord.cli.read import demo_command, read_command
from onrecord.cli.score import score_command
from onrecord.cli.train import train_group
from onrecord.errors import OnRecordError

__all__ = ["command", "main"]


@click.group(
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


COMMANDS = (
    read_command,
    demo_command,
    add_command,
    find_command,
    export_command,
    enrich_command,
    assess_command,
    score_command,
    gold_group,
    train_group,
    kb_group,
)
for sub in COMMANDS:
    command.add_command(sub)


def main() -> None:
    """Runs the command line; errors of ours become one plain line and exit code 2, Ctrl-C exit code 130."""
    _write_utf8()
    try:
        code = command.main(standalone_mode=False)  # a command that leaves early gives its exit code back
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
