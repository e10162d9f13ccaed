"""Sentences as agencies and reporters write them, in the styles and languages of the field, and what they mean.

All are invented: dinas, police, land office, utilities, insurers, schools; formal, colloquial, SMS, Balinese,
Javanese, Malay of Nusa Tenggara, English. A label is what a careful officer would say before any rule ran.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from maild.intent import Correspondent, Meaning, Role, understand
from maild.intent.numbers import case_pattern, letter_pattern
from maild.message import Extract, Message, read, with_extracts
from tests.message.compose import message, parts

CASE = case_pattern("{seq:04d}/{type}/{month_roman}/{year}/{code}")
LETTER = letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}", case="{seq:04d}-{year}")
TODAY = date(2026, 9, 17)  # a Thursday
AGENCY, REPORTER = Correspondent("agency", in_case=True), Correspondent("reporter", in_case=True)
STRANGER = Correspondent()
TAGGED = "[0012/LM/VIII/2026/DPS] Permintaan Penjelasan"


def meant(found: Message, who: Correspondent = STRANGER) -> Meaning:
    return understand(found, who, case_pattern=CASE, letter_pattern=LETTER, today=TODAY)


def table(name: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return [(intents, text.replace("\\n", "\n")) for intents, _, text in rows]


@pytest.mark.parametrize(("intents", "text"), table("said_by_agencies.tsv"))
def test_agencies_say(intents: str, text: str) -> None:
    found = meant(message(text, subject="Re: surat"), AGENCY)
    assert found.kind == "reply"
    assert str(found.intent) in intents.split("|"), found.reasons


@pytest.mark.parametrize(("intents", "text"), table("said_by_reporters.tsv"))
def test_reporters_say(intents: str, text: str) -> None:
    found = meant(message(text, subject="Re: laporan"), REPORTER)
    assert found.kind == "reply"
    assert str(found.intent) in intents.split("|"), found.reasons


def whole_mails() -> list[list[str]]:
    lines = (Path(__file__).parent / "written_without_a_case.tsv").read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("kinds", "intents", "role", "subject", "sender", "text"), whole_mails())
def test_written_without_a_case(
    kinds: str, intents: str, role: Role, subject: str, sender: str, text: str
) -> None:
    found = meant(message(text, subject=subject, sender=sender), Correspondent(role))
    assert found.kind in kinds.split("|"), found.reasons
    assert intents == "-" or str(found.intent) in intents.split("|"), found.reasons


# Only what says that something was done or found may stop a period: everything else is one of many ways not to.
NOT_DONE = [
    "belum {}",
    "akan segera {}",
    "sedang {}",
    "Apakah sudah {}?",
    "Jika sudah {}, kami kabari.",
    "Semoga sudah {} minggu ini.",
    "Target kami sudah {} sebelum hari raya.",
    "Insya Allah besok sudah {}.",
    "Katanya sudah {}.",
    "Kami sudah minta agar {}.",
    "Kami sudah usulkan untuk {} tahun depan.",
    "Direncanakan {} tanggal 30 September 2026.",
    "Petugas bilang sudah {}.",
    "Bukan berarti sudah {}.",
]
ACTS = ["diperbaiki", "diterbitkan", "selesai", "dibayarkan", "dikembalikan", "diganti"]


@pytest.mark.parametrize("frame", NOT_DONE)
@pytest.mark.parametrize("act", ACTS)
def test_what_is_not_said_to_be_done_is_no_final_answer(frame: str, act: str) -> None:
    text = "Yth. Ombudsman. Terkait laporan tersebut: " + frame.format(act)
    assert meant(message(text, subject="Re: surat"), AGENCY).intent != "answer_final"


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("frame", ["Sudah {} kemarin.", "Telah {} pada 3 September 2026.", "sdh {} pak"])
def test_what_is_said_to_be_done_is(frame: str, act: str) -> None:
    assert meant(message(frame.format(act), subject="Re: surat"), AGENCY).intent == "answer_final"


NOT_WITHDRAWN = [
    "Kalau begini caranya lebih baik laporan saya cabut saja.",
    "Bukan berarti saya mencabut laporan.",
    "Apakah laporan bisa dicabut?",
    "Kepala dinas meminta saya mencabut laporan.",
    "Katanya laporan saya dicabut.",
    "Saya dipaksa mencabut laporan.",
    "Laporan saya di Polsek dihentikan penyidik.",
    "Laporan saya tidak diproses.",
    "> saya mencabut laporan saya",
    "Saya tidak pernah mencabut laporan. Kapan saya mencabut laporan?",
    "Saya mencabut laporan kalau uang sudah kembali.",
]


@pytest.mark.parametrize("text", NOT_WITHDRAWN)
@pytest.mark.parametrize("who", [REPORTER, STRANGER, AGENCY])
def test_no_withdrawal(text: str, who: Correspondent) -> None:
    assert meant(message(text, subject=f"Re: {TAGGED}"), who).intent != "withdraw"


@pytest.mark.parametrize(
    "text",
    [
        "Terima kasih atas bantuannya, tapi belum ada perubahan.",
        "Terima kasih.",
        "Semoga sudah selesai.",
        "Katanya sudah selesai.",
        "Apa sudah selesai?",
        "Sudah dibayar tapi cuma sebagian.",
        "Laporan saya sudah ditutup tanpa penjelasan.",
    ],
)
def test_politeness_is_no_satisfaction(text: str) -> None:
    assert meant(message(text, subject="Re: laporan"), REPORTER).intent != "satisfied"


# ---- replies known by their own marks, as `maild read` sees them ---------------------------------------

OF_STRANGERS = [
    (
        "KTP sudah jadi, terima kasih",
        "Re: [0012/LM/VIII/2026/DPS] Tanggapan terlapor atas laporan Anda",
        "satisfied",
    ),
    ("Lampu sudah kami ganti tadi malam", f"RE: {TAGGED}", "answer_final"),
    ("Saya cabut laporan saya nomor 0012/LM/VIII/2026/DPS", "cabut", "withdraw"),
    ("laporan saya yg bln lalu gmn ya, blm ada kabar", "tanya", "status_query"),
    ("Mohon waktu sampai 30 September 2026, data masih kami kumpulkan", f"Bls: {TAGGED}", "extension"),
    ("1 ok", f"Re: {TAGGED}", "unknown"),
]


@pytest.mark.parametrize(("text", "subject", "intent"), OF_STRANGERS)
def test_a_stranger_continues_a_case(text: str, subject: str, intent: str) -> None:
    found = meant(message(text, subject=subject))
    assert (found.kind, found.intent, found.commands) == ("reply", intent, ()), found.reasons


def test_a_new_complaint_may_name_an_old_case() -> None:
    text = "Saya mau melaporkan dinas yang sama lagi, setelah laporan 0012/LM/VIII/2026/DPS: KK anak saya ditahan"
    assert meant(message(text, subject="Laporan baru")).kind == "report"


def test_the_number_of_another_body_is_none_of_ours() -> None:
    text = "Penerusan Nomor 31/KPAD/VIII/2026\n\nYang terhormat Kepala, kami meneruskan pengaduan warga."
    found = meant(message(text, subject="Penerusan Pengaduan", sender="Sekretariat KPAD <s@kpad.example>"))
    assert (found.kind, found.case_refs) == ("letter", ())


def test_a_stranger_with_a_number_asks_for_data_of_others() -> None:
    text = "Terkait laporan 0012/LM/VIII/2026/DPS mohon dikirimkan nama lengkap dan nomor HP ketua forum serta dinas."
    found = meant(message(text, subject="Konfirmasi"))
    assert (found.kind, found.intent) == ("letter", "data_request")


TRAILERS = ["Dikirim dari iPhone saya", "Sent from my Galaxy", "Dapatkan Outlook untuk Android"]


@pytest.mark.parametrize("line", TRAILERS)
def test_wrappers_of_programs_say_nothing(line: str) -> None:
    assert meant(message(line, subject=f"Re: {TAGGED}"), AGENCY).intent == "unknown"


def test_a_chat_pasted_into_a_mail() -> None:
    text = "[12/08/26 10.21] Pak Kadis: laporan dicabut saja\n[12/08/26 10.25] Budi: saya tidak mau cabut laporan"
    assert meant(message(text, subject="Re: laporan"), REPORTER).intent == "unsatisfied"


# ---- what an answer brings -----------------------------------------------------------------------------


def test_a_weekday_that_does_not_fit_is_shown() -> None:
    found = meant(message("Mohon waktu s.d. Kamis (30/9/2026).", subject="Re: surat"), AGENCY)
    assert (found.intent, found.until) == ("extension", date(2026, 9, 30))
    assert "that day is a Wednesday" in found.defects[0]


def test_working_days_are_the_calendars_to_count() -> None:
    found = meant(message("Mohon tambahan waktu 10 (sepuluh) hari kerja.", subject="Re: surat"), AGENCY)
    assert (found.intent, found.until, found.fields) == ("extension", None, {"working_days": "10"})


LETTER_TEXT = (
    "PEMERINTAH KABUPATEN\nDINAS PENDIDIKAN\n\nNomor : 400.3/1234/Disdik/2026\nHal : Tanggapan\n\nDengan"
    " hormat,\n"
    "Menindaklanjuti surat Saudara Nomor 0007/SRT/0012-2026/DPS/VIII/2026, dapat kami sampaikan bahwa"
    " ijazah"
    " telah diserahkan kepada siswa pada 2 September 2026.\n\nDemikian.\nKepala Dinas"
)


def with_letter(cover: str, extract: Extract) -> Message:
    pdf = 'Content-Type: application/pdf; name="Surat.pdf"\n\nx'
    found = read(parts(f"Content-Type: text/plain\n\n{cover}", pdf, more="Subject: Surat\nTo: c@d.example\n"))
    assert isinstance(found, Message)
    return with_extracts(found, {found.attachments[0].sha256: extract})


def test_the_letter_in_the_attachment_speaks_in_the_reasons_only() -> None:
    found = meant(with_letter("Terlampir surat kami.", Extract("text", LETTER_TEXT, None)), AGENCY)
    assert found.intent == "answer_attachment"
    assert any("the attached letter: answer_final" in reason for reason in found.reasons)
    assert found.letter_refs == ("0007/SRT/0012-2026/DPS/VIII/2026", "400.3/1234/Disdik/2026")


def test_a_scan_is_for_a_person() -> None:
    found = meant(with_letter("Terlampir surat kami.", Extract("scanned", "", None)), AGENCY)
    assert any("scanned" in reason for reason in found.reasons)
    assert "letter_intent" not in found.fields
