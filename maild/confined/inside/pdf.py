"""PDF -> text with pdfium. A page that is one picture says nothing; a person has to look at it."""

from __future__ import annotations

import ctypes
import unicodedata
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .finding import MOST_CHARACTERS, MOST_PIXELS, Finding, Locked
from .places import Box, letters_in, written
from .wording import TICKED, UNTICKED, tidy

PAGES = 50  # read of one document; the letter stands at the beginning, annexes follow
_SHARP = 200 / 72  # dots for each point: enough for letters of 8 points
_FEW = 200  # letters: what scanner programs and electronic signatures print on a page is no text of it
_WIDE = 0.5  # of a page: pictures of this size are the page itself, no letterhead
_OBJECTS = 500  # looked at on a page in search of pictures; scanners that cut a page in strips make some tens
_FIELDS = 1_000  # of a form, on one page
_NAME = 64  # bytes; a longer one is not written, and is not Off
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


def picture(data: bytes, number: int) -> bytes:
    """One page, counted from 0, as a grey PNM picture; b'' where there is none."""
    document = _opened(data)
    try:
        if number >= min(len(document), PAGES):
            return b""
        page = document[number]
        width, height = page.get_size()
        scale = min(_SHARP, (MOST_PIXELS / max(width * height, 1)) ** 0.5 * 0.99)
        drawn = page.render(scale=scale, grayscale=True)
        rows = memoryview(drawn.buffer).cast("B")
        lines = (rows[n * drawn.stride : n * drawn.stride + drawn.width] for n in range(drawn.height))
        return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + b"".join(lines)
    finally:
        document.close()


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
        marks = _settle_form(page)
        if marks is not None:
            page = document[number]
        text = tidy(written(page.get_textpage(), marks))
    except pdfium.PdfiumError:
        return "damaged", ""
    if _unintelligible(text):
        return "picture", ""
    letters = letters_in(text[:2000])
    if letters < _FEW and _has_wide_picture(page):
        return "picture", text
    return ("text" if letters else "empty"), text


def _settle_form(page: pdfium.PdfPage) -> list[Box] | None:
    """What was typed into a form, or written across a page with a program, lies beside it; this sets it into
    the page. None if there is nothing of the kind; else the boxes to tick, ticked or not."""
    marks: list[Box] = []
    filled = False
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _FIELDS)):
        note = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(note)
        filled = filled or kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)
        if kind == raw.FPDF_ANNOT_WIDGET and raw.FPDFAnnot_HasKey(note, b"AS"):
            marks.append(_mark(note))
        raw.FPDFPage_CloseAnnot(note)
    if not filled:
        return None
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    return marks


def _mark(note: raw.FPDF_ANNOTATION) -> Box:
    """A box to tick: its appearance state is Off, or the name of what ticking means (PDF 32000-1, 12.7.4)."""
    name = ctypes.create_string_buffer(_NAME)
    text = ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR))
    length = raw.FPDFAnnot_GetStringValue(note, b"AS", text, _NAME)
    off = length <= _NAME and name.raw.decode("utf-16-le", "replace").partition("\0")[0] in ("Off", "")
    place = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, place)
    return Box(place.top, place.bottom, place.left, place.right, UNTICKED if off else TICKED)


def _has_wide_picture(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    covered = 0.0
    for thing in islice(page.get_objects(max_depth=3), _OBJECTS):
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            covered += (right - left) * (top - bottom)
    return bool(covered >= _WIDE * width * height)


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
    return Finding("scanned", text, "; ".join([why, *notes]))


_PARTIAL = (("picture", "a picture only"), ("damaged", "damage"))


def _listed(kinds: list[str], wanted: str) -> str:
    return ", ".join(str(number) for number, kind in enumerate(kinds, 1) if kind == wanted)
