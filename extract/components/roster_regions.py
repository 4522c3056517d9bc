"""Where a document holds rosters and lists of members: its blocks walked once, headings opening sections."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_below import goes_on_in_column, head_in_column
from whosat.extract.components.roster_beside import Beside
from whosat.extract.components.roster_boxes import cut_apart
from whosat.extract.components.roster_breaks import (
    goes_on,
    goes_on_in_bracket,
    is_prose,
    parts_of,
    sentence_end,
    with_capitals,
    without_announcement,
)
from whosat.extract.components.roster_heading_words import (
    ASIDE,
    CHAIR_ELSEWHERE,
    IN_OFFICE,
    MOTION,
    MOVED,
    POST_OF_ONE,
)
from whosat.extract.components.roster_headings import (
    SEVERAL_CHAIRS,
    Group,
    Heading,
    State,
    closes,
    heading_of,
    is_numbered,
    reads_alone,
    without_number,
)
from whosat.extract.components.roster_layout import flow_of, line_of
from whosat.extract.components.roster_marked import is_marked, marked_people, without_marked
from whosat.extract.components.roster_matrix import is_legend, legend_in
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import pieces_of
from whosat.extract.components.roster_piles import without_piles
from whosat.extract.components.roster_region_words import (
    FOOTNOTE,
    INTRO,
    REPRESENTING,
    REPRESENTS,
    TO_DO,
    bare_of,
    heads_beside,
    heads_those_there,
    is_answer,
    is_item_title,
    is_post_of_above,
    lists_posts,
    said_behind,
    unnumbered,
    without_lists_below,
    without_title,
)
from whosat.extract.components.roster_scores import body_score, is_non_person, name_score
from whosat.extract.components.roster_sections import Cursor, Section
from whosat.extract.components.roster_singles import goes_on_alone
from whosat.extract.components.roster_starts import (
    is_office_of_one,
    lists_people,
    may_follow,
    starts_with_name,
    told_in_words,
)
from whosat.extract.components.roster_tables import read_table
from whosat.extract.components.roster_unheaded import heads_other_list, is_unheaded, unheaded
from whosat.extract.document import Block, BlockKind, Document
from whosat.ontology.facts import Kind

_TOP: Final = 80  # lines that may hold a roster before the first item of the agenda
_LONGEST: Final = 6000
_HEADER: Final = 400  # characters at the top among which the head of every page stands
_PAGE: Final = re.compile(r"\bpage\s+\d", re.IGNORECASE)
_TOP_CHARACTERS: Final = 6000  # where a legend is looked for
_PATIENCE: Final = 3  # lines without a name after which a section has ended


def sections_of(document: Document) -> list[Section]:
    """All sections that may hold a roster or a list of members, in the order of the text."""
    return _Walk(document).sections()


_INDENT: Final = 40  # characters from the end of one line to the next one's first word, at most


class _Walk:
    """One pass over the blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Section] = []
        self.open: Section | None = None
        self.cursor = Cursor()
        self.columns: dict[int, Section] = {}
        self.dull = 0
        self.beside = Beside()
        self.bodies = 0
        self.seen = 0
        self.left: Section | None = None  # what the table just before held
        self.last_heading: tuple[str, int, int] | None = None
        self.following: RosterLine | None = None
        self.furniture = frozenset(map(bare_of, document.text[:_HEADER].split("\n")))
        self.aside = False  # whether the line before said something else, and may go on in this one

    def sections(self) -> list[Section]:
        flow, marked = without_marked(
            without_piles(list(flow_of(self.document))), self.document.text[:_TOP_CHARACTERS]
        )
        self.found += [Section(state, None, lines=one, explicit=True) for state, one in marked.items()]
        begins = unheaded(self.document, [line for _, line in flow])
        for at, (block, line) in enumerate(flow):
            if line is None:
                if (
                    self.open is None
                    and not self.cursor.started
                    and is_unheaded(self.document, block, self.seen)
                ):
                    self._open_unheaded()
                self._table(block)
                continue
            self.seen += 1
            self.left = None if len(line.text) > 40 else self.left
            self.following = line_of(self.document, flow[at + 1]) if at + 1 < len(flow) else None
            if line is begins and self.open is None and not self.cursor.started:
                self._open_unheaded()
            if is_marked(line.text) and self._table_of_marks(line, block):
                continue
            for piece in cut_apart(line):
                for part in parts_of(piece) if len(piece.text) < _LONGEST else [piece]:
                    self._line(part, block)
        return [section for section in without_lists_below(self.found) if not section.other]

    def _table_of_marks(self, line: RosterLine, block: Block) -> bool:
        """Take a line as the people of a table whose marks a legend explains; whether it is one."""
        people = marked_people(line, legend_in(self.document.text[:_TOP_CHARACTERS]))
        if people:
            self.found.append(Section(State.PRESENT, None, people=people, explicit=True, table=True))
            self.cursor.started = self.cursor.filled = True
            self._close()
            rest = line.part(max(one.end for one in people) - line.start, len(line.text))
            for piece in cut_apart(rest) if rest.text.strip() else []:
                self._line(piece, block)
        return bool(people)

    # ------------------------------------------------------------ lines

    def _open_unheaded(self) -> None:
        """A roster whose heading is lost, or never was: those at the top are the ones who came."""
        self.cursor.state, self.cursor.group = State.PRESENT, None
        self.open = Section(State.PRESENT, None)
        self.found.append(self.open)
        self.dull = 0

    def _line(self, line: RosterLine, block: Block) -> None:
        if self.open is not None and self.open.state is State.APOLOGIES and MOVED.fullmatch(line.text):
            return  # who moved and who seconded that the apologies be accepted
        if self.open is not None and _PAGE.search(line.text) and bare_of(line.text) in self.furniture:
            return  # the head of the next page, run into the roster
        if ("\t" in line.text and self._heads_columns(line)) or self._is_second_column(line):
            return
        above = self.open_lines()[-1:]
        if goes_on_in_bracket(above, line) or goes_on_in_column(self.document.text, above, line):
            self.open_lines()[-1] = above[-1].followed_by(line)
            return
        if self.open is not None and FOOTNOTE.match(line.text):
            return
        line = without_announcement(without_title(with_capitals(line)))
        heading = heading_of(line.text) if len(line.text) < _LONGEST else None
        if heading and "=" not in line.text and is_legend(line.text):
            return
        if (heading or self.open) and (cut := sentence_end(line.text)):
            self._line(RosterLine(line.text[:cut], line.start), block)
            rest = line.text[cut:].lstrip()
            self._line(RosterLine(rest, line.end - len(rest)), block)
            return
        if heading is None and self._heads_names(line):
            heading = reads_alone(line.text)
        if heading is None and (told := told_in_words(line.text, listing=self.open is not None)):
            self._enter(told, line)
            return
        if heading and is_post_of_above(heading, line, self.open_lines()):
            last = self.open_lines()[-1]
            text = last.text + "(".ljust(line.start - last.end) + line.text.strip()
            self.open_lines()[-1] = RosterLine(text, last.start, last.column)
            return
        if heading is None and (told_behind := said_behind(line)) is not None:
            self._enter(*told_behind)
            self._close()
            return
        if heading is None and heads_those_there(self.open, line, self.document.text):
            heading = Heading(State.IN_ATTENDANCE, None, 0, 0)
        if heading and self._may_open(heading, line):
            self._enter(heading, line)
            return
        if block.kind is BlockKind.HEADING or len(line.text) < 80:
            self.last_heading = (line.text, line.start, line.end)
        self.aside = bool(ASIDE.match(line.text)) or (self.aside and line.text.lstrip()[:1].islower())
        if self.open is None or self.aside or is_legend(line.text):
            return
        if self.open.group in _OF_ONE and self.open.lines and _LABEL.fullmatch(line.text):
            self._close()  # "Note-taker: Ann Bell" and below it "Time keeper:"
            return
        if self._ends(line, block):
            self._close()
        else:
            self._add(self.open, line)
            self.cursor.filled = True

    def _is_second_column(self, line: RosterLine) -> bool:
        """Take a line as part of the columns beside one of names that conversion wrote below it."""
        return self.open is not None and self.beside.takes(line, self.open.lines, self.following)

    def _heads_columns(self, line: RosterLine) -> bool:
        """Take a line of several headings ("Present", "Apologies") as the heads of the table below it."""
        cells = [cell.strip() for cell in line.text.split("\t") if cell.strip()]
        told = [heading_of(cell) or reads_alone(cell) for cell in cells]
        whole = [one is not None and one.rest >= len(cell) for one, cell in zip(told, cells, strict=True)]
        if sum(whole) < 2 or any(len(cell.split()) > 5 or name_score(cell) >= 0.75 for cell in cells):
            return False
        self.columns.clear()
        for column, (heading, cell) in enumerate(zip(told, cells, strict=True)):
            at = line.start + line.text.index(cell)
            if heading is not None and whole[column]:
                self.columns[column] = self.cursor.enter(heading, (at, at + len(cell)), cell)
            else:
                self.columns[column] = Section(None, None, heading_text=cell, other=True)
        self.open = self.columns[0]
        return True

    def _add(self, section: Section, line: RosterLine) -> None:
        """Put a line into a section; one that goes on with a list broken at the line end is joined to it."""
        last = section.lines[-1] if section.lines else None
        if (
            last
            and 0 < line.start - last.end < _INDENT
            and (goes_on(last.text, line.text) or goes_on_in_bracket(section.lines[-1:], line))
        ):
            section.lines[-1] = last.followed_by(line)
            return
        if head := head_in_column(self.document.text, section.lines[-1:], line):
            section.lines.append(replace(line, head=head))
            return
        lead = INTRO.match(line.text) if last is None else None
        section.lines.append(
            RosterLine(line.text[lead.end() :], line.start + lead.end()) if lead else unnumbered(line)
        )

    def _heads_names(self, line: RosterLine) -> bool:
        """Whether a short line within a roster stands right above a name."""
        below = self.following
        if self.open is None or below is None or len(line.text) >= 40:
            return False
        return starts_with_name(below.text) and not is_prose(below.text)

    def _heads_group(self, text: str) -> bool:
        """Whether a heading in a roster, of no known words, stands right above somebody's line."""
        below = self.following
        return (
            below is not None
            and len(text.split()) < 6
            and not heads_other_list(text)
            and starts_with_name(below.text)
            and not is_prose(below.text)
        )

    def _may_open(self, heading: Heading, line: RosterLine) -> bool:
        if heading.state is None and self.cursor.started and IN_OFFICE.search(line.text, 0, heading.end):
            return False
        rest = line.text[heading.rest :].strip()
        if rest and not may_follow(rest):
            return False
        if self.open is not None and CHAIR_ELSEWHERE.match(line.text):
            return False
        if self.open is not None and not rest and is_office_of_one(self.open, heading, line, self.following):
            return False
        if self.open is not None and rest and heading.state is None and POST_OF_ONE.match(line.text):
            return False  # "Bookings Officer: Ann Bell" is one of the list, and heads none
        if heading.state is None and rest and lists_posts(self.open, line):
            return False
        if heading.state is not None and heading.role is None:
            return True
        if self._is_title(heading, line):
            return False
        if REPRESENTS.match(line.text) and self.open is not None and not rest:
            above = self.open.lines[-1] if self.open.lines else None
            return (
                above is None
                or line.start - above.end > 1
                or REPRESENTS.match(self.open.heading_text) is not None
            )
        if self.open is not None:
            return (
                not rest
                or starts_with_name(rest)
                or (heading.group in _OF_ONE and _ONE_WORD.fullmatch(rest) is not None)
                or is_non_person(rest)
                or body_score(pieces_of(rest, 0)[0].text if pieces_of(rest, 0) else "") >= 0.7
            )
        if rest:
            first = pieces_of(rest[:400], 0)[:1]
            if (
                heading.group is Group.MEMBER
                and first
                and not (starts_with_name(first[0].text) or lists_people(rest))
            ):
                return False  # "Committee: report submitted. Next, Ann Bell …"
            one = heading.group in _OF_ONE and _ONE_WORD.fullmatch(rest) is not None
            return (one or starts_with_name(rest)) and (self.seen <= _TOP or self.cursor.started)
        # far below a roster "Staff" heads anything
        return self.seen <= _TOP or all(section.state is None for section in self.found)

    def _is_title(self, heading: Heading, line: RosterLine) -> bool:
        """Whether a line above all rosters names the body that met: "Independent Advisory Group (IAG)"."""
        if self.open is not None or self.cursor.started or heading.group is not Group.MEMBER:
            return False
        bare = line.text.split("(")[0].strip(" *#_|\t")
        if kind_of_body(bare) is not Kind.BOARD or len(bare.split()) < 3:
            return False
        return self.following is None or not starts_with_name(self.following.text)

    def _enter(self, heading: Heading, line: RosterLine) -> None:
        if self.open is not None:
            self.beside.ends(self.open.lines)
            if not (self.open.lines or self.open.people) and heads_beside(self.open, heading, line):
                heading = replace(heading, state=State.PRESENT, group=None)
        self.columns.clear()
        begun = line.text[heading.rest :].strip() or not self.cursor.started
        if begun and line.text[: heading.end].strip(" :*_").lower() in SEVERAL_CHAIRS:
            heading = replace(heading, state=State.PRESENT, group=Group.CHAIR, role="chair")
        extent = (line.start, line.start + heading.end)
        section = self.cursor.enter(heading, extent, line.text[: heading.end].strip())
        self.last_heading = (line.text, line.start, line.end)
        if (
            section.organisation is None
            and heading.role in ("chair", "vice chair")
            and line.text[heading.rest :].strip()
        ):
            section.state = section.state or self.cursor.state
        self.found.append(section)
        self.open = section
        self.dull = 0
        begin = heading.rest
        if lead := INTRO.match(line.text, begin):
            begin = lead.end()
        within = self._heading_within(line, begin) if not heading.role and heading.group is None else None
        if within is not None:
            self._enter(*within)
        elif line.text[begin:].strip(" .\t*_|"):
            section.lines.append(RosterLine(line.text[begin:], line.start + begin))
            self.cursor.filled = True

    def _heading_within(self, line: RosterLine, begin: int) -> tuple[Heading, RosterLine] | None:
        """A capacity that stands right behind a heading: "In attendance:- Plot holders: Ann Bell"."""
        rest = RosterLine(line.text[begin:], line.start + begin)
        if ":" not in rest.text[:40]:
            return None
        within = heading_of(rest.text)
        if within is None or within.state is not None or within.role or within.group is None:
            return None
        joined = rest.text[within.end : within.rest]
        return (within, rest) if ":" in joined and rest.text[within.rest :].strip() else None

    def _ends(self, line: RosterLine, block: Block) -> bool:
        text = line.text
        if is_prose(text) or closes(text) or len(text) >= _LONGEST:
            return True
        if self.open is not None and self.open.role == "chair" and self.open.lines and text.isupper():
            return name_score(text) < 0.5  # "Chair" / "Cllr Bell presided" / "EDUCATION BOARD"
        first = pieces_of(text, 0)
        named = bool(first) and max(name_score(first[0].text), name_score(without_number(text))) >= 0.5
        if is_numbered(text):
            bare = without_number(text)
            titled = not any(is_numbered(one.text) for one in self.open_lines()[-1:]) and is_item_title(bare)
            return TO_DO.search(text) is not None or titled or not starts_with_name(bare)
        named = named or is_answer(first) or goes_on_alone(text, self.open_lines())
        if named or starts_with_name(text):
            self.dull = self.bodies = 0
            return False
        if (
            block.kind is BlockKind.HEADING
            and not (first and body_score(first[0].text) >= 0.7)
            and not is_non_person(text)
            and not REPRESENTING.match(text)
        ):
            return not self._heads_group(text)
        if first and len(first) == 1 and len(text) < 70 and text.strip()[:1].isupper():
            self.bodies += body_score(first[0].text) >= 0.85
            if self.bodies * 2 > self.dull and len(self.open_lines()) > 2 * self.dull:
                self.dull += 1
                return False  # a column of bodies under one of names
        self.dull += 1
        return self.dull > _PATIENCE

    def open_lines(self) -> list[RosterLine]:
        """The lines of the section that is open."""
        return self.open.lines if self.open else []

    def _close(self) -> None:
        self.open = None
        self.columns.clear()
        self.cursor.state = self.cursor.group = None
        self.cursor.nested = self.cursor.filled = False

    # ------------------------------------------------------------ tables

    def _goes_on_with(self, block: Block) -> bool:
        """Whether a table's first cell is a name, so that it goes on with the people of the one before."""
        first = block.cells[0]
        words = self.document.text[first.start : first.end].split("\n")[0]
        return self.left is not None and name_score(words) >= 0.6

    def _table(self, block: Block) -> None:
        self.seen += 1 + max(cell.row for cell in block.cells)
        before = dict(self.columns)
        current = self.open or (self.left if self._goes_on_with(block) else None)
        away = current is not None and current.state is State.APOLOGIES
        if away and MOTION.search(self.document.text, block.start, block.end):
            return  # who moved that the apologies be accepted; whose they are, its sentence says
        sections, closed = read_table(
            self.document, block, current, self.cursor, self.last_heading, self.columns
        )
        self.left = sections[-1] if sections and sections[-1].table else None
        self.found += sections
        if sections:
            self.cursor.filled = True
            self.cursor.started = True
        if closed:
            self._close()
        elif sections:
            self.open = sections[-1] if not sections[-1].table else self.open
            if self.columns != before and 0 in self.columns:
                self.open = self.columns[0]  # to which a line between two parts of such a table belongs


_OF_ONE: Final = (Group.MINUTES, Group.CHAIR)
_ONE_WORD: Final = re.compile(r"@?\w[\w’'.-]+(?: [A-Z]\.?)?")
"""Who took the notes or the chair, by one name: "Scribe: kaz", "Minutes: Rosie P"."""
_LABEL: Final = re.compile(r"\s*[A-Z][\w’'/-]*(?: [\w’'/-]+){0,3}:\s*")
