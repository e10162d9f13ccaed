"""The tree of parts -> what a person reads, and what is attached.

The walk is our own and stays out of message/*: mail-parser's text lists mix the text of attached mails with
the text of the mail itself, which would let a quoted letter speak for the sender.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import Message as Part

from maild.message import charset, headers
from maild.message.html import ACTIVE, active, to_text
from maild.message.record import Attachment

_AS_IT_CAME = policy.compat32.clone(max_line_length=None)
_REPORTS = frozenset(
    {"message/delivery-status", "message/disposition-notification", "message/global-delivery-status"}
)
_TAG = re.compile(r"<(?:html|body|div|p|br|table|span)\b", re.IGNORECASE)
_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_ENDINGS = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "text/plain": ".txt",
    "text/html": ".html", "text/calendar": ".ics", "message/rfc822": ".eml", "text/rfc822-headers": ".txt",
}  # fmt: skip


@dataclass(slots=True)
class Body:
    """What the walk found; `reports` are machine-readable parts, `inner` attached mails as parsed."""

    plain: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reports: list[Part] = field(default_factory=list)
    inner: list[Part] = field(default_factory=list)
    headers_only: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)


def walk(root: Part, html_limit: int = 1_000_000) -> Body:
    """Every leaf of the tree once, in order, as body text or as attachment."""
    body = Body()
    names: set[str] = set()
    report = root.get_content_type() == "multipart/report"  # the mail it returns is ours: no attachment
    for part, alternatives in _leaves(root):
        kind = part.get_content_type()
        if kind in _REPORTS:
            body.reports.append(part)
        elif kind.startswith("message/"):
            _attached_mail(part, body, names, keep=not report)
        elif alternatives is not None:
            body.text.append(_best(alternatives, body, html_limit))
        elif _is_body(part, root):
            text = _text(part, body)
            if kind == "text/html":
                _note_active([part], body)
            body.text.append(to_text(text, html_limit) if kind == "text/html" else text)
        else:
            if kind == "text/rfc822-headers":
                body.headers_only.append(_text(part, body))
            if not (report and kind == "text/rfc822-headers"):
                _attach(part, payload(part), body, names)
    return body


def _leaves(root: Part) -> Iterator[tuple[Part, list[Part] | None]]:
    """Leaves in order; the text versions of one multipart/alternative come together, once."""
    stack = [root]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        children = children_of(part)
        if kind.startswith("message/") or not part.is_multipart():
            yield part, None
        elif kind == "multipart/alternative":
            texts, others = _split(children)
            if texts:
                yield part, texts
            stack.extend(reversed(others))
        else:
            stack.extend(reversed(children))


def children_of(part: Part) -> list[Part]:
    """The parts of a multipart; none for a leaf."""
    inner = part.get_payload()
    return [one for one in inner if isinstance(one, Part)] if isinstance(inner, list) else []


def _split(children: list[Part]) -> tuple[list[Part], list[Part]]:
    """Text versions (also the HTML inside a multipart/related) and everything else."""
    texts: list[Part] = []
    others: list[Part] = []
    for child in children:
        if child.is_multipart() and child.get_content_maintype() == "multipart":
            deeper, rest = _split(children_of(child))
            texts += deeper
            others += rest
        elif child.get_content_type() in ("text/plain", "text/html") and not _named(child):
            texts.append(child)
        else:
            others.append(child)
    return texts, others


def _named(part: Part) -> bool:
    return part.get_content_disposition() == "attachment" or bool(filename(part))


def _is_body(part: Part, root: Part) -> bool:
    kind = part.get_content_type()
    if kind.startswith("multipart/"):
        return True  # its boundary is missing or never used: the text is all there is
    if kind not in ("text/plain", "text/html", "text/enriched"):
        return False
    return (part is root and part.get_content_disposition() != "attachment") or not _named(part)


def _best(texts: list[Part], body: Body, html_limit: int) -> str:
    """The plain version, unless it is a stub beside a long HTML one ('your program cannot show ...')."""
    _note_active(texts, body)
    plain = "\n".join(_text(part, body) for part in texts if part.get_content_type() == "text/plain")
    size = len(plain.strip())
    if size >= 400:
        return plain
    marked = [_text(part, body) for part in texts if part.get_content_type() == "text/html"]
    if not marked:
        return plain
    rendered = "\n".join(to_text(text, html_limit) for text in marked)
    return rendered if len(rendered.strip()) > 3 * size + 40 or not size else plain


def _note_active(texts: list[Part], body: Body) -> None:
    """Active HTML is noted also where the plain version is read: a person looks at such a mail (T26)."""
    marked = (part for part in texts if part.get_content_type() == "text/html")
    if any(active(payload(part).decode("latin-1")) for part in marked):
        body.defects.append(ACTIVE)


def payload(part: Part) -> bytes:
    """The bytes of a leaf, transfer encoding undone; damage gives what can be had."""
    try:
        data = part.get_payload(decode=True)
    except Exception:
        raw = part.get_payload()
        return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""
    return data if isinstance(data, bytes) else b""


def _text(part: Part, body: Body) -> str:
    declared = _parameter(part, "charset")
    text, defect = charset.decode(payload(part), declared)
    if defect:
        body.defects.append(defect)
    return text.replace("\0", "")


def _parameter(part: Part, name: str) -> str | None:
    try:
        value = part.get_param(name)
    except Exception:
        return None
    if isinstance(value, tuple):
        value = value[2]
    return value if isinstance(value, str) and value else None


def filename(part: Part) -> str:
    """The name as the sender wrote it, RFC 2231 and RFC 2047 both understood; '' for none."""
    try:
        name = part.get_filename()
    except Exception:
        return ""
    return headers.decoded(str(name)) if name else ""


def _attached_mail(part: Part, body: Body, names: set[str], *, keep: bool) -> None:
    whole = next(iter(children_of(part)), None)
    if whole is None:
        _attach(part, payload(part), body, names)
        return
    body.inner.append(whole)
    if not keep:
        return
    data = _unwrapped(part, whole)
    if data is None:
        try:
            data = whole.as_bytes(policy=_AS_IT_CAME)
        except Exception:
            data = str(whole.get_payload()).encode("utf-8", "surrogateescape")
            body.defects.append("an attached mail could not be kept as it came")
    _attach(part, data, body, names)


def _unwrapped(part: Part, whole: Part) -> bytes | None:
    """A message/rfc822 sent in base64 (forbidden, seen): the parser leaves the code as its text."""
    if str(part.get("content-transfer-encoding", "")).strip().lower() != "base64" or whole.keys():
        return None
    try:
        return base64.b64decode(str(whole.get_payload()).encode("ascii", "ignore"))
    except (binascii.Error, ValueError):
        return None


def _attach(part: Part, data: bytes, body: Body, names: set[str]) -> None:
    kind = part.get_content_type()
    name = filename(part)
    body.attachments.append(
        Attachment(
            filename=name,
            safe_name=safe_name(name, kind, len(body.attachments) + 1, names),
            content_type=kind,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            content=data,
        )
    )


def safe_name(name: str, kind: str, number: int, taken: set[str]) -> str:
    """ASCII, no directory, never empty, unique within the mail (T25)."""
    last = re.split(r"[/\\]", name.replace("%2F", "/").replace("%2f", "/"))[-1]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    plain = _NAME.sub("-", plain).strip(".-_")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    stem, ending = stem[:80].strip(".-_"), ending[:10]
    if not stem or _RESERVED.match(plain):
        stem = f"lampiran-{number}"
    result = f"{stem}.{ending}" if ending else stem + _ENDINGS.get(kind, "")
    while result.lower() in taken:
        stem = f"{stem}-{number}"
        result = f"{stem}.{ending}" if ending else stem + _ENDINGS.get(kind, "")
    taken.add(result.lower())
    return result
