"""Where in a text a mail begins that somebody passes on, and what it is.

The first sign decides: a line that says 'forwarded message' (in any language) passes on; a bare header, as
Outlook writes it for answers as well, passes on only if the subject or the addressees say so; below an 'X
wrote:' of an answer everything is a quote, whatever it contains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from maild.message import headers, subjects
from maild.message.forwarding.when import when
from maild.message.forwarding.words import announces_forward, announces_original
from maild.message.forwarding.written import Written, written_at
from maild.message.heading import Heading, heading_at, heading_within, label_in, unquoted
from maild.message.mailboxes import mailboxes
from maild.message.record import Address, Forwarded

NOTHING_ABOVE = "nothing stands above it"
NOT_WRITTEN_TO = "its writer is not among those written to"
SURMISED = frozenset((NOTHING_ABOVE, NOT_WRITTEN_TO))  # no program and no subject says that it is passed on
_LONGEST = 1_000_000  # characters looked at
_DEEPEST = 4  # mails passed on inside one another
_DASHES = "-–—_=*~#"
_SEPARATOR = re.compile(
    r"[ \t\xa0*]{0,8}[-–—_=*~#]{2,80}[ \t\xa0]{0,8}([^\W\d_][^\n]{1,160}?)[ \t\xa0]{0,8}[-–—_=*~#]{2,80}"
    r"(?P<tail>[^\n]*)"
)
_OPEN = re.compile(
    r"[ \t\xa0*]{0,8}[-–—_=]{2,80}[ \t\xa0]{0,8}([^\W\d_][^\n:-]{1,80}?)[ \t\xa0]{0,3}[:：]?[ \t\xa0*]*"
)
_LINE = re.compile(r"[ \t\xa0*]{0,8}([^\W\d_][^\n:：@<>]{2,70})[:：]?[ \t\xa0*]{0,4}")
_RULE = re.compile(r"[ \t\xa0]*(?:[-_=*#~•–—][ \t]?){5,200}[ \t\xa0]*")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the mail around says: its subject, its writer, and whom it is written to."""

    subject: str = ""
    sender: str = ""
    addressed: frozenset[str] = frozenset()
    zone: tzinfo = UTC  # of the program that wrote the dates down, where they name none


@dataclass(frozen=True, slots=True)
class Passed:
    """The forwarded mail, which takes `start` up to `end` of the text, its announcement included."""

    start: int
    end: int
    mail: Forwarded


@dataclass(frozen=True, slots=True)
class _Found:
    first: int  # line of the announcement, or of the header itself
    body: int  # first line of the mail's own text
    fields: dict[str, str]
    depth: int
    why: str


