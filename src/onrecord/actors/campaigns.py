"""Campaigns for an office: bodies called by the person they are of ("the Okafor campaign", "her campaign")."""

from __future__ import annotations

from onrecord.actors.cast import Figure
from onrecord.actors.phrases import Phrase
from onrecord.actors.scene import Scene

CAMPAIGN = "campaign"
"""The key of the role; the word alone is also said of wars, police and advertising, so that only a person's is a body."""

ELECTORAL = frozenset(
    {"presidential", "election", "reelection", "re", "-", "senate", "primary", "congressional", "gubernatorial"}
)
"""Words that may stand between the person and the campaign; after others ("his bombing campaign") it is none for an office."""


def settle_campaign(scene: Scene, phrase: Phrase) -> Figure | None:
    """The campaign of a person of the article, or the one that came up last; `None` for all other campaigns."""
    if phrase.possessor is None and not phrase.owners:
        return scene.cast.nearest((f for f in scene.cast.figures if f.body == CAMPAIGN), phrase.head) if phrase.definite else None
    leader = _leader(scene, phrase)
    if leader is None or not _is_electoral(scene, phrase):
        return None
    known = campaign_of(scene, leader)
    if known is not None:
        return known
    name = f"{leader.name.rsplit(' ', 1)[-1]} campaign"
    return scene.cast.add(Figure(
        _key(scene, leader), name, "organisation", leader.country, ("PTY",), basis="title", confidence=0.7, body=CAMPAIGN,
        has_country=leader.has_country,
    ))  # fmt: skip


def campaign_of(scene: Scene, leader: Figure) -> Figure | None:
    """The campaign of a person that the article has told of before."""
    return scene.cast.get(_key(scene, leader))


def _key(scene: Scene, leader: Figure) -> tuple[str, ...]:
    return ("body", scene.cast.article_id, CAMPAIGN, *leader.key)


def _leader(scene: Scene, phrase: Phrase) -> Figure | None:
    if phrase.possessor is not None:
        figure = scene.settle(phrase.possessor)
        return figure if figure is not None and figure.type == "person" else None
    for owner in phrase.owners:
        figure = scene.cast.by_word(owner.split()[-1], phrase.head)
        if figure is not None:
            return figure
    return None


def _is_electoral(scene: Scene, phrase: Phrase) -> bool:
    """Whether nothing between the person and the word says that it is a campaign of another kind."""
    parse = scene.parse
    between = [t for t in parse.children[phrase.head] if t < phrase.head and parse.labels[t] in ("amod", "compound", "nmod")]
    return all(parse.lower[t] in ELECTORAL or parse.words[t][0].isupper() for t in between)
