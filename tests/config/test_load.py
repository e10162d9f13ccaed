"""A good file: defaults, inheritance between offices, paths, places of warnings."""

from __future__ import annotations

import shutil
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from maild.calendar import Calendar, Period
from maild.config import Config, ConfigProblem, find, load, office_calendar, shipped, warnings
from maild.config.sections import Machine, Office
from maild.config.source import read

FLAT = """\
office: {name: Ombudsman Contoh, code: CTH, city: Kota Contoh, timezone: Asia/Makassar, phone: 0361000000}
mailbox: {host: imap.example, username: pengaduan, password_file: imap-password}
submission: {host: smtp.example, from: Pengaduan@Ombudsman.example}
agencies: agencies.csv
staff: [{name: Petugas, email: Petugas@Staf.example, roles: intake}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agencies.csv").write_text("agency_id,name\n")
    return tmp_path


def loaded(folder: Path, text: str) -> Config:
    (folder / "config.yaml").write_text(text, "utf-8")
    config = load(folder / "config.yaml")
    assert isinstance(config, Config), "\n".join(map(str, config))
    return config


def refused(folder: Path, text: str) -> tuple[ConfigProblem, ...]:
    (folder / "config.yaml").write_text(text, "utf-8")
    config = load(folder / "config.yaml")
    assert not isinstance(config, Config)
    return config


def test_the_least_that_is_needed(folder: Path) -> None:
    (office,) = loaded(folder, FLAT).offices
    assert office.key == "cth"
    assert office.identity.short_name == "Ombudsman Contoh"
    assert office.identity.phone == "0361000000", "YAML would make a number of it and lose the zero"
    assert office.identity.zone.key == "Asia/Makassar"
    assert (office.mailbox.port, office.submission.port) == (993, 465)
    assert office.mailbox.password_file == folder / "imap-password"
    assert office.mailbox.since == "first run"
    assert office.submission.username is None
    assert office.submission.sender == "pengaduan@ombudsman.example"
    assert office.submission.subaddress == "+"
    assert office.staff[0].email == "petugas@staf.example"
    assert office.staff[0].roles == {"intake"}
    assert office.routing.hold == timedelta(minutes=10)
    assert office.letters.templates == shipped() / "templates"
    assert office.calendar.send_between == (time(8), time(16))
    assert office.authentication.require_dmarc == "staff"


def test_every_form_of_a_value(folder: Path) -> None:
    text = FLAT.replace(
        "password_file: imap-password",
        """
      password_env: IMAP_PASSWORD, tls: starttls, poll: 2 minutes, idle: no, since: 2026-08-01,
      max_size: 10 MB""",
    )
    text = (
        text.replace("from:", "tls: starttls, subaddress: null, from:")
        + """
routing: {hold: 0 minutes}
deadlines: {D23: {length: 10 hari kerja, basis: Keputusan Nomor 1, valid_from: 2027-01-01}}
calendar: {working_days: [Senin, sel, wednesday], send_between: 07.30-15.00, joint_leave: working day}
"""
    )
    (office,) = loaded(folder, text).offices
    assert (office.mailbox.port, office.submission.port) == (143, 587)
    assert office.mailbox.poll == timedelta(minutes=2)
    assert office.mailbox.idle is False
    assert office.mailbox.since == date(2026, 8, 1)
    assert office.mailbox.max_size == 10_000_000
    assert office.submission.subaddress is None
    assert office.routing.hold == timedelta(0)
    assert office.deadlines["D23"].length == Period(10, "working days")
    assert office.deadlines["D23"].valid_from == date(2027, 1, 1)
    assert office.calendar.working_days == {0, 1, 2}
    assert office.calendar.send_between == (time(7, 30), time(15))


def test_a_key_without_value_is_the_default(folder: Path) -> None:
    text = (
        FLAT.replace("password_file:", "port: , processed_folder: ~, password_file:")
        + "logging:\nrouting: {}\n"
    )
    (office,) = loaded(folder, text).offices
    assert (office.mailbox.port, office.mailbox.processed_folder) == (993, "Processed")


def test_templates_beside_the_file_come_before_the_shipped_ones(folder: Path) -> None:
    (folder / "templates").mkdir()
    assert loaded(folder, FLAT).offices[0].letters.templates == folder / "templates"


def test_an_office_takes_from_the_top_level_what_it_does_not_say(folder: Path) -> None:
    text = """\
