"""winmail.dat, .msg and the rich text in them."""

from __future__ import annotations

import base64
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message import Message, Unreadable, outlook, read, read_attached, rtf, tnef
from tests.message.outlook_files import (
    attribute,
    compound,
    filetime,
    msg,
    properties,
    utf16,
    winmail,
    winmail_file,
)

SENT = datetime(2026, 8, 26, 6, 9, 16, tzinfo=UTC)
PDF = b"%PDF-1.4 " + b"isi " * 2000


def carrying(data: bytes, *, kind: str, name: str, text: str | None = None) -> bytes:
    """A mail with this file attached, and a text beside it unless None."""
    code = base64.encodebytes(data).decode()
    head = "From: a@dinas.example\nSubject: Jawaban\nMIME-Version: 1.0\n"
    file = f"Content-Type: {kind}; name={name}\nContent-Transfer-Encoding: base64\n\n{code}"
    if text is None:
        return (head + file).encode()
    return (
        f"{head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\n{file}\n--b--\n"
    ).encode()


def found_in(raw: bytes) -> Message:
    found = read(raw)
    assert isinstance(found, Message), found
    return found


# --- winmail.dat

BODY = winmail(
    attribute(1, 0x00069007, struct.pack("<II", 1252, 0)),
    attribute(1, 0x0002800C, "Sudah kami tindak lanjuti – terima kasih.".encode("cp1252") + b"\0"),
    winmail_file("Surat Jawaban.pdf", PDF),
)


def test_winmail_alone_is_the_text_and_its_files_are_attachments() -> None:
    found = found_in(carrying(BODY, kind="application/ms-tnef", name="winmail.dat"))
    assert found.text == "Sudah kami tindak lanjuti – terima kasih."
    assert [(one.filename, one.content_type) for one in found.attachments] == [
        ("Surat Jawaban.pdf", "application/pdf"),
        ("winmail.dat", "application/ms-tnef"),
    ]
    assert found.attachments[0].content == PDF
    assert found.attachments[1].content == BODY


def test_the_text_of_winmail_is_not_said_twice() -> None:
    found = found_in(carrying(BODY, kind="application/ms-tnef", name="winmail.dat", text="Terlampir."))
    assert found.text == "Terlampir."
    assert found.attachments[0].filename == "Surat Jawaban.pdf"


def test_winmail_under_another_type_is_known_by_its_first_bytes() -> None:
    found = found_in(carrying(BODY, kind="application/octet-stream", name="ATT1.dat"))
    assert found.attachments[0].filename == "Surat Jawaban.pdf"


def test_winmail_with_html_in_its_properties() -> None:
    html = b"<html><body><p>Yth. Bapak</p><p>Surat kami lampirkan.</p></body></html>"
    listed = properties(html=(0x1013, 0x102, html), subject=(0x0037, 0x1F, utf16("Jawaban")))
    found = found_in(
        carrying(winmail(attribute(1, 0x00069003, listed)), kind="application/ms-tnef", name="winmail.dat")
    )
    assert found.text == "Yth. Bapak\n\nSurat kami lampirkan."


def test_winmail_with_a_mail_inside() -> None:
    inner = winmail(
        attribute(1, 0x00018004, b"Permintaan data\0"),
        attribute(1, 0x0002800C, b"Mohon dikirim.\0"),
        attribute(
            1,
            0x00069003,
            properties(a=(0x0C1A, 0x1F, utf16("Ni Luh")), b=(0x5D01, 0x1F, utf16("niluh@dinas.example"))),
        ),
    )
    identity = bytes.fromhex("0703020000000000c000000000000046")
    attached = attribute(2, 0x00069002, b"\0" * 14) + attribute(
        2,
        0x00069005,
        properties(d=(0x3701, 0x0D, identity + inner), n=(0x3001, 0x1F, utf16("Permintaan data"))),
    )
    found = found_in(
        carrying(winmail(attached), kind="application/ms-tnef", name="winmail.dat", text="Mohon ditelaah.")
    )
    one = found.attachments[0]
    assert one.content_type == "message/rfc822"
    mail = read_attached(one)
    assert isinstance(mail, Message)
    assert (mail.subject, mail.text) == ("Permintaan data", "Mohon dikirim.")
    assert mail.sender is not None
    assert (mail.sender.name, mail.sender.address) == ("Ni Luh", "niluh@dinas.example")
    assert "Mohon dikirim" not in found.text


