"""The header of another mail, as a mail program writes it into the text: a run of `Label: value` lines.

From/Sent/To/Subject, Dari/Dikirim/Kepada/Perihal and so on in any language (maild.message.labels), plain or
`*bold*`, quoted or not, wrapped, in table cells, or run together on one line (Yahoo). The grammar asks for
labels that agree, not for a certain language; a letter's own `Dari: … Kepada: … Hal: …` names no address and
no clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maild.message.labels import LABEL_OF, LONGEST_LABEL

_QUOTE = re.compile(r"(?:[ \t\xa0]{0,3}>){1,20}[ \t\xa0]?")
# Marks that a mail program puts around text and that nobody sees: BOM, zero width, direction (UAX 9).
_UNSEEN = re.compile("[\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]+")
_LABEL = re.compile(
    r"[ \t\xa0*_|•-]{0,12}([^\W\d_][^:：\n<>@*_|]{0,40}?)[ \t\xa0*_|]{0,12}"
    r"[:：][*_|]{0,4}[ \t\xa0]{0,40}(.{0,4000})"
)
CLOCK = re.compile(r"(?<!\d)\d{1,2}[.:h]\d\d(?!\d)|\d{1,2} ?(?:[ap]\.?m\b)", re.IGNORECASE)
_DATED = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\b(?:19|20)\d\d\b|\d{1,2}[.:]\d\d")
_MOST_LINES = 40  # a header with long lists of recipients, wrapped
_CORE = ("from", "date", "to", "subject")
_PEOPLE = ("from", "to", "cc", "reply_to")


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines `start` up to `end` (exclusive) are the header; `fields` are role -> value, one line each.

    Roles: from, date, to, cc, subject, reply_to. `depth`: how many '>' stand before its lines.
    """

    start: int
    end: int
    fields: Mapping[str, str]
    depth: int = 0

    @property
    def addressed(self) -> bool:
        """A mail program wrote it: it names an address."""
        return any("@" in self.fields.get(role, "") for role in ("from", "to", "cc"))


def unquoted(line: str) -> tuple[str, int]:
    """A line without its '>' marks, and how many there were."""
    mark = _QUOTE.match(line)
    return (line[mark.end() :], mark[0].count(">")) if mark else (line, 0)


def label_in(line: str) -> tuple[str, str] | None:
    """`Label: value` -> (role, value); role '' for a label that is not known. None: no such line."""
    if ":" not in line and "：" not in line:
        return None
    found = _LABEL.match(line if line.isascii() else _UNSEEN.sub("", line))
    if found is None or found[2].startswith("//"):
        return None
    word = " ".join(found[1].lower().replace("i̇", "i").split())
    role = LABEL_OF.get(word, "other" if word.startswith("x-") else "") if len(word) <= LONGEST_LABEL else ""
    return role, found[2].strip(" \t\xa0*|")


def heading_at(lines: Sequence[str], start: int, *, marked: bool = False) -> Heading | None:
    """The header that begins at line `start`, or None.

    `marked`: a separator or 'Begin forwarded message' stands above: then two labels do, in whatever order,
    and labels of a language that is not in the table are told by their values.
    """
    first = label_in(unquoted(lines[start])[0])
    if first is None or not (first[0] or marked) or (first[0] != "from" and _within_labels(lines, start)):
        return None
    found = _Collected(lines, start)
    found.collect()
    if marked:
        found.guess()
    if not _sound(found.fields, marked=marked):
        return None
    fields = {role: value for role, value in found.fields.items() if role != "other"}
    return Heading(start, found.end, fields, found.depth)


def _within_labels(lines: Sequence[str], start: int) -> bool:
    """The line above is such a label as well: what begins there was looked at (long runs stay linear)."""
    above = label_in(unquoted(lines[start - 1])[0]) if start else None
    return above is not None and above[0] != ""


def _sound(fields: Mapping[str, str], *, marked: bool) -> bool:
    """Who wrote it, and enough beside it that nothing but a mail's header looks so."""
    roles = [role for role in fields if role not in ("other", "reply_to")]
    if not fields.get("from") or not ("date" in fields or "subject" in fields):
        return False
    addressed = any("@" in fields.get(role, "") for role in ("from", "to", "cc"))
    if marked:
        return len(roles) >= 3 or addressed
    clocked = bool(CLOCK.search(fields.get("date", "")))
    whole = all(role in fields for role in _CORE)
    return len(roles) >= 3 and (addressed or (whole and clocked))


