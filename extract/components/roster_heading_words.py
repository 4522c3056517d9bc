"""Words at the edges of rosters: headings with names right behind them, and what comes after a roster."""

from __future__ import annotations

import re
from typing import Final

STOP: Final = re.compile(
    r"^(?:[ivx]{1,5}[.)]\s+)?(?:agenda|call to order|roll call|pledge of|adjourn|"
    r"(?:general )?public comment|signature|"
    r"chair\w*['’]s? signature|welcome|minutes of|matters arising|declarations?|introductions?|"
    r"actions?(?=\s*$|\s*[:\d]|\s+(?:points?|log|list|arising|from|by|required|items?)\b)|item\b|discussion|purpose|background|"
    r"the (?:meeting|chair|board|committee|panel|group|council|clerk)\b|next meeting|date "
    r"of (?:the )?next|to (?:receive|note|approve|consider|agree)|approval|any other|"
    r"resolved|resolutions\b|topics?\b|agreed\b|summary|announcements?|noted\b|"
    r"(?:confirmation|acceptance|amendments?) (?:of|to)\b|thanks\b|"
    r"(?:[\w’'/&]+ ){1,6}reports?(?: \([^()]*\))?\W*$|"
    r"meeting (?:was )?(?:started|opened|began|begun|convened)\b|"
    r"(?:\w+ )?(?:representati(?:ves|on)|reps|delegates|nominees|nominations?|appointments?|members(?:hip)?|"
    r"link \w+|trustees)(?: and \w+)? (?:on|to|from|of|at|for) (?:the )?(?:(?:council|board|trust)[’']?s? )?"
    r"(?:outside|other|external|partner) (?:bod(?:y|ies)|organi[sz]ations?|committees|groups)|outside bodies|"
    r"opening|main outcomes|decisions?|public (?:session|participation|question|forum|"
    r"time)|open forum|update|report|finance|planning|correspondence|terms of reference|"
    r"acronym|glossary|key\b|"
    r"distribution|circulation|cop(?:ies|ied|y) to|cc\b|signed|contact\b|notes? of (?:the "
    r")?(?:last|previous)|ref(?:erence)?\b|subject|introduction|quorum|quorate|documents?|"
    r"papers?|enc(?:losure)?s?\b)",
    re.IGNORECASE,
)


AGAIN: Final = (
    r"\s?/\s?(?i:leithsc[ée]al\w*|(?:comhaltaí )?i l[áa]thair(?: freisin)?|as l[áa]thair|ymddiheuriadau|"
    r"(?:hefyd )?yn bresennol|presennol|absennol|leisgeulan|an làthair|ngā whakapāha|i tae mai)"
)
"""A heading's words in the other language of the place: "Apologies/Ymddiheuriadau"."""
BARE: Final = re.compile(
    r"(?:In the [Cc]hair|Chair(?:person|man|woman)?)\s?[/–-]?\s+(?=(?:Cllr|Councillor)\.? [A-Z])(?!.{90})|"
    r"(?:Sederunt|SEDERUNT)\s?[,;.:—–-]*\s+(?=(?:[Tt]he\s+)?[A-Z])|"
    r"(?:Minutes|Notes)(?: were)? (?:taken|recorded|prepared|kept|written)(?: by)?\s+(?=[A-Z])|"
    r"(?:Minuted|Recorded|Minutes|Notes) by\s+(?=[A-Z])|"
    r"(?:Apols|APOLS)\.?\s+(?=[A-Z])|"
    r"(?:PRESENT|Present|IN ATTENDANCE|In [Aa]ttendance|APOLOGIES|Apologies|ABSENT|Absent)"
    r"(?=(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Drs?|Prof|Professor|Sir|Dame|Revd?)\.? [A-Z])|"
    r"(?:(?:PRESENT|IN ATTENDANCE|APOLOGIES(?: FOR ABSENCE)?|ABSENT|ALSO PRESENT|ALSO IN "
    r"ATTENDANCE)|(?:Present|In [Aa]ttendance|Apologies(?: for absence)?|Absent|"
    rf"Also [Pp]resent|Also in [Aa]ttendance))(?:{AGAIN})?(?: were| was)?,?\s+(?=[A-Z(])"
)


TITLED: Final = re.compile(
    r"\s*(?:(?:Cllr|Councillor|Coun)['’]?s?|Messrs|Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Revd?)\.?\s+[A-Z]"
)
LEGEND: Final = re.compile(
    r"(?i:attend\w*|present|absent|absence|apolog\w*|excused|regrets|deput\w*|observer|leave|member|guest|"
    r"online|virtual\w*)\s*\((?:\d|[A-Z]|[✓✗✔✘xX/])\)(?!\s*:)|"
    r"(?<!\w)[A-Z\d✓✗✔✘]\s*=\s*\w"
)
"""What explains marks: "Attended (1), sent apologies (2)", "P = present"; two of them make no heading."""
BRACKETED: Final = re.compile(r"\([^)]{4,}\)")
MIXED: Final = re.compile(r"welcome|introduction|opening|quor", re.IGNORECASE)
PEOPLE: Final = re.compile(
    r"(?:[A-Z][\w&'’-]*\s+(?:(?:and|of|&)\s+)?){1,5}(?:[Oo]fficers|[Mm]embers|"
    r"[Rr]epresentatives|[Rr]eps|[Cc]hairs|[Cc]ouncillors|[Dd]irectors|[Gg]overnors|"
    r"[Tt]rustees|[Ss]taff|[Aa]ttendees|[Oo]bservers|[Pp]articipants)(?:\s+(?:[Pp]resent|in attendance))?:?"
)
"""A few capitalised words and then a word for people: "LSP Officers"."""


