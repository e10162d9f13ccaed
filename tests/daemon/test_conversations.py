"""Conversations, say and expect: people write ordinary mail, and look into their mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.daemon.bureau import (
    ADMIN,
    HEAD,
    INTAKE,
    OFFICER,
    OWN,
    REPORT,
    Bureau,
    flat,
    mail,
    reply,
    text_of,
)
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

FOCAL = "narahubung@capil.badungkab.example"
CITIZEN = "putu@surel.example"
MONDAY = datetime(2026, 9, 7, 1, tzinfo=UTC)  # 09.00 WITA

UNCLEAR = """\
Yth. Ombudsman, saya mengeluhkan pelayanan administrasi yang berlarut-larut. Sudah tiga kali saya datang dan
menanyakan ke kantornya tetapi belum ada tanggapan. Nama saya Ketut Contoh. Mohon bantuannya.
"""
SECRET = REPORT.replace(
    "Identitas saya boleh disampaikan.",
    "Mohon identitas saya dirahasiakan, saya takut dipersulit.",
)
URGENT = """\
Nama: Made Contoh
Alamat: Banjar Contoh, Mengwi, Kabupaten Badung
Terlapor: PLN ULP Mengwi
DARURAT. Kabel listrik milik PLN Mengwi putus dan menjuntai di jalan depan banjar sejak kemarin malam,
membahayakan keselamatan jiwa warga yang lewat. Sudah lapor ke PLN ULP Mengwi dua kali lewat 123 dan datang
langsung ke kantornya, belum ada petugas. Mohon segera ditangani.
"""
ANSWER = (
    "Menindaklanjuti surat dimaksud, dapat kami jelaskan bahwa KTP elektronik telah selesai dicetak dan telah "
    "diserahkan kepada pemohon."
)


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


@pytest.fixture
def patient(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    """An office that keeps letters for ten minutes before they leave."""
    yield Bureau(tmp_path, dovecot, sink, hold="10 minutes")


class Talk:
    """Who says what, one minute after the other."""

    def __init__(self, bureau: Bureau, start: datetime = MONDAY) -> None:
        self.bureau, self.now = bureau, start

    def say(self, sender: str, text: str, **more: object) -> None:
        self._put(mail(sender, text, at=self.now, **more))  # type: ignore[arg-type]

    def answer(self, to: EmailMessage, sender: str, text: str, **more: object) -> None:
        self._put(reply(to, sender, text, at=self.now, **more))

    def _put(self, raw: bytes) -> None:
        self.bureau.deliver(raw, self.now)
        self.round()

    def round(self, later: timedelta = timedelta(minutes=1)) -> None:
        self.counts = self.bureau.once(self.now)
        self.now += later

    def item(self, officer: str = INTAKE) -> str:
        """The number of the first question in the officer's newest list."""
        found = re.search(
            r"^(?:- )?(\d+)(?:\.| [a-z]+ )", text_of(self.bureau.last_to(officer)), re.MULTILINE
        )
        assert found is not None, text_of(self.bureau.last_to(officer))
        return found[1]

    def case(self) -> str:
        subject = str(self.bureau.last_to(CITIZEN)["Subject"])
        return subject.partition("]")[0].partition("[")[2]


def kinds(bureau: Bureau, address: str) -> list[str]:
    return [str(m["Subject"]) for m in bureau.to(address)]


def test_a_clean_report_is_received_sent_answered_and_closed(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    letter = bureau.last_to(FOCAL)
    assert number in str(letter["Subject"]) and "Putu Contoh" not in letter.as_string()
    assert letter["Auto-Submitted"] == "auto-generated" and "+" in str(letter["Reply-To"])
    talk.answer(letter, FOCAL, ANSWER)
    handed = bureau.last_to(OFFICER)
    assert "telah selesai dicetak" in text_of(handed)
    assert any(part.get_filename() == "surel-asli-1.eml" for part in handed.walk())
    talk.answer(
        bureau.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} close selesai_instansi KTP diserahkan"
    )
    shown = bureau.show(number)
    assert (shown["state"], shown["closed_reason"]) == ("TUTUP", "selesai_instansi")
    assert "KTP diserahkan" in text_of(bureau.last_to(CITIZEN))
    assert "ditutup" in text_of(bureau.last_to(OFFICER))  # the transcript
    talk.now = MONDAY + timedelta(days=1)
    bureau.news()
    talk.round()
    assert not bureau.news(), "a closed case asks nobody anything, not even in the morning list"


