"""Whether an entry of the lexicon has the company it asks for at a word: particles, classes of subject, object and modifiers."""

from __future__ import annotations

from functools import cache

from onrecord.events import arguments, company
from onrecord.events.lexicon import Entry
from onrecord.events.parties import Parties
from onrecord.events.phrasal import VerbEntries, find_entries
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

CLAUSAL = words("for to on by against between with")
THINGS = words("it them this these those one both none any")
NO_THING = words("nothing anything one none any")
"""Objects by which a verb says no more than without one ("fired nothing")."""

VAGUE = words(
    "take give hold keep use put make get have hit cut close open move drop leave send launch fire bring hand pay find see call"
    " meet lift end stop strike set let want allow permit receive accept obtain ease extend offer provide grant pass deny fix"
)
PLAIN = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "CONSULT", "SANCTION"))
FORCES = frozenset(("ASSAULT", "COERCE"))
"""Types that nobody does to oneself ("shot himself"), but for entries that say so."""

OF_OTHERS = FORCES | {"SANCTION"}
"""Types whose object must not be just anything, though an entry asks for none."""

PERSONS = frozenset(("captive", "civilian", "official", "diplomat", "police", "militia", "victimnoun"))
MOVERS = words("convoy truck lorry bus car train boat ship vessel tanker plane aircraft helicopter flotilla motorcade")


class Fitting:
    """Asks of entries whether they fit the words of one parse."""

    def __init__(self, parse: Parse, parties: Parties) -> None:
        self._parse, self._parties = parse, parties
        self._phrases: dict[int, frozenset[str]] = {}
        self._doers: dict[int, int | None] = {}
        self._undergoers: dict[int, int | None] = {}

    def verb_entry(self, token: int, entries: VerbEntries) -> Entry | None:
        """The first entry of a verb that fits."""
        for entry in find_entries(self._parse, token, entries):
            if entry.subjects and not self._subject_fits(entry, token):
                continue
            if self._object_fits(entry, token, self.undergoer(token)):
                return entry
        return None

    def undergoer(self, verb: int) -> int | None:
        """The head of a verb's object, as `arguments.undergoer` finds it."""
        if verb not in self._undergoers:
            self._undergoers[verb] = arguments.undergoer(self._parse, verb)
        return self._undergoers[verb]

    def _doer(self, verb: int) -> int | None:
        if verb not in self._doers:
            self._doers[verb] = arguments.doer(self._parse, verb)
        return self._doers[verb]

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
        if entry.objects == ("armed",):
            return company.is_armed(self._parse, self._parties, token)
        if entry.objects == ("of",):
            return next(arguments.prepositional(self._parse, [token], "of"), None) is not None
        return any(self._is_near(option, near) for option in entry.objects) or company.has_complement(
            self._parse, self._parties, entry.objects, [token]
        )

    def _modifiers(self, token: int) -> list[int]:
        parse = self._parse
        found = syntax.children_of(parse, token, "compound", "amod", "nmod")
        found += [deep for t in found for deep in syntax.children_of(parse, t, "compound", "amod")]
        return [*found, *arguments.prepositional(parse, [token], "of"), *arguments.prepositional(parse, [token], "by")]

    def _is_near(self, option: str, near: list[int]) -> bool:
        if option.startswith("="):
            return any(self._parse.lemmas[t] == option[1:] for t in near)
        return any(option in self._parties.classes(t) for t in near)

    def _subject_fits(self, entry: Entry, token: int) -> bool:
        options, subject = entry.subjects, self._doer(token)
        if subject is not None:
            return "any" in options or not self._phrase(subject).isdisjoint(options)
        if "agent" in options:
            return False
        is_open = bool(entry.objects) and not are_lemmas(options) and arguments.is_passive(self._parse, token)
        return is_open or "none" in options

    def _object_fits(self, entry: Entry, token: int, undergoer: int | None) -> bool:
        options = entry.objects
        if undergoer is None:
            return not options or self._fits_without(options, token)
        if not options and entry.type not in OF_OTHERS:
            return True
        if entry.type == "SANCTION" and self._parse.lemmas[undergoer] in MOVERS:
            return False  # what is on the road is stopped, but is no flow of goods or tie that could be cut
        word = self._parse.lower[undergoer]
        if word.endswith(("self", "selves")):
            return not options and (bool(entry.particles) or entry.type not in FORCES)
        if not options or "any" in options:
            return True
        if word in NO_THING and entry.type in FORCES and "none" in options:
            return True
        if word in THINGS:
            return self._thing_fits(entry, token, undergoer)
        return self._names(options, token, undergoer)

    def _fits_without(self, options: tuple[str, ...], token: int) -> bool:
        """Whether a verb without object has what the options for one ask for."""
        if options == ("bare",):
            return syntax.child(self._parse, token, "xcomp", "ccomp", "prep") is None
        if options == ("labelled",):
            return company.is_labelled(self._parse, token, None)
        if asks_for_complement(options):
            return company.has_complement(self._parse, self._parties, options, [token])
        return "none" in options

    def _names(self, options: tuple[str, ...], token: int, undergoer: int) -> bool:
        """Whether a verb's object, or what follows a preposition beside it, is one of the options."""
        if options == ("labelled",):
            return company.is_labelled(self._parse, token, undergoer)
        if not self._phrase(undergoer).isdisjoint(options):
            return True
        return company.has_complement(self._parse, self._parties, options, [token, undergoer])

    def _thing_fits(self, entry: Entry, token: int, undergoer: int) -> bool:
        """Whether a pronoun fits for an object: any class that is not of persons, but for entries that must be sure."""
        options, is_wildcard = entry.objects, self._is_wildcard(undergoer)
        if is_wildcard and entry.frame.dropped:
            return False
        is_sure = options == ("labelled",) or asks_for_complement(options) or (is_wildcard and entry.type in PLAIN)
        if not is_sure and self._parse.lower[undergoer] in ("it", "this") and PERSONS.issuperset(options):
            return False
        return self._names(options, token, undergoer) or (
            is_wildcard and not is_sure and options != ("bare",) and not are_lemmas(options)
        )

    def _phrase(self, token: int) -> frozenset[str]:
        """All that options may say of a phrase: the classes of its heads, and `=lemma` of them and of the words before them."""
        found = self._phrases.get(token)
        if found is None:
            heads = [token, *syntax.children_of(self._parse, token, "conj")]
            near = syntax.children_of(self._parse, token, "compound", "amod")
            lemmas = [f"={self._parse.lemmas[other]}" for other in heads + near]
            found = self._phrases[token] = frozenset(lemmas).union(*map(self._parties.classes, heads))
        return found

    def _is_wildcard(self, token: int) -> bool:
        """A pronoun that stands for a thing: it fits any class, but for verbs that mean too much ("took it")."""
        if self._parse.lower[token] not in THINGS or self._parties.one(token):
            return False
        return self._parse.lemmas[self._parse.heads[token]] not in VAGUE


@cache
def asks_for_complement(options: tuple[str, ...]) -> bool:
    """Whether options ask for what follows a preposition (`thing+class`)."""
    return any("+" in option for option in options)


@cache
def are_lemmas(options: tuple[str, ...]) -> bool:
    """Whether all options are single words."""
    return all(option.startswith("=") for option in options)
