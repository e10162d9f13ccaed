"""Zip packages that are office documents: Word, PowerPoint, Excel and OpenDocument.

Own code and no docx2txt: rows of forms have to stay rows, what was deleted under review, is hidden, or only
prompts must not be read as the sender's word, and nothing may be unfolded before it was measured.
"""

from __future__ import annotations

import contextlib
import re

from . import sheets
from .finding import Enough, Finding
from .flow import Flow
from .packed import Package
from .wording import tidy

_HEADERS = re.compile(r"word/header\d{0,3}\.xml")
_TAILS = re.compile(r"word/(?:footnotes|endnotes|footer\d{0,3})\.xml")
_SLIDES = re.compile(r"ppt/slides/slide(\d{1,4})\.xml")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


def read(data: bytes) -> Finding:
    """Raises BadZipFile, ExpatError, Bomb, Locked. State '' for a package that is no document."""
    package = Package(data)
    names = package.names
    if package.start("mimetype", 80).startswith(_OPEN_DOCUMENT) and "content.xml" in names:
        return _found(_flow(package, ["content.xml"], anywhere=True))
    main = sheets.relations(package, "").get("officeDocument", "")
    if main not in names:
        main = next((name for name in _USUAL if name in names), "")
    if main.startswith("word/"):
        heads = sorted(filter(_HEADERS.fullmatch, names))
        tails = sorted(filter(_TAILS.fullmatch, names))
        return _found(_flow(package, [*heads, main, *tails], anywhere=False))
    if main.startswith("xl/"):
        return _found(sheets.read(package, main))
    if main.startswith("ppt/"):
        slides = sorted((int(found[1]), found[0]) for found in map(_SLIDES.fullmatch, names) if found)
        return _found(_flow(package, [name for _, name in slides], anywhere=False))
    return Finding("", "", "no document")


_USUAL = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")


def _flow(package: Package, names: list[str], *, anywhere: bool) -> str:
    pages: list[str] = []
    for name in names:
        flow = Flow(anywhere=anywhere)
        with contextlib.suppress(Enough):
            package.parse(name, flow)
        if flow.text.strip() and flow.text not in pages:  # one header for each kind of page, often the same
            pages.append(flow.text)
    return "\n".join(pages)


def _found(text: str) -> Finding:
    text = tidy(text)
    if any(map(str.isalnum, text)):
        return Finding("text", text)
    return Finding("scanned", "", "no text in it, perhaps pictures")