def find(text: str, envelope: Envelope, *, deepest: int = _DEEPEST) -> Passed | None:
    """The first mail passed on within `text`, or None. Linear in the text."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST]
    whole = text.splitlines(keepends=True)
    lines = [line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029") for line in whole]
    found = _scan(lines, envelope)
    if found is None:
        return None
    last = _last(lines, found)
    start = sum(map(len, whole[: found.first]))
    end = start + sum(map(len, whole[found.first : last]))
    return Passed(start, end, _mail(found, lines[found.body : last], envelope, deepest))


def _mail(found: _Found, lines: Sequence[str], envelope: Envelope, deepest: int) -> Forwarded:
    fields = found.fields
    sender = next(iter(mailboxes(fields.get("from", ""))), None)
    subject = headers.clean(fields["subject"]) if "subject" in fields else None
    text = _body(lines, found)
    mail = Forwarded(
        sender=sender,
        date=when(fields.get("date", ""), envelope.zone),
        subject=subject,
        text=text,
        to=mailboxes(fields.get("to", "")),
        cc=mailboxes(fields.get("cc", "")),
        why=found.why,
    )
    return replace(mail, inner=_inner(mail, envelope.zone, deepest)) if deepest > 1 else mail


def _inner(mail: Forwarded, zone: tzinfo, deepest: int) -> Forwarded | None:
    """What the mail itself passes on: the chain down to the one who wrote first."""
    around = Envelope(
        subject=mail.subject or "",
        sender=mail.sender.address if mail.sender else "",
        addressed=frozenset(one.address for one in (*mail.to, *mail.cc) if one.address),
        zone=zone,
    )
    found = find(mail.text, around, deepest=deepest - 1)
    return found.mail if found else None


def _last(lines: Sequence[str], found: _Found) -> int:
    """The line after the mail: where it is quoted, the first line below that is not."""
    if found.depth == 0:
        return len(lines)
    for i in range(found.body, len(lines)):
        bare, depth = unquoted(lines[i])
        if depth < found.depth and bare.strip():
            return i
    return len(lines)


def _body(lines: Sequence[str], found: _Found) -> str:
    taken = [_less(line, found.depth) for line in lines]
    filled = [line for line in taken if line.strip()]
    if filled and all(line.lstrip().startswith(">") for line in filled):
        taken = [_less(line, 1) for line in taken]  # Missive quotes the text, not the header above it
    first = next((number for number, line in enumerate(taken) if line.strip()), 0)
    if taken and _RULE.fullmatch(taken[first]):
        taken = taken[first + 1 :]  # SquirrelMail rules off the header
    return "\n".join(taken).strip("\n\r\ufeff \t\xa0")


def _less(line: str, depth: int) -> str:
    """Without the outermost `depth` marks of quotation."""
    for _ in range(depth):
        bare = line.lstrip(" \t\xa0")
        if not bare.startswith(">"):
            break
        line = bare[1:].removeprefix(" ")
    return line


def _scan(lines: list[str], envelope: Envelope) -> _Found | None:
    """The first sign from above that decides."""
    above = False  # words of the sender's own
    quoting = False  # inside a run of quoted lines that did not begin with a sign
    i = 0
    while i < len(lines):
        bare, depth = unquoted(lines[i])
        if not bare.strip(" \t\xa0*\ufeff"):
            i += 1
            continue
        if depth and quoting:
            i += 1
            continue
        quoting = depth > 0
        sign = _sign(lines, i, bare, envelope, above)
        if isinstance(sign, _Found):
            return replace(sign, first=_with_rule(lines, sign.first))
        if isinstance(sign, Written):
            if not sign.marked:
                return None
            i, quoting = sign.end, True
            continue
        if sign == "answer":
            return None
        above = above or (depth == 0 and not _RULE.fullmatch(bare))
        i += 1
    return None


def _sign(
    lines: list[str], i: int, bare: str, envelope: Envelope, above: bool
) -> _Found | Written | str | None:
    """What line `i` says: a mail passed on, an answer, the 'X wrote:' of one, or nothing."""
    start = bare.lstrip(" \t\xa0*\ufeff\u200b")
    dashed = start[:2].strip(_DASHES) == ""
    if not dashed and ":" not in bare and "：" not in bare:
        return None
    announced = _announced(lines, i, bare, dashed, envelope, above)
    if announced is not None:
        return announced
    if label_in(bare) is not None:
        heading = heading_at(lines, i)
        if heading is not None:
            why = _passed_on(heading, envelope, above)
            return _from_heading(i, heading, why) if why else "answer"
    written = written_at(lines, i)
    if written is None:
        return None
    if subjects.kind_of(envelope.subject) == "forward" and written.sender not in envelope.addressed:
        fields = {"from": written.who, "date": written.date}
        fields["subject"] = subjects.without_prefix(envelope.subject)
        return _Found(
            i, written.end, fields, 1 if written.marked else 0, "the subject says so, above 'wrote:'"
        )
    return written


def _announced(
    lines: list[str], i: int, bare: str, dashed: bool, envelope: Envelope, above: bool
) -> _Found | str | None:
    """A separator or 'Begin forwarded message:' with the header below it, or beside it (Yahoo)."""
    mark = (_SEPARATOR.fullmatch(bare) or _OPEN.fullmatch(bare)) if dashed else _LINE.fullmatch(bare)
    if mark is None:
        return None
    words = mark[1]
    forward = announces_forward(words)
    if not dashed and not forward:
        return None
    tail = mark["tail"] if dashed and "tail" in mark.re.groupindex else ""
    heading = heading_within(tail, i) if tail.strip() else _below(lines, i)
    if heading is not None and forward:
        return _from_heading(i, heading, "announced as passed on")
    if heading is not None and (announces_original(words) or not above or len(words) < 60):
        why = _passed_on(heading, envelope, above)
        return _from_heading(i, heading, why) if why else "answer"
    if forward and dashed and not tail.strip():
        return _Found(i, i + 1, {}, unquoted(lines[i])[1], "announced as passed on, without its header")
    return None


def _below(lines: Sequence[str], i: int) -> Heading | None:
    """The header that a separator announces, after empty lines at most."""
    for after in range(i + 1, min(i + 6, len(lines))):
        bare = unquoted(lines[after])[0]
        if bare.strip(" \t\xa0*"):
            return heading_at(lines, after, marked=True)
    return None


def _from_heading(first: int, heading: Heading, why: str) -> _Found:
    return _Found(first, heading.end, dict(heading.fields), heading.depth, why)


def _passed_on(heading: Heading, envelope: Envelope, above: bool) -> str:
    """Why a mail under a bare header is passed on and not answered; '' if it is an answer."""
    kind = subjects.kind_of(envelope.subject)
    if kind == "forward":
        return "the subject says so"
    if kind == "reply":
        return ""
    writer = next(iter(mailboxes(heading.fields.get("from", ""))), Address("", "")).address
    if not writer:
        return "" if above or not heading.addressed else NOTHING_ABOVE
    if writer == envelope.sender or _reached(writer, envelope.addressed):
        return ""
    if envelope.addressed:
        return NOT_WRITTEN_TO
    return "" if above else NOTHING_ABOVE


def _reached(writer: str, addressed: frozenset[str]) -> bool:
    """The writer, or an address of the same house, is written to: an answer (RFC 5233: user+detail)."""
    if writer in addressed:
        return True
    local, _, domain = writer.partition("@")
    return any(
        one.partition("@")[0].partition("+")[0] == local.partition("+")[0] or _private(domain) is False
        for one in addressed
        if one.rpartition("@")[2] == domain
    )


_FREEMAIL = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|rocketmail|outlook|hotmail|live|icloud|proton(?:mail)?|aol)\."
)


def _private(domain: str) -> bool:
    """Free-mail houses are shared by strangers: there the domain says nothing."""
    return _FREEMAIL.match(domain) is not None


def _with_rule(lines: Sequence[str], first: int) -> int:
    """A ruled line straight above the header belongs to it (Outlook on the web, Hotmail)."""
    for above in range(first - 1, max(-1, first - 4), -1):
        bare = unquoted(lines[above])[0]
        if not bare.strip():
            continue
        return above if _RULE.fullmatch(bare) else first
    return first
