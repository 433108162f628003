"""The filter on system calls, made once with libseccomp and loaded in every process of a submission.

It refuses what a notebook never needs and an attack may: sockets, other programs, other processes' memory,
namespaces, mounts, kernel keys and modules, memory that no limit counts. Refused calls fail with 'operation
not permitted', so that careless code gets an ordinary error.
"""

import errno
import tempfile
from functools import cache

import pyseccomp

from kamlab.grading.inside.kernel import NEW

__all__ = ["program"]

_REFUSED = (
    # the network: socketpair stays, Python's own parts use it
    *("socket", "connect", "bind", "listen", "accept", "accept4"),
    # other programs
    *("execve", "execveat"),
    # other processes
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp", "process_madvise"),
    # namespaces, mounts, roots
    *("unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen"),
    *("fsconfig", "fsmount", "fspick", "mount_setattr", "open_by_handle_at", "name_to_handle_at"),
    # the kernel itself
    *("bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register"),
    *("keyctl", "add_key", "request_key", "init_module", "finit_module", "delete_module", "kexec_load"),
    *("kexec_file_load", "reboot", "swapon", "swapoff", "acct", "quotactl", "syslog", "personality"),
    *("settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname"),
    # memory that no limit counts, and queues that outlive a process
    *("memfd_create", "memfd_secret", "shmget", "shmat", "msgget", "semget", "mq_open"),
)
_CLONE3 = "clone3"  # its flags lie in memory, where no filter sees them: Python then uses clone


@cache
def program() -> bytes:
    """The filter as the kernel loads it."""
    rules = pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW)
    refusal = pyseccomp.ERRNO(errno.EPERM)
    for name in _REFUSED:
        if pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) >= 0:
            rules.add_rule(refusal, name)
    for flag in NEW.values():
        rules.add_rule(refusal, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, flag, flag))
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), _CLONE3)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
