"""What a complaint lacks: name, address, agency, account, effort, identity (UU 37/2008 art. 24(1))."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maild.intent.report import cues
from maild.intent.report.bodies import Body, services
from maild.intent.report.dictionary import Dictionaries
from maild.intent.report.fields import without_labels
from maild.intent.report.places import places
from maild.intent.report.text import sentences, words
from maild.message.record import Message


def effort_sentences(text: str) -> frozenset[int]:
    """Numbers of the sentences that tell of an attempt at the agency itself, as `words` counts them.

    An attempt at a neighbour, the village or the Ombudsman is none.
    """
    low = without_labels(text).lower()
    if cues.VILLAGE_ACCUSED.search(low):
        low = cues.VILLAGE.sub("kantor", low)
    return frozenset(i for i, s in enumerate(sentences(low)) if _is_effort(s))


def _is_effort(low: str) -> bool:
    if cues.ANSWERED_IN_LAPOR.search(low):
        return True
    if cues.NOT_DONE.search(low) or not cues.DONE.search(low):
        return False
    return any(_at_the_agency(low, match) for match in cues.EFFORT.finditer(low))


def _at_the_agency(low: str, match: re.Match[str]) -> bool:
    """Not what one is about to do ('mau lapor'), and not told to a neighbour or a village officer alone."""
    if cues.ABOUT_TO.search(low[max(0, match.start() - 22) : match.start()]):
        return False
    near = low[max(0, match.start() - 25) : match.end() + 70]
    aside = cues.NO_AGENCY.search(low[match.start() : match.end() + 30])
    return aside is None and bool(cues.AN_OFFICE.search(near) or not cues.NO_AGENCY.search(near))


def missing(
    message: Message,
    text: str,
    fields: Mapping[str, str],
    named: tuple[Body, ...],
    known: Dictionaries,
    *,
    named_fully: bool,
) -> tuple[str, ...]:
    """Of nama, alamat, terlapor, uraian, upaya, identitas, in this order."""
    lacks = {
        "nama": not named_fully,
        "alamat": "address" not in fields,
        "terlapor": "agency" not in fields and not _agency_told(text, named, known),
        "uraian": not _tells_facts(text, named, known),
        "upaya": "prior_complaint" not in fields and not effort_sentences(text),
        "identitas": "nik" not in fields and not _identity_enclosed(message, text),
    }
    return tuple(name for name, absent in lacks.items() if absent)


def _agency_told(text: str, named: tuple[Body, ...], known: Dictionaries) -> bool:
    """An office by its name, or a service and a place that leave but one ('CPNS Kab. Kupang')."""
    if any(b.scope != "unit" for b in named):
        return True
    told = words(text)
    if "kepegawaian" not in services(known.vocabulary, told):
        return False
    return any(p.level == "regency" for p in places(known.gazetteer, told))


def _tells_facts(text: str, named: tuple[Body, ...], known: Dictionaries) -> bool:
    """An account names an office, figures, or a service and what went wrong with it; anger alone is none."""
    if len(text.split()) < 8:
        return False
    if re.search(r"\d", text) or any(b.kind not in _TOO_VAGUE for b in named):
        return True
    told = known.vocabulary
    return any(cues.WENT_WRONG.search(s.lower()) and services(told, words(s)) for s in sentences(text))


_TOO_VAGUE = frozenset({"sekolah", "kepala_daerah"})


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