mailbox: {host: imap.example, password_file: shared, idle: false}
submission: {host: smtp.example}
agencies: agencies.csv
staff: [{name: Petugas, email: petugas@staf.example, roles: [intake]}]
calendar: {send_between: "07:00-15:00", working_days: [mon]}
offices:
  - office: {name: Ombudsman Bali, code: DPS, city: Denpasar, timezone: Asia/Makassar}
    mailbox: {username: bali, password_env: BALI}
    submission: {from: bali@ombudsman.example}
  - office: {name: Ombudsman NTT, code: KPG, city: Kupang, timezone: Asia/Makassar}
    mailbox: {username: ntt, password_file: own, idle: true}
    submission: {from: ntt@ombudsman.example}
    staff: [{name: Lain, email: lain@staf.example, roles: [intake]}]
    calendar: {send_between: "09:00-10:00"}
"""
    bali, ntt = loaded(folder, text).offices
    assert (bali.key, ntt.key) == ("dps", "kpg")
    assert (bali.mailbox.host, bali.mailbox.idle, ntt.mailbox.idle) == ("imap.example", False, True)
    assert (bali.mailbox.password_file, bali.mailbox.password_env) == (None, "BALI")
    assert ntt.mailbox.password_file == folder / "own"
    assert [person.name for office in (bali, ntt) for person in office.staff] == ["Petugas", "Lain"]
    assert ntt.calendar.send_between == (time(9), time(10))
    assert ntt.calendar.working_days == {0}, "what the block does not say comes from above"


def test_a_fault_that_two_offices_inherit_is_told_once(folder: Path) -> None:
    block = """\
  - office: {{name: X, code: {0}, city: Y, timezone: Asia/Jakarta}}
    mailbox: {{username: {0}}}
    submission: {{from: {0}@ombudsman.example}}
"""
    text = f"""\
