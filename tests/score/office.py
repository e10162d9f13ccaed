"""Two offices with the register of ../shared/indonesia, and the functions behind `maild read` and `maild route`."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from maild.cli.reader import Reader, directory_of
from maild.config import Config
from maild.config import load as load_config
from maild.directory import Index, agencies_of, build
from maild.intent import Correspondent, Meaning, Role, understand
from maild.intent.numbers import case_pattern, letter_pattern
from maild.message import Message
from tests.score.shared import Shared

OFFICES = ("bali", "ntt")
BLOCK = """\
  - office: {{name: Ombudsman RI Perwakilan {name}, code: {code}, city: {name}, timezone: Asia/Makassar, \
phone: (000) 1}}
    mailbox: {{host: 127.0.0.1, tls: none, username: {office}, password_file: secret}}
    submission: {{host: 127.0.0.1, tls: none, from: pengaduan.{office}@ombudsman-{office}.example}}
    agencies: {office}.csv
    staff:
      - {{name: Penerimaan, email: penerimaan@ombudsman-{office}.example, roles: [intake]}}
      - {{name: Asisten, email: asisten@ombudsman-{office}.example, roles: [examiner, head, admin]}}
    authentication: {{authserv_id: mx1.ombudsman-{office}.example, require_dmarc: staff}}
"""


def configured(folder: Path, shared: Shared) -> Config:
    """A configuration in `folder` as these two offices would have it; nothing is ever connected to."""
    (folder / "secret").write_text("secret\n")
    (folder / "secret").chmod(0o600)
    for office in OFFICES:
        (folder / f"{office}.csv").write_text(_register(shared, office), encoding="utf-8")
    blocks = [BLOCK.format(name=office.upper(), code=office.upper(), office=office) for office in OFFICES]
    path = folder / "config.yaml"
    path.write_text('database: {url: "sqlite:///maild.db"}\noffices:\n' + "".join(blocks))
    found = load_config(path)
    assert isinstance(found, Config), "\n".join(str(problem) for problem in found)
    return found


def _register(shared: Shared, office: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(shared.registry[0]))
    writer.writeheader()
    writer.writerows(row for row in shared.registry if row["office"] == office)
    return out.getvalue()


class Officials:
    """`reader` knows staff and focal points as `maild read` does; `index` those of an office, as `maild route`."""

    def __init__(self, config: Config) -> None:
        self.reader = Reader(config)
        self.index: dict[str, Index] = {
            office.key: build(directory_of(office), office.key) for office in config.offices
        }
        self._staff = {one.email.lower() for office in config.offices for one in office.staff}
        office = config.offices[0]
        self._case = case_pattern(office.cases.number)
        self._letter = letter_pattern(office.letters.number, case="{seq:04d}-{year}")

    def __enter__(self) -> Officials:
        return self

    def __exit__(self, *_: object) -> None:
        self.reader.close()

    def role(self, address: str) -> Role:
        """Of an address that belongs to no case."""
        if address in self._staff:
            return "staff"
        known = any(agencies_of(index.directory, address) for index in self.index.values())
        return "agency" if address and known else "stranger"

    def understood(self, message: Message, who: Correspondent) -> Meaning:
        """What a mail means when somebody knows who wrote it, and whether it belongs to a case."""
        today = message.date.date() if message.date else date(2026, 8, 3)
        return understand(message, who, case_pattern=self._case, letter_pattern=self._letter, today=today)
