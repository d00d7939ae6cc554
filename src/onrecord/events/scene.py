"""What the checks of a word's sense look at: the parse, the parties, the other drafts, and what the article is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.tables import members, words
from onrecord.records import Parse

CAMPAIGN_TOKENS = 120
"""Chosen by reading: news of campaigns has such a word in 15 to 100 tokens, other politics in over 200."""

STUMP_TOKENS = 250
"""News that names an election in passing has such a word in 120 to 250 tokens."""

CONFLICT_TOKENS = 60
"""Chosen by reading news of both kinds: reports of war have one such word in 10 to 40 tokens, other politics in over 100."""

TELLING_TOKENS = 80
"""Three sentences or four: shorter texts do not show what they are about."""

PRAISING = words("hail praise applaud welcome commend laud defend thank champion recognize recognise salute honor honour cheer")
"""Verbs of public praise and thanks."""

SIDING = words("support back oppose reject")
"""Verbs that tell which side voters, pollsters and parties take."""

BACKED = frozenset(("deal", "proposal", "organ", "statehood", "ceasefire", "talk", "relation"))
"""Classes of what is praised or welcomed as politics; other things are liked."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What all checks look at. `campaign`: the article is about parties and elections, `near_campaign`: it names them at
    least; `fighting`: it is about fighting."""

    parse: Parse
    parties: Parties
    drafts: dict[int, Draft]
    campaign: bool
    near_campaign: bool
    fighting: bool

    @property
    def calm(self) -> bool:
        """Whether the text is long enough to show that it is not about fighting."""
        return not self.fighting and len(self.parse) >= TELLING_TOKENS

    def lemma(self, draft: Draft) -> str:
        """The lemma of a draft's word."""
        return self.parse.lemmas[draft.token]


def view(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> Scene:
    """The scene of an article."""
    near = is_near_campaign(parse)
    return Scene(parse, parties, drafts, near and is_of_campaign(parse), near, is_of_conflict(parse))


def is_of_campaign(parse: Parse) -> bool:
    """Whether the article is about parties and elections: one word of theirs in `CAMPAIGN_TOKENS` tokens at least."""
    return _is_full_of(parse, "campaign", least=3, spacing=CAMPAIGN_TOKENS)


def is_near_campaign(parse: Parse) -> bool:
    """Whether the article names parties and elections at least in passing."""
    return _is_full_of(parse, "campaign", least=2, spacing=STUMP_TOKENS)


def is_of_conflict(parse: Parse) -> bool:
    """Whether the article is about fighting: one word of force in `CONFLICT_TOKENS` tokens at least."""
    return _is_full_of(parse, "violence", least=3, spacing=CONFLICT_TOKENS)


def _is_full_of(parse: Parse, name: str, *, least: int, spacing: int) -> bool:
    """Whether an article has words of a class: `least` of them, and one in fewer than `spacing` tokens."""
    found = sum(map(members(name).__contains__, parse.lemmas))
    return found >= least and found * spacing > len(parse)


def is_violent(parse: Parse, token: int) -> bool:
    """Whether another word of force stands in the token's sentence."""
    start, end = parse.sentences[parse.sentence_of[token]]
    violent = members("violence")
    return any(parse.lemmas[other] in violent for other in range(start, end) if other != token)


Check = Callable[[Scene, Draft], bool]
"""Whether something speaks against an event."""
