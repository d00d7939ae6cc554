"""Docs are tested: the command page is up to date, every public name is told, and the Python examples run."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import re
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]


def test_command_page_equals_the_commands_help() -> None:
    loader = SourceFileLoader("scripts_docs", str(ROOT / "scripts" / "docs"))
    spec = importlib.util.spec_from_loader("scripts_docs", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == module.make_cli_page(), "run scripts/docs"


@pytest.mark.parametrize("name", [name for name in onrecord.__all__ if not name.startswith("_")])
def test_every_public_name_is_told_in_the_python_page(name: str) -> None:
    assert re.search(rf"\b{name}\b", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"))


@pytest.mark.model
def test_the_examples_of_the_python_page_run() -> None:
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    for code in re.findall(r"```python\n(.*?)```", page, re.S):
        exec(compile(code, "docs/python.md", "exec"), names)


EXAMPLES = sorted(path for path in (ROOT / "src").rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_the_examples_of_a_docstring_hold(path: Path) -> None:
    module = importlib.import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts))
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


@pytest.mark.parametrize("path", sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")]), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
