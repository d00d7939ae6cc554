"""Names of persons -> figures: by the article, by the knowledge base on that day, or as somebody only this article knows."""

from __future__ import annotations

from onrecord.actors.belonging import party_of, region_of
from onrecord.actors.bodies import settle_named_body, state
from onrecord.actors.cast import Figure
from onrecord.actors.focus import OFFICIALS
from onrecord.actors.genders import gender_of, gender_told_after, surname_gender
from onrecord.actors.leaders import IN_OFFICE, SINGLE_OFFICES, known_by_surname
from onrecord.actors.names import fold, is_initial, sound, split_name
from onrecord.actors.phrases import Phrase, is_locative
from onrecord.actors.roles import POLITICAL
from onrecord.actors.scene import AGAINST_STATE, OWN_SECTOR, Scene
from onrecord.actors.terms import LEADERS, WORLD_LEADERS, Found, runs_on
from onrecord.language.syntax import MONTHS

SAME_OFFICE = {"leader": LEADERS}
VAGUE_OFFICES = frozenset({"minister", "head", "ambassador"})
KOREAS = {"North": "PRK", "South": "KOR"}
"""Short names of two states in an article that speaks of both."""

FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN"})

ROYAL = frozenset({"prince", "princess", "sheikh", "king", "queen"})
"""Titles that whoever bears them is called by alone ("the prince")."""

HEADLINE_CHARS = 4
"""Letters from which a word of a headline in capitals, or with capitals, is written large; shorter ones need not be."""

DATING = frozenset({"in", "since", "until", "till", "during", "early", "late", "mid", "last", "next", "this", "through"})
"""Words before a month; after "by" and "from" it may be Theresa May."""


def settle_name(scene: Scene, phrase: Phrase) -> Figure | None:
    """Whom a proper name means; `None` for places and for single words nobody vouches for."""
    if phrase.is_body:
        return settle_named_body(scene, phrase)
    ship = scene.vessels.named_by(phrase)
    if ship is not None:
        return _settle_ship(scene, phrase, ship)
    given, surname = split_name(" ".join(phrase.name))
    if not surname or _is_month(scene, phrase):
        return None
    if phrase.definite and phrase.name[0] in KOREAS and set(KOREAS.values()) <= set(scene.focus.countries):
        return state(scene, KOREAS[phrase.name[0]])
    known = scene.cast.named(" ".join(phrase.name))
    if known is not None and phrase.role is None:
        return known
    gender = scene.gender(phrase) or (scene.kb.names.gender(given[0]) or surname_gender(surname) if given else None)
    if gender is None and not given:
        gender = gender_told_after(scene, phrase, surname)
    known = scene.cast.person(given, surname, gender, phrase.head, phrase.role)
    if known is None and len(phrase.name) == 1:
        known = scene.cast.by_word(phrase.name[0], phrase.head, gender)
    if known is not None:
        known.is_called = known.is_called or len(phrase.name) == 1
        if given and not known.given and known.person is None:
            known.given, known.name = given[0], " ".join(phrase.name)
        learn(scene, known, phrase)
        return known
    found = _from_kb(scene, phrase, given)
    if found is not None:
        return add_known(scene, phrase, found)
    if phrase.place is not None and phrase.role is None and not phrase.titles:
        return None
    return _add_unknown(scene, phrase, given, surname, gender)


