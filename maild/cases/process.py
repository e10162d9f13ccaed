"""The process as data: rules (periods with their legal basis), ladders of reminders, reasons to close.

Sources: the register of deadlines in the office's brief (D01-D24). `sourced` says how sure the figure is;
'from memory' and 'proposal' ask the office to confirm it. Everything can be overridden in config.yaml under
`deadlines`, each override with its own legal basis and the day from which it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from maild.calendar import (
    Calendar,
    CalendarMissing,
    Period,
    add_working_hours,
    due,
    explain,
    next_working_day,
    previous_working_day,
)
from maild.cases.case import Deadline

Action = Literal["remind", "overdue", "inform", "escalate", "phone", "complete", "lapse", "confirm"]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: `offset` days before (-) or after (+) the legal last day, at `at` local time."""

    name: str
    offset: int
    action: Action
    at: time = time(8, 0)
    working_hours_after_start: int | None = None  # counted from the start instead of the end


@dataclass(frozen=True, slots=True)
class Rule:
    """A period: how long, from what, on which basis, valid from which day."""

    id: str
    title: str  # Indonesian, as it stands in letters
    length: Period
    basis: str
    sourced: Literal["sourced", "from memory", "proposal"]
    ladder: str
    valid_from: date = date(1, 1, 1)


LADDERS: Mapping[str, tuple[Rung, ...]] = {
    # A: periods of two weeks. H-x reach the focal point; H+1 also the office of the agency's head;
    # H+3 stays inside; H+7 is a draft to the superior that a person releases.
    "A": (
        Rung("H-7", -7, "remind"),
        Rung("H-3", -3, "remind"),
        Rung("H-1", -1, "remind"),
        Rung("H+1", 1, "overdue"),
        Rung("H+3", 3, "inform"),
        Rung("H+7", 7, "escalate"),
    ),
    # R: the fast lane (Respons Cepat Ombudsman). Silence for half a working day means: telephone.
    "R": (
        Rung("R+4", 0, "phone", working_hours_after_start=4),
        Rung("H-1", -1, "remind", time(8, 30)),
        Rung("H", 0, "remind", time(14, 0)),
        Rung("H+1", 1, "escalate"),
    ),
    # P: papers asked of the reporter (UU 37/2008 art. 25). Its lapse is decided by a person.
    "P": (
        Rung("H-14", -14, "complete"),
        Rung("H-7", -7, "complete"),
        Rung("H-1", -1, "complete"),
        Rung("H+1", 1, "lapse"),
    ),
    # I: an inspectorate says whether it has examined the matter. Silence is told to staff, and stops nothing.
    "I": (
        Rung("H-1", -1, "remind"),
        Rung("H+1", 1, "inform"),
    ),
    # O: another office of the Ombudsman confirms that it has a report passed on to it (PO 58/2023 art. 17).
    "O": (
        Rung("H-1", -1, "confirm"),
        Rung("H+1", 1, "confirm"),
        Rung("H+3", 3, "inform"),
    ),
}

RULES: tuple[Rule, ...] = (
    Rule("D01", "Kelengkapan laporan", Period(30, "days"), "Pasal 25 UU 37/2008", "from memory", "P"),
    Rule(
        "D22",
        "Tindak lanjut Respons Cepat",
        Period(3, "working days"),
        "Kebijakan kantor (RCO)",
        "proposal",
        "R",
    ),
    Rule(
        "D23",
        "Jawaban atas surat koordinasi",
        Period(14, "days"),
        "Kebijakan kantor (koordinasi)",
        "proposal",
        "A",
    ),
    Rule(
        "D25",
        "Konfirmasi Inspektorat",
        Period(5, "working days"),
        "Kebijakan kantor (konfirmasi Inspektorat)",
        "proposal",
        "I",
    ),
    Rule(
        "D26",
        "Konfirmasi pelimpahan oleh kantor penerima",
        Period(5, "working days"),
        "Pasal 17 Peraturan Ombudsman 58/2023; lamanya kebijakan kantor",
        "proposal",
        "O",
    ),
    Rule("D24", "Perpanjangan waktu", Period(14, "days"), "Kebijakan kantor (perpanjangan)", "proposal", "A"),
)

