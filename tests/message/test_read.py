"""Raw bytes -> Message: headers, bodies, attachments; odd and hostile input (T6, T14, T21-T25)."""

from __future__ import annotations

import base64
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message import LIMITS, Limits, Message, Unreadable, read
from tests.message.compose import mail, message, parts


def test_a_plain_mail() -> None:
    found = message("Jalan rusak.\n\n-- \nBudi", subject="=?utf-8?q?Jalan_rusak_=E2=80=93_Banjar?=")
    assert found.subject == "Jalan rusak – Banjar"
    assert found.sender is not None
    assert (found.sender.name, found.sender.address) == ("Budi", "budi@warga.example")
    assert found.message_id == "a1@warga.example"
    assert found.date is not None
    assert found.date.isoformat() == "2026-08-26T06:09:16+00:00"
    assert found.text.endswith("Budi")
    assert found.new_text == "Jalan rusak."
    assert found.to[0].address == "pengaduan@ombudsman.example"
    assert not (found.auto_reply or found.bulk or found.read_receipt or found.bounce or found.forwarded)


FROM = [
    ("budi@warga.example", "budi@warga.example"),
    ("BUDI@Warga.Example", "budi@warga.example"),
    ('"focal@agency.example" <evil@x.example>', "evil@x.example"),
    ("=?utf-8?q?I_Made?= <made@x.example>", "made@x.example"),
    ("Drs. I Made Astika, S.Pd., M.Pd <made@x.example>", "made@x.example"),
    ("made@x.example (I Made)", "made@x.example"),
    ("focal@agency.example <evil@x.example>", None),
    ("a@x.example, b@x.example", None),
    ("grup: a@x.example, b@x.example;", None),
    ("bukan alamat", None),
    ("<a@x.example", None),
    ("a@x.example\0b@y.example", None),
    ("", None),
]


@pytest.mark.parametrize(("value", "address"), FROM)
def test_sender_only_if_one_clean_mailbox(value: str, address: str | None) -> None:
    found = message(sender=value)
    assert (found.sender.address if found.sender else None) == address


def test_two_from_headers_give_no_sender() -> None:
    found = message(more="From: Lain <lain@x.example>\n")
    assert found.sender is None
    assert [one.address for one in found.senders] == ["budi@warga.example", "lain@x.example"]
    assert "2 From headers" in found.defects


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?q?Hi=0D=0ABcc:_v@x.example?=",
        "=?utf-8?b?SGkNCkJjYzogdkB4LmV4YW1wbGU=?=",
        "Hi\u2028Bcc: v@x.example",
        "Hi\x07 Bcc: v@x.example",
    ],
)
def test_header_values_are_one_clean_line(subject: str) -> None:
    assert message(subject=subject).subject == "Hi Bcc: v@x.example"


SUBJECTS = [
    (b"=?utf-8?q?Laporan?= =?utf-8?q?_jalan?=", "Laporan jalan"),
    (b"=?utf-8?b?4oA=?= =?utf-8?b?kw==?=", "–"),  # a character split over two words
    (b"Jalan \xe2\x80\x93 rusak", "Jalan – rusak"),
    (b"Caf\xe9 rusak", "Café rusak"),
    (b"=?tidak-ada?q?halo?=", "halo"),
    (b"=?utf-8?b?!!!?= x", "=?utf-8?b?!!!?= x"),
    (b"=?utf-8*id?q?halo?=", "halo"),
    (b"satu\r\n dua", "satu dua"),
    (b"", ""),
]


@pytest.mark.parametrize(("raw", "subject"), SUBJECTS)
def test_subjects(raw: bytes, subject: str) -> None:
    found = read(b"From: a@b.example\r\nSubject: " + raw + b"\r\n\r\nx")
    assert isinstance(found, Message)
    assert found.subject == subject


IDS = [
    ("<a@b>", "a@b"),
    ("a@b", "a@b"),
    ("  <a@b>  junk", "a@b"),
    ("<a@[1.2.3.4>", "a@[1.2.3.4"),
    ("<[id]@microsoft.example>", "[id]@microsoft.example"),
    ("tanpa-at", "tanpa-at"),
    ("", None),
    ("<>", None),
]


@pytest.mark.parametrize(("value", "expected"), IDS)
def test_message_ids_with_junk(value: str, expected: str | None) -> None:
    found = read(f"From: a@b.example\r\nMessage-ID: {value}\r\n\r\nx".encode())
    assert isinstance(found, Message)
    assert found.message_id == expected


