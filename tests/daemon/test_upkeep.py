"""The register kept alive by mail, said and expected: appointments, welcomes, yearly questions, successors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from maild.config import database_url
from maild.directory.sheet import Row
from maild.store import Store, register
from tests.daemon.bureau import AGENCIES, HEAD, INTAKE, OFFICER, REPORT, Bureau, flat, mail
from tests.daemon.test_conversations import CITIZEN, FOCAL, Talk
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

SOCIAL = "kepala@dinsos.badungkab.example"  # head of the agency whose post is vacant
CAPIL_HEAD = "kepala@capil.badungkab.example"
SECOND = "sekretariat@capil.badungkab.example"
NEW = "sari@capil.badungkab.example"
DAY = timedelta(days=1)

VACANT_REPORT = """\
Nama: I Made Lain Uji
NIK: 5171011203850000
Alamat: Banjar Tengah 3, Kuta, Kabupaten Badung
No HP: 0812 0000 5678
Terlapor: Dinas Sosial Kabupaten Badung
Uraian: Bantuan sosial ibu saya belum disalurkan sejak 20 Januari 2026 dan petugas tidak memberi penjelasan.
Upaya: Tanggal 3 Februari 2026 saya menanyakan ke Dinas Sosial Kabupaten Badung dan tidak dijawab.
Harapan: bantuan disalurkan. Identitas saya boleh disampaikan.
"""


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


def changed(bureau: Bureau, agency_id: str, **cells: str) -> None:
    """The office edits its list."""
    lines = (bureau.folder / "agencies.csv").read_text().splitlines()
    header = lines[0].split(",")
    columns = [*header, *(c for c in cells if c not in header)]
    made = [",".join(columns)]
    for line in lines[1:]:
        row = dict(zip(header, line.split(","), strict=True))
        if row["agency_id"] == agency_id:
            row |= cells
        made.append(",".join(row.get(c, "") for c in columns))
    (bureau.folder / "agencies.csv").write_text("\n".join(made) + "\n")


def row(bureau: Bureau, agency_id: str) -> Row:
    store = Store(database_url(bureau.config.database))
    try:
        with store.reading() as connection:
            return register.row(connection, "kta", agency_id)[agency_id]
    finally:
        store.close()


def history(bureau: Bureau, agency_id: str, column: str) -> list[tuple[str, str]]:
    store = Store(database_url(bureau.config.database))
    try:
        with store.reading() as connection:
            found = register.history(connection, "kta")[agency_id]
            return [(one["by"], one["new"]) for one in found if one["column"] == column]
    finally:
        store.close()


def subjects(bureau: Bureau, address: str) -> list[str]:
    return [str(m["Subject"]) for m in bureau.to(address)]


def item(message: EmailMessage, behind: str) -> str:
    """The number in front of a command that a list offers: '12' of '12 appoint dinsos-uji'."""
    found = re.search(rf"(\d+) {re.escape(behind)}", flat(message))
    assert found is not None, flat(message)
    return found[1]


def newest(bureau: Bureau, address: str, words: str) -> EmailMessage:
    return next(m for m in reversed(bureau.to(address)) if words in flat(m))


def later(talk: Talk, days: int) -> None:
    talk.now += days * DAY
    talk.round()


def asked_head(bureau: Bureau) -> tuple[Talk, EmailMessage]:
    talk = Talk(bureau)
    talk.say(OFFICER, "appoint kosong-uji", subject="narahubung dinsos")
    return talk, bureau.last_to(SOCIAL)


# ---- appointment ---------------------------------------------------------------------------------------


def test_a_report_meets_a_vacant_post_and_staff_ask_the_head_in_one_line(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, VACANT_REPORT, name="I Made Lain Uji")
    asked = newest(bureau, INTAKE, "belum ada pejabat penghubung")
    talk.answer(asked, INTAKE, f"{item(asked, 'appoint kosong-uji')} minta penunjukan")
    letter = bureau.last_to(SOCIAL)
    text = flat(letter)
    assert "Permohonan Penunjukan Pejabat Penghubung" in str(letter["Subject"])
    for wanted in (
        "Tugas Pejabat Penghubung",
        "Inspektorat",
        "Organisasi",
        "Nomor SK",
        "paling lambat",
        "FP-2026",
    ):
        assert wanted in text
    assert "Made Lain" not in letter.as_string() and CITIZEN not in letter.as_string()
    assert "1 permohonan penunjukan" in flat(bureau.last_to(INTAKE))
    talk.say("lain@warga.example", VACANT_REPORT.replace("ibu saya", "bapak saya"), name="Ketut Lain")
    questions = [m for m in bureau.to(INTAKE) if "appoint kosong-uji" in flat(m)]
    assert len(questions) == 1, "while the head is being asked nobody is asked again"


NAMED = [
    "Kami tunjuk Sdri. Ni Luh Sari, S.Sos, NIP 198501012010012001, email sari@dinsos.badungkab.example, "
    "HP 0812 3456 7890",
    "Yth. Ombudsman, dengan ini disampaikan data pejabat penghubung kami:\n\nNama : Ni Luh Sari, S.Sos\n"
    "Jabatan : Kasubag Umum\nSurel dinas : sari@dinsos.badungkab.example\nNomor HP/WA : 0812 3456 7890\n"
    "Nomor SK : 188.45/123/HK/2026\nTanggal SK : 3 Agustus 2026\nMasa tugas sampai : 31 Desember 2028",
    "slmt pagi, yg ditunjuk bu ni luh sari (sari@dinsos.badungkab.example) ya pak. trims",
]


@pytest.mark.parametrize("words", NAMED)
def test_a_name_by_reply_is_confirmed_by_staff_in_one_line_and_welcomed(bureau: Bureau, words: str) -> None:
    talk, letter = asked_head(bureau)
    talk.answer(letter, SOCIAL, words)
    assert row(bureau, "kosong-uji")["focal_email"] == "", "nothing changes before staff have looked"
    asked = newest(bureau, INTAKE, "pejabat penghubung baru menurut pimpinan")
    number = item(asked, "enrol kosong-uji")
    assert re.search(r"Ni Luh Sari", flat(asked))
    talk.answer(asked, INTAKE, f"{number} ok")
    found = row(bureau, "kosong-uji")
    assert (found["focal_email"], found["appointed_on"] <= "2026-09-07") == (
        "sari@dinsos.badungkab.example",
        True,
    )
    if "Nomor SK" in words:
        assert (found["decree_number"], found["decree_date"], found["valid_until"]) == (
            "188.45/123/HK/2026",
            "2026-08-03",
            "2028-12-31",
        )
        assert found["focal_role"] == "Kasubag Umum"
    welcome = bureau.last_to("sari@dinsos.badungkab.example")
    assert "Selamat Datang" in str(welcome["Subject"]) and "Cara menjawab" in flat(welcome)
    talk.answer(welcome, "sari@dinsos.badungkab.example", "Nggih leres, suksma")
    assert row(bureau, "kosong-uji")["proved_email"] == "sari@dinsos.badungkab.example"
    assert history(bureau, "kosong-uji", "proved_email")[-1][0] == "sari@dinsos.badungkab.example"
    later(talk, 30)
    assert len(bureau.to(SOCIAL)) == 1 and len(bureau.to("sari@dinsos.badungkab.example")) == 1


def test_staff_correct_what_was_read(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    talk.answer(letter, SOCIAL, NAMED[0])
    asked = newest(bureau, INTAKE, "pejabat penghubung baru")
    line = f"{item(asked, 'enrol kosong-uji')} enrol kosong-uji Ni Luh Sari, S.Sos. <luhsari@dinsos.badungkab.example>"
    talk.answer(asked, INTAKE, line)
    assert row(bureau, "kosong-uji")["focal_email"] == "luhsari@dinsos.badungkab.example"
    assert len(bureau.to("luhsari@dinsos.badungkab.example")) == 1
    assert bureau.to("sari@dinsos.badungkab.example") == []


def test_the_head_is_reminded_and_then_telephoned(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    talk.round()
    talk.round()
    assert len(bureau.to(SOCIAL)) == 1, "a tick that comes twice sends once"
    later(talk, 7)
    later(talk, 7)
    reminders = bureau.to(SOCIAL)[1:]
    assert [str(m["Subject"]).startswith("Pengingat") for m in reminders] == [True, True]
    assert reminders[0]["In-Reply-To"] == letter["Message-ID"]
    later(talk, 7)
    assert "mohon dihubungi melalui telepon" in flat(newest(bureau, INTAKE, "telepon"))
    later(talk, 30)
    assert len(bureau.to(SOCIAL)) == 3


def test_an_interim_word_gains_a_week(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    later(talk, 4)
    talk.answer(letter, SOCIAL, "Surat sudah kami terima, sedang diproses di bagian kepegawaian.")
    later(talk, 4)
    assert len(bureau.to(SOCIAL)) == 1, "the letter of the seventh day waits"
    later(talk, 6)
    assert len(bureau.to(SOCIAL)) == 2


def test_a_name_without_an_address_is_told_to_staff(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    talk.answer(letter, SOCIAL, "Yang kami tunjuk Ibu Ni Luh Sari, S.Sos.")
    told = flat(newest(bureau, INTAKE, "alamat surelnya belum disebut"))
    assert "Ni Luh Sari" in told and "enrol kosong-uji NAMA" in told


def test_a_decree_that_is_attached_is_read(bureau: Bureau) -> None:
    from tests.confined.compose import pdf

    talk, letter = asked_head(bureau)
    decree = pdf([
        "BUPATI BADUNG", "KEPUTUSAN KEPALA DINAS", "NOMOR : 188.45/77/HK/2026",
        "TENTANG PENUNJUKAN PEJABAT PENGHUBUNG", "Menunjuk Saudari:", "Nama : Ni Luh Sari, S.Sos",
        "Email : sari@dinsos.badungkab.example", "berlaku sampai dengan 31 Desember 2028.",
        "Ditetapkan di Mangupura", "pada tanggal 3 Agustus 2026",
    ])  # fmt: skip
    talk._put(with_attachment(letter, SOCIAL, "Terlampir SK penunjukan narahubung kami.", decree, talk))
    asked = flat(newest(bureau, INTAKE, "pejabat penghubung baru"))
    assert "Ni Luh Sari, S.Sos <sari@dinsos.badungkab.example>" in asked
    assert "188.45/77/HK/2026" in asked and "2028-12-31" in asked


def with_attachment(to: EmailMessage, sender: str, text: str, data: bytes, talk: Talk) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, str(to["Reply-To"]), f"Re: {to['Subject']}"
    message["Message-ID"] = "<lampiran@dinsos.badungkab.example>"
    message["In-Reply-To"] = str(to["Message-ID"])
    message.set_content(text)
    message.add_attachment(data, maintype="application", subtype="pdf", filename="SK.pdf")
    head = f"Authentication-Results: mx.kantor.example; dmarc=pass header.from={sender.partition('@')[2]}\r\n"
    return head.encode() + message.as_bytes()


def test_a_stranger_who_answers_changes_nothing(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    talk.answer(letter, "siapa@surel.example", NAMED[0])
    told = flat(newest(bureau, INTAKE, "alamat di luar daftar"))
    assert "enrol kosong-uji" not in told and "data tidak diubah" in told
    assert row(bureau, "kosong-uji")["focal_email"] == "" and bureau.to("sari@dinsos.badungkab.example") == []
    later(talk, 7)
    assert len(bureau.to(SOCIAL)) == 2, "the head is still asked"


def test_a_forged_answer_changes_nothing(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    talk.answer(letter, SOCIAL, NAMED[0], dmarc="fail")
    told = flat(bureau.last_to(INTAKE))
    assert "DMARC" in told and "enrol kosong-uji" not in told
    later(talk, 7)
    assert len(bureau.to(SOCIAL)) == 2


def test_a_colleague_of_the_head_is_first_confirmed_by_the_head(bureau: Bureau) -> None:
    talk, letter = asked_head(bureau)
    talk.answer(letter, "tu@dinsos.badungkab.example", NAMED[0])
    check = bureau.last_to(SOCIAL)
    assert "Konfirmasi Pergantian" in str(check["Subject"]) and "Ni Luh Sari, S.Sos" in flat(check)
    assert not [m for m in bureau.to(INTAKE) if "enrol kosong-uji" in flat(m)]
    talk.answer(check, SOCIAL, "Ya benar")
    asked = newest(bureau, INTAKE, "pejabat penghubung baru menurut pimpinan")
    talk.answer(asked, INTAKE, f"{item(asked, 'enrol kosong-uji')} ok")
    assert row(bureau, "kosong-uji")["focal_email"] == "sari@dinsos.badungkab.example"
    later(talk, 10)
    assert len([s for s in subjects(bureau, SOCIAL) if "Permohonan Penunjukan" in s]) == 1


def test_an_office_may_let_the_letter_go_by_itself(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> None:
    bureau = Bureau(tmp_path, dovecot, sink, extra="upkeep: {appointment: auto}\n")
    talk = Talk(bureau)
    talk.round()
    talk.round()
    assert len(bureau.to(SOCIAL)) == 1


# ---- welcome -------------------------------------------------------------------------------------------


def test_everybody_new_is_welcomed_and_staff_see_who_has_not_answered(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "welcome new", subject="sambutan")
    assert "4 surat sambutan" in flat(bureau.last_to(OFFICER))
    assert len(bureau.to(FOCAL)) == 1 and len(bureau.to("focal@plnmengwi.example")) == 1
    assert bureau.to(SOCIAL) == []
    talk.answer(bureau.last_to(FOCAL), FOCAL, "Ya betul masih saya bu, data sudah sesuai")
    later(talk, 7)
    assert len(bureau.to(FOCAL)) == 1
    assert subjects(bureau, "focal@plnmengwi.example")[-1].startswith("Pengingat")
    talk.say(OFFICER, "cakupan", subject="tanya")
    told = flat(bureau.last_to(OFFICER))
    assert "Alamat belum dikonfirmasi (3)" in told and "menunggu jawaban" in told
    talk.say(OFFICER, "welcome new", subject="lagi")
    assert "tidak ada yang perlu dikirim" in flat(bureau.last_to(OFFICER))


def test_at_most_so_many_letters_a_day(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> None:
    bureau = Bureau(tmp_path, dovecot, sink, extra="upkeep: {letters_per_day: 2}\n")
    talk = Talk(bureau)
    talk.say(OFFICER, "sambut semua", subject="sambutan")
    assert "paling banyak 2 sehari" in flat(bureau.last_to(OFFICER))
    outside = lambda: sum("Selamat Datang" in str(m) for a in FOCALS for m in subjects(bureau, a))  # noqa: E731
    assert outside() == 2
    talk.round()
    assert outside() == 2
    later(talk, 1)
    assert outside() == 4


FOCALS = (FOCAL, "focal@plnmengwi.example", "itda@badungkab.example", "narahubung@pdam.badungkab.example")


def test_who_serves_several_agencies_is_welcomed_once(bureau: Bureau) -> None:
    changed(bureau, "pdam-uji", focal_email=FOCAL, focal_name="I Wayan Uji")
    talk = Talk(bureau)
    talk.say(OFFICER, "welcome new", subject="sambutan")
    letter = bureau.last_to(FOCAL)
    assert len(bureau.to(FOCAL)) == 1 and "Perumda Air Minum" in flat(letter)
    talk.answer(letter, FOCAL, "inggih, sampun leres")
    assert row(bureau, "pdam-uji")["proved_email"] == row(bureau, "capil-uji")["proved_email"] == FOCAL


def test_the_welcome_of_a_wrong_address_comes_back_and_staff_telephone(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "welcome capil-uji", subject="sambutan")
    talk._put(bounced(bureau.last_to(FOCAL), FOCAL, talk))
    assert "surel kembali" in flat(bureau.last_to(INTAKE)) and "telepon" in flat(bureau.last_to(INTAKE))


def bounced(letter: EmailMessage, address: str, talk: Talk) -> bytes:
    body = (
        "--grenze\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n"
        "--grenze\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--grenze\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {letter['Message-ID']}\r\n"
        f"To: {address}\r\n\r\n--grenze--\r\n"
    )
    head = (
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\n"
        f"To: {letter['Reply-To']}\r\nSubject: Undelivered Mail\r\nMessage-ID: <{talk.now.timestamp()}@mx.example>\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="grenze"\r\n\r\n'
    )
    return (head + body).encode()


# ---- is this still you ---------------------------------------------------------------------------------


def confirmed(bureau: Bureau) -> Talk:
    """An office whose focal point confirmed on the first day."""
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="konfirmasi")
    talk.answer(bureau.last_to(FOCAL), FOCAL, "Ya, data tersebut benar. Masih saya.")
    return talk


def test_once_a_year_the_focal_point_is_asked(bureau: Bureau) -> None:
    talk = confirmed(bureau)
    assert row(bureau, "capil-uji")["confirmed_on"] == "2026-09-07"
    later(talk, 363)
    assert len(bureau.to(FOCAL)) == 1
    later(talk, 3)  # Monday
    letter = bureau.last_to(FOCAL)
    assert len(bureau.to(FOCAL)) == 2 and "Konfirmasi Data" in str(letter["Subject"])
    for held in ("I Wayan Uji", FOCAL, SECOND, "31 Desember 2029"):
        assert held in flat(letter)
    talk.answer(letter, FOCAL, "Masih saya sendiri, tidak ada perubahan. Suksma.")
    later(talk, 1)
    assert row(bureau, "capil-uji")["confirmed_on"] == "2027-09-08"
    later(talk, 60)
    assert len(bureau.to(FOCAL)) == 2


@pytest.mark.parametrize(
    "words",
    [
        "sdh pindah, skrg bu Sari (sari@capil.badungkab.example)",
        "Bukan saya lagi. Pejabat penghubung saat ini:\nNama : Ni Wayan Sari\nSurel : sari@capil.badungkab.example",
        "Mohon maaf, per 2 Januari 2026 saya sudah tidak menjabat; pejabat penghubung saat ini Ibu Sari, "
        "email sari@capil.badungkab.example",
    ],
)
def test_the_old_address_names_a_successor_and_staff_confirm(bureau: Bureau, words: str) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "konfirmasi capil-uji", subject="k")
    talk.answer(bureau.last_to(FOCAL), FOCAL, words)
    asked = newest(bureau, INTAKE, "menurut pejabat sebelumnya")
    assert row(bureau, "capil-uji")["focal_email"] == FOCAL
    talk.answer(asked, INTAKE, f"{item(asked, 'enrol capil-uji')} ok")
    assert row(bureau, "capil-uji")["focal_email"] == NEW and len(bureau.to(NEW)) == 1


def test_a_moved_focal_point_without_a_successor_leads_to_the_head(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    talk.answer(bureau.last_to(FOCAL), FOCAL, "Maaf saya sudah pensiun per 1 Agustus")
    asked = newest(bureau, INTAKE, "alamat surelnya belum disebut")
    talk.answer(asked, INTAKE, f"{item(asked, 'appoint capil-uji')} ok")
    assert "Permohonan Penunjukan" in subjects(bureau, CAPIL_HEAD)[-1]


def test_corrected_data_are_confirmed_by_staff_in_one_line(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    words = "Data perlu diperbaiki menjadi:\nNama : I Wayan Uji, S.H., M.H.\nSurel dinas : wayan@capil.badungkab.example"
    talk.answer(bureau.last_to(FOCAL), FOCAL, words + "\nNomor HP/WA : 0812 3333 4444")
    asked = newest(bureau, INTAKE, "perbaikan data")
    assert "I Wayan Uji menjadi I Wayan Uji, S.H., M.H." in flat(asked)
    talk.answer(asked, INTAKE, f"{item(asked, 'correct capil-uji')} ok")
    found = row(bureau, "capil-uji")
    assert (found["focal_name"], found["phone"]) == ("I Wayan Uji, S.H., M.H.", "0812 3333 4444")
    assert found["appointed_on"] == "2025-01-01" and found["valid_until"] == "2029-12-31"
    assert "Selamat Datang" in subjects(bureau, "wayan@capil.badungkab.example")[-1]


def test_a_stand_in_is_recorded_as_deputy(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    words = "Masih saya. Bila saya berhalangan mohon hubungi Ibu Wati (wati@capil.badungkab.example)"
    talk.answer(bureau.last_to(FOCAL), FOCAL, words)
    asked = newest(bureau, INTAKE, "perbaikan data")
    talk.answer(asked, INTAKE, f"{item(asked, 'correct capil-uji')} ok")
    assert row(bureau, "capil-uji")["deputy_email"] == "wati@capil.badungkab.example"


def test_an_unclear_answer_is_read_by_staff(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    talk.answer(bureau.last_to(FOCAL), FOCAL, "Maaf ini benar dari Ombudsman? Kok tidak ada kop suratnya")
    assert "belum jelas maksudnya" in flat(bureau.last_to(INTAKE))
    assert row(bureau, "capil-uji").get("confirmed_on", "") == ""


def test_an_absence_is_no_answer(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    auto = [("Auto-Submitted", "auto-replied")]
    raw = mail(
        FOCAL,
        "Ya, saya sedang cuti sampai 20 September 2026. Hubungi Ibu Sari.",
        subject="Balasan otomatis: Konfirmasi Data",
        to=str(bureau.last_to(FOCAL)["Reply-To"]),
        at=talk.now,
        headers=[*auto, ("In-Reply-To", str(bureau.last_to(FOCAL)["Message-ID"]))],
    )
    before = len(bureau.to(INTAKE))
    talk._put(raw)
    assert row(bureau, "capil-uji").get("confirmed_on", "") == "" and len(bureau.to(INTAKE)) == before
    later(talk, 7)
    assert subjects(bureau, FOCAL)[-1].startswith("Pengingat")


def test_a_question_that_comes_back_goes_to_the_second_address_then_to_the_head(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    talk._put(bounced(bureau.last_to(FOCAL), FOCAL, talk))
    second = bureau.last_to(SECOND)
    assert "tidak dapat diterima" in flat(second)
    talk._put(bounced(second, SECOND, talk))
    head = bureau.last_to(CAPIL_HEAD)
    assert "Yth. Pimpinan" in flat(head)
    talk.answer(
        head, CAPIL_HEAD, "Pejabat penghubung saat ini digantikan oleh:\nNama : Ni Wayan Sari\nSurel : " + NEW
    )
    asked = newest(bureau, INTAKE, "menurut pimpinan")
    talk.answer(asked, INTAKE, f"{item(asked, 'enrol capil-uji')} ok")
    assert row(bureau, "capil-uji")["focal_email"] == NEW


def test_a_letter_that_came_back_is_followed_by_the_question(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk._put(bounced(bureau.last_to(FOCAL), FOCAL, talk))
    later(talk, 1)
    letter = bureau.last_to(SECOND)
    assert "Konfirmasi Data" in str(letter["Subject"]) and "Putu" not in letter.as_string()
    talk.round()
    later(talk, 1)
    assert len(bureau.to(SECOND)) == 1


def test_a_long_silence_is_followed_by_the_question(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    for _ in range(38):  # the letter, its reminders, and nobody answers
        later(talk, 1)
    asked = [m for m in bureau.to(FOCAL) if "Konfirmasi Data" in str(m["Subject"])]
    assert len(asked) == 2 and "belum terjawab" in flat(
        asked[0]
    )  # the question, and a week later its reminder
    assert "Putu" not in asked[0].as_string()


def test_the_private_address_confirms_the_person_and_proves_no_address(bureau: Bureau) -> None:
    changed(bureau, "capil-uji", private_email="wayan.uji@gmail.com")
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    letter = bureau.last_to(FOCAL)
    talk.answer(letter, "wayan.uji@gmail.com", "Masih saya pak, ini dari email pribadi. Data sesuai")
    found = row(bureau, "capil-uji")
    assert found["confirmed_on"] == "2026-09-07" and found.get("proved_email", "") == ""


def test_a_successor_named_by_the_second_address_is_first_confirmed(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, "confirm capil-uji", subject="k")
    talk.answer(
        bureau.last_to(FOCAL),
        SECOND,
        "Pak Wayan sudah pindah, sekarang bu Sari (sari@capil.badungkab.example)",
    )
    check = bureau.last_to(FOCAL)
    assert "Konfirmasi Pergantian" in str(check["Subject"]) and NEW in flat(check)
    assert not [m for m in bureau.to(INTAKE) if "enrol capil-uji" in flat(m)]
    talk.answer(check, FOCAL, "Tidak benar, masih saya")
    assert "tidak ada pergantian" in flat(bureau.last_to(INTAKE))
    assert row(bureau, "capil-uji")["focal_email"] == FOCAL and bureau.to(NEW) == []


def test_the_old_address_is_silent_and_the_head_confirms(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, f"confirm capil-uji Ni Wayan Sari <{NEW}>", subject="k")
    assert "Konfirmasi Pergantian" in subjects(bureau, FOCAL)[-1] and bureau.to(CAPIL_HEAD) == []
    later(talk, 4)
    talk.answer(bureau.last_to(CAPIL_HEAD), CAPIL_HEAD, "Betul")
    asked = newest(bureau, INTAKE, "menurut pimpinan")
    assert f"Ni Wayan Sari <{NEW}>" in flat(asked)


def test_a_colleague_in_a_case_is_confirmed_before_staff_are_offered_anything(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    words = f"Pak Wayan sudah pindah tugas. Pejabat penghubung saat ini Ibu Ni Wayan Sari, surel {NEW}."
    talk.answer(bureau.last_to(FOCAL), "orang@capil.badungkab.example", words)
    asked = bureau.last_to(OFFICER)
    number = item(asked, "confirm capil-uji")
    talk.answer(asked, OFFICER, f"{number} confirm capil-uji Ni Wayan Sari <{NEW}>")
    assert "Konfirmasi Pergantian" in subjects(bureau, FOCAL)[-1]


# ---- terms ---------------------------------------------------------------------------------------------


def test_a_term_that_ends_soon_is_announced_once(bureau: Bureau) -> None:
    changed(bureau, "capil-uji", valid_until="2026-10-30")
    talk = Talk(bureau)
    talk.round()
    letter = bureau.last_to(FOCAL)
    assert "Masa Penugasan" in str(letter["Subject"]) and "30 Oktober 2026" in flat(letter)
    told = [
        m for m in bureau.to(INTAKE) if "masa tugas pejabat penghubung segera berakhir" in str(m["Subject"])
    ]
    assert len(told) == 1 and "appoint capil-uji" in flat(told[0])
    later(talk, 1)
    later(talk, 7)
    assert len(bureau.to(FOCAL)) == 1
    later(talk, 7)
    assert "Masa Penugasan" in subjects(bureau, CAPIL_HEAD)[-1]
    words = "Sudah diperpanjang, SK Nomor 188.4/12/HK/2026 tanggal 2 September 2026 sampai dengan 31 Desember 2028"
    talk.answer(letter, FOCAL, words)
    asked = newest(bureau, INTAKE, "perbaikan data")
    talk.answer(asked, INTAKE, f"{item(asked, 'correct capil-uji')} ok")
    found = row(bureau, "capil-uji")
    assert (found["valid_until"], found["decree_number"]) == ("2028-12-31", "188.4/12/HK/2026")
    later(talk, 30)
    assert len(bureau.to(FOCAL)) == 1 and len(bureau.to(CAPIL_HEAD)) == 1


# ---- what staff ask ------------------------------------------------------------------------------------


def test_the_coverage_of_a_region(bureau: Bureau) -> None:
    changed(bureau, "pln-uji", valid_until="2026-08-31")
    talk = Talk(bureau)
    talk.say(OFFICER, "cakupan kabupaten badung", subject="t")
    told = flat(bureau.last_to(OFFICER))
    for wanted in ("Dari 5 instansi kabupaten badung, 2 perlu perhatian", "Dinas Sosial Kabupaten Badung", "appoint kosong-uji",
                   "Masa tugas telah berakhir", "Menurut bidang"):  # fmt: skip
        assert wanted in told
    talk.say(OFFICER, "coverage Kota Denpasar", subject="t2")
    assert "ada: Kabupaten Badung" in flat(bureau.last_to(OFFICER))


def test_the_heads_get_the_coverage_once_a_month(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.now = talk.now.replace(day=1)  # Tuesday, the first working day of September 2026
    talk.round()
    talk.round()
    told = [m for m in bureau.to(HEAD) if "Keadaan narahubung" in str(m["Subject"])]
    assert len(told) == 1 and "Dinas Sosial" in flat(told[0])
    later(talk, 1)
    later(talk, 20)
    assert len([m for m in bureau.to(HEAD) if "Keadaan narahubung" in str(m["Subject"])]) == 1
    later(talk, 9)  # 1 October
    assert len([m for m in bureau.to(HEAD) if "Keadaan narahubung" in str(m["Subject"])]) == 2


ASKED = [
    ("siapa narahubung disdukcapil badung?", "I Wayan Uji"),
    ("Siapa PIC-nya dukcapil badung ya", "I Wayan Uji"),
    ("FP pln mengwi siapa?", "Ketut Uji"),
    ("pdam badung narahubungnya siapa", "I Made Uji"),
    ("mohon info narahubung dinas kependudukan dan pencatatan sipil kab badung", "I Wayan Uji"),
    ("who is the focal point of PLN Mengwi?", "Ketut Uji"),
    ("narahubung inspektorat badung", "Ni Luh Uji"),
    ("siapa pejabat penghubung di dinsos badung saat ini?", "belum ada narahubung"),
    ("siapa narahubung badung?", "Tirta Mangutama"),
    ("siapa narahubung dukcapl badung?", "Mungkin yang dimaksud"),
    ("siapa narahubung kementerian sihir?", "tidak ada instansi bernama"),
]


@pytest.mark.parametrize(("words", "expected"), ASKED)
def test_staff_ask_who_it_is(bureau: Bureau, words: str, expected: str) -> None:
    talk = Talk(bureau)
    talk.say(OFFICER, words, subject="tanya")
    (told,) = [m for m in bureau.to(OFFICER) if "Narahubung" in str(m["Subject"])]
    assert expected in flat(told) and "Uji" not in str(told["Subject"])
    assert not [m for m in bureau.to(OFFICER) if "Hasil perintah" in str(m["Subject"])]


# ---- time ----------------------------------------------------------------------------------------------


def test_nothing_leaves_outside_of_office_hours(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.now += timedelta(hours=12)
    talk.say(OFFICER, "welcome capil-uji", subject="malam")
    assert bureau.to(FOCAL) == []
    talk.now += timedelta(hours=12)
    talk.round()
    assert len(bureau.to(FOCAL)) == 1


def test_a_new_office_writes_to_nobody_by_itself(bureau: Bureau) -> None:
    """However many agencies the list has: welcomes begin with a word of staff."""
    talk = Talk(bureau)
    talk.round()
    later(talk, 30)
    assert not [a for mail_ in bureau.news() for a in mail_.recipients if not a.endswith("@kantor.example")]
    assert AGENCIES.count("\n") == 6


def test_an_agency_ends_on_its_day_and_not_before(bureau: Bureau) -> None:
    changed(bureau, "capil-uji", ended_on="2026-09-10")
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert len(bureau.to(FOCAL)) == 1
    talk.say(
        OFFICER, f"enrol capil-uji Ni Wayan Sari <{NEW}>", subject="n"
    )  # the register is no longer the room's
    assert "Selamat Datang" in subjects(bureau, NEW)[-1]
    later(talk, 3)
    talk.say(OFFICER, "siapa narahubung disdukcapil badung?", subject="t")
    assert "tidak ada instansi bernama" in flat(bureau.last_to(OFFICER))
    later(talk, 8)
    assert len(bureau.to(NEW)) == 1, "an agency that has ended is asked nothing"
