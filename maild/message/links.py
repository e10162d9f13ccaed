"""Where a link of HTML leads, as far as its text does not say so already. Nothing is followed (T26)."""

from __future__ import annotations

import re
from urllib.parse import unquote

_WEB = re.compile(r"(?i)^\s*(?:https?|ftp)://\S")
_SCHEME = re.compile(r"(?i)^(?:https?|ftp)://(?:www\.)?|[/\s]+$")
_LONGEST = 500  # characters; a longer one is a newsletter's mark of its reader: its host is enough
_HOST = re.compile(r"(?i)\w{3,5}://[^/?#\s]{1,255}")
_SAFELINK = re.compile(
    r"(?i)^https://[\w.-]{1,60}\.safelinks\.protection\.outlook\.com/\?(?:[^#]{0,200}&)?url=([^&#]{1,4000})"
)


def target(href: str, seen: str) -> str:
    """The address behind the words `seen`; '' where they tell it, and where a picture alone is the link."""
    if not seen:
        return ""
    if href[:7].lower() == "mailto:":
        address = href[7:].partition("?")[0].strip()
        return address if "@" in address and address.lower() not in seen.lower() else ""
    if not _WEB.match(href):
        return ""
    where = _unwrapped(href.strip())
    if _SCHEME.sub("", where).lower() in seen.lower():
        return ""
    host = _HOST.match(where)
    return where if len(where) <= _LONGEST or host is None else f"{host[0]}/…"


def _unwrapped(href: str) -> str:
    """The address that Outlook's protection has wrapped into its own."""
    found = _SAFELINK.match(href)
    inside = unquote(found[1]) if found else ""
    return inside if _WEB.match(inside) else href
