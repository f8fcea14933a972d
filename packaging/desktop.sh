#!/bin/sh
# Puts the program into this user's menu, and has .naskah files open in it at a double click;
# with --remove takes both out again. The program itself is set up by run.sh.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
program=$root/.venv/bin/newsroom
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/newsroom.desktop
kind=$data/mime/packages/newsroom.xml

say() { printf 'newsroom: %s\n' "$*" >&2; }

# refresh TOOL FOLDER PACKAGE: has TOOL, which is in PACKAGE, list anew what is in FOLDER.
refresh() {
    if command -v "$1" >/dev/null; then
        "$1" "$2"
    else
        say "Tanpa paket $3 sebagian desktop tidak mengenali berkas .naskah; pasang paket itu, lalu jalankan ini lagi."
    fi
}

mkdir -p "$data/applications" "$data/mime/packages"
if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$kind"
elif [ -x "$program" ]; then
    cp "$root/packaging/desktop/newsroom.xml" "$kind"
    # In quotes only where it must be: the xdg-open of a bare window manager knows no quotes.
    # What is escaped in them is escaped again as in every value of an entry.
    case $program in
        *[!A-Za-z0-9/._-]*)
            run=\"$(printf '%s' "$program" | sed 's/\\/&&&&/g; s/["`$]/\\\\&/g; s/%/%%/g')\"
            ;;
        *) run=$program ;;
    esac
    icon=$(printf '%s' "$root/resources/icons/newsroom.svg" | sed 's/\\/&&/g')
    {
        cat "$root/packaging/desktop/newsroom.desktop"
        printf 'Exec=%s %%F\nIcon=%s\n' "$run" "$icon"
    } >"$entry"
else
    say "Newsroom belum terpasang di sini; jalankan dulu: sh packaging/run.sh"
    exit 1
fi
refresh update-mime-database "$data/mime" shared-mime-info
refresh update-desktop-database "$data/applications" desktop-file-utils
