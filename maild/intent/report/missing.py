"""What a complaint lacks: name, address, agency, account, effort, identity (UU 37/2008 art. 24(1))."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maild.intent.report import cues
from maild.intent.report.bodies import Body, services
from maild.intent.report.fields import without_labels
from maild.intent.report.text import sentences, words
from maild.message.record import Message


def effort_sentences(text: str) -> frozenset[int]:
    """Numbers of the sentences that tell of an attempt at the agency itself, as `words` counts them.

    An attempt at a neighbour, the village or the Ombudsman is none.
    """
    return frozenset(i for i, s in enumerate(sentences(without_labels(text))) if _is_effort(s.lower()))


def _is_effort(low: str) -> bool:
    if cues.ANSWERED_IN_LAPOR.search(low):
        return True
    if cues.NOT_DONE.search(low) or not cues.DONE.search(low):
        return False
    for match in cues.EFFORT.finditer(low):
        near = low[max(0, match.start() - 25) : match.end() + 70]
        aside = cues.NO_AGENCY.search(low[match.start() : match.end() + 30])
        if aside is None and (cues.AN_OFFICE.search(near) or not cues.NO_AGENCY.search(near)):
            return True
    return False


def missing(
    message: Message, text: str, fields: Mapping[str, str], named: tuple[Body, ...]
) -> tuple[str, ...]:
    """Of nama, alamat, terlapor, uraian, upaya, identitas, in this order."""
    lacks = {
        "nama": "reporter_name" not in fields,
        "alamat": "address" not in fields,
        "terlapor": "agency" not in fields and not any(b.scope != "unit" for b in named),
        "uraian": not _tells_facts(text, named),
        "upaya": "prior_complaint" not in fields and not effort_sentences(text),
        "identitas": "nik" not in fields and not _identity_enclosed(message, text),
    }
    return tuple(name for name, absent in lacks.items() if absent)


def _tells_facts(text: str, named: tuple[Body, ...]) -> bool:
    """An account names a service, an office or figures; anger alone is none."""
    if len(text.split()) < 8:
        return False
    return bool(re.search(r"\d", text)) or bool(services(words(text))) or bool(named)


def _identity_enclosed(message: Message, text: str) -> bool:
    if any(cues.NAMES_A_PAPER.search(a.filename) for a in message.attachments):
        return True
    if cues.COMPANY_ID.search(text):
        return True
    low = text.lower()
    enclosed = re.search(
        r"\b(?:ktp|identitas|paspor|passport)\b.{0,60}\b(?:ter)?lampir|\blampir\w*.{0,60}\b(?:ktp|paspor)",
        low,
    )
    return bool(message.attachments) and enclosed is not None
