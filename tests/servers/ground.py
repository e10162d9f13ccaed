"""What all throw-away servers stand on: free ports, a certificate, waiting, and stopping by process id."""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Certificate:
    """A self-signed certificate and its key, in PEM files."""

    certificate: Path
    key: Path

    def server_context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context

    def client_context(self) -> ssl.SSLContext:
        """Verifies as maild does, with this certificate as the only authority."""
        return ssl.create_default_context(cafile=str(self.certificate))


def make_certificate(folder: Path, name: str = "localhost", *, days: int = 30) -> Certificate:
    """For `name` and, where that is localhost, for 127.0.0.1."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Certificate(folder / "cert.pem", folder / "key.pem")
    names = f"DNS:{name}" + (",IP:127.0.0.1" if name == "localhost" else "")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", str(days)]
    command += ["-keyout", str(made.key), "-out", str(made.certificate)]
    command += ["-subj", f"/CN={name}", "-addext", f"subjectAltName={names}"]
    subprocess.run(command, check=True, capture_output=True)
    made.key.chmod(0o644)  # the servers read it as another user
    return made


def free_port() -> int:
    """A port on loopback that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(f"{what} did not happen within {seconds} s")
        time.sleep(0.02)


def account(name: str) -> tuple[str, str]:
    """User and group to run a server as: `name` when we are root, else ourselves."""
    user = pwd.getpwnam(name) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    return user.pw_name, grp.getgrgid(user.pw_gid).gr_name


def as_account(user: str, group: str, command: list[str]) -> list[str]:
    """The command, run as that account when we are root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid", user, "--regid", group, "--clear-groups", *command]


def own_folder(prefix: str, user: str, group: str) -> Path:
    """A new short-named folder of that account; sockets in it stay under the 108 characters of a path."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    give(folder, user, group)
    return folder


def give(path: Path, user: str, group: str) -> None:
    if os.geteuid() == 0:
        shutil.chown(path, user, group)


def children(pid: int) -> list[int]:
    """The processes whose parent is `pid`."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            # pid (name) state ppid …; the name may hold spaces and brackets
            if int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(entry.name))
    return found


def end(process: subprocess.Popen[bytes], sign: int = signal.SIGTERM) -> None:
    """Stops a process and what it started, by id."""
    started = children(process.pid)
    process.send_signal(sign)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(2)
    for pid in [*started, *([process.pid] if process.poll() is None else [])]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait(5)
