"""Raw bytes -> Message. Total: any bytes give a value, never an exception (T21-T23)."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping

from maild.message import automatic, bounce, enclosed, forwarding, headers, mime, outlook, quoting
from maild.message.body import Body, walk
from maild.message.limits import LIMITS, Limits, over
from maild.message.mime import Part
from maild.message.record import Address, Attachment, Message, Unreadable
from maild.message.subjects import kind_of

# mail-parser logs header values when it fails; logs of this program carry ids only.
logging.getLogger("mailparser").setLevel(logging.CRITICAL + 1)


def read(raw: bytes, limits: Limits = LIMITS) -> Message | Unreadable:
    """One mail as it came from the mailbox. Over a limit or beyond parsing: Unreadable, with the reason."""
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        mail = raw if len(raw) > limits.size else outlook.as_mail(raw) or raw
        reason = over(mail, limits)
        return Unreadable(sha256, len(raw), reason) if reason else _read(mail, sha256, len(raw), limits)
    except Exception as error:  # poison is set aside for a person, the next mail goes on (R17)
        return Unreadable(sha256, len(raw), f"beyond parsing: {type(error).__name__}")


def read_attached(attachment: Attachment, limits: Limits = LIMITS) -> Message | Unreadable | None:
    """An attachment that is a mail (message/rfc822, .eml, .msg), read as one of its own; None for others."""
    if enclosed.mail_in(attachment.content, attachment.content_type, attachment.filename) is None:
        return None
    return read(attachment.content, limits)


def _read(raw: bytes, sha256: str, size: int, limits: Limits) -> Message:
    root = mime.parse(raw)
    table = headers.table(root)
    body = walk(root, limits.html)
    subject = (table.get("subject") or ("",))[0]
    text = "\n\n".join(one.strip("\r\n") for one in body.text if one.strip())
    text = text.replace("\r\n", "\n")  # one kind of line end, whatever the transfer used
    sender, senders, defects = _from(root)
    to, cc = _list(root, "to"), _list(root, "cc")
    report = bounce.read(table, root, text, body)
    passed = None if report else forwarding.find(text, forwarding.around(table, subject, senders, (*to, *cc)))
    parts = _own_words(text, passed, body, sender, answers=_answers(table, subject))
    receipt = report is None and (
        automatic.receipt(root, table) or automatic.read_in_words(subject, parts.new)
    )
    return Message(
        sha256=sha256,
        size=size,
        message_id=headers.message_id(table.get("message-id", ())),
        in_reply_to=next(iter(headers.message_ids(table.get("in-reply-to", ()))), None),
        references=headers.message_ids(table.get("references", ())),
        date=next((found for value in table.get("date", ()) if (found := headers.date(value))), None),
        sender=sender,
        senders=senders,
        to=to,
        cc=cc,
        reply_to=_list(root, "reply-to"),
        subject=subject,
        text=text,
        new_text=parts.new,
        quoted=parts.quoted,
        attachments=tuple(body.attachments),
        headers=table,
        auto_reply=report is None
        and not receipt
        # Any other report (feedback loops, RFC 5965, and what comes next) is a machine's as well.
        and (automatic.report(root, table) or automatic.automatic(table, subject, parts.new)),
        bulk=automatic.bulk(table, parts.new),
        read_receipt=receipt,
        bounce=report,
        forwarded=None if report else forwarding.forwarded(passed, body, limits.html),
        defects=_defects(root, body, defects),
    )


def _own_words(
    text: str, passed: forwarding.Passed | None, body: Body, sender: Address | None, *, answers: bool
) -> quoting.Split:
    """What was passed on is nobody's new text here; what stands around it is read as any mail."""
    parts = quoting.split(
        text[: passed.start] + text[passed.end :] if passed else text,
        shown=body.rendered,
        beside=() if passed else body.beside,
        author=sender.name if sender else "",
        alone=passed is None,
        reply=answers,
    )
    if not parts.new and not passed and not answers and not text.lstrip().startswith(">"):
        # What answers nothing quotes nothing: a form at the very top may look like the header of a mail.
        return quoting.Split(text.strip(), quoted=False)
    return parts


def _answers(table: Mapping[str, tuple[str, ...]], subject: str) -> bool:
    """By its subject, or by what it names, it is an answer or passes something on."""
    return bool(table.get("in-reply-to") or table.get("references")) or kind_of(subject) != "plain"


def _from(root: Part) -> tuple[Address | None, tuple[Address, ...], tuple[str, ...]]:
    """The sender, only if there is exactly one From header with exactly one clean mailbox (T6, T7)."""
    values = [str(value) for name, value in root.raw_items() if name.strip().lower() == "from"]
    senders, defects = headers.addresses(values)
    if len(values) == 1 and len(senders) == 1 and senders[0].address and not defects:
        return senders[0], senders, ()
    found = (
        "no From header"
        if not values
        else f"{len(values)} From headers"
        if len(values) > 1
        else "From header not clean"
    )
    return None, senders, (found,)


def _list(root: Part, name: str) -> tuple[Address, ...]:
    values = [str(value) for key, value in root.raw_items() if key.strip().lower() == name]
    return headers.addresses(values)[0]


def _defects(root: Part, body: Body, more: tuple[str, ...]) -> tuple[str, ...]:
    found = [*more, *body.defects]
    for part in root.walk():
        found += part.faults if isinstance(part, Part) else []
    return tuple(dict.fromkeys(found))
