"""One event head -> who holds what about it: holders from AUTHOR inward, their values, tense, status, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.factuality.holders import Voice, own_voice, voices_on_path
from onrecord.factuality.paths import Step, climb
from onrecord.factuality.scope import Effect, local_effects
from onrecord.factuality.status import derive_status, derive_tense
from onrecord.factuality.tables import Signature, Tables, load_tables
from onrecord.factuality.transitions import is_performed, is_speech, signature_of, signature_of_cue, transition_effect
from onrecord.factuality.values import LABELS, through
from onrecord.records import AUTHOR, Attribution, FactualityValue, Parse, Span, Status, Tense

YIELDING = frozenset({"show", "evidence", "light"})
"""Classes without a holder that give way where an attribution names one ("a report shows that ...")."""

CARRIED = frozenset({"deny", "reject", "doubt", "admit", "deny_np"})
"""Classes whose answer to a claim is an answer to what was claimed ("denied reports that ...")."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a value: AUTHOR, or a holder below; `span` where the text names one."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the text says about one event head.

    Attributes:
        head: the head's span.
        holders: AUTHOR first, then inward.
        values: one of FactBank's seven for each holder.
        tense: of the event itself; the future has its own axis, apart from the values.
        status: the headline of values and tense; `fact` only where AUTHOR is certain of something not future.
        why: the operators that applied, outermost first.
        features: names of what applied, for a calibration table.
    """

    head: Span
    holders: tuple[Holder, ...]
    values: tuple[FactualityValue, ...]
    tense: Tense
    status: Status
    why: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """What a step of the descent knows besides the step: `is_event` = its word is the event itself."""

    tables: Tables
    cues: frozenset[int]
    is_event: bool


@dataclass
class _State:
    """Where the descent stands. `base` is what the innermost assertion gives to anything presupposed in it."""

    holders: list[Holder] = field(default_factory=lambda: [Holder(AUTHOR)])
    values: list[int] = field(default_factory=lambda: [3])
    base: list[int] = field(default_factory=lambda: [3])
    flag: str = "-"
    prior: _State | None = None
    why: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)

    def copy(self) -> _State:
        return _State([*self.holders], [*self.values], [*self.base], self.flag, self.prior, [*self.why], [*self.features])

    def apply(self, effect: Effect) -> None:
        self.values = [through(value, effect.pair) for value in self.values]
        if effect.flag != "-":
            self.flag = _stronger(self.flag, effect.flag)
        if effect.why:
            self.why.append(effect.why)

    def restart(self, why: str = "") -> None:
        self.values, self.flag = [*self.base], "-"
        if why:
            self.why.append(why)

    def push(self, voice: Voice, signature: Signature, *, keep: bool = False) -> None:
        """A new holder inside: the outer ones are left with what the signature says, or keep what they had."""
        self.prior = self.copy()
        pair = signature.holder or (3, -3)
        inner = pair[1] if self.values[-1] < 0 and signature.scope != "-" else pair[0]
        if signature.outer is None:
            self.values = [*self.base]
        elif not keep:
            self.values = [through(value, signature.outer) for value in self.values]
        if self.holders[-1].name == voice.name or voice.name.lower() in FIRST_PERSON:
            self.values[-1] = inner
        else:
            self.holders.append(Holder(voice.name, voice.span))
            self.values.append(inner)
        outer = self.base if signature.outer is None else [0] * len(self.base)
        plain = signature.scope == "said"
        known = len(self.base)
        self.base = [*(outer if plain else self.base), 3 if plain else self.base[-1]][: len(self.values)]
        if plain and known == len(self.values):
            self.base[-1] = 3
        self.flag = signature.flag
        self.why.append(f"{signature.name}: {voice.name}")


FIRST_PERSON = frozenset({"i", "we"})
"""Who speaks of himself brings in no new holder."""

ANSWERS = frozenset({"deny", "reject", "doubt", "admit", "refuse", "cancel"})
"""Classes that answer something said."""

LOOSE = frozenset({"as", "clause", "ing", "bare", "dep", "relative", "to"})
"""Frames that the parser gives to complements by mistake."""

RESTARTING = frozenset({"clause", "purpose", "participle", "relative", "dep"})
"""Frames that leave the operators of their host behind, whatever their own marker does."""

UNNAMED_VOICE = Voice("UNNAMED", None, "report", True)

HEDGE = Effect((1, -1), "possible", why="hedge")

STRENGTH = ("-", "possible", "future", "conditional", "asked")


def _stronger(left: str, right: str) -> str:
    return max(left, right, key=STRENGTH.index)


def assess_head(
    parse: Parse,
    token: int,
    attributions: Sequence[Attribution],
    cues: frozenset[int] = frozenset(),
    tables: Tables | None = None,
) -> Assessment:
    """Holders, values, tense and status of the event that a word names.

    Args:
        parse: the article's.
        token: the head word.
        attributions: those in whose content the word stands, outermost first (`holders.covering`).
        cues: tokens of all the article's cues: what such a word governs outside its content is not its holder's word.
        tables: the shipped ones unless given.
    """
    tables = tables or load_tables()
    steps = climb(parse, token)
    voices = voices_on_path(parse, steps, attributions)
    state, outside = _State(), _State()
    previous: Signature | None = None
    for index, step in enumerate(steps):
        before = outside if step.frame == "conj" and not _shares_scope(parse, step) else state
        state = before.copy()
        entered = _enter(parse, step, state, voices.get(index, []), previous, _Place(tables, cues, index == len(steps) - 1))
        previous = entered if entered is not None or step.frame in RESTARTING else previous
        outside = state.copy() if step.frame != "conj" else outside
        passing = steps[index + 1].token if index + 1 < len(steps) else None
        for effect in local_effects(parse, step.token, passing, tables):
            _apply_local(state, effect, tables)
    if state.prior is not None and previous is not None and previous.name in ANSWERS and is_speech(parse, token, tables):
        state = state.prior.copy()
        state.restart("what was said stays said")
    if is_performed(parse, token, tables) and parse.quotation_of[token] >= 0:
        state.values = [3] * len(state.values)
        state.why.append("performed by saying it")
    _apply_quotation_marks(parse, token, state, attributions)
    return _finish(parse, token, state)


def _finish(parse: Parse, token: int, state: _State) -> Assessment:
    tense = derive_tense(parse, token, state.flag, state.values[-1])
    status = derive_status(state.values, state.flag)
    values = tuple(LABELS[2 if value == 3 and state.flag == "future" else value] for value in state.values)
    head = parse.span(token, token + 1)
    return Assessment(head, tuple(state.holders), values, tense, status, tuple(state.why), tuple(state.features))


def _enter(
    parse: Parse, step: Step, state: _State, voices: list[Voice], previous: Signature | None, place: _Place
) -> Signature | None:
    """The change from the governor's surroundings to those of the governed word; the signature that made it."""
    tables = place.tables
    signature = None if step.governor is None else signature_of(parse, step, tables)
    cue = next((v for v in voices if v.on_path), None)
    if cue is not None and cue.span is None and signature is not None and signature.name == "evidence":
        cue = None
    if cue is not None and previous is not None and previous.name in CARRIED and cue.name == state.holders[-1].name:
        cue = UNNAMED_VOICE
    if cue is not None and (signature is None or signature.name in YIELDING):
        act = (signature_of_cue(parse, step.governor, tables) if step.governor is not None and signature is None and step.frame in LOOSE else None) or (
            tables.signatures[cue.act_class]
        )
        signature = replace(act, holder=signature.outer) if signature is not None and signature.name == "evidence" else act
    if (
        signature is not None
        and cue is None
        and signature.holder is not None
        and step.frame == "that"
        and step.governor in place.cues
    ):
        state.restart("outside the content")
        signature = None
    elif signature is not None and place.is_event and signature.name in ANSWERS and is_speech(parse, step.token, tables):
        state.restart("what was said stays said")
    elif signature is not None:
        state.features.append(f"class={signature.name}")
        keep = previous is not None and previous.name in CARRIED and signature.name == "report_np"
        _embed(parse, step, state, cue, signature, keep=keep)
    elif step.governor is not None:
        state.features.append(f"frame={step.frame}")
        effect = transition_effect(parse, step, tables)
        if effect is None or step.frame in RESTARTING:
            state.restart()
        if effect is not None:
            state.apply(effect)
    for voice in voices:
        if not voice.on_path:
            state.push(voice, tables.signatures[voice.act_class])
    return signature


