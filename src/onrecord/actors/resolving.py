"""The run of one article through the actors stage: phrases settled, pronouns resolved, attributions held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.actors.bodies import state
from onrecord.actors.cast import Cast, Figure
from onrecord.actors.finding import PhraseFinder
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.members import Members
from onrecord.actors.names import fold
from onrecord.actors.people import KOREAS
from onrecord.actors.phrases import Phrase, is_agency, is_dateline, is_locative, is_mere_place
from onrecord.actors.places import Gazetteer
from onrecord.actors.pronouns import FIRST, PronounResolver, Sight
from onrecord.actors.relatives import find_relatives, person_meant
from onrecord.actors.roles import Roles
from onrecord.actors.scene import Scene
from onrecord.actors.settling import Settler
from onrecord.actors.source_heads import find_source_heads, head_of
from onrecord.actors.speaking import Speakers
from onrecord.actors.terms import day_of
from onrecord.actors.words import DEEDS, NOBODIES, PAPERS, QUANTIFIERS
from onrecord.records import AUTHOR, UNNAMED, Actor, Article, Attribution, Mention, MentionKind, Parse, Span

SENTENCE_ENDS = frozenset({".", "!", "?", '"', "”", "’", ")"})
"""What a first paragraph ends with that is no headline."""


@dataclass(frozen=True)
class Resolved:
    """What the stage found: actors in the order they come up, mentions and attributions in text order."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


