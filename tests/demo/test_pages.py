"""The pages open from disk, lead nowhere else, and let no mail run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from maild.demo import compose
from maild.demo.pages import write_pages
from maild.demo.people import CAST, OFFICE_ADDRESS, PEOPLE
from maild.demo.secrecy import Finding, findings
from maild.demo.story.chapters import BEGIN
from maild.demo.telling import Told
from maild.demo.town import Town

NUMBER = "0001/LM/III/2026/DPS"
HOSTILE = '</pre></iframe><script>alert(1)</script>" onload="x {{ 7*7 }}'
LETTER = (
    f"From: Ombudsman <{OFFICE_ADDRESS}>\r\nTo: n@x.example\r\nSubject: [{NUMBER}] Penyampaian\r\n"
    "Message-ID: <l5@o.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p onclick="x">Yth.</p>\r\n'
    "--b\r\nContent-Type: application/pdf; name=surat.pdf\r\nContent-Disposition: attachment; "
    'filename="../surat.pdf"\r\n\r\n%PDF-1.7\r\n'
    '--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="x.html"\r\n\r\n'
    "<script>alert(2)</script>\r\n--b--\r\n"
).encode()
CASE: dict[str, Any] = {
    "number": NUMBER,
    "state": "TUTUP",
    "opened_at": "2026-03-02T09:12:00+08:00",
    "closed_at": "2026-03-10T15:00:00+08:00",
    "closed_reason": "selesai_instansi",
    "urgent": True,
    "confidential": False,
    "agency_id": "disdukcapil-buleleng",
    "focal_point": {"name": "Ni Luh Sekarini", "address": "n@x.example"},
    "owner": None,
    "subject": HOSTILE,
    "deadlines": [
        {
            "rule": "D23",
            "basis": "kebijakan",
            "started_at": "2026-03-03T09:23:00+08:00",
            "due_at": "2026-03-17T23:59:59+08:00",
            "met_at": None,
            "state": "void",
            "explanation": "14 hari",
        }
    ],
    "letters": [
        {
            "number": None,
            "kind": "L05",
            "to": {"name": "", "address": "n@x.example"},
            "queued_at": "2026-03-02T09:13:00+08:00",
            "sent_at": None,
            "status": "ready",
            "message_id": "l5@o.example",
        }
    ],
    "messages": [
        {
            "message_id": "unknown@x.example",
            "from": {"name": "Ketut", "address": "k@x.example"},
            "received_at": "2026-03-02T09:12:00+08:00",
            "kind": "report",
            "intent": None,
        }
    ],
    "timeline": [{"at": "2026-03-02T09:13:00+08:00", "event": "registered", "by": "maild", "detail": None}],
}


@pytest.fixture
def town() -> Iterator[Town]:
    with Town(BEGIN) as running:
        report = compose.new(PEOPLE["ketut"], OFFICE_ADDRESS, HOSTILE, HOSTILE, BEGIN)
        running.send(PEOPLE["ketut"], report)
        running.post.send(OFFICE_ADDRESS, [PEOPLE["dukcapil"].address], LETTER, OFFICE_ADDRESS)
        yield running


@pytest.fixture
def pages(town: Town, tmp_path: Path) -> Path:
    told = [Told(BEGIN, "person", "Ketut", HOSTILE), Told(BEGIN, "letter", "Ni Luh", "Surat", NUMBER)]
    write_pages(tmp_path / "lihat", town, [CASE], told, findings(town.store))
    return tmp_path / "lihat"


class Links(HTMLParser):
    """Collects what a page refers to, and every element by name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.elements.append((tag, values))
        self.ids.add(values.get("id") or "")
        self.targets += [values[key] or "" for key in ("href", "src", "action", "data") if key in values]


def test_every_person_and_case_has_a_page_and_every_link_ends_inside(pages: Path) -> None:
    names = {path.name for path in pages.glob("*.html")}
    assert names == {
        "index.html",
        "story.html",
        "case-0001-LM-III-2026-DPS.html",
        *(f"mailbox-{person.key}.html" for person in CAST),
    }
    for path in pages.glob("*.html"):
        for target in Links(path.read_text()).targets:
            name, _, anchor = target.partition("#")
            assert (pages / name).is_file(), f"{path.name} -> {target}"
            assert (pages / name).resolve().is_relative_to(pages)
            if anchor:
                assert anchor in Links((pages / name).read_text()).ids


def test_nothing_comes_from_elsewhere(pages: Path) -> None:
    for path in pages.glob("*.html"):
        page = path.read_text()
        assert "default-src 'none'" in page
        assert not re.findall(r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//", page)


def test_no_mail_runs(pages: Path) -> None:
    for path in pages.glob("*.html"):
        elements = Links(path.read_text()).elements
        assert [tag for tag, _ in elements if tag == "script"] == ["script"]  # our own
        assert all(values.get("sandbox") == "" for tag, values in elements if tag == "iframe")
        assert not any(key.startswith("on") for _, values in elements for key in values)
    frames = Links((pages / "mailbox-dukcapil.html").read_text()).elements
    (frame,) = (values for tag, values in frames if tag == "iframe")
    assert "Yth." in (frame["srcdoc"] or "")
    assert "{{ 7*7 }}" in (pages / "mailbox-ketut.html").read_text()


def test_only_documents_become_files(pages: Path) -> None:
    files = list((pages / "files").iterdir())
    assert [file.suffix for file in files] == [".pdf"]
    assert files[0].read_bytes().startswith(b"%PDF-1.7")


def test_a_letter_of_a_case_leads_to_the_mailbox_of_its_reader(pages: Path) -> None:
    assert "mailbox-dukcapil.html#m0-1" in (pages / "case-0001-LM-III-2026-DPS.html").read_text()


def test_a_name_in_an_agencys_mailbox_is_found_and_shown(town: Town, tmp_path: Path) -> None:
    assert findings(town.store) == []
    encoded = compose.new(PEOPLE["office"], PEOPLE["disdik"].address, "Laporan", "dari ibu LARASATI é", BEGIN)
    assert b"LARASATI" not in encoded.raw  # base64: a plain search would miss it
    town.send(PEOPLE["office"], encoded)
    found = findings(town.store)
    assert [(finding.reporter, finding.mailbox) for finding in found] == [
        ("Made Ayu Larasati", "Anak Agung Komala")
    ]
    write_pages(tmp_path / "p", town, [CASE], [], [*found, Finding("a", "b", "c", "d")])
    assert "2 traces of a reporter" in (tmp_path / "p" / "index.html").read_text()
