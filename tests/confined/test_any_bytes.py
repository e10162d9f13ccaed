"""Any bytes become an extract, never an exception; and text keeps its promises whatever it is made of."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.confined import DocumentReader
from maild.confined.inside import office, rtf, word97
from maild.confined.inside.documents import read
from maild.confined.inside.finding import MOST_CHARACTERS
from maild.confined.inside.wording import tidy
from tests.confined import compose
from tests.confined.compose import docx, form_pdf, p, pdf, table, xlsx

STATES = {"", "text", "scanned", "refused", "damaged", "encrypted"}
READERS = {"zip": office.read, "rtf": rtf.read, "doc": word97.read}
WHOLE = (
    ("pdf", pdf(compose.LETTER, ["halaman dua"])),
    ("pdf", form_pdf({"Nama": "Budi"})),
    ("pdf", pdf(compose.LETTER, password="x")),
    ("zip", docx(p("isi") + table(["Nama", "Budi"]), header1=p("KOP"))),
    ("zip", xlsx({"Daftar": [["Nama", "12"]]})),
    ("zip", compose.open_document("<text:p>isi</text:p>")),
    ("doc", compose.doc("isi surat\r", b"Nama\x07Budi\x07\x07")),
    ("rtf", rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}Nama\tab Budi\u8220?\'e9\par}"),
)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_finding(data: bytes) -> None:
    for kind in READERS:
        assert read(READERS, kind, data).state in STATES
        assert read(READERS, kind, b"PK\3\4" + data).state in STATES
        assert read(READERS, kind, b"{\\rtf1" + data).state in STATES
        assert read(READERS, kind, compose.doc("isi")[:512] + data).state in STATES


@given(st.text(alphabet=st.sampled_from("{}\\'*abuv1 -par\n8220?"), max_size=80))
def test_any_rich_text_gives_a_finding(text: str) -> None:
    assert rtf.read(b"{\\rtf1 " + text.encode()).state in STATES


@given(st.recursive(st.sampled_from(["p", "t", "tab", "vanish", "r", "sdt", "showingPlcHdr", "del"]).map(lambda n: f"<w:{n}/>"),
                    lambda inner: st.tuples(st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "del"]),
                                            st.lists(inner | st.just("isi"), max_size=4)).map(lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>"), max_leaves=20))  # fmt: skip
def test_any_tree_gives_a_finding(body: str) -> None:
    assert read(READERS, "zip", docx(body)).state in ("text", "scanned", "refused")


@pytest.mark.parametrize("seed", range(60))
def test_changed_bytes_give_an_extract(documents: DocumentReader, seed: int) -> None:
    """Whole documents of every kind with bytes changed, cut out and doubled, through the child."""
    chance = random.Random(seed)
    for kind, whole in WHOLE:
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randrange(40)]
                case 2:
                    data[at:at] = data[at : at + chance.randrange(200)]
                case _:
                    data[at : at + 1] = b"9999999999"
        found = documents.extract(kind, bytes(data))
        assert found is None or found.state in STATES


@settings(max_examples=200)
@given(
    st.text(
        alphabet=st.sampled_from("ab-: \t\n\r\xad\u2010\ufffe\x02\xa0\x0b\x00\u200b\u3000É9"), max_size=120
    )
)
def test_tidy_text(text: str) -> None:
    tidied = tidy(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\xad\u200b\ufffe]|  |\t\t|\n\n\n| \n|\n ", tidied)
    assert re.sub(r"[^ab9É]", "", tidied) == re.sub(r"[^ab9É]", "", text), "no letter is lost"


def test_tidy_is_linear_and_short() -> None:
    for piece in ("\t ", ": \t", "\xad\n", "\ufffe", " \n", "a\xad\n", "\t:\t"):
        assert len(tidy(piece * 500_000)) <= MOST_CHARACTERS
