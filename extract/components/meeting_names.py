"""What in a title is the body's name: a line without "Minutes of", dates and what else surrounds the name."""

from __future__ import annotations

import re
from typing import Final

from whosat.extract.bodies import CODE, is_generic, kind_of_body
from whosat.extract.components.dates import dates_in
from whosat.extract.components.roster_scores import name_score
from whosat.ontology.facts import Kind

_TAIL: Final = re.compile(
    r"(?:[\s,:;–—|-]+|\s*\(\s*|\b)(?:a\.?g\.?m\.?|e\.?g\.?m\.?|"
    r"decisions?(?: summary| list| notice)?|(?:(?:draft|unconfirmed|confirmed|"
    r"approved|final|"
    r"public|open|part (?:1|i|one|a)|action|formal|agreed)\s+)*(?:meeting notes?|(?:notes|"
    r"minutes) from|notes of "
    r"(?:the )?meeting|mtg|minutes? of (?:the )?meeting|meeting minutes|minutes|notes|action "
    r"notes|agenda|papers?|record of meeting|"
    r"f2f|(?<=\w )(?:face[- ]to[- ]face|in[- ]person)|(?:work|study|working|special|business|"
    r"executive) session|workshop|meeting and workshop|"
    r"(?:(?:annual|ordinary|extra-?ordinary|special|quarterly|monthly|"
    r"inaugural|virtual|online|regular|full|public|first|second|third|\w+(?:teenth|tieth|"
    r"ieth)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:first|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|\d+(?:st|nd|rd|"
    r"th))\s+)*(?:general\s+)?meetings?(?: and workshop)?|\d+(?:st|nd|rd|th) meeting|"
    r"draft|unconfirmed|held|joint|present|actions?|and|of the|summary|record|attendance(?: "
    r"list)?|via (?:ms |microsoft )?teams|(?:bi-?)?weekly|fortnightly|virtual|online|teleconference|"
    r"(?<=[a-z] )(?:call|catch[- ]up|telecon)|(?:conference|video) call|"
    r"(?<=[\w,] )(?:regular|monthly|quarterly|shared)|(?:virtual )?interim|"
    r"(?<=[\w,] )(?:jan(?:uary)?|feb(?:ruary)?|april|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|(?:march|may)\s+(?:19|20)\d\d)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\.?|on|at|"
    r"no\.?\s*\d+|(?<!\bWG )(?<!\bTC )(?<!\bSC )\d+))\)?\W*$",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"^(?:\[[\w .&/-]{1,24}\]\W*|\W+|q[1-4]\s?[-/]?\s?(?:(?:19|20)?\d\d)?\b\W*|"
    r"\d{0,2}[.:]?\d{0,2}\s?[ap]\.?m\b\.?\W*|(?:yesterday|today|(?:last|this) (?:week|month|night))['’]s\s+|"
    r"(?:extracts?|excerpts?|cop(?:y|ies)) (?:of|from) (?:the )?(?=minutes|notes|record|.*\bminutes\b)|"
    r"(?:protokoll|proc[eè]s[- ]verbal|notulen|referat|p[öo]yt[äa]kirja)\s*(?:/|–|-|:)?\s*|"
    r"(?:new |agreed )?actions? (?:arising|list|log|points?|notes?)(?: from)?\s*[–—:-]\s*|"
    r"cofnodion(?:\s+(?:o|y|yr|am))?(?:\s+[cg]yfarfod(?:\s+(?:blynyddol|arferol|misol))?)?"
    r"(?:\s+(?:o|y|yr))?\s+(?=\w)|"
    r"(?:regular|special|adjourned|reconvened|re-?organi[sz]ation(?:al)?|organi[sz]ational)\s+(?=(?:(?:city|"
    r"town(?:ship)?|village|county|parish|school|library|park)\s+)?(?:board|council|commission|committee)\s+"
    r"(?:meeting|minutes|session)\b)|"
    r"(?:annual|extra-?ordinary|ordinary)\s+(?=(?:[\w’'-]+\s+){0,3}"
    r"(?:parish|town|community|city|county|district)\s+council)|"
    r"(?:(?:january|february|april|june|july|august|september|october|november|december)"
    r"(?:\s+(?:19|20)\d\d)?|"
    r"(?:march|may)\s+(?:19|20)\d\d)\s+(?=(?-i:[A-Z]))|transcript of (?:the )?|item \d+\s+(?=\w)|"
    r"(?:19|20)\d\d\s?[/–-]\s?\d{2,4}\s+"
    r"(?:session|(?:academic|council|municipal|committee) year)\s+of\s+(?:the\s+)?|"
    r"(?:(?:draft|unconfirmed|confirmed|approved|the|a|an|agenda|meeting|held)\b\W*)|"
    r"(?:regular|special|monthly|quarterly)\s+(?=board\b)|"
    r"(?:(?:final|public|open|action|formal|full)\W+"
    r"(?=(?:minutes|notes?|meeting|session|agenda|record|proceedings|summary|draft|part|board meeting)\b))|"
    r"(?:meeting notes|notes?|minutes?|record|proceedings|agenda|report|summary)"
    r"(?:\s+and\s+(?:notes?|minutes?|records?|proceedings|actions?)(?=\s+(?:of|from|"
    r"for)\b))?\s*(?:of|from|for|"
    r"-|–|:)?\s*(?:the\s+)?(?:(?:[\w-]+\s+){0,3}meeting\s+of\s+)?(?:the\s+)?|"
    r"(?:[\w-]+\s+){0,3}meeting (?:of|between) (?:the )?|(?:name of )?(?:committee|board|body|group|"
    r"partnership|network|organisation|"
    r"meeting|forum)(?: name| title)?\s*[:|]\s*|(?:title|name|type) of (?:the )?meeting\s*[:|]\s*|"
    r"name of (?:the )?(?:committee|board|body|group|meeting)\s+(?=(?-i:[A-Z]))|"
    r"plenary(?: (?:no\.? ?)?[\d/]+)? of (?:the )?|present at (?:the|an?) |"
    r"of (?:the )?(?=(?-i:[A-Z]))|at (?:the|an?) (?=(?:(?:parish|town|city|"
    r"county|community|full|annual|monthly|ordinary) ){1,3}"
    r"(?:council|meeting))|"
    r"attendance(?: (?:details?|list|record|register|sheet))?\s*(?:of|for|at|-|–|:)\s+(?:the\s+)?|"
    r"(?:(?:subject|re|fwd?)\s*:\s*)+|\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*[,–-]\s+(?=(?-i:[A-Z]))|"
    r"(?:\d{1,3}(?:st|nd|rd|th)|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\w+teenth|\w+tieth)"
    r"\s+(?=(?:[\w’'&-]+\s+){0,3}(?:committee|board|council|panel|forum|assembly)\b)|(?:agm|egm) (?:and|&) |"
    r"title\s*[:=]\W*|\d+(?:st|nd|rd|th)\s+(?:(?:ordinary|annual|extra-?ordinary|"
    r"general)\s+)*(?:meeting|assembly|(?:tele)?conference|telecon|session) of "
    r"(?:the )?)+",
    re.IGNORECASE,
)


