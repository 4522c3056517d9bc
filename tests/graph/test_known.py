"""Which words of a question may stand for whom."""

from __future__ import annotations

import pytest

from whosat.extract.asking.understand import Named, understand
from whosat.graph.known import DOUBTFUL, Known
from whosat.graph.names import Thing
from whosat.ontology.facts import Kind

KNOWN = Known(
    [
        Thing("Danielle Broadbent", Kind.PERSON, "urn:1", ("Danielle Broadbent",)),
        Thing("Gwen Pritchard", Kind.PERSON, "urn:2", ("Gwen Pritchard",)),
        Thing("Safer Harbour Board", Kind.BOARD, "urn:3", ("Safer Harbour Board",)),
        Thing("Harbour City Council", Kind.ORGANISATION, "urn:4", ("Harbour City Council",)),
    ]
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("gwen prichard", "Gwen Pritchard"),
        ("pritchard", "Gwen Pritchard"),
        ("G Pritchard", "Gwen Pritchard"),
        ("Sager Harbour Board", "Safer Harbour Board"),
        ("habour city council", "Harbour City Council"),
        ("SHB", "Safer Harbour Board"),
    ],
)
def test_a_slip_or_a_part_is_forgiven(words: str, name: str) -> None:
    (thing, fit), *_ = KNOWN.fits(words)
    assert thing.name == name
    assert fit > DOUBTFUL


@pytest.mark.parametrize(
    "words", ["Daniel Broadbent", "Gwen Richards", "Gwenn Pritchard", "Harbour County Council"]
)
def test_somebody_else_is_not_taken_for_the_nearest(words: str) -> None:
    assert all(fit <= DOUBTFUL for _, fit in KNOWN.fits(words))


@pytest.mark.parametrize(
    "words",
    [
        "which boards is Cllr Gwen Prichard on",
        "boards for gwen prichard",
        "what boards does G Pritchard sit on",
    ],
)
def test_a_slip_in_a_name_is_forgiven_in_a_whole_question(words: str) -> None:
    def find(typed: str) -> list[Named]:
        return [Named(thing.iri, thing.kind, thing.name, fit) for thing, fit in KNOWN.fits(typed)]

    found = understand(words, find)
    assert found.sure
    assert [named.name for named in found.readings[0].slots] == ["Gwen Pritchard"]
