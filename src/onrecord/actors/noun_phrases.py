"""One noun phrase, read from left to right for states, bodies, roles and names."""

from __future__ import annotations

from onrecord.actors.body_names import is_named_after_place, name_body
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import Entity
from onrecord.actors.phrases import HONORIFICS, PROPER, Phrase, join_hyphens, mark_proper
from onrecord.actors.places import Gazetteer
from onrecord.actors.roles import Role, Roles
from onrecord.actors.words import DAYS, FOREIGN_HAND, FORMER, PARTICLES, QUARTERS, REGIONAL
from onrecord.records import Parse

PERSONAL = frozenset({"PRP", "PRP$"})
NOMINAL = frozenset({"NOUN", "PROPN"})
CORE = frozenset({
    "det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "npadvmod", "punct", "case",
})  # fmt: skip
NAME_STARTS = frozenset({"al", "el", "de", "van", "bin", "von"})
LINKS = frozenset({"of", "for", "from", "at", "in", "with", "on", "to", "inside", "within", "by"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "both"})
CLERGY = frozenset({"father", "sister", "brother", "mother"})
INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "any", "each", "every", "no"})


class PhraseReader:
    """Reads single noun phrases of a parse; `PhraseFinder` says which."""

    def __init__(self, parse: Parse, kb: KnowledgeBase, roles: Roles, gazetteer: Gazetteer) -> None:
        self.parse = parse
        self.kb = kb
        self.roles = roles
        self.gazetteer = gazetteer
        self.at: dict[int, Phrase] = {}
        self._covered = bytearray(len(parse))
        self._proper = mark_proper(parse, kb.has_led)

    def _core_start(self, head: int) -> int:
        parse, start = self.parse, head
        for child in reversed(parse.children[head]):
            if child >= head:
                continue
            if parse.labels[child] not in CORE or parse.rights[child] < start:
                break
            if parse.labels[child] == "punct" and parse.words[child] not in "-–'":
                break
            start = parse.lefts[child]
        for token in range(head - 1, start - 1, -1):
            if not parse.words[token].isalnum() and self._parts_phrases(token):
                return token + 1
        return start

    def _parts_phrases(self, token: int) -> bool:
        """Whether a mark stands between two phrases that the parser joined ("(Wire) - Kenya said")."""
        parse, word = self.parse, self.parse.words[token]
        if word in "-–—":
            return parse.ends[token - 1] < parse.starts[token] or parse.ends[token] < parse.starts[token + 1]
        return word in "()[],:;" or word == "--"

    def _read(self, head: int, start: int) -> Phrase:
        phrase = Phrase(head, start, head + 1, plural=self.parse.tags[head] in ("NNS", "NNPS"))
        core = phrase.core = self._read_determiner(phrase, start)
        rest = self._scan(phrase, core, head)
        if phrase.role is not None and rest:
            if rest[-1] in (phrase.end - 1, head):
                phrase.name = tuple(join_hyphens([self.parse.words[token] for token in rest]))
                phrase.is_body = phrase.role.kind == "body"
            else:
                self._take_owner(phrase, rest)
        elif rest and phrase.entity is None and rest[-1] == head and self._is_proper(rest):
            phrase.name = tuple(join_hyphens([self.parse.words[token] for token in rest]))
            phrase.place = self.gazetteer.find(" ".join(phrase.name))
            phrase.is_body = phrase.place is None and is_named_after_place(self.parse, self.kb, rest)
        elif not rest and phrase.entity is None and phrase.role is None and self._is_likely_place(head):
            phrase.name = (self.parse.words[head],)
            phrase.place = self.gazetteer.find(self.parse.words[head])
            phrase.name = phrase.name if phrase.place is not None else ()
        name_body(self.parse, self.kb, phrase)
        return phrase

    def _is_proper(self, rest: list[int]) -> bool:
        """Whether the words are a name: capitalised at its begin and tagged so at one end."""
        proper = self._proper
        return self.parse.words[rest[0]][0].isupper() and bool(proper[rest[-1]] or (len(rest) > 2 and proper[rest[0]]))

    def _is_likely_place(self, head: int) -> bool:
        """A capitalised object of a preposition of place that the tagger took for a common noun."""
        parse = self.parse
        if parse.lower[head] in DAYS or parse.lower[head] == "may":
            return False
        return (
            parse.words[head][0].isupper()
            and parse.labels[head] == "pobj"
            and parse.lower[parse.heads[head]] in ("in", "near", "at")
        )

    def _read_determiner(self, phrase: Phrase, start: int) -> int:
        """Definiteness by the first word; returns the token after a possessor."""
        parse = self.parse
        first = parse.lower[start]
        phrase.definite, phrase.indefinite = first in DEFINITE, first in INDEFINITE
        for child in parse.children[phrase.head]:
            if child >= phrase.head:
                break
            if parse.labels[child] == "poss":
                phrase.definite, phrase.indefinite = True, False
                return min(parse.rights[child], phrase.head)
        return start

    def _scan(self, phrase: Phrase, start: int, head: int) -> list[int]:
        """Reads states, bodies, roles and names from left to right; returns the proper words that nothing claims."""
        lower, forms, heads = self.parse.lower, self.kb.forms, self.roles.heads
        limit = self.parse.sentences[self.parse.sentence_of[head]][1]
        rest: list[int] = []
        token, stop = start, head + 1
        while token < stop:
            word = lower[token]
            role = self.roles.match(lower, token, start, limit) if word in heads else None
            found = self._entity(token, min(stop + 5, limit)) if word in forms else None
            if found is not None and role is not None and found[1] < role[2]:
                found = None
            if found is not None and found[1] - token == 1 and self._is_part_of_role(token, stop):
                found = None
            if found is not None and found[1] == head + 1 and self._ends_name(found[0], token, rest):
                rest.extend(range(token, found[1]))
                token = found[1]
            elif found is not None and self._is_other_hand(found[1]):
                token = found[1] + 2
            elif found is not None and self._is_leaning(token):
                token = found[1]
            elif found is not None and found[1] == token + 1 and self._is_given_name(found[0], token, stop):
                rest.append(token)
                token += 1
            elif found is not None:
                self._take_entity(phrase, found[0], found[1], rest)
                token = found[1]
                stop = max(stop, token)
            elif role is not None and not self._is_surname(token, stop, rest):
                token, stop = self._take_role(phrase, role, rest, stop)
            else:
                self._take_word(phrase, token, rest)
                token += 1
        phrase.end = max(phrase.end, stop)
        return rest

    def _ends_name(self, entity: Entity, token: int, rest: list[int]) -> bool:
        """Whether a state's, people's or group's form only ends a name: "Ayuda Honduras", "Michael Jordan", "Mark Cuban"."""
        if not rest or rest[-1] != token - 1 or self.parse.lower[rest[-1]] in QUARTERS:
            return False
        if entity.kind in ("adjective", "demonym"):
            return self.kb.names.gender(self.parse.words[rest[-1]]) is not None and self.parse.tags[token] in PROPER
        if entity.kind == "body" and entity.type == "group":  # "the Garo National Liberation Army" is not Colombia's
            return " " in entity.forms[-1] and self.parse.tags[rest[-1]] in PROPER and self.parse.lower[rest[-1]] not in DAYS
        return entity.kind in ("region", "name")

    def _is_part_of_role(self, token: int, stop: int) -> bool:
        """Whether a longer role word begins at what might be a state's form."""
        for at in range(token + 1, min(token + 3, stop)):
            found = self.roles.match(self.parse.lower, at, token, stop)
            if found is not None and found[1] == token:
                return True
        return False

    def _entity(self, token: int, end: int) -> tuple[Entity, int] | None:
        found = self.kb.find_entity(self.parse.words, self.parse.lower, token, end)
        if found is None:
            return None
        entity, stop = found
        words = self.parse.words
        if words[token][0].islower() and not words[stop - 1][0].isupper() and not entity.forms[0][0].islower():
            return None
        return found

    def _take_entity(self, phrase: Phrase, entity: Entity, stop: int, rest: list[int]) -> None:
        rest.clear()
        if stop > phrase.head:
            phrase.entity, phrase.end, phrase.role = entity, max(phrase.end, stop), None
        else:
            phrase.modifiers = (*phrase.modifiers, entity)

    def _take_role(self, phrase: Phrase, found: tuple[Role, int, int], rest: list[int], stop: int) -> tuple[int, int]:
        role, first, end = found
        parse = self.parse
        if role.term in CLERGY and end < stop and parse.words[first][0].isupper() and parse.words[end][0].isupper():
            role = role._replace(sector=("REL",), key="cleric")
        rest[:] = [token for token in rest if token < first]
        if rest:
            self._take_owner(phrase, rest)
        outer = phrase.role if first > phrase.role_start else None
        outer_start, phrase.role_start = phrase.role_start, first
        if outer is not None and outer.kind == "body" and role.kind != "body":
            phrase.within = Phrase(
                first - 1, phrase.start, first, role=outer, modifiers=phrase.modifiers, places=phrase.places,
                owners=phrase.owners, possessor=phrase.possessor, definite=True, role_start=outer_start,
            )  # fmt: skip
        if outer is None or role.key != "commander" or outer.kind == "body":
            phrase.role = _combine(outer, role)
        phrase.plural = role.plural
        last = end - 1
        if end > stop and parse.labels[last] == "compound" and parse.heads[last] >= end and parse.tags[last] == "NNP":
            return end, parse.heads[last] + 1
        return end, max(stop, end)

    def _is_surname(self, token: int, stop: int, rest: list[int]) -> bool:
        """Whether a capitalised role word is a surname here ("Anthony King"): the last word, after a given name."""
        words = self.parse.words
        if token != stop - 1 or not rest or rest[-1] != token - 1 or not words[token][0].isupper():
            return False
        return self.kb.names.gender(words[rest[0]]) is not None

    def _is_other_hand(self, token: int) -> bool:
        """Whether a hyphen and a participle follow a state's form that tell who helps or holds somebody: "Soviet-backed"."""
        lower = self.parse.lower
        return token + 1 < len(lower) and lower[token] == "-" and lower[token + 1] in FOREIGN_HAND

    def _is_leaning(self, token: int) -> bool:
        """Whether a state's form tells whom somebody is for or against: "pro-Soviet"."""
        lower = self.parse.lower
        return token > 1 and lower[token - 1] == "-" and lower[token - 2] in ("pro", "anti")

    def _is_given_name(self, entity: Entity, token: int, stop: int) -> bool:
        """Whether a region's or state's name is the first of a person's ("Cali Moreno", "Jordan Moss")."""
        if entity.kind == "region":
            return self._continues_name(token, stop)
        is_first = entity.kind == "name" and token + 2 == stop and self.kb.names.gender(self.parse.words[token]) is not None
        if not is_first or not self._continues_name(token, stop) or self.parse.tags[token + 1] not in PROPER:
            return False
        words, surname = self.parse.words, self.parse.words[token + 1]
        is_called_alone = any(
            word == surname and words[at - 1] != words[token] and self.parse.labels[at] in ("nsubj", "poss", "appos")
            for at, word in enumerate(words)
        )
        return is_called_alone and self.gazetteer.find(f"{words[token]} {surname}") is None

    def _continues_name(self, token: int, stop: int) -> bool:
        """Whether a capitalised word that is nothing else follows ("Cali Moreno" is no man from Cali)."""
        after = token + 1
        if after >= stop:
            return False
        word, lower = self.parse.words[after], self.parse.lower[after]
        return word[0].isupper() and lower not in self.roles.heads and lower not in self.kb.forms

    def _take_word(self, phrase: Phrase, token: int, rest: list[int]) -> None:
        word, low = self.parse.words[token], self.parse.lower[token]
        if low in DAYS:
            rest.clear()
        elif low in FORMER:
            phrase.former = True
        elif low in HONORIFICS:
            phrase.titles = (*phrase.titles, low)
        elif (
            self._proper[token]
            or (word[0].isupper() and self.parse.labels[token] in ("compound", "amod"))
            or (low in PARTICLES and (rest or self._starts_name(token)))
            or (rest and self.parse.words[rest[-1]] == "-")
        ):
            rest.append(token)
        elif word[0].islower():
            rest.clear()

    def _starts_name(self, token: int) -> bool:
        parse = self.parse
        after = token + 1
        if after < len(parse) and parse.words[after] == "-":
            after += 1
        return parse.lower[token] in NAME_STARTS and after < len(parse) and parse.words[after][0].isupper()

    def _take_owner(self, phrase: Phrase, rest: list[int]) -> None:
        """Capitalised words before a role: a place ("Kherson governor"), a person ("Biden administration"), or a name's part."""
        text = " ".join(join_hyphens([self.parse.words[token] for token in rest]))
        place = self.gazetteer.find(text) if text.lower() not in REGIONAL else None  # "Arab militias" are of no town
        if place is not None:
            phrase.places = (*phrase.places, place)
        if text.strip():  # words can be hyphens alone
            phrase.owners = (*phrase.owners, text)
        rest.clear()


def _combine(outer: Role | None, inner: Role) -> Role:
    """The role of a chain of titles: "Defense Ministry spokesman" keeps the sector of the body."""
    if outer is None or outer.kind != "body" or inner.kind == "body" or not outer.sector:
        return inner
    if inner.sector in ((), ("GOV",), ("CVL",)) or inner.key in ("commander", "officer"):
        return inner._replace(sector=outer.sector)
    return inner
