"""Who complains, of whom and about what: form labels in any order, and the same facts told in prose."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maild.intent.report.labels import LABELS, LIVES, OTHER, STREET

_SPELLED = sorted(
    [(label, field) for field, labels in LABELS.items() for label in labels] + [(o, "") for o in OTHER],
    key=lambda pair: -len(pair[0]),
)
_FIELD_OF = dict(reversed(_SPELLED))
_ALTERNATIVES = "|".join(re.escape(label).replace(r"\ ", r"\.?[ \t]+") for label, _ in _SPELLED)
_LABEL = re.compile(
    rf"^[ \t>*•\-–|]{{0,20}}(?:\d{{1,2}}[.)]|[a-z][.)])?[ \t*]*({_ALTERNATIVES})"
    r"\.?[ \t]*(?:\([^)\n]{0,60}\))?[ \t*]*"
    r"(?:[:=?：\t|]+[ \t*:=|]*|[ \t]+[-–][ \t]+|(?=\n[ \t]*:)|$)",
    re.IGNORECASE | re.MULTILINE,
)
_EMPTY = re.compile(r"^(?:[-–—.…_\s]*|idem|sda|s\.d\.a\.?|tidak ada|n/?a|kosong|\(.*\))$", re.IGNORECASE)
_ONE_LINE = frozenset({"reporter_name", "nik", "phone", "secrecy", "external_ref"})

_NIK = re.compile(
    r"(?:\bNIK\b|\bKTP\b|identitas|kependudukan)[^0-9\n]{0,25}\n?[^0-9\n]{0,10}((?:\d[ .]?){15}\d)(?!\d)",
    re.IGNORECASE,
)
_NOT_NIK = re.compile(r"\b(?:no\.?\s*kk|kartu keluarga|nip|rekening|npwp)\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)((?:\+?62|0)8\d{1,2}(?:[ \-.]?\d{3,4}){2,3}|\(?0\d{2,3}\)?[ \-]\d{6,8})(?!\d)")
_LAPOR = re.compile(
    r"(?:LAPOR!?|SP4N|S4PN|tracking id|lapor\.go\.id)[^\n]{0,60}?#?\b(\d{6,9})\b", re.IGNORECASE
)


def labelled(text: str) -> dict[str, str]:
    """Values behind form labels; a value may wrap, lists and paragraphs of the account are kept whole."""
    marks = list(_LABEL.finditer(text))
    found: dict[str, str] = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        field = _FIELD_OF.get(_plain(mark.group(1)), "")
        value = _value(text[mark.end() : following.start() if following else len(text)], field)
        if field and value and field not in found:
            found[field] = value
    return found


def without_labels(text: str) -> str:
    """The text with its form labels blanked, so that 'Upaya yang telah dilakukan' tells of no effort."""
    return _LABEL.sub(lambda m: m.group().replace(m.group(1), " " * len(m.group(1)), 1), text)


def _plain(label: str) -> str:
    return re.sub(r"\.?\s+", " ", label.lower()).strip()


def _value(raw: str, field: str) -> str:
    raw = raw.lstrip(" \t:=|*").lstrip("\n").lstrip(" \t:=|*") if not raw[:2].strip() else raw
    if field in _ONE_LINE:
        raw = raw.split("\n", 1)[0]
    elif field != "matter" and field != "prior_complaint":
        raw = re.split(r"\n\s*\n", raw, maxsplit=1)[0]
    value = " ".join(raw.split()).strip(" *|,")
    return "" if _EMPTY.match(value) else value


def nik_in(text: str, labels: Mapping[str, str]) -> str | None:
    """Sixteen digits behind a word that says identity card; not KK, NIP or account numbers."""
    labelled_digits = re.sub(r"\D", "", labels.get("nik", ""))
    if len(labelled_digits) == 16:
        return labelled_digits
    for match in _NIK.finditer(text):
        before = text[max(0, match.start() - 12) : match.start(1)]
        digits = re.sub(r"\D", "", match.group(1))
        if not _NOT_NIK.search(before) and len(digits) == 16:
            return digits
    return None


def phone_in(text: str, labels: Mapping[str, str]) -> str | None:
    match = _PHONE.search(labels.get("phone", "")) or _PHONE.search(text)
    return match.group(1) if match else None


def address_in(text: str, labels: Mapping[str, str]) -> str | None:
    """A street, village or kelurahan; a kecamatan alone is none."""
    if labels.get("address"):
        return labels["address"]
    lives = LIVES.search(text)
    if lives:
        return lives.group(1).strip(" ,")
    street = STREET.search(text)
    return " ".join(street.group().split()).strip(" ,") if street else None


def external_ref_in(text: str) -> str | None:
    match = _LAPOR.search(text)
    return match.group(1) if match else None
