"""The outer walls: bubblewrap's namespaces around the warmed process, and the limits of one submission.

Inside there is no network, a read-only root that holds only the interpreter and the installed packages, no
environment of ours, and no view of the gradebook, of our sources or of anyone's work. The warmed process
keeps just the rights that it needs to build the inner walls (``grading.inside.walls``) for each submission.
"""

import os
import shutil
import site
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import kamlab
from kamlab.errors import GradingError
from kamlab.grading.inside.walls import HOME

__all__ = ["Caps", "require", "warm_command"]

_MEGABYTE = 1024 * 1024
_ROOT_THAT_FORKS = (
    *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"),
    *("--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN"),
    *("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"),
)
_SYSTEM = ("/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives", "/etc/fonts")
_DEVICES = ("/dev/null", "/dev/random", "/dev/urandom")  # not /dev/zero, through which memory can be shared
_EXCHANGE = "/usr/local/share/nbgrader"  # nbgrader's own place for what all trainees hand in


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
    """

    address_space: int = 4096 * _MEGABYTE
    resident: int = 1536 * _MEGABYTE
    processes: int = 96
    file: int = 32 * _MEGABYTE
    disk: int = 64 * _MEGABYTE
    cpu: int = 120
    cell: int = 30
    submission: int = 120


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
        *_environment(),
        *_root(),
        *("--dir", "/tmp", *_tmpfs(HOME, _MEGABYTE)),  # noqa: S108 - inside the sandbox
        *(part for path in _shown() for part in (*_parents(path), "--ro-bind", str(path), str(path))),
        *("--remount-ro", "/", "--chdir", "/"),
        "--",
        *inner,
    ]


def _environment() -> list[str]:
    box = dict.fromkeys(("HOME", "TMPDIR", "IPYTHONDIR", "MPLCONFIGDIR"), HOME)
    fixed = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "OPENBLAS_NUM_THREADS": "1",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",  # as in JupyterLab
    }
    return [part for name, value in (fixed | box).items() for part in ("--setenv", name, value)]


def _root() -> list[str]:
    return [
        *("--ro-bind", "/usr", "/usr"),
        *(part for link in ("bin", "sbin", "lib", "lib32", "lib64") for part in _system_link(link)),
        *("--perms", "0755", "--dir", "/etc"),
        *(part for path in _SYSTEM for part in ("--ro-bind-try", path, path)),
        *(("--tmpfs", _EXCHANGE, "--remount-ro", _EXCHANGE) if Path(_EXCHANGE).is_dir() else ()),
        *("--proc", "/proc", "--perms", "0755", "--dir", "/dev"),
        *(part for path in _DEVICES for part in ("--dev-bind", path, path)),
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


def require() -> None:
    """Look for what the sandbox is made with.

    Raises:
        GradingError: it is missing.
    """
    tool, package = "bwrap", "bubblewrap"
    if shutil.which(tool) is None:
        raise GradingError(
            "The sandbox needs '{tool}': install {package} (apt install {package}), or pass "
            "--without-sandbox, which lets trainees' code read and change this machine's files.",
            tool=tool,
            package=package,
        )
