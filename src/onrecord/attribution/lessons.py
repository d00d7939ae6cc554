"""Annotated articles as training goes through them."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from onrecord.attribution.fitting import N_FOLDS
from onrecord.attribution.gold import GoldAttribution, read_annotated
from onrecord.attribution.scoring import Ranked, ScoredCues
from onrecord.language import load_parser
from onrecord.records import Parse, make_id


@dataclass
class Lesson:
    """One article while training: what is known, and what each part said about it out of fold."""

    id: str
    parse: Parse
    spans: Sequence[dict[str, list[list[int]]]]
    fold: int
    all_depths: bool = False
    gold: list[GoldAttribution] = field(default_factory=list)
    scored: ScoredCues | None = None
    content: Ranked | None = None
    source: Ranked | None = None


def read_lessons(paths: Iterable[Path], cache: Path | None) -> Iterable[Lesson]:
    """Annotated articles with their parses, by id; the fold depends on the id alone."""
    parser = load_parser()
    rows = sorted(read_annotated(paths), key=lambda row: str(row["id"]))
    for row in rows:
        text, name = str(row["text"]), str(row["id"])
        kept = cache / f"{make_id(parser.name, text)}.pickle" if cache else None
        if kept and kept.exists():
            parse = pickle.loads(kept.read_bytes())
        else:
            parse = parser.parse(text)
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(pickle.dumps(parse))
        all_depths = row.get("depths") == "all"
        fold = int(make_id(row.get("family") or name), 16) % N_FOLDS
        yield Lesson(name, parse, cast("Any", row["attributions"]), fold, all_depths)
