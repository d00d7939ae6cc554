"""train_politics.py POLNEAR_TRAIN.jsonl [--write]: learns whom events of home politics aim at, and which are worth a row.

From the events that readers judged (`eval/judged/events_polnear_train.tsv`), in articles about one country's politics: a
conditional logit over the recipients an event may have, and a logistic one over whether its type, status and both parties are
right. Both are scored by cross-validation over articles, the second one on what the first one chose without having seen the
article: the figures to trust. `--write` puts the weights learned from all into `src/onrecord/events/data`.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from conditional_logit import fit_conditional
from judged import TABLE, Judged, code, day_of, judge, parties_of, read_table
from rows import read_rows
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from onrecord.events import load_coder
from onrecord.events.candidates import Docket, list_options
from onrecord.events.drafts import Draft
from onrecord.events.politics import LEAST_WORTH, Choice, LearnedJudge, Weights
from onrecord.events.worth import read_worth_signs
from onrecord.reading import Reader
from onrecord.records import Actor, Article, Event, Reading
from onrecord.settings import Settings
from onrecord.stages import CODERS

DATA = Path(__file__).parent.parent / "src" / "onrecord" / "events" / "data"
FOLDS = 8
RARE = 3
"""Signs of fewer options or events than this are left out."""

CHOICE_PENALTY, WORTH_PENALTY = 5.0, 10.0
SMALLEST = 0.02
"""Weights below this are not written."""


class Recorder:
    """A judge that leaves all as it is and keeps what it was shown."""

    def __init__(self) -> None:
        self.docket: Docket | None = None

    def settle(self, docket: Docket) -> dict[int, Draft]:
        """All drafts."""
        self.docket = docket
        return dict(docket.drafts)


@dataclass(frozen=True)
class Case:
    """A judged event: where it stands, what is right in it, and its right recipients (`None`: some nobody knows)."""

    docket: Docket
    draft: Draft
    fold: int
    type_right: bool
    status_right: bool
    actors_right: bool
    is_event: bool
    is_fact: bool
    recipients: frozenset[str] | None

    def is_right(self) -> bool:
        """Whether type, status and both parties are right as the draft stands."""
        return self.type_right and self.status_right and self.actors_right and frozenset(self.draft.recipients) == self.recipients


def read_cases(table: Iterable[Judged], texts: Mapping[str, str]) -> Iterator[Case]:
    """The judged events of articles about politics at home."""
    recorder = Recorder()
    CODERS["recorded"] = lambda _: replace(load_coder(), judge=recorder)
    reader = Reader(Settings(coder="recorded"))
    by_article: dict[str, list[Judged]] = {}
    for row in table:
        by_article.setdefault(row.article, []).append(row)
    for id_, rows in by_article.items():
        recorder.docket = None
        reading = reader.read(Article(id_, texts[id_], published=day_of(id_)))
        if recorder.docket is None:
            continue
        events = {event.head.start: event for event in reading.events or ()}
        drafts = {recorder.docket.parse.starts[token]: draft for token, draft in recorder.docket.drafts.items()}
        for row in rows:
            if row.start in events and row.start in drafts:
                yield _case(row, recorder.docket, drafts[row.start], events[row.start], reading)


def _case(row: Judged, docket: Docket, draft: Draft, event: Event, reading: Reading) -> Case:
    right = judge(row, code(event, reading))
    named = ids_of(row.right["recipient"], docket.parties.actors.values())
    return Case(
        docket=docket,
        draft=draft,
        fold=zlib.crc32(row.article.encode()) % FOLDS,
        type_right=right["type"],
        status_right=right["status"],
        actors_right=right["actor"],
        is_event=row.is_event,
        is_fact=event.status == "fact",
        recipients=frozenset(draft.recipients) if right["recipient"] else named,
    )


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


def fit_worth(table: Table, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic model, with an L2 penalty (L-BFGS)."""
    rows, signs = table.rows, 2 * right - 1

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = signs * (rows @ weights)
        gradient = WORTH_PENALTY * weights - rows.T @ (signs / (1 + np.exp(margin)))
        return 0.5 * WORTH_PENALTY * float(weights @ weights) + float(np.logaddexp(0, -margin).sum()), gradient

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x)


