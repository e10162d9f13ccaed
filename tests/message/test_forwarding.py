"""Mails that somebody passes on: who wrote first, when, about what; and answers that only look so.

One case a program and language as far as they differ. All people are invented.
"""

from __future__ import annotations

import time
from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message import Message
from maild.message.forwarding import Envelope, find, is_forward, original
from maild.message.forwarding.when import when
from maild.message.heading import heading_at
from maild.message.mailboxes import mailboxes
from maild.message.subjects import kind_of, without_prefix
from tests.message.compose import message, parts
from tests.message.forwards import ANSWERS, FORWARDS, Forward

WIB = timezone(timedelta(hours=7))


@pytest.mark.parametrize("name", FORWARDS)
def test_forwards(name: str) -> None:
    case: Forward = FORWARDS[name]
    found = message(case.text, subject=case.subject, sender="Asisten Uji <asisten@ombudsman.example>")
    passed = found.forwarded
    assert passed is not None and passed.why
    assert passed.sender is not None
    assert (passed.sender.name, passed.sender.address) == case.sender
    assert passed.subject == case.about
    assert passed.text.startswith(case.begins)
    assert found.new_text == case.own
    assert (passed.date.astimezone(WIB).date().isoformat() if passed.date else None) == case.day


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_and_prose_are_not_passed_on(name: str) -> None:
    """The sender's own words stay, whatever they look like."""
    case = ANSWERS[name]
    found = message(case.text, subject=case.subject, sender=case.sender)
    assert found.forwarded is None
    assert case.own in found.new_text


def test_the_writer_among_those_written_to_is_answered() -> None:
    text = "Baik.\n\nDari: Budi <budi@warga.example>\nDikirim: 5 Agustus 2026 09.00\nKepada: x@y.example\nHal: Jalan\n\nLama"
    around = Envelope(subject="Jalan", sender="dinas@kab.example")
    assert find(text, Envelope("Jalan", "dinas@kab.example", frozenset({"kantor@ombudsman.example"})))
    for written_to in ("budi@warga.example", "budi+rahasia@warga.example", "kantor@warga.example"):
        assert find(text, Envelope("Jalan", "dinas@kab.example", frozenset({written_to}))) is None
    assert find(text, around) is None, "own words above, and nothing says that it is passed on"
    elsewhere = frozenset({"balas@antrean.example"})  # a Reply-To of another house
    assert find(text, Envelope("Re: Jalan", "dinas@kab.example", elsewhere)) is None
    assert find(text, Envelope("Bls: Fwd: Jalan", "dinas@kab.example", elsewhere)) is None


def test_strangers_share_a_free_mail_house() -> None:
    text = "Ini laporannya.\n\nFrom: Budi <budi@gmail.example>\nSent: 5 August 2026 09:00\nTo: x@y.example\nSubject: Jalan\n\nLama"
    assert find(text, Envelope("Laporan", "a@ombudsman.example", frozenset({"kantor@gmail.example"})))


def test_the_chain_down_to_the_first_writer() -> None:
    chain = (
        "Mohon dicek\n\n---------- Forwarded message ---------\nFrom: Kepala <kepala@ombudsman.example>\n"
        "Date: Wed, Aug 5, 2026 at 9:10 PM\nSubject: Fwd: Jalan\nTo: <asisten@ombudsman.example>\n\nTeruskan\n\n"
        "---------- Forwarded message ---------\nFrom: Budi <budi@warga.example>\n"
        "Date: Tue, Aug 4, 2026 at 9:10 PM\nSubject: Jalan\nTo: <kepala@ombudsman.example>\n\nRusak pak"
    )
    found = message(chain, subject="Fwd: Fwd: Jalan").forwarded
    assert found is not None and found.inner is not None and found.inner.sender is not None
    assert (found.inner.sender.address, found.inner.text) == ("budi@warga.example", "Rusak pak")
    whole = message(chain, subject="Fwd: Fwd: Jalan")
    told = original(whole, {"kepala@ombudsman.example"})
    assert told is not None and not told.outermost and told.message.sender is not None
    assert told.message.sender.address == "budi@warga.example" and told.message.new_text == "Rusak pak"


