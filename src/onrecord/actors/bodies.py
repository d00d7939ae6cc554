"""States, seats, bodies, groups and outlets -> figures."""

from __future__ import annotations

from onrecord.actors.belonging import is_part_of_body, leader_of
from onrecord.actors.cast import FAR, Figure
from onrecord.actors.focus import NO_STATES, SHARED_NAMES
from onrecord.actors.kbdata import Entity
from onrecord.actors.names import fold
from onrecord.actors.peoples import settle_people
from onrecord.actors.phrases import SEAT_BUILDINGS, Phrase, is_locative
from onrecord.actors.roles import Role
from onrecord.actors.scene import Scene
from onrecord.actors.words import CHARITY, OUTLET_NOUNS, PEACEKEEPERS
from onrecord.records import ActorType

STATE = "government"
UNIQUE = frozenset({
    "military", "navy", "air_force", "police", "intelligence", "parliament", "foreign_ministry", "defence_ministry", "opposition",
    "interior_ministry", "finance_ministry", "health_ministry", "justice_ministry", "protesters", "rebels", "presidency",
})  # fmt: skip
"""Bodies of which a country has one in the news: "the army" after "Congo's troops" is the same."""

ACROSS_BORDERS = ("aid ", "relief ", "humanitarian ", "charit")
"""Role words of organisations that are taken to work across borders (NGO) where no country is told."""

NAMED_BY_TERM = frozenset({"military", "navy", "air_force", "police", "opposition", "protesters", "rebels", "presidency"})
MEMBERS = frozenset({
    "men", "guards", "forces", "group", "rebels", "military", "unit", "party", "militia", "civilians", "officers", "staff",
    "organisation",
})  # fmt: skip
"""Roles that, told of a named body, mean the body itself ("the M23 rebels")."""


CALLED_REBELS = (("REB",), ("PRM",))
_GROUPS = ("REB", "PRM", "UAF", "SOC", "PTY", "LAB", "")
_MEDIA = ("JRN",)
KINDS = {
    "group": _GROUPS, "movement": _GROUPS, "organisation": _GROUPS, "organization": _GROUPS, "militia": ("REB", "PRM", "UAF"),
    "company": ("BUS", ""), "firm": ("BUS", ""), "union": ("LAB",), "party": ("PTY",),
    "leadership": ("PTY", "REB", "LAB"), "charity": ("SOC", ""),
    "newspaper": _MEDIA, "paper": _MEDIA, "station": _MEDIA, "channel": _MEDIA, "broadcaster": _MEDIA, "website": _MEDIA,
    "site": _MEDIA, "agency": (*_MEDIA, ""), "outlet": _MEDIA, "magazine": _MEDIA,
}  # fmt: skip
"""What a body named before may be called, and the main sectors of those that may."""

LONG_TITLE = 2
"""Blanks in a capitalised role word from which it is a body's proper name, told as the text has it."""

LANDS = frozenset({"country", "kingdom", "side"})
"""Role words that stand for a state whose name came before."""

STATES = frozenset({"countries", "nations", "governments"})
"""Words that, told of nobody, stand for the states an article speaks of: together they are of no one country."""

MISSIONS = frozenset({"mission", "force"})


def settle_entity(scene: Scene, phrase: Phrase, entity: Entity) -> Figure | None:
    """The figure of a form of the knowledge base; `None` for mere places."""
    if entity.kind == "region":
        return None
    if entity.kind == "body":
        return _settle_body_entity(scene, phrase, entity)
    is_city = entity.kind == "seat" and scene.parse.words[phrase.end - 1] not in SEAT_BUILDINGS
    if is_city and phrase.head >= 0 and is_locative(scene.parse, phrase):
        return None
    if entity.kind == "demonym":
        return settle_people(scene, phrase, entity)
    return state(scene, entity.country)


