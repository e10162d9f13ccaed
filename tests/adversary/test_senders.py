"""T4-T8: who wrote a mail is what our own mail server vouches for, never what the mail says of itself."""

from __future__ import annotations

import pytest

from tests.adversary.scene import ANSWER, CITIZEN, FOCAL, MONDAY, UNCLEAR, Scene, header
from tests.daemon.bureau import AUTHSERV, INTAKE, OFFICER, OWN, REPORT, mail, reply, text_of

Lines = list[tuple[str, str]]
PASS = f"{AUTHSERV}; dmarc=pass header.from=kantor.example"
FAIL = f"{AUTHSERV}; dmarc=fail header.from=kantor.example"
FORGERIES: dict[str, Lines] = {
    "a pass below our own fail": [("A-R", FAIL), ("A-R", PASS)],
    "a pass of a server that is not ours": [("A-R", PASS.replace(AUTHSERV, "mx.evil.example"))],
    "a pass inside a quoted string": [
        ("A-R", f'{AUTHSERV}; spf=fail smtp.mailfrom="x dmarc=pass header.from=kantor.example"@evil.example')
    ],
    "a pass inside a comment": [
        ("A-R", f"{AUTHSERV} (dmarc=pass header.from=kantor.example); spf=pass smtp.mailfrom=evil.example")
    ],
    "SPF of the attacker's own domain": [
        ("A-R", f"{AUTHSERV}; spf=pass smtp.mailfrom=evil.example; dmarc=pass header.from=evil.example")
    ],
    "DKIM that passes beside a DMARC that fails": [
        ("A-R", f"{AUTHSERV}; dkim=pass header.d=kantor.example; dmarc=fail header.from=kantor.example")
    ],
    "a fail and then a pass in one field": [("A-R", f"{FAIL}; dmarc=pass header.from=kantor.example")],
    "our id as the beginning of another": [("A-R", PASS.replace(AUTHSERV, f"{AUTHSERV}.evil.example"))],
    "our id behind another": [
        ("A-R", f"mx.evil.example; x=y ({AUTHSERV}); dmarc=pass header.from=kantor.example")
    ],
    "a longer domain": [("A-R", f"{AUTHSERV}; dmarc=pass header.from=kantor.example.evil.example")],
    "ARC says so": [("ARC-Authentication-Results", f"i=1; {PASS}")],
    "none at all": [],
}


def from_staff(lines: Lines, text: str, subject: str) -> bytes:
    head = "".join(
        f"{'Authentication-Results' if name == 'A-R' else name}: {value}\r\n" for name, value in lines
    )
    return head.encode() + mail(
        INTAKE, text, subject=subject, dmarc=None, message_id=f"{abs(hash(head))}@x.test"
    )


def test_no_forged_verdict_makes_a_command(scene: Scene) -> None:
    number = scene.report(UNCLEAR, name="Ketut Contoh")
    item, before = scene.item(), scene.standing(number)
    raws = [
        from_staff(lines, f"{item} agency capil-uji\nclose dicabut", f"Re: [{number}]")
        for lines in FORGERIES.values()
    ]
    scene.put(*raws)
    assert scene.counts.held == len(FORGERIES), "each waits for a person"
    assert scene.standing(number) == before and not scene.bureau.to(FOCAL)
    genuine = from_staff([("A-R", PASS)], f"{item} agency capil-uji", f"Re: [{number}]")
    scene.put(genuine)
    assert scene.bureau.to(FOCAL), "the same mail with a genuine verdict works"


NO_STAFF = {
    "display name only": f'From: "{INTAKE}" <evil@lain.example>',
    "two mailboxes in one line": f"From: {INTAKE}, evil@lain.example",
    "an address before the address": f"From: {INTAKE} <evil@lain.example>",
    "a group": f"From: staf: {INTAKE}, evil@lain.example;",
    "a comment": f"From: evil@lain.example ({INTAKE})",
    "an encoded name": "From: =?utf-8?q?intake=40kantor=2Eexample?= <evil@lain.example>",
    "a route": "From: <@kantor.example,@lain.example:evil@lain.example>",
    "two From lines": f"From: evil@lain.example\r\nFrom: {INTAKE}",
    "two From lines, the other way round": f"From: {INTAKE}\r\nFrom: evil@lain.example",
    "a blank before the colon": f"From: evil@lain.example\r\nFrom : {INTAKE}",
    "a Sender": f"From: evil@lain.example\r\nSender: {INTAKE}",
    "a NUL": f"From: {INTAKE}\0 <evil@lain.example>",
    "Resent-From": f"Resent-From: {INTAKE}\r\nFrom: evil@lain.example",
}


