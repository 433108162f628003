"""The trusted process: runs set-up and test cells, and asks the trainee's process for what her cells made.

It does one job after the other and runs no line of a submission. What it is sent by a trainee's process is
data, and gone with the job: each has names of its own, and a folder that the one before left empty.
"""

import json
import marshal
import os
import random
import shutil
import socket
import sys
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from kamlab.data.ledger import kept
from kamlab.data.packed import Packed, pack
from kamlab.errors import GradingError, KamlabError
from kamlab.grading.inside import walls
from kamlab.grading.inside.asking import Trainee
from kamlab.grading.inside.ours import listen, run_ours
from kamlab.grading.inside.shell import Shell
from kamlab.grading.inside.wire import FOREVER, TRUSTED, parse, receive, send

__all__ = ["serve"]

_DRAWS = 2029  # seed of what tests draw: the same for every submission, whatever came before it


def serve(sock: socket.socket, shell: Shell, room: Mapping[str, Any]) -> None:
    """Do job after job: read it from ``sock``, answer with what came of it; until the other side has gone.

    Args:
        sock: to the process outside; what comes from there is trusted.
        shell: the warmed shell.
        room: ``enclosed``, and the ``Walls`` of this process as ``trusted``.
    """
    refused = _settle(room)
    listen(shell)
    fresh = dict(shell.user_ns)
    while True:
        asked, descriptors, _, _ = socket.recv_fds(sock, 1, 1)
        if not asked:
            return
        job = marshal.loads(receive(sock, time.monotonic() + FOREVER, TRUSTED))  # noqa: S302 - see above
        theirs = socket.socket(fileno=descriptors[0]) if descriptors else None
        names = dict(fresh)
        answer = {"refused": refused} if refused else _answer(job, names, shell, theirs)
        send(sock, json.dumps(answer).encode("utf-8", "replace"))
        names.clear()  # the functions of a test hold its names, and these hold them


def _settle(room: Mapping[str, Any]) -> str:
    """Go behind the walls; why that failed, if it did."""
    try:
        if room["enclosed"]:
            walls.settle(room["trusted"])
            walls.confine(room["trusted"])
    except KamlabError as error:
        return str(error)
    return ""


def _answer(
    job: Mapping[str, Any], names: dict[str, Any], shell: Shell, theirs: socket.socket | None
) -> dict[str, Any]:
    """What came of one job."""
    person = Trainee(theirs, job["seconds"], end=time.monotonic() + job["budget"])
    with _place(job):
        try:
            done = _set_up(job, names, shell, theirs)
        except GradingError as error:  # of the trainee's process: no line of hers has run yet
            return {"refused": str(error)}
        done += [[step["cell"], _step(step, names, shell, person)] for step in job["steps"]]
    if theirs is not None:
        theirs.close()
    for name in sorted(person.uncalled):
        person.note("uncalled", name, "")
    return {"cells": done, "notes": person.notes, "gone": person.gone}


@contextmanager
def _place(job: Mapping[str, Any]) -> Iterator[None]:
    """The files and the environment of a job; both are gone after it, and so is what cells of ours leave."""
    try:
        os.environ.update(job["environment"])
        random.seed(_DRAWS)
        np.random.seed(_DRAWS)  # noqa: NPY002 - what a test draws without a generator of its own comes from here
        if "folder" in job:
            os.chdir(job["folder"])
        else:
            walls.put(job["files"])
        with warnings.catch_warnings():
            yield
    finally:
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        for name in job["environment"]:
            os.environ.pop(name, None)
        if "folder" not in job:
            _clear()


def _clear() -> None:
    for path in Path(walls.HOME).iterdir():
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _set_up(
    job: Mapping[str, Any], names: dict[str, Any], shell: Shell, theirs: socket.socket | None
) -> list[list[Any]]:
    """Run what comes before any test, and let the trainee's process do so too.

    Raises:
        GradingError: that process does not stand behind its walls.
    """
    known = {book.seed for book in kept()}
    done = [[step["cell"], run_ours(step, names, shell, job["seconds"])] for step in job["prefix"]]
    if theirs is not None:
        drawn = [pack(book) for book in kept(known)]  # she need not draw them again
        _let_in(job, drawn, theirs)
    return done


def _let_in(job: Mapping[str, Any], ledgers: list[Packed], theirs: socket.socket) -> None:
    """Tell the trainee's process what comes before her cells, and wait until it is ready.

    Raises:
        GradingError: it does not stand behind its walls.
    """
    known = ("environment", "files", "folder", "prefix", "seconds")
    first = {key: job[key] for key in known if key in job}
    theirs.settimeout(job["seconds"])
    send(theirs, marshal.dumps({**first, "ledgers": ledgers}))
    answer = parse(receive(theirs, time.monotonic() + job["seconds"] + 30))
    if answer != {"ready": True}:
        why = answer.get("refused") if isinstance(answer, dict) else answer
        raise GradingError("The trainee's process did not start: {why}", why=why)


def _step(step: Mapping[str, Any], names: dict[str, Any], shell: Shell, person: Trainee) -> list[Any]:
    """Run one cell on the side where it belongs; its outputs."""
    person.cell = str(step["cell"])
    if step["role"] == "own":
        return person.run(step["source"])
    if person.sock is not None:
        if step["role"] == "given":
            person.ask({"run": step["source"]})
        for name in step["reads"]:
            person.fetch(name, names)
    return run_ours(step, names, shell, person.seconds)
