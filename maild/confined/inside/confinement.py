"""What the child gives up before it sees a document: files, sockets, other processes, time and memory.

Each step is taken where the system has it and skipped where it has not: macOS lacks some, containers and
old kernels forbid some. Together they overlap, so that no single one has to hold (T24).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
from collections.abc import Callable, Sequence
from pathlib import Path

_NOBODY = 65534
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38  # prctl(2)
_SIGKILL = 9
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # unshare(2)
# landlock(7); the numbers are the same on every architecture.
_LANDLOCK_CREATE_RULESET, _LANDLOCK_ADD_RULE, _LANDLOCK_RESTRICT_SELF = 444, 445, 446
_LANDLOCK_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # file rights that exist in each version of it
_RUN_AND_READ, _LIST = 0b101, 0b1000  # file rights of a program's own folders
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/dev/null")  # where programs are made of
_FEW_FILES = 32
_LANDLOCK_TCP = 0b11  # bind and connect, from version 4
_LANDLOCK_SCOPES = 0b11  # abstract sockets and signals to others, from version 6


def confine(parent: int, memory: int) -> list[str]:
    """Takes the steps, in an order in which each still can be taken; the names of those that hold.

    `memory` in bytes of address space. `parent`: the process id without which this one has no business.
    """
    steps: list[tuple[str, Callable[[], None]]] = [
        ("first to go when memory is short", _expendable),
        ("no network", _leave_network),
        ("nobody", _become_nobody),
        ("dies with its parent", lambda: _die_with(parent)),
        ("no new privileges", lambda: _prctl(_PR_SET_NO_NEW_PRIVS, 1)),
        ("no dump", lambda: _prctl(_PR_SET_DUMPABLE, 0)),
        ("no file", _landlock),
        ("memory", lambda: _limit("RLIMIT_AS", memory)),
        ("writes nothing", lambda: _limit("RLIMIT_FSIZE", 0)),
        ("no process", lambda: _limit("RLIMIT_NPROC", 0)),
        ("no core", lambda: _limit("RLIMIT_CORE", 0)),
        ("opens nothing", _close_the_door),
    ]
    held = []
    for name, step in steps:
        with contextlib.suppress(OSError, ValueError, AttributeError):
            step()
            held.append(name)
    return held


def lead(parent: int, memory: int, seconds: int, prefix: str, command: list[str]) -> None:
    """Becomes another program, which may read what it is made of, write nothing and reach nobody."""
    for step in (
        _expendable,
        _leave_network,
        _become_nobody,
        lambda: _die_with(parent),
        lambda: _prctl(_PR_SET_NO_NEW_PRIVS, 1),
        lambda: _landlock([prefix, *_SYSTEM]),
        lambda: _limit("RLIMIT_AS", memory),
        lambda: _limit("RLIMIT_CPU", seconds),
        lambda: _limit("RLIMIT_FSIZE", 0),
        lambda: _limit("RLIMIT_NPROC", 0),
        lambda: _limit("RLIMIT_CORE", 0),
        lambda: _limit("RLIMIT_NOFILE", _FEW_FILES),
    ):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            step()
    os.execv(command[0], command)  # noqa: S606 - a program that the administrator installed


def allow_seconds(seconds: int) -> None:
    """So much more of the processor for what comes next; then SIGXCPU ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def give_back() -> None:
    """Memory that is free, to the system: what one large request took is not kept for the next small ones."""
    with contextlib.suppress(AttributeError):  # glibc alone has it
        _libc().malloc_trim(0)


def _limit(name: str, value: int) -> None:
    resource.setrlimit(getattr(resource, name), (value, value))


def _close_the_door() -> None:
    """RLIMIT_NOFILE at the number of descriptors that are open: every open() and socket() ends with EMFILE,
    while the pipes to the daemon stay as they are."""
    door = os.dup(0)
    os.close(door)  # the lowest free number: all below it are in use
    _limit("RLIMIT_NOFILE", door)


def _expendable() -> None:
    fd = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
    try:
        os.write(fd, b"1000")
    finally:
        os.close(fd)


def _leave_network() -> None:
    """A network namespace of its own, which holds nothing but a loopback that is down."""
    libc = _libc()
    if libc.unshare(_CLONE_NEWNET) and libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "unshare")


def _become_nobody() -> None:
    if os.geteuid() != 0:
        return
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)


def _die_with(parent: int) -> None:
    """Set after every change of user, which would clear it (prctl(2))."""
    _prctl(_PR_SET_PDEATHSIG, _SIGKILL)
    if os.getppid() != parent:
        os._exit(0)  # it died before it could be watched


def _prctl(option: int, value: int) -> None:
    if _libc().prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("rights", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def _landlock(readable: Sequence[str] = ()) -> None:
    """A ruleset that handles every right and grants none: no path can be opened, made, moved or removed, but
    for reading and running what is `readable`; and no process outside can be signalled."""
    libc = _libc()
    version = libc.syscall(_LANDLOCK_CREATE_RULESET, None, 0, 1)
    if version < 1:
        raise OSError(ctypes.get_errno(), "landlock")
    rights = (1 << _LANDLOCK_RIGHTS.get(version, 16)) - 1
    rules = _Ruleset(rights, _LANDLOCK_TCP if version >= 4 else 0, _LANDLOCK_SCOPES if version >= 6 else 0)
    size = ctypes.c_size_t(24 if version >= 6 else 16 if version >= 4 else 8)
    fd = libc.syscall(_LANDLOCK_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if fd < 0:
        raise OSError(ctypes.get_errno(), "landlock")
    try:
        for path in readable:
            _allow_reading(libc, fd, path)
        if libc.syscall(_LANDLOCK_RESTRICT_SELF, fd, 0):
            raise OSError(ctypes.get_errno(), "landlock")
    finally:
        os.close(fd)


def _allow_reading(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    with contextlib.suppress(OSError):  # a folder that this system has not
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rights = _RUN_AND_READ | (_LIST if Path(path).is_dir() else 0)
            libc.syscall(_LANDLOCK_ADD_RULE, ruleset, 1, ctypes.byref(_Beneath(rights, place)), 0)
        finally:
            os.close(place)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
