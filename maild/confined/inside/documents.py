"""The child's work: one document after the other from the pipe, one finding for each back into it."""

from __future__ import annotations

import codecs
import contextlib
import io
import zipfile
from collections.abc import Callable

from . import confinement, office, rtf
from .finding import Bomb, Finding, Locked
from .frames import Frames

MOST_BYTES = 64 * 1024 * 1024  # of one document; the daemon reads no mail of half that size

# Codecs are files: all that a document may ask for are read before the door is closed.
_CODECS = ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-le", "cp437", "cp874", "cp932", "cp936", "cp949")
_WINDOWS = tuple(f"cp{page}" for page in range(1250, 1259))
_EMPTY_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
"""

Reader = Callable[[bytes], Finding]


def main(parent: int, memory: int, seconds: int) -> None:
    """Reads and answers until the pipe is closed."""
    frames = Frames(MOST_BYTES)
    readers = load()
    held = confinement.confine(parent, memory)
    frames.put("\n".join(held).encode())
    while (request := frames.take()) is not None:
        confinement.allow_seconds(seconds)
        kind, _, data = request.partition(b"\n")
        name, _, page = kind.decode("ascii", "replace").partition("/")
        if page:
            frames.put(_picture(readers, data, int(page)))
            continue
        finding = read(readers, name, data)
        frames.put("\n".join((finding.state, finding.reason, finding.text)).encode("utf-8", "replace"))
        if finding.reason == _NO_MEMORY:
            return  # what is left of this process is not to be relied on


def _picture(readers: dict[str, Reader], data: bytes, page: int) -> bytes:
    """One page of a PDF as a picture, b'' if it cannot be drawn."""
    if "pdf" not in readers:
        return b""
    from . import pdf

    try:
        return pdf.picture(data, page)
    except Exception:
        return b""


def load() -> dict[str, Reader]:
    """Readers by kind, each used once: whatever they import on the way is imported when this returns."""
    readers: dict[str, Reader] = {"zip": office.read, "rtf": rtf.read}
    for name in _CODECS + _WINDOWS:
        codecs.lookup(name)
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<p/>")
    read(readers, "zip", empty.getvalue())
    read(readers, "zip", b"PK\3\4")
    with contextlib.suppress(ImportError):
        from . import word97

        readers["doc"] = word97.read
        read(readers, "doc", b"")
    with contextlib.suppress(ImportError):
        from . import pdf

        readers["pdf"] = pdf.read
        for data in (_EMPTY_PDF, b"%PDF-"):
            read(readers, "pdf", data)
            _picture(readers, data, 0)
    return readers


_NO_MEMORY = "needs more memory than a document may have"


def read(readers: dict[str, Reader], kind: str, data: bytes) -> Finding:
    """Whatever happens within a reader becomes a finding; only the end of the process is none."""
    reader = readers.get(kind)
    if reader is None:
        return Finding("scanned", "", f"no reader for {kind} is installed")
    try:
        return reader(data)
    except Locked:
        return Finding("encrypted", "", "asks for a password")
    except Bomb as bomb:
        return Finding("refused", "", str(bomb))
    except MemoryError:
        return Finding("refused", "", _NO_MEMORY)
    except RecursionError:
        return Finding("refused", "", "nested too deep")
    except NotImplementedError:
        return Finding("damaged", "", "packed in a way that is not known")
    except Exception as error:  # BadZipFile, ExpatError, PdfiumError, zlib.error, and what nobody thought of
        return Finding("damaged", "", f"cannot be read ({type(error).__name__})")