def _settle_body_entity(scene: Scene, phrase: Phrase, entity: Entity) -> Figure:
    """A body by its name, unless the phrase says that it is another country's ("the Peruvian Congress")."""
    if entity.country not in ("UNO", "EUR", "IGO", "NGO", "IMG") and entity.type == "organisation":
        states = [e for e in phrase.modifiers if e.kind != "body"]
        other = states[-1].country if states else scene.country_of(phrase.possessor) if phrase.possessor else None
        if not other and entity.name in SHARED_NAMES and entity.country not in scene.focus.countries:
            other = scene.focus.at(max(phrase.head, phrase.start))
        if other and other != entity.country:
            name = f"{scene.kb.adjectives.get(other, '')} {entity.name}".strip()
            return body(scene, other, entity.body, name, entity.sector, "organisation")
    return known_body(scene, entity)


def known_body(scene: Scene, entity: Entity) -> Figure:
    """The figure of a body, group or outlet of the knowledge base."""
    if entity.body == STATE:
        return state(scene, entity.country)
    type_: ActorType = entity.type if entity.type in ("group", "outlet") else "organisation"  # type: ignore[assignment]
    key = ("body", entity.country, entity.body or fold(entity.name))
    figure = scene.cast.add(Figure(
        key, entity.name, type_, entity.country, entity.sector, basis="kb", confidence=0.95, body=entity.body, has_country=True,
    ))  # fmt: skip
    figure.roles.add(entity.name.rsplit(" ", 1)[-1].lower())
    return figure


def state(scene: Scene, country: str) -> Figure:
    """The figure of a state, which is also its government."""
    name = scene.kb.country_names.get(country, country)
    type_: ActorType = "organisation" if country in ("UNO", "EUR") else "country"
    sector = () if country == "UNO" else ("GOV",)
    key = ("state", country)
    known = scene.cast.get(key)
    return known or scene.cast.add(
        Figure(key, name, type_, country, sector, basis="kb", confidence=0.95, body=STATE, has_country=True)
    )


def body(scene: Scene, country: str | None, key: str, name: str, sector: tuple[str, ...], type_: ActorType) -> Figure:
    """The figure of a body of a country by its key: one a country for the keys of `UNIQUE`."""
    if country and key == STATE:
        return state(scene, country)
    known = scene.kb.body(country, key) if country and key in UNIQUE - NAMED_BY_TERM else None
    if known is not None:
        return known_body(scene, known)
    parts = ("body", country, key) if country and key in UNIQUE else ("body", scene.cast.article_id, country or "", key)
    figure = Figure(
        parts, name, type_, country, sector, basis="title", confidence=0.7, body=key, plural=type_ == "group",
        has_country=country is not None,
    )  # fmt: skip
    return scene.cast.add(figure)


def settle_named_body(scene: Scene, phrase: Phrase) -> Figure:
    """A body that only this article names: by its name or its initials if it came up before."""
    name = " ".join(phrase.name).removeprefix("The ")
    known = scene.cast.named(name)
    role = phrase.role
    if known is None:
        country = scene.owner_country(phrase)
        sector = scene.sector(phrase, role) if role is not None and role.kind == "body" else ()
        is_aid = role is not None and role.term.startswith(ACROSS_BORDERS)
        if country is None and (is_aid or (sector in ((), ("SOC",)) and _is_charity(phrase))):
            country, sector = "NGO", sector or ("SOC",)
        is_told, country = country is not None, country or scene.focus.sure(phrase.head)
        if not sector and phrase.name[-1].lower() in OUTLET_NOUNS:
            sector = ("JRN",)
        type_: ActorType = "outlet" if sector[:1] == ("JRN",) else "organisation"
        known = scene.cast.add(Figure(("body", country or scene.cast.article_id, fold(name)), name, type_, country, sector))
        known.body = role.key if role is not None else None
        known.has_country = is_told
    elif role is not None and role.kind == "body" and not known.sector:
        known.sector = role.sector
    scene.cast.name_body(known, name)
    if role is not None and role.kind == "body":
        known.play(role)
    known.roles.add(phrase.name[-1].lower())
    return known


