"""Text as it stands in a document -> lines that a person, and the reader of form fields, can use."""

from __future__ import annotations

import re

from .finding import MOST_CHARACTERS

TICKED, UNTICKED = "\u2612", "\u2610"  # boxes of a form, as Word writes them

_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# A word cut at the end of a line: a soft hyphen or U+2010 before the line end; or U+FFFE, which pdfium puts
# in the place of every hyphen that ends a line, and of the line end. A plain hyphen that stands there
# otherwise was typed, and stays as it is.
_CUT = re.compile(r"(?:[\xad\u2010][ \t]{0,4}\n[ \t]{0,4}|[\ufffe\x02][ \t]{0,4}\n?[ \t]{0,4})(?=\w)")
_BEFORE = re.compile(r"\w{1,40}\Z")
_AFTER = re.compile(r"\w{1,40}")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\uffff\x00\x01\x03-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LEFT_OVER = re.compile(r"[\xad\ufffe\x02]")  # places where a word might have been cut
_BLANKS = re.compile(r"[ \xa0\u2000-\u200a\u202f\u205f\u3000]{1,400}")
# A label and its colon in cells of their own, `Nama | : | Budi`, or set apart by a tab stop.
_COLON = re.compile(r" ?\t ?: ?\t? ?| ?: ?\t ?")
_TABS = re.compile(r" ?\t[\t ]{0,400}")
_EMPTY_LINES = re.compile(r"\n{3,400}")


def tidy(text: str) -> str:
    """One kind of blank and line end, cut words joined, `label: value` on one line, not over the limit."""
    text = _LINE_END.sub("\n", text[: 2 * MOST_CHARACTERS])
    text = _LEFT_OVER.sub("", _CUT.sub(_joint, _INVISIBLE.sub("", text)))
    text = _TABS.sub("\t", _COLON.sub(": ", _TABS.sub("\t", _BLANKS.sub(" ", text))))
    lines = (line.strip(" \t") for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")[:MOST_CHARACTERS]


def _joint(cut: re.Match[str]) -> str:
    """What joins the halves: a hyphen where the word has one of its own. Indonesian doubles words
    (`masing-masing`, `berlari-lari`, `anak-anaknya`); capitals and numbers keep theirs (`DPR-RI`)."""
    before = _BEFORE.search(cut.string, max(0, cut.start() - 40), cut.start())
    after = _AFTER.match(cut.string, cut.end())
    if before is None or after is None:
        return "-"
    left, right = before[0], after[0]
    if not right[0].islower() or not left[-1].islower():
        return "-"
    short = min(len(left), len(right))
    doubled = short >= 3 and (right.startswith(left.lower()) or left.lower().endswith(right))
    return "-" if doubled else ""
