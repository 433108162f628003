"""The seam between grading and how code is run: ``Job`` goes in, ``Outcome`` comes out, both plain data.

So another executor (another machine, another kind of sandbox) can take the place of the present one without a
change elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kamlab.grading.rebuild import Notebook
from kamlab.grading.remarks import Remark

__all__ = ["Executor", "Job", "Outcome"]


@dataclass(frozen=True)
class Job:
    """One notebook to run.

    Args:
        trainee: whose it is, for messages.
        notebook: nbformat 4 JSON, rebuilt.
        files: what lies beside it: name to bytes.
        environment: what its code sees of the environment.
        names: what solution cells may define, for tests to read.
        untouched: grade ids of solution cells that hold only what the release put there.
        companions: those of ``files`` that are the same for every trainee.
    """

    trainee: str
    notebook: Notebook
    files: Mapping[str, bytes] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    untouched: frozenset[str] = frozenset()
    companions: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Args:
        notebook: the job's notebook with outputs as far as it ran, in whatever shape they were sent: nobody
            may read or show them before ``safe_notebook`` has made them anew.
        error: why it did not run to its end, if it did not.
        remarks: what else happened that a trainer should know.
        functions: names that a test got as functions to call.
    """

    notebook: Notebook
    error: Remark | None = None
    remarks: tuple[Remark, ...] = ()
    functions: frozenset[str] = frozenset()


class Executor(Protocol):
    """Runs jobs. It is sent to worker processes, so it holds plain data only."""

    def check(self, sample: Job | None = None) -> None:
        """Find out once whether jobs can be run on this machine.

        Args:
            sample: one like those that this process will run; what is made ready for it stays so.

        Raises:
            GradingError: they cannot; the message says what to do.
        """

    def shared(self, sample: Job) -> "Executor":
        """One for many jobs at once on this machine: what is made ready here for ``sample`` serves them all.

        Raises:
            GradingError: it cannot be made ready.
        """

    def run(self, job: Job) -> Outcome:
        """Run one job. A failure of the job is an ``Outcome``.

        Raises:
            GradingError: it could not be run here at all; another try may go better.
        """