@pytest.mark.parametrize("end", [0, 1, 4, 6, 20, 60, 120, 150, len(BODY) - 10])
def test_a_cut_winmail_stays_an_attachment_and_is_noted(end: int) -> None:
    cut = BODY[:end]
    found = found_in(carrying(cut, kind="application/ms-tnef", name="winmail.dat", text="Terlampir."))
    assert found.attachments[-1].content == cut
    assert any("winmail.dat" in defect for defect in found.defects)


def test_a_time_zone_property_and_unknown_ones_are_passed_over() -> None:
    listed = properties(
        when=(0x0039, 0x40, filetime(SENT)),
        number=(0x0E08, 0x03, struct.pack("<i", 7)),
        flag=(0x0E1B, 0x0B, struct.pack("<i", 1)),
        text=(0x1000, 0x1F, utf16("Isi")),
    )
    item = tnef.read(winmail(attribute(1, 0x00069003, listed)))
    assert item is not None
    assert item.properties[0x0039] == SENT
    assert item.text(0x1000) == "Isi"
    assert item.whole


@given(st.binary(max_size=400), st.integers(0, 300))
@settings(max_examples=200, deadline=None)
def test_any_winmail_is_read(noise: bytes, at: int) -> None:
    tnef.read(tnef.SIGNATURE + noise)
    damaged = bytearray(BODY[:600])
    damaged[at : at + len(noise[:20])] = noise[:20]
    raw = carrying(bytes(damaged), kind="application/ms-tnef", name="winmail.dat", text="x")
    found = found_in(raw)
    assert any(one.content == bytes(damaged) for one in found.attachments)


# --- .msg

LETTER = msg(
    {
        0x0037: "Laporan: sertipikat belum terbit",
        0x1000: "Yth. Ombudsman,\r\nmohon bantuan.",
        0x0C1A: 'I Wayan "Contoh", S.Pd',
        0x0C1F: "/O=KANTOR/CN=WAYAN",
        0x5D01: "wayan@warga.example",
        0x1035: "<a1@surel.example>",
        0x1042: "<b1@surel.example>",
    },
    times={0x0039: SENT},
    recipients=((1, "Ombudsman Bali", "bali@ombudsman.example"), (2, "Dinas", "dinas@pemda.example")),
    files=(("Surat Tanah – Ubud.pdf", PDF),),
    inner={0x0037: "Surat lama", 0x1000: "Isi lama", 0x5D01: "b@pemda.example"},
)


def test_a_msg_file_is_a_mail() -> None:
    found = found_in(LETTER)
    assert found.subject == "Laporan: sertipikat belum terbit"
    assert found.text == "Yth. Ombudsman,\nmohon bantuan."
    assert found.sender is not None
    assert found.sender.address == "wayan@warga.example"
    assert found.sender.name == "I Wayan 'Contoh', S.Pd"
    assert found.date == SENT
    assert (found.message_id, found.in_reply_to) == ("a1@surel.example", "b1@surel.example")
    assert [one.address for one in (*found.to, *found.cc)] == [
        "bali@ombudsman.example",
        "dinas@pemda.example",
    ]
    assert [one.filename for one in found.attachments] == ["Surat Tanah – Ubud.pdf", "Surat lama"]
    assert found.attachments[0].content.startswith(PDF)
    inner = read_attached(found.attachments[1])
    assert isinstance(inner, Message)
    assert (inner.subject, inner.text) == ("Surat lama", "Isi lama")


def test_a_large_msg_is_no_header_block() -> None:
    found = found_in(msg({0x0037: "Besar", 0x1000: "Isi"}, files=(("a.bin", b"x" * 400_000),)))
    assert (found.subject, len(found.attachments[0].content)) == ("Besar", 400_000)


