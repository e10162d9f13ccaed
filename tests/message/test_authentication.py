"""Whom to believe: T4-T7."""

from __future__ import annotations

import pytest

from maild.message.authentication import verdict
from tests.message.compose import message

OURS = "mx1.kantor.example"
SENDER = "Ayu <ayu@kantor.example>"
GOOD = (
    f"{OURS}; spf=pass smtp.mailfrom=ayu@kantor.example; dmarc=pass (p=reject dis=none) "
    f"header.from=kantor.example"
)


def judged(*results: str, sender: str = SENDER, trusted: str | None = OURS, more: str = "") -> str:
    headers = "".join(f"Authentication-Results: {one}\n" for one in results)
    return verdict(message(sender=sender, more=headers + more), trusted).dmarc


def test_our_own_pass_counts() -> None:
    assert judged(GOOD) == "pass"
    found = verdict(message(sender=SENDER, more=f"Authentication-Results: {GOOD}\n"), OURS)
    assert found.trusted
    assert found.domain == "kantor.example"


GENUINE = [
    f"{OURS} 1; dmarc=pass header.from=kantor.example",
    f"{OURS.upper()};dmarc=pass header.from=KANTOR.example;",
    f"{OURS};\n dkim=pass header.d=kantor.example;\n dmarc=pass (policy=none) header.from=kantor.example",
    f"{OURS}; dmarc=pass action=none header.from=kantor.example",
    f"{OURS}; dmarc=pass header.from=ayu@kantor.example",
    f'{OURS}; spf=pass smtp.mailfrom="ayu; lengkap"@kantor.example; dmarc=pass header.from=kantor.example',
]


@pytest.mark.parametrize("value", GENUINE)
def test_genuine_forms(value: str) -> None:
    assert judged(value) == "pass"


FORGED = {
    "(a) a forged pass below our fail": [f"{OURS}; dmarc=fail header.from=kantor.example", GOOD],
    "(b) a forged one alone, of another server": [
        "mx.penyerang.example; dmarc=pass header.from=kantor.example"
    ],
    "(c) pass inside a quoted string": [
        f'{OURS}; spf=pass smtp.mailfrom="x dmarc=pass header.from=kantor.example"'
    ],
    "(c) pass inside a quoted string after a semicolon": [
        f'{OURS}; spf=fail smtp.mailfrom="; dmarc=pass header.from=kantor.example"'
    ],
    "(c) pass inside a comment": [f"{OURS}; spf=fail (; dmarc=pass header.from=kantor.example)"],
    "(d) another domain passed": [
        f"{OURS}; spf=pass smtp.mailfrom=x@jahat.example; dmarc=pass header.from=jahat.example"
    ],
    "(e) dmarc fails although dkim passes": [
        f"{OURS}; dkim=pass header.d=kantor.example; dmarc=fail header.from=kantor.example"
    ],
    "no header.from": [f"{OURS}; dmarc=pass"],
    "only spf and dkim": [
        f"{OURS}; spf=pass smtp.mailfrom=kantor.example; dkim=pass header.d=kantor.example"
    ],
    "two results": [f"{OURS}; dmarc=fail header.from=kantor.example; dmarc=pass header.from=kantor.example"],
    "two domains": [f"{OURS}; dmarc=pass header.from=kantor.example header.from=jahat.example"],
    "unbalanced comment": [f"{OURS}; spf=pass (; dmarc=pass header.from=kantor.example"],
    "unbalanced quote": [f'{OURS}; spf=pass smtp.mailfrom="a; dmarc=pass header.from=kantor.example'],
    "no authserv-id": ["dmarc=pass header.from=kantor.example"],
    "id inside": [f"x {OURS}; dmarc=pass header.from=kantor.example"],
    "subdomain": [f"{OURS}; dmarc=pass header.from=kantor.example.jahat.example"],
    "nothing": [],
    "empty": [""],
}


@pytest.mark.parametrize("name", FORGED)
def test_forged_results_are_not_trusted(name: str) -> None:
    assert judged(*FORGED[name]) in ("fail", "none", "unknown")


def test_only_the_topmost_of_ours_counts() -> None:
    assert judged(GOOD, f"{OURS}; dmarc=fail header.from=kantor.example") == "pass"
    assert judged("mx.lain.example; dmarc=fail header.from=x", GOOD) == "pass"


def test_nothing_configured_trusts_nothing() -> None:
    assert judged(GOOD, trusted=None) == "unknown"
    assert judged(GOOD, trusted="") == "unknown"


SENDERS = [
    "ayu@kantor.example <jahat@x.example>",
    "ayu@kantor.example, jahat@x.example",
    '"ayu@kantor.example" <jahat@x.example>',
    "",
]


@pytest.mark.parametrize("sender", SENDERS)
def test_the_from_header_must_be_one_mailbox_of_that_domain(sender: str) -> None:
    assert judged(GOOD, sender=sender) != "pass"


def test_two_from_headers() -> None:
    assert judged(GOOD, more="From: jahat@x.example\n") == "unknown"


def test_none_is_said_apart() -> None:
    assert judged(f"{OURS}; dmarc=none header.from=kantor.example") == "none"
