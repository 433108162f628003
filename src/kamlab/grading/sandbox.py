"""The walls around a trainee's code: bubblewrap's namespaces, and limits set with prlimit.

Inside there is no network, a read-only root that holds only the interpreter and the installed packages, a
small private home and ``/tmp``, no environment of ours, and no view of the gradebook, of our sources or of
anyone else's work. As root, the code runs as ``nobody``; as an ordinary user, in a user namespace of its own.
"""

import os
import shutil
import site
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import kamlab
from kamlab.errors import GradingError

__all__ = ["HOME", "INPUT", "Caps", "command", "open_folders", "require", "warm_command"]

HOME = "/tmp/home"  # noqa: S108 - inside the sandbox, where /tmp is private
INPUT = "/tmp/input"  # noqa: S108 - inside the sandbox
_NOBODY = "65534"
_MEGABYTE = 1024 * 1024
# Copy the case's files to the private home, then become the kernel: the originals stay read-only outside.
_ENTER = 'cp -r "$1/." "$2/" && cd "$2" && shift 2 && exec "$@"'
_SYSTEM = ("/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives", "/etc/fonts")


@dataclass(frozen=True)
class Caps:
    """What one submission may use.

    Args:
        address_space: bytes of virtual memory of one process.
        resident: bytes of memory of all its processes together.
        processes: processes and threads.
        file: bytes of one file.
        disk: bytes of its private home.
        cpu: seconds of processor time of one process.
        cell: seconds that one cell may take.
        submission: seconds that the whole notebook may take.
        output: bytes of everything it prints and shows.
    """

    address_space: int = 4096 * _MEGABYTE
    resident: int = 1536 * _MEGABYTE
    processes: int = 96
    file: int = 32 * _MEGABYTE
    disk: int = 64 * _MEGABYTE
    cpu: int = 120
    cell: int = 30
    submission: int = 120
    output: int = 8 * _MEGABYTE


@contextmanager
def open_folders() -> Iterator[tuple[Path, Path]]:
    """Two fresh folders, for a submission's files and for its sockets, gone afterwards.

    They are open to ``nobody``, but lie in a folder that only this user may enter; from inside the sandbox
    they are reached through its mounts. The path is short, because a socket's name holds at most 107
    characters.
    """
    with tempfile.TemporaryDirectory(prefix="kl-", ignore_cleanup_errors=True) as parent:
        files, sockets = Path(parent, "f"), Path(parent, "s")
        files.mkdir()
        files.chmod(0o755)
        sockets.mkdir()
        sockets.chmod(0o777)
        yield files, sockets


def command(
    inner: Sequence[str], *, files: Path, sockets: Path, environment: Mapping[str, str], caps: Caps
) -> list[str]:
    """The command that runs ``inner`` inside the walls.

    Args:
        inner: the command; its paths are those inside.
        files: a folder outside, seen read-only as ``INPUT`` and copied to ``HOME``.
        sockets: a folder for the kernel's sockets, under the same path inside, by which both ends call them.
        environment: every environment variable that the code sees.
        caps: the limits.
    """
    root = os.geteuid() == 0
    return [
        "bwrap",
        *(_AS_ROOT if root else ("--unshare-all",)),
        *("--die-with-parent", "--new-session", "--clearenv", "--hostname", "grading"),
        *_environment(environment),
        *_mounts(files, sockets, caps),
        "--",
        *(_BECOME_NOBODY if root else ()),
        *_limits(caps),
        *("sh", "-c", _ENTER, "sh", INPUT, HOME),
        *inner,
    ]


def warm_command(inner: Sequence[str]) -> list[str]:
    """The command that runs the warmed process: walled in, but able to wall its own children in further.

    Args:
        inner: the command; its paths are those inside.
    """
    root = os.geteuid() == 0
    return [
        "bwrap",
        *(_ROOT_THAT_FORKS if root else ("--unshare-all", "--uid", "0", "--gid", "0", "--cap-add", "ALL")),
        *("--die-with-parent", "--new-session", "--clearenv", "--hostname", "grading"),
        *_environment({"HOME": BOX, "TMPDIR": BOX, "IPYTHONDIR": BOX}),
        *_root(),
        *("--dir", "/tmp", *_tmpfs(BOX, _MEGABYTE)),  # noqa: S108 - inside the sandbox
        *(part for path in _shown() for part in (*_parents(path), "--ro-bind", str(path), str(path))),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/"),
        "--",
        *inner,
    ]


BOX = "/box"  # where a submission's folder in memory is mounted
_ROOT_THAT_FORKS = (
    *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"),
    *(
        "--cap-drop",
        "ALL",
        "--cap-add",
        "CAP_SYS_ADMIN",
        "--cap-add",
        "CAP_SETUID",
        "--cap-add",
        "CAP_SETGID",
    ),
)

