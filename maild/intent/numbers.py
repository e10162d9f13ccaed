"""Case and letter numbers: patterns from the templates of the configuration, tolerant of how people type.

`{seq:04d}/{type}/{month_roman}/{year}/{code}` finds `0012/LM/VIII/2026/DPS`, also written as
`12 - lm - vlll - 2026 - dps`, `12/LM/8/26/DPS` or `0012LM/VIII/2026DPS`, and gives it back in its canonical
form. A number is a hint, never a key (T1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

CASE_NUMBER = "{seq:04d}/{type}/{month_roman}/{year}/{code}"

_FIELD = re.compile(r"\{([a-z_]+)(?::0?(\d{1,2})d?)?\}")
_DIGITS = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "i": "1", "|": "1"})
_ROMAN = str.maketrans({"1": "I", "L": "I", "|": "I"})
_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTH_NAMES = ("JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AG", "SEP", "OKT", "NO", "DES")
_FOLD = str.maketrans(
    {
        "I": "1",
        "L": "1",
        "|": "1",
        "O": "0",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "\\": "/",
        "∕": "/",
        "⁄": "/",
    }
)
_BLANK = re.compile(r"[\s\u200b\u00ad\ufeff]+")
# Kinds of cases (domain.md 1.3, 1.4): only these are told without every separator.
_TYPES = ("LM", "RCO", "KNL", "IAPS", "IN")
_MONTH = r"[IVXivxl1|L]{1,5}|0?[1-9]|1[0-2]|" + (
    r"(?:jan|[fp]eb|mar|apr|mei|jun|jul|ag[su]?|sep|okt|no[vp]|des)[a-z]{0,6}"
)
_KNOWN = "|".join(r"\.?".join(re.sub("L", "[Ll1I|]", c) for c in kind) for kind in _TYPES)
# What each field of a template may look like when typed or scanned.
_SHAPES = {
    "seq": r"[0-9OolI|]{1,7}",
    "type": rf"(?:{_KNOWN})(?![A-Za-z])|[A-Za-z]{{2,5}}",
    "month_roman": _MONTH,
    "month": r"[0-9OolI]{1,2}",
    "year": r"(?:[12][0-9OolI|]{3}|(?<=[/.-])2[0-9](?=\s?[/.-]))",
    "code": r"[A-Za-z0-9]{2,6}(?:-[0-9]{1,3})?",
    "office": r"[A-Za-z0-9]{2,6}(?:-[0-9]{1,3})?",
}
# The same where separators are missing: then only plain shapes and known kinds keep the fields apart.
_GLUED = {
    **_SHAPES,
    "seq": r"[0-9O]{1,7}",
    "type": rf"(?:{_KNOWN})",
    "month_roman": r"[IVXivxl1|L]{1,5}?|0[1-9]|1[0-2]|[1-9]",
    "year": r"20[0-9]{2}",
}
_SEPARATOR = r"(?:\s{0,3}[/\\|_.–—‐∕⁄／-]{1,3}\s{0,3}|\s{1,3})"
# After a number without its office stands often a word: 'Nomor 31/KPAD/VIII/2026 Yang terhormat'.
_WORDS = frozenset(
    [
        "YANG",
        "KAMI",
        "SAYA",
        "DAN",
        "DARI",
        "ATAS",
        "UNTUK",
        "TGL",
        "HAL",
        "PADA",
        "DI",
        "KE",
        "OLEH",
        "INI",
        "ITU",
        "JUGA",
        "SUDAH",
        "TELAH",
        "MOHON",
        "DENGAN",
        "ATAU",
        "SDR",
        "AN",
        "PERLU",
        "AGAR",
        "BAPAK",
        "IBU",
        "PAK",
        "BU",
        "BELUM",
        "AKAN",
        "TIDAK",
        "MASIH",
        "SEDANG",
        "THE",
        "AND",
        "FOR",
    ]
)


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
    forms = [_form(template, codes, _SHAPES, _SEPARATOR, 0)]
    if template == CASE_NUMBER:
        forms.append(_form(template, codes, _GLUED, _SEPARATOR + "?", 100))
    return re.compile(r"(?<![A-Za-z0-9/])(?:" + "|".join(forms) + r")(?![A-Za-z0-9])", re.IGNORECASE)


def _form(template: str, codes: tuple[str, ...], shapes: dict[str, str], separator: str, first: int) -> str:
    """One way to write the template; groups are numbered from `first`, so that forms do not share names."""
    pieces: list[str] = []
    at = 0
    for index, field in enumerate(_FIELD.finditer(template)):
        pieces.append(_literal(template[at : field.start()], first + len(pieces), separator))
        shape = shapes.get(field[1], r"[A-Za-z0-9]{1,12}")
        if field[1] in ("code", "office") and codes:
            shape = "|".join(sorted((re.escape(code) for code in codes), key=len, reverse=True))
        pieces.append(f"(?P<{field[1]}_{field[2] or 0}_{first + index}>{shape})")
        at = field.end()
    pieces.append(_literal(template[at:], first + len(pieces), separator))
    return "".join(pieces)


def _literal(text: str, number: int, separator: str) -> str:
    """A literal piece; its canonical form is kept in the group's name: `find` needs the pattern alone."""
    if not text:
        return ""
    shape = "".join(
        separator if part in "/-._" else _letters(part) for part in re.split(r"([/\-._])", text) if part
    )
    return f"(?P<lit_{text.encode().hex()}_{number}>{shape})"


