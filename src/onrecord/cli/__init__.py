"""The command line: every command is a thin face of the Python API of the same name."""

from __future__ import annotations

import sys

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
    try:
        sys.exit(command.main(standalone_mode=False))  # a command that leaves early gives its exit code back
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OnRecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("onrecord: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
