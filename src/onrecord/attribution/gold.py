"""Annotated articles for training: gold attributions as tokens of a parse."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.attribution.columns import Bools, Ints
from onrecord.errors import GoldError
from onrecord.records import Parse

FULL = ("VERB", "NOUN", "ADJ")
"""Parts of speech that make the main token of a cue: of "is confident" the adjective, of "in the words of" the noun."""


@dataclass(frozen=True)
class GoldAttribution:
    """One annotated attribution on tokens.

    Attributes:
        head: the cue's main token; -1 without a cue.
        cue, source: tokens; may be empty.
        content: the content's words as a running count, shape (n + 1,).
        n_words: words in the content.
        is_inner: whether it stands in another's content.
    """

    head: int
    cue: frozenset[int]
    source: frozenset[int]
    content: Ints
    n_words: int
    is_inner: bool = False


def read_annotated(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    """Rows of JSONL files: `id`, `text`, `attributions` with `source`, `cue`, `content` as lists of character ranges.

    A row with `"depths": "all"` has inner attributions too, each with a `parent` that is not empty; others have outermost
    ones only.

    Raises:
        GoldError: a line is no such object; the message names file and line.
    """
    for path in paths:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _read_row(line, f"{path}:{number}")


def _read_row(line: bytes, where: str) -> dict[str, object]:
    try:
        row: dict[str, object] = json.loads(line)
        missing = {"id", "text", "attributions"} - set(row)
    except (ValueError, TypeError, RecursionError) as error:
        raise GoldError(f"{where}: not JSON: write one object a line with id, text and attributions") from error
    if missing:
        raise GoldError(f"{where}: lacks {', '.join(sorted(missing))}; a line has id, text and attributions")
    return row


def map_gold(parse: Parse, is_word: Bools, attributions: Sequence[dict[str, list[list[int]]]]) -> list[GoldAttribution]:
    """Gold attributions with a content, on tokens; those with the same cue are made one, as the scorer does."""
    merged: dict[object, dict[str, list[list[int]]]] = {}
    for number, row in enumerate(attributions):
        if not row["content"]:
            continue
        key = json.dumps(sorted(row["cue"])) if row["cue"] else number
        if key in merged:
            merged[key] = {
                **row,
                "source": merged[key]["source"] or row["source"],
                "cue": row["cue"],
                "content": merged[key]["content"] + row["content"],
            }
        else:
            merged[key] = row
    return [_map(parse, is_word, row) for row in merged.values()]


def _map(parse: Parse, is_word: Bools, row: dict[str, list[list[int]]]) -> GoldAttribution:
    size = len(parse)
    cue = _tokens(parse, row["cue"])
    flags = np.zeros(size, dtype=np.int64)
    flags[sorted(_tokens(parse, row["content"]))] = 1
    flags *= is_word[:size]
    running = np.concatenate(([0], np.cumsum(flags)))
    is_inner = bool(row.get("parent"))
    return GoldAttribution(cue_head(parse, cue), cue, _tokens(parse, row["source"]), running, int(flags.sum()), is_inner)


def cue_head(parse: Parse, cue: Iterable[int]) -> int:
    """The main token of a cue: highest in the tree, verbs, nouns and adjectives before others; -1 for an empty one."""
    inside = set(cue)
    tops = [token for token in inside if parse.heads[token] not in inside or parse.heads[token] == token]
    if not tops:
        return min(inside, default=-1)
    top = min(tops, key=lambda token: (parse.depths[token], parse.pos[token] not in FULL, token))
    if parse.pos[top] in ("AUX", "ADP") and parse.lower[top] not in ("according", "per"):
        full = [token for token in inside if parse.pos[token] in FULL and parse.heads[token] in (top, parse.heads[top])]
        return min(full, key=lambda token: (parse.depths[token], token), default=top)
    return top


def _tokens(parse: Parse, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect_left(parse.ends, start + 1), bisect_left(parse.starts, end)))
    return frozenset(found)
