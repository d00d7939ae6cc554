"""Gold of families of articles: copies, incidents, roots, contests and laundered sentences, checked against their articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GoldError
from onrecord.records import AUTHOR, Span
from onrecord.score.blocks import Blocks, Row, one_of, read_blocks
from onrecord.score.gold import NOBODY, GoldArticle
from onrecord.score.snippets import find_snippet

LAUNDERED_KINDS = ("kept", "dropped", "hardened", "softened", "unsupported")
BLOCKS = ("copies", "incidents", "roots", "contests", "laundered")


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """Events of several articles that are one happening: (article id, event id)."""

    name: str
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GoldRoot:
    """An independent source of an incident, where it first speaks, and whether it is party to the event."""

    incident: str
    actor: str
    article: str
    attribution: str | None
    party: bool


@dataclass(frozen=True, slots=True)
class GoldContest:
    """Who denies, rejects or doubts an incident or an attribution, and where."""

    subject: str
    actor: str
    value: str
    article: str
    attribution: str | None


@dataclass(frozen=True, slots=True)
class GoldLaundered:
    """A sentence of the original (none when unsupported) beside what became of it in a rewrite."""

    original: str
    original_span: tuple[Span, ...]
    rewrite: str
    rewrite_span: tuple[Span, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class GoldFamily:
    """One family's layers across its articles; `copies` are (copy, original)."""

    id: str
    copies: tuple[tuple[str, str], ...]
    incidents: tuple[GoldIncident, ...]
    roots: tuple[GoldRoot, ...]
    contests: tuple[GoldContest, ...]
    laundered: tuple[GoldLaundered, ...]


def read_family(path: Path, articles: Mapping[str, GoldArticle]) -> GoldFamily:
    """One family's gold.

    Args:
        path: a file of the form in `eval/gold/GUIDELINES.md`.
        articles: the gold articles by id; those the file names must be among them.

    Raises:
        GoldError: the file breaks its form or names what is not there.
    """
    reader = read_blocks(path)
    builder = _Builder(reader, articles)
    for block in BLOCKS:
        reader.each(block, getattr(builder, "_" + block))
    reader.errors.extend(f"{path.name}: unknown block `# {name}`" for name in sorted(set(reader.blocks) - set(BLOCKS)))
    if reader.errors:
        raise GoldError("\n".join(reader.errors))
    b = builder
    return GoldFamily(
        reader.meta.get("id", path.stem), tuple(b.copies), tuple(b.incidents.values()), tuple(b.roots), tuple(b.contests),
        tuple(b.laundered),
    )  # fmt: skip


class _Builder:
    def __init__(self, reader: Blocks, articles: Mapping[str, GoldArticle]) -> None:
        self.reader = reader
        self.articles = articles
        self.copies: list[tuple[str, str]] = []
        self.incidents: dict[str, GoldIncident] = {}
        self.roots: list[GoldRoot] = []
        self.contests: list[GoldContest] = []
        self.laundered: list[GoldLaundered] = []

    def _article(self, id_: str) -> GoldArticle:
        if id_ not in self.articles:
            raise GoldError(f"no article {id_!r}")
        return self.articles[id_]

    def _attribution(self, reference: str) -> tuple[str, str | None]:
        article, _, id_ = reference.partition(":")
        gold = self._article(article)
        if id_ in ("", "-"):
            return article, None
        if id_ not in {a.id for a in gold.attributions}:
            raise GoldError(f"no attribution {id_!r} in {article}")
        return article, id_

    def _actor(self, key: str, article: str) -> str:
        if key not in self._article(article).actors and key not in (AUTHOR, NOBODY):
            raise GoldError(f"no actor {key!r} in {article}")
        return key

    def _copies(self, row: Row) -> None:
        copy, original = row.fields(2)
        self.copies.append((self._article(copy).article.id, self._article(original).article.id))

    def _incidents(self, row: Row) -> None:
        name, references = row.fields(2)
        events = []
        for reference in references.split():
            article, _, id_ = reference.partition(":")
            if id_ not in {e.id for e in self._article(article).events}:
                raise GoldError(f"no event {id_!r} in {article}")
            events.append((article, id_))
        self.incidents[name] = GoldIncident(name, tuple(events))

    def _roots(self, row: Row) -> None:
        incident, actor, reference, party = row.fields(4)
        if incident not in self.incidents:
            raise GoldError(f"no incident {incident!r}")
        article, attribution = self._attribution(reference)
        self.roots.append(GoldRoot(incident, self._actor(actor, article), article, attribution, party == "party"))

    def _contests(self, row: Row) -> None:
        subject, actor, value, reference = row.fields(4)
        if subject not in self.incidents:
            self._attribution(subject)
        one_of(value, ("denies", "rejects", "doubts"), "value")
        article, attribution = self._attribution(reference)
        self.contests.append(GoldContest(subject, self._actor(actor, article), value, article, attribution))

    def _laundered(self, row: Row) -> None:
        original, label, snippet, rewrite, other_label, other, kind = row.fields(7)
        one_of(kind, LAUNDERED_KINDS, "kind")
        spans = [self._spans(original, label, snippet), self._spans(rewrite, other_label, other)]
        self.laundered.append(GoldLaundered(original, spans[0], rewrite, spans[1], kind))

    def _spans(self, id_: str, label: str, snippet: str) -> tuple[Span, ...]:
        if snippet == "-":
            return ()
        gold = self._article(id_)
        return find_snippet(gold.article.text, gold.paragraphs, label, snippet)
