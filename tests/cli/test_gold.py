from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import command
from onrecord.errors import GoldError

CORPUS = Path(__file__).parents[2] / "eval" / "gold" / "articles"
ONE = CORPUS / "f1-1-caspwire-apology.gold"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


@pytest.mark.model
def test_counts_of_the_corpus_are_printed_by_one_command() -> None:
    counts = json.loads(run("score", str(CORPUS.parent), "--counts", "--json"))
    assert counts["articles"] == 60
    assert min(counts["types"].values()) >= 12
    assert counts["cues that are no verb"] >= 0.1 * counts["attributions"]
    assert counts["families"] == 8
    assert sum(counts["laundered"].values()) >= 40


def test_an_annotation_scored_against_itself_is_right_throughout() -> None:
    figures = json.loads(run("score", str(ONE), "--against", str(ONE), "--layer", "attributions", "--json"))
    assert {row["f1"] for row in figures["attributions"].values()} == {100.0}


@pytest.mark.model
def test_the_program_is_scored_by_layer() -> None:
    output = run("score", str(ONE), "--layer", "attributions", "--layer", "holders")
    assert "all depths" in output
    assert "country of holder" in output


def test_a_second_annotation_of_another_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.gold").write_text(ONE.read_text(encoding="utf-8").replace("id: f1-1", "id: f9-9"), encoding="utf-8")
    with pytest.raises(GoldError, match="no annotation of f1-1"):
        run("score", str(ONE), "--against", str(tmp_path))


def test_gold_goes_to_brat_and_back(tmp_path: Path) -> None:
    run("gold", "to-brat", str(ONE), str(tmp_path / "brat"))
    assert "1 articles written" in run("gold", "from-brat", str(tmp_path / "brat"), str(tmp_path / "gold"))
    assert "1 articles, no breach" in run("gold", "check", str(tmp_path / "gold"))


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold article"):
        run("gold", "check", str(tmp_path))
