"""What stands beside a name: initials, role, post, organisation, for whom, by what means, from when
until when."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components import roster_words as words
from whosat.extract.components.records import Extent
from whosat.extract.components.roster_departments import (
    is_department,
    is_owner,
    is_part,
    whose_department,
)
from whosat.extract.components.roster_deputised import (
    FOR,
    OF_ANOTHER,
    REVERSED,
    STOOD_IN,
    WHOSE,
    is_deputised,
)
from whosat.extract.components.roster_goes_on import runs_on
from whosat.extract.components.roster_notes import after_call_sign, has_a_middle, is_idle
from whosat.extract.components.roster_pieces import Gap, Piece
from whosat.extract.components.roster_posts import (
    behind_stroke,
    is_no_body,
    is_post,
    split_post,
    starts_with_post,
    top_post,
)
from whosat.extract.components.roster_scores import (
    acronym_of,
    body_score,
    chair_role,
    is_body,
    is_initials_of,
    job_score,
    leads_with_post,
    name_score,
    other_role,
)
from whosat.extract.components.roster_times import takes_note
from whosat.extract.components.roster_together import (
    FORMED,
    FUNCTIONS,
    IN_PARTS,
    TITLE_BEHIND,
    is_common,
    is_field_of,
    is_in_house,
    is_led_by_post,
    is_more_of_post,
    is_unlike_a_post,
    run_together,
)
from whosat.extract.model import tags
from whosat.extract.names import name_at, read_name
from whosat.ontology.facts import Kind


@dataclass(slots=True)
class Attributes:
    """What is known beside a name; `said` tells whether anything stood there at all."""

    organisation: str | None = None
    organisation_at: Extent | None = None
    organisation_score: float = 0.0
    organisation_kept: bool = False  # from a group heading or a cell beside: not to be shared backwards
    job_title: str | None = None
    job_at: Extent | None = None
    role: str | None = None
    role_at: int | None = None  # where the role's words end
    role_strength: int = 0  # 2 in brackets or as a heading, 1 as one of several words after the name
    minutes: bool = False
    initials: str | None = None
    deputising_for: str | None = None
    deputising_at: Extent | None = None
    deputy: str | None = None  # who came instead of this person
    deputy_at: Extent | None = None
    attended_via: str | None = None
    status: str | None = None
    arrived_at: dt.time | None = None
    left_at: dt.time | None = None
    sector: str | None = None
    said: bool = False
    chained_stop: bool = False

    def shared(self) -> Attributes:
        """What a group heading says of every person below it."""
        return Attributes(
            organisation=self.organisation,
            organisation_at=self.organisation_at,
            organisation_score=self.organisation_score,
            organisation_kept=self.organisation is not None,
        )

    def taken(self) -> Attributes:
        """A copy for one person."""
        return replace(self)


def read_attribute(piece: Piece, facts: Attributes, name: str, *, body: bool = False, hint: str = "") -> None:
    """Take what a piece says into `facts`; `name` is the person's, "" where none has been read yet.

    `body` says that the piece stands where bodies stand: "Police and Crime Commissioner" is one there. `hint`
    is a model's label of just this piece, and decides where its words leave it open.
    """
    text = piece.text
    if not text:
        return
    if (sign := after_call_sign(text)) and piece.gap is not Gap.OPEN:
        _post(Piece(text[sign:], piece.start + sign, piece.gap), facts)
        return
    if piece.gap in (Gap.COMMA, Gap.OPEN) and facts.job_title and is_field_of(facts.job_title, text):
        facts.job_title = f"{facts.job_title}, {text}"
        return
    if not name and (lead := _FOR_BODY.match(text)) and name_score(text[lead.end() :]) < 0.75:
        _body(Piece(text[lead.end() :], piece.start + lead.end(), piece.gap), facts)
        return
    if (parts := _led(piece, name, body)) is not None:
        for part in parts:
            read_attribute(part, facts, name, body=body)
        return
    if piece.gap is Gap.OPEN and _COUNTED.fullmatch(text) and is_initials_of(text[:-1], name):
        text = text[:-1]  # "DP2", where another has the same initials
    if (is_initials_of(text, name) and not (facts.initials and piece.gap is not Gap.OPEN)) or (
        piece.gap is Gap.OPEN and not facts.initials and has_a_middle(text, name)
    ):
        facts.initials = facts.initials or text.strip(" .")
    elif _is_role(piece, facts) or takes_note(text, facts):
        pass
    elif _deputises(piece, facts):
        facts.said = True
    elif not is_idle(text):
        facts.said = True
        if "/" in text and (at := behind_stroke(text)):
            _post(Piece(text[:at].rstrip(" /"), piece.start, piece.gap), facts)
            _body(Piece(text[at:], piece.start + at, piece.gap), facts)
        elif (
            body
            and is_body(piece.text)
            and not chair_role(piece.text)
            and not leads_with_post(piece.text)
            and not run_together(text)
        ):
            _body(piece, facts)
        elif (
            hint == tags.JOB
            and not (_CAPITALS.fullmatch(text) and text not in FUNCTIONS and not is_post(text))
            and (not is_body(text) or IN_PARTS.match(text))
            and split_post(text)[1] is None
            and not is_unlike_a_post(text)
        ):
            _post(piece, facts)
        elif hint == tags.PARTY and kind_of_body(text) is None and "&" not in text:
            return
        elif hint == tags.ORG and job_score(text) < 0.6 and not is_post(text) and not run_together(text):
            if not runs_on(piece, facts, seen=True):
                _body(piece, facts)
        else:
            _post_or_body(piece, facts)


_LETTERS: Final = re.compile(r"[A-Z]{2,3}")
_COUNTED: Final = re.compile(r"[A-Z]{2,3}\d")
_CAPITALS: Final = re.compile(r"[A-Z]{3,6}")
_FOR_BODY: Final = re.compile(r"(?i:for|representing|on behalf of)\s+(?i:the\s+)?(?=[A-Z])")
"""Before names, for whom they came: "For the GMB: Ann Bell"."""
_LED: Final = re.compile(
    r"(?P<lead>(?i:(?:(?:vice|deputy|acting|co|independent)[ -]*)?chair\w*)|"
    r"[^\W\d_a-z]{2,4}(?:-[^\W\d_a-z]{1,2})?)\s+(?=[^\W\d_a-z])"
)


def _led(piece: Piece, name: str, body: bool = False) -> list[Piece] | None:
    """A piece whose first word is a role or the person's initials, nothing between it and the rest, cut
    after it."""
    lead = _LED.match(piece.text)
    if not lead or not name:
        return None
    first, rest = lead["lead"], piece.text[lead.end() :]
    apart = body or (piece.gap is Gap.COMMA and job_score(rest) < 0.6)
    if apart and (not is_body(rest) or FORMED.fullmatch(rest)) and not chair_role(first):
        return None  # "KS Precision Ltd", the firm of K. S.
    told = (is_initials_of(first, name) and first.isupper()) or (
        chair_role(first) and (body_score(rest) >= 0.7 or is_initials_of(rest.split()[0], name))
    )
    if not told or (is_body(piece.text) and not chair_role(first) and not is_initials_of(first, name)):
        return None
    return [Piece(first, piece.start, Gap.OPEN), Piece(rest, piece.start + lead.end(), piece.gap)]


def _is_role(piece: Piece, facts: Attributes) -> bool:
    role = chair_role(piece.text)
    if piece.gap is Gap.OPEN and re.fullmatch(r"C|Ch\.?|VC|V\.?Ch\.?", piece.text):
        role = "vice chair" if piece.text.startswith("V") else "chair"
    if role is None:
        halves = re.split(r"\s*(?:/|&|\band\b)\s*", piece.text)
        if len(halves) == 2:
            role = next((told for half in halves if (told := chair_role(half))), None)
            rest = [half for half in halves if not chair_role(half)]
            if role and rest and job_score(rest[0]) >= 0.7:
                facts.job_title = facts.job_title or rest[0]
            elif role and rest and is_body(rest[0]):
                at = piece.start + piece.text.index(rest[0])
                _body(Piece(rest[0], at, Gap.OPEN), facts)
    if role is None and (told := other_role(piece.text)):
        if told == "minutes":
            facts.minutes = True
            facts.job_title = facts.job_title or (piece.text if job_score(piece.text) >= 0.7 else None)
            return True
        post, body, at = split_post(piece.text)
        if body and kind_of_body(body) is Kind.ORGANISATION:
            facts.job_title = facts.job_title or post  # "Clerk to Wenlow Parish Council" holds no office here
            _body(Piece(body, piece.start + at, piece.gap), facts)
            return True
        facts.job_title = facts.job_title or piece.text
        role = told
    if role is None:
        return False
    if facts.role in (None, "observer") or role == "chair":
        facts.role_at = piece.end
        facts.role, facts.role_strength = (
            role,
            2 if piece.gap in (Gap.OPEN, Gap.COLON, Gap.START, Gap.NONE, Gap.DASH) else 1,
        )
    return True


_PERSON_WITHIN: Final = re.compile(r"\s(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Revd?)\.?\s[A-Z]")
_ITEM: Final = re.compile(r"\s+(?:Agenda )?Item\s+\d.*$|\s+(?:Minutes )?Agenda item.*$|\s+accompanying$")
"""The words of an item that a conversion has run together with a name's line."""


