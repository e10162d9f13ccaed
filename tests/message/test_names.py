"""File names as senders' programs write them, and what becomes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message import Message, names, read

# header lines of the part -> the name a person would see
NAMES: list[tuple[bytes, str]] = [
    # RFC 2183 and 2045
    (b"Content-Disposition: attachment; filename=surat.pdf", "surat.pdf"),
    (b'Content-Disposition: attachment; filename="surat jawaban.pdf"', "surat jawaban.pdf"),
    (b"Content-Type: application/pdf; name=surat.pdf", "surat.pdf"),
    (b'Content-Disposition: attachment; filename="a.pdf"\r\nContent-Type: application/pdf; name="b.pdf"', "a.pdf"),
    (b"Content-Disposition: attachment;filename=surat.pdf;size=12", "surat.pdf"),
    (b'CONTENT-DISPOSITION: ATTACHMENT; FILENAME="Surat.PDF"', "Surat.PDF"),
    (b'Content-Disposition: attachment; filename = "surat.pdf"', "surat.pdf"),
    (b'Content-Disposition: attachment;\r\n\tfilename="surat\r\n jawaban.pdf"', "surat jawaban.pdf"),
    (rb'Content-Disposition: attachment; filename="surat \"asli\".pdf"', 'surat "asli".pdf'),
    # RFC 2231
    (b"Content-Disposition: attachment; filename*=UTF-8''Surat%20Jawaban%20%E2%80%93%20Ubud.pdf", "Surat Jawaban – Ubud.pdf"),
    (b"Content-Disposition: attachment; filename*=utf-8'id'Caf%C3%A9.pdf", "Café.pdf"),
    (b"Content-Disposition: attachment; filename*=iso-8859-1''Caf%E9.pdf", "Café.pdf"),
    (b'Content-Disposition: attachment; filename*0="Laporan Hasil ";\r\n filename*1="Pemeriksaan.pdf"', "Laporan Hasil Pemeriksaan.pdf"),
    (b"Content-Disposition: attachment; filename*1*=Ubud.pdf; filename*0*=utf-8''Surat%20", "Surat Ubud.pdf"),
    (b"Content-Disposition: attachment; filename*0*=utf-8''Caf%C3; filename*1*=%A9.pdf", "Café.pdf"),
    (b"Content-Disposition: attachment; filename*0*=utf-8''Surat%20; filename*1=\"100%20asli.pdf\"", "Surat 100%20asli.pdf"),
    (b"Content-Disposition: attachment; filename=\"Caf_.pdf\"; filename*=UTF-8''Caf%C3%A9.pdf", "Café.pdf"),
    # broken RFC 2231: quoted, without a charset, with an unknown one, with blanks
    (b"Content-Disposition: attachment; filename*=\"UTF-8''Surat%20Tanah.pdf\"", "Surat Tanah.pdf"),
    (b"Content-Disposition: attachment; filename*=Surat%20Tanah.pdf", "Surat Tanah.pdf"),
    (b"Content-Disposition: attachment; filename*=''Surat%20Tanah.pdf", "Surat Tanah.pdf"),
    (b"Content-Disposition: attachment; filename*=x-tak-ada''Caf%C3%A9.pdf", "Café.pdf"),
    (b"Content-Disposition: attachment; filename*=UTF-8''Surat Tanah.pdf", "Surat Tanah.pdf"),
    # RFC 2047 inside quotes (Outlook, Gmail, most webmails), whole, in pieces, without quotes, inside RFC 2231
    (b'Content-Disposition: attachment; filename="=?UTF-8?B?U3VyYXQg4oCTIFVidWQucGRm?="', "Surat – Ubud.pdf"),
    (b'Content-Type: application/pdf;\r\n name="=?utf-8?Q?Surat_?=\r\n =?utf-8?Q?=E2=80=93_Ubud.pdf?="', "Surat – Ubud.pdf"),
    (b"Content-Disposition: attachment; filename==?UTF-8?Q?Surat=20Tanah.pdf?=", "Surat Tanah.pdf"),
    (b'Content-Disposition: attachment; filename*0="=?UTF-8?B?U3VyYXQg4oCT"; filename*1="IFVidWQucGRm?="', "Surat – Ubud.pdf"),
    (b'Content-Disposition: attachment; filename="=?iso-8859-1?Q?Caf=E9?=.pdf"', "Café.pdf"),
    # raw 8-bit
    ('Content-Disposition: attachment; filename="Café – Ubud.pdf"'.encode(), "Café – Ubud.pdf"),
    (b'Content-Disposition: attachment; filename="Caf\xe9.pdf"', "Café.pdf"),
    # blanks and quotes without quotes, percent codes of a web form, a lone percent sign
    (b"Content-Disposition: attachment; filename=Surat Tanah Ubud.pdf", "Surat Tanah Ubud.pdf"),
    (b'Content-Disposition: attachment; filename="Surat "Penting".pdf"; size=3', 'Surat "Penting".pdf'),
    (b'Content-Disposition: attachment; filename="Surat.pdf" size=3', "Surat.pdf"),
    (b'Content-Disposition: attachment; filename="Surat.pdf', "Surat.pdf"),
    (b'Content-Disposition: attachment; filename="Surat%20Tanah%20Ubud.pdf"', "Surat Tanah Ubud.pdf"),
    (b'Content-Disposition: attachment; filename="Realisasi 100%25.pdf"', "Realisasi 100%25.pdf"),
    (b'Content-Disposition: attachment; filename="a%2Fb.pdf"', "a%2Fb.pdf"),
    (b"Content-Type: application/pdf name=surat.pdf", "surat.pdf"),
    # nothing, or nothing usable
    (b"Content-Disposition: attachment", ""),
    (b'Content-Disposition: attachment; filename=""', ""),
    (b'Content-Disposition: attachment; filename=""\r\nContent-Type: application/pdf; name="b.pdf"', "b.pdf"),
    (b"Content-Disposition: attachment; filename", ""),
    (b"Content-Disposition: attachment; =; ;;;", ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "name"), NAMES)
def test_names_as_they_are_sent(head: bytes, name: str) -> None:
    if b"ontent-Type" not in head:
        head += b"\r\nContent-Type: application/pdf"
    raw = (
        b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        + head
        + b"\r\n\r\nx\r\n--b--"
    )
    found = read(raw)
    assert isinstance(found, Message)
    assert [one.filename for one in found.attachments] == [name]
    assert found.attachments[0].safe_name.isascii()


SAFE = [
    ("../../etc/cron.d/x", "x.pdf"),
    (r"C:\Users\budi\surat.pdf", "surat.pdf"),
    ("..%2f..%2fsurat.pdf", "surat.pdf"),
    ("surat.pdf\u202efdp.exe", "surat.pdffdp.exe"),
    ("Café Ubud (1).pdf", "Cafe-Ubud-1.pdf"),
    ("日本.pdf", "lampiran-1.pdf"),
    ("nul.txt", "lampiran-1.txt"),
    ("-rf", "rf.pdf"),
    ("...", "lampiran-1.pdf"),
    ("", "lampiran-1.pdf"),
]


@pytest.mark.parametrize(("name", "safe"), SAFE)
def test_safe_names(name: str, safe: str) -> None:
    assert names.safe_name(name, "application/pdf", 1, set()) == safe


@given(st.text(max_size=60), st.sets(st.text(max_size=4), max_size=3))
@settings(max_examples=200, deadline=None)
def test_safe_names_are_safe(name: str, taken: set[str]) -> None:
    taken = {one.lower() for one in taken}
    before = set(taken)
    safe = names.safe_name(name, "application/pdf", 1, taken)
    assert safe
    assert safe.isascii()
    assert not set(safe) & set('/\\:*?"<>| \0')
    assert not safe.startswith((".", "-"))
    assert safe.lower() not in before


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_parameters_are_read(value: str) -> None:
    assert all(isinstance(one, str) for one in names.parameters(value).values())


PARAMETERS = [
    ("text/plain; charset=utf-8 format=flowed", {"charset": "utf-8", "format": "flowed"}),
    ('text/plain; charset="utf-8";', {"charset": "utf-8"}),
    ("text/plain;; charset = utf-8", {"charset": "utf-8"}),
    ("multipart/mixed; boundary=\"a;b=c\"; type=x", {"boundary": "a;b=c", "type": "x"}),
    ("text/plain charset=utf-8", {"charset": "utf-8"}),
    ("text/plain; charset=a; charset=b", {"charset": "a"}),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), PARAMETERS)
def test_parameters(value: str, expected: dict[str, str]) -> None:
    assert names.parameters(value) == expected
