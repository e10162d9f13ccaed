"""Two IMAP servers behind one face: our own, and a real Dovecot to hold it against."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from imapclient import IMAPClient

from maild.demo.imap import ImapServer, Store
from maild.demo.loopback import Loopback

Connect = Callable[[], IMAPClient]

DOVECOT = """
base_dir = {dir}/run
state_dir = {dir}/state
log_path = {dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
{internal}
ssl = no
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {dir}/passwd
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={dir}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def logged_in(port: int, login: str) -> IMAPClient:
    client = IMAPClient("127.0.0.1", port=port, ssl=False, timeout=20)
    client.normalise_times = False
    client.login(login, "secret")
    return client


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


@pytest.fixture(scope="session")
def dovecot() -> Iterator[int]:
    if shutil.which("dovecot") is None or os.geteuid() != 0:
        pytest.skip("needs Debian's dovecot-imapd, and root")
    folder = Path(tempfile.mkdtemp(prefix="maild-"))  # socket paths are short, pytest's folders are long
    port = free_port()
    (folder / "passwd").write_text("".join(f"user{n}@demo.example:{{PLAIN}}secret\n" for n in range(60)))
    (folder / "mail").mkdir()
    (folder / "dovecot.conf").write_text(DOVECOT.format(dir=folder, port=port, internal=""))
    subprocess.run(["chown", "-R", "nobody:nogroup", str(folder / "mail")], check=True)
    folder.chmod(0o755)
    process = subprocess.Popen(["dovecot", "-F", "-c", str(folder / "dovecot.conf")])
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield port
    process.send_signal(signal.SIGTERM)
    process.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


_users = iter(range(60))


@pytest.fixture(params=["ours", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Opens logged-in clients on one fresh account; closes them all afterwards."""
    login = f"user{next(_users)}@demo.example"
    if request.param == "ours":
        store = Store()
        store.account(login, "secret")
        port = ImapServer(request.getfixturevalue("loopback"), store).port
    else:
        port = request.getfixturevalue("dovecot")
    clients: list[IMAPClient] = []

    def open_one() -> IMAPClient:
        clients.append(logged_in(port, login))
        return clients[-1]

    yield open_one
    for client in clients:
        try:
            client.logout()
        except Exception:
            client.shutdown()
