"""What the form of an answer says of the claims it can be about: one's own, those that blame somebody, those denied before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.factuality.holders import span_tokens
from onrecord.factuality.statements import LATER, NO_ONE
from onrecord.language import syntax
from onrecord.records import Attribution, Parse

RETRACTING = frozenset({"retract", "recant", "withdraw"})
"""Verbs by which somebody takes back a word of his own."""

OWN = frozenset({"its", "his", "her", "their", "my", "our"})
BRIEF_WORDS = 4


def asks_who(parse: Parse, attribution: Attribution) -> bool:
    """ "(not certain) who pulled the trigger", "(declined) to say whom it blamed", "(could not say) where the fire came from"."""
    tokens = [t for span in attribution.content for t in span_tokens(parse, span)]
    if [parse.lower[t] for t in tokens[:2]] == ["to", "say"]:
        tokens = tokens[2:]
    if not tokens:
        return False
    words = [parse.lower[t] for t in tokens]
    return (words[0] in ("who", "whom") and not LATER.intersection(words)) or (words[0] == "where" and "from" in words)


def is_repeated(parse: Parse, attribution: Attribution) -> bool:
    """ "repeated its denial", "stood by his denial"."""
    words = [(parse.lower[t], parse.lemmas[t].lower()) for span in attribution.content for t in span_tokens(parse, span)]
    return len(words) <= BRIEF_WORDS and any(word in OWN for word, _ in words) and any(lemma == "denial" for _, lemma in words)


def takes_back(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """Whether a cue takes something back ("retracted", "took back")."""
    return bool(RETRACTING & set(cue)) or (bool({"take", "walk"} & set(cue)) and _is_followed_by_back(parse, attribution))


def _is_followed_by_back(parse: Parse, attribution: Attribution) -> bool:
    tokens = [t for span in attribution.cue for t in span_tokens(parse, span)]
    return any(parse.lower[child] == "back" for token in tokens for child in (token, *parse.children[token]))


def is_nobodys(parse: Parse, attribution: Attribution) -> bool:
    """ "None of them could confirm", "nobody has been able to verify"."""
    tokens = [t for span in attribution.cue for t in span_tokens(parse, span)]
    verb = next((t for t in tokens if parse.pos[t] == "VERB"), None)
    while verb is not None and syntax.own_subject(parse, verb) is None and parse.labels[verb] in ("xcomp", "acomp"):
        verb = parse.heads[verb]
    subject = None if verb is None else syntax.own_subject(parse, verb)
    return subject is not None and (parse.lower[subject] in NO_ONE or syntax.is_negated(parse, subject))
