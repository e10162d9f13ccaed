"""The Indonesian set: what each mail is and wants, what its form says, what it lacks, what is secret or urgent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from maild.intent import Correspondent, Role
from maild.message import Message
from maild.message.extracts import every_attachment
from tests.score.figure import Figure, Goal, Verdict, right_share, wrong_share
from tests.score.machines import KINDS as MACHINES
from tests.score.readings import Reading, Readings
from tests.score.routing import Routed, routed
from tests.score.shared import NUMBERS, Entry, accepted
from tests.score.wording import collapsed

# Gold's words -> those of the contract. Hostile mail has no kind of its own: what counts is that nobody obeys.
KINDS = {**MACHINES, "reply_focal": "reply", "reply_reporter": "reply", "coordination": "letter"}
ROLES: dict[str, Role] = {"reply_focal": "agency", "reply_reporter": "reporter"}
HARMLESS = ("report", "reply", "letter", "bulk", "other")

# What a form says on one line, under the labels of domain.md 5.2 as they stand there: the plainest reading.
LABELS = {
    "reporter_name": ("nama", "nama lengkap", "nama pelapor"),
    "nik": ("nik", "no. ktp", "no ktp", "nomor identitas (ktp)", "no. identitas"),
    "address": ("alamat",),
    "phone": ("no. hp", "no hp", "no. telp", "nomor telepon", "telepon", "no. hp/wa"),
    "agency": ("terlapor", "instansi terlapor", "instansi yang dilaporkan", "pihak terlapor", "teradu"),
}
_LINE = re.compile(
    r"^[ \t]*(?:\d{1,2}[.)][ \t]*)?([A-Za-z/.()' ]{2,40}?)[ \t]*[:=][ \t]*(\S[^\n]*)$", re.MULTILINE
)
_EMPTY = re.compile(r"^(?:[-–.…_ ]*|idem|sda|nihil|tidak ada)$", re.IGNORECASE)
_NIK = re.compile(r"(?<!\d)\d{4}(?:[ .]?\d{4}){2}[ .]?0000(?!\d)")  # every NIK of the set ends in 0000
_NO_NIK = re.compile(r"\b(?:kk|kartu keluarga|rekening|nip|nib|pelanggan|meter)\b", re.IGNORECASE)
_MOBILE = re.compile(r"(?<!\d)(?:\+?62|0)[ -]?812[ -]?0000[ -]?\d{4}(?!\d)")  # and every mobile number is so


def figures(readings: Readings) -> Iterator[Figure]:
    gold = readings.shared.gold
    intents = [e for e in gold if e["kind"] not in ("report", "hostile") and e["intent"]]
    for suffix, asked, read in (("", "", _alone), ("_in_case", ", its case being known", _in_case)):
        kinds = [_kind(e, read(readings, e)) for e in gold]
        yield right_share(f"indonesia.kind{suffix}", f"kind{asked}", kinds, 98)
        meant = [_intent(e, read(readings, e)) for e in intents]
        yield right_share(f"indonesia.intent{suffix}", f"intent{asked}", meant, 93)
    yield right_share("indonesia.fields", "form fields", list(_fields(readings)), 95)
    yield from _of_reports(readings)
    yield wrong_share(
        "indonesia.attachments",
        "attachments that are missing or made up",
        [_attachments(e, readings.indonesian(e)) for e in gold],
    )
    yield right_share("indonesia.numbers", "case number in the subject found", list(_numbers(readings)))


def _of_reports(readings: Readings) -> Iterator[Figure]:
    reports = [one for one in routed(readings) if one.report is not None]
    yield right_share("indonesia.missing", "reports: what is missing", [_missing(r) for r in reports], 90)
    yield right_share("indonesia.remit", "reports: in remit", [_remit(r) for r in reports])
    secret = [_marked(r, "confidential") for r in reports if r.gold["confidential"]]
    yield right_share("indonesia.secret", "reports: secrecy heard (recall)", secret, 100)
    hushed = [_unmarked(r, "confidential") for r in reports if r.document["confidential"]]
    yield right_share("indonesia.secret_precision", "reports: taken for secret and are (precision)", hushed)
    urgent = [_marked(r, "urgent") for r in reports if r.gold["urgent"]]
    yield right_share("indonesia.urgent", "reports: urgency seen (recall)", urgent, 100)
    cried = [_unmarked(r, "urgent") for r in reports if r.document["urgent"]]
    yield Figure(
        "indonesia.urgent_precision",
        "reports: taken for urgent and are (precision)",
        tuple(cried),
        Goal(80),
    )


class Said(NamedTuple):
    """What was made of a mail, and by which rules."""

    file: str
    kind: str | None
    intent: str | None
    why: str


def _alone(readings: Readings, entry: Entry) -> Said:
    """As `maild read` says: it knows staff and focal points by their addresses, and no cases."""
    reading = readings.indonesian(entry)
    found = reading.document
    return Said(reading.file, found["kind"], found["intent"], "; ".join(found.get("reasons", ())))


def _in_case(readings: Readings, entry: Entry) -> Said:
    """As the daemon says, that looked up the case by the keys of the mail and the sender's part in it."""
    reading = readings.indonesian(entry)
    who = Correspondent(ROLES.get(entry["kind"], _role(readings, reading)), bool(entry.get("placeholders")))
    assert isinstance(reading.message, Message)
    found = readings.officials.understood(reading.message, who)
    return Said(reading.file, found.kind, found.intent, "; ".join(found.reasons))


def _role(readings: Readings, reading: Reading) -> Role:
    sender = reading.document["from"]
    return readings.officials.role((sender or {}).get("address", ""))


