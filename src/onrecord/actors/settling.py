"""Phrases -> figures of the cast: bodies first, then full names, then surnames, then role nouns, each in text order."""

from __future__ import annotations

from onrecord.actors.belonging import is_of_another, party_of, region_of
from onrecord.actors.bodies import ACROSS_BORDERS, settle_body, settle_entity
from onrecord.actors.campaigns import CAMPAIGN, settle_campaign
from onrecord.actors.cast import Figure
from onrecord.actors.leaders import SINGLE_OFFICES
from onrecord.actors.names import fold
from onrecord.actors.people import SAME_OFFICE, VAGUE_OFFICES, add_known, learn, name_source, settle_name
from onrecord.actors.phrases import Phrase
from onrecord.actors.roles import Role
from onrecord.actors.scene import OWN_SECTOR, Scene
from onrecord.actors.terms import STALE_FLOOR, Found, runs_on
from onrecord.actors.words import is_thing

NEAR_TOKENS = 120
"""How far back described people may be whom a bare role in the plural means."""

PERSONS = frozenset({"person", "unnamed", "role"})


class Settler:
    """Settles the phrases of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._settled: dict[int, Figure | None] = {}
        scene.settle = self.settle

    def settle_names(self, phrases: list[Phrase]) -> list[Phrase]:
        """Settles what names somebody, so that "the president" may come before his name; returns the other phrases."""
        ranked: tuple[list[Phrase], ...] = ([], [], [], [])
        waiting: set[str] = set()
        for phrase in phrases:
            rank = _rank(phrase)
            if rank == 3 and len(phrase.name) > 1 and phrase.same_as is None:
                waiting.add(phrase.name[-1])
            elif rank == 2 and phrase.name and phrase.name[-1] in waiting:
                rank = 3  # "his wife, Ana Bello, ... Mrs. Bello": it waits for "his"
            ranked[rank].append(phrase)
        for group in ranked[:3]:
            for phrase in group:
                figure = self.settle(phrase)
                if figure is not None:
                    figure.see(phrase.head)
        return ranked[3]

    def settle(self, phrase: Phrase) -> Figure | None:
        """Whom a phrase means; `None` for mere places and what cannot be told."""
        if phrase.pronoun:
            return self.scene.pronoun(phrase.head)
        key = phrase.head
        if key not in self._settled:
            self._settled[key] = None  # a phrase that leads back to itself is not settled by itself
            self._settled[key] = self._settle(phrase)
        return self._settled[key]

    def describe(self, phrase: Phrase) -> Figure:
        """A figure for a source of any kind."""
        figure = self.settle(phrase)
        if figure is None:
            scene = self.scene
            word = scene.parse.words[max(phrase.head, 0)]
            known = scene.cast.person((), word, None, phrase.head) if word[0].isupper() else None
            if known is not None:
                figure = known
            elif phrase.name and phrase.place is None:
                figure = name_source(scene, phrase)
            else:
                figure = self._unnamed(phrase, phrase.role, scene.owner_country(phrase))
            self._settled[phrase.head] = figure
        return figure

    def _settle(self, phrase: Phrase) -> Figure | None:
        scene = self.scene
        if phrase.same_as is not None:
            figure = self.settle(phrase.same_as)
            if phrase.is_told_of:
                return _told_of(figure, phrase)
            if figure is not None and figure.type in PERSONS:
                learn(scene, figure, phrase)
            if figure is not None:
                return figure
        if phrase.entity is not None:
            word = scene.parse.words[phrase.start]
            person = scene.cast.person((), word, None, phrase.head) if phrase.is_bare_adjective else None
            return person or settle_entity(scene, phrase, phrase.entity)
        if phrase.name:
            return settle_name(scene, phrase)
        if phrase.role is None:
            return None
        if phrase.role.key == CAMPAIGN:
            return settle_campaign(scene, phrase)
        return settle_body(scene, phrase, phrase.role) if phrase.role.kind == "body" else self._settle_role(phrase, phrase.role)

    def _settle_role(self, phrase: Phrase, role: Role) -> Figure:
        """Whoever has a role: somebody of the article, the office-holder of that day, or somebody described."""
        scene = self.scene
        country = scene.owner_country(phrase)
        known = self._known_holder(phrase, role, country)
        if known is not None:
            return known
        group = self._same_people(phrase, role) if country is None and phrase.plural and phrase.definite else None
        if group is not None:
            return group
        if country is None and role.key in SINGLE_OFFICES and self._has_unknown_owner(phrase):
            return self._unnamed(phrase, role, None, is_foreign=True)
        if role.kind == "office" and not (phrase.plural or phrase.former or phrase.indefinite):
            found = self._office_holder(phrase, role, country or scene.focus.at(phrase.head))
            if found is not None:
                return self._invented_holder(role, country, found) or add_known(scene, phrase, found)
        return self._unnamed(phrase, role, country)

    def _same_people(self, phrase: Phrase, role: Role) -> Figure | None:
        """Described people of this role whose country was told before: "the veterans" after "Colombian veterans"."""
        groups = (
            figure for figure in self.scene.cast.figures
            if figure.type == "unnamed" and figure.plural and figure.has_country and role.term in figure.roles
            and figure.distance(phrase.head) < NEAR_TOKENS
        )  # fmt: skip
        return self.scene.cast.nearest(groups, phrase.head) if not phrase.owners and phrase.of is None else None

    def _invented_holder(self, role: Role, country: str | None, found: Found) -> Figure | None:
        """Who holds an office by the article alone, of a country told only now, where it never names the holder by the base."""
        figures = self.scene.cast.figures
        if country is None or any(figure.person is found.person for figure in figures):
            return None
        holders = [
            figure for figure in figures
            if figure.type == "person" and figure.person is None and not figure.has_country
            and role.key in figure.roles - figure.former_roles
        ]  # fmt: skip
        if len(holders) != 1:
            return None
        holders[0].country, holders[0].has_country = country, True
        return holders[0]

    def _has_unknown_owner(self, phrase: Phrase) -> bool:
        """Whether an office is that of a state nobody knows: "Ruritania's president", "the president of Ruritania"."""
        for owner in (phrase.possessor, phrase.of):
            is_name = owner is not None and owner.name and not owner.pronoun and owner.role is None and not owner.all_places
            if is_name and owner is not None and self.settle(owner) is None:
                return True
        return False

    def _office_holder(self, phrase: Phrase, role: Role, country: str | None) -> Found | None:
        scene = self.scene
        if country is None or role.key not in SINGLE_OFFICES or scene.owner_body(phrase) is not None:
            return None
        office = "president" if role.term.endswith("president") and role.key == "head_of_state" else role.key
        found = scene.kb.office_holder(country, office, scene.date)
        return None if found is None or found.confidence <= STALE_FLOOR else found  # too long since he was last seen in office

    def _known_holder(self, phrase: Phrase, role: Role, country: str | None) -> Figure | None:
        """Somebody of the cast who has this role: of that country if one is told, whoever was seen last."""
        if phrase.plural or phrase.indefinite:
            return None
        last = role.term.rsplit(" ", 1)[-1]
        by_word = role.kind != "office" or role.key in VAGUE_OFFICES
        same = frozenset((last,)) if by_word else SAME_OFFICE.get(role.key, frozenset((role.key,)))

        party, region = party_of(self.scene, phrase), region_of(self.scene, phrase)

        def fits(figure: Figure) -> bool:
            if figure.type not in PERSONS or figure.plural or is_of_another(figure, party, region):
                return False
            if country and figure.country and figure.country != country:
                return False
            if role.key in figure.former_roles and not (phrase.former or by_word):
                return False
            if phrase.former and role.kind == "office" and figure.person is not None and role.key not in figure.former_roles:
                return False
            return bool(figure.roles & same) or role.term in figure.roles or _has_title(figure, role, self.scene.date)

        holders = list(filter(fits, self.scene.cast.figures))
        if phrase.former and role.kind == "office":
            holders = [figure for figure in holders if figure.person is not None] or holders
        return self.scene.cast.nearest(holders, phrase.head)

    def _unnamed(self, phrase: Phrase, role: Role | None, country: str | None, *, is_foreign: bool = False) -> Figure:
        """A described actor: an official of a body, several of them, or one of whom only the words are known.

        One who `is_foreign` takes no country from the scene.
        """
        scene = self.scene
        text = scene.text(phrase, whole=True)
        owner = scene.owner_body(phrase)
        country = country or (owner.country if owner is not None else None)
        if country is None and role is not None and role.term.startswith(ACROSS_BORDERS):
            country = "NGO"
        has_country = country is not None and scene.is_sure(phrase)
        no_person = role is None and is_thing(scene.parse.lemmas[phrase.head])
        mark = str(phrase.head) if phrase.indefinite and not phrase.plural else fold(text)
        office = role.key if role is not None and role.kind == "office" else None
        country = country or (None if is_foreign else scene.focus.inherited(phrase))
        figure = scene.cast.add(Figure(
            ("unnamed", scene.cast.article_id, mark), text, "unnamed", country, scene.sector(phrase, role), office,
            basis="title" if role else "text", plural=phrase.plural, gender="n" if no_person else scene.gender(phrase),
            has_country=has_country,
        ))  # fmt: skip
        if role is not None:
            figure.play(role)
            figure.party = figure.party or party_of(scene, phrase) or ""
            figure.region = figure.region or region_of(scene, phrase) or ""
            if role.key in OWN_SECTOR and owner is not None:
                figure.serves = owner
        return figure


def _has_title(figure: Figure, role: Role, date: str | None) -> bool:
    """Whether a person of the base has just this title on the day, be it of a part of a state ("Secretary of State of Utah")."""
    if figure.person is None or role.kind != "office" or " " not in role.term:
        return False
    return any(term.title.lower().startswith(role.term) and runs_on(term, date) for term in figure.person.terms)


def _told_of(figure: Figure | None, phrase: Phrase) -> Figure | None:
    """Whoever an office is told of in the same clause; it may be long past or never to come, so that nobody else learns it."""
    if figure is None or figure.type not in PERSONS or figure.plural:
        return None
    if phrase.role is not None and phrase.role.key not in figure.roles:
        figure.play(phrase.role, is_former=True)
    return figure


def _rank(phrase: Phrase) -> int:
    """When a phrase is settled: states and bodies by name, full names, surnames and adjectives that may be one, roles."""
    if phrase.same_as is not None or phrase.pronoun:
        return 3
    if phrase.is_bare_adjective:
        return 2  # after full names: "Mark Cuban spoke. Cuban smiled."
    if phrase.entity is not None or phrase.is_body:
        return 0
    if phrase.name and phrase.possessor is not None and phrase.possessor.pronoun:
        return 3
    if phrase.name:
        return 1 if len(phrase.name) > 1 or phrase.role is not None else 2
    return 3
