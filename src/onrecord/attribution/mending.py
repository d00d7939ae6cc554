"""Drafts that follow a wrong parse, put right: "quoted him as saying", replies hung on the clause before them, semicolons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.acts import find_act
from onrecord.attribution.building import Draft
from onrecord.attribution.layouts import load_speakers
from onrecord.attribution.lexicon import Lexicon
from onrecord.attribution.ranges import Range, holds
from onrecord.attribution.spans import without
from onrecord.language import syntax
from onrecord.records import Parse

QUOTING = frozenset({"quote", "cite", "report"})
REPLYING = frozenset({"denial", "refusal"})
"""Word classes of cues that a speaker adds to what he said ("said the road was open and rejected ...")."""

PERSONAL = ("er", "or", "man", "men", "ist", "ian", "ant", "dent", "gent", "ee")
"""Endings of nouns for people who may reply themselves ("miners", "residents"); things in -er pass for people too."""


def mend(parse: Parse, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, those of the three constructions put right."""
    said = [draft for draft in drafts if not _is_parted_off(parse, draft)]
    return _add_coordinated(parse, _say_as(parse, said, lexicon), lexicon)


def _is_parted_off(parse: Parse, draft: Draft) -> bool:
    """Whether a semicolon parts what stands before a verb with an object of its own from it: told by itself, not said by him
    ("Rebels burned a mill; no group has claimed responsibility")."""
    end = max((end for _, end in draft.content), default=draft.head)
    if not end < draft.head < len(parse) or parse.words[end] != ";" or parse.quotation_of[end - 1] >= 0:
        return False
    return syntax.child(parse, draft.head, "dobj") is not None


def _say_as(parse: Parse, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """Gives the word to who is quoted: "the daily quoted a nurse as saying ...", "the nurse was quoted as saying ..."."""
    if "as" not in parse.lower:
        return list(drafts)
    spoken = {draft.head: verb for draft in drafts if (verb := _spoken(parse, draft.head)) is not None}
    kept = [draft for draft in drafts if draft.head not in spoken.values()]
    return [
        (_quoted(parse, draft, spoken[draft.head], lexicon) or draft) if draft.head in spoken else _with_passive(parse, draft)
        for draft in (kept if spoken else drafts)
    ]


def _spoken(parse: Parse, verb: int) -> int | None:
    """The gerund after "as" of a verb that quotes somebody."""
    if parse.lemmas[verb] not in QUOTING or syntax.child(parse, verb, "dobj") is None:
        return None
    for preposition in syntax.children_of(parse, verb, "prep"):
        if parse.lower[preposition] == "as":
            return syntax.child(parse, preposition, "pcomp")
    return None


def _quoted(parse: Parse, draft: Draft, spoken: int, lexicon: Lexicon) -> Draft | None:
    whom = syntax.child(parse, draft.head, "dobj")
    content = (spoken + 1, parse.rights[spoken])
    if whom is None or content[0] >= content[1] or whom > spoken:
        return None
    start, end = syntax.noun_phrase(parse, whom)
    act = find_act(parse, spoken, [content], lexicon)[0]
    source = (start, min(end, spoken - 1))
    return replace(draft, head=spoken, cue=(spoken, spoken + 1), source=(source,), content=(content,), act=act, via=draft.source)


def _with_passive(parse: Parse, draft: Draft) -> Draft:
    """The cue with the passive that it hangs on ("was quoted as saying"), out of the content; an active one gives its object."""
    preposition = parse.heads[draft.head]
    verb = parse.heads[preposition]
    if parse.labels[draft.head] != "pcomp" or parse.lower[preposition] != "as" or parse.lemmas[verb] not in QUOTING:
        return draft
    whom = syntax.child(parse, verb, "dobj")
    if whom is not None and verb < whom < preposition:
        start, end = syntax.noun_phrase(parse, whom)
        return replace(draft, source=((start, min(end, preposition)),), via=draft.source)
    auxiliaries = syntax.children_of(parse, verb, "auxpass")
    if not auxiliaries or not auxiliaries[0] < verb < draft.head <= verb + 3:
        return draft
    cue = (auxiliaries[0], draft.cue[1])
    return replace(draft, cue=cue, content=without(draft.content, [cue, *draft.source]) or draft.content)


def _add_coordinated(parse: Parse, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """A reply that the parser joins to the clause told before it is the speaker's own, and ends what he told.

    "The mill said its roof had burst and rejected ...": the roof rejects nothing; told by who is no speaker, or a deed
    of an earlier time than the reply.
    """
    mended = list(drafts)
    for verb in range(len(parse)):
        if parse.labels[verb] != "conj" or parse.tags[verb] != "VBD":
            continue
        entry = lexicon.get((parse.lemmas[verb], "VERB"))
        if entry is None or entry.kind not in REPLYING or syntax.own_subject(parse, verb) is not None:
            continue
        outer = _teller(parse, verb, mended)
        if outer is not None:
            mended = _parted(parse, mended, outer, verb, lexicon)
    return mended


def _teller(parse: Parse, verb: int, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose speaker really replies: the one in whose clause content the reply is coordinated."""
    told = parse.heads[verb]
    if parse.labels[told] != "ccomp" or syntax.own_subject(parse, told) is None or not _is_apart(parse, told):
        return None
    outer = next((d for d in drafts if d.source and d.head in syntax.ancestors(parse, verb) and holds(d.content, told)), None)
    while outer is not None and parse.quotation_of[verb] < 0:
        above = next(
            (d for d in drafts if d.source and d is not outer and holds(d.content, outer.head) and holds(d.content, told)), None
        )
        if above is None or not _says_so_himself(parse, outer, above):
            return outer
        outer = above
    return None


def _says_so_himself(parse: Parse, inner: Draft, outer: Draft) -> bool:
    """Whether the inner one's source is a pronoun for the outer one's speaker ("the envoy said he knew that ...")."""
    start, end = inner.source[0]
    return (
        end - start == 1
        and parse.lower[start] in ("he", "she", "it", "they")
        and parse.sentence_of[start] == parse.sentence_of[outer.head]
    )


def _is_apart(parse: Parse, told: int) -> bool:
    """Whether what is told and the reply have hardly one subject: no speaker, or another time."""
    own = syntax.own_subject(parse, told)
    if own is None:
        return False
    noun = parse.lemmas[own]
    is_thing = parse.pos[own] == "NOUN" and noun not in load_speakers() and not noun.endswith(PERSONAL)
    return is_thing or any(parse.lower[other] == "had" for other in parse.children[told])


def _parted(parse: Parse, drafts: Sequence[Draft], outer: Draft, verb: int, lexicon: Lexicon) -> list[Draft]:
    joiner = max(
        (other for other in parse.children[parse.heads[verb]] if other < verb and parse.labels[other] == "cc"), default=verb
    )
    start = joiner - 1 if parse.words[joiner - 1] == "," else joiner
    own = next((draft for draft in drafts if draft.head == verb), None)
    content: tuple[Range, ...] = own.content if own is not None else ((verb + 1, parse.rights[verb]),)
    if content[0][0] >= content[0][1]:
        return list(drafts)
    act = find_act(parse, verb, content, lexicon)[0]
    cut = [(start, parse.rights[verb])]
    rest = [
        replace(draft, content=left) if holds(draft.content, verb) and (left := without(draft.content, cut)) else draft
        for draft in drafts
        if draft.head != verb
    ]
    why = "reply coordinated with what is told; " + outer.why
    return [*rest, Draft(verb, (verb, verb + 1), outer.source, content, act, outer.confidence, why)]
