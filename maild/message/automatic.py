"""Mail that no person wrote: automatic replies (RFC 3834), lists and newsletters, receipts (RFC 8098).

A person's mail that is taken for a machine's is read by nobody. So the header decides where it speaks, and
words alone only where they fill the mail and say nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from maild.message import automatic_words as words
from maild.message import ticket_words
from maild.message.body import children_of
from maild.message.mime import Part

COMPLAINT_ABOUT = words.COMPLAINT_ABOUT
Headers = Mapping[str, tuple[str, ...]]
_NOTICE = 1_200  # characters of a notice of absence; what is longer says more
_ACKNOWLEDGEMENT = 2_500
_FOLDED = str.maketrans(
    {"\xa0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None, "’": "'", "‘": "'", "–": "-"}
)
_WRAPPED = re.compile(r"(?<!\n)[ \t]{0,4}\n[ \t]{0,4}(?![\n\-*•>])")
_PROVING = ("confirm", "verif", "prove", "authentic", "konfirmasi", "bukti", "click", "klik")
_ANSWER = re.compile(r"^\s*(?:re|bls|balas|fwd?|fw|tr|wg)\s*:", re.IGNORECASE)


def flat(text: str) -> str:
    """Lines that a mail program wrapped joined again, blanks and quotation marks of one kind."""
    return _WRAPPED.sub(" ", text.translate(_FOLDED)).strip()


def automatic(headers: Headers, subject: str, new_text: str) -> bool:
    """An automatic reply: RFC 3834 header, one of its older kin, or the wording alone."""
    subject = subject[:1000]
    return (
        marked(headers)
        or prefixed(headers, subject)
        or away(new_text, answers=_answers(headers, subject))
        or ticket(headers, subject, new_text)
        or challenge(subject, new_text)
    )


def marked(headers: Headers) -> bool:
    """The header says so: RFC 3834 section 5, or what responders wrote before it was agreed."""
    if submitted(headers) not in ("", "no"):
        return True
    if any(_first(headers, name).strip().lower() not in ("", "no", "false") for name in words.RESPONDERS):
        return True
    precedence = _first(headers, "precedence").lower()
    return (
        "auto_reply" in precedence
        or "auto-reply" in precedence
        or "autoresponder" in _first(headers, "x-post-messageclass").lower()
        or "out-of-office" in _first(headers, "x-auto-response").lower()
        or "oof" in _first(headers, "x-ms-exchange-message-class").lower()
        or bool(words.RESPONDER_PROGRAM.search(_mailer(headers)))
    )


def submitted(headers: Headers) -> str:
    """Auto-Submitted (RFC 3834): '', no, auto-generated, auto-replied, auto-notified, or something else."""
    return re.split(r"[\s;(]", _first(headers, "auto-submitted").strip().lower(), maxsplit=1)[0]


def prefixed(headers: Headers, subject: str) -> bool:
    """The subject as responders change it. Who answers a responder keeps its words, behind his own 'Re:'."""
    if _ANSWER.match(subject):
        return False
    if words.PREFIX.match(subject) or words.NOTES.search(subject):
        return True
    state = words.STATE.match(subject)
    return state is not None and (_answers(headers, subject) or " re:" in subject.lower())


def away(new_text: str, *, answers: bool = False) -> bool:
    """Wording of an absence notice: short, first thing in the mail, and it says nothing else.

    Complaints mention leave too, and people write by hand that they will be away: what they say beside it, or
    a word about the matter, makes it theirs.
    """
    if len(new_text) > 2 * _NOTICE:
        return False
    text = flat(new_text)
    if not text or len(text) > _NOTICE:
        return False
    if words.MATTER.search(words.OPENING.sub(" ", text)):
        return False  # first, since most mail ends here
    at, itself = _notice(text, answers=answers)
    if not _first_thing(text, at):
        return False
    back, whom, later = (pattern.search(text) is not None for pattern in words.TOLD)
    if itself:
        return back or whom or later
    return (back or whom) if answers else (back and (whom or later))


def _notice(text: str, *, answers: bool) -> tuple[int | None, bool]:
    """Where the notice begins: a responder that speaks of itself, or a writer who says that he is away."""
    itself = words.ITSELF.search(text)
    state = words.STATE_AWAY.search(text)
    if state and not (answers and _clause_begins(text, state.start())):
        own = words.SUBJECT_IS_SELF.search(text[max(0, state.start() - 60) : state.end()])
        state = state if own else None
    return min((one.start() for one in (itself, state) if one), default=None), itself is not None


def _clause_begins(text: str, at: int) -> bool:
    """'Sedang dinas luar sampai Jumat.': in an answer, who is away needs no saying."""
    return not words.OPENING.sub("", text[:at]).strip(" \t\r\n.,:;!-")


def _first_thing(text: str, at: int | None) -> bool:
    """The notice comes first, behind salutation and thanks."""
    return at is not None and at <= 260 and sum(map(str.isalpha, words.OPENING.sub("", text[:at]))) <= 40


def absent(subject: str, text: str) -> bool:
    """Whether a mail known to be a machine's tells of an absence or of the hours in which mail is read."""
    head = flat(text[:_ACKNOWLEDGEMENT])
    told = words.STATE_AWAY.search(head) or words.ITSELF.search(head)
    return bool(told or words.PREFIX.match(subject) or words.NOTES.search(subject))


