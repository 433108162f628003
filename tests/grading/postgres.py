"""A private PostgreSQL server for tests, on a socket in a temporary folder."""

import getpass
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

_PATIENCE = 60  # seconds until the server must answer
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "jit": "on",
    "max_connections": "20",
    "shared_buffers": "32MB",
}


@dataclass
class Server:
    """The server.

    Args:
        folder: its data, its socket and its log.
        user: who it runs as, because it refuses to run as root.
    """

    folder: Path
    user: str
    _process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def new_database(self) -> str:
        """A fresh, empty database, as SQLAlchemy's address."""
        name = f"gradebook{next(self._numbers)}"
        with psycopg.connect(host=str(self.folder), user="tests", dbname="postgres", autocommit=True) as link:
            link.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]  # a name of our own
        return f"postgresql://tests:never-shown@/{name}?host={self.folder}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = [f"-c{name}={value}" for name, value in _SETTINGS.items()]
        command = [_binary("postgres"), "-D", self.folder / "data", "-k", self.folder, *options]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, user=self.user, cwd=self.folder, stdout=log, stderr=log, start_new_session=True
            )
        end = time.monotonic() + _PATIENCE
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < end, "PostgreSQL does not answer"
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            psycopg.connect(host=str(self.folder), user="tests", dbname="postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it; SIGQUIT ends it at once, as a crash would."""
        if self._process:
            self._process.send_signal(how)
            self._process.wait(_PATIENCE)
            self._process = None


@contextmanager
def running_server() -> Iterator[Server]:
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    folder = Path(tempfile.mkdtemp(prefix="kamlab-postgresql-"))  # short, because a socket's path must be
    try:
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        make = [_binary("initdb"), "-D", folder / "data", "-U", "tests", "-A", "trust", "-E", "UTF8"]
        subprocess.run(
            [*make, "--locale=C", "--no-sync"], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        server = Server(folder, user)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _binary(name: str) -> str:
    """Debian keeps the server's programs off the PATH, by version."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")) or [shutil.which(name)]
    assert found[-1], "these tests need PostgreSQL's server: run 'python3 tools/setup.py --tests'"
    return str(found[-1])
