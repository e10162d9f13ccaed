"""What an agency answers, from its new words and the names of its attachments; quoted text never decides.

Only a claim that something was done, or found, makes an answer final: a receipt, a promise, a question, a
wish or a step on the way cannot, whatever else is written. In doubt the intent is 'unknown': a person looks.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from maild.intent import cues, dates
from maild.intent import cues_answers as told
from maild.intent import cues_elsewhere as elsewhere
from maild.intent import cues_unsettled as unsettled
from maild.intent.clauses import Claim
from maild.intent.replies import Reading, Said, said
from maild.message.record import Attachment, Message

INTENTS = frozenset(
    (
        "answer_final",
        "answer_interim",
        "answer_attachment",
        "receipt",
        "extension",
        "not_ours",
        "forwarded_internally",
        "asks_data",
        "query",
        "unknown",
    )
)


def of_agency(message: Message, today: date) -> Reading:
    """The intent of an agency's reply. 'Permasalahan telah selesai' is an answer, never a closing."""
    words = said(message.new_text)
    attached = any(_substantive(one) for one in message.attachments)
    if len(words.core) < 12:
        return _wordless(words, attached)
    return of_words(words, today, attached)


def of_words(words: Said, today: date, attached: bool = False) -> Reading:
    """The intent of an agency's words, whether they stand in a mail, a part of it, or a letter attached."""
    return _asking(words, today) or _answering(words, today, attached)


def _substantive(one: Attachment) -> bool:
    """An attachment that can hold an answer: not a logo, a signature or a calendar."""
    if one.content_type in (
        "message/delivery-status",
        "text/calendar",
        "text/x-vcard",
        "text/vcard",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    ):
        return False
    return not re.search(r"(?i)\b(?:logo|image0\d\d|banner|ttd|signature)\b", one.filename)


def _wordless(words: Said, attached: bool) -> Reading:
    if attached:
        return "answer_attachment", ("no text, but an attachment",), None
    if told.RECEIPT.search(words.core) or told.NOD.search(words.core):
        return "receipt", ("a word of receipt",), None
    if any(settles(one, words, date.max) for one in words.claims):
        return "answer_final", (f"says what was done: {words.core}",), None
    return "unknown", ("no text and no attachment",), None


# ---- the reply wants something of us: time, another addressee, data, an explanation --------------------


def _asking(words: Said, today: date) -> Reading | None:
    asked = words.first(cues.EXTENSION, cues.NO_EXTENSION)
    if asked is not None:
        return "extension", ("asks for more time",), _until(words, asked, today)
    settled = [one for one in words.claims if settles(one, words, today)]
    leaves = words.first(cues.LEAVES) is not None
    if (leaves or words.first(cues.SUCCESSOR, cues.NO_SUCCESSOR) is not None) and len(settled) <= 1:
        return "successor", ("focal point has changed",), None
    if _elsewhere(words, settled):
        return "not_ours", ("says that it is not theirs",), None
    doubts = words.first(cues.DOUBTS)
    if doubts is not None and not settled:
        return "query", ("doubts or asks about our letter",), None
    if words.first(cues.ASKS_DATA, cues.NO_ASKS_DATA) is not None and not settled:
        return "asks_data", ("asks for data",), None
    if words.first(cues.QUERY) is not None and not settled and not told.EXPLAINS.search(words.text):
        return "query", ("asks a question",), None
    return None


def _elsewhere(words: Said, settled: list[Claim]) -> bool:
    """Not theirs, unless they did their own part first ('evakuasi selesai; pintu air bukan ranah kami')."""
    at = words.first(elsewhere.NOT_OURS, elsewhere.NO_NOT_OURS)
    if at is None:
        return False
    before = [one for one in settled if one.sentence < at]
    return not before and len(settled) < 2


def _until(words: Said, asked: int, today: date) -> date | None:
    """The date in the sentence that asks, else in one beside it, else the one named anywhere."""
    order = [asked, asked + 1, asked - 1, *range(len(words.raw))]
    for number in order:
        if not 0 <= number < len(words.raw):
            continue
        sentence = words.raw[number]
        pieces = cues.UNTIL.split(sentence)
        for piece in [*reversed(pieces[1:]), *([sentence] if number == asked else [])]:
            found = dates.named(piece, today)
            if found is not None and (number == asked or found >= today):
                return found
    if dates.working_days(" ".join(words.raw)) is not None:
        return None
    named = (dates.named(one, today) for one in words.raw)
    return next((found for found in named if found and found >= today), None)


# ---- the reply says something --------------------------------------------------------------------------


def settles(one: Claim, words: Said, today: date) -> bool:
    """An act or an end that is said to be done: 'sudah diterbitkan', 'terbit tanggal 18 Agustus'."""
    if not one.real or one.sort not in ("act", "end"):
        return False
    sentence = words.sentences[one.sentence]
    if one.aspect == "done":
        return not unsettled.short(one.word, sentence)
    if one.aspect != "bare" or not (told.PAST.search(sentence) or told.STATE.search(sentence)):
        return False
    if told.AHEAD.search(sentence) or _all_ahead(words.raw[one.sentence], today):
        return False
    return not unsettled.short(one.word, sentence)