_RUN_ON: Final = re.compile(
    r"(?<=\w)\s+(?:draft )?minutes of (?:the|a|an)\s+(?:\w+ ){0,3}meeting of (?:the )?(?=\w)|"
    r"(?<=\w)\s*[:–—-]\s+(?:draft )?(?:minutes|notes|record) of (?:the )?(?:\d+(?:st|nd|rd|"
    r"th) )?(?:meeting of (?:the )?)?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Between an organisation and its board: "Barset University Minutes of the meeting of the Senate"."""


_REMARK: Final = re.compile(
    r"\s*[(\[](?:(?:founded|established|est\.?|inc(?:orporated)?|formerly|reg(?:istered)?|charity|"
    r"member of|affiliated to)\b[^()\[\]\n]{0,60}|(?:(?:in|held in) )?(?:(?:draft|un-?confirmed|"
    r"confirmed|approved|un-?approved|public|private|"
    r"open|closed)"
    r"(?: (?:session|minutes|meeting|part))?|(?:held )?(?:virtually|virtual|online|remotely|hybrid)|"
    r"part (?:\d|[A-Z]|I+)|"
    r"[^()\[\]\n]{0,40}\b(?:minutes|approval)\b[^()\[\]\n]{0,60}))[)\]]",
    re.IGNORECASE,
)
"""What a bracket says of the minutes: "(draft minutes for approval at the meeting on 19 June)"."""


_IN_PUBLIC: Final = re.compile(
    r"(?:^|\s+)(?:public|open|private)(?=\s+(?:trust\s+)?board(?: of directors)?$)", re.IGNORECASE
)
"""How a board met, and no part of its name: "Barset NHS Trust Public Board"."""

_PART_OF: Final = re.compile(
    r"\s*\((?:an? )?(?:sub|task)[- ]?(?:group|committee) (?:of|to) [^()\n]{3,90}\)", re.IGNORECASE
)
"""Of what the body is part, in a bracket behind its name."""
_OF_WHOM: Final = re.compile(
    r"(?P<name>(?:[A-Z][\w’'&-]*\s){1,6}(?i:panel|committee|board|forum|group))\s(?:of|for|between) the\s",
    re.IGNORECASE,
)
_AND_PLACE: Final = re.compile(
    r"(?P<name>[^,]{6,80}), (?:[\w’'.&-]+ ){0,5}(?i:offices?|hall|house|room|rooms|library|centre|hotel|club|"
    r"school|church|chamber|chambers|building|headquarters|hq|inn|arms|museum|station|barn|court|"
    r"lodge)(?:, (?-i:[A-Z])[\w’'-]+)?$"
)
"""A body and where it met, between commas."""


def cleaned(text: str) -> str:
    """A title without dates, "Minutes of", "Meeting", and what else is no part of the body's name."""
    text = _PART_OF.sub(" ", _REMARK.sub(" ", text))
    name = " ".join(text.replace("\n", " ").strip(" *_#|\t").replace("\t", " | ").replace("_", " ").split())
    name = _RUN_ON.sub(" ", name)
    dated = dates_in(name)
    if dated:
        first, last = dated[0], dated[-1]
        behind = _BEHIND_DATE.match(name, last.end) if _BARE_RECORD.fullmatch(name, 0, first.start) else None
        name = (
            name[: first.start]
            if first.start > 6 and not behind
            else name[behind.end() if behind else last.end :]
        )
    name = re.sub(r"\s*\((?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z]{1,7}\)", "", name)
    name = re.split(
        r"\b(?:(?:conducted|convened) (?:an?|its|their|the)\b|"
        r"held (?:on|at|in|via|by|virtually|remotely|as|an?|its|their|our)|which was held|took place|, on |"
        r"met (?:on|at|in|via|for|remotely|virtually))\b",
        name,
        maxsplit=1,
    )[0]
    if _QUAKER.search(name):
        return cased(_HEAD.sub("", name) if " of the " in name else name)
    if code := CODE.match(name):
        return code.group()
    for _ in range(6):
        shorter = _TAIL.sub("", _HEAD.sub("", name)).strip(" ,.:;–—-|*_/")
        if shorter == name:
            break
        name = shorter
    name = _TWICE.sub(r"\1", name)
    name = _IN_PUBLIC.sub("", name).lstrip()
    if len(name.split()) > 12 and (whole := _OF_WHOM.match(name)):
        name = whole["name"]
    if (placed := _AND_PLACE.match(name)) and kind_of_body(placed["name"]) is Kind.BOARD:
        name = placed["name"]
    own, bar, _ = name.partition(" / ")
    if bar and kind_of_body(own) is not None:
        name = own  # the same in another language: "Barset Town Council / Cyngor Tref Barset"
    return cased(re.sub(r"(?<=s)['’]$", "", name))  # "the Trustees' Meeting"


_BARE_RECORD: Final = re.compile(
    r"\W*(?:(?:draft|minutes?|notes?|record|of|the|an?|meeting|no\.?|number|\d{1,3}(?:st|nd|rd|th)?|held|on|"
    r"from|at)\b\W*)+",
    re.IGNORECASE,
)
_BEHIND_DATE: Final = re.compile(r"\W*(?:of|by|for) (?:the )?(?=[A-Z])")
"""What leads to the name behind a date: "Minutes of meeting no 7 held 26/06/14 of Barset Flood Forum"."""
_TWICE: Final = re.compile(r"\b(.{6,60}) \1\b")
_QUAKER: Final = re.compile(
    r"\b(?:quaker meeting|meeting for (?:worship|sufferings|business)\b.*)$", re.IGNORECASE
)
"""Bodies that are called meetings."""
_SMALL: Final = frozenset("of and the for in on at to with".split())


_INITIALS: Final = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_SHORT_WORDS: Final = frozenset("ST ST. DRY BY MY SKY FLY GYM".split())
"""Words without a vowel but no letters of a longer name."""


def cased(name: str) -> str:
    """A name in capitals as names are written."""
    found = name.split()
    if len(found) < 2 or not name.isupper():
        return name
    return " ".join(
        word.lower()
        if word.lower() in _SMALL and at
        else word
        if (len(word) < 4 and word not in _SHORT_WORDS and not re.search("[AEIOU]", word))
        or word in ("NHS", "CCG", "ICB", "UK", "VCSE", "LEP", "SEND", "LSCB", "PPG")
        or _INITIALS.fullmatch(word)
        else word.capitalize()
        for at, word in enumerate(found)
    )


_PLACE: Final = re.compile(
    r"(?:(?:the|old|new|main|large|small|committee|council|conference|meeting|community|"
    r"village|town|memorial|church|parish|civic|school|training)\s+)*(?:room|chamber|hall|"
    r"boardroom|offices?|library|centre|hub|guildhall|zoom|teams|pavilion|"
    r"headquarters)(?:\s+\w{1,3})?",
    re.IGNORECASE,
)


_LABEL: Final = re.compile(
    r"(?:(?:name|title|type|date|time|place|chair|venue) of (?:the )?(?:meeting|committee|board|group|body)|"
    r"page contents|contents|skip to|agenda and|meeting documents|you are here|home\b|print(?:ed)? |"
    r"warning\b|(?:posted|published|updated|uploaded|created)\b|"
    r"contact\b|download|cookies?\b|search\b(?! (?:and|committee|panel)\b)|item no)",
    re.IGNORECASE,
)
_SORT: Final = re.compile(
    r"(?:(?:annual|ordinary|extra-?ordinary|special|general|quarterly|monthly|inaugural|regular|statutory|"
    r"formal|public|virtual|online|closed|open|\d+(?:st|nd|rd|th)|first|second|third|meeting|session|"
    r"a\.?g\.?m|e\.?g\.?m|mon|tues?|"
    r"wed|thu(?:rs?)?|fri|sat|sun|a|the)\b\W*)+",
    re.IGNORECASE,
)


_NO_NAME: Final = re.compile(
    r"(?:a )?(?:registered )?(?:charity|company)(?: (?:no|number|reg\w*|limited by|in)\b.*)?|"
    r"(?:the\s+)?(?:previous|last|next|prior|this|that|past|latest|above)\b.*|"
    r"(?:meeting |committee |group )?(?:title|name|type|subject)(?: of)?|(?:jan|febr)uary|march|april|"
    r"may|june|"
    r"july|august|(?:sept|nov|dec)ember|october|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|and\b.*|.*matters arising|(?:prepared|taken|"
    r"recorded|written|"
    r"compiled) by\b.*|.*\.docx?|"
    r"(?:the\s+)?(?:\d+(?:st|nd|rd|th)|(?:[\w-]+(?:th|ond|ird|irst))) (?:meeting|session)\b.*|"
    r"(?:(?:share|stock|unit)holders|members|parishioners|creditors|delegates|qualified electors)|"
    r"(?:read|view|download|agenda|draft|approved|minutes?)\b.{0,20}|(?:at|in|on|by|via)\s(?-i:[A-Z\d]).*|"
    r".*(?<!vice[- ])\bchair(?:man|woman|person)?\b(?!s|['’]s).*|.*[/:]|.*·.*·.*",
    re.IGNORECASE,
)


_HOW: Final = re.compile(
    r"(?:face[- ]to[- ]face|in[- ]person|hybrid|virtual(?:ly)?|online|remote(?:ly)?)\b", re.IGNORECASE
)


_COLUMNS: Final = re.compile(
    r"(?:(?:item|agenda|discussion|actions?|notes?|lead|owner|topic|decisions?|who|when|by)\b[\s/|&,]*)+",
    re.IGNORECASE,
)
"""Heads of columns, which head no paper: "Item / Discussion / Action"."""


_TELLS: Final = re.compile(
    r"(?i:\b(?:was|were|needed|reported|thanked|asked|noted|signed|adopted)\b)|^[A-Z][a-z]+ by [a-z]|"
    r"\b(?:[Rr]m|[Rr]oom)\.? ?\d"
)
"""What no body's name says: sentences, and rooms."""


def is_name(name: str) -> bool:
    """Whether words can be a body's name at all."""
    if _NO_NAME.fullmatch(name) or _HOW.match(name):
        return False
    if _COLUMNS.fullmatch(name) or _LABEL.match(name) or " | " in name or _SORT.fullmatch(name):
        return False
    if re.fullmatch(
        r"(?:(?:draft|confirmed|public)\s+)?(?:minutes|notes|record|"
        r"agenda)?(?:\s*of)?(?:\s*(?:the|a))?\s*(?:meeting|minutes|notes|proceedings)s?",
        name.strip(),
        re.IGNORECASE,
    ):
        return False
    first, comma, _ = name.partition(",")
    if comma and " " in first and name_score(first) >= 0.85:
        return False  # "Ann Bell, Managing Authority"
    if (
        re.match(
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\d{1,3}(?:st|nd|rd|th)?$|\d{1,2}[.:]\d\d|"
            r"\d+$|[^A-Za-z0-9]",
            name,
        )
        or _PLACE.fullmatch(name)
        or _TELLS.search(name)
    ):
        return False
    return (
        len(name) > 2
        and len(name) < 130
        and bool(re.search(r"[A-Za-z]{2}", name))
        and (name_score(name) < 0.85 or kind_of_body(name) is Kind.BOARD)
    )


def kind_score(name: str) -> float:
    """How much a name sounds like a body's."""
    kind = kind_of_body(name)
    if kind is Kind.BOARD:
        return 1.4 - (0.9 if is_generic(name) else 0.0)
    if _BOARD_FOR.match(name) or _NUMBERED.fullmatch(name):
        return 1.2
    if GOVERNS.match(name):
        return 1.4
    if kind is Kind.ORGANISATION:
        return (
            1.0
            if re.search(
                r"\b(?:council|trust|association|academy|school|society|governors|cic)$", name, re.IGNORECASE
            )
            else 0.6
        )
    if BARE.fullmatch(name):
        return 0.5
    if _IN_LETTERS.search(name):
        return 1.0
    return 0.6 if _GOVERNED.fullmatch(name) else 0.0


GOVERNS: Final = re.compile(
    r"(?:Local |Full |Interim )?(?:Governing (?:Body|Board)|Board of (?:Governors|Trustees|Directors|"
    r"Management)|"
    r"Academy Council|Parish Council|Parochial Church Council|Kirk Session|"
    r"Management Committee) (?:of|for) (?:the )?[A-Z]"
)
"""A board and what it governs: "Local Governing Body of Wenlow Academy"."""
_NUMBERED: Final = re.compile(
    r"(?:[A-Z][\w’'&/-]*\s){1,6}(?:Working (?:Group|Party)|Task (?:Group|Force)|Work ?stream|Team|"
    r"Commission) \d{1,2}[a-z]?"
    r"(?: \([^()]{3,40}\))?"
)
_BOARD_FOR: Final = re.compile(
    r"(?:[A-Z][\w’'&-]*,? (?:(?:and|&) )?){0,6}(?:Forum|Board|Panel|Group|Committee|Partnership|Network|"
    r"Alliance|Assembly|Party|Team|Council|Commission) (?:(?:for|of|on|in) (?:the )?[A-Z]|[\"“‘])"
)
"""A body whose field or place follows its sort: "Licensing Forum for East Barset"."""
BARE: Final = re.compile(
    r"council|(?:university )?court|corporation|governors|trustees|senate|synod|vestry|sele[ck]t ?board|"
    r"(?:board of )?selectmen|(?:county |town |village )?board of (?:education|health|"
    r"(?:county )?supervisors|(?:county )?commissioners|alderm[ae]n|(?:zoning )?(?:appeals|adjustment)|"
    r"finance|assessors)|"
    r"zoning board of (?:appeals|adjustment)|board of zoning appeals|police jury|"
    r"directors|executive|pt[fs]?a|p\.?c\.?c|ppg|board of (?:directors|trustees|governors|"
    r"management|regents)|kirk session|session",
    re.IGNORECASE,
)
"""Words that are a board's whole name only in the title of what it governs."""
_GOVERNED: Final = re.compile(
    r"(?:Town|City|Village|Township|(?:Regional )?County|(?:(?:Rural|Regional|District) )?Municipality|Shire|"
    r"Hamlet|Regional District|Borough|R\.M\.) of (?:the )?[A-Z].*|"
    r"(?:[A-Z][\w’'-]+ ){1,4}(?:School|Park|Fire|Metropolitan|Irrigation|Conservation|Drainage|"
    r"Health|Hospital|Transit|Services|Library|Water|Sanitary|Improvement|Utility|Cemetery) "
    r"District|"
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:Township|Borough|County|Village)"
)


_IN_LETTERS: Final = re.compile(
    r"[a-z’']\)? (?:PT[FS]?A|PFA|HSA|PPG|PRG|PPF|PCC|DCC|TRA|HOA|SIG|PMC|TSC|TOC|TAC|SAC|LAF|LSP|LEP|"
    r"CSP|LSCB|"
    r"LSCP|SAB|ICB|CCG|PCT|HWB|JCC|NIAC)$"
)
"""Sorts of boards in letters behind a name: "St Piran's Primary PTA"."""


def is_governed(name: str) -> bool:
    """Whether a name is that of a town, township or county that a board governs."""
    return _GOVERNED.fullmatch(name) is not None
