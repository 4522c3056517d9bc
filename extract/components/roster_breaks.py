"""Which line ends in a roster only break a long line, which line holds several headings, what is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from whosat.extract.bodies import kind_of_body
from whosat.extract.components.roster_headings import (
    closes,
    heading_of,
    is_numbered,
    reads_heading,
)
from whosat.extract.components.roster_people import RosterLine
from whosat.extract.components.roster_pieces import leading_name
from whosat.extract.components.roster_scores import body_score, job_score, name_score
from whosat.extract.names import is_given_name, strip_title

_PROSE: Final = re.compile(
    r"\b(?:welcomed|was|were|had|has|have|is|are|reported|noted|agreed|asked|thanked|"
    r"stated|advised|informed|gave|said|explained|confirmed|presented|"
    r"updated|introduced|opened|declared|proposed|seconded|will|would|should|could|"
    r"requested|suggested|discussed|chaired|that|been|be|provided|highlighted|raised|"
    r"apologised|resolved|expressed|commented|"
    r"circulated|outlined|queried|moved|took|invited|reminded|drew|made|received|"
    r"greeted|told|spoke|showed|wished|offered|felt|hoped|went|began|led|replied|answered|pointed|referred|"
    r"accepted|approved|appointed|seated|designated|motioned|wondered|thought|recommended|undertook|promised|urged|stressed|emphasised)\b"
)
_ROSTER_PHRASE: Final = re.compile(
    r"\([^)]*\)|\b(?:was|were) represented by\b|for whom .{3,60}$|\bwho (?:is|was) "
    r"(?:deputi|represent|attend)\w+"
)
_SAYS: Final = re.compile(
    r"\b(?:was|were|had|has|have|will|would) (?:duly |then |also |not )?[a-z]{3,}|"
    r"\b(?:led|asked|thanked|opened|welcomed|reported) (?:the|that|everyone|all|members)\b"
)


_SOMEBODY_DID: Final = re.compile(
    r"\W*(?:The \w+|[A-Z]{2,4}|(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*)(?:,[^,.]{3,60},)?\s"
    r"(?:welcomed|greeted|thanked|introduced|"
    r"congratulated|appointed|moved|seconded|motioned|designated|"
    r"reported|explained|opened the|informed|asked|noted|apologised)\b"
)


_SAID_OF_SOME: Final = re.compile(
    r"[A-Z][\w’'-]+ (?:was|were|had been) (?:also |both |all )?(?:absent|away|excused|unable|ill|on leave|"
    r"not (?:present|able|there)|in attendance)\b"
)
"""A sentence behind the list of those who came: "Eve Gray was absent.", "Mr Hay was in attendance"."""


def is_prose(text: str) -> bool:
    """Whether a line is running text and no line of a roster."""
    bare = re.sub(r" {2,}", " ", _ROSTER_PHRASE.sub(" ", text))
    if _SOMEBODY_DID.match(text) or _SAID_OF_SOME.search(bare) or _is_order(text):
        return True
    found = bare.split()
    if len(found) < 5:
        return False
    lower = sum(1 for word in found if word[0].islower() and word not in _LINKS)
    if bare.rstrip().endswith(".") and (_SAYS.search(bare) or lower * 10 > max(3, len(found) * 0.4) * 10):
        return True
    if len(found) >= 8 and lower * 10 > len(found) * 6:
        return True
    return bool(_PROSE.search(bare)) and lower * 10 > len(found) * 3


_AND_THOSE: Final = re.compile(
    r",?\s+(?:(?:and|plus|together with|with)\s+)?the following(?:\s+\w+){0,4}\s*[:–-]*\s*$", re.IGNORECASE
)


def without_announcement(line: RosterLine) -> RosterLine:
    """A line without the words that announce a list below it: "Ann Bell and the following trustees:"."""
    found = _AND_THOSE.search(line.text) if line.text.rstrip().endswith((":", "-", "–")) else None
    return line.part(0, found.start()) if found and leading_name(line.text) else line


_TO_DO: Final = re.compile(
    r"(?:^|[–—:-]\s)(?P<who>[A-Z][\w’'-]+ [A-Z][\w’'-]+) to "
    r"(?!the\b|all\b|an?\b|deputi|represent|attend|be\b)[a-z]{3,}\b"
)


def _is_order(text: str) -> bool:
    """Whether a line says what somebody is to do: "Quiz – Ann Bell to book the hall"."""
    told = _TO_DO.search(text) if " to " in text else None
    return told is not None and name_score(told["who"]) >= 0.75


_LINKS: Final = frozenset("of and for the de van von der la le al bin via on behalf".split())


_BREAK: Final = re.compile(r"\n[ \t\xa0]*")


def one_line(text: str) -> str:
    """The lines of a paragraph as one, of the same length: its indents as hair spaces, which part nothing."""
    return _BREAK.sub(lambda found: " " + "\u200a" * (len(found.group()) - 1), text)


SAID_BEHIND: Final = re.compile(
    r"(?P<who>(?:[^.:]|(?<=[A-Z])\.|(?<=Mr|Ms|Dr)\.|(?<=Mrs)\.|(?<=Cllr)\.){5,300}?),? "
    r"(?:(?:was|were) (?:both |all )?(?P<how>(?:also )?(?:in attendance|present)|absent|excused|not present)|"
    r"(?P<came>also attended))\."
)
"""Behind several people how they stood: "Mr Bell (Clerk) and Miss Cole were in attendance."."""


def joined(text: str, base: int) -> Iterator[RosterLine]:
    begin = at = 0
    rows = text.split("\n")
    for number, row in enumerate(rows):
        at += len(row) + 1
        last = number + 1 == len(rows)
        if last or not _wraps(text[begin : at - 1], rows[number + 1]):
            piece = text[begin : min(at - 1, len(text))]
            if piece.strip():
                yield RosterLine(one_line(piece), base + begin)
            begin = at


def _wraps(before: str, following: str) -> bool:
    """Whether the line end between two lines of a block only breaks a long line."""
    bare = before.rstrip()
    after = following.lstrip()
    if not bare or not after or heading_of(following):
        return False
    if bare.count("(") > bare.count(")"):
        return len(bare.rsplit("\n", 1)[-1]) < 400 and not _NAME_DASH.match(after)
    if bare[-1] in ",;&/–" or re.search(r"\b(?:and|of|for|the)$", bare):
        return True
    row = bare.rsplit("\n", 1)[-1]
    if following.endswith(".") and SAID_BEHIND.fullmatch(after.rstrip()):
        return False
    if _OPEN_NAME.search(row) or _breaks_semicolons(row, after):
        return True
    if _NAME_DASH.match(after) or _heads_with_body(after) or closes(following):
        return False
    if _breaks_name(row, after):
        return True
    return (
        begins_low(after)
        or after[0] == "("
        or (
            len(row) >= 60 and row.count(",") >= 2 and bare[-1] not in ".:" and not _begins_record(row, after)
        )
    )


def begins_low(line: str) -> bool:
    """Whether a line begins with a small letter that no capital follows."""
    return line[:1].islower() and not has_own_letter(line)


def has_own_letter(line: str) -> bool:
    """Whether a line begins as some names do that are no middle of a sentence: "e-Prescribing", "eHealth"."""
    return _OWN_LETTER.match(line) is not None


_OWN_LETTER: Final = re.compile(r"[a-z]-?[A-Z][a-z]{2}")


def _breaks_semicolons(row: str, after: str) -> bool:
    """Whether a list between semicolons goes on over the line end: "Ann Bell, Head of Early" / "Help; …"."""
    if len(row) < _LONG or row[-1] in ".:;" or not (";" in after or row.count(";") > 1):
        return False
    if re.match(r"(?:Minutes|Notes|Actions?|Agenda|Items?)\b", after):
        return False
    first = re.split(r"\s?[;,(]", after, maxsplit=1)[0]
    return name_score(first) < 0.5 and not leading_name(after) and (";" in row or ": " in row)


def _begins_record(row: str, after: str) -> bool:
    """Whether a line that ends in a body is complete, and the next begins a record of its own."""
    last, first = re.split(r"[,(]\s?", row)[-1].strip(), re.split(r"\s?[,(]", after, maxsplit=1)[0]
    named = leading_name(first) or name_score(first) >= 0.5
    return body_score(last) >= 0.7 and name_score(last) < 0.5 and bool(named)


_OPEN_NAME: Final = re.compile(
    r"[,&;(]\s+(?:(?:and|the)\s+)*(?:[A-Z][a-z]{1,4}\.?\s+){0,3}(?:Cllrs?|Mrs?|Ms|Miss|Dr|Prof|Revd?|Messrs|Lt|Col|[A-Z])\.?"
    r"(?:\s?[A-Z]\.)*$"
)
"""A list that breaks off at a title or an initial: the name goes on in the next line."""


_OPEN_INITIAL: Final = re.compile(r",\s+[A-Z]\.(?:\s?[A-Z]\.)?$")


_BODY_DASH: Final = re.compile(r"([A-Z][^,;:()\n]{2,60}?)\s+[–—-]\s+(?=[A-Z])")


def _heads_with_body(after: str) -> bool:
    """Whether a line names a body and, behind a dash, who came from it: "Barset Council - Cllr Bell"."""
    found = _BODY_DASH.match(after)
    return found is not None and body_score(found[1]) >= 0.85


def _breaks_unit(bare: str, after: str) -> bool:
    """Whether a list with semicolons is broken within a name or a body: "…; M." / "Hill", "Tide" / "Trust;
    …"."""
    if bare[-1] in ",;&" or begins_low(after) or _OPEN_NAME.search(bare):
        return True
    last = re.split(r"[;,(]", bare)[-1].strip()
    first = re.split(r"\s?[,;(:]", after, maxsplit=1)[0]
    whole = f"{last} {first}"
    return (body_score(whole) >= 0.7 > body_score(last)) or (
        name_score(whole) >= 0.75 and name_score(last) < 0.5
    )


