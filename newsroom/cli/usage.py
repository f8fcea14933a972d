"""The command line in Indonesian: its help, and what is wrong with a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer import TyperException

# How typer writes an argument, "{BERKAS}..." and "BERKAS <str>": its name is enough.
_DECORATION = re.compile(r"[{}]|(?<=[}…])\.{3}| <[^<>]+>")
_HELP = {
    "Usage: ": "Pemakaian: ",
    "COMMAND [ARGS]...": "PERINTAH …",
    "[OPTIONS]": "[PILIHAN]",
    "Arguments:": "Isian:",
    "Options:": "Pilihan:",
    "Commands:": "Perintah:",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "[default: ": "[bawaan: ",
    "[required]": "[wajib]",
}


class Command(TyperCommand):
    """A command whose help is in Indonesian."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _in_indonesian(super().get_help(ctx))


class Group(TyperGroup):
    """The commands together, their help in Indonesian."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _in_indonesian(super().get_help(ctx))


def fault(error: TyperException) -> str:
    """Return what is wrong with a command line, in one Indonesian line."""
    group = getattr(getattr(error, "ctx", None), "command", None)
    commands = ", ".join(getattr(group, "commands", ()))
    name = _name(getattr(error, "param", None))
    option = getattr(error, "option_name", "")
    match type(error).__name__:
        case "NoSuchOption" if option == "--data":
            return "pilihan --data ditulis paling depan: newsroom --data FOLDER PERINTAH"
        case "NoSuchOption":
            return f"pilihan {option} tidak dikenal"
        case "BadOptionUsage":
            return f"pilihan {option} ditulis tanpa nilai, atau dengan nilai yang tidak perlu"
        case "MissingParameter":
            return f"{name} belum ditulis"
        case "BadParameter":
            return f"nilai untuk {name} tidak sah"
    if "No such command" in error.message:
        asked = error.message.partition("'")[2].partition("'")[0]
        return f"perintah {asked} tidak ada; yang ada: {commands}"
    if "unexpected extra argument" in error.message:
        return f"isian berlebih {error.message.partition('(s) ')[2]}"
    return f"perintah belum lengkap; yang ada: {commands}"


def _name(parameter: Any) -> str:
    """Return what the user knows a parameter by: BERKAS, --limit."""
    if parameter is None:
        return ""
    argument = parameter.param_type_name == "argument"
    return str(parameter.metavar if argument else max(parameter.opts, key=len))


def _in_indonesian(text: str) -> str:
    for english, indonesian in _HELP.items():
        text = text.replace(english, indonesian)
    return _DECORATION.sub("", text)
