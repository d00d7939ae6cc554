"""The tables of this stage: what embedding words, modals, adverbs, adjectives and subordinators do to what they govern."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.errors import SettingsError
from onrecord.factuality.values import VALUES, Pair, flipped

PREDICATES = ["lemma", "pos", "frames", "class"]
CLASSES = ["class", "outer_pos", "outer_neg", "holder_pos", "holder_neg", "scope", "flag"]
PAIRS = ["verb", "noun_classes", "class"]
MARKERS = ["word", "place", "value", "flag"]
FLAGS = ("-", "future", "asked", "possible", "conditional")
SCOPES = ("-", "said", "own", "quiet", "all")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a class of predicates makes of its complement.

    Attributes:
        name: the class.
        outer: for the holders outside; `None` = presupposed, whatever governs the predicate.
        holder: for the predicate's own holder; `None` = it has none.
        scope: `said` = the complement is that holder's word; `own` = his wish, plan or demand, and what is presupposed in it
            stays the outer holders'; `quiet` = a holder only where an attribution names one; `all` = what is
            presupposed is common ground, the author's too; `-` = no holder.
        flag: `future`, `asked`, `possible`, or `-`.
    """

    name: str
    outer: Pair | None
    holder: Pair | None
    scope: str
    flag: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A small word's effect: the values in place of a yes and a no, and a flag. `kind` is `hearsay`, `disbelief` or `value`."""

    word: str
    kind: str
    pair: Pair
    flag: str


@dataclass(frozen=True)
class Tables:
    """All tables, read once."""

    signatures: Mapping[str, Signature]
    predicates: Mapping[tuple[str, str, str], Signature]
    markers: Mapping[tuple[str, str], Marker]
    pairs: Mapping[tuple[str, str], str]
    """By verb and class of its noun ("keep", "promise"), the class of what the noun governs."""

    planned: frozenset[str] = frozenset()
    """Nouns that take an infinitive of what is meant by them ("plot to", "attempt to")."""

    telling: frozenset[str] = frozenset()
    """Verbs whose clause is somebody's word ("say", "claim")."""

    def predicate(self, lemmas: Iterable[str], pos: str, frame: str) -> Signature | None:
        """The signature of the first of some forms of a word (its surface, its lemma, lemma and particle) in a frame."""
        for lemma in lemmas:
            found = self.predicates.get((lemma, pos, frame))
            if found is not None:
                return found
        return None

    def marker(self, word: str, place: str) -> Marker | None:
        """The effect of a word in a place (`modal`, `negation`, `adverb`, `adjective`, `clause`, `preposition` ...)."""
        return self.markers.get((word, place))


@cache
def load_tables() -> Tables:
    """The shipped tables.

    Raises:
        SettingsError: a line of a table is not in its form; the message names file and line.
    """
    signatures = {row[0]: _signature(row, place) for row, place in _rows("classes.tsv", CLASSES)}
    predicates = {}
    for (lemma, pos, frames, name), place in _rows("predicates.tsv", PREDICATES):
        if name not in signatures:
            raise SettingsError(f"{place}: no class {name!r}; have {', '.join(signatures)}")
        for frame in frames.split(","):
            predicates[lemma, pos, frame] = signatures[name]
    markers = {(row[0], row[1]): _marker(row, place) for row, place in _rows("markers.tsv", MARKERS)}
    planned = frozenset(lemma for lemma, pos, frame in predicates if pos == "NOUN" and frame == "to")
    telling = frozenset(
        lemma for (lemma, pos, frame), found in predicates.items() if (pos, frame, found.scope) == ("VERB", "that", "said")
    )
    return Tables(signatures, predicates, markers, _pairs(signatures), planned, telling)


@cache
def answer_nouns() -> Mapping[str, str]:
    """Nouns for what was said ("the charge", "the offer") and the act they name."""
    return {row[0]: row[1] for row, _ in _rows("answers.tsv", ["noun", "act"])}


@cache
def disbelief_words() -> frozenset[str]:
    """Adverbs and verbs by which a writer shows that he does not believe what he tells ("falsely", "pretend")."""
    tables = load_tables()
    adverbs = (word for (word, place), marker in tables.markers.items() if place == "adverb" and marker.kind == "disbelief")
    verbs = (lemma for (lemma, _, frame), found in tables.predicates.items() if frame == "that" and found.name == "pretend")
    return frozenset((*adverbs, *verbs))


@cache
def firm_words() -> Mapping[str, frozenset[str]]:
    """By stance, words of cues that answer something by what they mean ("denied", "sceptical"); `open`: others that may doubt."""
    return {row[0]: frozenset(row[1].split()) for row, _ in _rows("firm.tsv", ["value", "words"])}


@cache
def deeds_of() -> Mapping[str, tuple[str, ...]]:
    """By lemma, the kinds of deeds that it speaks of ("shelled", "rockets", "fired": `strike`)."""
    found: dict[str, tuple[str, ...]] = {}
    for (deed, words), _ in _rows("deeds.tsv", ["deed", "words"]):
        for word in words.split():
            found[word] = (*found.get(word, ()), deed)
    return found


def _pairs(signatures: Mapping[str, Signature]) -> dict[tuple[str, str], str]:
    pairs = {}
    for (verb, nouns, name), place in _rows("pairs.tsv", PAIRS):
        for noun in nouns.split(","):
            if name not in signatures or noun not in signatures:
                raise SettingsError(f"{place}: no class {name!r} or {noun!r}; have {', '.join(signatures)}")
            pairs[verb, noun] = name
    return pairs


def _rows(name: str, header: list[str]) -> Iterator[tuple[list[str], str]]:
    text = (resources.files("onrecord.factuality") / "data" / name).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    if next(rows, None) != header:
        raise SettingsError(f"{name}: the first line must be {' '.join(header)}, parted by tabs")
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise SettingsError(f"{name}, line {number}: {row!r} is no entry; needs {' '.join(header)}")
        yield row, f"{name}, line {number}"


def _signature(row: list[str], place: str) -> Signature:
    name, outer_pos, outer_neg, holder_pos, holder_neg, scope, flag = row
    if scope not in SCOPES or flag not in FLAGS:
        raise SettingsError(f"{place}: {scope!r} or {flag!r} is unknown; have {', '.join(SCOPES)} and {', '.join(FLAGS)}")
    outer = None if outer_pos == "=" else (_value(outer_pos, place), _value(outer_neg, place))
    holder = None if holder_pos == "-" else (_value(holder_pos, place), _value(holder_neg, place))
    return Signature(name, outer, holder, scope, flag)


def _marker(row: list[str], place: str) -> Marker:
    word, _, value, flag = row
    if flag not in FLAGS:
        raise SettingsError(f"{place}: {flag!r} is unknown; have {', '.join(FLAGS)}")
    if value in ("hearsay", "disbelief"):
        return Marker(word, value, (3, -3), flag)
    return Marker(word, "value", flipped(_value(value, place)), flag)


def _value(label: str, place: str) -> int:
    if label not in VALUES:
        raise SettingsError(f"{place}: {label!r} is no value; have {', '.join(VALUES)}")
    return VALUES[label]
