"""What documents of every kind say, as the daemon would get it: through the child."""

from __future__ import annotations

import pytest

from maild.confined import DocumentReader
from maild.message import Extract
from maild.message.extracts import kind_of
from tests.confined import compose
from tests.confined.compose import docx, p, pdf, pdf_of, picture_page, set_at, set_lines, table, xlsx


def read(documents: DocumentReader, content: bytes) -> Extract:
    kind = kind_of(content)
    assert kind is not None
    found = documents.extract(kind, content)
    assert found is not None
    return found


def text(documents: DocumentReader, content: bytes) -> str:
    found = read(documents, content)
    assert found.state == "text", found
    return found.text


# --- PDF ----------------------------------------------------------------------------------------------------


def test_a_letter_comes_out_line_by_line(documents: DocumentReader) -> None:
    assert text(documents, pdf(compose.LETTER)) == "\n".join(compose.LETTER)


def test_pages_are_set_apart(documents: DocumentReader) -> None:
    assert text(documents, pdf(["Halaman satu"], ["Halaman dua"])) == "Halaman satu\n\nHalaman dua"


def test_a_letter_behind_other_bytes_is_found(documents: DocumentReader) -> None:
    assert text(documents, b"\r\n\r\n" + pdf(compose.LETTER)).startswith("DINAS PENDIDIKAN")


@pytest.mark.parametrize(
    ("lines", "read_as"),
    [
        (["Kepala Per-", "wakilan Ombudsman"], "Kepala Perwakilan Ombudsman"),
        (["Kepala Per\xad", "wakilan Ombudsman"], "Kepala Perwakilan Ombudsman"),
        (["kepada masing-", "masing siswa"], "kepada masing-masing siswa"),
        (["menurut Undang-", "undang tersebut"], "menurut Undang-undang tersebut"),
        (["anak itu berlari-", "lari"], "anak itu berlari-lari"),
        (["orang tua dan anak-", "anaknya"], "orang tua dan anak-anaknya"),
        (["anggota DPR-", "RI"], "anggota DPR-RI"),
        (["surat Nomor B-", "1214/2026"], "surat Nomor B-1214/2026"),
    ],
)
def test_words_cut_at_a_line_end_are_joined(
    documents: DocumentReader, lines: list[str], read_as: str
) -> None:
    assert text(documents, pdf(lines)) == read_as


def test_a_form_filled_in_on_a_screen_has_its_answers_beside_the_labels(documents: DocumentReader) -> None:
    content = compose.form_pdf(
        {"Nama": "Budi Contoh", "Alamat": "Jl. Contoh 5", "Uraian": "KTP belum terbit"}
    )
    assert text(documents, content) == "Nama: Budi Contoh\nAlamat: Jl. Contoh 5\nUraian: KTP belum terbit"


def test_boxes_to_tick_are_told_apart(documents: DocumentReader) -> None:
    content = compose.tick_pdf({"Dirahasiakan": "Yes", "Lansia": "Off", "Anak": "x" * 90})
    assert text(documents, content) == "Dirahasiakan\t\u2612\nLansia\t\u2610\nAnak\t\u2612"


def test_a_link_makes_no_form(documents: DocumentReader) -> None:
    """Letterheads carry links to web pages and mailboxes; columns stay columns there."""
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://dinas.example)>>>>"
    columns = set_at(
        (60, 700, "kiri satu"), (60, 685, "kiri dua"), (320, 700, "kanan satu"), (320, 685, "kanan dua")
    )
    content = pdf_of([columns], objects=[b"<<>>", link], page=b"/Annots[7 0 R]")
    assert text(documents, content) == "kiri satu\nkiri dua\nkanan satu\nkanan dua"


def test_cells_that_stand_apart_stay_apart(documents: DocumentReader) -> None:
    page = set_at(
        (60, 700, "Nama"), (160, 700, "Budi Contoh"), (60, 685, "Nomor"), (120, 685, ":"), (130, 685, "12/A/2026"),
        (60, 670, "Hal: Jawaban"), (360, 670, "Kupang, 2 September 2026"), (60, 655, "kata"), (85, 655, "berikut"),
    )  # fmt: skip
    assert text(documents, pdf_of([page])) == (
        "Nama\tBudi Contoh\nNomor: 12/A/2026\nHal: Jawaban\tKupang, 2 September 2026\nkata berikut"
    )


