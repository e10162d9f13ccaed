"""once, cases, show, held, release, outbox, retry: on a database that a real round has filled."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.cli.premises import AT, CITIZEN, LATER, Premises, maild
from tests.daemon import bureau

CASE = {
    "number", "state", "opened_at", "closed_at", "closed_reason", "urgent", "confidential", "agency_id",
    "focal_point", "owner", "subject", "deadlines", "letters", "messages", "timeline",
}  # fmt: skip
DEADLINE = {"rule", "basis", "started_at", "due_at", "met_at", "state", "explanation"}
LETTER = {"number", "kind", "to", "queued_at", "sent_at", "status", "message_id"}
MESSAGE = {"message_id", "from", "received_at", "kind", "intent"}
HELD = {"id", "since", "reason", "message_id", "from", "subject", "suggestions"}
OUTBOX = {"id", "case", "kind", "to", "state", "attempts", "next_attempt_at", "message_id", "last_reply"}
COUNTS = [
    "received", "opened", "threaded", "held", "quarantined", "duplicates", "ignored", "sent", "deferred",
    "failed", "due",
]  # fmt: skip


def with_a_case(office: Premises) -> dict[str, Any]:
    office.deliver()
    assert office.maild("once", "--at", AT).exit_code == 0
    return office.documents("cases")[0]


def is_address(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"name", "address"} and "@" in value["address"]


def aware(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    assert found.utcoffset() is not None
    return found


def test_once_counts_what_it_did(office: Premises) -> None:
    office.deliver()
    counts = office.documents("once", "--at", AT)[0]
    assert list(counts) == COUNTS
    assert counts["received"] == counts["opened"] == 1
    again = office.documents("once", "--at", LATER)[0]
    assert again["received"] == 0


def test_a_case_has_every_key_of_the_contract(office: Premises) -> None:
    case = with_a_case(office)
    assert set(case) >= CASE
    assert case["agency_id"] == "capil-uji" and case["agency_ids"] == ["capil-uji"]
    assert case["opened_at"] == "2026-03-02T09:00:00+08:00"
    assert case["closed_at"] is None and case["closed_reason"] is None
    assert case["focal_point"] == {"name": "I Wayan Uji", "address": "narahubung@capil.badungkab.example"}
    assert case["owner"] == {"name": "Asisten Uji", "address": bureau.OFFICER}
    assert office.documents("show", case["number"]) == [case]


def test_the_parts_of_a_case_have_every_key_of_the_contract(office: Premises) -> None:
    case = with_a_case(office)
    (deadline,) = case["deadlines"]
    assert set(deadline) >= DEADLINE
    assert (deadline["rule"], deadline["state"], deadline["met_at"]) == ("D23", "running", None)
    assert aware(deadline["due_at"]) > aware(deadline["started_at"]) and deadline["explanation"]
    for letter in case["letters"]:
        assert set(letter) >= LETTER and is_address(letter["to"])
        assert aware(letter["queued_at"])
    first = next(letter for letter in case["letters"] if letter["kind"] == "L05")
    assert first["status"] == "sent" and first["number"] and aware(first["sent_at"])
    (message,) = case["messages"]
    assert set(message) >= MESSAGE
    assert message["from"]["address"] == CITIZEN and message["kind"] == "report"
    assert all(set(one) == {"at", "event", "by", "detail"} for one in case["timeline"])
    assert case["timeline"]


def test_overdue_is_said_and_can_be_asked_for(office: Premises) -> None:
    case = with_a_case(office)
    assert office.documents("cases", "--overdue") == []
    office.maild("once", "--at", "2026-03-20T10:00+08:00")
    (late,) = office.documents("cases", "--overdue")
    assert late["number"] == case["number"]
    assert [d["state"] for d in late["deadlines"]] == ["overdue"]
    assert "late" in office.maild("cases").stdout


def test_cases_can_be_narrowed(office: Premises) -> None:
    with_a_case(office)
    assert len(office.documents("cases", "--open")) == 1
    assert len(office.documents("cases", "--agency", "capil-uji")) == 1
    assert office.documents("cases", "--agency", "pdam-uji") == []


def test_show_finds_a_number_as_people_type_it(office: Premises) -> None:
    case = with_a_case(office)
    typed = case["number"].lower().replace("/", " - ")
    assert office.documents("show", typed)[0]["number"] == case["number"]
    missing = office.maild("show", "9999/LM/III/2026/KTA")
    assert missing.exit_code == 1 and missing.stderr.count("\n") == 1 and missing.stdout == ""


def test_held_explains_itself(office: Premises) -> None:
    office.deliver("asing@mana.example", "Selamat siang, bagaimana kabar perkara saya?", subject="Tanya")
    office.maild("once", "--at", AT)
    (item,) = office.documents("held")
    assert set(item) >= HELD
    assert item["from"] == {"name": "", "address": "asing@mana.example"} and item["subject"] == "Tanya"
    assert item["message_id"].endswith("@mana.example") and aware(item["since"])
    for suggestion in item["suggestions"]:
        assert set(suggestion) >= {"action", "case", "agency_id", "why"}


def test_release_settles_as_ok_of_staff_does(office: Premises) -> None:
    office.deliver("asing@mana.example", "Selamat siang, bagaimana kabar perkara saya?", subject="Tanya")
    office.maild("once", "--at", AT)
    (item,) = office.documents("held")
    done = office.maild("release", str(item["id"]))
    assert done.exit_code == 0, done.stderr
    assert office.documents("held") == []
    again = office.maild("release", str(item["id"]))
    assert again.exit_code == 1 and str(item["id"]) in again.stderr


def test_release_of_nothing_says_so_and_does_the_rest(office: Premises) -> None:
    office.deliver("asing@mana.example", "Selamat siang, bagaimana kabar perkara saya?", subject="Tanya")
    office.maild("once", "--at", AT)
    (item,) = office.documents("held")
    result = office.maild("release", "777", "x", str(item["id"]))
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["777", "x"]
    assert office.documents("held") == []


def held_letter(office: Premises) -> int:
    """The letter to the agency is stopped within its hold time, as `hold` by mail does."""
    office.change("hold: 0 minutes", "hold: 30 minutes")
    office.deliver()
    office.maild("once", "--at", AT)
    with sqlite3.connect(office.folder / "maild.db") as database:
        database.execute("update outbox set state = 'held', last_reply = 'held by staff' where kind = 'L05'")
    (letter,) = office.documents("outbox", "--state", "held")
    return int(letter["id"])


def test_a_held_letter_has_an_id_that_no_question_has(office: Premises) -> None:
    number = held_letter(office)
    listed = next(one for one in office.documents("held") if one["reason"] == "letter")
    assert listed["id"] == f"L{number}" and set(listed) >= HELD
    wrong = office.maild("release", str(number + 5000))
    assert wrong.exit_code == 1


def test_a_held_letter_is_released_and_leaves(office: Premises) -> None:
    number = held_letter(office)
    assert office.maild("release", f"L{number}").exit_code == 0
    assert not any(mail.recipients[0] == "narahubung@capil.badungkab.example" for mail in office.sink.mails)
    office.maild("once", "--at", "2026-03-02T09:01+08:00")
    assert len(office.sink.to("narahubung@capil.badungkab.example")) == 1
    assert office.maild("release", f"L{number}").exit_code == 1


def test_a_letter_of_an_earlier_day_is_not_released_with_its_old_date(office: Premises) -> None:
    number = held_letter(office)
    office.maild("once", "--at", "2026-03-03T09:00+08:00")
    result = office.maild("release", f"L{number}")
    assert result.exit_code == 1 and "earlier day" in result.stderr
    assert office.documents("outbox", "--state", "held")[0]["id"] == number


def test_outbox_lists_what_has_not_left(office: Premises) -> None:
    office.sink.plan("RCPT", "451 4.2.0 later", containing="capil")
    with_a_case(office)
    (letter,) = office.documents("outbox")
    assert set(letter) >= OUTBOX
    assert letter["state"] == "deferred" and letter["attempts"] == 1 and is_address(letter["to"])
    assert letter["last_reply"].startswith("451") and aware(letter["next_attempt_at"])
    assert letter["case"] and letter["kind"] == "L05"
    assert {one["state"] for one in office.documents("outbox", "--all")} >= {"sent", "deferred"}


def test_retry_sends_the_same_bytes_again(office: Premises) -> None:
    office.sink.plan("RCPT", "550 5.1.1 no such user", times=1, containing="capil")
    with_a_case(office)
    (letter,) = office.documents("outbox", "--state", "failed")
    done = office.maild("retry", str(letter["id"]))
    assert done.exit_code == 0, done.stderr
    office.maild("once", "--at", "2026-03-02T09:01+08:00")
    (mail,) = office.sink.to("narahubung@capil.badungkab.example")
    assert bureau.parsed(mail.raw)["Message-ID"] == f"<{letter['message_id']}>"
    sent = office.maild("retry", str(letter["id"]))
    assert sent.exit_code == 1 and "is sent" in sent.stderr


def test_a_letter_withdrawn_before_it_was_tried_is_not_sent_by_retry(office: Premises) -> None:
    number = held_letter(office)
    with sqlite3.connect(office.folder / "maild.db") as database:
        database.execute(
            "update outbox set state = 'failed', last_reply = 'case closed' where id = ?", [number]
        )
    result = office.maild("retry", str(number))
    assert result.exit_code == 1 and "withdrawn" in result.stderr


def test_text_for_people_stays_within_the_terminal(office: Premises) -> None:
    case = with_a_case(office)
    for words in (["cases"], ["show", case["number"]], ["held"], ["outbox", "--all"]):
        said = office.maild(*words).stdout
        assert max((len(line) for line in said.splitlines()), default=0) <= 100, words


def test_control_characters_of_a_mail_never_reach_the_terminal(office: Premises) -> None:
    subject = "=?utf-8?q?=1B]0;x=07_judul_=E2=80=AE=C2=9B31m?="
    office.deliver(subject=subject)
    office.maild("once", "--at", AT)
    with sqlite3.connect(office.folder / "maild.db") as database:
        database.execute("update 'case' set subject = ?", ["a\x1b[31m\nb\x9bc\u202ed"])
    number = office.documents("cases")[0]["number"]
    for words in (["show", number], ["show", number, "--json"], ["cases"]):
        said = office.maild(*words).stdout
        assert not any(c in said for c in "\x1b\x07\x9b\u202e"), words
    shown = office.maild("show", number).stdout
    assert "a\\x1b[31m\\nb\\x9bc\\u202ed" in shown
    assert office.documents("show", number)[0]["subject"] == "a\x1b[31m\nb\x9bc\u202ed"


def test_a_database_that_is_not_there_is_an_error_and_stays_away(office: Premises) -> None:
    result = office.maild("cases", "--json")
    assert result.exit_code == 75 and result.stdout == ""
    assert not (office.folder / "maild.db").exists()


def test_a_mailbox_out_of_reach_ends_with_75_and_the_counts(office: Premises) -> None:
    port = re.search(r"mailbox: {host: 127.0.0.1, (port: \d+)", office.written)
    assert port is not None
    office.change(port[1], "port: 1")
    result = office.maild("once", "--json", "--at", AT)
    assert result.exit_code == 75, result.output
    assert list(json.loads(result.stdout)) == COUNTS
    said = [line for line in result.stderr.splitlines() if not line.startswith("{")]  # those are the log's
    assert len(said) == 1 and "127.0.0.1:1" in said[0]


def test_at_only_in_a_rehearsal_and_never_back(office: Premises) -> None:
    office.maild("once", "--at", LATER)
    assert office.maild("once", "--at", AT).exit_code == 2
    assert office.maild("once", "--at", "kemarin").exit_code == 2
    office.change("rehearsal: {enabled: true}", "rehearsal: {enabled: false}")
    result = office.maild("once", "--at", "2026-04-01T09:00+08:00")
    assert result.exit_code == 2 and "rehearsal" in result.stderr


def test_config_is_found_before_and_after_the_command(office: Premises, tmp_path: Path) -> None:
    with_a_case(office)
    file = str(office.config)
    assert maild("--config", file, "cases").exit_code == 0
    assert maild("cases", "--config", file).exit_code == 0
    assert maild("--config", str(tmp_path / "none.yaml"), "cases", "--config", file).exit_code == 0
    nowhere = maild("cases")
    assert nowhere.exit_code == 78 and "--config" in nowhere.stderr


def test_every_problem_of_a_configuration_is_told_at_once(office: Premises) -> None:
    office.change("code: KTA", "kode: KTA")
    office.change("routing: {forward: auto", "routing: {forward: perhaps")
    result = office.maild("cases")
    assert result.exit_code == 78 and result.stdout == ""
    assert "did you mean" in result.stderr and "forward" in result.stderr
