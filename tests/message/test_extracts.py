"""Which attachments are documents, what plain ones say, and how extracts come back to their mail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.message import Attachment, Extract, Forwarded, Message, read, with_extracts
from maild.message.extracts import every_attachment, kind_of, plain_extract

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def attachment(
    content: bytes, kind: str = "application/octet-stream", name: str = "x", sha256: str = "a"
) -> Attachment:
    return Attachment(name, name, kind, len(content), sha256, content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "pdf"),
        (b"\0" * 1019 + b"%PDF-", "pdf"),
        (b"\0" * 1020 + b"%PDF-", None),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"PK\x05\x06" + bytes(18), "zip"),
        (b"{\\rtf1\\ansi", "rtf"),
        (CFB + "WordDocument".encode("utf-16-le"), "doc"),
        (CFB + "Workbook".encode("utf-16-le"), None),
        (b"\xff\xd8\xff\xe0", None),
        (b"\x89PNG\r\n", None),
        (b"MZ\x90", None),
        (b"PK", None),
        (b"", None),
    ],
)
def test_the_bytes_say_what_a_document_is(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        (b"Nama: Budi\r\nNIK: 12\r\n", "text/plain", "Nama: Budi\nNIK: 12"),
        ("\ufeffNama;Budi\r\n".encode(), "text/csv", "Nama;Budi"),
        (b"a;b\r\n1;2", "application/vnd.ms-excel", "a;b\n1;2"),
        ("Nama\tBudi".encode("utf-16"), "text/plain", "Nama\tBudi"),
        (b"R\xe9sum\xe9", "text/plain", "Résumé"),
        ("Isi é".encode(), "application/octet-stream", "Isi é"),
        (b"<html><body><p>Satu<br>dua</p><script>x()</script></body></html>", "text/html", "Satu\ndua"),
        (b"\n<!DOCTYPE html><p>Satu", "application/octet-stream", "Satu"),
    ],
)
def test_plain_text_is_read_at_once(content: bytes, kind: str, text: str) -> None:
    assert plain_extract(attachment(content, kind)) == Extract("text", text)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "text/plain"),
        (b" \n ", "text/plain"),
        (b"BEGIN:VCALENDAR\r\n", "text/plain"),
        (b"BEGIN:VCARD\r\n", "application/octet-stream"),
        (b"-----BEGIN PGP SIGNATURE-----\n", "text/plain"),
        (b"Received: from x\r\n\r\nisi", "text/plain"),
        (b"isi", "message/rfc822"),
        (b"isi", "text/calendar"),
        (b"isi", "application/pgp-signature"),
        (b"isi\x00\x01\x02", "text/plain"),
        (b"R\xe9sum\xe9 yang lain lagi", "application/octet-stream"),
        (b"%PDF-1.4 x", "text/plain"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "text/plain"),
    ],
)
def test_what_is_no_prose_is_left_alone(content: bytes, kind: str) -> None:
    assert plain_extract(attachment(content, kind)) is None


def test_a_long_text_is_cut_and_says_so() -> None:
    found = plain_extract(attachment(b"kata " * 1_000_000, "text/plain"))
    assert found is not None
    assert len(found.text) == 400_000
    assert found.reason == "its beginning only"


@pytest.mark.parametrize(
    ("stream", "state"),
    [
        ("EncryptedPackage", "encrypted"),
        ("WordDocument", None),
        ("Workbook", "scanned"),
        ("__nameid", None),
    ],
)
def test_files_of_old_office_programs_are_for_a_person(stream: str, state: str | None) -> None:
    found = plain_extract(attachment(CFB + stream.encode("utf-16-le") + bytes(512), "application/pdf"))
    assert (found and found.state) == state


@given(st.binary(max_size=200), st.sampled_from(["text/plain", "text/html", "application/octet-stream"]))
def test_any_attachment_gives_an_extract_or_none(content: bytes, kind: str) -> None:
    found = plain_extract(attachment(content, kind))
    assert found is None or found.state in ("text", "scanned", "encrypted")


def mail(*attachments: Attachment, forwarded: Forwarded | None = None) -> Message:
    message = read(b"From: budi@warga.example\r\nSubject: x\r\n\r\nisi")
    assert isinstance(message, Message)
    return replace(message, attachments=attachments, forwarded=forwarded)


def test_extracts_come_back_to_every_attachment_with_those_bytes() -> None:
    first, second, third = (attachment(b"%PDF-", sha256=name) for name in "aba")
    message = with_extracts(mail(first, second, third), {"a": Extract("text", "isi")})
    assert [one.extract for one in message.attachments] == [
        Extract("text", "isi"),
        None,
        Extract("text", "isi"),
    ]


def test_mails_within_the_mail_get_theirs() -> None:
    deep = Forwarded(None, None, None, "", attachments=(attachment(b"%PDF-", sha256="deep"),))
    beside = Forwarded(None, None, None, "", attachments=(attachment(b"%PDF-", sha256="beside"),))
    message = mail(forwarded=Forwarded(None, None, "Fwd", "teks", inner=deep, further=(beside,)))
    assert {one.sha256 for one in every_attachment(message)} == {"deep", "beside"}
    found = with_extracts(message, {"deep": Extract("text", "1"), "beside": Extract("text", "2")})
    assert {one.extract.text for one in every_attachment(found) if one.extract} == {"1", "2"}
    assert found.forwarded is not None
    assert found.forwarded.text == "teks"


def test_without_extracts_a_mail_stays_the_same() -> None:
    message = mail(attachment(b"x"))
    assert with_extracts(message, {}) is message
