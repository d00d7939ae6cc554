"""Gold files in the form of `eval/gold/GUIDELINES.md` -> frozen records; every breach of the form is named with its line."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.errors import GoldError
from onrecord.score.annotations import NOBODY, GoldActor, GoldArticle, GoldAttribution, GoldEvent, GoldMention, GoldStance
from onrecord.score.blocks import Blocks, read_blocks
from onrecord.score.building import GoldBuilder

__all__ = [
    "NOBODY", "GoldActor", "GoldArticle", "GoldAttribution", "GoldEvent", "GoldMention", "GoldStance", "build_gold", "read_gold",
    "read_gold_folder",
]  # fmt: skip


def read_gold(path: Path) -> GoldArticle:
    """One gold article.

    Raises:
        GoldError: the file breaks its form; the message has one line a breach, with the line's number.
    """
    return build_gold(read_blocks(path))


def build_gold(blocks: Blocks) -> GoldArticle:
    """The article of a file's blocks.

    Raises:
        GoldError: as `read_gold`.
    """
    article = GoldBuilder(blocks).build()
    if blocks.errors:
        raise GoldError("\n".join(blocks.errors))
    return article


def read_gold_folder(folder: Path, split: str | None = None) -> list[GoldArticle]:
    """All gold articles of a folder (its `articles`, if it has such), or of one file, by name, of one split or of all.

    Raises:
        GoldError: there is none, or some break their form; all breaches are named.
    """
    root = folder / "articles" if (folder / "articles").is_dir() else folder
    paths = [root] if root.is_file() else sorted(root.rglob("*.gold"))
    paths = [path for path in paths if _is_article(path)]
    if not paths:
        raise GoldError(f"no gold article (*.gold with a `# text` block) in {folder}")
    articles, errors = [], []
    for path in paths:
        if split and not re.search(rf"^split: *{split}\b", path.read_text(encoding="utf-8"), re.M):
            continue
        try:
            articles.append(read_gold(path))
        except GoldError as error:
            errors.append(str(error))
    if errors:
        raise GoldError("\n".join(errors))
    return articles


def _is_article(path: Path) -> bool:
    return "\n# text" in path.read_text(encoding="utf-8", errors="replace")
