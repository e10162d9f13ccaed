"""Delivery reports in words only: servers that never heard of RFC 3464, in the words of many makes.

Two things must hold: nobody but a machine sends it, and it says that a mail did not arrive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from maild.message import headers
from maild.message.bounce_causes import permanent
from maild.message.bounce_evidence import Evidence
from maild.message.bounce_status import plain_spec
from maild.message.bounce_words import (
    ATTACHED,
    BLAMELESS,
    BRACKETED,
    CODE,
    DAEMON,
    DELAY,
    EXPANDED,
    GAVE_UP,
    KEEPER,
    LISTED,
    LOCAL,
    ORIGINAL_BELOW,
    OUT,
    PHRASE,
    REPLY,
    ROBOT,
    SPEC,
    STATUS,
    SUBJECT,
    SURE,
)
from maild.message.record import FailedRecipient

# Servers fold their lines where they like: a sentence ends at its full stop, or at an empty line.
_SENTENCE = re.compile(r"\.\s|\n[ \t]*\n|\n(?=[ \t]*[45]\d\d[ -])")


def announced(evidence: Evidence) -> tuple[FailedRecipient, ...] | None:
    """X-Failed-Recipients (Exim, Gmail)."""
    values = evidence.table.get("x-failed-recipients", ())
    named = list(dict.fromkeys(spec.lower() for value in values for spec in SPEC.findall(value)))
    if not named:
        return None
    head = _own_words(evidence.text)
    return _all_failed(named[:20], head, delayed=_warns(evidence.subject, head))


def _warns(subject: str, head: str) -> bool:
    """Nothing is lost yet: the server says that it goes on trying, and not that it stopped."""
    return bool(DELAY.search(subject) or DELAY.search(head)) and not GAVE_UP.search(head)


def told(evidence: Evidence) -> tuple[FailedRecipient, ...] | None:
    """Recipients of a report in words; () never: one without address where nobody is named."""
    if not (evidence.machine or ROBOT.search(evidence.sender)):
        return None
    head = _own_words(evidence.text)
    if not _tells(evidence, head):
        return None
    listed = LISTED.search(head)
    named = (
        (_named(head[listed.end() :], evidence.own) if listed else [])
        or _named(head, evidence.own)
        or _local(head, evidence.sender)
        or _named(_quoted_to(evidence), evidence.own)
    )
    if evidence.daemon or evidence.report or evidence.returns:
        named = named or _named(head, frozenset()) or _named(head, frozenset(), daemons=True)
    elif not named:
        return None  # a warning about one's own mailbox, true or phishing, names no other address
    return _all_failed(named or [""], head, delayed=_warns(evidence.subject, head))


def _tells(evidence: Evidence, head: str) -> bool:
    by_subject = bool(SUBJECT.search(evidence.subject))
    by_text = bool(PHRASE.search(head))
    coded = bool(REPLY.search(head) or STATUS.search(head) or CODE.search(head))
    if OUT.search(evidence.subject) and not by_subject:
        return False  # absences come with an empty return path too
    if evidence.daemon or evidence.report:
        return by_text or by_subject
    returned = evidence.returns and (
        by_subject or (by_text and (coded or _UNDELIVERED.search(head) is not None))
    )
    warned = by_subject and DELAY.search(head) is not None
    if not (returned or warned) and _A_PERSON.search(head):
        return False
    if evidence.keeper or evidence.nobody:
        return returned or warned or (by_text and (by_subject or coded))
    return returned and by_text and ROBOT.search(evidence.sender) is not None


# Whoever keeps the mail system asks and tells like anybody; its programs excuse themselves and advise.
_A_PERSON = re.compile(
    r"\bsaya\b|\bmohon (?!maaf|periksa|hubungi|coba|cek|pastikan)|\bkami (?:sudah|telah|sempat|mohon"
    r"|akan)\b|\bterlampir"
    r"|\bkindly|\bwe (?:have|are|will)\b|\bregards\b",
    re.IGNORECASE,
)
_UNDELIVERED = re.compile(
    r"(?:could not|can(?:not|'t)|was not|unable to|did not) (?:be )?(?:sent|deliver|reach)|undeliver"
    r"|tidak (?:dapat|bisa) (?:di)?kirim"
    r"|tidak terkirim|送信でき|配信でき|无法|無法",
    re.IGNORECASE,
)


def _own_words(text: str) -> str:
    """The report itself, before the mail it returns."""
    below = ORIGINAL_BELOW.search(text, 1)
    while below and not text[: below.start()].strip(" \t\r\n-=*>"):
        below = ORIGINAL_BELOW.search(text, below.end())
    head = text[: below.start()] if below else text
    return head[:20_000] if len(head.strip()) > 20 else text[:20_000]


def _named(text: str, own: frozenset[str], *, daemons: bool = False) -> list[str]:
    """Addresses, the most surely failed ones first: alone on a line, in brackets, in prose."""
    for pattern in (SURE, BRACKETED):
        found = _addresses(pattern, text, own, daemons)
        kept = dict.fromkeys(address for address, before in found if not BLAMELESS.search(before))
        if kept:
            return list(kept)[:20]
    return _in_prose(text, own, daemons)


def _addresses(
    pattern: re.Pattern[str], text: str, own: frozenset[str], daemons: bool
) -> Iterator[tuple[str, str]]:
    """Each address that can have failed, with the words before it."""
    group = 1 if pattern.groups else 0
    for found in pattern.finditer(text):
        expanded = EXPANDED.match(text, found.end(group))
        address = plain_spec(expanded[1] if expanded else found[group])
        if address in own or (not daemons and (DAEMON.search(address) or KEEPER.search(address))):
            continue
        yield address, text[max(0, found.start(group) - 40) : found.start(group)]


def _in_prose(text: str, own: frozenset[str], daemons: bool) -> list[str]:
    """The first sentence that names somebody and says that it failed, and lines with a reply code; else the
    first sentence that names somebody: later ones speak of other things."""
    first: list[str] = []
    failed: list[str] = []
    for sentence in _SENTENCE.split(text[:8000]):
        named = [
            one for one, before in _addresses(SPEC, sentence, own, daemons) if not BLAMELESS.search(before)
        ]
        first = first or named
        if named and (REPLY.search(sentence) or (not failed and PHRASE.search(sentence))):
            failed += named
    return list(dict.fromkeys(failed or first))[:20]


def _local(head: str, sender: str) -> list[str]:
    """Local parts alone on their lines below 'the following recipients', at the domain that reports them."""
    domain = next(iter(SPEC.findall(sender)), "").rpartition("@")[2].lower()
    listed = LISTED.search(head)
    if not listed or not domain:
        return []
    return [f"{name.lower()}@{domain}" for name in LOCAL.findall(head[listed.end() : listed.end() + 2000])][
        :20
    ]


def _quoted_to(evidence: Evidence) -> str:
    """The To header of the returned mail, where the report names nobody."""
    for inner in evidence.body.inner:
        return str(inner.get("to", ""))[:2000]
    for text in [*evidence.body.headers_only, evidence.text]:
        found = re.search(r"(?im)^[ \t>]*to:[ \t]*([^\n]{1,300})", text)
        if found:
            return found[1]
    return ""


def _all_failed(named: list[str], text: str, *, delayed: bool) -> tuple[FailedRecipient, ...]:
    low = text.lower()
    starts = {address: low.find(address) for address in named if address}
    return tuple(
        _failed(address, text, _near(low, text, address, starts), delayed=delayed) for address in named
    )


def _near(low: str, text: str, address: str, starts: dict[str, int]) -> str:
    """The words about one address: from the start of its line to the next address named."""
    at = starts.get(address, -1)
    if at < 0:
        return ""
    begin = low.rfind("\n", 0, at) + 1
    end = min((other for other in starts.values() if other > at), default=at + 600)
    return text[begin : min(end, at + 600)]


def _failed(address: str, text: str, near: str, *, delayed: bool) -> FailedRecipient:
    """Status and diagnostic are looked for close to the address first."""
    for where in (near, text):
        status = ATTACHED.search(where) or STATUS.search(where)
        reply = REPLY.search(where)
        code = None if reply else CODE.search(where)
        if status or reply or code:
            break
    diagnostic = headers.clean(where[reply.start() : reply.start() + 300]) if reply else None
    action = "delayed" if delayed else "failed"
    found = status[1] if status else None
    verdict = permanent(action, found, diagnostic or (code[0] if code else ""))
    return FailedRecipient(address, action, found, verdict, diagnostic)
