"""Open cases that a report may repeat: same person, same number, same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from maild.directory.register import OpenCase
from maild.intent.meaning import Report
from maild.message.record import Message

_ALIKE = 85  # token_set of rapidfuzz: near-duplicates reach 90 and more
# File, customer, ticket, claim and police numbers: one word with five digits at least.
_NUMBER = re.compile(r"(?<![\w./-])\w[\w./-]{3,60}")
_MONEY = re.compile(r"\brp\.? ?[\d.,]+|\b\d{1,3}(?:\.\d{3})+(?:,\d\d)?\b|\b(?:19|20)\d\d\b", re.IGNORECASE)


def duplicates(
    message: Message, report: Report, agency_ids: tuple[str, ...], text: str, open_cases: Sequence[OpenCase]
) -> tuple[str, ...]:
    """Numbers of the cases that a person should compare, the likeliest first."""
    address = message.sender.address if message.sender else ""
    persons = [p for p in (report.fields.get("nik"), report.fields.get("phone")) if p]
    marks = _marks(text) - frozenset(persons)
    again = "written to the Ombudsman before" in report.needs_eyes
    scored = []
    for case in open_cases:
        same_agency = bool(set(case.agency_ids) & set(agency_ids))
        unknown = not agency_ids or not case.agency_ids
        same_person = (bool(address) and case.reporter_address == address) or _holds(case.text, persons)
        score = 0
        if same_person and (same_agency or unknown):
            score = 90
        elif _holds(case.text, marks):
            score = 80
        elif same_agency and fuzz.token_set_ratio(text, case.text, score_cutoff=_ALIKE):
            score = 70
        elif again and same_agency:
            score = 40
        if score:
            scored.append((-score, case.number))
    return tuple(number for _, number in sorted(scored)[:3])


def _holds(text: str, marks: Iterable[str]) -> bool:
    return any(m in text and re.search(rf"(?<!\w){re.escape(m)}(?!\w)", text) for m in marks)


def _marks(text: str) -> frozenset[str]:
    """Numbers that identify a matter; sums of money and years do not."""
    bare = _MONEY.sub(" ", text)
    found = (m.group().strip("./-_") for m in _NUMBER.finditer(bare))
    return frozenset(m for m in found if _identifies(re.sub(r"\D", "", m)))


def _identifies(digits: str) -> bool:
    """Five digits at least, and not '00000' or '11111'."""
    return len(digits) >= 5 and len(set(digits)) > 2