def test_a_column_of_answers_comes_back_to_its_labels(documents: DocumentReader) -> None:
    page = set_at(
        (60, 700, "Nama"), (60, 685, "Alamat"), (60, 670, "Terlapor"), (60, 640, "Demikian laporan saya."),
        (150, 700, ": Budi Contoh"), (150, 685, ": Jl. Contoh 5"), (150, 670, ": Dinas Contoh"),
    )  # fmt: skip
    assert text(documents, pdf_of([page])) == (
        "Nama: Budi Contoh\nAlamat: Jl. Contoh 5\nTerlapor: Dinas Contoh\nDemikian laporan saya."
    )


def test_columns_of_prose_stay_columns(documents: DocumentReader) -> None:
    left = [(60, 700 - 15 * n, f"kolom kiri baris {n}") for n in range(3)]
    right = [(320, 700 - 15 * n, f"kolom kanan baris {n}") for n in range(3)]
    lines = text(documents, pdf_of([set_at(*left, *right)])).split("\n")
    assert lines == [words for _, _, words in (*left, *right)]


@pytest.mark.parametrize(
    "page",
    [
        picture_page(),
        picture_page() + set_lines(["Dipindai dengan CamScanner"]),
        b"".join(f"q 595 0 0 43 0 {42 * strip} cm /I1 Do Q ".encode() for strip in range(20)),
    ],
    ids=["one picture", "with the name of the scanner", "in strips"],
)
def test_a_scan_is_for_a_person(documents: DocumentReader, page: bytes) -> None:
    found = read(documents, pdf_of([page]))
    assert (found.state, found.reason) == ("scanned", "pages are pictures")


def test_a_letter_with_a_letterhead_picture_is_no_scan(documents: DocumentReader) -> None:
    logo = b"q 500 0 0 90 50 740 cm /I1 Do Q "
    assert text(documents, pdf_of([logo + set_lines(["Terlampir surat kami."])])) == "Terlampir surat kami."


def test_a_scan_with_a_text_layer_is_read(documents: DocumentReader) -> None:
    layer = [f"baris {number} dari surat yang dipindai dengan lapisan teks" for number in range(10)]
    assert text(documents, pdf_of([picture_page() + set_lines(layer)])).count("\n") == 9


def test_a_letter_with_scanned_annexes_says_which_pages(documents: DocumentReader) -> None:
    found = read(documents, pdf_of([set_lines(compose.LETTER), picture_page(), picture_page()]))
    assert found == Extract("text", "\n".join(compose.LETTER), "a picture only on page 2, 3")


def test_an_empty_page_says_nothing(documents: DocumentReader) -> None:
    assert read(documents, pdf_of([b""])) == Extract("scanned", "", "no text on its pages")


def test_only_the_first_pages_of_a_book_are_read(documents: DocumentReader) -> None:
    found = read(documents, pdf(*[[f"halaman {number}"] for number in range(1, 71)]))
    assert found.reason == "the first 50 of 70 pages"
    assert found.text.endswith("halaman 50")


def test_a_password_is_named(documents: DocumentReader) -> None:
    found = read(documents, pdf(compose.LETTER, password="rahasia"))
    assert found == Extract("encrypted", "", "asks for a password")


def test_a_letter_that_only_forbids_printing_is_read(documents: DocumentReader) -> None:
    assert text(documents, pdf(compose.LETTER, password="")) == "\n".join(compose.LETTER)


@pytest.mark.parametrize(("first", "state"), [(b"<e000>", "scanned"), (b"<0000>", "text")])
def test_a_font_that_does_not_tell_its_letters_gives_no_text(
    documents: DocumentReader, first: bytes, state: str
) -> None:
    """A cmap into the private area: what is drawn can be read by eyes only."""
    shown = b"BT /F2 11 Tf 60 780 Td (Tanggapan atas laporan masyarakat) Tj ET"
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange"
        b" <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> " + first + b" endbfrange endcmap end end"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    objects = [font, b"<</Length %d>>\nstream\n%s\nendstream" % (len(cmap), cmap)]
    page = b"/Resources<</Font<</F2 6 0 R>>>>"
    assert read(documents, pdf_of([shown], objects=objects, page=page)).state == state


# --- Word ---------------------------------------------------------------------------------------------------


def test_the_rows_of_a_form_stay_rows(documents: DocumentReader) -> None:
    content = docx(
        p("FORMULIR PENGADUAN")
        + table(["Nama", "Budi Contoh"], ["NIK", ":", "5105040203710000"], ["Uraian", p("satu") + p("dua")])
        + p("Demikian.")
    )
    assert text(documents, content) == (
        "FORMULIR PENGADUAN\nNama\tBudi Contoh\nNIK: 5105040203710000\nUraian\tsatu\ndua\nDemikian."
    )


