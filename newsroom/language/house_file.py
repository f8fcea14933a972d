"""The file of a house style: one in TOML for each, read with the line of what is wrong in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.language.checklist_file import ItemError, read_items
from newsroom.language.finding import Severity
from newsroom.language.house import House, HouseError
from newsroom.language.rules.house.shape import HeadlineLength
from newsroom.language.rules.house.terms import Term
from newsroom.language.tokens import is_word, words
from newsroom.resources import resource
from newsroom.story.checklist import Item
from newsroom.story.dateline_pattern import pattern_fault
from newsroom.story.notes import NOTE_FORMS, NoteStyle, form_fault

_KEYS = (
    *("off", "words", "honorifics", "quotes", "severity", "phrases", "headline", "dateline"),
    *("notes", "checklist"),
)
_QUOTES = ("curly", "straight")
_PLACES = ("bottom", "top")  # of the notes
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_TOML_LINE = re.compile(r"at line (\d+)")


def load_house(name: str, folder: Path | None = None) -> House:
    """Load a house style by name; one in ``folder``, the user's own, wins over a shipped one.

    Raises HouseError.
    """
    if not _NAME.fullmatch(name):
        raise HouseError(f"nama gaya selingkung tidak sah: “{name}”")
    for place in _folders(folder):
        path = place / f"{name}.toml"
        if path.is_file():
            return read_house(path)
    known = ", ".join(house_names(folder))
    raise HouseError(f"gaya selingkung “{name}” tidak ada; yang ada: {known}")


def house_names(folder: Path | None = None) -> list[str]:
    """Return the names of all house styles, the user's own included, in alphabetic order."""
    return sorted({path.stem for place in _folders(folder) for path in place.glob("*.toml")})


