"""Mails for tests, written out as bytes."""

from __future__ import annotations

from maild.message import Message, read


def mail(
    body: str = "Selamat pagi.",
    *,
    subject: str = "Laporan",
    sender: str = "Budi <budi@warga.example>",
    more: str = "",
) -> bytes:
    """A plain UTF-8 mail; `more` are further header lines, each ended by a newline."""
    head = (
        f"From: {sender}\nTo: pengaduan@ombudsman.example\nSubject: {subject}\nMessage-ID: "
        f"<a1@warga.example>\n"
    )
    head += (
        "Date: Wed, 26 Aug 2026 14:09:16 +0800\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    )
    return f"{head}{more}\n{body}\n".replace("\n", "\r\n").encode()


def message(body: str = "Selamat pagi.", **more: str) -> Message:
    found = read(mail(body, **more))
    assert isinstance(found, Message), found
    return found


def parts(*bodies: str, kind: str = "mixed", more: str = "") -> bytes:
    """A multipart mail; each body begins with its own headers and an empty line."""
    joined = "".join(f"--b\n{body}\n" for body in bodies)
    text = (
        f"From: a@b.example\nSubject: x\n{more}MIME-Version: 1.0\nContent-Type: multipart/{kind}; "
        f"boundary=b\n\n{joined}--b--\n"
    )
    return text.replace("\n", "\r\n").encode()
