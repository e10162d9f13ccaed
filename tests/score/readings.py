"""Every mail read once, by the function behind `maild read`, with the CPU time that it took."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from maild.intent import Meaning
from maild.message import Message, Unreadable
from tests.score.office import Officials
from tests.score.shared import Entry, Shared

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """`document` is what `maild read --json` prints; `message` holds what it does not show (Reply-To, senders)."""

    file: str  # relative to ../shared
    document: Document
    message: Message | Unreadable
    seconds: float  # of CPU, children included
    fault: str | None = None  # the exception that came out of `maild read`; there must be none


@dataclass(slots=True)
class Readings:
    """Reads on demand and remembers, so that `--only` reads no more than it needs."""

    shared: Shared
    officials: Officials
    disguise: Callable[[bytes], bytes] = bytes  # of the Indonesian mails
    _known: dict[str, Reading] = field(default_factory=dict)
    _meant: dict[str, Meaning] = field(default_factory=dict)
    _made: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def once(self, make: Callable[[Readings], Iterable[Any]]) -> tuple[Any, ...]:
        """What `make` makes of these readings, made once: several figures speak of the same."""
        if make.__qualname__ not in self._made:
            self._made[make.__qualname__] = tuple(make(self))
        return self._made[make.__qualname__]

    def understood(self, reading: Reading) -> Meaning:
        """What a mail means to `maild read`, told once."""
        if reading.file not in self._meant:
            assert isinstance(reading.message, Message)
            self._meant[reading.file] = self.officials.reader.understood(reading.message)
        return self._meant[reading.file]

    def corpus(self, entry: Entry) -> Reading:
        file = f"corpus/{entry['path']}"
        if file not in self._known:
            self._known[file] = self._read(self.shared.raw(entry), file)
        return self._known[file]

    def indonesian(self, entry: Entry) -> Reading:
        file = f"indonesia/mails/{entry['id']}.eml"
        if file not in self._known:
            self._known[file] = self._read(self.disguise(self.shared.indonesian(entry)), file)
        return self._known[file]

    def _read(self, raw: bytes, file: str) -> Reading:
        start = cpu_seconds()
        fault, document = None, {}
        try:
            document = self.officials.reader.read(raw, file)
        except Exception as error:  # the worst finding of all; the others are still told
            fault = f"{type(error).__name__}: {error}"
        seconds = cpu_seconds() - start
        return Reading(file, document or _NOTHING, self.officials.reader.message(raw), seconds, fault)


def cpu_seconds() -> float:
    """Of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


_NOTHING: Document = {
    "kind": None,
    "message_id": None,
    "in_reply_to": None,
    "references": [],
    "date": None,
    "from": None,
    "to": [],
    "cc": [],
    "subject": "",
    "text": "",
    "new_text": "",
    "quoted": False,
    "attachments": [],
    "auto_reply": False,
    "bulk": False,
    "bounce": None,
    "forwarded": None,
    "case_refs": [],
    "letter_refs": [],
    "intent": None,
    "fields": {},
    "defects": [],
}