CLOSING_REASONS: Mapping[str, str] = {
    "selesai_instansi": "laporan telah diselesaikan oleh instansi terkait",
    "dicabut": "laporan dicabut oleh Pelapor",
    "lewat_30": "kelengkapan laporan tidak disampaikan dalam jangka waktu yang ditentukan",
    "syarat_formil": "laporan belum memenuhi syarat formil",
    "syarat_materiil": "laporan belum memenuhi syarat materiil",
    "tidak_berwenang": "laporan berada di luar kewenangan Ombudsman",
    "dalam_peradilan": "pokok laporan sedang atau telah diperiksa pengadilan",
    "konsiliasi": "telah dicapai kesepakatan melalui konsiliasi",
    "ganda": "laporan yang sama telah ditangani dengan nomor lain",
    "dilimpahkan": "laporan telah dilimpahkan kepada kantor Ombudsman yang berwenang atas wilayahnya",
    "tidak_ditemukan": "tidak ditemukan maladministrasi",
    "dihentikan": "pemeriksaan dihentikan",
    "korektif_dilaksanakan": "tindakan korektif telah dilaksanakan",
    "rekomendasi_dilaksanakan": "rekomendasi telah dilaksanakan",
    "rekomendasi_dipublikasi": "rekomendasi telah dipublikasikan",
}


@dataclass(frozen=True, slots=True)
class Process:
    """Every rule that may apply; for one id the latest one valid on the day of the start counts."""

    rules: tuple[Rule, ...] = RULES

    def rule(self, rule_id: str, day: date) -> Rule:
        valid = [r for r in self.rules if r.id == rule_id and r.valid_from <= day]
        return max(valid, key=lambda r: r.valid_from)

    def begin(
        self,
        rule_id: str,
        start: datetime,
        calendar: Calendar,
        agency_id: str | None = None,
        assumed: str = "",
    ) -> Deadline | CalendarMissing:
        """The deadline that starts at `start` (aware). `assumed` says how the receipt is known."""
        length = self.rule(rule_id, start.astimezone(calendar.zone).date()).length
        return self.ending(rule_id, start, length, calendar, agency_id, assumed)

    def ending(
        self,
        rule_id: str,
        start: datetime,
        length: Period,
        calendar: Calendar,
        agency_id: str | None = None,
        assumed: str = "",
    ) -> Deadline | CalendarMissing:
        """The same with a length of its own, such as an extension to a day that was asked for."""
        rule = self.rule(rule_id, start.astimezone(calendar.zone).date())
        end = due(calendar, start, length)
        if isinstance(end, CalendarMissing):
            return end
        words = explain(end) if not assumed else f"{explain(end)} {assumed}"
        return Deadline(rule.id, agency_id, rule.basis, start, end.day, end.at, words, rule.ladder)


def overridden(overrides: Mapping[str, Mapping[str, object]]) -> Process:
    """The built-in process with an office's overrides laid over it (config: `deadlines`).

    Raises KeyError with the id of a rule that there is not.
    """
    extra = []
    for rule_id, values in overrides.items():
        base = next((r for r in RULES if r.id == rule_id), None)
        if base is None:
            raise KeyError(rule_id)
        length, basis, since = values["length"], values["basis"], values["valid_from"]
        assert isinstance(length, Period) and isinstance(basis, str) and isinstance(since, date)
        extra.append(Rule(rule_id, base.title, length, basis, "sourced", base.ladder, since))
    return Process((*RULES, *extra))


def rung_moments(deadline: Deadline, calendar: Calendar) -> tuple[tuple[Rung, datetime], ...]:
    """When each rung of a deadline falls due, rungs already behind the start left out.

    Before the end a rung moves to the previous working day, after it to the next one; of two rungs on one
    day only the later is kept. A year without a decree counts its weekends only here: a reminder may come a
    day early, never not at all.
    """
    moments: list[tuple[Rung, datetime]] = []
    for rung in LADDERS[deadline.ladder]:
        at = _moment(rung, deadline, calendar)
        if at > deadline.started_at:
            moments.append((rung, at))
    # A telephone prompt to staff is no rung of the days: it never displaces a reminder.
    latest = {at.date(): rung.name for rung, at in moments if rung.working_hours_after_start is None}
    return tuple((r, at) for r, at in moments if latest.get(at.date(), r.name) in (r.name,) or _prompt(r))


def _prompt(rung: Rung) -> bool:
    return rung.working_hours_after_start is not None


def _moment(rung: Rung, deadline: Deadline, calendar: Calendar) -> datetime:
    if rung.working_hours_after_start is not None:
        length = timedelta(hours=rung.working_hours_after_start)
        at = add_working_hours(calendar, deadline.started_at, length)
        # Without a decree for the year the prompt comes after plain hours: early rather than not at all.
        return deadline.started_at + length if isinstance(at, CalendarMissing) else at
    day = deadline.due_day + timedelta(days=rung.offset)
    day = previous_working_day(calendar, day) if rung.offset <= 0 else next_working_day(calendar, day)
    return datetime.combine(day, rung.at, tzinfo=calendar.zone)
