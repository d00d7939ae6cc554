"""Role words ("foreign minister", "troops", "residents") -> what they are, their PLOVER sectors and their office or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from onrecord.actors.kbdata import read_lines

RoleKind = Literal["office", "person", "body"]
POLITICAL = frozenset(("GOV", "LEG", "PTY", "ELI", "OPP"))
"""Main sectors of roles in politics: of those who hold, held or seek an office."""

_WORDS = re.compile(r"[\w.]+(?:'(?!s\b)\w*)?|'s|[-']")
_LINKS = frozenset(("of", "for", "in", "without"))


class Role(NamedTuple):
    """A role word: `key` names the office or body within a country, `plural` whether this form means several."""

    term: str
    kind: RoleKind
    sector: tuple[str, ...]
    key: str
    plural: bool


class _Entry(NamedTuple):
    before: tuple[str, ...]
    after: tuple[str, ...]
    role: Role


class Roles:
    """The table of role words, asked by the head word and its neighbours."""

    def __init__(self, folder: Path | None = None) -> None:
        self.heads: dict[str, list[_Entry]] = {}
        rows = [line.split("\t") for line in read_lines("roles.tsv", folder)[1:]]
        known = {term for term, *_ in rows}
        for term, kind, sectors, key in rows:
            head = _head_of(term)
            is_plural = kind == "body" and head.endswith(("s", "men", "people")) and not head.endswith(("ss", "us"))
            self._add(term, Role(term, kind, tuple(sectors.split()), key, is_plural))  # type: ignore[arg-type]
            plural = pluralise(term)
            if plural != term and plural not in known and not is_plural:
                self._add(plural, Role(term, kind, tuple(sectors.split()), key, True))  # type: ignore[arg-type]
        for group in self.heads.values():
            group.sort(key=lambda entry: -len(entry.before) - len(entry.after))
        self._after = {head: _by_word_before(group) for head, group in self.heads.items()}

    def match(self, lower: Sequence[str], head: int, start: int, end: int) -> tuple[Role, int, int] | None:
        """The longest role word with this head word and its first and last-but-one token, within `[start, end)`."""
        previous = lower[head - 1] if head > start else ""
        following = lower[head + 1] if head + 1 < end else ""
        groups = self._after.get(lower[head])
        if groups is None:
            return None
        for before, after, role in groups.get(previous) or groups[""]:
            if after and after[0] != following:
                continue
            first, stop = head - len(before), head + 1 + len(after)
            if first < start or stop > end:
                continue
            if tuple(lower[first:head]) == before and tuple(lower[head + 1 : stop]) == after:
                return role, first, stop
        return None

    def _add(self, term: str, role: Role) -> None:
        words = _WORDS.findall(term)
        head = _head_at(words)
        self.heads.setdefault(words[head], []).append(_Entry(tuple(words[:head]), tuple(words[head + 1 :]), role))


def _by_word_before(group: list[_Entry]) -> dict[str, list[_Entry]]:
    """The entries that fit after a word, by that word; those that need none fit after any, and stand alone under ""."""
    words = {entry.before[-1] for entry in group if entry.before}
    return {word: [entry for entry in group if not entry.before or entry.before[-1] == word] for word in (*words, "")}


def _head_at(words: Sequence[str]) -> int:
    return next((i - 1 for i, word in enumerate(words) if word in _LINKS and i), len(words) - 1)


def _head_of(term: str) -> str:
    words = term.split(" ")
    return words[_head_at(words)]


def pluralise(term: str) -> str:
    """The plural of a role word; of "minister of state" that of its first word.

    >>> pluralise("spokeswoman"), pluralise("secretary of state"), pluralise("ministry")
    ('spokeswomen', 'secretaries of state', 'ministries')
    """
    words = term.split(" ")
    at = _head_at(words)
    word = words[at]
    if word.endswith("man"):
        words[at] = word[:-3] + "men"
    elif word.endswith("y") and word[-2:-1] not in "aeou":
        words[at] = word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        words[at] = word + "es"
    elif not word.endswith("."):
        words[at] = word + "s"
    return " ".join(words)
