"""Retorts: what another side answers to a claim, hung by the writer on the sentence that tells it.

"Residents say soldiers burned the mill, a charge the army denies": the residents do not say that the army denies it. A retort
runs from a comma to its verb: a noun of saying or doing, then who answers, then the answer ("a charge the army denies", "claims
denied by Accra"), or "which", who answers, and the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.columns import Columns
from onrecord.attribution.decoding import Contents
from onrecord.attribution.lexicon import CLASSES
from onrecord.attribution.ranges import Range
from onrecord.attribution.triples import Reals, Triples
from onrecord.language import syntax
from onrecord.records import Parse

ANSWERED = frozenset(
    {
        "account", "accusation", "allegation", "assertion", "assessment", "charge", "claim", "conclusion", "contention",
        "decision", "demand", "finding", "idea", "insinuation", "move", "offer", "plan", "proposal", "report", "something",
        "statement", "step", "suggestion", "suspicion", "threat", "version", "view", "warning",
    }
)  # fmt: skip
"""Nouns that take up what the sentence told."""
CALLING = frozenset({"brand", "call", "condemn", "denounce", "describe", "dismiss", "label", "term", "welcome"})
CALLED = ANSWERED - {"move", "something", "step"}
"""Nouns of what is a word: calling it anything answers it ("an allegation the office called absurd")."""

REPLIES = tuple(CLASSES.index(name) for name in ("denial", "refusal", "confirmation", "doubt"))
SURE = 0.6
"""Least chance of a retort whose verb denies, refuses, confirms or doubts; the trained chances have hardly seen any."""
REACH = 12
"""Tokens from the comma to the verb at most."""
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "ADV"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Retort:
    """Tokens of its comma, of the noun or "which" that takes up the claim, of who answers (a head), and of the verb."""

    comma: int
    noun: int
    answerer: int
    verb: int


def find_retorts(parse: Parse, columns: Columns, made: Triples) -> list[Retort]:
    """The retorts of an article, by their verbs' order; each verb is a cue."""
    cues = made.cue.tolist()
    classes = columns.cue_class[made.cue].tolist()
    found = []
    for cue, cue_class in zip(cues, classes, strict=True):
        if (cue_class in REPLIES or parse.lemmas[cue] in CALLING) and parse.tags[cue].startswith("VB"):
            retort = _retort_of(parse, cue)
            if retort is not None:
                found.append(retort)
    return found


def let_answer(parse: Parse, columns: Columns, made: Triples, retorts: Sequence[Retort], outer: Reals, inner: Reals) -> None:
    """Makes an answer as likely outermost as inside, and what it takes up no cue: changes `outer` and `inner` in place."""
    row_of = {cue: row for row, cue in enumerate(made.cue.tolist())}
    for retort in retorts:
        row = row_of[retort.verb]
        is_named = parse.lemmas[retort.noun] in CALLED and parse.lemmas[retort.verb] in CALLING
        least = SURE if is_named or int(columns.cue_class[retort.verb]) in REPLIES else 0.0
        outer[row] = inner[row] = max(outer[row], inner[row], least)
        if retort.noun in row_of:
            outer[row_of[retort.noun]] = inner[row_of[retort.noun]] = 0.0


def cut_retorts(parse: Parse, contents: Contents, cues: Sequence[int], retorts: Sequence[Retort]) -> Contents:
    """Contents that end before a retort; the retort's own is what takes up the claim, and what the claim is called.

    A retort inside the same quotation is the speaker's own.
    """
    cut = list(contents)
    for retort in retorts:
        for row, cue in enumerate(cues):
            if cue == retort.verb:
                is_called = parse.lemmas[cue] in CALLING
                called = (piece for piece in contents[row] if is_called and piece[0] > cue)
                cut[row] = ((retort.comma + 1, retort.noun + 1), *called)
            elif not retort.comma < cue < retort.verb:
                cut[row] = tuple(_cut(parse, piece, retort, cue) for piece in cut[row])
    return cut


def _cut(parse: Parse, piece: Range, retort: Retort, cue: int) -> Range:
    start, end = piece
    if cue + 1 < retort.comma < start and end > retort.verb:  # nothing but the retort was chosen
        start = cue + 1
    if not start < retort.comma < retort.verb < end:
        return piece
    quotation = parse.quotation_of[retort.comma]
    said = quotation >= 0 and quotation == parse.quotation_of[retort.verb]
    return piece if said else (start, retort.comma)


def _retort_of(parse: Parse, verb: int) -> Retort | None:
    low = max(parse.sentences[parse.sentence_of[verb]][0], verb - REACH)
    comma = next((token for token in range(verb - 1, low, -1) if _ends_search(parse, token)), None)
    if comma is None or parse.words[comma] not in (",", "–", "—"):
        return None
    noun = comma + 1
    while noun < verb and parse.pos[noun] in BEFORE_NOUN and parse.lower[noun] != "which":
        noun += 1
    if noun == verb or (parse.lower[noun] != "which" and parse.lemmas[noun] not in ANSWERED):
        return None
    if noun == verb - 1 or parse.tags[noun + 1] == "VBN":
        answerer = syntax.agent(parse, verb)
    else:
        names = [token for token in range(noun + 1, verb) if parse.pos[token] in ("NOUN", "PROPN", "PRON")]
        answerer = names[-1] if names and parse.pos[noun + 1] in NOMINAL else None
    return None if answerer is None else Retort(comma, noun, answerer, verb)


def _ends_search(parse: Parse, token: int) -> bool:
    """A mark or another verb; "claims" and "charges" are nouns here, whatever the parser takes them for."""
    return parse.pos[token] == "PUNCT" or (parse.pos[token] == "VERB" and parse.lemmas[token] not in ANSWERED)
