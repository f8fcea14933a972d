"""Regular expressions, as the oldest Python that the program runs on reads them."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

# "(…)*+" and its like: where what is repeated can itself go back, Python 3.11 before 3.11.5,
# and so Debian 12's, takes too much or nothing (python/cpython#106052). "(?>(…)*)" is the same.
REPEATED_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")


def written(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from written(one)


def test_no_group_is_repeated_without_going_back() -> None:
    assert REPEATED_GROUP.search(r"(?:ab|a)*+b"), "the search itself finds one"
    found = []
    for file in (ROOT / "newsroom").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found += [(file.name, node.value)] * bool(REPEATED_GROUP.search(node.value))
    for file in (ROOT / "resources").rglob("*.toml"):
        for text in written(tomllib.loads(file.read_text(encoding="utf-8"))):
            found += [(file.name, text)] * bool(REPEATED_GROUP.search(text))
    assert found == []
