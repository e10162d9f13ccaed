"""Attachments that hold a mail or attachments of their own: winmail.dat, .msg, .eml; and sealed ones.

The file itself stays an attachment as well, byte for byte, beside what was found in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from maild.message import mapi, mime, names, outlook, tnef
from maild.message.html import to_text
from maild.message.mime import Part

_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})


@dataclass(frozen=True, slots=True)
class File:
    """An attachment that came inside another one; `shown` where the HTML shows it itself."""

    name: str
    kind: str
    content: bytes
    content_id: str = ""
    shown: bool = False


@dataclass(slots=True)
class Found:
    """What an attachment encloses; `text` counts only where the mail has no text of its own."""

    text: list[str] = field(default_factory=list)
    mails: list[Part] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    defect: str | None = None


def look(data: bytes, kind: str, name: str) -> Found:
    """What is in this attachment, as far as it is one of those."""
    if kind in _TNEF or name.lower() == "winmail.dat" or data.startswith(tnef.SIGNATURE):
        return _winmail(data)
    mail = mail_in(data, kind, name)
    return Found(mails=[mail]) if mail is not None else Found()


def mail_in(data: bytes, kind: str, name: str) -> Part | None:
    """The mail that an attachment is: a .msg, or a .eml whatever type a webmail gave it."""
    if data.startswith(outlook.MAGIC):
        mail = outlook.as_mail(data)
        return mime.parse(mail) if mail is not None else None
    if kind.startswith("message/rfc822") or name.lower().endswith(".eml"):
        tree = mime.parse(data)
        return tree if any(tree.header(key) for key in ("from", "subject", "date", "message-id")) else None
    return None


def _winmail(data: bytes) -> Found:
    item = tnef.read(data)
    if item is None:
        return Found(defect="winmail.dat is damaged")
    plain, html = mapi.versions(item)
    files = [_file(one) for one in item.attachments]
    kept = [one for one in files if one.content]
    whole = item.whole and len(kept) == len(files)
    return Found(
        text=[plain or to_text(html)] if plain or html else [],
        files=kept,
        defect=None if whole else "winmail.dat is cut or damaged",
    )


def _file(one: mapi.Item) -> File:
    content_id = one.text(mapi.CONTENT_ID).strip("<> ")
    shown = bool(mapi.int_of(one, mapi.FLAGS) & mapi.SHOWN_IN_HTML)
    if one.inner is not None:
        return File(one.file_name, "message/rfc822", mapi.as_mail(one.inner), content_id, shown)
    name = one.file_name
    kind = names.content_type(one.text(mapi.MIME_TYPE)) or names.kind_of(name)
    return File(name, kind, one.data(mapi.DATA), content_id, shown)


def sealed(part: Part) -> str | None:
    """S/MIME that hides its content (RFC 8551): kept as it is."""
    kind = part.get_content_type()
    if kind not in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return None
    form = names.parameters(part.header("content-type")).get("smime-type", "").lower()
    if form == "signed-data":
        return "signed as a whole (S/MIME): the text is inside the attachment"
    return "encrypted: nobody but the holder of the key reads it"
