"""The log: ids and codes on stderr, nothing that anybody wrote in a mail (P10, T29)."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Literal, Protocol

_OURS = "maild"
_ADDRESS = re.compile(r"[^\s<>\"'(),;:]+@[^\s<>\"'(),;:]+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Settings(Protocol):
    """What matters here of the configuration (config.Logging has it)."""

    @property
    def format(self) -> Literal["auto", "text", "json"]: ...
    @property
    def level(self) -> str: ...


def begin(settings: Settings, stream: IO[str] | None = None) -> None:
    """Sets up logging of the whole process; again after a reload. `auto`: text on a terminal, else JSON."""
    stream = stream or sys.stderr
    as_text = settings.format == "text" or (settings.format == "auto" and stream.isatty())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Text() if as_text else _Json())
    root = logging.getLogger()
    for old in root.handlers[:]:
        if getattr(old, "of_maild", False):
            root.removeHandler(old)
    handler.of_maild = True  # type: ignore[attr-defined]  # a mark for the next time
    root.addHandler(handler)
    # Libraries log addresses, SQL with its values and whole SMTP dialogues below this level.
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(settings.level.upper())


def line(record: logging.LogRecord) -> str:
    """The words of a record on one line, whatever got into it."""
    ours = record.name == _OURS or record.name.startswith(f"{_OURS}.")
    words = record.getMessage() if ours else _withheld(record)
    if record.exc_info and record.exc_info[1] is not None:
        words = f"{words}: {_fault(record.exc_info[1])}"
    return _UNSEEN.sub(_escaped, _ADDRESS.sub("(address)", words))


def _withheld(record: logging.LogRecord) -> str:
    """Of a library only the template of its message: what is filled in may come from a mail."""
    return str(record.msg) if record.args else "(text of this library withheld)"


def _fault(error: BaseException) -> str:
    """Kind and place of an exception: its text may quote a mail. The whole trace only for level debug."""
    if logging.getLogger(_OURS).getEffectiveLevel() <= logging.DEBUG:
        return " | ".join("".join(traceback.format_exception(error)).splitlines())
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return f"{_at(record)} {record.levelname:<7} {record.name}: {line(record)}"


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        values = {
            "at": _at(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "thread": record.threadName,
            "message": line(record),
        }
        return json.dumps(values, ensure_ascii=False)
