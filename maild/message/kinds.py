"""Content types (RFC 2046 and its successors), by what a mail program does with them."""

from __future__ import annotations

REPORTS = frozenset(
    f"message/{kind}"
    for kind in (
        "delivery-status", "disposition-notification", "global-delivery-status", "feedback-report",
        "global-disposition-notification", "tracking-status",
    )
)  # fmt: skip
MAILS = frozenset({"message/rfc822", "message/global", "message/news"})
OPAQUE = {
    "message/partial": "one piece of a mail that was sent in pieces",
    "message/external-body": "an attachment lies elsewhere: not fetched",
    "application/pgp-encrypted": "encrypted: nobody but the holder of the key reads it",
}
VERSIONS = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext"})
# Programs for watches and Gmail's AMP get their own version of a mail: the same words once more.
SAME_AGAIN = frozenset({"text/x-amp-html", "text/watch-html"})
# Kinds of text that are documents or data; any other unknown kind is read as plain (RFC 2046 section 4.1.4).
DOCUMENTS = frozenset(
    f"text/{kind}"
    for kind in (
        "calendar", "csv", "tab-separated-values", "css", "javascript", "rtf", "vcard", "x-vcard",
        "directory", "xml", "rfc822-headers", "x-patch", "x-diff",
    )
)  # fmt: skip
