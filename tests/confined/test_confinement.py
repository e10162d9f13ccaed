"""What is left to somebody who has taken the child over: each attempt is made, in a process so confined."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from maild.confined import DocumentReader, MailReader
from maild.message import Unreadable

INSIDE = Path(__file__).resolve().parent.parent.parent / "maild" / "confined"
ATTEMPT = """
def attempt(step):
    try:
        step()
    except BaseException as error:
        return type(error).__name__
    return "done"
"""
PRELUDE = f"""
import sys; sys.path.append({str(INSIDE)!r})
import ctypes, json, os, resource, socket, subprocess
from inside.confinement import allow_seconds, confine
libc = ctypes.CDLL(None, use_errno=True)
{ATTEMPT}
"""
CONFINED = "held = confine(os.getppid(), 256 * 1024 * 1024)\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")


def confined(script: str, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-c", PRELUDE + before + CONFINED + script, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def steps_and_attempts(script: str, *arguments: str, before: str = "") -> tuple[list[str], list[str]]:
    script = f"found = []\n{script}\nprint(json.dumps([held, found]))"
    done = confined(script, *arguments, before=before)
    assert done.returncode == 0, done.stderr
    held, found = json.loads(done.stdout)
    return held, found


def told(script: str, *arguments: str, before: str = "") -> list[str]:
    """How each attempt of the script ended: `done`, or the name of an exception."""
    return steps_and_attempts(script, *arguments, before=before)[1]


def test_the_steps_that_every_linux_has_are_taken() -> None:
    held, _ = steps_and_attempts("")
    always = {"dies with its parent", "no new privileges", "memory", "writes nothing", "opens nothing"}
    assert always <= set(held)


def test_no_file_and_no_socket_can_be_opened(tmp_path: Path) -> None:
    found = told(
        "for step in (lambda: open('/etc/passwd'), lambda: open(sys.argv[1], 'wb'), lambda: socket.socket(),"
        " lambda: socket.socketpair(), lambda: os.pipe(), lambda: os.dup(1)): found.append(attempt(step))",
        str(tmp_path / "new"),
    )
    assert set(found) <= {"OSError", "PermissionError"}
    assert not (tmp_path / "new").exists()


def test_no_process_can_be_started() -> None:
    found = told(
        "found.append(attempt(os.fork)); found.append(attempt(lambda: subprocess.run(['/bin/true'])))"
    )
    assert "done" not in found


@pytest.mark.usefixtures("landlock")
def test_closing_a_pipe_opens_no_door(place: Path) -> None:
    """The number that is free again may be used, but no file can be reached (Landlock), no host (namespace)."""
    place.chmod(0o777)  # what it may do must not hang on permissions
    victim = place / "mails.db"
    victim.write_bytes(b"mails")
    victim.chmod(0o666)
    found = told(
        "os.close(0)\n"
        "for step in (lambda: open(sys.argv[1], 'rb').close(), lambda: open(sys.argv[1], 'wb').close(),"
        " lambda: os.truncate(sys.argv[1], 0), lambda: os.unlink(sys.argv[1]),"
        " lambda: os.mkdir(sys.argv[1] + 'd'), lambda: os.rename(sys.argv[1], sys.argv[1] + 'x'),"
        " lambda: socket.create_connection(('127.0.0.1', 22), 1)): found.append(attempt(step))",
        str(victim),
    )
    assert "done" not in found
    assert victim.read_bytes() == b"mails"


def test_other_processes_of_the_same_user_can_be_neither_stopped_nor_traced() -> None:
    """The daemon's own user, where it is not root: what runs beside the child is not the child's to end."""
    if ctypes.CDLL(None).syscall(444, None, 0, 1) < 6:
        pytest.skip("this system's Landlock knows no scopes")
    found = told(
        "found += [attempt(lambda: os.kill(beside.pid, 9)),"
        " 'done' if libc.ptrace(16, beside.pid, 0, 0) == 0 else 'refused']",
        before="nobody = 65534\nif os.geteuid() == 0: os.setresuid(nobody, nobody, nobody)\n"
        "beside = subprocess.Popen(['/bin/sleep', '3'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n",
    )
    assert found == ["PermissionError", "refused"]


def test_memory_beyond_the_allowance_is_not_had() -> None:
    assert told("found.append(attempt(lambda: bytearray(300 * 1024 * 1024)))") == ["MemoryError"]


def test_a_file_that_is_open_does_not_grow(tmp_path: Path) -> None:
    """RLIMIT_FSIZE: even with a descriptor from before."""
    with (tmp_path / "log").open("wb") as log:
        done = subprocess.run(
            [sys.executable, "-I", "-c", PRELUDE + CONFINED + "os.write(1, b'x' * 100)"],
            stdout=log,
            timeout=60,
            check=False,
        )
    assert done.returncode != 0
    assert (tmp_path / "log").stat().st_size == 0


def test_seconds_of_the_processor_end() -> None:
    done = confined("allow_seconds(1)\nwhile True: pass")
    assert done.returncode == -24  # SIGXCPU


def test_seconds_are_counted_anew_for_each_document() -> None:
    spend = "import time\nfor _ in range(4):\n allow_seconds(1); end = time.process_time() + 0.6\n while time.process_time() < end: pass"
    assert confined(spend).returncode == 0


@pytest.mark.parametrize("kind", [DocumentReader, MailReader])
def test_nothing_of_the_surroundings_is_handed_down(
    monkeypatch: pytest.MonkeyPatch, kind: type[DocumentReader] | type[MailReader]
) -> None:
    """No password of the environment, no descriptor of the store or of a mail server."""
    monkeypatch.setenv("MAILD_PASSWORD", "rahasia")
    with (Path(__file__)).open("rb") as mine, kind() as reader:
        os.set_inheritable(mine.fileno(), True)
        if isinstance(reader, DocumentReader):
            reader.extract("rtf", b"{\\rtf1 x}")
        else:
            reader.read(b"From: a@surel.example")
        assert reader.child is not None
        home = Path(f"/proc/{reader.child.pid}")
        try:
            assert (home / "environ").read_bytes() == b"TZ=UTC\0"
            targets = [str(one.readlink()) for one in (home / "fd").iterdir()]
        except PermissionError:
            pytest.skip("this process may not look into the child")
    assert sorted(target.partition(":")[0] for target in targets) == [
        "/dev/null",
        "/dev/null",
        "pipe",
        "pipe",
    ]


TRYING = (
    ATTEMPT
    + """\
