"""What damage starts from: mails written here, and those beside the checkout where they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.message import outlook_files
from tests.message.compose import mail, parts

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_BIGGEST = 60_000  # bytes of a seed; larger ones are slow to damage and teach nothing more

FORM = """\
FORMULIR PENGADUAN

1. Nama Lengkap : Ni Luh Contoh
2) No. KTP      = 5103054408850000
Tempat/Tgl Lahir : Badung, 4 Agustus 1985
Alamat : Perum Contoh Asri Blok F/11,
   Desa Dalung, Kuta Utara
No. HP/WA - 0812 0000 3318
Instansi yang Dilaporkan\t: Perumda Air Minum Tirta Mangutama
Uraian Laporan :
Tagihan naik tiga kali lipat sejak 12 Juni 2026.

Upaya yang telah dilakukan : 3 Juli datang ke kantor
Harapan: meter ditera ulang
Identitas dirahasiakan? TIDAK
"""
PROSE = """\
Yth Ombudsman. sy mau lapor Kantor Pertanahan Kab. Contoh, sertifikat sdh 14 bln blm jadi, sdh tanya 3x.
Nama saya Wayan Contoh, umur 44, Banjar Uji. mohon identitas sy dirahasiakan. KK 5108061201700000
"""
TABLE = "Nama\tMaria Contoh\nNIK\t5371000000000000\nTerlapor\tDinas Sosial\nKronologi\tBLT dipotong\n"
REPLY = """\
Selamat siang, berikut jawaban kami.

> Mohon penjelasan mengenai hal tersebut.
Sudah kami selesaikan tanggal 18 Agustus 2026.

Pada tanggal Sen, 3 Agu 2026 pukul 14.11 Ombudsman <kantor@ombudsman.example>
menulis:

> Yth. Bapak/Ibu,
>> bersama ini kami teruskan laporan masyarakat
--\x20
Budi Contoh
Dikirim dari iPhone saya
"""
OUTLOOK = """\
Terlampir.

________________________________
Dari: Ombudsman <kantor@ombudsman.example>
Dikirim: Senin, 3 Agustus 2026 14.11
Kepada: Budi <budi@dinas.example>
Cc: Kepala <kepala@dinas.example>
Perihal: [0012/LM/VIII/2026/DPS] Permintaan klarifikasi

Yth. Bapak/Ibu
"""
FORWARD = """\
Mohon diregister.

---------- Forwarded message ---------
Dari: Siti Contoh <siti@warga.example>
Date: Kam, 6 Agu 2026 pukul 09.00
Subject: Fwd: KTP belum jadi
To: <kantor@ombudsman.example>

KTP saya belum jadi sejak Mei.
"""
TEXTS = (FORM, PROSE, TABLE, REPLY, OUTLOOK, FORWARD)
HTML = (
    "<html><head><style>p{}</style></head><body><div dir=ltr>Selamat pagi,<br><table><tr><td>Nama<td>Budi</table>"
    "<div class=gmail_quote><div class=gmail_attr>Pada Sen, 3 Agu 2026 Ombudsman menulis:</div>"
    "<blockquote>lama</blockquote></div></div><img src='http://x.example/a.gif' width=1></body></html>"
)
DSN = """\
Content-Type: text/plain

This is the mail system at host mx.example. Your message could not be delivered.
<budi@dinas.example>: host mx.dinas.example said: 550 5.1.1 User unknown (in reply to RCPT TO command)
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 12345
Arrival-Date: Mon, 3 Aug 2026 14:11:39 +0800

Final-Recipient: rfc822; budi@dinas.example
Original-Recipient: rfc822;budi@dinas.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.dinas.example
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; siti@dinas.example
Action: delayed
Status: 4.4.1
Will-Retry-Until: Sat, 8 Aug 2026 14:11:39 +0800
--b
Content-Type: message/rfc822

Message-ID: <surat.1@ombudsman.example>
From: kantor@ombudsman.example
Subject: [0012/LM/VIII/2026/DPS] Permintaan klarifikasi

