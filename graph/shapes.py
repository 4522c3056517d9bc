"""The graph checked against the shapes of its contract (SHACL): findings in words, and as a graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from whosat.ontology.terms import local_name

if TYPE_CHECKING:
    import rdflib

    from whosat.graph.store import Store

SH: Final = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as the contract has it; `severity` is "violation", "warning" or "info"."""

    severity: str
    shape: str
    node: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, with the standard's own report graph as Turtle; a warning breaks nothing."""

    findings: tuple[Finding, ...]
    turtle: str

    @property
    def conforms(self) -> bool:
        """Whether nothing breaks the contract."""
        return all(finding.severity != "violation" for finding in self.findings)


def validate(store: Store) -> Report:
    """Check all of a store's graphs together."""
    return validate_lines(store.lines())


def validate_lines(lines: Iterable[str]) -> Report:
    """Check N-Quads lines, all graphs together."""
    import pyshacl

    _, report, _ = pyshacl.validate(
        _union(lines), shacl_graph=shapes(), inference="none", advanced=False, allow_warnings=True
    )
    assert not isinstance(report, bytes | str | Exception)
    return Report(tuple(sorted(_findings(report))), _turtle(report))


@cache
def shapes() -> rdflib.Graph:
    """The shapes, as a graph."""
    import rdflib

    text = (files("whosat.ontology") / "shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def _union(lines: Iterable[str]) -> rdflib.Graph:
    """All triples in one graph in memory: pySHACL asks too many small questions for a store."""
    import pyoxigraph as ox
    import rdflib

    graph = rdflib.Graph()
    for quad in ox.parse("\n".join(lines).encode("utf-8"), ox.RdfFormat.N_QUADS):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: Any) -> Any:
    """A term of pyoxigraph as one of rdflib."""
    import pyoxigraph as ox
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value == str(rdflib.XSD.string)
    return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(term.datatype.value))


def _findings(report: Any) -> Iterable[Finding]:
    import rdflib

    sh = rdflib.Namespace(SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        severity = local_name(str(report.value(result, sh.resultSeverity))).lower()
        yield Finding(
            severity,
            local_name(str(report.value(result, sh.sourceConstraintComponent))),
            str(report.value(result, sh.focusNode)),
            local_name(str(report.value(result, sh.resultPath) or "")),
            str(report.value(result, sh.resultMessage)),
        )


def _turtle(report: Any) -> str:
    text: str = report.serialize(format="turtle")
    return text
