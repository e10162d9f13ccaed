"""What stands below the words of a mail: signatures, trailers of telephones, disclaimers, footers of lists.

A closing name, an address or a telephone number without a signature mark stays: in a report they are data.
So does everything that speaks as a person does ('identitas saya rahasia' is a request, not a disclaimer).
"""

from __future__ import annotations

from collections.abc import Iterator

from maild.message.marks import RULE
from maild.message.tail_words import (
    BY_DEVICE,
    DEVICE_FROM_BEHIND,
    FRAME,
    HEADED,
    LINK,
    LIST_FOOTER,
    MAIL_ITSELF,
    MORE,
    MY_DEVICE,
    NAMED_DEVICE,
    OF_PAPER,
    OF_READERS,
    OF_SECRETS,
    OF_THE_MAIL,
    PERSON,
    PROOF,
    SIGNATURE,
    SPEECH,
    TAIL_WORDS,
    UNSEEN,
)

_FRAME_LINES = 30
_WORDS_OF_PROSE = 25
_FULL_LINE = 55


def may_have_tail(text: str) -> bool:
    """A cheap look at the whole text: without one of these words there is nothing to take away."""
    lower = text.lower()
    return any(word in lower for word in TAIL_WORDS.split("|"))


def without_tail(lines: list[str]) -> list[str]:
    """Without signature (RFC 3676 section 4.3), mobile trailers and disclaimers; quotes are marked by NUL."""
    out: list[str] = []
    segment: list[str] = []
    for line in [*lines, "\0"]:
        if line == "\0":
            out += _segment(segment, bool(out))
            segment = []
        else:
            segment.append(line)
    return out


def _segment(lines: list[str], later: bool) -> list[str]:
    """One run of new lines between two quotes."""
    if not any(line.strip() for line in lines):
        return lines
    kept = _without_disclaimers(_without_frames(lines[: _signature_at(lines)]), later)
    return _without_trailers(kept)


def _signature_at(lines: list[str]) -> int:
    """Where the signature begins. Prose below the mark is no signature: a kept one is the smaller error."""
    count = len(lines)
    for i in range(max(0, count - 40), count):
        if SIGNATURE.match(lines[i]) and not any(
            is_prose(lines[i + 1 :][first:last]) for first, last in _paragraphs(lines[i + 1 :])
        ):
            return i
    return count


