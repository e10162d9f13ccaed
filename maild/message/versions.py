"""Which version of a multipart/alternative is read (RFC 2046 section 5.1.4 wants them to say the same)."""

from __future__ import annotations

import re
from enum import Enum

_WORD = re.compile(r"\w{4,60}")
_TARGET = re.compile(r"<(?:https?|ftp|mailto)[^<>]{1,600}>")
_STUB = 400  # characters; a longer plain version is no `your program cannot show this mail`
_FEWEST, _SHARE = 8, 0.4  # words of the HTML that the plain version lacks, before they are two texts


class Version(Enum):
    """What becomes the text of the mail."""

    PLAIN = "plain"
    RENDERED = "rendered"
    BOTH = "both"


def choose(plain: str, rendered: str) -> Version:
    """The plain version, unless the HTML says much more, or something else: then nothing may be lost."""
    size, shown = len(plain.strip()), len(rendered.strip())
    if not shown:
        return Version.PLAIN
    if not size or (size < _STUB and shown > 3 * size + 40):
        return Version.RENDERED
    words = set(_WORD.findall(_TARGET.sub(" ", rendered).lower()))
    lacking = words.difference(_WORD.findall(plain.lower()))
    return Version.BOTH if len(lacking) >= max(_FEWEST, _SHARE * len(words)) else Version.PLAIN
