"""The invented Indonesian mailbox beside the checkout: what a careful officer would make of each mail."""

from __future__ import annotations

import csv
import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from maild.intent import Correspondent, Meaning, understand
from maild.intent.numbers import case_pattern, letter_pattern
from maild.message import Message, Unreadable, read
from maild.message.rfc822 import as_json

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout"),
]
CASE = case_pattern("{seq:04d}/{type}/{month_roman}/{year}/{code}")
LETTER = letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}")
NUMBERS = {
    b"{{CASE}}": b"0012/LM/VIII/2026/DPS",
    b"{{CASE2}}": b"0013/LM/VIII/2026/DPS",
    b"{{LETTER}}": b"0007/SRT/0012/LM/VIII/2026/DPS/DPS/VIII/2026",
    b"{{MSGID}}": b"surat.1@ombudsman.example",
}
KINDS = {
    "reply_focal": "reply",
    "reply_reporter": "reply",
    "coordination": "letter",
    "auto_ack": "auto_reply",
    "receipt": "read_receipt",
}


def gold() -> list[dict[str, Any]]:
    lines = (SHARED / "indonesia" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def directory() -> set[str]:
    with (SHARED / "indonesia" / "registry.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ("focal_email", "alternate_email", "superior_email")
    return {row[column].lower() for row in rows for column in columns} - {""}


def judged(entry: dict[str, Any], known: set[str]) -> tuple[Message, Meaning]:
    raw = (SHARED / "indonesia" / "mails" / f"{entry['id']}.eml").read_bytes()
    for placeholder, number in NUMBERS.items():
        raw = raw.replace(placeholder, number)
    message = read(raw)
    assert isinstance(message, Message)
    who = Correspondent(_role(entry, message, known), in_case=bool(entry.get("placeholders")))
    today = message.date.date() if message.date else date(2026, 8, 3)
    return message, understand(message, who, case_pattern=CASE, letter_pattern=LETTER, today=today)


def _role(entry: dict[str, Any], message: Message, known: set[str]) -> Any:
    address = message.sender.address if message.sender else ""
    if entry["kind"] in ("reply_focal", "reply_reporter"):
        return {"reply_focal": "agency", "reply_reporter": "reporter"}[entry["kind"]]
    if address.endswith(("@ombudsman-bali.example", "@ombudsman-ntt.example")):
        return "staff"
    return "agency" if address in known else "stranger"


def accepted(entry: dict[str, Any], field: str) -> list[Any]:
    return [entry[field], *(entry.get("acceptable") or {}).get(field, [])]


def test_kinds_and_intents() -> None:
    known = directory()
    kinds, intents, entries, replies = [], [], 0, 0
    for entry in gold():
        if entry["kind"] == "hostile":
            continue
        _, found = judged(entry, known)
        entries += 1
        if found.kind not in [KINDS.get(kind, kind) for kind in accepted(entry, "kind")]:
            kinds.append((entry["id"], found.kind, entry["kind"]))
        if entry["kind"] != "report" and entry["intent"]:
            replies += 1
            if found.intent not in accepted(entry, "intent"):
                intents.append((entry["id"], found.intent, entry["intent"]))
    assert entries == 154
    assert len(kinds) <= 0.03 * entries, kinds
    assert len(intents) <= 0.06 * replies, intents


def test_dates_asked_for() -> None:
    known = directory()
    asked = [entry for entry in gold() if entry.get("extension_until")]
    assert asked
    for entry in asked:
        _, found = judged(entry, known)
        assert str(found.until) == entry["extension_until"], entry["id"]


def test_nothing_hostile_is_a_command_or_closes() -> None:
    known = directory()
    for entry in gold():
        if entry["kind"] == "hostile":
            _, found = judged(entry, known)
            assert found.commands == ()
            assert found.kind in ("report", "reply", "letter", "bulk", "other")


def test_the_read_document() -> None:
    known = directory()
    for entry in gold():
        message, found = judged(entry, known)
        document = json.loads(json.dumps(as_json(message, found, f"{entry['id']}.eml"), ensure_ascii=False))
        assert document["kind"] == found.kind
        assert set(document) >= {
            "from",
            "text",
            "new_text",
            "case_refs",
            "letter_refs",
            "fields",
            "defects",
            "bounce",
        }


def test_every_whole_message_of_the_corpus_is_understood_quickly() -> None:
    lines = (SHARED / "corpus" / "index.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [entry for entry in map(json.loads, lines) if entry["form"] == "message"]
    for entry in entries:
        raw = (SHARED / "corpus" / entry["path"]).read_bytes()
        start = time.process_time()
        message = read(raw)
        if not isinstance(message, Unreadable):
            for role in ("stranger", "agency", "reporter"):
                who = Correspondent(role, in_case=role != "stranger")
                found = understand(
                    message, who, case_pattern=CASE, letter_pattern=LETTER, today=date(2026, 8, 3)
                )
                assert found.reasons
        assert time.process_time() - start < 2, entry["path"]
