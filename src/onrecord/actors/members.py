"""Quantifiers -> figures: "one of the officials", "some of them", "another", "those who"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.actors.cast import Figure
from onrecord.actors.scene import Scene

NEAR_TOKENS = 60
"""How far back the group may be that a bare "one" is of."""


class Members:
    """Members of the groups of one article."""

    def __init__(
        self, scene: Scene, figures: Mapping[int, Figure | None], describe: Callable[[int], Figure | None]
    ) -> None:  # fmt: skip
        """`figures` are those settled so far by their tokens; `describe` gives one for any noun."""
        self.scene = scene
        self.parse = scene.parse
        self.figures = figures
        self._describe = describe

    def find(self, head: int) -> Figure | None:
        """ "One of the officials", "some of them": what the group is; who is named in apposition ("one of them, Anna Bello")."""
        parse = self.parse
        named = self._named_member(head)
        if named is not None:
            return named
        for preposition in parse.children[head]:
            if parse.labels[preposition] == "prep":
                for child in parse.children[preposition]:
                    if parse.labels[child] == "pobj":
                        group = self.figures.get(child) or self.scene.pronoun(child) or self._describe(child)
                        return self._one_of(head, group)
        return self._alone(head) if parse.lower[head] in ("one", "those") else None

    def _alone(self, head: int) -> Figure | None:
        """ "One" of the several people last spoken of, and "those who": somebody nobody knows more of."""
        if self.parse.lower[head] == "those":
            key = ("unnamed", self.scene.cast.article_id, str(head))
            return self.scene.cast.add(Figure(key, "those", "unnamed", plural=True))
        groups = (f for f in self.scene.cast.figures if f.plural and f.distance(head) < NEAR_TOKENS)
        return self._one_of(head, self.scene.cast.nearest(groups, head))

    def _one_of(self, head: int, group: Figure | None) -> Figure | None:
        """One of a group is somebody else than the group, of its country and sector."""
        if group is None or self.parse.lower[head] not in ("one", "another", "either", "neither"):
            return group
        return self.scene.cast.add(Figure(
            ("unnamed", self.scene.cast.article_id, str(head)), f"one of {group.name}", "unnamed", group.country, group.sector,
            has_country=group.has_country, serves=group,
        ))  # fmt: skip

    def _named_member(self, head: int) -> Figure | None:
        parse = self.parse
        for token in range(head + 1, min(parse.rights[head], head + 8)):
            if parse.labels[token] == "appos":
                figure = self.figures.get(token) or self._describe(token)
                if figure is not None and not figure.plural:
                    group = self._group_of(head)
                    if group is not None:
                        figure.sector = figure.sector or group.sector
                        if figure.country and not group.has_country:
                            group.country = figure.country
                    return figure
        return None

    def _group_of(self, head: int) -> Figure | None:
        """Those whom "one of them" is one of."""
        parse = self.parse
        for preposition in parse.children[head]:
            for child in parse.children[preposition] if parse.labels[preposition] == "prep" else ():
                group = self.figures.get(child) or self.scene.pronoun(child)
                if group is not None:
                    return group
        return None