def test_an_attached_mail_has_its_own_text_and_attachments() -> None:
    inner = (
        "Content-Type: message/rfc822\n\nFrom: Budi <budi@warga.example>\nTo: asisten@ombudsman.example\n"
        "Subject: Jalan\nMessage-ID: <1@warga.example>\nDate: Wed, 5 Aug 2026 21:10:11 +0700\n"
        "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nRusak pak\n--c\nContent-Type: image/png\n"
        'Content-Disposition: attachment; filename="jalan.png"\n\nx\n--c--\n'
    )
    second = inner.replace("budi@", "made@").replace("<1@", "<2@")
    from maild.message import read

    found = read(parts("\nMohon diregistrasi", inner, second))
    assert isinstance(found, Message) and found.forwarded is not None
    passed = found.forwarded
    assert found.new_text == "Mohon diregistrasi"
    assert passed.sender is not None and passed.sender.address == "budi@warga.example"
    assert (passed.text, passed.message_id) == ("Rusak pak", "1@warga.example")
    assert [one.filename for one in passed.attachments] == ["jalan.png"]
    assert [one.message_id for one in passed.further] == ["2@warga.example"]
    told = original(found, set())
    assert told is not None and told.outermost
    assert [one.filename for one in told.message.attachments] == ["jalan.png"]


@pytest.mark.parametrize(
    ("subject", "kind", "below"),
    [
        ("Fwd: x", "forward", "x"),
        ("FW: RE: x", "forward", "RE: x"),
        ("Trs: x", "forward", "x"),
        ("[EXT] Fwd: x", "forward", "x"),
        ("Terusan: x", "forward", "x"),
        ("[Fwd: x]", "forward", "x"),
        ("x (fwd)", "forward", "x"),
        ("转发：x", "forward", "x"),
        ("Re: Fwd: x", "reply", "Fwd: x"),
        ("Bls: x", "reply", "x"),
        ("RE[2]: x", "reply", "x"),
        ("AW: x", "reply", "x"),
        ("Informasi: x", "plain", "Informasi: x"),
        ("Ref: 123/DPS/2026", "plain", "Ref: 123/DPS/2026"),
        ("Terusan Kanal Mangetan: banjir", "plain", "Terusan Kanal Mangetan: banjir"),
        ("", "plain", ""),
    ],
)
def test_subjects(subject: str, kind: str, below: str) -> None:
    assert kind_of(subject) == kind
    assert without_prefix(subject) == below
    assert is_forward(subject) == (kind == "forward")


DATES = [
    ("Sab, 31 Okt 2020 pukul 22.12", "2020-10-31 15:12"),
    ("Kamis, 06 Agustus 2026 09.02 WITA", "2026-08-06 01:02"),
    ("Rab, 5 Agt 2026 21.10", "2026-08-05 14:10"),
    ("12/08/26 18.06 (GMT+08:00)", "2026-08-12 10:06"),
    ("02/10/2023 4:52 PM EST", "2023-02-10 21:52"),
    ("Monday, September 19, 2022, 5:55:44 PM -0400", "2022-09-19 21:55"),
    ("lunes, 19 de septiembre de 2022 17:55:44 -0400", "2022-09-19 21:55"),
    ("mar. 3 août 2026 à 10:00", "2026-08-03 03:00"),
    ("martedì 2 novembre 2021, 09:26:50 CET", "2021-11-02 08:26"),
    ("26. lokakuuta 2021 klo 14.25.08 UTC+3", "2021-10-26 11:25"),
    ("2021. október 26. 14:25:08 EEST", "2021-10-26 11:25"),
    ("26 Ekim 2021 14:25:08 GMT+3", "2021-10-26 11:25"),
    ("2022年9月19日月曜日 17:55:44 -0400", "2022-09-19 21:55"),
    ("2026년 8월 5일 수요일 오후 9:10", "2026-08-05 14:10"),
    ("5 thg 8, 2026 21:10", "2026-08-05 14:10"),
    ("26. listopada 2021. u 14:25:08", None),  # November in Polish, October in Croatian
    ("Senin pagi", None),
    ("31 Februari 2026 10.00", None),
    ("99/99/9999 99:99", None),
]


