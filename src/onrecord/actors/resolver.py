"""Parse, article and attributions -> actors, mentions, and the attributions with their holders and chains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.places import FoundPlace, Gazetteer, find_places
from onrecord.actors.resolving import Resolved, Run
from onrecord.actors.roles import Roles
from onrecord.records import Article, Attribution, Parse

NAME = "actors/1"


class Resolver:
    """The actors stage. Built once by `load_resolver`, used for any number of articles."""

    name = NAME

    def __init__(self, kb: KnowledgeBase, roles: Roles, gazetteer: Gazetteer) -> None:
        self.kb = kb
        self.roles = roles
        self.gazetteer = gazetteer

    def resolve(self, parse: Parse, article: Article, attributions: tuple[Attribution, ...]) -> Resolved:
        """The actors of one article and who holds its attributions.

        Args:
            parse: the article's parse.
            article: gives the publication date, on which offices are looked up, and the id.
            attributions: in text order, with their parents.

        Returns:
            Attributions with holder, name of the holder, carriers and chain. A holder is `None` where the text names none or
            a pronoun could not be settled; its mention then has no actor.
        """
        if not len(parse):
            return Resolved((), (), attributions)
        return Run(self.kb, self.roles, self.gazetteer, parse, article, attributions).result()

    def find_places(self, parse: Parse, countries: Sequence[str] = ()) -> tuple[FoundPlace, ...]:
        """Places named in the text, for the events stage; see `onrecord.actors.places.find_places`."""
        return find_places(parse, self.kb, self.gazetteer, countries)


def load_resolver(additions: Path | Iterable[Path] | None = None) -> Resolver:
    """The actors stage with the shipped knowledge base.

    Args:
        additions: a user's own table of actors (CSV), or several, whose rows win.

    Raises:
        SettingsError: the table of additions is wrong.
    """
    return Resolver(KnowledgeBase.load(additions), Roles(), Gazetteer())
