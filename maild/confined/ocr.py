"""Words in pictures, where tesseract and its Indonesian data are installed. An aid to search, never evidence.

What it finds never counts as text of a document: letters misread in a number or a name look like any other.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from maild.confined.inside.wording import tidy
from maild.confined.pictures import pixels
from maild.confined.pipes import Late, Piped, inside

MOST_PIXELS = 25_000_000  # of one picture; a telephone takes twelve to sixteen million
PAGES = 3  # of one scan
SECONDS = 20.0  # by the clock, for one picture
CAVEAT = "words found by OCR, which may be wrong"

_MEMORY = 1024 * 1024 * 1024  # bytes of address space
_MOST_WORDS = 100_000  # bytes of one picture's words
_FEW = 12  # letters: fewer are specks and stamps
_START = """\
import sys
sys.path.append(sys.argv[1])
from inside.confinement import lead
lead(int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6:])
"""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """One installation: `program` is its path."""

    program: str

    def words(self, picture: bytes, seconds: float = SECONDS) -> str:
        """Words of one PNG, JPEG or PNM; '' where none were found, or it took too long, or was too large."""
        size = pixels(picture)
        if size is not None and size > MOST_PIXELS:
            return ""
        until = time.monotonic() + min(seconds, SECONDS)
        try:
            found = tidy(self._told(picture, until).decode("utf-8", "replace"))
        except (OSError, Late):
            return ""
        return found if sum(map(str.isalnum, found)) >= _FEW else ""

    def _told(self, picture: bytes, until: float) -> bytes:
        limits = (os.getpid(), _MEMORY, int(SECONDS))
        command = [self.program, "stdin", "stdout", "-l", "ind"]
        prefix = str(Path(self.program).resolve().parent.parent)
        process = Piped(_START, [inside(), *map(str, limits), prefix, *command], _environment())
        told = bytearray()
        try:
            with contextlib.suppress(BrokenPipeError):  # it has seen enough; it may have words all the same
                process.write(picture, until)
            process.finish()
            while len(told) < _MOST_WORDS and (piece := process.read(_MOST_WORDS - len(told), until)):
                told += piece
        finally:
            process.end()
        return bytes(told)


def find() -> Tesseract | None:
    """The installed tesseract, if it knows Indonesian."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        listed = subprocess.run(  # noqa: S603 - a program that the administrator installed
            [program, "--list-langs"], capture_output=True, timeout=10, check=True, env=_environment()
        )
        if b"ind" in listed.stdout.split():
            return Tesseract(program)
    return None


def _environment() -> dict[str, str]:
    """One thread, because the processor belongs to the daemon; the folder of its data, where it is told."""
    data = os.environ.get("TESSDATA_PREFIX")
    return {"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin", **({"TESSDATA_PREFIX": data} if data else {})}
