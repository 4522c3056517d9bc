"""Archives and mails, and the traps that are set in them."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from whosat.extract import readers
from whosat.extract.readers import Limits
from whosat.ontology.errors import UnreadableDocument


def _zip(members: dict[str, bytes | str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_every_document_of_an_archive_is_read_and_the_rest_is_told() -> None:
    inner = _zip({"deep.md": "# Deep"})
    data = _zip(
        {
            "b.txt": "Bee",
            "a/a.txt": "Ay",
            "inner.zip": inner,
            "x.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "__MACOSX/._b.txt": "no",
            "~$b.docx": "no",
            "logo.gif": "no",
        }
    )
    documents = readers.read_bytes("papers.zip", data)
    assert [d.name for d in documents] == [
        "papers.zip/a/a.txt",
        "papers.zip/b.txt",
        "papers.zip/inner.zip/deep.md",
    ]
    assert len(documents[0].notes) == 1 and "papers.zip/x.doc" in documents[0].notes[0]


def test_names_that_lead_out_of_an_archive_lead_nowhere() -> None:
    data = _zip({"../../etc/passwd.txt": "Ay", "C:\\windows\\x.txt": "Bee", "/root/y.txt": "Cee"})
    assert {d.name for d in readers.read_bytes("p.zip", data)} == {
        "p.zip/etc/passwd.txt",
        "p.zip/windows/x.txt",
        "p.zip/root/y.txt",
    }


@pytest.mark.parametrize(
    ("data", "limits", "said"),
    [
        (_zip({"a.txt": b"0" * 60_000_000}), Limits(), "unpack"),
        (_zip({f"{n}.txt": "x" for n in range(60)}), Limits(entries=50), "holds 60 files"),
        (_zip({"logo.gif": "x"}), Limits(), "no document"),
        (_zip({"a.zip": _zip({"b.zip": _zip({"c.zip": _zip({"d.txt": "x"})})})}), Limits(), "no document"),
        (b"PK\x03\x04" + bytes(400), Limits(), "damaged"),
    ],
)
def test_bombs_and_empty_archives_are_refused(data: bytes, limits: Limits, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        readers.read_bytes("p.zip", data, limits=limits)


def test_a_protected_archive_is_told() -> None:
    data = bytearray(_zip({"a.txt": "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(UnreadableDocument, match="password"):
        readers.read_bytes("p.zip", bytes(data))


def test_a_mail_gives_its_words_and_its_attachments() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        "Harbour Board",
        "a@example.org",
        "Tue, 12 Mar 2019 10:00:00 +0000",
    )
    mail.set_content("Present:\nAnn Lee, Docks\n")
    mail.add_attachment(b"Joe Day, Council", maintype="text", subtype="plain", filename="roster.txt")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    body, roster = readers.read_bytes("m.eml", mail.as_bytes())
    assert body.text.startswith("Harbour Board\n\nPresent:\nAnn Lee, Docks") and body.created == "2019-03-12"
    assert (roster.name, roster.text) == ("m.eml/roster.txt", "Joe Day, Council")


def test_a_mail_in_html() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Board", "a@example.org"
    mail.set_content("<p>Ann Lee</p><p>Joe Day</p>", subtype="html")
    (body,) = readers.read_bytes("m.eml", mail.as_bytes())
    assert body.text == "Ann Lee\nJoe Day\n" and body.title == "Board"
