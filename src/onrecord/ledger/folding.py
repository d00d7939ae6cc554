"""Words as a user types them go in, forms that compare well and safe full-text expressions come out."""

from __future__ import annotations

import re
import unicodedata

from onrecord.contract import replace_surrogates

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h"})
_WORDS = re.compile(r'"([^"]*)"|([^\s"]+)')


def fold(text: str) -> str:
    """The text without case and diacritics: `Erdoğan`, `ERDOGAN` and `erdogan` are one; also `Łódź` and `Lodz`."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_PLAIN)


def make_storable(text: str) -> str:
    """The text as SQLite can keep and cut it: U+FFFD for NUL and for half a surrogate pair, one code point for one."""
    return replace_surrogates(text).replace("\0", "\ufffd")


def match_words(text: str) -> str | None:
    """An FTS5 expression for rows that hold all words of a text; what stands in double quotes must stand together.

    Nothing in the text has a meaning to FTS5: operators, stars and brackets are words or nothing.

    Returns:
        The expression, or `None` when the text has no letter and no digit, so that no row can match.
    """
    found = (first or second for first, second in _WORDS.findall(make_storable(text)))
    words = [word for word in found if any(letter.isalnum() for letter in word)]
    return " ".join(f'"{word}"' for word in words) or None
