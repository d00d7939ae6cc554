"""The complements that governors take: infinitives, that-clauses, gerunds, objects and what follows a preposition."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.heads import TIMES
from onrecord.events.lexicon import Governor
from onrecord.events.parties import Parties
from onrecord.language import syntax
from onrecord.records import Parse

DEMANDS = frozenset(("demand", "order", "require", "recommend", "propose"))
"""Verbs after which a that-clause without -s or auxiliary is a subjunctive, whatever its tag."""

DUTIES = frozenset(("must", "should", "ought"))
MODALS = frozenset(("can", "could", "may", "might"))
WILLS = frozenset(("will", "would", "'ll", "’ll", "shall", "wo", "'d"))
GOVERNABLE_OBJECTS = frozenset(("aid", "talk", "deal", "proposal", "ceasefire", "arms", "demand", "asylum"))


class Complements:
    """Finds what governors of one parse take. `deeds` are all drafts by token, before any filter."""

    def __init__(self, parse: Parse, parties: Parties, deeds: Mapping[int, Draft]) -> None:
        self.parse, self.parties, self.deeds = parse, parties, deeds
        self._needs: dict[str, Callable[[int], int | None]] = {
            "to": self._infinitive, "that": self._that, "that-should": self._should, "that-own": self._own, "ing": self._gerund,
            "noun": self._object, "noun-any": self._any_object, "to-ing": self._to_gerund,
        }  # fmt: skip

    def find(self, row: Governor, need: str, token: int) -> int | None:
        """The head of the complement a governor's row asks for: a clause's verb or a noun; `None` where it has none."""
        finder = self._needs.get(need)
        if finder is not None:
            found = finder(token)
            if found is not None and need == "that" and row.kind in ("AGREE", "VOW") and not self._is_future(found):
                return None
            if found is None and need == "to" and row.particles:
                found = self._infinitive_after(token, row.particles)
            return found
        kind, _, word = need.partition("-")
        for head in arguments.prepositional(self.parse, [token], word):
            wanted = head in self.deeds or bool(self.parties.classes(head) & GOVERNABLE_OBJECTS)
            if self.parse.lemmas[head] not in TIMES and (kind == "noun" or wanted):
                return head
        return None

    def _infinitive(self, token: int) -> int | None:
        for clause in syntax.children_of(self.parse, token, "xcomp", "ccomp", "acl", "advcl"):
            if self._has_to(clause):
                return clause
        return None

    def _infinitive_after(self, token: int, particles: tuple[str, ...]) -> int | None:
        for preposition in self.parse.children[token]:
            if self.parse.lower[preposition] in particles:
                for head in (preposition, *syntax.children_of(self.parse, preposition, "pobj")):
                    found = self._infinitive(head)
                    if found is not None:
                        return found
        return None

    def _has_to(self, clause: int) -> bool:
        auxiliaries = syntax.children_of(self.parse, clause, "aux")
        return any(self.parse.lower[a] == "to" for a in auxiliaries) and self.parse.pos[clause] in ("VERB", "AUX")

    def _that(self, token: int) -> int | None:
        clauses = syntax.children_of(self.parse, token, "ccomp", "acl")
        clause = next((t for t in clauses if t > token), clauses[0] if clauses else None)
        if clause is None and self.parse.labels[token] == "dobj":
            clause = syntax.child(self.parse, self.parse.heads[token], "ccomp")
        return clause if clause is not None and self.parse.pos[clause] in ("VERB", "AUX") and not self._has_to(clause) else None

    def _should(self, token: int) -> int | None:
        clause = self._that(token)
        if clause is None:
            return None
        auxiliaries = {self.parse.lower[a] for a in syntax.children_of(self.parse, clause, "aux", "auxpass")}
        inner = syntax.own_subject(self.parse, clause)
        singular = inner is not None and self.parse.tags[inner] in ("NN", "NNP")  # "insists that Oslo withdraw"
        tags = ("VB", "VBP") if singular or self.parse.lemmas[token] in DEMANDS else ("VB",)
        bare = self.parse.tags[clause] in tags and not auxiliaries - {"be", "not"}
        return clause if bare or auxiliaries & DUTIES or "be" in auxiliaries else None

    def _is_future(self, clause: int) -> bool:
        return any(self.parse.lower[a] in WILLS | MODALS for a in syntax.children_of(self.parse, clause, "aux"))

    def _own(self, token: int) -> int | None:
        clause = self._that(token)
        if clause is None or not any(self.parse.lower[a] in WILLS for a in syntax.children_of(self.parse, clause, "aux")):
            return None
        inner, outer = syntax.own_subject(self.parse, clause), syntax.subject(self.parse, token)
        if inner is None or outer is None or clause not in self.deeds:
            return None
        speaker, doer = self.parties.at(outer), self.parties.at(inner)
        hostile = self.deeds[clause].type in ("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "REJECT")
        if set(doer) & set(speaker):
            return clause
        nameless = arguments.is_passive(self.parse, clause) and not self.deeds[clause].actors
        return clause if hostile and (nameless or self.parties.share_country(speaker, doer)) else None

    def _gerund(self, token: int) -> int | None:
        clause = syntax.child(self.parse, token, "xcomp", "ccomp")
        return clause if clause is not None and self.parse.tags[clause] == "VBG" and clause in self.deeds else None

    def _to_gerund(self, token: int) -> int | None:
        for preposition in syntax.children_of(self.parse, token, "prep"):
            if self.parse.lower[preposition] == "to":
                return syntax.child(self.parse, preposition, "pcomp", "pobj")
        return None

    def _object(self, token: int) -> int | None:
        found = (
            arguments.undergoer(self.parse, token) if syntax.child(self.parse, token, "dobj", "nsubjpass") is not None else None
        )
        if found is None or self.parse.pos[found] not in ("NOUN", "PROPN"):
            return None
        classes = self.parties.classes(found)
        if "accusation" in classes:
            return None
        is_deed = found in self.deeds or classes & GOVERNABLE_OBJECTS
        return found if is_deed else None

    def _any_object(self, token: int) -> int | None:
        found = arguments.undergoer(self.parse, token)
        return found if found is not None and self.parse.pos[found] in ("NOUN", "PROPN") else None
