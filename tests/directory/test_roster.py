"""The agency list: whole or not at all, every fault with its row and column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.directory import Directory, Problem, load
from maild.directory.roster import COLUMNS, is_addr_spec
from tests.directory.invented import HEADER, agency_list, row

GOOD = "dinsos-uji,Dinas Sosial Kabupaten Uji,Dinsos Uji|Dissos Uji,bali,kabupaten,Kabupaten Uji"


def problems(text: str) -> tuple[Problem, ...]:
    found = load(text, "agencies.csv")
    assert not isinstance(found, Directory)
    return found


def test_a_list_is_read() -> None:
    found = load(agency_list(), "agencies.csv")
    assert isinstance(found, Directory)
    agency = found.agencies["pdam-denpasar"]
    assert agency.aliases == ("PDAM Denpasar", "Tirta Sewakadarma")
    assert agency.focal_point is not None
    assert agency.focal_point.email == "narahubung@pdam-denpasar.example"
    assert len(found.version) == 64


@pytest.mark.parametrize(
    "change",
    [
        lambda t: "\ufeff" + t,
        lambda t: t.replace("\n", "\r\n"),
        lambda t: "\n".join(
            line + (",catatan" if i == 0 else ",x") for i, line in enumerate(t.strip().splitlines())
        ),
        lambda t: t + ",,,,,,,,,,,,,,\n",
    ],
    ids=["byte order mark", "CRLF", "further column", "empty line"],
)
def test_harmless_differences(change) -> None:  # type: ignore[no-untyped-def]
    text = HEADER + "\n" + row(GOOD) + "\n"
    assert isinstance(load(change(text), "agencies.csv"), Directory)


def test_semicolons_of_an_indonesian_spreadsheet() -> None:
    text = (HEADER + "\n" + row(GOOD)).replace(",", ";")
    assert isinstance(load(text, "agencies.csv"), Directory)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(column: str) -> None:
    header = HEADER.split(",")
    header[header.index(column)] = "lain"
    found = problems(",".join(header) + "\n" + row(GOOD) + "\n")
    assert [(p.row, p.column) for p in found] == [(1, column)]


# The alternate address is written raw here: what a hostile list may hold (T16).
@pytest.mark.parametrize(
    "address",
    [
        "focal@x.id>\r\nRCPT TO:<spy@y",
        "focal@x.example\nbcc: spy@y.example",
        "Nama <focal@x.example>",
        "focal@x.example, spy@y.example",
        "focal@x.example spy@y.example",
        '"focal spy"@x.example',
        "focal@[127.0.0.1]",
        "focal@localhost",
        "focal@@x.example",
        ".focal@x.example",
        "fo..cal@x.example",
        "focal.@x.example",
        "focal@x.example.",
        "focal@-x.example",
        "fokal\u00e9@x.example",
        "f" * 65 + "@x.example",
        "focal@" + "x." * 130 + "example",
        "mailto:focal@x.example",
        "focal%00@x.example\x00",
    ],
)
def test_doubtful_addresses_are_refused(address: str) -> None:
    assert not is_addr_spec(address)
    quoted = '"' + address.replace('"', '""') + '"'
    text = HEADER + "\n" + row(GOOD).replace("narahubung@dinsos-uji.example", quoted) + "\n"
    assert "focal_email" in {p.column for p in problems(text)}


@given(st.text(max_size=60))
def test_no_accepted_address_can_end_a_command(text: str) -> None:
    if is_addr_spec(text):
        assert text.isascii() and not set(text) & set(' \r\n\t<>,;:"()[]\\\x00') and text.count("@") == 1


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("dinsos-uji,Dinas", "Dinsos Uji,Dinas", "agency_id"),
        ("Dinas Sosial Kabupaten Uji,", ",", "name"),
        ("kabupaten,", "kecamatan,", "level"),
        ("2027-12-31", "31-12-2027", "valid_until"),
        ("2027-12-31", "2024-01-01", "valid_until"),
        ("2025-01-01", "2025-02-30", "appointed_on"),
        ("narahubung@dinsos-uji.example", "", "focal_email"),
        (",uji,,", ",uji,tidak-ada,", "parent_agency_id"),
        ("Dinas Sosial Kabupaten Uji,", '"Dinas\nSosial",', "name"),
    ],
)
def test_a_bad_cell_is_told_by_row_and_column(old: str, new: str, column: str) -> None:
    text = HEADER + "\n" + row(GOOD).replace(old, new, 1) + "\n"
    found = problems(text)
    assert column in {p.column for p in found}
    assert all(p.row >= 2 and str(p).startswith("agencies.csv:") for p in found)


def test_every_fault_is_told_at_once_and_nothing_is_used() -> None:
    bad = row(GOOD).replace("kabupaten,", "x,", 1).replace("2027-12-31", "nanti")
    found = problems("\n".join([HEADER, row(GOOD), bad]))
    assert {p.column for p in found} == {"agency_id", "level", "valid_until"}


def test_parents_in_a_circle() -> None:
    one = row(GOOD).replace(",uji,,", ",uji,dua,")
    two = row(GOOD.replace("dinsos-uji", "dua")).replace(",uji,,", ",uji,dinsos-uji,")
    assert {p.column for p in problems("\n".join([HEADER, one, two]))} == {"parent_agency_id"}


def test_no_agency_at_all() -> None:
    assert problems(HEADER + "\n")[0].row == 1
    assert problems("")


@given(st.text(max_size=300))
def test_any_text_is_a_list_or_problems(text: str) -> None:
    assert isinstance(load(text, "x"), Directory | tuple)
    assert isinstance(load(HEADER + "\n" + text, "x"), Directory | tuple)
