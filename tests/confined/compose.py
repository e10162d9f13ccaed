"""Documents for the tests, written by hand: no library that reads them had a part in writing them."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

LETTER = (
    "DINAS PENDIDIKAN KABUPATEN CONTOH",
    "Nomor : 400.3/1234/Disdik/2026",
    "Hal : Tanggapan atas laporan masyarakat",
    "Sehubungan dengan surat Saudara, dapat kami sampaikan bahwa",
    "seragam sudah dibagikan kepada seluruh siswa penerima.",
)


# --- PDF 1.4 (PDF 32000-1) -------------------------------------------------------------------------------


def pdf(*pages: Iterable[str], **more: object) -> bytes:
    """One page for each group of lines, in a font that every reader brings along."""
    return pdf_of([set_lines(page) for page in pages] or [b""], **more)  # type: ignore[arg-type]


def set_lines(lines: Iterable[str]) -> bytes:
    shown = b" ".join(b"(" + _literal(line) + b") Tj T*" for line in lines)
    return b"BT /F1 11 Tf 14 TL 60 780 Td " + shown + b" ET"


def set_at(*pieces: tuple[int, int, str]) -> bytes:
    """Pieces of text at their places: x, y in points from the lower left."""
    return b" ".join(
        b"BT /F1 11 Tf " + f"{x} {y} Td (".encode() + _literal(text) + b") Tj ET" for x, y, text in pieces
    )


def _literal(text: str) -> bytes:
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def picture_page(width: int = 40, height: int = 60) -> bytes:
    """A page that one picture fills, as scanners make it."""
    return b"q 595 0 0 842 0 0 cm /I1 Do Q"


def pdf_of(
    contents: Sequence[bytes],
    *,
    objects: Sequence[bytes] = (),
    page: bytes = b"",
    head: bytes = b"",
    password: str | None = None,
    pixels: tuple[int, int] = (40, 60),
) -> bytes:
    """Pages with these content streams, whose dictionaries hold `head`; `objects` begin with number 6."""
    width, height = pixels
    image = zlib.compress(bytes(width * height))
    image_head = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
    first = 6 + len(objects)
    numbers = [first + 2 * n for n in range(len(contents))]
    kids = " ".join(f"{n} 0 R" for n in numbers)
    form = b"/AcroForm 6 0 R" if objects else b""
    all_objects = [
        b"<</Type/Catalog/Pages 2 0 R" + form + b">>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        _stream(image_head.encode(), image),
        b"<</Producer(compose)>>",
        *objects,
    ]
    for number, content in zip(numbers, contents, strict=True):
        all_objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R>>>>"
            + page
            + f"/Contents {number + 1} 0 R>>".encode()
        )
        all_objects.append(_stream(head, content))
    return _assembled(all_objects, password)


def _stream(head: bytes, data: bytes) -> bytes:
    return b"<<" + head + f"/Length {len(data)}>>".encode() + b"\nstream\n" + data + b"\nendstream"


def _assembled(objects: Sequence[bytes], password: str | None) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        if password is not None:
            body = _locked(body, number, password)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    trailer = b"/Root 1 0 R"
    if password is not None:
        places.append(len(out))
        out += f"{len(objects) + 1} 0 obj\n".encode() + _lock(password) + b"\nendobj\n"
        trailer += f"/Encrypt {len(objects) + 1} 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]".encode()
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += b"trailer<<" + trailer + f"/Size {len(places) + 1}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


_ID = b"0123456789abcdef"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _keys(password: str) -> tuple[bytes, bytes]:
    """The owner's entry and the file key of the standard security handler, revision 2 (PDF 32000-1, 7.6.3)."""
    user = (password.encode("latin-1") + _PAD)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:5], user)
    return owner, hashlib.md5(user + owner + struct.pack("<i", -4) + _ID).digest()[:5]


