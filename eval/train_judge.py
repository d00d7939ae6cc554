"""train_judge.py POLNEAR_TRAIN.jsonl [--write]: learns whom events aim at, and which of them are likely enough to be kept.

From the events that readers judged (`eval/judged/events_polnear_train.tsv`, `facts_polnear_train.tsv`), in articles of the kind
the judge is asked about: a conditional logit over the recipients an event may have, and two logistic ones, over whether its type,
status and both parties are right, and over whether what is told as a fact happened. All are scored by cross-validation over
articles, the later ones on what the first one chose without having seen the article: the figures to trust. `--write` puts the
weights learned from all into `src/onrecord/events/data`.
"""

from __future__ import annotations

import argparse
import csv
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from conditional_logit import fit_conditional
from judged import TABLE, Judged, code, day_of, judge, parties_of, read_table
from rows import read_rows
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from onrecord.events import load_coder
from onrecord.events.candidates import Docket, list_options
from onrecord.events.drafts import Draft
from onrecord.events.judge import LEAST, Chances, Choice, LearnedJudge, Odds, Weights, chance_of, weigh
from onrecord.events.worth import read_status_signs, read_worth_signs
from onrecord.reading import Reader
from onrecord.records import Actor, Article, Event, Reading
from onrecord.settings import Settings
from onrecord.stages import CODERS

DATA = Path(__file__).parent.parent / "src" / "onrecord" / "events" / "data"
FACTS = TABLE.with_name("facts_polnear_train.tsv")
FOLDS = 8
RARE = 3
"""Signs of fewer options or events than this are left out."""

CHOICE_PENALTY, CHANCE_PENALTY = 5.0, 20.0
SMALLEST = 0.02
"""Weights below this are not written."""


class Recorder:
    """A judge that leaves all as it is and keeps what it was shown."""

    def __init__(self) -> None:
        self.docket: Docket | None = None

    def settle(self, docket: Docket) -> Mapping[int, Odds]:
        """No odds."""
        self.docket = docket
        return {}

    def keep(self, events: Sequence[Event], odds: Mapping[str, Odds]) -> tuple[Event, ...]:
        """All events."""
        return tuple(events)


@dataclass(frozen=True)
class Case:
    """A judged event: where it stands, what is right in it, and its right recipients (`None`: some nobody knows).

    `has_parties` says whether its parties were judged too, `parts_right` whether type, status and actors are right.
    """

    docket: Docket
    draft: Draft
    fold: int
    status: str
    type_right: bool
    happened: bool
    has_parties: bool = False
    parts_right: bool = False
    is_event: bool = True
    recipients: frozenset[str] | None = None

    def is_right(self) -> bool:
        """Whether type, status and both parties are right as the draft stands."""
        return self.parts_right and frozenset(self.draft.recipients) == self.recipients


class Shown(NamedTuple):
    """An article as the judge is shown it, with what the frames alone make of it."""

    docket: Docket
    reading: Reading
    events: Mapping[int, Event]
    drafts: Mapping[int, Draft]


def show(texts: Mapping[str, str], ids: Iterable[str]) -> Iterator[tuple[str, Shown]]:
    """Those of the articles that the judge is asked about; events and drafts by the first character of their word."""
    recorder = Recorder()
    CODERS["recorded"] = lambda _: replace(load_coder(), judge=recorder)
    reader = Reader(Settings(coder="recorded"))
    for id_ in ids:
        recorder.docket = None
        reading = reader.read(Article(id_, texts[id_], published=day_of(id_)))
        if recorder.docket is not None:
            events = {event.head.start: event for event in reading.events or ()}
            drafts = {recorder.docket.parse.starts[token]: draft for token, draft in recorder.docket.drafts.items()}
            yield id_, Shown(recorder.docket, reading, events, drafts)


def read_cases(table: Iterable[Judged], facts: Path, texts: Mapping[str, str]) -> Iterator[Case]:
    """The judged events of articles that the judge is asked about."""
    by_article: dict[str, list[Judged]] = {}
    for row in table:
        by_article.setdefault(row.article, []).append(row)
    happened: dict[str, dict[int, bool]] = {}
    with facts.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            happened.setdefault(line["article"], {})[int(line["head_start"])] = line["happened"] == "yes"
    for id_, shown in show(texts, sorted({*by_article, *happened})):
        fold = zlib.crc32(id_.encode()) % FOLDS
        for row in by_article.get(id_, ()):
            if row.start in shown.events and row.start in shown.drafts:
                yield _case(row, shown, fold)
        for start, is_right in happened.get(id_, {}).items():
            if start in shown.drafts and start in shown.events and shown.events[start].status == "fact":
                yield Case(shown.docket, shown.drafts[start], fold, "fact", is_right, is_right)


