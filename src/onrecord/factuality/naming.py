"""What an answer names its target by ("rejected the denial", "the memo was genuine") -> the candidates that the noun can mean.

A noun of speech tells by what act the target was said; a paper is what it says; any other noun that a verdict is passed on tells
the kind of deed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.factuality.answers import Answer
from onrecord.factuality.forms import OWN
from onrecord.factuality.holders import span_tokens, token_at
from onrecord.factuality.layers import Layers, kinds_of, stems_of
from onrecord.factuality.statements import EVIDENCE
from onrecord.factuality.tables import answer_nouns
from onrecord.language.rehanging import is_thing
from onrecord.records import Attribution, Event, Parse, Span

DEFINITE = OWN | {"the", "this", "that", "these", "those", "such"}
PLAIN_ACTS = frozenset({"assert", "believe"})
"""Acts of nouns that any claim may be called by ("the story", "this theory")."""

ANSWERING_ACTS = frozenset({"deny", "reject", "doubt", "ask"})
TYPES = {"accuse": "ACCUSE", "demand": "REQUEST", "promise": "AGREE", "express": "CONCEDE", "deny": "REJECT"}
"""The events that are such acts of speech."""

FOUND = frozenset({"analysis", "assessment", "conclusion", "data", "evidence", "finding", "result", "ruling"})
"""Nouns of what somebody has found out."""

LOOSE = frozenset({"call", "document", "order", "plea", "word"})
"""Nouns of speech that mean too much to tell the act."""

LONGEST = 7
"""Words of a content that only names."""

Option = Attribution | Event


@dataclass(frozen=True, slots=True)
class Meant:
    """The ids of the candidates that a noun can mean; `surely` = one of them is meant, though no weight says so."""

    ids: frozenset[str]
    surely: bool = False


def find_meant(answer: Answer, options: Sequence[Option], layers: Layers) -> Meant | None:
    """What an answer's noun can mean among its candidates; `None` where it names nothing, or nothing that is there."""
    if "no evidence" in answer.signs:
        return _meant(_sharing(answer, options, layers))
    noun = _named(answer, layers.parse)
    if noun is None:
        return None
    lemma = layers.parse.lemmas[noun].lower()
    act = None if lemma in LOOSE else answer_nouns().get(lemma)
    if act is not None or lemma in FOUND:
        owned = _owned(noun, answer.attribution, options, layers)
        within = any(_is_within(option, answer.attribution) for option in owned)
        said = [option.id for option in owned if act is None or _is_such(option, lemma, act, layers)]
        if said and not within:
            return Meant(frozenset(said))
    if answer.about is not None and is_thing(layers.parse, noun):
        papers = [o.id for o in options if isinstance(o, Attribution) and lemma in layers.source_words[o.id]]
        if papers:
            return Meant(frozenset(papers), surely=True)
    if act is not None:
        return _meant(_said_so(answer, noun, act, options, layers))
    if answer.about is None or "told within" in answer.signs:
        return None
    kinds = kinds_of((lemma,))
    told = [o.id for o in options if isinstance(o, Attribution) and not kinds.isdisjoint(layers.deeds_told[o.id])]
    return Meant(frozenset(told), surely=True) if told else None


def _meant(ids: Sequence[str]) -> Meant | None:
    return Meant(frozenset(ids)) if ids else None


def _owned(noun: int, own: Attribution, options: Sequence[Option], layers: Layers) -> list[Attribution]:
    """The words of whoever a noun of speech is said to come from ("the police findings", "the accusation by her husband")."""
    parse = layers.parse
    near = [child for child in parse.children[noun] if parse.labels[child] in ("poss", "compound", "nmod", "amod")]
    near += [t for word in parse.children[noun] if parse.lower[word] in ("by", "from", "of") for t in parse.children[word]]
    called = layers.lemmas([parse.span(t, t + 1) for t in near])
    is_possessed = any(parse.labels[child] == "poss" for child in near)
    told = [option for option in options if isinstance(option, Attribution)]
    return [
        other
        for other in told
        if not called.isdisjoint(layers.source_words[other.id]) or (is_possessed and layers.names(other.holder, own))
    ]


