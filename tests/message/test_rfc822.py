"""The `read` document of the contract, section 3."""

from __future__ import annotations

import json
from datetime import date

from maild.intent import Correspondent, understand
from maild.intent.numbers import case_pattern, letter_pattern
from maild.message import Message, read
from maild.message.rfc822 import as_json
from tests.message.compose import mail, message

CASE, LETTER = case_pattern(), letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}")
KEYS = {
    "file",
    "kind",
    "message_id",
    "in_reply_to",
    "references",
    "date",
    "from",
    "to",
    "cc",
    "subject",
    "text",
    "new_text",
    "quoted",
    "attachments",
    "auto_reply",
    "bulk",
    "bounce",
    "forwarded",
    "case_refs",
    "letter_refs",
    "intent",
    "fields",
    "defects",
}


def document(found: Message) -> dict[str, object]:
    who = Correspondent("agency", in_case=True)
    meaning = understand(found, who, case_pattern=CASE, letter_pattern=LETTER, today=date(2026, 9, 1))
    result: dict[str, object] = json.loads(json.dumps(as_json(found, meaning, "001.eml")))
    return result


def test_all_keys_are_there_and_absent_is_null() -> None:
    found = document(message("Surat sudah kami terima, terima kasih."))
    assert set(found) >= KEYS
    assert found["file"] == "001.eml"
    assert found["in_reply_to"] is None
    assert found["bounce"] is None
    assert found["forwarded"] is None
    assert found["from"] == {"name": "Budi", "address": "budi@warga.example"}
    assert found["date"] == "2026-08-26T06:09:16+00:00"
    assert (found["kind"], found["intent"]) == ("reply", "receipt")


def test_an_extension_carries_its_date() -> None:
    found = document(message("Mohon perpanjangan waktu sampai 30 September 2026."))
    assert found["fields"] == {"until": "2026-09-30"}


def test_a_bounce() -> None:
    raw = mail(
        "<fp@x.example>: 550 5.1.1 user unknown", sender="MAILER-DAEMON@x.example", subject="Undelivered Mail"
    )
    found = read(raw)
    assert isinstance(found, Message)
    bounce = document(found)["bounce"]
    assert isinstance(bounce, dict)
    assert bounce["recipients"][0]["address"] == "fp@x.example"
    assert set(bounce["recipients"][0]) == {"address", "action", "status", "permanent", "diagnostic"}
