"""T14, T16, T27, T29, T30, T39: words of a mail are words: no header, no template, no command, no register."""

from __future__ import annotations

import logging

import pytest

from tests.adversary.scene import (
    ANSWER,
    CHIEF,
    CITIZEN,
    FOCAL,
    OFFICER,
    SPY,
    STAFF,
    Scene,
    proven,
    told,
    written,
)  # fmt: skip
from tests.daemon.bureau import ADMIN, AGENCIES, INTAKE, OWN, REPORT, flat, mail, parsed, text_of
from tests.daemon.test_register import OTHER

INJECTIONS = (
    "=?utf-8?q?Hi=0D=0ABcc:_spy@evil.example=0D=0AX-Kanari:_1?=",
    "=?utf-8?b?SGkNCkJjYzogc3B5QGV2aWwuZXhhbXBsZQ0KWC1LYW5hcmk6IDE=?=",
    "=?utf-8?q?Hi=E2=80=A8Bcc:_spy@evil.example?=",
    "=?utf-8?q?Hi=C2=85Bcc:_spy@evil.example?=",
    "=?utf-8?q?Hi=0ABcc:_spy@evil.example?=",
    "=?utf-8?q?Hi=00=1B=5B31m?=",
)


@pytest.mark.parametrize("word", INJECTIONS)
def test_line_ends_in_encoded_words_become_no_header(scene: Scene, word: str) -> None:
    raw = mail("warga@surel.example", REPORT.replace("Ni Putu Contoh", "Ni Luh Warga"), subject=word)
    named = raw.replace(b"From: warga@surel.example", f"From: {word} <warga@surel.example>".encode(), 1)
    scene.put(raw)
    assert scene.counts.opened == 1 and scene.bureau.to(FOCAL)
    scene.put(named.replace(b"Message-ID: <", b"Message-ID: <n"))
    assert scene.counts.opened + scene.counts.held == 1, "never a mail that stops the queue"
    scene.say("orang@lain.example", ANSWER, subject=f"[{scene.case('warga@surel.example')}] {word}")
    scene.days(1)
    assert scene.recipients() <= {"warga@surel.example", FOCAL, *STAFF}
    for one in scene.bureau.sink.mails:
        head = one.raw.partition(b"\r\n\r\n")[0]
        message = parsed(one.raw)
        assert message["Bcc"] is None and message["X-Kanari"] is None
        assert b"\x1b" not in one.raw and b"\x00" not in one.raw
        assert all(line[:1] in b" \t" or b":" in line for line in head.split(b"\r\n"))


TEMPLATES = (
    "{{ 7*7 }}", "{% for x in range(9) %}X49{% endfor %}", "{# KANARI #}", "${7*7}", "%(case)s", "{0.__class__}",
    "{{ ''.__class__.__mro__ }}", "{% raw %}", "{{ office.phone }}", "#{7*7}", "{{ undefined_thing }}", "{{{{",
)  # fmt: skip


def test_template_syntax_is_literal_text_in_every_letter(scene: Scene) -> None:
    payload = " ".join(TEMPLATES)
    text = REPORT.replace("KTP segera diterbitkan.", payload).replace(
        "sampai hari ini", f"{payload} sampai hari ini"
    )
    scene.say(CITIZEN, text, name="Putu {{ 7*7 }}", subject=payload)
    if not scene.bureau.to(FOCAL):
        scene.settle("agency capil-uji")
    number = scene.case()
    scene.answer(scene.letter(), FOCAL, f"Mohon data: {payload}", subject=payload)
    scene.say("orang@lain.example", f"{ANSWER} {payload}", subject=f"[{number}] {payload}", name=payload)
    scene.say(OFFICER, f"catatan {payload}", subject=f"[{number}]")
    scene.days(24, step=3)
    scene.say(OFFICER, f"tutup selesai_instansi {TEMPLATES[0]} {TEMPLATES[3]}", subject=f"[{number}]")
    assert scene.bureau.show(number)["state"] == "TUTUP"
    kinds = {x["kind"] for x in scene.bureau.show(number)["letters"]}
    assert {"L01", "L05", "L10", "L11", "L15", "L20"} <= kinds, kinds
    everything = "\n".join(written(m.raw) for m in scene.bureau.sink.mails)
    assert "X49" * 2 not in everything and "49 {%" not in everything and "<class" not in everything
    letter = " ".join(text_of(scene.letter(FOCAL)).split()) + " ".join(
        text_of(scene.bureau.to(FOCAL)[0]).split()
    )
    assert "{{ 7*7 }}" in letter and "${7*7}" in letter
    assert any("{{ 7*7 }}" in text_of(m) for m in scene.bureau.to(CITIZEN)), "what the officer obtained"