class _Collected:
    """Reads the lines of one header; `end` is the first line that is not part of it."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self.lines, self.start, self.end = lines, start, start
        self.depth = unquoted(lines[start])[1]
        self.fields: dict[str, str] = {}
        self.unknown: list[tuple[int, str]] = []  # values of labels that are in no table, with their place
        self.role = ""
        self.copied = False  # Cc and Bcc were both seen
        self.spaced = False  # an empty line after each label: HTML paragraphs

    def collect(self) -> None:
        i, last = self.start, min(self.start + _MOST_LINES, len(self.lines))
        while i < last:
            bare, depth = unquoted(self.lines[i])
            if not bare.strip(" \t\xa0*"):
                i = self._after_blank(i, last)
                if i < 0:
                    return
                continue
            if depth != self.depth or not self._takes(bare, i):
                return
            i += 1
            self.end = i

    def _takes(self, bare: str, i: int) -> bool:
        found = label_in(bare)
        if found is None:
            return self._continues(bare, i)
        role, value = found
        if not role:
            return self._unknown(value, i) or self._continues(bare, i)
        if role != "other" and (role in self.fields or self._whole()) and not self._again(role, value):
            return False
        self.role = role
        if role not in self.fields:
            self.fields[role] = value
        return True

    def _again(self, role: str, value: str) -> bool:
        """Bcc goes on with the list of Cc; a second From or Subject is the next header, or text."""
        if role == "cc" and not self.copied:
            self.copied = "cc" in self.fields
            self.fields[role] = f"{self.fields.get(role, '')}, {value}".strip(", ")
            return True
        return role in ("date", "reply_to") and not self._whole()

    def _whole(self) -> bool:
        return all(role in self.fields for role in _CORE)

    def _unknown(self, value: str, i: int) -> bool:
        """A label of no table belongs to the header while known ones, or more of its kind, follow at once."""
        follows = label_in(unquoted(self.lines[i + 1])[0]) if i + 1 < len(self.lines) else None
        above = self.unknown and self.unknown[-1][0] == i - 1
        if self._whole() or not (follows or above or i == self.start):
            return False
        self.role = ""
        self.unknown.append((i, value))
        return True

    def _after_blank(self, i: int, last: int) -> int:
        """Where the header goes on after empty lines, or -1."""
        for after in range(i + 1, min(i + 3, last)):
            bare = unquoted(self.lines[after])[0]
            if not bare.strip(" \t\xa0*"):
                continue
            found = label_in(bare)
            fresh = found is not None and found[0] not in ("", "other") and found[0] not in self.fields
            one_each = self.spaced or len(self.fields) + len(self.unknown) <= 1
            self.spaced = self.spaced or fresh
            return after if fresh and (one_each or not _sound(self.fields, marked=False)) else -1
        return -1

    def _continues(self, bare: str, i: int) -> bool:
        """The rest of a value on the next line: a list of recipients, a folded line, a table cell."""
        if not self.role or len(bare) > 400:
            return False
        value, after = self.fields.get(self.role, ""), self.lines[i + 1] if i + 1 < len(self.lines) else ""
        following = label_in(unquoted(after)[0])
        before_label = following is not None and following[0] != "" and following[0] not in self.fields
        if self.role in _PEOPLE:
            goes_on = _more_people(value, bare, before_label=before_label)
        else:
            goes_on = before_label and (not value or bare[:1] in " \t" or len(value) > 45)
        if self.role == "subject" and bare[:1].islower() and not unquoted(after)[0].strip():
            goes_on = True  # its last words, wrapped, above the empty line
        if goes_on:
            self.fields[self.role] = f"{value} {bare.strip()}".strip()[:4000]
        return goes_on

    def guess(self) -> None:
        """Labels of no table: the first address is the sender's, a clock makes a date, the rest a subject.

        Every program puts the sender before the recipients, and nothing but the subject is free text.
        """
        for _, value in self.unknown:
            if "@" in value:
                role = "from" if "from" not in self.fields else "to"
            elif _DATED.search(value):
                role = "date"
            else:
                role = "subject"
            self.fields.setdefault(role, value)


def _more_people(value: str, bare: str, *, before_label: bool) -> bool:
    """Whether a line goes on with a list of mailboxes: the list is open, the line an address, or folded."""
    if value.endswith((",", ";", "<")) or bare[:1] in " \t" or bare.startswith(("<", "[mailto:")):
        return True
    if "@" in bare:
        return not value or before_label or ("@" in value and len(value) + len(bare) > 55)
    return before_label and (not value or len(value) > 45)


_ALL_LABELS = re.compile(
    r"(" + "|".join(sorted(map(re.escape, LABEL_OF), key=len, reverse=True)) + r")[ \xa0]?[:：]",
    re.IGNORECASE,
)
# Yahoo in Portuguese leaves the last colon out: `09:26:50 CETAssunto Jalan rusak`.
_GLUED = re.compile(
    r"(?<=[A-Z0-9])(?:"
    + "|".join(
        sorted(
            word.capitalize() for word, role in LABEL_OF.items() if role == "subject" and word[0].islower()
        )
    )
    + r") (?=\S)"
)


def heading_within(line: str, number: int) -> Heading | None:
    """A header whose labels all stand on one line, without breaks between them (Yahoo, as plain text)."""
    line = line[:4000]
    places: dict[str, tuple[int, int]] = {}
    for found in _ALL_LABELS.finditer(line):
        role = LABEL_OF.get(found[1].lower(), "other")
        if _begins_word(line, found.start()):
            places.setdefault(role, found.span())
    glued = None if "subject" in places else _GLUED.search(line)
    if glued:
        places["subject"] = glued.span()
    if len(places) < 3:
        return None
    ordered = sorted(places.items(), key=lambda place: place[1])
    ends = [span[0] for _, span in ordered[1:]] + [len(line)]
    fields = {role: line[span[1] : end].strip() for (role, span), end in zip(ordered, ends, strict=True)}
    if not _sound(fields, marked=True):
        return None
    return Heading(number, number + 1, fields, unquoted(line)[1])


def _begins_word(line: str, at: int) -> bool:
    """`GMT+1Subject:` and `CETOggetto:` run on without a blank; `customer to:` is one phrase."""
    before, first = line[at - 1 : at], line[at]
    return not before.isalpha() or (before.isupper() and first.isupper()) or not before.isascii()
