"""The tables, one file a room. All of them are known to `metadata` once this package is imported."""

from __future__ import annotations

from maild.store.schema.base import SCHEMA, Moment, counter, daily, meta, metadata
from maild.store.schema.cases import case, case_agency, deadline, party, question, timeline, timer
from maild.store.schema.likeness import case_link, likeness_band, likeness_mark
from maild.store.schema.mails import inbox, letter, outbox, raw
from maild.store.schema.register import agency, agency_change, agency_file
from maild.store.schema.upkeep import inquiry, inquiry_letter

__all__ = [
    "SCHEMA",
    "Moment",
    "agency",
    "agency_change",
    "agency_file",
    "case",
    "case_agency",
    "case_link",
    "counter",
    "daily",
    "deadline",
    "inbox",
    "inquiry",
    "inquiry_letter",
    "letter",
    "likeness_band",
    "likeness_mark",
    "meta",
    "metadata",
    "outbox",
    "party",
    "question",
    "raw",
    "timeline",
    "timer",
]
