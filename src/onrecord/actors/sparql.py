"""States -> queries to Wikidata's query service -> rows of the user's table of actors, politely."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from onrecord.actors.dump import MAX_ALIASES, cut_date
from onrecord.actors.offices import office_of
from onrecord.actors.tables import Row, row_key
from onrecord.actors.wikidata import FOREIGN_MINISTER, NATIONAL, date_row, term_row
from onrecord.errors import FetchError

if TYPE_CHECKING:
    import httpx

ENDPOINT = "https://query.wikidata.org/sparql"
USER_AGENT = "onrecord/0.1 (open-source news reader; refreshes office-holders, one query at a time)"
PAUSE_S = 1.0
"""Between two queries."""

MAX_WAIT_S = 300.0
MAX_TRIES = 4
TIMEOUT_S = 90.0
"""The service itself gives up after 60 s."""

PEOPLE_A_QUERY = 150
BUSY = frozenset((429, 500, 502, 503, 504))
TITLES = "minister|secretary|speaker|spokes|governor|vice president|chief of|attorney general|director"
"""What the English title of an office must hold to be asked for, beside the heads and the foreign ministers."""

Ask = Callable[[str], list[dict[str, dict[str, str]]]]
"""Sends a query and gives the bindings of the answer."""


def make_query(country: str) -> str:
    """The query for the office-holders of a state: heads, foreign ministers, and offices by their title.

    Args:
        country: ISO 3166 alpha-3.
    """
    return f"""SELECT ?person ?personLabel ?office ?posLabel ?start ?startPrec ?ended ?end ?endPrec ?died WHERE {{
  ?country wdt:P298 "{country}" .
  {{ ?country p:P1906/ps:P1906 ?pos . BIND("head_of_state" AS ?office) }}
  UNION {{ ?country p:P1313/ps:P1313 ?pos . BIND("head_of_government" AS ?office) }}
  UNION {{ ?pos wdt:P279* wd:{FOREIGN_MINISTER} ; wdt:P1001 ?country . BIND("foreign_minister" AS ?office) }}
  UNION {{ ?pos wdt:P1001 ?country ; rdfs:label ?title .
          FILTER(LANG(?title) = "en" && REGEX(?title, "{TITLES}", "i")) BIND("" AS ?office) }}
  ?person p:P39 ?st . ?st ps:P39 ?pos ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  ?st pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrec ] .
  OPTIONAL {{ ?st pq:P582 ?ended }}
  OPTIONAL {{ ?st pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrec ] }}
  OPTIONAL {{ ?person wdt:P570 ?died }}
  SERVICE wikibase:label {{ bd:serviceParam wikibase:language "en,mul" }} }}"""


def make_alias_query(items: Iterable[str]) -> str:
    """The query for the other names of persons, given by their items (`Q42`)."""
    values = " ".join(f"wd:{item}" for item in items)
    return f"""SELECT ?person ?alias WHERE {{
  VALUES ?person {{ {values} }}
  ?person skos:altLabel ?alias . FILTER(LANG(?alias) IN ("en", "mul")) }}"""


def refresh_from_service(
    countries: Iterable[str], as_of: str, ask: Ask, told: Callable[[str, int], None] = lambda _country, _rows: None
) -> Iterator[Row]:
    """Rows of the table of actors from the query service, a state at a time.

    Args:
        countries: ISO 3166 alpha-3 codes.
        as_of: today's ISO date; terms without an end are told to have been open then.
        ask: sends a query, such as a `Service`.
        told: called after each state with its code and how many rows it gave.

    Raises:
        FetchError: from `ask`.
    """
    for country in countries:
        rows: dict[tuple[str, ...], Row] = {}
        for binding in ask(make_query(country)):
            row = _binding_row(binding, country, as_of)
            if row is not None:
                rows.setdefault((row["wikidata"], *row_key(row)), row)
        aliases = _ask_aliases(sorted({row["wikidata"] for row in rows.values()}), ask)
        for row in rows.values():
            names = [name for name in aliases.get(row["wikidata"], ()) if name != row["name"]]
            yield {**row, "aliases": "|".join(names[:MAX_ALIASES])}
        told(country, len(rows))


@dataclass
class Service:
    """The query service over HTTP: one query at a time, a pause between two, and as long a wait as it asks for when it is busy.

    Args:
        endpoint: address of the service.
        pause_s: seconds between two queries.
        sleep: waits; another one in tests.
    """

    endpoint: str = ENDPOINT
    pause_s: float = PAUSE_S
    sleep: Callable[[float], None] = time.sleep
    _asked: bool = field(default=False, init=False)

    def __call__(self, query: str) -> list[dict[str, dict[str, str]]]:
        """The bindings of the answer.

        Raises:
            FetchError: the service cannot be reached, refuses, stays busy for `MAX_TRIES` tries, or answers something else.
        """
        import httpx

        if self._asked:
            self.sleep(self.pause_s)
        self._asked = True
        for number in range(1, MAX_TRIES + 1):
            try:
                response = self._post(query)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise FetchError(f"{self.endpoint} cannot be asked: {error or type(error).__name__}") from error
            if response.status_code == 200:
                return _bindings(response, self.endpoint)
            if response.status_code not in BUSY or number == MAX_TRIES:
                break
            self.sleep(_wait_s(response, number))
        raise FetchError(f"{self.endpoint} answered {response.status_code}; try again later, or with fewer states (--country)")

    def _post(self, query: str) -> httpx.Response:
        import httpx

        headers = {"User-Agent": USER_AGENT, "Accept": "application/sparql-results+json"}
        return httpx.post(self.endpoint, data={"query": query}, headers=headers, timeout=TIMEOUT_S, follow_redirects=True)


def _bindings(response: httpx.Response, endpoint: str) -> list[dict[str, dict[str, str]]]:
    try:
        found = response.json()["results"]["bindings"]
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(f"{endpoint} answered with something that is no result of a query: {response.text[:80]!r}") from error
    return [binding for binding in found if isinstance(binding, dict)]


def _wait_s(response: httpx.Response, number: int) -> float:
    """Seconds until the next try: what Retry-After says, as seconds or a date, else 5, 10, 20."""
    text = response.headers.get("Retry-After", "")
    if text.strip().isdigit():
        return min(float(text), MAX_WAIT_S)
    try:
        wait = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError):
        wait = 5.0 * 2 ** (number - 1)
    return min(max(wait, 0.0), MAX_WAIT_S)


def _binding_row(binding: dict[str, Any], country: str, as_of: str) -> Row | None:
    """A term of an answer; `None` when it has no name, no known office or no start."""
    values = {key: str(entry.get("value", "")) for key, entry in binding.items()}
    item, name = values.get("person", "").rsplit("/", 1)[-1], values.get("personLabel", "")
    office = values.get("office") or office_of(values.get("posLabel", ""))
    if not name or name == item or office == "other" or (not values.get("office") and office in NATIONAL - {"defence_minister"}):
        return None
    start = cut_date(values.get("start", ""), _precision(values, "startPrec"))
    end = cut_date(values.get("end", ""), _precision(values, "endPrec"))
    died = cut_date(values.get("died", ""), 11)
    row = term_row(name, (), item, country, office)
    return date_row(row, start, end, has_ended="ended" in values, died=died, as_of=as_of)


def _precision(values: dict[str, str], key: str) -> int:
    text = values.get(key, "11")
    return int(text) if text.isdigit() else 0


def _ask_aliases(items: Sequence[str], ask: Ask) -> dict[str, list[str]]:
    aliases: dict[str, list[str]] = {}
    for at in range(0, len(items), PEOPLE_A_QUERY):
        for binding in ask(make_alias_query(items[at : at + PEOPLE_A_QUERY])):
            item = str(binding.get("person", {}).get("value", "")).rsplit("/", 1)[-1]
            name = " ".join(str(binding.get("alias", {}).get("value", "")).replace("|", " ").split())
            if " " in name:
                aliases.setdefault(item, []).append(name)
    return {item: sorted(set(names)) for item, names in aliases.items()}
