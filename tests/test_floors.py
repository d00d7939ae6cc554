"""Data flows one way: a module imports only from floors below its own, and heavy libraries load late."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"

FLOORS = [
    {"records", "errors"},
    {"settings", "contract"},
    {"sources", "language"},
    {"attribution", "actors", "times", "events"},
    {"factuality"},
    {"stages"},
    {"reading"},
    {"ledger"},
    {"reconcile", "api"},
    {"report", "score"},
    {"cluster", "web", "cli"},
    {"__init__", "__main__"},
]
RANK = {part: rank for rank, floor in enumerate(FLOORS) for part in floor}


def imports(path: Path) -> set[str]:
    """Parts of onrecord that a module names in an import, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            pytest.fail(f"{path}: write imports of onrecord in full")
        found |= {name.split(".")[1] for name in names if name.startswith("onrecord.")}
    return found


def part(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_module_imports_only_from_floors_below_its_own(path: Path) -> None:
    own = part(path)
    assert own in RANK, f"put {own!r} on a floor"
    for other in imports(path):
        if other in RANK and other != own:
            assert RANK[other] < RANK[own], f"{own} may not import {other}"


def test_only_language_imports_the_parser_library() -> None:
    users = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if any(name.split(".")[0] in {"spacy", "thinc"} for name in names):
                users.add(part(path))
    assert users == {"language"}