def _kind(entry: Entry, found: Said) -> Verdict:
    wanted = [KINDS.get(kind, kind) for kind in accepted(entry, "kind")]
    if "hostile" in wanted:
        wanted = list(HARMLESS)
    expected = " or ".join(dict.fromkeys(wanted))
    return Verdict(found.file, found.kind in wanted, expected, f"{found.kind}: {found.why}")


def _intent(entry: Entry, found: Said) -> Verdict:
    wanted = accepted(entry, "intent")
    expected = " or ".join(map(str, wanted))
    return Verdict(found.file, found.intent in wanted, expected, f"{found.intent}: {found.why}")


def _attachments(entry: Entry, reading: Reading) -> Verdict:
    wanted = sorted([name, kind] for name, kind in entry["attachments"])
    found = sorted([one["filename"], one["content_type"]] for one in reading.document["attachments"])
    return Verdict(reading.file, wanted == found, wanted, found)


def _numbers(readings: Readings) -> Iterator[Verdict]:
    """Where the driver would put a case number into the subject, it is found."""
    number = NUMBERS[b"{{CASE}}"].decode()
    for entry in readings.shared.gold:
        raw = (readings.shared.root / "indonesia" / "mails" / f"{entry['id']}.eml").read_bytes()
        head = raw.partition(b"\r\n\r\n")[0]
        if re.search(rb"(?im)^subject:[^\r]*\{\{CASE\}\}", head):
            reading = readings.indonesian(entry)
            found = reading.document["case_refs"]
            yield Verdict(reading.file, number in found, number, found)


# --- form fields


def _fields(readings: Readings) -> Iterator[Verdict]:
    """Gold's names and dates, and what the mail itself says in a form that cannot be misread."""
    for entry in readings.shared.gold:
        reading = readings.indonesian(entry)
        fields = reading.document["fields"]
        if entry.get("extension_until"):
            wanted, found = entry["extension_until"], fields.get("until")
            yield Verdict(reading.file, wanted == found, {"until": wanted}, {"until": found})
        if entry["kind"] == "report" and reading.document["kind"] == "report":
            yield _name(entry, reading)
            yield from _written(reading)


def _name(entry: Entry, reading: Reading) -> Verdict:
    found = reading.document["fields"].get("reporter_name")
    wanted = accepted(entry, "reporter_name")
    right = _fold(found) in [_fold(one) for one in wanted]
    return Verdict(reading.file, right, {"reporter_name": wanted}, {"reporter_name": found})


def _fold(name: Any) -> str:
    return collapsed(str(name or "")).casefold()


def _written(reading: Reading) -> Iterator[Verdict]:
    text, fields = reading.document["new_text"], reading.document["fields"]
    for name, value in _lines(text):
        found = fields.get(name)
        right = found is not None and _digits_or_words(value) in _digits_or_words(found)
        yield Verdict(reading.file, right, {name: value}, {name: found})
    yield from _nik(reading, fields.get("nik"))
    phones = {_national(m[0]) for m in _MOBILE.finditer(text)}
    if len(phones) == 1:
        known = _national(fields.get("phone") or "")
        yield Verdict(
            reading.file, known in phones, {"phone": sorted(phones)}, {"phone": fields.get("phone")}
        )


def _nik(reading: Reading, found: str | None) -> Iterator[Verdict]:
    """The one NIK of the writer's own words; where it is taken from a document or a forwarded mail, one of these."""
    assert isinstance(reading.message, Message)
    own = _niks(reading.document["new_text"])
    documents = [one.extract.text for one in every_attachment(reading.message) if one.extract]
    known = own | _niks("\n".join([reading.document["text"], *documents]))
    if len(own) == 1 or found:
        wanted = own if len(own) == 1 else known
        yield Verdict(reading.file, found in wanted, {"nik": sorted(wanted)}, {"nik": found})


def _niks(text: str) -> set[str]:
    found = (m for m in _NIK.finditer(text) if not _NO_NIK.search(text[max(0, m.start() - 40) : m.start()]))
    return {re.sub(r"\D", "", one[0]) for one in found}


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """(field, value) of the lines `Label : value`, each label's first one."""
    seen: set[str] = set()
    for label, value in _LINE.findall(text):
        name = next((n for n, labels in LABELS.items() if collapsed(label).lower() in labels), None)
        if name is not None and name not in seen and not _EMPTY.match(value.strip()):
            seen.add(name)
            yield name, value


def _digits_or_words(value: str) -> str:
    """Numbers by their digits, names and the like by their first words: lines wrap and go on."""
    digits = re.sub(r"\D", "", value)
    return digits if len(digits) >= 8 else collapsed(re.sub(r"[^\w ]", " ", value)).casefold()


def _national(number: str) -> str:
    return re.sub(r"^(?:62|0)", "", re.sub(r"\D", "", number))


# --- what a report lacks, and what it is


def _missing(one: Routed) -> Verdict:
    found = sorted(one.document["missing"])
    wanted = [sorted(value) for value in accepted(one.gold, "missing")]
    return Verdict(one.file, found in wanted, wanted, found)


def _remit(one: Routed) -> Verdict:
    assert one.report is not None
    wanted = accepted(one.gold, "in_remit")
    return Verdict(
        one.file, one.report.remit in wanted, wanted, f"{one.report.remit}: {one.report.remit_reason}"
    )


def _marked(one: Routed, mark: str) -> Verdict:
    return Verdict(
        one.file, one.document[mark] in accepted(one.gold, mark), f"{mark}", one.document["reasons"]
    )


def _unmarked(one: Routed, mark: str) -> Verdict:
    assert one.report is not None
    why = getattr(one.report, f"{mark}_reason")
    return Verdict(one.file, True in accepted(one.gold, mark), f"not {mark}", why)
