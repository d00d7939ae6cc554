"""Bytes -> str: the one place that decides what encoding a text is in, and what is no text at all."""

from __future__ import annotations

import codecs

from onrecord.errors import SourceError

IS_BINARY = "is binary data, not text: give a text, HTML, Markdown or JSONL file"
HOLDS_NUL = f"holds NUL characters, so it {IS_BINARY}"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document: take its text out first, for instance with `pdftotext FILE`"),
    (b"PK\x03\x04", "a ZIP archive or an Office document: save it as plain text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as plain text or HTML first"),
    (b"{\\rtf", "an RTF document: save it as plain text or HTML first"),
    (b"\x1f\x8b", "gzip data: unpack it first, for instance with `gunzip FILE`"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data: unpack it first, for instance with `unzstd FILE`"),
    (b"BZh", "bzip2 data: unpack it first, for instance with `bunzip2 FILE`"),
    (b"SQLite format 3\x00", "an SQLite database, not an article"),
    (b"\x89PNG", "a PNG image, not an article"),
    (b"\xff\xd8\xff", "a JPEG image, not an article"),
    (b"GIF8", "a GIF image, not an article"),
    (b"PAR1", "a Parquet file: write its rows as JSONL first"),
)
_NOT_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "utf-7"})
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_MAX_CONTROL_SHARE = 0.02
_GUESS_BYTES = 100_000
# What cp1250, cp1251, cp1252 ... agree on: euro, ellipsis, quotation marks, bullet, dashes, no-break space, guillemets.
_SHARED_WINDOWS = frozenset(b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x9b\xa0\xab\xbb")


def decode(data: bytes, charset: str | None = None) -> str:
    """The text that bytes stand for, without its byte order mark.

    Asked in this order: byte order mark; valid UTF-8 with at least one character outside ASCII (a page that declares
    Latin-1 and sends UTF-8 is far commoner than the accident); the declared charset; ASCII; then a guess, Windows-1252 when
    only quotation marks and dashes stand outside ASCII or nothing reads better, otherwise charset-normalizer's. A text with
    NUL in it is refused.

    Args:
        charset: what the page or the server declares; an unknown or wrong one is passed over.

    Raises:
        SourceError: the bytes are binary, or no encoding fits.
    """
    mark, named = _byte_order_mark(data)
    text = _try(data[len(mark) :], named) if named else None
    if text is None:
        check_magic(data)
        text = _decode_unmarked(data, charset)
    if "\x00" in text:
        raise SourceError(HOLDS_NUL)
    return text


def decode_line(line: bytes) -> str:
    """One line of a UTF-8 table. Tables have one encoding, so that a line can be read without the others.

    Raises:
        SourceError: the line is not UTF-8.
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"not UTF-8 (byte {line[error.start]:#04x} at {error.start}): convert the file first, for instance with "
            "`iconv -f WINDOWS-1252 -t UTF-8`"
        ) from None


def decode_head(head: bytes) -> str:
    """The beginning of a file, good enough to look for ASCII signs in it; never fails."""
    mark, named = _byte_order_mark(head)
    return head[len(mark) :].decode(named or "latin-1", "replace")


def is_wide(head: bytes) -> bool:
    """Whether a byte order mark says UTF-16 or UTF-32."""
    return (_byte_order_mark(head)[1] or "utf-8") != "utf-8"


def check_magic(data: bytes) -> None:
    """Refuse what its first bytes show to be no text.

    Raises:
        SourceError: a known kind of file that is not text; the message says what to do with it.
    """
    for magic, message in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"is {message}")


def _byte_order_mark(data: bytes) -> tuple[bytes, str | None]:
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", None))


def _decode_unmarked(data: bytes, charset: str | None) -> str:
    declared = _known_charset(charset)
    if not (declared or "").startswith(("utf-16", "utf-32")):
        _check_controls(data)
        if not data.isascii() and (text := _try(data, "utf-8")) is not None:
            return text
    text = _try(data, declared) if declared else None
    return text if text is not None else _guess(data)


def _check_controls(data: bytes) -> None:
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in data or controls > max(1, _MAX_CONTROL_SHARE * len(sample)):
        raise SourceError(IS_BINARY)


def _known_charset(charset: str | None) -> str | None:
    try:
        name = codecs.lookup((charset or "").strip(" \"'")).name
    except (LookupError, ValueError):  # ValueError: a name with NUL in it
        return None
    # Browsers read these labels as Windows-1252, which has quotation marks where they have controls.
    return None if name in _NOT_CHARSETS else "cp1252" if name in {"iso8859-1", "ascii"} else name


def _try(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (ValueError, LookupError):  # LookupError: a codec that makes no text, such as zlib
        return None


def _guess(data: bytes) -> str:
    if data.isascii():
        return data.decode("ascii")
    if _SHARED_WINDOWS.issuperset(byte for byte in set(data) if byte > 127):
        return data.decode("cp1252")
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_GUESS_BYTES])
    best = matches.best()
    # Among encodings that read equally well (cp1250 and cp1257 mostly do) the Western one, since the articles are English.
    western = best is not None and any("cp1252" in match.could_be_from_charset and match.chaos <= best.chaos for match in matches)
    names = [*(["cp1252"] if western else []), *([best.encoding] if best is not None else [])]
    for name in names:
        if (text := _try(data, name)) is not None:
            return text
    raise SourceError("its encoding cannot be told: convert it to UTF-8 first, for instance with `iconv -f CHARSET -t UTF-8`")
