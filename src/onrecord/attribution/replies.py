"""Replies: verbs that answer what their object names as said or asked ("turned down the plea", "sticks to her story").

Such verbs are cues whatever the trained chances say, who have seen few of them; alone, most of them are no cues at all ("turned
down the radio").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast, get_args

from onrecord.attribution.building import Draft
from onrecord.attribution.ranges import Range, holds
from onrecord.attribution.spans import find_cue_range, find_source_ranges
from onrecord.language import syntax
from onrecord.language.word_lists import load_speakers
from onrecord.records import Act, Parse

TURNED: Mapping[Act, Act] = {"confirm": "doubt", "deny": "doubt", "reject": "doubt", "doubt": "confirm"}
UNREAL = frozenset({"will", "would", "should", "must", "may", "might", "shall", "'ll", "’ll", "wo"})
"""Modals of what is not said yet; with a negation it is said ("would not accept the claim")."""
SUPPOSING = frozenset({"if", "whether", "unless", "until", "before", "should", "lest"})
FORCED = frozenset({"force", "compel", "oblige", "able", "have", "unable", "fail", "struggle"})
"""What an infinitive may hang on whose deed is done ("had to recant it"), or is not ("was not able to confirm it")."""
POINTING = frozenset({"it", "this", "that", "them"})
FAILING = frozenset({"unable", "fail", "struggle", "powerless"})
FINITE = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ"})
SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Reply:
    """Heads of who answers and of what is answered, the verb between, and what it does."""

    verb: int
    noun: int
    answerer: int
    act: Act


@cache
def load_replies() -> tuple[Mapping[str, Act], Mapping[str, frozenset[str]]]:
    """The acts of verbs ("turn+down"), and the words of each class (`word`, `wish`, `doubtful` ...)."""
    lines = (resources.files("onrecord.attribution") / "data" / "replies.tsv").read_text(encoding="utf-8").splitlines()
    rows = {name: words.split() for name, words in (line.split("\t") for line in lines[1:])}
    acts = {word: cast(Act, name) for name, words in rows.items() if name in get_args(Act) for word in words}
    return acts, {name: frozenset(words) for name, words in rows.items()}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word.partition("+")[0] for word in load_replies()[0])


def find_replies(parse: Parse) -> Iterator[Reply]:
    """The replies of an article, by their verbs' order."""
    verbs = _verbs()
    for verb, lemma in enumerate(parse.lemmas):
        if lemma in verbs and (parse.tags[verb] in FINITE or parse.labels[verb] in ("relcl", "advcl")):
            reply = _reply_of(parse, verb)
            if reply is not None:
                yield reply


