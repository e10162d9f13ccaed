"""Mails read by the child are, to the last field, the mails that this process would have read."""

from __future__ import annotations

import base64
import encodings
import pkgutil
from collections.abc import Iterator
from datetime import datetime
from encodings.aliases import aliases
from pathlib import Path

import pytest

from maild.confined import MailReader
from maild.message import LIMITS, Forwarded, Message, Unreadable, read
from tests.bench.mails import mails

MODULES = {name for _, name, _ in pkgutil.iter_modules(encodings.__path__)}
STRANGE = (
    "x-unknown",
    "none",
    "",
    "utf8\0",
    "../../etc/passwd",
    "a" * 300,
    "idna",
    "undefined",
    "rot13",
    "hex",
)
EVERY = sorted({*MODULES, *aliases, *aliases.values()})
# Letters, both halves of the 8-bit sets, shifts and escapes of the Asian ones, and what is never whole.
BYTES = (
    bytes(range(32, 127)) + b"\n\x1b$B$3$s\x1b(B ~{<:Ky~} \x0eabc\x0f +AGE- \n" + bytes(range(128, 256)) * 2
)


@pytest.fixture(scope="module")
def reader() -> Iterator[MailReader]:
    with MailReader() as reader:
        yield reader


def moments(message: Message | Unreadable) -> list[datetime]:
    if isinstance(message, Unreadable):
        return []
    found = [message.date]
    waiting = [message.forwarded]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Forwarded):
            found.append(one.date)
            waiting += [one.inner, *one.further]
    return [moment for moment in found if moment]


def assert_same(reader: MailReader, raw: bytes) -> None:
    inside, outside = reader.read(raw), read(raw)
    assert inside == outside
    assert repr(inside) == repr(outside), "the same types as well, and the order of the headers"
    for one, other in zip(moments(inside), moments(outside), strict=True):
        assert (one.utcoffset(), one.tzname(), one.fold) == (other.utcoffset(), other.tzname(), other.fold)


def test_mails_of_an_office(reader: MailReader) -> None:
    raws = [mail.raw for mail in mails(300, 50)]
    for raw in raws:
        assert_same(reader, raw)
    assert reader.read_all(raws) == [read(raw) for raw in raws]


@pytest.mark.shared
def test_mails_of_two_offices_and_of_other_projects(reader: MailReader, shared: Path) -> None:
    paths = sorted(shared.rglob("*.eml"))
    assert len(paths) > 1_000
    for path in paths:
        assert_same(reader, path.read_bytes())


def in_charset(name: str) -> bytes:
    word = base64.b64encode(BYTES[:60] + BYTES[-60:])
    return b"\r\n".join(
        (
            b"From: =?%b?b?%b?= <warga@surel.example>" % (name.encode(), word),
            b"To: kantor@ombudsman.example",
            b"Subject: =?%b?Q?=A4=A2=E9_=1B$B$3$s=1B(B?= dan =?%b?b?%b?="
            % (name.encode(), name.encode(), word),
            b'Content-Type: text/plain; charset="%b"' % name.encode(),
            b"Content-Transfer-Encoding: 8bit",
            b"",
            BYTES,
        )
    )


@pytest.mark.parametrize("name", [*EVERY, *STRANGE])
def test_every_charset_that_python_has(reader: MailReader, name: str) -> None:
    """Codecs are files, and the child can open none."""
    assert_same(reader, in_charset(name))
    assert_same(reader, in_charset(name.upper().replace("_", "-")))


def test_most_charsets_are_read_and_not_given_up(reader: MailReader) -> None:
    """That this and the child agree says little if both fail."""
    texts = {
        name: message.text for name in EVERY if isinstance(message := reader.read(in_charset(name)), Message)
    }
    assert len(texts) == len(EVERY)
    assert len(set(texts.values())) > 60


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0",
        b"\r\n\r\n",
        b"From: x",
        b"\xff" * 5_000,
        b"Subject: " + b"=?utf-8?q?x?=" * 20_000 + b"\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n" * 3_000,
        b"Date: Mon, 07 Sep 2026 08:00:00 +0800\r\nSubject: \xf0\x9f\x98\x80 =?utf-16?b?2D0=?=\r\n\r\nx",
        b"Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\n\x78\x9f\x3e\x22" + b"\1" * 200,
    ],
    ids=range(9),
)
def test_odd_bytes(reader: MailReader, raw: bytes) -> None:
    assert_same(reader, raw)


@pytest.mark.parametrize("size", [70_000, 260_000, 1_100_000, 6_000_000])
def test_mails_longer_than_a_pipe(reader: MailReader, size: int) -> None:
    """Texts and contents of any length, and the same content in two places."""
    content = base64.encodebytes(bytes(range(256)) * (size // 256))
    text = ("Jalan rusak — belum diperbaiki.\r\n" * (size // 34)).encode()
    raw = (
        b"From: a@surel.example\r\nSubject: Fwd: Laporan\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + b"\r\n--b\r\n"
        b"Content-Type: message/rfc822\r\n\r\n"
        b"From: c@surel.example\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
        b"--c\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + content
        + b"\r\n--c--\r\n--b--\r\n"
    )
    assert_same(reader, raw)


def test_what_is_shared_outside_is_shared_by_the_child(reader: MailReader) -> None:
    """An attached mail of 24 MB stands in two places of a record, and once in memory."""
    raw = (
        b"From: a@surel.example\r\nSubject: Fwd: Laporan\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nMohon ditindaklanjuti.\r\n\r\n"
        b"---------- Forwarded message ---------\r\nFrom: Warga <warga@surel.example>\r\n"
        b"Date: Tue, 1 Sep 2026 at 08:00\r\nSubject: Laporan\r\nTo: <a@surel.example>\r\n\r\nIsi.\r\n"
        b"--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF isi\r\n--b--\r\n"
    )
    outside, inside = read(raw), reader.read(raw)
    assert isinstance(outside, Message) and isinstance(inside, Message)
    assert outside.forwarded is not None and inside.forwarded is not None
    assert outside.forwarded.attachments, "else this shows nothing"
    assert inside.attachments[0].content is inside.forwarded.attachments[0].content


def test_a_mail_over_the_limit_is_not_sent_to_the_child(reader: MailReader) -> None:
    raw = b"x" * (LIMITS.size + 1)
    reads = reader.child.reads if reader.child else 0
    assert reader.read(raw) == read(raw)
    assert (reader.child.reads if reader.child else 0) == reads


def test_who_knows_the_hash_may_say_it(reader: MailReader) -> None:
    raw = b"From: a@surel.example\r\n\r\nx"
    assert reader.read(raw, read(raw).sha256) == read(raw)


def test_the_child_is_small_and_knows_its_limits(reader: MailReader) -> None:
    held = reader.held()
    assert {"memory", "opens nothing", "writes nothing", "no process", "no core"} <= set(held)
    with MailReader() as fresh:
        assert fresh.read(b"") == read(b"")
        assert resident(fresh) < 45_000


def test_what_a_large_mail_took_is_given_back() -> None:
    large = (
        b"Content-Type: text/html; charset=utf-8\r\n\r\n" + "<p>Jalan — <b>rusak</b></p>\n".encode() * 300_000
    )
    with MailReader() as fresh:
        assert fresh.read(large) == read(large)
        assert fresh.read(b"") == read(b"")
        assert resident(fresh) < 60_000


def resident(reader: MailReader) -> int:
    """kB of memory in use by the child."""
    assert reader.child is not None
    status = Path(f"/proc/{reader.child.pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
