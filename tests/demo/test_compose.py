"""Mails of the story have the shape that ordinary mail programs give them."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from maild.demo import compose
from maild.demo.compose import Received
from maild.demo.people import OFFICE_ADDRESS, PEOPLE
from maild.demo.story.scene import item_number, letter_number, when

AT = when("03-02", "11:40")
LETTER = (
    f"From: Ombudsman <{OFFICE_ADDRESS}>\r\nTo: n@x.example\r\n"
    "Reply-To: pengaduan+k7x@ombudsman-bali.example\r\n"
    "Subject: [0001/LM/III/2026/DPS] Penyampaian Laporan\r\nMessage-ID: <l5@o.example>\r\n"
    "References: <a@o.example>\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "Nomor : 0001/SRT/0001-2026/DPS/III/2026\r\nIsi.\r\n"
    "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    '<p><a href="mailto:pengaduan+k7x@ombudsman-bali.example?subject=Re%3A%20%5B0001%2FLM%5D&amp;body='
    'Surat%20telah%20kami%20terima.%0A1%2B1"><b>Surat telah diterima</b></a></p>\r\n--b--\r\n'
).encode()


def letter() -> Received:
    return compose.read(LETTER, AT)


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        ("dukcapil", "Dari: Ombudsman"),
        ("kantah", "Pada 2026-03-02 11:40, Ombudsman menulis:"),
        ("disdik", "Pada tanggal Sen, 2 Mar 2026 pukul 11.40 Ombudsman"),
    ],
)
def test_replies_thread_and_quote_as_the_program_does(key: str, mark: str) -> None:
    sent = compose.reply(PEOPLE[key], letter(), "Terima kasih.", AT)
    message = parsed(sent.raw)
    assert sent.to == "pengaduan+k7x@ombudsman-bali.example"
    assert message["In-Reply-To"] == "<l5@o.example>"
    assert str(message["References"]).split() == ["<a@o.example>", "<l5@o.example>"]
    assert message["Subject"].lower() == "re: [0001/lm/iii/2026/dps] penyampaian laporan"
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert text.startswith("Terima kasih.")
    assert mark in text
    assert "0001/SRT" in text


def test_a_fresh_subject_leaves_every_trace_out() -> None:
    sent = compose.reply(PEOPLE["kantah"], letter(), "Menjawab surat.", AT, fresh_subject="Tanggapan")
    message = parsed(sent.raw)
    assert (sent.to, message["Subject"]) == (OFFICE_ADDRESS, "Tanggapan")
    assert message["In-Reply-To"] is None
    assert message["References"] is None
    assert b"0001/LM" not in sent.raw


def test_a_button_opens_the_mail_that_it_holds() -> None:
    sent = compose.press(PEOPLE["dukcapil"], letter(), "terima", AT)
    assert sent is not None
    assert (sent.to, sent.subject) == ("pengaduan+k7x@ombudsman-bali.example", "Re: [0001/LM]")
    assert parsed(sent.raw).get_content().split() == ["Surat", "telah", "kami", "terima.", "1+1"]
    assert compose.press(PEOPLE["dukcapil"], letter(), "tiada", AT) is None


def test_long_references_stay_readable() -> None:
    long = LETTER.replace(b"<a@o.example>", b" ".join(b"<%032d@o.example>" % n for n in range(20)))
    sent = compose.reply(PEOPLE["dukcapil"], compose.read(long, AT), "Ya.", AT)
    assert b"=?utf-8" not in sent.raw.partition(b"\r\n\r\n")[0].lower()
    assert len(str(parsed(sent.raw)["References"]).split()) == 21


def test_every_run_makes_the_same_bytes() -> None:
    one, other = (compose.new(PEOPLE["ketut"], OFFICE_ADDRESS, "Laporan", "Isi", AT) for _ in range(2))
    assert parsed(one.raw)["Message-ID"] == parsed(other.raw)["Message-ID"]


LIST = """Balas dengan satu baris per nomor.

4. Laporan jalan rusak
Pengirim: Putu <putu@x.example>
1. butir di dalam kutipan
- 4 agency dinas-pu – teruskan

7. mohon bantuan
Pengirim: Luh Putu Mirah Anjani <mirah@x.example>
- 7 ok – sama dengan 7 agency kantah-gianyar
"""


@pytest.mark.parametrize(
    ("about", "number"),
    [(("mirah",), "7"), (("putu@x",), "4"), (("tidak ada",), ""), (("jalan", "teruskan"), "4")],
)
def test_staff_find_the_number_of_an_item(about: tuple[str, ...], number: str) -> None:
    assert item_number(LIST, about) == number


def test_letter_numbers_are_copied_whole() -> None:
    assert letter_number("surat Nomor 0001/SRT/0001-2026/DPS/III/2026, tanggal") == (
        "0001/SRT/0001-2026/DPS/III/2026"
    )
    assert letter_number("tanpa nomor") == ""
