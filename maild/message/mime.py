"""Raw bytes -> the tree of parts (RFC 2045, 2046). Nothing is copied: a part knows where it stands.

The standard parser turns a mail into text, line by line, and writes an attached mail anew when its bytes are
asked for. Here a part is a span of the raw mail: attached mails stay byte for byte what they were, a mail of
24 MB needs no second copy, and what programs break (boundaries, header lines) is read as it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from maild.message import names, transfer

# RFC 5322 section 4.5: blanks before the colon are obsolete, but must be understood.
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_KNOWN = re.compile(
    rb"(?i)(?:from|to|cc|subject|date|message-id|mime-version|content-[a-z-]{1,30}|received|reply-to|sender"
    rb"|return-path|references|in-reply-to|x-[a-z0-9-]{1,60})[ \t]*:"
)
# A multipart whose own boundary never occurs: the first line of dashes that MIME headers follow.
_LIKELY = re.compile(rb"(?im)^--([^\s-][^\r\n]{0,68}?)[ \t]*\r?\n(?=content-[a-z-]{1,30}[ \t]*:)")
# Words after the boundary are allowed (RFC 2046 section 5.1.1), a longer boundary is another one.
_ENDS = re.compile(rb"(?:--)?(?:[ \t]|$)")
_DEEPEST = 30  # multiparts inside each other; what is deeper stays whole
_WIDEST = 1_000  # parts of one multipart


class Part(Message):
    """One entity: `raw[start:end]`, its content from `body` on. Headers as the compat32 policy keeps them."""

    def __init__(self, raw: bytes, start: int, end: int) -> None:
        super().__init__()
        self.raw, self.start, self.body, self.end = raw, start, start, end
        self.children: list[Part] = []
        self.outside: list[bytes] = []  # before the first and after the last delimiter of a multipart
        self.old_mac = False  # its lines ended in CR alone
        self.bare = False  # made of parts that stand outside: there are no headers to read
        self.faults: list[str] = []
        self._kind: str | None = None

    @property
    def content(self) -> memoryview:
        """The content as it was sent, transfer encoding and all."""
        return memoryview(self.raw)[self.body : self.end]

    def get_content_type(self) -> str:
        """Lower case; text/plain (message/rfc822 in a digest) where nothing usable is declared."""
        if self._kind is None:
            declared = names.content_type(self.header("content-type"))
            self._kind = declared or self.get_default_type()
        return self._kind

    def header(self, name: str) -> str:
        """The first header of that name as it was sent, 8-bit bytes as surrogates; '' for none."""
        for key, value in self.raw_items():
            if key.lower() == name:
                return str(value)
        return ""

    def is_multipart(self) -> bool:
        return bool(self.children)

    def get_payload(self, i=None, decode=False):  # type: ignore[no-untyped-def]
        """As the standard class does it, for code that knows no more than that class."""
        if self.children:
            return None if decode else (self.children if i is None else self.children[i])
        if decode:
            return payload(self)
        return bytes(self.content).decode("ascii", "surrogateescape")


def parse(raw: bytes) -> Part:
    """The tree of a whole mail. Attached mails are leaves: `parse` their content on demand."""
    old_mac = b"\n" not in raw and b"\r" in raw
    if old_mac:
        raw = raw.replace(b"\r", b"\n")  # an old Macintosh, or a gateway
    start = 0
    while raw.startswith((b"\r\n", b"\n"), start):
        start = raw.index(b"\n", start) + 1
    root = Part(raw, start if _FIELD.match(raw, start) else 0, len(raw))
    root.old_mac = old_mac
    _read(root)
    return root


def payload(part: Message) -> bytes:
    """The bytes of a leaf, transfer encoding undone; damage gives what can be had."""
    if not isinstance(part, Part):
        return bytes(part.get_payload(decode=True) or b"")
    data, defect = transfer.undo(
        part.content, part.header("content-transfer-encoding"), part.get_content_type()
    )
    if defect:
        part.faults.append(defect)
    return data


def as_sent(part: Part, data: bytes) -> bytes:
    """The payload with the line ends it came with, where the whole mail had others."""
    encoded = part.header("content-transfer-encoding").strip().lower() in ("base64", "quoted-printable")
    return data.replace(b"\n", b"\r") if part.old_mac and not encoded else data


def inner(part: Part) -> Part:
    """The mail inside a message/rfc822 part (also where it was encoded, which RFC 2046 forbids)."""
    return parse(payload(part))


def _read(root: Part) -> None:
    waiting = [(root, 0)]
    while waiting:
        part, depth = waiting.pop()
        if not part.bare:
            part.body = _headers(part)
        if part.get_content_maintype() == "multipart" and depth < _DEEPEST:
            _unpack(part)
            _split(part)
            waiting += [(child, depth + 1) for child in part.children]


def _headers(part: Part) -> int:
    """Read the header lines; where the content starts."""
    raw, at, end = part.raw, part.start, part.end
    field: list[bytes] = []
    while at < end:
        line_end = raw.find(b"\n", at, end)
        after = end if line_end < 0 else line_end + 1
        line = raw[at:after]
        found = _FIELD.match(line)
        if line in (b"\n", b"\r\n"):
            at = after
            break
        if found:
            _keep(part, field)
            field = [found[1], line[found.end() :]]
        elif field and (line[0] in b" \t" or _goes_on(raw, after, end)):
            field.append(line)  # folded, or broken by a program that cannot fold
        elif not field and (not line.strip() or line.lstrip(b">").startswith(b"From ")):
            pass  # the separator of an mbox
        elif not field and _goes_on(raw, after, end):
            part.faults.append("a header line that is none")
        else:
            break  # the empty line is missing: this is the content already
        at = after
    _keep(part, field)
    return at


def _goes_on(raw: bytes, at: int, end: int) -> bool:
    """Whether a line that is no header line stands among header lines: one that mail has follows soon."""
    for _ in range(3):
        if _KNOWN.match(raw, at):
            return True
        line_end = raw.find(b"\n", at, end)
        if line_end < 0 or not raw[at:line_end].strip():
            return False
        at = line_end + 1
    return False


def _keep(part: Part, field: list[bytes]) -> None:
    if field:
        value = b"".join(field[1:]).decode("ascii", "surrogateescape")
        part.set_raw(field[0].decode("ascii"), value.strip(" \t\r\n"))


def _unpack(part: Part) -> None:
    """A multipart in base64 or quoted-printable is forbidden (RFC 2045 section 6.4), and seen."""
    encoding = part.header("content-transfer-encoding").strip().lower()
    mark = _boundary(part)
    if encoding in ("base64", "quoted-printable") and b"--" + mark not in part.raw[part.body : part.end]:
        data = payload(part)
        if mark and b"--" + mark in data:
            part.raw, part.start, part.body, part.end = data, 0, 0, len(data)


def _boundary(part: Part) -> bytes:
    declared = names.parameters(part.header("content-type")).get("boundary", "")
    return declared.encode("utf-8", "surrogateescape").rstrip()


def _split(part: Part) -> None:
    mark = _boundary(part)
    pieces = list(_pieces(part, mark)) if mark else []
    if not pieces:
        likely = _LIKELY.search(part.raw, part.body, part.end)
        if likely:
            part.faults.append("the boundary of a multipart is another than declared")
            pieces = list(_pieces(part, likely[1]))
    default = "message/rfc822" if part.get_content_type() == "multipart/digest" else "text/plain"
    for start, end, inside in pieces:
        child = Part(part.raw, start, end)
        child.old_mac = part.old_mac
        child.set_default_type(default)
        if inside:
            part.children.append(child)
        elif _LIKELY.search(part.raw, start, end):
            part.faults.append("parts outside of the boundaries")
            child.bare, child._kind = True, "multipart/mixed"
            part.children.append(child)
        else:
            mark_end = part.raw.find(b"\n", start, end) if part.children else start - 1
            part.outside.append(part.raw[mark_end + 1 : end])


def _pieces(part: Part, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Spans between delimiter lines (RFC 2046 section 5.1.1); the line end before one belongs to it.

    The flag is False for what stands before the first and after the last.
    """
    raw, at, end = part.raw, part.body, part.end
    opened: int | None = None
    outside = at  # after the last delimiter, from that line on: it may be the first one of other parts
    for found, after, closing in _delimiters(raw, at, end, b"--" + mark):
        before = _without_line_end(raw, at, found)
        if opened is not None:
            yield opened, max(opened, before), True
        else:
            yield outside, max(outside, before), False
        opened, outside = (None, found) if closing else (after, after)
        at = after
    if opened is not None:
        yield opened, end, True
    elif outside < end:
        yield outside, end, False


def _delimiters(raw: bytes, start: int, end: int, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where a delimiter line starts, where the next line does, and whether it closes the multipart.

    What stands within a line, or goes on behind the boundary, is told by a few bytes: the end of the line is
    looked for only behind a delimiter, or a line of a million would be searched as often (T21).
    """
    at = raw.find(mark, start, end)
    count = 0
    while at != -1 and count < _WIDEST:
        after = at + 1
        if at == start or raw[at - 1] in b"\r\n":
            behind = at + len(mark)
            tail = raw[behind : min(end, behind + 80)].split(b"\n", 1)[0].rstrip()
            if _ENDS.match(tail):
                line_end = raw.find(b"\n", at, end)
                after = end if line_end < 0 else line_end + 1
                count += 1
                yield at, after, tail.startswith(b"--")
        at = raw.find(mark, after, end)


def _without_line_end(raw: bytes, start: int, end: int) -> int:
    if end > start and raw[end - 1] == 0x0A:
        end -= 1
    if end > start and raw[end - 1] == 0x0D:
        end -= 1
    return end