def goes_on(last: str, line: str) -> bool:
    """Whether a list of names, broken at the line end, goes on in the next line."""
    bare = last.rstrip()
    if line.isupper() or heading_of(line):
        return False
    if bare.count(";") > 1 and len(bare) < 1500 and not is_numbered(line) and bare[-1] not in ".:":
        return _breaks_unit(bare, line.strip())
    after = line.strip()
    if len(bare) > 1500 or is_numbered(line):
        return False
    if _breaks_name(bare, after) or (_ends_in_title(bare) and _WORD.match(after)):
        return True
    if bare.count(",") < 2:
        return bare.count(",") == 1 and bool(_OPEN_INITIAL.search(bare)) and bool(_WORD.match(after))
    if bare.endswith((",", " and", " &", " -", " –")) or _OPEN_NAME.search(bare):
        return True
    first = re.split(r"\s?[,(;:]", after, maxsplit=1)[0]
    return len(bare) > 60 and _breaks_post(bare, first)


def _breaks_post(row: str, first: str) -> bool:
    """Whether a post or a body goes on over the line end: "…, Bob Cole Senate" / "Assessor, Dee Fox"."""
    if row[-1] in ".:;)" or not 0 < len(first.split()) < 4 or name_score(first) >= 0.5 or leading_name(first):
        return False
    last = re.split(r"[,(]\s?", row)[-1].strip()
    return row.count("(") > row.count(")") or (
        name_score(last) < 0.75
        and bool(leading_name(last))
        and (job_score(first) >= 0.7 or body_score(f"{last.split()[-1]} {first}") >= 0.7)
    )