Yth.
"""
ADDRESSES = (
    "Budi Contoh <budi@dinas.example>",
    '"Contoh, Budi" <budi@dinas.example>, siti@warga.example',
    "=?utf-8?q?Ni_Luh_Cont=C3=B6h?= <niluh@warga.example>",
    "Grup: a@b.example, B <b@c.example>;",
    "undisclosed-recipients:;",
    "(komentar (dalam)) budi(x)@(y)dinas.example",
    '"focal@agency.example" <evil@x.example>',
    "<@a.example,@b.example:budi@dinas.example>",
    "Budi <budi@[192.0.2.1]>, <a@b.example> sisa",
    '"a\\"b" <\'budi\'@dinas.example>',
    "budi@dinas.example <evil@x.example>",
)
RESULTS = (
    "mx1.office.example; dmarc=pass header.from=warga.example",
    "mx1.office.example; dkim=pass (2048-bit key; unprotected) header.d=warga.example;\r\n spf=pass "
    'smtp.mailfrom="budi@warga.example"; dmarc=fail (p=none) header.from=warga.example',
    "evil.example; dmarc=pass header.from=warga.example",
    'mx1.office.example 1; auth=pass smtp.auth="x; dmarc=pass header.from=warga.example"',
    "mx1.office.example; none",
    "mx1.office.example; dmarc=pass (mx1.office.example; dmarc=pass) header.from=lain.example",
)


@cache
def mails() -> tuple[bytes, ...]:
    """Composed ones first: a small example shrinks best."""
    return (*composed(), *shared())


def composed() -> tuple[bytes, ...]:
    plain = [mail(text) for text in TEXTS]
    marked = mail(HTML).replace(b"text/plain", b"text/html")
    both = parts("Content-Type: text/plain\n\nhalo", f"Content-Type: text/html\n\n{HTML}", kind="alternative")
    attached = parts(
        f"Content-Type: text/plain; charset=utf-8\n\n{PROSE}",
        "Content-Type: application/pdf; name*0*=utf-8''sur%61t; name*1=.pdf\nContent-Transfer-Encoding: base64\n"
        "Content-Disposition: attachment\n\n"
        + "JVBERi0xLjQKJeLjz9MKMyAwIG9iago8PC9GaWx0ZXIvRmxhdGVEZWNvZGU+\n"
        * 4,
        "Content-Type: message/rfc822\n\nFrom: siti@warga.example\nSubject: lama\n\nisi lama",
        "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR",
    )
    uuencoded = mail("Berkas:\n\nbegin 644 surat.txt\n#0V%T\n`\nend\n")
    return (*plain, marked, both, attached, uuencoded, bounce(), *outlook())


def outlook() -> tuple[bytes, ...]:
    """A .msg as it lies in a folder, and a winmail.dat whose bytes stand as they are, so that damage reaches them."""
    letter = outlook_files.msg(
        {0x0037: "Laporan", 0x1000: FORM, 0x0C1F: "budi@warga.example", 0x1013: HTML.encode()},
        recipients=((1, "Kantor", "kantor@ombudsman.example"),),
        files=(("surat.pdf", b"%PDF-1.4 isi"),),
        inner={0x0037: "lama", 0x1000: REPLY},
    )
    packed = outlook_files.winmail(
        outlook_files.winmail_file("surat.pdf", b"%PDF-1.4 isi"), outlook_files.winmail_file("a.txt", b"halo")
    )
    head = (
        b"From: budi@warga.example\r\nSubject: berkas\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: binary\r\n\r\n'
    )
    return letter, head + packed


def bounce() -> bytes:
    text = (
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\nReturn-Path: <>\n"
        "Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        f"Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n{DSN}--b--\n"
    )
    return text.replace("\n", "\r\n").encode()


def shared(*folders: str) -> tuple[bytes, ...]:
    """The mails beside the checkout; none where there are none."""
    if not SHARED.is_dir():
        return ()
    names = folders or (
        "corpus/parse",
        "corpus/bounces",
        "corpus/forwards",
        "corpus/autoreplies",
        "indonesia/mails",
    )
    paths = sorted(path for name in names for path in (SHARED / name).rglob("*") if path.is_file())
    return tuple(path.read_bytes() for path in paths if path.stat().st_size <= _BIGGEST)


def texts() -> tuple[bytes, ...]:
    """Bodies of mails: those above, and replies beside the checkout."""
    found = shared("corpus/replies", "corpus/forwards/crisp-forward")
    return (*(text.encode() for text in TEXTS), *found)
