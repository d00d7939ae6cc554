"""Words per CPU-second: the whole reading against spaCy's stock pipeline on the same texts, in one run.

    python bench/throughput.py ARTICLES.jsonl [--warm ARTICLES.jsonl] [--limit 84]

All are warmed up on other articles first (--warm, or the example corpus), then take turns. The stock pipeline gets the texts
through `nlp.pipe` as it comes, with its own batch size; `--batch 12` makes turns short and suits it better. Prints ratios, and
our own share for attributions alone and for all stages.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # spaCy's own pipeline must not spread over cores either

import spacy

from onrecord.language import load_parser
from onrecord.reading import Reader, spare_collector
from onrecord.records import Article, Parse
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parents[1] / "examples" / "news.jsonl"


def read_texts(path: Path, limit: int) -> list[str]:
    """The `text` of the first articles of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, limit)]


def timed(work: Callable[[list[str]], object], texts: list[str]) -> float:
    """CPU-seconds of this process for a batch of texts."""
    start = time.process_time()
    work(texts)
    return time.process_time() - start


class TimedParser:
    """A reader's parser with a watch on it, so that a reading's own part is told apart within the same run."""

    def __init__(self, reader: Reader) -> None:
        self._parser = reader._parser
        self.name, self.seconds = self._parser.name, 0.0
        reader._parser = self

    def parse(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """The parser's parse, timed."""
        start = time.process_time()
        parse = self._parser.parse(text, breaks)
        self.seconds += time.process_time() - start
        return parse


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("articles", type=Path)
    arguments.add_argument("--warm", type=Path, default=EXAMPLES)
    arguments.add_argument("--limit", type=int, default=84)
    arguments.add_argument(
        "--batch", type=int, help="articles a turn, and the stock pipeline's batch (all at once, its own size)"
    )
    options = arguments.parse_args()
    settings = Settings()
    parser, stock = load_parser(settings.parser), spacy.load(settings.parser)
    whole = Reader(settings)
    first = Reader(Settings(tagger="none", resolver="none", coder="none", assessor="none"))
    watches = {"attributions": TimedParser(first), "all stages": TimedParser(whole)}
    contenders: dict[str, Callable[[list[str]], object]] = {
        "stock pipeline": lambda texts: list(stock.pipe(texts, batch_size=options.batch)),
        "our parse alone": lambda texts: [parser.parse(text) for text in texts],
        "attributions": lambda texts: [first.read(Article("x", text)) for text in texts],
        "all stages": lambda texts: [whole.read(Article("x", text)) for text in texts],
    }
    for work in contenders.values():
        work(read_texts(options.warm, 100))
    spare_collector()  # for all alike
    for watch in watches.values():
        watch.seconds = 0.0
    texts = read_texts(options.articles, options.limit)
    seconds = dict.fromkeys(contenders, 0.0)
    turn = options.batch or len(texts)
    for start in range(0, len(texts), turn):
        for name, work in contenders.items():
            seconds[name] += timed(work, texts[start : start + turn])
    words = sum(len(text.split()) for text in texts)
    for name, spent in seconds.items():
        ratio = seconds["stock pipeline"] / spent
        print(f"{name:16} {words / spent:9.0f} words per CPU-second   {ratio:5.2f} times the stock pipeline")
    for name, watch in watches.items():
        own = seconds[name] - watch.seconds
        shares = (100 * own / seconds[name], 100 * own / watch.seconds)
        print(f"{name}: our own part is {shares[0]:.0f} % of the time, {shares[1]:.0f} % of the parse")


if __name__ == "__main__":
    main()