CHAIR_ELSEWHERE: Final = re.compile(
    r"\W*(?:vice[- ]|deputy )?chair\w* (?:of|for) (?-i:[A-Z])[^:]*$", re.IGNORECASE
)
"""A post on a line of its own below a name, no heading."""
POST_AND_NAME: Final = re.compile(
    r"\W*(?:[A-Z][\w&/'’-]*\s?(?:(?:and|of|at|for|the)\s)?){1,6}:\s+"
    r"(?:[A-Z][\w’'.-]+\s(?:[A-Z]\.\s)?[A-Z]|(?i:vacan(?:t|cy)|open|tb[acd]|none)\W*$)"
)
POST_OF_ONE: Final = re.compile(
    r"\W*(?:[A-Z][\w&’'-]*\s+){1,4}(?:[Oo]fficer|[Ss]ecretary|[Aa]dvis[eo]r|[Aa]dministrator|"
    r"[Tt]reasurer|[Mm]anager|"
    r"[Oo]rganiser)\s*[:–-]"
)
SENT: Final = (
    r"(?!(?:receiv|accept|not|record|report|read|approv|acknowledg|minut|consider|includ|excep))"
    r"(?:[a-z-]+(?:ed|ing)|sent|gave|given|made|put|left)(?: (?:in|through|over))? "
    r"(?:(?:his|her|their|an?|written|formal|in|by|email) ){0,2}(?:apolog(?:ies|y)|regrets|excuses)\b"
    r"(?! (?:from|on behalf|of|were|was|for (?:[A-Z]|the following)))"
)
"""What people do who do not come: "sent apologies", "had emailed their regrets"; not who passes them on."""
ASIDE: Final = re.compile(
    r"\W*(?:(?:\d[\d./]*\s+)?(?:an? |the )?(?:no )?(?:apolog\w+|regrets) .{0,70}\b(?:from|"
    r"on behalf of|received|by)\b|(?:date|time|venue|location|place|duration|start time|"
    r"end time|chaired by|quorum)\s*:|"
    r"(?-i:[A-Z]{2,3}(?:-[A-Z])?\s|(?:[A-Z][\w.’'-]*\s){1,4})\s?(?:then |also |had "
    r")?(?:joined|left|arrived|departed|entered|withdrew)\b|"
    r"[^:]{3,200}\b(?:did not attend|(?:was|were) not (?:present|in attendance))\b|"
    rf"(?:[^:()]|\([^()]*\)){{3,90}}\b{SENT}|"
    r"(?:in (?:the |their |his |her )?(?:\w+['’]s? )?absence\b|as (?:the |both |neither )|because |due to |"
    r"owing to |"
    r"since )[^:]{3,140}\b(?:(?:took|take|taking|occupied|assumed|in) the chair|chaired|presided)\b|"
    r"[^:]{3,90}\b(?:was|be) (?:elected|asked|nominated|appointed|voted) (?:as |to )?(?:the |act as )?"
    r"(?:temporary |acting )?chair|"
    r"whole of meeting|part of "
    r"meeting|agenda items?\b)",
    re.IGNORECASE,
)
"""Lines within a roster that say something else: sentences of apologies, dates, who joined when."""
IN_OFFICE: Final = re.compile(
    r"(?i:\b(?:appointed|elected|installed|incoming|outgoing|newly?)\b[^:]*\bofficers\b|"
    r"\bofficers\b[^:]*\b(?:for|elect|elected|(?:19|20)\d\d)\b)"
)
"""Heads those who took office, who need not have come: "Officers for 2010-2011"."""
MOTION: Final = re.compile(
    r"\b[Tt]hat (?:the |an |any )?(?:apolog(?:y|ies)|leave of absence|absences?)\b[^.\n]{0,200}?\bbe\s+"
    r"(?:accepted|received|noted|sustained|approved|granted|excused)"
)
"""What is moved of apologies: "That the apology from Cllr Bell be accepted"."""
MOVED: Final = re.compile(
    r"\W*(?i:(?:moved|proposed)(?: by)?:?) (?:[A-Z][\w’'.-]*,?\s){1,5}(?:and )?"
    r"(?i:seconded|that|to accept)\b.*|"
    r"\W*(?:Cr|Cllr|Councillor|Mr|Mrs|Ms|Dr|Member|Commissioner)s?\.? [A-Z][\w’'-]+\s*/\s*"
    r"(?:(?:Cr|Cllr|Councillor|Mr|Mrs|Ms|Dr|Member|Commissioner)\.? )?[A-Z][\w’'-]+\W*"
)
"""Who moved and who seconded that the apologies be accepted."""
OVER_COLUMNS: Final = re.compile(
    r"^(present|attendees?|attending|in attendance|members present|apologies|those present|participants)"
    r"(?: ?[/|–-]? ?(?:names?|organi[sz]ations?|agency|company|representing|affiliation|job title|employer|"
    r"initials|designation|body)){1,3}$"
)
"""A heading, and what stands over the columns beside the names: "Attendees Organisation"."""
