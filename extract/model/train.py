"""Makes the roster's model from nothing: writes the training text, trains, scores, and packs the weights.

`python -m whosat.extract.model.train` (that is `make model`) trains twice: a short trial without the layouts
in `HELD_OUT`, to tell how the model fares on layouts it never saw; then the model that ships, with all of
them. The scores of both stand in `scores.json` beside this file.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from whosat.extract.model import tokens
from whosat.extract.model.documents import HELD_OUT, Writer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HERE: Final = Path(__file__).parent
WEIGHTS: Final = HERE / "weights"
SCORES: Final = HERE / "scores.json"
SEED: Final = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is written, trained and scored."""

    documents: int = 36_000
    steps: int = 7_000
    trial_steps: int = 2_000
    scored: int = 400
    config: Path = HERE / "config.cfg"


def blank() -> Language:
    """Return an empty pipeline that cuts tokens as the model does."""
    import spacy

    tokens.register()
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": tokens.NAME}}})


def labelled(nlp: Language, text: str, slots: list[tuple[int, int, str]]) -> Doc:
    """Return the text as a Doc with its slots as entities; a slot that ends inside a token is left out."""
    doc = nlp.make_doc(text)
    spans = (doc.char_span(start, end, label=label) for start, end, label in slots)
    doc.set_ents([span for span in spans if span is not None])
    return doc


def write_corpus(path: Path, writer: Writer, count: int) -> None:
    """Write so many invented documents to a DocBin."""
    from spacy.tokens import DocBin

    nlp, packed = blank(), DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"])
    for _ in range(count):
        text, slots = writer.document()
        if text.strip():
            packed.add(labelled(nlp, text, slots))
    packed.to_disk(path)


def fit(folder: Path, steps: int, documents: int, plan: Plan, *, without: Collection[str] = ()) -> Language:
    """Train on newly written documents, in a folder made for it, and return the best pipeline."""
    import spacy
    from spacy.cli.train import train

    tokens.register()
    folder.mkdir()
    write_corpus(folder / "train.spacy", Writer(SEED, without=without), documents)
    write_corpus(folder / "dev.spacy", Writer(SEED + 1, without=without), plan.scored // 2)
    overrides: dict[str, Any] = {
        "paths.train": str(folder / "train.spacy"),
        "paths.dev": str(folder / "dev.spacy"),
        "training.max_steps": steps,
        "training.eval_frequency": max(100, steps // 12),
    }
    train(plan.config, folder / "out", overrides=overrides)
    return spacy.load(folder / "out" / "model-best")


def score(nlp: Language, writer: Writer, count: int) -> dict[str, Any]:
    """Return precision, recall and F1, overall and a label, on newly written documents."""
    from spacy.training import Example

    examples = []
    for _ in range(count):
        text, slots = writer.document()
        if text.strip():
            examples.append(Example(nlp.make_doc(text), labelled(nlp, text, slots)))
    scores = nlp.evaluate(examples)
    rounded = {
        label: {k: round(v, 3) for k, v in s.items()} for label, s in sorted(scores["ents_per_type"].items())
    }
    return {"all": {k: round(scores[f"ents_{k}"], 3) for k in "prf"}, "labels": rounded}


def pack(nlp: Language, path: Path) -> None:
    """Write the pipeline to `path`, replacing what stood there; no folder of this machine is named in it."""
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(
        name="rosters",
        version="1.0.0",
        spacy_version=">=3.8,<4.0",
        description="What each slot of a roster is, in minutes of meetings.",
        license="MIT",
    )
    if path.exists():
        shutil.rmtree(path)
    nlp.to_disk(path, exclude=["vocab"])


def trial(folder: Path, plan: Plan) -> dict[str, Any]:
    """Train without the held-out layouts and return the scores with and without them."""
    nlp = fit(folder, plan.trial_steps, plan.documents // 2, plan, without=HELD_OUT)
    return {
        "steps": plan.trial_steps,
        "on layouts it saw": score(nlp, Writer(SEED + 2, without=HELD_OUT), plan.scored),
        "on the held-out layouts": score(nlp, Writer(SEED + 2, only=HELD_OUT), plan.scored),
    }


def make(plan: Plan, out: Path) -> dict[str, Any]:
    """Make the model, write it to `out`, and return its scores and the trial's."""
    scores: dict[str, Any] = {"seed": SEED, "documents": plan.documents}
    with tempfile.TemporaryDirectory() as scratch:
        if plan.trial_steps:
            scores["trial without the held-out layouts"] = trial(Path(scratch) / "trial", plan)
        nlp = fit(Path(scratch) / "final", plan.steps, plan.documents, plan)
        scores["shipped"] = {
            "steps": plan.steps,
            "on new documents": score(nlp, Writer(SEED + 3), plan.scored),
        }
        pack(nlp, out)
    return scores


def main() -> None:
    """Make the model and its scores."""
    plan = Plan()
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument(
        "--documents", type=int, default=plan.documents, help="invented documents to train on"
    )
    parser.add_argument("--steps", type=int, default=plan.steps, help="steps of the model that ships")
    parser.add_argument("--trial-steps", type=int, default=plan.trial_steps, help="of the trial; 0 for none")
    parser.add_argument("--scored", type=int, default=plan.scored, help="documents each score is made on")
    parser.add_argument("--config", type=Path, default=plan.config)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--scores", type=Path, default=SCORES)
    given = vars(parser.parse_args())
    out, scores = given.pop("out"), given.pop("scores")
    made = make(Plan(**given), out)
    scores.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
