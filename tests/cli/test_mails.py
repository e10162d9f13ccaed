"""read and route: documents key by key, files that are missing, mails that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maild.message.limits import LIMITS
from tests.cli.premises import CITIZEN, Premises, maild
from tests.daemon import bureau

READ = {
    "file", "kind", "message_id", "in_reply_to", "references", "date", "from", "to", "cc", "subject", "text",
    "new_text", "quoted", "attachments", "auto_reply", "bulk", "bounce", "forwarded", "case_refs",
    "letter_refs", "intent", "fields", "defects",
}  # fmt: skip
ROUTE = {
    "file", "decision", "agency_ids", "candidates", "reasons", "urgent", "confidential", "missing",
    "duplicates",
}  # fmt: skip


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAILD_CONFIG", raising=False)
    file = tmp_path / "lapor.eml"
    file.write_bytes(bureau.mail(CITIZEN, bureau.REPORT, subject="Aduan 0012/LM/VIII/2026/DPS"))
    return file


def test_read_needs_no_configuration_and_gives_every_key(mail: Path) -> None:
    result = maild("read", "--json", str(mail))
    assert result.exit_code == 0 and result.stderr == ""
    (line,) = result.stdout.splitlines()
    document = json.loads(line)
    assert set(document) >= READ
    assert document["file"] == str(mail) and document["kind"] == "report"
    assert document["from"] == {"name": "", "address": CITIZEN}
    assert document["case_refs"] == ["0012/LM/VIII/2026/DPS"]
    assert document["fields"]["reporter_name"] == "Ni Putu Contoh"
    assert document["bounce"] is None and document["forwarded"] is None and document["in_reply_to"] is None


def test_a_file_that_is_missing_does_not_hide_the_others(mail: Path) -> None:
    result = maild("read", "--json", "none.eml", str(mail), str(mail.parent))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["none.eml", str(mail.parent)]


def test_an_unreadable_mail_is_a_document_that_says_why(tmp_path: Path, mail: Path) -> None:
    bomb = tmp_path / "bomb.eml"
    bomb.write_bytes(b"X: y\r\n" * (LIMITS.header_block // 6 + 10) + b"\r\n")
    result = maild("read", "--json", str(bomb), str(mail))
    first, second = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0 and set(first) >= READ
    assert first["kind"] == "other" and first["defects"] and second["kind"] == "report"


def test_a_mail_that_breaks_a_room_is_a_document_too(mail: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("maild.cli.reader.understand", broken)
    result = maild("read", "--json", str(mail))
    document = json.loads(result.stdout)
    assert document["kind"] == "other" and "ZeroDivisionError" in document["defects"][-1]
    assert document["subject"].startswith("Aduan")


def test_text_of_a_mail_cannot_command_the_terminal(tmp_path: Path, mail: Path) -> None:
    evil = tmp_path / "evil.eml"
    evil.write_bytes(bureau.mail(CITIZEN, "Halo \x1b]0;judul\x07 dan \x9b31m \u202eterbalik\n\nbaris kedua"))
    for words in (["read"], ["read", "--json"]):
        said = maild(*words, str(evil)).stdout
        assert not any(c in said for c in "\x1b\x07\x9b\u202e")
        assert "baris kedua" in said


def test_a_configuration_that_merely_lies_here_does_not_stop_reading(mail: Path) -> None:
    Path("config.yaml").write_text("office: [")
    assert maild("read", str(mail)).exit_code == 0
    assert maild("read", str(mail), "--config", "config.yaml").exit_code == 78


def test_a_configuration_knows_staff(office: Premises, tmp_path: Path) -> None:
    file = tmp_path / "staf.eml"
    file.write_bytes(bureau.mail(bureau.INTAKE, "1 ok\n2 spam", subject="Re: Daftar"))
    assert office.documents("read", str(file))[0]["intent"] == "command"
    assert json.loads(maild("read", "--json", str(file)).stdout)["intent"] != "command"


def test_route_needs_a_configuration(mail: Path) -> None:
    result = maild("route", str(mail))
    assert result.exit_code == 78 and result.stdout == "" and "--config" in result.stderr


def test_route_of_nothing_is_wrong_usage(office: Premises) -> None:
    assert office.maild("route").exit_code == 2


def test_route_explains_itself(office: Premises, mail: Path) -> None:
    (document,) = office.documents("route", str(mail))
    assert set(document) == ROUTE
    assert document["decision"] == "forward" and document["agency_ids"] == ["capil-uji"]
    assert all(set(one) == {"agency_id", "score", "why"} for one in document["candidates"])
    assert office.maild("route", str(mail)).stdout.splitlines()[0].endswith("forward capil-uji")


def test_route_of_a_text(office: Premises) -> None:
    (document,) = office.documents("route", "--text", bureau.REPORT)
    assert document["file"] is None and document["agency_ids"] == ["capil-uji"]


def test_what_is_no_report_goes_nowhere(office: Premises, tmp_path: Path) -> None:
    file = tmp_path / "promo.eml"
    headers = [("List-Unsubscribe", "<https://toko.example/u>"), ("Precedence", "bulk")]
    file.write_bytes(bureau.mail("toko@toko.example", "Diskon besar hari ini!", headers=headers))
    (document,) = office.documents("route", str(file))
    assert document["decision"] == "none" and document["agency_ids"] == [] and document["reasons"]


def test_an_agency_list_with_faults_names_each(office: Premises, mail: Path) -> None:
    list_ = office.folder / "agencies.csv"
    list_.write_text(
        list_.read_text().replace("itda@badungkab.example", "itda(at)badung").replace("bumd", "bummd")
    )
    result = office.maild("route", str(mail))
    assert result.exit_code == 78 and len(result.stderr.splitlines()) == 2
