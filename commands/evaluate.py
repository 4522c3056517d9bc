"""`whosat evaluate`: how much of known documents is read rightly, by kind of fact, layout and format."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whosat.ontology.errors import InputError

if TYPE_CHECKING:
    from whosat.extract.scoring import Score

_HALVES = ("develop", "judge", "reserve", "both")


def evaluate(
    gold: Annotated[
        Path | None, typer.Argument(help="A folder of gold files (JSON), one a document.")
    ] = None,
    docs: Annotated[
        Path | None, typer.Option(help="The folder of the documents, if it is not next to the gold.")
    ] = None,
    generated: Annotated[int, typer.Option(help="Make this many test documents and read those instead.")] = 0,
    half: Annotated[
        str, typer.Option(help="Layouts of test documents: develop, judge, reserve, or both for all.")
    ] = "both",
    seed: Annotated[int, typer.Option(help="What the test documents are made from.")] = 1,
    rare_names: Annotated[
        bool, typer.Option("--rare-names", help="Give the test documents' people names that no list has.")
    ] = False,
    layout: Annotated[bool, typer.Option("--layout", help="Show figures by layout and by format.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List every miss and every invention.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    model: Annotated[str | None, typer.Option(help="Another spaCy pipeline in place of our own.")] = None,
    identities: Annotated[
        bool, typer.Option("--identities", help="Score who is who instead, over 200 invented documents.")
    ] = False,
) -> None:
    """Score the reading of documents whose truth is known."""
    if identities:
        _print_identities(seed, misses, as_json)
        return
    if gold is None and not generated:
        raise InputError(
            "There is nothing to evaluate.",
            "Name a folder of gold files, or --generated 200 for test documents, or --identities.",
        )
    if half not in _HALVES:
        raise InputError(f"There is no half {half!r}.", f"Say one of {', '.join(_HALVES)}.")
    if gold is not None:
        scores = _of_folder(gold, docs, model)
    else:
        scores = _of_generated(generated, seed, half, model, rare_names)
    _print(scores, layout, misses, as_json)


def _of_folder(gold: Path, docs: Path | None, model: str | None) -> list[Score]:
    from whosat.extract.evaluation.run import pairs, pipeline_reader, scores

    found = pairs(gold, docs)
    for one in found:
        if one.document is None:
            typer.echo(f"{one.name}: no document of this name was found", err=True)
    return list(scores(found, pipeline_reader(model)))


def _of_generated(count: int, seed: int, half: str, model: str | None, rare_names: bool) -> list[Score]:
    from whosat.extract.evaluation.generate import write_samples

    with tempfile.TemporaryDirectory(prefix="whosat-evaluate-") as folder:
        write_samples(Path(folder), seed, count, half, rare_names=rare_names)
        return _of_folder(Path(folder) / "gold", Path(folder) / "docs", model)


def _print(scores: list[Score], layout: bool, misses: bool, as_json: bool) -> None:
    from whosat.extract.evaluation import report

    if as_json:
        typer.echo(json.dumps(report.as_json(scores), ensure_ascii=False, indent=1))
        return
    lines = [f"{len(scores)} documents", "", *report.by_kind(scores)]
    if layout:
        lines += ["", *report.by_group(scores, lambda score: score.format, "format")]
        lines += ["", *report.by_group(scores, lambda score: score.layout, "layout")]
    if misses:
        lines += ["", *report.details(scores)]
    typer.echo("\n".join(lines))


def _print_identities(seed: int, misses: bool, as_json: bool) -> None:
    from whosat.extract.evaluation import identity_score, report
    from whosat.extract.evaluation.identities import identities
    from whosat.graph.resolve import resolve
    from whosat.ontology.settings import Settings

    known = identities(seed)
    key_of = resolve(known.documents, Settings()).key_of
    tallies = identity_score.identity_scores(key_of, known)
    wrong = [
        line
        for truth in (known.people, known.bodies)
        for tell in (identity_score.wrongly_joined, identity_score.wrongly_apart)
        for line in tell(key_of, truth)
    ]
    if as_json:
        typer.echo(
            json.dumps({"kinds": report.figures(tallies), "wrong": wrong}, ensure_ascii=False, indent=1)
        )
        return
    head = f"{len(known.documents)} invented documents; pairs of names that are one"
    typer.echo("\n".join([head, "", *report.table(tallies), *(["", *wrong] if misses else [])]))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(evaluate)