def _said_so(answer: Answer, noun: int, act: str, options: Sequence[Option], layers: Layers) -> list[str]:
    """The candidates that are such an act, or stand in the answer."""
    own, parse = answer.attribution, layers.parse
    lemma = parse.lemmas[noun].lower()
    fitting = [option for option in options if _is_such(option, lemma, act, layers) or _is_within(option, own)]
    others = [o for o in fitting if isinstance(o, Attribution) or o.head.start != parse.starts[noun]]  # not the very word
    fitting = others or fitting
    if act == "deny":  # nobody rejects a denial of his own side
        fitting = [o for o in fitting if isinstance(o, Event) or not layers.is_my_side(own.holder, o.holder)]
    return [option.id for option in fitting]


def _sharing(answer: Answer, options: Sequence[Option], layers: Layers) -> list[str]:
    """The candidates that tell, in the same word, of what no proof was found."""
    parse = layers.parse
    tokens = (t for span in answer.attribution.content for t in span_tokens(parse, span))
    wanted = layers.lemmas([parse.span(t, t + 1) for t in tokens if _is_proved(parse, t)])
    return [o.id for o in options if isinstance(o, Attribution) and not wanted.isdisjoint(layers.words[o.id])]


def _is_proved(parse: Parse, token: int) -> bool:
    preposition = parse.heads[token]
    return parse.labels[token] == "pobj" and parse.lemmas[parse.heads[preposition]] in EVIDENCE


def _named(answer: Answer, parse: Parse) -> int | None:
    """The noun that a verdict is passed on, or that is all of what is rejected, doubted, denied, confirmed or passed over."""
    if answer.about is not None:
        return _top_noun(parse, answer.about)
    content = answer.attribution.content
    if answer.plain or len(content) != 1:
        return None
    if answer.value == "declines":
        return _passed_over(parse, content[0])
    tokens = span_tokens(parse, content[0])
    if len(tokens) > LONGEST or any(parse.pos[t] in ("VERB", "AUX") for t in tokens):
        return None
    noun = _top_noun(parse, content[0])
    if noun is None or not _is_definite(parse, noun):
        return None
    is_own = any(parse.lower[child] in OWN for child in parse.children[noun])  # "stands by its report"
    return None if is_own and answer.value in ("confirms", "denies") else noun


def _passed_over(parse: Parse, span: Span) -> int | None:
    """What nobody would speak of, where it is an act of speech ("(declined) to comment on the accusation")."""
    tokens = span_tokens(parse, span)
    noun = next((t for t in tokens if parse.pos[t] == "NOUN" and parse.labels[t] in ("pobj", "dobj")), None)
    if noun is None or answer_nouns().get(parse.lemmas[noun].lower(), "assert") in PLAIN_ACTS | {"ask"}:
        return None
    is_bare = not any(parse.pos[t] in ("VERB", "AUX") for t in tokens if t > noun)
    return noun if is_bare and _is_definite(parse, noun) else None


def _is_definite(parse: Parse, noun: int) -> bool:
    return any(parse.lower[child] in DEFINITE or parse.labels[child] == "poss" for child in parse.children[noun])


def _top_noun(parse: Parse, span: Span) -> int | None:
    tokens = span_tokens(parse, span)
    return next((t for t in tokens if parse.heads[t] not in tokens and parse.pos[t] == "NOUN"), None)


def _is_such(option: Option, lemma: str, act: str, layers: Layers) -> bool:
    """Whether a candidate is said or done by the act that a noun of speech names."""
    if isinstance(option, Event):
        own = layers.parse.lemmas[token_at(layers.parse, option.head.start)].lower()
        return option.type == TYPES.get(act) or own == lemma or not stems_of((own,)).isdisjoint(stems_of((lemma,)))
    if not stems_of((lemma,)).isdisjoint(layers.cue_stems[option.id]):
        return True
    return option.act not in ANSWERING_ACTS if act in PLAIN_ACTS else option.act == act


def _is_within(option: Option, own: Attribution) -> bool:
    """Whether a candidate stands in the answer's own content."""
    place = option.head.start if isinstance(option, Event) else option.cue[0].start if option.cue else -1
    return any(start <= place < end for start, end in own.content)
