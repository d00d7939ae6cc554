from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.sources.decode import decode

QUOTED = "“The ferry runs again” — so the harbour said…"
FRENCH = "Le ministère a déclaré que la trêve était rompue, et que le président déciderait dès vendredi où aller. " * 5
RUSSIAN = "Министерство заявило, что перемирие нарушено, и что президент примет решение в пятницу. " * 5


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        pytest.param(b"\xef\xbb\xbfAt sea", None, "At sea", id="mark-dropped"),
        pytest.param("\ufeffAt sea".encode("utf-16-le"), "utf-8", "At sea", id="mark-before-declared"),
        pytest.param(QUOTED.encode(), "iso-8859-1", QUOTED, id="utf-8-declared-latin-1"),
        pytest.param(QUOTED.encode("cp1252"), "iso-8859-1", QUOTED, id="windows-declared-latin-1"),
        pytest.param(QUOTED.encode("cp1252"), None, QUOTED, id="windows-quotation-marks"),
        pytest.param(RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN, id="declared"),
        pytest.param(RUSSIAN.encode("cp1251"), None, RUSSIAN, id="guessed"),
        pytest.param(FRENCH.encode("cp1252"), None, FRENCH, id="guessed-western"),
        pytest.param(FRENCH.encode("cp1252"), "utf-8", FRENCH, id="declared-wrongly"),
        pytest.param("休戦".encode("iso2022_jp"), "iso-2022-jp", "休戦", id="declared-seven-bit"),
        pytest.param(b"At sea", "rot13", "At sea", id="declared-nonsense"),
        pytest.param("At sea".encode("utf-16-le"), "utf-16-le", "At sea", id="declared-wide"),
    ],
)
def test_bytes_become_the_text_they_were(data: bytes, charset: str | None, text: str) -> None:
    assert decode(data, charset) == text


@pytest.mark.parametrize(
    "data", [b"At\x00sea", b"PK\x03\x04zip", b"\x01\x02\x03\x04\x05\x06", b"\x89PNG\r\n\x1a\n", b"\xff\xfe\x00\x00\x00\x00"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"image|archive|binary"):
        decode(data)


@given(st.text().filter(lambda text: "\x00" not in text), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_text_comes_back(text: str, charset: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(text.encode(charset)) == text


@given(
    st.binary(), st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["idna", "utf-7", "base64", "zlib", "hz", "utf-16"]))
)
def test_any_bytes_and_any_charset_give_text_or_an_error_of_ours(data: bytes, charset: str | None) -> None:
    try:
        assert isinstance(decode(data, charset), str)
    except SourceError as error:
        assert str(error)
