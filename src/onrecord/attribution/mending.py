"""Drafts that follow a wrong parse, put right: "quoted him as saying", "described it as", a citation, semicolons."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from onrecord.attribution.acts import find_act
from onrecord.attribution.building import Draft
from onrecord.attribution.lexicon import Lexicon
from onrecord.attribution.ranges import holds
from onrecord.attribution.spans import CITING, without
from onrecord.language import syntax
from onrecord.language.rehanging import HARMING
from onrecord.records import Parse

DESCRIBING = frozenset({"characterise", "characterize", "describe", "dismiss", "portray"})
AGAINST = frozenset({"although", "but", "though", "whereas", "while"})
QUOTING = frozenset({"quote", "cite", "report"})


def mend(parse: Parse, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, those of these constructions put right or left out."""
    said = [draft for draft in drafts if not _is_parted_off(parse, draft)]
    kept = (draft for draft in _say_as(parse, said, lexicon) if not _is_citing(parse, draft, said))
    speaking = {draft.head for draft in said if draft.source}
    whole = [_with_left(parse, _with_as(parse, draft), speaking) for draft in kept]
    mended = (_with_harm(parse, _from_that(parse, _without_others(parse, draft, whole))) for draft in whole)
    return [apart for draft in mended if (apart := _apart(draft)) is not None]


def _apart(draft: Draft) -> Draft | None:
    """The draft with its content outside its cue; none where nothing is left of it."""
    if not any(start < draft.cue[1] and draft.cue[0] < end for start, end in draft.content):
        return draft
    content = without(draft.content, [draft.cue])
    return replace(draft, content=content) if content else None


def _with_harm(parse: Parse, draft: Draft) -> Draft:
    """The content with the harm that its deed did ("denied that guards had fired, [killing nine]")."""
    start, end = draft.content[-1]
    verb = end + 1
    if verb >= len(parse) or parse.words[end] != "," or parse.lemmas[verb] not in HARMING or parse.labels[verb] != "advcl":
        return draft
    is_told = start <= parse.heads[verb] < end and parse.tags[verb] == "VBG"
    return replace(draft, content=(*draft.content[:-1], (start, parse.rights[verb]))) if is_told else draft


def _without_others(parse: Parse, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The content without what another says against it in the same sentence ("It held, she said, but rebels said it broke")."""
    if len(draft.content) < 2 or draft.content[-1][0] < draft.head or parse.lower[draft.content[-1][0]] not in AGAINST:
        return draft
    start, end = draft.content[-1]
    is_anothers = any(
        other is not draft and other.source and start < other.source[0][0] <= start + 2 and start < other.head < end
        for other in drafts
    )
    return replace(draft, content=draft.content[:-1]) if is_anothers else draft


def _from_that(parse: Parse, draft: Draft) -> Draft:
    """The content from its "that" on, where a time of the telling stands before that ("admitted [last month] that he knew")."""
    start, end = draft.content[0]
    that = next(
        (t for t in range(start + 1, min(start + 4, end)) if parse.lower[t] == "that" and parse.labels[t] == "mark"), None
    )
    if that is None or start < draft.head or parse.labels[that - 1] != "npadvmod" or parse.heads[that - 1] != draft.head:
        return draft
    return replace(draft, content=((that, end), *draft.content[1:]))


def _with_left(parse: Parse, draft: Draft, speaking: Set[int]) -> Draft:
    """The content with the clause before the speaker too, where what follows a semicolon goes on ("He left, she said; ..."); that
    clause alone where another speaks behind it ("He left, she says; police deny it")."""
    start, end = draft.content[0]
    if len(draft.content) > 1 or not draft.source or parse.words[start - 1] != ";":
        return draft
    low, first = min(draft.source[0][0], draft.cue[0]), parse.sentences[parse.sentence_of[draft.head]][0]
    if not low < start or low <= first + 1 or parse.words[low - 1] != "," or start - 1 > draft.cue[1] + 2:
        return draft
    joined = (t for t in range(start, end) if draft.head == parse.heads[t] or t == parse.heads[draft.head])
    is_answered = not speaking.isdisjoint(joined)
    return replace(draft, content=((first, low - 1),) if is_answered else ((first, low - 1), (start, end)))


def _is_citing(parse: Parse, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a cue is but the citation of another draft's holder ("Lakewire, [citing] the governor, reported")."""
    return parse.lower[draft.head] in CITING and any(
        other is not draft and other.source and holds(draft.content, other.source[0][0]) for other in drafts
    )


def _with_as(parse: Parse, draft: Draft) -> Draft:
    """The content with the "as" that follows it and hangs on the cue ("described the tape [as forged]")."""
    start, end = draft.content[-1]
    if end >= len(parse) or parse.lower[end] != "as" or start <= draft.head or parse.lemmas[draft.head] not in DESCRIBING:
        return draft
    clause = parse.heads[end] if parse.labels[end] == "mark" else end
    if parse.heads[clause] != draft.head:
        return draft
    return replace(draft, content=(*draft.content[:-1], (start, parse.rights[clause])))


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
