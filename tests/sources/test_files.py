from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources import Limits, SourceFailure, article_from_bytes, article_from_text, read_articles
from sources.pages import EMPTY, REWRITE

SENTENCE = "The ferry runs again, the harbour office said."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def only_failure(path: Path) -> str:
    (found,) = read_articles([path])
    assert isinstance(found, SourceFailure)
    assert found.where.startswith(str(path))
    return found.error


def texts(found: Iterator[Article | SourceFailure]) -> list[str]:
    return [item.text if isinstance(item, Article) else f"FAILED {Path(item.where).name}" for item in found]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("a.txt", "", "no text", id="empty"),
        pytest.param("a.txt", " \n\t\n", "no text", id="white"),
        pytest.param("a.txt", b"\x7fELF\x02\x01\x00\x00" * 50, "binary", id="binary"),
        pytest.param("a.txt", b"%PDF-1.7 ...", "pdftotext", id="pdf"),
        pytest.param("a.txt", "word " * 1_000_000, "split it", id="5-MB-line"),
        pytest.param("a.jsonl", '{"text": "' + "word " * 1_000_000 + '"}', "split it", id="5-MB-row"),
        pytest.param("a.jsonl", b'{"text": "the caf\xe9 of the ministry"}', "iconv", id="row-in-latin-1"),
        pytest.param("a.jsonl", "hello\n", "not JSON", id="row-not-json"),
        pytest.param("a.jsonl", "[1]\n", "not a JSON object but a list", id="row-not-object"),
        pytest.param("a.jsonl", '{"body": "x"}\n', "it has body", id="row-without-text"),
        pytest.param("a.jsonl", '{"id": "7", "text": null}\n', "it has id)", id="row-text-null"),
        pytest.param("a.jsonl", '{"text": 5}\n', "must be a string, and is a number", id="row-text-number"),
        pytest.param("a.jsonl", '{"text": "x", "published": "soon"}\n', "no date in 'soon'", id="row-bad-date"),
        pytest.param("a.jsonl", '{"text": "x", "published": "01/02/2025"}\n', "two ways", id="row-ambiguous-date"),
        pytest.param("a.jsonl", "\n\n", "without rows", id="no-rows"),
        pytest.param("a.csv", "", "without rows", id="empty-table"),
        pytest.param("a.json", '[\n  {"text": "x"}\n]', "jq", id="json-document"),
        pytest.param("a.html", EMPTY, "without an article", id="page-without-text"),
        pytest.param("a.xml", "<?xml version='1.0'?><rss></rss>", "feed", id="feed"),
    ],
)
def test_bad_file_is_one_failure_that_says_what_to_do(tmp_path: Path, name: str, content: str | bytes, says: str) -> None:
    assert says in only_failure(write(tmp_path, name, content))


def test_bad_row_has_its_line_number_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", rows({"text": "One."}) + "oops\n\n" + rows({"text": "Two."}))
    found = list(read_articles([path]))
    assert texts(iter(found)) == ["One.", "FAILED a.jsonl:2", "Two."]


def test_missing_file_alone_raises_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_articles([tmp_path / "none.txt"])


def test_directory_without_files_alone_raises(tmp_path: Path) -> None:
    write(tmp_path, ".hidden", "x")
    with pytest.raises(SourceError, match="directory without articles"):
        read_articles([tmp_path])


def test_missing_file_among_others_is_a_failure_in_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", SENTENCE)
    assert texts(read_articles([tmp_path / "none.txt", path])) == ["FAILED none.txt", SENTENCE]


def test_no_input_raises() -> None:
    with pytest.raises(SourceError, match="nothing to read"):
        read_articles([])


def test_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert "cannot be read" in only_failure(link)


