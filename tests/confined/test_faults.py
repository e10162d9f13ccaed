"""Documents and children that do harm: each costs itself alone, in bounded time, and the next one goes on."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pytest

from maild.confined import DocumentReader, child
from maild.confined import documents as reading
from maild.confined.documents import Allowance
from maild.message import Extract
from tests.confined import compose
from tests.confined.compose import docx, p, pdf, pdf_of, table, zipped
from tests.confined.processes import ASKED, STARTED, assert_ends_with_its_daemon, gone

LETTER = pdf(compose.LETTER)
TEXT = Extract("text", "\n".join(compose.LETTER))


@pytest.fixture
def own() -> Iterator[DocumentReader]:
    """A reader whose child may die."""
    with DocumentReader(Allowance(seconds=2, deadline=20)) as reader:
        yield reader


def child_of(reader: DocumentReader) -> child.Child:
    assert reader.child is not None
    return reader.child


# --- bombs --------------------------------------------------------------------------------------------------


def overlapping() -> bytes:
    """Many names for one packed part, after D. Fifield's quine of 2019: nothing of it looks large alone."""
    content = bytearray(zipped({"word/document.xml": "<p>" + " " * 900_000 + "</p>"}))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        start = package.start_dir
    entry = bytes(content[start : content.index(b"PK\5\6")])
    names = [entry.replace(b"document.xml", f"header{n:02}.xml".encode()[:12]) for n in range(60)]
    end = bytearray(content[content.index(b"PK\5\6") :])
    directory = b"".join([entry, *names])
    end[8:12] = (61).to_bytes(2, "little") * 2
    end[12:16] = len(directory).to_bytes(4, "little")
    return bytes(content[:start]) + directory + bytes(end)


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "100 MB of blanks": ("zip", lambda: zipped({"word/document.xml": b" " * 100_000_000})),
    "one part of ratio 1,000": ("zip", lambda: zipped({"word/document.xml": b" " * 5_000_000})),
    "40 headers, none of them large": (
        "zip",
        lambda: zipped(
            {
                "word/document.xml": "<p/>",
                **{f"word/header{n}.xml": "<p/>" + " " * 900_000 for n in range(40)},
            }
        ),
    ),
    "many parts": ("zip", lambda: zipped({f"{number}": "" for number in range(2_001)})),
    "laughs": (
        "zip",
        lambda: zipped(
            {"word/document.xml": '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>'}
        ),
    ),
    "tables in tables": (
        "zip",
        lambda: docx("<w:tbl><w:tr><w:tc>" * 30 + p("x") + "</w:tc></w:tr></w:tbl>" * 30),
    ),
    "groups in groups": ("rtf", lambda: b"{\\rtf1" + b"{" * 2_000 + b"x"),
    "binary in rich text": ("rtf", lambda: b"{\\rtf1 \\bin999999999 x}"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_unfolds(documents: DocumentReader, name: str) -> None:
    kind, made = BOMBS[name]
    content = made()
    child = documents.extract("rtf", b"{\\rtf1 x}") and child_of(documents).pid
    begun = time.monotonic()
    found = documents.extract(kind, content)
    assert found is not None
    assert (found.state, found.text) == ("refused", "")
    assert found.reason
    assert time.monotonic() - begun < 2
    assert child_of(documents).pid == child, "refused by looking, not by dying"


def test_overlapping_parts_do_not_unfold(documents: DocumentReader) -> None:
    """Refused by their sum, or damaged: newer zipfile finds the overlap itself (CVE-2024-0450)."""
    found = documents.extract("zip", overlapping())
    assert found is not None
    assert found.state in ("refused", "damaged")


def flate_page(content: bytes, times: int) -> bytes:
    """A page whose content unfolds `times` over: one compressed stream, megabytes from kilobytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    return pdf_of([packed], head=b"/Filter/FlateDecode")


@pytest.mark.parametrize(
    "content",
    [
        lambda: flate_page(b" " * 1_000_000, 300),
        lambda: flate_page(b"BT /F1 9 Tf (harta) Tj ET " * 10_000, 300),
        lambda: flate_page(b"q " * 100_000, 100),
        lambda: flate_page(b"0 0 m 9 9 l S " * 10_000, 300),
        lambda: flate_page(b"[" * 1_000_000, 20),
        lambda: pdf_of([b""], objects=[b"<</Kids[2 0 R]>>"], page=b"/Kids[2 0 R]/Annots[6 0 R 6 0 R]"),
        lambda: LETTER.replace(b"/Count 1>>", b"/Count 99999999>>"),
        lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj" + b"[" * 1_000_000,
        lambda: (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>"
        ),
    ],
    ids=[
        "blanks",
        "words",
        "nesting",
        "lines",
        "brackets",
        "circle of pages",
        "many pages",
        "arrays",
        "its own page",
    ],
)
def test_a_bomb_in_pdf_ends_in_bounded_time(own: DocumentReader, content: Callable[[], bytes]) -> None:
    made = content()
    begun = time.monotonic()
    found = own.extract("pdf", made)
    assert found is not None
    assert len(found.text) <= 400_000
    assert time.monotonic() - begun < 15
    assert own.extract("pdf", LETTER) == TEXT, "the next one goes on"


# --- damage -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_what_was_cut_is_damaged_or_read_as_far_as_it_goes(documents: DocumentReader, share: float) -> None:
    for kind, content in (("pdf", LETTER), ("zip", docx(p("isi") * 50))):
        found = documents.extract(kind, content[: int(len(content) * share)])
        assert found is not None
        assert found.state in ("damaged", "text", "scanned")


@pytest.mark.parametrize("content", [b"", b"%PDF-", b"%PDF-1.7\n%%EOF", b"\0" * 1000, os.urandom(5000)])
def test_garbage_is_damaged(documents: DocumentReader, content: bytes) -> None:
    for kind in ("pdf", "zip"):
        found = documents.extract(kind, content)
        assert found is not None
        assert found.state == "damaged"


def test_a_part_whose_size_is_a_lie_is_damaged(documents: DocumentReader) -> None:
    content = bytearray(docx(p("isi " * 500)))
    at = content.rindex(b"word/document.xml") - 46 + 24  # APPNOTE 4.3.12: uncompressed size
    content[at : at + 4] = (100).to_bytes(4, "little")
    found = documents.extract("zip", bytes(content))
    assert found is not None
    assert found.state == "damaged"


def test_a_package_with_a_password_says_so(documents: DocumentReader) -> None:
    content = bytearray(docx(p("isi")))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):  # general purpose flag, APPNOTE 4.4.4
        place = (
            content.index(b"word/document.xml") - 30
            if mark == b"PK\3\4"
            else content.rindex(b"word/document.xml") - 46
        )
        content[place + at] |= 1
    found = documents.extract("zip", bytes(content))
    assert found == Extract("encrypted", "", "asks for a password")


# --- the child ----------------------------------------------------------------------------------------------


def test_one_child_reads_many(own: DocumentReader) -> None:
    pids = set()
    for _ in range(5):
        assert own.extract("pdf", LETTER) == TEXT
        pids.add(child_of(own).pid)
    assert len(pids) == 1


def test_after_so_many_documents_a_fresh_child_takes_over() -> None:
    with DocumentReader(Allowance(reads=2)) as reader:
        pids = []
        for _ in range(4):
            assert reader.extract("pdf", LETTER) == TEXT
            pids.append(child_of(reader).pid)
        assert pids[0] == pids[1] != pids[2] == pids[3]
        assert gone(pids[0])


def test_a_child_killed_between_documents_is_replaced(own: DocumentReader) -> None:
    own.extract("pdf", LETTER)
    os.kill(child_of(own).pid, signal.SIGKILL)
    assert own.extract("pdf", LETTER) == TEXT


def test_closing_ends_the_child_and_reading_starts_another(own: DocumentReader) -> None:
    own.extract("pdf", LETTER)
    pid = child_of(own).pid
    own.close()
    assert gone(pid)
    assert own.extract("pdf", LETTER) == TEXT


def test_two_threads_get_each_its_own_text(own: DocumentReader) -> None:
    wrong: list[object] = []

    def read(name: str) -> None:
        for number in range(40):
            words = f"surat {name} {number}"
            found = own.extract("zip", docx(p(words)))
            if found is None or found.text != words:
                wrong.append((words, found))

    threads = [threading.Thread(target=read, args=(name,)) for name in ("satu", "dua", "tiga")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_end_of_the_thread_that_started_the_child_harms_nobody(own: DocumentReader) -> None:
    """PR_SET_PDEATHSIG looks at the thread, not at the process (prctl(2))."""
    thread = threading.Thread(target=own.extract, args=("pdf", LETTER))
    thread.start()
    thread.join()
    time.sleep(0.1)
    assert own.extract("pdf", LETTER) == TEXT


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_child_outlives_its_daemon(number: signal.Signals) -> None:
    script = (
        "import sys, time; from maild.confined import DocumentReader; d = DocumentReader();"
        "d.extract('rtf', b'{\\\\rtf1 x}'); print(d.child.pid, flush=True); time.sleep(60)"
    )
    assert_ends_with_its_daemon(script, number)


@pytest.mark.parametrize(
    ("script", "state"),
    [
        ("time.sleep(600)", "refused"),
        ("os._exit(0)", "damaged"),
        ("os.kill(os.getpid(), 11)", "damaged"),
        ("os.kill(os.getpid(), 9)", "refused"),
        ("os.kill(os.getpid(), 24)", "refused"),
        ("os.write(1, b'\\xff\\xff\\xff\\xff'); time.sleep(600)", "damaged"),
        ("os.write(1, b'\\0\\0\\0\\x09text'); os._exit(0)", "damaged"),
        ("put(b'text\\n\\n\\xff\\xfe')", "damaged"),
        ("put(b'text')", "damaged"),
        ("put(b'command\\n\\n12 ok')", "damaged"),
        # It stays for a while: one that is gone before it was asked to the end counts as broken down.
        ("put(b'refused\\n\\nTolak semua'); time.sleep(600)", "refused"),
        ("import subprocess; subprocess.Popen(['sleep', '600']); os._exit(0)", "refused"),
    ],
)
def test_a_child_that_was_taken_over_can_say_nothing_but_a_finding(
    monkeypatch: pytest.MonkeyPatch, script: str, state: str
) -> None:
    monkeypatch.setattr(reading, "START", ASKED + script)
    begun = time.monotonic()
    with DocumentReader(Allowance(deadline=1.0)) as reader:
        found = reader.extract("pdf", b"x" * 300)
    assert found is not None
    assert (found.state, found.text) == (state, "")
    assert time.monotonic() - begun < 10


def test_a_child_that_does_not_listen_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "START", STARTED + "time.sleep(600)")
    with DocumentReader(Allowance(deadline=0.5)) as reader:
        assert reader.extract("pdf", b"x" * 3_000_000) == Extract("refused", "", "took too long to read")
        assert reader.child is None


def test_what_a_child_says_is_cut_and_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "put(b'text\\n' + b'r' * 2000 + b'\\nisi\\x00\\x1b[31m\\tdua\\n' + b'a' * 500000)"
    monkeypatch.setattr(reading, "START", ASKED + script)
    with DocumentReader() as reader:
        found = reader.extract("pdf", b"x")
    assert found is not None
    assert found.text.startswith("isi[31m\tdua\naaa")
    assert len(found.text) <= 400_000
    assert len(found.reason) == 300


@pytest.mark.parametrize(
    "script", ["raise SystemExit", "import time; time.sleep(600)", "print('x' * 9999999)"]
)
def test_a_child_that_cannot_start_leaves_documents_to_people(
    monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(reading, "START", script)
    monkeypatch.setattr(child, "STARTING", 1.0)
    with DocumentReader() as reader:
        found = [reader.extract("pdf", LETTER)]
        begun = time.monotonic()
        found += [reader.extract("pdf", LETTER) for _ in range(20)]
        assert time.monotonic() - begun < 0.5, "not every document waits for a start"
    assert set(found) == {Extract("scanned", "", "the reader of documents could not be started")}


def test_after_a_rest_the_start_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reading.START
    monkeypatch.setattr(reading, "START", "raise SystemExit")
    monkeypatch.setattr("maild.confined.documents._REST", 0.0)
    with DocumentReader() as reader:
        assert reader.extract("pdf", LETTER) != TEXT
        monkeypatch.setattr(reading, "START", whole)
        assert reader.extract("pdf", LETTER) == TEXT


def test_without_an_interpreter_documents_are_left_to_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python3")
    with DocumentReader() as reader:
        found = reader.extract("pdf", LETTER)
    assert found is not None
    assert found.state == "scanned"


def test_without_its_library_a_pdf_is_left_to_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIBRARIES", ())
    with DocumentReader() as reader:
        assert reader.extract("pdf", LETTER) == Extract("scanned", "", "no reader for pdf is installed")
        assert reader.extract("zip", docx(table(["Nama", "Budi"]))) == Extract("text", "Nama\tBudi")
