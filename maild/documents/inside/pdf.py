"""PDF -> text with pdfium. A page that is one picture says nothing; a person has to look at it."""

from __future__ import annotations

import unicodedata

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .finding import MOST_CHARACTERS, Finding, Locked
from .wording import tidy

PAGES = 50  # read of one document; the letter stands at the beginning, annexes follow
_FEW = 60  # letters: what scanner programs print on a page (`Dipindai dengan CamScanner`) is no text of it
_WIDE = 0.5  # of a page: a picture of this size is the page itself, no letterhead
_OBJECTS = 200  # looked at on a page in search of a picture
_UNTOLD = 0.2  # share of signs without meaning: a font that does not say which letters it draws


def read(data: bytes) -> Finding:
    """Text of the first pages, in the order in which they were set. Raises Locked, PdfiumError."""
    document = _opened(data)
    try:
        count = len(document)
        pages = [_page(document, number) for number in range(min(count, PAGES))]
    finally:
        document.close()
    return _found(pages, count)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Locked from error
        raise


def _page(document: pdfium.PdfDocument, number: int) -> tuple[str, str]:
    """What one page is (text, picture, empty, damaged) and its text."""
    try:
        page = document[number]
        _settle_form(page)
        page = document[number]
        text = tidy(page.get_textpage().get_text_range())
    except pdfium.PdfiumError:
        return "damaged", ""
    if _unintelligible(text):
        return "picture", ""
    letters = sum(map(str.isalnum, text[:2000]))
    if letters < _FEW and _has_wide_picture(page):
        return "picture", text
    return ("text" if letters else "empty"), text


def _settle_form(page: pdfium.PdfPage) -> None:
    """What was typed into the fields of a form lies beside the page; this sets it into the page."""
    if raw.FPDFPage_GetAnnotCount(page):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)


def _has_wide_picture(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    for number, thing in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        left, bottom, right, top = thing.get_bounds()
        if (right - left) * (top - bottom) >= _WIDE * width * height:
            return True
        if number >= _OBJECTS:
            break
    return False


def _unintelligible(text: str) -> bool:
    signs = [sign for sign in text[:4000] if not sign.isspace()]
    untold = sum(sign == "\ufffd" or unicodedata.category(sign) in ("Co", "Cn", "Cc") for sign in signs)
    return untold > _UNTOLD * len(signs)


def _found(pages: list[tuple[str, str]], count: int) -> Finding:
    kinds = [kind for kind, _ in pages]
    text = "\n\n".join(text for _, text in pages if text)[:MOST_CHARACTERS]
    notes = [f"the first {PAGES} of {count:,} pages"] if count > PAGES else []
    if "text" in kinds:
        notes += [f"{name} on page {_listed(kinds, kind)}" for kind, name in _PARTIAL if kind in kinds]
        return Finding("text", text, "; ".join(notes))
    if kinds and set(kinds) == {"damaged"}:
        return Finding("damaged", "", "no page can be read")
    why = "pages are pictures" if "picture" in kinds else "no text on its pages"
    return Finding("scanned", "", "; ".join([why, *notes]))


_PARTIAL = (("picture", "a picture only"), ("damaged", "damage"))


def _listed(kinds: list[str], wanted: str) -> str:
    return ", ".join(str(number) for number, kind in enumerate(kinds, 1) if kind == wanted)