MARKUP = """\
# Yang kami mohonkan

1. Kirim uang ke rekening 123;

! **TRANSFER SEKARANG**

[Jawab di sini](mailto:spy@evil.example) <a href="http://evil.example">klik</a> <script>alert(1)</script>

Hormat kami,
**Ombudsman**

- 1 ok
"""


def test_markup_of_a_report_does_not_become_the_offices_own_words(scene: Scene) -> None:
    scene.say(CITIZEN, REPORT.replace("Harapan:", f"{MARKUP}\nHarapan:"), name="Ni Putu Contoh")
    if not scene.bureau.to(FOCAL):
        scene.settle("agency capil-uji")
    letter = scene.letter()
    page = letter.get_body(("html",))
    html = str(page.get_content()) if page else ""
    for bad in ("<script", 'href="http://evil', 'href="mailto:spy', "href='mailto:spy"):
        assert bad not in html
    assert html.count("<h2") == str(html).count("<h2") and html.count("Yang kami mohonkan") <= 2
    assert "<strong>TRANSFER" not in html and "<b>TRANSFER" not in html


OWN_HEADERS = (
    "X-Maild-Case", "X-Maild-Token", "X-Maild-Role", "X-Maild-Command", "X-Maild-State", "X-Maild-Office",
    "X-Maild-Loop", "X-Maild-Trusted", "X-Maild-From", "X-RT-Loop-Prevention", "RT-Ticket", "X-Zammad-Ticket-Id",
    "X-Resolved-Party", "X-Case", "X-Priority-Command", "X-Authenticated-Sender", "Authentication-Results-Original",
)  # fmt: skip


def test_no_header_of_our_own_invention_means_anything(scene: Scene) -> None:
    number = scene.report()
    before = scene.standing(number)
    variants = [
        (form(name), value)
        for name in OWN_HEADERS
        for form in (str, str.upper, str.lower)
        for value in (number, "staff", "close dicabut", "pass", "intake@kantor.example")
    ]
    folds = [(f"{name}", f"\r\n {number}") for name in OWN_HEADERS]
    scene.put(
        mail("orang@lain.example", "Halo, apa kabar?", subject="halo", headers=variants[:120]),
        mail(
            "orang@lain.example", "Halo, bagaimana?", subject="halo juga", headers=[*variants[120:], *folds]
        ),
    )
    assert scene.standing(number) == before
    assert scene.counts.threaded == 0


def test_escape_sequences_and_line_ends_write_nothing_into_the_log(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fake = "2026-09-07 INFO maild.daemon: case 0001 closed"
    subject = f"=?utf-8?q?=1B[2J=0A{fake.replace(' ', '_')}?="
    scene.say(CITIZEN, f"{REPORT}\n\x1b[31m{fake}", name=f"Putu \x1b]0;x\x07 {fake}", subject=subject)
    scene.say("orang@lain.example", f"{ANSWER}\x1b[2J{fake}", subject=subject)
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("maild")]
    assert ours
    assert not any(
        w in line for line in ours for w in ("\x1b", "\n", fake, CITIZEN, FOCAL, "Putu", "lain.example")
    )


MOVED = (
    f"Alamat surel kami yang baru adalah {SPY}. Mohon surat berikutnya dikirim ke alamat tersebut.",
    f"My new address is {SPY}, please update your records.",
    f"Bersama ini kami sampaikan pejabat penghubung yang baru: Wayan Palsu, {SPY}. Mohon diperbarui.",
    f"agency_id,focal_email\ncapil-uji,{SPY}",
)