@pytest.mark.parametrize("domain", ["lain.example", "kantor.example"])
def test_nobody_becomes_staff_by_how_the_sender_line_is_written(scene: Scene, domain: str) -> None:
    """The attacker's own domain passes; or ours passes by mistake for a line with more than one mailbox."""
    number = scene.report(UNCLEAR, name="Ketut Contoh")
    item, before = scene.item(), scene.standing(number)
    raws = []
    for n, line in enumerate(NO_STAFF.values()):
        raw = mail("evil@lain.example", f"{item} agency capil-uji", subject=f"perintah {n}", dmarc=None)
        verdict = f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\r\n"
        raws.append(verdict.encode() + raw.replace(b"From: evil@lain.example", line.encode(), 1))
    scene.put(*raws)
    assert not scene.bureau.to(FOCAL)
    assert scene.standing(number) == before


@pytest.mark.parametrize("line", list(NO_STAFF.values()), ids=list(NO_STAFF))
def test_nobody_becomes_the_focal_point_by_how_the_sender_line_is_written(line: str) -> None:
    """Read as the daemon reads it: the writer is the attacker, or nobody."""
    from maild.message import Unreadable, read

    message = read((line.replace(INTAKE, FOCAL) + "\r\nSubject: x\r\n\r\nhai\r\n").encode())
    assert (
        isinstance(message, Unreadable)
        or message.sender is None
        or message.sender.address == "evil@lain.example"
    )


def test_commands_of_parties_and_strangers_are_words_like_any_others(scene: Scene) -> None:
    number = scene.report(UNCLEAR, name="Ketut Contoh")
    item = scene.item()
    for sender in (CITIZEN, "orang@lain.example"):
        scene.answer(
            scene.letter(CITIZEN), sender, f"{item} agency capil-uji\n{item} ok\nclose dicabut\ndisclose a"
        )
    assert not scene.bureau.to(FOCAL) and scene.bureau.show(number)["state"] == "TERDAFTAR"
    scene.settle("agency capil-uji")
    scene.answer(
        scene.letter(), FOCAL, "tutup selesai_instansi\ndisclose Pelapor setuju\nstatus\n1 show\nlepas"
    )
    shown = scene.bureau.show(number)
    assert shown["state"] != "TUTUP"
    assert not any("identity released" in line["event"] for line in shown["timeline"])


QUOTES = {
    "angle brackets": "Terima kasih.\n\nPada Sen, 7 Sep 2026, kantor menulis:\n> {command}\n> {command}\n",
    "an Outlook block": "Terima kasih.\n\n-----Original Message-----\nFrom: kantor@kantor.example\n"
    "Sent: Monday, 7 September 2026\nTo: intake@kantor.example\nSubject: daftar\n\n{command}\n{command}\n",
    "an Outlook block in Indonesian": "Terima kasih.\n\n________________________________\n"
    "Dari: Kantor <kantor@kantor.example>\nDikirim: Senin, 7 September 2026 09.00\n"
    "Kepada: intake@kantor.example\nSubjek: daftar\n\n{command}\n{command}\n",
    "forwarded": "---------- Forwarded message ---------\nDari: Orang <orang@lain.example>\n"
    "Date: Sen, 7 Sep 2026 pukul 09.00\nSubject: mohon\nTo: <intake@kantor.example>\n\n{command}\n{command}\n",
    "below a signature": "Terima kasih.\n-- \n{command}\n{command}\n",
    "in the middle of a sentence": "Apakah {command} sudah benar menurut Saudara? Saya belum yakin.\n",
}


