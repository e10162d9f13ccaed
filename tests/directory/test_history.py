"""What taking a list in changes, and what it leaves alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maild.directory.history import Change, applied, differences, gone, unmentioned

A = {"agency_id": "a", "name": "Dinas A", "focal_email": "a@a.example"}
B = {"agency_id": "b", "name": "Dinas B", "focal_email": "b@b.example"}


def test_a_new_agency_comes_whole() -> None:
    changes = differences({}, {"a": A})
    assert changes == (
        Change("a", "agency_id", "", "a"),
        Change("a", "name", "", "Dinas A"),
        Change("a", "focal_email", "", "a@a.example"),
    )
    row = applied({}, changes)["a"]
    assert {key: row[key] for key in A} == A and row["parent_agency_id"] == ""


def test_what_is_not_mentioned_stays() -> None:
    short = {"agency_id": "a", "name": "Dinas A Baru"}  # a file without the column focal_email
    changes = differences({"a": A, "b": B}, {"a": short})
    assert changes == (Change("a", "name", "Dinas A", "Dinas A Baru"),)
    after = applied({"a": A, "b": B}, changes)
    assert after["b"] == B and after["a"]["focal_email"] == "a@a.example"
    assert unmentioned({"a": A, "b": B}, {"a": short}) == ("b",)


def test_an_old_list_takes_back_nothing_that_a_mail_has_changed() -> None:
    moved = {**A, "focal_email": "baru@a.example"}  # by a mail, after the list was taken in
    assert differences({"a": moved}, {"a": {**A, "name": "Dinas A1"}}, before={"a": A}) == (
        Change("a", "name", "Dinas A", "Dinas A1"),
    )
    edited = {**A, "focal_email": "lain@a.example"}  # its editor has changed that cell since: the newest word
    assert differences({"a": moved}, {"a": edited}, before={"a": A}) == (
        Change("a", "focal_email", "baru@a.example", "lain@a.example"),
    )


def test_taken_out_of_the_list_and_back_in() -> None:
    known = {"a": A, "b": B}
    (out,) = gone(known, {"a": A}, known, "2026-09-01")
    assert out == Change("b", "ended_on", "", "2026-09-01")
    ended = applied(known, [out])
    assert gone(ended, {"a": A}, {"a": A}, "2026-09-02") == ()
    assert gone(ended, {"a": A, "b": B}, {"a": A}, "2026-09-03") == (
        Change("b", "ended_on", "2026-09-01", ""),
    )
    assert gone(known, {"a": A}, None, "2026-09-01") == ()  # an import never ends anything


ROWS = st.dictionaries(
    st.sampled_from("abc"),
    st.fixed_dictionaries({"name": st.sampled_from(["x", "y", ""]), "region": st.sampled_from(["p", "q"])}),
)


@given(ROWS, ROWS)
def test_once_applied_there_is_no_difference_left(known, wanted) -> None:  # type: ignore[no-untyped-def]
    known, wanted = ({k: {"agency_id": k, **row} for k, row in rows.items()} for rows in (known, wanted))
    after = applied(known, differences(known, wanted))
    assert differences(after, wanted) == ()
    assert all(after[key][column] == value for key, row in wanted.items() for column, value in row.items())
    assert all(after[key] == known[key] for key in unmentioned(known, wanted))
