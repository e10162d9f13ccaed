"""T34: a delivery report is believed as far as it names a letter of ours by what nobody can guess."""

from __future__ import annotations

import pytest

from tests.adversary.scene import CITIZEN, FOCAL, OFFICER, Scene, header
from tests.daemon.bureau import OWN, mail, parsed

TOKEN = "bcdfghjklmnpqrstvwxzbcdf"


def dsn(
    message_id: str, address: str = FOCAL, to: str = OWN, action: str = "failed", subject: str = "Undelivered Mail",
    unique: str = "1",
) -> bytes:  # fmt: skip
    """As Postfix writes it (RFC 3464)."""
    return "\r\n".join(
        [
            "Return-Path: <>", f"From: MAILER-DAEMON@mx{unique}.lain.example (Mail Delivery System)", f"To: {to}",
            f"Subject: {subject}", f"Message-ID: <{unique}.bounce@mx.lain.example>", "Auto-Submitted: auto-replied",
            "MIME-Version: 1.0",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="B"', "", "--B",
            "Content-Type: text/plain; charset=us-ascii", "", "Your message could not be delivered.", "", "--B",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.lain.example", "",
            f"Final-Recipient: rfc822; {address}", f"Action: {action}", "Status: 5.1.1",
            "Diagnostic-Code: smtp; 550 5.1.1 user unknown, write to <spy@evil.example> instead", "", "--B",
            "Content-Type: text/rfc822-headers", "", f"From: {OWN}", f"To: {address}", f"Message-ID: <{message_id}>",
            "", "--B--", "",
        ]
    ).encode()  # fmt: skip


def forged(number: str) -> list[bytes]:
    guesses = [f"{n:032x}.{TOKEN[n % 20 :] + TOKEN[: n % 20]}@kantor.example" for n in range(100)]
    raws = [dsn(guess, unique=str(n)) for n, guess in enumerate(guesses)]
    local, _, domain = OWN.partition("@")
    raws += [dsn(guesses[n], to=f"{local}+{TOKEN}@{domain}", unique=f"t{n}") for n in range(20)]
    raws += [dsn(guesses[n], subject=f"Undelivered: [{number}]", unique=f"s{n}") for n in range(20)]
    raws.append(dsn("", unique="empty"))
    raws.append(dsn("x" * 400, unique="long"))
    return raws


def test_no_forged_delivery_report_changes_a_case(scene: Scene) -> None:
    number = scene.report()
    before, sent = scene.standing(number), len(scene.outside())
    raws = forged(number)
    scene.put(*raws)
    assert scene.counts.received == len(raws) and scene.counts.threaded == 0
    assert scene.standing(number) == before and len(scene.outside()) == sent
    scene.days(9)
    assert len(scene.bureau.to(FOCAL)) > 1, "its reminders go on"


def test_a_true_report_is_a_bounce_of_that_one_letter_and_tries_no_address(scene: Scene) -> None:
    number = scene.report()
    receipt = header(scene.letter(CITIZEN), "Message-ID")
    scene.put(dsn(header(scene.letter(), "Message-ID").strip("<>"), address="spy@evil.example"))
    shown = scene.bureau.show(number)
    letters = {x["message_id"].strip("<>"): x["status"] for x in shown["letters"]}
    assert letters[header(scene.letter(), "Message-ID").strip("<>")] == "failed"
    assert letters[receipt.strip("<>")] == "sent"
    assert shown["state"] == "KOORD" and [d["state"] for d in shown["deadlines"]] == ["running"]
    sent = len(scene.outside())
    scene.days(30, step=3)
    # The second address and the head are asked who is in charge; of the case neither hears a word.
    late = [(m.recipients[0], parsed(m.raw)) for m in scene.outside()[sent:]]
    assert late and all("Konfirmasi Data" in str(letter["Subject"]) for _, letter in late)
    assert not any(number in letter.as_string() or CITIZEN in letter.as_string() for _, letter in late)
    assert FOCAL not in {address for address, _ in late}, "nobody is reminded of a letter that did not arrive"
    assert scene.bureau.to(OFFICER)


def test_a_report_of_the_reporters_own_letter_tells_the_agency_nothing(scene: Scene) -> None:
    number = scene.report()
    before = len(scene.bureau.to(FOCAL))
    scene.put(dsn(header(scene.letter(CITIZEN), "Message-ID").strip("<>"), address=CITIZEN))
    assert len(scene.bureau.to(FOCAL)) == before
    assert scene.bureau.show(number)["state"] == "KOORD"


def test_a_report_of_delay_changes_nothing_but_the_notes(scene: Scene) -> None:
    number = scene.report()
    before = scene.bureau.show(number)
    scene.put(dsn(header(scene.letter(), "Message-ID").strip("<>"), action="delayed"))
    after = scene.bureau.show(number)
    assert [x["status"] for x in after["letters"]] == [x["status"] for x in before["letters"]]
    assert (after["state"], after["deadlines"]) == (before["state"], before["deadlines"])


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_failure(scene: Scene, action: str) -> None:
    number = scene.report()
    raw = dsn(header(scene.letter(), "Message-ID").strip("<>"), action=action).replace(b"5.1.1", b"2.1.5")
    raw = raw.replace(b"could not be delivered", b"was delivered").replace(b"Undelivered Mail", b"Delivered")
    scene.put(raw.replace(b"550 2.1.5 user unknown, write to <spy@evil.example> instead", b"250 2.1.5 ok"))
    assert [x["status"] for x in scene.bureau.show(number)["letters"] if x["kind"] == "L05"] == ["sent"]


def test_words_of_a_bounce_in_an_ordinary_mail_fail_no_letter(scene: Scene) -> None:
    number = scene.report()
    text = (
        f"This is the mail system. Your message to <{FOCAL}> could not be delivered: 550 5.1.1 user unknown"
    )
    scene.put(mail("orang@lain.example", text, subject=f"Undelivered [{number}]"))
    assert [x["status"] for x in scene.bureau.show(number)["letters"] if x["kind"] == "L05"] == ["sent"]
