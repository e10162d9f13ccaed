"""Several cases in one mail: which words belong to which (a focal point answers two letters at once)."""

from __future__ import annotations

import re
from collections.abc import Callable

from maild.intent import numbers
from maild.intent.meaning import Part
from maild.intent.replies import Reading, Said, said

# 'Kasus 0012:', 'Laporan nomor 0015 -': only the first field of a number, as people list their cases.
_BARE = re.compile(
    r"(?:^|(?<=[.;\n]))[ \t]{0,4}(?:[-*•]|\d{1,2}[.)])?[ \t]{0,3}(?:untuk |terkait |mengenai )?(?:kasus"
    r"|perkara"
    r"|laporan|pengaduan|register|reg|nomor|no)\b\.?[ \t]{0,2}(?:nomor |no\.?"
    r" ?)?#?(0\d{2,4})(?!\d)(?![/.-]\d)(?!\s?[/-])",
    re.IGNORECASE | re.MULTILINE,
)
_TOGETHER = 34  # characters from one number to the next with nothing but 'dan' between them
_MOST = 12  # cases; more is a list, and a person reads it


def parts(
    subject: str, new_text: str, case_pattern: re.Pattern[str], read: Callable[[Said], Reading]
) -> tuple[Part, ...]:
    """One part per case, in the order of the mail; nothing when it speaks of one case alone.

    Words before the first number belong to the case of the subject, if the text does not name that itself.
    """
    text = new_text[:20_000]
    own = next(iter(numbers.find(case_pattern, subject)), None)
    named = _named(text, case_pattern, own)
    cases = list(dict.fromkeys(case for case, _ in named))
    if own is not None and own not in cases and named and said(text[: named[0][1]]).claims:
        named = [(own, 0), *named]
        cases = [own, *cases]
    if not 2 <= len(cases) <= _MOST:
        return ()
    found = []
    for case in cases:
        intent, reasons, until = read(said(_words_on(case, named, text)))
        found.append(Part(case, intent, reasons, until))
    found.sort(key=lambda part: part.case != own)  # the case of the subject first, else as written
    return tuple(found)


def _named(text: str, case_pattern: re.Pattern[str], own: str | None) -> list[tuple[str, int]]:
    """(case, where) in order; a bare first field counts as the whole number where that is given too."""
    whole = numbers.located(case_pattern, text)
    known = {case.split("/")[0]: case for case in [*(case for case, _ in whole), *([own] if own else [])]}
    bare = [(known.get(one[1].zfill(4), one[1]), one.start()) for one in _BARE.finditer(text)]
    return sorted([*whole, *bare], key=lambda one: one[1])


def _words_on(case: str, named: list[tuple[str, int]], text: str) -> str:
    """From each place that names the case to the next that names another, the sentences being whole."""
    pieces: list[str] = []
    for index, (one, at) in enumerate(named):
        if one != case:
            continue
        last = index  # '0012/… dan 0013/…: sudah selesai': what follows is said of both
        while last + 1 < len(named) and named[last + 1][1] - named[last][1] <= _TOGETHER:
            last += 1
        end = len(text)
        if last + 1 < len(named):
            end = max(named[last][1], _start_of_sentence(text, named[last + 1][1]))
        pieces.append(text[_start_of_sentence(text, at) : end])
    return "\n\n".join(pieces)


def _start_of_sentence(text: str, at: int) -> int:
    before = text[max(0, at - 200) : at]
    cut = max(
        before.rfind(mark) for mark in (". ", "! ", "? ", "; ", "\n\n", "\n-", "\n*", "\n1", "\n2", ".\n")
    )
    return at - len(before) + cut + 1 if cut >= 0 else max(0, at - 200)
