"""Where the way down from AUTHOR to an event stands: the holders so far, their values, and what may be presupposed."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.factuality.effects import Effect
from onrecord.factuality.holders import Voice
from onrecord.factuality.tables import Signature
from onrecord.factuality.values import through
from onrecord.language.syntax import FIRST_PERSON
from onrecord.records import AUTHOR, Span

STRENGTH = ("-", "possible", "future", "conditional", "asked")
"""Flags, weakest first: a later operator does not undo a stronger one above it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a value: AUTHOR, or a holder below; `span` where the text names one."""

    name: str
    span: Span | None = None


@dataclass
class State:
    """Where the descent stands.

    `base` is what the innermost assertion gives to anything presupposed in it, `outside` the state before the holders who speak
    of something or ask for it without telling it in a clause.
    """

    holders: list[Holder] = field(default_factory=lambda: [Holder(AUTHOR)])
    values: list[int] = field(default_factory=lambda: [3])
    base: list[int] = field(default_factory=lambda: [3])
    flag: str = "-"
    prior: State | None = None
    outside: State | None = None
    why: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)

    def copy(self) -> State:
        """A state that can be changed apart from this one."""
        lists = [*self.holders], [*self.values], [*self.base]
        return State(*lists, self.flag, self.prior, self.outside, [*self.why], [*self.features])

    def apply(self, effect: Effect) -> None:
        """Lets an operator change the values of all holders."""
        self.values = [through(value, effect.pair) for value in self.values]
        if effect.flag != "-":
            self.flag = max(self.flag, effect.flag, key=STRENGTH.index)
        if effect.why:
            self.why.append(effect.why)

    def restart(self, why: str = "") -> None:
        """Back to what the innermost assertion presupposes."""
        self.values, self.flag = [*self.base], "-"
        if why:
            self.why.append(why)

    def leave(self, why: str) -> None:
        """What those further out tell of something the innermost holders only speak of, who take it for granted."""
        if self.outside is not None:
            known = self.outside.base
            self.base = [*known, *([3] * (len(self.values) - len(known)))]
            self.outside = None
        self.restart(why)

    def push(self, voice: Voice, signature: Signature, *, keep: bool = False, told: bool = True) -> None:
        """A new holder inside: the outer ones are left with what the signature says, or keep what they had."""
        self.prior = self.copy()
        self.outside = None if told else self.outside or self.prior
        pair = signature.holder or (3, -3)
        inner = pair[1] if self.values[-1] < 0 and signature.scope != "-" else pair[0]
        if signature.outer is None:
            self.values = [*self.base]
        elif not keep:
            self.values = [through(value, signature.outer) for value in self.values]
        if self.holders[-1].name == voice.name or voice.name.lower() in FIRST_PERSON:  # of himself: no new holder
            self.values[-1] = inner
        else:
            self.holders.append(Holder(voice.name, voice.span))
            self.values.append(inner)
        self._set_base(signature)
        self.flag = signature.flag
        self.why.append(f"{signature.name}: {voice.name}")

    def _set_base(self, signature: Signature) -> None:
        """What is presupposed inside is the new holder's word where he asserts; in a wish or demand it stays the outer ones'."""
        asserts, known = signature.scope == "said", len(self.base)
        outer = [0] * known if asserts and signature.outer is not None else self.base
        self.base = [*outer, 3 if asserts else self.base[-1]][: len(self.values)]
        if asserts and known == len(self.values):
            self.base[-1] = 3
