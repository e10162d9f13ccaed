"""The demo's office on disk: config.yaml, the agency list and the password, as a real one would have them."""

from __future__ import annotations

import csv
from pathlib import Path

from maild.demo.people import AGENCIES, COLUMNS, OFFICE_ADDRESS, OFFICE_NAME, PEOPLE, STAFF
from maild.demo.post import AUTHSERV_ID

PASSWORD = "demo"  # noqa: S105  of servers that live for seconds on loopback

_CONFIG = """\
# The office of the demo. Times below are simulated: rehearsal allows `maild once --at`.
office:
  name: {name}
  short_name: Ombudsman Bali
  code: DPS
  city: Denpasar
  timezone: Asia/Makassar
  address: Jalan Contoh Nomor 1, Denpasar
  phone: (0361) 000000
  website: https://ombudsman-bali.example
mailbox:
  host: 127.0.0.1
  port: {imap}
  tls: none
  username: {address}
  password_file: password
submission:
  host: 127.0.0.1
  port: {smtp}
  tls: none
  username: {address}
  password_file: password
  from: {address}
database:
  url: sqlite:///maild.db
agencies: agencies.csv
staff:
{staff}
authentication:
  authserv_id: {authserv_id}
rehearsal:
  enabled: true
logging:
  level: error
"""


def write_office(folder: Path, imap_port: int, smtp_port: int) -> Path:
    """Write everything that `maild` needs into `folder`; returns the path of config.yaml."""
    password = folder / "password"
    password.write_text(PASSWORD)
    password.chmod(0o600)
    with (folder / "agencies.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS.split(","))
        table.writerows(line.row() for line in AGENCIES)
    staff = "\n".join(
        f"  - {{name: {PEOPLE[key].name}, email: {PEOPLE[key].address}, roles: [{', '.join(roles)}]}}"
        for key, roles in STAFF.items()
    )
    config = folder / "config.yaml"
    filled = _CONFIG.format(
        name=OFFICE_NAME,
        address=OFFICE_ADDRESS,
        imap=imap_port,
        smtp=smtp_port,
        staff=staff,
        authserv_id=AUTHSERV_ID,
    )
    config.write_text(filled, encoding="utf-8")
    return config
