"""A throw-away Postfix on loopback (needs root). Nothing leaves the machine: it has no SMTP client.

bad@x.test is refused with 550, temp@x.test put off with 450; <user>@o.test goes into the Maildirs of a
Dovecot given at the start; all else is accepted and thrown away.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self

from . import ground
from .dovecot import Dovecot

MAIN = """\
compatibility_level = 3.6
queue_directory = {dir}/spool
data_directory = {dir}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {dir}/log/mail.log
maillog_file_prefixes = {dir}
myhostname = mta.test
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
alias_database =
default_transport = discard:
relay_transport = discard:
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{ {{bad@x.test=550 5.1.1 no such user}} \
{{temp@x.test=450 4.2.0 try later}} }}, permit_mynetworks, reject
smtpd_tls_security_level = may
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
message_size_limit = 52428800
smtpd_peername_lookup = no
virtual_mailbox_domains = o.test
virtual_mailbox_base = {mail}
virtual_mailbox_maps = inline:{{ {maildirs} }}
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_minimum_uid = 1
virtual_mailbox_limit = 0
recipient_delimiter = +
"""

# proxymap is needed: without it smtpd hangs 100 s per client.
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{tls_port} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """`Postfix().start()`, or `.start(dovecot, ["alice"])` to deliver alice@o.test there."""

    def __init__(self) -> None:
        self.port = ground.free_port()
        self.tls_port = ground.free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="postfix-"))
        self._certificate: ground.Certificate | None = None

    @staticmethod
    def missing() -> str | None:
        """Why it cannot run here, or None."""
        if not Path("/usr/sbin/postfix").exists():
            return "postfix is not installed"
        return None if os.geteuid() == 0 else "postfix needs root"

    @property
    def certificate(self) -> Path:
        assert self._certificate is not None
        return self._certificate.certificate

    def start(self, dovecot: Dovecot | None = None, users: list[str] | None = None) -> Self:
        self.folder.chmod(0o755)
        for name in ("conf", "spool", "data", "log"):
            (self.folder / name).mkdir()
        shutil.chown(self.folder / "data", "postfix")
        self._certificate = ground.make_certificate(self.folder)
        maildirs = " ".join(f"{{{user}@o.test={user}/Maildir/}}" for user in users or [])
        values = {
            "dir": self.folder,
            "maildirs": maildirs,
            "mail": dovecot.mail if dovecot else "/nonexistent",
        }
        values |= {"certificate": self.certificate, "key": self._certificate.key}
        (self.folder / "conf" / "main.cf").write_text(MAIN.format(**values))
        (self.folder / "conf" / "master.cf").write_text(MASTER.format(port=self.port, tls_port=self.tls_port))
        self._run("start")
        ground.wait_until(lambda: ground.answers(self.port), f"postfix on port {self.port}")
        return self

    def stop(self) -> None:
        self._run("stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self) -> str:
        path = self.folder / "log" / "mail.log"
        return path.read_text() if path.exists() else ""

    def _run(self, verb: str) -> None:
        command = ["/usr/sbin/postfix", "-c", str(self.folder / "conf"), verb]
        subprocess.run(command, check=True, capture_output=True)
