"""The caps of reading, and the form of what could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before an input is refused. Refusing one input never stops the next.

    Attributes:
        max_chars: an article's text, in code points; the parser's memory grows with it.
        max_file_bytes: a file or standard input that holds one article.
        max_line_bytes: one line of a table; a million characters written as `\\uXXXX` take 6 MB.
        max_fetch_bytes: one page over HTTP, after decompression.
        timeout_s: seconds for one page over HTTP, redirects included.
        max_redirects: redirects followed for one page.
    """

    max_chars: int = 1_000_000
    max_file_bytes: int = 20_000_000
    max_line_bytes: int = 16_000_000
    max_fetch_bytes: int = 10_000_000
    timeout_s: float = 30.0
    max_redirects: int = 5


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """An input, or a line of one, that gave no article.

    Attributes:
        where: the path, `path:line` or address; `<stdin>` for standard input.
        error: what was wrong and what to do, in one sentence fit to show to a user.
    """

    where: str
    error: str
