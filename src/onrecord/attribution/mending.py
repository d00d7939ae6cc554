"""Drafts that follow a wrong parse, put right: "quoted him as saying", semicolons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.acts import find_act
from onrecord.attribution.building import Draft
from onrecord.attribution.lexicon import Lexicon
from onrecord.attribution.spans import without
from onrecord.language import syntax
from onrecord.records import Parse

QUOTING = frozenset({"quote", "cite", "report"})


def mend(parse: Parse, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, those of the two constructions put right."""
    said = [draft for draft in drafts if not _is_parted_off(parse, draft)]
    return _say_as(parse, said, lexicon)


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
