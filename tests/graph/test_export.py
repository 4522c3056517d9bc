"""What is exported is read by the programs it is meant for, and is the same each time."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import harbour
import jsonschema
import networkx as nx
import pytest
import rdflib

from whosat.graph.export import Format, export
from whosat.graph.store import memory_store
from whosat.ontology.errors import InputError

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's, of itself

RDF = {
    Format.NQ: ("nquads", True),
    Format.TRIG: ("trig", True),
    Format.JSONLD: ("json-ld", True),
    Format.TTL: ("turtle", False),
    Format.RDFXML: ("xml", False),
}


def exported(form: Format, path: Path, **options: bool) -> bytes:
    export(harbour.store(), form, path, **options)
    return path.read_bytes()


@pytest.mark.parametrize("form", RDF)
def test_rdf_holds_every_triple(form: Format, tmp_path: Path) -> None:
    name, graphs = RDF[form]
    data = exported(form, tmp_path / "graph").decode()
    dataset = rdflib.Dataset(default_union=True)
    if graphs:
        dataset.parse(data=data, format=name)
        named = {g.identifier for g in dataset.graphs() if len(g)} - {dataset.default_graph.identifier}
        assert len(named) >= 3
    else:
        dataset.default_graph.parse(data=data, format=name)
    wanted = rdflib.Dataset(default_union=True)
    wanted.parse(data="\n".join(harbour.lines()), format="nquads")
    assert set(dataset.triples((None, None, None))) == set(wanted.triples((None, None, None)))


@pytest.mark.parametrize("form", [f for f in Format if f is not Format.CSV])
def test_the_same_graph_is_the_same_file(form: Format, tmp_path: Path) -> None:
    backwards = memory_store(list(reversed(harbour.lines())), {"base": harbour.BASE})
    first = exported(form, tmp_path / "one")
    export(backwards, form, tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == first


def test_tables_go_into_a_folder_or_a_zip_file(tmp_path: Path) -> None:
    written = export(harbour.store(), Format.CSV, tmp_path / "tables")
    export(harbour.store(), Format.CSV, tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert sorted(archive.namelist()) == sorted(path.name for path in written)
        assert archive.read("people.csv") == (tmp_path / "tables" / "people.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO((tmp_path / "tables/memberships.csv").read_text("utf-8-sig"))))
    dee = next(row for row in rows if row["member"] == "Dee Marlow")
    assert (dee["body"], dee["role"], dee["basis"]) == ("Tidal Skills Group", "treasurer", "stated")
    assert len(rows) == 6


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    evil = [line.replace('"Ada Ferrier"', '"=HYPERLINK(1)"') for line in harbour.lines()]
    export(memory_store(evil, {"base": harbour.BASE}), Format.CSV, tmp_path / "t")
    text = (tmp_path / "t" / "people.csv").read_text("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert not re.search(r"(^|,)=", text, re.MULTILINE)


def test_graphml_has_typed_attributes_and_none_left_empty(tmp_path: Path) -> None:
    data = exported(Format.GRAPHML, tmp_path / "g.graphml")
    root = ElementTree.fromstring(data)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = root.findall("g:key", space)
    assert {key.get("attr.type") for key in keys} <= {"string", "long", "int", "double", "float", "boolean"}
    assert len({key.get("id") for key in keys}) == len(keys)
    graph = nx.read_graphml(io.BytesIO(data))
    assert {"board", "person", "organisation", "strategy"} == {d["kind"] for _, d in graph.nodes(data=True)}
    assert any(d["kind"] == "seat" and d["last_year"] == 2010 for *_, d in graph.edges(data=True))


DATE = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
TEXT = {"type": "string", "minLength": 1}
LINKS = {"type": "array", "items": {"type": "object", "required": ["url"], "properties": {"url": TEXT}}}
NAMES = {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}}}
POPOLO = {
    "persons": {"id": TEXT, "name": TEXT, "other_names": NAMES, "honorific_prefix": TEXT},
    "organizations": {
        "id": TEXT,
        "name": TEXT,
        "other_names": NAMES,
        "classification": TEXT,
        "parent_id": TEXT,
    },
    "memberships": {
        "id": TEXT,
        "person_id": TEXT,
        "organization_id": TEXT,
        "on_behalf_of_id": TEXT,
        "role": TEXT,
        "start_date": DATE,
        "end_date": DATE,
        "sources": LINKS,
    },
    "events": {"id": TEXT, "name": TEXT, "start_date": DATE, "organization_id": TEXT, "location": TEXT},
}
REQUIRED = {
    "persons": ["id", "name"],
    "organizations": ["id", "name"],
    "memberships": ["id", "organization_id"],
}


def test_popolo_keeps_the_rules_of_its_schema(tmp_path: Path) -> None:
    content = json.loads(exported(Format.POPOLO, tmp_path / "p.json"))
    for name, properties in POPOLO.items():
        schema = {"type": "object", "properties": properties, "required": REQUIRED.get(name, ["id"])}
        for record in content[name]:
            jsonschema.validate(record, schema)
    known = {r["id"] for name in ("persons", "organizations") for r in content[name]}
    for membership in content["memberships"]:
        assert membership["organization_id"] in known
        assert membership.get("person_id", membership.get("member", {}).get("id")) in known
        assert membership["sources"]
    begun = [m["person_id"] for m in content["memberships"] if "start_date" in m]
    assert [person.rsplit("/", 1)[1] for person in begun] == ["dee-marlow"]


def test_followthemoney_entities_point_to_each_other(tmp_path: Path) -> None:
    lines = exported(Format.FTM, tmp_path / "e.json").decode().splitlines()
    entities = {e["id"]: e for e in map(json.loads, lines)}
    assert len(entities) == len(lines)
    ends = {"Membership": ("member", "organization"), "UnknownLink": ("subject", "object")}
    for entity in entities.values():
        assert all(isinstance(v, list) and all(v) for v in entity["properties"].values())
        for end in (*ends.get(entity["schema"], ()), "proof"):
            assert all(target in entities for target in entity["properties"].get(end, []))
    assert {"Person", "Organization", "Membership", "Event", "Document"} <= {
        e["schema"] for e in entities.values()
    }


def test_followthemoney_s_own_validation(tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    for line in exported(Format.FTM, tmp_path / "e.json").decode().splitlines():
        entity = json.loads(line)
        followthemoney.model.get(entity["schema"]).validate(entity)
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        assert {p: sorted(proxy.get(p)) for p in entity["properties"]} == entity["properties"]


def test_contacts_are_exported_only_if_asked_for(tmp_path: Path) -> None:
    store = memory_store(harbour.lines(harbour.june(), with_contacts=True), {"base": harbour.BASE})
    export(store, Format.NQ, tmp_path / "plain.nq")
    export(store, Format.NQ, tmp_path / "with.nq", with_contacts=True)
    assert "graph/contacts" not in (tmp_path / "plain.nq").read_text("utf-8")
    assert "graph/contacts" in (tmp_path / "with.nq").read_text("utf-8")


def test_a_place_that_can_t_be_written_to_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        export(harbour.store(), Format.NQ, tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file"):
        export(harbour.store(), Format.CSV, tmp_path / "file")