def learn_choices(cases: Sequence[Case]) -> Weights:
    """Weights for the choice of recipients, from the events whose right ones are among the options."""
    signs, right, sizes = [], [], []
    for case in cases:
        options = list(list_options(case.docket, case.draft))
        marks = [frozenset(ids) == case.recipients for ids, _ in options]
        if case.is_event and any(marks):
            signs += [found for _, found in options]
            right += marks
            sizes.append(len(options))
    table = Table.of(signs)
    found = fit_conditional(table.rows, np.array(right, float), np.array(sizes), CHOICE_PENALTY, steps=80)
    return table.weights(found)


def learn_worth(cases: Sequence[Case], sure: Sequence[float]) -> Weights:
    """Weights for whether an event is right as a whole, as the drafts stand; `sure` are the chances of their recipients."""
    table = Table.of([list(read_worth_signs(case.docket, case.draft, chance)) for case, chance in zip(cases, sure, strict=True)])
    return table.weights(fit_worth(table, np.array([case.is_right() for case in cases], float)))


def report(cases: Sequence[Case], kept: Sequence[bool]) -> str:
    """The shares that are right among the events kept."""
    left = [case for case, keep in zip(cases, kept, strict=True) if keep]
    both = [case for case in left if case.draft.actors and case.draft.recipients]
    facts = [case for case in left if case.is_fact]
    happened = sum(case.type_right and case.status_right for case in facts)
    shares = {
        "type": (sum(case.type_right for case in left), len(left)),
        "all": (sum(case.is_right() for case in left), len(left)),
        "both": (sum(case.is_right() for case in both), len(both)),
        "facts": (happened, len(facts)),
    }
    return "; ".join(f"{name} {part} of {whole} ({part / max(whole, 1):.3f})" for name, (part, whole) in shares.items())


def choose_apart(cases: Sequence[Case]) -> list[float]:
    """Sets for every draft the recipients chosen by weights that were learned without its article; their chances."""
    judges = [LearnedJudge(learn_choices([c for c in cases if c.fold != fold]), {}) for fold in range(FOLDS)]
    chosen: list[Choice] = [judges[case.fold].choose(case.docket, case.draft) for case in cases]
    for case, choice in zip(cases, chosen, strict=True):
        case.draft.recipients = choice.recipients
    return [choice.chance for choice in chosen]


def weigh_apart(cases: Sequence[Case], sure: Sequence[float]) -> np.ndarray:
    """The chance of each event to be right, by weights that were learned without its article."""
    chances = np.zeros(len(cases))
    for fold in range(FOLDS):
        rest = [number for number, case in enumerate(cases) if case.fold != fold]
        judge = LearnedJudge({}, learn_worth([cases[n] for n in rest], [sure[n] for n in rest]))
        for number, case in enumerate(cases):
            if case.fold == fold:
                chances[number] = judge.chance(case.docket, case.draft, sure[number])
    return chances


def write_weights(name: str, weights: Weights) -> None:
    """Writes a table of the coder."""
    kept = sorted(f"{sign}\t{weight:.2f}" for sign, weight in weights.items() if abs(weight) >= SMALLEST)
    (DATA / name).write_text("\n".join(["sign\tweight", *kept]) + "\n", encoding="utf-8")


def main() -> None:
    """Learns, scores and writes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("polnear", type=Path, help="polnear_train.jsonl")
    options.add_argument("--table", type=Path, default=TABLE)
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    texts = {row["id"]: row["text"] for row in read_rows(arguments.polnear)}
    cases = list(read_cases(read_table(arguments.table), texts))
    print("as the frames give them:", report(cases, [True] * len(cases)))
    choices = learn_choices(cases)
    sure = choose_apart(cases)
    print("recipients chosen:", report(cases, [True] * len(cases)))
    chances = weigh_apart(cases, sure)
    for least in sorted({0.1, 0.15, 0.25, 0.3, LEAST_WORTH}):
        gone = [case for case, chance in zip(cases, chances, strict=True) if chance < least]
        typed, right = sum(case.type_right for case in gone), sum(case.is_right() for case in gone)
        shares = report(cases, list(chances >= least))
        print(f"left out below {least}: {len(gone)}, {typed} of the right type, {right} all right; {shares}")
    if arguments.write:
        write_weights("politics_recipients.tsv", choices)
        write_weights("politics_worth.tsv", learn_worth(cases, sure))


if __name__ == "__main__":
    main()
