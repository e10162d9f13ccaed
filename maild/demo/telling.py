"""The story on the terminal: one line per event, a heading per day."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from maild.daemon.work import Counts
from maild.demo import compose
from maild.demo.people import BY_ADDRESS, OFFICE_ADDRESS, Person
from maild.demo.post import Delivery, author

#: Days on which the offices are closed, as people know them (decree of three ministers for 2026).
CLOSED: Mapping[date, str] = {
    date(2026, 3, 18): "joint leave before Nyepi",
    date(2026, 3, 19): "Nyepi: the island is silent",
    date(2026, 3, 20): "joint leave before Idulfitri",
    date(2026, 3, 21): "Idulfitri",
    date(2026, 3, 22): "Idulfitri",
    date(2026, 3, 23): "joint leave after Idulfitri",
    date(2026, 3, 24): "joint leave after Idulfitri",
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 5): "Easter",
}

#: What a letter is, by the words of its subject, for readers without Indonesian.
_GLOSS = (
    ("Tanda Terima", "receipt"),
    ("Penyampaian Laporan", "the report, for action"),
    ("RCO", "urgent letter"),
    ("Pengingat", "reminder"),
    ("Lewat Tenggat", "overdue"),
    ("Permohonan Bantuan", "asks the superior for help"),
    ("Perpanjangan Waktu", "more time"),
    ("Jawaban masuk", "hands the answer over"),
    ("Hasil perintah", "says what was done"),
    ("Laporan baru", "shows what is about to leave"),
    ("Perkembangan", "how it stands"),
    ("Penutupan", "closing letter"),
    ("MENDESAK", "alarm"),
    ("menunggu keputusan", "asks what to do"),
    ("Ringkasan", "morning overview, as on each working day"),
    ("Surat belum sampai", "a letter did not arrive"),
    ("Permintaan Kelengkapan", "asks for what is missing"),
)
_WHAT_MAILD_DOES = (
    ("opened", "opens a case"),
    ("threaded", "adds it to its case"),
    ("held", "keeps it for a person to decide"),
    ("quarantined", "sets it aside unread"),
    ("duplicates", "has it already"),
    ("ignored", "files it: nobody has to act"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the story. `kind` is person, maild or letter."""

    at: datetime
    kind: Literal["person", "maild", "letter"]
    who: str
    what: str
    case: str = ""


class Telling:
    """Prints as the run goes on; headings only for days on which something happens."""

    def __init__(self, echo: Callable[[str], None], begin: date) -> None:
        self._echo = echo
        self._begin = begin
        self._day: date | None = None
        self._overview_told = False
        self.told: list[Told] = []  # for the pages
        self._width = max(90, min(shutil.get_terminal_size((120, 24)).columns, 140))

    def scene(self, at: datetime, person: Person, tells: str) -> None:
        self._tell(Told(at, "person", person.name, tells))

    def round(self, at: datetime, counts: Counts, deliveries: list[Delivery], orders: bool = False) -> None:
        """What one round of maild did: what became of the mails that came, and what went out.

        `orders`: what came was written by staff, and their transcript tells what was done. That copies of
        our own letters were filed is told only when nothing else is to be told.
        """
        if orders:
            counts = replace(counts, threaded=0, ignored=0)
        elif counts.opened or counts.threaded or counts.held:
            counts = replace(counts, ignored=0)
        for name, words in _WHAT_MAILD_DOES:
            number: int = getattr(counts, name)
            if number:
                times = f" ({number})" if number > 1 else ""
                self._tell(Told(at, "maild", "maild", words + times))
        for delivery in deliveries:
            self._letter(delivery)

    def _letter(self, delivery: Delivery) -> None:
        person = BY_ADDRESS.get(delivery.recipient)
        if author(delivery.raw) != OFFICE_ADDRESS or person is None or person.role == "office":
            return
        mail = compose.read(delivery.raw, delivery.at)
        subject = re.sub(r"^\s*\[[^\]]*\]\s*", "", mail.subject)
        if subject.startswith("Ringkasan ") and self._overview_told:
            return  # every working day the same line
        self._overview_told = self._overview_told or subject.startswith("Ringkasan ")
        gone = "comes back, no such mailbox: " if delivery.returned else ""
        self._tell(Told(delivery.at, "letter", person.name, gone + glossed(subject), mail.case))

    def _tell(self, event: Told) -> None:
        self.told.append(event)
        self._heading(event.at.date())
        mark = {"person": "", "maild": "  ", "letter": "  -> "}[event.kind]
        head = f"  {event.at:%H:%M}  {shortened(mark + event.who, 30):<30}  "
        room = self._width - len(head) - len(event.case) - 2
        self._echo(f"{head}{shortened(event.what, room):<{room}}  {event.case}".rstrip())

    def _heading(self, day: date) -> None:
        if day == self._day:
            return
        start = self._day + timedelta(days=1) if self._day else day
        passed = [start + timedelta(days=n) for n in range((day - start).days)]
        for closed in passed:
            if closed in CLOSED:
                self._echo(f"\n{closed:%A} {closed.day} {closed:%B}: {CLOSED[closed]}")
        note = f": {CLOSED[day]}" if day in CLOSED else ""
        self._echo(f"\n{day:%A} {day.day} {day:%B}{note}   (day {(day - self._begin).days + 1})")
        self._day = day


def glossed(subject: str) -> str:
    """A subject with its meaning in English before it; the agency's name is left to the recipient's line."""
    short = re.split(r" – | / | pukul ", subject)[0]
    meaning = next((words for start, words in _GLOSS if start in subject), "")
    return f"{meaning}: {short}" if meaning else short


def shortened(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"
