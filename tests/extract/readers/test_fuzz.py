"""Any bytes under any name give Documents whose offsets hold, or one clear refusal: nothing else, ever."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from looking import check

from whosat.extract import readers
from whosat.ontology.errors import UnreadableDocument

NAMES = st.sampled_from(
    [
        f"x{suffix}"
        for suffix in (".txt", ".md", ".rst", ".html", ".xml", ".docx", ".odt", ".pdf", ".eml", ".zip", "")
    ]
)
PIECES = st.sampled_from(
    [
        "Ann Lee",
        "Docks Trust",
        "Present:",
        "Apologies",
        "Name",
        "Organisation",
        "1.",
        "a)",
        "\t",
        "\t\t",
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "   ",
        "|",
        "---",
        "- ",
        "· ",
        "* ",
        "**",
        "_",
        "# ",
        "<b>",
        "</b>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<li>",
        "<br>",
        "<main>",
        "<td rowspan=9 colspan=99>",
        "&amp;",
        "&nbsp;",
        "=====",
        "+---+",
        "::",
        ".. image::",
        "`",
        "[a](b)",
        "\r",
        "\x0c",
        "\xa0",
        "\u200b",
        "\u2028",
        "é",
        "x@y.org",
        "ACTION",
        "☐",
        "::\n\n  x",
    ]
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _is_read_or_refused(name: str, data: bytes) -> bool:
    """Whether the bytes give Documents, of which each is checked, or a refusal that says what to do."""
    try:
        documents = readers.read_bytes(name, data)
    except UnreadableDocument as error:
        return str(error).startswith(name[0]) and bool(error.remedy)
    for document in documents:
        check(document)
    return bool(documents)


@QUICK
@given(NAMES, st.binary(max_size=400))
def test_any_bytes(name: str, data: bytes) -> None:
    assert _is_read_or_refused(name, data)


@QUICK
@given(NAMES, st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_mixture_of_what_documents_hold(name: str, text: str, encoding: str) -> None:
    assert _is_read_or_refused(name, text.encode(encoding, errors="replace"))


@QUICK
@given(
    st.sampled_from(["<?xml version='1.0'?><meeting>", "<!doctype html>", "From: a\nSubject: b\n\n"]),
    st.lists(PIECES, max_size=30),
)
def test_any_mixture_behind_a_true_beginning(head: str, pieces: list[str]) -> None:
    assert _is_read_or_refused("x.xml", (head + "".join(pieces)).encode())


@settings(QUICK, max_examples=60)
@given(st.data())
def test_a_true_file_with_any_damage(
    word: Callable[..., bytes], pdf: Callable[..., bytes], data: st.DataObject
) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("Ann Lee, Docks")
        document.add_table(2, 2).cell(0, 0).text = "Joe Day"

    name, whole = data.draw(
        st.sampled_from(
            [("x.docx", word(fill)), ("x.pdf", pdf([lambda canvas: canvas.drawString(72, 700, "Ann Lee")]))]
        )
    )
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + data.draw(st.integers(0, 40)) :]
    assert _is_read_or_refused(name, damaged)


@settings(QUICK, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<w:p>",
                "</w:p>",
                "<w:r><w:t>Ann</w:t></w:r>",
                "<w:tbl>",
                "</w:tbl>",
                "<w:tr>",
                "</w:tr>",
                "<w:tc>",
                "</w:tc>",
                "<w:tab/>",
                "<w:tcPr><w:gridSpan w:val='x'/></w:tcPr>",
                "<w:sdt/>",
            ]
        ),
        max_size=25,
    )
)
def test_any_mixture_of_word_elements(word: Callable[..., bytes], parts: list[str]) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(word(lambda _: None))) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if member == "word/document.xml":
                content = content.replace(b"<w:sectPr", "".join(parts).encode() + b"<w:sectPr", 1)
            new.writestr(member, content)
    assert _is_read_or_refused("x.docx", stream.getvalue())
