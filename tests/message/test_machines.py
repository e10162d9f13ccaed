"""Mail that no person wrote, and mail of people that looks like it."""

from __future__ import annotations

import pytest

from maild.message import Message, read
from maild.message.bounce import delayed_only, harmless
from tests.message.compose import mail, message, parts

DSN = (
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n"
    "Original-Envelope-Id: case-42\n\n"
)
RETURNED = (
    "Content-Type: message/rfc822\n\nFrom: pengaduan@ombudsman.example\nTo: fp@dinas.example\n"
    "Message-ID: <surat.1@ombudsman.example>\nSubject: Penerusan\n\nisi surat rahasia"
)


def report(recipient: str) -> Message:
    found = read(
        parts(
            "Content-Type: text/plain\n\nGagal.",
            DSN + recipient,
            RETURNED,
            kind="report; report-type=delivery-status",
        )
    )
    assert isinstance(found, Message)
    return found


def test_dsn() -> None:
    found = report(
        "Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: "
        "5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown"
    ).bounce
    assert found is not None
    one = found.recipients[0]
    assert (one.address, one.action, one.status, one.permanent) == (
        "fp@dinas.example",
        "failed",
        "5.1.1",
        True,
    )
    assert found.original_message_id == "surat.1@ombudsman.example"
    assert found.envelope_id == "case-42"


def test_the_returned_mail_is_neither_text_nor_attachment() -> None:
    found = report("Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: 5.1.1")
    assert "rahasia" not in found.text
    assert found.attachments == ()


FIELDS = [
    ("Action: delayed\nStatus: 4.4.1", "delayed", "4.4.1", False),
    ("Action: delivered\nStatus: 2.0.0", "delivered", "2.0.0", None),
    ("Action: failed\nStatus: 4.2.2", "failed", "4.2.2", False),
    ("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 over quota", "failed", "5.2.2", True),
    ("Action: failed (bounced)\nStatus: 5.1.1 (unknown)", "failed", "5.1.1", True),
    ("Status: 5.1.1", "failed", "5.1.1", True),
    ("Action: failed", "failed", None, True),
]


@pytest.mark.parametrize(("fields", "action", "status", "permanent"), FIELDS)
def test_dsn_fields(fields: str, action: str, status: str | None, permanent: bool | None) -> None:
    found = report(f"Final-Recipient: rfc822; fp@dinas.example\n{fields}").bounce
    assert found is not None
    one = found.recipients[0]
    assert (one.action, one.status, one.permanent) == (action, status, permanent)
    assert delayed_only(found) == (action == "delayed")
    assert harmless(found) == (action == "delivered")


def test_the_original_recipient_is_whom_we_wrote_to() -> None:
    found = report(
        "Original-Recipient: rfc822;fp@dinas.example\nFinal-Recipient: rfc822; "
        "kotak@lain.example\nAction: failed\nStatus: 5.1.1"
    ).bounce
    assert found is not None
    assert found.recipients[0].address == "fp@dinas.example"


PLAIN = [
    "<fp@dinas.example>:\nSorry, no mailbox here by that name. (#5.1.1)",
    "Surat anda tidak bisa disampaikan ke alamat berikut ini.\n\n<fp@dinas.example>: 550 pengguna "
    "tidak dikenal",
    "** Alamat tidak ditemukan **\n\nPesan Anda tidak terkirim ke fp@dinas.example karena alamat "
    "tidak ditemukan.",
    "Pengiriman gagal kepada penerima berikut:\n\nfp@dinas.example\nKotak surat penerima penuh.",
    "The following addresses had permanent fatal errors\n<fp@dinas.example>\n550 5.1.1 User unknown",
]


@pytest.mark.parametrize("body", PLAIN)
def test_plain_text_bounces(body: str) -> None:
    found = message(
        body + "\n\n--- Salinan ---\nMessage-ID: <surat.1@ombudsman.example>",
        sender="MAILER-DAEMON@mx.dinas.example",
        subject="failure notice",
    )
    assert found.bounce is not None
    assert found.bounce.recipients[0].address == "fp@dinas.example"
    assert found.bounce.recipients[0].action == "failed"
    assert found.bounce.original_message_id == "surat.1@ombudsman.example"


def test_failed_recipients_header() -> None:
    found = message("Pesan tidak terkirim. 550 5.1.1", more="X-Failed-Recipients: fp@dinas.example\n")
    assert found.bounce is not None
    assert found.bounce.recipients[0].address == "fp@dinas.example"


def test_read_receipt() -> None:
    raw = parts(
        "Content-Type: text/plain\n\nDibaca.",
        "Content-Type: message/disposition-notification\n\nDisposition: manual-action; displayed",
        kind="report; report-type=disposition-notification",
    )
    found = read(raw)
    assert isinstance(found, Message)
    assert found.read_receipt
    assert found.bounce is None