def is_prose(paragraph: list[str]) -> bool:
    """A person tells something: too many words for a signature."""
    joined = " ".join(paragraph)
    full = len(joined) >= _FULL_LINE * max(1, len(paragraph) - 1)  # lines of a signature are short
    return full and len(joined.split()) >= _WORDS_OF_PROSE and not PROOF.search(joined)


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines between blank lines and ruled lines, as (first, last + 1)."""
    start: int | None = None
    for i, line in enumerate(lines):
        if not line.strip() or RULE.match(line):
            if start is not None:
                yield start, i
            start = None
        elif start is None:
            start = i
    if start is not None:
        yield start, len(lines)


def _without_frames(lines: list[str]) -> list[str]:
    """Footers between two ruled lines, and those of mailing lists below one; what stands below them stays."""
    out: list[str] = []
    i = 0
    while i < len(lines):
        frame = FRAME.match(lines[i])
        end = _frame_end(lines, i, frame[1]) if frame and any(line.strip() for line in out) else 0
        if end:
            i = end
            _without_title(out)
        else:
            out.append(lines[i])
            i += 1
    return out


def _without_title(out: list[str]) -> None:
    """'Disclaimer' alone above the frame goes with it."""
    while out and not out[-1].strip():
        out.pop()
    if out and len(out[-1].split()) <= 3 and HEADED.match(out[-1].rstrip()):
        out.pop()
    out.append("")


def _frame_end(lines: list[str], start: int, stroke: str) -> int:
    """Line after the footer that begins with the rule at `start`, or 0."""
    inside: list[str] = []
    for i in range(start + 1, min(start + _FRAME_LINES, len(lines))):
        frame = FRAME.match(lines[i])
        if frame and frame[1] == stroke:
            again = i + 1 < len(lines) and lines[i + 1].strip()  # this rule opens the next footer as well
            return (i if again else i + 1) if _footer(inside) else 0
        inside.append(lines[i])
    short = [line for line in inside if line.strip()]
    if start + 1 + len(inside) == len(lines) and len(short) <= 5 and LIST_FOOTER.search(" ".join(short)):
        return len(lines)
    return 0


def _footer(inside: list[str]) -> bool:
    joined = " ".join(inside)
    return not PERSON.search(joined) and MAIL_ITSELF.search(joined) is not None and _proves(joined)


def _without_disclaimers(lines: list[str], later: bool) -> list[str]:
    """A disclaimer stands last, at the head of a paragraph, and its words prove it."""
    dropped: set[int] = set()
    running = False
    before = later
    for first, last in _paragraphs(lines):
        joined = " ".join(lines[first:last])[:3000]
        running = (
            not PERSON.search(joined)
            and before
            and (_disclaims(lines, first, joined) or (running and _goes_on(joined)))
        )
        if running:
            ruled = next((i for i in range(max(0, first - 3), first) if RULE.match(lines[i])), first)
            dropped.update(range(ruled, last))
        before = True
    if dropped:
        first = min(dropped)
        rest = (line for i, line in enumerate(lines[first:], first) if i not in dropped)
        if not any(line.strip() and not RULE.match(line) for line in rest):
            return lines[:first]
    return [line for i, line in enumerate(lines) if i not in dropped]


def _disclaims(lines: list[str], first: int, joined: str) -> bool:
    if not HEADED.match(lines[first].rstrip()):
        return OF_THE_MAIL.match(joined) is not None and _proves(joined)
    following = " ".join(lines[first : first + 8])
    return _proves(following) and not PERSON.search(following)


def _proves(joined: str) -> bool:
    """Secrets and unnamed readers of a mail, or paper and viruses."""
    about_mail = MAIL_ITSELF.search(joined) is not None
    secret = OF_SECRETS.search(joined) is not None and OF_READERS.search(joined) is not None
    return OF_PAPER.search(joined) is not None or (about_mail and secret)


def _goes_on(joined: str) -> bool:
    return bool(MAIL_ITSELF.search(joined) and (PROOF.search(joined) or MORE.search(joined)))


def _without_trailers(lines: list[str]) -> list[str]:
    """Trailers stand alone in their paragraph, or last."""
    shown = [i for i, line in enumerate(lines) if line.strip()]
    gone: set[int] = set()
    for place, i in reversed(list(enumerate(shown))):
        if len(lines[i]) > 320 or not _is_trailer(lines[i]):
            continue
        last = len(shown) - place <= 6 and all(other in gone for other in shown[place + 1 :])
        if last or _alone(lines, i, gone):
            gone.add(i)
    kept = [line for i, line in enumerate(lines) if i not in gone]
    while gone and kept and (not kept[-1].strip() or RULE.match(kept[-1])):
        kept.pop()  # the line drawn above the trailer
    return kept


def _alone(lines: list[str], i: int, gone: set[int]) -> bool:
    return all(
        at < 0 or at >= len(lines) or at in gone or not lines[at].strip() or RULE.match(lines[at])
        for at in (i - 1, i + 1)
    )


def _is_trailer(line: str) -> bool:
    bare = LINK.sub("", line).strip(" \t\xa0*_[]()<>|" + UNSEEN)
    if DEVICE_FROM_BEHIND.match(bare):
        return True
    if BY_DEVICE.match(bare):
        words = bare.split()
        return (
            len(words) <= 14 and bool(NAMED_DEVICE.search(bare)) and not SPEECH.search(bare.rstrip("."))
        ) or bool(MY_DEVICE.match(bare))
    return False
