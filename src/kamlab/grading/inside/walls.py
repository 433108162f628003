"""The walls of one process: what it leaves behind before the first line of a submission runs.

The warmed process already lives in bubblewrap's sandbox: a read-only root with only Python in it, no network,
an empty environment. From there each process of a submission goes further: namespaces of its own, an empty
folder in memory, limits, another user, no capabilities, and a filter on system calls. What is given up here
cannot be had back.
"""

import os
import resource
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kamlab.grading.inside import kernel

__all__ = ["HOME", "Walls", "close_others", "confine", "enclose", "limit", "put", "settle"]

HOME = "/box"
_FILES = 4096  # files and folders that the private folder may hold
_OPEN = 64  # files that a process may have open: what waits in pipes and sockets is counted by no limit
_SIGNALS = 64  # that wait; they count against all processes of the user, ours among them


@dataclass(frozen=True)
class Walls:
    """How narrow the room is.

    Args:
        disk: bytes of the private folder.
        address_space: bytes of virtual memory of one process.
        file: bytes of one file.
        cpu: seconds of processor time of one process.
        processes: processes and threads.
        program: the seccomp filter; empty for none.
        user: the user to become where this process is root; 0 to stay.
    """

    disk: int
    address_space: int
    file: int
    cpu: int
    processes: int
    program: bytes
    user: int = 0


def close_others(*kept: int) -> None:
    """Close every descriptor but the standard three and ``kept``."""
    last = 2
    for descriptor in sorted(kept):
        os.closerange(last + 1, descriptor)
        last = descriptor
    os.closerange(last + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def enclose(walls: Walls, files: Mapping[str, bytes]) -> None:
    """For the trainee's process: namespaces of its own, and an empty folder with ``files``.

    Raises:
        GradingError: the kernel refuses.
    """
    if walls.user:
        kernel.become_bare(walls.user)
    outside = os.geteuid(), os.getegid()
    kernel.unshare("user", "mount", "ipc", "net", "uts")
    kernel.become_readable()
    _map_user(*outside)
    kernel.mount_tmpfs(HOME, walls.disk, _FILES)
    put(files)
    kernel.mount_tmpfs("/proc", 4096, 2, read_only=True)


def _map_user(uid: int, gid: int) -> None:
    """Inside, this one user exists and no other; groups cannot be changed."""
    for name, text in (("setgroups", "deny"), ("gid_map", f"{gid} {gid} 1"), ("uid_map", f"{uid} {uid} 1")):
        Path("/proc/self", name).write_text(text, encoding="ascii")


def settle(walls: Walls) -> None:
    """For the trusted process: another user where this one is root, and an empty folder of its own.

    Raises:
        GradingError: the kernel refuses.
    """
    if walls.user:
        kernel.become_bare(walls.user)
    kernel.unshare("mount", "ipc")
    kernel.mount_tmpfs(HOME, walls.disk, _FILES)


def put(files: Mapping[str, bytes]) -> None:
    """Write ``files`` into the private folder, and go there."""
    for name, content in files.items():
        Path(HOME, name).write_bytes(content)
    os.chdir(HOME)


def limit(walls: Walls) -> None:
    """Set the limits that hold for this process and each that it starts."""
    bounds = {
        resource.RLIMIT_AS: walls.address_space,
        resource.RLIMIT_FSIZE: walls.file,
        resource.RLIMIT_CPU: walls.cpu,
        resource.RLIMIT_NPROC: walls.processes,
        resource.RLIMIT_NOFILE: _OPEN,
        resource.RLIMIT_SIGPENDING: _SIGNALS,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_NICE: 0,  # a user's own limits may let it go before all others
        resource.RLIMIT_RTPRIO: 0,
    }
    for name, bound in bounds.items():
        resource.setrlimit(name, (bound, bound))


def confine(walls: Walls) -> None:
    """The last step: limits, no capabilities, and the filter on system calls.

    Raises:
        GradingError: the kernel refuses.
    """
    limit(walls)
    kernel.drop_capabilities()
    if walls.program:
        kernel.filter_calls(walls.program)
