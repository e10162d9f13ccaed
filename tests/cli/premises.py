"""An office on disk with an IMAP server in this process and a recording SMTP sink."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from maild.cli import cli, run
from maild.demo.faults import Faults
from maild.demo.imap import ImapServer, Store
from maild.demo.loopback import Loopback
from tests.daemon import bureau
from tests.servers.sink import Sink

AT = "2026-03-02T09:00+08:00"
LATER = "2026-03-02T09:30+08:00"
MOMENT = datetime(2026, 3, 2, 1, tzinfo=UTC)
CITIZEN = "putu@warga.example"


class Premises:
    """`maild(...)` calls a command with this office's configuration; `said` is what it printed."""

    def __init__(self, folder: Path, imap: ImapServer, store: Store, sink: Sink, faults: Faults) -> None:
        self.folder, self.store, self.sink, self.faults = folder, store, sink, faults
        (folder / "secret").write_text("secret\n")
        (folder / "secret").chmod(0o600)
        (folder / "agencies.csv").write_text(bureau.AGENCIES)
        self.config = folder / "config.yaml"
        self.written = bureau.CONFIG.format(
            imap=imap.port,
            smtp=sink.port,
            folder=folder,
            own=bureau.OWN,
            hold="0 minutes",
            url=f"sqlite:///{folder}/maild.db",
            journal="false",
            intake=bureau.INTAKE,
            officer=bureau.OFFICER,
            head=bureau.HEAD,
            admin=bureau.ADMIN,
            authserv=bureau.AUTHSERV,
        )
        self.config.write_text(self.written)

    def change(self, old: str, new: str) -> None:
        assert old in self.written, old
        self.written = self.written.replace(old, new)
        self.config.write_text(self.written)

    @property
    def inbox(self) -> Any:
        return self.store.account("office").inbox

    def deliver(self, sender: str = CITIZEN, text: str = bureau.REPORT, **more: Any) -> None:
        at = more.setdefault("at", MOMENT)
        self.inbox.add(bureau.mail(sender, text, **more), at)

    def maild(self, *words: str) -> Result:
        return maild(*words, "--config", str(self.config))

    def documents(self, *words: str) -> list[dict[str, Any]]:
        result = self.maild(*words, "--json")
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]


def maild(*words: str) -> Result:
    """The command as a process would end: every exception told, the exit code of the contract."""
    runner = CliRunner()
    with runner.isolation() as (out, err, _):
        code = run(list(words))
        return Result(runner, out.getvalue(), err.getvalue(), b"", None, code, None)


@contextmanager
def premises(folder: Path) -> Iterator[Premises]:
    store, faults = Store(), Faults()
    store.account("office", "secret")
    sink = Sink().start()
    try:
        with Loopback() as loopback:
            yield Premises(folder, ImapServer(loopback, store, faults), store, sink, faults)
    finally:
        sink.stop()


__all__ = ["AT", "CITIZEN", "LATER", "MOMENT", "Premises", "cli", "maild", "premises"]
