"""Where the files that ship with the program lie."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel holds the resources inside the package, a checkout beside it.
_INSIDE = _PACKAGE / "_resources"
_ROOT = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as ``resource("portals")``."""
    return _ROOT.joinpath(*parts)