def read_deputy(piece: Piece, facts: Attributes) -> bool:
    """Take who came instead from a bracket that also gives the post: "(Bo Cole, Nurse, attended …)"."""
    found = None if WHOSE.search(piece.text) else STOOD_IN.fullmatch(piece.text)
    read = read_name(found["name"]) if found and name_score(found["name"].strip()) >= 0.5 else None
    if read is None:
        return False
    facts.deputy, facts.deputy_at = read.name, (piece.start, piece.start + len(read.name))
    return True


def _deputises(piece: Piece, facts: Attributes) -> bool:
    text = piece.text
    if (
        (own := OF_ANOTHER.fullmatch(text))
        and name_score(own["name"]) >= 0.75
        and (read := read_name(own["name"]))
    ):
        facts.deputising_for = read.name
        facts.deputising_at = (piece.start, piece.start + len(own["name"]))
        return True
    for pattern in REVERSED:
        found = pattern.fullmatch(text)
        if found and name_score(found["name"].strip()) >= 0.5:
            read = read_name(found["name"])
            if read:
                start = piece.start + found.start("name")
                facts.deputy, facts.deputy_at = read.name, (start, start + len(found["name"].rstrip()))
                return True
    return any(_represents(piece, found, facts) for found in words.DEPUTY.finditer(text))


