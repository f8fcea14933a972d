#!/bin/sh
# Writes the two lock files anew from pyproject.toml. Needs uv; only for whoever changes a dependency.
# --universal: one lock for Linux, Windows and macOS and for Python 3.11 and newer.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header "$@"; }
compile pyproject.toml --group setup -o packaging/requirements.lock
compile pyproject.toml --group setup --group test -c packaging/requirements.lock -o packaging/requirements-test.lock
