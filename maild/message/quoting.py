"""What this sender newly wrote, apart from quotes, signatures and disclaimers (domain.md 5.3).

Own line classifier: the libraries know no Indonesian and some take minutes on hostile text. Every pattern is
anchored to a line and bounded, so the whole is linear. The cut is for reading and matching only; the full
text stays with the message, and when in doubt a line is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from maild.message import answers
from maild.message.attribution import attribution_at
from maild.message.heading import CLOCK, heading_at, label_in, unquoted
from maild.message.layout import Kind, Line, align, end_of_own, hinted, quoted_region
from maild.message.layout import read as read_layout
from maild.message.marks import ABOVE_THIS, EARLIER, INITIALS, RULE, STROKES, separates
from maild.message.tails import is_prose, may_have_tail, without_tail

_LONGEST = 400_000  # characters looked at, some two hundred pages; beyond, lines are kept
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
    signed: list[int] = field(default_factory=list)  # places in `kept` that HTML calls a signature
    cut: int | None = None
    quoted: bool = False

    def written(self) -> bool:
        return any(line != _BREAK and line.strip() for line in self.kept)


def split(
    text: str,
    *,
    shown: Sequence[str] = (),
    beside: Sequence[str] = (),
    author: str = "",
    alone: bool = True,
    reply: bool = True,
) -> Split:
    """Part new text from the rest.

    `shown`: the HTML that `text` was made of; `beside`: HTML of the same mail whose plain version was read.
    Their structure decides where lines leave a doubt. `author`: the sender's display name. `alone`: nothing
    is passed on beside the text; then something of it is new, were it a signature. `reply`: it answers a
    mail; else '>' without an attribution above makes a list.
    """
    whole = _LINE_ENDS.sub("\n", text)
    end = _looked_at(whole)
    head, rest = whole[:end], whole[end:]
    lines = head.split("\n")
    layout = _layout(shown)
    listed = frozenset[int]() if reply else _listed(lines)
    found = _classify(lines, align(lines, layout) if layout else {}, listed)
    new = _own(found, head)
    if beside and (not found.quoted or answers.looks_inside(new)):
        layout = _layout(beside)
        cut = None if found.quoted else end_of_own(lines, layout)
        if cut is not None:
            found = _classify(lines[:cut], {}, listed)
            found.quoted, found.cut = True, cut
            new = _own(found, head)
    if found.quoted and answers.looks_inside(new):
        new = _with_answers(new, found, lines, layout, author)
    if alone and not new and not found.quoted:
        new = _tidy(lines)
    return Split(new if found.cut is not None else new + rest, found.quoted)


def _looked_at(text: str) -> int:
    """How far a text is looked at: to the end of a line, so that no two words grow together there."""
    if len(text) <= _LONGEST:
        return len(text)
    line_end = text.rfind("\n", 0, _LONGEST)
    return line_end if line_end > 0 else len(text[:_LONGEST].rstrip())


def _layout(markups: Sequence[str]) -> list[Line]:
    return [line for markup in markups if hinted(markup) for line in read_layout(markup)]


def _own(found: _Sorted, text: str) -> str:
    kept = found.kept
    signed = set(found.signed)
    if signed and not is_prose([kept[i] for i in found.signed]):
        rest = [line for i, line in enumerate(kept) if i not in signed]
        kept = rest if any(line.strip("\0 \t") for line in rest) else kept
    return _tidy(without_tail(kept) if may_have_tail(text) else kept)


def _with_answers(new: str, found: _Sorted, lines: Sequence[str], layout: Sequence[Line], author: str) -> str:
    """The new text, and below it what the sender wrote into the quote."""
    below: Sequence[str] = lines[found.cut :] if found.cut is not None else ()
    cited: Sequence[str] = found.cited
    region = quoted_region(layout)
    if region:
        below, cited = [line.text for line in region], ()
    coloured = frozenset(line.text for line in region if line.coloured)
    if len(coloured) > 0.6 * len(region):
        coloured = frozenset()  # it is the colour of the whole quote
    more = answers.inside(cited, below, coloured, author, paragraphs=bool(region))
    return "\n\n".join(filter(None, (new, "\n".join(more))))


def _classify(lines: Sequence[str], kinds: Mapping[int, Line], listed: frozenset[int]) -> _Sorted:
    """Every line once: new, quoted, or the line from which on all is quoted."""
    found = _Sorted()
    marked = _marked_lines(lines) - listed
    marked.update(i for i, line in kinds.items() if line.kind is Kind.QUOTE)
    i = 0
    while i < len(lines) and found.cut is None:
        line = lines[i]
        kind = kinds.get(i)
        if i in marked:
            i += _marked(lines, i, found, marked, kind)
        elif not line.strip():
            found.kept.append(line)
            i += 1
        elif _ends_here(lines, i, found, kind):
            found.quoted, found.cut = True, i
            while found.kept and (not found.kept[-1].strip() or STROKES.match(found.kept[-1])):
                found.kept.pop()  # the line that some programs draw above the header
        elif kind is not None and kind.kind is Kind.SIGNATURE:
            found.signed.append(len(found.kept))
            found.kept.append(line)
            i += 1
        else:
            i += _attributed(lines, i, found, marked)
    return found


def _marked(lines: Sequence[str], i: int, found: _Sorted, marked: set[int], kind: Line | None) -> int:
    """Take the marked line `i` away; how many lines that were."""
    line = lines[i]
    if line.lstrip().startswith(">"):
        own = kind is not None and kind.kind is Kind.OWN
        if own and not found.quoted and not _below_attribution(lines, i):
            found.kept.append(line.lstrip("> "))  # HTML: a paragraph moved in, and nothing quoted so far
            return 1
    elif attribution_at(lines, i) is not None:
        return _attributed(lines, i, found, marked)
    found.quoted = True
    found.cited.append(line)
    found.kept.append(_BREAK)  # a quote ends the signature above it
    return 1


def _attributed(lines: Sequence[str], i: int, found: _Sorted, marked: set[int]) -> int:
    """Keep line `i`, or take the attribution that begins there away; how many lines that were."""
    attribution = attribution_at(lines, i)
    if attribution is None:
        found.kept.append(lines[i])
        return 1
    after = _next_text(lines, i + attribution.lines)
    if attribution.sure and after is not None and after not in marked and lines[after].lstrip()[:1] != "|":
        if not (attribution.addressed or found.written()):
            found.kept += lines[i : i + attribution.lines]  # a mail that begins so tells a story
            return attribution.lines
        found.cut = i
    found.quoted = True
    if i and STROKES.match(lines[i - 1]) and found.kept and found.kept[-1] == lines[i - 1]:
        found.kept.pop()  # the line that some programs draw above it
    found.kept.append(_BREAK)
    return attribution.lines


def _ends_here(lines: Sequence[str], i: int, found: _Sorted, kind: Line | None) -> bool:
    """From line `i` on another mail is quoted without a mark on each line."""
    line = lines[i]
    if separates(line) or (i and EARLIER.match(line) and STROKES.match(lines[i - 1])):
        return True
    if ("above this" in line or "di atas" in line) and ABOVE_THIS.search(line):
        return found.written()
    header = kind.header if kind is not None else ""
    if header == "sure" and found.written():
        return True
    label = label_in(unquoted(line)[0])
    if label is None:
        return False
    above = next((one for one in reversed(found.kept[-4:]) if one.strip()), "")
    ruled = bool(header) or (above != _BREAK and bool(RULE.match(above)))
    heading = heading_at(lines, i, marked=ruled) if ruled or label[0] == "from" else None
    if heading is None or header == "sure":
        return heading is not None
    clocked = CLOCK.search(heading.fields.get("date", "")) is not None
    # A form below a line, or at the very top, may name an address; programs give the hour as well.
    return clocked if not found.written() else clocked or heading.addressed


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


def _listed(lines: Sequence[str]) -> frozenset[int]:
    """'>' as the bullets of a list: items that begin like items, none of them empty, nobody quoted above."""
    marked = [i for i, line in enumerate(lines) if line.lstrip().startswith(">")]
    items = [lines[i].strip("> \t\xa0") for i in marked]
    if not items or len(items) > 25 or _below_attribution(lines, marked[0]):
        return frozenset()
    return (
        frozenset(marked)
        if all(one and not one[0].islower() and len(one) < 200 for one in items)
        else frozenset()
    )


def _below_attribution(lines: Sequence[str], i: int) -> bool:
    above = next((at for at in range(i - 1, max(-1, i - 4), -1) if lines[at].strip()), None)
    if above is None:
        return False
    starts = ((at, attribution_at(lines, at)) for at in range(above, max(-1, above - 4), -1))
    return any(found is not None and at + found.lines == above + 1 for at, found in starts)


def _next_text(lines: Sequence[str], start: int) -> int | None:
    for i in range(start, min(start + 6, len(lines))):
        if lines[i].strip():
            return i
    return None


def _tidy(lines: Sequence[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines if line != _BREAK)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
