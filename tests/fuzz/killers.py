"""Inputs that are known to have killed readers of mail, made on the spot (reliability.md T21-T25)."""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable, Mapping

from tests.message.compose import parts

_FROM = b"From: a@b.example\r\n"
_HTML = _FROM + b"Content-Type: text/html; charset=utf-8\r\n\r\n"
_TEXT = _FROM + b"Content-Type: text/plain; charset=utf-8\r\n\r\n"

Maker = Callable[[], bytes]


def attached(content: bytes, name: str, kind: str = "application/octet-stream") -> bytes:
    """A mail with one attachment in base64."""
    coded = base64.encodebytes(content).decode("ascii")
    return parts(
        "Content-Type: text/plain\n\nTerlampir.",
        f'Content-Type: {kind}; name="{name}"\nContent-Transfer-Encoding: base64\n'
        f"Content-Disposition: attachment\n\n{coded}",
    )


def multiparts(depth: int) -> bytes:
    head = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(depth)
    )
    return _FROM + head + b"\r\nisi"


def messages(depth: int) -> bytes:
    return _FROM + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"isi"


def enclosed(depth: int) -> bytes:
    """Multiparts and messages by turns, each properly closed."""
    data = b"Content-Type: text/plain\r\n\r\nisi"
    for level in range(depth):
        mark = b"m%d" % level
        data = (
            b"Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%s\r\n"
            b"Content-Type: message/rfc822\r\n\r\n%s\r\n--%s--\r\n" % (mark, mark, data, mark)
        )
    return _FROM + data


def compound(chain: tuple[int, ...]) -> bytes:
    """An Outlook .msg (MS-CFB) whose allocation table goes round in circles."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)  # one sector of the table; the directory begins in sector 1
    struct.pack_into("<IIIII", header, 56, 4096, 1, 1, 0xFFFFFFFE, 0)
    struct.pack_into("<I", header, 76, 0)
    table = struct.pack("<128I", *(chain * 128)[:128])
    root = "Root Entry\0".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBBIII", 22, 5, 1, 1, 1, 1)
    directory = (root.ljust(116, b"\0") + struct.pack("<IQ", 1, 1 << 31)).ljust(512, b"\0")
    return bytes(header) + table + directory * 4


def winmail(length: int) -> bytes:
    """A winmail.dat (MS-OXTNEF) whose attributes claim more than there is, many times over."""
    attribute = struct.pack("<BII", 2, 0x0006900F, length)
    return struct.pack("<IH", 0x223E9F78, 1) + (attribute + b"\0" * 6) * 20_000


def png(side: int) -> bytes:
    """The head of a picture that would unfold to gigabytes."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", side, side) + b"\x08\x06\0\0\0" + b"\0" * 64