def _represents(piece: Piece, found: re.Match[str], facts: Attributes) -> bool:
    if not FOR.search(found.group()):
        return False  # "Deputy CEO" is a post
    text, at = piece.text, found.end()
    cut = re.match(r"(?:the\s+)", text[at:], re.IGNORECASE)
    at += cut.end() if cut else 0
    rest = text[at:]
    head = re.sub(r"(?i)(?:and )?also$", "", text[: found.start()].strip(" ,-–"))
    read = name_at(rest)
    if read and is_deputised(rest, read.end) and (not head or body_score(head) >= 0.4):
        start = piece.start + at
        facts.deputising_for = read.name
        facts.deputising_at = (start, start + len(rest[: read.end].rstrip()))
        if (
            head
            and job_score(head) < 0.7
            and not (facts.organisation and not is_in_house(facts.organisation))
        ):
            _body(Piece(head, piece.start, piece.gap), facts)
        tail = rest[read.end :].lstrip(" ,–-(")
        if tail and not facts.organisation:
            offset = piece.start + at + len(rest) - len(tail)
            _post_or_body(Piece(tail.rstrip(")"), offset, Gap.OPEN), facts)
        return True
    if (
        not head
        and re.match(r"rep|on behalf|o\.?b\.?o|for\b", found.group(), re.IGNORECASE)
        and body_score(rest) >= 0.4
        and job_score(rest) < 0.7
    ):
        _body(Piece(rest, piece.start + at, Gap.OPEN), facts)
        return True
    return False


_LEADING_POST: Final = re.compile(
    r"(?:(?:Deputy|Interim|Acting|Joint) )?(?:CEO|Chief Executive(?: Officer)?|Chief "
    r"Officer|Managing Director|Director|Manager|Head ?teacher|Principal|"
    r"Trustee)\s+(?=[A-Z])(?!of\b)"
)


_OF: Final = re.compile(
    r"(?:(?:both|all) )?(?:from|of|at|with|representing|(?:appointed|nominated|sent) by)\s+"
    r"(?:the\s+)?(?=[A-Z])"
)


_OFFICER_OF: Final = re.compile(r"(?!PCC |OPCC )[A-Z][A-Za-z&]*[A-Z] (?:Commissioner|Ombudsman)")
"""Letters of a body, before a post that ends bodies' names too: "ACC Commissioner"."""


