"""The tree of parts -> what a person reads, and what is attached: every leaf is one or the other.

Decisions where mail programs differ (shared/corpus records several projects' choices):
- A nameless text part is text wherever it stands; one that its sender shows inline under a name is text and
  an attachment; one with `Content-Disposition: attachment` is an attachment alone (RFC 2183).
- Of a multipart/alternative one version is read. Inline pictures are attachments, flagged as such.
- An attached mail is an attachment, whole, and a mail of its own: its words are never among the sender's, for
  whom a quoted letter would speak. Only what a delivery report returns (our own mail) is dropped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message

from maild.message import charset, enclosed, enriched, invitation, kinds, mime, names, uuencode
from maild.message.html import ACTIVE, COLOURLESS, active, colourless, to_text
from maild.message.mime import Part, payload
from maild.message.record import Attachment
from maild.message.versions import Version, choose

__all__ = ["Body", "children_of", "payload", "walk"]

# The name Exchange gives to a piece of the text that follows a picture.
_NO_NAME = re.compile(r"(?i)att\d{5,6}\.(?:txt|html?)")
_CID = re.compile(r"(?i)\bcid:([^\"'\s)<>]{1,300})")
_PGP = "-----BEGIN PGP MESSAGE-----"
_NOTICE = re.compile(rb"(?i)multi-?part|\bMIME\b")


@dataclass(slots=True)
class Body:
    """What the walk found; `reports` are machine-readable parts, `inner` attached mails as parsed."""

    text: list[str] = field(default_factory=list)
    rendered: list[str] = field(
        default_factory=list
    )  # HTML that became text, and HTML whose plain version did:
    beside: list[str] = field(default_factory=list)  # its structure tells quotes from answers
    attachments: list[Attachment] = field(default_factory=list)
    reports: list[Part] = field(default_factory=list)
    inner: list[Part] = field(default_factory=list)
    headers_only: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)


def children_of(part: Message) -> list[Part]:
    """The parts of a multipart; none for a leaf."""
    return part.children if isinstance(part, Part) else []


def walk(root: Part, html_limit: int = 1_000_000) -> Body:
    """Every leaf of the tree once, in order, as body text or as attachment."""
    reader = _Reader(root, html_limit)
    for part, versions, report in _leaves(root):
        if versions is not None:
            reader.alternative(versions)
        else:
            reader.leaf(part, report=report)
    return reader.finished()


def _leaves(root: Part) -> Iterator[tuple[Part, list[Part] | None, bool]]:
    """Leaves in order; the text versions of one multipart/alternative come together, once.

    The flag tells the parts of a multipart/report: what it returns is ours.
    """
    stack = [(root, False)]
    while stack:
        part, report = stack.pop()
        kind = part.get_content_type()
        report = report or kind == "multipart/report"
        if not part.children:
            yield part, None, report
            continue
        others = part.children
        if kind == "multipart/alternative":
            texts, others = _split(part.children)
            if texts:
                yield part, texts, report
        stack.extend((child, report) for child in reversed(others))


def _split(children: list[Part]) -> tuple[list[Part], list[Part]]:
    """Text versions (also the HTML inside a multipart/related) and everything else."""
    texts: list[Part] = []
    others: list[Part] = []
    for child in children:
        kind = child.get_content_type()
        if child.children:
            deeper, rest = _split(child.children)
            texts += deeper
            others += rest
        elif (kind in kinds.VERSIONS and not _named(child)) or kind in kinds.SAME_AGAIN:
            texts.append(child)
        else:
            others.append(child)
    return texts, others


def _named(part: Part) -> bool:
    return names.disposition(part) == "attachment" or bool(_name(part))


def _name(part: Part) -> str:
    name = names.filename(part)
    return "" if _NO_NAME.fullmatch(name) and part.get_content_maintype() == "text" else name


class _Reader:
    """What one walk gathers: `names` are the safe names given, `shown` the ids of pictures in the HTML."""

    def __init__(self, root: Part, html_limit: int) -> None:
        self.root, self.html_limit = root, html_limit
        self.body = Body()
        self.names: set[str] = set()
        self.shown: set[str] = set()
        self.spare: list[str] = []  # text that counts where nothing else does

    def leaf(self, part: Part, *, report: bool) -> None:
        kind = part.get_content_type()
        if kind in kinds.REPORTS:
            self.body.reports.append(part)
        if kind in ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"):
            self.body.headers_only.append(self._decoded(part))
            if report:
                return
        if kind in kinds.MAILS:
            self._mail(part, keep=not report)
        elif kind.startswith("message/"):
            if not report:
                self._attach(part, payload(part))
        elif self._is_text(part, kind):
            self._text(part, kind)
        else:
            self._file(part, kind)

    def _is_text(self, part: Part, kind: str) -> bool:
        if kind.startswith("multipart/"):
            return True  # its boundary is missing or never used: the text is all there is
        if not kind.startswith("text/") or kind in kinds.DOCUMENTS:
            return False
        disposition = names.disposition(part)
        if disposition == "attachment":
            return False
        return part is self.root or not _name(part) or (disposition == "inline" and kind == "text/plain")

    def _text(self, part: Part, kind: str) -> None:
        data = payload(part)
        if _binary(data) and not names.parameters(part.header("content-type")).get(
            "charset", ""
        ).lower().startswith("utf"):
            self.body.defects.append("a part declared as text holds none")
            self._attach(part, data)
            return
        self.body.text.append(self._readable(self._decoded(part, data), kind))
        if _name(part) and part is not self.root:
            self._attach(part, data)

    def _readable(self, text: str, kind: str) -> str:
        if kind == "text/html":
            self._note(text)
            self.body.rendered.append(text[: self.html_limit])
            return to_text(text, self.html_limit)
        if kind in ("text/enriched", "text/richtext"):
            return enriched.to_text(text)
        if _PGP in text:
            self.body.defects.append(kinds.OPAQUE["application/pgp-encrypted"])
        if "begin" in text:
            text, files = uuencode.split(text)
            for one in files:
                self._add(one.name, names.kind_of(one.name), one.content)
                if not one.intact:
                    self.body.defects.append("a uuencoded file is cut or damaged")
        return text

    def alternative(self, versions: list[Part]) -> None:
        """One version of the text, or two where they say different things."""
        by_kind: dict[str, list[str]] = {}
        for part in versions:
            kind = part.get_content_type()
            if kind not in kinds.SAME_AGAIN:
                by_kind.setdefault(kind, []).append(self._decoded(part))
        marked = by_kind.get("text/html", [])
        for markup in marked:
            self._note(markup)
        seen = [markup[: self.html_limit] for markup in marked]
        plain = "\n".join(self._readable(text, "text/plain") for text in by_kind.get("text/plain", []))
        rich = by_kind.get("text/enriched", []) + by_kind.get("text/richtext", [])
        rendered = "\n".join(to_text(markup, self.html_limit) for markup in marked)
        version = choose(plain, rendered)
        if version is Version.RENDERED:
            self.body.rendered += seen
        else:
            self.body.beside += seen
            self.body.text.append(plain or "\n".join(enriched.to_text(text) for text in rich))
        if version is not Version.PLAIN:
            self.body.text.append(rendered)

    def _note(self, markup: str) -> None:
        """Pictures the HTML shows; active HTML also where the plain version is read: a person looks (T26)."""
        if active(markup):
            self.body.defects.append(ACTIVE)
        if colourless(markup[: self.html_limit]):
            self.body.defects.append(COLOURLESS)
        if "cid:" in markup or "CID:" in markup:
            self.shown.update(_CID.findall(markup))

    def _decoded(self, part: Part, data: bytes | None = None) -> str:
        data = payload(part) if data is None else data
        declared = names.parameters(part.header("content-type")).get("charset")
        if not declared and part.get_content_type() == "text/html":
            declared = charset.of_html(data)
        text, defect = charset.decode(data, declared)
        if defect:
            self.body.defects.append(defect)
        return text.replace("\0", "")

    def _mail(self, part: Part, *, keep: bool) -> None:
        data = payload(part)
        self.body.inner.append(mime.parse(data))
        if keep:
            self._attach(part, data)

    def _file(self, part: Part, kind: str) -> None:
        """An attachment; what it encloses itself (Outlook's winmail.dat, a mail as a file) is looked into."""
        data = payload(part)
        if kind in kinds.VERSIONS and not names.disposition(part):
            self.spare.append(self._readable(self._decoded(part, data), kind))  # a body that has a name
        name = names.filename(part)
        found = enclosed.look(data, kind, name)
        if found.defect:
            self.body.defects.append(found.defect)
        self.spare += found.text
        self.body.inner += found.mails
        for one in found.files:
            self._add(one.name, one.kind, one.content, one.content_id)
            self.shown.update([one.content_id] if one.shown and one.content_id else [])
        self._attach(part, data)
        if kind == "text/calendar":
            self.spare.append(invitation.to_text(self._decoded(part, data)))
        defect = kinds.OPAQUE.get(kind) or enclosed.sealed(part)
        if defect:
            self.body.defects.append(defect)

    def _attach(self, part: Part, data: bytes) -> None:
        kind = part.get_content_type()
        if kind in kinds.OPAQUE and kind.startswith("message/"):
            self.body.defects.append(kinds.OPAQUE[kind])
        self._add(
            names.filename(part), kind, mime.as_sent(part, data), part.header("content-id").strip(" \t\r\n<>")
        )

    def _add(self, name: str, kind: str, data: bytes, content_id: str = "") -> None:
        self.body.attachments.append(
            Attachment(
                filename=name,
                safe_name=names.safe_name(name, kind, len(self.body.attachments) + 1, self.names),
                content_type=kind,
                size=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                content=data,
                content_id=content_id,
            )
        )

    def finished(self) -> Body:
        self._outside()
        if not any(text.strip() for text in self.body.text):
            self.body.text += self.spare
        if self.shown:
            self.body.attachments = [
                replace(one, inline=True) if one.content_id in self.shown else one
                for one in self.body.attachments
            ]
        return self.body

    def _outside(self) -> None:
        """Text before the first and after the last part: nobody is shown it, so it counts only where
        it is all there is."""
        for part in (one for one in self.root.walk() if isinstance(one, Part)):
            for piece in part.outside:
                if not self.body.attachments and piece.strip() and not _NOTICE.search(piece):
                    self.spare.append(charset.decode(piece)[0])


def _binary(data: bytes) -> bool:
    head = data[:4096]
    return head.count(0) * 50 > len(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