def _is_month(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name alone is a month's, by the words about it: "in May", "3 May", "May 3"."""
    if len(phrase.name) > 1 or phrase.name[0].lower() not in MONTHS or phrase.titles or phrase.role is not None:
        return False
    near = scene.parse.lower[max(phrase.start - 1, 0) : phrase.end + 1]
    return near[0] in DATING or any(word[0].isdigit() for word in near)


def _settle_ship(scene: Scene, phrase: Phrase, noun: int) -> Figure:
    """The figure of a ship by its name: of its owner's or flag's country, and a "she"."""
    name = " ".join(phrase.name)
    country = scene.vessels.country_at(noun)
    figure = scene.cast.add(Figure(
        ("ship", scene.cast.article_id, fold(name)), name, "unnamed", country or scene.focus.at(phrase.head), gender="f",
        has_country=country is not None,
    ))  # fmt: skip
    scene.cast.name_body(figure, name)
    return figure


def name_source(scene: Scene, phrase: Phrase) -> Figure:
    """A figure for a name that speaks though nothing else vouches for it."""
    name = " ".join(phrase.name)
    surname = split_name(name)[1]
    figure = Figure(
        ("person", scene.cast.article_id, fold(name)), name, "person", scene.focus.home(phrase.head, name), surname=sound(surname)
    )
    return scene.cast.add(figure)


def learn(scene: Scene, figure: Figure, phrase: Phrase) -> None:
    """Takes from a phrase what is not known of a figure yet: country, sector, office, gender, role."""
    role = phrase.role
    figure.gender = figure.gender or scene.gender(phrase)
    figure.roles.update(ROYAL.intersection(phrase.titles))
    told = phrase.nation or (phrase.modifiers[-1] if phrase.modifiers else None)
    is_own = phrase.nation is not None or phrase.titles or (told is not None and told.sector[:1] == ("PTY",))
    country = told.country if told is not None and is_own else None
    if (role is None or phrase.nation is not None) and country and figure.person is None and not figure.has_country:
        figure.country, figure.has_country = country, True  # "Saudi Prince Faisal", "Labour Party donor Ann Moss"
    if role is None or role.plural or scene.is_past(phrase):
        return
    figure.play(role, is_former=phrase.former)
    figure.party = figure.party or party_of(scene, phrase) or ""
    figure.region = figure.region or region_of(scene, phrase) or ""
    if figure.person is not None:
        return
    country = scene.owner_country(phrase)
    if country and not figure.has_country:
        figure.country, figure.has_country = country, scene.is_sure(phrase)
    if role.key in OWN_SECTOR:
        figure.serves = figure.serves or scene.owner_body(phrase) or scene.owner_person(phrase)
    elif role.kind == "office" and figure.serves is None:
        body = scene.owner_body(phrase)
        figure.serves = body if body is not None and body.sector[:1] in AGAINST_STATE else None
    sector = scene.sector(phrase, role)
    if sector and role.kind == "office" and figure.office is None and figure.sector == ("MIL",) and not phrase.former:
        figure.sector = tuple(dict.fromkeys((*sector, "MIL")))  # "the interior minister, Colonel"
    elif sector and (not figure.sector or len(sector) > len(figure.sector)):
        figure.sector = sector
    if role.kind == "office" and figure.office is None and not phrase.former:
        figure.office = role.key


def add_known(scene: Scene, phrase: Phrase, found: Found) -> Figure:
    """The figure of a person of the knowledge base."""
    person, term = found.person, found.term
    given, surname = split_name(person.name)
    if person.country in FAMILY_FIRST:
        surname, *rest = person.name.split(" ")
        given = tuple(rest)
    in_office = term is not None and found.confidence >= IN_OFFICE
    key = ("person", person.wikidata) if person.wikidata else ("person", person.country, fold(person.name))
    figure = scene.cast.add(Figure(
        key, person.name, "person", person.country, _sector(found, in_office=in_office),
        term.office if term and in_office else None, person.wikidata, "kb", min(found.confidence, 0.95), sound(surname),
        given[0] if given else "", scene.kb.names.gender(given[0]) if given else None, person=person, has_country=True,
    ))  # fmt: skip
    figure.roles.update(t.office for t in person.terms if runs_on(t, scene.date))
    past = {t.office for t in person.terms if scene.date and t.end and t.end < scene.date} - figure.roles - VAGUE_OFFICES
    figure.roles |= past
    figure.former_roles |= past
    if phrase.role is not None:
        learn(scene, figure, phrase)
    return figure


def _sector(found: Found, *, in_office: bool) -> tuple[str, ...]:
    """Of a person of the base on the day: of the office, of the elite out of office, and none before the first one."""
    if found.term is None:
        return ()
    return found.term.sector if in_office else ("ELI",)


def _from_kb(scene: Scene, phrase: Phrase, given: tuple[str, ...]) -> Found | None:
    """The person of the knowledge base a name means: a bare surname needs a fitting title, or a head's office and its country."""
    if not scene.kb.knows(split_name(" ".join(phrase.name))[1]):
        return None
    explicit = scene.owner_country(phrase)
    countries = (explicit,) if explicit else tuple(scene.focus.countries[:8])
    ranked = scene.kb.find(" ".join(phrase.name), scene.date, countries)
    told = scene.gender(phrase) if phrase.titles else None
    if told is not None:
        ranked = tuple(found for found in ranked if gender_of(scene, found) in (told, None))
    for found in ranked[:5]:
        if _is_meant(phrase, found, given, countries, explicit):
            return found
    return known_by_surname(scene, phrase, ranked, explicit)


def _is_meant(
    phrase: Phrase, found: Found, given: tuple[str, ...], countries: tuple[str, ...], explicit: str | None
) -> bool:  # fmt: skip
    term, role = found.term, phrase.role
    at_hand = found.person.country in countries
    in_office = found.confidence >= IN_OFFICE
    if role is not None and role.kind == "office" and term is not None:
        has_office = term.office in SAME_OFFICE.get(role.key, {role.key}) or role.key in VAGUE_OFFICES
        has_office = has_office or (role.key in LEADERS and term.office in LEADERS)
        is_head = role.key in LEADERS and term.office in LEADERS and explicit is None
        if has_office and in_office and (at_hand or is_head):
            return True
    if given and not is_initial(given[0]):
        is_leader = term is not None and term.office in SINGLE_OFFICES | {"secretary_general"} and explicit is None
        was_it = phrase.former and (role is None or role.kind == "office")
        by_name = (at_hand and _is_public_name(phrase, found)) or (explicit is None and _led(phrase, found))
        return (in_office and (at_hand or is_leader)) or (at_hand and was_it) or by_name
    is_head = term is not None and term.office in WORLD_LEADERS
    return role is None and in_office and is_head and (at_hand or found.person.country == "UNO")


def _led(phrase: Phrase, found: Found) -> bool:
    """Whether somebody of just this full name, in an article from after it, once led a state."""
    person = found.person
    led = found.term is not None and any(term.office in LEADERS and term.start <= found.term.start for term in person.terms)
    return led and _has_full_name(phrase, found)


def _is_public_name(phrase: Phrase, found: Found) -> bool:
    """Whether somebody of just this full name held an office of the article's country before, or will lead it: nobody is told
    to be anything else ("the nurse")."""
    role = phrase.role
    is_politician = role is None or role.kind == "office" or not POLITICAL.isdisjoint(role.sector[:1])
    held = found.term is not None or any(term.office in LEADERS for term in found.person.terms)
    return held and is_politician and _has_full_name(phrase, found)


def _has_full_name(phrase: Phrase, found: Found) -> bool:
    return fold(" ".join(phrase.name)) in {fold(found.person.name), *map(fold, found.person.aliases)}


def _is_told(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name that is no person's is told something: what an interview is given to is an outlet."""
    parse, head = scene.parse, phrase.head
    if parse.labels[head] not in ("dobj", "dative") or parse.lemmas[parse.heads[head]] != "tell":
        return False
    return not scene.kb.knows(phrase.name[-1])


def _has_which(scene: Scene, phrase: Phrase) -> bool:
    """Whether "which" goes on about a name: a body's, never a person's."""
    parse = scene.parse
    if parse.labels[phrase.head] not in ("nsubj", "nsubjpass") and parse.lower[parse.heads[phrase.head]] not in ("to", "by"):
        return False
    return any(
        parse.labels[child] == "relcl" and any(parse.lower[token] == "which" for token in range(parse.lefts[child], child))
        for child in parse.children[phrase.head]
    )


def _is_headlines_own(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name is only words of a headline that are written large for being there: the last is never so further below."""
    parse = scene.parse
    start, end = parse.paragraphs[0]
    if phrase.head >= end or end == len(parse):
        return False
    words = [word for word in parse.words[start:end] if word[0].isalpha() and len(word) >= HEADLINE_CHARS]
    if not (all(word[0].isupper() for word in words) or (len(phrase.name) > 1 and all(map(str.isupper, phrase.name)))):
        return False
    return not {phrase.name[-1], phrase.name[-1].title()} & {*parse.words[end:]}


def _add_unknown(
    scene: Scene, phrase: Phrase, given: tuple[str, ...], surname: str, gender: str | None
) -> Figure | None:  # fmt: skip
    """A person of whom only this article tells, or a body known by its initials."""
    name, role = " ".join(phrase.name), phrase.role
    if len(phrase.name) == 1 and name.isupper() and len(name) > 1 and (role is None or role.kind == "body"):
        phrase.is_body = True
        return settle_named_body(scene, phrase)
    if role is None and gender is None and _is_told(scene, phrase):
        phrase.is_body = True
        figure = settle_named_body(scene, phrase)
        figure.type, figure.sector = "outlet", figure.sector or ("JRN",)
        return figure
    is_person = (role is not None and role.kind != "body") or bool(phrase.titles) or gender is not None
    if not is_person and _is_headlines_own(scene, phrase):
        return None
    if not is_person and phrase.place is None and _has_which(scene, phrase):
        phrase.is_body = True
        return settle_named_body(scene, phrase)
    looks_like_one = len(phrase.name) in (2, 3) and not (phrase.definite or phrase.indefinite or is_locative(scene.parse, phrase))
    if not is_person and not looks_like_one:
        return None
    key = ("person", fold(name)) if given else ("person", scene.cast.article_id, fold(name))
    figure = scene.cast.add(Figure(
        key, name, "person", None, (), basis="title" if role is not None else "text", confidence=0.7 if role else 0.5,
        surname=sound(surname), given=given[0] if given else "", gender=gender,
    ))  # fmt: skip
    learn(scene, figure, phrase)
    if figure.country is None:
        is_official = figure.sector[:1] in OFFICIALS
        figure.country = scene.focus.home(phrase.head, name, is_official=is_official)
    return figure
