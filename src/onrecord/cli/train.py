"""`onrecord train`: the learned parts, made anew from annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.attribution.train import train


@click.group("train")
def train_group() -> None:
    """Make the learned parts anew from annotated articles of your own."""


@train_group.command("attribution")
@click.option(
    "--data",
    "data",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path, exists=True),
    help="JSONL of articles with attributions (id, text, attributions: source, cue, content as offsets); may be repeated.",
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the weights and their checksums.")
@click.option("--cache", type=click.Path(path_type=Path), help="Folder where parses are kept between runs.")
def train_attribution_command(data: tuple[Path, ...], out: Path, cache: Path | None) -> None:
    """Train the attribution stage. The same data gives the same weights.

    Needs the extra: pip install onrecord[train]
    """
    train(data, out, cache=cache)
    click.echo(f"weights written to {out}")
