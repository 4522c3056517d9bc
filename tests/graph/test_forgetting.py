"""Forgetting somebody: no entity, fact or word is left, at this build or any later one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from whosat.graph.forgetting import BLANK, Secret, forget
from whosat.graph.memberships import whose_seat
from whosat.graph.privacy import about, forgetting, subjects, telling, traces
from whosat.graph.resolve import resolve
from whosat.graph.statements import said_role
from whosat.ontology.facts import (
    Action,
    Attendance,
    Contact,
    DocumentFacts,
    Entity,
    Evidence,
    Kind,
    Meeting,
    Membership,
    Mention,
    Passage,
    Status,
)
from whosat.ontology.records import to_lines
from whosat.ontology.settings import Settings
from whosat.ontology.terms import DEPUTY_OF_NOBODY_NAMED

TEXT = (
    "Harbour Board\nPresent: Cllr Ruth Ellison (RE), Owen Prosser\n"
    "Ellison, Ruth sent a note. RE to write it. Ruth Ellisons are many; ruth  ellison too.\n"
    "Write to r.ellison@harbour.example or 01632 960001\n"
)


def words(text: str) -> Evidence:
    start = TEXT.index(text)
    return Evidence((Passage(start, start + len(text), text, TEXT.count("\n", 0, start) + 1),), 1.0, "test")


def document() -> DocumentFacts:
    return DocumentFacts(
        "minutes.txt",
        "cd" * 32,
        "txt",
        TEXT,
        entities=(
            Entity(Kind.BOARD, "Harbour Board", words("Harbour Board")),
            Entity(Kind.PERSON, "Ruth Ellison", words("Cllr Ruth Ellison"), aliases=("RE", "the Chair")),
            Entity(Kind.PERSON, "Owen Prosser", words("Owen Prosser")),
        ),
        meetings=(Meeting("Harbour Board", dt.date(2012, 3, 1), words("Harbour Board")),),
        attendances=(
            Attendance(0, "Ruth Ellison", Status.PRESENT, words("Cllr Ruth Ellison")),
            Attendance(
                0, "Owen Prosser", Status.PRESENT, words("Owen Prosser"), deputising_for="Ruth Ellison"
            ),
        ),
        actions=(Action("write it", ("Ruth Ellison", "Owen Prosser"), words("RE to write it")),),
        contacts=(Contact("Ruth Ellison", "phone", "01632 960001", words("01632 960001")),),
    )


def rows_for(documents: tuple[DocumentFacts, ...]):
    (subject,) = subjects(documents, resolve(documents, Settings()), "Ruth Ellison")
    return subject, forgetting(subject, documents)


def test_nothing_is_left_of_somebody_forgotten() -> None:
    _, rows = rows_for((document(),))
    (left,) = forget([document()], rows)
    written = "\n".join(to_lines(left))
    for trace in ("Ruth Ellison", "Ellison, Ruth", "ruth  ellison", '"RE"', "(RE)", "r.ellison", "960001"):
        assert trace not in written, trace
    assert "Owen Prosser" in written
    assert "the Chair" not in {alias for entity in left.entities for alias in entity.aliases}
    assert [fact.person for fact in left.attendances] == ["Owen Prosser"]
    assert left.attendances[0].deputising_for is None
    assert left.actions[0].owners == ("Owen Prosser",)
    assert not left.contacts


def test_offsets_stay_true_and_quotes_verbatim() -> None:
    _, rows = rows_for((document(),))
    (left,) = forget([document()], rows)
    assert len(left.text) == len(TEXT)
    assert BLANK in left.text
    for record in (*left.entities, *left.attendances, *left.actions):
        for passage in record.evidence.passages:
            assert left.text[passage.start : passage.end] == passage.quote


def test_a_deputy_of_somebody_forgotten_gets_no_seat() -> None:
    one = document()
    stated = Membership("Owen Prosser", "Harbour Board", words("Owen Prosser"), deputising_for="Ruth Ellison")
    chaired = replace(one.attendances[1], role="chair")
    one = replace(one, attendances=(one.attendances[0], chaired), memberships=(stated,))
    (left,) = forget([one], forgetting(subjects([one], resolve([one], Settings()), "Ruth Ellison")[0], [one]))
    (came,) = left.attendances
    assert (came.person, came.deputising_for, came.deputy) == ("Owen Prosser", None, True)
    assert whose_seat(came) is None
    assert [(seat.member, seat.deputy) for seat in left.memberships] == [("Owen Prosser", True)]
    assert said_role(came) == said_role(left.memberships[0]) == DEPUTY_OF_NOBODY_NAMED


def test_a_paper_read_later_is_found_without_an_entity() -> None:
    _, rows = rows_for((document(),))
    later = replace(document(), sha256="ef" * 32, entities=(), attendances=(), actions=(), contacts=())
    (left,) = forget([later], rows)
    assert "Ruth Ellison" not in left.text
    assert "Owen Prosser" in left.text


def test_the_file_holds_a_hash_and_no_name() -> None:
    _, rows = rows_for((document(),))
    assert rows
    assert all("ellison" not in f"{row}".casefold() and Secret.read(row.value) for row in rows)


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_secret_is_of_its_name_alone(name: str, other: str) -> None:
    secret = Secret.of(name, "00" * 8)
    assert secret.is_of(name)
    assert Secret.read(str(secret)) == secret
    assert Secret.of(other, "00" * 8).is_of(name) == (Secret.of(other, "00" * 8) == secret)


def test_everything_held_is_told() -> None:
    documents = (document(),)
    found = resolve(documents, Settings())
    held = list(about(documents, found, found.key_of[Mention("cd" * 32, "Ruth Ellison")]))
    kinds = [one.kind for one in held]
    assert set(kinds) == {"name", "attendance", "action", "contact", "text"}
    assert kinds.count("attendance") == 2  # her own, and that of her deputy


def test_traces_are_found_in_any_file(tmp_path: Path) -> None:
    forms = telling(["Ruth Ellison", "RE"])
    assert forms == ("Ruth Ellison",)
    plain, wide, clean = (tmp_path / name for name in ("a.bin", "b.bin", "c.bin"))
    plain.write_bytes(b"\x00" * (1 << 22) + b"xx RUTH ELLISON")
    wide.write_bytes("of Ruth Ellison".encode("utf-16-le"))
    clean.write_bytes(b"RE Owen Prosser")
    assert [path for path, _ in traces([plain, wide, clean], forms)] == [plain, wide]
