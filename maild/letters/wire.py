"""Finished bytes of a mail: headers, multipart/alternative, CRLF, seven bits. Same input, same bytes."""

from __future__ import annotations

import re
from binascii import b2a_qp
from collections.abc import Iterable
from email import message_from_bytes
from email.utils import format_datetime
from hashlib import sha256
from typing import TypeGuard

from maild.letters.header import clean, mailbox, message_ids, unstructured
from maild.letters.letter import Frame, Letter, LetterFault
from maild.message.record import Address

_AUTO_SUBMITTED = re.compile(r"[a-z][a-z-]{1,30}")
_MUTE = "bcdfghjkmnpqrstvwxz23456789"
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def message_id(key: str, token: str, domain: str) -> str:
    """A Message-ID (RFC 5322 section 3.6.4), without brackets: `<digest of key>.<token>@<domain>`.

    `key` is what makes the letter the only one of its kind, such as the outbox key; it stays secret behind a
    digest. `token` is the private token of the party ('' if none), so that an answer without a subaddress
    still finds its case. Same arguments, same id: a letter made twice is the same letter.
    """
    digest = _spelled(key, 20)
    return f"{digest}.{token}@{domain}" if token else f"{digest}@{domain}"


def headers(to: Address, subject: str, frame: Frame, language: str) -> list[str]:
    """Header lines without MIME structure. Raises LetterFault for what must not be on the wire (T14-T16)."""
    if not _AUTO_SUBMITTED.fullmatch(frame.auto_submitted):
        raise LetterFault(
            f"Auto-Submitted: found {frame.auto_submitted!r}, wanted auto-generated or auto-replied"
        )
    if frame.date.tzinfo is None:
        raise LetterFault("Date: a time without zone")
    own_id = message_ids("Message-ID", (frame.message_id,))
    if own_id is None:
        raise LetterFault("Message-ID: not printable ASCII")
    answered = frame.in_reply_to
    lines = (
        mailbox("From", frame.sender),
        mailbox("To", to),
        mailbox("Reply-To", Address("", frame.reply_to)),
        unstructured("Subject", subject),
        f"Date: {format_datetime(frame.date)}",
        own_id,
        message_ids("In-Reply-To", (answered,)) if answered else None,
        message_ids("References", frame.references),
        f"Auto-Submitted: {frame.auto_submitted}",
        "X-Auto-Response-Suppress: All",
        f"Content-Language: {language if _LANGUAGE.fullmatch(language) else 'id'}",
        "MIME-Version: 1.0",
    )
    return [line for line in lines if line is not None]


def assemble(lines: Iterable[str], text: str, html: str, seed: str) -> bytes:
    """The whole mail. The boundary comes from `seed`, the Message-ID: no clock, no chance."""
    boundary = "=_" + _spelled(seed, 28)  # '=_' never occurs in quoted-printable
    head = "\r\n".join([*lines, f'Content-Type: multipart/alternative;\r\n boundary="{boundary}"', "", ""])
    mark = f"--{boundary}"
    parts = (
        head.encode("ascii"),
        mark.encode() + b"\r\n" + _part("plain", text),
        mark.encode() + b"\r\n" + _part("html", html),
        f"{mark}--\r\n".encode(),
    )
    return b"".join(parts)


def redirected(letter: Letter, to: str) -> Letter:
    """Rehearsal: the same letter to another address; subject and both bodies name whom it was meant for."""
    meant = clean(letter.to.address)
    subject = f"[LATIHAN, semula untuk {meant}] {letter.subject}"
    note = f"LATIHAN: surat ini tidak dikirim kepada {meant}. (Rehearsal: not sent to that address.)"
    text = f"{note}\n\n{letter.text}"
    html = _payload(letter.raw, "text/html")
    html = re.sub(r"<body[^>]*>", lambda m: f"{m[0]}<p><b>{_escaped(note)}</b></p>", html, count=1)
    lines = []
    for line in _header_lines(letter.raw):
        name = line.partition(":")[0].lower()
        if name == "to":
            line = mailbox("To", Address("", to))
        elif name == "subject":
            line = unstructured("Subject", subject)
        if name != "content-type":
            lines.append(line)
    raw = assemble(lines, text, html, letter.message_id)
    return Letter(letter.kind, letter.message_id, Address("", to), clean(subject), raw, text)


def _spelled(seed: str, length: int) -> str:
    """A digest in letters that spell no word, so that the egress scan never meets a name in it (Ade, Dea)."""
    number, out = int.from_bytes(sha256(seed.encode()).digest()), []
    for _ in range(length):
        number, rest = divmod(number, len(_MUTE))
        out.append(_MUTE[rest])
    return "".join(out)


def _part(subtype: str, text: str) -> bytes:
    crlf = text.replace("\n", "\r\n")
    if not crlf.endswith("\r\n"):
        crlf += "\r\n"
    if _plain_enough(crlf):
        encoding, data = b"7bit", crlf.encode("ascii")
    else:
        encoding, data = b"quoted-printable", b2a_qp(crlf.encode("utf-8", "replace"), istext=True)
    return (
        f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: '.encode()
        + encoding
        + b"\r\n\r\n"
        + data
        + b"\r\n"  # belongs to the boundary that follows (RFC 2046 section 5.1.1)
    )


def _plain_enough(text: str) -> bool:
    """Seven bits, no line a server could break (998, RFC 5322 section 2.1.1), none it could trim."""
    return text.isascii() and " \r\n" not in text and max(map(len, text.split("\r\n"))) <= 900


def _header_lines(raw: bytes) -> list[str]:
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    return re.split(r"\r\n(?![ \t])", head)


def _is_bytes(payload: object) -> TypeGuard[bytes]:
    return isinstance(payload, bytes)


def _payload(raw: bytes, content_type: str) -> str:
    for part in message_from_bytes(raw).walk():
        if part.get_content_type() == content_type:
            payload = part.get_payload(decode=True)
            return payload.decode("utf-8").replace("\r\n", "\n") if _is_bytes(payload) else ""
    return ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