mailbox: {{host: imap.example, password_env: X, port: 0}}
submission: {{host: smtp.example}}
agencies: agencies.csv
staff: [{{name: P, email: p@staf.example, roles: [intake]}}]
offices:
{block.format("a")}{block.format("b")}"""
    (problem,) = refused(folder, text)
    assert (problem.line, problem.where, problem.found) == (1, "mailbox.port", "'0'")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sqlite:////srv/maild.db", "sqlite:////srv/maild.db"),
        ("sqlite:///maild.db", "sqlite:///{folder}/maild.db"),
        ("sqlite:///var/lib/maild/maild.db", "sqlite:////var/lib/maild/maild.db"),
        ("postgresql://maild@db.example/maild", "postgresql+psycopg://maild@db.example/maild"),
        ("postgresql+psycopg://maild@/maild?host=/run/pg", "postgresql+psycopg://maild@/maild?host=/run/pg"),
    ],
)
def test_database_urls(folder: Path, written: str, meant: str) -> None:
    config = loaded(folder, FLAT + f"database: {{url: '{written}'}}\n")
    assert config.database.url == meant.format(folder=folder)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://x/y", "maild.db", "''"])
def test_databases_that_lose_cases_or_are_unknown(folder: Path, url: str) -> None:
    (problem,) = refused(folder, FLAT + f"database: {{url: {url}}}\n")
    assert problem.where == "database.url"


def test_the_file_in_the_repository_shows_every_key_with_its_default(tmp_path: Path) -> None:
    shutil.copy(shipped() / "config.yaml", tmp_path / "config.yaml")
    shutil.copy(shipped() / "templates" / "agencies.csv", tmp_path / "agencies.csv")
    config = load(tmp_path / "config.yaml")
    assert isinstance(config, Config), "\n".join(map(str, config))
    source, _ = read("config.yaml", (tmp_path / "config.yaml").read_text("utf-8"))
    sections = [
        (info.alias or name, getattr(config.offices[0], name)) for name, info in Office.model_fields.items()
    ]
    sections += [(name, getattr(config, name)) for name in Machine.model_fields]
    for heading, section in sections:
        assert (heading,) in source.places
        if not isinstance(section, BaseModel):
            continue
        for name, info in type(section).model_fields.items():
            assert (heading, info.alias or name) in source.places
            if not info.is_required() and name not in _EXAMPLES:
                assert getattr(section, name) == info.get_default(call_default_factory=True), name


_EXAMPLES = {
    "short_name",
    "address",
    "phone",
    "website",
    "username",
    "password_file",
}  # needed or illustrated


def test_a_warning_points_at_its_line_and_stops_nothing(folder: Path) -> None:
    found = warnings(loaded(folder, FLAT + "rehearsal:\n  enabled: true\n"))
    assert [(problem.line, problem.where) for problem in found] == [
        (1, "authentication.authserv_id"),
        (2, "mailbox.password_file"),
        (5, "staff"),
        (5, "staff"),
        (6, "rehearsal"),
    ]


def test_no_warning_without_reason(folder: Path) -> None:
    (folder / "imap-password").write_text("x\n")
    (folder / "imap-password").chmod(0o600)
    text = FLAT.replace("roles: intake", "roles: [intake, examiner, head]")
    assert warnings(loaded(folder, text + "authentication: {authserv_id: mx.example}\n")) == ()


def test_unguarded_passwords_are_warned_of_and_not_shown(folder: Path) -> None:
    (folder / "imap-password").write_text("x\n")
    (folder / "imap-password").chmod(0o644)
    text = (
        FLAT
        + "database: {url: 'postgresql://maild:canary@db.example/maild'}\nmetrics: {listen: '0.0.0.0:9465'}\n"
    )
    found = warnings(loaded(folder, text))
    assert {"mailbox.password_file", "database.url", "metrics.listen"} <= {problem.where for problem in found}
    assert "canary" not in "".join(map(str, found))


def test_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAILD_CONFIG", raising=False)
    assert find() in (None, Path("/etc/maild/config.yaml"))
    (tmp_path / "config.yaml").touch()
    assert find() == Path("config.yaml")
    monkeypatch.setenv("MAILD_CONFIG", "/srv/absent.yaml")
    assert find() == Path("/srv/absent.yaml"), "a named file counts even when it is absent"
    assert find("mine.yaml") == Path("mine.yaml")


def test_an_absent_file_and_one_that_is_no_text(tmp_path: Path) -> None:
    (absent,) = load(tmp_path / "config.yaml")  # type: ignore[misc]
    assert "maild init" in str(absent)
    (tmp_path / "config.yaml").write_bytes(b"office: \xff")
    (binary,) = load(tmp_path / "config.yaml")  # type: ignore[misc]
    assert "UTF-8" in str(binary)


def test_the_calendar_of_an_office(folder: Path) -> None:
    (folder / "libur.csv").write_text("2026-09-15,local,Hari Raya Contoh\n2028,decree,SKB 2028\n")
    (office,) = loaded(folder, FLAT + "calendar: {files: [libur.csv]}\n").offices
    made = office_calendar(office, range(2026, 2029))
    assert isinstance(made, Calendar)
    assert made.years >= {2026, 2028}
    assert made.quiet_days == {date(2026, 9, 15): "Hari Raya Contoh"}
    (folder / "libur.csv").write_text("15-09-2026,holiday,Contoh\n")
    faults = office_calendar(office, [2026])
    assert not isinstance(faults, Calendar)
    assert str(faults[0]).startswith(
        f"{folder}/libur.csv:1: found '15-09-2026,holiday,Contoh', wanted a date"
    )
    (folder / "libur.csv").unlink()
    assert not isinstance(office_calendar(office, [2026]), Calendar), (
        "an unreadable calendar is an error, not empty"
    )


def test_anchors_and_merge_keys(folder: Path) -> None:
    text = FLAT.replace(
        "submission: {host: smtp.example,", "submission: {<<: &base {host: smtp.example, port: 25},"
    )
    assert loaded(folder, text).offices[0].submission.port == 25
