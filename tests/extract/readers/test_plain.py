"""Plain text: the tables that were flattened into it, headings, items, encodings."""

# ruff: noqa: E501 - markup and tables are easier to read in one piece

from __future__ import annotations

import pytest
from looking import heads, marked, one, tables, words

from whosat.extract import readers
from whosat.extract.document import BlockKind
from whosat.ontology.errors import UnreadableDocument

DUMPED = """Present

Voting Members

\tAlys Penrose
\tWestmere Council

\tBilal Chaudhry
\tCanal Trust (deputising for Rose Tan)


Apologies

\tRose Tan
\tCanal Trust


\tACTIONS
\tWHO

\t1.
\tAsk for the figures
\tAlys Penrose

\t2.
\tBook a hall
\tSteering group


1. Minutes

They were agreed.
"""

HEADED = """
\tCore Group

\tName
\tOrganisation
\tRepresenting
\tContact Details

\tIfeoma Nwosu

(on behalf of Tom Quill)
\tDocks Board
\tBusiness
\tTel: none

someone@example.org

\tPriya Raman
\tCity Council
\tHousing
\tTel:

\tTheme Groups

\tName
\tChair

\tGreen Spaces Group
\tMorag Bain,

City Council

\tSafe Streets Group
\tTBC

"""


def test_cells_of_a_line_each_make_rows_at_the_blank_lines() -> None:
    document = one("notes.txt", DUMPED)
    assert tables(document) == [
        [["Alys Penrose", "Westmere Council"], ["Bilal Chaudhry", "Canal Trust (deputising for Rose Tan)"]],
        [["Rose Tan", "Canal Trust"]],
        [
            ["ACTIONS", "", "WHO"],
            ["1.", "Ask for the figures", "Alys Penrose"],
            ["2.", "Book a hall", "Steering group"],
        ],
    ]
    assert heads(document) == ["ACTIONS", "WHO"]
    assert words(document, BlockKind.HEADING) == ["Present", "Voting Members", "Apologies", "1. Minutes"]


def test_a_heading_row_says_how_many_cells_make_a_row_though_cells_go_on_over_blank_lines() -> None:
    document = one("members.txt", HEADED)
    core, themes = tables(document)
    assert core[1] == [
        "Ifeoma Nwosu\n\n(on behalf of Tom Quill)",
        "Docks Board",
        "Business",
        "Tel: none\n\nsomeone@example.org",
    ]
    assert core[2] == ["Priya Raman", "City Council", "Housing", "Tel:"]
    assert themes == [
        ["Name", "Chair"],
        ["Green Spaces Group", "Morag Bain,\n\nCity Council"],
        ["Safe Streets Group", "TBC"],
    ]
    assert words(document, BlockKind.HEADING) == ["Core Group", "Theme Groups"]


def test_indented_lists_and_paragraphs_are_no_tables() -> None:
    document = one(
        "list.txt", "Present:\n\tAlys Penrose\n\tBilal Chaudhry\n\tRose Tan\n\n\tThe chair opened it.\n"
    )
    assert tables(document) == []


def test_tabs_in_a_line_part_its_cells_and_markup_around_a_cell_is_a_mark() -> None:
    text = (
        "Notes\n\n<i>Name</i>\t<i>Organisation</i>\t<i>Apologies</i>\n"
        "Cllr Ann Lee (Chair) Joe Day\tWestmere Council\t\nRaj Sen\tThe Trust\tDr Wu Min\n\nNext\n"
    )
    document = one("table.txt", text)
    assert tables(document) == [
        [
            ["Name", "Organisation", "Apologies"],
            ["Cllr Ann Lee (Chair) Joe Day", "Westmere Council", ""],
            ["Raj Sen", "The Trust", "Dr Wu Min"],
        ]
    ]
    assert heads(document) == marked(document, "italic") == ["Name", "Organisation", "Apologies"]
    assert document.text == text


def test_an_action_column_at_the_right_comes_back_as_cells() -> None:
    text = (
        "Ann Lee (AL) – Trust\t\nJoe Day (JD) – Council\t\n\n1.\tWelcome\tACTION\n\tAL opened it.\t\n\n\n"
        "\tThe figures are late.\tJD\n2.\tClose\t\n"
    )
    document = one("actions.txt", text)
    assert tables(document) == [
        [
            ["1.", "Welcome", "ACTION"],
            ["", "AL opened it.", ""],
            ["", "The figures are late.", "JD"],
            ["2.", "Close", ""],
        ]
    ]
    assert heads(document) == ["ACTION"]


def test_pipes_and_spaces_that_line_up_are_tables_and_double_spaces_in_prose_are_not() -> None:
    piped = one("a.txt", "| Name | Body |\n|------|------|\n| Ann Lee | Trust |\n| Joe Day | Council |\n")
    assert tables(piped) == [[["Name", "Body"], ["Ann Lee", "Trust"], ["Joe Day", "Council"]]]
    aligned = one(
        "b.txt",
        "Name            Organisation\nAnn Lee         The Trust\nJoe Day-Miller  City Council\nRaj Sen         Docks\n",
    )
    assert tables(aligned)[0][2] == ["Joe Day-Miller", "City Council"]
    prose = one(
        "c.txt", "It rained.  Nobody came.\nWe waited on.  Then we left.\nThe end came soon.  So it goes.\n"
    )
    assert tables(prose) == []


def test_wrapped_lines_are_one_paragraph_and_roster_lines_stay_lines() -> None:
    text = (
        "Ann Lee, Trust\nJoe Day, Council\n\n"
        + "The board looked at the figures for the whole of the year and found them\n" * 3
        + "good.\n\n- one thing\n- another\n"
    )
    document = one("wrapped.txt", text)
    assert words(document)[:2] == ["Ann Lee, Trust", "Joe Day, Council"]
    assert words(document)[2].endswith("good.") and words(document)[2].count("\n") == 3
    assert words(document, BlockKind.ITEM) == ["one thing", "another"]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("utf-16", b""),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_every_usual_encoding_gives_the_same_words(encoding: str, mark: bytes) -> None:
    text = "Present – “the Café board”\r\nSiân O’Hara, Council\r\n" * 20
    assert one("x.txt", mark + text.encode(encoding)).text == text.replace("\r\n", "\n")


def test_line_ends_are_made_alike_and_nothing_else_is() -> None:
    assert one("x.txt", b"a\rb\r\nc\x0cd\xc2\xa0e\x00\n").text == "a\nb\nc\nd\xa0e\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "no words"),
        ("a.txt", bytes(range(256)) * 40, "not text"),
        ("a.md", b"\x7fELF\x02\x01\x01" + bytes(4000), "not text"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "old binary format"),
        ("a.rtf", b"{\\rtf1 hello}", "Rich Text"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(90), "picture"),
        ("a.txt", b"words and words " * 1_000_000, "million characters"),
    ],
)
def test_what_is_no_document_is_told_in_a_sentence_with_a_remedy(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said) as caught:
        readers.read_bytes(name, data)
    assert str(caught.value).startswith(name) and caught.value.remedy
