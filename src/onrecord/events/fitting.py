"""Whether an entry of the lexicon has the company it asks for at a word: particles, classes of subject, object and modifiers."""

from __future__ import annotations

from functools import cache

from onrecord.events import arguments, company
from onrecord.events.lexicon import Entry
from onrecord.events.parties import Parties
from onrecord.events.tables import load_classes, words
from onrecord.language import syntax
from onrecord.records import Parse

ATTRIBUTED_PARTICLES = frozenset(("out", "off", "down", "up", "away", "over", "in", "back", "on", "through", "along"))
CLAUSAL = words("for to on by against between with")
THINGS = words("it them this these those one both none any")
VAGUE = words(
    "take give hold keep use put make get have hit cut close open move drop leave send launch fire bring hand pay find see call"
    " meet lift end stop strike set let want allow permit receive accept obtain ease extend offer provide grant pass deny"
)
PLAIN = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "CONSULT", "SANCTION"))
FORCES = frozenset(("ASSAULT", "COERCE"))
"""Types that nobody does to oneself ("shot himself"), but for entries that say so."""

PERSONS = frozenset(("captive", "civilian", "official", "diplomat", "police", "militia", "victimnoun"))
MOVERS = words("convoy truck lorry bus car train boat ship vessel tanker plane aircraft helicopter flotilla motorcade")


