"""Words in pictures: with a stand-in for tesseract, which shows what it may do; and with the real one if it is here."""

from __future__ import annotations

import shutil
import struct
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.confined import DocumentReader, ocr
from maild.confined import documents as reading
from maild.confined.pictures import pixels
from maild.message import Attachment, Extract, Message, read
from tests.confined import compose
from tests.confined.compose import pdf_of, picture_page

SEEN = "Kepada Yth. Ombudsman"
CAVEAT = "words found by OCR, which may be wrong"


def png(width: int, height: int, rows: bytes | None = None) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(rows if rows is not None else bytes(10))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    size = struct.pack(">BHHB", 8, height, width, 1)
    return b"\xff\xd8" + before + b"\xff\xc0" + struct.pack(">H", 2 + len(size)) + size + bytes(20)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (png(1000, 700), 700_000),
        (png(50_000, 50_000), 2_500_000_000),
        (jpeg(1600, 1200), 1_920_000),
        (jpeg(1600, 1200, b"\xff\xe0\x00\x10" + bytes(14) + b"\xff\xc4\x00\x03\x00"), 1_920_000),
        (jpeg(1600, 1200, b"\xff" * 5), 1_920_000),
        (b"\xff\xd8\xff\xe0\x00\x10", None),
        (b"\xff\xd8" + b"\xff\xe1\x00\x02" * 1_000, None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_pixels_are_told_by_the_header(content: bytes, found: int | None) -> None:
    assert pixels(content) == found


@given(st.binary(max_size=200))
def test_any_bytes_have_pixels_or_none(content: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        assert (pixels(head + content) or 0) >= 0


@pytest.fixture
def installed(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A stand-in for tesseract on the path; a test replaces what it does."""
    program = place / "bin" / "tesseract"
    does(program, f"echo '{SEEN}'")
    monkeypatch.setenv("PATH", f"{place}/bin:/usr/bin:/bin")
    reading.installed.cache_clear()
    yield program
    reading.installed.cache_clear()


def does(program: Path, lines: str) -> None:
    program.write_text(f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo eng; echo ind; exit; fi\n{lines}\n')
    program.chmod(0o755)


def mail(content: bytes, kind: str = "image/png", *, inline: bool = False) -> Message:
    message = read(b"From: budi@warga.example\r\nSubject: x\r\n\r\nisi")
    assert isinstance(message, Message)
    one = Attachment("x", "x", kind, len(content), "a", content, inline=inline)
    return replace(message, attachments=(one,))


def seen(content: bytes, *, optical: bool = True, inline: bool = False) -> Extract | None:
    with DocumentReader(optical=optical) as documents:
        return documents.read(mail(content, inline=inline)).attachments[0].extract


PHOTO = png(100, 100)
SCAN = pdf_of([picture_page(), picture_page()])


def test_words_of_a_photo_are_for_search_only(installed: Path) -> None:
    assert seen(PHOTO) == Extract("scanned", SEEN, f"a picture; {CAVEAT}")


def test_words_of_a_scan_page_by_page(installed: Path) -> None:
    assert seen(SCAN) == Extract("scanned", f"{SEEN}\n\n{SEEN}", f"pages are pictures; {CAVEAT}")


def test_no_more_pages_than_allowed_are_looked_at(installed: Path) -> None:
    found = seen(pdf_of([picture_page()] * 9))
    assert found is not None
    assert found.text.count(SEEN) == ocr.PAGES


def test_a_page_is_handed_over_as_a_grey_picture_of_bounded_size(installed: Path) -> None:
    does(installed, 'read -r kind width height most; echo "$kind lebar $width tinggi $height nilai $most"')
    found = seen(SCAN)
    assert found is not None
    kind, _, width, _, height, _, most = found.text.split("\n")[0].split()
    assert (kind, most) == ("P5", "255")
    assert 3_500_000 < int(width) * int(height) <= 4_000_000


@pytest.mark.parametrize(
    "content",
    [pdf_of([compose.set_lines(compose.LETTER)]), b"{\\rtf1 isi}"],
    ids=["a letter", "rich text"],
)
def test_what_has_text_is_not_looked_at(installed: Path, content: bytes) -> None:
    found = seen(content)
    assert found is not None
    assert found.state == "text"
    assert SEEN not in found.text


def test_logos_and_giants_are_not_looked_at(installed: Path) -> None:
    assert seen(PHOTO, inline=True) is None
    assert seen(png(50_000, 50_000)) is None
    assert seen(b"GIF89a") is None


def test_it_can_be_switched_off(installed: Path) -> None:
    assert seen(PHOTO, optical=False) is None


@pytest.mark.parametrize("languages", ["echo eng", "exit 1", "kill -9 $$"])
def test_without_indonesian_it_is_not_used(installed: Path, languages: str) -> None:
    installed.write_text(f"#!/bin/sh\n{languages}\n")
    assert seen(PHOTO) is None


def test_without_tesseract_a_scan_stays_a_scan(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    monkeypatch.setenv("PATH", str(place / "bin"))
    reading.installed.cache_clear()
    assert seen(SCAN) == Extract("scanned", "", "pages are pictures")
    reading.installed.cache_clear()


@pytest.mark.parametrize(
    "lines",
    ["exit 1", "kill -11 $$", "echo tiga", "printf '\\377\\376\\200'", "while :; do :; done", "sleep 600"],
)
def test_what_goes_wrong_leaves_the_picture_to_a_person(
    installed: Path, monkeypatch: pytest.MonkeyPatch, lines: str
) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 1.0)
    does(installed, lines)
    begun = time.monotonic()
    assert seen(PHOTO) is None
    assert time.monotonic() - begun < 5


def test_endless_words_are_cut(installed: Path) -> None:
    does(installed, f"while :; do echo '{SEEN} {SEEN} {SEEN} {SEEN}'; done")
    found = seen(PHOTO)
    assert found is not None
    assert 50_000 < len(found.text) <= 100_000


@pytest.mark.usefixtures("landlock")
def test_it_reads_its_own_folders_and_writes_nowhere(installed: Path, place: Path) -> None:
    """Landlock: not the store, whoever owns it; not even beside itself."""
    store = Path(tempfile.mkdtemp())
    store.chmod(0o777)
    (store / "mails.db").write_text("rahasia")
    (store / "mails.db").chmod(0o666)
    place.chmod(0o777)
    does(
        installed,
        f"read -r x <{store}/mails.db && echo terbaca isi penyimpanan $x; echo baru >{place}/new && echo tertulis;"
        f" echo x >{store}/mails.db && echo tertimpa isi; read -r y <{installed} && echo {SEEN} $y; (echo anak) && echo anak",
    )
    found = seen(PHOTO)
    shutil.rmtree(store)
    assert found is not None
    assert found.text == f"{SEEN} #!/bin/sh"
    assert not (place / "new").exists()


if_installed = pytest.mark.shared if ocr.find() is not None else lambda test: None


@if_installed
def test_the_real_one_reads_the_scan_of_two_offices(shared: Path) -> None:
    """Where tesseract and its Indonesian data are; elsewhere there is no such test, and nothing is skipped."""
    message = read((shared / "indonesia" / "mails" / "150.eml").read_bytes())
    assert isinstance(message, Message)
    with DocumentReader() as documents:
        extract = documents.read(message).attachments[0].extract
    assert extract is not None
    assert extract.state == "scanned"
    assert "RSUD Atambua" in extract.text