def _locked(body: bytes, number: int, password: str) -> bytes:
    head, stream, rest = body.partition(b"\nstream\n")
    if not stream:
        return body
    key = hashlib.md5(_keys(password)[1] + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10]
    return head + stream + _rc4(key, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _lock(password: str) -> bytes:
    owner, key = _keys(password)
    return f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{_rc4(key, _PAD).hex()}>>>".encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def tick_pdf(values: Mapping[str, str]) -> bytes:
    """Boxes to tick, each beside its label; the value is the name of the state that the box is in."""
    boxes = [
        f"<</Type/Annot/Subtype/Widget/FT/Btn/F 4/T({label})/AS/{state}/Rect[200 {780 - 14 * n} 210 {790 - 14 * n}]>>"
        for n, (label, state) in enumerate(values.items())
    ]
    names = " ".join(f"{7 + n} 0 R" for n in range(len(boxes)))
    objects = [f"<</Fields[{names}]>>".encode(), *(box.encode() for box in boxes)]
    return pdf_of([set_lines(values)], objects=objects, page=f"/Annots[{names}]".encode())


def form_pdf(values: Mapping[str, str]) -> bytes:
    """A form that was filled in on a screen: labels on the page, answers in the appearance of its fields."""
    fields, labels, appearances = [], [], []
    for number, (label, value) in enumerate(values.items()):
        y = 780 - 14 * number
        mine = 7 + 2 * number
        labels.append(f"{label} :")
        fields.append(f"{mine} 0 R")
        box = f"[200 {y - 3} 500 {y + 11}]"
        appearances += [
            f"<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T({label})/V({value})/Rect{box}/AP<</N {mine + 1} 0 R>>>>".encode(),
            _stream(
                b"/Type/XObject/Subtype/Form/BBox[0 0 300 14]/Resources<</Font<</F1 3 0 R>>>>",
                b"/Tx BMC BT /F1 11 Tf 2 3 Td (" + value.encode() + b") Tj ET EMC",
            ),
        ]
    names = " ".join(fields)
    objects = [f"<</Fields[{names}]/DA(/F1 11 Tf)/DR<</Font<</F1 3 0 R>>>>>>".encode(), *appearances]
    return pdf_of([set_lines(labels)], objects=objects, page=f"/Annots[{names}]".encode())


# --- Office Open XML (ECMA-376) and OpenDocument ------------------------------------------------------------


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document; `parts` are further ones in word/, such as header1."""
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": _word("document", f"<w:body>{body}</w:body>"),
            **{f"word/{name}.xml": _word("hdr", content) for name, content in parts.items()},
        }
    )


def _word(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{inner}</w:{root}>'


def p(text: str, properties: str = "") -> str:
    return f'<w:p><w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*rows: Sequence[str]) -> str:
    """Cells hold text, or paragraphs where they begin with '<'."""
    cells = ("".join(f"<w:tc>{c if c[:1] == '<' else p(c)}</w:tc>" for c in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def xlsx(sheets: Mapping[str, Sequence[Sequence[str]]], hidden: Iterable[str] = ()) -> bytes:
    """A workbook with shared strings; cells that are all digits are numbers."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings: list[str] = []
    parts: dict[str, str | bytes] = {}
    listed, targets = [], {}
    for number, (title, rows) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if title in hidden else ""
        listed.append(f'<sheet name="{title}" sheetId="{number}" r:id="rId{number}"{state}/>')
        targets[f"rId{number}"] = ("worksheet", f"worksheets/sheet{number}.xml")
        lines = "".join(f"<row>{''.join(_cell(c, strings) for c in row)}</row>" for row in rows)
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
        )
    items = "".join(f"<si><t>{escape(s)}</t></si>" for s in strings)
    return zipped(
        {
            "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{R}"><sheets>{"".join(listed)}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(targets),
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{items}</sst>',
            **parts,
        }
    )


def _cell(text: str, strings: list[str]) -> str:
    if text.isdigit():
        return f"<c><v>{text}</v></c>"
    strings.append(text)
    return f'<c t="s"><v>{len(strings) - 1}</v></c>'


def open_document(body: str) -> bytes:
    """An .odt: `body` in the namespaces text: and table:."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        }
    )


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


# --- compound files ([MS-CFB]) and Word 97 ([MS-DOC]) -------------------------------------------------------


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Streams of any size in sectors of 512 bytes; those below 4,096 bytes in the stream for small ones."""
    sectors: list[bytes] = []
    chains: list[int] = []

    def stored(data: bytes) -> int:
        if not data:
            return 0xFFFFFFFE
        first = len(sectors)
        for at in range(0, len(data), 512):
            sectors.append(data[at : at + 512].ljust(512, b"\0"))
            chains.append(len(sectors))
        chains[-1] = 0xFFFFFFFE
        return first

    small, small_chains, entries = bytearray(), [], []
    for name, data in streams.items():
        if len(data) >= 4096:
            entries.append((name, 2, stored(data), len(data)))
            continue
        entries.append((name, 2, len(small) // 64 if data else 0xFFFFFFFE, len(data)))
        for at in range(0, len(data), 64):
            small += data[at : at + 64].ljust(64, b"\0")
            small_chains.append(len(small) // 64)
        if data:
            small_chains[-1] = 0xFFFFFFFE
    entries.insert(0, ("Root Entry", 5, stored(bytes(small)), len(small)))
    small_fat = stored(struct.pack(f"<{len(small_chains)}I", *small_chains))
    last = len(entries) - 1  # siblings hang one below the other, to the right
    links = [(_NONE if n in (0, last) else n + 1, 1 if n == 0 else _NONE) for n in range(len(entries))]
    directory = stored(b"".join(_entry(*one, *link) for one, link in zip(entries, links, strict=True)))
    fat_at = len(sectors)
    count = 1 + (len(sectors) + 1) // 127
    table = [*chains, *[0xFFFFFFFD] * count]
    table += [0xFFFFFFFF] * (-len(table) % 128)
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, small_fat, 1, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *range(fat_at, fat_at + count), *[0xFFFFFFFF] * (109 - count))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, start: int, size: int, right: int, child: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, _NONE, right, child)
    return head + bytes(36) + struct.pack("<II", start, size) + bytes(4)


_NONE = 0xFFFFFFFF


def doc(*pieces: str | bytes, flags: int = 0, version: int = 0x00C1, table: str = "0Table") -> bytes:
    """A Word 97 document of pieces: text in UTF-16, bytes in cp1252."""
    text, ends, places = bytearray(), [0], []
    for piece in pieces:
        start = 0x800 + len(text)
        places.append(start * 2 | 0x40000000 if isinstance(piece, bytes) else start)
        text += piece if isinstance(piece, bytes) else piece.encode("utf-16-le")
        ends.append(ends[-1] + len(piece))
    plc = struct.pack(f"<{len(ends)}I", *ends) + b"".join(struct.pack("<HIH", 0, one, 0) for one in places)
    clx = b"\x01\x02\x00xx\x02" + struct.pack("<I", len(plc)) + plc
    fib = bytearray(0x800)
    struct.pack_into("<HH", fib, 0, 0xA5EC, version)
    struct.pack_into("<H", fib, 10, flags | (0x0200 if table == "1Table" else 0))
    struct.pack_into("<3I", fib, 0x4C, ends[-1], 0, 0)
    struct.pack_into("<II", fib, 0x01A2, 7, len(clx))
    return compound({"WordDocument": bytes(fib) + bytes(text), table: bytes(7) + clx})
