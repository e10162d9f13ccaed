"""Pieces of text and their places on a page -> lines, where the order of setting is not enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_APART = 1.0  # times the size of the letters; a blank between words is a third of it, stretched some more
_APART_BOXES = 1.3  # times the height of a row, which is less than the size of its letters
_MOST_GAPS = 20_000  # signs on a page; more is no form
_STRAY_COLON = re.compile(r"\n ?:")  # a column of labels was set first, then the column of `: value`
_BOXES = 2_000  # pieces of text on a page of a form


class Box(NamedTuple):
    """A piece of text and its place; y grows upwards."""

    top: float
    bottom: float
    left: float
    right: float
    words: str


def written(page: pdfium.PdfTextPage, marks: Sequence[Box] | None) -> str:
    """The text of one page, in the order in which it was set, unless that tears answers from their labels.

    `marks` are the boxes to tick of a form; None: the page is no form.
    """
    text: str = page.get_text_range()
    if marks is not None or _STRAY_COLON.search(text):
        rows = _by_rows(page, marks or ())
        if letters_in(rows) >= letters_in(text):  # nothing may be lost by the way
            return rows
    return _with_tabs(page, text)


def letters_in(text: str) -> int:
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


def _by_rows(page: pdfium.PdfTextPage, marks: Sequence[Box]) -> str:
    """Text as it stands on the page, row by row: else the answers of a form come after all of its labels."""
    boxes = list(marks)
    for number in range(min(page.count_rects(), _BOXES)):
        left, bottom, right, top = page.get_rect(number)
        words = page.get_text_bounded(left, bottom, right, top).strip()
        boxes.append(Box(top, bottom, left, right, words))
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.top + box.bottom, reverse=True):
        if rows and any(_beside(box, other) for other in rows[-1][-_NEAR:]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return "\n".join(_row(sorted(row, key=lambda box: box.left)) for row in rows)


_NEAR = 4  # boxes of a row that the next one is held against


def _beside(one: Box, other: Box) -> bool:
    """Whether the middle of one of the two lies within the height of the other."""
    middle, others = (one.top + one.bottom) / 2, (other.top + other.bottom) / 2
    return other.bottom < middle < other.top or one.bottom < others < one.top


def _row(boxes: Sequence[Box]) -> str:
    apart = _APART_BOXES * min(box.top - box.bottom for box in boxes)
    pieces = [boxes[0].words]
    for before, box in pairwise(boxes):
        pieces += ["\t" if box.left - before.right > apart else " ", box.words]
    return "".join(pieces)
