"""Which mail a mail answers: its In-Reply-To and References (RFC 5322 section 3.6.4, RFC 5256 section 3).

Pure, and hints only: anybody can name any Message-ID (T1). A subject is never a key.
"""

from __future__ import annotations

from maild.message import headers
from maild.message.record import Message

_MOST = 200  # ids looked at: a list of references of a megabyte names the whole world (T22)


def answered(message: Message) -> list[str]:
    """Message-IDs that a mail answers, the nearest first: the mail that a report returns, In-Reply-To, then
    References from the end. Without brackets, once each, and never its own.

    In-Reply-To may name several (RFC 5322): those that References names as well come first, the newest in
    front. Some programs turn the order of References round; In-Reply-To tells the parent all the same.
    """
    references = message.references[-_MOST:]
    place = {one: number for number, one in enumerate(references)}
    named = headers.message_ids(message.headers.get("in-reply-to", ()))[:_MOST]
    ids = sorted(named, key=lambda one: -place.get(one, -1))
    if message.bounce and message.bounce.original_message_id:
        ids.insert(0, message.bounce.original_message_id)
    return [one for one in dict.fromkeys([*ids, *reversed(references)]) if one != message.message_id]
