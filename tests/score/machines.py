"""Machine mail: bounces, delays, receipts, automatic answers; and people's mail that must not be taken for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.score.figure import Figure, Verdict, right_share, wrong_share
from tests.score.readings import Reading, Readings
from tests.score.shared import Entry, accepted

MACHINE = ("bounce", "delay", "read_receipt", "auto_reply")
# Gold's own words for the kinds of machine mail -> the words of the contract.
KINDS = {
    "auto_reply": "auto_reply",
    "auto_ack": "auto_reply",
    "bounce": "bounce",
    "delay": "delay",
    "receipt": "read_receipt",
}
_BY_A_MACHINE = ("null-return-path", "report=", "auto-submitted=auto", "precedence=auto_reply", "x-loop")
_ROBOTS = ("mailer-daemon@", "postmaster@", "mail delivery", "content-filter")


def figures(readings: Readings) -> Iterator[Figure]:
    corpus = readings.shared.corpus
    bounces = [one for one in corpus if one["expected"].get("is_bounce") is True]
    yield right_share(
        "bounces.recognised",
        "bounces recognised",
        [_kind(one, readings.corpus(one), ("bounce", "delay")) for one in bounces],
        99,
    )
    yield right_share("bounces.recipient", "bounces: recipients that failed", list(_recipients(readings)), 98)
    yield right_share("bounces.permanent", "bounces: permanent or temporary", list(_permanent(readings)), 97)
    yield right_share("bounces.status", "bounces: status as written", list(_status(readings)))
    yield right_share("bounces.delays", "delays, reports and receipts kept apart", list(_apart(readings)))
    yield right_share("auto.recognised", "automatic replies recognised", list(_automatic(readings)), 98)
    yield wrong_share("auto.people", "people's mail taken for machine mail", list(_people(readings)), 0.2)


def _kind(entry: Entry, reading: Reading, wanted: tuple[str, ...]) -> Verdict:
    found = reading.document["kind"]
    return Verdict(reading.file, found in wanted, " or ".join(wanted), found)


def _failed(reading: Reading) -> list[dict[str, Any]]:
    bounce = reading.document["bounce"]
    return [] if bounce is None else [r for r in bounce["recipients"] if r["action"] == "failed"]


def _undelivered(reading: Reading) -> list[dict[str, Any]]:
    bounce = reading.document["bounce"]
    return [] if bounce is None else [r for r in bounce["recipients"] if r["action"] in ("failed", "delayed")]


def _recipients(readings: Readings) -> Iterator[Verdict]:
    for entry in readings.shared.corpus:
        expected = entry["expected"]
        named = [one["recipient"] for one in expected.get("bounces") or () if one.get("recipient")]
        if "failed_recipients" not in expected and not named:
            continue
        reading = readings.corpus(entry)
        listed = expected.get("failed_recipients")
        among = _failed(reading) if listed is not None else _undelivered(reading)
        wanted = sorted({one.lower() for one in (listed if listed is not None else named)})
        found = sorted({one["address"].lower() for one in among})
        yield Verdict(reading.file, wanted == found, wanted, found)


def _permanent(readings: Readings) -> Iterator[Verdict]:
    """By the class of the status (RFC 3463 section 3.1: 5 is permanent, 4 is not), else of the reply code.

    The sources' own word `hard` means an address that is no good, which is another question: a full mailbox
    answered with 5.2.2 is a permanent failure of this mail and a `soft` bounce.
    """
    for entry in readings.shared.corpus:
        wanted = [_class(one) for one in entry["expected"].get("bounces") or ()]
        if not wanted or None in wanted:
            continue
        reading = readings.corpus(entry)
        found = [r["permanent"] for r in _undelivered(reading)]
        yield Verdict(reading.file, bool(found) and set(found) == set(wanted), wanted, found)


def _class(one: dict[str, Any]) -> bool | None:
    if one.get("action") == "delayed":
        return False
    digit = str(one.get("status") or one.get("reply_code") or " ")[0]
    return {"5": True, "4": False}.get(digit)


def _status(readings: Readings) -> Iterator[Verdict]:
    for entry in readings.shared.corpus:
        for one in entry["expected"].get("bounces") or ():
            written = not one.get("status_is_derived") and one.get("status_in_raw", True)
            if one.get("status") and written:
                reading = readings.corpus(entry)
                bounce = reading.document["bounce"]
                found = [r["status"] for r in bounce["recipients"]] if bounce else []
                yield Verdict(reading.file, one["status"] in found, one["status"], found)


def _apart(readings: Readings) -> Iterator[Verdict]:
    """What only looks like a failure: nobody may be taken for failed."""
    for entry in readings.shared.corpus:
        expected = entry["expected"]
        delayed = expected.get("kind") in ("delay", "warning") or expected.get("temporary")
        if delayed:
            yield _kind(entry, readings.corpus(entry), ("delay",))
        elif expected.get("kind") == "read-receipt":
            yield _kind(entry, readings.corpus(entry), ("read_receipt",))
        elif expected.get("is_bounce") is False:
            reading = readings.corpus(entry)
            found = reading.document["kind"]
            yield Verdict(reading.file, found not in ("bounce", "delay"), "no bounce", found)


def _automatic(readings: Readings) -> Iterator[Verdict]:
    for entry in readings.shared.corpus:
        if entry["expected"].get("is_auto_reply") is True:
            reading = readings.corpus(entry)
            yield Verdict(
                reading.file, reading.document["auto_reply"], "auto_reply", reading.document["kind"]
            )
    for entry in readings.shared.gold:
        if entry["kind"] in ("auto_reply", "auto_ack"):
            yield _kind(entry, readings.indonesian(entry), ("auto_reply",))


def _people(readings: Readings) -> Iterator[Verdict]:
    """Whole mails of the folders that hold ordinary mail, but for those whose header says a machine wrote it."""
    for entry in readings.shared.of("parse", "threads", "replies", "forwards", "autoreplies"):
        expected = entry["expected"]
        if entry["form"] != "message" or expected.get("is_auto_reply") or expected.get("is_bounce"):
            continue
        reading = readings.corpus(entry)
        asked = expected.get("is_auto_reply") is False or expected.get("is_bounce") is False
        if entry["purpose"] == "autoreplies" and not asked:
            continue
        if asked or not _by_a_machine(entry, reading):
            found = reading.document["kind"]
            yield Verdict(reading.file, found not in MACHINE, "written by a person", found)
    for entry in readings.shared.gold:
        kinds = {KINDS.get(kind) for kind in accepted(entry, "kind")}
        if kinds == {None}:
            reading = readings.indonesian(entry)
            found = reading.document["kind"]
            yield Verdict(reading.file, found not in MACHINE, "written by a person", found)


def _by_a_machine(entry: Entry, reading: Reading) -> bool:
    """Plain facts of the raw bytes (the index's tags) and of the sender's address."""
    if any(tag.startswith(_BY_A_MACHINE) for tag in entry.get("tags") or ()):
        return True
    sender = reading.document["from"] or {"name": "", "address": ""}
    return f"{sender['address']} {sender['name']}".lower().startswith(_ROBOTS) or any(
        word in f"{sender['name']} {sender['address']}".lower() for word in _ROBOTS
    )