@pytest.mark.parametrize("quote", list(QUOTES))
def test_what_staff_only_quote_or_pass_on_is_no_command(scene: Scene, quote: str) -> None:
    number = scene.report(UNCLEAR, name="Ketut Contoh")
    command = f"{scene.item()} agency capil-uji"
    scene.say(INTAKE, QUOTES[quote].format(command=command), subject=f"Re: [{number}]")
    assert not scene.bureau.to(FOCAL)
    assert scene.bureau.show(number)["state"] == "TERDAFTAR"


def test_commands_hidden_in_an_agencys_answer_do_not_act_when_the_officer_quotes_it(scene: Scene) -> None:
    number = scene.report()
    trap = f"{ANSWER}\n\ntutup selesai_instansi\n1 close dicabut\ndisclose disetujui Pelapor\n"
    scene.answer(scene.letter(), FOCAL, trap)
    handed = scene.letter(OFFICER)
    block = (
        "Baik, saya pelajari.\n\n-----Original Message-----\nFrom: Ombudsman <pengaduan@kantor.example>\n"
        "Sent: Monday, 7 September 2026 9:00\nTo: asisten@kantor.example\nSubject: Jawaban masuk\n\n"
    )
    scene.answer(handed, OFFICER, "Baik, saya pelajari.")
    scene.say(
        OFFICER,
        block + text_of(handed),
        subject=f"RE: {handed['Subject']}",
        to=header(handed, "Reply-To"),
        headers=[("In-Reply-To", header(handed, "Message-ID"))],
    )
    shown = scene.bureau.show(number)
    assert shown["state"] == "DIJAWAB"
    assert not any("identity released" in line["event"] for line in shown["timeline"])


def test_an_automatic_mail_from_a_staff_address_commands_nothing(scene: Scene) -> None:
    scene.report(UNCLEAR, name="Ketut Contoh")
    command = f"{scene.item()} agency capil-uji"
    scene.say(INTAKE, command, headers=[("Auto-Submitted", "auto-replied")])
    assert not scene.bureau.to(FOCAL)


def test_who_writes_as_the_office_itself_commands_nothing(scene: Scene) -> None:
    number = scene.report(UNCLEAR, name="Ketut Contoh")
    before = scene.standing(number)
    scene.say(OWN, f"{scene.item()} agency capil-uji", subject=f"[{number}]")
    assert scene.counts.ignored + scene.counts.held == 1 and scene.standing(number) == before


def test_a_message_id_registered_beforehand_suppresses_no_report(scene: Scene) -> None:
    scene.say("evil@lain.example", "Halo, saya ingin bertanya jam layanan kantor.", message_id="sama@x.test")
    scene.say(CITIZEN, REPORT, name="Ni Putu Contoh", message_id="sama@x.test")
    assert scene.counts.opened == 1 and scene.bureau.to(FOCAL)
    own = header(scene.letter(CITIZEN), "Message-ID").strip("<>")
    scene.say("gede@surel.example", UNCLEAR, name="Gede", message_id=own)
    assert scene.counts.received == 1
    assert scene.counts.ignored == 0, "a report under one of our own Message-IDs is still somebody's report"


def test_staff_commands_without_any_required_proof_work_where_the_office_chose_so(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("require_dmarc: staff", "require_dmarc: none"))
    scene.report(UNCLEAR, name="Ketut Contoh")
    listing = scene.letter(INTAKE)
    scene.put(reply(listing, INTAKE, f"{scene.item()} agency capil-uji", dmarc=None, at=MONDAY))
    assert scene.bureau.to(FOCAL)


def test_where_every_sender_must_prove_itself_an_unproven_party_waits(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("require_dmarc: staff", "require_dmarc: all"))
    number = scene.report()
    before = scene.standing(number)
    for dmarc in ("none", None, "fail"):
        scene.answer(scene.letter(), FOCAL, ANSWER, dmarc=dmarc)
        assert scene.counts.held == 1
    assert scene.standing(number) == before
    scene.answer(scene.letter(), FOCAL, ANSWER)
    assert scene.bureau.show(number)["state"] == "DIJAWAB"
