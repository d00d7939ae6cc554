"""draws.py POLNEAR_DEV.jsonl [--seeds 1133 1134 ...] [--least WHOLE BOTH FACT]: what least chances would make of drawn events.

Codes the articles of the draws in `eval/judged/events_polnear_dev.tsv` with all events kept, and says how many of those whose
type, status and parties (both named or not) are still as they were judged would stay, and be right, at the chances given.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from judged import day_of
from rows import read_rows

from onrecord.events import load_coder
from onrecord.events.candidates import Docket
from onrecord.events.judge import LEAST, Chances, LearnedJudge, Least, Odds, load_judge
from onrecord.reading import Reader
from onrecord.records import Article, Event
from onrecord.settings import Settings
from onrecord.stages import CODERS

TABLE = Path(__file__).parent / "judged" / "events_polnear_dev.tsv"


@dataclass
class Lenient:
    """The shipped judge, but that it keeps all, and notes the chances of each event."""

    judge: LearnedJudge = field(default_factory=load_judge)
    chances: dict[str, Chances] = field(default_factory=dict)

    def settle(self, docket: Docket) -> Mapping[int, Odds]:
        """As the judge does."""
        return self.judge.settle(docket)

    def keep(self, events: Sequence[Event], odds: Mapping[str, Odds]) -> tuple[Event, ...]:
        """All events."""
        for event in events:
            if event.id in odds:
                self.chances[event.id] = self.judge.chances(event, odds[event.id])
        return tuple(events)


@dataclass(frozen=True)
class Drawn:
    """A drawn event that is coded as it was: its verdicts and chances."""

    row: Mapping[str, str]
    chances: Chances

    def stays(self, least: Least) -> bool:
        """Whether it is likely enough."""
        return least.allows(self.chances, names_both=self.row["both_parties"] == "yes", is_fact=self.row["status"] == "fact")


def read_drawn(texts: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> Iterator[Drawn]:
    """The drawn events that are coded as they were judged."""
    lenient = Lenient()
    CODERS["lenient"] = lambda _: replace(load_coder(), judge=lenient)
    reader = Reader(Settings(coder="lenient"))
    found: dict[str, dict[int, Event]] = {}
    for row in rows:
        if row["article"] not in found:
            reading = reader.read(Article(row["article"], texts[row["article"]], published=day_of(row["article"])))
            found[row["article"]] = {event.head.start: event for event in reading.events or ()}
        event = found[row["article"]].get(int(row["head_start"]))
        if event is None or (event.type, event.status) != (row["type"].split("/")[0], row["status"]):
            continue
        if bool(event.actors and event.recipients) == (row["both_parties"] == "yes"):
            yield Drawn(row, lenient.chances.get(event.id, Chances(1.0, 1.0)))


def main() -> None:
    """Prints the shares without leaving out, and at the least chances."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("polnear", type=Path, help="polnear_dev.jsonl")
    options.add_argument("--seeds", nargs="+", default=[str(seed) for seed in range(1133, 1139)])
    options.add_argument("--least", nargs=3, type=float, default=LEAST)
    arguments = options.parse_args()
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["seed"] in arguments.seeds]
    drawn = list(read_drawn({row["id"]: row["text"] for row in read_rows(arguments.polnear)}, rows))
    for least in (Least(0.0, 0.0, 0.0), Least(*arguments.least)):
        left = [event.row for event in drawn if event.stays(least)]
        events, facts = ([row for row in left if row["sample"] == sample] for sample in ("events", "facts"))
        both = [row for row in events if row["both_parties"] == "yes"]
        for name, part, column in (("all", events, "all_right"), ("both", both, "all_right"), ("facts", facts, "happened")):
            right = sum(row[column] == "yes" for row in part)
            print(f"least {tuple(least)}: {name} {right} of {len(part)} ({right / max(len(part), 1):.3f})")


if __name__ == "__main__":
    main()