def test_an_unclear_report_waits_for_intake_who_settle_it_in_one_line(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, UNCLEAR, name="Ketut Contoh")
    assert not bureau.to(FOCAL) and len(bureau.to(CITIZEN)) == 1
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} instansi capil-uji")
    assert len(bureau.to(FOCAL)) == 1
    assert bureau.show(talk.case())["state"] == "KOORD"


def test_an_unknown_agency_is_refused_with_the_line_that_was_wrong(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, UNCLEAR)
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} agency capil-ujii")
    transcript = text_of(bureau.last_to(INTAKE))
    assert "capil-ujii" in transcript and not bureau.to(FOCAL)


def test_the_same_answer_twice_sends_one_letter(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, UNCLEAR)
    listing, item = bureau.last_to(INTAKE), talk.item()
    talk.answer(listing, INTAKE, f"{item} agency capil-uji")
    talk.answer(listing, INTAKE, f"{item} agency capil-uji", subject="sekali lagi")
    assert len(bureau.to(FOCAL)) == 1
    assert "sudah diselesaikan" in text_of(bureau.last_to(INTAKE))


@pytest.mark.parametrize("dmarc", ["fail", "none", None])
def test_a_command_without_proof_of_the_sender_is_not_carried_out(bureau: Bureau, dmarc: str | None) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, UNCLEAR)
    listing, item, before = bureau.last_to(INTAKE), talk.item(), len(bureau.to(INTAKE))
    talk.answer(listing, INTAKE, f"{item} agency capil-uji", dmarc=dmarc)
    assert not bureau.to(FOCAL) and talk.counts.held == 1
    assert "tidak dijalankan" in text_of(bureau.to(INTAKE)[before])


def test_an_officer_stops_a_letter_inside_its_hold_time_and_releases_it(patient: Bureau) -> None:
    talk = Talk(patient)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    notice = next(m for m in patient.to(OFFICER) if "0001/LM" in str(m["Subject"]))
    assert not patient.to(FOCAL)
    talk.answer(notice, OFFICER, "tahan")
    talk.round(timedelta(minutes=30))
    talk.round()
    assert not patient.to(FOCAL)
    talk.answer(notice, OFFICER, "lepas")
    assert len(patient.to(FOCAL)) == 1


def test_a_letter_leaves_by_itself_when_its_hold_time_is_over(patient: Bureau) -> None:
    talk = Talk(patient)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk.now = MONDAY + timedelta(minutes=9)
    talk.round()
    assert not patient.to(FOCAL)
    talk.round()
    assert len(patient.to(FOCAL)) == 1


def test_a_letter_held_over_night_is_written_anew_with_a_new_date(patient: Bureau) -> None:
    talk = Talk(patient)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    notice = next(m for m in patient.to(OFFICER) if "0001/LM" in str(m["Subject"]))
    talk.answer(notice, OFFICER, "hold")
    talk.now = MONDAY + timedelta(days=1)
    talk.answer(notice, OFFICER, "release")
    (letter,) = patient.to(FOCAL)
    assert "8 September 2026" in text_of(letter)
    running = [d for d in patient.show(talk.case())["deadlines"] if d["state"] == "running"]
    assert [d["due_at"][:10] for d in running] == ["2026-09-23"]


def test_a_secret_reporter_never_reaches_the_agency_unseen(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, SECRET, name="Ni Putu Contoh")
    assert not bureau.to(FOCAL)
    assert bureau.show(talk.case())["confidential"] is True
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} agency capil-uji")
    assert not bureau.to(FOCAL), "a confidential letter is read by an officer first"
    draft = bureau.last_to(OFFICER)
    talk.answer(draft, OFFICER, f"{talk.item(OFFICER)} ok")
    (letter,) = bureau.to(FOCAL)
    whole = letter.as_string() + text_of(letter)
    for secret in ("Putu", CITIZEN, "5103014107900000", "0812 0000 1234", "Banjar Contoh"):
        assert secret not in whole


def test_an_urgent_report_leaves_at_once_and_staff_are_called(patient: Bureau) -> None:
    talk = Talk(patient, MONDAY.replace(hour=18))  # 02.00 local time: urgent waits for nothing
    talk.say(CITIZEN, URGENT, name="Made Contoh")
    assert patient.to("focal@plnmengwi.example"), kinds(patient, INTAKE)
    assert any("MENDESAK" in s.upper() or "SEGERA" in s.upper() for s in kinds(patient, INTAKE))
    shown = patient.show(talk.case())
    assert shown["urgent"] and shown["state"] == "RCO" and shown["deadlines"][0]["rule"] == "D22"


