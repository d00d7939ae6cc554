"""Which words the learned parts may know: frequent ones that are written small, never a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.records import Parse

MIN_COUNT = 25
MIN_ARTICLES = 12
SMALL_SHARE = 0.6
OPEN_CLASSES = frozenset({"NOUN", "ADJ", "ADV", "NUM", "X", "INTJ"})
OPEN_MIN_COUNT = 120
"""Nouns, adjectives and adverbs must be this frequent: rarer ones tell the topic more than the
construction. Words of the cue lexicon are known however rare."""


def count_words(parses: Iterable[Parse], n_max: int = 3500) -> list[str]:
    """Lemmas and forms worth a code, the most frequent first, equal ones by letter.

    A word counts where it is no proper noun; it must stand in `MIN_ARTICLES` articles and be written small most of the time.
    """
    total: Counter[str] = Counter()
    small: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for parse in parses:
        seen = set()
        for word, lemma, pos in zip(parse.words, parse.lemmas, parse.pos, strict=True):
            if pos == "PROPN" or not any(map(str.isalpha, word)):
                continue
            for form in {word.lower(), lemma}:
                total[form] += 1
                small[form] += word.islower()
                opened[form] += pos in OPEN_CLASSES
                seen.add(form)
        articles.update(seen)
    kept = [
        word
        for word, count in total.items()
        if count >= (OPEN_MIN_COUNT if opened[word] > count / 2 else MIN_COUNT)
        and articles[word] >= MIN_ARTICLES
        and small[word] >= SMALL_SHARE * count
    ]
    return sorted(kept, key=lambda word: (-total[word], word))[:n_max]
