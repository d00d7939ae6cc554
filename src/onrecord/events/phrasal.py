"""Which entries of a verb the words round it allow: those that ask for particles or other words, and those that ask for none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.events.lexicon import Entry, Lexicon
from onrecord.events.tables import load_classes, members
from onrecord.language import syntax
from onrecord.records import Parse

ATTRIBUTED_PARTICLES = frozenset(("out", "off", "down", "up", "away", "over", "in", "back", "on", "through", "along"))
"""Particles with which a verb is another word than without."""

ASIDE = frozenset(("nsubj", "punct", "advcl", "conj", "nsubjpass", "csubj"))
"""Dependents that are no complement of a verb."""

BELOW = frozenset(("pobj", "compound", "amod", "dobj", "attr", "prep", "oprd", "acomp"))
"""Dependents of a complement whose words count as the verb's."""


@dataclass(frozen=True, slots=True)
class VerbEntries:
    """The entries of a verb, those that ask for most first: `phrasal` ones, by their cues too, before the `plain` ones.

    `cues` gives, for each word without which an entry with particles can not fit, the indices of such entries.
    """

    phrasal: tuple[Entry, ...]
    plain: tuple[Entry, ...]
    cues: dict[str, tuple[int, ...]]


@cache
def index_verbs(lexicon: Lexicon) -> dict[str, VerbEntries]:
    """The verbs of a lexicon by lemma."""
    return {lemma: _index(entries) for lemma, entries in lexicon.verbs.items()}


def _index(entries: Iterable[Entry]) -> VerbEntries:
    rows = tuple(entries)
    phrasal = tuple(entry for entry in rows if entry.particles)
    cues: dict[str, tuple[int, ...]] = {}
    for index, entry in enumerate(phrasal):
        for word in _cues(entry.particles):
            cues[word] = (*cues.get(word, ()), index)
    return VerbEntries(phrasal, tuple(entry for entry in rows if not entry.particles), cues)


def _cues(particles: tuple[str, ...]) -> frozenset[str]:
    """Words of which one at least must stand round a verb, for what an entry asks for to be there."""
    kinds, plain, fixed = split_particles(particles)
    return frozenset(word for kind in kinds for word in members(kind)) if kinds else plain or fixed


def find_entries(parse: Parse, token: int, entries: VerbEntries) -> Iterator[Entry]:
    """The entries of a verb that its particles and the words round it allow, those that ask for most first."""
    particles = {parse.lower[other] for other in syntax.children_of(parse, token, "prt")}
    if entries.phrasal:
        around = words_around(parse, token)
        cues = entries.cues.keys() & around
        for index in sorted({index for word in cues for index in entries.cues[word]}) if cues else ():
            if has_particles(entries.phrasal[index].particles, around, particles):
                yield entries.phrasal[index]
    if particles.isdisjoint(ATTRIBUTED_PARTICLES):
        yield from entries.plain


def has_particles(asked: tuple[str, ...], around: set[str], particles: set[str]) -> bool:
    """Whether the words that an entry asks for stand round a verb."""
    kinds, plain, fixed = split_particles(asked)
    if plain and not kinds and plain.isdisjoint(around):
        return False
    if kinds:
        return any(kind in load_classes().get(word, ()) for kind in kinds for word in around)
    if not fixed <= around:
        return False
    return "in" not in plain or "in" in particles or not (plain - {"in"}).isdisjoint(around)


@cache
def split_particles(particles: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """What an entry asks for beside its word: classes (`+`), words of which one must stand there, words (`=`) that all must."""
    plain = frozenset(p for p in particles if not p.startswith("="))
    return tuple(p[1:] for p in particles if p.startswith("+")), plain, frozenset(p[1:] for p in particles if p.startswith("="))


def words_around(parse: Parse, verb: int) -> set[str]:
    """Lower-cased words and lemmas of the verb's complements: particles, objects, adjectives, and what follows prepositions."""
    found: set[str] = set()
    lower, lemmas, labels = parse.lower, parse.lemmas, parse.labels
    for other in parse.children[verb]:
        if labels[other] in ASIDE:
            continue
        if labels[other] == "ccomp" and lemmas[verb] != "let" and parse.pos[other] != "NOUN":
            continue
        found.add(lower[other])
        found.add(lemmas[other])
        for below in parse.children[other]:
            if labels[below] in BELOW:
                found.add(lower[below])
                found.add(lemmas[below])
                found.update(lemmas[deep] for deep in syntax.children_of(parse, below, "pobj", "compound"))
    return found
