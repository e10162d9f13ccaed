# ruff: noqa: E501 - the patterns read best on one line
"""Who complains, of whom and about what: form labels in any order, tables, several to a line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from maild.intent.report.labels import LABELS, OTHER, OURS, THEIRS

_SPELLED = sorted(
    [(label, field) for field, labels in LABELS.items() for label in labels] + [(o, "") for o in OTHER],
    key=lambda pair: -len(pair[0]),
)
_FIELD_OF = dict(reversed(_SPELLED))


def _tolerant(label: str) -> str:
    """A label as people type it: 'No.  KTP / NIK', broken over two lines."""
    gap = r"(?:\.?[ \t]{1,5}|[ \t]{0,3}\n[ \t]{0,10}|\.)"
    parts = [re.escape(p).replace("/", r"[ \t]?/[ \t]?") for p in label.split()]
    return gap.join(parts)


_ALTERNATIVES = "|".join(_tolerant(label) for label, _ in _SPELLED)
_AFTER = r"[ \t.…_]{0,60}(?:\([^)\n]{0,60}\))?[ \t*]{0,20}"
_LABEL = re.compile(
    # Behind a cell's edge no further tab: in a run of them each one would try every label twenty times over.
    rf"(?:^[ \t>*•\-–|]{{0,20}}(?:\d{{1,2}}[.)]|[a-z][.)]|[ivx]{{1,4}}[.)])?[ \t*]{{0,20}}|(?<=[\t|])[ *]{{0,20}})({_ALTERNATIVES}){_AFTER}"
    r"(?:[:=?：\t|]+[ \t*:=|]*|[ \t]+[-–][ \t]+|(?=\n[ \t]*:)|$)"
    # Several on one line, where only ':' and '=' make a word a label: 'Nama: X, NIK: 51…'.
    rf"|(?<=[,;.] )({_ALTERNATIVES}){_AFTER}[:=][ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_EMPTY = re.compile(
    r"^(?:[-–—.…_\s]*|idem|sama|sda|s\.d\.a\.?|tidak ada|belum ada|n/?a|none|kosong|nihil|tidak tahu|\(.*\)|\?+)$",
    re.IGNORECASE,
)
# What stands between a label and its value, the value on the next line included.
_LEAD = re.compile(r"^[ \t:=|*]{0,40}\n{0,2}[ \t]{0,40}[:=|]?[ \t*]{0,40}")
_ONE_LINE = frozenset({"reporter_name", "nik", "passport", "phone", "secrecy", "external_ref"})
_LONG = frozenset({"matter", "prior_complaint"})
_LAPOR = re.compile(
    r"(?:LAPOR!?|SP4N|S4PN|SPAN LAPOR|tracking id|lapor\.go\.id)[^\n]{0,60}?#?\b(\d{6,9})\b", re.IGNORECASE
)


def labelled(text: str) -> dict[str, str]:
    """Values behind form labels; a value may wrap, lists and paragraphs of the account are kept whole.

    Data under a heading such as 'Data Terlapor' are somebody else's and left out, but for the agency.
    """
    marks = [(m, m.group(1) or m.group(2)) for m in _LABEL.finditer(text)]
    sections = sorted([*((m.start(), m.end(), True) for m in THEIRS.finditer(text)),
                       *((m.start(), m.end(), False) for m in OURS.finditer(text))])  # fmt: skip
    starts = [start for start, _, _ in sections]
    ends = sorted([m.start() for m, _ in marks] + [start for start, _, _ in sections] + [len(text)])
    found: dict[str, str] = {}
    for mark, label in marks:
        field = _FIELD_OF.get(_plain(label), "")
        end = ends[bisect_left(ends, mark.end())]
        value = _value(text[mark.end() : end], field)
        section = bisect_right(starts, mark.start())
        theirs = section > 0 and sections[section - 1][2]
        if field and value and field not in found and (not theirs or field in _NOT_PERSONAL):
            found[field] = value
    return found


_NOT_PERSONAL = frozenset({"agency", "matter", "wish", "prior_complaint", "secrecy", "external_ref"})


def without_labels(text: str) -> str:
    """The text with its form labels blanked, so that 'Upaya yang telah dilakukan' tells of no effort."""
    return _LABEL.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    label = match.group(1) or match.group(2)
    return match.group().replace(label, " " * len(label), 1)


def _plain(label: str) -> str:
    return re.sub(r"[ \t]?/[ \t]?", "/", re.sub(r"\.?\s+|\.(?=\w)", " ", label.lower())).strip()


def _value(raw: str, field: str) -> str:
    raw = _LEAD.sub("", raw, count=1)
    if field in _ONE_LINE:
        raw = raw.split("\n", 1)[0]
    elif field not in _LONG:
        raw = re.split(r"\n\s*\n", raw, maxsplit=1)[0]
    value = " ".join(raw.split()).strip(" *|,;")
    return "" if _EMPTY.match(value) else value


def external_ref_in(text: str) -> str | None:
    match = _LAPOR.search(text)
    return match.group(1) if match else None


_YES = re.compile(
    r"^(?:ya|iya|yes|y|mohon|benar|betul|perlu|dirahasiakan|rahasia\w*|setuju|tolong|sangat|v|x|✓|√)\b|^[✓√]",
    re.I,
)
_NO = re.compile(r"^(?:tidak|tdk|no|n|bukan|gak|ga|nggak|boleh dibuka|terbuka|tanpa)\b", re.IGNORECASE)
_BOX = r"(?:[\[(][ ]?[xvXV✓√][ ]?[\])]|☑|☒|✓|√|✔)"
_BOX_BEFORE = re.compile(rf"{_BOX}[ ]?(ya|iya|yes|tidak|tdk|no)\b", re.IGNORECASE)
_BOX_BEHIND = re.compile(rf"\b(ya|iya|yes|tidak|tdk|no)[ ]?{_BOX}", re.IGNORECASE)


def secrecy_answer(value: str) -> bool | None:
    """What the form's box says: True keep secret, False need not be, None not filled ('Ya / Tidak')."""
    if value.strip() in ("☑", "☒", "✓", "√", "✔", "[x]", "[X]", "[v]"):
        return True  # a box of its own behind the label
    boxes_first = value.lstrip()[:1] in ("[", "(", "☐", "☑", "☒", "✓", "√", "✔", "□")
    ticked = (_BOX_BEFORE if boxes_first else _BOX_BEHIND).search(value)
    if ticked:
        return ticked.group(1).lower() in ("ya", "iya", "yes")
    if re.fullmatch(r"\W*(?:ya|yes)\W{1,5}(?:tidak|no)\W*(?:\*\))?\W*", value.lower()):
        return None
    bare = value.lstrip("[]() .*-")
    if _NO.match(bare):
        return False
    return True if _YES.match(bare) else None
