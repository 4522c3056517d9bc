"""Word and OpenDocument files."""

# ruff: noqa: E501 - markup and tables are easier to read in one piece

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from looking import heads, marked, one, tables, words

from whosat.extract import readers
from whosat.extract.document import BlockKind
from whosat.ontology.errors import UnreadableDocument

Make = Callable[[Callable[[Any], None]], bytes]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _append(document: Any, markup: str) -> None:
    from docx.oxml import parse_xml

    document.element.body.insert(len(document.element.body) - 1, parse_xml(markup))


def test_paragraphs_lists_and_tables_come_in_reading_order(word: Make) -> None:
    def fill(document: Any) -> None:
        document.core_properties.title = "Minutes"
        document.add_heading("Harbour Board", 1)
        document.add_paragraph().add_run("Present:").bold = True
        table = document.add_table(3, 3)
        for row, texts in enumerate(
            [("Name", "Body", "Status"), ("Ann Lee", "Docks\nTrust", "P"), ("Joe Day", "", "A")]
        ):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        document.add_paragraph("Raj Sen", style="List Bullet")
        document.sections[0].header.paragraphs[0].text = "DRAFT"
        document.sections[0].footer.paragraphs[0].text = "Page 1"

    document = one("x.docx", word(fill))
    assert [b.kind for b in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.HEADING,
        BlockKind.TABLE,
        BlockKind.ITEM,
        BlockKind.FURNITURE,
        BlockKind.FURNITURE,
    ]
    assert tables(document) == [
        [["Name", "Body", "Status"], ["Ann Lee", "Docks\nTrust", "P"], ["Joe Day", "", "A"]]
    ]
    assert heads(document) == ["Name", "Body", "Status"]
    assert marked(document, "bold")[-1] == "Present:" and document.title == "Minutes"


def test_a_merged_cell_stands_once_with_its_spans(word: Make) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(3, 3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"{row}{column}"
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(1, 2).merge(table.cell(2, 2))

    document = one("x.docx", word(fill))
    cells = {(c.row, c.column): c for b in document.blocks for c in b.cells}
    assert cells[0, 0].column_span == 2 and (0, 1) not in cells
    assert cells[1, 2].row_span == 2 and (2, 2) not in cells


def test_a_frame_around_a_table_and_a_column_alone_are_no_tables(word: Make) -> None:
    def fill(document: Any) -> None:
        outer = document.add_table(1, 1).cell(0, 0)
        outer.text = "Members"
        inner = outer.add_table(2, 2)
        for row, texts in enumerate([("Ann Lee", "Docks"), ("Joe Day", "Trust")]):
            for column, text in enumerate(texts):
                inner.cell(row, column).text = text

    document = one("x.docx", word(fill))
    assert tables(document) == [[["Ann Lee", "Docks"], ["Joe Day", "Trust"]]]
    assert "Members" in words(document)


def test_line_breaks_make_lines_and_tabs_make_cells(word: Make) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Ann Lee, Docks\nJoe Day, Trust")
        document.add_paragraph("Raj Sen\t\tCity Council")
        document.add_paragraph("Wu Min\tHarbour Office")
        document.add_paragraph("1.\tWelcome")

    document = one("x.docx", word(fill))
    assert words(document)[:2] == ["Ann Lee, Docks", "Joe Day, Trust"]
    assert tables(document)[0][:2] == [["Raj Sen", "City Council"], ["Wu Min", "Harbour Office"]]


def test_tracked_changes_are_taken_as_accepted_and_boxes_as_ticked(word: Make) -> None:
    def fill(document: Any) -> None:
        _append(
            document,
            f'<w:p {W}><w:r><w:t xml:space="preserve">Ann </w:t></w:r><w:del w:id="1"><w:r><w:delText>Old</w:delText></w:r>'
            '</w:del><w:ins w:id="2"><w:r><w:t>Lee</w:t></w:r></w:ins></w:p>',
        )
        w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        for ticked in ("1", "0"):
            _append(
                document,
                f'<w:p {W} {w14}><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{ticked}"/></w14:checkbox></w:sdtPr>'
                "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
                '<w:r><w:t xml:space="preserve"> Joe Day</w:t></w:r></w:p>',
            )
        _append(
            document, f'<w:p {W}><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Raj</w:t></w:r></w:p>'
        )
        _append(document, f"<w:p {W}><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>")

    assert words(one("x.docx", word(fill))) == ["Ann Lee", "☒ Joe Day", "☐ Joe Day", "☒ Raj"]


def test_a_text_box_follows_its_paragraph_once(word: Make) -> None:
    box = f"<w:txbxContent {W}><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

    def fill(document: Any) -> None:
        _append(
            document,
            f"<w:p {W} {mc}><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert words(one("x.docx", word(fill))) == ["Before", "In the box"]


def test_a_document_with_macros_is_read(word: Make) -> None:
    plain = word(lambda document: document.add_paragraph("Ann Lee, Docks"))
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(plain)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            new.writestr(member, data)
        new.writestr("word/vbaProject.bin", b"macro")
    assert words(one("x.docm", stream.getvalue())) == ["Ann Lee, Docks"]


def test_a_table_of_ten_thousand_rows_is_read(word: Make) -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>Ann Lee</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Docks</w:t></w:r></w:p></w:tc></w:tr>"
    data = word(lambda document: _append(document, f"<w:tbl {W}>{row * 10_000}</w:tbl>"))
    assert len(tables(one("x.docx", data))[0]) == 10_000


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty part"])
def test_a_damaged_file_is_told_in_a_sentence(word: Make, damage: str) -> None:
    data = word(lambda document: document.add_paragraph("Ann Lee"))
    if damage == "cut":
        data = data[: len(data) // 2]
    elif damage == "flipped":
        middle = data.index(b"word/document.xml") + 60
        data = (
            data[:middle] + bytes(255 - byte for byte in data[middle : middle + 200]) + data[middle + 200 :]
        )
    else:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("word/document.xml", "")
        data = stream.getvalue()
    with pytest.raises(UnreadableDocument, match="damaged"):
        readers.read_bytes("x.docx", data)


def test_a_password_is_told(word: Make) -> None:
    data = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )
    with pytest.raises(UnreadableDocument, match="password"):
        readers.read_bytes("x.docx", data)


ODT = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:h text:outline-level="2">Harbour Board</text:h>
<text:p><text:span text:style-name="T1">Ann Lee</text:span>,<text:s/>Docks<text:line-break/>Joe Day</text:p>
<text:list><text:list-item><text:p>Raj Sen</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Name</text:p></table:table-cell>
<table:covered-table-cell/><table:table-cell><text:p>Status</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Wu</text:p><text:p>Min</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="1000000"/></table:table-row>
<table:table-row><table:table-cell><text:p>Al</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell>
<table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def test_opendocument() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
    document = one("x.odt", stream.getvalue())
    assert words(document, BlockKind.HEADING, BlockKind.PARAGRAPH) == [
        "Harbour Board",
        "Ann Lee, Docks",
        "Joe Day",
    ]
    assert words(document, BlockKind.ITEM) == ["Raj Sen"]
    assert tables(document) == [[["Name", "", "Status"], ["Wu\nMin", "", ""], ["Al", "x", "A"]]]
    assert marked(document, "bold") == ["Ann Lee"]
