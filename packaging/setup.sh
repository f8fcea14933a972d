# Sourced by run.sh and test.sh, which set $root to the checkout. Standard output stays
# the program's own: all that is said here goes to standard error.
# shellcheck shell=sh disable=SC2154

venv=$root/.venv
stamp=$venv/.newsroom-set-up
if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi

say() { printf 'newsroom: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# --- Debian packages ---------------------------------------------------------------------

# install_packages LIST...: installs what the lists name and this machine lacks, and Python
# itself if need be. Costs next to nothing when all of it is there.
install_packages() {
    packages=$(sed 's/#.*//' "$@" | tr -s '\n' ' ')
    if ! stamped "$(venv_state)" && ! find_python; then
        packages="$packages python3 python3-venv"
    fi
    if ! command -v dpkg-query >/dev/null; then
        [ -e "$stamp" ] || say "Sistem ini tanpa apt; pasang sendiri padanan paket Debian ini bila belum ada:$packages"
        return
    fi
    missing=$(missing_of "$packages")
    [ -n "$missing" ] || return 0
    say "Memasang paket sistem: $missing"
    command -v apt-get >/dev/null || ask_for_packages
    is_administrator || ask_for_packages
    # The lists of a fresh machine are empty, those of an idle one name files long gone.
    # shellcheck disable=SC2086  # a list of words
    apt_install $missing || { $sudo apt-get update -qq >&2 && apt_install $missing; } || ask_for_packages
}

# Which of the packages named are not installed, neither by that name nor provided by
# another (libraries change names between releases).
missing_of() {
    dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | awk -v wanted="$1" '
        $1 == "installed" { gsub(/\([^)]*\)|,/, " "); for (i = 2; i <= NF; i++) have[$i] }
        END { n = split(wanted, names); for (i = 1; i <= n; i++) if (!(names[i] in have)) print names[i] }' |
        tr '\n' ' '
}

is_administrator() { [ -z "$sudo" ] || { command -v sudo >/dev/null && sudo true; }; }

apt_install() {
    apt-get install --simulate -qq --no-install-recommends "$@" >/dev/null 2>&1 &&
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

ask_for_packages() {
    die "Paket sistem ini belum ada dan gagal dipasang; periksa sambungan internet, atau minta pengelola komputer menjalankan: apt-get update && apt-get install --no-install-recommends $missing"
}

# --- Python and its packages -------------------------------------------------------------

# install_python_packages LOCK: makes the virtual environment and installs the program and
# what the lock names. Costs next to nothing when all of it is there.
install_python_packages() {
    lock=$root/packaging/$1
    stamped "$(state "$lock" "$root/pyproject.toml")" || install_locked
}

install_locked() {
    # A half-made environment has no stamp; one of another place or Python has another.
    if ! stamped "$(venv_state)"; then
        find_python ||
            die "Perlu Python 3.11 atau yang lebih baru, lengkap dengan venv; misalnya: apt-get install python3.11 python3.11-venv"
        say "Menyiapkan Python di $venv"
        "$python" -m venv --clear "$venv" >&2 ||
            die "Folder $venv tidak dapat dibuat; hapus folder itu lalu jalankan lagi."
    fi
    rm -f "$stamp" || die "Folder $venv milik pengguna lain; hapus folder itu lalu jalankan lagi."
    say "Memasang pustaka Python; yang pertama kali perlu beberapa menit."
    if [ -t 2 ]; then quiet=; else quiet=--quiet; fi
    if ! { "$venv/bin/python" -m pip install $quiet --require-hashes -r "$lock" &&
        "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation -e "$root"; } >&2
    then
        die "Pustaka Python gagal dipasang; periksa sambungan internet lalu jalankan lagi."
    fi
    write_stamp
}

# Sets $python to the first that is new enough and can make a virtual environment.
find_python() {
    for python in python3 python3.13 python3.12 python3.11; do
        "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null && return
    done
    return 1
}

# --- The stamp: what the environment was made from ----------------------------------------

# One line for the environment itself (its place and Python), then one for each lock in it,
# so that the test tools' environment serves the program as well.
write_stamp() {
    {
        venv_state
        state "$root/packaging/requirements.lock" "$root/pyproject.toml"
        state "$lock" "$root/pyproject.toml"
    } >"$stamp"
}

venv_state() { state /dev/null; }

state() { { printf '%s\n' "$root"; "$venv/bin/python" -V; cat "$@"; } 2>&1 | cksum; }

stamped() { grep -qxF "$1" "$stamp" 2>/dev/null; }