class Fitting:
    """Asks of entries whether they fit the words of one parse."""

    def __init__(self, parse: Parse, parties: Parties) -> None:
        self._parse, self._parties = parse, parties
        self._phrases: dict[int, frozenset[str]] = {}

    def verb_entry(self, token: int, entries: tuple[Entry, ...], undergoer: int | None) -> Entry | None:
        """The first entry of a verb that fits."""
        around: set[str] | None = None
        particles = {self._parse.lower[t] for t in syntax.children_of(self._parse, token, "prt")}
        is_plain = particles.isdisjoint(ATTRIBUTED_PARTICLES)
        subject, is_sought = None, False
        for entry in entries:
            if entry.particles:
                if around is None:
                    around = words_around(self._parse, token)
                if not has_particles(entry.particles, around, particles):
                    continue
            elif not is_plain:
                continue
            if entry.subjects and not is_sought:
                subject, is_sought = arguments.doer(self._parse, token), True
            if self._fits(entry, entry.subjects, subject, token) and self._object_fits(entry, token, undergoer):
                return entry
        return None

    def noun_entry(self, token: int, entries: tuple[Entry, ...], carrier: tuple[int, str] | None) -> Entry | None:
        """The first entry of an event noun that fits; `carrier` is the verb that carries it, and how."""
        near = self._modifiers(token)
        return next((entry for entry in entries if self._noun_fits(entry, token, near, carrier)), None)

    def _noun_fits(self, entry: Entry, token: int, near: list[int], carrier: tuple[int, str] | None) -> bool:
        if not entry.objects or entry.objects == ("linked",):
            return True
        if entry.objects == ("received",):
            return carrier is not None and company.is_received(self._parse, token, carrier[0])
        if entry.objects == ("light",):
            verb, kind = carrier or (token, "")
            if kind == "get":
                return company.is_received(self._parse, token, verb)
            return kind in ("do", "state", "impose") and self._parse.lemmas[verb] not in ("hold", "put", "place")
        if entry.objects == ("clause",):
            return any(self._parse.labels[t] == "acl" or self._parse.lower[t] in CLAUSAL for t in self._parse.children[token])
        if entry.objects == ("of",):
            return next(arguments.prepositional(self._parse, [token], "of"), None) is not None
        return any(self._is_near(option, near) for option in entry.objects) or company.has_complement(
            self._parse, self._parties, entry.objects, [token]
        )

    def _modifiers(self, token: int) -> list[int]:
        parse = self._parse
        found = syntax.children_of(parse, token, "compound", "amod", "nmod")
        found += [deep for t in found for deep in syntax.children_of(parse, t, "compound", "amod")]
        return found + list(arguments.prepositional(parse, [token], "of"))

    def _is_near(self, option: str, near: list[int]) -> bool:
        if option.startswith("="):
            return any(self._parse.lemmas[t] == option[1:] for t in near)
        return any(option in self._parties.classes(t) for t in near)

    def _object_fits(self, entry: Entry, token: int, undergoer: int | None) -> bool:
        if not entry.objects and (undergoer is None or entry.type not in FORCES | {"SANCTION"}):
            return True
        if undergoer is not None:
            if entry.type == "SANCTION" and self._parse.lemmas[undergoer] in MOVERS:
                return False  # what is on the road is stopped, but is no flow of goods or tie that could be cut
            if self._parse.lower[undergoer].endswith(("self", "selves")):
                return not entry.objects and (bool(entry.particles) or entry.type not in FORCES)
            if entry.frame.dropped and self._is_wildcard(undergoer):
                return not entry.objects or "any" in entry.objects
        if entry.objects == ("labelled",):
            return company.is_labelled(self._parse, token, undergoer)
        if asks_for_complement(entry.objects):
            carriers = [token, *([undergoer] if undergoer is not None else [])]
            return company.has_complement(self._parse, self._parties, entry.objects, carriers)
        if undergoer is not None:
            if entry.type in PLAIN and entry.objects and self._is_wildcard(undergoer):
                return "any" in entry.objects or not self._phrase(undergoer).isdisjoint(entry.objects)
            if self._parse.lower[undergoer] in ("it", "this") and PERSONS.issuperset(entry.objects):
                return not entry.objects
        return self._fits(entry, entry.objects, undergoer, token if entry.objects == ("bare",) else None)

    def _fits(self, entry: Entry, options: tuple[str, ...], token: int | None, verb: int | None) -> bool:
        if not options:
            return True
        if options == ("bare",):
            return verb is not None and token is None and syntax.child(self._parse, verb, "xcomp", "ccomp", "prep") is None
        if token is None:
            if "agent" in options:
                return False
            passive = verb is not None and bool(entry.objects) and arguments.is_passive(self._parse, verb)
            return "none" in options or (passive and not are_lemmas(options))
        if "any" in options or not self._phrase(token).isdisjoint(options):
            return True
        return verb is None and not are_lemmas(options) and self._is_wildcard(token)

    def _phrase(self, token: int) -> frozenset[str]:
        """All that options may say of a phrase: the classes of its heads, and `=lemma` of them and of the words before them."""
        if token not in self._phrases:
            heads = [token, *syntax.children_of(self._parse, token, "conj")]
            near = syntax.children_of(self._parse, token, "compound", "amod")
            lemmas = frozenset(f"={self._parse.lemmas[other]}" for other in (*heads, *near))
            self._phrases[token] = lemmas.union(*(self._parties.classes(head) for head in heads))
        return self._phrases[token]

    def _is_wildcard(self, token: int) -> bool:
        """A pronoun that stands for a thing: it fits any class, but for verbs that mean too much ("took it")."""
        if self._parse.lower[token] not in THINGS or self._parties.one(token):
            return False
        return self._parse.lemmas[self._parse.heads[token]] not in VAGUE


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


@cache
def asks_for_complement(options: tuple[str, ...]) -> bool:
    """Whether options ask for what follows a preposition (`thing+class`)."""
    return any("+" in option for option in options)


@cache
def are_lemmas(options: tuple[str, ...]) -> bool:
    """Whether all options are single words."""
    return all(option.startswith("=") for option in options)


def words_around(parse: Parse, verb: int) -> set[str]:
    """Lower-cased words and lemmas of the verb's complements: particles, objects, adjectives, and what follows prepositions."""
    found: set[str] = set()
    for other in parse.children[verb]:
        if parse.labels[other] in ("nsubj", "punct", "advcl", "conj", "nsubjpass", "csubj"):
            continue
        if parse.labels[other] == "ccomp" and parse.lemmas[verb] != "let" and parse.pos[other] != "NOUN":
            continue
        found |= {parse.lower[other], parse.lemmas[other]}
        for below in parse.children[other]:
            if parse.labels[below] in ("pobj", "compound", "amod", "dobj", "attr", "prep", "oprd", "acomp"):
                found |= {parse.lower[below], parse.lemmas[below]}
                found.update(parse.lemmas[deep] for deep in parse.children[below] if parse.labels[deep] in ("pobj", "compound"))
    return found
