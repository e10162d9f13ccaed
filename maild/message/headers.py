"""Header values: RFC 2047 decoded, one line, without control characters (T14)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.message import Message as Part
from email.utils import parsedate_tz
from functools import lru_cache

from mailparser.utils import convert_mail_date, get_addresses

from maild.message.charset import decode
from maild.message.record import Address

# Addresses and dates are mail-parser's work; text is decoded here, because it drops the 8-bit bytes of a raw
# Latin-1 Subject and does not join a character that was split over two encoded words.
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_Q = re.compile(rb"=([0-9A-Fa-f]{2})")
_BLANK = re.compile(r"[ \t\r\n]*")
# C0, C1, line and paragraph separators, bidirectional overrides, zero-width, BOM, surrogates.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
_LONGEST = 16_000  # characters of one header: what everything after this file may have to read
_SHORT = 500  # characters of an address header that is worth remembering
_SPACES = re.compile(r"\s+")
_MSGID = re.compile(r"<\s*([^<>\s][^<>]{0,900}?)\s*>")
_MSGID_BARE = re.compile(r"[^\s<>,;\"()]{1,400}@[^\s<>,;\"()]{1,400}")
# Zones that people and programs of Indonesia write, and forms that RFC 5322 does not know.
_ZONE = re.compile(r"(?i)(?:\b(?:GMT|UTC))?\s?([+-])(\d{1,2}):(\d{2})\b")
_ZONES = {"WIB": "+0700", "WITA": "+0800", "WIT": "+0900"}
_ZONE_NAME = re.compile(r"\b(?:WIB|WITA|WIT)\b")
_MONTHS = {"mei": "may", "agu": "aug", "agt": "aug", "agustus": "aug", "okt": "oct", "oktober": "oct",
           "des": "dec", "desember": "dec", "peb": "feb", "januari": "jan", "februari": "feb", "maret": "mar",
           "juni": "jun", "juli": "jul", "nop": "nov", "nopember": "nov"}  # fmt: skip
_MONTH = re.compile(r"(?i)\b(?:" + "|".join(_MONTHS) + r")\b")
_DAY = re.compile(
    r"(?i)^\s*(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|sen|sel|rab|kam|jum|sab|min),?\s"
)
_ADDR_SPEC = re.compile(
    r"[^\s@<>()\[\]\\,;:\"\x00-\x20]{1,200}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?)(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*"
)


def text_of(raw: str) -> str:
    """A raw value as compat32 keeps it (8-bit bytes as surrogates) -> proper text, still encoded."""
    if raw.isascii():
        return raw
    return decode(raw.encode("utf-8", "surrogateescape"))[0] if _CONTROL.search(raw) else raw


def clean(value: str) -> str:
    """One line without control characters; blanks collapsed (T14, T29)."""
    if value.isascii() and value.isprintable() and "  " not in value:
        return value.strip()
    return _SPACES.sub(" ", _CONTROL.sub(" ", value)).strip()


def decoded(raw: str) -> str:
    """RFC 2047: encoded words decoded, cleaned. Broken ones stay as written; a subject of pages is cut."""
    return _decoded(raw)[:_LONGEST]


def _decoded(raw: str) -> str:
    value = text_of(raw)
    if "=?" not in value:
        return clean(value)
    out: list[str] = []
    pending: list[tuple[str, bytes]] = []
    end = 0
    for word in _ENCODED.finditer(value):
        between = value[end : word.start()]
        data = _word(word[2], word[3])
        if data is None:
            continue
        if not (pending and _BLANK.fullmatch(between)):
            out.append(_flush(pending))
            out.append(between)
        pending.append((word[1].partition("*")[0].lower(), data))
        end = word.end()
    out.append(_flush(pending))
    out.append(value[end:])
    return clean("".join(out))


def _word(encoding: str, text: str) -> bytes | None:
    if encoding in "qQ":
        data = text.replace("_", " ").encode("utf-8", "replace")
        return _Q.sub(lambda m: bytes([int(m[1], 16)]), data)
    try:
        packed = re.sub(r"\s+", "", text).rstrip("=")
        data = base64.b64decode(packed + "=" * (-len(packed) % 4))
        return data if data or not packed else None
    except (binascii.Error, ValueError):
        return None


def _flush(pending: list[tuple[str, bytes]]) -> str:
    """Neighbours of one charset are joined first: senders split characters between words."""
    text: list[str] = []
    while pending:
        charset, data = pending.pop(0)
        while pending and pending[0][0] == charset:
            data += pending.pop(0)[1]
        text.append(decode(data, charset)[0])
    return "".join(text)


def table(part: Part) -> dict[str, tuple[str, ...]]:
    """Lower-case name -> decoded values, topmost first."""
    found: dict[str, list[str]] = {}
    for name, raw in part.raw_items():
        found.setdefault(name.strip().lower(), []).append(decoded(str(raw)))
    return {name: tuple(values) for name, values in found.items()}


def addresses(raw_values: Iterable[str]) -> tuple[tuple[Address, ...], tuple[str, ...]]:
    """Every mailbox of some address headers, and what is wrong with them (RFC 5322 section 3.4)."""
    read = [_mailboxes(raw) if len(raw) <= _SHORT else _read_mailboxes(raw) for raw in map(str, raw_values)]
    found = tuple(one for mailboxes, _ in read for one in mailboxes)
    return found, tuple("address header not clean" for _, clean_one in read if not clean_one)


@lru_cache(maxsize=256)  # the office's own address stands in nearly every mail
def _mailboxes(raw: str) -> tuple[tuple[Address, ...], bool]:
    return _read_mailboxes(raw)


def _read_mailboxes(raw: str) -> tuple[tuple[Address, ...], bool]:
    """Those of one header, and whether it was clean."""
    found: list[Address] = []
    problems: list[str] = []
    try:
        pairs = get_addresses(text_of(raw), defects=problems, decode_names=True)
    except MemoryError:
        raise  # half a mail is none: it is set aside (R17)
    except Exception as error:  # a foreign parser on hostile input (T23): never the mail's end
        pairs, problems = [], [type(error).__name__]
    if problems and len(pairs) == 1 and _one_mailbox(raw):
        pairs = [(raw.rpartition("<")[0].strip(' "'), pairs[0][1])]  # the whole name, commas and all
    for name, spec in pairs:
        whole = spec.strip()
        proper = whole.lower() if len(whole) <= 320 and _ADDR_SPEC.fullmatch(whole) else ""
        if whole or name.strip():
            found.append(Address(decoded(name), proper))
    if not any(name or spec for name, spec in pairs) and _names_somebody(raw):
        found.append(Address(decoded(raw.partition("<")[0].strip(' "')) or decoded(raw), ""))
    return tuple(found), not problems or (len(pairs) == 1 and _one_mailbox(raw))


def _names_somebody(raw: str) -> bool:
    """A name without an address. `undisclosed-recipients:;` names nobody, a broken address is no name."""
    name, bracket, spec = raw.strip().partition("<")
    plain = spec if bracket and name else raw.strip()
    return "@" not in plain and not (":" in plain and plain.endswith(";")) and any(map(str.isalpha, raw))


def _one_mailbox(raw: str) -> bool:
    """A comma in an unquoted name (`I Made Astika, S.Pd <x@y>`) is no danger where there is one @ only: every
    reader finds the same mailbox (T6). Where words are encoded, what they hide could be a second one."""
    return raw.count("@") == 1 and "=?" not in raw and raw.rstrip().endswith(">")


def message_ids(values: Iterable[str]) -> tuple[str, ...]:
    """Message-IDs of In-Reply-To or References, without brackets, in order, once each."""
    found: dict[str, None] = {}
    for value in values:
        ids = _MSGID.findall(value) or _MSGID_BARE.findall(value)
        for one in ids:
            found[clean(one).replace(" ", "")] = None
    return tuple(found)


def message_id(values: tuple[str, ...]) -> str | None:
    """The Message-ID without brackets and junk; one without brackets or '@' still counts."""
    for value in values:
        ids = message_ids([value])
        if ids:
            return ids[0]
        bare = value.strip("<> \t").split()
        if bare:
            return bare[0][:900]
    return None


def date(value: str) -> datetime | None:
    """A Date header as aware UTC. Chosen by the sender: never a deadline (R20)."""
    found = _ZONE.sub(lambda m: f" {m[1]}{m[2]:0>2}{m[3]}", value[:200])
    found = _ZONE_NAME.sub(lambda m: _ZONES[m[0]], found)
    found = _DAY.sub("", _MONTH.sub(lambda m: _MONTHS[m[0].lower()], found))
    try:
        when, _ = convert_mail_date(found)
    except MemoryError:
        raise
    except Exception:
        when = _loose(found)
    if not isinstance(when, datetime):
        return None
    try:
        aware = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
        aware + timedelta(days=1)  # what stands at the end of time cannot be reckoned with
    except (OverflowError, ValueError):
        return None
    return aware


def _loose(value: str) -> datetime | None:
    """Without a zone or with one that nobody knows, with dots in the time, in ISO form: as far as it goes."""
    try:
        return datetime.fromisoformat(value.strip())
    except ValueError:
        pass
    try:
        parts = parsedate_tz(value)
        moment = datetime(*parts[:6], tzinfo=UTC) if parts else None  # refuses a 59th hour
        return moment - timedelta(seconds=(parts[9] if parts else 0) or 0) if moment else None
    except (OverflowError, ValueError, OSError, TypeError, IndexError):
        return None
