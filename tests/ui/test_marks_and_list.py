"""The list and the marks never disagree, whatever is done, in any field."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.story.story import Photo

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
PIECES = (
    "efesien ", "🙂", "👩‍👩‍👧 trampil ", "a", " ", ".", "mensukseskan ", "Hartini ", "dirumah ",
    "Menurut Hartini, ", " ,", "pembangunann ", "\n\n", "**tebal** ", "Rp 14.500 ",
)  # fmt: skip
TYPED = ("efesien ", "x", "trampil ", "Hartini hadir. ", "lagi ")
NAMES = ("headline", "photos[0].caption", "body", "summary")


class Person:
    """Does one thing after another, at random, as people do with keys."""

    def __init__(self, window, paste, seed: int) -> None:
        self.random = random.Random(seed)
        self.window = window
        self.paste = paste
        self.did: list[str] = []

    def do(self) -> None:
        """Do something somewhere."""
        fields = self.window.reviewing.fields.by_name()
        name = self.random.choice(["body", "body", *NAMES])
        field = fields[name]
        if name not in self.window.page.fields():
            self.window.show_tab("photos" if name.startswith("photos") else "data")
        field.setFocus()
        act = self.random.choice(
            [self.type, self.type, self.paste_piece, self.paste_piece, self.delete, self.undo,
             self.take, self.ignore, self.ignore_in_story, self.learn, self.step, self.cycle]
        )  # fmt: skip
        self.did.append(f"{act.__name__} in {name}")
        act(field)

    def place(self, field) -> None:
        text = field.text()
        start = self.random.randrange(len(text) + 1)
        field.select(start, min(len(text), start + self.random.choice([0, 0, 1, 6])))

    def type(self, field) -> None:
        self.place(field)
        QTest.keyClicks(field, self.random.choice(TYPED))

    def paste_piece(self, field) -> None:
        self.place(field)
        self.paste(field, self.random.choice(PIECES))

    def delete(self, field) -> None:
        self.place(field)
        QTest.keyClick(field, self.random.choice([KEY.Key_Backspace, KEY.Key_Delete]))

    def undo(self, field) -> None:
        QTest.keySequence(
            field, self.window.actions_[self.random.choice(["undo", "redo"])].shortcut()
        )

    def take(self, field) -> None:
        QTest.keyClick(field, self.random.choice([KEY.Key_1, KEY.Key_2]), ALT)

    def ignore(self, field) -> None:
        QTest.keyClick(field, KEY.Key_0, ALT)

    def ignore_in_story(self, field) -> None:
        QTest.keyClick(field, KEY.Key_I, ALT)

    def learn(self, field) -> None:
        QTest.keyClick(field, KEY.Key_D, ALT)

    def step(self, field) -> None:
        QTest.keyClick(field, KEY.Key_F7, self.random.choice([SHIFT, Qt.KeyboardModifier(0)]))

    def cycle(self, field) -> None:
        for _ in range(3):
            QTest.keyClick(field, KEY.Key_F7, CONTROL)


@pytest.mark.parametrize("seed", range(4))
def test_list_and_marks_agree_after_anything(writing, paste, eventually, underlined, seed):
    window = writing(
        "Kerja efesien 🙂 warga.\n\nHartini dirumah, **mensukseskan** desa.",
        headline="Warga Trampil Membaca",
        photos=(Photo("a.jpg", caption="Warga dirumah camat."),),
        summary="Kerja efesien warga.",
    )
    window.resize(1366, 1000)
    person = Person(window, paste, seed)

    def listed(name: str) -> list[tuple[int, str]]:
        asked = window.findings.missing  # what a portal asks of a story is in the list alone
        found = [f for f in window.findings.found if f not in asked]
        return [(f.start, f.text) for f in found if f.field == name and f.text]

    def seen(name: str) -> list[tuple[int, str]]:
        field = window.reviewing.fields.by_name()[name]
        field.grab()  # painted whole, wherever it is scrolled to
        return underlined(field)

    for _ in range(8):
        for _ in range(person.random.randrange(1, 5)):
            person.do()
        window.page.kicker.setFocus()  # so that the last word is judged too
        window.page.flush()
        eventually(lambda: window.checks.is_idle and window.is_settled)
        for name in NAMES:
            eventually(lambda: seen(name) == listed(name))  # noqa: B023
            text = window.reviewing.fields.by_name()[name].text()
            for start, word in listed(name):
                assert text[start : start + len(word)] == word, person.did
