"""What every test needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_on_the_clipboard() -> Iterator[None]:
    """Take away what tests have copied.

    Offscreen, Qt frees it when Python has ended, which ends the process badly: it is
    an object of both.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and (app := widgets.QApplication.instance()):
        app.clipboard().clear()
