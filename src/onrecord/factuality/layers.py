"""One article's attributions, events and mentions, with what the choice of a target asks of them over and over."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from onrecord.factuality.holders import span_tokens, token_at
from onrecord.factuality.tables import deeds_of
from onrecord.language import syntax
from onrecord.records import Attribution, Event, Mention, Parse, Span

CONTENT_TAGS = ("NN", "VB", "JJ", "CD")
STEM = 5
"""Letters by which a noun and a verb for one deed of speech are the same ("apology", "apologised")."""

COMMON = frozenset({"be", "have", "do", "say", "tell", "make", "take", "get", "more", "other", "one", "such", "any", "it"})


Item = TypeVar("Item")


class Layers:
    """One article's layers. Attributions are asked by id; all answers are worked out once.

    Args:
        parse: the article's.
        attributions: all of it.
        events: all of it, assessed.
        mentions: all of it.
        countries: by id of an actor.
        silent: ids of attributions that give no answer.
    """

    def __init__(
        self,
        parse: Parse,
        attributions: Sequence[Attribution],
        events: Sequence[Event],
        mentions: Sequence[Mention] = (),
        countries: Mapping[str, str] | None = None,
        silent: Collection[str] = (),
    ) -> None:
        self.parse, self.attributions, self.events = parse, attributions, events
        self.countries, self.silent = countries or {}, silent
        self._kept = [
            lemma.lower() if tag.startswith(CONTENT_TAGS) and lemma not in COMMON else ""
            for tag, lemma in zip(parse.tags, parse.lemmas, strict=True)
        ]
        self.by_id = {a.id: a for a in attributions}
        self.ordered = sorted(attributions, key=place)
        self.order = {a.id: index for index, a in enumerate(self.ordered)}
        self.speakers = {a.holder for a in attributions if a.holder}
        self.children: dict[str | None, list[Attribution]] = {}
        for attribution in attributions:
            self.children.setdefault(attribution.parent, []).append(attribution)
        self._place()
        self._read_words()
        self._read_events()
        self.named = self._mentioned(mentions)
        self.sides = {id_: {self.countries[a] for a in found if a in self.countries} for id_, found in self.named.items()}
        self._said: dict[tuple[str, int], tuple[frozenset[str], frozenset[str], list[Event]]] = {}
        self._kinds: dict[frozenset[str], frozenset[str]] = {}
        self._tellings: dict[str, list[str]] = {}

    def _place(self) -> None:
        """By attribution, where it stands: offset, sentence, paragraph, whether in the headline."""
        self.places = {a.id: place(a) for a in self.attributions}
        self.sentences = {id_: self.sentence(offset) for id_, offset in self.places.items()}
        starts = [self.parse.starts[start] for start, _ in self.parse.paragraphs]
        self.paragraphs = {id_: bisect.bisect_right(starts, offset) - 1 for id_, offset in self.places.items()}
        self.headline = {id_ for id_, offset in self.places.items() if self._is_headline(offset)}

    def _read_words(self) -> None:
        """By attribution, the words of its parts with their stems and kinds of deeds; by word and kind, who tells of it."""
        self.words = {a.id: self.lemmas(a.content) for a in self.attributions}
        self.stems = {id_: stems_of(words) for id_, words in self.words.items()}
        self.source_words = self._words_for_holders()
        self.cue_stems = {a.id: stems_of(self.lemmas(a.cue)) for a in self.attributions}
        self.deeds_told = {id_: kinds_of(words) for id_, words in self.words.items()}
        self.holding = _postings(self.words)
        self.speaking = _postings(self.deeds_told)

    def _read_events(self) -> None:
        """By attribution, the events told in it, their doers, and whom its cue, where that is an event, is addressed to."""
        heads = [(e.head.start, e) for e in self.events]
        self.inside = _within(heads, {a.id: a.content for a in self.attributions})
        self.told = {id_: frozenset(e.same_as or e.id for e in found) for id_, found in self.inside.items()}
        self.telling = _postings(self.told)
        self.types = {id_: frozenset(event.type for event in found) for id_, found in self.inside.items()}
        self.deeds = {id_: {actor for e in found for actor in e.actors} for id_, found in self.inside.items()}
        saying = _within(heads, {a.id: a.cue for a in self.attributions})
        self.addressed = {id_: {to for e in found for to in e.recipients} for id_, found in saying.items()}

    def said(self, id_: str, sentence: int | None) -> tuple[frozenset[str], frozenset[str], list[Event]]:
        """Content words, their stems, and events of an attribution's content, or of one sentence of it."""
        if sentence is None:
            return self.words[id_], self.stems[id_], self.inside[id_]
        key = id_, sentence
        if key not in self._said:
            first, last = self.parse.sentences[sentence]
            low, high = self.parse.starts[first], self.parse.ends[last - 1]
            spans = [Span(max(s, low), min(e, high)) for s, e in self.by_id[id_].content if s < high and e > low]
            words = self.lemmas(spans)
            inside = [event for event in self.inside[id_] if low <= event.head.start < high]
            self._said[key] = words, stems_of(words), inside
        return self._said[key]

    def kinds(self, words: frozenset[str]) -> frozenset[str]:
        """`kinds_of`, worked out once for the words of an answer."""
        if words not in self._kinds:
            self._kinds[words] = kinds_of(words)
        return self._kinds[words]

    def tellings(self, other: str) -> list[str]:
        """The attributions that tell one's claim, itself too, in text order: the same happening, or half of the words."""
        if other not in self._tellings:
            words, counts = self.words[other], dict[str, int]()
            for word in words:
                for id_ in self.holding[word]:
                    counts[id_] = counts.get(id_, 0) + 1
            least = 0.25 * len(words)
            found = {id_ for id_, n in counts.items() if n >= 2 and n * n >= least * len(self.words[id_])}
            found.update((other, *(id_ for happening in self.told[other] for id_ in self.telling[happening])))
            self._tellings[other] = sorted(found, key=self.order.__getitem__)
        return self._tellings[other]

    def rarity_of(self, words: Iterable[str]) -> float:
        """How much some words tell the contents apart: the sum of one over the number of contents that hold each."""
        return sum(1.0 / len(self.holding[word]) for word in words)

    def steps_back(self, own: Attribution, other: Attribution) -> int | None:
        """How many attributions by others stand between the two; `None` where the other is not before."""
        here, there = self.order[own.id], self.order[other.id]
        if there >= here:
            return None
        return sum(a.chain[-1] != own.chain[-1] for a in self.ordered[there + 1 : here])

    @staticmethod
    def is_inside(other: Attribution, own: Attribution) -> bool:
        """Whether an attribution's cue stands in the content of the answer."""
        return bool(other.cue) and any(s <= other.cue[0].start < e for s, e in own.content)

    def is_root(self, offset: int, own: Attribution) -> bool:
        """Whether the word at an offset is what a piece of a content hangs on outside: its main verb or noun."""
        token = token_at(self.parse, offset)
        head = self.parse.heads[token]
        at = self.parse.starts[head]
        return head == token or not any(start <= at < end for start, end in own.content)

    def opens(self, other: str, holder: str) -> bool:
        """Whether an attribution is the first below the headline to tell its claim, of all by other holders."""
        told = [id_ for id_ in self.tellings(other) if self.by_id[id_].chain[-1] != holder]
        return bool(told) and next((id_ for id_ in told if id_ not in self.headline), told[0]) == other

    def sentence(self, offset: int) -> int:
        """The index of the sentence in which a code point lies."""
        return self.parse.sentence_of[token_at(self.parse, offset)]

    def lemmas(self, spans: Sequence[Span]) -> frozenset[str]:
        """The content words of some spans, as lemmas."""
        kept = self._kept
        return frozenset(word for span in spans for t in span_tokens(self.parse, span) if (word := kept[t]))

    def _mentioned(self, mentions: Sequence[Mention]) -> dict[str, set[str]]:
        """By attribution, the actors mentioned in its content."""
        placed = [(m.span.start, m.actor) for m in mentions if m.actor is not None]
        found = _within(placed, {a.id: a.content for a in self.attributions})
        return {id_: set(actors) for id_, actors in found.items()}

    def _words_for_holders(self) -> dict[str, frozenset[str]]:
        """By attribution, the words by which its holder is called as the source of any."""
        called: dict[str, set[str]] = {}
        for a in self.attributions:
            called.setdefault(a.holder or a.id, set()).update(self.lemmas(a.source) | self._antecedents(a))
        return {a.id: frozenset(called[a.holder or a.id]) for a in self.attributions}

    def _antecedents(self, a: Attribution) -> frozenset[str]:
        """What the relative pronouns among an attribution's source mean ("a [register] which, he said, proved that")."""
        tokens = (t for span in a.source for t in span_tokens(self.parse, span) if self.parse.lower[t] in syntax.RELATIVES)
        meant = (syntax.antecedent(self.parse, t) for t in tokens)
        return frozenset(word for t in meant if (word := self._kept[t]))

    def _is_headline(self, offset: int) -> bool:
        return bool(self.parse.paragraphs) and token_at(self.parse, offset) < self.parse.paragraphs[0][1]

    def names(self, holder: str | None, other: Attribution) -> bool:
        """Whether a mention of the actor lies in an attribution's content."""
        return holder is not None and holder in self.named[other.id]

    def names_side(self, holder: str | None, other: Attribution) -> bool:
        """Whether somebody of the actor's country is mentioned in an attribution's content."""
        return self.countries.get(holder or "", "-") in self.sides[other.id]

    def is_my_side(self, holder: str | None, other: str | None) -> bool:
        """Whether two actors have one country."""
        return holder is not None and other is not None and self.countries.get(holder, "-") == self.countries.get(other)

    def is_other_side(self, holder: str | None, other: str | None) -> bool:
        """Whether two actors have two countries."""
        mine, theirs = self.countries.get(holder or ""), self.countries.get(other or "")
        return mine is not None and theirs is not None and mine != theirs

    def affirms(self, other: Attribution, happening: str) -> bool:
        """Whether somebody tells a happening as one that took place."""
        told = (event.factuality for event in self.inside[other.id] if (event.same_as or event.id) == happening)
        return any(values and values[-1][1].endswith("+") for values in told)

    def is_told_within(self, other: Attribution, own: Attribution, happenings: Iterable[str]) -> bool:
        """Whether an attribution right inside another one, not the answer itself, tells of one of some happenings."""
        wanted = frozenset(happenings)
        return any(wanted & self.told[a.id] for a in self.children.get(other.id, ()) if a.id != own.id)

    def names_source(self, own: Attribution) -> bool:
        """Whether an answer names somebody else who says something in the article."""
        return any(actor in self.speakers and actor != own.holder for actor in self.named[own.id])

    def is_under(self, own: Attribution, other: Attribution) -> bool:
        """Whether an attribution stands in another one of the same holder as the answer."""
        return own.chain[-1] in other.chain[1:-1]

    def is_above(self, own: Attribution, other: Attribution) -> bool:
        """Whether one attribution stands, at any depth, in the content of the other."""
        parent = own.parent
        for _ in range(8):
            if parent is None or parent not in self.by_id:
                return False
            if parent == other.id:
                return True
            parent = self.by_id[parent].parent
        return False


def _postings(sets: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """By word or happening, the attributions whose contents hold it."""
    holding: dict[str, list[str]] = {}
    for id_, words in sets.items():
        for word in words:
            holding.setdefault(word, []).append(id_)
    return holding


def kinds_of(words: Iterable[str]) -> frozenset[str]:
    """The kinds of deeds that some lemmas speak of."""
    table = deeds_of()
    return frozenset(deed for word in words for deed in table.get(word, ()))


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The first letters of the longer ones of some words."""
    return frozenset(word[:STEM] for word in words if len(word) >= STEM)


def place(attribution: Attribution) -> int:
    """The code point where the cue, or else the content, begins."""
    spans = attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _within(placed: Iterable[tuple[int, Item]], spans: Mapping[str, Sequence[Span]]) -> dict[str, list[Item]]:
    """By attribution, the items that stand in its spans, in text order."""
    ordered = sorted(placed, key=lambda pair: pair[0])
    starts = [start for start, _ in ordered]
    return {
        id_: [
            item
            for start, end in pieces
            for _, item in ordered[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        ]
        for id_, pieces in spans.items()
    }