def test_a_msg_attached_is_kept_and_is_no_text_of_the_sender() -> None:
    raw = carrying(LETTER, kind="application/vnd.ms-outlook", name="laporan.msg", text="Kami teruskan.")
    found = found_in(raw)
    assert found.text == "Kami teruskan."
    assert [one.content for one in found.attachments] == [LETTER]
    assert found.forwarded is not None
    assert found.forwarded.subject == "Laporan: sertipikat belum terbit"
    mail = read_attached(found.attachments[0])
    assert isinstance(mail, Message)
    assert mail.message_id == "a1@surel.example"


def test_an_eml_under_a_general_type_is_a_mail() -> None:
    eml = b"From: x@warga.example\r\nSubject: Lama\r\n\r\nIsi lama"
    found = found_in(carrying(eml, kind="application/octet-stream", name="laporan.eml", text="Terlampir."))
    mail = read_attached(found.attachments[0])
    assert isinstance(mail, Message)
    assert mail.subject == "Lama"


def test_other_files_are_no_mails() -> None:
    word = compound({"WordDocument": b"isi", "1Table": b"x"})
    found = found_in(carrying(word, kind="application/msword", name="surat.doc", text="Terlampir."))
    assert read_attached(found.attachments[0]) is None
    assert found.forwarded is None
    assert outlook.read(b"PK\x03\x04") is None


@given(st.integers(0, len(LETTER)), st.binary(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_damaged_msg_ends_no_mail(at: int, noise: bytes) -> None:
    damaged = bytearray(LETTER)
    damaged[at : at + len(noise)] = noise
    assert isinstance(read(bytes(damaged)), Message | Unreadable)
    raw = carrying(bytes(damaged), kind="application/vnd.ms-outlook", name="a.msg", text="x")
    assert found_in(raw).attachments[0].content == bytes(damaged)


# --- rich text


def plain_form(source: str) -> bytes:
    raw = source.encode("latin-1")
    return struct.pack("<II4sI", len(raw) + 12, len(raw), b"MELA", 0) + raw


# The two examples of MS-OXRTFCP section 4.
PACKED = [
    (
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
        b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    ),
    ("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
]


@pytest.mark.parametrize(("packed", "expected"), PACKED)
def test_compressed_rich_text(packed: str, expected: bytes) -> None:
    assert rtf.unpacked(bytes.fromhex(packed)) == expected


RICH = [
    (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard Yth. Bapak\par Surat \b kami\b0 .\par}", "Yth. Bapak\nSurat kami.\n"),
    (r"{\rtf1\ansi\ansicpg1252 tanggal 5\'966 Mei}", "tanggal 5–6 Mei"),
    (r"{\rtf1\ansi\uc1 Caf\u233?e \u8220\'93ya\u8221\'94}", "Cafée “ya”"),
    (r"{\rtf1 a\tab b\line c\{d\}\\ e\~f}", "a\tb\nc{d}\\ e\xa0f"),
    (r"{\rtf1{\*\generator Riched20;}{\info{\author Rahasia}}isi{\pict 0102}}", "isi"),
    (r"{\rtf1{\field{\*\fldinst HYPERLINK x}{\fldrslt tautan}} lain}", "tautan lain"),
    (r"{\rtf1 \u-10179?\u-8704?}", "\U0001f600"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text"), RICH)
def test_rich_text(source: str, text: str) -> None:
    found = rtf.read(plain_form(source))
    assert found is not None
    assert (found.text, found.html) == (text, False)


def test_html_inside_rich_text() -> None:
    source = (
        r"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}\htmlrtf \par {\htmlrtf0 Yth. Bapak"
        r"{\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 segera{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0"
        r"{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 x\htmlrtf }\htmlrtf0{\*\htmltag72 </p>}}"
    )
    found = rtf.read(plain_form(source))
    assert found is not None
    assert (found.text, found.html) == ("<p>Yth. Bapak<b>segera</b>&nbsp;x</p>", True)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_rich_text_is_read(noise: bytes) -> None:
    rtf.read(struct.pack("<II4sI", len(noise) + 12, 5000, b"LZFu", 0) + noise)
    rtf.to_text(noise)
