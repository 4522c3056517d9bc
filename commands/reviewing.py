"""The questions of `whosat review`, one after the other: explained, checked, and taken back if asked to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from whosat.ontology.facts import DocumentFacts, Mention, Ruling

if TYPE_CHECKING:
    from whosat.graph.doubts import Doubt
    from whosat.graph.why_same import Quoted
    from whosat.ontology.facts import Decision, Proposal


class Move(Enum):
    """Where to go instead of answering."""

    LATER = "later"
    BACK = "undo"
    QUIT = "quit"


_MOVES: Final = {
    "": Move.LATER,
    "later": Move.LATER,
    "u": Move.BACK,
    "undo": Move.BACK,
    "back": Move.BACK,
    "q": Move.QUIT,
    "quit": Move.QUIT,
    "exit": Move.QUIT,
}
_BACK: Final = tuple(word for word, move in _MOVES.items() if move is Move.BACK)
_AFTER_THE_LAST: Final = "That was the last question. [u]ndo the last answer  [Enter] done"
_HELP: Final = ("?", "h", "help")
_VERDICTS: Final = {
    "s": Ruling.SAME,
    "same": Ruling.SAME,
    "d": Ruling.DIFFERENT,
    "different": Ruling.DIFFERENT,
}
_NO_NAMES: Final = frozenset("yes no same different skip next ok none".split())
_OTHERWISE: Final = "[Enter] later  [u]ndo the last answer  [q]uit  [?] help"
_MOVES_TOLD: Final = (
    "Enter alone leaves the question open. u takes the last answer back and asks it again. q ends; what was "
    "answered stays."
)
_EXPLAINED: Final = {
    "pair": "s: both are one and the same. d: they are two. Each answer becomes a row of the decisions.",
    "roster line": (
        "Write how the line reads: Name; Organisation; status, such as Ann Lee; Harbour Council; present. "
        "Organisation and status may be left out, several people are parted by |, and - says that the line "
        "names nobody. The status is one of present, apologies, absent, in attendance, minute taker."
    ),
    "initials": "Write the number of one of the names, or the full name of whom the initials stand for.",
}


@dataclass(frozen=True, slots=True)
class Answered:
    """A row that was written, and the number of its question."""

    row: Decision
    at: int


def ask_all(found: Sequence[Doubt], documents: Sequence[DocumentFacts], file: Path, who: str) -> None:
    """Ask one question after the other; each answer is written at once, and the last can be taken back."""
    from whosat.graph.decisions import append

    done: list[Answered] = []
    at = 0
    while at < len(found) or (done and _typed(_AFTER_THE_LAST) in _BACK):
        if at >= len(found):
            at = _taken_back(done, file, at)
            continue
        doubt = found[at]
        typer.echo(f"\n{at + 1} of {len(found)}: {doubt.kind.value} (would put {doubt.gain} facts right)")
        _show(doubt)
        answer = _asked(doubt, documents, who)
        if answer is Move.QUIT:
            break
        if answer is Move.BACK:
            at = _taken_back(done, file, at)
            continue
        if not isinstance(answer, Move):
            append(file, [answer])
            done.append(Answered(answer, at))
            typer.echo(f"  Written: {_said(answer)}. (u at the next question takes it back.)")
        at += 1
    count = f"{len(done)} decision{'' if len(done) == 1 else 's'}"
    typer.echo(f"{count} added to {file}. They take effect with the next: whosat build")


def _taken_back(done: list[Answered], file: Path, at: int) -> int:
    """Take the last answer out of the file; the number of the question to ask now."""
    from whosat.graph.decisions import take_back

    if not done:
        typer.echo("  There is no answer to take back.")
        return at
    last = done.pop()
    gone = take_back(file, last.row)
    typer.echo(f"  Taken back: {_said(last.row)}" if gone else "  The row is not in the file any more.")
    return last.at


def _said(row: Decision) -> str:
    if row.what is Ruling.LINE:
        return f"“{row.name}” reads: {row.value}"
    if row.what is Ruling.INITIALS:
        return f"{row.name} is {row.other}"
    return f"{row.name} and {row.other} are {'one' if row.what is Ruling.SAME else 'two'}"


def where(one: Quoted) -> str:
    """File and line of a passage."""
    return f"{one.file}:{one.line}"


def _show(doubt: Doubt) -> None:
    typer.echo(f"  {doubt.shown}\n  {doubt.reason}")
    for title, side in (("here", doubt.left), ("there", doubt.right)):
        for one in side:
            typer.echo(f"  {title:>6}  {where(one)}: {one.words[:200]}")
    for number, name in enumerate(doubt.suggestions, 1):
        typer.echo(f"  {number:>6}  {name}")


def _asked(doubt: Doubt, documents: Sequence[DocumentFacts], who: str) -> Decision | Move:
    """A decision, or where to go; asks until it is one of these."""
    from whosat.graph.doubts import DoubtKind

    hints = {
        DoubtKind.PAIR: "[s]ame  [d]ifferent",
        DoubtKind.LINE: "Name; Organisation; status  (or - for nobody)",
        DoubtKind.INITIALS: "a number or the full name",
    }
    while True:
        typed = _typed(f"{hints[doubt.kind]}  {_OTHERWISE}")
        if typed is None:
            return Move.QUIT
        if typed.casefold() in _HELP:
            typer.echo(f"  {_EXPLAINED[doubt.kind.value]}\n  {_MOVES_TOLD}")
        elif (move := _MOVES.get(typed.casefold())) is not None:
            return move
        elif doubt.kind is DoubtKind.PAIR and doubt.proposal:
            if what := _VERDICTS.get(typed.casefold()):
                why = _typed("why (may be left empty)") or ""
                return pair_decision(what, doubt.proposal, documents, who, why)
            typer.echo(f"  “{typed}” is no answer here: type s, d, Enter, u, q or ?.")
        elif wrong := _wrong(doubt, typed):
            typer.echo(f"  {wrong} Type ? for help.")
        else:
            return _read_as(doubt, typed, who)


def _typed(prompt: str) -> str | None:
    """What is typed; None where the input ends."""
    try:
        return str(typer.prompt(prompt, default="", show_default=False)).strip()
    except typer.Abort:
        return None


def _wrong(doubt: Doubt, typed: str) -> str | None:
    """Why a text is no answer to a question about a line or about initials."""
    from whosat.graph.doubts import DoubtKind
    from whosat.graph.line_rulings import is_name, wrong_value

    if typed.casefold() in _NO_NAMES:
        return f"“{typed}” is no name."
    if doubt.kind is DoubtKind.LINE:
        return wrong_value(typed)
    if typed.isdigit():
        known = len(doubt.suggestions)
        return None if 0 < int(typed) <= known else f"There is no name {typed}: there are {known}."
    if not is_name(typed) or len(typed.split()) < 2:
        return f"“{typed}” is no full name."
    return None


def _read_as(doubt: Doubt, typed: str, who: str) -> Decision:
    from whosat.graph.doubts import DoubtKind

    if doubt.kind is DoubtKind.INITIALS:
        chosen = doubt.suggestions[int(typed) - 1] if typed.isdigit() else typed
        return _decision(Ruling.INITIALS, name=doubt.text, other=chosen, document=doubt.document, who=who)
    return _decision(
        Ruling.LINE, name=" ".join(doubt.text.split()), value=typed, document=doubt.document, who=who
    )


def pair_decision(
    what: Ruling, pair: Proposal, documents: Sequence[DocumentFacts], who: str, why: str
) -> Decision:
    """The decision on a pair; each name is narrowed by its document, so no namesake is meant."""
    files = {document.sha256: document.identifier for document in documents}

    def narrowed(mention: Mention) -> str:
        return f"{mention.name} [{files[mention.document]}]"

    return _decision(what, name=narrowed(pair.left), other=narrowed(pair.right), who=who, why=why)


def _decision(
    what: Ruling, *, who: str, name: str, other: str = "", value: str = "", document: str = "", why: str = ""
) -> Decision:
    from whosat.graph.decisions import decision

    today = dt.date.today().isoformat()
    return decision(
        what, name=name, other=other, value=value, document=document, who=who, when=today, why=why
    )