def read_house(path: Path) -> House:
    """Read the file of a house style, named after the file. Raises HouseError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise HouseError(f"{path.name}: berkas harus berupa teks UTF-8") from None
    except OSError:
        raise HouseError(f"{path.name}: tidak dapat dibaca") from None
    return read_house_text(path.stem, text)


def read_house_text(name: str, text: str) -> House:
    """Read a house style from the text of its file. Raises HouseError."""
    file = f"{name}.toml"
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        where = f"baris {line[1]}" if line else "di akhir berkas"
        raise HouseError(
            f"{file}, {where}: bukan TOML yang sah; periksa tanda kutip, kurung, dan “=”"
        ) from None
    return make_house(name, values, text)


def make_house(name: str, values: Mapping[str, Any], text: str = "") -> House:
    """Make a house style of what its file holds. Raises HouseError."""
    return _HouseFile(f"{name}.toml", text, values).house(name)


def _ticking(items: tuple[Item, ...] | None) -> list[str]:
    return [rule for item in items or () for rule in item.rules]


def _folders(own: Path | None) -> list[Path]:
    return [place for place in (own, resource("house")) if place is not None]


@dataclass(frozen=True, slots=True)
class _HouseFile:
    """A file of a house as TOML has it, with its text, for the lines of its faults."""

    name: str
    text: str
    values: Mapping[str, Any]

    def house(self, name: str) -> House:
        for key in self.values:
            if key not in _KEYS:
                raise self.error(f"{key}: kunci tidak dikenal; yang ada: {', '.join(_KEYS)}", key)
        off = self.texts("off")
        severity = {rule: self.severity(rule, said) for rule, said in self.table("severity")}
        terms = [self.term(wrong, said) for wrong, said in self.table("phrases")]
        seen: set[str] = set()
        for term in terms:
            if term.wrong.lower() in seen:
                raise self.error(f"phrases: “{term.wrong}” tertulis dua kali", term.wrong)
            seen.add(term.wrong.lower())
        return House(
            name=name,
            off=frozenset(off),
            severity=severity,
            words=self.single("words"),
            honorifics=self.single("honorifics"),
            terms=tuple(terms),
            headline=self.headline(),
            datelines=self.datelines(),
            straight_quotes=self.quotes() == "straight",
            notes=self.notes(),
            checklist=(items := self.checklist()),
            lines={rule: self.line(rule) for rule in (*off, *severity, *_ticking(items))},
        )

    def severity(self, rule: str, said: object) -> Severity:
        try:
            return Severity(str(said))
        except ValueError:
            known = ", ".join(Severity)
            raise self.error(
                f"severity: {rule}: “{said}” tidak dikenal; yang ada: {known}", rule
            ) from None

    def quotes(self) -> str:
        said = self.values.get("quotes", _QUOTES[0])
        if said not in _QUOTES:
            known = ", ".join(_QUOTES)
            raise self.error(f"quotes: “{said}” tidak dikenal; yang ada: {known}", "quotes")
        return str(said)

    def term(self, wrong: str, said: object) -> Term:
        where = f"phrases: {wrong}"
        parts = said if isinstance(said, dict) else {"write": said}
        if unknown := set(parts) - {"write", "reason"}:
            raise self.error(
                f"{where}: kunci “{min(unknown)}” tidak dikenal; yang ada: write, reason", wrong
            )
        if not all(isinstance(part, str) and part.strip() for part in parts.values()) or not parts:
            raise self.error(f"{where}: gantinya harus berupa teks yang tidak kosong", wrong)
        if not wrong.strip() or [word.text for word in words(wrong)] != wrong.split():
            raise self.error(f"{where}: hanya kata, tanpa tanda baca dan angka lepas", wrong)
        return Term(" ".join(wrong.split()), **parts)

    def headline(self) -> HeadlineLength | None:
        limits = self.known_table("headline", ("longest", "words"))
        for key, value in limits.items():
            if type(value) is not int or value < 1:
                fault = f"headline: {key}: harus bilangan bulat lebih dari 0"
                raise self.error(fault, key, "headline")
        return HeadlineLength(**limits) if limits else None

    def datelines(self) -> tuple[str, ...]:
        value = self.known_table("dateline", ("patterns",)).get("patterns", [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.error('dateline: patterns: harus berupa daftar teks, ["…", "…"]', "patterns")
        for pattern in value:
            if fault := pattern_fault(pattern):
                raise self.error(f"dateline: pola “{pattern}” {fault}", pattern, "dateline")
        return tuple(value)

    def notes(self) -> NoteStyle:
        said = self.known_table("notes", ("place", *NOTE_FORMS))
        place = said.pop("place", _PLACES[0])
        if place not in _PLACES:
            known = ", ".join(_PLACES)
            fault = f"notes: place: “{place}” tidak dikenal; yang ada: {known}"
            raise self.error(fault, "place", "notes")
        for name, form in said.items():
            why = form_fault(name, form) if isinstance(form, str) else "harus berupa teks"
            if why:
                raise self.error(f"notes: {name}: {why}", name, "notes")
        return NoteStyle(on_top=place == "top", **said)

    def checklist(self) -> tuple[Item, ...] | None:
        if "checklist" not in self.values:
            return None
        try:
            return read_items(self.values["checklist"])
        except ItemError as error:
            raise self.error(f"checklist: {error}", error.named, "[checklist]") from None

    def known_table(self, key: str, known: tuple[str, ...]) -> dict[str, Any]:
        """Return a table that has no other keys than these."""
        table = dict(self.table(key))
        if unknown := set(table) - set(known):
            named = min(unknown)
            raise self.error(
                f"{key}: kunci “{named}” tidak dikenal; yang ada: {', '.join(known)}", named, key
            )
        return table

    def single(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that are one word each."""
        texts = self.texts(key)
        for text in texts:
            if not is_word(text):
                raise self.error(f"{key}: “{text}” bukan satu kata", text)
        return texts

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.error(f'{key}: harus berupa daftar teks, ["…", "…"]', key)
        return tuple(value)

    def table(self, key: str) -> Iterable[tuple[str, object]]:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(f"{key}: harus berupa tabel [{key}]", key)
        return value.items()

    def line(self, named: str, table: str = "") -> int:
        """Return the number of the first line that names something, comments aside.

        It is sought from where its ``table`` begins, if that has a line of its own.
        """
        named_alone = re.compile(rf"(?<![\w.-]){re.escape(named)}(?![\w.-])")
        lines = [line.partition("#")[0] for line in self.text.split("\n")]
        first = next((at for at, line in enumerate(lines) if line.strip() == f"[{table}]"), 0)
        for number, line in enumerate(lines[first:], first + 1):
            if named_alone.search(line):
                return number
        return 1

    def error(self, fault: str, named: str, table: str = "") -> HouseError:
        return HouseError(f"{self.name}, baris {self.line(named, table)}: {fault}", fault)
