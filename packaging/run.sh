#!/bin/sh
# Opens the program from this checkout; the first time it installs what that needs.
# Arguments are handed on: sh packaging/run.sh check naskah.md
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"
install_packages "$root/packaging/packages.txt"
install_python_packages requirements.lock
if [ $# = 0 ] && [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Tidak ada layar di sini; yang dijalankan adalah peragaan tanpa layar (newsroom demo)."
    set -- demo
fi
exec "$venv/bin/newsroom" "$@"
