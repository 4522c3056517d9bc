"""What is written is the contract, whole, and the same whatever the order of the files."""

from __future__ import annotations

import random
from dataclasses import replace

import harbour
import pyoxigraph as ox
import pytest

from whosat.graph.quads import Options, write
from whosat.graph.store import memory_store
from whosat.ontology import terms as t
from whosat.ontology.facts import Attendance, Evidence, Link, Membership, Passage, Relation, Status


def lines_of(*documents, **options) -> tuple[list[str], object]:
    return write(documents, harbour.resolution(documents), Options(harbour.BASE, **options))


def test_each_passage_holds_the_words_of_its_document() -> None:
    texts = {facts.identifier: facts.text for facts in (harbour.june(), harbour.october())}
    rows = harbour.store().select(
        "SELECT DISTINCT ?file ?start ?end ?words ?line WHERE { ?p a oa:SpecificResource ; ws:line ?line ;"
        " oa:hasSource/dcterms:identifier ?file ; oa:hasSelector [ oa:exact ?words ] ;"
        " oa:hasSelector [ oa:start ?start ; oa:end ?end ] }"
    )
    assert len(rows) > 20
    for row in rows:
        text = texts[row["file"]]
        assert text[int(row["start"]) : int(row["end"])] == row["words"]
        assert text.count("\n", 0, int(row["start"])) + 1 == int(row["line"])


def test_every_fact_has_evidence_confidence_and_maker() -> None:
    store = harbour.store()
    facts = store.select(
        "SELECT DISTINCT ?f WHERE { ?f a ?k"
        " VALUES ?k { ws:Attendance org:Membership ws:Action rdf:Statement } }"
    )
    sound = store.select(
        "SELECT DISTINCT ?f WHERE { VALUES ?k { ws:Attendance org:Membership ws:Action rdf:Statement }"
        " ?f a ?k ; prov:wasDerivedFrom/oa:hasSource ?d ; ws:confidence ?c ; ws:extractedBy ?m }"
    )
    assert len(facts) == len(sound) == 8 + 1 + 1 + 1 + 5


def test_a_document_s_facts_stand_in_the_graph_of_its_name() -> None:
    rows = harbour.store().select(
        "SELECT DISTINCT ?g ?d WHERE"
        " { GRAPH ?g { ?f a ws:Attendance ; prov:wasDerivedFrom/oa:hasSource ?d } }"
    )
    assert len(rows) == 2
    assert all(row["g"] == row["d"] for row in rows)


def test_what_is_decided_over_all_documents_stands_apart() -> None:
    rows = harbour.store().select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?m ws:basis ws:Inferred } }")
    assert [str(row["g"]) for row in rows] == [f"{harbour.BASE}/graph/resolution"]


def test_a_name_is_said_once_however_many_documents_use_it() -> None:
    lines = harbour.lines()
    assert sum(f"<{t.PREF_LABEL}>" in line and '"Ada Ferrier"' in line for line in lines) == 1


def test_a_link_is_a_plain_triple_and_a_statement_about_it() -> None:
    rows = harbour.store().select(
        "SELECT DISTINCT ?s ?o WHERE { ?s ws:reportsTo ?o . ?l a rdf:Statement ; rdf:subject ?s ;"
        " rdf:predicate ws:reportsTo ; rdf:object ?o }"
    )
    assert [(t.local_name(row["s"]), t.local_name(row["o"])) for row in rows] == [
        ("tidal-skills-group", "harbour-partnership-board")
    ]


def test_a_meeting_with_a_time_has_a_date_and_time_and_its_previous_one_a_date() -> None:
    rows = harbour.store().select(
        "SELECT DISTINCT ?m ?when ?before WHERE { ?m a ws:Meeting ; schema:startDate ?when"
        " OPTIONAL { ?m ws:previousMeeting/schema:startDate ?before } } ORDER BY ?when"
    )
    assert {str(row["when"]) for row in rows} == {"2010-06-04T10:00:00", "2010-10-08"}
    assert {str(row["before"]) for row in rows if "before" in row} == {"2010-06-04T10:00:00"}


