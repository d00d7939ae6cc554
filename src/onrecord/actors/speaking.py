"""Who speaks a quotation, and whom "I" and "we" inside it mean."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.actors.bodies import state
from onrecord.actors.campaigns import campaign_of
from onrecord.actors.cast import Figure
from onrecord.actors.phrases import Phrase
from onrecord.actors.pronouns import FIRST
from onrecord.actors.scene import Scene
from onrecord.language.syntax import own_subject
from onrecord.records import Attribution

WE = frozenset({"we", "us", "our", "ours", "ourselves"})

MAX_GAP = 1
"""Paragraphs after which a quotation without a speaker is no longer taken to go on the one before."""


class Speakers:
    """The speakers of one article's quotations: those told, and for the others whoever was led in or went before."""

    def __init__(self, scene: Scene, attributions: tuple[Attribution, ...], heads: dict[str, list[int]]) -> None:
        """`heads` are the head tokens of each attribution's sources, by its id."""
        self.scene = scene
        self.parse = scene.parse
        self.attributions = attributions
        self.heads = heads
        self._quotations = {attribution.id: self._quotations_of(attribution) for attribution in attributions}

    def heads_by_quotation(self) -> dict[int, list[int]]:
        """The heads of the sources of each quotation."""
        speakers: dict[int, list[int]] = {}
        for attribution in self.attributions:
            for quotation in self._quotations[attribution.id]:
                speakers[quotation] = self.heads[attribution.id]
        return speakers

    def _quotations_of(self, attribution: Attribution) -> set[int]:
        """The quotations an attribution holds; not those whose speaker it quotes: "[He] told me he was sorry," she said."""
        parse = self.parse
        if attribution.kind == "indirect":
            return set()
        found: set[int] = set()
        for span in attribution.content:
            found.update(parse.quotation_of[bisect_left(parse.ends, span.start + 1) : bisect_left(parse.starts, span.end)])
        return found - {-1, *(parse.quotation_of[head] for head in self.heads[attribution.id])}

    def settle_first_person(
        self, phrases: list[Phrase], held: dict[str, Figure | None], figures: dict[int, Figure | None]
    ) -> None:
        """ "I" and "we" inside quotation marks are whoever the quotation is attributed to."""
        parse = self.parse
        speakers: dict[int, Figure] = {}
        for attribution in self.attributions:
            figure = held[attribution.id]
            if figure is not None:
                speakers.update(dict.fromkeys(self._quotations[attribution.id], figure))
        for phrase in phrases:
            if phrase.pronoun and parse.lower[phrase.head] in FIRST:
                figures[phrase.head] = self._first_person(phrase.head, self._speaker(phrase.head, speakers, figures))

    def _first_person(self, token: int, speaker: Figure | None) -> Figure | None:
        """ "I" is the speaker; "we" of one who speaks for a body, a candidate or a government is that body, campaign or state."""
        if speaker is None or self.parse.lower[token] not in WE or speaker.type not in ("person", "unnamed"):
            return speaker
        if speaker.serves is not None and speaker.serves.type != "person":
            return speaker.serves
        principal = speaker.serves or speaker
        campaign = campaign_of(self.scene, principal) if speaker.serves is not None else None
        if campaign is not None:
            return campaign
        is_told = principal.has_country or principal.country in self.scene.focus.countries
        if principal.sector[:1] == ("GOV",) and len(principal.country or "") == 3 and is_told and not principal.plural:
            return state(self.scene, principal.country or "")
        return speaker

    def _speaker(self, token: int, speakers: dict[int, Figure], figures: dict[int, Figure | None]) -> Figure | None:
        """Who speaks the quotation a token stands in; of one nobody is told to speak, who spoke the quotation just before."""
        parse, quotation = self.parse, self.parse.quotation_of[token]
        if quotation in speakers or quotation < 0:
            return speakers.get(quotation)
        end = parse.quotations[quotation].end
        if end < len(parse) and parse.sentence_of[end] == parse.sentence_of[end - 1]:
            return None  # words beside it may tell a speaker whom nobody found
        introduced = self._introduced(parse.quotations[quotation].start, figures)
        if introduced is not None or quotation < 1:
            return introduced
        before = parse.quotations[quotation - 1]
        gap = parse.paragraph_of[token] - parse.paragraph_of[max(before.end - 1, before.start)]
        return speakers.get(quotation - 1) if gap <= MAX_GAP else None

    def _introduced(self, start: int, figures: dict[int, Figure | None]) -> Figure | None:
        """Who is the subject of the sentence before a quotation that follows in its paragraph: "Anna remembers it otherwise."."""
        parse = self.parse
        sentence = parse.sentence_of[start] - 1
        if sentence < 0 or parse.sentences[sentence + 1][0] != start:
            return None
        first, end = parse.sentences[sentence]
        if parse.paragraph_of[first] != parse.paragraph_of[start] or any(q >= 0 for q in parse.quotation_of[first:end]):
            return None
        root = next((token for token in range(first, end) if parse.heads[token] == token), first)
        subject = own_subject(parse, root)
        figure = figures.get(subject) if subject is not None else None
        return figure if figure is not None and figure.type in ("person", "unnamed") and not figure.plural else None
