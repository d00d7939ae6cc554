"""How fast the ledger takes readings and answers, on synthetic readings: `python bench/ledger.py [N] [FOLDER]`.

Prints readings added a CPU-second, adding the same once more, bytes a reading, peak memory, and the time of each question (median
of seven, wall clock). Times are of this process on one core; the texts are made of a small invented vocabulary with a fixed seed.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from onrecord.ledger import Ledger, count_holders, find
from onrecord.records import Actor, Article, Attribution, Mention, Reading, Section, Span, make_id

N_ATTRIBUTIONS = 8
FIRST_NAMES = ["Olena", "Irena", "Ana", "Tomas", "Jaro", "Mirel", "Sava", "Nadia", "Petar", "Lev", "Yara", "Idris"]
NOUNS = ["talks", "envoys", "ceasefire", "corridor", "prisoners", "border", "sanctions", "convoy", "treaty", "harbour", "drones"]
VERBS = ["resume", "fail", "begin", "stall", "widen", "end", "return", "hold", "expire", "collapse"]
SYLLABLES = ["sel", "mark", "bon", "dar", "rey", "lin", "kor", "vat", "ush", "ten", "gra", "mol"]


def make_readings(number: int) -> Iterator[Reading]:
    """So many readings of about 150 words with eight attributions each; about 20,000 holders, a few of them frequent."""
    source = random.Random(7)
    names = [f"{source.choice(FIRST_NAMES)} {''.join(source.choices(SYLLABLES, k=3)).title()}" for _ in range(max(50, number))]
    for index in range(number):
        yield make_reading(index, source, names)


def make_reading(index: int, source: random.Random, names: list[str]) -> Reading:
    text, attributions, sentences, mentions, actors = "", [], [], [], {}
    article = f"article-{index}"
    for position in range(N_ATTRIBUTIONS):
        name = names[int(len(names) * source.random() ** 3)]
        clause = " ".join(f"the {source.choice(NOUNS)} near {source.choice(names)[-6:]} would" for _ in range(2))
        start = len(text)
        cue = start + len(name) + 1
        sentence = f"{name} said {clause} {source.choice(VERBS)}. "
        text += sentence
        holder = make_id("actor", name)
        actors[holder] = Actor(holder, name, "person")
        mentions.append(Mention(Span(start, cue - 1), holder, "name"))
        sentences.append(Span(start, len(text) - 1))
        spans = ((Span(start, cue - 1),), (Span(cue, cue + 4),), (Span(cue + 5, len(text) - 2),))
        attributions.append(
            Attribution(make_id(article, position), *spans, "indirect", "assert", holder, name, chain=("AUTHOR", holder))
        )
    day = date(2022, 1, 1) + timedelta(days=source.randrange(1000))
    page = Article(
        article,
        text,
        f"Report {index}",
        day.isoformat(),
        outlet=f"Outlet {index % 40}",
        sections=(Section("body", Span(0, len(text))),),
    )
    people = tuple(actors.values())
    return Reading(page, tuple(sentences), people, tuple(mentions), attributions=tuple(attributions), makers=("attribution/1",))


def print_time(label: str, ask: Callable[[], list[object]]) -> None:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        rows = ask()
        times.append(time.perf_counter() - start)
    print(f"{label:<52}{len(rows):>7} rows {1000 * median(times):>9.1f} ms")


def print_adding(ledger: Ledger, readings: list[Reading], label: str) -> None:
    start, wall = time.process_time(), time.perf_counter()
    counts = ledger.add_many(readings)
    spent = time.process_time() - start
    print(f"{label:<52}{len(readings) / spent:>7.0f} readings/CPU-s, {time.perf_counter() - wall:.1f} s in all; {counts}")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        path = Path(folder) / "bench.ledger"
        readings = list(make_readings(number))
        with Ledger.open(path) as ledger:
            print_adding(ledger, readings, "add")
            print_adding(ledger, readings, "add the same again")
            holder = readings[0].attributions[0].holder_name if readings[0].attributions else ""
            print_questions(ledger, holder or "")
        text_bytes = sum(len(reading.article.text.encode()) for reading in readings)
        print(f"{path.stat().st_size / number:.0f} bytes a reading in the file; the article's text is {text_bytes / number:.0f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, the readings of the bench included")


def print_questions(ledger: Ledger, holder: str) -> None:
    print(ledger.counts())
    print_time("find holder (full name)", lambda: [*find(ledger, holder=holder)])
    print_time("find holder (a first name, one in twelve)", lambda: [*find(ledger, holder="olena")])
    print_time("find text (two words)", lambda: [*find(ledger, text="sanctions collapse")])
    print_time("find text (a phrase)", lambda: [*find(ledger, text='"drones near"')])
    print_time(
        "find holder, text, since, until", lambda: [*find(ledger, holder=holder, text="talks", since="2022", until="2023-06")]
    )
    print_time("find one day", lambda: [*find(ledger, since="2023-03-03", until="2023-03-03")])
    print_time("find newest", lambda: [*find(ledger)])
    print_time("count holders of a word", lambda: [*count_holders(ledger, text="ceasefire")])
    print_time("count holders of all", lambda: [*count_holders(ledger)])


if __name__ == "__main__":
    main()
