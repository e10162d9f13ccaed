"""What the child found in one document."""

from __future__ import annotations

from dataclasses import dataclass

MOST_CHARACTERS = 400_000  # of text from one document: two hundred pages of a letter
MOST_PIXELS = 4_000_000  # of one page as a picture for OCR: A4 at 200 dots an inch


@dataclass(frozen=True, slots=True)
class Finding:
    """`state`: text, scanned, refused, damaged or encrypted; '' for what is no document at all."""

    state: str
    text: str = ""
    reason: str = ""


class Enough(Exception):
    """The text is as long as it may become; what follows is not read."""


class Bomb(Exception):
    """A document that would unfold beyond what may be read; the message says what was found and allowed."""


class Locked(Exception):
    """A document that asks for a password."""