def test_tab_stops_before_a_colon_make_a_label(documents: DocumentReader) -> None:
    content = docx(
        "<w:p><w:r><w:t>Nomor</w:t><w:tab/><w:t>: 400/12/2026</w:t><w:br/><w:t>Hal</w:t></w:r></w:p>"
    )
    assert text(documents, content) == "Nomor: 400/12/2026\nHal"


def test_the_letterhead_comes_first_and_once(documents: DocumentReader) -> None:
    content = docx(
        p("Yth. Kepala Perwakilan"),
        header1=p("DINAS CONTOH"),
        header2=p("DINAS CONTOH"),
        footer1=p("Jl. Contoh"),
    )
    assert " ".join(text(documents, content).split()) == "DINAS CONTOH Yth. Kepala Perwakilan Jl. Contoh"


@pytest.mark.parametrize(
    "unseen",
    [
        '<w:p><w:del w:id="1"><w:r><w:delText>lama</w:delText><w:t>lama</w:t></w:r></w:del></w:p>',
        '<w:p><w:moveFrom w:id="1"><w:r><w:t>lama</w:t></w:r></w:moveFrom></w:p>',
        p("lama", "<w:rPr><w:vanish/></w:rPr>"),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("lama") + "</w:sdtContent></w:sdt>",
        "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>lama</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        '<w:p><w:r><w:instrText> HYPERLINK "lama" </w:instrText></w:r></w:p>',
    ],
    ids=["deleted", "moved away", "hidden", "prompt", "second form", "field code"],
)
def test_what_no_reader_of_the_page_sees_is_left_out(documents: DocumentReader, unseen: str) -> None:
    assert text(documents, docx(p("awal") + unseen + p("akhir"))).split() == ["awal", "akhir"]


@pytest.mark.parametrize(
    "seen",
    [
        p("baru", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
        '<w:p><w:ins w:id="1"><w:r><w:t>baru</w:t></w:r></w:ins></w:p>',
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + p("baru") + "</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr/><w:sdtContent>" + table(["baru"]) + "</w:sdtContent></w:sdt>",
    ],
    ids=["not hidden", "inserted", "filled in", "filled in table"],
)
def test_what_a_reader_of_the_page_sees_is_read(documents: DocumentReader, seen: str) -> None:
    assert text(documents, docx(p("awal") + seen + p("akhir"))).split() == ["awal", "baru", "akhir"]


@pytest.mark.parametrize(
    ("box", "mark"),
    [
        ("<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>", "\u2610"),
        ("<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>", "\u2612"),
        (
            "<w:ffData><w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox></w:ffData>",
            "\u2610",
        ),
        ("<w:sym w:font='Wingdings' w:char='F0FE'/>", "\u2612"),
        ("<w:sym w:font='Wingdings' w:char='f0a8'/>", "\u2610"),
        ("<w:sym w:font='Symbol' w:char='F0B7'/>", ""),
        ("<w:t>\u2612</w:t>", "\u2612"),
    ],
)
def test_boxes_of_a_form_are_told_apart(documents: DocumentReader, box: str, mark: str) -> None:
    content = docx(f"<w:p><w:r><w:t>Dirahasiakan: </w:t></w:r><w:r>{box}</w:r></w:p>")
    assert text(documents, content) == f"Dirahasiakan: {mark}".strip()


def test_a_document_with_pictures_only_is_for_a_person(documents: DocumentReader) -> None:
    assert read(documents, docx("<w:p/>")).state == "scanned"


def test_the_main_part_has_the_name_that_the_package_gives_it(documents: DocumentReader) -> None:
    """Word of Microsoft 365 writes document2.xml."""
    content = docx(p("isi surat"))
    renamed = compose.zipped(
        {
            name.replace("document.xml", "document2.xml"): part.replace(b"document.xml", b"document2.xml")
            for name, part in compose.unzipped(content).items()
        }
    )
    assert text(documents, renamed) == "isi surat"


# --- the others ---------------------------------------------------------------------------------------------


def test_a_workbook_gives_its_rows_without_hidden_sheets(documents: DocumentReader) -> None:
    content = xlsx(
        {"Daftar": [["Nama", "NIK"], ["Budi Contoh", "5105040203710000"]], "Rahasia": [["tersembunyi"]]},
        ["Rahasia"],
    )
    assert text(documents, content) == "Daftar\nNama\tNIK\nBudi Contoh\t5105040203710000"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd/mm/yyyy", "2026-09-01"), ("[$-421]dd mmmm yyyy;@", "2026-09-01"), ("mmm-yy", "2026-09-01"),
        ("0.00", "46266"), ('#,##0 "hari"', "46266"), ("h:mm", "46266"),
    ],
)  # fmt: skip
def test_dates_of_a_workbook_are_dates(documents: DocumentReader, code: str, shown: str) -> None:
    parts = compose.unzipped(xlsx({"Daftar": [["46266"]]}))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<c><v>", b'<c s="1"><v>')
    styles = (
        f"<styleSheet><numFmts><numFmt numFmtId='164' formatCode='{code}'/></numFmts>"
        "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>"
    )
    content = compose.zipped({**parts, "xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": styles})
    assert text(documents, content) == f"Daftar\n{shown}"


