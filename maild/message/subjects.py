"""What a subject says by its prefixes: an answer, a mail passed on, and what is below (RFC 5256, 2.1)."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["reply", "forward", "plain"]

# Prefixes of the programs, by language. `re` and `fwd` are what RFC 5256 knows; the others are translations
# that Outlook, Yahoo, Zimbra and Lotus Notes write. Where two languages differ, the one with more programs
# counts: VS is Danish and Norwegian for a mail passed on, and Finnish for an answer; the former is meant.
_REPLY = (
    r"re|bls|balas|balasan|membalas|tanggapan|jawaban|aw|antw|antwort|sv|svar|odp|odpowiedź|ynt|yanıt|cevap|vá"
    r"|válasz|rif|r|res|resp|rép|antwoord|atb|отв|ответ|відп|απ|回复|回覆|答复|答覆|返信|회신|답장|ตอบกลับ|ตอบ"
    r"|trả lời|رد|השב|תשובה|sagot"
)
_FORWARD = (
    r"fwd?|fw|trs|terusan|teruskan|diteruskan|meneruskan|penerusan|pesan terusan|wg|weiterl|tr|rv|reenv|enc|i"
    r"|inoltra|doorst|doorgest|vs|vb|vl|vidarebef|pd|przek|podaj dalej|redir|továbbítás|továbbított|ilt|ileti"
    r"|iletilen"
    r"|προωθ|πρθ|пересл|转发|轉寄|轉發|転送|전달|ส่งต่อ|chuyển tiếp|chuyển|إعادة توجيه|הועבר"
    r"|ipinasa|majukan|dimajukan|forwarded|forward"
)
_TAG = r"(?:\s*(?:\[[^\[\]]{1,80}\]|\*{2,5}\s?[A-Z ]{2,20}\s?\*{2,5}|\([A-Z ]{3,20}\)))"
_PREFIX = re.compile(
    rf"{_TAG}{{0,3}}\s*(?:(?P<reply>{_REPLY})|(?P<forward>{_FORWARD}))\.?"
    r"\s{0,2}(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3}|\*\d{1,3})?\s{0,2}[:：]\s*",
    re.IGNORECASE,
)
_NETSCAPE = re.compile(r"\s*[\[(]\s?(?:fwd?|trs)\s?[:：]\s?(.{0,900}?)\s*[\])]\s*$", re.IGNORECASE)
_TRAILER = re.compile(r"\s*\((?:fwd?|trs)\)\s*$", re.IGNORECASE)


def kind_of(subject: str) -> Kind:
    """What the foremost prefix says: `FW: RE: x` is passed on, `Re: Fwd: x` is an answer."""
    found = _PREFIX.match(subject[:1000])
    if found:
        return "reply" if found["reply"] else "forward"
    return "forward" if _NETSCAPE.match(subject[:1000]) or _TRAILER.search(subject[-40:]) else "plain"


def without_prefix(subject: str) -> str:
    """Without the foremost prefix and the tags before it: what the mail below was called."""
    wrapped = _NETSCAPE.match(subject[:1000])
    if wrapped:
        return wrapped[1]
    found = _PREFIX.match(subject[:1000])
    return _TRAILER.sub("", subject[found.end() :] if found else subject).strip()