def _is_charity(phrase: Phrase) -> bool:
    """Whether a body is called what aid groups are: "Ayuda Honduras", "Relief Now"."""
    return len(phrase.name) > 1 and any(word.lower() in CHARITY for word in phrase.name)


def settle_body(scene: Scene, phrase: Phrase, role: Role) -> Figure | None:
    """A body by its role word: of a country, of another body, or one that came up before."""
    owner = scene.owner_body(phrase)
    if owner is None and phrase.owners and not phrase.places and role.key in MEMBERS:
        owner = settle_named_body(scene, Phrase(phrase.head, phrase.start, phrase.end, name=tuple(phrase.owners[-1].split())))
    if owner is not None and _is_owner_itself(owner, role):
        owner.play(role)
        owner.sector = owner.sector or role.sector
        return owner
    country = scene.owner_country(phrase)
    if country is None and phrase.definite and len(scene.focus.main) > 1 and scene.parse.lower[phrase.head] in STATES:
        return _states(scene, phrase)
    if role.term in LANDS:
        return _land(scene, phrase, country)
    if country is None and role.term.rsplit(" ", 1)[-1] in PEACEKEEPERS:
        mission = _mission(scene, phrase)
        if mission is not None:
            mission.sector = mission.sector or role.sector
            return mission
        country = "UNO"
    is_part = role.key == "parliament" and role.plural and is_part_of_body(scene, phrase)
    known = _remembered(scene, phrase, role, country) if not is_part else None
    if known is not None:
        return _rename(scene, known, role)
    if country is None and (role.key == "IGO" or role.term.startswith(ACROSS_BORDERS)):
        country = "IGO" if role.key == "IGO" else "NGO"
    return _new_body(scene, phrase, role, country, is_part=is_part)


def _is_owner_itself(owner: Figure, role: Role) -> bool:
    """Whether a role word says no more than the body it belongs to: "the Red Cross mission", "the paper" of an outlet."""
    is_member = role.key in MEMBERS and (role.key != "group" or not role.sector)
    return owner.body != STATE and (is_member or (role.key == "media" and owner.type == "outlet"))


def _new_body(scene: Scene, phrase: Phrase, role: Role, country: str | None, *, is_part: bool) -> Figure:
    """The one body of its kind in a country, or else one by its words; `is_part` ("some lawmakers") is always the latter."""
    has_country, country = country is not None, country or leader_of(scene, role) or scene.focus.inherited(phrase)
    type_: ActorType = "group" if role.plural else "organisation"
    if not is_part and (role.key in UNIQUE or role.key == STATE):
        key = role.key
    else:
        key = f"{role.key}:{role.term}:{phrase.head if phrase.indefinite else fold(scene.text(phrase))}"
    name = scene.text(phrase) if is_part else _name(scene, phrase, role, country)
    figure = body(scene, country, key, name, scene.sector(phrase, role), type_)
    figure.has_country = figure.has_country and (has_country or figure.basis == "kb")
    figure.play(role)
    return figure


def _land(scene: Scene, phrase: Phrase, country: str | None) -> Figure | None:
    """ "The country", "his country", "the Danish side": the state meant, unless something only happens there."""
    is_side = scene.parse.lower[phrase.head] == "side"
    told = country or (scene.focus.told_near(phrase.head) if phrase.definite and not is_side else None)
    is_given = is_side and scene.parse.lower[scene.parse.heads[phrase.head]] == "to"  # "sent tents to the Danish side"
    is_open = is_given or not is_locative(scene.parse, phrase)
    is_told = told is not None and told not in NO_STATES and not (phrase.indefinite or phrase.plural)
    return state(scene, told) if told and is_told and is_open else None


def _states(scene: Scene, phrase: Phrase) -> Figure:
    """ "The two countries", "both governments": the states meant as one group."""
    key = ("body", scene.cast.article_id, "states")
    return scene.cast.add(Figure(key, scene.text(phrase), "group", None, ("GOV",), basis="title", plural=True))