class Run:
    """The state of one article's resolution."""

    def __init__(
        self, kb: KnowledgeBase, roles: Roles, gazetteer: Gazetteer, parse: Parse, article: Article,
        attributions: tuple[Attribution, ...],
    ) -> None:  # fmt: skip
        self.parse = parse
        self.attributions = attributions
        self.finder = PhraseFinder(parse, kb, roles, gazetteer)
        self.scene = Scene(parse, kb, gazetteer, Cast(article.id), day_of(article.published))
        self.settler = Settler(self.scene)
        self.outlet = fold(article.outlet or "").removeprefix("the ")
        self.credits = [section.span for section in article.sections or () if section.kind == "credit"]
        self.figures: dict[int, Figure | None] = {}
        self.heads = find_source_heads(parse, attributions)
        self.speakers = Speakers(self.scene, attributions, self.heads)
        self.members = Members(self.scene, self.figures, self._figure_of_noun)

    def result(self) -> Resolved:
        """Settles names and roles, then pronouns, then holders, then the first person inside quotations."""
        phrases = self.finder.find()
        self.scene.focus.survey(phrases)
        phrases = [phrase for phrase in phrases if not self._is_credited(phrase)]
        sources = {head for heads in self.heads.values() for head in heads}
        phrases += self._describe_sources(sources)
        phrases.sort(key=lambda phrase: (phrase.start, -phrase.end))
        self._settle(phrases, sources)
        for figure in self.scene.cast.figures:
            if figure.sector[:1] == ("REB",) and not figure.has_country:
                self._set_against(figure)
        held = self._hold()
        self.speakers.settle_first_person(phrases, held, self.figures)
        return self._collect(phrases, held)

    def _is_credited(self, phrase: Phrase) -> bool:
        """Whether a phrase names who wrote the article or where: they take no part in it, whatever places tell of the country."""
        words = self.parse.words  # one word of each tells most phrases from those in question, at no cost
        if words[phrase.head].isupper() and is_dateline(self.parse, phrase):
            return True
        if words[phrase.start - 1] == "(" and is_agency(self.parse, phrase):
            return True
        if not self.credits or phrase.place is not None:
            return False
        place = self.parse.starts[phrase.head]
        return any(start <= place < end for start, end in self.credits)

    def _set_against(self, rebels: Figure) -> None:
        """Gives rebels whose country nobody tells that of the army they are named with most."""
        parse = self.parse
        sentences = {parse.sentence_of[token] for token in rebels.seen}
        foes: Counter[str] = Counter()
        for figure in self.scene.cast.figures:
            if figure.body == "military" and figure.has_country and figure.country:
                foes[figure.country] += sum(parse.sentence_of[token] in sentences for token in figure.seen)
        if foes and foes.most_common(1)[0][1]:
            rebels.move(foes.most_common(1)[0][0])

    def _describe_sources(self, sources: set[int]) -> list[Phrase]:
        """Phrases for sources that are no name and no role word we know."""
        known = set(self.finder.at)
        made = []
        for head in sorted(sources):
            if head not in known and self.parse.pos[head] in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "VERB", "ADV", "X"):
                if self.parse.tags[head].startswith("W") or self.parse.lower[head] in NOBODIES:
                    continue
                if head and self.parse.words[head] in KOREAS and self.parse.lower[head - 1] == "the":
                    made.append(Phrase(head, head - 1, head + 1, name=(self.parse.words[head],), definite=True))
                    continue
                if self.parse.lower[head] in QUANTIFIERS:
                    made.append(Phrase(head, head, head + 1, is_member=True))
                    continue
                phrase = self.finder.describe(head)
                if phrase.head == head:
                    made.append(phrase)
        found = {id(self.finder.at[head]) for head in known}
        return [phrase for phrase in made if id(phrase) not in found]

    def _settle(self, phrases: list[Phrase], sources: set[int]) -> None:
        """Names first, then roles and pronouns together in text order, for "its spokesman" waits for "its"."""
        rest = self.settler.settle_names(phrases)
        named = {id(phrase) for phrase in rest}
        for phrase in phrases:
            if id(phrase) not in named:
                self.figures[phrase.head] = self.settler.settle(phrase)
        places = {p.head for p in phrases if p.entity is not None and p.entity.kind == "name" and is_locative(self.parse, p)}
        seen = sorted(token for token, figure in self.figures.items() if figure is not None and token not in places)
        sights = [Sight(token, figure) for token in seen if (figure := self.figures[token]) is not None]
        pronouns = PronounResolver(self.parse, sights, sources, self.speakers.heads_by_quotation())
        self.scene.pronoun = pronouns.resolve
        for phrase in self._headline_last(phrases):
            figure = self.figures.get(phrase.head)
            if phrase.is_member:
                figure = self.members.find(phrase.head)
            elif id(phrase) in named and not is_mere_place(self.parse, phrase):
                figure = self.settler.settle(phrase)
            if phrase.head in sources and self._is_author(phrase):
                self.figures[phrase.head] = None
                continue
            owner = None
            if figure is None and not (phrase.pronoun or phrase.is_member) and phrase.head in sources:
                owner = self._settle_paper(phrase)
                figure = owner or self._settle_seat(phrase) or self.settler.describe(phrase)
            if figure is not None and owner is None and self.figures.get(phrase.head) is None:
                figure.see(phrase.head)
                pronouns.put(phrase.head, figure)
            self.figures[phrase.head] = figure
            if figure is not None and figure.has_country and phrase.entity is None:
                self.scene.focus.note(phrase.head, figure.country)

    def _headline_last(self, phrases: list[Phrase]) -> list[Phrase]:
        """Roles of a headline that are told no owner come last: the body of the article says whose they are."""
        parse = self.parse
        if len(parse.paragraphs) < 2 or parse.words[parse.paragraphs[0][1] - 1] in SENTENCE_ENDS:
            return phrases
        end = parse.paragraphs[0][1]
        bare = [phrase for phrase in phrases if phrase.head < end and phrase.is_bare]
        for phrase in bare:
            phrase.in_headline = phrase.definite = True
        return [phrase for phrase in phrases if not phrase.in_headline] + bare

    def _is_author(self, phrase: Phrase) -> bool:
        """Whether a source is the article's own outlet, or the letter of an interviewer's question."""
        lower = self.parse.lower
        first, head = lower[max(phrase.start, 0)], lower[phrase.head]
        if first == head == "q" or (first == "this" and head in ("newspaper", "paper")):
            return True
        text = fold(self.scene.text(phrase)).removeprefix("the ") if self.outlet and not phrase.pronoun else ""
        return len(text) > 4 and self.outlet.endswith(text)

    def _settle_seat(self, phrase: Phrase) -> Figure | None:
        """A city or region that speaks is its state, wherever it stands in the sentence."""
        entity = phrase.entity
        return state(self.scene, entity.country) if entity is not None and entity.kind in ("seat", "region") else None

    def _settle_paper(self, phrase: Phrase) -> Figure | None:
        """A statement or report is held by whoever it is of, a deed by whose it is."""
        lemma = self.parse.lemmas[phrase.head]
        if lemma not in PAPERS | DEEDS:
            return None
        for owner in (phrase.possessor, phrase.of if lemma in PAPERS else None):
            figure = self.settler.settle(owner) if owner is not None else None
            if figure is not None:
                return figure
        return None

    def _hold(self) -> dict[str, Figure | None]:
        """The holder of each attribution by its id; first-person sources take the holder of what they stand in."""
        held: dict[str, Figure | None] = {}
        for attribution in self._outermost_first():
            figure = None
            for head in self.heads[attribution.id]:
                figure = self._figure_at(head, held.get(attribution.parent or ""))
                if figure is not None:
                    break
            held[attribution.id] = figure
        return held

    def _outermost_first(self) -> Iterable[Attribution]:
        depth = {a.id: len(a.chain) for a in self.attributions}
        by_id = {a.id: a for a in self.attributions}

        def level(a: Attribution) -> int:
            steps, parent = 0, a.parent
            while parent in by_id and steps < len(by_id):
                steps, parent = steps + 1, by_id[parent].parent
            return steps

        return sorted(self.attributions, key=lambda a: (level(a), depth[a.id]))

    def _figure_at(self, head: int, outer: Figure | None) -> Figure | None:
        parse = self.parse
        if parse.lower[head] in FIRST:
            return outer
        if head in self.figures:
            return self.figures[head]
        token = person_meant(parse, head, self.figures)
        if token != head:
            return self.figures.get(token) or self._figure_of_noun(token)
        if parse.lower[head] in QUANTIFIERS:
            return self.members.find(head)
        return None

    def _figure_of_noun(self, token: int) -> Figure | None:
        if self.parse.pos[token] not in ("NOUN", "PROPN", "ADJ", "VERB"):
            return None
        phrase = self.finder.describe(token)
        return self.settler.describe(phrase)

    def _collect(self, phrases: list[Phrase], held: dict[str, Figure | None]) -> Resolved:
        mentions = []
        figures: dict[str, Figure] = {}
        sources = {head for heads in self.heads.values() for head in heads}
        done: set[tuple[int, int]] = set()
        for phrase in phrases:
            figure = self.figures.get(phrase.head)
            if (figure is None and not (phrase.pronoun and phrase.head in sources)) or (phrase.start, phrase.end) in done:
                continue
            done.add((phrase.start, phrase.end))
            end = phrase.tail if phrase.tail > phrase.end and phrase.role is not None and not phrase.name else phrase.end
            id_ = figure.id if figure is not None else None
            mentions.append(Mention(self.parse.span(phrase.start, end), id_, self._kind(phrase)))
            if id_ is not None and figure is not None:
                figures.setdefault(id_, figure)
        mentions += self._relatives(figures)
        attributions = self._rebuild(held, figures)
        for figure in figures.values():
            figure.settle_accounts()
        mentions.sort(key=lambda mention: mention.span)
        return Resolved(tuple(figure.actor() for figure in figures.values()), tuple(mentions), attributions)

    def _relatives(self, figures: dict[str, Figure]) -> list[Mention]:
        """ "who" and "whose" are mentions of whom they mean."""
        parse, found = self.parse, []
        for token in find_relatives(parse):
            figure = self.figures.get(person_meant(parse, token, self.figures))
            if figure is not None:
                figures.setdefault(figure.id, figure)
                found.append(Mention(parse.span(token, token + 1), figure.id, "pronoun"))
        return found

    def _rebuild(self, held: dict[str, Figure | None], figures: dict[str, Figure]) -> tuple[Attribution, ...]:
        by_id = {a.id: a for a in self.attributions}
        names = {id_: figure.name if figure else UNNAMED for id_, figure in held.items()}
        rebuilt = []
        for attribution in self.attributions:
            figure = held[attribution.id]
            if figure is not None:
                figures.setdefault(figure.id, figure)
            carriers = {f.id: f for span in attribution.via_spans if (f := self._carrier(span)) is not None}
            for id_, carrier in carriers.items():
                figures.setdefault(id_, carrier)
            chain, parent = [names[attribution.id]], attribution.parent
            while parent in by_id and len(chain) <= len(by_id):
                chain.insert(0, names[parent])
                parent = by_id[parent].parent
            a = attribution  # field by field: half the time of `replace`
            rebuilt.append(Attribution(
                a.id, a.source, a.cue, a.content, a.kind, a.act, figure.id if figure else None, figure.name if figure else None,
                tuple(carriers), a.parent, (AUTHOR, *chain), a.confidence, a.why, a.via_spans, a.article_text,
            ))  # fmt: skip
        return tuple(rebuilt)

    def _carrier(self, span: Span) -> Figure | None:
        head = head_of(self.parse, span)
        figure = self.figures.get(head) or self._figure_of_noun(head)
        if figure is not None and not figure.sector and figure.basis == "text" and figure.type in ("person", "organisation"):
            figure.type, figure.sector = "outlet", ("JRN",)
        return figure

    @staticmethod
    def _kind(phrase: Phrase) -> MentionKind:
        if phrase.pronoun:
            return "pronoun"
        if phrase.entity is not None:
            return "metonym" if phrase.entity.kind == "seat" else "name"
        if phrase.name:
            return "name"
        return "title" if phrase.role is not None and phrase.role.kind == "office" and phrase.definite else "nominal"
