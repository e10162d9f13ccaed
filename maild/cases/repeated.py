"""The question whether a report is one that we have already: staff get both side by side (N08) and decide."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from maild.cases.case import Suggestion
from maild.cases.effects import Ask
from maild.cases.secrecy import identity_in
from maild.cases.world import World
from maild.directory import Route
from maild.intent import Report
from maild.intent.report import complaint_text
from maild.likeness import READ, Found
from maild.message import Message

DUPLICATE = "duplicate"
WHY = "ALASAN"  # stands where staff write their reason

KIND_WORDS = {
    "other channel": "nomor kanal pengaduan lain yang sama",
    "same file": "nomor berkas yang sama",
    "same person": "pelapor yang sama",
    "same household": "keluarga atau rumah yang sama",
    "same words": "kata-kata yang sama",
    "written before": "mungkin laporan lanjutan",
    "same text": "kata-kata yang sama oleh orang lain",
}


def ask_whether(
    found: Sequence[Found],
    numbers: Sequence[str],
    inbox_id: int,
    facts: Mapping[str, str],
    *,
    urgent: bool,
) -> Ask:
    """`numbers`: the earlier reports, likeliest first; what is known of them stands in `found`; `facts`: the
    new report as it is shown beside them."""
    known = {one.number: one for one in found}
    told = [_told(number, known.get(number)) for number in numbers]
    why = "kemungkinan laporan yang sama dengan " + "; ".join(told)
    likeness = {one.number: [one.likeness.kind, ", ".join(one.likeness.reasons)] for one in found}
    facts = {**facts, "found": json.dumps(likeness)}
    return Ask(DUPLICATE, why, "intake", _ways(known, numbers), inbox_id=inbox_id, urgent=urgent, facts=facts)


def shown_of(message: Message, report: Report, route: Route, world: World) -> dict[str, str]:
    """The new report as N08 shows it: kept with the question, so that nobody has to read the mail again."""
    name, hidden = told_identity(message, report, world)
    agencies = world.directory.agencies
    ids = route.agency_ids or tuple(c.agency_id for c in route.candidates[:1])
    sender = message.sender
    return {
        "name": name,
        "hidden": json.dumps(hidden),
        "text": complaint_text(message)[:READ],
        "agencies": json.dumps([agencies[i].name for i in ids if i in agencies]),
        "sender": f"{sender.name} <{sender.address}>".strip() if sender else "-",
        "subject": message.subject,
    }


def told_identity(message: Message, report: Report, world: World) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Name and identity of the reporter; staff who enter or pass on a report are not the reporter."""
    sender = message.sender
    by_staff = sender is not None and world.officer(sender.address) is not None
    name = report.fields.get("reporter_name") or (sender.name if sender and not by_staff else "")
    return name, identity_in(message, report, name, by_staff)


def _told(number: str, one: Found | None) -> str:
    if one is None:
        return number
    closed = ", sudah ditutup" if one.closed else ""
    return f"{number} ({KIND_WORDS[one.likeness.kind]}: {', '.join(one.likeness.reasons)}{closed})"


def _ways(known: dict[str, Found], numbers: Sequence[str]) -> tuple[Suggestion, ...]:
    """`ok` does the first. With a closed case alone that is a case of its own: nobody reads a closed one."""
    merges, anew = [], []
    for number in numbers[:3]:
        closed = number in known and known[number].closed
        words = "gabungkan ke perkara ini" + (" (sudah ditutup; tidak dibuka kembali)" if closed else "")
        merges.append(Suggestion("merge", words, case=number))
        what = "buka kembali dan periksa ulang" if closed else "perkara baru yang merujuk ke perkara ini"
        anew.append(Suggestion("re-examine", what, case=number, argument=WHY))
    apart = Suggestion("separate", "laporan tersendiri")
    first_closed = bool(numbers) and numbers[0] in known and known[numbers[0]].closed
    ways = (apart, *anew, *merges) if first_closed else (*merges, apart, *anew)
    return (*ways, Suggestion("spam", "bukan laporan"))


def with_alike(ask: Ask, found: Sequence[Found]) -> Ask:
    """Another person uses the words of an earlier report: a case of its own, and staff are told."""
    alike = [one for one in found if not one.likeness.duplicate]
    if not alike:
        return ask
    numbers = ", ".join(one.number for one in alike)
    ways = tuple(
        Suggestion("merge", "kata-kata sama, pelapor lain: gabungkan ke perkara ini", case=one.number)
        for one in alike
    )
    why = f"{ask.why}; kata-kata sama dengan {numbers} oleh pelapor lain"
    return replace(
        ask, why=why, suggestions=(*ask.suggestions, *ways, Suggestion("separate", "tidak terkait"))
    )


def with_inspectorate(ask: Ask, told: bool, number: str | None, world: World) -> Ask:
    """The reporter says that an inspectorate has it already: staff may ask it before the report goes on."""
    ids = [s.agency_id for s in ask.suggestions if s.agency_id]
    overseen = next((i for i in ids if world.directory.agencies[i].oversight_id), None)
    if not told or overseen is None:
        return ask
    way = Suggestion("inspectorate", "tanyakan dahulu apakah Inspektorat sudah memeriksa", agency_id=overseen)
    said = f"Pelapor menyebut sudah melapor ke Inspektorat{f' (nomor {number})' if number else ''}"
    return replace(ask, why=f"{said}; {ask.why}", suggestions=(*ask.suggestions, way))
