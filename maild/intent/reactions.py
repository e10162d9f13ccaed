"""What a reporter answers, from his new words; what he quotes, supposes, asks or is told never decides.

A withdrawal is read only from a sentence in which the reporter himself withdraws, without a condition; and
even then a person confirms it (letter L34).
"""

from __future__ import annotations

import re
from datetime import date

from maild.intent import cues_reporters as cues
from maild.intent import cues_withdrawal as withdrawal
from maild.intent.answers import settles
from maild.intent.replies import Reading, Said, said
from maild.message.record import Message


def of_reporter(message: Message, today: date) -> Reading:
    """The intent of a reporter's reply."""
    words = said(message.new_text)
    attached = bool(message.attachments)
    if not words.text:
        return ("evidence" if attached else "unknown"), ("no text",), None
    return _withdrawing(words) or _reacting(words, today, attached) or _otherwise(words, attached)


def _withdrawing(words: Said) -> Reading | None:
    """A withdrawal without a doubt; one spoken of in any other way is left to a person."""
    spoken = [
        n
        for n, one in enumerate(words.sentences)
        if withdrawal.WITHDRAW.search(withdrawal.POLITE.sub(" ", one))
    ]
    if not spoken:
        return None
    plainly = [
        n
        for n in spoken
        if not words.asked(n)
        and not withdrawal.NO_WITHDRAW.search(withdrawal.POLITE.sub(" ", words.sentences[n]))
    ]
    if plainly and words.first(withdrawal.STAYS) is None:
        return "withdraw", ("wishes to withdraw",), None
    if words.first(cues.UNSATISFIED) is not None or words.first(withdrawal.STAYS) is not None:
        return (
            "unsatisfied",
            ("speaks of withdrawing, but does not withdraw", "does not accept the result"),
            None,
        )
    return "unknown", ("speaks of withdrawing, but does not withdraw",), None


def _reacting(words: Said, today: date, attached: bool) -> Reading | None:
    unhappy = words.first(cues.UNSATISFIED, cues.NO_UNSATISFIED)
    asks = words.first(cues.STATUS, cues.NO_STATUS)
    supplies = words.first(cues.SUPPLY)
    evidence = words.first(cues.EVIDENCE, cues.NO_EVIDENCE)
    if words.first(cues.FORM) is not None:
        evidence = None
    strong = unhappy is not None and bool(cues.STRONG.search(words.text))
    if (
        supplies is not None
        and evidence is None
        and not (unhappy is not None and unhappy < supplies)
        and not strong
    ):
        return "supply", ("brings the data asked for",), None
    if asks is not None and not strong:
        return "status_query", ("asks how the case stands",), None
    if evidence is not None and not strong and (attached or unhappy is None):
        return "evidence", ("brings evidence",), None
    if unhappy is not None:
        return "unsatisfied", ("does not accept the result",), None
    if words.first(cues.SATISFIED, cues.NO_SATISFIED, stated=True) is not None or _solved(words, today):
        return "satisfied", ("accepts the result",), None
    if supplies is not None:
        return "supply", ("brings the data asked for",), None
    return None


def _solved(words: Said, today: date) -> bool:
    """He says himself that the thing was done, and nothing speaks against it."""
    done = [
        one for one in words.claims if settles(one, words, today) and not cues.ADVERSE.fullmatch(one.word)
    ]
    return bool(done) and not any(one.aspect in ("not", "going") for one in words.claims)


def _otherwise(words: Said, attached: bool) -> Reading:
    if any(one.real and one.aspect == "not" and one.sort in ("act", "end") for one in words.claims):
        return "unsatisfied", ("says that it was not done",), None
    if attached:
        return "evidence", ("text without a cue, with an attachment",), None
    if len(words.core) > 80 and not cues.THANKS_ONLY.search(words.core) and not re.search(r"\?", words.text):
        return "supply", ("further words on the matter",), None
    return "unknown", ("no cue",), None
