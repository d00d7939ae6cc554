"""factuality.py [GOLD_FOLDER] [--split dev] [--own] [--show CODE]: factuality, status and stances over gold events.

Every gold event head is assessed under the gold attributions, so that the figures say what this stage does by itself; with
`--own` under the attributions that the attribution stage finds (holders then count only by AUTHOR or the innermost one).
`--show status` or `--show value` or `--show stance` prints what is wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from onrecord.attribution import load_attributor
from onrecord.factuality import Assessment, load_assessor
from onrecord.language import load_parser
from onrecord.records import AUTHOR, UNNAMED, Actor, Attribution, Event, Mention, Parse, Stance
from onrecord.score.gold import NOBODY, GoldArticle, GoldEvent, read_gold_folder

HERE = Path(__file__).parent


def gold_attributions(gold: GoldArticle) -> tuple[Attribution, ...]:
    """The gold attributions as records whose chains hold the gold's actor keys."""
    names = {NOBODY: UNNAMED}
    return tuple(
        Attribution(
            id=a.id, source=a.source, cue=a.cue, content=a.content, kind=a.kind, act=a.act, holder=a.holder,  # type: ignore[arg-type]
            parent=a.parent, chain=tuple(names.get(key, key) for key in a.chain),
        )
        for a in gold.attributions
    )  # fmt: skip


def gold_actors(gold: GoldArticle) -> list[Actor]:
    """The gold actors as records."""
    return [Actor(key, a.name, a.type, a.country, a.sector) for key, a in gold.actors.items()]  # type: ignore[arg-type]


def coarse(value: str | None) -> str:
    return value if value in ("CT+", "CT-", None) else "other"


def compare(gold: GoldEvent, found: Assessment, counts: Counter[str], *, own: bool) -> list[str]:
    """Adds one event's counts; what is wrong."""
    wrong = []
    counts["events"] += 1
    counts["status"] += found.status == gold.status
    counts[f"status {gold.status} > {found.status}"] += found.status != gold.status
    if found.status != gold.status:
        wrong.append("status")
    counts["facts"] += found.status == "fact"
    counts["false facts"] += found.status == "fact" != gold.status
    ours = {h.name: v for h, v in zip(found.holders, found.values, strict=True)}
    if own:
        ours = {AUTHOR: found.values[0]} | ({gold.factuality[-1][0]: found.values[-1]} if len(found.values) > 1 else {})
    for holder, value in gold.factuality:
        predicted = ours.get(UNNAMED if holder == NOBODY and not own else holder)
        counts["values"] += 1
        counts["value 7"] += predicted == value
        counts["value 3"] += coarse(predicted) == coarse(value)
        counts[f"gold {coarse(value)}"] += 1
        counts[f"ours {coarse(predicted)}"] += 1
        counts[f"both {coarse(value)}"] += coarse(predicted) == coarse(value)
        if coarse(predicted) != coarse(value):
            wrong.append("value")
    return wrong


def score_stances(gold: GoldArticle, given: tuple[Stance, ...], counts: Counter[str]) -> list[str]:
    """Adds one article's counts of stances under gold attributions and events (ids are the gold's); what is wrong."""
    same = {e.id: e.same_as or e.id for e in gold.events}
    ours = [(s.holder, s.value, same.get(t := s.attribution_toward or s.event_toward or "", t)) for s in given]
    left = [(s.holder, s.value, same.get(s.toward, s.toward)) for s in gold.stances]
    counts["stances ours"] += len(ours)
    counts["stances gold"] += len(left)
    wrong = []
    for stance in ours:
        if stance in left:
            left.remove(stance)
            counts["stances both"] += 1
        else:
            wrong.append(f"ours {stance}")
    return wrong + [f"gold {stance}" for stance in left]


def report(counts: Counter[str]) -> None:
    f1s = []
    for label in ("CT+", "CT-", "other"):
        f1s.append(2 * counts[f"both {label}"] / max(1, counts[f"gold {label}"] + counts[f"ours {label}"]))
    print(f"status accuracy   {counts['status'] / counts['events']:.3f} of {counts['events']} events")
    print(f"false facts       {counts['false facts'] / max(1, counts['facts']):.3f} of {counts['facts']} facts")
    print(f"value, of seven   {counts['value 7'] / counts['values']:.3f} of {counts['values']} (event, holder)")
    print(f"value, of three   {counts['value 3'] / counts['values']:.3f}; macro-F1 {sum(f1s) / 3:.3f}")
    if counts["stances gold"]:
        both, ours, gold = (counts[f"stances {k}"] for k in ("both", "ours", "gold"))
        print(
            f"stances           P {both / max(1, ours):.3f} R {both / gold:.3f} "
            f"F1 {2 * both / (ours + gold):.3f} ({ours} / {gold})"
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="?", type=Path, default=HERE / "gold" / "articles")
    options.add_argument("--split", default="dev")
    options.add_argument("--own", action="store_true")
    options.add_argument("--show", choices=("status", "value", "stance"))
    arguments = options.parse_args()
    parser, attributor, assessor = load_parser(), load_attributor(), load_assessor()
    counts: Counter[str] = Counter()
    for gold in read_gold_folder(arguments.gold, arguments.split):
        parse = parser.parse(gold.article.text)
        attributions = attributor.find(parse, gold.article.id) if arguments.own else gold_attributions(gold)
        found = assessor.assess_heads(parse, attributions, [e.head for e in gold.events])
        for event, assessment in zip(gold.events, found, strict=True):
            wrong = compare(event, assessment, counts, own=arguments.own)
            if arguments.show in wrong:
                show(gold, parse, event, assessment)
        if not arguments.own:
            events = [
                Event(e.id, e.head, e.type, e.mode, actors=e.actors, recipients=e.recipients, same_as=e.same_as)
                for e in gold.events
            ]
            events = list(assessor.assess(parse, attributions, events))
            mentions = [Mention(m.span, m.actor, "name") for m in gold.mentions]
            for line in score_stances(
                gold, assessor.find_stances(parse, attributions, events, mentions, gold_actors(gold)), counts
            ):
                if arguments.show == "stance":
                    print(gold.article.id, line)
    report(counts)
    if arguments.show == "status":
        print(*sorted(((n, k) for k, n in counts.items() if " > " in k and n), reverse=True), sep="\n")


def show(gold: GoldArticle, parse: Parse, event: GoldEvent, found: Assessment) -> None:
    start, end = event.head
    text = gold.article.text
    around = f"{text[max(0, start - 130) : start]}<<{text[start:end]}>>{text[end : end + 80]}".replace("\n", " / ")
    ours = {h.name: v for h, v in zip(found.holders, found.values, strict=True)}
    print(f"{gold.article.id} {event.id}: gold {event.status} {dict(event.factuality)}")
    print(f"    ours {found.status} {ours} {found.why}\n    {around}")


if __name__ == "__main__":
    main()