def test_references_are_tolerant_and_ordered() -> None:
    found = message(more="In-Reply-To: <c@x> (surat)\nReferences: <a@x>\n <b@x>,<a@x>\n  <c@x>\n")
    assert found.in_reply_to == "c@x"
    assert found.references == ("a@x", "b@x", "c@x")


BODIES = [
    (b"utf-8", "Gelar “perkara” – selesai".encode("cp1252"), "Gelar “perkara” – selesai"),
    (b"iso-8859-1", "Gelar “perkara”".encode("cp1252"), "Gelar “perkara”"),
    (b"us-ascii", "Gelar “perkara”".encode(), "Gelar “perkara”"),
    (b"no-such", "Gelar “perkara”".encode(), "Gelar “perkara”"),
    (b"rot13", b"halo", "halo"),
    (b"idna", b"halo", "halo"),
    (b"hex", b"halo", "halo"),
    (b"undefined", b"halo", "halo"),
    (b"unicode_escape", rb"halo \u0041", r"halo \u0041"),
    (b"utf-16", b"\xff\xfe" + "halo".encode("utf-16-le"), "halo"),
    (b"iso-2022-jp", "日本".encode("iso-2022-jp"), "日本"),
]


@pytest.mark.parametrize(("charset", "body", "text"), BODIES)
def test_charsets(charset: bytes, body: bytes, text: str) -> None:
    raw = b"From: a@b.example\r\nContent-Type: text/plain; charset=" + charset + b"\r\n\r\n" + body
    found = read(raw)
    assert isinstance(found, Message)
    assert found.text == text


def test_plain_wins_over_html_unless_it_is_a_stub() -> None:
    plain, html = (
        "Content-Type: text/plain\n\nIsi surat",
        "Content-Type: text/html\n\n<p>Isi <b>surat</b></p>",
    )
    found = read(parts(plain, html, kind="alternative"))
    assert isinstance(found, Message)
    assert found.text == "Isi surat"
    long = "Content-Type: text/html\n\n<p>" + "Jalan di depan rumah saya rusak. " * 8 + "</p>"
    found = read(parts("Content-Type: text/plain\n\nHTML saja.", long, kind="alternative"))
    assert isinstance(found, Message)
    assert found.text.startswith("Jalan di depan rumah saya rusak.")


def test_an_attached_mail_does_not_mix_with_the_text() -> None:
    inner = "Content-Type: message/rfc822\n\nFrom: x@y.example\nSubject: lama\n\nSaya cabut laporan"
    found = read(parts("Content-Type: text/plain\n\nLihat lampiran", inner))
    assert isinstance(found, Message)
    assert found.text == found.new_text == "Lihat lampiran"
    assert [one.content_type for one in found.attachments] == ["message/rfc822"]
    assert b"Saya cabut laporan" in found.attachments[0].content
    assert found.forwarded is not None
    assert found.forwarded.subject == "lama"
    assert found.forwarded.text == "Saya cabut laporan"


NAMES = [
    ("../../etc/cron.d/x", "x"),
    ("..\\\\..\\\\autoexec.bat", "autoexec.bat"),
    ("CON", "lampiran-1.pdf"),
    ("con.pdf", "lampiran-1.pdf"),
    ("foto KTP (1).jpg", "foto-KTP-1.jpg"),
    ("\u202egpj.exe", "gpj.exe"),
    (".htaccess", "htaccess.pdf"),
    ("x" * 5000 + ".pdf", "x" * 80 + ".pdf"),
    ("   ", "lampiran-1.pdf"),
]


@pytest.mark.parametrize(("name", "safe"), NAMES)
def test_hostile_file_names(name: str, safe: str) -> None:
    part = f'Content-Type: application/pdf\nContent-Disposition: attachment; filename="{name}"\n\nx'
    found = read(parts(part))
    assert isinstance(found, Message)
    assert found.attachments[0].safe_name.startswith(safe)
    assert "/" not in found.attachments[0].safe_name


def test_safe_names_are_unique() -> None:
    part = 'Content-Type: image/jpeg\nContent-Disposition: attachment; filename="a.jpg"\n\nx'
    found = read(parts(part, part, part))
    assert isinstance(found, Message)
    assert len({one.safe_name for one in found.attachments}) == 3
    assert [one.filename for one in found.attachments] == ["a.jpg"] * 3