def put_replies(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a draft for each reply that is none of their cues; a claim's noun has no say in what answers it."""
    found = {reply.verb: reply for reply in (*find_doubts(parse), *find_replies(parse))}
    replies = [found[verb] for verb in sorted(found) if not _is_taken(found[verb], drafts)]
    answered = {reply.noun: reply.verb for reply in replies if _hangs(parse, reply.verb)}
    kept = [d for d in drafts if d.head not in answered or not holds(d.content, answered[d.head])]
    return [*kept, *(draft for reply in replies if (draft := _draft(parse, reply)) is not None)]


def find_doubts(parse: Parse) -> Iterator[Reply]:
    """Who denies or doubts anything at all, is not sure or convinced of it, or leaves something unanswered (`reject`)."""
    lists = load_replies()[1]
    minds = lists["doubtful"] | lists["believing"]
    for token, lemma in enumerate(parse.lemmas):
        if lemma in minds:
            yield from _minded(parse, token, certain=lemma in lists["believing"])
        elif lemma in lists["sheer"] and parse.tags[token].startswith("V") and not syntax.is_passive(parse, token):
            yield from _sheer(parse, token)
        elif lemma in lists["convincing"] and syntax.is_passive(parse, token) and syntax.is_negated(parse, token):
            yield from _made(parse, token, syntax.child(parse, token, "agent"), syntax.own_subject(parse, token), "doubt")
        elif lemma in lists["silent"] and parse.tags[token].startswith("V") and syntax.is_negated(parse, token):
            yield from _made(parse, token, _unanswered(parse, token), _speaker(parse, token), "reject")


def _made(parse: Parse, verb: int, noun: int | None, answerer: int | None, act: Act) -> Iterator[Reply]:
    """The reply, where it has both its ends and is given."""
    if noun is not None and answerer is not None and _is_made(parse, verb):
        yield Reply(verb, noun, answerer, act)


def _sheer(parse: Parse, verb: int) -> Iterator[Reply]:
    """A denial or doubt of anything at all ("doubted the number"), but not "denied them passage" or "held and denied sleep"."""
    noun = syntax.child(parse, verb, "ccomp", "xcomp", "dobj")
    if noun is None or noun < verb or len(syntax.children_of(parse, verb, "dobj", "dative")) > 1 or is_deprived(parse, verb):
        return
    act = load_replies()[0].get(parse.lemmas[verb], "deny")
    yield from _made(parse, verb, noun, _answerer(parse, verb), TURNED[act] if _is_turned(parse, verb) else act)


def _minded(parse: Parse, token: int, *, certain: bool) -> Iterator[Reply]:
    """The doubt of somebody by an adjective with what is doubted: "is not sure whether", "villagers wary of the offer"."""
    label = parse.labels[token]
    copula = parse.heads[token] if label == "acomp" else token
    noun = syntax.child(parse, token, "ccomp", "prep") or syntax.child(parse, copula, "ccomp")
    if noun is None or noun < token or (certain and not (syntax.is_negated(parse, copula) or syntax.is_negated(parse, token))):
        return
    if label in ("amod", "acl", "relcl"):
        found: int | None = parse.heads[token]
    else:
        found = _speaker(parse, copula) if label in ("acomp", "ROOT", "conj") else None
    if found is not None and _is_made(parse, copula):
        yield Reply(token, noun, found, "doubt")


def _unanswered(parse: Parse, verb: int) -> int | None:
    """The calls or questions that somebody leaves without an answer."""
    taken = syntax.child(parse, verb, "dobj")
    if taken is not None:
        return taken if parse.lemmas[taken] in load_replies()[1]["asked"] else None
    for preposition in syntax.children_of(parse, verb, "prep"):
        taken = syntax.child(parse, preposition, "pobj")
        if taken is not None and parse.lemmas[taken] in load_replies()[1]["asked"]:
            return preposition
    return None


def _speaker(parse: Parse, verb: int) -> int | None:
    """The subject of a state of mind; where the parser gives it a thing for one, whoever told of the thing."""
    for _ in range(3):
        found = syntax.subject(parse, verb)
        if found is None or parse.lower[found] in ("it", "there"):
            return None
        if parse.pos[found] in ("PROPN", "PRON") or parse.lemmas[found] in load_speakers():
            return found
        clause = next((a for a in (verb, *syntax.ancestors(parse, verb)) if parse.labels[a] == "ccomp"), None)
        if clause is None:
            return found
        verb = parse.heads[clause]
    return None


def reply_act(parse: Parse, verb: int) -> Act | None:
    """What a verb does by its particle and what its object names as said, `None` for any other verb."""
    found = _answer_at(parse, verb)
    return None if found is None else found[0]


def is_word(lemma: str) -> bool:
    """Whether a noun names what was said or asked ("account", "offer")."""
    nouns = load_replies()[1]
    return lemma in nouns["word"] or lemma in nouns["wish"]


def is_deprived(parse: Parse, verb: int) -> bool:
    """Whether somebody is denied a thing ("have been beaten and denied medicine", "was denied a visa")."""
    taken = syntax.child(parse, verb, "dobj")
    if taken is None or taken < verb or is_word(parse.lemmas[taken]) or not parse.tags[verb].startswith("VB"):
        return False
    if syntax.is_passive(parse, verb):
        return True
    is_bare = syntax.child(parse, verb, "aux", *syntax.SUBJECTS) is None
    is_shared = parse.labels[verb] == "conj" and syntax.is_passive(parse, parse.heads[verb])
    return is_bare and is_shared and parse.tags[verb] == "VBN"


def _answer_at(parse: Parse, verb: int) -> tuple[Act, int] | None:
    """What a verb does to the word or, if it rejects, the wish that it answers, and that noun."""
    act, noun = _with_particle(parse, verb) if parse.lemmas[verb] in _verbs() else (None, None)
    if act is None or noun is None:
        return None
    lemma = parse.lemmas[noun].lower()
    answerable = is_word(lemma) if act == "reject" else lemma in load_replies()[1]["word"]
    if act == "confirm" and lemma in POINTING and is_out_of_reach(parse, verb):
        return act, noun
    return (act, noun) if answerable else None


def _with_particle(parse: Parse, verb: int) -> tuple[Act | None, int | None]:
    """The verb's act, alone or with a particle of its own, and the noun that it answers."""
    acts, _ = load_replies()
    lemma = parse.lemmas[verb]
    for other in parse.children[verb]:
        act = acts.get(f"{lemma}+{parse.lower[other]}") if parse.labels[other] in ("prt", "prep", "advmod") else None
        if act is not None:
            return act, syntax.child(parse, other, "pobj") or _answered(parse, verb)
    return acts.get(lemma), _answered(parse, verb)


def _answered(parse: Parse, verb: int) -> int | None:
    """The verb's object, its subject in the passive, or the noun that its relative clause hangs on."""
    if _hangs(parse, verb):
        return parse.heads[verb]
    if syntax.is_passive(parse, verb):
        return parse.heads[verb] if parse.labels[verb] == "acl" else syntax.own_subject(parse, verb)
    return syntax.child(parse, verb, "dobj")


def _hangs(parse: Parse, verb: int) -> bool:
    """Whether a verb's object is the noun that its clause hangs on ("an offer they turned down"), however it is parsed."""
    own = syntax.own_subject(parse, verb)
    if parse.labels[verb] not in ("relcl", "acl") or own is None or parse.lower[own] in syntax.RELATIVES:
        return False
    taken = syntax.child(parse, verb, "dobj")
    return taken is None or parse.lower[taken] in syntax.RELATIVES


def _answerer(parse: Parse, verb: int) -> int | None:
    """Who answers: the agent of a passive, else the subject, also of what an infinitive hangs on ("was not able to confirm")."""
    if syntax.is_passive(parse, verb):
        return syntax.agent(parse, verb)
    found = syntax.subject(parse, verb)
    if found is None and parse.labels[verb] == "xcomp":
        found = next(
            (own for above in syntax.ancestors(parse, verb) if (own := syntax.own_subject(parse, above)) is not None), None
        )
    return found


def _reply_of(parse: Parse, verb: int) -> Reply | None:
    found = _answer_at(parse, verb)
    if found is None or not _is_made(parse, verb):
        return None
    act, noun = found
    answerer = _answerer(parse, verb)
    if answerer is None or answerer == noun or parse.pos[answerer] not in SPEAKING:
        return None
    if _is_turned(parse, verb):
        act = "reject" if parse.lemmas[verb] == "accept" else TURNED[act]
    return Reply(verb, noun, answerer, act)


def _is_made(parse: Parse, verb: int) -> bool:
    """Whether the reply is given, not asked for, foretold or supposed."""
    around = {parse.lower[other] for other in parse.children[verb] if parse.labels[other] in ("aux", "mark", "advmod")}
    if around & SUPPOSING or (around & UNREAL and not syntax.is_negated(parse, verb)):
        return False
    if "to" not in around:
        return parse.tags[verb] != "VB" or bool(around)
    head = parse.heads[verb]
    return parse.lemmas[head] in FORCED and all(
        parse.lower[o] != "yet" and parse.lower[o] not in UNREAL for o in parse.children[head]
    )


def _is_turned(parse: Parse, verb: int) -> bool:
    if syntax.is_negated(parse, verb) or syntax.is_over(parse, verb) or _is_nobody(parse, syntax.own_subject(parse, verb)):
        return True
    return is_out_of_reach(parse, verb)


def is_out_of_reach(parse: Parse, verb: int) -> bool:
    """Whether a verb is what somebody could not do or did not get to ("has not been able to confirm", "failed to confirm")."""
    head = parse.heads[verb]
    if parse.labels[verb] != "xcomp":
        return False
    above = parse.heads[head] if parse.labels[head] in ("acomp", "oprd") else head
    is_undone = syntax.is_negated(parse, head) or syntax.is_negated(parse, above) or parse.lemmas[head] in FAILING
    return is_undone or _is_nobody(parse, syntax.own_subject(parse, above))


def _is_nobody(parse: Parse, subject: int | None) -> bool:
    return subject is not None and (parse.lower[subject] in ("nobody", "none") or syntax.is_negated(parse, subject))


def _is_taken(reply: Reply, drafts: Sequence[Draft]) -> bool:
    return any(draft.head == reply.verb or draft.cue[0] <= reply.verb < draft.cue[1] for draft in drafts)


def _draft(parse: Parse, reply: Reply) -> Draft | None:
    content: tuple[Range, ...] = (_phrase(parse, reply),)
    cue = find_cue_range(parse, reply.verb, reply.answerer, content)
    source = find_source_ranges(parse, reply.answerer, cue, content)
    if not source or any(holds(content, token) for token in range(*cue)):
        return None
    why = f"reply {parse.lemmas[reply.verb]} to {parse.lemmas[reply.noun]}; p={CONFIDENCE:.2f}"
    return Draft(reply.verb, cue, source, content, reply.act, CONFIDENCE, why)


def _phrase(parse: Parse, reply: Reply) -> Range:
    """The noun with all that hangs on it, without the clause of the reply."""
    if parse.heads[reply.verb] == reply.noun:
        start, end = syntax.noun_phrase(parse, reply.noun)
        return start, min(end, parse.lefts[reply.verb])
    start, end = syntax.subtree(parse, reply.noun)
    return (start, min(end, reply.verb)) if reply.noun < reply.verb else (max(start, reply.verb + 1), end)
