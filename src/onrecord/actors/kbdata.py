"""The knowledge base on disk: compressed tab-separated lines, written by `scripts/build_kb.py`, read by `KnowledgeBase`.

* `persons.tsv.gz`: name, aliases (`|`), country, Wikidata id, terms (`;`), each `office~title~sector~start~end~basis~as of`; a
  title is the number of a line of `titles.tsv.gz`.
* `surnames.tsv.gz`: sound of a surname, numbers of lines of persons. `offices.tsv.gz`: `country office`, the same.
* `entities.tsv.gz`: kind, type, country, sector, body key, name, forms (`|`, each the words of a form joined by one space).
* `places.tsv.gz`: folded name, then (`|`) `name~country~latitude~longitude~population`, the largest first.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

EntityKind = Literal["name", "seat", "adjective", "demonym", "region", "body"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term in an office. Days are ISO dates, whole or partial; `end` is empty when none is known, `as_of` then says until
    when the term was seen to run. `body` is the body spoken for or headed where it is not the government."""

    office: str
    title: str
    country: str
    sector: tuple[str, ...]
    start: str
    end: str
    basis: str
    as_of: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the knowledge base knows, with the terms known of him or her in order of their start."""

    name: str
    aliases: tuple[str, ...]
    country: str
    wikidata: str | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, body, group or outlet, or a form that stands for one. `body` is the key of the body within its country."""

    kind: EntityKind
    type: str
    country: str
    sector: tuple[str, ...]
    body: str
    name: str
    forms: tuple[str, ...]


def read_lines(name: str, folder: Path | None = None) -> list[str]:
    """The lines of a compiled file, without their ends.

    Args:
        name: file name within the data folder (`persons.tsv.gz`, `roles.tsv`).
        folder: another folder than the shipped one.
    """
    data = (folder / name if folder else files("onrecord.actors") / "data" / name).read_bytes()
    text = gzip.decompress(data).decode("utf-8") if name.endswith(".gz") else data.decode("utf-8")
    return text.rstrip("\n").split("\n")


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Writes lines compressed, the same bytes on every run."""
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), 9, mtime=0))


def parse_person(line: str, titles: list[str]) -> Person:
    """A person from a line of `persons.tsv.gz`."""
    name, aliases, country, wikidata, terms = line.split("\t")
    return Person(
        name,
        tuple(filter(None, aliases.split("|"))),
        country,
        wikidata or None,
        tuple(_parse_term(term, country, titles) for term in terms.split(";") if term),
    )


def format_person(person: Person, titles: dict[str, int]) -> str:
    """The line of `persons.tsv.gz` for a person; new titles are added to `titles`."""
    terms = ";".join(
        "~".join((
            term.office + (f"@{term.body}" if term.body else ""), str(titles.setdefault(term.title, len(titles))),
            " ".join(term.sector), term.start, term.end, term.basis, term.as_of,
        ))
        for term in person.terms
    )  # fmt: skip
    return "\t".join((person.name, "|".join(person.aliases), person.country, person.wikidata or "", terms))


def _parse_term(text: str, country: str, titles: list[str]) -> Term:
    office, title, sector, start, end, basis, as_of = text.split("~")
    office, _, body = office.partition("@")
    return Term(office, titles[int(title)], country, tuple(sector.split()), start, end, basis, as_of, body)


def parse_entity(line: str) -> Entity:
    """An entity from a line of `entities.tsv.gz`."""
    kind, type_, country, sector, body, name, forms = line.split("\t")
    return Entity(kind, type_, country, tuple(sector.split()), body, name, tuple(forms.split("|")))  # type: ignore[arg-type]


def format_entity(entity: Entity) -> str:
    """The line of `entities.tsv.gz` for an entity."""
    return "\t".join((
        entity.kind, entity.type, entity.country, " ".join(entity.sector), entity.body, entity.name, "|".join(entity.forms),
    ))  # fmt: skip