def _all_ahead(sentence: str, today: date) -> bool:
    """A date to come makes a promise of a verb without an aspect: 'selesai tanggal 30 September'."""
    found = dates.every(sentence, today)
    return bool(found) and min(found) > today + timedelta(days=0)


def _answering(words: Said, today: date, attached: bool) -> Reading:
    claims = [one for one in words.claims if one.real]
    settled = [one for one in claims if settles(one, words, today)]
    explains = bool(told.EXPLAINS.search(words.text))
    found = words.first(told.FINDING, told.NO_FINDING, stated=True)
    if words.first(told.FORWARDED, told.NO_FORWARDED) is not None and not settled and found is None:
        return "forwarded_internally", ("passed on inside the agency",), None
    if attached and told.IN_ATTACHMENT.search(words.text) and _is_cover(words, settled):
        return "answer_attachment", ("short cover mail, the answer is attached",), None
    if _only_receipt(words, claims, settled, explains):
        return "receipt", ("confirms receipt only",), None
    waits = _waits(words, claims, settled, found is not None)
    if waits is not None:
        return "answer_interim", (waits,), None
    if settled:
        return "answer_final", (f"says what was done: {settled[0].word}",), None
    if found is not None:
        return "answer_final", ("says what was found",), None
    if unsettled.PARTLY.search(words.text) or unsettled.FOR_NOW.search(words.text):
        return "answer_interim", ("done in part, or for the time being",), None
    if _deeds(claims, words, explains):
        return "answer_final", ("says what was done",), None
    if any(
        one.aspect == "going" or (one.sort != "deed" and one.aspect in ("done", "will")) for one in claims
    ):
        return "answer_interim", ("steps on the way, nothing settled",), None
    if words.first(told.IF_THEN, stated=True) is not None:
        return "answer_interim", ("to be done once something else is",), None
    if words.first(told.CAUSE, told.NO_FINDING, stated=True) is not None:
        if explains:  # the written explanation that UU 37/2008 art. 28(1)b asks for
            return "answer_final", ("explains why it happened",), None
        return "unknown", ("says why it happened, not what became of it",), None
    if explains and len(words.core) > 120 and not words.first(cues.QUERY):
        return "unknown", ("explains, without a result",), None
    if attached:
        return "answer_attachment", ("unclear text with an attachment",), None
    return "unknown", ("no cue of an answer",), None


def _is_cover(words: Said, settled: list[Claim]) -> bool:
    """The mail only hands over a letter; proof of what the mail itself tells is no letter."""
    if len(words.core) > 420 or len(settled) > 1:
        return False
    tells = bool(settled) and not told.COVER.search(words.text)
    return not (tells or (settled and told.PROOF.search(words.text)))


def _only_receipt(words: Said, claims: list[Claim], settled: list[Claim], explains: bool) -> bool:
    if settled or explains or told.REFUSAL.search(words.text) or len(words.core) > 260:
        return False
    if not (told.RECEIPT.search(words.text) or told.NOD.search(words.core)):
        return False
    rest = told.RECEIPT.sub(" ", words.text)
    if told.PROMISE.search(rest) or told.SOON.search(rest):
        return False
    return not any(
        one.aspect == "going" or (one.aspect in ("done", "will", "not") and not told.ADMITS.match(one.word))
        for one in claims
    )


def _waits(words: Said, claims: list[Claim], settled: list[Claim], found: bool) -> str | None:
    """Why the matter is still open although something is told, or None."""
    if told.SETTLED.search(words.text) and not told.OPEN.search(words.text):
        return None
    if words.first(told.PROMISE, told.PAPER if settled else None) is not None:
        return "says that more will follow"
    since = settled[-1].sentence if settled else 0
    not_yet = words.first(told.NOT_YET, told.BEFORE, since=since)
    if words.first(told.OPEN, told.BEFORE, since=since) is not None or (not found and not_yet is not None):
        return "says that it is not done yet"
    if not settled:
        if words.first(told.REFUSAL, stated=True) is not None:
            return None
        if any(one.aspect == "going" and one.sort != "deed" for one in claims):
            return "work goes on"
        if any(one.sort in ("act", "end") and one.aspect in ("will", "going") for one in claims):
            return "is to be done, not done yet"
        return None
    last = settled[-1].sentence
    for one in claims:
        other = told.OTHERS.search(words.sentences[one.sentence])
        if one.aspect == "going" and one.sentence >= last and not other:
            return "work goes on"
        if one.aspect == "will" and one.sentence >= last and told.SOON.search(words.sentences[one.sentence]):
            return "more is to be done soon"
        if one.aspect == "will" and one.sentence == last and one.sort == "act" and not other:
            return "more is to be done"
    if words.first(told.LATER, told.AT_HAND, since=last) is not None:
        return "names a day to come"
    return None


def _deeds(claims: list[Claim], words: Said, explains: bool) -> bool:
    """Verbs that no table knows count as done only with a date, an explanation, or two of them."""
    deeds = [one for one in claims if one.sort == "deed" and one.aspect == "done"]
    if not deeds or any(one.aspect in ("going", "will", "not") for one in claims):
        return False
    sentence = words.sentences[deeds[0].sentence]
    dated = bool(told.PAST.search(sentence)) and not told.AHEAD.search(sentence)
    return explains or len(deeds) > 1 or dated
