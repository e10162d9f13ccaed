"""One forwarded mail, or one answer that looks so, with what a careful reader says of it."""

from __future__ import annotations

from dataclasses import dataclass

REPORT = "Pak, jalan di depan rumah kami rusak sejak Mei.\nMohon dibantu.\n\nBudi"


@dataclass(frozen=True)
class Forward:
    """`day` is that of the original in the forwarder's zone; `own` what the forwarder wrote above it."""

    subject: str
    text: str
    sender: tuple[str, str] = ("Budi Santoso", "budi.s@surel.example")
    about: str = "Jalan rusak"
    own: str = ""
    begins: str = "Pak, jalan"
    day: str | None = "2026-08-05"


@dataclass(frozen=True)
class Answer:
    """`own`: words that are the sender's, and stay so."""

    subject: str
    text: str
    own: str
    sender: str = "Budi <budi@warga.example>"
