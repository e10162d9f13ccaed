"""Messages in, messages with the text of their documents out."""

from __future__ import annotations

import functools
import logging
import re
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from maild.confined import ocr
from maild.confined.inside.finding import MOST_CHARACTERS
from maild.confined.pictures import pixels
from maild.confined.pipes import Died, Late
from maild.confined.process import Allowance, Child
from maild.message import Attachment, Extract, Message, with_extracts
from maild.message.extracts import every_attachment, kind_of, plain_extract

log = logging.getLogger(__name__)

_STATES = frozenset({"text", "scanned", "refused", "damaged", "encrypted"})
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Seconds are counted anew for each document; pdfium aborts when it is refused memory.
_ITS_OWN = frozenset({signal.SIGXCPU, signal.SIGABRT})
_REST = 60.0  # seconds; a start that hangs must not be waited for with every document
_NO_READER = Extract("scanned", "", "the reader of documents could not be started")
_AGAIN = Extract("", "", "the reader died, perhaps of something that it had read before")


class DocumentReader:
    """Reads documents in one child process, which starts at the first one and lives on for the next.

    Threads may share it: they take turns. `close` ends the child, and so does the end of this process.
    """

    def __init__(self, allowance: Allowance | None = None, *, optical: bool = True) -> None:
        """`optical`: look for words in pictures as well, if tesseract and its Indonesian are installed."""
        self.allowance = allowance or Allowance()
        self._optical = optical
        self.child: Child | None = None
        self._lock = threading.Lock()
        # The kernel ends the child with the thread that began it, so that thread is one that lives on.
        self._aside = ThreadPoolExecutor(1, "documents")
        self._rest = 0.0  # until this moment no child is started, because the last start failed

    def __enter__(self) -> DocumentReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child; the next document would start another."""
        with self._lock:
            self._end()

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
            with self._lock:
                try:
                    picture = self._ready().ask(f"pdf/{number}", content, left) if left > 0 else b""
                except (OSError, Died, Late):
                    self.child = None
                    return
            if not picture.startswith(b"P5 "):
                return
            yield picture

    def extract(self, kind: str, content: bytes, seconds: float | None = None) -> Extract | None:
        """What one document says; None: it is none. `kind` as from message.extracts.kind_of."""
        with self._lock:
            found = self._tried(kind, content, seconds or self.allowance.deadline)
            # A death is put down to a document only if a fresh child died of it.
            return found if found is not _AGAIN else self._tried(kind, content, self.allowance.deadline)

    def _tried(self, kind: str, content: bytes, seconds: float) -> Extract | None:
        if self.child is None and time.monotonic() < self._rest:
            return _NO_READER
        try:
            child = self._ready()
        except (OSError, Died, Late) as error:
            self._rest = time.monotonic() + _REST
            log.warning("document reader: cannot be started (%s)", type(error).__name__)
            return _NO_READER
        try:
            return _believed(child.ask(kind, content, seconds))
        except Late:
            self.child = None
            log.warning("document reader: ended, a document took too long")
            return Extract("refused", "", "took too long to read")
        except Died as death:
            self.child = None
            log.warning("document reader: ended by signal %d", death.signal)
            certain = child.reads == 1 or death.signal in _ITS_OWN
            return _fatal(death.signal, self.allowance) if certain else _AGAIN

    def _ready(self) -> Child:
        if self.child is not None and self.child.reads >= self.allowance.reads:
            self._end()
        if self.child is None:
            self.child = Child(self.allowance)
            log.info("document reader: started (%d of its limits hold)", len(self.child.held))
        return self.child

    def _end(self) -> None:
        if self.child is not None:
            self.child.end()
            self.child = None


@functools.cache
def installed() -> ocr.Tesseract | None:
    """Looked for once: an installation takes a restart to be seen."""
    return ocr.find()


def _fatal(number: int, allowance: Allowance) -> Extract:
    if number == signal.SIGXCPU:
        return Extract("refused", "", f"took more than {allowance.seconds} s of the processor")
    if number in (signal.SIGABRT, signal.SIGKILL):
        return Extract("refused", "", "needs more memory than a document may have")
    return Extract("damaged", "", "its reader broke down")


def _believed(answer: bytes) -> Extract | None:
    """The answer of a child that a document may have taken over: checked and cut like any other input."""
    try:
        state, reason, text = answer.decode("utf-8").split("\n", 2)
    except ValueError:
        return Extract("damaged", "", "its reader broke down")
    if not state:
        return None
    if state not in _STATES:
        return Extract("damaged", "", "its reader broke down")
    kept = text[:MOST_CHARACTERS] if state in ("text", "scanned") else ""
    return Extract(state, _CONTROLS.sub("", kept), _CONTROLS.sub("", reason[:300]))
