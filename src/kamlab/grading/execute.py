"""Run a rebuilt notebook: the seam between grading and how code is run.

``Job`` goes in, ``Outcome`` comes out, both plain data, so that another executor (a warm process, another
machine) can take this one's place without a change elsewhere.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import nbformat
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, DeduplicateIds, Execute, LimitOutput

from kamlab.errors import GradingError
from kamlab.grading.rebuild import Notebook
from kamlab.grading.remarks import Remark
from kamlab.grading.sandbox import Caps, open_folders, require
from kamlab.grading.sandboxed_kernel import Guard, SandboxedKernelManager
from kamlab.i18n import N_

__all__ = ["Executor", "Job", "NbgraderExecutor", "Outcome", "quiet"]


@dataclass(frozen=True)
class Job:
    """One notebook to run.

    Args:
        trainee: whose it is, for messages.
        notebook: nbformat 4 JSON, rebuilt.
        files: what lies beside it: name to bytes.
        environment: what its code sees of the environment.
    """

    trainee: str
    notebook: Notebook
    files: Mapping[str, bytes] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Args:
        notebook: the job's notebook with outputs, as far as it ran.
        error: why it did not run to its end, if it did not.
    """

    notebook: Notebook
    error: Remark | None = None


class Executor(Protocol):
    """Runs jobs. It is sent to worker processes, so it holds plain data only."""

    def check(self) -> None:
        """Find out once whether jobs can be run on this machine.

        Raises:
            GradingError: they cannot; the message says what to do.
        """

    def run(self, job: Job) -> Outcome:
        """Run one job. A failure of the job is an ``Outcome``, never an exception."""


class _Metered(Execute):
    """nbgrader's ``Execute``, which also tells the guard how much is shown.

    Args:
        guard: counts the output.
    """

    def __init__(self, guard: Guard, **traits: object) -> None:
        super().__init__(**traits)
        self._guard = guard

    def process_message(self, msg: dict[str, Any], cell: Notebook, cell_index: int) -> object:
        """Count, then do as nbclient does."""
        self._guard.shown(len(json.dumps(msg["content"], default=str)))
        return super().process_message(msg, cell, cell_index)


@dataclass(frozen=True)
class NbgraderExecutor:
    """Version 1: nbgrader's preprocessors, with the kernel in the sandbox.

    Protects: the machine, the gradebook, our sources and other trainees' work from the trainee's code.

    Does not protect: the tests. They run in the same kernel as the trainee's code, after it. Code written for
    the purpose can read the hidden tests of its own notebook from the kernel's memory, replace functions they
    call, and so earn points it does not deserve. The next executor runs tests in a process of their own.

    Args:
        caps: the limits of one submission.
        walls: False runs without the sandbox.
    """

    caps: Caps = field(default_factory=Caps)
    walls: bool = True

    def check(self) -> None:
        """Try the sandbox.

        Raises:
            GradingError: it does not work here, and it is wanted.
        """
        if self.walls:
            require()

    def run(self, job: Job) -> Outcome:
        """Run one job in a kernel of its own."""
        notebook = nbformat.from_dict(job.notebook)
        with open_folders() as (files, sockets):
            for name, content in job.files.items():
                _write(files / name, content)
            error = self._execute(notebook, files, sockets, job)
        return Outcome(json.loads(nbformat.writes(notebook)), error)

    def _execute(self, notebook: Notebook, files: Path, sockets: Path, job: Job) -> Remark | None:
        kernel = SandboxedKernelManager(
            sockets, files=files, environment=dict(job.environment), caps=self.caps, walls=self.walls
        )
        resources = {"metadata": {"path": str(files)}, "unique_key": "case"}
        with Guard(kernel, self.caps) as guard:
            execute = _Metered(guard, timeout=self.caps.cell, log=quiet())
            try:
                for step in (ClearOutput(), DeduplicateIds(), CheckCellMetadata()):
                    step.preprocess(notebook, resources)
                execute.preprocess(notebook, resources, km=kernel)
                LimitOutput().preprocess(notebook, resources)
            except (DeadKernelError, CellControlSignal, RuntimeError, TimeoutError, OSError):
                return guard.reason or Remark(N_("The notebook ended its own kernel before the last cell."))
        return guard.reason


def _write(path: Path, content: bytes) -> None:
    if path.name in {"", ".", ".."} or path.parent.name != "f":
        raise GradingError("'{name}' is not a plain file name.", name=path.name)
    path.write_bytes(content)
    path.chmod(0o644)


def quiet() -> logging.Logger:
    """A logger that says nothing: what trainees' code does wrong is in the outcome, not on the terminal."""
    logger = logging.getLogger("kamlab.grading.quiet")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