def test_directory_is_read_sorted_without_hidden_and_describing_files(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        ".c.txt",
        "README.md",
        "d/e.news",
        ".git/f.txt",
        "page_files/g.txt",
        "n.ledger",
        "n.ledger-wal",
    ):
        write(tmp_path, name, f"Text of {name}.")
    assert texts(read_articles([tmp_path])) == ["Text of a.txt.", "Text of b.txt.", "Text of d/e.news."]


def test_glob_is_read_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path, name, f"Text of {name}.")
    assert texts(read_articles([str(tmp_path / "*.txt")])) == ["Text of a.txt.", "Text of b.txt."]


def test_glob_passes_over_ledgers(tmp_path: Path) -> None:
    for name in ("a.txt", "n.ledger", "n.ledger-wal"):
        write(tmp_path, name, f"Text of {name}.")
    assert texts(read_articles([str(tmp_path / "*")])) == ["Text of a.txt."]


def test_file_called_as_sqlite_calls_its_own_is_read(tmp_path: Path) -> None:
    for name in ("train-wal", "a.txt-journal", "a.txt"):
        write(tmp_path, name, f"Text of {name}.")
    assert texts(read_articles([tmp_path])) == ["Text of a.txt.", "Text of a.txt-journal.", "Text of train-wal."]


def test_existing_file_with_a_bracket_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    assert texts(read_articles([write(tmp_path, "a[1].txt", SENTENCE)])) == [SENTENCE]


def test_inputs_are_read_in_the_order_given(tmp_path: Path) -> None:
    first, second = write(tmp_path, "z.txt", "One."), write(tmp_path, "a.txt", "Two.")
    assert texts(read_articles(iter([first, second]))) == ["One.", "Two."]


def test_form_is_told_by_content_not_by_extension(tmp_path: Path) -> None:
    assert len(list(read_articles([write(tmp_path, "rows.txt", rows({"text": "One."}, {"text": "Two."}))]))) == 2
    (article,) = read_articles([write(tmp_path, "page.txt", REWRITE)])
    assert isinstance(article, Article) and article.outlet == "The Second Look"
    assert texts(read_articles([write(tmp_path, "prose.html", SENTENCE)])) == [SENTENCE]
    assert texts(read_articles([write(tmp_path, "noext", "# Ferry\n\n*Runs* again.")])) == ["Ferry\n\nRuns again."]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows({"text": "One."}, {"text": "Two."}).encode())))
    assert texts(read_articles(["-"])) == ["One.", "Two."]


def test_row_longer_than_the_head_is_still_a_row(tmp_path: Path) -> None:
    long = "The ferry runs again. " * 10_000
    assert texts(read_articles([write(tmp_path, "rows.txt", rows({"text": long}, {"text": "Two."}))])) == [long, "Two."]


def test_row_over_the_line_cap_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", rows({"text": "One."}, {"text": "x" * 500}, {"text": "Two."}))
    assert texts(read_articles([path], limits=Limits(max_line_bytes=100))) == ["One.", "FAILED a.jsonl:2", "Two."]


def test_rows_are_read_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "One."}\n' * 10
            buffer[: len(line)] = line
            return len(line)

    from onrecord.sources.tables import read_jsonl

    found = read_jsonl(io.BufferedReader(Endless()), "endless")
    assert [next(found).text for _ in range(1000)] == ["One."] * 1000  # type: ignore[union-attr]


