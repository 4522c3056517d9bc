"""The graph written to files, in the forms that other programs read.

Every form is the same to the byte for the same graph. Contact details are left out unless asked for.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whosat.graph.files import write_whole
from whosat.graph.nquads import node
from whosat.graph.tables import Sheet, sheets
from whosat.ontology.errors import InputError
from whosat.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from whosat.graph.store import Store


class Format(StrEnum):
    """What a graph can be written as."""

    NQ = "nq"
    TRIG = "trig"
    TTL = "ttl"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    CSV = "csv"
    GRAPHML = "graphml"
    POPOLO = "popolo"
    FTM = "ftm"


Writer = Callable[["Store", list[str]], bytes]
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)  # a zip file must hold a date: a fixed one


def export(store: Store, form: Format, output: Path, *, with_contacts: bool = False) -> tuple[Path, ...]:
    """Write the graph to `output` (for tables a folder, or a zip file if it ends in ".zip") and say where.

    A file is written whole or not at all. Raises InputError for a place that can't be written to.
    """
    if form is Format.CSV and output.suffix.lower() != ".zip":
        return _write_folder(output, sheets(store))
    if output.is_dir():
        raise InputError(f"{output} is a folder.", "Name a file with --output.")
    lines = [line for line in store.lines() if with_contacts or not _is_contact(line, store.base)]
    write_whole(output, WRITERS[form](store, lines))
    return (output,)


def _is_contact(line: str, base: str) -> bool:
    return line.endswith(f" {node(f'{base}/graph/contacts')} .")


def _nquads(_: Store, lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _rdf(form: str, *, graphs: bool) -> Writer:
    def write(store: Store, lines: list[str]) -> bytes:
        import pyoxigraph as ox

        quads = list(ox.parse(_nquads(store, lines), ox.RdfFormat.N_QUADS))
        prefixes = {**PREFIXES, "id": f"{store.base}/"}
        if graphs:
            content = sorted(quads, key=lambda quad: str(quad.graph_name))  # stable: lines within stay sorted
            written = ox.serialize(content, format=getattr(ox.RdfFormat, form), prefixes=prefixes)
        else:
            triples = dict.fromkeys(quad.triple for quad in quads)
            written = ox.serialize(triples, format=getattr(ox.RdfFormat, form), prefixes=prefixes)
        return _ordered(bytes(written or b""))

    return write


def _ordered(content: bytes) -> bytes:
    """The same with its prefixes in order: the serialiser declares them in any."""
    turtle = re.match(rb"(?:@prefix [^\n]*\n)+", content)
    if turtle:
        lines = sorted(turtle[0].splitlines(keepends=True))
        return b"".join(lines) + content[turtle.end() :]
    root = re.search(rb"<rdf:RDF((?: xmlns:[\w.-]+=\"[^\"]*\")+)>", content[:10_000])
    if root:
        names = b" ".join(sorted(root[1].split()))
        return content[: root.start(1)] + b" " + names + content[root.end(1) :]
    return content


def _graphml(store: Store, _: list[str]) -> bytes:
    from whosat.graph.graphml import graphml

    return graphml(store)


def _popolo(store: Store, _: list[str]) -> bytes:
    from whosat.graph.popolo import popolo

    return popolo(store)


def _ftm(store: Store, _: list[str]) -> bytes:
    from whosat.graph.ftm import ftm

    return ftm(store)


def _zip(store: Store, _: list[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in sheets(store):
            archive.writestr(zipfile.ZipInfo(f"{sheet.name}.csv", _ZIP_DATE), csv_bytes(sheet))
    return out.getvalue()


WRITERS: Final[Mapping[Format, Writer]] = {
    Format.NQ: _nquads,
    Format.TRIG: _rdf("TRIG", graphs=True),
    Format.TTL: _rdf("TURTLE", graphs=False),
    Format.JSONLD: _rdf("JSON_LD", graphs=True),
    Format.RDFXML: _rdf("RDF_XML", graphs=False),
    Format.CSV: _zip,
    Format.GRAPHML: _graphml,
    Format.POPOLO: _popolo,
    Format.FTM: _ftm,
}


def csv_bytes(sheet: Sheet) -> bytes:
    """A table as comma-separated values that spreadsheets open as UTF-8, no cell a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a quote goes before "=", "+", "-", "@"."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _write_folder(folder: Path, tables: Iterable[Sheet]) -> tuple[Path, ...]:
    if folder.is_file():
        raise InputError(f"{folder} is a file.", "Tables go into a folder, or into a file that ends in .zip.")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for sheet in tables:
        path = folder / f"{sheet.name}.csv"
        write_whole(path, csv_bytes(sheet))
        written.append(path)
    return tuple(written)
