"""Whether a complaint is one for this office: courts, private quarrels, old events, other offices."""

from __future__ import annotations

import re
from datetime import date

from maild.intent.meaning import Remit
from maild.intent.report import cues
from maild.intent.report.bodies import ALIKE, Body, services
from maild.intent.report.dates import older_than_two_years
from maild.intent.report.dictionary import Dictionaries
from maild.intent.report.places import Gazetteer, place_at
from maild.intent.report.text import words

_NO_PROVIDER = frozenset({"desa", "kecamatan", "pengadilan", "kepala_daerah"})


def remit(
    text: str, said: str, named: tuple[Body, ...], today: date, known: Dictionaries
) -> tuple[Remit, str | None]:
    if cues.COURT.search(said) and not cues.NOT_CARRIED_OUT.search(said):
        return "no", "the matter is or was before a court"
    if older_than_two_years(text, today):
        return "no", "the event seems older than two years (art. 24(3) UU 37/2008)"
    elsewhere = _other_province(said, named, known.gazetteer)
    if elsewhere:
        return "other_office", f"the agency is in {elsewhere.title()}"
    officials = [b for b in named if b.scope not in ("unit",) and b.kind not in _NO_PROVIDER]
    if not officials and cues.PRIVATE.search(said) and not services(known.vocabulary, words(text)):
        return "no", "a dispute between private persons"
    if cues.HANDLED.search(said):
        return "unclear", "an Inspektorat seems to deal with it already"
    if not officials and len(text.split()) < 8:
        return "unclear", "too little is said"
    return "yes", None


def _other_province(said: str, named: tuple[Body, ...], gaz: Gazetteer) -> str | None:
    """The province of the agencies named, when the mail addresses the office of another one."""
    home = set()
    for match in re.finditer(r"ombudsman(?: ri| republik indonesia)?(?: perwakilan)?(?: provinsi)?", said):
        for place in _places_of(gaz, said[match.end() : match.end() + 30]):
            home |= {gaz.provinces.get(r, "") for r in place}
    wheres = [
        {gaz.provinces.get(r, "") for r in b.regions} for b in named if b.regions and b.place_level != ALIKE
    ]
    if not home or not wheres or any(w & home for w in wheres):
        return None
    return next(iter(sorted(wheres[0] - {""})), None)


def _places_of(gaz: Gazetteer, tail: str) -> list[frozenset[str]]:
    tail_words = words(tail)
    place = place_at(gaz, tail_words, 0) if tail_words else None
    return [place.regions] if place else []
