"""The lexicon: which word, in which company, names which event, and who stands where in its sentence.

Four tables under `data/`: verbs, event nouns, light verbs that carry an event noun, and governors (promise, demand, refuse ...)
that turn the deed below them into an event of words. A row lists many lemmas; loading expands it to one entry a lemma, and adds
the entries that follow by rule (`derivation`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.errors import SettingsError
from onrecord.events.derivation import DEEDS, OWN_WORDS, gerund, spellings
from onrecord.events.plover import has_code
from onrecord.events.tables import class_names, read_table

DROP = "drop"
"""The frame of an entry that says: in this company the word is no event."""

OPTIONS = frozenset(("any", "none", "bare", "agent", "labelled", "light", "received", "linked", "clause", "of", "armed"))
"""What a condition may ask for besides a class. Of a verb: `any` object or `none`; no object and no clause (`bare`); a subject
that is there, also in the passive (`agent`); an object that is given a name ("called him a liar": `labelled`). Of a noun: a
`light` verb; a verb whose subject gets it from somebody (`received`); an earlier event of its type in the article (`linked`); a
complement that says what is asked for (`clause`), or one with `of`; a strike of arms, not of work (`armed`). `+class` asks for
the class after any preposition ("appeal to +state"), `class+class` for an object and what follows it ("send arms to a party":
`arms+party`), `=word` for the word."""

SOURCES = frozenset({"subj", "obj", "dat", "poss", "amod", "that"})
"""Places in a sentence a party may come from; any other word in a frame is a preposition."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where actors and recipients stand, each a list of places in order of preference.

    `reciprocal` = all who take part are actors ("met", "signed").
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reciprocal: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with the company it needs. Conditions are alternatives: word classes, `=lemma`, or `any`, `none`; empty = all.

    `particles` are words that must depend on the verb (`out`), or `=word` somewhere in its complement. A row may list
    several (`=one|other`): each makes an entry.
    """

    lemma: str
    pos: str
    type: str
    mode: str | None
    particles: tuple[str, ...]
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    frame: Frame

    @property
    def weight(self) -> int:
        """How much company it asks for: heavier entries are tried first."""
        loose = {"party", "any", "none", "of"}
        objects = 3 - bool(loose & set(self.objects)) if self.objects else 0
        objects += any("+" in option[1:] for option in self.objects)
        subjects = 2 - bool(loose & set(self.subjects)) if self.subjects else 0
        return 8 * bool(self.particles) + objects + subjects


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that takes a deed and makes it words: its class, what its complement must be, and where the other party stands."""

    lemma: str
    pos: str
    kind: str
    particles: tuple[str, ...]
    needs: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All tables, by lemma; a lexicon equals itself alone, so that what is worked out from it can be kept."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    governors: dict[str, tuple[Governor, ...]]
    governed: dict[tuple[str, str], tuple[str, str | None]]
    light: dict[tuple[str, str], frozenset[str]]

    @property
    def words(self) -> frozenset[str]:
        """Lemmas that may start an event: the first thing asked of each token."""
        return frozenset(self.verbs) | frozenset(self.nouns) | frozenset(self.governors)

    def entries(self) -> Iterator[Entry]:
        """All entries, by lemma."""
        for table in (self.verbs, self.nouns):
            for lemma in sorted(table):
                yield from table[lemma]

    def counts(self) -> dict[str, tuple[int, int]]:
        """Per event type: entries of verbs, entries of nouns. Those that only say that a word is no event are under `drop`."""
        found: dict[str, list[int]] = {}
        for entry in self.entries():
            row = found.setdefault(DROP if entry.frame.dropped else entry.type, [0, 0])
            row[entry.pos == "NOUN"] += 1
        return {name: (verbs, nouns) for name, (verbs, nouns) in sorted(found.items())}


@cache
def load_lexicon() -> Lexicon:
    """The shipped lexicon.

    Raises:
        SettingsError: a table breaks its form; the message names the row.
    """
    verbs: dict[str, list[Entry]] = {}
    for code, lemmas, particle, subject, wanted, frame in read_table(
        "verbs.tsv", ["code", "lemmas", "particle", "subject", "object", "frame"]
    ):
        for lemma in _all_spellings(lemmas):
            for one in _each_word(particle):
                verbs.setdefault(lemma, []).append(_entry(lemma, "VERB", code, one, subject, wanted, frame))
    nouns: dict[str, list[Entry]] = {}
    for code, lemmas, modifier, frame in read_table("nouns.tsv", ["code", "lemmas", "modifier", "frame"]):
        for lemma in lemmas.split():
            nouns.setdefault(lemma, []).append(_entry(lemma, "NOUN", code, "-", "-", modifier, frame))
    for lemma, derived in _act_nouns(verbs).items():
        nouns.setdefault(lemma, derived)
    return Lexicon(_ranked(verbs), _ranked(nouns), _load_governors(), _load_governed(), _load_light())


def _all_spellings(lemmas: str) -> list[str]:
    return list(dict.fromkeys(form for lemma in lemmas.split() for form in spellings(lemma)))


