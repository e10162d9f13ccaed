"""A mail that somebody passed on: inline below a marker, or attached whole."""

from __future__ import annotations

import re
from email.message import Message as Part
from email.utils import parseaddr

from maild.message import headers
from maild.message.body import Body, walk
from maild.message.quoting import Split, fields_at
from maild.message.record import Address, Forwarded

_SUBJECT = re.compile(
    r"^\s*(?:\[[^\]]{1,60}\]\s*)?(?:fwd?|fw|trs|terusan|diteruskan|wg|tr|rv|enc|i|doorst|vs|vb|vl)\s*:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s<>\[\]()\"',;:]{1,120}@[^\s<>\[\]()\"',;:]{1,200}")
_LABELS_END = 14


def is_forward(subject: str) -> bool:
    """Fwd:, FW:, Trs: (Indonesian Yahoo and others)."""
    return bool(_SUBJECT.match(subject))


def inline(split: Split) -> Forwarded | None:
    """The forwarded mail that begins at `split.forward_at`."""
    if split.forward_at is None:
        return None
    lines = list(split.lines)
    for start in range(split.forward_at, min(split.forward_at + 8, len(lines))):
        found = fields_at(lines, start) if ":" in lines[start] else None
        if found:
            end = start
            while end < min(start + _LABELS_END, len(lines)) and lines[end].strip(" >"):
                end += 1
            rest = (line.removeprefix(">").removeprefix(" ") for line in lines[end:])
            return Forwarded(
                sender=_address(found.get("from", "")),
                date=headers.date(found.get("date", "")),
                subject=headers.clean(found["subject"]) if found.get("subject") else None,
                text="\n".join(rest).strip(),
            )
    return Forwarded(None, None, None, "\n".join(lines[split.forward_at + 1 :]).strip())


def attached(inner: list[Part], html_limit: int) -> Forwarded | None:
    """The first mail attached as message/rfc822."""
    if not inner:
        return None
    first = inner[0]
    body: Body = walk(first, html_limit)
    table = headers.table(first)
    senders, _ = headers.addresses(first.get_all("from", [])[:1])
    return Forwarded(
        sender=senders[0] if senders else None,
        date=headers.date((table.get("date") or ("",))[0]),
        subject=(table.get("subject") or (None,))[0],
        text="\n\n".join(text for text in body.text if text.strip()).strip(),
    )


def _address(value: str) -> Address | None:
    """`Nama <a@b>`, `Nama [mailto:a@b]`, `"Nama" a@b`, or a name alone."""
    value = headers.clean(value.replace("mailto:", "").replace("*", ""))
    if not value:
        return None
    spec = _ADDRESS.search(value)
    if spec is None:
        return Address(value[:200], "")
    name = re.sub(r"[<>\[\]()\"]+", " ", value[: spec.start()] + value[spec.end() :])
    return Address(" ".join(name.split()).strip("' ")[:200], parseaddr(spec[0])[1].lower())