def test_text_is_kept_word_for_word_but_for_line_ends_and_mark(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbf  One \xe2\x80\x9ctwo\xe2\x80\x9d\t\r\n\r\nThree\r four.\n\n")
    assert texts(read_articles([path])) == ["  One “two”\t\n\nThree\r four.\n\n"]


def test_title_that_is_not_the_first_line_becomes_the_first_paragraph() -> None:
    article = article_from_text(SENTENCE, title="Ferry back")
    assert article.text == f"Ferry back\n\n{SENTENCE}"
    assert article.sections is not None and article.sections[0].kind == "headline"
    assert article_from_text(f"Ferry back\n\n{SENTENCE}", title="Ferry  back").text == article.text


def test_id_is_given_or_made_from_address_or_text() -> None:
    assert article_from_text(SENTENCE, id="a7").id == "a7"
    assert article_from_text("One.", url="https://a.example/1").id == article_from_text("Two.", url="https://a.example/1").id
    assert article_from_text("One.").id == article_from_text("One.").id != article_from_text("Two.").id


def test_half_a_surrogate_pair_becomes_a_replacement_character(tmp_path: Path) -> None:
    assert texts(read_articles([write(tmp_path, "a.jsonl", '{"text": "One \\ud83d two."}')])) == ["One \ufffd two."]


def test_rows_given_as_one_article_are_refused() -> None:
    with pytest.raises(SourceError, match=r"^a\.jsonl: rows, not one article"):
        article_from_bytes(b'{"text": "One."}\n', "a.jsonl")


def test_csv_with_known_columns_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'id,text,published\n1,"One, and\nmore.",2025-01-06\n2,Two.\n3,a,b,c,d\n4,Four.,soon\n')
    found = list(read_articles([path]))
    assert texts(iter(found)) == ["One, and\nmore.", "Two.", "FAILED a.csv:5", "FAILED a.csv:6"]
    assert isinstance(found[0], Article) and (found[0].id, found[0].published, found[0].published_basis) == (
        "1",
        "2025-01-06",
        "given",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.csv", "text\nThe ferry runs.\n", id="one column"),
        pytest.param("a.csv", '"text",label\n"The ferry runs.",x\n', id="commas"),
        pytest.param("a.csv", "\ufefftext;label\nThe ferry runs.;x\n", id="semicolons after a byte order mark"),
        pytest.param("a.tsv", "label\ttext\nx\tThe ferry runs.\n", id="tabs"),
    ],
)
def test_csv_is_told_by_its_name_when_text_is_the_only_column_we_know(tmp_path: Path, name: str, content: str) -> None:
    assert texts(read_articles([write(tmp_path, name, content)])) == ["The ferry runs."]


def test_csv_without_a_column_of_texts_is_one_failure_that_names_its_columns(tmp_path: Path) -> None:
    error = only_failure(write(tmp_path, "a.csv", "id,body,day\n1,One.,2025\n2,Two.,2025\n"))
    assert 'no column "text" in the header (it has id, body, day)' in error


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param('"He said "no" twice."', "the line is not CSV", id="single marks inside"),
        pytest.param('"He said no.', "lines 3 to 4 are not CSV", id="mark never closed"),
    ],
)
def test_csv_row_with_stray_quotation_marks_is_no_garbled_text(tmp_path: Path, row: str, told: str) -> None:
    path = write(tmp_path, "a.csv", f'id,text\n1,One.\n2,{row}\n3,"Three."\n4,A "plain" word.\n')
    found = list(read_articles([path]))
    failure = found[1]
    assert isinstance(failure, SourceFailure)
    assert failure.where == f"{path}:3"
    assert told in failure.error
    assert texts(iter(found))[-1] == 'A "plain" word.'


def test_csv_row_that_is_not_utf8_fails_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", b"id;text\n1;caf\xe9\n2;Two.\n")
    assert texts(read_articles([path])) == ["FAILED a.csv:2", "Two."]


def test_table_in_utf16_is_refused(tmp_path: Path) -> None:
    assert "UTF-16" in only_failure(write(tmp_path, "a.jsonl", rows({"text": "One."}).encode("utf-16")))


def test_text_in_utf16_is_read(tmp_path: Path) -> None:
    assert texts(read_articles([write(tmp_path, "a.txt", SENTENCE.encode("utf-16"))])) == [SENTENCE]


def test_file_over_the_cap_is_a_failure(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", SENTENCE * 100)
    (found,) = read_articles([path], limits=Limits(max_file_bytes=1000))
    assert isinstance(found, SourceFailure) and "1,000 bytes" in found.error
