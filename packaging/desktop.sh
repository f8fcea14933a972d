#!/bin/sh
# Puts the program into this user's menu, and has .naskah files open in it at a double click;
# with --remove takes both out again. The program itself is set up by run.sh.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/newsroom.desktop
kind=$data/mime/packages/newsroom.xml

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$kind"
else
    mkdir -p "$data/applications" "$data/mime/packages"
    cp "$root/packaging/desktop/newsroom.xml" "$kind"
    sed "s|@ROOT@|$root|g" "$root/packaging/desktop/newsroom.desktop" >"$entry"
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null; then
    update-desktop-database "$data/applications"
fi
