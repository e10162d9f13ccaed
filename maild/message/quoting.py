"""What this sender newly wrote, apart from quotes, signatures and disclaimers (domain.md 5.3).

Own line classifier: the libraries know no Indonesian and some take minutes on hostile text. Every pattern is
anchored to a line and bounded, so the whole is linear. The cut is for reading and matching only; the full
text stays with the message, and when in doubt a line is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from maild.message.attribution import attribution_at
from maild.message.heading import heading_at, label_in, unquoted
from maild.message.marks import ABOVE_THIS, EARLIER, INITIALS, RULE, STROKES, separates
from maild.message.tails import may_have_tail, without_tail

_LONGEST = 1_000_000  # characters looked at; beyond, lines are kept
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_BREAK = "\0"  # stands for a quote among the lines kept
_COMPARES = re.compile(r">{1,2}\s?(?:=\s?)?(?:Rp\.?\s?)?\d")


@dataclass(frozen=True, slots=True)
class Split:
    """`new`: what the sender newly wrote; `quoted`: whether anything of another mail stood beside it."""

    new: str
    quoted: bool


@dataclass(slots=True)
class _Sorted:
    """Lines on the way: `kept` with a break for every quote, `cited` the lines of quotes, `cut` the rest."""

    kept: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    cut: int | None = None
    quoted: bool = False


def split(text: str) -> Split:
    """Part new text from the rest."""
    whole = _LINE_ENDS.sub("\n", text)
    head, rest = whole[:_LONGEST], whole[_LONGEST:]
    lines = head.split("\n")
    found = _classify(lines)
    new = _tidy(without_tail(found.kept) if may_have_tail(head) else found.kept)
    if not new and not found.quoted:
        new = _tidy(lines)
    return Split(new if found.cut is not None else new + rest, found.quoted)


def _classify(lines: Sequence[str]) -> _Sorted:
    """Every line once: new, quoted, or the line from which on all is quoted."""
    found = _Sorted()
    marked = _marked_lines(lines)
    i = 0
    while i < len(lines):
        line = lines[i]
        if i in marked:
            found.quoted = True
            found.cited.append(line)
            found.kept.append(_BREAK)  # a quote ends the signature above it
            i += 1
        elif not line.strip():
            found.kept.append(line)
            i += 1
        elif _ends_here(lines, i, found):
            found.quoted, found.cut = True, i
            while found.kept and (not found.kept[-1].strip() or STROKES.match(found.kept[-1])):
                found.kept.pop()  # the line that some programs draw above the header
            break
        else:
            i += _attributed(lines, i, found)
            if found.cut is not None:
                break
    return found


def _attributed(lines: Sequence[str], i: int, found: _Sorted) -> int:
    """Keep line `i`, or take the attribution that begins there away; how many lines that were."""
    attribution = attribution_at(lines, i)
    if attribution is None:
        found.kept.append(lines[i])
        return 1
    found.quoted = True
    found.kept.append(_BREAK)
    after = _next_text(lines, i + attribution.lines)
    if attribution.sure and after is not None and not lines[after].lstrip().startswith((">", "|")):
        found.cut = i
    return attribution.lines


def _ends_here(lines: Sequence[str], i: int, found: _Sorted) -> bool:
    """From line `i` on another mail is quoted without a mark on each line."""
    line = lines[i]
    if separates(line) or (i and EARLIER.match(line) and STROKES.match(lines[i - 1])):
        return True
    if ("above this" in line or "di atas" in line) and ABOVE_THIS.search(line):
        return any(one != _BREAK and one.strip() for one in found.kept)
    label = label_in(unquoted(line)[0])
    if label is None:
        return False
    above = next((one for one in reversed(found.kept[-4:]) if one.strip()), "")
    ruled = above != _BREAK and bool(RULE.match(above))
    return (ruled or label[0] == "from") and heading_at(lines, i, marked=ruled) is not None


def _marked_lines(lines: Sequence[str]) -> set[int]:
    """Lines that a quote mark begins: '>' (RFC 3676 section 4.5), 'JD>' in runs, '|' below an attribution.

    A lone '> 5 juta' without any other mark in the mail compares; '>>' without any '>' points.
    """
    marked: set[int] = set()
    deep = plain = 0
    for i, line in enumerate(lines):
        bare = line.lstrip(" \t\xa0")
        if bare.startswith(">"):
            marked.add(i)
            nested = bare[1:].lstrip().startswith(">")
            deep, plain = deep + nested, plain + (not nested)
        elif bare.startswith("|"):
            if i and (i - 1 in marked or _below_attribution(lines, i)):
                marked.add(i)
        elif INITIALS.match(bare) and any(
            INITIALS.match(one) for one in (*lines[i - 1 : i], *lines[i + 1 : i + 2])
        ):
            marked.add(i)
    if (deep and not plain) or (plain == 1 and not deep):
        alone = [i for i in marked if lines[i].lstrip().startswith(">")]
        if not any(_below_attribution(lines, i) for i in alone[:1]) and (
            deep or _COMPARES.match(lines[alone[0]].lstrip())
        ):
            marked.difference_update(alone)
    return marked


def _below_attribution(lines: Sequence[str], i: int) -> bool:
    above = next((line.rstrip(" *_-–—=~") for line in reversed(lines[max(0, i - 3) : i]) if line.strip()), "")
    return above.endswith((":", "：", "wrote"))


def _next_text(lines: Sequence[str], start: int) -> int | None:
    for i in range(start, min(start + 6, len(lines))):
        if lines[i].strip():
            return i
    return None


def _tidy(lines: Sequence[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines if line != _BREAK)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
