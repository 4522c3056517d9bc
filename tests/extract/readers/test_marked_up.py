"""Markdown, web pages, reStructuredText and ModernGov's XML."""

# ruff: noqa: E501 - markup and tables are easier to read in one piece

from __future__ import annotations

import pytest
from looking import heads, marked, one, tables, words

from whosat.extract import readers
from whosat.extract.document import BlockKind
from whosat.ontology.errors import UnreadableDocument


def test_markdown_loses_its_markup_and_keeps_its_words() -> None:
    document = one(
        "x.md",
        "---\ntitle: Harbour Board\ndate: 2019-03-12\nlayout: post\n---\n## Present\n\n* **Ann Lee** (Trust)\n"
        "* Joe Day\n\nRaj Sen\nWu Min\n\n| Action | Who |\n| --- | --- |\n| Ask *them* | Ann<br>Joe |\n\n_End_ of [it](http://x)\n",
    )
    assert words(document, BlockKind.HEADING) == ["Harbour Board", "Present"]
    assert words(document, BlockKind.ITEM) == ["Ann Lee (Trust)", "Joe Day"]
    assert words(document, BlockKind.PARAGRAPH) == ["date: 2019-03-12", "Raj Sen", "Wu Min", "End of it"]
    assert words(document, BlockKind.FURNITURE) == ["layout: post"]
    assert tables(document) == [[["Action", "Who"], ["Ask them", "Ann\nJoe"]]]
    assert heads(document) == ["Action", "Who"]
    assert marked(document, "bold") == ["Ann Lee"] and marked(document, "link") == ["it"]
    assert document.title == "Harbour Board" and document.created == "2019-03-12"


PAGE = """<!DOCTYPE html><html><head><title>Minutes</title><style>p{}</style></head><body>
<nav><ul><li>Home</li></ul></nav><div class="cookie-banner">We use cookies</div>
<h1>Harbour&nbsp;Board</h1><p>Ann Lee, <strong>Trust</strong><br>Joe Day, Council</p>
<table><thead><tr><th>Name</th><th>March</th><th>April</th></tr></thead>
<tr><td rowspan="2">Docks<br>Trust</td><td>P</td><td>A</td></tr><tr><td colspan="2">left</td></tr></table>
<table><tr><td><table><tr><td>Ann</td><td>here</td></tr><tr><td>Joe</td><td>away</td></tr></table></td></tr></table>
<ul><li>one<ul><li>two</li></ul></li></ul><dl><dt>Chair</dt><dd>Ann Lee</dd><dt>Clerk</dt><dd>Joe Day</dd></dl>
<p><input type="checkbox" checked>Raj Sen</p><p style="display:none">secret</p><script>var x</script>
<footer>Harbour Board 2019</footer></body></html>"""


def test_a_web_page_gives_its_blocks_and_drops_its_menus() -> None:
    document = one("page.html", PAGE)
    assert words(document, BlockKind.HEADING) == ["Harbour Board"]
    assert words(document, BlockKind.PARAGRAPH) == ["Ann Lee, Trust", "Joe Day, Council", "☒ Raj Sen"]
    assert words(document, BlockKind.ITEM) == ["one", "two"]
    assert words(document, BlockKind.FURNITURE) == ["Harbour Board 2019"]
    assert tables(document) == [
        [["Name", "March", "April"], ["Docks\nTrust", "P", "A"], ["", "left", ""]],
        [["Ann", "here"], ["Joe", "away"]],
        [["Chair", "Ann Lee"], ["Clerk", "Joe Day"]],
    ]
    spans = {
        document.text[c.start : c.end]: (c.row_span, c.column_span) for b in document.blocks for c in b.cells
    }
    assert spans["Docks\nTrust"] == (2, 1) and spans["left"] == (1, 2)
    assert marked(document, "bold") == ["Trust"] and document.title == "Minutes"
    for gone in ("Home", "cookies", "secret", "var x"):
        assert gone not in document.text


def test_the_main_part_of_a_page_is_what_counts() -> None:
    main = "<p>" + "The board met and talked. " * 20 + "</p>"
    document = one(
        "p.html",
        f"<html><body><div>Menu</div><h1>Board</h1><main>{main}</main><div>Share</div></body></html>",
    )
    assert words(document, BlockKind.FURNITURE) == ["Menu", "Share"]
    assert words(document, BlockKind.HEADING) == ["Board"]


def test_the_declared_encoding_of_a_page_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Siân “Lee”</p></body></html>'
    assert "Siân “Lee”" in one("p.htm", page.encode("cp1252")).text


def test_content_counts_more_than_the_suffix() -> None:
    assert one("minutes.txt", PAGE).format == "html"


def test_restructured_text() -> None:
    document = one(
        "x.rst",
        "Harbour Board\n=============\n\nPresent\n-------\n\n* **Ann Lee**, Trust\n* Joe Day\n\n===== =====\nName  Body\n"
        "===== =====\nAnn   Docks\nJoe   Trust\n===== =====\n\n.. include:: /etc/hostname\n\n.. raw:: html\n\n   <b>no</b>\n",
    )
    assert words(document, BlockKind.HEADING) == ["Harbour Board", "Present"]
    assert words(document, BlockKind.ITEM) == ["Ann Lee, Trust", "Joe Day"]
    assert tables(document) == [[["Name", "Body"], ["Ann", "Docks"], ["Joe", "Trust"]]]
    assert "<b>" not in document.text


MEETING = """<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingid>12</meetingid><committeetitle>Harbour Scrutiny</committeetitle>
<meetingdate>12/03/2019</meetingdate><meetingtime>10.00 am</meetingtime><meetinglocation>Old Hall</meetinglocation>
<attendees>
<attendee membertype="Member" memberid="1" name="Councillor Ann Lee" roledescription="Chair" attendance="Present" representing=""><url>http://x</url></attendee>
<attendee membertype="Member" memberid="2" name="Joe Day" roledescription="Member" attendance="Apologies" representing="Docks Trust" />
</attendees>
<agendaitems><agendaitem><agendaitemid>5</agendaitemid><agendaitemtitle>Welcome &amp;amp; apologies</agendaitemtitle>
<minutes>&lt;p&gt;The chair opened the meeting.&lt;/p&gt;&lt;p&gt;Nobody spoke.&lt;/p&gt;</minutes></agendaitem></agendaitems>
</meeting>"""


def test_a_meeting_of_moderngov_gives_its_attendance_as_a_table() -> None:
    document = one("meeting.xml", MEETING)
    assert document.title == "Harbour Scrutiny"
    assert tables(document) == [
        [
            ["Name", "Role", "Attendance", "Representing"],
            ["Councillor Ann Lee", "Chair", "Present", ""],
            ["Joe Day", "Member", "Apologies", "Docks Trust"],
        ]
    ]
    assert "Date: 12/03/2019" in words(document) and "Place: Old Hall" in words(document)
    assert words(document)[-3:] == ["Welcome & apologies", "The chair opened the meeting.", "Nobody spoke."]


@pytest.mark.parametrize(
    "markup",
    [
        '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
        + "]><meeting><committeetitle>&j;</committeetitle></meeting>",
        '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<meeting><committeetitle>&x;</committeetitle></meeting>",
        "<?xml version='1.0'?><meeting><attendees>",
        "<?xml version='1.0'?><settings><a>1</a></settings>",
    ],
)
def test_hostile_or_foreign_xml_is_refused(markup: str) -> None:
    with pytest.raises(UnreadableDocument):
        readers.read_bytes("x.xml", markup.encode())
