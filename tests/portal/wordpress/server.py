"""A real WordPress, started for the tests and gone after them.

It is made of Debian's packages (``tests/portal/packages.txt``): a private copy of WordPress
behind PHP's own web server on 127.0.0.1, and a MariaDB that answers on a socket in the same
temporary folder only. Before them stands ``front.py``, which logs what is asked, goes wrong
when it is told to, and has more sites to offer than one. To have it for a look in a browser::

    python tests/portal/wordpress/server.py --port 8099

prints the address, the folder, the logins and their application passwords as one line of JSON
once the site is up (about three seconds) and takes it down at Ctrl-C or SIGTERM. There are
five people: admin, redaktur, penulis, kontributor and pembaca, one of each role.

A bundle is brought in as its instructions say: media/ unpacked into the staging folder under
FOLDER/www, then ::

    php tests/portal/wordpress/import_wxr.php FOLDER artikel.wxr.xml
    php tests/portal/wordpress/publish.php FOLDER ID
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from front import listening  # noqa: E402 - this file is run, not imported

WORDPRESS = Path("/usr/share/wordpress")
THEME = WORDPRESS / "wp-content/themes/twentytwentythree"
EXTENSIONS = ("curl", "dom", "gd", "mbstring", "mysqli", "simplexml")
DATABASE_USER = "mysql"  # Debian's; MariaDB refuses to run as root
WORKERS = 4  # so that what is slow keeps nobody waiting, and the site can ask itself
PATIENCE = 60  # seconds, for a slow and busy machine
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StartError(Exception):
    """The site did not come up; the message says what is wrong and what to do."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs a WordPress until it is told to stop.")
    parser.add_argument("--port", type=int, default=0, help="default: any that is free")
    parser.add_argument(
        "--upload-limit", default="2M", metavar="SIZE", help="of a file in a form; default: 2M"
    )
    parser.add_argument(
        "--attached", action="store_true", help="stop as well when standard input is closed"
    )
    options = parser.parse_args()
    # From here on they are only waited for: nothing is left half started or half stopped.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        with site(options.port, options.upload_limit) as description:
            sys.stdout.write(json.dumps(description) + "\n")
            sys.stdout.flush()
            wait_for_end(options.attached)
    except StartError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def wait_for_end(attached: bool) -> None:
    def watch() -> None:
        sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)

    if attached:
        threading.Thread(target=watch, daemon=True).start()
    signal.sigwait(ENDINGS)


@contextmanager
def site(port: int = 0, upload_limit: str = "2M") -> Iterator[dict[str, object]]:
    """Starts everything, describes it, and stops and removes it at the end."""
    programs = find_programs()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsroom-wp-")))
        own_for_database(folder)
        with running(folder / "tables.log", *table_maker(programs, folder)) as making_tables:
            copy_wordpress(folder / "www")
            if making_tables.wait(PATIENCE):
                raise failure("The database was not made", folder / "tables.log")
        stack.enter_context(database(programs["mariadbd"], folder))
        front = stack.enter_context(listening(port))
        (folder / "url").write_text(front.url, encoding="utf-8")
        php = web_server(programs["php"], folder, upload_limit)
        front.behind = stack.enter_context(php)
        people = install(programs["php"], folder)
        behind = f"http://127.0.0.1:{front.behind}"
        yield {"url": front.url, "behind": behind, "folder": str(folder), **people}


def find_programs() -> dict[str, str]:
    """Finds what the packages bring; raises StartError naming all that is missing."""
    # The server lies where an ordinary user's PATH does not lead.
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    names = ("php", "mariadbd", "mariadb-install-db")
    found = {name: shutil.which(name, path=path) for name in names}
    missing = [name for name, program in found.items() if program is None]
    missing += [str(folder) for folder in (WORDPRESS, THEME) if not folder.is_dir()]
    if found["php"]:
        loaded = subprocess.run([found["php"], "-m"], capture_output=True, text=True, check=True)
        have = loaded.stdout.lower().split()
        missing += [f"PHP extension {name}" for name in EXTENSIONS if name not in have]
    if missing:
        raise StartError(
            "The tests of the portal need a real WordPress, and this machine lacks: "
            f"{', '.join(missing)}. Run them by sh packaging/test.sh, which installs the "
            "packages listed in tests/portal/packages.txt, or install those yourself."
        )
    return {name: program for name, program in found.items() if program}


