"""A Jupyter kernel inside the sandbox, and the guard that ends it.

The kernel speaks through Unix sockets (``transport = ipc``) in a folder of its own; it has no network. The
guard watches from outside what limits inside cannot: the time of the whole submission, the memory of all
its processes together, and what it leaves in the folder of its sockets.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
import zmq
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Any, Bool, Unicode

from kamlab.grading.remarks import Remark
from kamlab.grading.sandbox import Caps, command
from kamlab.i18n import N_

__all__ = ["Guard", "SandboxedKernelManager"]

_EVERY = 0.25  # seconds between two looks
_GRACE = 5  # seconds for killed processes to be gone
_SOCKET_FOLDER = 1024 * 1024  # bytes that may lie beside the sockets
_SOCKET_FILES = 32


class SandboxedKernelManager(AsyncKernelManager):
    """Starts an ipykernel through ``sandbox.command``; everything else is jupyter_client's.

    Args:
        files: the folder with the submission's files.
        sockets: the folder for the connection file and the sockets.
        environment: what the trainee's code may see of it.
        caps: the limits.
        walls: False starts the kernel without the sandbox.
    """

    files = Any()
    sockets = Any()
    environment = Any()
    caps = Any()
    walls = Bool(default_value=True)
    transport = Unicode("ipc")

    def __init__(self, sockets: Path, **traits: object) -> None:
        connection = {"ip": str(sockets / "k"), "connection_file": str(sockets / "connection.json")}
        super().__init__(sockets=sockets, **connection, **traits)
        self.context.setsockopt(zmq.MAXMSGSIZE, self.caps.output)  # a larger message ends the connection

    @property
    def kernel_spec(self) -> KernelSpec:
        """This interpreter's own kernel, whatever is installed; interrupts go in as messages."""
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="Python 3", language="python", interrupt_mode="message")

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        """The kernel's command, inside the walls."""
        inner: list[str] = super().format_kernel_cmd(extra_arguments)
        if not self.walls:
            return inner
        Path(self.connection_file).chmod(0o644)  # 'nobody' reads it; its folder is open to this user alone
        return command(
            inner, files=self.files, sockets=self.sockets, environment=self.environment, caps=self.caps
        )

    async def start_kernel(self, **options: object) -> None:  # type: ignore[override]  # jupyter_client's async manager does the same
        """Start it with nothing of our environment and no way to write on our terminal."""
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.files),
            **self.environment,
        }
        await super().start_kernel(**{**options, **silent, "cwd": str(self.files), "env": environment})

    def end(self) -> None:
        """Kill the kernel and everything it started, and wait until all of it is gone."""
        process = getattr(self.provisioner, "process", None)
        if process is not None:
            started = _descendants(process.pid)
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)  # the sandbox dies with its first process
            process.wait()
            _bury(started)


class Guard:
    """Ends a kernel that takes too long or too much, and remembers why.

    Args:
        kernel: what to end.
        caps: what it may take.
    """

    def __init__(self, kernel: SandboxedKernelManager, caps: Caps) -> None:
        self.reason: Remark | None = None
        self._kernel, self._caps = kernel, caps
        self._done = threading.Event()
        self._shown = 0
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
        self._kernel.end()

    def shown(self, size: int) -> None:
        """Count ``size`` more bytes of output."""
        self._shown += size
        if self._shown > self._caps.output:
            self._stop(
                Remark(N_("The notebook printed more than {size} MB."), {"size": self._caps.output >> 20})
            )

    def _watch(self) -> None:
        deadline = time.monotonic() + self._caps.submission
        while not self._done.wait(_EVERY):
            reason = self._over(deadline)
            if reason:
                self._stop(reason)
                return

    def _over(self, deadline: float) -> Remark | None:
        if time.monotonic() > deadline:
            return Remark(
                N_("The notebook took longer than {seconds} seconds."), {"seconds": self._caps.submission}
            )
        if self._resident() > self._caps.resident:
            return Remark(
                N_("The notebook used more than {size} MB of memory."), {"size": self._caps.resident >> 20}
            )
        if _litter(self._kernel.sockets):
            return Remark(N_("The notebook wrote into the folder of its own connection."))
        return None

    def _resident(self) -> int:
        process = getattr(self._kernel.provisioner, "process", None)
        if process is None:
            return 0
        return sum(map(_memory, _descendants(process.pid)))

    def _stop(self, reason: Remark) -> None:
        self.reason = self.reason or reason
        self._kernel.end()


def _descendants(pid: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        return list(psutil.Process(pid).children(recursive=True))
    return []


def _bury(processes: list[psutil.Process]) -> None:
    """See that each is dead: the kernel ends a sandbox's processes a moment after its first one."""
    for process in processes:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(processes, timeout=_GRACE)


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0


def _litter(folder: Path) -> bool:
    sizes: dict[str, int] = {}
    with suppress(OSError):
        sizes = {entry.name: entry.stat(follow_symlinks=False).st_size for entry in os.scandir(folder)}
    return len(sizes) > _SOCKET_FILES or sum(sizes.values()) > _SOCKET_FOLDER
