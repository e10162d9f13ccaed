"""The Indonesian set: what each mail is and wants, what its form says, what it lacks, what is secret or urgent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from maild.intent import Correspondent, Role
from maild.message import Message
from tests.score.figure import Figure, Goal, Verdict, right_share, wrong_share
from tests.score.forms import fields
from tests.score.machines import KINDS as MACHINES
from tests.score.readings import Reading, Readings
from tests.score.routing import Routed, routed
from tests.score.shared import NUMBERS, Entry, accepted

# Gold's words -> those of the contract. Hostile mail has no kind of its own: what counts is that nobody obeys.
KINDS = {**MACHINES, "reply_focal": "reply", "reply_reporter": "reply", "coordination": "letter"}
ROLES: dict[str, Role] = {"reply_focal": "agency", "reply_reporter": "reporter"}
HARMLESS = ("report", "reply", "letter", "bulk", "other")


def figures(readings: Readings) -> Iterator[Figure]:
    gold = readings.shared.gold
    intents = [e for e in gold if e["kind"] not in ("report", "hostile") and e["intent"]]
    for suffix, asked, read in (("", "", _alone), ("_in_case", ", its case being known", _in_case)):
        kinds = [_kind(e, read(readings, e)) for e in gold]
        yield right_share(f"indonesia.kind{suffix}", f"kind{asked}", kinds, 98)
        meant = [_intent(e, read(readings, e)) for e in intents]
        yield right_share(f"indonesia.intent{suffix}", f"intent{asked}", meant, 93)
    yield right_share("indonesia.fields", "form fields", list(fields(readings)), 95)
    yield from _of_reports(readings)
    yield wrong_share(
        "indonesia.attachments",
        "attachments that are missing or made up",
        [_attachments(e, readings.indonesian(e)) for e in gold],
    )
    yield right_share("indonesia.numbers", "case number in the subject found", list(_numbers(readings)))


def _of_reports(readings: Readings) -> Iterator[Figure]:
    every = routed(readings)
    # What may as well be taken for another kind of mail, and was, is asked no more about the report.
    reports = [one for one in every if one.report or accepted(one.gold, "kind") == ["report"]]
    yield right_share("indonesia.missing", "reports: what is missing", [_missing(r) for r in reports], 90)
    yield right_share("indonesia.remit", "reports: in remit", [_remit(r) for r in reports])
    secret = [_marked(r, "confidential") for r in every if r.gold["confidential"]]
    yield right_share("indonesia.secret", "reports: secrecy heard (recall)", secret, 100)
    hushed = [_unmarked(r, "confidential") for r in reports if r.document["confidential"]]
    yield right_share("indonesia.secret_precision", "reports: taken for secret and are (precision)", hushed)
    urgent = [_marked(r, "urgent") for r in every if r.gold["urgent"]]
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


# --- what a report lacks, and what it is


def _missing(one: Routed) -> Verdict:
    found = sorted(one.document["missing"])
    wanted = [sorted(value) for value in accepted(one.gold, "missing")]
    return Verdict(one.file, found in wanted, wanted, found)


def _remit(one: Routed) -> Verdict:
    wanted = accepted(one.gold, "in_remit")
    found = one.report.remit if one.report else None
    return Verdict(one.file, found in wanted, wanted, f"{found}: {one.report and one.report.remit_reason}")


def _marked(one: Routed, mark: str) -> Verdict:
    return Verdict(
        one.file, one.document[mark] in accepted(one.gold, mark), f"{mark}", one.document["reasons"]
    )


def _unmarked(one: Routed, mark: str) -> Verdict:
    assert one.report is not None
    why = getattr(one.report, f"{mark}_reason")
    return Verdict(one.file, True in accepted(one.gold, mark), f"not {mark}", why)