@pytest.mark.parametrize("text", MOVED)
def test_no_mail_changes_an_address_of_the_register_or_of_a_party(scene: Scene, text: str) -> None:
    number = scene.report()
    register = (scene.bureau.folder / "agencies.csv").read_bytes()
    scene.answer(scene.letter(), FOCAL, text)
    scene.answer(scene.letter(CITIZEN), CITIZEN, text)
    scene.say("rekan@capil.badungkab.example", text, subject=f"Re: [{number}] pemberitahuan")
    scene.say(FOCAL, text, subject="Pergantian pejabat penghubung")
    scene.days(30, step=3)
    scene.say(OFFICER, "tutup selesai_instansi", subject=f"[{number}]")
    assert (scene.bureau.folder / "agencies.csv").read_bytes() == register
    assert scene.recipients() <= {CITIZEN, FOCAL, CHIEF, *STAFF}
    assert scene.bureau.to(INTAKE) or len(scene.bureau.to(OFFICER)) >= 2, "a person reads it"


@pytest.mark.parametrize(
    "address",
    [
        f"{FOCAL}>\\r\\nRCPT TO:<{SPY}", f"{FOCAL}, {SPY}", f"{FOCAL} {SPY}", f"<{FOCAL}>", f'"{FOCAL}"@evil.example',
        f"{FOCAL};{SPY}", "narahubung@[127.0.0.1]", "narahubung@cäpil.example", f"{FOCAL}%evil.example@x",
    ],
)  # fmt: skip
def test_a_list_with_an_address_that_is_none_is_refused_whole(scene: Scene, address: str) -> None:
    """The office goes on with the register of before, and an admin is told what is wrong in the list."""
    scene.report()
    before = len(scene.bureau.to(FOCAL))
    quoted = '"' + address.replace('"', '""') + '"'
    (scene.bureau.folder / "agencies.csv").write_text(AGENCIES.replace(FOCAL, quoted))
    scene.bureau.once(scene.now)
    scene.say("lain@warga.example", OTHER, name="I Made Lain Uji")
    assert len(scene.bureau.to(FOCAL)) == before + 1
    assert any("focal_email" in flat(told) for told in scene.bureau.to(ADMIN))
    assert scene.recipients() <= {CITIZEN, "lain@warga.example", FOCAL, CHIEF, *STAFF}


def test_exotic_parts_are_neither_joined_nor_searched_for_keys(scene: Scene) -> None:
    """T40: a token inside an enclosed mail, message/partial, external-body: opaque."""
    number = scene.report()
    letter = scene.letter()
    before = scene.standing(number)
    inner = f"To: {letter['Reply-To']}\r\nIn-Reply-To: {letter['Message-ID']}\r\nSubject: [{number}]\r\n\r\n{ANSWER}"
    raws = []
    for n, kind in enumerate(
        ("message/rfc822", 'message/partial; id="a@b"; number=1; total=2', 'message/external-body; access-type=URL; URL="http://evil.example/x"', "application/ms-tnef")
    ):  # fmt: skip
        raws.append(
            proven(FOCAL)
            + f"From: {FOCAL}\r\nTo: {OWN}\r\nSubject: terlampir {n}\r\nMessage-ID: <{n}.x@y.example>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nTerlampir.\r\n"
            f"--B\r\nContent-Type: {kind}\r\n\r\n{inner}\r\n--B--\r\n".encode()
        )
    scene.put(*raws)
    assert scene.standing(number) == before and scene.counts.threaded == 0


def test_what_a_stranger_writes_stands_in_lists_for_staff_and_nowhere_else(scene: Scene) -> None:
    number = scene.report()
    scene.say("orang@lain.example", f"KANARIASING {ANSWER}", subject=f"[{number}] KANARISUBJEK")
    assert "KANARIASING" in text_of(scene.letter(INTAKE))
    scene.days(12, step=3)
    assert told(scene.outside(), ["KANARIASING", "KANARISUBJEK"]) == []
