"""What the forms and the prose of the Indonesian set say of their writers, and what maild takes from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from maild.message import Message
from maild.message.extracts import every_attachment
from tests.score.figure import Verdict
from tests.score.readings import Reading, Readings
from tests.score.shared import Entry, accepted
from tests.score.wording import collapsed

# What a form says on one line, under the labels of domain.md 5.2 as they stand there: the plainest reading.
LABELS = {
    "reporter_name": ("nama", "nama lengkap", "nama pelapor"),
    "nik": ("nik", "no. ktp", "no ktp", "nomor identitas (ktp)", "no. identitas"),
    "address": ("alamat",),
    "phone": ("no. hp", "no hp", "no. telp", "nomor telepon", "telepon", "no. hp/wa"),
    "agency": ("terlapor", "instansi terlapor", "instansi yang dilaporkan", "pihak terlapor", "teradu"),
}
_LINE = re.compile(
    r"^[ \t]*(?:\d{1,2}[.)][ \t]*)?([A-Za-z/.()' ]{2,40}?)[ \t]*[:=][ \t]*(\S[^\n]*)$", re.MULTILINE
)
_EMPTY = re.compile(r"^(?:[-–.…_ ]*|idem|sda|nihil|tidak ada)$", re.IGNORECASE)
_NIK = re.compile(r"(?<!\d)\d{4}(?:[ .]?\d{4}){2}[ .]?0000(?!\d)")  # every NIK of the set ends in 0000
_LABEL = re.compile(
    r"\b(nik|ktp|identitas|kk|kartu keluarga|rekening|nip|nib|pelanggan|meter)\b", re.IGNORECASE
)
_OF_A_PERSON = ("nik", "ktp", "identitas")
_MOBILE = re.compile(r"(?<!\d)(?:\+?62|0)[ -]?812[ -]?0000[ -]?\d{4}(?!\d)")  # and every mobile number is so


def fields(readings: Readings) -> Iterator[Verdict]:
    """Gold's names and dates, and what the mail itself says in a form that cannot be misread."""
    for entry in readings.shared.gold:
        reading = readings.indonesian(entry)
        if entry.get("extension_until"):
            wanted, found = entry["extension_until"], reading.document["fields"].get("until")
            yield Verdict(reading.file, wanted == found, {"until": wanted}, {"until": found})
        if entry["kind"] == "report" and reading.document["kind"] == "report":
            yield _name(entry, reading)
            yield from _written(reading)


def _name(entry: Entry, reading: Reading) -> Verdict:
    found = reading.document["fields"].get("reporter_name")
    wanted = accepted(entry, "reporter_name")
    right = _fold(found) in [_fold(one) for one in wanted]
    return Verdict(reading.file, right, {"reporter_name": wanted}, {"reporter_name": found})


def _fold(name: Any) -> str:
    return collapsed(str(name or "")).casefold()


def _written(reading: Reading) -> Iterator[Verdict]:
    text, known = reading.document["new_text"], reading.document["fields"]
    for name, value in _lines(text):
        found = known.get(name)
        right = found is not None and _digits_or_words(value) in _digits_or_words(found)
        yield Verdict(reading.file, right, {name: value}, {name: found})
    yield from _nik(reading, known.get("nik"))
    phones = {_national(m[0]) for m in _MOBILE.finditer(text)}
    if len(phones) == 1:
        found = known.get("phone")
        yield Verdict(
            reading.file, _national(found or "") in phones, {"phone": sorted(phones)}, {"phone": found}
        )


def _nik(reading: Reading, found: str | None) -> Iterator[Verdict]:
    """The one NIK of the writer's own words; where it is taken from a document or a forwarded mail, one of these."""
    assert isinstance(reading.message, Message)
    own = _niks(reading.document["new_text"])
    documents = [one.extract.text for one in every_attachment(reading.message) if one.extract]
    known = own | _niks("\n".join([reading.document["text"], *documents]))
    if len(own) == 1 or found:
        wanted = own if len(own) == 1 else known
        yield Verdict(reading.file, found in wanted, {"nik": sorted(wanted)}, {"nik": found})


def _niks(text: str) -> set[str]:
    return {re.sub(r"\D", "", one[0]) for one in _NIK.finditer(text) if _of_a_person(text[: one.start()])}


def _of_a_person(before: str) -> bool:
    """By the last label in front of the number, if there is one."""
    labels = _LABEL.findall(before[-40:])
    return not labels or labels[-1].lower() in _OF_A_PERSON


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """(field, value) of the lines `Label : value`, each label's first one."""
    seen: set[str] = set()
    for label, value in _LINE.findall(text):
        name = next((n for n, labels in LABELS.items() if collapsed(label).lower() in labels), None)
        if name is not None and name not in seen and not _EMPTY.match(value.strip()):
            seen.add(name)
            yield name, value


def _digits_or_words(value: str) -> str:
    """Numbers by their digits, names and the like by their first words: lines wrap and go on."""
    digits = re.sub(r"\D", "", value)
    return digits if len(digits) >= 8 else collapsed(re.sub(r"[^\w ]", " ", value)).casefold()


def _national(number: str) -> str:
    return re.sub(r"^(?:62|0)", "", re.sub(r"\D", "", number))
