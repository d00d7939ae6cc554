"""What tests share: texts with marked spans, and a parse built from a small table."""

from __future__ import annotations

import re
from functools import cache

from onrecord.language import Parser, find_quotations, load_parser, split_paragraphs
from onrecord.records import Parse, Quotation, Span

_MARK = re.compile(r"\[([^\[\]]*)\]\{(\w+)\}")


def marked(source: str) -> tuple[str, dict[str, list[Span]]]:
    """The text and the spans of `[Ms Bondar]{source} [said]{cue} [she would resign]{content}.`, by label, in text order."""
    spans: dict[str, list[Span]] = {}
    text, done = "", 0
    for match in _MARK.finditer(source):
        text += source[done : match.start()]
        spans.setdefault(match.group(2), []).append(Span(len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        done = match.end()
    return text + source[done:], spans


def table_parse(table: str) -> Parse:
    """A parse from lines `word lemma tag pos head label` (head: 1-based in its sentence, 0 = root); an empty line ends a
    sentence, a line `--` a paragraph. Words are joined by one space, paragraphs by an empty line."""
    words, lemmas, tags, pos, heads, labels, starts, ends = [], [], [], [], [], [], [], []
    sentences, paragraphs, text = [], [], ""
    for block in table.strip().split("\n--\n"):
        first = len(words)
        text += "\n\n" if text else ""
        for number, sentence in enumerate(block.strip().split("\n\n")):
            base = len(words)
            for line in sentence.strip().splitlines():
                word, lemma, tag, part, head, label = line.split()
                text += " " if len(words) > base or number else ""
                starts.append(len(text))
                text += word
                ends.append(len(text))
                words.append(word)
                lemmas.append(lemma)
                tags.append(tag)
                pos.append(part)
                heads.append(base + int(head) - 1 if int(head) else len(words) - 1)
                labels.append(label)
            sentences.append((base, len(words)))
        paragraphs.append((first, len(words)))
    quotations = [
        Quotation(sum(s < q.start for s in starts), sum(s < q.end for s in starts), q.closed)
        for q in find_quotations(text, split_paragraphs(text))
    ]
    return Parse(text, words, lemmas, tags, pos, heads, labels, starts, ends, sentences, paragraphs, tuple(quotations))


@cache
def parser() -> Parser:
    """The shipped parser, loaded once for all tests."""
    return load_parser()


def parsed(text: str) -> Parse:
    """The shipped parser's parse of a text."""
    return parser().parse(text)
