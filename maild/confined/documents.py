"""Messages in, messages with the text of their documents out."""

from __future__ import annotations

import functools
import re
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from maild.confined import ocr
from maild.confined.child import Child, Reader, ReaderUnavailable, Succession, folders_of, script
from maild.confined.inside.finding import MOST_CHARACTERS, MOST_PIXELS
from maild.confined.pictures import pixels
from maild.confined.pipes import Died, Late
from maild.message import Attachment, Extract, Message, with_extracts
from maild.message.extracts import every_attachment, kind_of, plain_extract

_STATES = frozenset({"text", "scanned", "refused", "damaged", "encrypted"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Seconds are counted anew for each document; pdfium aborts when it is refused memory.
_ITS_OWN = frozenset({signal.SIGXCPU, signal.SIGABRT})
_REST = 60.0  # seconds; documents are no reason to wait for a start, they go to people meanwhile
START = script("documents")
LIBRARIES = ("pypdfium2", "pypdfium2_raw", "olefile")
_ANSWER = max(4 * MOST_CHARACTERS, MOST_PIXELS) + 4_000  # bytes: the longest text, or one page as a picture

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Allowance:
    """What reading one document may cost, and how many one child, and one mail, may have read."""

    memory: int = 384 * 1024 * 1024  # bytes of address space of the child, libraries included
    seconds: int = 1  # of the processor; the system counts whole ones, so it may become one more
    deadline: float = 10.0  # seconds by the clock, for a machine that is busy with other things
    documents: int = 20  # of one mail
    mail: float = 12.0  # seconds by the clock for all documents of one mail
    reads: int = 500  # of one child, then it makes room for a fresh one


class DocumentReader(Reader):
    """Reads documents in one child process, which starts at the first one and lives on for the next.

    Threads may share it: they take turns. `close` ends the child, and so does the end of this process.
    """

    def __init__(self, allowance: Allowance | None = None, *, optical: bool = True) -> None:
        """`optical`: look for words in pictures as well, if tesseract and its Indonesian are installed."""
        self.allowance = allowance or Allowance()
        self._optical = optical
        self._children = Succession("document reader", self._begin, _its_own, self.allowance.reads, _REST)
        # The kernel ends the child with the thread that began it, so that thread is one that lives on.
        self._aside = ThreadPoolExecutor(1, "documents")

    def _begin(self) -> Child:
        return Child(START, self.allowance.memory, self.allowance.seconds, folders_of(LIBRARIES))

    def ahead(self, message: Message) -> Future[Message]:
        """As `read`, while the caller does something else: most of it is waiting for the child."""
        return self._aside.submit(self.read, message)

    def read(self, message: Message) -> Message:
        """The same mail with what its documents say. Never raises for anything that a mail may hold."""
        until = time.monotonic() + self.allowance.mail
        extracts: dict[str, Extract] = {}
        documents = 0
        for one in every_attachment(message):
            if one.sha256 in extracts or one.extract is not None:
                continue
            found = plain_extract(one)
            if found is None and (kind := kind_of(one.content)):
                documents += 1
                found = self._within(one, kind, documents, until)
            if self._optical and (found is None or found.state == "scanned"):
                found = self._seen(one, found, until)
            if found is not None:
                extracts[one.sha256] = found
        return with_extracts(message, extracts)

    def _within(self, one: Attachment, kind: str, number: int, until: float) -> Extract | None:
        """What the mail as a whole may cost comes before what is in one document (R18)."""
        if number > self.allowance.documents:
            return Extract("refused", "", f"more than {self.allowance.documents} documents in one mail")
        left = until - time.monotonic()
        if left <= 0:
            return Extract("refused", "", f"documents of one mail took more than {self.allowance.mail:.0f} s")
        return self.extract(kind, one.content, min(left, self.allowance.deadline))

    def _seen(self, one: Attachment, found: Extract | None, until: float) -> Extract | None:
        """What can be made out in a photo or a scan; for search, so its state stays what it is."""
        is_scan = found is not None and kind_of(one.content) == "pdf"
        if not is_scan and (one.ornament or pixels(one.content) is None):
            return found
        tesseract = installed()
        if tesseract is None:
            return found
        pages = self._pages(one.content, until) if is_scan else iter([one.content])
        words = "\n\n".join(filter(None, (tesseract.words(p, until - time.monotonic()) for p in pages)))
        if not words:
            return found
        return Extract("scanned", words, f"{found.reason if found else 'a picture'}; {ocr.CAVEAT}")

    def _pages(self, content: bytes, until: float) -> Iterator[bytes]:
        """The first pages of a scan as pictures."""
        for number in range(ocr.PAGES):
            left = min(until - time.monotonic(), self.allowance.deadline)
            try:
                picture = self._ask(f"pdf/{number}", content, left, bytes) if left > 0 else b""
            except (Died, Late, ReaderUnavailable):
                return
            if not picture.startswith(b"P5 "):
                return
            yield picture

    def extract(self, kind: str, content: bytes, seconds: float | None = None) -> Extract | None:
        """What one document says; None: it is none. `kind` as from message.extracts.kind_of."""
        try:
            return self._ask(kind, content, seconds or self.allowance.deadline, _believed)
        except ReaderUnavailable:
            return Extract("scanned", "", "the reader of documents could not be started")
        except Late:
            return Extract("refused", "", "took too long to read")
        except Died as death:
            return _fatal(death.signal, self.allowance)

    def _ask(self, kind: str, content: bytes, seconds: float, understood: Callable[[memoryview], T]) -> T:
        return self._children.ask((kind.encode("ascii") + b"\n", content), _ANSWER, seconds, understood)


@functools.cache
def installed() -> ocr.Tesseract | None:
    """Looked for once: an installation takes a restart to be seen."""
    return ocr.find()


def _its_own(end: Died | Late) -> bool:
    """Whether the document ended its reader, for sure; else it is tried on a fresh one."""
    return isinstance(end, Late) or end.signal in _ITS_OWN


def _fatal(number: int, allowance: Allowance) -> Extract:
    if number == signal.SIGXCPU:
        return Extract("refused", "", f"took more than {allowance.seconds} s of the processor")
    if number in (signal.SIGABRT, signal.SIGKILL):
        return Extract("refused", "", "needs more memory than a document may have")
    return Extract("damaged", "", "its reader broke down")


def _believed(answer: memoryview) -> Extract | None:
    """The answer of a child that a document may have taken over: checked and cut like any other input.

    Raises ValueError for what no child of ours says.
    """
    state, reason, text = str(answer, "utf-8").split("\n", 2)
    if not state:
        return None
    if state not in _STATES:
        raise ValueError(state)
    kept = text[:MOST_CHARACTERS] if state in ("text", "scanned") else ""
    return Extract(state, _CONTROLS.sub("", kept), _CONTROLS.sub("", reason[:300]))
