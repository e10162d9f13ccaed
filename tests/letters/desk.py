"""Stationery of an invented office, and readers for what it made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from maild.letters import KINDS, Draft, Frame, Letter, Stationery
from maild.message import Address

TEMPLATES = Path(__file__).parents[2] / "templates"
WITA = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Office:
    name: str = "Ombudsman Republik Indonesia Perwakilan Provinsi Contoh"
    short_name: str = "Ombudsman Contoh"
    code: str = "DPS"
    city: str = "Denpasar"
    timezone: str = "Asia/Makassar"
    address: str = "Jalan Kantor Nomor 1, Denpasar"
    phone: str = "(0361) 000000"
    website: str = "https://ombudsman.example"
    language: str = "id"


OFFICE = Office()
DESK = Stationery.open(TEMPLATES, OFFICE)
FRAME = Frame(
    sender=Address("Ombudsman RI Perwakilan Contoh", "kantor@ombudsman.example"),
    reply_to="kantor+k7c9wq2mzx@ombudsman.example",
    message_id="bcdf2345.k7c9wq2mzx@ombudsman.example",
    in_reply_to=None,
    references=(),
    date=datetime(2026, 10, 1, 9, 30, tzinfo=WITA),
    auto_submitted="auto-generated",
)
FOCAL = Address("Ketut Contoh, S.Sos.", "penghubung@dinas.example")


def written(kind: str, to: Address = FOCAL, frame: Frame = FRAME, **values: Any) -> Letter:
    return DESK.compose(Draft(kind, to, {**KINDS[kind].sample, **values}), frame)


def framed(**changes: Any) -> Frame:
    return replace(FRAME, **changes)


def parsed(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def body(raw: bytes, subtype: str) -> str:
    part = parsed(raw).get_body((subtype,))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")
