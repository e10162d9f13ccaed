"""The office of the measurement: its agencies, its configuration, and the cases that its mails are about.

Everything follows from a number, so that the mails and the store are made in different processes and still
speak of the same letters.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from maild.config import Config, load
from maild.intent.numbers import fold
from maild.store.casebook import token

NOW = datetime(2026, 9, 15, 2, tzinfo=UTC)  # a Tuesday, ten o'clock in Denpasar: the hours of sending
KEY = hashlib.sha256(b"bench").digest()
DOMAIN, AUTHSERV = "kantor.example", "mx.kantor.example"
OWN = f"pengaduan@{DOMAIN}"
INTAKE = f"intake@{DOMAIN}"
OFFICERS = tuple(f"asisten{n}@{DOMAIN}" for n in range(1, 7))
FULL = 100_000  # cases in the full store
AWAITED = 600  # open cases that the mails are about; they lie spread over the full store

DISTRICTS = ("Badung", "Gianyar", "Buleleng", "Tabanan", "Karangasem", "Bangli", "Klungkung", "Jembrana")
# (id, name, short name, sector, what people complain about)
SERVICES = (
    ("capil", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "kependudukan", "KTP elektronik"),
    ("disdik", "Dinas Pendidikan", "Disdik", "pendidikan", "ijazah"),
    ("dinkes", "Dinas Kesehatan", "Dinkes", "kesehatan", "surat izin praktik"),
    ("dinsos", "Dinas Sosial", "Dinsos", "sosial", "bantuan sosial"),
    ("pupr", "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas PUPR", "pekerjaan umum", "perbaikan jalan"),
    ("izin", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "perizinan", "izin usaha"),
    ("dishub", "Dinas Perhubungan", "Dishub", "perhubungan", "lampu penerangan jalan"),
    ("dlh", "Dinas Lingkungan Hidup", "DLH", "lingkungan hidup", "pengangkutan sampah"),
)

_HEAD = (
    "agency_id,name,aliases,office,level,region,sector,parent_agency_id,focal_name,focal_email,"
    "alternate_email,superior_email,oversight_agency_id,appointed_on,valid_until"
)
_CONFIG = """\
office: {{name: Ombudsman RI Perwakilan Uji, short_name: ORI Uji, code: KTA, city: Denpasar, \
timezone: Asia/Makassar, address: Jalan Uji 1, phone: (000) 123456, website: kantor.example}}
mailbox: {{host: 127.0.0.1, port: {imap}, tls: none, username: {user}, password_file: secret, \
since: 2026-01-01}}
submission: {{host: 127.0.0.1, port: {smtp}, tls: none, from: {own}}}
database: {{url: "sqlite:///{database}"}}
agencies: agencies.csv
staff:
  - {{name: Intake Uji, email: {intake}, roles: [intake, admin]}}
{officers}
routing: {{forward: auto, hold: 0 minutes}}
upkeep: {{confirmation: ask}}
authentication: {{authserv_id: {authserv}, require_dmarc: staff}}
rehearsal: {{enabled: true}}
logging: {{level: warning}}
"""


@dataclass(frozen=True, slots=True)
class Agency:
    id: str
    name: str
    short: str
    sector: str
    thing: str  # what people complain about there
    district: str

    @property
    def address(self) -> str:
        return f"narahubung@{self.id}.example"

    @property
    def oversight(self) -> str:
        return f"itda-{self.district.rpartition(' ')[2].lower()}"


AGENCIES = tuple(
    Agency(f"{key}-{d.lower()}", f"{name} Kabupaten {d}", f"{short} {d}", sector, thing, f"Kabupaten {d}")
    for d in DISTRICTS
    for key, name, short, sector, thing in SERVICES
)


@dataclass(frozen=True, slots=True)
class Filed:
    """An open case with its receipt to the reporter and its letter to the agency; `nth` of them all."""

    nth: int

    @property
    def id(self) -> int:
        return 1 + self.nth * (FULL // AWAITED)

    @property
    def agency(self) -> Agency:
        return AGENCIES[self.nth % len(AGENCIES)]

    @property
    def owner(self) -> str:
        return OFFICERS[self.nth % len(OFFICERS)]

    @property
    def opened_at(self) -> datetime:
        return NOW - timedelta(days=self.nth % 9, hours=3)

    @property
    def due_day(self) -> date:
        return (self.opened_at + timedelta(days=14)).date()

    @property
    def number(self) -> str:
        return f"{self.id:04d}/LM/IX/2026/KTA"

    @property
    def letter_number(self) -> str:
        return f"{self.id:04d}/SRT/{self.id:04d}-2026/KTA/IX/2026"

    @property
    def letter_key(self) -> str:
        return fold(self.letter_number)

    @property
    def reporter_name(self) -> str:
        return person(self.id)

    @property
    def reporter(self) -> str:
        return f"warga{self.id}@warga.example"

    def token(self, role: str) -> str:
        if role == "agency":
            return token(KEY, self.id, role, self.agency.id, self.agency.address)
        return token(KEY, self.id, role, None, self.reporter)

    def message_id(self, role: str) -> str:
        digest = hashlib.sha256(f"{self.id}{role}".encode()).hexdigest()[:20]
        return f"{digest}.{self.token(role)}@{DOMAIN}"

    def reply_to(self, role: str) -> str:
        return f"pengaduan+{self.token(role)}@{DOMAIN}"


_FIRST = ("Wayan", "Made", "Nyoman", "Ketut", "Putu", "Kadek", "Komang", "Gede", "Luh", "Gusti")
_LAST = (
    "Contoh",
    "Misal",
    "Umpama",
    "Percobaan",
    "Latihan",
    "Ujian",
    "Tiruan",
    "Rekaan",
    "Karangan",
    "Andai",
)


def person(n: int) -> str:
    """An invented name; every number has its own."""
    return f"{_FIRST[n % 10]} {_LAST[n // 10 % 10]} {chr(65 + n // 100 % 26)}{chr(97 + n // 2600 % 26)}s"


def agency_list() -> str:
    rows = [_HEAD]
    for d in DISTRICTS:
        itda = f"itda-{d.lower()}"
        rows.append(
            f"{itda},Inspektorat Daerah Kabupaten {d},Inspektorat {d},kta,kabupaten,Kabupaten {d},pengawasan,,"
            f"Ni Luh {d},narahubung@{itda}.example,,,,2025-01-01,2029-12-31"
        )
    for a in AGENCIES:
        rows.append(
            f"{a.id},{a.name},{a.short},kta,kabupaten,{a.district},{a.sector},,I Made {a.short},{a.address},"
            f"sekretariat@{a.id}.example,kepala@{a.id}.example,{a.oversight},2025-01-01,2029-12-31"
        )
    return "\n".join(rows) + "\n"


def configure(folder: Path, imap: int, user: str, smtp: int, database: Path) -> Config:
    """Writes config.yaml and what it names; the defaults of config.yaml wherever they can stand."""
    (folder / "secret").write_text("secret\n")
    (folder / "secret").chmod(0o600)
    (folder / "agencies.csv").write_text(agency_list())
    officers = "\n".join(f"  - {{name: Asisten Uji, email: {o}, roles: [examiner]}}" for o in OFFICERS)
    names = {"own": OWN, "intake": INTAKE, "officers": officers, "authserv": AUTHSERV}
    text = _CONFIG.format(imap=imap, user=user, smtp=smtp, database=database, **names)
    (folder / "config.yaml").write_text(text)
    return loaded(folder)


def loaded(folder: Path) -> Config:
    found = load(folder / "config.yaml")
    assert isinstance(found, Config), "\n".join(str(p) for p in found)
    return found
