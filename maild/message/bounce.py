"""Delivery reports (RFC 3464), and the plain-text forms of servers that never heard of it.

A report is believed only as a hint: whether it concerns one of our letters is decided elsewhere (R30, T34).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message as Part

from maild.message import headers
from maild.message.body import Body, payload
from maild.message.record import Bounce, FailedRecipient

_GROUP_END = re.compile(r"\r?\n[ \t]*\r?\n")
_FIELD = re.compile(r"^([A-Za-z][A-Za-z-]{2,60})[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t]+(?=\S))*)", re.MULTILINE)
_SPEC = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@[A-Za-z0-9\u00a1-\uffff-]{1,63}(?:\.[A-Za-z0-9\u00a1-\uffff-]{1,63}){1,8}|[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@[A-Za-z0-9-]{2,63}"
)
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.,:/-])([45]\d\d)(?=[ \-#(:])(?:[ -]{1,2}#?\(?([45]\.\d{1,3}\.\d{1,3}))?")
_DAEMON = re.compile(
    r"\b(?:mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|mail delivery (?:system|subsystem|service|agent)|mail administrator|bounces?[-+=@]"
    r"|delivery[-_.]?(?:status|subsystem|agent)|mail (?:router|system|gateway|server)|mdaemon|exchange administrator|system administrator"
    r"|microsoft exchange|mailadmin|mailsweeper|smtp[-_. ]?gateway|mail transport agent|sistem surat|sistem pengiriman|smail|courier mail server|email delivery|mailmaster|nobody@)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"undeliver|returned mail|returned e-?mail|mail returned|return(?:ed)? to sender|deliver(?:y|ed) (?:status|failure|failed|problem|error|report|notification|has failed|delay)"
    r"|failure notice|fail(?:ed|ure) (?:to )?deliver|mail (?:system )?(?:error|delivery|failure|could not)|message (?:could not|status|not delivered|delayed|you sent blocked)"
    r"|non[- ]?deliver|nondeliver|rejected mail|mail rejected|unknown (?:user|recipient|address)|user unknown|could not (?:send|be delivered|deliver)|unable to deliver|warning: (?:could not|message)|delayed mail|delay(?:ed)? notif"
    r"|bounce|invalid (?:user|recipient|address)|permanent|address (?:error|not found)|ndn:|not delivered|problem delivering|was not delivered|quota|mailbox (?:full|is full)|nachricht|unzustellbar|echec|échec|non remis|error sending|error de|devuelto"
    r"|tidak (?:dapat|bisa|berhasil) (?:di)?(?:kirim|sampaikan|terkirim)|tidak terkirim|gagal (?:di)?kirim|pengiriman (?:gagal|tertunda|ditunda)|surat gagal|pesan gagal|kegagalan pengiriman|alamat tidak ditemukan|dikembalikan|kotak (?:surat|masuk) penuh|pemberitahuan status pengiriman|notifikasi status pengiriman",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?:could not|cannot|couldn'?t|can'?t|unable to|not able to|failed to|was not|wasn'?t|not|has not been|have not been) (?:be )?(?:successfully )?(?:deliver|sent\b|send\b|reach|complet|locate|relay|forward)"
    r"|deliver(?:y|ing)[^\n]{0,60}(?:fail|error|problem|unsuccessful|impossible|permanent|abort|gave up|giving up)|permanent (?:fatal )?error|fatal error|undeliver|returned (?:to (?:you|sender)|mail|message)|following (?:recipient|address|user)"
    r"|(?:user|recipient|account|mailbox|address|addressee|host|domain|login)[^\n]{0,60}(?:unknown|not found|not exist|n'existe|not known|no longer|unavailable|disabled|full|exceed|over|invalid|inactive|rejected|denied|not listed|not recognized|doesn'?t exist|suspended|isn'?t)"
    r"|(?:unknown|invalid|no such|bad|unrouteable|unroutable|illegal|non-?existent|not a valid) (?:local |mail |e-?mail |virtual |smtp )?(?:user|recipient|address|mailbox|account|domain|host|alias|name)|no mailbox|quota|over ?quota|mailbox (?:is )?full|retry timeout|too large|message size|blocked|rejected (?:your|this|the|by)"
    r"|tidak (?:dapat|bisa|berhasil|terkirim|ditemukan|dikenal|ada)[^\n]{0,80}(?:kirim|sampai|alamat|penerima|email|surel|surat|pesan|kotak|terkirim)|(?:alamat|penerima|pengguna|kotak (?:surat|masuk)|akun|email|surel|pesan anda)[^\n]{0,80}(?:tidak (?:ditemukan|dikenal|ada|terkirim|valid|dapat|bisa|aktif)|penuh|melebihi|ditolak)|melebihi kuota|gagal (?:di)?kirim|pengiriman[^\n]{0,30}gagal|kegagalan permanen|surat gagal|(?:the|that|this) mail system|mail delivery",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"warning only|still being retried|will (?:be retried|retry|keep trying|continue (?:to try|trying))|do not need to resend|(?:delivery|message|mail) (?:has been |is |was )?delayed|delayed mail|not yet been delivered|yet to be delivered|delivery attempts will continue|still trying"
    r"|will be attempted|has not (?:yet )?been (?:delivered|collected)|could not be delivered for more than|akan (?:terus )?(?:dicoba|mencoba)|masih (?:akan )?(?:dicoba|mencoba)|pengiriman (?:tertunda|ditunda)|tertunda|tidak perlu mengirim ulang|warning: (?:could not send|message)",
    re.IGNORECASE,
)
_ORIGINAL_BELOW = re.compile(
    r"(?im)^[ \t>*|]*(?:-{2,}[^\n]{0,12}(?:original|returned|unsent|undelivered|below|copy|here|header|forwarded|included|returned|transcript of|salinan|pesan asli|surat asli|di bawah)[^\n]{0,90}|(?:below this line|here is (?:a|your) copy|the (?:first|header|following is)|your original message|original (?:message|mail)|the (?:original|body of the|text of your) |message header|a copy of (?:the|your)|received:[ \t]from|return-path:|di bawah ini salinan|salinan (?:kepala|pesan|surat)|pesan asli|surat asli)[^\n]{0,120})"
)
_MESSAGE_ID = re.compile(
    r"^[ \t>|]*Message-Id:[ \t]*(?:\r?\n[ \t]+)?<?([^<>\s]{3,900})>?", re.IGNORECASE | re.MULTILINE
)
_OUT = re.compile(
    r"\b(?:vacation|out of (?:the )?office|autoreply|auto[- ]reply|sedang cuti|balasan otomatis)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Evidence:
    table: dict[str, tuple[str, ...]]
    sender: str  # decoded From
    subject: str
    text: str
    body: Body
    own: frozenset[str]  # addresses the report was sent to: never the failed ones

    def first(self, name: str) -> str:
        return (self.table.get(name) or ("",))[0]


def read(table: dict[str, tuple[str, ...]], root: Part, text: str, body: Body) -> Bounce | None:
    """The delivery report that a mail is, or None. A delay has recipients with action 'delayed' only."""
    evidence = _Evidence(
        table,
        (table.get("from") or ("",))[0],
        (table.get("subject") or ("",))[0],
        text,
        body,
        frozenset(spec.lower() for value in table.get("to", ())[:2] for spec in _SPEC.findall(value)),
    )
    reported, envelope_id = _reported(body.reports)
    if reported:
        return Bounce(_enriched(reported, text), _original_id(evidence), envelope_id)
    recipients = _announced(evidence) or _plain(evidence, root)
    return Bounce(recipients, _original_id(evidence)) if recipients is not None else None


def _reported(reports: list[Part]) -> tuple[list[FailedRecipient], str | None]:
    """Fields of message/delivery-status parts: first group per message, one more per recipient."""
    found: list[FailedRecipient] = []
    envelope_id = None
    for part in reports:
        if "delivery-status" not in part.get_content_type():
            continue
        for group in _groups(part):
            fields = {name.lower(): headers.clean(value) for name, value in _FIELD.findall(group)}
            envelope_id = envelope_id or fields.get("original-envelope-id")
            recipient = _recipient(fields)
            if recipient:
                found.append(recipient)
    return found, envelope_id


def _groups(part: Part) -> list[str]:
    inner = part.get_payload()
    if isinstance(inner, list):
        text = "\n\n".join(
            "\n".join(f"{name}: {value}" for name, value in one.raw_items()) + "\n\n" + _string(one)
            for one in inner
        )
    else:
        text = payload(part).decode("utf-8", "replace")
    return _GROUP_END.split(text)


def _string(part: Part) -> str:
    inner = part.get_payload()
    return inner if isinstance(inner, str) else ""


def _recipient(fields: dict[str, str]) -> FailedRecipient | None:
    final = (
        fields.get("original-recipient")
        or fields.get("final-recipient")
        or fields.get("x-actual-recipient")
        or ""
    )
    last = fields.get("final-recipient") or final
    address = _spec(last) or _spec(final)
    action = fields.get("action", "").split(" ")[0].lower().strip("()")
    status = _STATUS.search(fields.get("status", ""))
    if not (address or action) or not (action or status):
        return None
    diagnostic = fields.get("diagnostic-code") or None
    code = status[1] if status else None
    if not action:
        action = {"5": "failed", "4": "delayed"}.get(code[0] if code else "", "failed")
    return FailedRecipient(
        address, _action(action), code, _permanent(action, code, diagnostic or ""), diagnostic
    )


def _action(word: str) -> str:
    for known in ("failed", "delayed", "delivered", "relayed", "expanded"):
        if word.startswith(known[:5]):
            return known
    return "failed" if word.startswith(("fail", "undeliver", "reject")) else "failed"


def _spec(value: str) -> str:
    """The addr-spec in `rfc822; <a@b>` (also X.400 and quoted forms: as they come)."""
    found = _SPEC.search(value.partition(";")[2] or value)
    return found[0].lower().rstrip(".") if found else ""


def _permanent(action: str, status: str | None, diagnostic: str) -> bool | None:
    """Whether trying again is pointless. `failed` with a 4.x.x status means that the server gave up."""
    if action.startswith("delay"):
        return False
    code = status or ""
    reply = _REPLY.search(diagnostic)
    if reply and (reply[2] or "")[:1] in ("4", "5"):
        return reply[2][0] == "5"
    if reply:
        return reply[1][0] == "5"
    if code[:1] in ("4", "5"):
        return code[0] == "5"
    return None


def _enriched(found: list[FailedRecipient], text: str) -> tuple[FailedRecipient, ...]:
    """An address missing in the report is taken from its words, if they name exactly one."""
    if all(one.address for one in found):
        return tuple(found)
    named = {spec.lower() for spec in _SPEC.findall(text[:20_000])}
    only = named.pop() if len(named) == 1 else ""
    return tuple(
        one if one.address else FailedRecipient(only, one.action, one.status, one.permanent, one.diagnostic)
        for one in found
    )


def _announced(evidence: _Evidence) -> tuple[FailedRecipient, ...] | None:
    """X-Failed-Recipients (Exim, Gmail)."""
    values = evidence.table.get("x-failed-recipients", ())
    named = list(dict.fromkeys(spec.lower() for value in values for spec in _SPEC.findall(value)))
    if not named:
        return None
    delayed = bool(_DELAY.search(evidence.subject)) or bool(_DELAY.search(evidence.text[:3000]))
    return tuple(_failed(address, evidence.text, delayed=delayed) for address in named)


def _plain(evidence: _Evidence, root: Part) -> tuple[FailedRecipient, ...] | None:
    """Words only: a daemon (or nobody) sends, and subject or text says that a mail did not arrive."""
    report = (
        root.get_content_type() == "multipart/report"
        and "delivery" in str(root.get("content-type", "")).lower()
    )
    daemon = (
        bool(_DAEMON.search(evidence.sender)) or evidence.first("return-path") == "<>" or not evidence.sender
    )
    if not (daemon or report):
        return None
    head = _own_words(evidence.text)
    by_subject = bool(_SUBJECT.search(evidence.subject))
    by_text = bool(_PHRASE.search(head))
    if not (
        by_text
        and (
            by_subject
            or _REPLY.search(head)
            or _STATUS.search(head)
            or report
            or _DAEMON.search(evidence.sender)
        )
    ) and not (by_subject and (report or evidence.body.inner or _DAEMON.search(evidence.sender))):
        return None
    if _OUT.search(evidence.subject) and not by_subject:
        return None
    named = _named(head, evidence.own) or _named(_quoted_to(evidence), evidence.own)
    delayed = bool(_DELAY.search(evidence.subject) or _DELAY.search(head)) and not re.search(
        r"gave up|giving up|given up|permanent|menyerah|no longer be retried", head, re.IGNORECASE
    )
    return tuple(_failed(address, head, delayed=delayed) for address in named) or (
        _failed("", head, delayed=delayed),
    )


def _own_words(text: str) -> str:
    """The report itself, before the mail it returns."""
    below = _ORIGINAL_BELOW.search(text, 1)
    while below and not text[: below.start()].strip(" \t\r\n-=*>"):
        below = _ORIGINAL_BELOW.search(text, below.end())
    head = text[: below.start()] if below else text
    return head[:20_000] if len(head.strip()) > 20 else text[:20_000]


def _named(text: str, own: frozenset[str]) -> list[str]:
    """Addresses in the order of how surely they are the failed ones: alone on a line or in brackets first."""
    sure = re.findall(
        r"(?m)^[ \t>*|-]{0,8}(?:<|to:[ \t]*<?|recipient:[ \t]*<?|rcpt to:[ \t]*<?|\.\.\. while talking.*)?("
        + _SPEC.pattern
        + r")>?[ \t]*(?:[:;,.]|\.\.\.|\(|-|$|\r)",
        text,
        re.IGNORECASE,
    )
    bracketed = re.findall(r"<(" + _SPEC.pattern + ")>", text)
    for group in (sure, bracketed, _SPEC.findall(text)):
        found = list(dict.fromkeys(one.lower().rstrip(".") for one in group))
        kept = [one for one in found if one not in own and not _DAEMON.search(one)]
        if kept:
            return kept[:20]
    return []


def _quoted_to(evidence: _Evidence) -> str:
    """The To header of the returned mail, where the report names nobody."""
    for inner in evidence.body.inner:
        return str(inner.get("to", ""))[:2000]
    for text in [*evidence.body.headers_only, evidence.text]:
        found = re.search(r"(?im)^[ \t>]*to:[ \t]*([^\n]{1,300})", text)
        if found:
            return found[1]
    return ""


def _failed(address: str, text: str, *, delayed: bool) -> FailedRecipient:
    """Status and diagnostic are looked for close to the address first."""
    at = text.lower().find(address) if address else -1
    near = text[at : at + 600] if at >= 0 else ""
    for where in (near, text):
        status = _STATUS.search(where)
        reply = _REPLY.search(where)
        if status or reply:
            break
    code = status[1] if status else None
    diagnostic = headers.clean(where[max(0, reply.start()) : reply.start() + 300]) if reply else None
    action = "delayed" if delayed else "failed"
    permanent = _permanent(action, code, diagnostic or "")
    return FailedRecipient(address, action, code, permanent, diagnostic)


def _original_id(evidence: _Evidence) -> str | None:
    """Message-ID of the mail that came back, from the returned mail or header, or from the report's references."""
    for inner in evidence.body.inner:
        found = headers.message_id(
            tuple(headers.decoded(str(value)) for value in inner.get_all("message-id", []))
        )
        if found:
            return found
    for text in [*evidence.body.headers_only, evidence.text]:
        written = _MESSAGE_ID.search(text)
        if written:
            return written[1]
    for name in ("in-reply-to", "references"):
        ids = headers.message_ids(evidence.table.get(name, ()))
        if ids:
            return ids[-1]
    return None


def delayed_only(bounce: Bounce) -> bool:
    """Nothing failed yet: the report only warns."""
    return bool(bounce.recipients) and all(one.action == "delayed" for one in bounce.recipients)


def harmless(bounce: Bounce) -> bool:
    """A report of success (delivered, relayed, expanded): nobody has to act."""
    return bool(bounce.recipients) and all(
        one.action in ("delivered", "relayed", "expanded") for one in bounce.recipients
    )
