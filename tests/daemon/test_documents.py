"""Documents in the daemon's hands: read before a mail is understood, and no document stops the intake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from maild.confined import DocumentReader
from maild.daemon import reading, room
from maild.intent import Meaning
from maild.message import Message
from tests.confined import compose
from tests.daemon.bureau import OWN, REPORT, Bureau
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

MONDAY = datetime(2026, 9, 7, 1, tzinfo=UTC)  # 09.00 WITA


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


@pytest.fixture
def understood(monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    """Every mail as it was when its meaning was asked for."""
    seen: list[Message] = []
    real = reading.understand

    def spy(message: Message, *arguments: object, **more: object) -> Meaning:
        seen.append(message)
        return real(message, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "understand", spy)
    return seen


def report(number: int, *documents: tuple[str, bytes]) -> bytes:
    mail = EmailMessage()
    mail["From"] = f"warga{number}@surel.example"
    mail["To"] = OWN
    mail["Subject"] = "Laporan KTP"
    mail["Message-ID"] = f"<{number}@surel.example>"
    mail["Date"] = "Mon, 07 Sep 2026 08:00:00 +0800"
    mail.set_content(REPORT)
    for name, content in documents:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def test_a_mail_is_understood_with_its_documents(bureau: Bureau, understood: list[Message]) -> None:
    form = compose.docx(compose.table(["Nama", "Ni Putu Contoh"]))
    bureau.deliver(report(1, ("surat.pdf", compose.pdf(compose.LETTER)), ("formulir.docx", form)), MONDAY)
    assert bureau.once(MONDAY).opened == 1
    (message,) = understood
    texts = [one.extract.text for one in message.attachments if one.extract]
    assert texts == ["\n".join(compose.LETTER), "Nama\tNi Putu Contoh"]


def test_no_document_stops_the_intake(bureau: Bureau, understood: list[Message]) -> None:
    bomb = compose.zipped({"word/document.xml": b" " * 30_000_000})
    letter = compose.pdf(compose.LETTER)
    hostile = [
        ("bom.docx", bomb),
        ("potong.pdf", letter[:300]),
        ("terkunci.pdf", compose.pdf(["x"], password="x")),
    ]
    bureau.deliver(report(1, *hostile), MONDAY)
    bureau.deliver(report(2, ("surat.pdf", letter)), MONDAY)
    counts = bureau.once(MONDAY)
    assert (counts.received, counts.quarantined) == (2, 0)
    states = [[one.extract.state for one in message.attachments if one.extract] for message in understood]
    assert states == [["refused", "damaged", "encrypted"], ["text"]]


def test_all_offices_of_a_process_share_one_child(bureau: Bureau) -> None:
    pids = set()
    for number in range(3):
        bureau.deliver(report(number, ("surat.pdf", compose.pdf(compose.LETTER))), MONDAY)
        bureau.once(MONDAY)
        assert room.DOCUMENTS.child is not None
        pids.add(room.DOCUMENTS.child.pid)
    assert len(pids) == 1


@pytest.mark.parametrize(
    "script", ["raise SystemExit", "import os; os.write(1, b'\\0\\0\\0\\0'); os.abort()"]
)
def test_without_a_reader_mails_are_taken_in_all_the_same(
    bureau: Bureau, understood: list[Message], monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr("maild.confined.documents.START", script)
    monkeypatch.setattr(room, "DOCUMENTS", DocumentReader())
    bureau.deliver(report(1, ("surat.pdf", compose.pdf(compose.LETTER))), MONDAY)
    assert bureau.once(MONDAY).opened == 1
    (message,) = understood
    (letter,) = message.attachments
    assert letter.extract is not None
    assert letter.extract.state in ("scanned", "refused")
