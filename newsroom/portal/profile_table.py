"""One table of a profile file, read key by key, so that each fault is named with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ProfileError(ValueError):
    """A profile can't be used; the message names the file, the key and the fault.

    ``key`` and ``fault`` are these apart, as in ``limits.headline`` and
    ``sections[3].slug``; both are empty where the file as a whole is at fault.
    """

    def __init__(self, message: str, key: str = "", fault: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.fault = fault


class ProfileTable:
    """A TOML table that knows where it stands and which of its keys were asked for."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = values
        self._where = where
        self._asked: set[str] = set()

    def error(self, key: str, fault: str) -> ProfileError:
        """Return the error to raise for a key."""
        path = ".".join([*self._where.split(": ")[1:], key])
        return ProfileError(f"{self._where}: {key}: {fault}", path, fault)

    def names(self) -> list[str]:
        """Return the keys as they stand in the file."""
        return list(self._values)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; one without default must be there and say something."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.error(key, "harus berupa teks dalam tanda kutip")
        if default is None and not value.strip():
            raise self.error(key, "tidak boleh kosong")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts; one without default must be there and hold some."""
        value = self._take(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            raise self.error(key, "harus berupa daftar teks")
        if default is None and not value:
            raise self.error(key, "tidak boleh kosong")
        return tuple(value)

    def number(self, key: str, default: int, least: int = 1, most: int | None = None) -> int:
        """Return a whole number from ``least`` up to ``most``."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(key, "harus berupa bilangan bulat")
        if value < least or (most is not None and value > most):
            span = f"lebih dari {least - 1}" if most is None else f"{least} sampai {most}"
            raise self.error(key, f"harus {span}")
        return value

    def table(self, key: str) -> ProfileTable:
        """Return a table within; one that is not there is empty."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self.error(key, f"harus berupa tabel [{key}]")
        return ProfileTable(value, f"{self._where}: {key}")

    def tables(self, key: str) -> list[ProfileTable]:
        """Return the tables of an array; one that is not there is empty."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.error(key, f"harus berupa tabel-tabel [[{key}]]")
        return [
            ProfileTable(one, f"{self._where}: {key}[{number}]") for number, one in enumerate(value)
        ]

    def close(self) -> None:
        """Raise ProfileError if the table holds a key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                raise self.error(key, f"kunci tidak dikenal; yang ada: {known}")

    def _take(self, key: str, default: Any) -> Any:
        self._asked.add(key)
        value = self._values.get(key, default)
        if value is None:
            raise self.error(key, "wajib diisi")
        return value
