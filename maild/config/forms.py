"""The forms a value of config.yaml may take: text in, value out, or what was wanted instead."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from maild.calendar import Period, parse

# Dot-atom of RFC 5321 section 4.1.2 and a host name: no quotes, spaces or controls can reach a wire (T16).
_ADDR_SPEC = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                        r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")  # fmt: skip
_SIZE = re.compile(r"(\d{1,12})\s*(|b|kb|kib|mb|mib|gb|gib)", re.ASCII)
_WINDOW = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})", re.ASCII)
_UNITS = {
    "": 1,
    "b": 1,
    "kb": 1000,
    "kib": 1024,
    "mb": 1000**2,
    "mib": 1024**2,
    "gb": 1000**3,
    "gib": 1024**3,
}
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
         "sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6}  # fmt: skip

CASE_PLACEHOLDERS: Mapping[str, int | str] = {
    "seq": 123, "type": "LM", "month": 7, "month_roman": "VII", "year": 2026, "code": "DPS", "office": "DPS",
}  # fmt: skip
LETTER_PLACEHOLDERS: Mapping[str, int | str] = {**CASE_PLACEHOLDERS, "case": "0123"}


def wrong(wanted: str, hint: str = "") -> PydanticCustomError:
    return PydanticCustomError("wanted", "{wanted}", {"wanted": wanted, "hint": hint})


def filled(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise wrong("a text that is not empty")
    return value.strip() if isinstance(value, str) else value


def addr_spec(value: object) -> object:
    """An addr-spec in lower case: the part between the angle brackets (RFC 5322 section 3.4.1)."""
    if value is None:
        return None
    text = str(value).strip().lower()
    if len(text) > 254 or not _ADDR_SPEC.fullmatch(text):
        raise wrong(
            "an e-mail address such as pengaduan@ombudsman.example", "write the bare address, without name"
        )
    return text


def code(value: object) -> object:
    text = str(filled(value))
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,15}", text):
        raise wrong("1 to 16 letters, digits or hyphens, such as DPS", "it stands in case and letter numbers")
    return text


def zone(value: object) -> object:
    text = str(filled(value))
    try:
        ZoneInfo(text)
    except (KeyError, OSError, ValueError):  # unknown; a folder of zones; a path
        raise wrong("an IANA time zone", _zone_hint(text)) from None
    return text


def _zone_hint(text: str) -> str:
    from difflib import get_close_matches

    local = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
    if text.lower() in local:
        return f"{text} is {local[text.lower()]}"
    near = get_close_matches(text, available_timezones(), n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return "Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT)"


def path(value: object, info: ValidationInfo) -> object:
    """A path; a relative one is taken from the folder of the configuration file."""
    if value is None:
        return None
    base = (info.context or {}).get("folder", Path())
    return Path(base) / Path(str(filled(value))).expanduser()


def length(value: object) -> object:
    if isinstance(value, Period):
        return value
    period = parse(value) if isinstance(value, str) else None
    if period is None:
        raise wrong(
            "a length such as '14 days', '2 working days' or '4 working hours'", "a number and a unit"
        )
    return period


def elapsed(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    period = parse(value) if isinstance(value, str) else None
    if period is None or period.working:
        raise wrong("a length such as '60 seconds', '10 minutes' or '48 hours'", "a number and a unit")
    return period.timedelta()


def day(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise wrong("a date such as 2026-08-01") from None


def since(value: object) -> object:
    text = " ".join(str(value).lower().split())
    if text == "first run":
        return text
    try:
        return day(value)
    except PydanticCustomError:
        raise wrong("a date such as 2026-08-01, or 'first run'") from None


def size(value: object) -> object:
    match = _SIZE.fullmatch(str(value).strip().lower())
    if match is None or int(match[1]) == 0:
        raise wrong("a size such as '25 MiB'")
    return int(match[1]) * _UNITS[match[2]]


def weekdays(value: object) -> object:
    """`[mon, tue]`, English or Indonesian, as numbers with Monday 0."""
    if isinstance(value, frozenset):
        return value
    words = one_or_more(value)
    named = [str(word).strip().lower() for word in words] if isinstance(words, list) else []
    unknown = [word for word in named if word[:3] not in _DAYS]
    if unknown or not named:
        hint = f"{unknown[0]!r} is none" if unknown else "at least one day"
        raise wrong("a list of weekdays such as [mon, tue, wed, thu, fri]", hint)
    return frozenset(_DAYS[word[:3]] for word in named)


def window(value: object) -> object:
    if isinstance(value, tuple):
        return value
    match = _WINDOW.fullmatch(str(value).strip())
    try:
        start, end = (
            (time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4])))
            if match
            else (None, None)
        )
    except ValueError:
        start = end = None
    if start is None or end is None or start >= end:
        raise wrong("a window within one day such as '08:00-16:00'", "the first time comes before the second")
    return start, end


def one_or_more(value: object) -> object:
    """One word may stand for a list of one."""
    return [value] if isinstance(value, str) else value


def folder(value: object) -> object:
    """An IMAP folder name. Only configured names ever enter an IMAP command, and none with controls (T17)."""
    text = str(filled(value))
    if not text.isprintable() or any(sign in text for sign in '*%"\\'):
        raise wrong("a folder name without quotes, wildcards or control characters")
    return text


def listen(value: object) -> object:
    if value is None:
        return None
    host, _, port = str(value).strip().rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise wrong("an address and a port such as '127.0.0.1:9465'")
    return f"{host}:{port}"


def case_number(value: object) -> object:
    return _number(value, CASE_PLACEHOLDERS, "{seq:04d}/{type}/{month_roman}/{year}/{code}")


def letter_number(value: object) -> object:
    return _number(value, LETTER_PLACEHOLDERS, "{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}")


def _number(value: object, known: Mapping[str, int | str], example: str) -> str:
    """A checked pattern: only bare placeholders, so that `str.format` cannot reach into objects (T27)."""
    text = str(filled(value))
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        unknown = [name for name in names if name not in known]
        made = "" if unknown else text.format(**known)
    except (ValueError, KeyError, IndexError):
        raise wrong(f"a pattern such as '{example}'", "the braces or a format do not read") from None
    if unknown:
        raise wrong(f"placeholders out of {', '.join(known)}", f"{{{unknown[0]}}} is unknown")
    if "seq" not in names:
        raise wrong(f"a pattern such as '{example}'", "without {seq} two would share one number")
    if not re.fullmatch(r"[A-Za-z0-9./_-]+", made):
        raise wrong("letters, digits and . / _ - around the placeholders", "other signs are lost in subjects")
    return text


def database_url(value: object, info: ValidationInfo) -> object:
    """A SQLAlchemy URL; a relative SQLite file is taken from the folder of the configuration file."""
    text = str(filled(value))
    scheme, _, rest = text.partition("://")
    if scheme == "sqlite" and rest.startswith("/"):
        return _sqlite(rest[1:], Path((info.context or {}).get("folder", Path())))
    if scheme in ("postgresql", "postgres", "postgresql+psycopg") and rest:
        return f"postgresql+psycopg://{rest}"
    raise wrong(
        "a URL such as sqlite:////var/lib/maild/maild.db or postgresql+psycopg://maild@db.example/maild",
        "SQLite for one daemon, PostgreSQL for several",
    )


def _sqlite(file: str, base: Path) -> str:
    if not file or file.startswith(":memory:"):
        raise wrong("a database file", "a database in memory would lose every case")
    # SQLAlchemy reads three slashes as a relative path; the documented spelling sqlite:///var/lib/... means
    # the system folder, and nobody keeps a var/lib beside a configuration.
    rooted = f"/{file}" if file.startswith("var/lib/") else file
    return f"sqlite:///{base / rooted}"