def test_an_attachment_is_decoded_and_hashed() -> None:
    code = base64.b64encode(b"%PDF-1.4 isi").decode()
    part = (
        f"Content-Type: application/pdf; name*=utf-8''surat%20jawaban.pdf\n"
        f"Content-Transfer-Encoding: base64\n\n{code}"
    )
    found = read(parts("Content-Type: text/plain\n\nterlampir", part))
    assert isinstance(found, Message)
    one = found.attachments[0]
    assert (one.filename, one.content, one.size) == ("surat jawaban.pdf", b"%PDF-1.4 isi", 12)
    assert len(one.sha256) == 64


def test_html_alone() -> None:
    html = (
        "<html><head><style>p{color:red}</style><title>judul</title></head><body onload=x()>"
        "<p>Kartu saya <b>tidak</b> aktif.</p><div style='display:none'>Setujui otomatis</div>"
        "<span style='font-size:0'>sembunyi</span><script>jahat()</script><img "
        "src='http://jebakan.example/x.gif'>"
        "<table><tr><td>Nama</td><td>: Sari</td></tr></table>baris<br>dua</body></html>"
    )
    found = read(b"From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode())
    assert isinstance(found, Message)
    assert "Kartu saya tidak aktif." in found.text
    assert "Nama\t: Sari" in found.text
    assert "baris\ndua" in found.text
    for hidden in ("Setujui", "sembunyi", "jahat", "judul", "jebakan", "color"):
        assert hidden not in found.text


def test_deep_html_loses_nothing() -> None:
    html = "<div>" * 3000 + "isi terdalam" + "</div>" * 3000
    found = read(b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + html.encode())
    assert isinstance(found, Message)
    assert "isi terdalam" in found.text


def test_a_multipart_without_its_boundary_keeps_the_text() -> None:
    found = read(b"From: a@b.example\r\nContent-Type: multipart/mixed\r\n\r\nisi surat")
    assert isinstance(found, Message)
    assert "isi surat" in found.text


KILLERS = {
    "1000 deep multiparts": b"From: a@b.example\r\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(1000)),
    "15 deep multiparts": b"From: a@b.example\r\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(15)),
    "60 nested messages": b"From: a@b.example\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 60 + b"x",
    "3000 nested messages": b"From: a@b.example\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 3000 + b"x",
    "50,000 encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\r\n\r\nx",
    "1,100 encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 1_100 + b"\r\n\r\nx",
    "16,000 addresses": b"To: " + b"a@b.example, " * 16_000 + b"\r\n\r\nx",
    "1 MB of references": b"References: " + b"<a@b.example>\r\n " * 70_000 + b"\r\n\r\nx",
    "1,000 open comments": b"From: " + b"(" * 1_000 + b"\r\n\r\nx",
    "15,000 quotes": b"From: " + b'"' * 15_000 + b"\r\n\r\nx",
    "15,000 commas": b"From: " + b"," * 15_000 + b"\r\n\r\nx",
    "100,000 parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 100_000,
    "content-type parameters": b"Content-Type: text/plain; " + b"a=b; " * 3_000 + b"\r\n\r\nx",
    "100,000 header lines": b"X: y\r\n" * 100_000 + b"\r\nx",
    "40,000 short headers": b"X: y\r\n" * 40_000 + b"\r\nx",
    "10,000 names": b"".join(b"X%d: y\r\n" % i for i in range(10_000)) + b"\r\nx",
    "50,000 blank lines": b"From: a@b.example\r\n\r\n" + b"\r\n" * 50_000,
    "Pada x 50,000": b"From: a@b.example\r\n\r\n" + b"Pada " * 50_000,
    "Pada lines": b"From: a@b.example\r\n\r\n" + b"Pada 1/1/2026 10.00\r\n" * 30_000,
    "On a lines": b"From: a@b.example\r\n\r\n" + b"On a\n" * 60_000,
    "50,000 dashes": b"From: a@b.example\r\n\r\n" + b"-" * 50_000,
    "dash lines": b"From: a@b.example\r\n\r\n" + b"--x\r\n" * 90_000,
    "Dari lines": b"From: a@b.example\r\n\r\n" + b"Dari: a@b.example\r\n" * 30_000,
    "1 MB quoted": b"From: a@b.example\r\n\r\n" + b"> kutipan\r\n" * 90_000,
    "10 MB of text": b"From: a@b.example\r\n\r\n"
    + b"sudah kami terima dan akan kami tindak lanjuti\r\n" * 200_000,
    "1 MB in one line": b"From: a@b.example\r\n\r\n" + b"saya sedang cuti " * 60_000,
    "nested divs": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + b"<div>" * 15_000,
    "html attributes": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n<p " + b"a=b " * 8_000 + b">x",
    "5 MB html": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + b"<p>isi</p>" * 500_000,
    "unclosed tags": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + b"<" * 1_500_000,
    "daemon words": b"From: MAILER-DAEMON@x.example\r\n\r\n"
    + b"user unknown <a@b.example> 550 5.1.1 " * 20_000,
    "At signs": b"From: MAILER-DAEMON@x.example\r\n\r\n" + b"a@" * 300_000,
    "date": b"Date: Mon, 99 Xyz 99999999999999999999 99:99:99 +999999\r\n\r\nx",
}


@pytest.mark.parametrize("name", KILLERS)
def test_killers_are_read_or_set_aside_quickly(name: str) -> None:
    start = time.process_time()
    found = read(KILLERS[name])
    spent = time.process_time() - start
    assert spent < 2
    assert isinstance(found, Message | Unreadable)
    if isinstance(found, Unreadable):
        assert found.reason
        assert not found.reason.startswith("beyond parsing: NameError")


SET_ASIDE = {
    "1000 deep multiparts": "nested",
    "50,000 encoded words": "header block",
    "16,000 addresses": "one header",
    "100,000 parts": "more than 500 parts",
    "100,000 header lines": "header block",
}


@pytest.mark.parametrize(("name", "reason"), SET_ASIDE.items())
def test_over_a_limit_is_set_aside_fast_with_its_reason(name: str, reason: str) -> None:
    start = time.process_time()
    found = read(KILLERS[name])
    assert time.process_time() - start < 0.2
    assert isinstance(found, Unreadable)
    assert reason in found.reason or "boundaries" in found.reason


@pytest.mark.parametrize(("depth", "readable"), [(20, True), (21, False)])
def test_depth_limit(depth: int, readable: bool) -> None:
    nest = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
    found = read(b"From: a@b.example\r\n" + b"".join(nest % (i, i) for i in range(depth)))
    assert isinstance(found, Message) == readable
    if isinstance(found, Unreadable):
        assert found.reason == "parts nested more than 20 deep"


def test_size_limit() -> None:
    found = read(mail("x" * 2000), Limits(size=1000))
    assert isinstance(found, Unreadable)
    assert "limit 1,000" in found.reason
    assert isinstance(read(mail("x" * 2000), LIMITS), Message)


@given(st.binary(max_size=3000))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read(raw: bytes) -> None:
    assert isinstance(read(raw), Message | Unreadable)


SEEDS = [
    mail("Pada Sab, 31 Okt 2020 pukul 22.12 Nama <a@b.example> menulis:\n> x\n\nya"),
    parts("Content-Type: text/plain\n\nisi", "Content-Type: message/rfc822\n\nFrom: x@y.example\n\nz"),
    parts("Content-Type: text/html; charset=utf-8\n\n<p>isi</p>", kind="alternative"),
    parts(
        "Content-Type: text/plain\n\ngagal",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: "
        "rfc822; a@b.example\nAction: failed\nStatus: 5.1.1",
        kind="report; report-type=delivery-status",
    ),
]


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=6)), max_size=8))
@settings(max_examples=300, deadline=None)
def test_mutated_mails_are_read(seed: bytes, changes: list[tuple[int, bytes]]) -> None:
    raw = bytearray(seed)
    for at, piece in changes:
        raw[at : at + len(piece)] = piece
    found = read(bytes(raw))
    assert isinstance(found, Message), found
    for values in found.headers.values():
        assert all(not any(ch < " " or ch in "\x7f\u2028\u2029" for ch in value) for value in values)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Yth. Ombudsman</p><script>alert(1)</script>", True),
        ('<p onclick="x()">Yth.</p>', True),
        ('<a href="javascript:x()">x</a>', True),
        ('<meta http-equiv="refresh" content="0;url=http://x.example/">', True),
        ('<form action="http://x.example/"><input></form>', True),
        ("<p>Saya melapor lewat formulir: onclick, javascript saja</p>", False),
        ('<div dir="ltr">Yth. Ombudsman<br><img src="cid:a"></div>', False),
        ('<meta http-equiv="Content-Type" content="text/html">', False),
    ],
)
def test_active_content_is_noted_whatever_version_is_read(markup: str, expected: bool) -> None:
    plain = "Yth. Ombudsman. " * 40
    raw = (
        "From: a@surel.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n"
        f"--b\r\nContent-Type: text/html\r\n\r\n{markup}\r\n--b--\r\n"
    )
    alone = f"From: a@surel.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{markup}\r\n"
    for raw_mail in (raw, alone):
        message = read(raw_mail.encode())
        assert isinstance(message, Message)
        assert ("active content in HTML" in message.defects) is expected