def _post_or_body(piece: Piece, facts: Attributes) -> None:
    text = piece.text
    if runs_on(piece, facts):
        return
    if is_post(text):
        _post(piece, facts)
        return
    of = _OF.match(text)
    if of and (kind_of_body(text) is not None or job_score(text[of.end() :]) < 0.6):
        _body(piece, facts)
        return
    if (
        run_together(text)
        or _OFFICER_OF.fullmatch(text)
        or (
            job_score(text) >= 0.6
            and not (
                body_score(text) >= 0.85
                and not leads_with_post(text)
                and (job_score(text) < 0.9 or (is_body(text) and not starts_with_post(text)))
            )
        )
    ):
        post, body, at = split_post(text)
        if body:
            _post(Piece(post, piece.start if at else piece.start + len(text) - len(post), piece.gap), facts)
            _body(Piece(body, piece.start + at, piece.gap), facts)
            if not at and body.isupper() and facts.organisation == body:
                facts.organisation_score = min(facts.organisation_score, _LEAD)
        else:
            _post(piece, facts)
        return
    if top := top_post(text):
        _post(Piece(top[0], piece.start, piece.gap), facts)
        _body(Piece(top[1], piece.start + top[2], piece.gap), facts)
        return
    if (lead := _LEADING_POST.match(text)) and kind_of_body(text[: lead.end()]) is None:
        _post(Piece(lead.group().strip(), piece.start, piece.gap), facts)
        _body(Piece(text[lead.end() :], piece.start + lead.end(), piece.gap), facts)
        return
    if text[:1].islower() and kind_of_body(text) is None and not re.search(r"[A-Z.\d]", text):
        return
    _body(piece, facts)


_OF_THE_PLACE: Final = re.compile(
    r"(?:local )?(?:land-?holder|landowner|farmer|grazier|resident|householder|ratepayer|tenant)s?",
    re.IGNORECASE,
)
"""Those behind whom the place stands where they live: "Landholder, Upper Dale"."""
_LEAD: Final = 0.6
"""How sure a body is that a post is named for ("LSP Manager"), or a department: its owner may follow."""


def _post(piece: Piece, facts: Attributes) -> None:
    if facts.job_title is None:
        facts.job_title, facts.job_at = piece.text, (piece.start, piece.end)


_BEHIND_FORM: Final = re.compile(
    r"(?P<body>(?:\S+ ){1,5}(?:Ltd|Limited|LLP|plc|PLC|CIC|GmbH)\b\.?),? (?=[A-Z])(?!Partnership|Company)"
)
"""A firm's form, which ends its name."""
_ON_BEHALF: Final = re.compile(r"\s+(?:(?:and )?on behalf of|representing)\s.*$")


def _body(piece: Piece, facts: Attributes) -> None:
    text = (
        re.sub(
            r"^(?:(?:(?:both|all|also)\s+)?"
            r"(?:from|of|at|with|representing|rep|(?:appointed|nominated|sent) by)\s+"
            r"(?:the\s+)?|"
            r"(?:the|both|all|also)\s+)(?=[A-Z])(?!The )",
            "",
            piece.text,
            flags=re.IGNORECASE,
        )
        if not piece.text.startswith("The ")
        else piece.text
    )
    offset = piece.end - len(text)
    if (person := _PERSON_WITHIN.search(text)) is not None:
        text = text[: person.start()].rstrip(" ,–-")
    if form := _BEHIND_FORM.match(text):
        text = form["body"]
    text = TITLE_BEHIND.sub("", _ON_BEHALF.sub("", _ITEM.sub("", text))).rstrip(" ,–-")
    begin, end = whose_department(text)
    text, offset = text[begin:end], offset + begin
    if facts.job_title and (acronym_of(facts.job_title) == text.lower() or is_more_of_post(text)):
        return
    if facts.job_title and _OF_THE_PLACE.fullmatch(facts.job_title) and body_score(text) < 0.6:
        return
    if is_no_body(text) or ((facts.job_title or facts.organisation_kept) and text in FUNCTIONS):
        return
    if facts.organisation and text.lower() in words.ENDS_OF_TRADES:
        return  # "Poyser & Sons, Solicitors"
    if is_led_by_post(text):
        _post(Piece(text, offset, piece.gap), facts)
        return
    apart = is_part(text)
    if apart and facts.organisation_kept and is_department(text):
        facts.job_title = facts.job_title or text  # of the body that stands over it
        return
    own = is_in_house(text) or is_department(text)
    score = min(body_score(text), _LEAD) if own else body_score(text)
    if facts.organisation is not None and not facts.organisation_kept:
        beside = piece.gap in (Gap.COMMA, Gap.OPEN, Gap.DASH)
        owner = beside and not apart and job_score(text) < 0.6 and is_owner(text, facts.organisation)
        if piece.gap is Gap.DASH and _LETTERS.fullmatch(text) and not owner:
            return  # "Ann Bell (Ambry) - GB", where she is
        aside = piece.gap is Gap.OPEN and not (
            kind_of_body(text) is Kind.ORGANISATION or (is_common(facts.organisation) and score >= 0.85)
        )
        if not owner and (score < facts.organisation_score + 0.25 or aside):
            return
        facts.job_title = facts.job_title or facts.organisation
    facts.organisation, facts.organisation_at = text, (offset, offset + len(text))
    facts.organisation_score, facts.organisation_kept = score, False
