#!/bin/sh
# Runs every test of this checkout; the first time it installs what they need.
# Arguments go to pytest: sh packaging/test.sh -k dateline
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/setup.sh"

# The tests start WordPress and its database themselves, on loopback. The packages would also
# leave both running for good on a machine with systemd: what was not enabled before is
# switched off again.
services() {
    for service in apache2 mariadb; do
        if systemctl is-enabled --quiet $service 2>/dev/null; then echo $service; fi
    done
}
before=$(services)
set_up requirements-test.lock "$root/packaging/packages.txt" "$root/tests/portal/packages.txt"
for service in $(services); do
    case $before in
    *$service*) ;;
    *) $sudo systemctl disable --quiet --now $service >&2 || : ;;
    esac
done

cd "$root"
PATH=$venv/bin:$PATH
export QT_QPA_PLATFORM=offscreen
ruff check
ruff format --check
mypy
lint-imports
exec pytest "$@"