def test_a_stranger_with_a_number_or_a_token_waits_for_staff(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number, letter = talk.case(), bureau.last_to(FOCAL)
    before = bureau.show(number)
    talk.say("orang@lain.example", ANSWER, subject=f"Re: [{number}] jawaban")
    assert talk.counts.held == 1
    talk.answer(letter, "orang@lain.example", ANSWER)
    assert talk.counts.held == 1
    talk.answer(letter, FOCAL, ANSWER, dmarc="fail")
    assert talk.counts.held == 1
    after = bureau.show(number)
    assert (after["state"], after["deadlines"]) == (before["state"], before["deadlines"])
    assert not bureau.to("orang@lain.example")


def test_an_answer_without_thread_is_known_by_its_number_and_writer(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.say(FOCAL, f"Menjawab laporan nomor {number}. {ANSWER}", subject="Surat Balasan", dmarc="none")
    assert talk.counts.threaded == 1 and bureau.show(number)["state"] == "DIJAWAB"


def test_an_answer_by_letter_number_alone_finds_its_case(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    letter = bureau.show(number)["letters"]
    official = re.search(r"\d{4}/SRT/\S+", text_of(bureau.last_to(FOCAL)))
    assert official and letter
    talk.say(FOCAL, f"Menindaklanjuti surat Nomor {official[0]}, {ANSWER}", subject="Balasan", dmarc="none")
    assert talk.counts.threaded == 1 and bureau.show(number)["state"] == "DIJAWAB"


def test_an_extension_is_asked_granted_and_told(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.answer(
        bureau.last_to(FOCAL),
        FOCAL,
        "Mengingat kami masih mengumpulkan data, mohon perpanjangan waktu sampai dengan tanggal 30 September 2026.",
    )
    talk.answer(bureau.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} ok")
    running = [d for d in bureau.show(number)["deadlines"] if d["state"] == "running"]
    assert [(d["rule"], d["due_at"][:10]) for d in running] == [("D24", "2026-09-30")]
    assert "30 September 2026" in flat(bureau.last_to(FOCAL))


def test_a_refused_extension_leaves_the_old_day(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    due = bureau.show(number)["deadlines"][0]["due_at"]
    ask = "Mohon perpanjangan waktu sampai dengan tanggal 30 September 2026."
    talk.answer(bureau.last_to(FOCAL), FOCAL, ask)
    talk.answer(bureau.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} abaikan")
    running = [d for d in bureau.show(number)["deadlines"] if d["state"] == "running"]
    assert [d["due_at"] for d in running] == [due]
    assert "belum dapat" in flat(bureau.last_to(FOCAL))


def test_what_counted_as_an_answer_and_was_none_runs_on(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.answer(bureau.last_to(FOCAL), FOCAL, ANSWER)
    assert bureau.show(number)["state"] == "DIJAWAB"
    talk.answer(bureau.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} abaikan")
    shown = bureau.show(number)
    assert (shown["state"], shown["deadlines"][0]["state"]) == ("KOORD", "running")


def test_papers_are_asked_of_the_reporter_and_their_arrival_ends_the_period(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, UNCLEAR, name="Ketut Contoh")
    number = talk.case()
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} lengkapi")
    assert "masih memerlukan" in flat(bureau.last_to(CITIZEN))
    assert bureau.show(number)["state"] == "TUNGGU_LENGKAP"
    talk.answer(
        bureau.last_to(CITIZEN), CITIZEN, "Berikut saya lengkapi: alamat saya Jalan Contoh 1, Denpasar."
    )
    shown = bureau.show(number)
    assert (shown["state"], shown["deadlines"][0]["state"]) == ("TUNGGU_LENGKAP", "running")
    talk.answer(
        bureau.last_to(CITIZEN),
        CITIZEN,
        "NIK saya 5103014107900000. Yang saya laporkan Disdukcapil Badung: KTP elektronik saya ajukan pada "
        "5 Januari 2026 dan sampai sekarang belum selesai juga.",
    )
    assert bureau.show(number)["deadlines"][0]["state"] == "met"


def test_a_withdrawal_closes_nothing_by_itself(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.answer(
        bureau.last_to(CITIZEN), CITIZEN, "Dengan ini saya mencabut laporan saya karena sudah selesai."
    )
    assert bureau.show(number)["state"] == "KOORD"
    talk.answer(bureau.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} close dicabut")
    assert bureau.show(number)["closed_reason"] == "dicabut"


def test_a_bounce_asks_the_officer_and_tries_no_other_address(bureau: Bureau, shared_dsn: str) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    letter = bureau.last_to(FOCAL)
    bureau.news()
    talk._put(shared_dsn.format(own=OWN, focal=FOCAL, message_id=letter["Message-ID"]).encode())
    fresh = [m.recipients[0] for m in bureau.news()]
    assert set(fresh) <= {OFFICER, INTAKE, HEAD, ADMIN} and OFFICER in fresh
    assert [x["status"] for x in bureau.show(talk.case())["letters"] if x["kind"] == "L05"] == ["failed"]


@pytest.fixture
def shared_dsn() -> str:
    """A delivery report as Postfix writes it (RFC 3464); {…} are filled by the test."""
    return "\r\n".join(
        [
            "Return-Path: <>",
            "From: MAILER-DAEMON@mx.kantor.example (Mail Delivery System)",
            "To: {own}",
            "Subject: Undelivered Mail Returned to Sender",
            "Message-ID: <20260907.bounce@mx.kantor.example>",
            "Auto-Submitted: auto-replied",
            "MIME-Version: 1.0",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
            "",
            "--B",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            "This is the mail system at host mx.kantor.example. Your message could not be delivered.",
            "",
            "--B",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.kantor.example",
            "",
            "Final-Recipient: rfc822; {focal}",
            "Action: failed",
            "Status: 5.1.1",
            "Diagnostic-Code: smtp; 550 5.1.1 user unknown",
            "",
            "--B",
            "Content-Type: text/rfc822-headers",
            "",
            "From: {own}",
            "To: {focal}",
            "Message-ID: {message_id}",
            "",
            "--B--",
            "",
        ]
    )


def test_status_and_note_by_mail(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.say(OFFICER, "status", subject=f"[{number}]")
    assert number in text_of(bureau.last_to(OFFICER))
    talk.say(OFFICER, "catatan sudah menelepon pejabat penghubung", subject=f"[{number}]")
    assert any("sudah menelepon" in line["detail"] for line in bureau.show(number)["timeline"])


def test_a_staff_mail_without_command_is_kept_on_the_case(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.say(
        OFFICER, "Menurut saya laporan ini perlu dipantau lebih lanjut minggu depan.", subject=f"[{number}]"
    )
    assert talk.counts.threaded == 1
    assert any("perlu dipantau" in line["detail"] for line in bureau.show(number)["timeline"])


def test_a_vacant_post_asks_and_staff_choose_the_head_of_the_agency(bureau: Bureau) -> None:
    talk = Talk(bureau)
    text = REPORT.replace(
        "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung", "Dinas Sosial Kabupaten Badung"
    )
    talk.say(CITIZEN, text.replace("Disdukcapil Badung", "Dinsos Badung"), name="Ni Putu Contoh")
    assert not bureau.to("kepala@dinsos.badungkab.example")
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} agency kosong-uji kepala")
    assert len(bureau.to("kepala@dinsos.badungkab.example")) == 1


def test_the_same_mail_twice_is_one_report_and_a_reused_id_is_another(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh", message_id="satu@surel.example")
    talk.say(
        CITIZEN, REPORT, name="Ni Putu Contoh", message_id="satu@surel.example", headers=[("X-Via", "alias")]
    )
    assert (talk.counts.duplicates, len(bureau.to(CITIZEN))) == (1, 1)
    talk.say("lain@surel.example", UNCLEAR, name="Ketut Lain", message_id="satu@surel.example")
    assert talk.counts.opened == 1


def test_newsletters_and_automatic_answers_get_no_answer(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(
        "kabar@berita.example",
        "Promo pelatihan pengaduan",
        headers=[("List-Unsubscribe", "<mailto:x@b.example>")],
    )
    assert talk.counts.ignored == 1
    talk.say("orang@surel.example", "Saya sedang cuti.", headers=[("Auto-Submitted", "auto-replied")])
    assert talk.counts.ignored == 1
    assert not bureau.sink.mails


def test_mail_before_since_is_taken_in_without_any_letter(bureau: Bureau) -> None:
    old = datetime(2025, 12, 1, tzinfo=UTC)
    bureau.deliver(mail(CITIZEN, REPORT, at=old), old)
    counts = bureau.once(MONDAY)
    assert (counts.received, counts.ignored) == (1, 1) and not bureau.sink.mails
    assert len(bureau.dovecot.messages("office", "Processed")) == 1


def test_a_mail_beyond_reading_is_set_aside_and_the_admin_told_once(bureau: Bureau) -> None:
    talk = Talk(bureau)
    bomb = b"From: a@b.example\r\nSubject: x\r\n" + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\nhai\r\n"
    bureau.deliver(bomb, talk.now)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert (talk.counts.quarantined, talk.counts.opened) == (1, 1)
    assert len(bureau.dovecot.messages("office", "Quarantine")) == 1
    talk.round()
    assert len([s for s in kinds(bureau, ADMIN) if "Ringkasan" not in s]) == 1


def test_a_template_that_fails_becomes_a_task_and_not_a_loop(bureau: Bureau) -> None:
    import shutil

    from maild.config import shipped

    shutil.copytree(shipped() / "templates", bureau.folder / "templates")
    (bureau.folder / "templates" / "L05.j2").write_text("{% block subject %}{{ nichts }}{% endblock %}")
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert talk.counts.opened == 1 and not bureau.to(FOCAL)
    assert "tidak dapat dibuat" in text_of(bureau.last_to(OFFICER))


def test_an_address_that_left_the_register_meanwhile_gets_no_letter(patient: Bureau) -> None:
    talk = Talk(patient)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    agencies = (patient.folder / "agencies.csv").read_text()
    (patient.folder / "agencies.csv").write_text(agencies.replace(FOCAL, "baru@capil.badungkab.example"))
    talk.now += timedelta(minutes=20)
    talk.round()
    assert not patient.to(FOCAL) and not patient.to("baru@capil.badungkab.example")
    talk.round()
    assert any("tidak lagi berlaku" in text_of(m) for m in patient.to(OFFICER))


def test_copies_of_letters_lie_in_the_sent_folder_and_mails_in_the_processed_one(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert not bureau.dovecot.messages("office", "INBOX")
    assert len(bureau.dovecot.messages("office", "Processed")) == 1
    assert len(bureau.dovecot.messages("office", "Sent")) == len(bureau.sink.mails)


def test_what_a_person_writes_from_the_offices_own_address_waits_for_staff(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(OWN, REPORT, name="Loket")
    assert talk.counts.held == 1
    letter = bureau.sink.mails[0].raw
    bureau.deliver(letter, talk.now)
    talk.round()
    assert talk.counts.ignored == 1, "our own letter coming back is a loop or a journal copy"


def test_a_letter_that_came_back_goes_another_way_and_its_period_with_it(
    bureau: Bureau, shared_dsn: str
) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    letter = bureau.last_to(FOCAL)
    talk._put(shared_dsn.format(own=OWN, focal=FOCAL, message_id=letter["Message-ID"]).encode())
    talk.answer(bureau.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} agency itda-uji")
    assert len(bureau.to("itda@badungkab.example")) == 1
    shown = bureau.show(talk.case())
    running = [d for d in shown["deadlines"] if d["state"] == "running"]
    assert [d["agency_id"] for d in running] == ["itda-uji"]


def test_a_stale_letter_is_written_anew_to_who_is_in_charge_now(patient: Bureau) -> None:
    talk = Talk(patient)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    agencies = (patient.folder / "agencies.csv").read_text()
    (patient.folder / "agencies.csv").write_text(agencies.replace(FOCAL, "baru@capil.badungkab.example"))
    talk.now += timedelta(minutes=20)
    talk.round()
    talk.round()
    talk.answer(patient.last_to(OFFICER), OFFICER, f"{talk.item(OFFICER)} ok")
    assert not patient.to(FOCAL) and len(patient.to("baru@capil.badungkab.example")) == 1
    shown = patient.show(talk.case())
    assert len([d for d in shown["deadlines"] if d["state"] == "running"]) == 1


def test_a_report_from_a_forged_sender_is_registered_but_not_sent_on_unseen(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh", dmarc="fail")
    assert talk.counts.opened == 1 and not bureau.to(FOCAL) and not bureau.to(CITIZEN)
    assert bureau.to(INTAKE)