_LONG: Final = 45
_WORD: Final = re.compile(r"[A-Z][\w’'-]+\.?")


def _breaks_name(row: str, after: str) -> bool:
    """Whether a list of names goes on over the line end, within a name: "…, Ed Gray, Flo" / "Hill, Guy
    Ince"; a surname that stands alone below a long line ends the list."""
    ends = len(row) > _LONG and row.count(",") and _WORD.fullmatch(after) and not is_given_name(after)
    if not ends and (row.count(",") < 1 or after.count(",") + after.count(" and ") < 1):
        return False
    before, following = (
        row.rsplit(",", 1)[1].strip(),
        re.split(r"\s?[,(]|\sand\s|$", after, maxsplit=1)[0].strip(),
    )
    title, begin = strip_title(before)
    if "), " in row and after[len(following) :].lstrip()[:1] == "(" and _WORD.fullmatch(before):
        return bool(_WORD.fullmatch(following)) and name_score(f"{before} {following}") >= 0.5
    if row.count(",") < 2 and not ends and not (title and is_given_name(before[begin:])):
        return False
    whole = f"{before} {following}"
    return bool(_WORD.fullmatch(before[begin:]) and _WORD.fullmatch(following)) and name_score(whole) >= 0.75


def _ends_in_title(row: str) -> bool:
    """Whether a line breaks off behind a title, or behind the initials after it: "…; Councillor S." """
    *before, last = re.split(r"[,&;(]\s*", row.rstrip() + " ")
    if len(before) < 2:
        return False
    title, begin = strip_title(last)
    return title is not None and re.fullmatch(r"(?:[A-Z]\.?\s?)*", last[begin:]) is not None


