"""Calls to the Linux kernel that Python has no function for: namespaces, mounts, capabilities, seccomp."""

import ctypes
import os

from kamlab.errors import GradingError

__all__ = [
    "NEW",
    "become_bare",
    "become_readable",
    "drop_capabilities",
    "filter_calls",
    "mount_tmpfs",
    "return_to",
    "unshare",
]

NEW = {
    "mount": 0x00020000,
    "cgroup": 0x02000000,
    "uts": 0x04000000,
    "ipc": 0x08000000,
    "user": 0x10000000,
    "pid": 0x20000000,
    "net": 0x40000000,
}
_NOSUID_NODEV, _RDONLY = 2 | 4, 1
_VERSION_3 = 0x20080522  # of the capability calls
_SYS_ADMIN = 1 << 21
_KEEP_CAPABILITIES, _NO_NEW_PRIVILEGES, _DUMPABLE, _SECCOMP = 8, 38, 4, 22  # prctl's options
_FILTER = 2  # of seccomp

_libc = ctypes.CDLL(None, use_errno=True)


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _check(result: int, call: str) -> None:
    if result != 0:
        why = os.strerror(ctypes.get_errno())
        raise GradingError(
            "The kernel refused '{call}' ({why}): the sandbox cannot be set up here.", call=call, why=why
        )


def unshare(*kinds: str) -> None:
    """Leave the namespaces of these ``kinds`` (keys of ``NEW``) for new ones.

    Raises:
        GradingError: the kernel refuses.
    """
    _check(_libc.unshare(sum(NEW[kind] for kind in kinds)), f"unshare {' '.join(kinds)}")


def mount_tmpfs(where: str, size: int, files: int, *, read_only: bool = False) -> None:
    """Mount an empty file system in memory, of ``size`` bytes and so many ``files``.

    Raises:
        GradingError: the kernel refuses.
    """
    options = f"size={size},nr_inodes={files},mode=0755".encode()
    flags = ctypes.c_ulong(_NOSUID_NODEV | (_RDONLY if read_only else 0))
    _check(_libc.mount(b"tmpfs", where.encode(), b"tmpfs", flags, options), f"mount {where}")


def become_bare(uid: int) -> None:
    """From root to the user ``uid`` with the one capability that namespaces need.

    Raises:
        GradingError: the kernel refuses.
    """
    _check(_libc.prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0), "prctl keep capabilities")
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    _set_capabilities(_SYS_ADMIN)


def become_readable() -> None:
    """Let this process write its own files in /proc, which a change of user forbids."""
    _check(_libc.prctl(_DUMPABLE, 1, 0, 0, 0), "prctl dumpable")


def drop_capabilities() -> None:
    """Give up every capability, and the way to get one back by starting a program."""
    _set_capabilities(0)
    _check(_libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "prctl no new privileges")
    _check(_libc.prctl(_DUMPABLE, 0, 0, 0, 0), "prctl not dumpable")


def _set_capabilities(mask: int) -> None:
    header, data = _Header(_VERSION_3, 0), (ctypes.c_uint32 * 6)(mask, mask, 0, 0, 0, 0)
    _check(_libc.capset(ctypes.byref(header), ctypes.byref(data)), "capset")


def filter_calls(program: bytes) -> None:
    """Bind this process and all that it starts to a seccomp filter, for good.

    Raises:
        GradingError: the kernel refuses.
    """
    buffer = ctypes.create_string_buffer(program, len(program))
    loaded = _Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    _check(_libc.prctl(_SECCOMP, _FILTER, ctypes.byref(loaded), 0, 0), "seccomp")


def return_to(process: int) -> None:
    """Let the next child be born in the process namespace of the process behind the handle ``process``.

    Raises:
        GradingError: the kernel refuses.
    """
    _check(_libc.setns(process, NEW["pid"]), "setns")