def copy_wordpress(www: Path) -> None:
    # Debian's own settings and links into /etc stay behind; other links become files, since
    # PHP would follow them out of the copy.
    leave = shutil.ignore_patterns(".htaccess", "wp-config.php")
    shutil.copytree(WORDPRESS, www, ignore=leave, ignore_dangling_symlinks=True)
    shutil.copyfile(HERE / "wp-config.php", www / "wp-config.php")
    (www / "wp-content/uploads").mkdir(exist_ok=True)
    (www / "wp-content/mu-plugins").mkdir(exist_ok=True)
    shutil.copyfile(HERE / "sites.php", www / "wp-content/mu-plugins/sites.php")


def own_for_database(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, DATABASE_USER)


def as_database_user() -> list[str]:
    return [f"--user={DATABASE_USER}"] if os.geteuid() == 0 else []


def table_maker(programs: dict[str, str], folder: Path) -> list[str]:
    return [
        programs["mariadb-install-db"],
        "--no-defaults",
        *as_database_user(),
        f"--datadir={folder / 'database'}",
        "--skip-test-db",
    ]


@contextmanager
def database(mariadbd: str, folder: Path) -> Iterator[None]:
    """Runs a database without passwords, reached only by those who may enter the folder."""
    first_words = folder / "first.sql"
    first_words.write_text("CREATE DATABASE wordpress CHARACTER SET utf8mb4;", encoding="utf-8")
    address = folder / "database.sock"
    command = [
        mariadbd,
        "--no-defaults",
        *as_database_user(),
        f"--datadir={folder / 'database'}",
        f"--socket={address}",
        f"--pid-file={folder / 'database.pid'}",
        f"--init-file={first_words}",
        "--skip-grant-tables",
        "--skip-networking",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-buffer-pool-size=32M",
    ]

    def answers() -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(address)) == 0

    log = folder / "database.log"
    with running(log, *command) as process:
        wait_until(answers, process, log)
        yield


@contextmanager
def web_server(php: str, folder: Path, upload_limit: str) -> Iterator[int]:
    """Runs PHP's web server and gives its port."""
    log = folder / "web.log"

    def port() -> int:
        found = re.search(r"\(http://127\.0\.0\.1:(\d+)\) started", log.read_text("utf-8"))
        return int(found[1]) if found else 0

    settings = ("-d", f"upload_max_filesize={upload_limit}")
    command = (php, *settings, "-S", "127.0.0.1:0", "-t", str(folder / "www"))
    environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": str(WORKERS)}
    with running(log, *command, environment=environment) as process:
        wait_until(port, process, log)
        yield port()


def install(php: str, folder: Path) -> dict[str, dict[str, str]]:
    """Installs the site; returns the passwords and the application passwords of each login."""
    installed = subprocess.run(
        [php, str(HERE / "install.php"), str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    if installed.returncode:
        raise StartError(f"WordPress was not installed: {installed.stderr or installed.stdout}")
    people: dict[str, dict[str, str]] = json.loads(installed.stdout)
    return people


@contextmanager
def running(
    log: Path, *command: str, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a program in a session of its own; it and its children are dead afterwards."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        # What they hold is thrown away, so they need not be asked to finish.
        if process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_until(ready: Callable[[], object], process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > end:
            raise failure(f"{process.args[0]} did not start", log)
        time.sleep(0.02)


def failure(what: str, log: Path) -> StartError:
    words = log.read_text(encoding="utf-8", errors="replace").splitlines()
    faults = [line for line in words if "error" in line.lower()]  # much advice follows them
    return StartError("\n".join([f"{what}. What it says:", *(faults or words)[-15:]]))


if __name__ == "__main__":
    sys.exit(main())
