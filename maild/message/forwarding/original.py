"""The mail that was passed on, as if it had come by itself."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from maild.message import quoting
from maild.message.forwarding.attached import ATTACHED
from maild.message.record import Forwarded, Message
from maild.message.subjects import without_prefix


@dataclass(frozen=True, slots=True)
class Original:
    """`message`: who wrote first, what, with what. `outermost`: it is the very mail that was passed on, not
    one inside a mail of a colleague's."""

    message: Message
    outermost: bool


def original(message: Message, house: Container[str]) -> Original | None:
    """The first mail in the chain that nobody of the house wrote; None where none tells who wrote it.

    Everything in it is what the forwarder's mail says of it: no header, no authentication, and no thread of
    its own but the Message-ID of an attached mail.
    """
    passed = message.forwarded
    depth = 0
    while passed is not None and passed.sender is not None and passed.sender.address in house:
        passed, depth = passed.inner, depth + 1
    if passed is None or passed.sender is None:
        return None
    return Original(_as_message(message, passed), depth == 0)


def _as_message(around: Message, passed: Forwarded) -> Message:
    assert passed.sender is not None
    parts = quoting.split(passed.text)
    attached = passed.why == ATTACHED
    return replace(
        around,
        message_id=passed.message_id,
        in_reply_to=None,
        references=(),
        date=passed.date,
        sender=passed.sender if passed.sender.address else None,
        senders=(passed.sender,),
        to=passed.to,
        cc=passed.cc,
        reply_to=(),
        subject=passed.subject or without_prefix(around.subject),
        text=passed.text,
        new_text=parts.new,
        quoted=parts.quoted,
        attachments=passed.attachments if attached else around.attachments,
        headers={},
        auto_reply=False,
        bulk=False,
        read_receipt=False,
        bounce=None,
        forwarded=passed.inner,
    )
