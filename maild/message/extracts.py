"""Which attachments are documents, and how their text comes back to the mail that carried them.

What a document is, is told by its first bytes: name and content type are the sender's words (T25).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from maild.message import charset
from maild.message.html import to_text
from maild.message.record import Attachment, Extract, Forwarded, Message

_PDF_WITHIN = 1024  # bytes; readers accept the header that late (PDF 32000-1, annex H.3.4.1)
_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: Office before 2007, and packages under a password
)
_STREAMS = {  # names of streams in a compound file, and what the file is then
    "EncryptedPackage": Extract("encrypted", "", "asks for a password"),
    "Workbook": Extract("scanned", "", "an old Excel file (.xls) is not read"),
    "PowerPoint Document": Extract("scanned", "", "an old PowerPoint file (.ppt) is not read"),
}
_DIRECTORY = 4_000_000  # bytes in which a stream's name is looked for, at either end
_TEXT = 1_600_000  # bytes of a text file that are read
_CHARACTERS = 400_000
# Not words of a person: calendars, signatures, keys, mails (they are read as mails).
_NOT_PROSE = re.compile(
    rb"BEGIN:V|-----BEGIN |<\?xml|<svg|%!PS|#!|(?:Received|Return-Path|From|MIME-Version|Date):[ \t]",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"<!doctype html|<html|<body|<head|<table|<div|<p[ >]", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PROSE_TYPES = frozenset(
    {"text/plain", "text/html", "text/csv", "text/tab-separated-values", "application/csv"}
)
_UNTYPED = frozenset({"application/octet-stream", "application/vnd.ms-excel", "application/x-unknown"})


def with_extracts(message: Message, extracts: Mapping[str, Extract]) -> Message:
    """The same mail, its attachments and those of mails within it holding the extracts found under their
    sha256."""
    if not extracts:
        return message
    forwarded = message.forwarded and _passed_on(message.forwarded, extracts)
    return replace(message, attachments=_filled(message.attachments, extracts), forwarded=forwarded)


def _filled(attachments: tuple[Attachment, ...], extracts: Mapping[str, Extract]) -> tuple[Attachment, ...]:
    return tuple(
        replace(one, extract=extracts[one.sha256]) if one.sha256 in extracts else one for one in attachments
    )


def _passed_on(one: Forwarded, extracts: Mapping[str, Extract]) -> Forwarded:
    return replace(
        one,
        attachments=_filled(one.attachments, extracts),
        inner=one.inner and _passed_on(one.inner, extracts),
        further=tuple(_passed_on(other, extracts) for other in one.further),
    )


def every_attachment(message: Message) -> Iterator[Attachment]:
    """Those of the mail, then those of the mails that it passes on."""
    yield from message.attachments
    waiting = [message.forwarded] if message.forwarded else []
    while waiting:
        one = waiting.pop()
        yield from one.attachments
        waiting += [*one.further, *([one.inner] if one.inner else [])]


def kind_of(content: bytes) -> str | None:
    """pdf, zip, rtf or doc: what only a confined process may open. None for everything else."""
    if content.startswith(_PACKAGES):
        return "zip"
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "pdf"
    if content.startswith(_COMPOUND):
        return "doc" if _has_stream(content, "WordDocument") else None
    return "rtf" if content.startswith(b"{\\rtf") else None


def plain_extract(attachment: Attachment) -> Extract | None:
    """What can be said of an attachment without a parser for it: text, HTML, and files nobody here reads."""
    content = attachment.content
    if content.startswith(_COMPOUND):
        return _compound(content)
    kind = attachment.content_type
    if kind not in _PROSE_TYPES and not (kind in _UNTYPED and _utf8(content[:4096])):
        return None
    if not content or kind_of(content) or not _is_prose(content):
        return None
    text, _ = charset.decode(content[:_TEXT])
    if _MARKUP.match(content.lstrip()[:20]) or kind == "text/html":
        text = to_text(text, _TEXT)
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    cut = len(text) > _CHARACTERS or len(content) > _TEXT
    return Extract("text", text[:_CHARACTERS], "its beginning only" if cut else "") if text else None


def _is_prose(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True  # UTF-16, as Notepad and Excel write it
    return not _NOT_PROSE.match(content.lstrip()[:40]) and not _BINARY.search(content[:8192])


def _utf8(start: bytes) -> bool:
    """Whether it is UTF-8, but for a letter cut at its end."""
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(start) - 3
    return True


def _compound(content: bytes) -> Extract | None:
    """By the stream names of its directory, which are UTF-16; an .msg has none of these."""
    return next((extract for name, extract in _STREAMS.items() if _has_stream(content, name)), None)


def _has_stream(content: bytes, name: str) -> bool:
    wanted = name.encode("utf-16-le")
    return wanted in content[:_DIRECTORY] or wanted in content[-_DIRECTORY:]