_NAME_DASH: Final = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*\s+){2,4}[–—-]\s")
_INLINE: Final = re.compile(
    r"(?:(?<=[.;:)\]|–—])\s+|(?<=\w)\s{1,}|(?<=[a-z)])(?=[A-Z])|^)"
    r"(?=(?P<head>(?:[A-Z]|(?<=[.;] )(?=(?:also )?(?:apol|absent|in att|regrets|present)))"
    r"[A-Za-z'’/ &-]{2,60}?"
    r"(?:\s\(\d{1,3}\))?)\s*:(?:\s|$))"
)


_TOP: Final = 6000  # characters; a title that ends in a heading stands above
_VOTE: Final = re.compile(
    r"\b(?:ayes?|nays?|noes|yeas?|yes|abstain\w*|abstentions?|in favou?r|against)\s*[:(–-]", re.I
)
"""The roll of a vote ("Ayes: … Nays: … Absent: …"), which is no roster."""


def parts_of(line: RosterLine) -> Iterator[RosterLine]:
    """A line cut before each roster heading with a colon that stands within it ("Present: … Apologies:
    …")."""
    if line.text.count(":") < 1 or len(line.text) < 12 or _VOTE.search(line.text):
        yield line
        return
    begin = 0
    for mark in _INLINE.finditer(line.text):
        head, at = mark["head"], mark.end()
        ends = _ends_name(line.text[begin:at], head) or _ends_body(line.text[begin:at], head)
        told = reads_heading(head, True) if at > begin and not ends else None
        if told and line.text.endswith(f"{head}:") and (told[0] is None or told[2] or line.start > _TOP):
            continue  # the last words of a line head a list below it only where they say who came
        if told and told[0] is None and _is_rest_of_label(line.text[begin:at]):
            continue
        behind = line.text[mark.end("head") :].strip(" :")
        if told and line.text[:at].rstrip()[-1:] == ":" and (told[0] is None or told[2] or not behind):
            continue  # "Present: Secretariat: Ann Bell", "PRESENT:   ABSENT:" over two columns
        glued = at > 0 and line.text[at - 1].isalpha()  # "… Ann BellOfficers: …"
        sure = told is not None and told[2] is None and told[0] is not None
        if told and (glued or not _goes_with(line.text[begin:at], head, sure)):
            if not _ITEM_NUMBER.fullmatch(line.text, begin, at):
                yield RosterLine(line.text[begin:at].rstrip(), line.start + begin)
            begin = at
    yield RosterLine(line.text[begin:], line.start + begin)


_ITEM_NUMBER: Final = re.compile(r"\W*(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})[.)]\s*")


def _is_rest_of_label(before: str) -> bool:
    """Whether a word for people ends a body's name that labels the line: "Victim | Support: Ann Bell"."""
    return (
        1 <= len(before.split()) <= 4
        and re.fullmatch(r"\s*[A-Z][\w&’'-]*(?:\s+(?:and|of|for|the|&|[A-Z][\w&’'-]*))*\s*", before)
        is not None
        and name_score(before.strip()) < 0.5
    )


def _ends_name(before: str, head: str) -> bool:
    """Whether a name ends right before the last word, which heads by itself: "… Mrs Ann Bell Observers:"."""
    *words, last = head.split()
    if not words or not reads_heading(last, True):
        return False
    lead = [*before.split()[-3:], *words][-3:]
    titled = len(lead) == 3 and strip_title(" ".join(lead))[0] is not None
    return len(lead) > 1 and name_score(" ".join(lead[-3 if titled else -2 :])) >= 0.75


_CLOSED: Final = re.compile(r":[\s–—-]*$")
_BOUND: Final = re.compile(r"\b(?:of|by|from|for|to)(?: the| an?)?\s+$", re.IGNORECASE)


def _ends_body(before: str, head: str) -> bool:
    """Whether a body's name ends before the last word, which heads by itself: "… Barset Trust Minutes:"."""
    *words, last = head.split()
    if len(words) != 1 or not before.rstrip()[-1:].isalpha() or not reads_heading(last, True):
        return False
    lead = re.search(r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)?$", before.rstrip())
    return lead is not None and kind_of_body(f"{lead.group()} {words[0]}") is not None


