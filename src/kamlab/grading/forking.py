"""The executor: one warmed process per machine, from which every submission gets a fork of its own.

Protects: the machine, the gradebook, our sources, other trainees' work and the hidden tests from the
trainee's code. Hers runs in a process that never receives a test, nor anything of another submission; tests
run in another, which gets what they read as data, and goes on to the next submission.

Does not protect: what the kernel of the operating system itself fails to keep apart.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from kamlab.answers.session import CODE_VARIABLE
from kamlab.data import case_code
from kamlab.errors import GradingError
from kamlab.grading.execute import Job, Outcome
from kamlab.grading.forks import Forks
from kamlab.grading.inside.wire import ClosedError, LateError, WireError
from kamlab.grading.outcome import nothing_ran, outcome_of
from kamlab.grading.ready import READY, Kind, StoppedError, forget
from kamlab.grading.remarks import Remark
from kamlab.grading.sandbox import Caps, require
from kamlab.grading.script import Script, recipe_modules, recipe_parts, script
from kamlab.grading.warmed import Recipe, Warmed, join
from kamlab.i18n import N_

__all__ = ["ForkingExecutor"]

_TRIES = 3  # a warmed or trusted process that somebody ended costs one of them
_NOTHING: dict[str, Any] = {"environment": {}, "files": {}, "prefix": [], "own_code": True}
_WARM_CODE = case_code("only to try the cells beforehand", "nobody")
_ended = N_("The notebook ended a process of the sandbox each time that it was run.")
_late = N_("The notebook took longer than {seconds} seconds.")


@dataclass(frozen=True)
class Door:
    """Where other threads and processes of this machine find what was made ready once.

    Args:
        path: to it.
        recipe: of what is behind.
    """

    path: str
    recipe: Recipe


@dataclass(frozen=True)
class ForkingExecutor:
    """Runs jobs in forks of a warmed process.

    Args:
        caps: the limits of one submission.
        walls: False runs without the sandbox.
        door: to a warmed process that is shared; whoever finds it gone starts another.
    """

    caps: Caps = field(default_factory=Caps)
    walls: bool = True
    door: Door | None = None

    def close(self) -> None:
        """End what is warm in this process."""
        forget()

    def shared(self, sample: Job) -> Self:
        """An executor for many at once on this machine, which share the warmed process of this one."""
        recipe = _recipe(sample)
        kind = self._kind(recipe)
        warmed = READY.host(kind, lambda: self._made(kind))
        return replace(self, door=Door(warmed.open_door(), recipe))

    def check(self, sample: Job | None = None) -> None:
        """Look for the sandbox, and try it on a notebook without a cell.

        Args:
            sample: a job like those that this process will run: its warmed process is tried, and kept.

        Raises:
            GradingError: it does not work here, and it is wanted.
        """
        if not self.walls:
            return None
        require()
        why: GradingError | None = None
        for _ in range(_TRIES):
            try:
                return self._try_walls(sample)
            except GradingError as error:
                forget()
                why = error
        raise GradingError(
            "The sandbox does not start here ({why}): allow user namespaces (sysctl "
            "kernel.unprivileged_userns_clone=1, or a container with SYS_ADMIN), or pass "
            "--without-sandbox, which lets trainees' code read and change this machine's files.",
            why=str(why),
        ) from why

    def _try_walls(self, sample: Job | None) -> None:
        if sample is not None:
            with self._lent(_recipe(sample)) as warmed:
                warmed.run(_NOTHING, [])
            return
        with Warmed(self.caps).warm(Recipe()) as trial:
            trial.run(_NOTHING, [])

    def run(self, job: Job) -> Outcome:
        """Run one job; what goes wrong with the job itself is in the outcome.

        Raises:
            GradingError: the warmed process does not start, or ended at each try.
        """
        plan = script(job.notebook, job.names, job.untouched)
        try:
            answer = self._tried(job, plan)
        except ClosedError:
            return nothing_ran(job.notebook, Remark(_ended))
        except LateError:
            return nothing_ran(job.notebook, Remark(_late, {"seconds": self.caps.submission}))
        except WireError as error:
            return nothing_ran(job.notebook, Remark.of(error))
        return outcome_of(answer, job.notebook, self.caps)

    def _tried(self, job: Job, plan: Script) -> dict[str, Any]:
        """The answer of the first try that gave one."""
        last: GradingError | None = None
        for _ in range(_TRIES):
            try:
                with self._lent(_recipe(job)) as warmed:
                    return self._run(warmed, job, plan)
            except ClosedError as error:
                last = error
            except (WireError, StoppedError):
                raise
            except GradingError as error:
                last = error
        assert last is not None  # noqa: S101 - there was a try
        raise last

    def _run(self, warmed: Forks, job: Job, plan: Script) -> dict[str, Any]:
        first = {
            "environment": dict(job.environment),
            "files": dict(job.files),
            "prefix": list(plan.prefix),
            "own_code": plan.own_code,
        }
        if self.walls:
            return warmed.run(first, plan.steps)
        with TemporaryDirectory(prefix="kl-", ignore_cleanup_errors=True) as folder:
            for name, content in job.files.items():
                Path(folder, name).write_bytes(content)
            return warmed.run(first | {"folder": folder}, plan.steps)

    def _lent(self, recipe: Recipe) -> AbstractContextManager[Forks]:
        """A warmed process for one job."""
        kind = self._kind(recipe)
        return READY.lent(kind, lambda: self._made(kind))

    def _kind(self, recipe: Recipe | None) -> Kind:
        door = self.door.path if self.door and self.door.recipe == recipe else ""
        return Kind(recipe, self.caps, self.walls, door)

    def _made(self, kind: Kind) -> Forks:
        """The one that has begun, one that another process shares, or another of our own."""
        begun = READY.take(self._kind(None))
        READY.end_others(kind)
        if kind.door and (joined := join(kind.door, self.caps)):
            return joined
        own = begun if isinstance(begun, Warmed) else Warmed(self.caps, enclosed=self.walls)
        return own.warm(kind.recipe or Recipe())


def _recipe(job: Job) -> Recipe:
    return Recipe(
        imports=recipe_modules(job.notebook),
        cells=recipe_parts(job.notebook),
        environment=((CODE_VARIABLE, _WARM_CODE),) if CODE_VARIABLE in job.environment else (),
        files=tuple(sorted(job.companions.items())),
    )
