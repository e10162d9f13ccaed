"""Parameters of a part's headers, above all its file name (RFC 2045, 2183, 2231, 2047), and safe names.

Names come broken in many ways: raw 8-bit, encoded words inside quotes (Outlook, Gmail), pieces of RFC 2231
that hold encoded words, percent codes without a charset, blanks and quotes without quotes around them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from maild.message import charset, headers

if TYPE_CHECKING:
    from maild.message.mime import Part

_TYPE = re.compile(r"\s*([!#$&^_.+%*'`{|}~\w-]{1,100}/[!#$&^_.+%*'`{|}~\w-]{1,100})", re.ASCII)
_PARAMETER = re.compile(r"[;\s]*([^\s=;\"]{1,80}?)[ \t\r\n]*=[ \t\r\n]*")
_PIECE = re.compile(r"([^*]{1,60})\*(?:(\d{1,3})(\*?))?$", re.ASCII)
_CHARSET = re.compile(r"\s*([\w.:-]{0,40})'[\w-]{0,20}'", re.ASCII)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_FOLDED = re.compile(r"[\r\n]+(?=[ \t])|[\r\n]+")
_MOST = 200  # parameters of one header

_NAME = re.compile(r"[^A-Za-z0-9._]+")
_RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_ENDINGS = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "text/plain": ".txt",
    "text/html": ".html", "text/calendar": ".ics", "message/rfc822": ".eml", "text/rfc822-headers": ".txt",
    "application/pkcs7-signature": ".p7s", "application/pgp-signature": ".asc",
    "application/vnd.ms-outlook": ".msg", "application/ms-tnef": ".dat", "image/gif": ".gif",
}  # fmt: skip

_KINDS = {
    "pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
    "gif": "image/gif", "doc": "application/msword", "txt": "text/plain", "xls": "application/vnd.ms-excel",
    "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "eml": "message/rfc822", "msg": "application/vnd.ms-outlook", "rtf": "application/rtf",
}  # fmt: skip
_UNKNOWN = "application/octet-stream"


def content_type(value: str) -> str:
    """type/subtype in lower case; '' where nothing usable is declared."""
    found = _TYPE.match(value)
    return found[1].lower() if found else ""


def kind_of(name: str) -> str:
    """The content type that the ending of a file name speaks for."""
    return _KINDS.get(name.rpartition(".")[2].lower(), _UNKNOWN)


def disposition(part: Part) -> str:
    """attachment, inline, or '' (RFC 2183)."""
    return part.header("content-disposition").partition(";")[0].strip().lower()


def parameters(value: str) -> dict[str, str]:
    """Lower-case name -> value of a header such as Content-Type; pieces of RFC 2231 joined and decoded.

    A value in the form of RFC 2231 wins over a plain one of the same name (RFC 6266 section 4.3 says so too).
    """
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    at = value.find(";") + 1 or len(content_type(value))
    for _ in range(_MOST):
        found = _PARAMETER.match(value, at)
        if found is None:
            at = value.find(";", at) + 1
            if not at:
                break
            continue
        text, at = _value(value, found.end(), name="name" in found[1].lower())
        piece = _PIECE.fullmatch(found[1].lower())
        if piece:
            encoded = piece[2] is None or bool(piece[3])
            pieces.setdefault(piece[1], {}).setdefault(int(piece[2] or 0), (text, encoded))
        else:
            plain.setdefault(found[1].lower(), text)
    return plain | {name: joined for name, found_ in pieces.items() if (joined := _joined(found_))}


def _value(value: str, at: int, *, name: bool) -> tuple[str, int]:
    """A value and where it ends. A quote inside a quoted name is kept: one before `;` or the end closes."""
    if value[at : at + 1] == '"':
        end = at + 1
        while end < len(value) and not (value[end] == '"' and _closes(value, end)):
            end += 2 if value[end] == "\\" and value[end + 1 : end + 2] in ('"', "\\") else 1
        text = value[at + 1 : end].replace('\\"', '"').replace("\\\\", "\\")
        return _FOLDED.sub("", text), end + 1
    end = value.find(";", at)
    end = len(value) if end < 0 else end
    text = value[at:end].strip()
    if not name and len(words := text.split(None, 1)) == 2 and "=" in words[1]:
        return words[0], at + value[at:end].find(words[1])  # the semicolon between two parameters is missing
    return _FOLDED.sub("", text), end


def _closes(value: str, at: int) -> bool:
    rest = value[at + 1 : at + 90].lstrip()
    return not rest or rest[0] == ";" or '"' not in value[at + 1 :] or bool(_PARAMETER.match(rest))


def _joined(pieces: dict[int, tuple[str, bool]]) -> str:
    """RFC 2231 sections 3 and 4: the charset stands in the first piece; pieces come in any order."""
    encoding: str | None = None
    data = b""
    for number, (piece, encoded) in sorted(pieces.items()):
        text = piece
        if encoded and number == min(pieces):
            declared = _CHARSET.match(text)
            if declared:
                encoding, text = declared[1] or None, text[declared.end() :]
        raw = text.encode("utf-8", "surrogateescape")
        data += unquote_to_bytes(raw) if encoded else raw
    return charset.decode(data, encoding)[0]


def filename(part: Part) -> str:
    """The name as the sender wrote it, every way of encoding undone; '' for none."""
    for header, key in (("content-disposition", "filename"), ("content-type", "name")):
        value = part.header(header)
        if "=" in value:
            name = headers.decoded(parameters(value).get(key, ""))
            if name:
                return _unpercented(name)
    return ""


def _unpercented(name: str) -> str:
    """`Surat%20Jawaban.pdf`: a web form wrote the name as an address. A lone percent sign is just that."""
    if " " in name or not _PERCENT.search(name):
        return name
    try:
        text = unquote_to_bytes(name).decode("utf-8")
    except UnicodeDecodeError:
        return name
    return headers.clean(text) if " " in text or not text.isascii() else name


def safe_name(name: str, kind: str, number: int, taken: set[str]) -> str:
    """ASCII, no directory, never empty, unique within the mail (T25)."""
    last = re.split(r"[/\\]", name.replace("%2F", "/").replace("%2f", "/"))[-1]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    plain = _NAME.sub("-", plain).strip(".-_")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
        if "." in last.strip(".") and last.rpartition(".")[2] == plain:
            stem, ending = "", plain  # of a name in another script only the ending is left
    stem, ending = stem[:80].strip(".-_"), ending[:10]
    if not stem or _RESERVED.match(plain):
        stem = f"lampiran-{number}"
    result = f"{stem}.{ending}" if ending else stem + _ENDINGS.get(kind, "")
    while result.lower() in taken:
        stem = f"{stem}-{number}"
        result = f"{stem}.{ending}" if ending else stem + _ENDINGS.get(kind, "")
    taken.add(result.lower())
    return result