def _each_word(particle: str) -> list[str]:
    """A particle cell for each of the words that a `=one|other` in it lists.

    >>> _each_word("out,=jail|prison")
    ['out,=jail', 'out,=prison']
    """
    before, sign, words = particle.rpartition("=")
    return [f"{before}{sign}{word}" for word in words.split("|")] if sign else [particle]


def _act_nouns(verbs: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """The -ing nouns of deeds' verbs, with the company their object must be; a verb's own `of` stands for any object."""
    found: dict[str, list[Entry]] = {}
    for lemma, entries in verbs.items():
        noun = gerund(lemma)
        for entry in entries:
            if noun in OWN_WORDS or entry.type not in DEEDS or entry.particles or entry.frame.reciprocal:
                continue
            wanted = tuple(option for option in entry.objects if option not in OPTIONS) or ("of",)
            is_new = all(other.objects != wanted for other in found.get(noun, ()))
            if is_new and (entry.frame.dropped or (entry.frame.actors == ("subj",) and "obj" in entry.frame.recipients)):
                frame = entry.frame if entry.frame.dropped else Frame(("poss", "amod", "by"), ("of",))
                found.setdefault(noun, []).append(Entry(noun, "NOUN", entry.type, entry.mode, (), (), wanted, frame))
    return {noun: entries for noun, entries in found.items() if any(not entry.frame.dropped for entry in entries)}


def _ranked(table: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    def rank(entry: Entry) -> tuple[int, bool]:
        return -entry.weight, not entry.frame.dropped

    return {lemma: tuple(sorted(entries, key=rank)) for lemma, entries in table.items()}


def _entry(lemma: str, pos: str, code: str, particle: str, subject: str, wanted: str, frame: str) -> Entry:
    if not has_code(code):
        raise SettingsError(f"lexicon: {lemma}: no event code {code!r}")
    name, _, mode = code.partition("/")
    subjects, objects = _alternatives(subject), _alternatives(wanted)
    for name_of_class in (*subjects, *objects):
        parts = set(name_of_class.split("+")) - {""}
        if not name_of_class.startswith("=") and not parts <= class_names() | OPTIONS:
            raise SettingsError(f"lexicon: {lemma}: no word class {name_of_class!r}")
    return Entry(lemma, pos, name, mode or None, _alternatives(particle), subjects, objects, read_frame(frame))


def _alternatives(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(","))


def read_frame(text: str) -> Frame:
    """A frame from `ACTORS>RECIPIENTS` (or `+` for reciprocal ones), each a list with commas; `drop` = no event.

    >>> read_frame("subj>obj,against").recipients
    ('obj', 'against')
    """
    if text == DROP:
        return Frame((), (), dropped=True)
    sign = "+" if "+" in text else ">"
    actors, found, recipients = text.partition(sign)
    if not found:
        raise SettingsError(f"lexicon: {text!r} is no frame; write actors>recipients or actors+recipients")
    return Frame(_places(actors), _places(recipients), sign == "+")


def _places(text: str) -> tuple[str, ...]:
    return tuple(place for place in text.split(",") if place)


def _load_governors() -> dict[str, tuple[Governor, ...]]:
    found: dict[str, list[Governor]] = {}
    header = ["class", "lemmas", "pos", "particle", "needs", "recipient"]
    for kind, lemmas, pos, particle, needs, recipient in read_table("governors.tsv", header):
        for lemma in lemmas.split():
            row = Governor(lemma, pos, kind, _alternatives(particle), _alternatives(needs), _alternatives(recipient))
            found.setdefault(lemma, []).append(row)
    return {lemma: tuple(sorted(rows, key=lambda row: not row.particles)) for lemma, rows in found.items()}


def _load_governed() -> dict[tuple[str, str], tuple[str, str | None]]:
    found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for governor, deed, code in read_table("governed.tsv", ["governor", "deed", "code"]):
        if not has_code(code):
            raise SettingsError(f"governed.tsv: no event code {code!r}")
        name, _, mode = code.partition("/")
        found[governor, deed] = (name, mode or None)
    return found


def _load_light() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for kind, lemmas, particle in read_table("light.tsv", ["kind", "lemmas", "particle"]):
        for lemma in lemmas.split():
            found[lemma, particle] = found.get((lemma, particle), frozenset()) | {kind}
    return found


def print_lexicon() -> None:
    """Every entry on a line of its own, parted by tabs: code, word, part of speech, particle, subject, object, frame."""
    for entry in load_lexicon().entries():
        frame = DROP if entry.frame.dropped else f"{','.join(entry.frame.actors)}>{','.join(entry.frame.recipients)}"
        code = entry.type if entry.mode is None else f"{entry.type}/{entry.mode}"
        cells = (
            code,
            entry.lemma,
            entry.pos,
            ",".join(entry.particles),
            ",".join(entry.subjects),
            ",".join(entry.objects),
            frame,
        )
        sys.stdout.write("\t".join(cell or "-" for cell in cells) + "\n")


if __name__ == "__main__":
    print_lexicon()
