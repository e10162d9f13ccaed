"""init, check, unit, help: from nothing to a checked installation."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from maild.cli import cli
from maild.cli.ending import CODES, of_fault
from tests.cli.premises import Premises, maild


def test_the_commands_are_those_of_the_contract() -> None:
    wanted = "demo init check unit run once read route cases show held release outbox retry agencies"
    assert set(cli.list_commands(click.Context(cli))) == set(wanted.split())


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_explains_itself_and_takes_a_configuration(command: str) -> None:
    result = maild(command, "--help")
    assert result.exit_code == 0
    if command not in ("demo", "init"):
        assert "--config" in result.stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "try:\n    from maild.__main__ import main; main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'pydantic', 'holidays', 'imapclient', 'aiosmtplib', 'jinja2', 'mailparser'}\n"
        "print(heavy & set(sys.modules), file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stderr.strip() == "set()"
    assert "Coordinates" in ended.stdout


def test_wrong_usage_is_2() -> None:
    assert maild("casez").exit_code == 2
    assert maild("show").exit_code == 2
    assert maild("cases", "--bogus").exit_code == 2


def test_init_then_check_names_what_is_left_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "maild"
    made = maild("init", str(folder))
    assert made.exit_code == 0 and (folder / "config.yaml").is_file()
    again = maild("init", str(folder))
    assert again.exit_code == 1 and again.stderr.count("\n") == 1


def test_check_counts_the_agencies(office: Premises) -> None:
    result = office.maild("check")
    assert result.exit_code == 0
    assert f"{office.config}: ok, 5 agencies (1 vacant)" in result.stdout
    assert "kosong-uji" in result.stderr


def test_check_as_json(office: Premises) -> None:
    (document,) = office.documents("check")
    assert document["ok"] is True and document["errors"] == []
    assert document["offices"] == [{"office": "kta", "agencies": 5, "active": 4, "vacant": 1, "expired": 0}]


def test_check_finds_everything_at_once(office: Premises) -> None:
    templates = office.folder / "templates"
    maild("init", str(office.folder / "made"))
    (office.folder / "made" / "templates").rename(templates)
    (templates / "L05.j2").write_text("{{ no_such_value }}\n---\nYth.\n")
    agencies = office.folder / "agencies.csv"
    agencies.write_text(agencies.read_text().replace("bumd", "bummd"))
    office.change(
        "rehearsal: {enabled: true}",
        "rehearsal: {enabled: true}\ndeadlines: {D99: {length: 3 days, basis: SK, valid_from: 2026-01-01}}\n"
        "calendar: {holidays: none}",
    )
    result = office.maild("check")
    assert result.exit_code == 78
    for words in ("no_such_value", "bummd", "D99", "decree"):
        assert words in result.stderr, words
    assert "ok" not in result.stdout


def test_an_agency_list_of_another_office_is_an_error(office: Premises) -> None:
    agencies = office.folder / "agencies.csv"
    agencies.write_text(agencies.read_text().replace(",kta,", ",dps,"))
    result = office.maild("check")
    assert result.exit_code == 78 and "wanted at least one agency of kta" in result.stderr


def test_check_online_says_what_each_server_can_do(office: Premises) -> None:
    result = office.maild("check", "--online")
    assert result.exit_code == 0, result.stderr
    assert "kta: IMAP: 127.0.0.1" in result.stdout and "IDLE, MOVE, UIDPLUS" in result.stdout
    assert "kta: SMTP: 127.0.0.1" in result.stdout and "database: sqlite" in result.stdout
    assert "reader of mails: starts; gives up" in result.stdout


def test_check_online_out_of_reach_is_75(office: Premises) -> None:
    port = re.search(r"submission: {host: 127.0.0.1, (port: \d+)", office.written)
    assert port is not None
    office.change(port[1], "port: 1")
    result = office.maild("check", "--online")
    assert result.exit_code == 75 and "SMTP" in result.stderr
    assert "IMAP" in result.stdout


def test_check_online_with_a_wrong_password_is_1(office: Premises) -> None:
    (office.folder / "secret").write_text("wrong\n")
    result = office.maild("check", "--online")
    assert result.exit_code == 1 and "password" in result.stderr


def test_unit_names_this_configuration(office: Premises) -> None:
    result = office.maild("unit")
    assert result.exit_code == 0 and f"run --config {office.config}" in result.stdout


@pytest.mark.parametrize("name", sorted(CODES))
def test_the_table_of_ends_names_exceptions_that_exist(name: str) -> None:
    module, _, kind = name.rpartition(".")
    found = getattr(__import__(module, fromlist=[kind]), kind)
    assert issubclass(found, Exception)
    assert f"{found.__module__}.{found.__qualname__}" == name


def test_what_nobody_foresaw_is_told_without_its_data() -> None:
    try:
        raise KeyError("Ni Putu Contoh 5103")
    except KeyError as error:
        ending = of_fault(error)
    assert ending.code == 1 and len(ending.lines) == 1 and "Putu" not in ending.lines[0]


def test_a_reader_that_has_seen_enough_is_no_error_with_a_traceback(office: Premises) -> None:
    office.deliver()
    office.maild("once", "--at", "2026-03-02T09:00+08:00")
    command = f"{sys.executable} -m maild cases --json --config {office.config} | true"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in ended.stderr and "Exception" not in ended.stderr


def test_times_are_the_office_s_whatever_the_machine_thinks(office: Premises) -> None:
    office.deliver()
    office.maild("once", "--at", "2026-03-02T09:00+08:00")
    command = [sys.executable, "-m", "maild", "cases", "--json", "--config", str(office.config)]
    env = {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=env)
    assert json.loads(ended.stdout)["opened_at"] == "2026-03-02T09:00:00+08:00"
