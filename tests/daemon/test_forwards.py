"""Staff open cases by forwarding: say and expect. Who wrote first is the reporter; what is doubtful is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemon.bureau import ADMIN, INTAKE, OFFICER, OWN, REPORT, Bureau, flat, mail, text_of
from tests.daemon.test_conversations import ANSWER, CITIZEN, FOCAL, Talk
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

WRITER = f"Ni Putu Contoh <{CITIZEN}>"


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


def inline(report: str = REPORT, *, writer: str = WRITER, above: str = "", subject: str = "KTP") -> str:
    """As Gmail passes a mail on."""
    return (
        f"{above}\n\n---------- Forwarded message ---------\nDari: {writer}\n"
        f"Date: Sen, 7 Sep 2026 pukul 08.00\nSubject: {subject}\nTo: <{OFFICER}>\n\n\n{report}"
    )


def whole(writer: str = WRITER, report: str = REPORT, subject: str = "KTP", number: int = 1) -> str:
    return (
        f"From: {writer}\nTo: {OFFICER}\nSubject: {subject}\nDate: Mon, 7 Sep 2026 08:00:00 +0800\n"
        f"Message-ID: <asli-{number}@surel.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{report}"
    )


def passes_on(talk: Talk, text: str, by: str = OFFICER, subject: str = "Fwd: KTP", **more: object) -> None:
    talk.say(by, text, subject=subject, name="Asisten Uji", **more)


def passes_on_attached(talk: Talk, *inner: str, subject: str = "Fwd: KTP") -> None:
    parts = "".join(
        f"--batas\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n{one}\n" for one in inner
    )
    raw = mail(OFFICER, f"{parts}--batas--\n", subject=subject, at=talk.now)
    talk._put(raw.replace(b"text/plain; charset=utf-8", b"multipart/mixed; boundary=batas", 1))


def transcript(bureau: Bureau, to: str = OFFICER) -> str:
    return next(flat(m) for m in reversed(bureau.to(to)) if "terusan" in text_of(m))


def test_the_first_writer_is_the_reporter_and_gets_the_receipt(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on(talk, inline(above="Mohon diregistrasi, terima kasih."))
    number = talk.case()
    assert talk.counts.opened == 1
    assert "Putu Contoh" not in flat(bureau.last_to(CITIZEN)), "nobody vouches for the address: no name in it"
    assert number in transcript(bureau)
    letter = bureau.last_to(FOCAL)
    assert "Putu Contoh" not in letter.as_string() and CITIZEN not in letter.as_string()
    # From now on the reporter is known at that address.
    talk.answer(bureau.last_to(CITIZEN), CITIZEN, "Saya tambahkan: nomor antrean saya 17.")
    assert talk.counts.threaded == 1
    talk.answer(letter, FOCAL, ANSWER)
    assert bureau.show(number)["state"] == "DIJAWAB"


def test_an_attached_mail_opens_the_case_and_its_receipt_threads_with_it(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on_attached(talk, whole())
    assert bureau.last_to(CITIZEN)["In-Reply-To"] == "<asli-1@surel.example>"
    assert bureau.show(talk.case())["state"] == "KOORD"


def test_secrecy_asked_for_by_the_forwarder_is_kept(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on(talk, inline(above="Pelapor minta identitasnya dirahasiakan."))
    assert bureau.show(talk.case())["confidential"]
    assert not bureau.to(FOCAL)


def test_a_remark_is_read_by_a_person_before_anything_goes_on(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on(talk, inline(above="Jangan dikirim ke dinas dulu, saya telepon pelapornya."))
    assert bureau.to(CITIZEN) and not bureau.to(FOCAL)
    assert bureau.show(talk.case())["state"] == "TERDAFTAR"


DOUBTFUL = {
    "no writer": ("---------- Forwarded message ---------\n\n" + REPORT, "tidak ditemukan"),
    "a name without an address": (inline(writer="Ni Putu Contoh"), "tanpa alamat"),
    "a machine's address": (inline(writer="Portal <noreply@portal.example>"), "alamat sistem"),
    "an agency": (inline(writer=f"I Wayan Uji <{FOCAL}>"), "instansi terdaftar"),
    "a colleague's mail inside": (
        inline(f"Diteruskan ya.\n{inline()}", writer=f"Kepala Uji <{ADMIN}>", subject="Fwd: KTP"),
        "rantai terusan",
    ),
    "another address in the report": (inline(REPORT + "\nEmail: lain@surel.example\n"), "berbeda"),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_doubtful_is_asked(bureau: Bureau, name: str) -> None:
    text, why = DOUBTFUL[name]
    talk = Talk(bureau)
    passes_on(talk, text)
    assert (talk.counts.held, talk.counts.opened) == (1, 0)
    assert why in flat(bureau.last_to(INTAKE)) and why in transcript(bureau)
    assert not bureau.to(CITIZEN) and not bureau.to(FOCAL)


def test_several_attached_mails_are_asked_about(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on_attached(talk, whole(), whole("Made Contoh <made@surel.example>", number=2))
    assert talk.counts.held == 1 and "satu per satu" in transcript(bureau)


def test_a_doubtful_one_opens_by_one_line_of_intake_without_a_receipt(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on(talk, inline(REPORT + "\nEmail: lain@surel.example\n"))
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} open")
    found = re.search(r"dibuka sebagai (\S+)", " ".join(flat(m) for m in bureau.to(INTAKE)))
    assert found is not None
    assert not bureau.to(CITIZEN) and not bureau.to("lain@surel.example")
    assert bureau.show(found[1])["state"] == "TERDAFTAR"


def test_nobody_but_proven_staff_opens_a_case_so(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on(talk, inline(), dmarc="fail")
    assert talk.counts.held == 1 and not bureau.to(CITIZEN)
    assert not any("terusan" in text_of(m) for m in bureau.to(OFFICER)), "no answer to an unproven address"


def test_a_lapor_notification_opens_a_case_under_the_name_in_its_text(bureau: Bureau) -> None:
    talk = Talk(bureau)
    lapor = "Laporan dengan tracking ID 8791234 melalui SP4N-LAPOR! telah diteruskan.\n\n" + REPORT
    passes_on(talk, inline(lapor, writer="SP4N-LAPOR! <noreply@lapor.example>", subject="LAPOR! 8791234"))
    assert talk.counts.opened == 1 and not bureau.to(CITIZEN)
    assert not bureau.to("noreply@lapor.example")


def test_an_answer_passed_on_waits_with_its_case(bureau: Bureau) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    passes_on(
        talk,
        inline(ANSWER, writer=f"I Wayan Uji <{FOCAL}>", subject=f"Re: [{number}] Permintaan"),
        subject=f"Fwd: Re: [{number}] Permintaan",
    )
    assert talk.counts.held == 1
    assert number in flat(bureau.last_to(INTAKE))
    talk.answer(bureau.last_to(INTAKE), INTAKE, f"{talk.item()} case {number}")
    assert any("telah selesai dicetak" in text_of(m) for m in bureau.to(OFFICER))


def test_a_reply_that_quotes_an_outlook_header_opens_nothing(bureau: Bureau) -> None:
    talk = Talk(bureau)
    quoted = f"Baik, terima kasih.\n\nDari: {WRITER}\nDikirim: Senin, 7 September 2026 08.00\nKepada: {OWN}\nPerihal: KTP\n\n{REPORT}"
    passes_on(talk, quoted, subject="Re: KTP")
    assert talk.counts.opened == 0 and not bureau.to(CITIZEN)


def test_a_quote_that_nobody_calls_a_forward_is_asked_about(bureau: Bureau) -> None:
    talk = Talk(bureau)
    quoted = f"Sudah saya telepon.\n\nDari: {WRITER}\nDikirim: Senin, 7 September 2026 08.00\nKepada: {OFFICER}\nPerihal: KTP\n\n{REPORT}"
    passes_on(talk, quoted, subject="KTP warga Badung")
    assert talk.counts.held == 1 and "belum jelas" in transcript(bureau) and not bureau.to(CITIZEN)


def test_our_own_letter_sent_round_opens_nothing(bureau: Bureau) -> None:
    talk = Talk(bureau)
    passes_on(talk, inline("Laporan Saudara kami terima.", writer=f"Ombudsman <{OWN}>"))
    assert talk.counts.opened == 0
