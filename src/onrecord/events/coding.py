"""A draft's code in the words of the data sets: quad, intensity, CAMEO, contexts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.errors import SettingsError
from onrecord.events.plover import CONTEXTS, QUADS
from onrecord.events.tables import read_table
from onrecord.language import syntax
from onrecord.records import Parse

SCOPE_TOKENS = 60
"""Longest clause, in tokens, whose words count for an event's contexts; longer ones are cut round the event."""


@cache
def _intensities() -> dict[str, float]:
    return {code: float(value) for code, value in read_table("intensity.tsv", ["code", "intensity"])}


@cache
def _cameo() -> dict[str, tuple[tuple[str, str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for code, name, mode, contexts in read_table("cameo.tsv", ["cameo", "type", "mode", "contexts"]):
        found.setdefault(name, []).append((code, "" if mode == "-" else mode, frozenset(contexts.split()) - {"-"}))
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _context_words() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    named: dict[str, list[str]] = {}
    defaults: dict[str, tuple[str, ...]] = {}
    for kind, key, values in read_table("contexts.tsv", ["kind", "key", "values"]):
        if kind == "default":
            defaults[key] = tuple(values.split())
            continue
        if key not in CONTEXTS:
            raise SettingsError(f"contexts.tsv: no context {key!r}")
        for word in values.split():
            named.setdefault(word, []).append(key)
    return {word: tuple(keys) for word, keys in named.items()}, defaults


def quad(name: str) -> int:
    """The quad of an event type, 1 to 4."""
    return QUADS[name]


def intensity(name: str, mode: str | None) -> float:
    """PLOVER's intensity, from -10 (most hostile) to 10: the mode's own, else the type's."""
    table = _intensities()
    return table.get(f"{name}/{mode}", table[name])


def cameo(name: str, mode: str | None, contexts: Iterable[str]) -> str | None:
    """The CAMEO code whose PLOVER reading is nearest: same type, then same mode, then most contexts in common.

    Ties go to the shorter, then the lower code. `None` for a type CAMEO has no code for.
    """
    return _nearest(name, mode, frozenset(contexts))


@lru_cache(maxsize=4096)
def _nearest(name: str, mode: str | None, own: frozenset[str]) -> str | None:
    best: tuple[tuple[int, int, int, int], str] | None = None
    for code, its_mode, its_contexts in _cameo().get(name, ()):
        if its_mode and its_mode != mode:
            continue
        rank = (
            int(its_mode == (mode or "")),
            len(own & its_contexts) - len(its_contexts - own),
            int(not its_contexts),
            -len(code),
        )
        if best is None or rank > best[0]:
            best = rank, code
    return None if best is None else best[1]


def find_contexts(parse: Parse, token: int, name: str, mode: str | None) -> tuple[str, ...]:
    """What the event is about: contexts named by words of its clause, then those its type or mode always has.

    Explainable on purpose: a word list (`data/contexts.tsv`) over the event's own subtree, or the clause of its verb.
    """
    words, defaults = _context_words()
    start, end = _scope(parse, token)
    found: dict[str, int] = {}
    for other in range(start, end):
        for context in words.get(parse.lemmas[other], ()):
            found[context] = found.get(context, 0) + 1
    fixed = defaults.get(f"{name}/{mode}") or defaults.get(name, ())
    ranked = sorted(found, key=lambda context: (-found[context], CONTEXTS.index(context)))
    return tuple(dict.fromkeys((*ranked[:3], *(fixed if mode or not ranked else ()))))


def _scope(parse: Parse, token: int) -> tuple[int, int]:
    head = token
    if parse.pos[token] not in ("VERB", "AUX"):
        for above in syntax.ancestors(parse, token):
            if parse.pos[above] in ("VERB", "AUX"):
                head = above
                break
    start, end = syntax.subtree(parse, head)
    return max(start, token - SCOPE_TOKENS // 2), min(end, token + SCOPE_TOKENS // 2)
