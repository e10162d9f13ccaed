"""Command lines about the register: who a focal point is, and the agencies or regions that others name."""

from __future__ import annotations

import re

_REGION = re.compile(r"(?!(?:is|was|itu|ini|media|tentang)\b)[A-Za-z][A-Za-z.' -]{1,58}")
# Ids of agencies: small letters and a hyphen, so that prose is none.
IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:[\s,+&]{1,3}[a-z0-9]+(?:-[a-z0-9]+)+){0,60}(?=\s|$)")
_POINT = (
    r"(?:nara ?hubung|pejabat penghubung|penghubung|focal ?points?|fp|pic"
    r"|contact(?: person)?|kontak(?: person)?|cp)"
)
_OF = r"(?:(?:dari|di|untuk|pada|of|at|for|the|dinas itu) ){0,2}"
_WHO = re.compile(
    r"(?:(?:mohon|minta|tolong|boleh|mau|bisa|ingin|saya|tanya|bertanya|tahu|info(?:rmasi|nya)?|data|"
    r"nama|alamat|cek|bantu|dibantu|ya|kak"
    r"|pak|bu|min|selamat pagi|pagi|siang)[ ,:]{1,2}){0,6}"
    rf"(?:siapa(?:kah|nya)?\b|who(?:'s| is)?\b)?\s?"
    r"(?:(?:yang|sih|ya|jadi|menjadi|the|saat ini|sekarang|info|nama|data|kontak|adalah|our) ){0,4}"
    rf"{_POINT}(?:-?nya)?\s{{1,2}}{_OF}(?P<asked>\S.{{1,80}})$",
    re.IGNORECASE,
)
_WHO_LAST = re.compile(
    rf"(?P<asked>\S.{{1,80}}?),? {_POINT}(?:-?nya)? siapa(?:kah)?(?: (?:ya|sih|sekarang|saat ini|pak|"
    rf"bu|min|kak))*\s?\??$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?\s*$|\bsiapa(?:kah|nya)?\b|\bwho\b", re.IGNORECASE)
_WISHES = re.compile(
    r"(?:mohon|minta|tolong|boleh|info|cek|data|mau tanya|nara ?hubung|focal ?point)\b", re.IGNORECASE
)
_POST_NAMED = re.compile(
    r"\b(?:nara ?hubung|pejabat penghubung|penghubung|focal ?points?|fp|pic)\b", re.IGNORECASE
)
_ENDING = re.compile(
    r"(?:[ ,]+(?:siapa(?:kah|nya)?|ya|pak|bu|min|kak|dong|sih|saat ini|sekarang|skrg|apa|ada|now|"
    r"please|currently))+\s*\??$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:saya|kami|kita|dia|mereka|itu|yang|karena|tetapi|tapi|sudah|belum|akan|dengan|untuk|dari"
    r"|the|we|they|because|apakah|bagaimana|sebaiknya|perlu|tidak)\b",
    re.IGNORECASE,
)


def of_register(verb: str, text: str, *, has_items: bool) -> str | None:
    """Ids of agencies, or `new` for all; a person for `confirm`; a region for `coverage`."""
    if has_items and not text:
        return ""
    if verb == "coverage":
        return text if not text or (_REGION.fullmatch(text) and not sentence(text)) else None
    if verb == "confirm" and "@" in text:
        return text if IDS.match(text) else None
    if verb in ("appoint", "welcome") and text.lower() in ("new", "baru", "semua", "all"):
        return text.lower()
    return text if IDS.fullmatch(text) else None


def asks_who(line: str) -> str | None:
    """The agency whose focal point a line asks for: 'PIC disdik buleleng siapa ya?'."""
    text = " ".join(line.split())
    if len(text) > 120 or "@" in text:
        return None
    found = _WHO.match(text) or _WHO_LAST.match(text)
    if found is None or not (_ASKS.search(text) or (_WISHES.match(text) and _POST_NAMED.search(text))):
        return None
    asked = _without_ending(found["asked"])
    return asked if asked and not sentence(asked) else None


def _without_ending(asked: str) -> str:
    return _ENDING.sub("", asked.strip(" ?!.,")).strip(" ?!.,")


def sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and len(text.split()) > 2
