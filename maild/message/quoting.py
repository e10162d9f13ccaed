"""What this sender newly wrote, apart from quotes, forwards, signatures and disclaimers (domain.md 5.3).

Own line classifier: the libraries know no Indonesian and some take minutes on hostile text. Every pattern is
anchored to a line and bounded, so the whole is linear. The cut is for reading and matching only; the full
text stays with the message, and when in doubt a line is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from maild.message.marks import (
    ABOVE_THIS,
    ANY,
    ATTRIBUTION_ADDRESS,
    ATTRIBUTION_END,
    ATTRIBUTION_GERMAN,
    ATTRIBUTION_START,
    CLOCK,
    FORWARD_LINE,
    IS_FORWARD,
    LABEL,
    LABEL_OF,
    RULE,
    SEPARATOR,
    SHORT_ATTRIBUTION,
    WHEN_OR_WHO,
)
from maild.message.tails import may_have_tail, without_tail

_LONGEST = 1_000_000  # characters looked at; beyond, lines are kept
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


@dataclass(frozen=True, slots=True)
class Split:
    """`new`: what the sender newly wrote; `forward_at`: line where a forwarded mail begins, or None."""

    new: str
    quoted: bool
    forward_at: int | None
    lines: tuple[str, ...]


def split(text: str, *, forwarding: bool = False) -> Split:
    """Part new text from the rest. `forwarding`: the subject says that the mail is passed on (Fwd, Trs)."""
    whole = _LINE_ENDS.sub("\n", text)
    head, rest = whole[:_LONGEST], whole[_LONGEST:]
    if not ANY.search(head):
        new = _tidy(without_tail(head.split("\n")) if may_have_tail(head) else head.split("\n"))
        return Split(new + rest, quoted=False, forward_at=None, lines=())
    lines = head.split("\n")
    new_lines, quoted, forward_at, cut = _classify(lines, forwarding)
    new = _tidy(without_tail(new_lines))
    if not new and not quoted:
        new = _tidy(lines)
    return Split(new if cut else new + rest, quoted, forward_at, tuple(lines))


def _classify(lines: list[str], forwarding: bool) -> tuple[list[str], bool, int | None, bool]:
    """Lines newly written; whether anything was quoted; where a forward begins; whether the rest was cut."""
    kept: list[str] = []
    quoted = False
    i, count = 0, len(lines)
    while i < count:
        line = lines[i]
        bare = line.lstrip(" \t\xa0")
        if bare.startswith(">"):
            unquoted = bare.lstrip("> ")
            if not quoted and (FORWARD_LINE.match(unquoted) or (forwarding and SEPARATOR.match(unquoted))):
                return kept, quoted, i, True  # Apple Mail marks every line of what it passes on
            quoted = True
            kept.append("\0")  # a quote ends the signature above it
            i += 1
            continue
        if not bare:
            kept.append(line)
            i += 1
            continue
        mark = SEPARATOR.match(line) or FORWARD_LINE.match(line)
        if mark:
            passed_on = bool(IS_FORWARD.search(line)) or forwarding
            return kept, quoted or not passed_on, i if passed_on else None, True
        if ABOVE_THIS.search(line) and any(one.strip() for one in kept):
            return kept, True, None, True
        if _starts_header(lines, i, kept):
            while kept and (not kept[-1].strip() or RULE.match(kept[-1])):
                kept.pop()
            passed_on = forwarding or not any(one.strip("\0 \t") for one in kept)
            return kept, quoted or not passed_on, i if passed_on else None, True
        span = _attribution(lines, i)
        if span:
            quoted = True
            after = _next_text(lines, i + span)
            if after is not None and not lines[after].lstrip().startswith((">", "|")):
                return kept, True, None, True
            kept.append("\0")
            i += span
            continue
        kept.append(line)
        i += 1
    return kept, quoted, None, False


def _next_text(lines: list[str], start: int) -> int | None:
    for i in range(start, min(start + 6, len(lines))):
        if lines[i].strip():
            return i
    return None


def _starts_header(lines: list[str], start: int, kept: list[str]) -> bool:
    """A quoted mail header begins here: Dari/From first, or any label below a ruled line (Hotmail)."""
    if not LABEL.match(lines[start]):
        return False
    above = next((one for one in reversed(kept) if one.strip()), "")
    found = fields_at(lines, start) if RULE.match(above) else header_block(lines, start)
    return found is not None and "from" in found


def _attribution(lines: list[str], start: int) -> int:
    """How many lines the 'X wrote:' line at `start` takes (mail programs wrap it), 0 for none.

    `Pada hari Selasa petugas menulis:` without a clock, a date or an address is prose.
    """
    line = lines[start].strip()
    if line.endswith(":") and len(line) <= 120 and SHORT_ATTRIBUTION.match(line):
        after = _next_text(lines, start + 1)
        if after is not None and lines[after].lstrip().startswith(">"):
            return 1
    dated = bool(ATTRIBUTION_START.match(line))
    if not dated and "<" not in line:
        return 0
    joined = ""
    for span in range(1, 5):
        if start + span > len(lines):
            break
        piece = lines[start + span - 1].strip()
        if not piece or (span > 1 and piece.startswith(">") and piece != ">:"):
            break
        joined = f"{joined} {piece}".strip()
        if len(joined) > 500:
            break
        if piece.endswith((":", "-", "*", "：", "_")) and _attributes(joined, dated=dated):
            return span
    return 0


def _attributes(joined: str, *, dated: bool) -> bool:
    """Somebody wrote it at some time. Without a date in front, the verb has to stand by the colon."""
    if dated and ATTRIBUTION_ADDRESS.search(joined[-400:]):
        return True
    if not WHEN_OR_WHO.search(joined):
        return False
    return bool(ATTRIBUTION_END.search(joined[-260:]) or (ATTRIBUTION_GERMAN.search(joined)))


def header_block(lines: list[str], start: int) -> dict[str, str] | None:
    """The quoted header that begins at line `start` (Dari/From first), as role -> value, or None.

    Three labels, one of them dated, timed or with an address: a memo `Dari: … Kepada: … Hal: …` is prose.
    """
    first = LABEL.match(lines[start])
    if not first or LABEL_OF[first[1].lower()] != "from":
        return None
    return fields_at(lines, start)


def fields_at(lines: list[str], start: int) -> dict[str, str] | None:
    """Labels of a mail header in the lines from `start` on, whatever their order."""
    found: dict[str, str] = {}
    role, width = "", 0  # the label last seen; the width of its line tells whether it was wrapped
    for line in lines[start : start + 12]:
        label = LABEL.match(line)
        if label:
            role, width = LABEL_OF[label[1].lower()], len(line)
            found.setdefault(role, label[2].strip())
        elif not line.strip(" >\t*"):
            if len(found) >= 3:
                break
            role = ""
        elif role and len(line) < 200 and (width > 55 or line[:1] in " \t" or "@" in line):
            found[role] = f"{found[role]} {line.strip(' >')}".strip()[:2000]
        else:
            break
    solid = "date" in found or "subject" in found
    dated = bool(CLOCK.search(found.get("date", ""))) or any(
        "@" in found.get(key, "") for key in ("from", "to", "cc")
    )
    return found if len(found) >= 3 and solid and dated else None


def _tidy(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines if line != "\0")
    return re.sub(r"\n{3,}", "\n\n", text).strip()
