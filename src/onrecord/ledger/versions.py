"""A reading and a live row of the ledger -> whether they are of one article, and which of the two is the newer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from onrecord.ledger.days import find_days
from onrecord.ledger.folding import fold, make_storable
from onrecord.ledger.rows import list_looked
from onrecord.records import Article, Reading

COLUMNS = ("reading", "id", "text", "title", "outlet_key", "url", "canonical_url", "published_first", "looked", "makers")
"""What is asked of a live row of `articles`."""


def is_same_article(article: Article, live: sqlite3.Row) -> bool:
    """Whether a live row with the article's id or address is the same article.

    One address is one article. One id is one article too, unless both have an address or an outlet and it is another: an
    id that a table gives is unique in that table at best, and a copy without an address has its id from its text.
    """
    address, theirs = _addresses(article, live)
    if address and theirs:
        return address == theirs
    outlet = make_storable(fold(article.outlet or ""))
    return outlet == live["outlet_key"] or not outlet or not live["outlet_key"]


def is_clash(article: Article, live: sqlite3.Row) -> bool:
    """Whether a live row of the same article has another text, and no address says that it is a new version of one page."""
    return make_storable(article.text) != live["text"] and not all(_addresses(article, live))


def _addresses(article: Article, live: sqlite3.Row) -> tuple[str, str]:
    return make_storable(article.url or article.canonical_url or ""), live["url"] or live["canonical_url"] or ""


def is_newer(reading: Reading, live: sqlite3.Row) -> bool:
    """Whether a reading takes the place of a live one of the same article.

    Another text is newer unless it was published on an earlier day. On the same text, newer stages or more of them win over
    older or fewer; of equals the one that comes later is the newer.
    """
    if make_storable(reading.article.text) != live["text"]:
        days = find_days(reading.article.published)
        return not (days and live["published_first"]) or days[0] >= live["published_first"]
    ours = _list_versions(reading.makers, list_looked(reading))
    theirs = _list_versions(json.loads(live["makers"]), json.loads(live["looked"]))
    is_lower = any(ours.get(name, ()) < version for name, version in theirs.items())
    is_higher = any(theirs.get(name, ()) < version for name, version in ours.items())
    return is_higher or not is_lower


def _list_versions(makers: Iterable[str], looked: Iterable[str]) -> dict[str, tuple[int, ...]]:
    versions: dict[str, tuple[int, ...]] = {f"{table} looked for": (0,) for table in looked}
    for maker in makers:
        stage, _, version = maker.partition("/")
        versions[stage] = tuple(int(part) for part in version.split(".") if part.isdecimal()) or (0,)
    return versions
