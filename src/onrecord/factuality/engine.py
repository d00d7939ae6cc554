"""One event head -> who holds what about it: holders from AUTHOR inward, their values, tense, status, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.factuality.descent import ANSWERS, RESTARTING, UNNAMED_VOICE, Place, enter, keep_said, shares_scope
from onrecord.factuality.effects import NEGATED, Effect
from onrecord.factuality.holders import Contents, Voice, parenthetical_voices, voices_on_path
from onrecord.factuality.paths import Step, climb
from onrecord.factuality.scope import local_effects
from onrecord.factuality.state import Holder, State
from onrecord.factuality.status import derive_status, derive_tense
from onrecord.factuality.tables import Signature, Tables, load_tables
from onrecord.factuality.transitions import is_speech
from onrecord.factuality.values import LABELS
from onrecord.records import Attribution, FactualityValue, Parse, Span, Status, Tense

MIN_QUOTED = 8
"""Tokens, marks included, from which on a quotation that nobody is named for is somebody's words and not the author's."""

QUOTES = "“”\"'‘’`"


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


def assess_head(
    parse: Parse,
    token: int,
    attributions: Sequence[Attribution],
    cues: Contents | None = None,
    tables: Tables | None = None,
) -> Assessment:
    """Holders, values, tense and status of the event that a word names.

    Args:
        parse: the article's.
        token: the head word.
        attributions: those in whose content the word stands, outermost first (`holders.covering`).
        cues: the contents of all the article's cues: what such a word governs outside its content is not its holder's word.
        tables: the shipped ones unless given.
    """
    tables = tables or load_tables()
    steps = climb(parse, token, tables.planned, tables.telling)
    state, last = _descend(parse, steps, attributions, cues or {}, tables)
    if state.prior is not None and last is not None and last.name in ANSWERS and is_speech(parse, token, tables):
        answerer = state.holders[-1] if len(state.holders) > len(state.prior.holders) else None
        state = state.prior.copy()
        keep_said(state, None if answerer is None else Voice(answerer.name, answerer.span, "report", on_path=True))
    if len(state.holders) == 1 and _in_bare_quotation(parse, token):
        state.push(UNNAMED_VOICE, replace(tables.signatures["report"], holder=(state.values[-1],) * 2))
    if not attributions and _in_scare_quotes(parse, token):
        state.apply(Effect((1, -1), "possible", why="scare quotes"))
    return _finish(parse, token, state)


def _descend(
    parse: Parse, steps: Sequence[Step], attributions: Sequence[Attribution], cues: Contents, tables: Tables
) -> tuple[State, Signature | None]:
    """The state at the event, and the last signature on the way that nothing has left behind."""
    voices = voices_on_path(parse, steps, attributions, tables)
    for index, found in parenthetical_voices(parse, steps, tables, cues).items():
        voices[index] = [*found, *voices.get(index, ())]
    state, outside = State(), State()
    last: Signature | None = None
    for index, step in enumerate(steps):
        state = (outside if step.frame == "conj" and not shares_scope(parse, step) else state).copy()
        entered = enter(parse, step, state, voices.get(index, ()), last, Place(tables, cues, index == len(steps) - 1))
        last = entered if entered is not None or step.frame in RESTARTING else last
        outside = outside if step.frame == "conj" else state.copy()
        passing = steps[index + 1].token if index + 1 < len(steps) else None
        for effect in local_effects(parse, step.token, passing, tables):
            _apply_local(state, effect, tables)
    return state, last


def _apply_local(state: State, effect: Effect, tables: Tables) -> None:
    """An operator's effect; a "no" within a condition leaves it one, and a condition leaves somebody's promise one."""
    promised = state.flag == "future" and len(state.holders) > 1
    supposed = state.flag == "conditional" and state.why[-1:] != ["under a condition"]
    if effect.kind == "hearsay":
        state.push(UNNAMED_VOICE, tables.signatures["report"])
    elif (effect.kind == "condition" and promised) or (effect.pair == NEGATED and supposed):
        state.why.append(effect.why)
    elif effect.kind != "disbelief":
        state.apply(effect)


def _in_bare_quotation(parse: Parse, token: int) -> bool:
    """Whether the word stands in a quotation long enough to be somebody's sentence."""
    index = parse.quotation_of[token]
    return index >= 0 and parse.quotations[index].end - parse.quotations[index].start > MIN_QUOTED


def _in_scare_quotes(parse: Parse, token: int) -> bool:
    """A single quoted word that nobody is said to have said is the author's distance from it."""
    before = parse.words[token - 1] if token else ""
    after = parse.words[token + 1] if token + 1 < len(parse) else ""
    return bool(before and after) and before[0] in QUOTES and after[0] in QUOTES


def _finish(parse: Parse, token: int, state: State) -> Assessment:
    tense = derive_tense(parse, token, state.flag)
    status = derive_status(state.values, state.flag)
    values = tuple(LABELS[2 if value == 3 and state.flag == "future" else value] for value in state.values)
    head = parse.span(token, token + 1)
    return Assessment(head, tuple(state.holders), values, tense, status, tuple(state.why), tuple(state.features))
