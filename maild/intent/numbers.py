"""Case and letter numbers: patterns from the templates of the configuration, tolerant of how people type.

`{seq:04d}/{type}/{month_roman}/{year}/{code}` finds `0012/LM/VIII/2026/DPS`, also written as
`12 - lm - vlll - 2026 - dps`, and gives it back in its canonical form. A number is a hint, never a key (T1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CASE_NUMBER = "{seq:04d}/{type}/{month_roman}/{year}/{code}"

_FIELD = re.compile(r"\{([a-z_]+)(?::0?(\d{1,2})d?)?\}")
_DIGITS = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "i": "1", "|": "1"})
_ROMAN = str.maketrans({"1": "I", "L": "I", "|": "I"})
_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FOLD = str.maketrans(
    {"I": "1", "L": "1", "|": "1", "O": "0", "–": "-", "—": "-", "‐": "-", "‑": "-", "\\": "/"}
)
_BLANK = re.compile(r"[\s\u200b\u00ad\ufeff]+")
# What each field of a template may look like when typed or scanned.
_SHAPES = {
    "seq": r"[0-9OolI|]{1,7}",
    "type": r"[A-Za-z]{2,5}",
    "month_roman": r"[IVXivxl1|L]{1,5}",
    "month": r"[0-9OolI]{1,2}",
    "year": r"(?:[12][0-9OolI|]{3})",
    "code": r"[A-Za-z0-9]{2,6}(?:-[0-9]{1,3})?",
    "office": r"[A-Za-z0-9]{2,6}(?:-[0-9]{1,3})?",
}
_SEPARATOR = r"(?:\s{0,3}[/\\|_.–—‐-]{1,2}\s{0,3}|\s{1,3})"


def fold(number: str) -> str:
    """The form in which numbers are compared: no blanks, upper case, I/l -> 1, O -> 0, one kind of dash."""
    return _BLANK.sub("", number).upper().translate(_FOLD)


def case_pattern(template: str = CASE_NUMBER, *, codes: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern for `find`. `codes`: office codes that may end a number; given, only they are accepted."""
    return _compile(template, tuple(codes), CASE_NUMBER)


def letter_pattern(template: str, *, case: str = CASE_NUMBER, codes: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern for letter numbers; `{case}` in the template is a whole case number in `case` form."""
    return _compile(template, tuple(codes), case)


def _compile(template: str, codes: tuple[str, ...], case: str) -> re.Pattern[str]:
    template = template.replace("{case}", case)
    pieces: list[str] = []
    at = 0
    for index, field in enumerate(_FIELD.finditer(template)):
        pieces.append(_literal(template[at : field.start()], len(pieces)))
        shape = _SHAPES.get(field[1], r"[A-Za-z0-9]{1,12}")
        if field[1] in ("code", "office") and codes:
            shape = "|".join(sorted((re.escape(code) for code in codes), key=len, reverse=True))
        pieces.append(f"(?P<{field[1]}_{field[2] or 0}_{index}>{shape})")
        at = field.end()
    pieces.append(_literal(template[at:], len(pieces)))
    return re.compile(r"(?<![A-Za-z0-9/])" + "".join(pieces) + r"(?![A-Za-z0-9])", re.IGNORECASE)


def _literal(text: str, number: int) -> str:
    """A literal piece; its canonical form is kept in the group's name: `find` needs the pattern alone."""
    if not text:
        return ""
    shape = "".join(
        _SEPARATOR if part in "/-._" else _letters(part) for part in re.split(r"([/\-._])", text) if part
    )
    return f"(?P<lit_{text.encode().hex()}_{number}>{shape})"


def _letters(text: str) -> str:
    return re.sub(r"[IiLl]", "[Il1|L]", re.sub(r"[0Oo]", "[0O]", re.escape(text)))


def find(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Canonical numbers in the order of their first appearance, once each."""
    found: dict[str, None] = {}
    for match in pattern.finditer(text):
        number = _canonical(match)
        if number:
            found[number] = None
    return tuple(found)


def _canonical(match: re.Match[str]) -> str | None:
    out: list[str] = []
    for name in match.re.groupindex:
        kind, _, rest = name.partition("_")
        if kind == "lit":
            out.append(bytes.fromhex(rest.partition("_")[0]).decode())
            continue
        field, width, _ = name.rsplit("_", 2)
        value = _value(field, int(width), match[name])
        if value is None:
            return None
        out.append(value)
    return "".join(out)


def _value(field: str, width: int, written: str) -> str | None:
    if field in ("seq", "month", "year"):
        digits = written.translate(_DIGITS)
        if field == "year" and not 1990 <= int(digits) <= 2199:
            return None
        return str(int(digits)).zfill(width or (len(digits) if field == "seq" else 0))
    if field == "month_roman":
        roman = written.upper().translate(_ROMAN)
        return roman if roman in _MONTHS else None
    return written.upper()