def test_an_open_document_gives_paragraphs_and_rows(documents: DocumentReader) -> None:
    content = compose.open_document(
        "<text:tracked-changes><text:p>lama</text:p></text:tracked-changes><text:h>Surat</text:h>"
        '<text:p>satu<text:s text:c="2"/>dua<text:tab/>tiga <text:span>empat</text:span></text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Nama</text:p></table:table-cell>"
        "<table:table-cell><text:p>Budi</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert text(documents, content) == "Surat\nsatu dua\ttiga empat\nNama\tBudi"


def test_slides_come_in_their_order(documents: DocumentReader) -> None:
    parts = {f"ppt/slides/slide{n}.xml": f"<p><r><t>lembar {n}</t></r></p>" for n in (10, 2, 1)}
    content = compose.zipped({"ppt/presentation.xml": "<p/>", **parts})
    assert text(documents, content).split("\n\n") == ["lembar 1", "lembar 2", "lembar 10"]


@pytest.mark.parametrize(
    ("content", "read_as"),
    [
        (
            rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Nama\tab : Budi\par Uraian\'e9\u8220?x\u8221?\par}",
            "Nama: Budi\nUraian\xe9\u201cx\u201d",
        ),
        (rb"{\rtf1{\*\generator Word;}{\info{\title rahasia}}isi\{\}{\v tersembunyi}!}", "isi{}!"),
        (rb"{\rtf1\trowd Nama\cell Budi\cell\row}", "Nama\tBudi"),
        (b"{\\rtf1\\ansicpg1251 \\'cf}", "\u041f"),
    ],
)
def test_rich_text(documents: DocumentReader, content: bytes, read_as: str) -> None:
    assert text(documents, content) == read_as


@pytest.mark.parametrize(
    ("content", "read_as"),
    [
        (compose.doc("Yth. Kepala\rPerwakilan\r"), "Yth. Kepala\nPerwakilan"),
        (compose.doc(b"Nama\x07Budi\x07\x07NIK\x07123\x07\x07", table="1Table"), "Nama\tBudi\nNIK\t123"),
        (compose.doc(b"R\xe9sum\xe9 ", "\u201csatu\u201d ", b"dua"), "Résumé \u201csatu\u201d dua"),
        (
            compose.doc("lihat \x13 HYPERLINK x \x14dinas.example\x15 dan \x13PAGE\x15 B\x1e1"),
            "lihat dinas.example dan B-1",
        ),
        (compose.doc("isi surat " * 2_000), ("isi surat " * 2_000).strip()),
    ],
    ids=["paragraphs", "rows", "pieces", "fields", "long"],
)
def test_word_97(documents: DocumentReader, content: bytes, read_as: str) -> None:
    assert text(documents, content) == read_as


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (compose.doc("isi", flags=0x0100), "encrypted"),
        (compose.doc("isi", version=0x0065), "scanned"),
        (compose.doc("\r\r"), "scanned"),
        (compose.compound({"WordDocument": b""}), "damaged"),
        (compose.doc("isi surat")[:1024], "damaged"),
    ],
    ids=["password", "Word 95", "empty", "nothing in it", "cut"],
)
def test_word_97_without_text(documents: DocumentReader, content: bytes, state: str) -> None:
    found = documents.extract("doc", content)
    assert found is not None
    assert found.state == state


def test_sectors_in_circles_end(documents: DocumentReader) -> None:
    content = bytearray(compose.doc("isi surat " * 2_000))
    fat = len(content) - 512
    content[fat : fat + 4] = (0).to_bytes(4, "little")
    found = documents.extract("doc", bytes(content))
    assert found is not None
    assert len(found.text) <= 20_000


def test_a_package_that_is_no_document_is_none(documents: DocumentReader) -> None:
    assert documents.extract("zip", compose.zipped({"foto.jpg": b"\xff\xd8\xff"})) is None
