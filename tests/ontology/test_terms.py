"""The constants, the ontology file and the shapes speak of the same terms."""

from __future__ import annotations

from pathlib import Path

import rdflib

from whosat.graph import ontology_page, shapes
from whosat.ontology import terms

HERE = Path(terms.__file__).parent
DOCS = HERE.parent / "docs"


def constants() -> set[str]:
    plain = {value for value in vars(terms).values() if isinstance(value, str)}
    tables = (terms.STATUSES, terms.RELATIONS, terms.ROLE_TERMS, terms.BASES)
    found = plain | {value for table in tables for value in table.values()}
    return {iri for iri in found if iri.startswith(terms.WS) and iri != terms.WS}


def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(HERE / "whosat.ttl")


def test_every_constant_is_defined_and_every_definition_has_a_constant() -> None:
    defined = {str(term) for term in ontology().subjects(rdflib.RDFS.isDefinedBy)}
    assert defined == constants()


def test_every_term_has_a_label_and_a_comment() -> None:
    graph = ontology()
    for term in graph.subjects(rdflib.RDFS.isDefinedBy):
        assert graph.value(term, rdflib.RDFS.label), term
        assert graph.value(term, rdflib.RDFS.comment), term


def test_the_mappings_reach_each_neighbour() -> None:
    text = (HERE / "whosat.ttl").read_text(encoding="utf-8")
    for prefix in ("org:", "foaf:", "prov:", "schema:", "skos:", "popolo:", "ftm:"):
        assert f" {prefix}" in text


def test_the_shapes_use_only_terms_that_exist() -> None:
    used = {str(node) for triple in shapes.shapes() for node in triple if str(node).startswith(terms.WS)}
    assert used
    assert used <= constants()


def test_the_page_and_its_picture_are_current() -> None:
    assert (DOCS / "ontology.md").read_text(encoding="utf-8") == ontology_page.page()
    assert (DOCS / "ontology.svg").read_text(encoding="utf-8") == ontology_page.picture()
