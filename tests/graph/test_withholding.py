"""Contact details are in no quotation and no other words of the graph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whosat.graph.withholding import LEFT_OUT, black_out, shown, withhold
from whosat.ontology.facts import (
    Action,
    Contact,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Passage,
    Unread,
    UnreadKind,
)

TEXT = (
    "Ruth Ellison, Line Mill\nTel: 01632 960001, 3 Quay Lane\n"
    "ruth@linemill.example\nWrite to ruth@linemill.example by 4 May 2012\n"
)


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage(start, start + len(words), words, TEXT.count("\n", 0, start) + 1)


def of(*words: str) -> Evidence:
    return Evidence(tuple(passage(one) for one in words), 1.0, "test")


def test_quotations_are_cut_and_stay_verbatim() -> None:
    whole = TEXT.strip()
    document = DocumentFacts(
        "list.txt",
        "ab" * 32,
        "txt",
        TEXT,
        entities=(
            Entity(Kind.PERSON, "Ruth Ellison", of(whole), aliases=("ruth@linemill.example", "Ruth")),
            Entity(Kind.ORGANISATION, "Line Mill", of("ruth@linemill.example")),
        ),
        actions=(Action("Write to ruth@linemill.example", ("Ruth Ellison",), of("Write to ruth@linemill")),),
        contacts=(Contact("Ruth Ellison", "address", "3 Quay Lane", of("3 Quay Lane")),),
        unread=(
            Unread(UnreadKind.ROSTER_LINE, "Tel: 01632 960001", "no name", passage("Tel: 01632 960001")),
        ),
    )
    (clean,) = withhold([document])
    (cut, gone) = clean.entities
    assert [one.quote for one in cut.evidence.passages] == [
        "Ruth Ellison, Line Mill\nTel",
        "Write to",
        "by 4 May 2012",
    ]
    for one in cut.evidence.passages:
        assert TEXT[one.start : one.end] == one.quote
        assert TEXT.count("\n", 0, one.start) + 1 == one.line
    assert cut.aliases == ("Ruth",)
    assert not gone.evidence.passages
    assert clean.actions[0].description == f"Write to {LEFT_OUT}"
    assert clean.unread[0].text == f"Tel: {LEFT_OUT}"
    assert clean.unread[0].passage is None
    assert (clean.text, clean.contacts) == (TEXT, document.contacts)


def test_what_is_shown_of_a_text_is_blacked_out_and_all_else_keeps_its_place() -> None:
    contacts = (Contact("Ruth Ellison", "address", "3 Quay Lane", of("3 Quay Lane")),)
    dark = black_out(TEXT, contacts)
    for detail in ("01632", "960001", "Quay Lane", "linemill.example"):
        assert detail not in dark
    assert len(dark) == len(TEXT)
    assert dark.startswith("Ruth Ellison, Line Mill\nTel: █████ ██████, █ ████ ████\n")
    assert dark.endswith(" by 4 May 2012\n")
    # a part that begins or ends within a detail shows nothing of it
    document = DocumentFacts("list.txt", "ab" * 32, "txt", TEXT, contacts=contacts)
    for start in range(len(TEXT)):
        assert shown(document, start, start + 9) == dark[start : start + 9]


@given(st.text(max_size=60), st.sampled_from(["+44 1632 960001", "(01632) 960-001", "a.b-c@d.example"]))
def test_no_detail_is_left_whatever_stands_around_it(around: str, detail: str) -> None:
    text = f"{around} {detail} {around}"
    quote = Passage(0, len(text), text, 1)
    entity = Entity(Kind.PERSON, "A B", Evidence((quote,), 1.0, "test"))
    (clean,) = withhold([DocumentFacts("a", "ab" * 32, "txt", text, entities=(entity,))])
    for one in clean.entities[0].evidence.passages:
        assert detail not in one.quote
        assert text[one.start : one.end] == one.quote


def test_short_numbers_are_known_by_what_stands_before_them() -> None:
    assert black_out("Tel: 51030 Fax: 51738 the quay") == "Tel: █████ Fax: █████ the quay"
    assert black_out("ext 4321") == "ext ████"
    for plain in ("the phone 2010 plan", "Hotel: 51030", "lease extension 2012-2015", "Mobile: 2 people"):
        assert black_out(plain) == plain
