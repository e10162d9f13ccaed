"""Whom to write to from now on: name, address and telephone of a successor, as a mail names them."""

from __future__ import annotations

import re

from maild.intent import cues
from maild.intent.replies import said

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_PHONE = re.compile(r"(?<![\d@.])(?:\+62|62|0)8[\d -]{7,14}\d(?!\d)")
_TITLE = r"(?:Bapak|Ibu|Bpk|Ib|Sdri|Sdr|Saudara|Saudari|Pak|Bu|Mr|Mrs|Ms|Kak|Mas|Mbak|Bli|Ketut|Yth)\b\.?"
_GIVEN = r"(?:(?:[Dd]rs?|[Ii]r|[Hh]j?|[Dd]rg|Prof|Kompol|AKP|AKBP|Iptu|Ipda)\.? ?)"
_NAME = re.compile(
    rf"\b{_TITLE} {{1,2}}({_GIVEN}{{0,3}}[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){{0,4}}(?:, ?[A-Z][\w.]*){{0,3}})"
)
_WITHOUT_TITLE = re.compile(
    r"\b(?:pengganti(?:nya| saya)?|digantikan(?: oleh)?|dijabat(?: oleh)?|hubungi|kontak|contact"
    r"|successor(?: is)?"
    r"|replacement(?: is)?|adalah|oleh|penghubung(?: baru| saat ini)?(?: adalah)?)\s*:?\s+"
    r"([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4}(?:, ?[A-Z][\w.]*){0,3})"
)
_LOWER = re.compile(
    r"\b(?:bapak|ibu|bpk|sdri?|pak|bu|mas|mbak)\b\.? ([a-z]{3,20}(?: [a-z]{3,20})?)(?=[,.;:()\n]|$)"
)
_NOT_NAMES = frozenset(
    [
        "Kepala",
        "Kadis",
        "Kabid",
        "Asisten",
        "Ombudsman",
        "Dinas",
        "Kantor",
        "Inspektorat",
        "Bupati",
        "Sekda",
        "Camat",
        "Pejabat",
        "Penghubung",
        "Focal",
        "Pimpinan",
        "Kasubag",
        "Sekretaris",
        "Direktur",
        "Tim",
    ]
)


def named(new_text: str, own: frozenset[str]) -> dict[str, str]:
    """successor_name, successor_address, successor_phone as found; `own` are addresses that are nobody
    new.
    """
    words = said(new_text)
    at = words.first(cues.SUCCESSOR, cues.NO_SUCCESSOR)
    start = 0 if at is None else at
    about = " ".join([*words.raw[start : start + 4], *words.raw[:start]])[:3000]
    fields: dict[str, str] = {}
    name = _name(about)
    if name:
        fields["successor_name"] = name
    addresses = [one.lower().rstrip(".") for one in _ADDRESS.findall(about)]
    address = next((one for one in addresses if one not in own), None)
    if address:
        fields["successor_address"] = address
    phone = _PHONE.search(about)
    if phone:
        fields["successor_phone"] = " ".join(phone[0].split())
    return fields


def _name(about: str) -> str | None:
    for pattern in (_NAME, _WITHOUT_TITLE, _LOWER):
        for found in pattern.finditer(about):
            name = found[1].strip(" ,.;:")
            replaced = about[: found.start()].rstrip().endswith((" dari", " menggantikan"))
            if name.split()[0] not in _NOT_NAMES and not replaced:
                return name
    return None
