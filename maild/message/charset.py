"""Bytes -> text. Declared charsets are often wrong; nothing here raises and nothing is lost silently."""

from __future__ import annotations

import codecs
import functools
import re

# Python codecs that are not charsets of mail, or that interpret escapes (T23).
_NOT_TEXT = frozenset(
    {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
)
# What is declared, and what such mail really holds (WHATWG reads these labels so too).
_REALLY = {
    "iso8859-1": "cp1252", "ascii": "utf-8", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "iso2022_jp": "iso2022_jp_ext",
}  # fmt: skip
# Labels that mail programs write and Python does not know.
_CALLED = {
    "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949",
    "x-sjis": "cp932", "x-gbk": "gb18030", "gb2312-80": "gb18030", "x-euc-jp": "euc_jp",
    "x-mac-roman": "mac-roman", "macintosh": "mac-roman", "ansi": "cp1252", "x-ansi": "cp1252",
    "x-unicode-2-0-utf-8": "utf-8", "unicode-1-1-utf-7": "utf-7", "unicode": "utf-16",
    "x-user-defined": "cp1252", "dos-874": "cp874",
}  # fmt: skip
_FAMILIES = (
    (re.compile(r"(?:x-)?(?:windows|win|cp|ms|ibm)[-_ ]?(\d{3,5})"), r"cp\1"),
    (re.compile(r"(?:x-)?iso[-_ ]?8859[-_ ]?(\d{1,2})(?::\d{4})?"), r"iso8859-\1"),
    (re.compile(r"(?:x-|unicode-1-1-)?utf[-_ ]?(8|16|32)(?:mb[34]|[-_ ]?bom)?"), r"utf-\1"),
)
# Of these a text that is valid UTF-8 as well is UTF-8 in truth: nobody means `Ã¤`.
_WESTERN = frozenset({"cp1252", "cp1254", "cp1250", "iso8859-15", "iso8859-2", "mac-roman"})
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_LABEL = re.compile(r"[^\s;,\"'<>()]{1,40}")
_META = re.compile(rb"(?i)<meta\b[^>]{0,300}?\bcharset\s{0,3}=\s{0,3}[\"']?([\w.:-]{1,40})")


@functools.lru_cache(maxsize=256)
def codec(label: str | None) -> str | None:
    """The codec to try for a declared charset; None when there is no such charset."""
    written = (label or "").strip().strip("'\"").lower().removeprefix("charset=")
    found = _LABEL.match(written)
    if not found or len(written) > 80:
        return None
    name = _CALLED.get(found[0], found[0])
    for pattern, replacement in _FAMILIES:
        if whole := pattern.fullmatch(name):
            name = whole.expand(replacement)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name.replace("-", "_") in _NOT_TEXT:
        return None
    return _REALLY.get(info.name, info.name)


def of_html(data: bytes) -> str | None:
    """The charset that HTML itself declares; as it is readable as ASCII, never UTF-16."""
    found = _META.search(data, 0, 4096)
    label = found[1].decode("ascii", "replace") if found else None
    return label if label and not label.lower().startswith(("utf-16", "utf-32", "unicode")) else None


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
    if wanted in _WESTERN and not data.isascii() and (text := _strict(data, "utf-8")) is not None:
        return text, _defect(data, declared, wanted)
    if wanted is not None and (text := _strict(data, wanted)) is not None:
        return _clean(text), None
    if wanted == "iso2022_jp_ext" and (
        text := _strict(data.replace(b"\x1b$B", b"\x1b$(Q"), "iso2022_jp_2004")
    ):
        return text, None  # characters that NEC added to the set, which most programs send
    return _guess(data, wanted), _defect(data, declared, wanted)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _guess(data: bytes, wanted: str | None) -> str:
    whole = _strict(data, "utf-8")
    if whole is not None:
        return whole
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
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
    return "8-bit text without a charset" if _strict(data, "utf-8") is None else None


def _clean(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)