def ticket(headers: Headers, subject: str, new_text: str) -> bool:
    """The acknowledgement of a ticket program: its words, and a robot's header, address, subject or number.

    Agencies answer through ticket programs as well: what was done makes it an answer.
    """
    sender = _first(headers, "from")
    line = ticket_words.MARKER.search(new_text[:300])
    marker = line is not None and not words.OPENING.sub("", new_text[: line.start()]).strip(" \r\n.,!")
    robot = ticket_words.NO_REPLY.search(sender) is not None or program(headers)
    named = ticket_words.TICKET_SUBJECT.search(subject) is not None
    desk = ticket_words.DESK.search(sender) is not None and not _ANSWER.match(subject)
    if not (marker or robot or named or desk) or len(new_text) > _ACKNOWLEDGEMENT:
        return False
    text = flat(new_text[:1500])
    if "?" in text or ticket_words.DONE.search(text) or not ticket_words.TICKET.search(text):
        return False
    clause = ticket_words.ROBOT_CLAUSE.search(text) is not None
    numbered = ticket_words.TICKET_NUMBER.search(f"{subject}\n{text}") is not None
    if not (marker or robot) and ticket_words.WAITS.search(text):
        return False
    return marker or (clause and (robot or named)) or (numbered and (robot or (desk and clause)))


def program(headers: Headers) -> bool:
    """A ticket program wrote it, though perhaps for a person."""
    return any(name in headers for name in ticket_words.TICKET_HEADERS) or bool(
        ticket_words.TICKET_MAILER.search(_mailer(headers))
    )


def acknowledges(new_text: str) -> bool:
    """The words of an acknowledgement, in a mail known to be a machine's."""
    return ticket_words.TICKET.search(flat(new_text[:1500])) is not None


def challenge(subject: str, new_text: str, *, machine: bool = False) -> bool:
    """A filter keeps our mail until its sender proves himself. `machine`: known to be no person's already."""
    text = flat(f"{subject}\n\n{new_text[:2000]}").lower()
    if not any(word in text for word in _PROVING) or " saya " in text or not words.PROVE.search(text):
        return False
    return bool(words.HELD.search(text)) or (machine and words.HUMAN.search(text) is not None)


def why(headers: Headers, subject: str) -> str:
    """By what a mail was told to be automatic, for the reasons of a reading."""
    if marked(headers):
        return (
            f"Auto-Submitted: {submitted(headers)} (RFC 3834)"
            if submitted(headers)
            else "header of a responder"
        )
    return "subject of a responder" if prefixed(headers, subject) else "wording of a responder"


def bulk(headers: Headers, new_text: str) -> bool:
    """Lists and newsletters: List-* (RFC 2369, 2919), Precedence, or an unsubscribe clause at the end."""
    if any(name in headers for name in words.LISTS):
        return True
    precedence = _first(headers, "precedence").strip().lower()
    if precedence in ("bulk", "list", "junk"):
        return True
    return unsubscribes(new_text)


def unsubscribes(new_text: str) -> bool:
    """The clause by which newsletters end."""
    end = new_text[-700:]
    hinted = any(hint in end.lower() for hint in words.UNSUBSCRIBE_HINTS)
    return len(new_text) > 80 and hinted and bool(words.UNSUBSCRIBE.search(end))


def receipt(root: Part, headers: Headers) -> bool:
    """A message disposition notification, or Outlook's plain form with its own message class."""
    if (
        root.get_content_type() == "multipart/report"
        and "disposition-notification" in str(root.get("content-type", "")).lower()
    ):
        return True
    if any(part.get_content_type() == "message/disposition-notification" for part in children_of(root)):
        return True
    subject = _first(headers, "subject")
    return bool(words.READ.match(subject)) and root.get_content_type() in (
        "multipart/report",
        "application/ms-tnef",
    )


def read_in_words(subject: str, new_text: str) -> bool:
    """A receipt in words only, as Exchange and some telephones send it."""
    return bool(words.READ.match(subject)) and len(new_text) < 700 and bool(words.WAS_READ.search(new_text))


def report(root: Part, headers: Headers) -> bool:
    """A report of any other kind (RFC 6522), feedback loops (RFC 5965) among them: a machine's as well."""
    if root.get_content_type() == "multipart/report":
        return True
    parts = children_of(root)
    if any(part.get_content_type() == "message/feedback-report" for part in parts):
        return True
    about = COMPLAINT_ABOUT.match(_first(headers, "subject"))
    return about is not None and any(part.get_content_type() == "message/rfc822" for part in parts)


def _mailer(headers: Headers) -> str:
    return " ".join(_first(headers, name) for name in ("x-mailer", "user-agent", "x-powered-by"))


def _answers(headers: Headers, subject: str) -> bool:
    """Whether it answers a mail, as responders do."""
    return bool(_ANSWER.match(subject)) or "in-reply-to" in headers or "references" in headers


def _first(headers: Headers, name: str) -> str:
    values = headers.get(name)
    return values[0] if values else ""
