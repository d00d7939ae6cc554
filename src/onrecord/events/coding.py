"""A draft's code in the words of the data sets: quad, intensity, CAMEO, contexts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.errors import SettingsError
from onrecord.events.plover import CONTEXTS, QUADS
from onrecord.events.tables import read_table
from onrecord.language import syntax
from onrecord.records import Parse

CLAUSE, USUAL, MAX_THEME, MIN_VOTES, SECOND = 2, 3, 4.0, 4, 0.6
"""Votes for a context, and how many a second one needs; chosen on the gold's dev articles (`find_contexts`)."""

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
    return {word: tuple(dict.fromkeys(keys)) for word, keys in named.items()}, defaults


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


@dataclass(frozen=True, slots=True)
class Themes:
    """What an article is about: the tokens that tell contexts, in text order, those each tells, and per context the words that
    tell it in 100 tokens."""

    tokens: Sequence[int]
    told: Sequence[Collection[str]]
    shares: Mapping[str, float]


def find_themes(parse: Parse) -> Themes:
    """The themes of an article."""
    telling = _telling_words()
    found = ((token, _contexts_at(parse, token)) for token, lemma in enumerate(parse.lemmas) if lemma in telling)
    rows = [(token, told) for token, told in found if told]
    counts = Counter(context for _, told in rows for context in told)
    shares = {context: count * 100 / len(parse) for context, count in counts.items()}
    return Themes([token for token, _ in rows], [told for _, told in rows], shares)


def find_contexts(parse: Parse, token: int, name: str, mode: str | None, themes: Themes) -> tuple[str, ...]:
    """What the event is about, one context or two, best first.

    Explainable on purpose, a sum of votes: words of `data/contexts.tsv` in the event's clause (2 each) and sentence (1), at most
    two of each; the article's themes (1 for each word in 100 tokens, at most 4); 3 for what the type or mode is usually about. A
    second needs 4 votes and `SECOND` of the first one's.
    """
    _, defaults = _context_words()
    usual = defaults.get(f"{name}/{mode}") or defaults.get(name, ())
    clause = _count(themes, *_scope(parse, token))
    sentence = _count(themes, *parse.sentences[parse.sentence_of[token]])
    votes = {
        context: CLAUSE * min(clause.get(context, 0), 2)
        + min(sentence.get(context, 0), 2)
        + min(themes.shares.get(context, 0.0), MAX_THEME)
        + USUAL * (context in usual)
        for context in {*clause, *sentence, *themes.shares, *usual}
    }
    ranked = sorted(votes, key=lambda context: (-votes[context], _ranks()[context]))[:2]
    if len(ranked) == 2 and votes[ranked[1]] < max(MIN_VOTES, SECOND * votes[ranked[0]]):
        ranked.pop()
    return tuple(ranked)


def _count(themes: Themes, start: int, end: int) -> dict[str, int]:
    """How many words of a range of tokens tell each context."""
    found: dict[str, int] = {}
    for index in range(bisect_left(themes.tokens, start), bisect_left(themes.tokens, end)):
        for context in themes.told[index]:
            found[context] = found.get(context, 0) + 1
    return found


def _contexts_at(parse: Parse, token: int) -> Collection[str]:
    """Contexts that a word tells, alone or with the one before it ("tear gas", listed with a hyphen)."""
    words, _ = _context_words()
    lemma = parse.lemmas[token]
    alone = words.get(lemma, ())
    if not token or lemma not in _second_words():
        return alone
    return {*alone, *words.get(f"{parse.lower[token - 1]}-{lemma}", ())}


@cache
def _ranks() -> dict[str, int]:
    return {context: rank for rank, context in enumerate(CONTEXTS)}


@cache
def _telling_words() -> frozenset[str]:
    """Words that tell a context, alone or with the word before them."""
    words, _ = _context_words()
    return _second_words() | words.keys()


@cache
def _second_words() -> frozenset[str]:
    """Words that tell a context with the word before them."""
    words, _ = _context_words()
    return frozenset(word[at + 1 :] for word in words for at, sign in enumerate(word) if sign == "-")


def _scope(parse: Parse, token: int) -> tuple[int, int]:
    head = token
    if parse.pos[token] not in ("VERB", "AUX"):
        for above in syntax.ancestors(parse, token):
            if parse.pos[above] in ("VERB", "AUX"):
                head = above
                break
    start, end = syntax.subtree(parse, head)
    return max(start, token - SCOPE_TOKENS // 2), min(end, token + SCOPE_TOKENS // 2)
