"""Peak memory while reading many articles from JSONL: must stay flat.

    python bench/memory.py [--articles 20000] [--jobs 1]

Makes a JSONL file of that many articles (the example corpus over and over, with invented words mixed in so that caches and
vocabularies grow as on fresh news), reads it as `onrecord read` does, and prints resident memory as it goes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
from pathlib import Path

import onrecord

EXAMPLES = Path(__file__).parents[1] / "examples" / "news.jsonl"
SYLLABLES = ["ka", "ro", "mi", "ste", "len", "dar", "vo", "shi", "tan", "gul", "be", "nor", "zhe", "pri"]


def make_corpus(path: Path, articles: int, max_words: int) -> None:
    """Articles with about one invented name in twenty words."""
    source = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    rng = random.Random(7)
    with path.open("w", encoding="utf-8") as out:
        for number in range(articles):
            words = source[number % len(source)]["text"].split()[:max_words]
            for place in range(0, len(words), 20):
                words[place] = "".join(rng.choices(SYLLABLES, k=3)).capitalize()
            out.write(json.dumps({"id": str(number), "text": " ".join(words)}) + "\n")


def resident_mb() -> float:
    """Resident memory of this process now."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=300, help="words an article at most")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        make_corpus(path, options.articles, options.words)
        for number, _ in enumerate(onrecord.read_many(path, jobs=options.jobs), 1):
            if number % max(options.articles // 20, 1) == 0:
                print(f"{number:6} articles  {resident_mb():7.0f} MB resident", flush=True)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak {own:.0f} MB" + (f", largest worker {workers:.0f} MB" if options.jobs > 1 else ""))


if __name__ == "__main__":
    main()
