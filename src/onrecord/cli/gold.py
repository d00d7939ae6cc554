"""`onrecord gold`: annotated articles checked, and turned into brat's form and back."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.errors import GoldError
from onrecord.score.brat import brat_to_gold, gold_to_brat
from onrecord.score.gold import read_gold, read_gold_folder
from onrecord.score.writing import write_gold


@click.group("gold")
def gold_group() -> None:
    """Check annotated articles, and turn them into brat's form and back.

    The form is described in eval/gold/GUIDELINES.md of the project's sources.
    """


@gold_group.command("check")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
def check_command(gold: Path) -> None:
    """Check GOLD, a folder or a file: every breach of the form is named with its line."""
    click.echo(f"{len(read_gold_folder(gold))} articles, no breach")


@gold_group.command("to-brat")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def to_brat_command(gold: Path, folder: Path) -> None:
    """Write a .txt and an .ann file for each article of GOLD into FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    articles = read_gold_folder(gold)
    for article in articles:
        text, annotations = gold_to_brat(article)
        (folder / f"{article.article.id}.txt").write_text(text, encoding="utf-8")
        (folder / f"{article.article.id}.ann").write_text(annotations, encoding="utf-8")
    click.echo(f"{len(articles)} articles written to {folder}")


@gold_group.command("from-brat")
@click.argument("brat", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def from_brat_command(brat: Path, folder: Path) -> None:
    """Write a .gold file into FOLDER for each .ann file of BRAT that has its .txt beside it.

    An attribution is a brat event of type Attribution with its cue as trigger and the roles Source, Content and Parent. Holders
    that no note names are called by the words of the source.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted(brat.rglob("*.ann"))
    if not paths:
        raise GoldError(f"no .ann file in {brat}")
    for path in paths:
        try:
            text = path.with_suffix(".txt").read_text(encoding="utf-8")
        except OSError as error:
            raise GoldError(f"{path} has no text beside it: {error}") from error
        article = brat_to_gold(text, path.read_text(encoding="utf-8"), id_=path.stem)
        target = folder / f"{path.stem}.gold"
        target.write_text(write_gold(article), encoding="utf-8")
        read_gold(target)
    click.echo(f"{len(paths)} articles written to {folder}")
