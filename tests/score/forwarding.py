"""Forwarded mails: who wrote the original, about what, and what the forwarder added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.score.figure import Figure, Verdict, right_share
from tests.score.readings import Reading, Readings
from tests.score.shared import Entry
from tests.score.wording import collapsed, lost


def figures(readings: Readings) -> Iterator[Figure]:
    entries = [(one, readings.corpus(one)) for one in readings.shared.of("forwards")]
    yield right_share(
        "forwards.original",
        "forwards: original sender and subject",
        [_original(one["expected"], reading) for one, reading in entries if _wanted(one["expected"])],
        95,
    )
    yield right_share(
        "forwards.recognised", "forwards recognised, others not taken for one", list(_recognised(entries))
    )
    yield right_share("forwards.text", "forwards: all words of the original", list(_texts(entries)))
    yield right_share("forwards.own_text", "forwards: what the forwarder wrote", list(_own(entries)))


def _wanted(expected: dict[str, Any]) -> dict[str, Any]:
    """Sender and subject of the original, as far as the source tests them."""
    original = expected.get("original") or {}
    sender = original.get("from") or {}
    wanted = {
        "subject": original.get("subject", expected.get("embedded_subject")),
        "address": original.get("from_address") or sender.get("address"),
        "name": sender.get("name"),
    }
    return {key: value for key, value in wanted.items() if value is not None}


def _original(expected: dict[str, Any], reading: Reading) -> Verdict:
    wanted = _wanted(expected)
    forwarded = reading.document["forwarded"]
    sender = (forwarded or {}).get("from") or {"name": "", "address": ""}
    known = {"subject": (forwarded or {}).get("subject") or "", **sender}
    found = {key: known[key] for key in wanted}
    same = all(
        collapsed(str(found[key])).casefold() == collapsed(str(wanted[key])).casefold() for key in wanted
    )
    return Verdict(reading.file, forwarded is not None and same, wanted, found if forwarded else None)


def _recognised(entries: list[tuple[Entry, Reading]]) -> Iterator[Verdict]:
    for entry, reading in entries:
        wanted = entry["expected"].get("forwarded")
        if wanted is not None:
            found = reading.document["forwarded"] is not None
            yield Verdict(reading.file, found == wanted, {"forwarded": wanted}, {"forwarded": found})


def _texts(entries: list[tuple[Entry, Reading]]) -> Iterator[Verdict]:
    for entry, reading in entries:
        original = entry["expected"].get("original") or {}
        body = original.get("body") or " ".join(original.get("body_contains") or ())
        if body:
            forwarded = reading.document["forwarded"]
            gone = lost(body, forwarded["text"] if forwarded else "")
            yield Verdict(reading.file, not gone, body, f"lost: {' '.join(gone[:20])}")


def _own(entries: list[tuple[Entry, Reading]]) -> Iterator[Verdict]:
    for entry, reading in entries:
        expected, found = entry["expected"], collapsed(reading.document["new_text"])
        if "own_text" in expected:
            wanted = collapsed(expected["own_text"] or "")
            yield Verdict(reading.file, wanted == found, {"own_text": wanted}, found)
        for part in expected.get("own_text_contains") or ():
            yield Verdict(reading.file, collapsed(part) in found, {"own_text_contains": part}, found)
