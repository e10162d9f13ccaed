"""How times and states read on the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from maild.demo.story.scene import WITA

STATES: Mapping[str, str] = {
    "TERDAFTAR": "registered",
    "TUNGGU_LENGKAP": "waits for the reporter",
    "KOORD": "with the agency",
    "RCO": "urgent, with the agency",
    "DIJAWAB": "answered",
    "LIMPAH": "transferred to another office",
    "TUTUP": "closed",
}
LETTERS: Mapping[str, str] = {
    "L01": "receipt to the reporter",
    "L02": "request for what is missing",
    "L03": "reminder to the reporter",
    "L05": "the report to the focal point",
    "L05T": "the report in copy to the inspectorate",
    "L06": "urgent letter to the focal point",
    "L10": "reminder",
    "L11": "overdue",
    "L11T": "overdue, in copy to the inspectorate",
    "L12": "digest to the focal point",
    "L13": "to the superior",
    "L14": "decision on more time",
    "L15": "answer handed to the officer",
    "L16": "receipt of the answer",
    "L18": "which number stays, to the reporter",
    "L18A": "which number stays, to the agency",
    "L19": "not within the remit, to the reporter",
    "L20": "closing letter to the reporter",
    "L21": "transferred to another office",
    "L21P": "the transfer, to the reporter",
    "L21R": "reminder to the other office",
    "L29": "the head is asked for a focal point",
    "L30": "is this still you?",
    "L33": "progress to the reporter",
    "L34": "withdrawal confirmed",
    "L36": "has the inspectorate examined it?",
    "L37": "welcome to a new focal point",
    "L38": "is it true that somebody else takes over?",
    "L39": "a term that ends",
    "N01": "list to decide",
    "N02": "morning overview",
    "N03": "what the commands did",
    "N04": "urgent alarm",
    "N05": "notice before sending",
    "N06": "letter undelivered",
    "N07": "mail set aside",
    "N08": "two reports side by side",
    "N09": "how complete the register is",
    "N10": "who the focal point is",
}


def clock(value: Any) -> str:
    """A datetime or ISO text as '9 March 2026, 14:20'; '' for None."""
    if not value:
        return ""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    local = at.astimezone(WITA)
    return f"{local.day} {local:%B %Y, %H:%M}"


def short(value: datetime) -> str:
    return f"{value.day} {value:%b} {value:%H:%M}"


def day(value: date) -> str:
    return f"{value:%A} {value.day} {value:%B %Y}"


def state(value: str) -> str:
    return STATES.get(value, value)


def letter(kind: str) -> str:
    return f"{kind} {LETTERS[kind]}" if kind in LETTERS else kind


def person(value: Any) -> str:
    """An address of the JSON documents as its name, or the address where there is no name."""
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("address") or "")
    return str(value or "")


FILTERS: Mapping[str, Callable[..., str]] = {
    "clock": clock,
    "short": short,
    "day": day,
    "state": state,
    "letter": letter,
    "person": person,
}
