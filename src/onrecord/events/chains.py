"""Whose words an event stands in: the innermost attribution over a span, and its chain of holders."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import AUTHOR, Attribution, Span


class Chains:
    """The attributions of an article by the pieces of their content, the smallest first."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        pieces = sorted(
            ((piece.end - piece.start, -len(a.chain), i, piece) for i, a in enumerate(attributions) for piece in a.content)
        )
        self._pieces = [(piece.start, piece.end, attributions[i]) for _, _, i, piece in pieces]
        self._known: dict[Span, Attribution | None] = {}

    def innermost(self, span: Span) -> Attribution | None:
        """The attribution with the smallest piece of content in which the span lies."""
        if span not in self._known:
            first, last = span
            over = (found for start, end, found in self._pieces if start <= first and last <= end)
            self._known[span] = next(over, None)
        return self._known[span]

    def holders(self, span: Span) -> tuple[str, ...]:
        """The holders over a span, outermost first."""
        attribution = self.innermost(span)
        return attribution.chain if attribution is not None else (AUTHOR,)