def _case(row: Judged, shown: Shown, fold: int) -> Case:
    draft, event = shown.drafts[row.start], shown.events[row.start]
    right = judge(row, code(event, shown.reading))
    named = ids_of(row.right["recipient"], shown.docket.parties.actors.values())
    happened = right["type"] and right["status"]
    return Case(
        shown.docket, draft, fold, event.status or "", right["type"], happened,
        has_parties=True,
        parts_right=happened and right["actor"],
        is_event=row.is_event,
        recipients=frozenset(draft.recipients) if right["recipient"] else named,
    )  # fmt: skip


def ids_of(parties: str, actors: Iterable[Actor]) -> frozenset[str] | None:
    """The ids of parties told as `Name[country]`; `None` if one is nobody the reading knows."""
    found, known = set(), list(actors)
    for name, country in parties_of(parties):
        near = [a for a in known if (a.country or "---") == country]
        same = [a for a in near if a.name.replace('"', "'") == name]
        words = set(name.casefold().split())
        same = same or [a for a in near if words <= set(a.name.casefold().split())]
        if not same:
            return None
        found.add(same[0].id)
    return frozenset(found)


@dataclass(frozen=True)
class Table:
    """Signs as a sparse matrix, a row for each option or event."""

    names: list[str]
    rows: csr_matrix

    @classmethod
    def of(cls, signs: Sequence[Sequence[str]]) -> Table:
        """The signs of options or events, without the rare ones."""
        counts = Counter(sign for row in signs for sign in set(row))
        names = sorted(sign for sign, count in counts.items() if count >= RARE)
        index = {sign: column for column, sign in enumerate(names)}
        columns = [sorted({index[sign] for sign in row if sign in index}) for row in signs]
        ends = np.cumsum([0, *map(len, columns)])
        flat = np.array([column for row in columns for column in row])
        return cls(names, csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(signs), len(names))))

    def weights(self, found: np.ndarray) -> dict[str, float]:
        """Weights by sign."""
        return dict(zip(self.names, map(float, found), strict=True))


