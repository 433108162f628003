"""The filter on system calls, made once with libseccomp and loaded in every process of a submission.

It refuses what a notebook never needs and an attack may: sockets, other programs, other processes' memory,
namespaces, mounts, kernel keys and modules, memory that no limit counts, and whatever Linux has learnt since.
Refused calls fail with 'operation not permitted', so that careless code gets an ordinary error.
"""

import errno
import mmap
import socket
import struct
import tempfile
from collections.abc import Iterator
from functools import cache

import pyseccomp

from kamlab.grading.inside.kernel import NEW

__all__ = ["program"]

_REFUSED = (
    # the network; and open files in a packet, which count against all processes of the user
    *("socket", "connect", "bind", "listen", "accept", "accept4", "sendmsg", "sendmmsg"),
    # other programs
    *("execve", "execveat"),
    # other processes
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp", "process_madvise"),
    # namespaces, mounts, roots
    *("unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen"),
    *("fsconfig", "fsmount", "fspick", "open_by_handle_at", "name_to_handle_at"),
    # the kernel itself
    *("bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register"),
    *("keyctl", "add_key", "request_key", "init_module", "finit_module", "delete_module", "kexec_load"),
    *("kexec_file_load", "reboot", "swapon", "swapoff", "acct", "quotactl", "syslog", "personality"),
    *("settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname"),
    *("modify_ldt", "iopl", "ioperm", "vmsplice", "tee", "splice", "sync", "syncfs"),
    # memory that no limit counts, queues that outlive a process, and what a user has few of
    *("memfd_create", "shmget", "shmat", "msgget", "semget", "mq_open"),
    *("inotify_init", "inotify_init1", "fanotify_init"),
)
_CLONE3 = "clone3"  # its flags lie in memory, where no filter sees them: Python then uses clone
_NEWER = 441  # the first number that is refused whatever it means: from here on nothing that Python needs
_HUGE_PAGES = 0x40000  # mmap's flag
# load the number; where it is a newer one, answer that there is no such call
_ONLY_KNOWN = (
    (0x20, 0, 0, 0),  # load the word at 0
    (0x35, 0, 1, _NEWER),  # skip one unless it is as large
    (0x06, 0, 0, 0x00050000 | errno.ENOSYS),  # return this error
)


@cache
def program() -> bytes:
    """The filter as the kernel loads it."""
    rules = pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW)
    refusal = pyseccomp.ERRNO(errno.EPERM)
    for name in _REFUSED:
        if pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) >= 0:
            rules.add_rule(refusal, name)
    for name, which in _refused_uses():
        rules.add_rule(refusal, name, which)
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), _CLONE3)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return b"".join(struct.pack("=HBBI", *step) for step in _ONLY_KNOWN) + file.read()


def _refused_uses() -> Iterator[tuple[str, pyseccomp.Arg]]:
    """Calls that are refused with certain arguments only."""
    for flag in NEW.values():
        yield "clone", _has(0, flag)
    # such memory stays taken when it is unmapped for a moment, and belongs to no process that could be asked
    yield "mmap", _has(3, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
    yield "mmap", _has(3, _HUGE_PAGES)
    # Python's own parts use pairs of sockets; a packet in one may name another address
    yield "socketpair", pyseccomp.Arg(0, pyseccomp.NE, socket.AF_UNIX)
    yield "sendto", pyseccomp.Arg(4, pyseccomp.NE, 0)


def _has(place: int, flags: int) -> pyseccomp.Arg:
    return pyseccomp.Arg(place, pyseccomp.MASKED_EQ, flags, flags)
