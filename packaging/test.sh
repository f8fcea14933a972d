#!/bin/sh
# Runs every test of this checkout; the first time it installs what they need.
# Arguments go to pytest: sh packaging/test.sh -k dateline
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

# The tests start WordPress and its database themselves, on loopback. On a machine with
# systemd the packages would also leave both running for good: what was not enabled before
# is switched off again.
services() {
    for unit in apache2.service mariadb.socket mariadb.service; do
        if systemctl is-enabled --quiet $unit 2>/dev/null; then echo $unit; fi
    done
}
before=$(services)
install_packages "$root/packaging/packages.txt" "$root/tests/photos/packages.txt" \
    "$root/tests/portal/packages.txt" "$root/tests/store/packages.txt"
for unit in $(services); do
    case $before in
    *"$unit"*) ;;
    *) $sudo systemctl disable --quiet --now "$unit" >&2 || : ;;
    esac
done
install_python_packages requirements-test.lock

cd "$root"
PATH=$venv/bin:$PATH
export QT_QPA_PLATFORM=offscreen
ruff check
ruff format --check
mypy
lint-imports
if [ $# -gt 0 ]; then exec pytest "$@"; fi
# What measures has the machine to itself; the rest shares it. One worker more than there are
# cores: the tests of the window wait often.
pytest -n $(($(nproc) + 1)) --maxprocesses 5 --dist loadfile -m "not benchmark"
exec pytest -m benchmark tests/benchmarks
