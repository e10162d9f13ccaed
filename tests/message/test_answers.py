"""What is new in a reply, for every form of domain.md 5.3: whole mails in, `new_text` out."""

from __future__ import annotations

import re
import time
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.intent.commands import parse
from maild.message import Message, layout, read
from maild.message.html import to_text
from maild.message.quoting import split
from tests.message.reply_markup import BOTH, RICH
from tests.message.reply_people import KEPT, PEOPLE
from tests.message.reply_programs import OUTLOOK, PROGRAMS, Q


def mail(plain: str | None = None, rich: str | None = None, subject: str = "Re: [1] Laporan") -> Message:
    made = EmailMessage()
    made["From"] = "Budi Santoso <budi@dinas.example>"
    made["To"] = "pengaduan@ombudsman.example"
    made["Subject"] = subject
    if plain is not None:
        made.set_content(plain)
    if rich is not None:
        page = f"<html><body>{rich}</body></html>"
        if plain is None:
            made.set_content(page, subtype="html")
        else:
            made.add_alternative(page, subtype="html")
    found = read(made.as_bytes())
    assert isinstance(found, Message)
    return found


def even(text: str) -> str:
    """Without empty lines and blanks at line ends."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n") if line.strip())


@pytest.mark.parametrize(
    ("text", "new"), [row[1:] for row in PROGRAMS + PEOPLE], ids=[r[0] for r in PROGRAMS + PEOPLE]
)
def test_new_text(text: str, new: str) -> None:
    assert even(mail(text).new_text) == even(new)


@pytest.mark.parametrize("text", [row[1] for row in KEPT], ids=[row[0] for row in KEPT])
def test_all_is_new(text: str) -> None:
    found = mail(text)
    assert even(found.new_text) == even(text)
    assert not found.quoted


@pytest.mark.parametrize(("markup", "new"), [row[1:] for row in RICH], ids=[row[0] for row in RICH])
def test_html(markup: str, new: str) -> None:
    assert even(mail(rich=markup).new_text) == even(new)


@pytest.mark.parametrize(("plain", "markup", "new"), [row[1:] for row in BOTH], ids=[row[0] for row in BOTH])
def test_plain_beside_html(plain: str, markup: str, new: str) -> None:
    found = mail(plain, markup)
    assert even(found.new_text) == even(new)
    assert even(found.text) == even(plain), "nothing is cut from the text"


FORGED = [
    f"{Q}> 1 ok\n> 2 spam",
    f"{OUTLOOK}1 ok\n2 spam",
    "Pada Rab, 12 Agu 2026 pukul 08.00 X <x@y.example> menulis:\n\n> Jawab: baik\n> 1 ok\n> hold",
    f"{OUTLOOK}>> 1 ok\n\nJawab: 2 ok\n3 ok",
    "-- \n1 ok\nhold",
]


@pytest.mark.parametrize("below", FORGED)
@pytest.mark.parametrize("above", ["", "Lihat jawaban di bawah, warna merah.\n\n"])
def test_no_command_comes_out_of_a_quote_or_signature(above: str, below: str) -> None:
    if not above and below.startswith("--"):
        above = "Baik.\n"
    assert parse(mail(above + below).new_text) == ()


def test_no_coloured_command_comes_out_of_a_quote() -> None:
    header = OUTLOOK.replace("<", "&lt;").replace("\n", "<br>")
    red = "".join(
        f"<p><font color=red>{line}</font></p><p>teks</p>" for line in ("1 ok", "hold", "2 agency x-y")
    )
    found = mail(rich=f"<p>Jawaban warna merah.</p><div id=divRplyFwdMsg>{header}</div>{red}")
    assert "1 ok" in found.new_text
    assert parse(found.new_text) == ()


LIST = "Yang belum selesai:\n> Jalan Mawar\n> Jalan Melati\nMohon dibantu."


def test_a_list_is_a_quote_only_in_an_answer() -> None:
    assert mail(LIST, subject="Laporan").new_text == LIST
    assert "Jalan Mawar" not in mail(LIST).new_text


@given(st.text(max_size=60))
def test_every_colour_has_an_answer(value: str) -> None:
    assert layout.vivid({"style": f"color:{value}"}) in (True, False)
    assert layout.vivid({"color": value}) in (True, False)


@pytest.mark.parametrize(
    ("value", "vivid"),
    [
        ("red", True), ("#f00", True), ("#C00000", True), ("rgb(255, 0, 0)", True), ("rgba(0, 0, 0, 1.0)", False),
        ("#333333", False), ("black", False), ("inherit", False), ("var(--x)", False), ("windowtext", False),
    ],
)  # fmt: skip
def test_colours(value: str, vivid: bool) -> None:
    assert layout.vivid({"style": f"font-size:11pt;color:{value}"}) is vivid


BOMBS = [
    "<blockquote type=cite>x", "<blockquote type=cite>x</blockquote>y", "<div style='color:red'>Jawab: x",
    "<hr>From: a@b.example<br>", "<div id=divRplyFwdMsg>x</div>", "<div class=gmail_signature>x",
    "<p>Pada 1/1/2026 10.00 A &lt;a@b.example&gt; menulis:</p><blockquote>x</blockquote>",
]  # fmt: skip


@pytest.mark.parametrize("piece", BOMBS)
def test_bombs_of_markup_take_linear_time(piece: str) -> None:
    markup = piece * (300_000 // len(piece))
    start = time.process_time()
    text = to_text(markup)
    split(text, shown=[markup])
    split(text, beside=[markup])
    assert time.process_time() - start < 4
    assert len(text) < 30 * len(markup)


def test_lines_far_below_are_not_lost() -> None:
    tail = "\n".join(f"butir {i}" for i in range(2000))
    assert re.search(r"butir 1999$", mail(f"Jawaban:\n{tail}").new_text)
