"""What Amazon SES tells of a mail: JSON in the text (SES Developer Guide, notification contents)."""

from __future__ import annotations

import json
from typing import Any

from maild.message import headers
from maild.message.bounce_causes import permanent
from maild.message.bounce_status import specific
from maild.message.record import Bounce, FailedRecipient

_LONGEST = 100_000  # characters; a notification names at most some hundred recipients
_KINDS = {"Bounce": "failed", "DeliveryDelay": "delayed", "Delivery": "delivered"}


def notification(text: str) -> Bounce | None:
    """Bounce, delay or delivery of one mail; None for everything else, complaints (Complaint) among it."""
    if not text.lstrip().startswith("{") or '"mail"' not in text[:_LONGEST]:
        return None
    try:
        told, _ = json.JSONDecoder().raw_decode(text[:_LONGEST].lstrip())
    except (ValueError, RecursionError):  # no JSON, or a bomb of brackets
        return None
    kind = told.get("notificationType") or told.get("eventType")
    if kind not in _KINDS:
        return None
    about = _table(told.get(kind[0].lower() + kind[1:]))
    named = about.get(f"{'delayed' if kind == 'DeliveryDelay' else 'bounced'}Recipients") or about.get(
        "recipients"
    )
    found = (
        tuple(_recipient(one, _KINDS[kind], about) for one in named if one) if isinstance(named, list) else ()
    )
    original = _table(_table(told.get("mail")).get("commonHeaders")).get("messageId")
    return Bounce(found, headers.message_id((str(original),)) if original else None) if found else None


def _recipient(one: Any, action: str, about: dict[str, Any]) -> FailedRecipient:
    each = one if isinstance(one, dict) else {"emailAddress": one}
    diagnostic = headers.clean(str(each.get("diagnosticCode") or about.get("smtpResponse") or ""))[:1000]
    status = specific(str(each["status"])[:12] if each.get("status") else None, diagnostic)
    verdict = permanent(action, status, diagnostic)
    return FailedRecipient(
        str(each.get("emailAddress", "")).lower(), action, status, verdict, diagnostic or None
    )


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