# Real root can make namespaces without a user namespace, and must then stop being root: otherwise the limit
# on processes does not hold (the kernel exempts uid 0).
_AS_ROOT = (
    *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"),
    *("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"),
)
_BECOME_NOBODY = (
    *("setpriv", "--reuid", _NOBODY, "--regid", _NOBODY, "--clear-groups"),
    *("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"),
)


def _environment(values: Mapping[str, str]) -> list[str]:
    fixed = {"PATH": "/usr/bin:/bin", "HOME": HOME, "LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
    return [part for name, value in (fixed | dict(values)).items() for part in ("--setenv", name, value)]


def _mounts(files: Path, sockets: Path, caps: Caps) -> list[str]:
    private = [*_tmpfs("/tmp", _MEGABYTE), *_tmpfs(HOME, caps.disk)]  # noqa: S108 - inside the sandbox
    shown = [part for path in _shown() for part in (*_parents(path), "--ro-bind", str(path), str(path))]
    return [
        *_root(),
        *private,
        *_tmpfs("/dev/shm", _MEGABYTE),  # noqa: S108 - inside the sandbox
        *shown,
        *("--ro-bind", str(files), INPUT),
        *(*_parents(sockets), "--bind", str(sockets), str(sockets)),
        *("--remount-ro", "/dev", "--remount-ro", "/"),
    ]


def _root() -> list[str]:
    return [
        *("--ro-bind", "/usr", "/usr"),
        *(part for link in ("bin", "sbin", "lib", "lib32", "lib64") for part in _system_link(link)),
        *("--perms", "0755", "--dir", "/etc"),
        *(part for path in _SYSTEM for part in ("--ro-bind-try", path, path)),
        *("--proc", "/proc", "--dev", "/dev"),
    ]


def _tmpfs(where: str, size: int) -> tuple[str, ...]:
    return ("--perms", "1777", "--size", str(size), "--tmpfs", where)


def _system_link(name: str) -> tuple[str, ...]:
    outside = Path("/", name)
    if outside.is_symlink():
        return ("--symlink", f"usr/{name}", f"/{name}")
    return ("--ro-bind-try", str(outside), str(outside))


def _shown() -> list[Path]:
    """The interpreter, the installed packages and kamlab itself; nothing else of the course's folder."""
    wanted = [sys.prefix, sys.base_prefix, sysconfig.get_path("purelib"), *_user_site(), kamlab.__path__[0]]
    paths = dict.fromkeys(Path(each) for each in wanted if Path(each).is_dir())
    return [path for path in paths if not _inside_any(path, [Path("/usr"), *(p for p in paths if p != path)])]


def _user_site() -> Iterable[str]:
    return [site.getusersitepackages()] if site.ENABLE_USER_SITE else []


def _inside_any(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _parents(path: Path) -> list[str]:
    """Folders above a mounted one must be open to everyone, or ``nobody`` cannot pass."""
    above = [each for each in reversed(path.parents) if str(each) not in {"/", "/tmp"}]  # noqa: S108 - inside
    return [part for each in above for part in ("--perms", "0755", "--dir", str(each))]


def _limits(caps: Caps) -> list[str]:
    return [
        "prlimit",
        f"--as={caps.address_space}",
        f"--nproc={caps.processes}",
        f"--fsize={caps.file}",
        f"--cpu={caps.cpu}",
        "--nofile=512",
        "--core=0",
        "--",
    ]


def require() -> None:
    """Try the sandbox once, so that a machine without one is told before anything is graded.

    Raises:
        GradingError: bubblewrap is missing, or the system refuses namespaces.
    """
    for tool, package in (("bwrap", "bubblewrap"), ("prlimit", "util-linux"), ("setpriv", "util-linux")):
        if shutil.which(tool) is None:
            raise GradingError(
                "The sandbox needs '{tool}': install {package} (apt install {package}), or pass "
                "--without-sandbox, which lets trainees' code read and change this machine's files.",
                tool=tool,
                package=package,
            )
    with open_folders() as (files, sockets):
        inner = [sys.executable, "-c", "import zmq"]
        trial = command(inner, files=files, sockets=sockets, environment={}, caps=Caps())
        done = subprocess.run(trial, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise GradingError(
            "The sandbox does not start here ({why}): allow user namespaces (sysctl "
            "kernel.unprivileged_userns_clone=1, or a container with SYS_ADMIN), or pass --without-sandbox, "
            "which lets trainees' code read and change this machine's files.",
            why=(done.stderr.strip().splitlines() or ["no message"])[-1][:200],
        )
