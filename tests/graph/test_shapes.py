"""The shapes hold what is written, and catch what is not as the contract has it."""

from __future__ import annotations

from dataclasses import replace

import harbour
import pytest
import rdflib

from whosat.graph.shapes import SH, validate, validate_lines
from whosat.ontology import terms as t


def test_what_is_written_keeps_the_contract() -> None:
    report = validate(harbour.store())
    assert report.conforms
    assert report.findings == ()


def test_contacts_keep_it_too() -> None:
    assert validate_lines(harbour.lines(harbour.june(), with_contacts=True)).conforms


def test_a_role_written_in_two_ways_has_one_name() -> None:
    october = harbour.october()
    seat = october.memberships[0]
    seats = tuple(replace(seat, role=role) for role in ("President", "president"))
    assert validate(harbour.store(harbour.june(), replace(october, memberships=seats))).conforms


@pytest.mark.parametrize(
    "predicate",
    [
        t.PREF_LABEL,
        t.ATTENDEE,
        t.AT_MEETING,
        t.STATUS,
        t.MEMBER,
        t.BODY,
        t.BASIS,
        t.DERIVED_FROM,
        t.CONFIDENCE,
        t.EXTRACTED_BY,
        t.EXACT,
        t.START,
        t.END,
        t.HAS_SOURCE,
        t.SHA256,
        t.IDENTIFIER,
        t.DESCRIPTION,
        t.OBJECT,
    ],
)
def test_whatever_must_be_said_is_missed(predicate: str) -> None:
    report = validate_lines(line for line in harbour.lines() if f"> <{predicate}> " not in line)
    assert not report.conforms


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"<{t.WS}Apologies>", f"<{t.WS}Maybe>"),
        (f"<{t.INFERRED}>", f"<{t.WS}Guessed>"),
        ('"0.9"^^', '"1.9"^^'),
        (f"<{t.PREDICATE}> <{t.WS}reportsTo>", f"<{t.PREDICATE}> <{t.WS}marries>"),
        ('"2010-06-04"^^', '"2011-06-04"^^'),
    ],
)
def test_what_must_not_be_said_is_caught(old: str, new: str) -> None:
    lines = harbour.lines()
    changed = [line.replace(old, new) for line in lines]
    assert changed != lines
    assert not validate_lines(changed).conforms


def test_a_meeting_without_a_date_is_a_warning_and_breaks_nothing() -> None:
    report = validate_lines(line for line in harbour.lines() if f"> <{t.START_DATE}> " not in line)
    assert report.conforms
    assert {finding.severity for finding in report.findings} == {"warning"}


def test_the_report_is_the_standard_s_own() -> None:
    report = validate_lines(line for line in harbour.lines() if f"> <{t.STATUS}> " not in line)
    graph = rdflib.Graph().parse(data=report.turtle, format="turtle")
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")))) == 8
    assert "An attendance has one status." in {finding.message for finding in report.findings}
