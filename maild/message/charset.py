"""Bytes -> text. Declared charsets are often wrong; nothing here raises and nothing is lost silently."""

from __future__ import annotations

import codecs
import functools
import re

# Python codecs that are not charsets of mail, or that interpret escapes (T23).
_NOT_TEXT = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
)
# What is declared, and what such mail really holds: WHATWG reads these labels as windows-1252 too.
_REALLY = {"iso8859-1": "cp1252", "ascii": "utf-8"}
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SURROGATES = re.compile(r"[\ud800-\udfff]")


@functools.lru_cache(maxsize=256)
def codec(label: str | None) -> str | None:
    """The codec to try for a declared charset; None when there is no such charset."""
    name = (label or "").strip().strip("'\"").lower()
    if not name or len(name) > 40:
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name.replace("-", "_") in _NOT_TEXT:
        return None
    return _REALLY.get(info.name, info.name)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Text and, when the declared charset did not fit, a defect in words.

    Order: byte order mark, declared charset, UTF-8, windows-1252 (dependencies.md section 7).
    """
    if data.isascii() and b"\x1b" not in data and b"\0" not in data and b"+" not in data and b"~" not in data:
        return data.decode("ascii"), None
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _clean(data.decode(name, "replace")), None
    wanted = codec(declared)
    if wanted is not None:
        try:
            return _clean(data.decode(wanted)), None
        except (UnicodeError, ValueError):
            pass
    return _guess(data, wanted), _defect(data, declared, wanted)


def _guess(data: bytes, wanted: str | None) -> str:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken:
        return _clean(text)
    if wanted is not None and wanted not in ("utf-8", "cp1252"):
        other = data.decode(wanted, "replace")
        if other.count("\ufffd") <= broken:
            return _clean(other)
    good = sum(1 for char in text[:200_000] if char > "\x7f" and char != "\ufffd")
    if wanted in (None, "utf-8") and good > 2 * broken:
        return _clean(text)  # UTF-8 with some bytes damaged on the way
    return _western(data)


def _western(data: bytes) -> str:
    """windows-1252; its five unassigned bytes stay what they are."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chunk.decode("cp1252") if i % 2 == 0 else chunk.decode("latin-1")
            for i, chunk in enumerate(re.split(rb"([\x81\x8d\x8f\x90\x9d])", data))
        )


def _defect(data: bytes, declared: str | None, wanted: str | None) -> str | None:
    if declared and wanted is None:
        return f"unknown charset {declared[:40]!a}"
    if declared:
        return f"text does not fit the declared charset {declared[:40]!a}"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "8-bit text without a charset"
    return None


def _clean(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)