def test_contacts_are_nowhere_unless_asked_for_and_then_in_their_own_graph() -> None:
    assert not any('555 010"' in line and "contact" in line for line in harbour.lines())
    asked = [line for line in harbour.lines(harbour.june(), with_contacts=True) if "/contact/" in line]
    assert asked
    assert all(line.endswith(f"<{harbour.BASE}/graph/contacts> .") for line in asked)


def test_the_order_of_the_files_changes_no_byte() -> None:
    documents = [harbour.june(), harbour.october(), harbour.document("other.txt", "Nothing to see.\n")]
    wanted, _ = lines_of(*documents)
    for seed in range(6):
        random.Random(seed).shuffle(documents)
        assert lines_of(*documents)[0] == wanted


def test_the_lines_are_sorted_and_each_is_a_quad() -> None:
    lines = harbour.lines()
    assert lines == sorted(set(lines))
    assert len(list(ox.parse("\n".join(lines).encode(), ox.RdfFormat.N_QUADS))) == len(lines)


def test_a_fact_said_twice_is_one_node_with_two_passages() -> None:
    june = harbour.june()
    first = june.attendances[1]
    again = replace(first, evidence=harbour.evidence(june.text, "Ring Bo on"))
    lines, tally = lines_of(replace(june, attendances=(first, again)))
    rows = memory_store(lines).select(
        "SELECT DISTINCT ?a ?p WHERE { ?a a ws:Attendance ; prov:wasDerivedFrom ?p }"
    )
    assert len(rows) == 2
    assert len({row["a"] for row in rows}) == 1
    assert tally.again.total() == 1


GOOD = harbour.june().attendances[0].evidence
BAD = Evidence((Passage(0, 5, "wrong", 1),), 0.9, "invented")


@pytest.mark.parametrize(
    "facts",
    [
        {"attendances": (Attendance(0, "Nobody Known", Status.PRESENT, GOOD),)},
        {"attendances": (Attendance(7, "Ada Ferrier", Status.PRESENT, GOOD),)},
        {"attendances": (Attendance(0, "Ada Ferrier", Status.PRESENT, BAD),)},
        {"memberships": (Membership("Ada Ferrier", "No Such Board", GOOD),)},
        {"links": (Link("A", Relation.FUNDS, "B", GOOD),)},
    ],
)
def test_what_can_t_be_said_is_set_aside_and_counted(facts: dict[str, object]) -> None:
    before = harbour.june()
    _, whole = lines_of(before)
    kind = next(iter(facts))
    _, tally = lines_of(replace(before, **{kind: (*getattr(before, kind), *facts[kind])}))
    assert len(tally.aside) == 1
    assert tally.aside[0].reason
    assert tally.read.total() == whole.read.total() + 1
    assert tally.missing() == 0


def test_nothing_is_lost_in_silence() -> None:
    june, october = harbour.june(), harbour.october()
    _, tally = lines_of(june, october)
    given = sum(
        len(d.attendances) + len(d.memberships) + len(d.actions) + len(d.links) for d in (june, october)
    )
    assert tally.read.total() == given
    assert tally.stored.total() + tally.again.total() + len(tally.aside) == given


def test_another_name_of_the_same_file_is_told() -> None:
    june = harbour.june()
    lines, _ = lines_of(june, other_names={june.sha256: ("copy.txt",)})
    names = {line.split('"')[1] for line in lines if t.IDENTIFIER in line}
    assert names == {"harbour-2010-06.txt", "copy.txt"}


def test_provenance_leads_from_a_fact_to_hash_and_version() -> None:
    rows = harbour.store().select(
        "SELECT DISTINCT ?sha ?version WHERE { ?f a ws:Action ; prov:wasGeneratedBy ?r . ?r a prov:Activity ;"
        " prov:used/ws:sha256 ?sha ; prov:wasAssociatedWith/schema:softwareVersion ?version }"
    )
    assert [(str(r["sha"]), str(r["version"])) for r in rows] == [(harbour.june().sha256, "invented-1")]
