"""judged.py POLNEAR_TRAIN.jsonl [--table TSV] [--show type|status|actor|recipient|fact|lost]: judged events coded anew.

The table (`eval/judged/events_polnear_train.tsv`) holds what was coded when the events were judged and, for each of type, status,
actors and recipients, whether it was right and what would have been. A part that is coded as then keeps its verdict; one that has
changed is compared with what the reader wrote: type and status as they stand, parties by country and a word of the name that
both have. Events that are coded no more are told apart by whether their type was right. The articles are PolNeAR's and are read
with the day in their ids.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rows import read_rows

from onrecord.reading import Reader
from onrecord.records import Article, Event, Reading

TABLE = Path(__file__).parent / "judged" / "events_polnear_train.tsv"
PARTS = ("type", "status", "actor", "recipient")
_DAY = re.compile(r"20\d\d-\d\d-\d\d")
_WORDS = re.compile(r"\w{3,}")

Party = tuple[str, str]
"""A name and a country, `---` for none."""


@dataclass(frozen=True)
class Judged:
    """One row: what was coded (`was`), which parts of it were right, and what would have been."""

    article: str
    start: int
    was: Mapping[str, str]
    verdict: Mapping[str, bool]
    right: Mapping[str, str]

    @property
    def is_event(self) -> bool:
        """Whether any type would have been right."""
        return self.right["type"] != "NONE"


def read_table(path: Path) -> list[Judged]:
    """The rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Judged(
                row["article"], int(row["head_start"]), {part: row[part] for part in PARTS},
                {part: row[f"{part}_right"] == "yes" for part in PARTS}, {part: row[f"right_{part}"] for part in PARTS},
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]  # fmt: skip


def day_of(id_: str) -> str | None:
    """The day in an article's id, by which it is read."""
    day = _DAY.search(id_)
    return day[0] if day else None


def parties_of(text: str) -> list[Party]:
    """`Name[ISO3]; Name[ISO3]` -> names and countries; a dash for nobody."""
    found = []
    for piece in text.split(";") if text not in ("", "-") else ():
        name, _, country = piece.strip().rpartition("[")
        if name:
            found.append((name.strip(), country.rstrip("]").split("/")[0] or "---"))
        else:
            found.append((piece.strip(), "---"))
    return found


def write_parties(ids: Sequence[str], reading: Reading) -> str:
    """Actors by id in the form of the table."""
    rows = {actor.id: actor for actor in reading.actors or ()}
    names = sorted(f"{rows[i].name}[{rows[i].country or '---'}]" for i in ids if i in rows)
    return "; ".join(names) or "-"


def are_same(ours: str, right: str) -> bool:
    """Whether two lists of parties mean the same: as many, of the same countries, each with a word of a name in common.

    A described party alone ("two officers") is the same by its country.
    """
    mine, theirs = parties_of(ours), parties_of(right)
    if sorted(country for _, country in mine) != sorted(country for _, country in theirs):
        return False
    words = [set(_WORDS.findall(name.casefold())) for name, _ in theirs]
    is_described = len(mine) == 1 and not mine[0][0][:1].isupper()
    return is_described or all(any(set(_WORDS.findall(name.casefold())) & known for known in words) for name, _ in mine)


def judge(row: Judged, now: Mapping[str, str]) -> dict[str, bool]:
    """Whether each part is right as it is coded now; of what is no event nothing is."""
    found = {}
    for part in PARTS:
        same = now[part] == row.was[part]
        other = are_same(now[part], row.right[part]) if part in ("actor", "recipient") else now[part] == row.right[part]
        found[part] = row.is_event and (row.verdict[part] if same else other)
    return found


def code(event: Event, reading: Reading) -> dict[str, str]:
    """What is coded, in the form of the table."""
    return {
        "type": event.type,
        "status": event.status or "",
        "actor": write_parties(event.actors, reading),
        "recipient": write_parties(event.recipients, reading),
    }


def count(row: Judged, now: Mapping[str, str] | None, counts: Counter[str]) -> dict[str, bool]:
    """Adds one judged event's counts; which parts are right."""
    if now is None:
        counts["gone"] += 1
        counts["gone, type was right"] += row.verdict["type"] and row.is_event
        return {}
    right = judge(row, now)
    counts["coded"] += 1
    for part, is_right in right.items():
        counts[part] += is_right
    counts["all"] += all(right.values())
    if "-" not in (now["actor"], now["recipient"]):
        counts["both"] += 1
        counts["both, all right"] += all(right.values())
    if now["status"] == "fact":
        counts["facts"] += 1
        counts["facts, happened"] += right["type"] and right["status"]
    return right


def score(table: Sequence[Judged], texts: Mapping[str, str], show: str | None = None) -> Counter[str]:
    """Reads the judged articles anew; prints what is wrong in one part."""
    reader, counts = Reader(), Counter[str]()
    for id_ in dict.fromkeys(row.article for row in table):
        reading = reader.read(Article(id_, texts[id_], published=day_of(id_)))
        events = {event.head.start: event for event in reading.events or ()}
        for row in (row for row in table if row.article == id_):
            event = events.get(row.start)
            now = code(event, reading) if event is not None else None
            right = count(row, now, counts)
            if show is not None and is_shown(show, row, now, right):
                print(f"{id_} {row.start} {dict(row.right)}\n  now {now}\n  ...{_around(texts[id_], row.start)}...")
    return counts


def is_shown(show: str, row: Judged, now: Mapping[str, str] | None, right: Mapping[str, bool]) -> bool:
    """Whether a row is one of those asked for."""
    if now is None or show == "lost":
        return now is None and show == "lost" and row.verdict["type"]
    if show == "fact":
        return now["status"] == "fact" and not (right["type"] and right["status"])
    return not right[show]


def _around(text: str, start: int) -> str:
    return " ".join(text[max(start - 150, 0) : start + 150].split())


def main() -> None:
    """Prints the shares of right parts."""
    parser = argparse.ArgumentParser(description=__doc__.split(":", 1)[1] if __doc__ else None)
    parser.add_argument("polnear", type=Path, help="polnear_train.jsonl")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--show", choices=(*PARTS, "fact", "lost"))
    args = parser.parse_args()
    texts = {row["id"]: row["text"] for row in read_rows(args.polnear)}
    counts = score(read_table(args.table), texts, args.show)
    for part in (*PARTS, "all"):
        print(f"{part:10} {counts[part]:4} of {counts['coded']:4}  {100 * counts[part] / max(counts['coded'], 1):.1f} %")
    for whole, part in (("both", "both, all right"), ("facts", "facts, happened")):
        print(f"{part:20} {counts[part]:4} of {counts[whole]:4}  {100 * counts[part] / max(counts[whole], 1):.1f} %")
    print(f"no longer coded {counts['gone']}, of them of the right type {counts['gone, type was right']}")


if __name__ == "__main__":
    main()
