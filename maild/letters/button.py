"""Buttons are mailto: links (RFC 6068): pressing one opens an ordinary mail, sending it is the action."""

from __future__ import annotations

from urllib.parse import quote, unquote


def button(address: str, subject: str, body: str) -> str:
    """A mailto: link. '+' of a subaddress is encoded, since some programs read it as a blank."""
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def spoken(href: str) -> str:
    """What the button would write: the first line of its body, for those who answer in plain words."""
    for field in href.partition("?")[2].split("&"):
        name, _, value = field.partition("=")
        if name.lower() == "body":
            lines = [line.strip() for line in unquote(value).splitlines()]
            return next((line for line in lines if line), "")
    return ""
