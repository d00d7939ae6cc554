"""`onrecord score`: the program against gold in the form of the corpus that comes with the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from onrecord.errors import GoldError
from onrecord.language import load_parser
from onrecord.reading import Reader
from onrecord.records import Reading
from onrecord.score.convert import gold_to_reading
from onrecord.score.counts import count_families, count_layers, count_verbless_cues
from onrecord.score.families import read_family
from onrecord.score.gold import GoldArticle, read_gold_folder
from onrecord.score.layers import LAYERS, score_layers
from onrecord.settings import Settings


@click.command("score")
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Score this layer; may be repeated. All.")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only articles of this split.")
@click.option(
    "--against",
    type=click.Path(path_type=Path, exists=True),
    help="Score this second annotation of the same articles instead of the program.",
)
@click.option("--counts", is_flag=True, help="Print how much the gold holds, and score nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def score_command(
    gold: Path, layers: tuple[str, ...], split: str | None, against: Path | None, counts: bool, as_json: bool
) -> None:
    """Score the program on GOLD: a folder of *.gold files, or one of them.

    Gives precision, recall and F1 by layer; where a figure is an accuracy, the three are one. The form of the
    files is in eval/gold/GUIDELINES.md of the project's sources.
    """
    articles = read_gold_folder(gold, split)
    if counts:
        _print_counts(_count(gold, articles), as_json)
        return
    result = score_layers(articles, _second_annotation(against) if against else _program(), layers or LAYERS)
    if as_json:
        rows = {
            layer: {s.name: {"p": s.precision, "r": s.recall, "f1": s.f1, "n": s.n_gold} for s in scores}
            for layer, scores in result.items()
        }
        click.echo(json.dumps(rows, indent=1))
        return
    for layer, scores in result.items():
        click.echo(layer)
        for s in scores:
            click.echo(f"  {s.name:56} P {s.precision:5.1f}  R {s.recall:5.1f}  F1 {s.f1:5.1f}  ({s.hits:g} of {s.n_gold:g})")


def _count(folder: Path, articles: list[GoldArticle]) -> dict[str, object]:
    by_id = {article.article.id: article for article in articles}
    paths = sorted(path for path in folder.rglob("*.gold") if path.parent.name == "families") if folder.is_dir() else []
    counts = count_layers(articles) | {"cues that are no verb": count_verbless_cues(articles, load_parser())}
    return counts | (count_families(read_family(path, by_id) for path in paths) if paths else {})


def _program() -> Callable[[GoldArticle], Reading]:
    reader = Reader(Settings())
    return lambda article: reader.read(article.article)


def _second_annotation(folder: Path) -> Callable[[GoldArticle], Reading]:
    others = {other.article.id: other for other in read_gold_folder(folder)}

    def find_other(article: GoldArticle) -> Reading:
        other = others.get(article.article.id)
        if other is None:
            raise GoldError(f"{folder} has no annotation of {article.article.id}")
        if other.article.text != article.article.text:
            raise GoldError(f"the text of {article.article.id} differs in {folder}")
        return gold_to_reading(other)

    return find_other


def _print_counts(counts: dict[str, object], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(counts, indent=1))
        return
    for name, value in counts.items():
        shown = ", ".join(f"{k} {n}" for k, n in value.items()) if isinstance(value, dict) else value
        click.echo(f"{name:34} {shown}")
