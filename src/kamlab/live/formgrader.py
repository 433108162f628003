"""Starts JupyterLab with nbgrader's formgrader beside the site, for the trainer."""

import os
import secrets
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kamlab.errors import SiteError
from kamlab.live.server import HOST, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN_BYTES = 10  # short enough for a terminal's line, beyond guessing on one machine
_PATIENCE = 60  # seconds until it must answer
_GRACE = 10  # seconds that the server has to end by itself


@contextmanager
def formgrader(course: Path, port: int, log: Path) -> "Iterator[str]":
    """Run the formgrader of the course folder ``course`` inside the block; yields its address.

    A token in the address keeps other users of the machine out.

    Args:
        course: nbgrader's course folder, with its ``nbgrader_config.py`` and gradebook.
        port: the port on the loopback address; 0 picks a free one.
        log: the file that takes the server's messages.

    Raises:
        SiteError: the port is taken, or the server ends or stays silent.
    """
    port, token = free_port(port), secrets.token_hex(_TOKEN_BYTES)
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            _command(course, port),
            cwd=course,
            env={**os.environ, "JUPYTER_TOKEN": token},
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone; we then end it in order
        )
        try:
            _until_it_answers(process, port, log)
            yield f"http://{HOST}:{port}/formgrader?token={token}"
        finally:
            _end(process)


def _until_it_answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise SiteError(
        "The formgrader does not start; {log} says why. 'kamlab serve --no-formgrader' does without it.",
        log=log,
    )


def _command(course: Path, port: int) -> list[str]:
    options = {
        "ServerApp.ip": HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.open_browser": False,
        "ServerApp.root_dir": course,
        "ServerApp.allow_root": True,
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    }
    return [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