def _goes_with(before: str, head: str, sure: bool) -> bool:
    """Whether the words before belong to the heading too ("Members Present:", "Also In Attendance:")."""
    if _CLOSED.search(before):
        return False  # "In attendance:- Plot holders: …"
    if before.rstrip().endswith(".") and not _STOPPED.search(before.rstrip()[:-1]):
        return False  # "Absent: Mbaye. Staff Present: …"
    if _BOUND.search(before):
        return True  # "Election of Chair: …", "Welcome by the Chair: …"
    lead = before.strip().split(" ")[-4:]
    if len(before.split()) < 5:
        return any(
            not (sure and word in _LINKS) and reads_heading(" ".join([*lead[k:], head]), True)
            for k, word in enumerate(lead)
        )
    return not re.search(r"[,;:(]", before) and reads_heading(f"{before.strip()} {head}", True) is not None


def goes_on_in_bracket(above: Sequence[RosterLine], line: RosterLine) -> bool:
    """Whether a line goes on within the bracket that the one above left open: "Bell (from" / "6.37pm)"."""
    last = above[-1] if above else None
    if last is None or not 0 < line.start - last.end < 40:
        return False
    opened, closed = last.text.rfind("("), line.text.find(")")
    return (
        opened > last.text.rfind(")")
        and len(last.text) - opened < 60
        and 0 <= closed < 40
        and "(" not in line.text[:closed]
        and re.match(r"\s*(?:$|[,;.&]|and\b)", line.text[closed + 1 :]) is not None
    )


_TITLED: Final = re.compile(
    r"\W*(?:mr|mrs|ms|miss|dr|prof|rev|revd|sir|cllr)\.? (?:[\w.’'-]+ ?){1,4}(?=$|[,(]|\s?[–—-])"
)
"""A titled name in small letters."""
_LOW: Final = re.compile(r"[A-Z]?[a-z ]{3,30}[:,-]\s[a-z' .,;&/()-]{8,}$")


def with_capitals(line: RosterLine) -> RosterLine:
    """A line in small letters with those capitals that its names want, where nearly all of it is names."""
    if not (line.text.islower() or _LOW.match(line.text)):
        return line
    lead = re.match(r"[A-Za-z ]{3,30}[:,-]\s(?=[a-z])", line.text)
    begin = lead.end() if lead and not is_given_name(line.text.split()[0]) else 0
    parts = [part.split() for part in re.split(r",|;|\band\b|&|/|\(.*?\)", line.text[begin:]) if part.strip()]
    if line.text.islower() and (titled := _TITLED.match(line.text)):
        head = re.sub(r"\b[a-z](?=[a-z’']|\. )", lambda one: one.group().upper(), titled.group())
        return replace(line, text=head + line.text[titled.end() :])
    named = sum(1 < len(part) < 4 and is_given_name(part[0]) for part in parts)
    if not named or named * 10 < len(parts) * 8 or (named == 1 and len(line.text.split()) > 3):
        return line
    text = re.sub(r"(?<![\w'])(?!and\b)[a-z]", lambda one: one.group().upper(), line.text[begin:])
    return replace(line, text=line.text[:begin] + text)


_FULL_STOP: Final = re.compile(
    r"(?<=[a-z)\]])\.\s+(?=[A-Z][^.\n]{3,70} (?:sent|gave|tendered) (?:his |her |their )?(?:apol|regr)|"
    r"(?:(?:[A-Z][\w’'-]+|and) ){2,10}also attended|(?:Moved|MOVED|Proposed|Resolved|RESOLVED|Carried)\b|"
    r"[A-Z][a-z]+ (?:[A-Z][\w’'-]+ )?[a-z]|"
    r"(?:(?:[A-Z][\w’'-]*\.?,?|and|&) ){2,12}(?:was|were) (?:also )?(?:in attendance|present|absent|unable|"
    r"excused))"
)
_STOPPED: Final = re.compile(
    r"(?:^|\W)(?:Cllrs?|Clrs?|Drs?|Mrs?|Ms|Profs?|Revd?|St|Hon|Supt|Insp|Sgt|Capt|Col|Cyng)$"
)


def sentence_end(text: str) -> int:
    """Where a sentence ends within a roster's line and another begins; 0 where none does."""
    for stop in _FULL_STOP.finditer(text):
        if not _STOPPED.search(text[: stop.start()]) and text.count("(", 0, stop.start()) == text.count(
            ")", 0, stop.start()
        ):
            return stop.start() + 1
    return 0