import sys
sys.path += sys.argv[4:]
import hashlib, json, os, socket, subprocess
from inside import mails
STEPS = {
    "open": lambda: open("/etc/hostname"),
    "write": lambda: open(sys.argv[4] + "/new", "w"),
    "list": lambda: os.listdir("/"),
    "remove": lambda: os.unlink(sys.argv[4] + "/mails.py"),
    "connect": lambda: socket.create_connection(("127.0.0.1", 25), 1),
    "pair": socket.socketpair,
    "fork": os.fork,
    "run": lambda: subprocess.run(["/bin/true"]),
    "kill": lambda: os.kill(os.getppid(), 0),
    "import": lambda: __import__("sqlite3"),
    "charset": lambda: b"x".decode("no-such-charset"),
    "memory": lambda: bytearray(600 * 1024 * 1024),
}
def read(raw):
    found = json.dumps({name: attempt(step) for name, step in STEPS.items()})
    return mails.Unreadable(hashlib.sha256(raw).hexdigest(), len(raw), found)
mails.load()
mails.load = lambda: None
mails.read = read
mails.main(*map(int, sys.argv[1:4]))
"""
)


@pytest.mark.skipif(os.geteuid() != 0, reason="who is not root stays who he is, and may signal himself")
def test_whoever_takes_over_the_reader_of_mails_can_do_nothing_but_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("maild.confined.mails.START", TRYING)
    with MailReader() as reader:
        found = reader.read(b"From: a@surel.example")
    assert isinstance(found, Unreadable)
    told = json.loads(found.reason)
    refused = {"OSError", "PermissionError", "BlockingIOError"}
    for name in ("open", "write", "list", "remove", "connect", "pair", "fork", "run", "kill"):
        assert told.pop(name) in refused, name
    assert told == {"import": "ModuleNotFoundError", "charset": "LookupError", "memory": "MemoryError"}