def _letters(text: str) -> str:
    return re.sub(r"[IiLl]", "[Il1|L]", re.sub(r"[0Oo]", "[0O]", re.escape(text)))


@lru_cache(maxsize=32)  # the subject and the words of one mail are asked for by several rules
def find(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Canonical numbers in the order of their first appearance, once each."""
    return tuple(dict.fromkeys(number for number, _ in located(pattern, text)))


def located(pattern: re.Pattern[str], text: str) -> list[tuple[str, int]]:
    """Canonical numbers with where they stand. A month written '11' may be XI or a scanned II: both."""
    found: list[tuple[str, int]] = []
    for match in pattern.finditer(text):
        if _doubtful(match):
            continue
        number = _canonical(match)
        if number:
            found.append((number, match.start()))
            if "/XI/" in number and any(
                name.startswith("month_roman") and match[name] == "11" for name in match.re.groupindex
            ):
                found.append((number.replace("/XI/", "/II/"), match.start()))
    return found


def _doubtful(match: re.Match[str]) -> bool:
    """Numbers and words that happen to follow each other: a case number keeps most of its strokes, or is of
    a kind that is known, and no sentence goes on in its last field."""
    groups = {name: match[name] for name in match.re.groupindex if match[name] is not None}
    strokes = [text.strip() for name, text in groups.items() if name.startswith("lit_")]
    kind = next((text for name, text in groups.items() if name.startswith("type_")), None)
    if kind is not None and len([s for s in strokes if s]) < len(strokes) - 1 and _type(kind) not in _TYPES:
        return True
    code = next((text for name, text in groups.items() if name.startswith("code_")), "")
    if not code or not strokes or strokes[-1]:
        return False
    return code.upper() in _WORDS or not (code.isupper() or match[0].islower()) or "\n\n" in match[0]


def _canonical(match: re.Match[str]) -> str | None:
    out: list[str] = []
    for name in match.re.groupindex:
        if match[name] is None:
            continue
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
        if field == "year":
            digits = f"20{digits}" if len(digits) == 2 else digits
            if not 1990 <= int(digits) <= 2199:
                return None
        return str(int(digits)).zfill(width or (len(digits) if field == "seq" else 0))
    if field == "month_roman":
        return _roman(written)
    return _type(written) if field == "type" else written.upper()


def _type(written: str) -> str:
    plain = written.upper().replace(".", "")
    return next((kind for kind in _TYPES if fold(kind) == fold(plain)), plain)


def _roman(written: str) -> str | None:
    """The month as the template has it, also from `8`, `08` and `Agustus`."""
    upper = written.upper()
    if re.fullmatch(r"0?[1-9]|1[0-2]", upper):
        return _MONTHS[int(upper) - 1]
    for number, name in enumerate(_MONTH_NAMES):
        if upper.replace("PEB", "FEB").startswith(name):
            return _MONTHS[number]
    roman = upper.translate(_ROMAN)
    return roman if roman in _MONTHS else None


# What stands after 'Nomor' in a letter of an agency (domain.md 4.2): parts joined by / . - and dashes.
_LABELLED = re.compile(
    r"(?<![\w.])(?:nomor|nomer|no|num|number)\b\.?[ \t]{0,12}[:.]?[ \t]{0,4}"
    r"([A-Z0-9]{1,12}(?:[ ]?[/.–—‐-][ ]?[A-Z0-9]{1,16}){1,14})",
    re.IGNORECASE,
)
_DATE_LIKE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d")


def letters_in(text: str) -> tuple[str, ...]:
    """Letter numbers that agencies give their letters, without blanks: `Nomor : B-1214/C.6/Cpl.1/12/2022`.

    Not telephone, customer or tax numbers, nor laws ('Nomor 5/2025'): a letter's number has three parts at
    least, one of letters, or ends in the year.
    """
    found: dict[str, str] = {}
    for match in _LABELLED.finditer(text):
        number = fold(match[1])
        parts = re.split(r"[/.-]", number)
        yearly = bool(re.search(r"/(?:19|20)\d\d$", fold(match[1]).replace("O", "0")))
        if len(parts) < 3 or _DATE_LIKE.fullmatch(number) or not ("/" in number or len(parts) > 3):
            continue
        if not (re.search(r"[A-Z]", match[1].upper()) or yearly):
            continue
        found.setdefault(number, _BLANK.sub("", match[1]))
    return tuple(found.values())
