"""T9-T13, T35: nobody makes the office write to a third person, without end, or what they like."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.adversary.scene import (
    ANSWER,
    CHIEF,
    CITIZEN,
    FOCAL,
    OFFICER,
    SPY,
    STAFF,
    UNCLEAR,
    Scene,
    header,
    told,
    written,
)  # fmt: skip
from tests.daemon.bureau import INTAKE, OWN, REPORT, mail, parsed, text_of

INJECTED = [
    ("Cc", f"Spy <{SPY}>"), ("Reply-To", SPY), ("Sender", SPY), ("Resent-To", SPY), ("Resent-Cc", SPY),
    ("Resent-Bcc", SPY), ("Resent-From", SPY), ("Bcc", SPY), ("Errors-To", SPY), ("Return-Path", f"<{SPY}>"),
    ("Return-Receipt-To", SPY), ("Disposition-Notification-To", SPY), ("Mail-Followup-To", SPY),
    ("Mail-Reply-To", SPY), ("X-Original-To", SPY), ("Apparently-To", SPY), ("List-Post-Address", SPY),
    ("X-Confirm-Reading-To", SPY), ("Original-Recipient", f"rfc822;{SPY}"),
]  # fmt: skip


def test_no_header_of_a_mail_adds_a_recipient_in_the_whole_life_of_a_case(scene: Scene) -> None:
    """Also the reporter's own Reply-To: answers go to the stored address of the party (T9)."""

    def injected(sender: str, text: str, to: str = "", subject: str = "Laporan", name: str = "") -> None:
        threads = [("In-Reply-To", to)] if to else []
        scene.say(sender, text, subject=subject, name=name, headers=[*INJECTED, *threads])

    injected(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = scene.case()
    injected(
        CITIZEN, "Sudah sampai mana laporan saya?", header(scene.letter(CITIZEN), "Message-ID"), "Re: [x]"
    )
    letter = header(scene.letter(), "Message-ID")
    injected(FOCAL, f"Surat sudah kami terima. Tembusan {SPY}", letter, "Re: surat")
    injected(FOCAL, "Mohon perpanjangan waktu sampai dengan tanggal 30 September 2026.", letter, "Re: surat")
    command = f"{scene.item(OFFICER)} ok"
    injected(OFFICER, command, header(scene.letter(OFFICER), "Message-ID"), f"Re: [{number}]")
    scene.days(40, step=4)
    injected(FOCAL, ANSWER, letter, "Re: surat")
    injected(OFFICER, f"tutup selesai_instansi sudah selesai, {SPY}", "", f"[{number}]")
    assert scene.bureau.show(number)["state"] == "TUTUP"
    assert scene.recipients() <= {CITIZEN, FOCAL, CHIEF, *STAFF}
    assert all(len(m.recipients) == 1 for m in scene.bureau.sink.mails)
    assert not any(SPY in c for c in scene.bureau.sink.commands)
    for one in scene.bureau.sink.mails:
        message = parsed(one.raw)
        assert all(message[n] is None for n in ("Cc", "Bcc", "Sender", "Resent-To"))
        assert SPY not in f"{message['To']}{message['Reply-To']}{message['From']}"


def test_a_sign_up_code_mailed_to_the_office_is_never_told_to_anybody_outside(scene: Scene) -> None:
    """The ticket trick (T10): an account is opened with our address, and the code asked from us."""
    scene.say(
        "noreply@layanan.example", "Kode verifikasi Anda: 8841-QX. Your code is 8841-QX.", subject="8841-QX"
    )
    scene.say("evil@lain.example", "Mohon kirim isi surel terakhir dari layanan.example kepada saya. status")
    scene.say("noreply@layanan.example", "Sudah sampai mana laporan saya? Kode 8841-QX")
    scene.days(2)
    assert told(scene.outside(), ["8841-QX"]) == []


def test_a_flood_of_spoofed_reports_makes_no_flood_of_receipts(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("per_hour: 100000", "per_hour: 25"))
    canary = "KANARIKATA"
    verdicts = ("none", None, "fail", None)
    scene.put(
        *(
            mail(
                f"korban{n}@sur{n}.example",
                UNCLEAR.replace("Ketut Contoh", f"{canary} {n} http://evil.example/{canary}"),
                subject=f"{canary} menangkan hadiah {n}",
                name=f"{canary} http://evil.example klik",
                dmarc=verdicts[n % 4],
            )
            for n in range(300)
        )
    )
    assert scene.counts.received == scene.counts.opened + scene.counts.held == 300, "each is kept"
    fresh = scene.outside()
    assert len(fresh) <= 25
    assert told(fresh, [canary, "evil.example"]) == [], "nothing of the mail is echoed (T11)"


def test_a_proven_sender_is_greeted_by_name_but_not_by_slogans(scene: Scene) -> None:
    scene.say(CITIZEN, UNCLEAR.replace("Nama saya Ketut Contoh", ""), name="Ketut Contoh")
    assert "Ketut Contoh" in text_of(scene.letter(CITIZEN))
    for n, slogan in enumerate(
        ("Klik http://evil.example", "Hadiah 5.000.000", "a@evil.example", "WA 0812-1234")
    ):
        sender = f"orang{n}@surel.example"
        scene.say(sender, UNCLEAR.replace("Nama saya Ketut Contoh", f"Hal {n}"), name=slogan)
        assert told([m for m in scene.outside() if m.recipients[0] == sender], [slogan, "evil.example"]) == []


def test_one_address_gets_no_more_receipts_a_day_than_allowed(office) -> None:  # type: ignore[no-untyped-def]
    scene = office(("per_address_per_day: 100", "per_address_per_day: 3"))
    scene.put(
        *(mail(CITIZEN, f"{UNCLEAR} Kejadian lain nomor {n * 7919}.", subject=f"L {n}") for n in range(12))
    )
    assert scene.counts.received == 12 and len(scene.bureau.to(CITIZEN)) <= 3
    scene.days(1, hour=2)
    scene.say(CITIZEN, f"{UNCLEAR} Kejadian di kantor camat pada hari ini.")
    assert len(scene.bureau.to(CITIZEN)) <= 4


def test_a_mail_whose_sender_is_forged_gets_no_receipt(scene: Scene) -> None:
    scene.say("korban@surel.example", UNCLEAR, dmarc="fail")
    assert scene.counts.opened + scene.counts.held == 1 and not scene.bureau.to("korban@surel.example")


ECHOES = {
    "an echo": lambda letter: text_of(letter),
    "an echo that quotes": lambda letter: "> " + text_of(letter).replace("\n", "\n> "),
    "thanks": lambda letter: "Terima kasih, pesan Anda sudah kami terima.",
    "a question for the status": lambda letter: "Bagaimana perkembangan laporan saya?",
    "an absence": lambda letter: (
        "Saya sedang cuti sampai 30 September 2026, hubungi kantor untuk hal mendesak."
    ),
    "a complaint": lambda letter: REPORT,
}


@pytest.mark.parametrize("kind", list(ECHOES))
def test_a_robot_without_headers_that_answers_everything_gets_two_mails_a_day(office, kind: str) -> None:  # type: ignore[no-untyped-def]
    scene = office(("per_address_per_day: 100", "per_address_per_day: 3"))
    bot = "robot@surel.example"
    scene.say(bot, REPORT, name="Robot")
    answered = 0
    for _ in range(7):
        letters = scene.bureau.to(bot)
        fresh, answered = letters[answered:], len(letters)
        scene.put(*(mail(bot, ECHOES[kind](one), subject="Balasan", at=scene.now) for one in fresh))
        scene.now += timedelta(hours=3)
    assert len(scene.bureau.to(bot)) <= 2, [str(m["Subject"]) for m in scene.bureau.to(bot)]


def test_a_robot_that_writes_without_being_asked_gets_few_mails_a_day(office) -> None:  # type: ignore[no-untyped-def]
    """It asks for the status of its case, of another of its cases, and reports anew, every few minutes."""
    scene = office(("per_address_per_day: 100", "per_address_per_day: 3"))
    bot = "robot@surel.example"
    for n in range(5):
        scene.say(bot, f"{UNCLEAR} Hal nomor {n * 7919}.", subject=f"hal {n}", name="Robot")
        first = scene.bureau.to(bot)[0]
        scene.answer(first, bot, f"Sudah sampai mana laporan saya? ({n})")
        scene.answer(scene.letter(bot), bot, f"Bagaimana perkembangan laporan saya? ({n})")
    assert len(scene.bureau.to(bot)) <= 6


def test_two_offices_like_ours_do_not_write_to_each_other_for_ever(scene: Scene) -> None:
    """Their receipt, written like ours, but through a relay that strips Auto-Submitted."""
    other = "pengaduan@kantorlain.example"
    scene.say(other, REPORT, name="Ombudsman Lain")
    for n in range(6):
        theirs = text_of(scene.letter(other)).replace("KTA", "LAIN")
        scene.say(
            other,
            theirs,
            subject=f"[000{n}/LM/IX/2026/LAIN] Tanda Terima Laporan Saudara",
            name="Ombudsman Lain",
        )
    assert len(scene.bureau.to(other)) <= 2


def test_a_mail_that_went_round_too_often_is_set_aside(scene: Scene) -> None:
    hops = [
        ("Received", f"from a{n}.example by b{n}.example; Mon, 7 Sep 2026 01:00:00 +0000") for n in range(60)
    ]
    scene.say(CITIZEN, REPORT, headers=hops)
    assert scene.counts.opened == 0 and not scene.outside()
    assert scene.counts.quarantined + scene.counts.ignored + scene.counts.held == 1


def test_our_own_letter_coming_back_through_an_alias_is_ignored_and_answers_nothing(scene: Scene) -> None:
    number = scene.report()
    before, sent = scene.standing(number), len(scene.bureau.sink.mails)
    raws = [b"Received: from alias.example\r\n" + m.raw for m in scene.bureau.sink.mails]
    munged = scene.letter().as_bytes().replace(OWN.encode(), b"daftar@alias.example")
    scene.put(*raws, munged)
    assert scene.counts.ignored == len(raws) + 1
    assert scene.standing(number) == before and len(scene.bureau.sink.mails) == sent


def test_one_report_in_a_flood_of_spam_is_found_and_handled(scene: Scene) -> None:
    spam = [
        mail(
            f"s{n}@spam{n % 9}.example",
            f"Promo pelatihan bimtek nomor {n}, klik http://spam.example",
            subject=f"Promo {n}",
        )
        for n in range(150)
    ]
    scene.put(*spam[:100], mail(CITIZEN, REPORT, name="Ni Putu Contoh"), *spam[100:])
    assert scene.counts.received == 151 and scene.bureau.to(FOCAL)


def test_automatic_answers_to_letters_of_the_office_are_never_answered(scene: Scene) -> None:
    number = scene.report()
    away = "Saya sedang cuti sampai 30 September 2026. Untuk hal mendesak hubungi sekretariat."
    scene.answer(scene.letter(), FOCAL, away, subject="Balasan otomatis")
    scene.answer(scene.letter(CITIZEN), CITIZEN, away, subject="Re: Tanda Terima")
    sent = len(scene.outside())
    scene.answer(scene.letter(CITIZEN), CITIZEN, away, subject="Re: Tanda Terima")
    assert len(scene.outside()) == sent == 2
    assert scene.bureau.show(number)["state"] == "KOORD", "an absence is no answer"
    assert INTAKE not in written(scene.outside()[0].raw)
