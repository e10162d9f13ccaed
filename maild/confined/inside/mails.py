"""The child's work: some mails after others from the pipe, one record for each back into it.

The only module in here that imports another room: maild.message, and what that needs.
"""

from __future__ import annotations

import codecs
import contextlib
import encodings
import gc
import importlib
import pkgutil
import signal
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from importlib.machinery import PathFinder

from maild.message import LIMITS, Message, Unreadable, read

from . import confinement
from .frames import Frames, apart, together
from .records import most, packed

_LARGE = 1_000_000  # bytes of a request that leaves much memory behind
_OUTLOOK = bytes.fromhex("D0CF11E0A1B11AE1")
_HTML = "<p>Yth. Bapak/Ibu</p><blockquote>Lama</blockquote>"


def main(parent: int, memory: int, seconds: int) -> None:
    """Reads and answers until the pipe is closed."""
    frames = Frames(LIMITS.size + 4)
    load()
    held = confinement.confine(parent, memory)
    frames.put("\n".join(held).encode())
    try:
        while (request := frames.take()) is not None:
            frames.put(*together(_answers(request, seconds)))
            if len(request) > _LARGE:
                del request
                confinement.give_back()
    except MemoryError:  # what is left of this process is not to be relied on; by this signal it is known
        signal.raise_signal(signal.SIGABRT)


def _answers(request: bytes, seconds: int) -> Iterator[list[bytes]]:
    for raw in apart(memoryview(request)):
        confinement.allow_seconds(seconds)  # for each mail, also of those that came together
        yield answer(bytes(raw))


def answer(raw: bytes) -> list[bytes]:
    """What the mail is. Raises MemoryError, also where reading it ended with one."""
    record = read(raw)
    if isinstance(record, Unreadable) and record.reason.endswith(MemoryError.__name__):
        raise MemoryError
    return _packed(record, len(raw))


def _packed(record: Message | Unreadable, size: int) -> list[bytes]:
    try:
        return packed(record, most(size))
    except ValueError:  # longer than may be
        return packed(Unreadable(record.sha256, size, "unfolds to many times its size"), most(size))


def load() -> None:
    """Whatever reading a mail may import is imported when this returns, and nothing can be afterwards."""
    for name in _codecs():
        with contextlib.suppress(LookupError):
            codecs.lookup(name)
    for module in ("selectolax.lexbor", "olefile"):  # without one of them mails are not read by halves
        importlib.import_module(module)
    for raw in _samples():
        answer(raw)
    # Where the door is closed an import fails with OSError, which no one expects of an unknown charset.
    sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not PathFinder]
    gc.collect()
    gc.freeze()


def _codecs() -> list[str]:
    """Codecs are files: every charset that Python has, for a mail may name any."""
    return [name for _, name, _ in pkgutil.iter_modules(encodings.__path__) if name not in _NO_CODECS]


_NO_CODECS = frozenset({"aliases", "mbcs", "oem"})  # the last two are there on Windows only


def _samples() -> list[bytes]:
    """Mails that take the ways on which something is imported late."""
    mail = EmailMessage()
    mail["From"] = "Warga <warga@surel.example>"
    mail["Date"] = "Mon, 07 Sep 2026 08:00:00 +0800"
    mail["Subject"] = "Läporan"
    mail.set_content("Isi")
    mail.add_alternative(_HTML, subtype="html")
    mail.add_attachment(_OUTLOOK, maintype="application", subtype="octet-stream", filename="a.msg")
    return [b"", mail.as_bytes()]
