"""A throw-away Dovecot on loopback, as root or not."""

from __future__ import annotations

import contextlib
import imaplib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from . import ground

CONFIG = """\
base_dir = {dir}/run
state_dir = {dir}/state
log_path = {dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
mail_location = maildir:~/Maildir
mail_fsync = never
auth_failure_delay = 0
mail_max_userip_connections = 100
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
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
    port = {tls_port}
  }}
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {dir}/passwd
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={dir}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
{more}
"""


class Dovecot:
    """`Dovecot().start({"alice": "secret"})`; every user has an empty mailbox. Stop it in the end."""

    def __init__(self) -> None:
        self.port = ground.free_port()
        self.tls_port = ground.free_port()
        self.user, self.group = ground.account("nobody")
        self.folder = ground.own_folder("dovecot-", self.user, self.group)
        self._certificate: ground.Certificate | None = None
        self._users: dict[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._delivered = 0

    @staticmethod
    def missing() -> str | None:
        """Why it cannot run here, or None."""
        there = Path("/usr/sbin/dovecot").exists() and Path("/usr/lib/dovecot/imap").exists()
        return None if there else "dovecot-imapd is not installed"

    @property
    def certificate(self) -> Path:
        """PEM file of the certificate, to be trusted by clients."""
        assert self._certificate is not None
        return self._certificate.certificate

    @property
    def mail(self) -> Path:
        """Holds one folder per user, each with a Maildir."""
        return self.folder / "mail"

    def start(
        self,
        users: Mapping[str, str],
        *,
        certificate: ground.Certificate | None = None,
        more: str = "",
    ) -> Self:
        """`more`: further lines of configuration, such as `imap_capability = IMAP4rev1 UIDPLUS`."""
        self._certificate = certificate or ground.make_certificate(self.folder)
        values = {"dir": self.folder, "user": self.user, "group": self.group, "more": more}
        values |= {"port": self.port, "tls_port": self.tls_port}
        values |= {"certificate": self.certificate, "key": self._certificate.key}
        (self.folder / "dovecot.conf").write_text(CONFIG.format(**values))
        self.mail.mkdir(exist_ok=True)
        ground.give(self.mail, self.user, self.group)
        self.add_users(users)
        self.resume()
        return self

    def add_users(self, users: Mapping[str, str]) -> None:
        self._users.update(users)
        lines = "".join(f"{name}:{{PLAIN}}{password}\n" for name, password in self._users.items())
        (self.folder / "passwd").write_text(lines)

    def resume(self) -> None:
        """Starts it (again, after `halt`), with the same ports and mail."""
        command = ["/usr/sbin/dovecot", "-F", "-c", str(self.folder / "dovecot.conf")]
        self._process = subprocess.Popen(ground.as_account(self.user, self.group, command))
        ground.wait_until(lambda: ground.answers(self.port), f"dovecot on port {self.port}")

    def halt(self, sign: int = signal.SIGTERM) -> None:
        """As a server that goes down: no more logins, and the sessions are cut."""
        if self._process is not None:
            ground.end(self._process, sign)
            self._process = None

    def kill_sessions(self) -> None:
        """Cuts all logged-in clients; the server stays."""
        assert self._process is not None
        for pid in ground.children(self._process.pid):
            with contextlib.suppress(OSError):
                if b"dovecot/imap\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(pid, signal.SIGKILL)

    def stop(self) -> None:
        self.halt(signal.SIGKILL)  # asked to go, it takes a second, of which nobody has anything here
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def session(self, user: str) -> Iterator[imaplib.IMAP4]:
        """A second client, independent of maild's."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=30) as client:
            client.login(user, self._users[user])
            yield client

    def append(self, user: str, folder: str, raw: bytes, internaldate: datetime | None = None) -> None:
        """Puts one mail there, creating the folder; internaldate is aware (default: now)."""
        with self.session(user) as client:
            if folder != "INBOX":
                client.create(f'"{folder}"')
            at = imaplib.Time2Internaldate(internaldate or datetime.now(UTC))
            kind, answer = client.append(f'"{folder}"', "", at, raw)
            assert kind == "OK", answer

    def fill(self, user: str, mails: Iterable[bytes | tuple[bytes, datetime]]) -> None:
        """Many mails into the INBOX at once, past IMAP: thousands a second. UIDs follow the order."""
        maildir = self.mail / user / "Maildir"
        for folder in (maildir.parent, maildir, *(maildir / name for name in ("tmp", "new", "cur"))):
            folder.mkdir(exist_ok=True)
            ground.give(folder, self.user, self.group)
        for mail in mails:
            raw, at = mail if isinstance(mail, tuple) else (mail, datetime.now(UTC))
            self._delivered += 1
            # Dovecot numbers new files in the order of their names.
            draft = maildir / "tmp" / f"1700000000.M{self._delivered:08d}P1.test"
            draft.write_bytes(raw)
            os.utime(draft, (at.timestamp(), at.timestamp()))  # Maildir: mtime is INTERNALDATE
            ground.give(draft, self.user, self.group)
            draft.rename(maildir / "new" / draft.name)

    def messages(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The raw mails of a folder in the order of their UIDs; [] when there is no such folder."""
        with self.session(user) as client:
            if client.select(f'"{folder}"', readonly=True)[0] != "OK":
                return []
            _, answers = (
                client.fetch("1:*", "(BODY.PEEK[])") if client.search(None, "ALL")[1][0] else ("", [])
            )
            return [bytes(answer[1]) for answer in answers if isinstance(answer, tuple)]

    def flags(self, user: str, folder: str = "INBOX") -> list[str]:
        """The FLAGS lines of a folder, one per mail."""
        with self.session(user) as client:
            client.select(f'"{folder}"', readonly=True)
            return [line.decode() for line in client.fetch("1:*", "(FLAGS)")[1] if isinstance(line, bytes)]

    def recreate(self, user: str, folder: str) -> None:
        """Deletes and makes a folder anew: another UIDVALIDITY."""
        with self.session(user) as client:
            client.delete(f'"{folder}"')
            client.create(f'"{folder}"')
