"""What is known to kill readers of mail: each is read or set aside in under 2 s of CPU, documents included."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from maild.cli.reader import Reader
from tests.confined import test_faults as document_bombs
from tests.fuzz import killers
from tests.fuzz.killers import attached
from tests.message.test_read import KILLERS as OF_THE_PARSER
from tests.score.readings import cpu_seconds

SECONDS = 2.0
_ENDING = {"zip": "docx", "rtf": "rtf", "pdf": "pdf"}


def _bomb(name: str) -> bytes:
    kind, make = document_bombs.BOMBS[name]
    return attached(make(), f"surat.{_ENDING[kind]}")


ALL: dict[str, killers.Maker] = {
    **killers.NESTED,
    **{f"header: {name}": make for name, make in killers.HEADERS.items()},
    **{f"text: {name}": make for name, make in killers.TEXTS.items()},
    **{f"HTML: {name}": make for name, make in killers.PAGES.items()},
}
FILES: dict[str, killers.Maker] = {
    **killers.FILES,
    **{f"bomb: {name}": partial(_bomb, name) for name in document_bombs.BOMBS},
    "bomb: overlapping parts": lambda: attached(document_bombs.overlapping(), "surat.docx"),
    "bomb: a page of 300 MB": lambda: attached(document_bombs.flate_page(b" " * 1_000_000, 300), "surat.pdf"),
    "bomb: a page of 3,000,000 words": lambda: attached(
        document_bombs.flate_page(b"BT /F1 9 Tf (harta) Tj ET " * 10_000, 300), "surat.pdf"
    ),
}


def _timed(raw: bytes) -> tuple[dict[str, object], float]:
    start = cpu_seconds()
    with Reader(None) as reader:
        document = reader.read(raw, "mail.eml")
    return document, cpu_seconds() - start


def explained(raw: bytes) -> dict[str, object]:
    """As `maild read` explains it; the seconds of the child that reads documents are counted too.

    A machine that is busy with others counts more seconds for the same work: the better of two tries holds.
    """
    document, spent = _timed(raw)
    if spent >= SECONDS:
        document, spent = _timed(raw)
    assert spent < SECONDS, f"{spent:.1f} s of CPU"
    assert not [
        one for one in document["defects"] if one.startswith(("beyond parsing", "cannot be understood"))
    ]
    return document


@pytest.mark.parametrize("name", ALL)
def test_it_is_read_or_set_aside_in_time(name: str) -> None:
    explained(ALL[name]())


@pytest.mark.parametrize("name", OF_THE_PARSER)
def test_what_kills_a_parser_is_understood_in_time_too(name: str) -> None:
    explained(OF_THE_PARSER[name])


@pytest.mark.parametrize("name", FILES)
def test_no_file_unfolds(name: str) -> None:
    """T24: what is packed stays packed in this process; the attachment is kept all the same."""
    raw = FILES[name]()
    before = resident()
    document = explained(raw)
    assert document["attachments"]
    assert resident() - before < 96 << 20


@pytest.mark.parametrize("charset", killers.CHARSETS)
def test_no_charset_loses_the_text(charset: str) -> None:
    """T23: codecs of Python that are no charsets, charsets that are none, and no name at all."""
    raw = f'From: a@b.example\r\nContent-Type: text/plain; charset="{charset}"\r\n\r\nair mati sejak Mei'.encode()
    document = explained(raw)
    assert "mati sejak" in str(document["text"]) or charset.startswith("utf-"), document["text"]
    assert str(document["text"]).strip()


def resident() -> int:
    """Bytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096
