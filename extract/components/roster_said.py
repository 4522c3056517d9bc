"""What stands on a line beside names: brackets, and what delimiters set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosat.extract.components.roster_attributes import Attributes, read_attribute, read_deputy
from whosat.extract.components.roster_departments import is_department, is_part
from whosat.extract.components.roster_pieces import Gap, Piece, bracket_parts, inner
from whosat.extract.components.roster_scores import is_body, name_score
from whosat.extract.components.roster_walk_words import CHAIRS, OF_ALL, share_with_all
from whosat.extract.components.roster_words import PARTIES
from whosat.extract.names import is_initials

if TYPE_CHECKING:
    from whosat.extract.components.roster_walk import Walker


def read_bracket(walker: Walker, piece: Piece) -> None:
    """What a bracket says: of the one before it, of those to come, or who they are."""
    if not walker.people:
        parts = inner(piece)
        if parts and (walker.before.job_title or walker.before.role) and name_score(parts[0].text) >= 0.75:
            walker.open(Piece(parts[0].text, parts[0].start, Gap.COLON))
            for part in parts[1:]:
                read_attribute(part, walker.people[-1].facts, walker.people[-1].name)
            return
        if walker.before.organisation and parts and all(name_score(p.text) >= 0.6 for p in parts):
            for part in parts:
                walker.before.organisation_kept = True
                walker.open(Piece(part.text, part.start, Gap.COMMA))
            return
        for part in parts:
            read_attribute(part, walker.before, "")
        return
    person = walker.people[-1]
    walker.wide[len(walker.people) - 1] = piece.text.lower().startswith("both ")
    if read_deputy(piece, person.facts):
        person.end = piece.end + 1
        return
    if CHAIRS.fullmatch(piece.text) and len(walker.people) > 1 and person.joined:
        mate = walker.people[-2].facts
        mate.role, mate.role_strength, mate.role_at = "chair", 2, None
    if (said := OF_ALL.fullmatch(piece.text)) and len(walker.people) > 1:
        share_with_all(
            walker.people, said["body"], piece.start + said.start("body"), both=said["few"] == "both"
        )
        person.end = piece.end + 1
        return
    parts = bracket_parts(piece, person.name)
    party = [part for part in parts[1:] and parts if part.text.lower().strip(" .") in PARTIES]
    for part in parts:
        if party and part not in party and not is_body(part.text):
            continue  # the ward beside the party: "(Lab, Hilltop)"
        read_attribute(part, person.facts, person.name, hint=walker.hints.kind(part.start, part.end))
    person.end = piece.end + 1


def read_beside(walker: Walker, piece: Piece) -> None:
    """What a piece that names nobody says of the one before it, or of those to come."""
    if piece.start in walker.labels and (
        walker.people or piece.gap is Gap.SEMI
    ):  # "Arts: Ann Bell; Law: Bo Cole"
        walker.heading, walker.before = Attributes(), Attributes()
        read_attribute(piece, walker.before, "")
    elif not walker.people and is_initials(piece.text) and (walker.firsts or walker.before.said):
        walker.void = True  # "PB, Stu, Gaz Hill": somebody of whom no more is said
    elif walker.closed and piece.gap is Gap.COMMA and _sent_nobody(walker, piece):
        walker.silent = True  # "Ann Bell (Ambry Trust), The Crown Estate": a body that sent nobody
    elif walker.people and piece.gap is not Gap.SEMI:
        person = walker.people[-1]
        walker.wide[len(walker.people) - 1] = piece.gap in (Gap.WIDE, Gap.TAB)
        read_attribute(piece, person.facts, person.name, hint=walker.hints.kind(piece.start, piece.end))
        person.end = piece.end
    else:
        if piece.gap is Gap.SEMI:
            walker.before = walker.heading.shared()
        read_attribute(piece, walker.before, "")


def _sent_nobody(walker: Walker, piece: Piece) -> bool:
    """Whether a body behind somebody's bracket, which has said whom he or she is from, is one more entry."""
    said = walker.people[-1].facts.organisation if walker.people else None
    told = is_body(piece.text) or piece.text.startswith("The ")
    return bool(said) and not is_part(said or "") and told and not is_department(piece.text)