NESTED: Mapping[str, Maker] = {
    "1,000 multiparts deep": lambda: multiparts(1_000),
    "300 multiparts deep": lambda: multiparts(300),
    "20 multiparts deep": lambda: multiparts(20),
    "1,000 messages deep": lambda: messages(1_000),
    "30 messages deep": lambda: messages(30),
    "15 messages in multiparts": lambda: enclosed(15),
    "200 messages in multiparts": lambda: enclosed(200),
    "100,000 parts": lambda: b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 100_000,
    "a line of boundaries": lambda: b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b" * 2_000_000,
    "boundaries between returns": lambda: (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"\r--bx" * 150_000
    ),
    "one boundary at every depth": lambda: b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 500,
    "blank boundary": lambda: b'Content-Type: multipart/mixed; boundary=""\r\n\r\n' + b"--\r\n\r\n" * 50_000,
}
HEADERS: Mapping[str, Maker] = {
    "50,000 encoded words": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\r\n\r\nx",
    "encoded words up to the limit": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 1_100 + b"\r\n\r\nx",
    "encoded words in 15 fields": lambda: (
        (b"Subject: " + b"=?big5?b?pKQ=?=\r\n " * 800 + b"x\r\n") * 15 + b"\r\nx"
    ),
    "half encoded words": lambda: b"Subject: " + b"=?utf-8?q?" * 1_500 + b"\r\n\r\nx",
    "16,000 addresses": lambda: b"To: " + b"a@b.example, " * 16_000 + b"\r\n\r\nx",
    "100 addresses with comments": lambda: b"To: " + b"(((a))) b <a@b.example>, " * 99 + b"\r\n\r\nx",
    "1 MB of references": lambda: b"References: " + b"<a@b.example>\r\n " * 70_000 + b"\r\n\r\nx",
    "1,000 open brackets": lambda: b"From: " + b"(" * 1_000 + b"\r\n\r\nx",
    "16,000 open brackets": lambda: b"From: " + b"(" * 16_000 + b"\r\n\r\nx",
    "16,000 backslashes": lambda: b'From: "' + b"\\" * 16_000 + b"\r\n\r\nx",
    "16,000 open angles": lambda: b"From: " + b"<" * 16_000 + b"\r\n\r\nx",
    "16,000 colons": lambda: b"To: " + b"a:" * 8_000 + b";\r\n\r\nx",
    "routes": lambda: b"To: <" + b"@a,".replace(b"@", b"") * 5_000 + b":a@b.example>\r\n\r\nx",
    "100,000 lines": lambda: b"X: y\r\n" * 100_000 + b"\r\nx",
    "500,000 lines": lambda: b"X:\r\n" * 500_000 + b"\r\nx",
    "40,000 fields": lambda: b"X: y\r\n" * 40_000 + b"\r\nx",
    "15,000 foldings": lambda: b"Subject: " + b"\r\n a" * 4_000 + b"\r\n\r\nx",
    "3,000 parameters": lambda: b"Content-Type: text/plain; " + b"a=b; " * 3_000 + b"\r\n\r\nx",
    "RFC 2231, 2,000 pieces": lambda: (
        b"Content-Type: text/plain;" + b"".join(b" name*%d*=%%61;" % i for i in range(1_000)) + b"\r\n\r\nx"
    ),
    "a literal that never closes": lambda: b"Message-ID: <a@[1.2.3.4>\r\nFrom: a@[\r\n\r\nx",
    "a date of digits": lambda: b"Date: " + b"9" * 15_000 + b"\r\n\r\nx",
    "100 results of 15 KB": lambda: (
        b"Authentication-Results: x; " + b"(" * 7_000 + b")" * 7_000 + b"\r\n\r\nx"
    ),
}
TEXTS: Mapping[str, Maker] = {
    "50,000 blank lines": lambda: _TEXT + b"\r\n" * 50_000,
    "Pada x 50,000": lambda: _TEXT + b"Pada " * 50_000,
    "Pada tanggal x 30,000": lambda: _TEXT + b"Pada tanggal Sen, 3 Agu 2026 pukul 14.11\r\n" * 30_000,
    "On a x 60,000": lambda: _TEXT + b"On a\n" * 60_000,
    "On and no end": lambda: _TEXT + b"On Mon, Aug 3, 2026 at 2:11 PM A <a@b.example>\r\n" * 20_000,
    "50,000 dashes": lambda: _TEXT + b"-" * 50_000,
    "50,000 items": lambda: _TEXT + b"- butir\r\n" * 50_000,
    "50,000 quote marks": lambda: _TEXT + b">" * 50_000 + b" x",
    "quotes by turns": lambda: _TEXT + b"> a\r\nb\r\n" * 40_000,
    "Dari x 30,000": lambda: _TEXT + b"Dari: a@b.example\r\n" * 30_000,
    "signatures": lambda: _TEXT + b"-- \r\n" * 50_000,
    "labels": lambda: _TEXT + b"Nama : \r\nNIK : \r\nAlamat :\r\n" * 15_000,
    "labels in one line": lambda: _TEXT + b"Nama: " * 60_000,
    "digits": lambda: _TEXT + b"1" * 500_000,
    "numbers": lambda: _TEXT + b"5103054408850000 " * 20_000,
    "telephones": lambda: _TEXT + b"0812-0000-3318 " * 20_000,
    "dates": lambda: _TEXT + b"tanggal 12 Agustus 2026 sampai 13/8/2026, " * 10_000,
    "tabs": lambda: _TEXT + b"Best" + b"\t" * 200_000 + b"x",
    "years": lambda: _TEXT + b"Mon, Aug 3, 2026 at 2:11 PM " * 4_000,
    "case numbers": lambda: _TEXT + b"0012/LM/VIII/2026/DPS " * 20_000,
    "half case numbers": lambda: _TEXT + b"0012/LM/" * 60_000,
    "offices": lambda: _TEXT + b"Dinas Pendidikan Kabupaten " * 10_000,
    "places": lambda: _TEXT + b"Kota Kabupaten Kupang Manggarai Barat " * 8_000,
    "one word": lambda: _TEXT + b"a" * 1_000_000,
    "one long word": lambda: _TEXT + b"".join(b"%x" % (i * 2_654_435_761) for i in range(10_000)),
    "one sentence": lambda: _TEXT + b"sudah saya tanyakan ke kantor dan belum ada jawaban " * 20_000,
    "dots": lambda: _TEXT + b"a." * 300_000,
    "commands": lambda: _TEXT + b"1 ok\r\n" * 60_000,
    "uuencode": lambda: _TEXT + b"begin 644 a\r\n" * 30_000,
    "accents": lambda: _TEXT + ("a" + "\u0301" * 100_000).encode(),
    "right to left": lambda: _TEXT + "\u202ea\u202d".encode() * 100_000,
    "quoted-printable": lambda: (
        _FROM + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=\r\n" * 200_000 + b"=E" * 100_000
    ),
    "base64 of one letter lines": lambda: (
        _FROM + b"Content-Transfer-Encoding: base64\r\n\r\n" + b"Q\r\n" * 300_000
    ),
}
PAGES: Mapping[str, Maker] = {
    "15,000 divs": lambda: _HTML + b"<div>" * 15_000 + b"isi",
    "100,000 divs": lambda: _HTML + b"<div>" * 100_000,
    "5,000 quotes": lambda: _HTML + b"<blockquote>" * 5_000 + b"isi",
    "tables in tables": lambda: _HTML + b"<table><tr><td>" * 5_000 + b"isi",
    "unclosed tags": lambda: _HTML + b"<" * 900_000,
    "unclosed comment": lambda: _HTML + b"<!--" * 200_000,
    "attributes": lambda: _HTML + b"<p " + b"a=b " * 100_000 + b">isi",
    "entities": lambda: _HTML + b"&#x1F600;&nbsp;&amp" * 50_000,
    "bold in italic": lambda: _HTML + b"<b><i>" * 20_000 + b"isi",
    "misnested": lambda: _HTML + b"<a><p></a></p>" * 10_000,
    "styles": lambda: _HTML + b"<p style='display:none;color:#fff'>x</p>" * 20_000,
    "5 MB": lambda: _HTML + b"<p>isi</p>" * 500_000,
    "line breaks": lambda: _HTML + b"<br>" * 200_000,
}
CHARSETS = (
    "no-such", "rot13", "idna", "hex", "undefined", "punycode", "utf-7", "utf-16", "utf-32", "unicode_escape",
    "raw_unicode_escape", "zlib", "bz2", "base64", "uu", "mbcs", "x" * 500, "\x7f", "",
)  # fmt: skip
FILES: Mapping[str, Maker] = {
    "a .msg that goes in circles": lambda: attached(compound((0,)), "surat.msg"),
    "a .msg of two circles": lambda: attached(compound((1, 0)), "surat.msg"),
    "a .msg that runs out": lambda: attached(compound((2, 3, 900_000)), "surat.msg"),
    "winmail.dat of lies": lambda: attached(winmail(0xFFFFFFFF), "winmail.dat", "application/ms-tnef"),
    "winmail.dat of nothings": lambda: attached(winmail(0), "winmail.dat", "application/ms-tnef"),
    "a picture of 50,000 by 50,000": lambda: attached(png(50_000), "foto.png", "image/png"),
    "a name of 5,000 letters": lambda: attached(b"x", "../" + "a" * 5_000 + ".pdf"),
}