def fit_chance(table: Table, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic model, with an L2 penalty (L-BFGS)."""
    rows, signs = table.rows, 2 * right - 1

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = signs * (rows @ weights)
        gradient = CHANCE_PENALTY * weights - rows.T @ (signs / (1 + np.exp(margin)))
        return 0.5 * CHANCE_PENALTY * float(weights @ weights) + float(np.logaddexp(0, -margin).sum()), gradient

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x)


def learn_choices(cases: Sequence[Case]) -> Weights:
    """Weights for the choice of recipients, from the events whose right ones are among the options."""
    signs, right, sizes = [], [], []
    for case in cases:
        if not (case.has_parties and case.is_event):
            continue
        options = list(list_options(case.docket, case.draft))
        marks = [frozenset(ids) == case.recipients for ids, _ in options]
        if any(marks):
            signs += [found for _, found in options]
            right += marks
            sizes.append(len(options))
    table = Table.of(signs)
    found = fit_conditional(table.rows, np.array(right, float), np.array(sizes), CHOICE_PENALTY, steps=80)
    return table.weights(found)


def choose_apart(cases: Sequence[Case]) -> list[float]:
    """Sets for every draft the recipients chosen by weights that were learned without its article; their chances."""
    judges = [LearnedJudge(learn_choices([c for c in cases if c.fold != fold]), {}, {}) for fold in range(FOLDS)]
    drafts = {id(case.draft): case for case in cases}
    chosen: dict[int, Choice] = {key: judges[c.fold].choose(c.docket, c.draft) for key, c in drafts.items()}
    for key, case in drafts.items():
        case.draft.recipients = chosen[key].recipients
    return [chosen[id(case.draft)].chance for case in cases]


@dataclass(frozen=True)
class Question:
    """What a logistic model is asked: of which cases it learns, whether what, and by which signs.

    The signs are those of a case, given the chance of its recipients.
    """

    concerns: Callable[[Case], bool]
    is_so: Callable[[Case], bool]
    signs: Callable[[Case, float], list[str]]

    def learn(self, cases: Sequence[Case], sure: Sequence[float]) -> Weights:
        """Weights of signs, from the cases it concerns."""
        asked = [(case, chance) for case, chance in zip(cases, sure, strict=True) if self.concerns(case)]
        table = Table.of([self.signs(case, chance) for case, chance in asked])
        return table.weights(fit_chance(table, np.array([self.is_so(case) for case, _ in asked], float)))

    def answer_apart(self, cases: Sequence[Case], sure: Sequence[float]) -> np.ndarray:
        """The chance of each case that it is so, by weights that were learned without its article."""
        chances = np.ones(len(cases))
        for fold in range(FOLDS):
            rest = [number for number, case in enumerate(cases) if case.fold != fold]
            weights = self.learn([cases[n] for n in rest], [sure[n] for n in rest])
            for number, case in enumerate(cases):
                if case.fold == fold:
                    chances[number] = chance_of(weigh(self.signs(case, sure[number]), weights))
        return chances


def _signs(case: Case, sure: float) -> list[str]:
    return list(read_worth_signs(case.docket, case.draft, sure))


WHOLE = Question(
    lambda case: case.has_parties,
    Case.is_right,
    lambda case, sure: [*_signs(case, sure), *read_status_signs(case.draft.type, case.status)],
)
"""Whether an event is right in type, status and both parties."""

FACT = Question(lambda case: case.status == "fact", lambda case: case.happened, _signs)
"""Whether what is told as a fact happened, as its type says."""


def names_both(case: Case) -> bool:
    """Whether an event has both parties."""
    return bool(case.draft.actors and case.draft.recipients)


def report(cases: Iterable[Case]) -> str:
    """The shares that are right among events; facts judged for themselves count among the facts alone."""
    left = list(cases)
    judged = [case for case in left if case.has_parties]
    both = [case for case in judged if names_both(case)]
    facts = [case for case in left if case.status == "fact"]
    shares = {
        "type": (sum(case.type_right for case in judged), len(judged)),
        "all": (sum(case.is_right() for case in judged), len(judged)),
        "both": (sum(case.is_right() for case in both), len(both)),
        "facts": (sum(case.happened for case in facts), len(facts)),
    }
    return "; ".join(f"{name} {part} of {whole} ({part / max(whole, 1):.3f})" for name, (part, whole) in shares.items())


def report_kept(cases: Sequence[Case], whole: np.ndarray, fact: np.ndarray) -> Iterator[str]:
    """What is right of the events that stay, for several least chances; the shipped ones first."""
    for least in (LEAST, *(LEAST._replace(both=both, fact=fact) for both in (0.4, 0.5, 0.6) for fact in (0.8, 0.85, 0.9))):
        kept, gone = [], []
        for case, chance, happened in zip(cases, whole, fact, strict=True):
            chances = Chances(chance, happened)
            stays = least.allows(chances, names_both=names_both(case), is_fact=case.status == "fact")
            (kept if stays else gone).append(case)
        out = [case for case in gone if case.has_parties]
        typed, right = sum(case.type_right for case in out), sum(case.is_right() for case in out)
        yield f"kept from {tuple(least)}: {report(kept)}; left out {len(out)}, {typed} of the right type, {right} all right"


def write_weights(name: str, weights: Weights) -> None:
    """Writes a table of the coder."""
    kept = sorted(f"{sign}\t{weight:.2f}" for sign, weight in weights.items() if abs(weight) >= SMALLEST)
    (DATA / name).write_text("\n".join(["sign\tweight", *kept]) + "\n", encoding="utf-8")


def main() -> None:
    """Learns, scores and writes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("polnear", type=Path, help="polnear_train.jsonl")
    options.add_argument("--table", type=Path, default=TABLE)
    options.add_argument("--facts", type=Path, default=FACTS)
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    texts = {row["id"]: row["text"] for row in read_rows(arguments.polnear)}
    cases = list(read_cases(read_table(arguments.table), arguments.facts, texts))
    print("as the frames give them:", report(cases))
    choices = learn_choices(cases)
    sure = choose_apart(cases)
    print("recipients chosen:", report(cases))
    for line in report_kept(cases, WHOLE.answer_apart(cases, sure), FACT.answer_apart(cases, sure)):
        print(line)
    if arguments.write:
        write_weights("judge_recipients.tsv", choices)
        write_weights("judge_whole.tsv", WHOLE.learn(cases, sure))
        write_weights("judge_facts.tsv", FACT.learn(cases, sure))


if __name__ == "__main__":
    main()
