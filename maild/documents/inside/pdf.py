"""PDF -> text with pdfium. A page that is one picture says nothing; a person has to look at it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .finding import MOST_CHARACTERS, MOST_PIXELS, Finding, Locked
from .wording import tidy

PAGES = 50  # read of one document; the letter stands at the beginning, annexes follow
_SHARP = 200 / 72  # dots for each point: enough for letters of 8 points
_FEW = 200  # letters: what scanner programs and electronic signatures print on a page is no text of it
_WIDE = 0.5  # of a page: pictures of this size are the page itself, no letterhead
_OBJECTS = 500  # looked at on a page in search of pictures; scanners that cut a page in strips make some tens
_APART = 1.0  # times the size of the letters; a blank between words is a third of it, stretched some more
_APART_BOXES = 1.3  # times the height of a row, which is less than the size of its letters
_MOST_GAPS = 20_000  # signs on a page; more is no form
_STRAY_COLON = re.compile(r"\n ?:")  # a column of labels was set first, then the column of `: value`
_BOXES = 2_000  # pieces of text on a page of a form
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
        form = _settle_form(page)
        if form:
            page = document[number]
        text = tidy(_written(page.get_textpage(), form=form))
    except pdfium.PdfiumError:
        return "damaged", ""
    if _unintelligible(text):
        return "picture", ""
    letters = _letters(text[:2000])
    if letters < _FEW and _has_wide_picture(page):
        return "picture", text
    return ("text" if letters else "empty"), text


def _written(page: pdfium.PdfTextPage, *, form: bool) -> str:
    """The text of one page, in the order in which it was set, unless that tears answers from their labels."""
    text: str = page.get_text_range()
    if form or _STRAY_COLON.search(text):
        rows = _by_rows(page)
        if _letters(rows) >= _letters(text):  # nothing may be lost by the way
            return rows
    return _with_tabs(page, text)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _with_tabs(page: pdfium.PdfTextPage, text: str) -> str:
    """A tab where two pieces of a line stand far apart: the cells of a table, a date at the right margin."""
    if len(text) != page.count_chars() or len(text) > _MOST_GAPS:
        return text  # signs beyond the first plane: places in the text are no longer places on the page
    signs = list(text)
    for place in range(1, len(signs) - 1):
        if signs[place] == " " and raw.FPDFText_IsGenerated(page, place) == 1:
            gap = page.get_charbox(place + 1)[0] - page.get_charbox(place - 1)[2]
            if gap > _APART * raw.FPDFText_GetFontSize(page, place - 1):
                signs[place] = "\t"
    return "".join(signs)


def _settle_form(page: pdfium.PdfPage) -> bool:
    """What was typed into the fields of a form lies beside the page; this sets it into the page."""
    if not raw.FPDFPage_GetAnnotCount(page):
        return False
    done: int = raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    return bool(done == raw.FLATTEN_SUCCESS)


def _by_rows(written: pdfium.PdfTextPage) -> str:
    """Text as it stands on the page, row by row: else the answers of a form come after all of its labels."""
    boxes = []
    for number in range(min(written.count_rects(), _BOXES)):
        left, bottom, right, top = written.get_rect(number)
        words = written.get_text_bounded(left, bottom, right, top).strip()
        boxes.append(_Box(top, bottom, left, right, words))
    rows: list[list[_Box]] = []
    for box in sorted(boxes, reverse=True):
        if rows and rows[-1][0].bottom < (box.top + box.bottom) / 2 < rows[-1][0].top:
            rows[-1].append(box)
        else:
            rows.append([box])
    return "\n".join(_row(sorted(row, key=lambda box: box.left)) for row in rows)


class _Box(NamedTuple):
    """A piece of text and its place; y grows upwards."""

    top: float
    bottom: float
    left: float
    right: float
    words: str


def _row(boxes: Sequence[_Box]) -> str:
    apart = _APART_BOXES * max(box.top - box.bottom for box in boxes)
    pieces = [boxes[0].words]
    for before, box in pairwise(boxes):
        pieces += ["\t" if box.left - before.right > apart else " ", box.words]
    return "".join(pieces)


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
