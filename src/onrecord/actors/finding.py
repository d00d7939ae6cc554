"""A parse -> its phrases, each with what it belongs to and what it stands in apposition to."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.campaigns import CAMPAIGN
from onrecord.actors.complements import complement_of
from onrecord.actors.kbdata import Entity
from onrecord.actors.noun_phrases import LINKS, NOMINAL, PERSONAL, PhraseReader
from onrecord.actors.phrases import PROPER, Phrase, is_dateline_place
from onrecord.language.syntax import is_negated, own_subject

ON_MATTERS = frozenset({"ministry", "official", "colleague", "ambassador", "academic", "head"})
"""Keys of roles whose "on" brings in what they work on: a committee, an adviser, an envoy."""

SERVING = {
    "work": "for", "spy": "for", "fight": "for", "act": "for", "loyal": "to", "link": "to", "tie": "to", "connect": "to",
    "answer": "to", "belong": "to", "report": "to",
}  # fmt: skip
"""Words that tell whom somebody serves, with the preposition before that; those with "to" only of states, but for "loyal"."""

STATES = frozenset({"name", "seat"})
PEOPLES = frozenset({"demonym", "adjective"})
VERBAL = frozenset({"VERB", "AUX"})
CHARGING = frozenset(
    {"accuse", "suspect", "convict", "acquit", "clear", "absolve", "rob", "strip", "deprive", "remind", "warn", "assure"}
)
"""Lemmas of verbs whose "of" is not that of their object."""

SIDES = frozenset({"left", "right", "east", "west", "eastern", "western", "northern", "southern", "opposite", "river"})

MAX_DEPTH = 100
"""Depth in the tree from which a phrase no longer belongs to the one above it: no sentence, but a list or a broken page."""


class PhraseFinder(PhraseReader):
    """Finds the phrases of one parse; each head is looked at once."""

    def find(self) -> list[Phrase]:
        """All phrases, by their first token."""
        parse, heads, forms, covered = self.parse, self.roles.heads, self.kb.forms, self._covered
        pos, labels = parse.pos, parse.labels
        late: list[int] = []
        for token, (word, low, tag) in enumerate(zip(parse.words, parse.lower, parse.tags, strict=True)):
            if tag in PERSONAL:
                self.at[token] = Phrase(token, token, token + 1, pronoun=True)
            elif (low in heads or word[0].isupper()) and not covered[token]:
                if pos[token] in NOMINAL and labels[token] != "compound":
                    self.phrase_at(token)
                elif low in forms:
                    late.append(token)
                elif low in heads and labels[token] in ("nsubj", "nsubjpass", "pobj", "dobj", "appos"):
                    self.phrase_at(token)
        for token in late:
            if not covered[token]:
                self._take_alone(token)
        self._appose_by_commas()
        return sorted({id(p): p for p in self.at.values()}.values(), key=lambda phrase: (phrase.start, -phrase.end))

    def _appose_by_commas(self) -> None:
        """Joins "the head of the mission, Anna Bello," where the parser hangs the name elsewhere."""
        words = self.parse.words
        names = [
            phrase for phrase in self.at.values()
            if len(phrase.name) > 1 and phrase.start and words[phrase.start - 1] == "," and phrase.role is None
            and phrase.entity is None and not phrase.definite
        ]  # fmt: skip
        roles = {
            max(phrase.end, phrase.tail): phrase for phrase in (self.at.values() if names else ())
            if phrase.role is not None and phrase.role.kind != "body" and not (phrase.plural or phrase.name or phrase.same_as)
        }  # fmt: skip
        for phrase in names:
            outer = roles.get(phrase.start - 1)
            if outer is not None and (phrase.end >= len(words) or words[phrase.end] in (",", ".", "who", "”", '"', ";")):
                self._join(outer, phrase)

    def phrase_at(self, head: int) -> Phrase | None:
        """The phrase with this head; `None` when nothing in it can mean an actor."""
        if head in self.at:
            return self.at[head]
        if self._covered[head]:
            return None
        start = self._core_start(head)
        phrase = self._read(head, start)
        if phrase.entity is None and phrase.role is None and not phrase.name:
            return None
        if phrase.role is not None and phrase.role.key == CAMPAIGN and phrase.modifiers:
            return None  # a war's: whose it is stands for itself
        if phrase.role is not None and phrase.entity is None and self._is_shore(head):
            return None
        self._keep(phrase, head)
        return phrase

    def _is_shore(self, head: int) -> bool:
        """Whether a bank is a river's ("the left bank")."""
        near = (self.parse.lower[child] for child in self.parse.children[head] if child < head)
        return self.parse.lemmas[head] == "bank" and not SIDES.isdisjoint(near)

    def describe(self, head: int) -> Phrase:
        """The phrase with this head, or a bare one of its words where nothing is known of them (a source of any kind)."""
        found = self.phrase_at(head)
        if found is None:
            found = self._read(head, self._core_start(head))
            self._keep(found, head)
        return found

    def _keep(self, phrase: Phrase, head: int) -> None:
        self.at[head] = phrase
        core = max(phrase.core, phrase.start)  # a possessor is a phrase of its own
        self._covered[core : phrase.end] = b"\x01" * (phrase.end - core)
        self._attach(phrase)

    def _attach(self, phrase: Phrase) -> None:
        """Finds what the phrase belongs to (preposition, possessive) and what stands in apposition to it."""
        parse = self.parse
        for child in parse.children[phrase.head]:
            label = parse.labels[child]
            if label == "poss" and child < phrase.head:
                phrase.possessor = self.at.get(child) or self._nominal_at(child)
            elif label == "prep" and child >= phrase.end and phrase.of is None and self._links(phrase, child):
                objects: Sequence[int] = [c for c in parse.children[child] if parse.labels[c] == "pobj"]
                phrase.of = self._nominal_at(objects[0]) if objects else None
                if (
                    phrase.of is not None
                    and child == phrase.end
                    and parse.lower[child] in ("of", "for")
                    and not phrase.of.pronoun
                ):
                    phrase.tail = max(phrase.of.end, phrase.of.tail)
            elif label in ("acl", "amod", "relcl") and child >= phrase.end and phrase.of is None and phrase.role is not None:
                phrase.of = self._served(child)
            elif label == "appos" and child >= phrase.end:
                self._appose(phrase, child)
        if phrase.entity is not None and parse.labels[phrase.head] == "attr" and phrase.entity.kind in PEOPLES:
            self._nationality(phrase, phrase.entity)
        if phrase.same_as is None and phrase.role is not None and phrase.role.kind != "body" and not phrase.name:
            self._predicate_of(phrase)

    def _served(self, word: int) -> Phrase | None:
        """Whom somebody is told to serve: "hackers working for Chad", "troops loyal to the governor"."""
        parse = self.parse
        after = SERVING.get(parse.lemmas[word])
        if after is None:
            return None
        objects = (
            t for p in parse.children[word] if parse.lower[p] == after for t in parse.children[p] if parse.labels[t] == "pobj"
        )
        master = next(objects, None)
        found = self._nominal_at(master) if master is not None else None
        is_state = found is not None and found.entity is not None and found.entity.kind in STATES
        return found if after == "for" or parse.lemmas[word] == "loyal" or is_state else None

    def _nationality(self, phrase: Phrase, people: Entity) -> None:
        """Tells a name what it is said to be: "Moss was an American"."""
        parse, verb = self.parse, self.parse.heads[phrase.head]
        doer = own_subject(parse, verb)
        if doer is None or parse.lemmas[verb] != "be" or parse.tags[doer] not in PROPER or is_negated(parse, verb):
            return
        subject = self.phrase_at(doer)
        if subject is not None and subject.name:
            subject.nation = people

    def _links(self, phrase: Phrase, preposition: int) -> bool:
        """Whether what follows a preposition is whose a phrase is; a committee on a land is none of it."""
        word = self.parse.lower[preposition]
        if self._is_of_verb(phrase, preposition):
            return False
        is_topic = word == "on" and (phrase.is_body or (phrase.role is not None and phrase.role.key in ON_MATTERS))
        return word in LINKS and not is_topic

    def _is_of_verb(self, phrase: Phrase, preposition: int) -> bool:
        """Whether "of" tells what somebody is accused of, not whose he is ("accused rebels of burning schools")."""
        parse, head = self.parse, phrase.head
        is_charged = parse.labels[head] in ("dobj", "nsubjpass") and parse.lemmas[parse.heads[head]] in CHARGING
        return is_charged and parse.lower[preposition] == "of"

    def _predicate_of(self, phrase: Phrase) -> None:
        """Links a role to the name it is said of: "Petrov was a colonel", "a teacher named Anna Bello"."""
        parse, head = self.parse, phrase.head
        verb = parse.heads[head]
        if (
            parse.labels[head] == "attr"
            and parse.lemmas[verb] == "be"
            and not any(parse.labels[c] == "neg" for c in parse.children[verb])
        ):
            subjects = [c for c in parse.children[verb] if parse.labels[c] == "nsubj"]
            if subjects and parse.tags[subjects[0]] == "WP" and parse.labels[verb] == "relcl":
                subjects = [parse.heads[verb]]  # "Petrov, who is now a colonel"
            if subjects and parse.tags[subjects[0]] in PROPER:
                phrase.same_as = self.phrase_at(subjects[0])
            elif subjects and parse.lower[subjects[0]] in ("he", "she"):
                phrase.same_as = self._nominal_at(subjects[0])
        for child in parse.children[head]:
            if parse.labels[child] == "acl" and parse.lower[child] in ("named", "called", "identified"):
                names = [c for c in parse.children[child] if parse.labels[c] in ("oprd", "dobj", "attr")]
                phrase.same_as = self.phrase_at(names[0]) if names else None
        told = complement_of(parse, phrase) if phrase.same_as is None else None
        if told is not None and told not in range(phrase.start, phrase.end):
            phrase.same_as, phrase.is_told_of = self._nominal_at(told), True

    def _nominal_at(self, token: int) -> Phrase | None:
        if self.parse.tags[token] in PERSONAL:
            return self.at.setdefault(token, Phrase(token, token, token + 1, pronoun=True))
        is_read = self.parse.pos[token] in NOMINAL and self.parse.depths[token] < MAX_DEPTH
        return self.phrase_at(token) if is_read else None

    def _appose(self, phrase: Phrase, child: int) -> None:
        """Puts a name and its role together: "its spokeswoman, Nadia Ferro", "Nadia Ferro, a spokeswoman for the mission"."""
        other = self.phrase_at(child)
        if any(pos in VERBAL for pos in self.parse.pos[phrase.end : child]):
            return  # "Bello and Ruiz met in Oslo, at the Fram Centre, a think tank", misread
        if other is None or other is phrase or other.same_as is not None or is_dateline_place(self.parse, phrase):
            return
        self._join(phrase, other)

    def _join(self, phrase: Phrase, other: Phrase) -> None:
        """Gives a name the role it stands in apposition to, in either order."""
        if other.entity is not None:
            if other.entity.kind == "body" and phrase.role is not None and phrase.definite and phrase.entity is None:
                phrase.same_as = other
            elif other.entity.kind in ("demonym", "adjective") and phrase.plural and phrase.entity is None:
                phrase.modifiers = (*phrase.modifiers, other.entity)  # "two nurses, both Malians"
            return
        if phrase.entity is not None:
            is_called = other.role is not None and other.role.kind == "body" and not (other.name or other.plural)
            if phrase.entity.kind == "body" and is_called:  # "Hezbollah, an armed group backed by Iran"
                other.same_as = phrase
            return
        is_person = phrase.role is not None and phrase.role.kind != "body" and not phrase.plural
        if is_person and not phrase.name and other.name and other.role is not None:
            phrase.same_as = other
        elif phrase.role is not None and not phrase.name and other.name and other.role is None:
            other.take_role(phrase)
            if not phrase.plural or phrase.role.kind == "body":
                phrase.same_as = other
            other.is_body = other.is_body or (phrase.role.kind == "body" and not phrase.plural)
            if other.start == phrase.end:  # "spokesman Milan Ferro": one mention
                self.at[other.head] = phrase
                phrase.end = max(phrase.end, other.end)
        elif phrase.name and other.role is not None and not other.name and not other.plural:
            if other.role.kind == "body" and (phrase.role is not None or self.kb.names.gender(phrase.name[0]) is not None):
                return
            other.same_as = phrase
            if phrase.role is None:
                phrase.take_role(other)
            phrase.is_body = phrase.is_body or other.role.kind == "body"

    def _take_alone(self, token: int) -> None:
        """A demonym or name that stands alone or before a plain noun ("Russian shelling"): a mention of its state or body."""
        found = self._entity(token, self.parse.sentences[self.parse.sentence_of[token]][1])
        if found is not None:
            self.at[token] = Phrase(token, token, found[1], entity=found[0])
            self._covered[token : found[1]] = b"\x01" * (found[1] - token)
