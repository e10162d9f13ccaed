"""The wall towards SMTP: letters leave here, each to one outside recipient, never twice by our own doing.

The only asynchronous room; `Submission.drain` hides that. A mail ends as Sent, Deferred (try again),
Refused (never again by itself), Uncertain (perhaps sent; only evidence settles it) or Fenced (not ours
to send any more).
"""

from .drain import Submission, SubmissionRefused, SubmissionUnavailable, Timeouts
from .outcome import Deferred, Fenced, Outgoing, Refused, Result, Sent, Uncertain
from .pauses import give_up, pause

__all__ = [
    "Deferred",
    "Fenced",
    "Outgoing",
    "Refused",
    "Result",
    "Sent",
    "Submission",
    "SubmissionRefused",
    "SubmissionUnavailable",
    "Timeouts",
    "Uncertain",
    "give_up",
    "pause",
]