def _mission(scene: Scene, phrase: Phrase) -> Figure | None:
    """The mission of the United Nations, or of another body of states, that came up before."""
    missions = (f for f in scene.cast.figures if f.type == "organisation" and f.country in NO_STATES and f.roles & MISSIONS)
    return scene.cast.nearest(missions, phrase.head)


def _rename(scene: Scene, figure: Figure, role: Role) -> Figure:
    """A body that came up as its people ("soldiers") takes the name of the body ("army") once it is told."""
    if figure.plural and not role.plural and role.key in NAMED_BY_TERM and figure.body == role.key and figure.country:
        name = f"{scene.kb.adjectives.get(figure.country, '')} {role.term}".strip()
        figure.name, figure.plural, figure.type = name, False, "organisation"
    return figure


def _remembered(scene: Scene, phrase: Phrase, role: Role, country: str | None) -> Figure | None:
    """A body of this role word, of the same country where one is told: "the mission" after "the UN mission"."""
    first = max(phrase.start, 0)
    is_other = "other" in scene.parse.lower[first : phrase.head]
    is_other |= not phrase.definite and "CD" in scene.parse.tags[first : phrase.head]  # "20 soldiers"
    if phrase.indefinite or is_other or phrase.owners:
        return None
    if country is None and not phrase.definite and role.key not in UNIQUE and phrase.plural:
        return None
    armed = _only_armed_group(scene, phrase, role, country)
    if armed is not None:
        return armed
    bodies = [
        figure for figure in scene.cast.figures
        if figure.type in ("organisation", "group", "outlet") and not (country and figure.country != country)
    ]  # fmt: skip
    same = [figure for figure in bodies if role.term in figure.roles]
    if not same and role.key in UNIQUE:
        told = None if phrase.in_headline else scene.focus.told_near(phrase.head)
        same = [figure for figure in bodies if figure.body == role.key and (told or scene.focus.default) == figure.country]
    if not same and phrase.definite and country is None and role.term in KINDS:
        near = [figure for figure in bodies if figure.distance(phrase.head) < FAR]
        same = [f for f in near if _is_of_kind(f, role.term)] or [f for f in near if f.plural and _is_armed(f, role.term)]
    return scene.cast.nearest(same, phrase.head)


def _only_armed_group(scene: Scene, phrase: Phrase, role: Role, country: str | None) -> Figure | None:
    """ "The rebels" where one armed group has been named: its people. "The gunmen" stay whoever did it, named group or not."""
    if not (phrase.definite and phrase.plural and role.sector[:1] in CALLED_REBELS):
        return None
    groups = [
        figure for figure in scene.cast.figures
        if figure.basis != "title" and figure.type != "person" and figure.sector[:1] in CALLED_REBELS
        and not (country and figure.country and figure.country != country)
    ]  # fmt: skip
    return groups[0] if len(groups) == 1 else None


def _is_of_kind(figure: Figure, term: str) -> bool:
    """Whether a body that has a name of its own may be called "the group", "the company", "the paper"."""
    is_named = figure.basis != "title" and figure.body not in (STATE, "people")
    return is_named and (figure.sector[:1] or ("",))[0] in KINDS[term]


def _is_armed(figure: Figure, term: str) -> bool:
    """Whether people in arms against a state may be called by a word for such bodies: "the group" after "the rebels"."""
    return figure.body == "rebels" and figure.sector[:1] == ("REB",) and "REB" in KINDS[term]


def _name(scene: Scene, phrase: Phrase, role: Role, country: str | None) -> str:
    adjective = scene.kb.adjectives.get(country or "")
    is_title = role.term.count(" ") >= LONG_TITLE and scene.parse.words[phrase.head][0].isupper()
    if adjective and role.key in UNIQUE and not is_title:
        return f"{adjective} {role.term}"
    return scene.text(phrase)
