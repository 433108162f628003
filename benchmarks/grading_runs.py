"""Run one command and measure it: time, processor time and memory of all its processes together."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

SCRIPTS = Path(sys.executable).parent
_LOOK = 0.2  # seconds between two looks at the memory
_PATIENCE = 10  # seconds until the last process must have ended
_LAST = 4_000  # characters of a failed command's output that are shown


@dataclass(frozen=True)
class Cost:
    """What one run of a command cost.

    Args:
        wall: seconds from start to end.
        cpu: seconds of processor time of all processes.
        peak: the most bytes resident at one look, summed over its processes; what forks share counts in each.
        complete: whether ``cpu`` holds the processes, too, that ended without anybody waiting for them.
    """

    wall: float
    cpu: float
    peak: int
    complete: bool


@dataclass(frozen=True)
class Command:
    """A command to measure.

    Args:
        words: what to run.
        folder: where.
        log: gets what it prints.
        cores: to how many all its processes are held; 0 for all that there are.
        fine: exit statuses that are no failure.
    """

    words: Sequence[str | Path]
    folder: Path
    log: Path
    cores: int = 0
    fine: frozenset[int] = frozenset({0})


def measured(command: Command) -> Cost:
    """Run ``command`` and say what it cost; a failure ends the benchmark with the end of its output."""
    command.log.parent.mkdir(parents=True, exist_ok=True)
    with control_group() as group:
        began = time.perf_counter()
        process = _started(command, group)
        peak = _Peak(process.pid, group)
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            _kill(process.pid, group)
            raise
        wall, highest = time.perf_counter() - began, peak.stop()
        process.returncode = os.waitstatus_to_exitcode(status)  # collected here, not by Popen
        spent = used.ru_utime + used.ru_stime if group is None else cpu_of(group)
    _must_succeed(command, process.returncode)
    return Cost(wall, spent, highest, complete=group is not None)


def _started(command: Command, group: Path | None) -> "subprocess.Popen[bytes]":
    # a shell enters the control group, then becomes the command: so nothing that it starts is missed
    enter = [] if group is None else ["sh", "-c", 'echo $$ >"$0/cgroup.procs"; exec "$@"', str(group)]
    with command.log.open("wb") as log, _cores(command.cores):
        return subprocess.Popen(
            [*enter, *map(str, command.words)],
            cwd=command.folder,
            env=_environment(command.log.parent),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _must_succeed(command: Command, status: int) -> None:
    if status not in command.fine:
        text = command.log.read_text(encoding="utf-8", errors="replace")[-_LAST:]
        sys.exit(f"{text}\n{command.words[0]} ended with {status}.")


@contextmanager
def control_group() -> Iterator[Path | None]:
    """A control group (version 2) for one command; None where we may make none.

    It counts the processor time of everything in it. What the system tells a parent leaves out processes that
    nobody waited for, and of those a sandbox has many: a fork for each submission, killed with its namespace.
    """
    folder = _group_folder()
    if folder is None or not _made(folder):
        yield None
        return
    try:
        yield folder
    finally:
        _leave(folder)


def _made(folder: Path) -> bool:
    try:
        folder.mkdir()
    except OSError:
        return False
    return (folder / "cpu.stat").exists()


def _group_folder() -> Path | None:
    mounts = [line.split() for line in Path("/proc/self/mountinfo").read_text(encoding="ascii").splitlines()]
    places = [words[4] for words in mounts if words[words.index("-") + 1] == "cgroup2"]
    lines = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    own = [line.removeprefix("0::/") for line in lines if line.startswith("0::/")]
    if not places or not own:
        return None
    return Path(places[0], own[0], f"kamlab-bench-{os.getpid()}-{time.monotonic_ns()}")


def cpu_of(group: Path) -> float:
    """Seconds of processor time that everything in a control group has used."""
    lines = (group / "cpu.stat").read_text(encoding="ascii").splitlines()
    return int(dict(line.split() for line in lines)["usage_usec"]) / 1e6


def _kill(pid: int, group: Path | None) -> None:
    """End the command with all that it started."""
    os.killpg(pid, signal.SIGKILL)
    with suppress(OSError):  # older systems cannot end a whole group
        if group is not None:
            (group / "cgroup.kill").write_text("1", encoding="ascii")


def _leave(group: Path) -> None:
    """Remove the group once the last process has left it."""
    end = time.monotonic() + _PATIENCE
    while (group / "cgroup.procs").read_text(encoding="ascii") and time.monotonic() < end:
        time.sleep(_LOOK)
    with suppress(OSError):  # something stays on: the next run makes a group of its own
        group.rmdir()


def _environment(scratch: Path) -> Mapping[str, str]:
    """Ours, without anybody's settings of Jupyter, and with this interpreter's commands found first."""
    path = os.pathsep.join([str(SCRIPTS), os.environ.get("PATH", os.defpath)])
    none = str(scratch / "no-settings")
    return os.environ | {"PATH": path, "JUPYTER_CONFIG_DIR": none, "IPYTHONDIR": none}


@contextmanager
def _cores(count: int) -> Iterator[None]:
    """Hold what is started meanwhile to the last ``count`` of our cores."""
    ours = os.sched_getaffinity(0)
    if count:
        os.sched_setaffinity(0, sorted(ours)[-count:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, ours)


class _Peak:
    """Looks at the memory of a command until it is stopped.

    Args:
        pid: the command's first process, looked at with its descendants where there is no group.
        group: the control group whose processes are looked at.
    """

    def __init__(self, pid: int, group: Path | None) -> None:
        self._highest = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(pid, group), daemon=True)
        self._thread.start()

    def _watch(self, pid: int, group: Path | None) -> None:
        while not self._over.wait(_LOOK):
            self._highest = max(self._highest, sum(map(_resident, _members(pid, group))))

    def stop(self) -> int:
        """End the looking; returns the most bytes seen."""
        self._over.set()
        self._thread.join()
        return self._highest


def _members(pid: int, group: Path | None) -> list[int]:
    if group is not None:
        return [int(line) for line in (group / "cgroup.procs").read_text(encoding="ascii").split()]
    with suppress(psutil.Error):
        return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
    return []


def _resident(pid: int) -> int:
    with suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0