AUTOMATIC = [
    {"more": "Auto-Submitted: auto-replied\n"},
    {"more": "Auto-Submitted: auto-replied (zimbra; vacation)\n"},
    {"more": "Auto-Submitted: auto-generated\n"},
    {"more": "X-Autoreply: yes\n"},
    {"more": "Precedence: auto_reply\n"},
    {"subject": "Balasan otomatis: surat"},
    {"subject": "Automatic reply: surat"},
    {"subject": "Out of Office Re: surat"},
    {"subject": "Tidak di kantor Re: surat"},
    {
        "body": (
            "Saya sedang dinas luar tanggal 6 s.d. 10 April 2026, hubungi Ibu Sari selama saya "
            "tidak di tempat."
        )
    },
    {
        "body": (
            "Kepada pengirim,\n\nsaya sedang tidak berada di tempat sampai tanggal 21 September. "
            "Pesan Anda akan saya baca setelah kembali."
        )
    },
    {
        "body": (
            "Mohon maaf, saya sedang cuti sampai 30 September 2026. Urusan kedinasan ditangani Sdri. Luruk."
        )
    },
    {"body": "I am currently out of the office and will return on Monday. For urgent matters contact Ayu."},
    {"body": "Surel ini adalah balasan otomatis. Pesan Anda kami baca pada jam kerja."},
    {"body": "##- Ketik balasan Anda di atas baris ini -##\n\nTiket Anda (#20418) sudah kami terima."},
    {
        "subject": "[K5526090900321] Laporan Anda telah kami terima",
        "body": (
            "Laporan Anda telah terdaftar dengan nomor K55260909 dan akan ditindaklanjuti dalam "
            "waktu 3x24 jam."
        ),
        "sender": "PLN <no-reply@pln.example>",
    },
]


@pytest.mark.parametrize("given", AUTOMATIC)
def test_automatic_replies(given: dict[str, str]) -> None:
    assert message(**{"body": "Terima kasih.", **given}).auto_reply


BULK = [
    {"more": "List-Id: <x.example>\n"},
    {"more": "List-Unsubscribe: <https://x.example/u>\n"},
    {"more": "Precedence: bulk\n"},
    {"more": "Precedence: list\n"},
    {
        "body": "Buletin edisi ini memuat banyak kabar baik dari daerah. " * 3
        + "Berhenti berlangganan: klik di sini."
    },
]


@pytest.mark.parametrize("given", BULK)
def test_bulk(given: dict[str, str]) -> None:
    assert message(**{"body": "Kabar pekan ini.", **given}).bulk


PEOPLE = [
    {"body": "Petugas sedang cuti terus, jadi KTP saya tidak jadi. Mohon bantuan."},
    {"body": "Saya mau lapor: kepala sekolah tidak berada di tempat setiap kali saya datang."},
    {
        "body": (
            "Maaf baru balas, kemarin saya sedang dinas luar. Surat terlampir kami sampaikan sebagai jawaban."
        )
    },
    {"body": "Mohon tiket antrean saya dicek, nomor tiket 20418 tidak pernah dipanggil di loket."},
    {"body": "Email saya tidak pernah dibalas dinas. Alamat tidak ditemukan di peta."},
    {"subject": "Kotak surat desa penuh sampah", "body": "Tolong ditindaklanjuti."},
    {"subject": "Undelivered KTP", "body": "KTP saya tidak terkirim, alamat tidak ditemukan katanya."},
    {
        "subject": "Re: surat",
        "body": "Kami sedang dinas luar ke lokasi, besok kami laporkan hasilnya. Petugas sudah di lapangan.",
    },
    {
        "body": "Air sudah mengalir sejak Senin dan meter pelanggan telah diganti. Tagihan tiga bulan "
        "dihitung ulang. Berita acara dibuat di kantor desa hari itu juga. "
        "Mulai besok saya sedang cuti sampai 30 September, hubungi Ibu Sari bila perlu."
    },
    {
        "body": "Pompa dipasang kemarin di jalur atas dan air mengalir bergilir pada hari Senin, Rabu "
        "dan Jumat, seperti diminta warga Banjar Sedehing dalam rapat di balai banjar bersama kepala desa. "
        "Besok saya cuti sampai Senin, hubungi Ibu Sari."
    },
    {"more": "Auto-Submitted: no\n", "body": "Laporan saya."},
    {"more": "X-Auto-Response-Suppress: All\n", "body": "Laporan saya."},
    {"subject": "Read: this please", "body": "Laporan saya."},
    {"sender": "Dinas Sosial <noreply.dinsos@kab.example>", "body": "Terlampir surat jawaban kami."},
    {"subject": "Laporan Anda telah kami terima?", "body": "Apakah laporan saya sudah diterima?"},
]


@pytest.mark.parametrize("given", PEOPLE)
def test_people_are_not_taken_for_machines(given: dict[str, str]) -> None:
    found = message(**{"body": "Selamat pagi.", **given})
    assert not (found.auto_reply or found.bulk or found.read_receipt)
    assert found.bounce is None


def test_a_forwarded_bounce_of_a_person_is_no_bounce() -> None:
    text = (
        "Surat saya ke dinas kembali, mohon alamat yang benar.\n\n---------- Forwarded message "
        "---------\nDari: MAILER-DAEMON@x.example\nTanggal: 1/8/2026 10.00\nSubjek: failure "
        "notice\nKe: a@b.example\n\n550 user unknown"
    )
    found = read(mail(text, subject="Fwd: failure notice"))
    assert isinstance(found, Message)
    assert found.bounce is None
    assert found.forwarded is not None


def test_a_report_of_another_kind_is_a_machines_too() -> None:
    """A feedback report (RFC 5965): nobody wrote it, nobody is to be answered."""
    raw = (
        b"From: fbl@provider.example\r\nTo: p@k.example\r\nSubject: complaint about message\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n"
        b"--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n--b--\r\n"
    )
    message = read(raw)
    assert isinstance(message, Message) and message.auto_reply and message.bounce is None
