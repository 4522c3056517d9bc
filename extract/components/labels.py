"""ws_labels: what each slot of a roster is, as a trained model reads it (name, organisation, job title, …).

The model runs on the regions in `doc.spans["roster"]` only; without any, on the beginning of the document.
It is our own, which ships in the package, or any other spaCy pipeline, named or by its path; the labels of
general pipelines are mapped to ours (see `whosat.extract.model.tags`, where the labels are explained).

Leaves `doc._.labels`, a tuple of `Label` in reading order, exact to the character, and the same as
`doc.spans["labels"]` (span.label_, span.id_), where a span is widened to the tokens of `doc`.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from whosat.extract.components.records import Label, text_of
from whosat.extract.components.roster import extents_of, find_rosters
from whosat.extract.components.roster_told import told_by
from whosat.extract.model import tags, tokens
from whosat.extract.names_told import NOTHING, reading
from whosat.extract.tokenizing import BoundedTokenizer
from whosat.ontology.errors import SettingsError

WEIGHTS: Final = Path(__file__).parents[1] / "model" / "weights"
_BEGINNING: Final = 4_000  # characters read where no roster was found
_SHORT: Final = 250  # characters of rosters, below which the beginning is read as well: one may be missing
_BEHIND: Final = 250  # characters read behind a roster, which may go on with names that no list has
_CHUNK: Final = 8_000  # characters a model sees at once; a table of 10,000 rows is cut at line ends
_BATCH: Final = 16

if not Doc.has_extension("labels"):
    Doc.set_extension("labels", default=())
if not Doc.has_extension("told"):
    Doc.set_extension("told", default=NOTHING)


def require(model: str | None) -> None:
    """Raise SettingsError where the named pipeline is neither a folder nor installed; loads nothing."""
    if model is None or Path(model).is_dir():
        return
    try:
        distribution(model)
    except (PackageNotFoundError, ValueError):
        raise SettingsError(
            f"The spaCy pipeline “{model}” was asked for; no folder and no installed package has that name.",
            "Give a pipeline's folder, install it (python -m spacy download …), or leave the option out.",
        ) from None


def fingerprint(model: str | None) -> str:
    """Name a pipeline by its content, so that a kept result is known to be of it; "" for our own."""
    if model is None:
        return ""
    require(model)
    folder = Path(model)
    if not folder.is_dir():
        return f"{model}-{distribution(model).version}"
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda found: found.as_posix()):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{folder.name}-{digest.hexdigest()[:12]}"


@cache
def trained(model: str | None) -> Language | None:
    """Load the named pipeline, or ours for None; None where ours does not stand in its place.

    Raises SettingsError where it can't be loaded. Loaded once a process.
    """
    require(model)
    tokens.register()
    if model is None and not (WEIGHTS / "meta.json").is_file():
        return None
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")  # made with another release of spaCy 3
            nlp = spacy.load(WEIGHTS if model is None else model)
    except (OSError, ValueError, ImportError, KeyError, TypeError) as error:
        first = next(filter(None, map(str.strip, str(error).splitlines())), type(error).__name__)
        raise SettingsError(
            f"The spaCy pipeline “{model or WEIGHTS}” can't be loaded: {first}",
            "It must be a pipeline of spaCy 3 with an entity recogniser.",
        ) from error
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    return nlp


def regions(doc: Doc) -> list[tuple[int, int]]:
    """The extents to read, in characters, in order and without overlap."""
    found = sorted((span.start_char, span.end_char) for span in doc.spans.get("roster", ()))
    text = text_of(doc)
    if sum(end - start for start, end in found) < _SHORT and text.strip():
        found = sorted([*found, (0, _line_end(text, _BEGINNING))])
    if not found:
        return []
    found = [(start, max(end, _line_end(text, end + _BEHIND))) for start, end in found]
    merged = [found[0]]
    for start, end in found[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _beyond(extents: list[tuple[int, int]], read: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of some extents others don't cover; both in order and without overlap."""
    more = []
    for start, end in extents:
        for first, last in read:
            if first <= start < last:
                start = last
            elif start < first < end:
                more.append((start, first))
                start = last
        if start < end:
            more.append((start, end))
    return more


def chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an extent at line ends into pieces a model can take."""
    while end - start > _CHUNK:
        cut = text.rfind("\n", start, start + _CHUNK) + 1 or start + _CHUNK
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def labels_in(text: str, extents: list[tuple[int, int]], nlp: Language) -> tuple[Label, ...]:
    """The labels of the extents of a text, in reading order."""
    pieces = [piece for start, end in extents for piece in chunks(text, start, end)]
    read = nlp.pipe((text[start:end] for start, end in pieces), batch_size=_BATCH)
    found = (label for (start, _), doc in zip(pieces, read, strict=True) for label in _labels(doc, start))
    return tuple(sorted(found))


def _labels(doc: Doc, offset: int) -> Iterator[Label]:
    for span, score in _spans(doc):
        ours = tags.split(span.label_)
        if ours is not None:
            yield Label(span.start_char + offset, span.end_char + offset, *ours, score)


def _spans(doc: Doc) -> Iterator[tuple[Span, float | None]]:
    """Entities, and where a pipeline has none the span groups of a span categoriser."""
    if doc.ents:
        yield from ((span, None) for span in doc.ents)
        return
    for group in doc.spans.values():
        scores = group.attrs.get("scores")
        for number, span in enumerate(group):
            yield span, None if scores is None else round(float(scores[number]), 4)


def _line_end(text: str, limit: int) -> int:
    if len(text) <= limit:
        return len(text)
    return text.rfind("\n", 0, limit) + 1 or limit


def _span(doc: Doc, label: Label) -> Span | None:
    span = doc.char_span(label.start, label.end, label.label, alignment_mode="expand", span_id=label.kind)
    return span if isinstance(span, Span) else None


class RosterLabels:
    """The component; loads its model at the first document."""

    def __init__(self, model: str | None = None) -> None:
        require(model)
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Label the rosters of a document; look for them anew with the names that the labels tell."""
        nlp = trained(self.model)
        found: tuple[Label, ...] = ()
        if nlp is not None:
            text, read = text_of(doc), regions(doc)
            found = labels_in(text, read, nlp)
            doc._.told = told_by(found, text, extents_of(doc))
            if doc._.told:
                with reading(doc._.told):
                    find_rosters(doc)
                if more := _beyond(regions(doc), read):
                    found = tuple(sorted({*found, *labels_in(text, more, nlp)}))
                    doc._.told = told_by(found, text, extents_of(doc))
        doc._.labels = found
        doc.spans["labels"] = [span for label in found if (span := _span(doc, label)) is not None]
        return doc


@Language.factory("ws_labels", default_config={"model": None}, requires=["doc.spans"], assigns=["doc.spans"])
def create(nlp: Language, name: str, model: str | None) -> RosterLabels:  # noqa: ARG001 - spaCy passes all three
    """Make the component; `model` is a pipeline's name or path, None for ours."""
    return RosterLabels(model)