def _embed(parse: Parse, step: Step, state: _State, cue: Voice | None, signature: Signature, *, keep: bool) -> None:
    voice = cue
    if signature.holder is not None and voice is None and signature.scope in ("said", "own"):
        voice = own_voice(parse, step)
    unnamed = voice is not None and voice.span is None
    if unnamed and signature.name == "believe" and (abs(state.values[-1]) == 1 or "imperative" in state.why[-1:]):
        state.values = [value or 1 for value in state.values]
        state.flag = "-"
        state.apply(HEDGE)
    elif voice is not None and signature.holder is not None:
        disbelieved = step.governor is not None and any(
            e.kind == "disbelief" for e in local_effects(parse, step.governor, step.token, load_tables())
        )
        state.push(voice, signature, keep=keep)
        if disbelieved and len(state.values) > 1:
            state.values[-2] = -state.values[-1]
            state.base[-1:] = state.base[-1:]
            state.why.append("disbelieved")
    elif signature.outer is None:
        state.restart(signature.name)
    elif signature.scope == "quiet" and signature.holder is not None:
        state.apply(Effect(signature.holder, signature.flag, why=signature.name))
    else:
        state.apply(Effect(signature.outer, signature.flag, why=signature.name))


def _apply_local(state: _State, effect: Effect, tables: Tables) -> None:
    if effect.kind == "disbelief":
        return
    if effect.kind == "hearsay":
        state.push(Voice("UNNAMED", None, "report", False), tables.signatures["report"])
    else:
        state.apply(effect)


def _shares_scope(parse: Parse, step: Step) -> bool:
    """Whether a coordinated word stands under the operators of the first: nouns do, verbs only when bare."""
    governor, token = step.governor, step.token
    if governor is None or parse.pos[token] not in ("VERB", "AUX"):
        return True
    if any(parse.lower[o] == "nor" and parse.labels[o] == "cc" for o in parse.children[governor]):
        return True
    own = any(parse.labels[o] in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "expl") for o in parse.children[token])
    return not own and parse.tags[token] == parse.tags[governor] and parse.tags[token] in ("VB", "VBN", "VBG")


def _apply_quotation_marks(parse: Parse, token: int, state: _State, attributions: Sequence[Attribution]) -> None:
    """Scare quotes: a short quoted piece that nobody is said to have said is the author's distance from the word."""
    marks = "“”\"'‘’`"
    before = parse.words[token - 1] if token else ""
    after = parse.words[token + 1] if token + 1 < len(parse) else ""
    if before and after and before[0] in marks and after[0] in marks and not attributions:
        state.apply(Effect((1, -1), "possible", why="scare quotes"))
