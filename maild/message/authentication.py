"""Whether our own mail server vouches for the From domain (RFC 8601). Default: it does not (T4-T7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from maild.message.record import Message

_COMMENT = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"")
_METHOD = re.compile(r"^([a-z][a-z0-9-]{0,30})(?:/\d+)?\s*=\s*([a-z]{1,20})\b", re.IGNORECASE)
_HEADER_FROM = re.compile(r"(?:^|\s)header\.from\s*=\s*(?:[^\s;@]*@)?([^\s;@]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`pass` only for a sender that may be believed. `domain`: of the From address, None without a sender.

    none: our server says that the domain publishes no policy; unknown: our server said nothing usable.
    """

    dmarc: Literal["pass", "fail", "none", "unknown"]
    domain: str | None

    @property
    def trusted(self) -> bool:
        return self.dmarc == "pass"


def verdict(message: Message, authserv_id: str | None) -> Verdict:
    """DMARC result for the From domain, from the topmost Authentication-Results of `authserv_id` alone.

    The id is the one our server writes; None (not configured) trusts nothing. A field further down may have
    come with the mail, so it never counts, not even with our id (T5). What a result says counts only where
    `header.from` is the domain of the single From mailbox (T6).
    """
    domain = message.sender.domain if message.sender else None
    if not authserv_id or domain is None:
        return Verdict("unknown", domain)
    for value in message.headers.get("authentication-results", ()):
        pieces = _pieces(value)
        if pieces and _authserv(pieces[0]) == authserv_id.strip().lower():
            return Verdict(_dmarc(pieces[1:], domain), domain)
    return Verdict("unknown", domain)


def _pieces(value: str) -> list[str]:
    """The field cut at its semicolons; quoted strings and comments, which senders fill, are blanked (T5c)."""
    value = _QUOTED.sub('""', value)
    for _ in range(10):
        shorter = _COMMENT.sub(" ", value)
        if shorter == value:
            break
        value = shorter
    if "(" in value or ")" in value or '"' in value.replace('""', ""):
        return []
    return [piece.strip() for piece in value.split(";")]


def _authserv(piece: str) -> str:
    """The authserv-id, without the version number that may follow it."""
    words = piece.split()
    return words[0].lower() if words and "=" not in words[0] and len(words) <= 2 else ""


def _dmarc(results: list[str], domain: str) -> Literal["pass", "fail", "none", "unknown"]:
    """Every dmarc result has to agree; one that fails, or names another domain, spoils the rest."""
    found: set[str] = set()
    for result in results:
        method = _METHOD.match(result)
        if not method or method[1].lower() != "dmarc":
            continue
        named = _HEADER_FROM.findall(result)
        same = bool(named) and all(one.strip(".").lower() == domain for one in named)
        word = method[2].lower()
        found.add(word if same or word != "pass" else "fail")
    if not found:
        return "unknown"
    if found == {"pass"}:
        return "pass"
    return "none" if found == {"none"} else "fail"