@pytest.mark.parametrize(("shown", "utc"), DATES)
def test_dates_as_they_are_shown(shown: str, utc: str | None) -> None:
    found = when(shown, WIB)
    assert (found.astimezone(UTC).strftime("%Y-%m-%d %H:%M") if found else None) == utc


MAILBOXES = [
    ("Budi <budi@warga.example>", [("Budi", "budi@warga.example")]),
    ('"Budi, S.H." <budi@warga.example>', [("Budi, S.H.", "budi@warga.example")]),
    ("Budi [mailto:budi@warga.example]", [("Budi", "budi@warga.example")]),
    ("budi@warga.example <budi@warga.example>", [("", "budi@warga.example")]),
    ("'budi@warga.example' <budi@warga.example<mailto:budi@warga.example>>", [("", "budi@warga.example")]),
    ("<a@x.example>; B <b@x.example>", [("", "a@x.example"), ("B", "b@x.example")]),
    ("budi@warga.example (Budi)", [("Budi", "budi@warga.example")]),
    ("Budi Santoso", [("Budi Santoso", "")]),
    ("[budi@warga.example](mailto:budi@warga.example)", [("", "budi@warga.example")]),
    ("undisclosed-recipients:;", []),
    ("", []),
]


@pytest.mark.parametrize(("value", "wanted"), MAILBOXES)
def test_mailboxes_as_programs_write_them(value: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.address) for one in mailboxes(value)] == wanted


PIECES = st.lists(
    st.sampled_from(
        [
            "---------- Forwarded message ---------", "-----Original Message-----", "> ", "Dari: a@b.example",
            "From: B <b@c.example>", "Date: 5 Aug 2026 09:00", "Subject: x", "Perihal: x", "To: c@d.example", "",
            "Pada 5 Agustus 2026 09.00 A <a@b.example> menulis:", "teks", "____________", "Begin forwarded message:",
            "----- Forwarded Message ----- From: a <a@b.example>To: c@d.exampleSent: 5 Aug 2026 09:00Subject: x",
            "> From: a@b.example", "> Subject: y", "*Dari:* a@b.example", "\u200eTanggal: 5/8/26 09.00",
        ]
    ),
    max_size=30,
)  # fmt: skip


@given(PIECES, st.sampled_from(["Fwd: x", "Re: x", "x"]))
@settings(deadline=None)
def test_what_is_passed_on_is_a_piece_of_the_text(pieces: list[str], subject: str) -> None:
    text = "\n".join(pieces)
    found = find(text, Envelope(subject, "a@b.example", frozenset({"k@l.example"})))
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert all(line.strip() in text for line in found.mail.text.split("\n"))


@given(st.text(max_size=2000))
@settings(deadline=None)
def test_total(text: str) -> None:
    find(text, Envelope("Fwd: x"))
    when(text)
    mailboxes(text)
    assert kind_of(text) in ("reply", "forward", "plain")


@pytest.mark.parametrize(
    "line",
    [
        "From: a@b\nTo: c@d\n", "From: a@b,\n", "To: a@b,\n b@c,\n", "a:\n", "-- x --\n", "<a@b.example>:\n", "> From: a\n",
        "---- Forwarded message ----\n", "1/1/2026 10:00 <a@b\n", ": : : ", "Date: 1/1/2026 10:00 a@b:\n", "-=",
    ],
)  # fmt: skip
def test_linear(line: str) -> None:
    text = line * (400_000 // len(line))
    start = time.process_time()
    find(text, Envelope("Fwd: x", "a@b"))
    assert time.process_time() - start < 2


def test_a_memo_is_no_mail() -> None:
    memo = ["Dari: Kepala Dinas", "Kepada Yth: Ombudsman", "Tanggal: 5 Agustus 2026", "Hal: tanggapan"]
    assert heading_at(memo, 0) is None
    assert heading_at([*memo[:2], "Tanggal: 5 Agustus 2026 09.00", "Kepada: x", memo[3]], 0) is not None
