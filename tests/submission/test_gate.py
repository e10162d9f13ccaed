"""The last look before a mail leaves: grammar of addresses (T16), bytes against the outbox row (T15)."""

from __future__ import annotations

from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.submission import Outgoing
from maild.submission.gate import is_plain_address, objection
from tests.submission.outbox import letter

PLAIN = ["a@b.co", "focal.point+case-7@dinas.buleleng.example", "o'hara@x.test", "1_2@3-4.example"]
NOT_PLAIN = [
    "",
    "focal",
    "@x.test",
    "a@",
    "a@localhost",
    "a@x..test",
    "a@-x.test",
    ".a@x.test",
    "a.@x.test",
    "a..b@x.test",
    "a@x.test ",
    " a@x.test",
    "a b@x.test",
    "a@x.test, b@y.test",
    "a@x.test SIZE=1",
    "<a@x.test>",
    "a@x.test>\r\nRCPT TO:<spy@y.test",
    "a@x.test\n",
    "a@x.test\0",
    '"a b"@x.test',
    "a@[127.0.0.1]",
    "ä@x.test",
    "a@bücher.test",
    "a@x.test\u2028",
    "a%b@@x.test",
    "x" * 65 + "@x.test",
    "a@" + "x" * 64 + ".test",
    "a@" + ".".join(["x" * 60] * 5),
]


@pytest.mark.parametrize("address", PLAIN)
def test_plain_addresses_pass(address: str) -> None:
    assert is_plain_address(address)


@pytest.mark.parametrize("address", NOT_PLAIN)
def test_everything_else_is_stopped(address: str) -> None:
    assert not is_plain_address(address)


@given(st.text(max_size=80))
def test_what_passes_cannot_end_a_command(text: str) -> None:
    if is_plain_address(text):
        assert text.isascii() and text.isprintable()
        assert not set(text) & set(' <>,;:"()[]\\')


def test_row_and_bytes_that_agree_pass() -> None:
    assert objection(letter(to="Kepala Dinas <focal@dinas.example>")) is None
    assert objection(letter(to='"Dinas A, Bidang B" <Focal@Dinas.example>')) is None
    assert objection(letter(envelope_from="")) is None


@pytest.mark.parametrize(
    "to",
    [
        "other@dinas.example",
        "focal@dinas.example, other@dinas.example",
        "Dinas A, Bidang B <focal@dinas.example>",  # quotes lost in folding (cpython 121284)
        '"focal@dinas.example" <other@dinas.example>',
        "focal@dinas.example <other@dinas.example>",
        "undisclosed-recipients:;",
        "focal@dinas.example\r\nTo: other@dinas.example",
        "focal@dinas.example\r\nCc: other@dinas.example",
        "focal@dinas.example\r\nbcc: other@dinas.example",
        "focal@dinas.example\r\nResent-To: other@dinas.example",
    ],
)
def test_a_mail_that_also_goes_elsewhere_is_held(to: str) -> None:
    assert objection(letter(to=to)) is not None


def test_a_mail_without_to_is_held() -> None:
    assert objection(replace(letter(), raw=b"Subject: x\r\n\r\nTo: focal@dinas.example\r\n")) is not None


def test_the_answer_names_no_address() -> None:
    assert "@" not in str(objection(letter(to="other@dinas.example")))


def test_bad_envelope_addresses_are_held() -> None:
    assert objection(letter(recipient="a@x.test>\r\nRCPT TO:<spy@y.test", to="a@x.test")) is not None
    assert objection(letter(envelope_from="a b@x.test")) is not None
    assert objection(letter(journal="x")) is not None


@given(name=st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200))
def test_any_display_name_well_written_passes(name: str) -> None:
    mail = EmailMessage(policy=EmailPolicy(linesep="\r\n", cte_type="7bit", max_line_length=998))
    mail["To"] = Address(name, addr_spec="focal@dinas.example")
    raw = mail.as_bytes()
    assert objection(Outgoing(1, "", "focal@dinas.example", None, raw)) is None
