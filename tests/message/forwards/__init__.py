"""Forwarded mails of many programs and languages, and what only looks so."""

from tests.message.forwards.answers import ANSWERS
from tests.message.forwards.case import Answer, Forward
from tests.message.forwards.indonesian import INDONESIAN
from tests.message.forwards.languages import LANGUAGES
from tests.message.forwards.programs import PROGRAMS

FORWARDS = {**INDONESIAN, **PROGRAMS, **LANGUAGES}

__all__ = ["ANSWERS", "FORWARDS", "Answer", "Forward"]
