"""text/enriched (RFC 1896) and text/richtext (RFC 1341): what NeXT, old Eudora and Mulberry still send."""

from __future__ import annotations

import re

_PARAMETER = re.compile(r"(?is)<param>[^<]{0,2000}</param>")
_LITERAL = re.compile(r"<<")
_COMMAND = re.compile(r"</?[A-Za-z][A-Za-z0-9_-]{0,60}>")
_BREAKS = re.compile(r"\n(\n*)")


def to_text(source: str) -> str:
    """Formatting commands out; a single line end is a blank, n of them are n - 1 (RFC 1896 section 2)."""
    text = _PARAMETER.sub("", source.replace("\r\n", "\n"))
    text = _COMMAND.sub(lambda found: "\n\n" if found[0].lower() in ("<nl>", "<np>") else "", text)
    return _LITERAL.sub("<", _BREAKS.sub(lambda found: found[1] or " ", text)).strip()
