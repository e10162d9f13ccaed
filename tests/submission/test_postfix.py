"""Against a real Postfix."""

from __future__ import annotations

import pytest

from maild.submission import Deferred, Refused, Sent, Submission
from tests.servers.ground import Certificate
from tests.servers.postfix import Postfix
from tests.submission.outbox import QUICK, Account, Outbox, letter


@pytest.mark.parametrize("tls", ["implicit", "starttls", "none"])
def test_sent_refused_and_deferred(postfix: Postfix, tls: str) -> None:
    port = postfix.tls_port if tls == "implicit" else postfix.port
    trusted = Certificate(postfix.certificate, postfix.certificate).client_context()
    submission = Submission(
        Account(host="localhost" if tls != "none" else "127.0.0.1", port=port, tls=tls, connections=2),
        None,
        ssl_context=trusted,
        local_hostname="office.example",
        timeouts=QUICK,
    )
    mails = [letter(1), letter(2, "bad@x.test"), letter(3, "temp@x.test"), letter(4, journal="me@o.example")]
    mails += [letter(5, body=("x" * 68 + "\r\n") * 70_000), letter(6, journal="bad@x.test")]
    results = Outbox.of(mails).drain(submission)
    expected = {1: Sent, 2: Refused, 3: Deferred, 4: Sent, 5: Sent, 6: Sent}
    assert {number: type(result) for number, result in results.items()} == expected
    assert results[2].reply.startswith("550 5.1.1")  # type: ignore[union-attr]
    assert "queued as" in results[1].reply  # type: ignore[union-attr]
