"""Why a person has to look at a complaint before anything leaves."""

from __future__ import annotations

import re

from maild.intent.report import cues
from maild.intent.report.text import READ_AT_MOST, word_set
from maild.message.html import ACTIVE
from maild.message.record import Message


def needs_eyes(message: Message, text: str, flat: str, said: str, urgent: bool) -> tuple[str, ...]:
    """Why a person has to look before anything leaves; empty when nothing speaks against a machine."""
    reasons = [name for name, pattern in cues.EYES if pattern.search(said)]
    reasons += [name for name, pattern in cues.VICTIM if pattern.search(said)]
    if urgent and cues.HAZARD_PATIENT.search(said):
        reasons.append("patient data in an urgent report")
    if cues.AGAIN.search(said):
        reasons.append("written to the Ombudsman before")
    if cues.HANDLED.search(said):
        reasons.append("an Inspektorat deals with it")
    if cues.ELSEWHERE.search(said):
        reasons.append("another authority is mentioned")
    if len(text.split()) < 15:
        enclosed = "only an attachment tells the matter" if message.attachments else "too short to judge"
        reasons.append(enclosed)
    if message.new_text.strip() == "" and message.forwarded is not None:
        reasons.append("told in a forwarded mail only")
    if _foreign_language(flat):
        reasons.append("not in Indonesian")
    if message.sender is None:
        reasons.append("no single sender")
    if ACTIVE in message.defects:
        reasons.append("the mail carries active content")
    if len(message.text) > READ_AT_MOST:
        reasons.append("very long")
    return tuple(dict.fromkeys(reasons))


_INDONESIAN = word_set(
    "yang dan di saya sudah tidak dari ke untuk dengan ini itu kami ada sampai mohon tanggal belum sy yg "
    "tdk sdh pada oleh karena lagi juga atau hanya akan bisa telah nama tapi kalau jadi sejak"
)
_ENGLISH = word_set("the and of to was is have my that for not with they i on")


def _foreign_language(flat: str) -> bool:
    """English, or so much of a local language that the rules may have missed what is asked.

    Function words make a tenth to a third of every Indonesian complaint seen, local greetings included.
    """
    tokens = re.findall(r"[a-z]+", flat)
    english = sum(t in _ENGLISH for t in tokens)
    indonesian = sum(t in _INDONESIAN for t in tokens)
    return (english > 5 and english > indonesian) or indonesian < 0.09 * len(tokens)
