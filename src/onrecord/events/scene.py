"""What the checks of a word's sense look at: the parse, the parties, the other drafts, and what the article is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.tables import members
from onrecord.records import Parse

CAMPAIGN_TOKENS = 120
"""Chosen by reading: news of campaigns has such a word in 15 to 100 tokens, other politics in over 200."""

BACKED = frozenset(("deal", "proposal", "organ", "statehood", "ceasefire", "talk", "relation"))
"""Classes of what is praised or welcomed as politics; other things are liked."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What all checks look at. `campaign`: the article is about parties and elections."""

    parse: Parse
    parties: Parties
    drafts: dict[int, Draft]
    campaign: bool

    def lemma(self, draft: Draft) -> str:
        """The lemma of a draft's word."""
        return self.parse.lemmas[draft.token]


def view(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> Scene:
    """The scene of an article."""
    return Scene(parse, parties, drafts, is_of_campaign(parse))


def is_of_campaign(parse: Parse) -> bool:
    """Whether the article is about parties and elections: one word of theirs in `CAMPAIGN_TOKENS` tokens at least."""
    campaign = members("campaign")
    found = sum(map(campaign.__contains__, parse.lemmas))
    return found > 2 and found * CAMPAIGN_TOKENS > len(parse)


def is_violent(parse: Parse, token: int) -> bool:
    """Whether another word of force stands in the token's sentence."""
    start, end = parse.sentences[parse.sentence_of[token]]
    violent = members("violence")
    return any(parse.lemmas[other] in violent for other in range(start, end) if other != token)


Check = Callable[[Scene, Draft], bool]
"""Whether something speaks against an event."""
